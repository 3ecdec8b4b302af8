//! Persons, and the offices that one person holds.

use super::letterheads::is_speaker;
use super::{
    Finder, Name, NameKind, is_child_of, is_part_of_body, is_particle, is_place_opener,
    is_place_word,
};
use crate::domain::gazetteer::gazetteer;
use crate::intake::text::{BlockKind, Kind};

impl Finder<'_, '_> {
    pub(super) fn persons(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        let shouted = self.text.blocks[block].kind == BlockKind::Line
            && (first..end).all(|at| {
                self.text.tokens[at].kind != Kind::Word
                    || self.text.tokens[at].is_capitals()
                    || self.is_stop(at)
            });
        let heading = self.is_heading(block) || shouted;
        let mut at = first;
        while at < end {
            if let Some(until) = self.country(at, end) {
                // "The United States condemns": a country that speaks is an actor.
                let speaks = self.language.voices.contains(self.low(until))
                    && !matches!(self.low(until), "to" | "note" | "protest")
                    && block == self.body
                    && at <= first + 16;
                let speaks = speaks
                    || self.is_asked(at, until, first)
                    || self.is_bound(at, until, first)
                    || self.acts(at, until, first);
                let name = Name {
                    first: at,
                    end: until,
                    from: at,
                    kind: if speaks { NameKind::Organisation } else { NameKind::Place },
                    actor: if speaks { "state".to_owned() } else { String::new() },
                    rule: if speaks { "actor.body" } else { "place" },
                    known: None,
                    acronym: None,
                    definite: self.before(at) == "the",
                    plural: false,
                };
                self.add(name);
                at = until;
                continue;
            }
            // "UN experts": no name, but a body that begins with capitals.
            if let Some((until, _)) = self.language.bodies.at(self.text, at)
                && self.text.tokens[at].is_capitals()
                && until > at + 1
            {
                at = until;
                continue;
            }
            if let Some(name) = self.article_name(at, first, end) {
                at = name.end;
                self.add(name);
                continue;
            }
            // An office or a title leads to who holds it.
            let lead = self.lead(at, first, end);
            // "the Honourable Prime Minister": the title is no part of the office.
            if lead.is_none()
                && self.language.offices.at(self.text, at).is_none()
                && let Some((office, ())) = self.language.titles.at(self.text, at)
                && office < end
                && self.text.is_capital(office)
                && self.language.offices.at(self.text, office).is_some()
            {
                at = office;
                continue;
            }
            if lead.is_none()
                && self.is_free(at, at + 1)
                && let Some(name) = self.office(at, first, end)
            {
                at = name.end;
                self.add(name);
                continue;
            }
            let start = lead.unwrap_or(at);
            let until = self.run(start, first, end, lead.is_some());
            if until > start {
                if let Some(name) = self.read_run(lead.map(|_| at), start, until, first, heading) {
                    at = name.end;
                    self.add(name);
                } else {
                    at = until;
                }
            } else {
                at += 1;
            }
        }
    }

    /// "le quotidien La Lanterne de l'Est": an article with a capital is part of the name of a paper.
    fn article_name(&self, at: usize, first: usize, end: usize) -> Option<Name> {
        let article = self.language.code == "fr"
            && at > first
            && self.text.is_capital(at)
            && self.is_free(at, at + 1)
            && matches!(self.low(at), "le" | "la" | "les" | "l");
        let kind = article.then(|| self.cue(at, at + 1)).flatten()?;
        let mut until = self.run(at + 1, first, end, true);
        let link = until + usize::from(matches!(self.low(until), "de" | "du" | "des" | "d"));
        let next = link + usize::from(matches!(self.low(link), "la" | "l" | "les"));
        if until > at + 1 && link > until && next < end && self.text.is_capital(next) {
            until = self.run(next, first, end, true);
        }
        (until > at + 1).then(|| Name {
            first: at,
            end: until,
            from: at,
            kind: NameKind::Organisation,
            actor: kind,
            rule: "actor.cue",
            known: None,
            acronym: self.bracketed(until),
            definite: false,
            plural: false,
        })
    }

    /// Past titles and offices that stand right before a name: "Prime Minister Hun Sen", "Ms. Mollick", "Dr. A. B.".
    pub(super) fn lead(&self, at: usize, first: usize, end: usize) -> Option<usize> {
        let mut next = at;
        loop {
            // "Sri Lankan authorities": no title, but part of a word for a people.
            let of_land =
                self.language.demonyms.at(self.text, next).is_some_and(|it| it.0 > next + 1);
            let title =
                self.language.titles.at(self.text, next).map(|it| it.0).filter(|_| !of_land);
            let office = self
                .language
                .offices
                .at(self.text, next)
                .map(|it| it.0)
                .filter(|it| !matches!(self.low(it - 1), "of" | "de" | "du" | "for" | "the"));
            let qualifies = matches!(
                self.low(next),
                "assistant"
                    | "deputy"
                    | "former"
                    | "acting"
                    | "senior"
                    | "chief"
                    | "late"
                    | "then"
                    | "first"
                    | "second"
                    | "sub"
                    | "vice"
            ) && self.is_free(next, next + 1);
            let follows = qualifies
                && (self.language.titles.at(self.text, next + 1).is_some()
                    || self.language.offices.at(self.text, next + 1).is_some());
            let title =
                if title.is_none() && office.is_none() && follows { Some(next + 1) } else { title };
            let Some(after) =
                title.max(office).filter(|it| self.is_free(next, (*it).min(end)) && *it <= end)
            else {
                break;
            };
            let mut after = after;
            after += usize::from(self.text.sign(after) == "." && after < end);
            next = after;
        }
        let is_name =
            next > at && next < end && self.is_name_word(next, first.min(next.wrapping_sub(1)));
        is_name.then_some(next)
    }

    /// Whether a wide gap stands before a token, as between columns.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let token = self.text.tokens.get(at).filter(|_| at > 0);
        token.is_some_and(|it| {
            let before = &self.text.tokens[at - 1];
            it.start > before.end + 2 && self.text.slice(at - 1, at + 1).lines().count() == 1
        })
    }

    /// Where a run of capitals ends that begins at a token.
    pub(super) fn run(&self, start: usize, first: usize, end: usize, led: bool) -> usize {
        if start >= end
            || !(self.is_name_word(start, first)
                || led
                    && self.is_free(start, start + 1)
                    && self.text.tokens[start].capital
                    && !self.is_stop(start))
        {
            return start;
        }
        let mut at = start;
        let mut to = start;
        while at < end && !self.taken[at] {
            let token = &self.text.tokens[at];
            // Two who sign beside each other: "Ana Ruiz          Lea Sorel".
            if at > start && self.is_apart(at) {
                break;
            }
            // "The Lantern URGES": a verb that is shouted is no part of the name.
            if at > start
                && token.is_capitals()
                && !self.text.tokens[at - 1].is_capitals()
                && self.language.voices.contains(&token.low)
            {
                break;
            }
            let initial = token.capital && token.raw.chars().count() == 1;
            // "Kem L.": whose name is not told in full.
            if initial && at > start && self.text.sign(at + 1) == "." && at + 1 < end {
                at += 1;
                to = at;
                if self.text.is_capital(at + 1) && self.is_name_word(at + 1, start) {
                    at += 1;
                } else {
                    break;
                }
                continue;
            }
            // "the Bahir Dar-based radio station".
            if token.hyphen
                && matches!(token.low.as_str(), "based" | "led" | "backed" | "run" | "born")
            {
                return start;
            }
            if self.is_name_word(at, start)
                || token.hyphen && token.kind == Kind::Word
                || at == start
            {
                at += 1;
                to = at;
                if initial
                    && self.text.sign(at) == "."
                    && at + 1 < end
                    && self.text.is_capital(at + 1)
                {
                    at += 1;
                }
            } else if at > start
                && at + 1 < end
                && self.is_name_word(at + 1, start)
                && (matches!(token.raw, "'" | "’")
                    && !token.spaced
                    && self.low(at - 1).ends_with('s')
                    || token.low == "for" && at > start + 1 && self.before(start) != "vote"
                    || is_particle(&token.low) && self.text.is_capital(at + 1))
            {
                at += 1;
            } else if at > start
                && at + 3 < end
                && matches!(token.raw, "“" | "\"" | "‘" | "«")
                && matches!(self.text.sign(at + 2), "”" | "\"" | "’" | "»")
                && self.is_name_word(at + 1, start)
                && self.is_name_word(at + 3, start)
            {
                // "Rogelio “Jun” Catacutan": what he is called within his name.
                at += 3;
            } else {
                break;
            }
        }
        // "Los Cipreses S.A.", "Fresco S.p.A.": letters with stops end the name of a company.
        let mut letters = to;
        while to > start
            && self.low(to - 1) == "s"
            && letters < end
            && self.text.sign(letters) == "."
            && self.low(letters - 1).chars().count() == 1
        {
            letters += 1;
            let goes_on = letters + 1 < end
                && !self.text.tokens[letters].spaced
                && self.text.sign(letters + 1) == ".";
            letters += usize::from(goes_on);
        }
        if letters > to + 1 {
            return letters;
        }
        let company = self.past_company(to, end);
        if company > to && to > start {
            return company;
        }
        if to > start + 1 && to < end && is_child_of(self.low(to)) && !self.taken[to] {
            return to + 1;
        }
        to
    }

    /// What a run of capitals is.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn read_run(
        &self,
        lead: Option<usize>,
        start: usize,
        until: usize,
        first: usize,
        heading: bool,
    ) -> Option<Name> {
        let of = |kind, actor: &str, rule| Name {
            first: start,
            end: until,
            from: lead.unwrap_or(start),
            kind,
            actor: actor.to_owned(),
            rule,
            known: None,
            acronym: self.bracketed(until),
            definite: self.before(start) == "the",
            plural: false,
        };
        // "Geneva-Brussels", "E-mail": one word, whatever its hyphens.
        let one = (start + 1..until).all(|at| self.text.tokens[at].hyphen)
            && !matches!(self.low(start), "al" | "el" | "ad" | "an" | "as" | "ben" | "bin" | "abu");
        let length = if one { 1 } else { until - start };
        // "Minister Out of Office": what follows is a word.
        let common = length == 1
            && (self.small.contains_key(self.low(start))
                || self.language.groups.at(self.text, start).is_some());
        if lead.is_some() && common {
            return None;
        }
        // "the General Service Unit", "officers of the Detective Branch": no title, but part of a name.
        if let Some(title) = lead.filter(|it| it + 1 == start)
            && is_part_of_body(self.low(until - 1))
            && self.before(title) == "the"
        {
            return Some(Name {
                first: title,
                from: title,
                definite: true,
                ..of(NameKind::Organisation, "state_body", "actor.head")
            });
        }
        if lead.is_some() {
            return Some(of(NameKind::Person, "person", "actor.title"));
        }
        // "General Secretary Ana Ruiz": the office within the run leads to who holds it.
        if let Some(holder) = self.holder_within(start, until) {
            return Some(Name {
                first: holder,
                from: start,
                ..of(NameKind::Person, "person", "actor.title")
            });
        }
        // "Police Inspector Grace Amadi".
        let served = matches!(
            self.low(start),
            "police" | "army" | "navy" | "prison" | "detective" | "district" | "military"
        );
        if served
            && length > 3
            && self.language.titles.at(self.text, start + 1).is_some_and(|it| it.0 == start + 2)
        {
            return self.read_run(Some(start), start + 2, until, first, heading);
        }
        if length > 2 && self.begins(start, first) && !heading && self.is_occupation(start) {
            return self.read_run(None, start + 1, until, first, heading);
        }
        let name = self.text.flat(start, until);
        let demonym = self.language.demonyms.at(self.text, start).is_some_and(|it| it.0 == until);
        if demonym {
            return None;
        }
        if self.language.offices.at(self.text, start).is_some_and(|it| it.0 >= until) {
            return Some(of(NameKind::Office, "person", "actor.office"));
        }
        if matches!(
            self.low(until - 1),
            "day"
                | "election"
                | "elections"
                | "prize"
                | "award"
                | "session"
                | "week"
                | "month"
                | "conference"
                | "summit"
                | "report"
                | "act"
                | "law"
                | "code"
                | "decree"
                | "bill"
                | "war"
                | "cup"
                | "jour"
                | "prix"
        ) {
            return None;
        }
        // "inmate Robert Lee": no place, whatever it is called.
        let is_somebody = length > 1
            && start > first
            && self
                .language
                .groups
                .at(self.text, start - 1)
                .is_some_and(|it| it.0 == start && !it.1);
        if is_somebody && !heading {
            return Some(of(NameKind::Person, "person", "actor.person"));
        }
        if length > 1 && is_place_word(self.low(until - 1))
            || self.before(start) == "of" && start > 1 && is_place_word(self.low(start - 2))
        {
            return Some(of(NameKind::Place, "", "place"));
        }
        let place = || {
            crate::domain::Country::named(&name).is_some()
                || gazetteer().called(&name, None).is_some()
        };
        let before = self.before(start);
        let in_place = matches!(
            before,
            "in" | "at"
                | "near"
                | "outside"
                | "to"
                | "from"
                | "around"
                | "a"
                | "aux"
                | "en"
                | "pres"
                | "leave"
                | "toward"
                | "across"
        );
        let is_company = self.text.sign(until - 1) == "."
            || matches!(
                self.low(until - 1),
                "ltd" | "inc" | "gmbh" | "plc" | "llc" | "sarl" | "bhd"
            );
        if is_company && length > 1 {
            return Some(of(NameKind::Organisation, "company", "actor.head"));
        }
        let cue = self.cue(start, until);
        if let Some(kind) = cue {
            return Some(of(NameKind::Organisation, &kind, "actor.cue"));
        }
        if (start..until).any(|at| is_speaker(self.low(at))) {
            return Some(of(NameKind::Office, "person", "actor.office"));
        }
        let links = (start..until).any(|at| {
            self.low(at) == "for"
                || self.text.tokens[at].kind == Kind::Sign && self.text.sign(at) != "."
        });
        if links
            || length > 1
                && self.bracketed(until).is_some_and(|it| self.text.tokens[it].is_capitals())
        {
            return Some(of(NameKind::Organisation, "ngo", "actor.head"));
        }
        let is_body = before == "the" && is_part_of_body(self.low(until - 1));
        if (self.is_quoted_speaker(until) && !is_body || self.is_aged(until))
            && (length > 1 || !place())
        {
            return Some(of(NameKind::Person, "person", "actor.person"));
        }
        if let Some(kind) = self.whose(start, length == 1).filter(|_| !place()) {
            return Some(of(NameKind::Organisation, kind, "actor.cue"));
        }
        if (in_place || before == "of" && length == 1) && (length == 1 || place())
            || length <= 3 && place()
        {
            return Some(of(NameKind::Place, "", "place"));
        }
        let aimed = before == "at"
            && matches!(
                self.before(start - 1),
                "shot"
                    | "fired"
                    | "shoots"
                    | "shooting"
                    | "firing"
                    | "shouted"
                    | "swore"
                    | "aimed"
                    | "spat"
                    | "lunged"
                    | "stones"
                    | "screamed"
                    | "yelled"
                    | "bullets"
                    | "shots"
                    | "look"
                    | "pointed"
                    | "directed"
                    | "levelled"
                    | "attack"
                    | "swung"
            );
        if in_place && length > 1 && !aimed && matches!(before, "in" | "near" | "outside" | "at") {
            return Some(of(NameKind::Place, "", "place"));
        }
        let joined_place = matches!(before, "and" | "et" | "or")
            && start > 1
            && self.names.iter().any(|it| it.kind == NameKind::Place && it.end + 1 == start);
        if length == 1 && joined_place {
            return Some(of(NameKind::Place, "", "place"));
        }
        if length == 1 {
            let token = &self.text.tokens[start];
            if token.is_capitals()
                && token.raw.chars().count() > 2
                && !heading
                && !self.small.contains_key(&token.low)
            {
                return Some(of(NameKind::Organisation, "ngo", "actor.capitals"));
            }
            if before == "the"
                && !matches!(token.low.as_str(), "state" | "kingdom" | "general" | "republic")
                && !self.begins(start, first)
                && !self.small.contains_key(&token.low)
                && !heading
            {
                return Some(of(NameKind::Organisation, "other", "actor.the"));
            }
            let begins = self.begins(start, first);
            let known_small = self.small.contains_key(&token.low);
            if heading
                || known_small
                || begins
                    && (token.low.ends_with("ing")
                        || token.low.ends_with("ed")
                        || token.low.ends_with("ly")
                        || self.language.verb_forms.contains(&token.low)
                        || self.language.groups.at(self.text, start).is_some())
            {
                return None;
            }
            if self.language.titles.at(self.text, start).is_some() {
                return None;
            }
            if self.is_introduced(start) || self.is_described(until) {
                return Some(of(NameKind::Person, "person", "actor.person"));
            }
            // One word may be anything: it counts where the sentence gives it a part.
            return Some(of(NameKind::Person, "person", "actor.word"));
        }
        // A name that has a line to itself, or the beginning of one.
        let signs = (start == first || self.is_apart(start))
            && length <= 4
            && (matches!(self.text.sign(until), "," | "(")
                || self.is_apart(until)
                || self.is_apart(start)
                || self.text.blocks.iter().any(|it| it.first == first && it.end == until))
            || length < 5
                && self.text.sign(start.wrapping_sub(1)) == ":"
                && self.text.blocks.iter().any(|it| it.first == first && it.end == until);
        let particles = (start..until).filter(|at| is_particle(self.low(*at))).count();
        if heading && !signs || length > 6 + particles {
            return None;
        }
        if is_part_of_body(self.low(until - 1)) {
            return Some(of(NameKind::Organisation, "state_body", "actor.head"));
        }
        if before == "the" || before == "l" || before == "le" || before == "la" {
            return Some(of(NameKind::Organisation, "ngo", "actor.the"));
        }
        // "La Voz del Lago": papers and movements have such articles, persons hardly ever.
        if until - start > 2 && matches!(self.low(start), "la" | "los" | "las" | "les") {
            return Some(of(NameKind::Organisation, "media", "actor.head"));
        }
        if self.is_no_persons(start, until) {
            return None;
        }
        if self.begins(start, first)
            && (self.small.contains_key(self.low(start))
                || self.is_stop(start)
                || until - start > 2 && self.is_occupation(start))
        {
            // The first word is no part of it: "Farmers Sok Dara".
            let rest = start + 1;
            if until - rest > 1 && !heading {
                return Some(Name {
                    first: rest,
                    from: rest,
                    ..of(NameKind::Person, "person", "actor.person")
                });
            }
            return None;
        }
        Some(of(NameKind::Person, "person", "actor.person"))
    }

    /// "Blogger Ana Ruiz", "Philologist": a word at the beginning of a sentence that says what somebody is.
    fn is_occupation(&self, at: usize) -> bool {
        let low = self.low(at);
        let is_group = self.language.groups.at(self.text, at).is_some_and(|it| it.0 == at + 1);
        is_group
            || low.len() > 7
                && (low.ends_with("ist")
                    || low.ends_with("ologist")
                    || low.ends_with("woman")
                    || low.ends_with("maker")
                    || low.ends_with("keeper"))
    }

    /// Capitals that are words, not names: "Legal Assistance", "NOTING ALSO", "Central Asia Researcher", "Villa Rosa".
    fn is_no_persons(&self, start: usize, until: usize) -> bool {
        let known = |at: usize| {
            self.language.groups.at(self.text, at).is_some()
                || self.language.offices.at(self.text, at).is_some()
                || self.language.demonyms.at(self.text, at).is_some() && self.low(at).ends_with('s')
                || self.language.titles.at(self.text, at).is_some() && at + 1 < until
        };
        let common = |at: usize| {
            self.language.common.contains(self.low(at)) || self.small.contains_key(self.low(at))
        };
        let mut words = (start..until).filter(|at| self.text.tokens[*at].kind == Kind::Word);
        let shouted = words
            .clone()
            .all(|at| self.text.tokens[at].is_capitals() && self.text.tokens[at].raw.len() > 1);
        // "Zarmina Baloch", "Leyla Kurd": who is called as a people is.
        let of_people = until - start == 2
            && self.language.demonyms.at(self.text, until - 1).is_some_and(|it| it.0 == until)
            && !common(start)
            && !self.is_stop(start)
            && self.language.demonyms.at(self.text, start).is_none();
        known(until - 1) && !of_people
            || is_place_opener(self.low(start))
            || words.clone().all(common)
            || shouted && words.any(|at| self.is_stop(at) || self.small.contains_key(self.low(at)))
    }

    /// Where within a run of capitals the name begins that an office in it leads to.
    fn holder_within(&self, start: usize, until: usize) -> Option<usize> {
        (start + 1..until.saturating_sub(1)).rev().find_map(|at| {
            let (end, _) = self.language.offices.at(self.text, at)?;
            let names = end < until
                && !matches!(self.low(end - 1), "of" | "for" | "the" | "de" | "du")
                && (end..until).all(|it| self.language.heads.at(self.text, it).is_none());
            names.then_some(end)
        })
    }
}
