//! Organisations: names of capitals with a word that makes one.

use std::collections::{HashMap, HashSet};

use super::letterheads::is_speaker;
use super::{Finder, Name, NameKind, is_network};
use crate::intake::lexicon::Where;
use crate::intake::text::{BlockKind, Kind};

/// "ry'Abantu", "n'": a small word that an apostrophe joins to a capital.
fn has_inner_capital(raw: &str) -> bool {
    let mut parts = raw.split(['\'', '’']);
    let first = parts.next().unwrap_or_default();
    first.chars().all(char::is_lowercase)
        && parts.next().is_some_and(|it| it.chars().next().is_some_and(char::is_uppercase))
}

/// Words for bodies of which a country has one of a kind, so that where one sits is no part of its name.
fn sits_anywhere(word: &str) -> bool {
    matches!(
        word,
        "council"
            | "department"
            | "martial"
            | "colony"
            | "cabinet"
            | "directorate"
            | "agency"
            | "authority"
            | "bureau"
            | "commission"
            | "committee"
    )
}

impl Finder<'_, '_> {
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn organisations(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        let heading = self.is_heading(block);
        if self.is_shouted_headline(block) {
            return;
        }
        let mut at = first;
        while at < end {
            // The organisation of this name is no article of a law.
            if self.text.tokens[at].raw == "ARTICLE"
                && self.text.tokens.get(at + 1).is_some_and(|it| it.raw == "19")
                && !matches!(self.low(at + 2), "of" | "de")
                && self.is_free(at, at + 2)
            {
                self.add(Name {
                    first: at,
                    end: at + 2,
                    from: at,
                    kind: NameKind::Organisation,
                    actor: "ngo".to_owned(),
                    rule: "actor.head",
                    known: None,
                    acronym: None,
                    definite: false,
                    plural: false,
                });
                at += 2;
                continue;
            }
            let Some((until, mut kind, place)) = self.head(at, end) else {
                at += 1;
                continue;
            };
            // "Superintendent of Police Anurag Singh": the office leads to who holds it.
            if until - at == 1 && self.text.is_capital(until) && self.is_in_title(at, first) {
                at = until;
                continue;
            }
            // "Government-pushed", "State-owned": no name.
            if self
                .text
                .tokens
                .get(until)
                .is_some_and(|it| it.hyphen && !it.capital && it.kind == Kind::Word)
            {
                at = until + 1;
                continue;
            }
            // "Groups Condemn Arrest": what stands in a headline is no name beyond its verb.
            if self.text.blocks[block].kind == BlockKind::Line
                && self.is_heading(block)
                && (at..end.min(at + 6))
                    .any(|it| it > at && self.text.is_capital(it) && self.is_headline_verb(it))
            {
                at = until;
                continue;
            }
            let from = self.extend_left(at, first);
            let mut to = self.extend_right(until, end, place);
            // Several heads in one name: the run goes on from the last.
            while let Some(next) = (until..to)
                .rev()
                .find(|it| self.head(*it, end).is_some_and(|it| it.0 >= to && it.0 > until))
            {
                let Some((after, _, place)) = self.head(next, end) else { break };
                let longer = self.extend_right(after, end, place);
                if longer <= to {
                    break;
                }
                to = longer;
            }
            // "Contemporary Advocates' Society": the name goes on with another head.
            while (self.low(to) == "'s" || matches!(self.text.sign(to), "'" | "’"))
                && to + 1 < end
                && !self.text.tokens[to].spaced
                && self.low(to - 1).ends_with('s')
            {
                if !self.is_name_word(to + 1, first) {
                    break;
                }
                to = self.extend_right(to + 2, end, Where::Last);
            }
            while to > at + 1 && matches!(self.low(to - 1), "for" | "of" | "against" | "on" | "to")
            {
                to -= 1;
            }
            // "Court for Economic Offences and Terrorism (CEOT)": its letters say how far a name goes.
            // "Union of Jurists “Themis”": what it calls itself.
            if let Some(longer) = self.past_own_name(to, end) {
                to = longer;
            }
            if let Some(longer) = self.reach_of_acronym(from, to, end) {
                to = longer;
            }
            to = self.past_quoted(to, end).unwrap_or(to);
            to = self.past_company(to, end);
            let mandate = self.past_mandate(to, end);
            if mandate > to {
                to = mandate;
                "person".clone_into(&mut kind);
            }
            let lone = to - from == until - at && until - at == 1;
            let acronym = self.bracketed(to);
            let from = match acronym {
                Some(acronym) if heading => self.spelt_from(from, to, acronym),
                _ => from,
            };
            if !self.is_free(from, to)
                || self.is_office_of(from, to)
                || (from..to).any(|it| is_speaker(self.low(it)))
                || self.is_in_portfolio(from, first)
                || lone && acronym.is_none() && !self.stands_alone(at, first)
                || lone && at > first && self.text.tokens[at - 1].kind == Kind::Number
                || lone && self.is_in_office(at, first)
                || heading && acronym.is_none() && to - from > 7 && to - from + 2 < end - first
            {
                at = until;
                continue;
            }
            // "Permanent Secretariat of the National Front", whose letterhead is known already.
            let (to, acronym) = self.past_parent(at, to).unwrap_or((to, acronym));
            let name = Name {
                first: from,
                end: to,
                from,
                kind: NameKind::Organisation,
                actor: if mandate == to && kind == "person" {
                    kind
                } else {
                    self.kind_of(from, to, kind)
                },
                rule: "actor.head",
                known: None,
                acronym,
                definite: self.before(from) == "the",
                plural: false,
            };
            self.add(name);
            at = to.max(until);
        }
        self.defined(first, end);
    }

    /// A head word with a capital: after which token it ends, what kind it makes, where it stands in the name.
    pub(super) fn head(&self, at: usize, end: usize) -> Option<(usize, String, Where)> {
        if !self.text.is_capital(at) || self.taken[at] || is_network(self.low(at)) {
            return None;
        }
        let (until, (kind, place)) = self.language.heads.at(self.text, at)?;
        // "UN experts": a body that begins with a head word.
        if self.text.tokens[at].is_capitals()
            && self.language.bodies.at(self.text, at).is_some_and(|it| it.0 > until)
        {
            return None;
        }
        // French names go on in small letters: "Ligue des droits humains".
        let all_capital = self.language.code == "fr"
            || (at..until)
                .all(|it| self.text.is_capital(it) || self.is_stop(it) || self.low(it) == "'s");
        (until <= end && all_capital && self.is_free(at, until))
            .then(|| (until, kind.clone(), *place))
    }

    /// Whether a word is the end of an office: "Police" of "Commissioner of Police".
    fn is_in_office(&self, at: usize, first: usize) -> bool {
        (1..=3).filter_map(|back| at.checked_sub(back)).any(|from| {
            from >= first
                && self.language.offices.at(self.text, from).is_some_and(|(until, _)| until > at)
        })
    }

    /// Whether a word is the end of a title before a name: "Police" of "Superintendent of Police".
    fn is_in_title(&self, at: usize, first: usize) -> bool {
        let from = at.saturating_sub(4).max(first);
        (from..at).any(|it| {
            self.language.titles.at(self.text, it).is_some_and(|(until, ())| until == at + 1)
        })
    }

    /// "Court of Appeal in Warsaw": where a court or an office sits belongs to its name, if nothing else in it says which
    /// one it is.
    pub(super) fn seats(&mut self) {
        let places: HashMap<usize, usize> = self
            .names
            .iter()
            .filter(|it| it.kind == NameKind::Place)
            .map(|it| (it.first, it.end))
            .collect();
        let mut within = HashSet::new();
        for name in &mut self.names {
            let sits = name.kind == NameKind::Organisation
                && (matches!(name.actor.as_str(), "state_body" | "other")
                    || self.text.low(name.end - 1) == "delegation")
                && name.rule == "actor.head"
                && name.acronym.is_none()
                && name.end - name.first > 1
                && !matches!(
                    self.text.low(name.first),
                    "supreme" | "constitutional" | "national" | "secretariat" | "ministry"
                )
                && matches!(self.text.low(name.end), "in" | "at")
                // A ministry or a council sits anywhere; of courts and offices there are many.
                && !(name.first..name.end).any(|at| sits_anywhere(self.text.low(at)))
                && (name.first..name.end).all(|at| {
                    let word = self.text.low(at);
                    word.chars().count() < 4
                        || !word.starts_with(|c: char| c.is_alphabetic())
                        || self.language.common.contains(word)
                });
            if !sits {
                continue;
            }
            let the = usize::from(self.text.low(name.end + 1) == "the");
            let first = name.end + 1 + the;
            if let Some(end) = places.get(&first) {
                within.insert(first);
                name.end = *end;
            }
        }
        self.names.retain(|it| it.kind != NameKind::Place || !within.contains(&it.first));
    }

    /// Whether a name is a part of what a minister is in charge of: "Minister of Justice, Worship and Prison Services".
    fn is_in_portfolio(&self, from: usize, first: usize) -> bool {
        let mut at = from;
        let mut joined = false;
        while at > first && from - at < 8 {
            let low = self.low(at - 1);
            if matches!(low, "of" | "for") {
                return joined
                    && at >= first + 2
                    && matches!(self.low(at - 2), "minister" | "secretary")
                    && self.text.is_capital(at - 2);
            }
            let links = matches!(low, "and" | ",");
            joined |= links && at == from;
            if !(links || self.text.is_capital(at - 1)) {
                return false;
            }
            at -= 1;
        }
        false
    }

    /// "Parliament": a head word that is a name by itself, if it does not only begin a sentence.
    pub(super) fn stands_alone(&self, at: usize, first: usize) -> bool {
        let word = self.low(at);
        let is_body = self.language.bodies.at(self.text, at).is_some();
        is_body
            || self.text.tokens[at].is_capitals()
            || !self.begins(at, first)
                && !matches!(self.before(at), "the" | "our" | "this" | "le" | "la" | "l")
                && !self.small.contains_key(word)
    }

    /// The kind of a name with several heads: that of the head before "of", or of the last.
    pub(super) fn kind_of(&self, first: usize, end: usize, otherwise: String) -> String {
        let link = (first..end)
            .find(|it| {
                matches!(
                    self.low(*it),
                    "of" | "for" | "on" | "against" | "de" | "des" | "du" | "pour" | "d"
                )
            })
            .unwrap_or(end);
        let mut kind = None;
        let mut at = first;
        while at < link {
            match self.language.heads.at(self.text, at) {
                Some((until, (of, _))) if until <= end => {
                    kind = Some(of.clone());
                    at = until;
                }
                _ => at += 1,
            }
        }
        kind.unwrap_or(otherwise)
    }

    pub(super) fn extend_left(&self, at: usize, first: usize) -> usize {
        let mut from = at;
        while from > first {
            let before = from - 1;
            let token = &self.text.tokens[before];
            if self.taken[before] {
                break;
            }
            if token.low == "'s" || token.raw == "'" || token.raw == "’" {
                // Whose it is: of people it belongs to the name, of a country or another name it does not.
                let owner = before.checked_sub(1).map_or("", |it| self.low(it));
                let people = owner.ends_with('s') && token.low != "'s"
                    || matches!(
                        owner,
                        "women"
                            | "people"
                            | "children"
                            | "men"
                            | "workers"
                            | "teachers"
                            | "citizens"
                            | "prosecutor"
                            | "general"
                            | "public"
                            | "ombudsman"
                            | "defender"
                            | "sheriff"
                    )
                    || before
                        .checked_sub(1)
                        .is_some_and(|at| self.language.groups.at(self.text, at).is_some());
                if !people || before < first + 1 {
                    break;
                }
                from = before;
                continue;
            }
            let ordinal =
                token.kind == Kind::Number && token.raw.ends_with(|c: char| c.is_alphabetic());
            // "the General Intelligence Directorate": what would be a title before a person.
            let rank = matches!(token.low.as_str(), "general" | "chief" | "special" | "major")
                && self.before(before) == "the";
            if ordinal
                || self.is_name_word(before, first)
                    && (!self.is_title(before)
                        || rank
                        || crate::domain::Country::named(&self.text.flat(before, from + 1))
                            .is_some())
            {
                from = before;
            } else if let Some(begun) = self.joined_before(from, first) {
                from = begun;
            } else {
                break;
            }
        }
        // What begins with a possessive sign or, in capitals, with an article begins after it.
        while from < at && matches!(self.low(from), "'s" | "the")
            || matches!(self.text.sign(from), "'" | "’")
        {
            from += 1;
        }
        from
    }

    /// "the Communications and Media Commission": where a name begins whose first part an "and" joins to the rest.
    fn joined_before(&self, from: usize, first: usize) -> Option<usize> {
        let and = from.checked_sub(1).filter(|it| matches!(self.low(*it), "and" | "&"))?;
        let mut begun = and;
        while begun > first
            && and - begun < 3
            && self.is_name_word(begun - 1, first)
            && self.is_free(begun - 1, begun)
        {
            begun -= 1;
        }
        let led = matches!(self.before(begun), "the" | "'s") && begun > first;
        let is_other = (begun..and).any(|at| {
            self.head(at, and).is_some()
                || self.language.offices.at(self.text, at).is_some()
                || self.language.bodies.at(self.text, at).is_some()
                || self.language.demonyms.at(self.text, at).is_some() && and - begun < 2
                || self.text.tokens[at].is_capitals()
        });
        let place = self.text.flat(begun, and);
        // "the Gay and Lesbian Coalition": there is a village of that name, too.
        let is_word = (begun..and).all(|at| self.language.common.contains(self.low(at)));
        let is_place = crate::domain::Country::named(&place).is_some()
            || !is_word && crate::domain::gazetteer::gazetteer().called(&place, None).is_some();
        (led && begun < and && !is_other && !is_place).then_some(begun)
    }

    pub(super) fn is_title(&self, at: usize) -> bool {
        self.language.titles.at(self.text, at).is_some()
            && self.language.heads.at(self.text, at).is_none()
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn extend_right(&self, until: usize, end: usize, place: Where) -> usize {
        let mut to = until;
        let mut at = until;
        // "House of Lesbians, Gays and Bisexuals".
        let mut in_list = matches!(self.before(until), "of" | "for" | "against");
        while at < end && at - to < 4 {
            if self.taken[at] {
                break;
            }
            let token = &self.text.tokens[at];
            let low = token.low.as_str();
            // "of Sri Lanka": "Sri" is a title only before a person.
            let person = at > to
                && self.is_title(at)
                && self.text.is_capital(at + 1)
                && crate::domain::Country::named(&self.text.flat(at, at + 2)).is_none();
            if is_speaker(low) || person {
                break;
            }
            if self.is_name_word(at, until)
                || token.kind == Kind::Number
                    && at == to
                    && token.raw.len() < 5
                    && matches!(
                        self.before(at),
                        "battalion"
                            | "force"
                            | "post"
                            | "colony"
                            | "squadron"
                            | "branch"
                            | "brigade"
                            | "chamber"
                            | "division"
                            | "regiment"
                            | "unit"
                            | "section"
                    )
                || token.hyphen && at == to
                || at == to && has_inner_capital(token.raw)
            {
                at += 1;
                to = at;
            } else if at == to
                && low == "no"
                && self.text.sign(at + 1) == "."
                && at + 2 < end
                && (self.text.tokens[at + 2].kind == Kind::Number
                    || self.text.tokens[at + 2].is_capitals())
            {
                // "Anti-Terrorism Court No. II".
                at += 3;
                to = at;
            } else if at == to
                && token.raw.ends_with(['\'', '’'])
                && self.text.tokens.get(at + 1).is_some_and(|it| it.capital && !it.spaced)
                && matches!(low, "n" | "s" | "y" | "m")
            {
                // "Mouvement Tujane n'Ubuntu".
                at += 1;
            } else if matches!(
                low,
                "of" | "for"
                    | "on"
                    | "against"
                    | "de"
                    | "des"
                    | "du"
                    | "d"
                    | "pour"
                    | "del"
                    | "von"
                    | "contre"
                    | "la"
                    | "les"
                    | "le"
                    | "l"
                    | "the"
                    | "sur"
                    | "aux"
                    | "en"
                    | "to"
                    | "los"
                    | "las"
                    | "el"
                    | "do"
                    | "da"
                    | "dos"
            ) {
                let starts_open = at == to && place != Where::Last
                    || at > to
                    || matches!(low, "of" | "for" | "de" | "des" | "du" | "d");
                if !starts_open {
                    break;
                }
                at += 1;
                in_list = true;
            } else if low == "with"
                && at == to
                && matches!(
                    self.low(at - 1),
                    "persons" | "people" | "women" | "children" | "youth" | "living"
                )
                && self.is_name_word(at + 1, until)
            {
                // "Network of Persons with Albinism".
                at += 1;
            } else if matches!(low, "and" | "et" | "&")
                || token.raw == "&"
                || token.raw == "," && in_list
            {
                let next_is_name = self.text.is_capital(at + 1) && self.is_name_word(at + 1, until);
                let is_other = self
                    .head(at + 1, end)
                    .is_some_and(|it| it.0 == at + 2 && self.text.is_capital(at + 2))
                    || self.is_title(at + 1) && self.text.is_capital(at + 2);
                let comma_goes_on = token.raw != ","
                    || (at..end.min(at + 5)).any(|it| matches!(self.low(it), "and" | "et"));
                if !(in_list && next_is_name && !is_other && comma_goes_on && self.joins_list(at)) {
                    break;
                }
                at += 1;
            } else if low == "'s"
                && at == to
                && in_list
                && matches!(self.low(at - 1), "people" | "women" | "children" | "men" | "workers")
                && self.is_name_word(at + 1, until)
            {
                // "Government of the Lao People's Democratic Republic".
                at += 1;
            } else if matches!(token.raw, "'" | "’")
                && at == to
                && in_list
                && !token.spaced
                && self.low(at - 1).ends_with('s')
                && self.is_name_word(at + 1, until)
            {
                // "Commission on Human and Peoples' Rights".
                at += 1;
            } else if self.language.code == "fr"
                && token.kind == Kind::Word
                && (!self.is_stop(at) || matches!(low, "premiere" | "premier" | "droits"))
                && (at == to || at - to <= 3)
                && in_list
                && !self.language.verb_forms.contains(low)
                && !low.ends_with("er")
            {
                // French names go on in small letters: "Ligue des droits de l’homme".
                at += 1;
                to = at;
            } else {
                break;
            }
        }
        to
    }

    /// Past a short name in quotation marks behind an organisation's words.
    fn past_own_name(&self, to: usize, end: usize) -> Option<usize> {
        let opens = matches!(self.text.sign(to), "“" | "\"" | "«" | "„");
        let close = (to + 2..end.min(to + 7))
            .find(|at| matches!(self.text.sign(*at), "”" | "\"" | "»" | "“"))?;
        let words = (to + 1..close).all(|at| self.is_name_word(at, to) || self.is_stop(at));
        (opens && words && self.text.is_capital(to + 1)).then_some(close + 1)
    }

    /// Where the words begin of which each gives a letter: in "Threat to Close Down Cambodian Center for Human Rights (CCHR)", whose
    /// verb is written as a name, at "Cambodian".
    fn spelt_from(&self, from: usize, to: usize, acronym: usize) -> usize {
        let letters: Vec<char> =
            self.text.low(acronym).chars().filter(|c| c.is_alphabetic()).collect();
        let words: Vec<usize> = (from..to)
            .filter(|at| self.text.tokens[*at].kind == Kind::Word && !self.is_stop(*at))
            .collect();
        let Some(extra) = words.len().checked_sub(letters.len()) else { return from };
        let initials = words[extra..].iter().map(|at| self.low(*at).chars().next());
        if letters.len() > 2 && initials.eq(letters.iter().map(|it| Some(*it))) {
            words[extra]
        } else {
            from
        }
    }

    /// Whether "and" joins within a name ("Trade and Industry") rather than two names: the first part is short.
    pub(super) fn joins_list(&self, and: usize) -> bool {
        let mut back = and;
        while back > 0 && self.text.is_capital(back - 1) && !self.taken[back - 1] {
            back -= 1;
        }
        let lead = self.before(back);
        and - back <= 3
            && matches!(
                lead,
                "of" | "for"
                    | "on"
                    | "de"
                    | "des"
                    | "du"
                    | "la"
                    | "les"
                    | "l"
                    | "d"
                    | "the"
                    | "pour"
                    | "and"
                    | "et"
            )
            || self.text.sign(back.wrapping_sub(1)) == ","
    }

    /// Capitals before an acronym in brackets, whose first letters it has.
    pub(super) fn defined(&mut self, first: usize, end: usize) {
        for at in first..end {
            let Some(acronym) =
                self.bracketed(at).filter(|it| *it < end && self.text.tokens[*it].is_capitals())
            else {
                continue;
            };
            if self.taken[acronym] || at == first {
                continue;
            }
            let letters: Vec<char> = self.text.tokens[acronym]
                .raw
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphabetic())
                .collect();
            let mut from = at;
            let mut matched = 0;
            while from > first
                && at - from < letters.len() * 2 + 2
                && !self.taken[from - 1]
                && self.text.tokens[from - 1].kind == Kind::Word
            {
                let begins = self.low(from - 1).chars().next();
                if matched < letters.len()
                    && begins == letters.get(letters.len() - 1 - matched).copied()
                {
                    matched += 1;
                }
                from -= 1;
                if matched == letters.len() && self.text.is_capital(from) {
                    break;
                }
            }
            while from < at && (!self.text.is_capital(from) || self.is_stop(from)) {
                from += 1;
            }
            if matched * 3 >= letters.len() * 2 && from < at && matched > 1 {
                let actor = self.kind_of(from, at, "ngo".to_owned());
                let name = Name {
                    first: from,
                    end: at,
                    from,
                    kind: NameKind::Organisation,
                    actor,
                    rule: "actor.acronym",
                    known: None,
                    acronym: Some(acronym),
                    definite: self.before(from) == "the",
                    plural: false,
                };
                self.add(name);
            }
        }
    }
}
