//! Who stands before and after a verb.

use super::{Clauses, Subject};
use crate::intake::names::NameKind;
use crate::intake::text::{Kind, Sentence};

impl Clauses<'_, '_> {
    /// Where the phrase of a name begins: "the reporter Y", "two members of the executive".
    pub(super) fn phrase_start(&self, name: usize, sentence: Sentence) -> usize {
        let mut from = self.names[name].from;
        let before = |at: usize| at.checked_sub(1).filter(|at| *at >= sentence.first);
        if self.names[name].kind == NameKind::Person
            && let Some(what) = before(from).and_then(|at| self.name_at(at))
            && matches!(self.names[what].kind, NameKind::Group | NameKind::Office)
        {
            from = self.names[what].from;
        }
        // "A and his deputy, B".
        if self.names[name].kind == NameKind::Person
            && from > sentence.first + 2
            && self.text.sign(from - 1) == ","
            && let Some(what) = self.name_at(from - 2)
            && matches!(self.names[what].kind, NameKind::Group | NameKind::Office)
            && self.names[what].from > sentence.first
            && self.is("who_owner", self.names[what].from - 1)
        {
            from = self.names[what].from - 1;
        }
        // The same where no lexicon has the word: "A and her stand-in, B".
        if self.names[name].kind == NameKind::Person
            && from > sentence.first + 3
            && self.text.sign(from - 1) == ","
            && self.name_at(from - 2).is_none()
            && self.text.tokens[from - 2].kind == Kind::Word
            && !self.text.tokens[from - 2].capital
            && self.is("who_owner", from - 3)
        {
            from -= 3;
        }
        // "le commentateur Nizar Ferchichi": what somebody is, though no lexicon has it.
        if self.names[name].kind == NameKind::Person {
            let mut lead = from;
            for _ in 0..3 {
                let Some(at) = before(lead) else { break };
                let token = &self.text.tokens[at];
                let word = token.kind == Kind::Word && !token.capital && self.name_at(at).is_none();
                if !word || self.language.stops.contains(&token.low) {
                    if lead < from && self.is("who_article", at) {
                        from = at;
                    }
                    break;
                }
                lead = at;
            }
        }
        for _ in 0..3 {
            let Some(at) = before(from).filter(|at| {
                self.is("who_article", *at) || self.text.tokens[*at].kind == Kind::Number
            }) else {
                break;
            };
            from = at;
        }
        from
    }

    /// Whether a word of a class stands at a token.
    pub fn is(&self, class: &str, at: usize) -> bool {
        self.language.class_at(class, self.text, at).is_some()
    }

    /// Who stands before a verb as its subject, and where.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub fn subject(&self, first: usize, sentence: Sentence) -> Subject {
        let mut at = first;
        let mut fallback = None;
        let mut owner = None;
        let mut object = None;
        let coordinated = first > sentence.first
            && (matches!(self.low(first - 1), "and" | "then")
                || self.text.sign(first - 1) == "," && self.low(first).ends_with("ing"));
        let mut steps = 0;
        while at > sentence.first && steps < 40 {
            at -= 1;
            steps += 1;
            if let Some(number) = self.name_at(at) {
                let name = &self.names[number];
                at = name.from;
                if name.kind == NameKind::Place {
                    continue;
                }
                // The article, the number or the owner stands between.
                let back = if self.is("who_article", name.from.saturating_sub(1)) { 2 } else { 1 };
                let before = name.from.checked_sub(back).map_or("", |it| self.low(it));
                let inner = self.is("who_inner", name.from.saturating_sub(back))
                    // "88 of its members".
                    && !(before == "of"
                        && back == 2
                        && name.plural
                        && name.from > back + sentence.first
                        && self.is_count(name.from - back - 1));
                // "loaded refugees onto trucks and returned them": whoever did the one did the other.
                if !inner && coordinated && !self.leads_verb(name.end, first) {
                    object = object.or(Some(number));
                    continue;
                }
                if inner {
                    // "officers of the NSA": the body.
                    if before == "of" && self.is_member_word(name.from)
                        || matches!(before, "de" | "du" | "des" | "d")
                            && self.is_member_word(name.from)
                    {
                        // "police and security guards of the company": who is joined to the guards.
                        let guards = name
                            .from
                            .checked_sub(back + 1)
                            .and_then(|at| self.name_at(at))
                            .filter(|it| self.names[*it].kind == NameKind::Group);
                        // "members of the Detection Group of the National Police": the group.
                        let part = (name.from.saturating_sub(6).max(sentence.first)..name.from)
                            .rev()
                            .find_map(|at| self.name_at(at))
                            .filter(|it| {
                                let part = &self.names[*it];
                                let end = part.acronym.map_or(part.end, |it| it + 2);
                                part.kind == NameKind::Organisation
                                    && matches!(self.low(end), "of")
                                    && end + 3 > name.from
                                    && self.is_member_word(part.from)
                            });
                        if let Some(part) = part {
                            return Subject {
                                names: self.list_left(part, sentence),
                                at: self.names[part].from,
                                ..Subject::default()
                            };
                        }
                        let mut names = guards.map_or_else(
                            || self.list_left(number, sentence),
                            |it| self.list_left(it, sentence),
                        );
                        if guards.is_some() {
                            names.pop();
                            names.push(number);
                        }
                        return Subject { names, at: name.from, ..Subject::default() };
                    }
                    fallback = fallback.or(Some(number));
                    continue;
                }
                return Subject {
                    names: self.list_left(number, sentence),
                    at: name.from,
                    ..Subject::default()
                };
            }
            let word = self.low(at);
            match word {
                "that" | "which" if at + 1 == first && self.is_of_thing(at, sentence) => {
                    return Subject { at, thing: true, ..Subject::default() };
                }
                "who" | "which" | "qui" | "whom" | "whose" => {
                    if let Some(number) = self.antecedent(at, sentence) {
                        return Subject {
                            names: self.list_left(number, sentence),
                            at: self.names[number].from,
                            owned: word == "whose",
                            ..Subject::default()
                        };
                    }
                }
                // "the union's accounts": the one that was named.
                _ if self.is_org_again(at)
                    && at + 4 > first
                    && !(self.low(at.wrapping_sub(1)) == "of"
                        && self.is_member_word(at.wrapping_sub(1))) =>
                {
                    return Subject { at, pronoun: Some(at), ..Subject::default() };
                }
                // "the decision of the Ministry to open": whose it is.
                "decision" | "vote" | "decree" if fallback.is_some() && self.low(first) == "to" => {
                    let names = fallback.map_or_else(Vec::new, |it| vec![it]);
                    return Subject { names, at, ..Subject::default() };
                }
                // "saw her being escorted away".
                "him" | "her" if at + 1 == first && self.low(first) == "being" => {
                    return Subject { at, pronoun: Some(at), ..Subject::default() };
                }
                _ if at + 1 == first && self.is_count(at) => {
                    return Subject { at, pronoun: Some(at), ..Subject::default() };
                }
                _ if self.is("who_pronoun", at) || self.is("who_all", at) && at + 1 == first => {
                    return Subject { at, pronoun: Some(at), ..Subject::default() };
                }
                // "His home was searched": whose it is.
                _ if fallback.is_none() && self.is("who_owner", at) => {
                    owner = owner.or(Some(at));
                }
                _ => {}
            }
            if self.text.sign(at) == "," {
                // An apposition: what stands before the comma that begins it.
                if at + 1 == first
                    && let Some(number) = self.before_inserted(at, sentence)
                {
                    return Subject {
                        names: self.list_left(number, sentence),
                        at: self.names[number].from,
                        ..Subject::default()
                    };
                }
                continue;
            }
            if matches!(self.text.sign(at), ")") {
                at = (sentence.first..at).rev().find(|it| self.text.sign(*it) == "(").unwrap_or(at);
                continue;
            }
            // "A and B – both members of the League – were held".
            if matches!(self.text.sign(at), "–" | "—")
                && at + 1 == first
                && let Some(opening) = (sentence.first..at)
                    .rev()
                    .take(25)
                    .find(|it| matches!(self.text.sign(*it), "–" | "—"))
            {
                at = opening;
                continue;
            }
            if self.is_border(at) && !matches!(self.text.sign(at), "”" | "»") {
                break;
            }
        }
        if let Some(number) = object {
            return Subject {
                names: self.list_left(number, sentence),
                at: self.names[number].from,
                ..Subject::default()
            };
        }
        if fallback.is_none() && owner.is_some() {
            return Subject {
                at: owner.unwrap_or(first),
                pronoun: owner,
                owned: true,
                ..Subject::default()
            };
        }
        let names = fallback.map_or_else(Vec::new, |it| {
            if self.joined_before(self.names[it].from, false, sentence).is_some() {
                self.list_left(it, sentence)
            } else {
                vec![it]
            }
        });
        Subject {
            at: fallback.map_or(first, |it| self.names[it].from),
            names,
            inner: true,
            ..Subject::default()
        }
    }

    /// Whether a verb follows what ends at a token, or the verb asked about, past adverbs and auxiliaries.
    fn leads_verb(&self, end: usize, first: usize) -> bool {
        if end + 1 >= first || matches!(self.text.sign(end), "," | "(") {
            return true;
        }
        for at in end..end + 4 {
            let low = self.low(at);
            let verb = super::is_be(low)
                || super::is_have(low)
                || self.name_at(at).is_none()
                    && (self.language.verb_forms.contains(low) || low.ends_with("ed"));
            if verb {
                return true;
            }
            if !(low.ends_with("ly") || matches!(low, "also" | "then" | "later" | "did" | "who")) {
                return false;
            }
        }
        false
    }

    /// "officers", "members", "men" before "of" and a body: they are the body.
    pub(super) fn is_member_word(&self, from: usize) -> bool {
        let mut at = from;
        for _ in 0..3 {
            let Some(before) = at.checked_sub(1) else { return false };
            at = before;
            if self.is("who_members", at) {
                return true;
            }
        }
        false
    }

    /// "the Forum's organiser": a person is meant, not the Forum.
    fn owns_people(&self, number: usize) -> bool {
        let end = self.names[number].end;
        self.low(end) == "'s"
            && (end + 1..end + 3).any(|at| {
                self.name_at(at).is_some_and(|it| {
                    matches!(self.names[it].kind, NameKind::Person | NameKind::Group)
                })
            })
    }

    /// Who stands after a verb as its object.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub fn object(&self, from: usize, end: usize, thing: bool) -> Subject {
        let mut at = from;
        let mut steps = 0;
        while at < end && steps < 16 {
            steps += 1;
            if let Some(number) = self.name_at(at) {
                let name = &self.names[number];
                if name.kind == NameKind::Place {
                    at = name.end;
                    continue;
                }
                // "a crowd of pupils": they are meant.
                let of_people = name.kind == NameKind::Group
                    && matches!(self.low(name.end - 1), "crowd" | "group" | "mob" | "foule")
                    && matches!(self.low(name.end), "of" | "de")
                    && (name.end + 1..name.end + 3).any(|at| {
                        self.name_at(at).is_some_and(|it| self.names[it].kind == NameKind::Group)
                    });
                if of_people {
                    at = name.end + 1;
                    continue;
                }
                let owns = !thing && self.owns_people(number);
                if owns {
                    at = name.end + 1;
                    continue;
                }
                // "officers of the NSA" as an object too.
                if name.kind == NameKind::Group
                    && matches!(self.low(name.end), "of" | "de" | "du")
                    && self.is_member_word(name.end)
                    && let Some(body) =
                        (name.end + 1..end.min(name.end + 4)).find_map(|it| self.name_at(it))
                {
                    return Subject { names: vec![body], at, ..Subject::default() };
                }
                return Subject { names: self.list_right(number, end), at, ..Subject::default() };
            }
            let word = self.low(at);
            if self.is_org_again(at) {
                return Subject { at, pronoun: Some(at), ..Subject::default() };
            }
            // "dispersed a vigil and arrested nine women": another verb begins.
            if !thing
                && matches!(word, "and" | "et" | "then")
                && self.language.verb_forms.contains(self.low(at + 1))
                && self.name_at(at + 1).is_none()
            {
                break;
            }
            match word {
                "him" | "her" | "them" | "it" | "us" | "me" | "both" | "his" | "their" | "its"
                | "our" | "my" | "lui" | "eux" | "son" | "sa" | "ses" | "leur" | "leurs"
                | "notre" | "nos" => {
                    let is_owner = matches!(
                        word,
                        "his"
                            | "their"
                            | "its"
                            | "our"
                            | "my"
                            | "son"
                            | "sa"
                            | "ses"
                            | "leur"
                            | "leurs"
                            | "notre"
                            | "nos"
                    );
                    // "our colleague" is whom the text speaks of.
                    let colleague = self.name_at(at + 1).filter(|it| {
                        matches!(word, "our" | "my" | "notre" | "nos")
                            && self.names[*it].kind == NameKind::Group
                            && self.low(self.names[*it].end) != "'s"
                    });
                    if let Some(number) = colleague {
                        return Subject {
                            names: self.list_right(number, end),
                            at,
                            ..Subject::default()
                        };
                    }
                    // "97 of its leaders": people who belong to it, and no kin.
                    let people =
                        (at + 1..end.min(at + 3)).find_map(|it| self.name_at(it)).filter(|it| {
                            let it = &self.names[*it];
                            it.kind == NameKind::Group
                                && it.plural
                                && it.first == at + 1
                                && (is_owner || word == "her")
                                && !self.is("stands_for", it.end - 1)
                                && !self.is("who_kin", it.end - 1)
                                && self.low(it.end) != "'s"
                                && !matches!(self.text.sign(it.end), "'" | "’")
                                && ((from..at).any(|at| self.is_count(at))
                                    || !matches!(
                                        self.low(it.end - 1),
                                        "members"
                                            | "staff"
                                            | "employees"
                                            | "workers"
                                            | "colleagues"
                                    ))
                        });
                    if let Some(number) = people.filter(|_| !thing) {
                        return Subject {
                            names: self.list_right(number, end),
                            at,
                            ..Subject::default()
                        };
                    }
                    // "arrested their legal adviser, José Cubías, and the president of the union, Ana Ruiz".
                    let described = (at + 1..end.min(at + 5))
                        .find_map(|it| self.name_at(it))
                        .filter(|it| {
                            let it = &self.names[*it];
                            matches!(it.kind, NameKind::Group | NameKind::Office)
                                && !it.plural
                                && it.from <= at + 3
                                && self.text.sign(it.end) == ","
                        })
                        .and_then(|it| self.name_at(self.names[it].end + 1))
                        .filter(|it| self.names[*it].kind == NameKind::Person);
                    if let Some(number) = described.filter(|_| is_owner || word == "her") {
                        return Subject {
                            names: self.list_right(number, end),
                            at,
                            ..Subject::default()
                        };
                    }
                    // "his brother Majed": the name that follows is meant, if it is no thing.
                    let named = (at + 1..end.min(at + 4)).find_map(|it| {
                        self.name_at(it).filter(|it| {
                            self.names[*it].kind == NameKind::Person
                                && self.names[*it].rule != "actor.word"
                        })
                    });
                    if let (Some(number), true, false) = (named, is_owner || word == "her", thing) {
                        return Subject {
                            names: self.list_right(number, end),
                            at,
                            ..Subject::default()
                        };
                    }
                    return Subject { at, pronoun: Some(at), ..Subject::default() };
                }
                "in" | "at" | "for" | "on" | "to" | "with" | "by" | "after" | "before" | "from"
                | "during" | "under" | "when" | "who" | "which" | "because" | "until" | "while"
                | "over" | "without" | "through" | "against" | "dans" | "par" | "pour" | "avec"
                | "sur" | "qui"
                    if !thing
                        || steps > 1
                            && !matches!(word, "from" | "to" | "in" | "on" | "against") =>
                {
                    break;
                }
                _ => {}
            }
            // "two of the fleeing, A and B".
            let counted = self.text.sign(at) == ","
                && self.is_count(from)
                && self.name_at(at + 1).is_some_and(|it| self.names[it].kind == NameKind::Person);
            if self.is_border(at) || self.text.sign(at) == "," && steps > 3 && !thing && !counted {
                break;
            }
            at += 1;
        }
        Subject::default()
    }

    /// Who did it, after "by".
    pub fn agent(&self, from: usize, end: usize) -> Subject {
        for at in from..end.min(from + 22) {
            let aside = at > from
                && matches!(self.low(at), "whose" | "who" | "which")
                && self.text.sign(at - 1) == ",";
            if aside || self.text.sign(at) == ";" || self.is_border(at) && self.text.sign(at) != "–"
            {
                break;
            }
            let by = self.low(at) == "by"
                || self.low(at) == "par" && self.language.code == "fr"
                || self.low(at) == "hands" && self.low(at + 1) == "of"
                || self.low(at) == "blame";
            if !by {
                continue;
            }
            for near in at + 1..end.min(at + 7) {
                if let Some(number) = self.name_at(near) {
                    let name = &self.names[number];
                    if name.kind == NameKind::Place {
                        break;
                    }
                    let of = name.end;
                    if name.kind == NameKind::Group
                        && matches!(self.low(of), "of" | "from" | "de" | "du" | "in")
                        && self.is_member_word(of)
                        && let Some(body) =
                            (of + 1..end.min(of + 4)).find_map(|it| self.name_at(it)).filter(|it| {
                                self.names[*it].kind == NameKind::Organisation
                                    || self.names[*it].kind == NameKind::Body
                            })
                    {
                        return Subject { names: vec![body], at: near, ..Subject::default() };
                    }
                    return Subject {
                        names: self.list_right(number, end),
                        at: near,
                        ..Subject::default()
                    };
                }
                if self.text.tokens[near].kind == Kind::Sign {
                    break;
                }
            }
        }
        Subject::default()
    }

    /// Who ordered it: "on the orders of X", "sur ordre du procureur".
    pub fn orderer(&self, from: usize, end: usize) -> Subject {
        let order = (from..end.min(from + 30))
            .take_while(|at| self.text.sign(*at) != ";")
            .find_map(|at| self.language.class_at("who_order", self.text, at));
        order.map_or_else(Subject::default, |after| self.object(after, end.min(after + 6), false))
    }

    /// Who follows one of some words: "at the crowd", "against X".
    pub fn after_word(&self, from: usize, end: usize, words: &[&str]) -> Subject {
        for at in from..end.min(from + 12) {
            if self.is_border(at) {
                break;
            }
            if words.contains(&self.low(at)) {
                let found = self.object(at + 1, end.min(at + 9), false);
                if !found.names.is_empty() || found.pronoun.is_some() {
                    return found;
                }
            }
        }
        Subject::default()
    }

    /// An actor who is named by its members: "NSA officers" is the NSA.
    pub fn actor(&self, name: usize) -> Option<usize> {
        let it = &self.names[name];
        if it.kind == NameKind::Group
            && let Some(before) = it.first.checked_sub(1).and_then(|at| self.name_at(at))
            && matches!(self.names[before].kind, NameKind::Organisation | NameKind::Body)
            && self.is("who_members", it.end - 1)
        {
            return self.actors.of(before);
        }
        self.actors.of(name)
    }
}
