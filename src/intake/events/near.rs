//! Which date of a sentence is an act's: the nearest of its clause that is of nothing else.

use super::{Acts, Event, Story};
use crate::intake::dates::{DateMention, Scope, When, resolve};
use crate::intake::text::{Kind, Sentence};

impl Acts<'_, '_> {
    /// The date of an act: the nearest of its clause.
    pub(super) fn date_near<'d>(
        &self,
        first: usize,
        end: usize,
        dates: &[&'d DateMention],
        others: &[(usize, usize)],
        sentence: Sentence,
    ) -> Option<&'d DateMention> {
        let cost = |date: &DateMention| {
            let (low, high) = if date.end <= first {
                (date.end, first)
            } else {
                (end.min(date.first), date.first)
            };
            let crossed = (low..high).map(|at| match self.text.sign(at) {
                ";" | "–" | "—" => 30,
                "“" | "”" | "\"" => 4,
                "," => 3,
                _ => match self.low(at) {
                    "and" | "et" => 6,
                    "who" | "which" | "while" | "but" | "after" | "before" | "that" | "where"
                    | "when" | "as" | "qui" | "que" | "qu" | "dont" => 3,
                    _ => 0,
                },
            });
            let between: usize = others
                .iter()
                .filter(|it| it.0 != first && it.1 > low && it.0 < high && it.1 != end)
                .map(|_| 8)
                .sum();
            // "arrested in January, sentenced in March": the date of what is told before it.
            let of_former = date.end <= first
                && (low..high).any(|at| self.text.sign(at) == ",")
                && others.iter().any(|it| it.1 <= date.first && it.1 + 6 > date.first);
            let former = if of_former { 4 } else { 0 };
            // A date at the beginning is of the whole sentence.
            let leads = date.end <= first && self.leads(date, sentence);
            if leads {
                (crossed.sum::<usize>() / 3 + 6).min(22)
            } else {
                crossed.sum::<usize>() + (high - low) / 2 + between + former
            }
        };
        let from = self.counted_from(first);
        let fits = |date: &&&DateMention| {
            let scoped = match date.scope {
                Scope::All => true,
                Scope::Within(from, until) => (from..until).contains(&first),
                Scope::Without(from, until) => !(from..until).contains(&first),
            };
            let counted_from = from.is_none_or(|it| it.0 <= date.first && date.end <= it.1);
            if !scoped || !counted_from || self.is_of_another(first, end, date, others, sentence) {
                return false;
            }
            let before = date.first.checked_sub(1).map_or("", |at| self.low(at));
            // "until 2032", "by 19 September": when something ends; "judgment of 12 February" dates the judgment.
            // "…, the Federation said today": the day of the saying.
            let said = date
                .first
                .checked_sub(1)
                .filter(|at| *at != first)
                .is_some_and(|at| matches!(self.low(at), "said" | "says") && date.first > end);
            // "a march planned for the following day": what is to come.
            // "up to today", "even today": how long it has gone on.
            let until_now = matches!(&date.when, When::Relative(it) if it.unit == "day" && it.by == 0)
                && matches!(before, "to" | "even" | "still");
            !said
                && !until_now
                && !matches!(before, "until" | "till" | "by" | "before" | "jusqu" | "for" | "pour")
                && !matches!(date.when, When::Ambiguous | When::Lasting(_))
        };
        // "Five days before the deportation, on 18 August": what is counted yields to what is said.
        let counted = |date: &DateMention| date.when.is_counted();
        let told_beside = |date: &DateMention| {
            counted(date)
                && dates.iter().any(|it| {
                    matches!(it.when, When::Day { .. } | When::Month { .. })
                        && (it.first >= date.end
                            && it.first <= date.end + 8
                            && !others.iter().any(|act| (date.end..it.first).contains(&act.0))
                            && self.low(it.first - 1) != "until"
                            || it.end <= date.first && date.first > end && it.first < first)
                })
        };
        let near: Vec<(usize, &DateMention)> = dates
            .iter()
            .filter(fits)
            .filter(|it| !told_beside(it))
            .map(|date| (cost(date), *date))
            .filter(|it| it.0 < 34)
            .collect();
        let nearest = near.iter().min_by_key(|it| it.0)?;
        // "On 3 May they cut the lines, the fifth time this year": what is vague yields to the day.
        let vague = match &nearest.1.when {
            When::Relative(it) if it.unit == "unknown" => true,
            When::Relative(_) | When::Year(_) => {
                matches!(&nearest.1.when, When::Year(_))
                    || matches!(&nearest.1.when, When::Relative(it) if it.unit == "year")
            }
            _ => false,
        };
        let apart =
            nearest.1.first >= end && (end..nearest.1.first).any(|at| self.text.sign(at) == ",");
        let is_unknown = matches!(&nearest.1.when, When::Relative(it) if it.unit == "unknown");
        let exact = |date: &DateMention| {
            date.when.is_day()
                || matches!(date.when, When::Between(..))
                || is_unknown && matches!(date.when, When::Month { .. })
        };
        let better = near
            .iter()
            .filter(|it| vague && exact(it.1) && (apart || is_unknown && it.0 < 20))
            .min_by_key(|it| it.0);
        Some(better.unwrap_or(nearest).1)
    }

    /// Whether a date is of something else that its clause tells: of what is to come, of saying or finding, of a founding.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn is_of_another(
        &self,
        first: usize,
        end: usize,
        date: &DateMention,
        others: &[(usize, usize)],
        sentence: Sentence,
    ) -> bool {
        let back = |far: usize| {
            (date.first.saturating_sub(far).max(sentence.first)..date.first)
                .rev()
                .take_while(|at| {
                    !matches!(self.text.sign(*at), "," | ";" | "–" | "—" | ":" | "(" | ")")
                })
                .take_while(|at| !(first..end).contains(at))
                .last()
                .unwrap_or(date.first)
        };
        let has = |class: &str, from: usize| {
            from < date.first && self.language.has_class(class, self.text, from, date.first)
        };
        // "until a hearing on 20 May", "a rally planned for 8 March", "the group, founded in 1994".
        if has("when_ahead", back(9)) || has("when_else", back(4)) {
            return true;
        }
        // "In March, after strangers had posted her address, …": before that.
        let had =
            (first.saturating_sub(3)..=first).any(|at| matches!(self.low(at), "had" | "having"));
        if had && date.end <= first {
            let clause = (date.end.max(first.saturating_sub(16))..first)
                .rev()
                .take_while(|at| !matches!(self.text.sign(*at), "," | ";"))
                .any(|at| {
                    let soon = matches!(
                        self.low(at.saturating_sub(1)),
                        "hours"
                            | "minutes"
                            | "shortly"
                            | "moments"
                            | "immediately"
                            | "soon"
                            | "just"
                            | "hour"
                    );
                    !soon && matches!(self.low(at), "after" | "because" | "once")
                });
            if clause {
                return true;
            }
        }
        // "was taken from her home and, on 6 May, charged": the day of the second.
        let next = others.iter().any(|it| (date.end..date.end + 4).contains(&it.0));
        if date.first >= end
            && date.scope == Scope::All
            && next
            && (end..date.first)
                .rev()
                .find(|at| {
                    self.text.sign(*at) != ","
                        && !matches!(
                            self.low(*at),
                            "on" | "in" | "at" | "the" | "late" | "early" | "last" | "a"
                        )
                })
                .is_some_and(|at| {
                    matches!(self.low(at), "and" | "but" | "then") || self.text.sign(at) == ";"
                })
        {
            return true;
        }
        // "arrested for a speech that he gave in 2021": when he gave it.
        let of_why = date.first >= end
            && (end..date.first).any(|at| {
                matches!(
                    self.low(at),
                    "for"
                        | "over"
                        | "under"
                        | "about"
                        | "because"
                        | "concerning"
                        | "regarding"
                        | "accused"
                )
            });
        if of_why && has("when_made", back(5)) {
            return true;
        }
        // "Before his arrest on 3 May, …", "X, who returned from exile in March, …": what was before.
        if date.end <= first {
            let comma = (date.end..first).any(|at| self.text.sign(at) == ",");
            if comma && matches!(self.low(sentence.first), "before" | "prior" | "until" | "up") {
                return true;
            }
        }
        // "Nurses who struck in December were dismissed this week": another day is told.
        let ends = matches!(
            self.low(date.end),
            "was" | "were" | "has" | "have" | "had" | "is" | "are" | "will" | "who"
        );
        let whose = (sentence.first..date.first)
            .rev()
            .take_while(|at| self.text.tokens[*at].kind == Kind::Word)
            .find(|at| matches!(self.low(*at), "who" | "that" | "which"));
        if let Some(whose) = whose
            && date.end <= first
            && ends
            && self.dates.iter().any(|it| {
                it.first >= end && it.end <= sentence.end && !matches!(it.when, When::Lasting(_))
            })
            && !others.iter().any(|it| (whose..date.first).contains(&it.0))
        {
            return true;
        }
        let who = (sentence.first + 1..date.first)
            .rev()
            .take_while(|at| !matches!(self.text.sign(*at), "," | ";") || self.low(at + 1) == "who")
            .find(|at| self.text.sign(*at) == "," && self.low(at + 1) == "who");
        if let Some(who) = who
            && !(who..date.first).contains(&first)
            && (first < who || (date.end..first).any(|at| self.text.sign(at) == ","))
            && !others.iter().any(|it| (who..date.first).contains(&it.0))
            && !matches!(self.low(who + 2), "was" | "were" | "is" | "are" | "has" | "have")
        {
            return true;
        }
        if self.is_of_other_clause_near(first, end, date, others, sentence) {
            return true;
        }
        // "…, his wife said on Monday": the day of the saying. "…, whose body was found on Monday": of the finding.
        date.first >= end && {
            let comma = (end..date.first).rev().find(|at| self.text.sign(*at) == ",");
            let from = comma.unwrap_or(end);
            comma.is_some() && date.first - from < 14 && has("when_said", from)
                || has("when_found", end.max(date.first.saturating_sub(12)))
        }
    }

    /// Whether a date is of a clause beside that of an act: joined to it with a subject of its own, put in after a comma, or
    /// said of what was published, felt or done before.
    fn is_of_other_clause_near(
        &self,
        first: usize,
        end: usize,
        date: &DateMention,
        others: &[(usize, usize)],
        sentence: Sentence,
    ) -> bool {
        let joins = |at: &usize| {
            self.text.sign(*at) == ","
                && matches!(
                    self.low(at + 1),
                    "and" | "but" | "while" | "yet" | "whereas" | "et" | "mais" | "tandis"
                )
        };
        if date.first >= end {
            // "…, and her passport was confiscated in November".
            let apart = (end..date.first)
                .find(joins)
                .is_some_and(|at| others.iter().any(|it| it.0 > at + 3 && it.0 < date.end + 6));
            // "had been detained for 14 months and was acquitted in 2022".
            let had = (first.saturating_sub(3)..first)
                .any(|at| matches!(self.low(at), "had" | "has" | "have"));
            let then = had
                && others.iter().any(|it| {
                    it.0 > end
                        && it.1 <= date.first
                        && self.low(it.0 - 1) == "and"
                        && matches!(self.low(it.0), "was" | "were")
                });
            // "…, which was published on 17 August".
            let put_in = (end..date.first)
                .rev()
                .take_while(|at| self.text.sign(*at) != ";")
                .find(|at| self.text.sign(*at) == "," && self.low(at + 1) == "which")
                .is_some_and(|at| !others.iter().any(|it| (at..date.first).contains(&it.0)));
            // "in the statement issued by the Monitor on 16 September".
            let issued = (end..date.first)
                .any(|at| self.language.class_at("when_issued", self.text, at).is_some())
                && !others.iter().any(|it| (end..date.first).contains(&it.0));
            // "was tortured by soldiers following his arrest on 16 July".
            let former = others.iter().any(|it| {
                it.0 >= end
                    && it.1 <= date.first
                    && date.first < it.1 + 6
                    && (end..it.0).rev().take(4).any(|at| {
                        matches!(
                            self.low(at),
                            "following" | "after" | "since" | "upon" | "before" | "despite"
                        )
                    })
            });
            // "for taking part in the go-slow of June".
            let named = self.low(date.first - 1) == "of"
                && (end..date.first).any(|at| {
                    matches!(self.low(at), "for" | "over" | "because" | "about" | "during")
                });
            return apart || then || put_in || issued || former || named;
        }
        if date.end < first && self.is_felt(date, sentence) {
            return true;
        }
        // "He was freed in February, but the charges stand".
        date.end <= first
            && !self.leads(date, sentence)
            && (date.end..first)
                .any(|at| joins(&at) && at + 3 < first && !matches!(self.low(at + 1), "and" | "et"))
            && others.iter().any(|it| it.1 <= date.first && it.1 + 8 > date.first)
    }

    /// "On the night of Tuesday, 20 May, …", "At around 5:40 p.m. on Sunday, …": a date with which a sentence begins.
    fn leads(&self, date: &DateMention, sentence: Sentence) -> bool {
        date.first <= sentence.first + 3
            || date.first <= sentence.first + 9
                && (sentence.first..date.first).all(|at| {
                    self.text.tokens[at].kind != Kind::Word
                        || matches!(
                            self.low(at),
                            "on" | "in"
                                | "at"
                                | "the"
                                | "night"
                                | "morning"
                                | "evening"
                                | "afternoon"
                                | "early"
                                | "late"
                                | "hours"
                                | "of"
                                | "around"
                                | "about"
                                | "approximately"
                                | "shortly"
                                | "before"
                                | "after"
                                | "dawn"
                                | "midnight"
                                | "noon"
                                | "p"
                                | "a"
                                | "m"
                                | "pm"
                                | "am"
                                | "or"
                        )
                        || self.language.weekdays.contains_key(self.low(at))
                })
    }

    /// "UN experts today expressed dismay at the arrest of", "condemned on Monday the killing of": the day of the words.
    pub(super) fn is_felt(&self, date: &DateMention, sentence: Sentence) -> bool {
        let felt = |at: usize| {
            self.language.voices.contains(self.low(at))
                || self.language.class_at("when_felt", self.text, at).is_some()
        };
        felt(date.end) || date.first > sentence.first && felt(date.first - 1)
    }

    /// "The attack took place on 3 May": the day of what was told just before, without one.
    pub(super) fn tell_day(
        &self,
        number: usize,
        sentence: Sentence,
        dates: &[&DateMention],
        story: &Story,
        events: &mut [Event],
    ) {
        let told = (sentence.first..sentence.end)
            .find_map(|at| self.language.class_at("when_told", self.text, at).map(|end| (at, end)));
        let Some((at, end)) = told else { return };
        let definite = |it: &usize| matches!(self.low(*it), "the" | "this" | "these" | "both");
        let it =
            matches!(self.low(sentence.first), "it" | "this" | "that") && at <= sentence.first + 2;
        let meant = it
            || (sentence.first..at).filter(definite).any(|it| {
                (it + 1..(it + 4).min(at + 1))
                    .any(|it| self.language.class_at("when_this", self.text, it).is_some())
            });
        let date = dates
            .iter()
            .find(|it| it.scope == Scope::All && it.first >= end && it.first <= end + 8);
        let Some(date) = date.filter(|_| meant) else { return };
        let Some(resolved) = resolve(date, self.anchor_of(date, story, sentence)) else { return };
        let Some(last) =
            events.iter().rev().find(|it| it.sentence < number && it.block == sentence.block)
        else {
            return;
        };
        let last = last.sentence;
        if last + 2 < number {
            return;
        }
        for event in events.iter_mut().filter(|it| it.sentence == last && !it.own_date) {
            event.date = Some(resolved.edtf.clone());
            event.day = Some(resolved.first);
            event.own_date = true;
        }
    }
}
