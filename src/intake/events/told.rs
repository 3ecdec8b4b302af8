//! Whether words of an act tell one that happened.

use super::{Acts, Story, clauses_is_progressive, may_be_threatened};
use crate::domain::Country;
use crate::intake::clause::{Clauses, Group, Told};
use crate::intake::names::NameKind;
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::Sentence;

impl Acts<'_, '_> {
    /// The patterns that count: none within another, each with what it asks for around it.
    pub(super) fn chosen<'l>(
        &'l self,
        clauses: &Clauses<'_, '_>,
        sentence: Sentence,
        story: &Story,
    ) -> Vec<(Hit<'l>, Group)> {
        let hits =
            self.language.events.hits(self.text, self.language, sentence.first, sentence.end);
        let mut chosen: Vec<(Hit<'l>, Group)> = Vec::new();
        for hit in hits {
            let overlaps = chosen.iter().any(|(other, _)| {
                hit.first < other.end
                    && other.first < hit.end
                    && !(other.gap.is_some_and(|gap| gap.0 <= hit.first && hit.end <= gap.1))
            });
            // A word of a name tells no act: "Network against Torture".
            let in_name = clauses.name_at(hit.first).is_some_and(|it| {
                let name = &self.names[it];
                hit.first >= name.first
                    && !matches!(name.kind, NameKind::Group | NameKind::Body)
                    && name.end - name.first > 1
            });
            if overlaps
                || in_name
                || self.laws.covers(hit.first)
                || self.is_noun_here(&hit, sentence)
            {
                continue;
            }
            let group = clauses.group(&hit, sentence);
            if self.fits(clauses, &hit, &group, sentence, story) {
                chosen.push((hit, group));
            }
        }
        chosen.sort_by_key(|it| it.0.first);
        chosen
    }

    pub(super) fn fits(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
        story: &Story,
    ) -> bool {
        let pattern = hit.pattern;
        if pattern.frame == Frame::State && !self.is_said_of_somebody(clauses, hit, group, sentence)
        {
            return false;
        }
        // "had beaten no one".
        if pattern.frame == Frame::Verb
            && !group.passive
            && matches!(self.low(hit.end), "no" | "nobody" | "none" | "neither")
        {
            return false;
        }
        // "the minister banned the issue": a verb with its object is no state.
        if pattern.frame == Frame::State
            && group.first == hit.first
            && self.low(hit.end - 1).ends_with("ed")
            && clauses.begins_object(hit.end)
        {
            return false;
        }
        // "police dispersed the protesters": who is its object suffers it, not its subject.
        if pattern.frame == Frame::Suffered && pattern.is_word() && !group.passive {
            let object = clauses.object(hit.end, sentence.end.min(hit.end + 4), false);
            let dated = self.dates.iter().any(|it| it.first >= hit.end && it.first < hit.end + 3);
            if (!object.names.is_empty() || clauses.begins_object(hit.end)) && !dated {
                return false;
            }
        }
        if pattern.active && group.passive
            || pattern.passive && !group.passive
            || pattern.negated && !group.negated && !self.would_not(hit)
        {
            return false;
        }
        let (first, end) = self.around(hit, sentence);
        let has = |class: &String, first: usize, end: usize| {
            let law = class.starts_with("law")
                || class.starts_with("bill")
                || class.starts_with("statute");
            law && self.laws.mentions.iter().any(|it| {
                it.first < end && it.end > first && self.laws.named[it.law].code.is_none()
            }) || self.language.has_class(class, self.text, first, end)
                || self.names_class(clauses, class, first, end)
        };
        // "He died on 3 May": who was taken before died in custody.
        let held = || {
            pattern.kind == "death_in_custody"
                && pattern.frame == Frame::Suffered
                && self.low(hit.first).starts_with("die")
                && {
                    let subject = clauses.subject(group.first, sentence);
                    let who = self.actors_of(clauses, &subject, story, true);
                    !who.is_empty() && who.iter().all(|it| story.held.contains(it))
                }
        };
        // That nobody knows where they are may be said in the sentences that follow.
        let asked = |class: &String| {
            if class == "denial_held" {
                has(class, sentence.first, self.told_until(sentence))
            } else {
                has(class, first, end)
            }
        };
        if !pattern.with.iter().all(asked) && !held()
            || pattern.not.iter().any(|class| has(class, first, end))
        {
            return false;
        }
        if pattern.person && !self.is_somebody(clauses, hit, group, sentence) {
            return false;
        }
        if pattern.object.is_empty() {
            return true;
        }
        let (from, to) = if group.passive {
            (group.first.saturating_sub(20).max(sentence.first), group.first)
        } else if let Some(gap) = hit.gap {
            (gap.0, gap.1)
        } else if pattern.frame == Frame::Noun {
            (hit.first.saturating_sub(4).max(sentence.first), (hit.end + 9).min(sentence.end))
        } else if pattern.frame == Frame::Suffered {
            (group.first.saturating_sub(14).max(sentence.first), (hit.end + 9).min(sentence.end))
        } else {
            (hit.end, (hit.end + 9).min(sentence.end))
        };
        // "It had been passed by Parliament": the law named before.
        let is_law = matches!(pattern.kind.as_str(), "restrictive_law" | "law_repealed")
            && group.passive
            && (from..to).any(|at| self.low(at) == "it")
            && self.laws.mentions.iter().any(|it| {
                it.end <= from && it.end + 45 > from && self.laws.named[it.law].code.is_none()
            });
        is_law
            || pattern.object.iter().any(|class| has(class, from, to))
            || self
                .relative(clauses, hit, group, sentence)
                .is_some_and(|(from, to)| pattern.object.iter().any(|class| has(class, from, to)))
            || self.is_it(hit, group, from).is_some_and(|before| {
                pattern.object.iter().any(|class| has(class, before, sentence.first))
            })
    }

    /// "the decree that the regime brought in": where the object of a relative clause stands.
    fn relative(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
    ) -> Option<(usize, usize)> {
        let active = hit.pattern.frame == Frame::Verb && !group.passive && hit.gap.is_none();
        if !active || clauses.begins_object(hit.end) {
            return None;
        }
        let from = group.first.saturating_sub(8).max(sentence.first);
        let that = (from..group.first.saturating_sub(1))
            .rev()
            .find(|at| matches!(self.low(*at), "that" | "which"))?;
        let first = that.saturating_sub(6).max(sentence.first);
        (!clauses.is_border(that.saturating_sub(1)) && first < that).then_some((first, that))
    }

    /// "The ministry would not register the union": it refused.
    fn would_not(&self, hit: &Hit<'_>) -> bool {
        hit.first > 1 && self.low(hit.first - 1) == "not" && self.low(hit.first - 2) == "would"
    }

    /// "ended it": from where the thing was named that "it" means.
    fn is_it(&self, hit: &Hit<'_>, group: &Group, from: usize) -> Option<usize> {
        let at = if group.passive { group.first.checked_sub(1)? } else { from };
        let block = self.text.block_of(hit.first)?;
        matches!(self.low(at), "it" | "them")
            .then(|| hit.first.saturating_sub(40).max(self.text.blocks[block].first))
    }

    /// "X is behind bars", "X, under house arrest,": a state of somebody; not "through fabricated accusations".
    fn is_said_of_somebody(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
    ) -> bool {
        let Some(before) = hit.first.checked_sub(1).filter(|at| *at >= sentence.first) else {
            return true;
        };
        let word = self.low(before);
        let verb = matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "been"
                | "be"
                | "being"
                | "remain"
                | "remains"
                | "remained"
                | "still"
                | "now"
                | "kept"
                | "held"
                | "placed"
                | "put"
                | "languishing"
                | "languishes"
                | "himself"
                | "herself"
                | "also"
                | "already"
                | "est"
                | "sont"
                | "etait"
                | "etaient"
                | "ete"
                | "reste"
                | "restent"
                | "demeure"
                | "toujours"
                | "mis"
                | "mise"
                | "spent"
                | "days"
                | "weeks"
                | "months"
                | "years"
        );
        let named = clauses.name_at(before).is_some()
            || matches!(word, "he" | "she" | "they" | "who" | "and" | "but")
            // "the fund may no longer receive": whatever stands before is its subject.
            || matches!(self.low(hit.first), "may" | "must" | "will" | "can" | "could");
        let comma = self.text.sign(before) == ",";
        let asked = (hit.first.saturating_sub(9).max(sentence.first)..hit.first).any(|at| {
            matches!(
                self.low(at),
                "could"
                    | "would"
                    | "may"
                    | "might"
                    | "should"
                    | "must"
                    | "sentenced"
                    | "sent"
                    | "condemned"
                    | "if"
                    | "term"
                    | "terms"
            )
        });
        (verb || named || comma || group.first < hit.first || word.ends_with("ly")) && !asked
    }

    /// Whether an actor of a kind that a class stands for is named between two tokens.
    pub(super) fn names_class(
        &self,
        clauses: &Clauses<'_, '_>,
        class: &str,
        first: usize,
        end: usize,
    ) -> bool {
        let kinds: &[&str] = match class {
            "organ" | "organ_strict" | "organ_outlet" | "organisation" => {
                &["ngo", "media", "union", "political_party"]
            }
            "outlet" => &["media"],
            "authority" => &["state_body", "state"],
            _ => return false,
        };
        (first..end).any(|at| {
            clauses.name_at(at).is_some_and(|it| {
                let name = &self.names[it];
                let country = class == "authority"
                    && (name.kind == NameKind::Place
                        && Country::named(&self.text.flat(name.first, name.end)).is_some()
                        || name.kind == NameKind::Office);
                country
                    || name.kind == NameKind::Organisation
                        && self
                            .actors
                            .of(it)
                            .is_some_and(|it| kinds.contains(&self.actors.all[it].kind.as_str()))
            })
        })
    }

    /// Whether the object, or the subject of a passive, is a person, a group or a pronoun of persons.
    pub(super) fn is_somebody(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
    ) -> bool {
        let frame = hit.pattern.frame;
        let subject = if group.passive || matches!(frame, Frame::State | Frame::Suffered) {
            clauses.subject(group.first, sentence)
        } else {
            let from = hit.gap.map_or(hit.end, |gap| gap.0);
            clauses.object(from, sentence.end, false)
        };
        let pronoun = subject.pronoun.is_some_and(|at| {
            matches!(
                self.low(at),
                "he" | "she"
                    | "they"
                    | "him"
                    | "her"
                    | "them"
                    | "both"
                    | "who"
                    | "me"
                    | "us"
                    | "we"
                    | "i"
                    | "il"
                    | "elle"
                    | "ils"
                    | "elles"
                    | "nous"
            )
        });
        let left_out = group.passive
            && group.first <= sentence.first + 1
            && subject.names.is_empty()
            && subject.pronoun.is_none();
        // "the women whom the police hauled away".
        let whom = !group.passive
            && (group.first.saturating_sub(7).max(sentence.first)..group.first)
                .any(|at| self.low(at) == "whom");
        pronoun
            || left_out
            || whom
            || subject.names.iter().any(|it| {
                let name = &self.names[*it];
                matches!(name.kind, NameKind::Person | NameKind::Group | NameKind::Office)
            })
    }

    /// Whether the words before a quotation make it a label: "as “…”", "called him “…”".
    pub fn is_label(&self, clauses: &Clauses<'_, '_>, verb: usize, quote: usize) -> bool {
        let before = quote.saturating_sub(1);
        let article = usize::from(matches!(self.low(before), "a" | "an" | "the" | "des" | "les"));
        let before = before.saturating_sub(article);
        before > verb
            && (matches!(self.low(before), "as" | "of" | "with" | "to" | "de" | "comme" | "d")
                || clauses.name_at(before).is_some()
                || clauses.is("who_pronoun", before)
                || matches!(self.low(before), "him" | "her" | "us"))
    }

    /// The clause around a pattern, roughly.
    pub(super) fn around(&self, hit: &Hit<'_>, sentence: Sentence) -> (usize, usize) {
        let stops = |at: &usize| matches!(self.text.sign(*at), ";" | "–" | "—");
        let first = (hit.first.saturating_sub(14).max(sentence.first)..hit.first)
            .rev()
            .find(stops)
            .map_or(hit.first.saturating_sub(14).max(sentence.first), |it| it + 1);
        let end = (hit.end..(hit.end + 16).min(sentence.end))
            .find(stops)
            .unwrap_or((hit.end + 16).min(sentence.end));
        (first, end)
    }

    pub(super) fn is_asked(&self, hit: &Hit<'_>) -> bool {
        self.asked.iter().any(|(first, end)| *first <= hit.first && hit.first < *end)
    }

    /// The type of act that is told as having happened, if one is; a threat, where it is announced.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn reality(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
    ) -> Option<String> {
        let kind = &hit.pattern.kind;
        if self.is_rejected(hit, sentence) && *kind != "state_denial" {
            return None;
        }
        if hit.pattern.frame == Frame::Noun {
            return self.noun_is_told(clauses, hit, sentence).then(|| kind.clone());
        }
        // "what to do when police search a phone": nobody is said to have done it.
        let in_general = hit.form.base
            && !(hit.form.past || hit.form.participle || hit.form.ing)
            && group.first == hit.first
            && !self.has_date(hit, sentence)
            && (hit.first.saturating_sub(6).max(sentence.first)..hit.first)
                .any(|at| matches!(self.low(at), "when" | "whenever" | "how"));
        if in_general {
            return None;
        }
        // "demands that they be set free".
        if self.low(group.first) == "be"
            && group.first < hit.first
            && !self.is_ordered(group.first, sentence)
        {
            return None;
        }
        if self.is_of_anybody(clauses, hit, group, sentence) {
            return None;
        }
        match group.told {
            Told::No if hit.pattern.negated => Some(kind.clone()),
            Told::No => None,
            Told::Ahead => may_be_threatened(kind).then(|| "threat".to_owned()),
            Told::Happened => {
                let from = group.first.saturating_sub(10).max(sentence.first);
                // "threatened to close", "denied that anybody was held", "fears that".
                let window = (from..group.first)
                    .rev()
                    .take_while(|at| !matches!(self.text.sign(*at), ";" | "." | ":"));
                for at in window {
                    let word = self.low(at);
                    if matches!(
                        word,
                        "deny"
                            | "denies"
                            | "denied"
                            | "denying"
                            | "fear"
                            | "fears"
                            | "feared"
                            | "threaten"
                            | "threatens"
                            | "threatened"
                            | "threatening"
                            | "prevent"
                            | "avoid"
                            | "nie"
                            | "nient"
                            | "crime"
                            | "risk"
                            | "risks"
                    ) && *kind != "state_denial"
                        && *kind != "threat"
                    {
                        return None;
                    }
                    // "denied on Monday that": what is denied.
                    if word == "that"
                        && *kind != "state_denial"
                        && self.is_set_aside(at.saturating_sub(16).max(sentence.first), at)
                    {
                        return None;
                    }
                    // "rejected as invented the story that": what is called untrue.
                    if word == "that"
                        && *kind != "state_denial"
                        && matches!(
                            self.low(at.wrapping_sub(1)),
                            "story"
                                | "claim"
                                | "claims"
                                | "allegation"
                                | "allegations"
                                | "charge"
                                | "charges"
                                | "rumour"
                                | "rumours"
                                | "rumor"
                                | "rumors"
                                | "suggestion"
                                | "suggestions"
                        )
                        && (at.saturating_sub(9).max(sentence.first)..at).any(|it| {
                            matches!(
                                self.low(it),
                                "rejected"
                                    | "rejects"
                                    | "dismissed"
                                    | "dismisses"
                                    | "refuted"
                                    | "refutes"
                                    | "rubbished"
                            )
                        })
                    {
                        return None;
                    }
                    if matches!(word, "that" | "who" | "which" | "and" | "after" | "when" | "where")
                        && at + 1 < group.first
                        && !matches!(
                            self.low(at.wrapping_sub(1)),
                            "denied" | "fears" | "denies" | "feared"
                        )
                    {
                        break;
                    }
                }
                if hit.form.ing
                    && hit.pattern.frame == Frame::Verb
                    && !clauses_is_progressive(self, group.first, sentence)
                {
                    // "of killing", "without arresting": no act by itself, unless somebody did it "by" that way or it follows a comma.
                    let before = group.first.checked_sub(1).map_or("", |at| self.low(at));
                    let comma = group.first > sentence.first
                        && matches!(self.text.sign(group.first - 1), ",");
                    // "soldiers beating villagers", "messages promising that": who does it stands before it.
                    let doer = group.first > sentence.first
                        && (clauses.name_at(group.first - 1).is_some_and(|it| {
                            matches!(
                                self.names[it].kind,
                                NameKind::Person | NameKind::Group | NameKind::Body
                            )
                        }) || clauses.is("lx_msg", group.first - 1));
                    // "In banning her, the court acted on a complaint".
                    let opens = before == "in" && group.first == sentence.first + 1;
                    if !(comma
                        || doer
                        || opens
                        || matches!(before, "by" | "after" | "and" | "before"))
                        || matches!(before, "without" | "for" | "of" | "from" | "against")
                    {
                        return None;
                    }
                }
                Some(kind.clone())
            }
        }
    }

    /// "The judge ordered that all of them be set free".
    fn is_ordered(&self, at: usize, sentence: Sentence) -> bool {
        (at.saturating_sub(12).max(sentence.first)..at).any(|it| {
            matches!(
                self.low(it),
                "ordered" | "orders" | "ruled" | "directed" | "decreed" | "decided"
            )
        })
    }

    /// Whether words set aside what follows: "denied on Monday", "rejected as invented the story".
    fn is_set_aside(&self, first: usize, end: usize) -> bool {
        self.language.has_class("act_set_aside", self.text, first, end)
            || (first.max(end.saturating_sub(8))..end)
                .any(|at| matches!(self.low(at), "denied" | "denies" | "deny" | "denying"))
    }

    /// "The claim that he was blinded is false", "that shots were fired could not be confirmed".
    fn is_rejected(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let from = hit.first.saturating_sub(60).max(sentence.first);
        let that = (from..hit.first)
            .any(|at| matches!(self.low(at), "that" | "whether" | "according" | "que" | "selon"));
        that && (hit.end..sentence.end.min(hit.end + 60))
            .take_while(|at| !matches!(self.text.sign(*at), ";"))
            .any(|at| self.language.class_at("told_false", self.text, at).is_some())
    }
}
