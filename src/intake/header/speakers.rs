//! In whose voice a text speaks, and who signs it.

use super::{Header, Said};
use crate::intake::actors::Actors;
use crate::intake::names::{
    NameKind, is_addressee, is_joint, is_of_today, joint_tail, opens_signatures,
};
use crate::intake::text::{BlockKind, Kind};
use std::collections::BTreeMap;

impl Header<'_, '_> {
    /// The actor in whose voice the text speaks, and how sure that is.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub fn issuer(&self, actors: &Actors) -> Option<Said<usize>> {
        let mut scores: BTreeMap<usize, (i32, usize, &'static str)> = BTreeMap::new();
        let mut add = |actor: usize, score: i32, name: usize, rule: &'static str| {
            if !self.house.uses(rule) {
                return;
            }
            let known = scores.entry(actor).or_insert((0, name, rule));
            known.0 += score;
            if score > 6 {
                known.2 = rule;
            }
        };
        for (number, name) in self.names.iter().enumerate() {
            let Some(actor) = actors.of(number) else { continue };
            let it = &actors.all[actor];
            // "Spokesperson for the High Commissioner:": the office that is spoken for.
            if self.is_spoken_for(name.from) && self.block_of(name.first) < Some(self.zones.body) {
                add(actor, 9, number, "header.by");
            }
            let may_speak = matches!(
                name.kind,
                NameKind::Organisation
                    | NameKind::Person
                    | NameKind::Group
                    | NameKind::Body
                    | NameKind::Office
            ) || it.rule == "actor.known";
            if !may_speak {
                continue;
            }
            let block_number = self.block_of(name.first).unwrap_or(0);
            let block = &self.text.blocks[block_number];
            let organised = it.is == NameKind::Organisation;
            // A state's own name above the text is its coat of arms.
            let arms =
                it.kind == "state" || crate::domain::Country::named(past_form(&it.name)).is_some();
            let first_lines = (self.zones.body..self.zones.body + 2).contains(&block_number);
            // A letterhead: a line of the head that is a name.
            // "To the President of …": who is written to does not write.
            let written_to = is_addressee(self.low(block.first));
            if block_number < self.zones.body
                && organised
                && !block.boilerplate
                && !arms
                && !written_to
            {
                let past = self.past_country(name.acronym.map_or(name.end, |it| it + 2));
                let whole = block.end <= past + 2 && name.first <= block.first + 2;
                if whole {
                    // A line that nothing comes back to may be any heading.
                    let again = it.names.len() > 1 || name.acronym.is_some();
                    let first = if again { 9 } else { 8 };
                    let score = if block_number == 0 { first } else { 7 };
                    // Of several letterheads one below the other the first speaks.
                    let leads = again
                        && self.is_letterhead(block_number + 1, actors)
                        && (block_number == 0 || !self.is_letterhead(block_number - 1, actors));
                    add(actor, score + i32::from(leads) * 4, number, "header.letterhead");
                } else if block.first + 1 >= name.first
                    && matches!(self.text.sign(name.end), "|" | "–" | "<" | ":" | "," | "✓" | "@")
                {
                    add(actor, 5, number, "header.letterhead");
                }
                if !whole && name.rule == "header.letterhead" {
                    add(actor, 7, number, "header.letterhead");
                }
                // "President of the Legislative Assembly": to whom it goes.
                let office = self.language.offices.at(self.text, block.first).is_some()
                    && self.text.blocks.iter().any(|it| self.low(it.first) == "dear");
                let by = name.first.checked_sub(2).is_some_and(|at| {
                    matches!(self.low(at), "by" | "from" | "of") && !office
                        || matches!(self.low(at + 1), "by" | "from")
                });
                // "Newsletter of the Oslo-based Lantern Society".
                let by = by
                    || self.language.kinds.at(self.text, block.first).is_some_and(|(until, _)| {
                        matches!(self.low(until), "of" | "by" | "from" | "de" | "du")
                            && until < name.first
                            && name.first <= until + 4
                            && name.end + 4 >= block.end
                    });
                let speaks = self.language.kinds.at(self.text, block.first).is_some()
                    || matches!(
                        self.low(name.end),
                        "spokesperson" | "spokesman" | "spokeswoman" | "statement"
                    );
                if by {
                    add(actor, if speaks { 8 } else { 6 }, number, "header.by");
                }
            }
            // "X condemns", "X is alarmed", "X said today", "X, a network of …, condemns".
            let mut verb =
                self.past_apposition(self.past_country(name.acronym.map_or(name.end, |it| it + 2)));
            // An acronym with a hyphen ends later.
            verb += usize::from(self.text.sign(verb) == ")");
            if self.text.sign(verb) == "*" {
                verb += 1;
            }
            while matches!(
                self.low(verb),
                "today"
                    | "is"
                    | "are"
                    | "following"
                    | "have"
                    | "has"
                    | "remains"
                    | "also"
                    | "warmly"
                    | "strongly"
                    | "deeply"
                    | "gravely"
                    | "categorically"
                    | "therefore"
                    | "further"
                    | "s"
                    | "se"
                    | "again"
                    | "once"
                    | "more"
                    | "sont"
                    | "est"
                    | "which"
                    | "notes"
            ) && self.text.tokens.get(verb).is_some_and(|it| it.kind == Kind::Word)
            {
                verb += 1;
            }
            // "The Network on Wednesday said".
            let on = usize::from(self.low(verb) == "on");
            let dated = self.language.weekdays.contains_key(self.low(verb + on))
                && self.text.is_capital(verb + on);
            verb += if dated { on + 1 } else { 0 };
            let speaks = self.language.voices.contains(self.low(verb)) && !block.after;
            let in_quote = self
                .text
                .sentences
                .get(self.text.sentence_of(name.first).unwrap_or(0))
                .is_some_and(|it| {
                    (it.first..name.first).any(|at| matches!(self.text.sign(at), "“" | "\"" | "‘"))
                });
            if speaks && !in_quote && block_number >= self.zones.body {
                let said = self.low(verb).starts_with("sa") || self.low(verb) == "told";
                let today = dated || is_of_today(self.text, self.language, verb + 1);
                let first = block_number == self.zones.body;
                // "The Council of Ministers extended the emergency": what others did.
                let did = !first
                    && matches!(
                        it.kind.as_str(),
                        "state_body" | "state" | "political_party" | "armed_group" | "company"
                    )
                    && self.low(verb).ends_with("ed");
                let group = matches!(name.kind, NameKind::Group | NameKind::Body);
                let score = match (organised, said) {
                    (_, true) if today => 14,
                    // "said in April": then, not here.
                    (_, true)
                        if self.low(verb + 1) == "in"
                            && self.language.months.contains_key(self.low(verb + 2)) =>
                    {
                        0
                    }
                    (_, false) if did => 1,
                    // "…, the Lantern House said." ends the first sentences.
                    (true, true)
                        if first
                            && self.text.sign(verb + 1) == "."
                            && matches!(
                                it.kind.as_str(),
                                "ngo" | "union" | "intergovernmental"
                            ) =>
                    {
                        4
                    }
                    (false, true) => 0,
                    (true, false) if first && self.is_demanding(verb) => 9,
                    (true, false) if self.is_demanding(verb) => 5,
                    (true, _) => 3,
                    (false, false) if first && name.kind == NameKind::Body => 9,
                    (false, false) if first && group => 7,
                    // An organisation whose name has no word for one reads as a person's name.
                    (false, false) if first && name.from == name.first => 6,
                    (false, false) => 2,
                };
                // "The Secretariat of the Front takes note", below the Front's own letterhead.
                let longer =
                    organised && first && score > 2 && self.outgrows_head(name.first, name.end);
                add(actor, score + i32::from(longer) * 6, number, "header.voice");
                // "The Network (AN) and its member organisation, the Centre, condemn": the first of those who speak.
                if first
                    && organised
                    && score > 2
                    && let Some((leader, at)) = self.speaks_with(number, actors)
                {
                    add(leader, score + 2, at, "header.voice");
                }
            }
            // "X's deputy director, A. B., said": what X says.
            if first_lines
                && organised
                && self.officer_speaks(name.acronym.map_or(name.end, |it| it + 2))
            {
                add(actor, 7, number, "header.voice");
            }
            // "We are the Council", "we, the X", "Réunies dans l’Association".
            let lead = self.is_we(name.first);
            // "I, A. B., of Homagama, do solemnly declare".
            let solemn = name.kind == NameKind::Person
                && name.from > 1
                && self.text.sign(name.from - 1) == ","
                && matches!(self.low(name.from.saturating_sub(2)), "i" | "je")
                && !block.after;
            // "My name is A. B."
            let told = name.kind == NameKind::Person
                && name.from > 2
                && first_lines
                && self.low(name.from - 1) == "is"
                && self.low(name.from - 2) == "name"
                && self.low(name.from - 3) == "my";
            if solemn || told {
                add(actor, 12, number, "header.voice");
            }
            // "CAIRO, 5 December (Meridian Agency) –": the agency whose report it is.
            let wired = name.first > 0
                && block_number == self.zones.body
                && name.first < block.first + 16
                && self.text.sign(name.first - 1) == "("
                && self.text.sign(name.end) == ")"
                && (matches!(self.text.sign(name.end + 1), "–" | "—" | "-" | ":")
                    || it.kind == "media" && self.text.sign(name.end + 1) == ",");
            if wired {
                add(actor, 22, number, "header.by");
            }
            // "issued by the X", "for and on behalf of X" below the text.
            if organised
                && block_number > self.zones.body
                && block_number + 8 >= self.text.blocks.len()
            {
                let the = usize::from(name.definite);
                let before =
                    |back: usize| name.first.checked_sub(back + the).map_or("", |at| self.low(at));
                let issued = before(1) == "by"
                    && matches!(
                        before(2),
                        "issued" | "released" | "signed" | "released:" | "statement" | "release"
                    );
                let behalf = before(1) == "of"
                    && before(2) == "behalf"
                    && !block.after
                    && block.kind == BlockKind::Line;
                if issued || behalf {
                    add(actor, 7, number, "header.foot");
                }
            }
            // "On behalf of the X, I write": in whose name a letter speaks.
            let in_name = organised
                && first_lines
                && (name.first.saturating_sub(4)..name.first).any(|at| {
                    self.low(at) == "behalf" && at >= block.first && at <= block.first + 4
                });
            if in_name {
                add(actor, 8, number, "header.voice");
            }
            // "The X will not stop", "the X has learned": acts of its own, which say little of others.
            if organised
                && !in_quote
                && !block.after
                && !arms
                && block_number >= self.zones.body
                && !speaks
                && self.is_own_act(name.acronym.map_or(name.end, |it| it + 2))
            {
                let first = block_number <= self.zones.body + 1;
                let state =
                    matches!(it.kind.as_str(), "state_body" | "state" | "company" | "armed_group");
                let longer = first && self.outgrows_head(name.first, name.end);
                let score = if state && !longer {
                    1
                } else if first {
                    4
                } else {
                    2
                };
                add(actor, score + i32::from(longer) * 10, number, "header.voice");
            }
            // "Nous, vendeuses du marché, réunies dans l’Association …": the first that is named.
            let opening = self.text.sentence_of(name.first).is_some_and(|it| {
                let sentence = self.text.sentences[it];
                block_number <= self.zones.body + 1
                    && matches!(self.low(sentence.first), "we" | "nous")
                    && name.first < sentence.first + 16
                    && !(sentence.first..name.first)
                        .any(|at| self.language.voices.contains(self.low(at)))
                    && !self.names[..number]
                        .iter()
                        .any(|it| it.first >= sentence.first && it.kind == NameKind::Organisation)
            });
            if opening && organised && !lead {
                add(actor, 4, number, "header.voice");
            }
            if lead && organised && block_number <= self.zones.body + 3 {
                add(actor, 9, number, "header.voice");
            }
            // The foot: who signs.
            let total = self.text.blocks.len();
            if block_number + 6 >= total
                && block_number > self.zones.body
                && block.kind != BlockKind::Paragraph
                && organised
                && block.end - block.first <= name.end - name.first + 5
                && !matches!(self.low(block.first), "to" | "copies" | "au" | "aux")
            {
                add(actor, 4, number, "header.foot");
            }
            if block_number < self.zones.body
                && name.kind == NameKind::Person
                && block.end - block.first <= name.end - name.from + 1
                && !block.boilerplate
            {
                add(actor, 3, number, "header.letterhead");
            }
            if block_number + 6 >= total
                && name.kind == NameKind::Person
                && block.end - block.first <= name.end - name.from + 1
            {
                add(actor, 2, number, "header.foot");
            }
            if block_number == self.zones.body
                && organised
                && block.first + 1 >= name.first.saturating_sub(12)
            {
                add(actor, 1, number, "header.voice");
            }
        }
        for (actor, number) in self.addressed_by(actors) {
            add(actor, 5, number, "header.letterhead");
        }
        let best = scores.into_iter().max_by_key(|(actor, (score, name, _))| {
            (*score, std::cmp::Reverse(self.names[*name].first), std::cmp::Reverse(*actor))
        })?;
        let (actor, (score, name, rule)) = best;
        // Of bodies of the public a slight sign tells, unless a witness speaks; being named does not.
        let public = || {
            matches!(
                actors.all[actor].kind.as_str(),
                "ngo" | "union" | "media" | "religious_body" | "political_party"
            ) && actors.all[actor].is == NameKind::Organisation
                && self.text.tokens.iter().filter(|it| matches!(it.raw, "I" | "my" | "My")).count()
                    < 2
        };
        (score >= 4 || score >= 2 && public()).then(|| Said {
            value: actor,
            first: self.names[name].first,
            end: self.names[name].end,
            rule,
        })
    }

    /// The organisation that begins a sentence, where "and" joins another to it before their verb.
    fn speaks_with(&self, number: usize, actors: &Actors) -> Option<(usize, usize)> {
        let name = &self.names[number];
        let sentence = self.text.sentences[self.text.sentence_of(name.first)?];
        let at = (0..number).find(|it| {
            self.names[*it].first >= sentence.first
                && self.names[*it].kind == NameKind::Organisation
        })?;
        let first = &self.names[at];
        let leads = (sentence.first..first.first).all(|it| {
            self.text.tokens[it].kind != Kind::Word
                || matches!(self.low(it), "the" | "we" | "today")
                || self.text.is_capital(it)
        });
        let joined = (first.end..name.first).any(|it| self.low(it) == "and")
            && !(first.end..name.first).any(|it| self.language.verb_forms.contains(self.low(it)));
        let actor = actors.of(at)?;
        (leads && joined && actors.of(number) != Some(actor)).then_some((actor, at))
    }

    /// Whether a block is a line above the text that is the name of an organisation of the public.
    fn is_letterhead(&self, number: usize, actors: &Actors) -> bool {
        let Some(block) = self.text.blocks.get(number).filter(|_| number < self.zones.body) else {
            return false;
        };
        let at = self.names.partition_point(|it| it.first < block.first);
        self.names.get(at).is_some_and(|it| {
            it.first == block.first
                && it.kind == NameKind::Organisation
                && block.end - block.first
                    <= it.end - it.first + usize::from(it.acronym.is_some()) * 3
                && actors.of(at).is_some_and(|it| {
                    matches!(actors.all[it].kind.as_str(), "ngo" | "union" | "religious_body")
                })
        })
    }

    /// Whether "spokesperson for" or "statement by" stands before a name.
    fn is_spoken_for(&self, at: usize) -> bool {
        let the = usize::from(at > 0 && matches!(self.low(at - 1), "the" | "le" | "la"));
        at.checked_sub(2 + the).is_some_and(|before| {
            matches!(self.low(before), "spokesperson" | "spokesman" | "spokeswoman" | "porte")
                && matches!(self.low(before + 1), "for" | "of" | "du" | "de")
        })
    }

    /// "'s Deputy Director, A. B., said": an officer of the name before speaks.
    fn officer_speaks(&self, at: usize) -> bool {
        if self.low(at) != "'s" {
            return false;
        }
        let Some(sentence) = self.text.sentence_of(at).map(|it| self.text.sentences[it]) else {
            return false;
        };
        let office = (at + 1..(at + 8).min(sentence.end)).any(|it| {
            self.language.offices.at(self.text, it).is_some()
                || matches!(
                    self.low(it),
                    "director"
                        | "representative"
                        | "researcher"
                        | "spokesperson"
                        | "head"
                        | "secretary"
                        | "chair"
                        | "coordinator"
                )
        });
        office
            && (at + 1..sentence.end).any(|it| matches!(self.low(it), "said" | "says" | "stated"))
    }

    /// Past "of the Kingdom of X" behind the name of a body of that state.
    fn past_country(&self, at: usize) -> usize {
        if !matches!(self.low(at), "of" | "in" | "du" | "de" | "d") {
            return at;
        }
        let from = at + 1 + usize::from(matches!(self.low(at + 1), "the" | "la" | "le"));
        let mut end = from;
        while end < from + 6
            && (self.text.is_capital(end)
                || end > from && matches!(self.low(end), "of" | "and" | "the" | "de" | "du"))
        {
            end += 1;
        }
        if end > from { end } else { at }
    }

    /// Past ", a network of …," behind a name, where a voice follows it.
    fn past_apposition(&self, at: usize) -> usize {
        if self.text.sign(at) != "," {
            return at;
        }
        let limit =
            self.text.sentence_of(at).map_or(at, |it| self.text.sentences[it].end).min(at + 24);
        (at + 1..limit)
            .filter(|it| self.text.sign(*it) == ",")
            .map(|it| it + 1)
            .find(|it| self.language.voices.contains(self.low(*it)) && self.is_demanding(*it))
            .unwrap_or(at)
    }

    /// Verbs by which only an issuer speaks; anybody believes, notes or remembers.
    fn is_demanding(&self, verb: usize) -> bool {
        !matches!(
            self.low(verb),
            "believes"
                | "believe"
                | "believed"
                | "considers"
                | "remembers"
                | "remains"
                | "remain"
                | "remained"
                | "stands"
                | "stood"
                | "learned"
                | "learnt"
                | "presented"
                | "expects"
                | "expected"
        )
    }

    /// Actors whose names are in the addresses of the text: "press@freeletters.org", "@lakewatch".
    fn addressed_by(&self, actors: &Actors) -> Vec<(usize, usize)> {
        let labels = labels(self.text.body);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (number, name) in self.names.iter().enumerate() {
            let Some(actor) = actors.of(number) else { continue };
            if found.iter().any(|it| it.0 == actor)
                || !matches!(name.kind, NameKind::Organisation | NameKind::Person)
            {
                continue;
            }
            let words: Vec<&str> = (name.first..name.end)
                .map(|at| self.text.low(at))
                .filter(|it| it.chars().all(char::is_alphanumeric))
                .collect();
            let joined = words.concat();
            let initials: String = words
                .iter()
                .filter(|it| !self.language.stops.contains(**it))
                .filter_map(|it| it.chars().next())
                .collect();
            let acronym = name.acronym.map(|at| self.low(at).to_owned());
            let fits = |label: &String| {
                label.chars().count() > 4 && joined.contains(label.as_str())
                    || words.len() > 1 && joined.chars().count() > 4 && label.contains(&joined)
                    || words.len() > 1
                        && words[0].chars().count() > 4
                        && label.starts_with(words[0])
                    || initials.chars().count() > 2 && *label == initials
                    || acronym.as_ref().is_some_and(|it| it.chars().count() > 2 && label == it)
            };
            if labels.iter().any(fits) {
                found.push((actor, number));
            }
        }
        found
    }

    /// Whether all sign alike, as the text or its head says.
    pub fn is_joint(&self) -> bool {
        is_joint(self.text, self.zones.body)
    }

    /// Who signs with the issuer: the list after "Signed by", several letterheads, the experts of a note.
    pub fn cosigners(&self, actors: &Actors, issuer: Option<usize>) -> (Vec<usize>, Option<usize>) {
        if !self.house.uses("header.cosigner") {
            return (Vec::new(), None);
        }
        let mut found: Vec<usize> = Vec::new();
        let mut listing = false;
        let tail = joint_tail(self.text, self.zones.body);
        for (number, block) in self.text.blocks.iter().enumerate() {
            listing |= tail == Some(number);
            let opens = opens_signatures(self.text, number);
            if opens {
                listing = true;
                continue;
            }
            if !listing || block.boilerplate || number < self.zones.body {
                continue;
            }
            let named = self.names.iter().enumerate().find(|(_, it)| {
                it.first >= block.first
                    && it.first <= block.first + 1
                    && matches!(it.kind, NameKind::Organisation | NameKind::Person)
            });
            match named.and_then(|(at, _)| actors.of(at)) {
                Some(actor) if block.end - block.first < 16 => {
                    if !found.contains(&actor) {
                        found.push(actor);
                    }
                }
                _ => listing = false,
            }
        }
        // "* The experts: Ms. A, Special Rapporteur …; Mr. B".
        for sentence in &self.text.sentences {
            let opens = (sentence.first..sentence.end.min(sentence.first + 5))
                .any(|at| self.low(at) == "experts")
                && (sentence.first..sentence.end.min(sentence.first + 6))
                    .any(|at| self.text.sign(at) == ":");
            if !opens {
                continue;
            }
            for (at, name) in self.names.iter().enumerate() {
                let block = &self.text.blocks[sentence.block];
                let listed = name.from < name.first
                    || name.first.checked_sub(1).is_some_and(|at| {
                        matches!(self.text.sign(at), ":" | ";" | "*") || self.low(at) == "and"
                    });
                if name.kind == NameKind::Person
                    && listed
                    && name.first > sentence.first
                    && name.end <= block.end
                    && let Some(actor) = actors.of(at)
                    && !found.contains(&actor)
                {
                    found.push(actor);
                }
            }
        }
        // Several letterheads one below the other.
        if found.is_empty() {
            let heads: Vec<usize> = self
                .zones
                .header
                .iter()
                .filter(|number| {
                    !self.text.blocks[**number].boilerplate && self.is_letterhead(**number, actors)
                })
                .filter_map(|number| {
                    let first = self.text.blocks[*number].first;
                    let at = self.names.iter().position(|it| it.first == first)?;
                    actors.of(at)
                })
                .collect();
            if heads.len() > 1 && heads.first().copied() == issuer {
                found = heads;
            }
        }
        let first = found.first().copied();
        found.retain(|it| Some(*it) != issuer);
        (found, first)
    }
}

/// What stands for a name in addresses of e-mail and the web: "freeletters" of "www.freeletters.org" and of
/// "@freeletters". Common words for where post is kept are none.
fn labels(body: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in
        body.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '|' | ','))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@').to_lowercase();
        let host = match word.split_once('@') {
            Some((_, host)) => host.to_owned(),
            None if word.starts_with("www.") || word.contains("://") => {
                let rest = word.split_once("://").map_or(word.as_str(), |it| it.1);
                rest.split('/').next().unwrap_or_default().to_owned()
            }
            None => continue,
        };
        let host = host.trim_start_matches("www.");
        let label = host.split('.').next().unwrap_or_default();
        let label: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_post = matches!(
            label.as_str(),
            "" | "gmail"
                | "yahoo"
                | "hotmail"
                | "outlook"
                | "protonmail"
                | "proton"
                | "facebook"
                | "twitter"
                | "example"
        );
        if !is_post && !found.contains(&label) {
            found.push(label);
        }
    }
    found
}

/// The name of a state without its form: "Kingdom of X". Nothing but a form may stand before it.
fn past_form(name: &str) -> &str {
    let lower = name.to_lowercase();
    let forms =
        ["kingdom of ", "republic of ", "state of ", "union of ", "royaume de ", "république de "];
    let past = forms.iter().find_map(|form| {
        let at = lower.find(form)?;
        (!lower[..at].contains(" of ") && !lower[..at].contains(" de ")).then_some(at + form.len())
    });
    past.and_then(|at| name.get(at..)).unwrap_or(name)
}
