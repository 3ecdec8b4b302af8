//! Offices that one person holds, without the name of who does.

use super::letterheads::is_speaker;
use super::{Finder, Name, NameKind, is_particle};
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    /// An office without a name: "the Minister of Justice", "the governor of Gurvantes district".
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn office(&mut self, at: usize, first: usize, end: usize) -> Option<Name> {
        let (mut until, of) = self.language.offices.at(self.text, at).map(|it| (it.0, *it.1))?;
        if !self.is_free(at, until.min(end)) || until > end {
            return None;
        }
        let link = matches!(self.low(until), "of" | "for" | "de" | "des" | "du" | "d" | "pour");
        if of || link {
            let start = if of && !link { until } else { until + 1 };
            let mut to = start;
            to += usize::from(matches!(self.low(to), "the" | "la" | "l" | "le" | "les"));
            let body = to;
            // "Spokesperson for the High Commissioner": whose words they are.
            if is_speaker(self.low(at)) && self.language.offices.at(self.text, body).is_some() {
                return None;
            }
            while to < end && to - body < 8 {
                let french = self.language.code == "fr"
                    && to > body
                    && self.text.tokens[to].kind == Kind::Word
                    && !self.is_stop(to)
                    && !self.taken[to]
                    && !self.language.verb_forms.contains(self.low(to))
                    && self.text.is_capital(to - 1);
                let listed = self.text.sign(to) == ","
                    && to > body
                    && self.text.is_capital(to + 1)
                    && (to + 2..end.min(to + 7)).any(|at| {
                        matches!(self.low(at), "and" | "et") && self.text.is_capital(at + 1)
                    })
                    && (to + 1..end.min(to + 7))
                        .take_while(|at| !matches!(self.low(*at), "and" | "et"))
                        .all(|at| self.text.is_capital(at) || self.text.sign(at) == ",")
                    && self.language.offices.at(self.text, to + 1).is_none();
                // "Governor of Western Bahr el Ghazal", "director of Lantern Women's Prison".
                let within = to > body
                    && self.text.is_capital(to + 1)
                    && (is_particle(self.low(to))
                        || self.low(to) == "'s" && self.text.is_capital(to - 1));
                let is_part = french
                    || within
                    || listed
                    || self.text.is_capital(to)
                        && !self.taken[to]
                        && !(to > body && self.low(to) == "the")
                    || to > body
                        && matches!(
                            self.low(to),
                            "and" | "of" | "et" | "de" | "la" | "du" | "des" | "l" | "d"
                        )
                        && (self.text.is_capital(to + 1)
                            || matches!(self.low(to + 1), "la" | "l" | "de" | "les")
                                && self.text.is_capital(to + 2)
                            || self.low(to + 1) == "de"
                                && self.low(to + 2) == "la"
                                && self.text.is_capital(to + 3));
                if !is_part {
                    break;
                }
                to += 1;
            }
            // "Minister of Public Security Upul Jayatissa": who holds it follows what it is of.
            if of && to > body + 2 {
                let common = |at: usize| {
                    self.language.common.contains(self.low(at)) || !self.text.is_capital(at)
                };
                let name = (body..to).rev().take_while(|at| !common(*at)).count();
                let portfolio = to - name;
                if (2..=4).contains(&name) && portfolio > body && common(portfolio - 1) {
                    to = portfolio;
                }
            }
            // The body whose office it is was read as a name before.
            let office = at;
            if to == body
                && let Some(at) = self.names.iter().position(|it| {
                    it.kind == NameKind::Organisation && it.first == body && it.end <= end
                })
            {
                // "a member of the Brotherhood": one of many, so that the body is the name.
                if matches!(self.before(office), "a" | "an" | "un" | "une") {
                    return None;
                }
                to = self.names[at].end;
                let is_ministry = matches!(
                    self.low(self.names[at].first),
                    "ministry" | "court" | "supreme" | "commission" | "council"
                );
                if !is_ministry && self.names[at].acronym.is_none() {
                    self.names.remove(at);
                }
            }
            if to > body {
                if matches!(
                    self.low(to),
                    "affairs"
                        | "rights"
                        | "relations"
                        | "services"
                        | "district"
                        | "province"
                        | "region"
                        | "county"
                        | "state"
                        | "municipality"
                        | "city"
                        | "prefecture"
                ) {
                    to += 1;
                }
                until = to;
            } else if self.language.bodies.at(self.text, body).is_some_and(|it| it.0 <= end) {
                until = self.language.bodies.at(self.text, body).map_or(until, |it| it.0);
            } else if of && body == start {
                return None;
            }
        }
        while until > at + 1 && matches!(self.low(until - 1), "of" | "de" | "du" | "des" | "pour") {
            until -= 1;
        }
        let article = matches!(
            self.before(at),
            "the"
                | "a"
                | "an"
                | "le"
                | "la"
                | "l"
                | "'s"
                | "local"
                | "provincial"
                | "our"
                | "his"
                | "their"
                | "its"
        );
        let capital = self.text.is_capital(at) && !self.begins(at, first);
        // "the kebele administrator": what says which stands between.
        let from = if article || capital { at } else { self.qualified_from(at, first) };
        if !article && !capital && from == at && !self.begins(at, first) {
            return None;
        }
        // "the Public Prosecutor's office": who works there acts.
        let seat =
            self.low(until) == "'s" && matches!(self.low(until + 1), "office" | "department");
        if seat && self.is_free(until, until + 2) && until + 2 <= end {
            return Some(Name {
                first: from,
                end: until + 2,
                from,
                kind: NameKind::Body,
                actor: "state_body".to_owned(),
                rule: "actor.body",
                known: None,
                acronym: None,
                definite: self.before(from) == "the",
                plural: false,
            });
        }
        Some(Name {
            first: from,
            end: until,
            from,
            kind: NameKind::Office,
            actor: "person".to_owned(),
            rule: "actor.office",
            known: None,
            acronym: None,
            definite: self.before(at) == "the",
            plural: false,
        })
    }
}
