//! Around a word of an act: whether it is told as having happened, and who stands before and after it.

mod lists;
mod parts;
mod relative;
mod verbs;

use verbs::{is_be, is_have, is_modal, is_negation, makes_real};

use crate::intake::actors::Actors;
use crate::intake::lexicon::Language;
use crate::intake::names::{Name, NameKind};
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::{Kind, Sentence, Text};

/// How an act is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Happened,
    /// Denied, asked for, feared, planned or possible.
    No,
    /// "must be closed", "will be arrested": a threat, if somebody in power says it.
    Ahead,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// The first of its auxiliaries and adverbs, or the verb.
    pub first: usize,
    pub passive: bool,
    pub told: Told,
    /// "has been", "have": it may go on.
    pub perfect: bool,
    /// "was not", "n’a pas": what did not happen, or was not let happen.
    pub negated: bool,
}

pub struct Clauses<'a, 't> {
    pub text: &'a Text<'t>,
    pub language: &'a Language,
    pub names: &'a [Name],
    pub actors: &'a Actors,
    name_at: Vec<Option<usize>>,
    /// Of each actor, whether it is a woman, where titles or words beside the name say so.
    she: Vec<Option<bool>>,
    /// Of which persons the text has said what they are: where, the word, and who.
    called: Vec<(usize, String, usize)>,
}

impl<'a, 't> Clauses<'a, 't> {
    pub fn of(
        text: &'a Text<'t>,
        language: &'a Language,
        names: &'a [Name],
        actors: &'a Actors,
    ) -> Self {
        let mut name_at = vec![None; text.tokens.len()];
        for (number, name) in names.iter().enumerate() {
            for slot in &mut name_at[name.from..name.end] {
                *slot = Some(number);
            }
        }
        let mut clauses =
            Self { text, language, names, actors, name_at, she: Vec::new(), called: Vec::new() };
        clauses.she = clauses.genders();
        clauses.called = clauses.descriptions();
        clauses
    }

    /// What titles and words of kin before names say of each actor.
    fn genders(&self) -> Vec<Option<bool>> {
        let mut she = vec![None; self.actors.all.len()];
        for (number, name) in self.names.iter().enumerate() {
            let Some(actor) = self.actors.of(number).filter(|_| name.kind == NameKind::Person)
            else {
                continue;
            };
            let lead = name.from.saturating_sub(1)..name.first;
            let said = lead.rev().filter(|at| !self.is_border(*at)).find_map(|at| {
                let (woman, man) = (self.is("who_she", at), self.is("who_he", at));
                (woman || man).then_some(woman)
            });
            she[actor] = she[actor].or(said);
        }
        self.genders_by_pronouns(&mut she);
        she
    }

    /// What pronouns say of the only person whom a paragraph has named before them.
    fn genders_by_pronouns(&self, she: &mut [Option<bool>]) {
        for block in &self.text.blocks {
            let mut only: Option<usize> = None;
            let mut at = block.first;
            while at < block.end {
                let person = self.name_at(at).filter(|it| self.names[*it].kind == NameKind::Person);
                if let Some(actor) = person.and_then(|it| self.actors.of(it)) {
                    if only.is_some_and(|it| it != actor) {
                        break;
                    }
                    only = Some(actor);
                }
                let woman = match self.low(at) {
                    "she" | "her" | "elle" => Some(true),
                    "he" | "him" | "his" | "il" => Some(false),
                    _ => None,
                };
                if let (Some(actor), Some(_)) = (only, woman) {
                    she[actor] = she[actor].or(woman);
                    break;
                }
                at += 1;
            }
        }
    }

    /// Whether an actor may be meant by a pronoun of one person.
    pub fn agrees(&self, actor: usize, pronoun: &str) -> bool {
        let wanted = match pronoun {
            "she" | "her" | "hers" | "elle" => true,
            "he" | "him" | "his" | "il" => false,
            _ => return true,
        };
        self.she.get(actor).copied().flatten().is_none_or(|it| it == wanted)
    }

    pub fn name_at(&self, at: usize) -> Option<usize> {
        self.name_at.get(at).copied().flatten()
    }

    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    /// A sign that ends a clause.
    pub fn is_border(&self, at: usize) -> bool {
        matches!(
            self.text.sign(at),
            "." | ";" | ":" | "?" | "!" | "–" | "—" | "“" | "”" | "\"" | "«" | "»"
        )
    }

    /// The auxiliaries before a verb, and what they say.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub fn group(&self, hit: &Hit<'_>, sentence: Sentence) -> Group {
        let mut first = hit.first;
        let (mut be, mut have, mut modal, mut negated, mut to, mut real) =
            (false, false, None, false, false, false);
        // French "s'est abattue": nobody did it to anybody.
        let mut itself = false;
        while first > sentence.first {
            let before = first - 1;
            let token = &self.text.tokens[before];
            let word = token.low.as_str();
            // In French "a" is also "to", and "n" and "ne" stand before the auxiliary.
            let named = self.name_at(before).is_some();
            // "would be “picked up one by one”".
            let opens = matches!(token.raw, "“" | "\"" | "«")
                && before > sentence.first
                && (is_be(self.low(before - 1)) || is_modal(self.low(before - 1)));
            if opens {
                first = before;
                continue;
            }
            if named || token.kind != Kind::Word {
                break;
            }
            itself |= self.language.code == "fr" && matches!(word, "s" | "se");
            if is_modal(word) && !(token.capital && before > sentence.first) {
                modal = Some(word.to_owned());
            } else if is_be(word) {
                be = true;
            } else if is_have(word) {
                have = true;
            } else if is_negation(word) || word == "yet" && to {
                // "has yet to be tried": has not been.
                negated = true;
            } else if word == "to" && !to
                || self.language.code == "fr" && matches!(word, "de" | "d" | "a") && hit.form.base
            {
                to = true;
                real = before.checked_sub(1).is_some_and(|at| makes_real(self.low(at)))
                    || self.is_decided(before, sentence);
            } else if matches!(
                word,
                "do" | "does"
                    | "did"
                    | "also"
                    | "already"
                    | "then"
                    | "later"
                    | "subsequently"
                    | "since"
                    | "still"
                    | "yet"
                    | "ever"
                    | "again"
                    | "even"
                    | "once"
                    | "reportedly"
                    | "allegedly"
                    | "just"
                    | "soon"
                    | "immediately"
                    | "itself"
                    | "himself"
                    | "herself"
                    | "themselves"
                    | "now"
                    | "only"
                    | "almost"
                    | "nevertheless"
                    | "twice"
                    | "repeatedly"
                    | "first"
                    | "ainsi"
                    | "egalement"
                    | "deja"
                    | "y"
                    | "l"
                    | "les"
                    | "le"
                    | "la"
                    | "lui"
                    | "en"
                    | "nous"
                    | "s"
                    | "se"
                    | "m"
                    | "t"
                    | "leur"
                    | "toujours"
                    | "aussi"
                    | "depuis"
                    | "ensuite"
                    | "thus"
                    | "thereby"
                    | "finally"
                    | "instead"
                    | "eventually"
                    | "nonetheless"
                    | "meanwhile"
            ) || word.ends_with("ly") && word.len() > 4
            {
                if self.language.code == "en"
                    && matches!(
                        word,
                        "a" | "l" | "les" | "le" | "la" | "y" | "s" | "se" | "m" | "t" | "en"
                    )
                {
                    break;
                }
            } else if matches!(word, "both" | "all")
                && (be || have)
                && before > sentence.first
                && (is_be(self.low(before - 1))
                    || is_have(self.low(before - 1))
                    || self.is("who_pronoun", before - 1))
            {
                // "were both arrested"; where it begins the clause it is the subject.
            } else if let Some(aux) = self.past_time(before, sentence) {
                // "was last Thursday turned away".
                first = aux;
                continue;
            } else if matches!(word, "going" | "about" | "likely" | "expected" | "supposed") && to {
                modal = Some("will".to_owned());
            } else {
                break;
            }
            first = before;
        }
        // "is to be closed".
        if to && be && !have && first < hit.first && is_be(self.low(first)) {
            modal = Some("will".to_owned());
        }
        let participle = hit.form.participle;
        let passive = match hit.pattern.frame {
            Frame::Verb | Frame::Suffered | Frame::Plain if participle => {
                if hit.form.ing {
                    false
                } else if be {
                    true
                } else if have {
                    false
                } else {
                    self.is_reduced(hit, first, sentence)
                }
            }
            _ => false,
        };
        let told = if negated
            || itself && be && hit.pattern.frame == Frame::Verb
            || self.nobody_before(first, sentence)
        {
            Told::No
        } else if modal.as_deref().is_some_and(|it| {
            matches!(
                it,
                "must"
                    | "will"
                    | "would"
                    | "shall"
                    | "ll"
                    | "sera"
                    | "seront"
                    | "serait"
                    | "doit"
                    | "doivent"
                    | "devra"
            ) && !have
        }) {
            Told::Ahead
        } else if modal.as_deref().is_some_and(|it| it.ends_with("rait") || it.ends_with("raient"))
            && have
            || modal.is_some()
                && have
                && self.low(first) != "should"
                && modal.as_deref() != Some("should")
        {
            Told::Happened
        } else if modal.is_some()
            || to && !(real || have)
            || hit.form == (crate::intake::verbs::Form { base: true, ..Default::default() })
                && !to
                && first == hit.first
                && self.language.code == "en"
                && self.is_imperative(hit, sentence)
        {
            Told::No
        } else {
            Told::Happened
        };
        let wished = modal
            .as_deref()
            .is_some_and(|it| matches!(it, "must" | "should" | "shall" | "will" | "ought" | "ll"));
        Group { first, passive, told, perfect: have, negated: negated && !wished && !to }
    }

    /// "was", "had": whether a finite verb stands at a token.
    pub fn is_auxiliary(&self, at: usize) -> bool {
        is_be(self.low(at)) || is_have(self.low(at))
    }

    /// After which token an auxiliary ends that words of time part from its verb: "was last Thursday turned".
    fn past_time(&self, at: usize, sentence: Sentence) -> Option<usize> {
        let is_time = |at: usize| {
            let low = self.low(at);
            self.language.weekdays.contains_key(low)
                || self.language.months.contains_key(low) && self.text.is_capital(at)
                || self.text.tokens[at].kind == Kind::Number
                || self.text.sign(at) == ","
                || matches!(
                    low,
                    "last"
                        | "yesterday"
                        | "today"
                        | "on"
                        | "in"
                        | "this"
                        | "the"
                        | "week"
                        | "month"
                        | "year"
                        | "morning"
                        | "night"
                        | "time"
                        | "for"
                        | "third"
                        | "second"
                        | "fourth"
                        | "hier"
                        | "jeudi"
                        | "dernier"
                        | "le"
                        | "time,"
                )
        };
        let weight = |at: usize| {
            self.language.weekdays.contains_key(self.low(at))
                || matches!(
                    self.low(at),
                    "yesterday" | "today" | "week" | "month" | "year" | "hier" | "time"
                )
                || self.language.months.contains_key(self.low(at))
        };
        let mut first = at;
        let mut timed = false;
        for _ in 0..6 {
            if !is_time(first) {
                break;
            }
            timed |= weight(first);
            if first == sentence.first {
                return None;
            }
            first -= 1;
        }
        let aux = is_be(self.low(first))
            || is_negation(self.low(first))
            || is_have(self.low(first)) && self.language.code == "en";
        (timed && aux && first < at).then_some(first + 1)
    }

    /// "the decision of the Ministry of 8 December to open": a decision, and whose it is.
    fn is_decided(&self, to: usize, sentence: Sentence) -> bool {
        (to.saturating_sub(14).max(sentence.first)..to)
            .rev()
            .take_while(|at| !self.is_border(*at))
            .any(|at| {
                matches!(self.low(at), "decision" | "vote" | "decree" | "decisions")
                    && matches!(self.low(at + 1), "of" | "by" | "taken" | "made")
            })
    }

    /// "Release them!", "let them go": a base form at the beginning of a sentence or after "and" or "to".
    fn is_imperative(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        // "23 of them, including the rapper, remain in detention": nobody is told to.
        let lasts =
            matches!(self.low(hit.first), "remain" | "languish" | "await" | "face" | "continue");
        hit.first == sentence.first
            || !lasts
                && !matches!(self.low(hit.first - 1), "they" | "we" | "who" | "you" | "i")
                && self.name_at(hit.first - 1).is_none_or(|it| {
                    !self.names[it].plural && self.names[it].kind != NameKind::Body
                })
    }

    /// "no one", "none of them", "no person" before a verb.
    fn nobody_before(&self, first: usize, sentence: Sentence) -> bool {
        let from = first.saturating_sub(7).max(sentence.first);
        (from..first)
            .rev()
            .take_while(|at| !matches!(self.text.sign(*at), "," | ";" | ":" | "–"))
            .any(|at| {
                matches!(
                    self.low(at),
                    "nobody" | "none" | "neither" | "nul" | "aucun" | "aucune" | "personne"
                ) && self.language.code != "fr"
                    || self.low(at) == "not"
                        && matches!(
                            (self.low(at + 1), self.low(at + 2)),
                            ("a", "single") | ("one", _)
                        )
                    || self.low(at) == "no"
                        && at + 1 < first
                        && self.low(at + 1) != "longer"
                        && !matches!(self.text.sign(at + 1), ".")
                    || self.language.code == "fr"
                        && matches!(self.low(at), "nul" | "aucun" | "aucune")
            })
    }

    /// Whether a participle without an auxiliary is passive: "seized in a corridor by agents".
    fn is_reduced(&self, hit: &Hit<'_>, first: usize, sentence: Sentence) -> bool {
        if !hit.form.past && self.language.code == "en" {
            return true;
        }
        // Its object may be part of the pattern: "and seized computers".
        let inside = hit.gap.map_or(hit.first + 1, |it| it.1);
        let within = inside < hit.end
            && (hit.gap.is_some() || self.low(inside).ends_with('s'))
            && (hit.first + 1..=inside).all(|at| !self.is("who_inner", at))
            && self.text.tokens[inside].kind == Kind::Word
            && !self.is("who_no_object", inside)
            && !self.low(inside).ends_with("ly");
        if within && self.language.code == "en" {
            return false;
        }
        // What stands after a preposition is no object: "held at Central Police Station".
        let follows = |gap: &(usize, usize)| {
            !matches!(
                self.low(gap.0 - 1),
                "at" | "in"
                    | "to"
                    | "from"
                    | "under"
                    | "for"
                    | "with"
                    | "before"
                    | "on"
                    | "of"
                    | "into"
            )
        };
        if hit
            .gap
            .filter(follows)
            .is_some_and(|gap| (gap.0..gap.1).any(|at| self.begins_object(at)))
        {
            return false;
        }
        // "detained solely for": the word between says nothing of who did what.
        let next = hit.end
            + usize::from(matches!(
                self.low(hit.end),
                "solely" | "only" | "merely" | "simply" | "purely" | "again" | "there"
            ));
        if self.begins_object(next) && hit.gap.is_none() {
            return false;
        }
        if matches!(self.low(next), "by" | "par") {
            return true;
        }
        // "was tripped, kicked in the kidneys and punched by": what a passive begins goes on.
        let goes_on = first > sentence.first + 3
            && self.text.sign(first - 1) == ","
            && self.low(first - 2).ends_with("ed")
            && is_be(self.low(first - 3));
        if goes_on {
            return true;
        }
        let starts =
            first == sentence.first || matches!(self.text.sign(first.wrapping_sub(1)), "," | "(");
        let joined = first > sentence.first
            && matches!(self.low(first - 1), "and" | "or" | "et" | "then" | "but");
        let prepositional = matches!(
            self.low(next),
            "in" | "on"
                | "at"
                | "for"
                | "under"
                | "from"
                | "outside"
                | "near"
                | "during"
                | "after"
                | "before"
                | "while"
                | "when"
                | "with"
                | "to"
                | "as"
                | "without"
                | "dans"
                | "a"
                | "au"
                | "le"
                | "en"
                | "pour"
        ) || next >= sentence.end
            || self.is_border(next)
            || matches!(self.text.sign(next), ",");
        // "Two of the evangelicals rounded up in Keren": people right before it, and no object behind.
        let people = first.checked_sub(1).and_then(|at| self.name_at(at)).is_some_and(|it| {
            let it = &self.names[it];
            it.kind == NameKind::Group
                && it.plural
                && !self.is("who_force", it.end - 1)
                && !self.is("who_stranger", it.end - 1)
                && !self.is("who_members", it.end - 1)
        });
        (starts || joined || people || self.language.code == "fr") && prepositional
            || self.date_follows(next) && starts
    }

    fn date_follows(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
    }

    /// A determiner, a name, a number or a pronoun: an object begins.
    pub fn begins_object(&self, at: usize) -> bool {
        let word = self.low(at);
        let determiner = matches!(
            word,
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "my"
                | "your"
                | "him"
                | "them"
                | "me"
                | "us"
                | "it"
                | "several"
                | "some"
                | "many"
                | "all"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "more"
                | "dozens"
                | "hundreds"
                | "thousands"
                | "at"
                | "about"
                | "every"
                | "another"
                | "un"
                | "une"
                | "des"
                | "les"
                | "son"
                | "sa"
                | "ses"
                | "leur"
                | "leurs"
                | "notre"
                | "nos"
                | "plusieurs"
                | "deux"
                | "trois"
                | "l"
        );
        let at_least = word == "at" && self.low(at + 1) != "least"
            || word == "about"
                && self.text.tokens.get(at + 1).is_none_or(|it| it.kind != Kind::Number);
        determiner && !at_least
            || self.name_at(at).is_some()
            || self
                .text
                .tokens
                .get(at)
                .is_some_and(|it| it.kind == Kind::Number && !self.is_day(at))
    }

    fn is_day(&self, at: usize) -> bool {
        self.language.months.contains_key(self.low(at + 1)) && self.text.is_capital(at + 1)
    }
}

/// Who stands where a subject or an object does.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    pub names: Vec<usize>,
    pub at: usize,
    /// A pronoun stands there.
    pub pronoun: Option<usize>,
    /// The pronoun says whose something is: "his home".
    pub owned: bool,
    /// It stands after a preposition, and is the subject only for want of another.
    pub inner: bool,
    /// "the bombing that claimed": a thing is the subject, which does nothing to anybody.
    pub thing: bool,
}
