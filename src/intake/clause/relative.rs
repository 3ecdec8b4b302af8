//! Whom relative clauses and insertions between commas speak of.

use super::{Clauses, Subject};
use crate::intake::names::NameKind;
use crate::intake::numbers;
use crate::intake::text::{Kind, Sentence};

impl Clauses<'_, '_> {
    /// Whom "who", "which" or "whose" means: the head of the phrase before it, "A, a member of the party B, who".
    pub(super) fn antecedent(&self, at: usize, sentence: Sentence) -> Option<usize> {
        let mut back = at;
        while back > sentence.first
            && (matches!(self.text.sign(back - 1), "," | ")")
                || matches!(
                    self.low(back - 1),
                    "of" | "both" | "all" | "and" | "to" | "by" | "from" | "among"
                ))
        {
            back -= 1;
        }
        let persons = matches!(self.low(at), "who" | "whom");
        let named = |until: usize| {
            (sentence.first..until).rev().find_map(|it| {
                self.name_at(it).filter(|it| self.names[*it].kind != NameKind::Place)
            })
        };
        let last = named(back)?;
        let mut number = last;
        // "a member of the party, who": no organisation is meant by "who".
        for _ in 0..3 {
            let name = &self.names[number];
            if !persons || name.kind != NameKind::Organisation || !self.is_inner(number) {
                break;
            }
            let Some(head) = named(name.from).filter(|it| {
                (self.names[*it].end..name.from)
                    .all(|at| self.text.tokens[at].kind != Kind::Sign && !self.is_verb(at))
            }) else {
                break;
            };
            number = head;
        }
        Some(self.described(number, sentence).unwrap_or(number))
    }

    /// Whether a name stands after a preposition: "of the party".
    pub fn is_inner(&self, number: usize) -> bool {
        let from = self.names[number].from;
        let back = if self.is("who_article", from.saturating_sub(1)) { 2 } else { 1 };
        self.is("who_inner", from.saturating_sub(back))
    }

    fn is_verb(&self, at: usize) -> bool {
        self.language.verb_forms.contains(self.low(at)) || self.low(at).ends_with("ed")
    }

    /// "A, a student of pharmacy who": the person whom the words after the comma describe.
    pub(super) fn described(&self, number: usize, sentence: Sentence) -> Option<usize> {
        let name = &self.names[number];
        if name.plural || !matches!(name.kind, NameKind::Group | NameKind::Office) {
            return None;
        }
        let comma = (name.from.saturating_sub(6).max(sentence.first)..name.from)
            .rev()
            .find(|at| self.text.sign(*at) == ",")?;
        let article =
            matches!(self.low(comma + 1), "a" | "an" | "the" | "un" | "une" | "le" | "la")
                || self.name_at(comma + 1) == Some(number);
        let person = comma
            .checked_sub(1)
            .and_then(|at| self.name_at(self.before_age(at, sentence)))
            .filter(|it| self.names[*it].kind == NameKind::Person);
        person.filter(|_| article)
    }

    /// "A, the editor of the news website B": the person of whom the words are said in which an organisation stands.
    pub(super) fn described_by(&self, number: usize, sentence: Sentence) -> Option<usize> {
        let name = &self.names[number];
        if name.kind != NameKind::Organisation {
            return None;
        }
        let comma = (name.from.saturating_sub(10).max(sentence.first)..name.from)
            .rev()
            .find(|at| self.text.sign(*at) == ",")?;
        let said = self.is("who_article", comma + 1)
            || self.name_at(comma + 1).is_some_and(|it| {
                matches!(self.names[it].kind, NameKind::Group | NameKind::Office)
                    && !self.names[it].plural
            });
        let of = (comma + 1..name.from)
            .any(|at| matches!(self.low(at), "of" | "at" | "with" | "for" | "from" | "de" | "du"));
        comma
            .checked_sub(1)
            .and_then(|at| self.name_at(at))
            .filter(|it| said && of && self.names[*it].kind == NameKind::Person)
    }

    /// Who stands before insertions that end with a comma: "A, a member of B, who was filming, was shot".
    pub(super) fn before_inserted(&self, closing: usize, sentence: Sentence) -> Option<usize> {
        let mut closing = closing;
        let mut found = None;
        for _ in 0..4 {
            let opening =
                (sentence.first..closing).rev().take(22).find(|it| self.text.sign(*it) == ",");
            let Some(opening) = opening else { break };
            if found.is_some() && !self.is_insertion(opening + 1) {
                break;
            }
            // "the chairman of the party, Lazaro Mushi, was": who is named is meant.
            let named = self.name_at(opening + 1).filter(|it| {
                found.is_none()
                    && self.names[*it].kind == NameKind::Person
                    && self.names[*it].from == opening + 1
            });
            // "the owner, Elif Holm of Mesa Books, was": who is of it is meant.
            if let Some(number) = named
                && matches!(self.low(self.names[number].end), "of" | "from" | "at" | "with")
            {
                return named;
            }
            let last = self.name_at(closing - 1).filter(|_| named.is_some());
            if last.is_some_and(|it| self.names[it].kind == NameKind::Person) {
                return last;
            }
            let end = if self.text.sign(opening.wrapping_sub(1)) == ")" {
                (sentence.first..opening).rev().find(|it| self.text.sign(*it) == "(")?
            } else {
                opening
            };
            let before = self.name_ending(end, sentence);
            match before {
                Some(number) => found = Some(number),
                None if found.is_none() => return None,
                None => {}
            }
            // What stands there may itself be said of a person before another comma.
            closing = opening;
            if found.is_some_and(|it| self.names[it].kind == NameKind::Person) {
                break;
            }
        }
        found
    }

    /// The name that ends at a token, also where a place follows it: "the school in Golog".
    fn name_ending(&self, end: usize, sentence: Sentence) -> Option<usize> {
        let name = end
            .checked_sub(1)
            .filter(|it| *it >= sentence.first)
            .and_then(|it| self.name_at(it))?;
        if self.names[name].kind != NameKind::Place {
            return Some(name);
        }
        let before = self.names[name].from.checked_sub(1)?;
        (matches!(self.low(before), "in" | "from" | "near" | "at" | "of" | "à" | "a" | "de"))
            .then(|| self.name_at(before.wrapping_sub(1)))
            .flatten()
            .filter(|it| {
                self.names[*it].kind != NameKind::Place && self.names[*it].from >= sentence.first
            })
    }

    /// Whether words after a comma say more of what stands before it.
    fn is_insertion(&self, at: usize) -> bool {
        matches!(
            self.low(at),
            "a" | "an"
                | "the"
                | "who"
                | "which"
                | "whose"
                | "whom"
                | "where"
                | "aged"
                | "then"
                | "un"
                | "une"
                | "le"
                | "la"
                | "l"
                | "qui"
                | "dont"
                | "also"
        ) || self.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
            || self.name_at(at).is_some_and(|it| {
                matches!(self.names[it].kind, NameKind::Group | NameKind::Office)
                    && !self.names[it].plural
            })
    }

    /// Whether a number, or "of them" after one, stands for people: "Nine were held", "two of them were".
    pub(super) fn is_count(&self, at: usize) -> bool {
        let is_number = |at: usize| {
            self.is("who_count", at)
                || self.text.tokens.get(at).is_some_and(|it| {
                    it.kind == Kind::Number
                        && it.raw.chars().all(|c| c.is_ascii_digit() || c == ',')
                        && it.raw.len() < 4
                })
        };
        // A day is no count: "on 3 May 2020".
        let dated = self.language.months.contains_key(self.low(at))
            || at > 0 && self.language.months.contains_key(self.low(at - 1));
        if dated {
            return false;
        }
        // Nor is an age: "a girl of twelve".
        is_number(at) && !self.is("who_inner", at.wrapping_sub(1))
            || matches!(self.low(at), "them" | "these" | "those" | "whom" | "eux" | "elles")
                && matches!(self.low(at.wrapping_sub(1)), "of" | "d")
    }

    /// A number of people, in words or in digits.
    pub fn number(&self, at: usize) -> Option<usize> {
        let token = self.text.tokens.get(at)?;
        let spelt = numbers::spelt(&token.low, self.language.code).filter(|it| *it > 1);
        spelt.or_else(|| token.low.parse().ok().filter(|it| (2..100).contains(it)))
    }

    /// What persons are said to be beside their names: "the cartoonist Yeung", "Yeung, a cartoonist".
    pub(super) fn descriptions(&self) -> Vec<(usize, String, usize)> {
        let mut all = Vec::new();
        for (number, name) in self.names.iter().enumerate() {
            if !matches!(name.kind, NameKind::Group | NameKind::Office) || name.plural {
                continue;
            }
            let person = |at: usize| {
                self.name_at(at)
                    .filter(|it| *it != number && self.names[*it].kind == NameKind::Person)
            };
            let comma = usize::from(self.text.sign(name.end) == ",");
            let after =
                person(name.end + comma).filter(|it| self.names[*it].from <= name.end + comma);
            let lead = name.from
                - usize::from(self.is("who_article", name.from.wrapping_sub(1)) && name.from > 0);
            let before =
                lead.checked_sub(2).filter(|_| self.text.sign(lead - 1) == ",").and_then(person);
            if let Some(actor) = after.or(before).and_then(|it| self.actors.of(it)) {
                all.push((name.from, self.low(name.end - 1).to_owned(), actor));
            }
        }
        // A title is a description, too: "the lawyer Ms A" has both; "President A" has only the title.
        all.sort_unstable_by_key(|it| it.0);
        all
    }

    /// Who was called by a word before a token.
    pub fn called(&self, word: &str, at: usize) -> Option<usize> {
        self.called.iter().rfind(|it| it.0 < at && it.1 == word).map(|it| it.2)
    }

    /// Whether "that" or "which" right before a verb speaks of a thing: no name ends before it.
    pub(super) fn is_of_thing(&self, at: usize, sentence: Sentence) -> bool {
        let mut back = at;
        while back > sentence.first && matches!(self.text.sign(back - 1), "," | ")") {
            back -= 1;
        }
        back > sentence.first && self.name_at(back - 1).is_none()
    }

    /// "the union", "this association": an organisation by what it is, without a name.
    pub(super) fn is_org_again(&self, at: usize) -> bool {
        self.is("who_org", at)
            && at > 0
            && matches!(self.low(at - 1), "the" | "this" | "whole" | "entire")
            && self.name_at(at).is_none()
            && !matches!(self.low(at + 1), "of" | "for" | "which" | "that")
            && self.name_at(at + 1).is_none()
    }

    /// Whom "whom" means, if it stands between commas or borders right before the subject: "B, whom a patrol led away".
    pub fn whom(&self, first: usize, sentence: Sentence) -> Option<Subject> {
        let at = (first.saturating_sub(14).max(sentence.first)..first)
            .rev()
            .take_while(|at| !self.is_border(*at) && self.text.sign(*at) != ",")
            .find(|at| self.low(*at) == "whom")?;
        if matches!(
            self.low(at.wrapping_sub(1)),
            "of" | "by" | "to" | "from" | "with" | "for" | "on"
        ) {
            return None;
        }
        if at > sentence.first && self.is_count(at - 1) {
            return Some(Subject { at, pronoun: Some(at - 1), ..Subject::default() });
        }
        let number = self.antecedent(at, sentence)?;
        Some(Subject {
            names: self.list_left(number, sentence),
            at: self.names[number].from,
            ..Subject::default()
        })
    }
}
