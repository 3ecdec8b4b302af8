//! What a text asks of whom.

mod calls;
mod cut;
mod must;
mod that;

use crate::intake::actors::Actors;
use crate::intake::clause::Clauses;
use crate::intake::lexicon::{Call, Language};
use crate::intake::names::{Name, NameKind};
use crate::intake::text::{BlockKind, Kind, Sentence, Text};

/// A demand as it was read: tokens of its action and of its passage.
#[derive(Debug, Clone)]
pub struct Demand {
    pub addressee: Option<usize>,
    pub action: (usize, usize),
    pub quote: (usize, usize),
    /// A code of the demand categories.
    pub category: String,
    pub rule: &'static str,
}

pub struct Asker<'a, 't> {
    pub text: &'a Text<'t>,
    pub language: &'a Language,
    pub names: &'a [Name],
    pub actors: &'a Actors,
    pub issuer: Option<usize>,
    pub header: &'a [usize],
}

/// A list of demands that a line has opened.
#[derive(Debug, Clone, Copy)]
struct Open {
    addressee: Option<usize>,
    /// The block that opened it.
    block: usize,
    /// "recommends that:": each item says who is to do what.
    that: bool,
}

/// The demands of a text, and the tokens in which something is asked, so that nothing in them has happened.
pub fn demands(asker: &Asker<'_, '_>) -> (Vec<Demand>, Vec<(usize, usize)>) {
    let clauses = Clauses::of(asker.text, asker.language, asker.names, asker.actors);
    let mut found: Vec<Demand> = Vec::new();
    let mut open: Option<Open> = None;
    let mut spans = Vec::new();
    for number in 0..asker.text.blocks.len() {
        let block = &asker.text.blocks[number];
        if block.boilerplate || block.after || asker.header.contains(&number) {
            continue;
        }
        if let Some(opened) = asker.opens(&clauses, number, open) {
            open = Some(opened);
        } else if open.is_some_and(|it| {
            block.kind != BlockKind::Item
                && number > it.block + 1
                && !asker.goes_on(number)
                && !asker.is_addressed(number)
        }) {
            open = None;
        }
        let first = found.len();
        let sentences: Vec<Sentence> =
            asker.text.sentences.iter().copied().filter(|it| it.block == number).collect();
        for sentence in &sentences {
            asker.sentence(&clauses, *sentence, &mut found);
        }
        if let Some(list) = open.filter(|it| {
            number > it.block
                && (block.kind == BlockKind::Item
                    || asker.goes_on(number)
                    || asker.is_addressed(number))
        }) && found.len() == first
            && let Some(sentence) = sentences.first()
        {
            asker.item(&clauses, *sentence, list, &mut found);
        }
    }
    found.retain(|it| !asker.is_formula(it.action));
    for demand in &found {
        spans.push((demand.quote.0.min(demand.action.0), demand.action.1));
    }
    let mut kept: Vec<Demand> = Vec::new();
    for demand in found {
        let words = |it: &Demand| asker.text.flat(it.action.0, it.action.1).to_lowercase();
        if !kept.iter().any(|it| words(it) == words(&demand) && it.addressee == demand.addressee) {
            kept.push(demand);
        }
    }
    (kept, spans)
}

fn next_is_item_after(text: &Text<'_>, number: usize) -> bool {
    text.blocks.get(number + 1).is_some_and(|it| it.kind == BlockKind::Item)
}

impl Asker<'_, '_> {
    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    /// A line that begins a list: "We urge the government to:", "To the European Commission".
    fn opens(&self, clauses: &Clauses<'_, '_>, number: usize, open: Option<Open>) -> Option<Open> {
        let block = &self.text.blocks[number];
        let last = block.end.checked_sub(1)?;
        let colon = self.text.sign(last) == ":"
            || self.text.sign(last) == ","
                && self.text.blocks.get(number + 1).is_some_and(|it| it.kind == BlockKind::Item);
        let next_is_item =
            self.text.blocks.get(number + 1).is_some_and(|it| it.kind == BlockKind::Item);
        let calls = (block.first..block.end).find_map(|at| {
            let call = self.language.calls.at(self.text, at).map(|it| (at, it.0, *it.1));
            call.or_else(|| self.language.lists.at(self.text, at).map(|it| (at, it.0, Call::List)))
        });
        // "The Legislative Assembly should", and a list.
        let unfinished = block.kind != BlockKind::Item
            && next_is_item_after(self.text, number)
            && calls.is_some_and(|it| it.2 == Call::Must && it.1 >= block.end);
        if unfinished {
            return Some(Open {
                addressee: self.addressee(clauses, block.first, block.end),
                block: number,
                that: false,
            });
        }
        let heading = (block.kind == BlockKind::Line
            || block.kind == BlockKind::Item && block.end - block.first < 4)
            && !colon
            && calls.is_some_and(|it| it.2 == Call::List)
            && block.end - block.first < 9;
        if colon
            && (calls.is_some() || next_is_item && open.is_some())
            && (next_is_item || calls.is_some())
        {
            let from = calls.map_or(block.first, |it| it.1);
            let addressee = self
                .addressee(clauses, from, block.end)
                .or_else(|| self.addressee(clauses, block.first, from));
            return Some(Open {
                addressee: addressee.or_else(|| open.and_then(|it| it.addressee)),
                block: number,
                that: matches!(self.low(last.saturating_sub(1)), "that" | "que"),
            });
        }
        if heading {
            return Some(Open {
                addressee: self.addressee(clauses, calls?.1, block.end),
                block: number,
                that: false,
            });
        }
        // "To the Inspector-General of Police:", and a list.
        if colon && next_is_item && self.low(block.first) == "to" && block.end - block.first < 24 {
            return Some(Open {
                addressee: self.addressee(clauses, block.first + 1, block.end),
                block: number,
                that: false,
            });
        }
        // "To the Greek Government" within recommendations.
        let to = matches!(self.low(block.first), "to" | "au" | "aux" | "a")
            && block.kind == BlockKind::Line
            && block.end - block.first < 14;
        if to && open.is_some() {
            let addressee = self.addressee(clauses, block.first + 1, block.end)?;
            return Some(Open { addressee: Some(addressee), block: number, that: false });
        }
        None
    }

    /// A line without a marker that belongs to an open list: in letters they end with a semicolon.
    fn goes_on(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        block.end - block.first > 2 && matches!(self.text.sign(block.end - 1), ";")
            || number > 0
                && self.text.sign(self.text.blocks[number - 1].end.saturating_sub(1)) == ";"
    }

    /// "To the Police: that …".
    fn is_addressed(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        matches!(self.low(block.first), "to" | "au" | "aux")
            && (block.first..block.end.min(block.first + 16)).any(|at| self.text.sign(at) == ":")
    }

    fn addressee(&self, clauses: &Clauses<'_, '_>, from: usize, end: usize) -> Option<usize> {
        let mut at = from;
        while at < end {
            if let Some(name) = clauses.name_at(at) {
                if self.names[name].kind == NameKind::Place {
                    return self.government();
                }
                // "The Institute urges you": not itself.
                let actor = clauses.actor(name);
                if actor.is_none() || actor != self.issuer {
                    return actor;
                }
                at = self.names[name].end.max(at);
            }
            at += 1;
        }
        None
    }

    /// A country as the one that is asked: its government.
    fn government(&self) -> Option<usize> {
        self.actors.all.iter().position(|it| it.government)
    }

    fn item(
        &self,
        clauses: &Clauses<'_, '_>,
        sentence: Sentence,
        list: Open,
        found: &mut Vec<Demand>,
    ) {
        let mut first = sentence.first;
        let mut addressee = list.addressee;
        if self.is_address(clauses, sentence) {
            return;
        }
        // "to the Federal Supreme Court: to set …", "the LAF: hand over …".
        if let Some(colon) =
            (first..sentence.end.min(first + 14)).find(|at| self.text.sign(*at) == ":")
            && let Some(own) = self.addressee(clauses, first, colon)
        {
            addressee = Some(own);
            first = colon + 1;
        }
        if addressee == list.addressee
            && let Some((own, verb)) = self.asked_in_item(clauses, first, sentence.end, list.that)
        {
            if own == self.issuer && own.is_some() {
                return;
            }
            let verb = self.past_adverbs(verb);
            let end = self.clause_end(verb, sentence.end);
            if end > verb {
                self.split(clauses, found, own, (verb, end), first, "demand.list");
            }
            return;
        }
        while matches!(self.low(first), "to" | "de" | "d" | "that" | "the" | "qu" | "que")
            && first < sentence.end
            || matches!(self.text.sign(first), ",")
        {
            if (self.low(first) == "that" || self.low(first) == "que" || self.low(first) == "qu")
                && let Some((own, verb)) = self.that_clause(clauses, first + 1, sentence.end)
            {
                let end = self.clause_end(verb, sentence.end);
                let whole = if own.is_some() { verb } else { first + 1 };
                self.push(found, own.or(addressee), (whole, end), (first, end), "demand.list");
                return;
            }
            first += 1;
        }
        first = self.past_adverbs(first);
        let end = self.clause_end(first, sentence.end);
        if end > first + 1 || end > first && self.text.tokens[first].kind == Kind::Word {
            self.split(clauses, found, addressee, (first, end), first, "demand.list");
        }
    }

    /// A line of those to whom one may write: names and nothing that is asked, or an address of an e-mail.
    fn is_address(&self, clauses: &Clauses<'_, '_>, sentence: Sentence) -> bool {
        let mail = (sentence.first..sentence.end).any(|at| self.text.sign(at) == "@");
        let small = (sentence.first..sentence.end).filter(|at| {
            let token = &self.text.tokens[*at];
            token.kind == Kind::Word
                && !token.capital
                && clauses.name_at(*at).is_none()
                && !self.language.stops.contains(&token.low)
        });
        let named = clauses.name_at(sentence.first).is_some_and(|it| {
            self.names[it].from == sentence.first && self.names[it].kind != NameKind::Group
        });
        mail || named && small.count() == 0
    }

    /// "the Ministry of Health to give …", "au Parlement, de voter …", "the police suspend …" after "that:":
    /// who is asked within an item, and where the verb is.
    fn asked_in_item(
        &self,
        clauses: &Clauses<'_, '_>,
        first: usize,
        end: usize,
        that: bool,
    ) -> Option<(Option<usize>, usize)> {
        let name = (first..end.min(first + 5)).find_map(|at| {
            let name = clauses.name_at(at).filter(|it| self.names[*it].from >= first)?;
            (self.names[name].kind != NameKind::Place || that).then_some(name)
        })?;
        let it = &self.names[name];
        // Nothing but articles and prepositions stands before it.
        let leads = (first..it.from).all(|at| clauses.is("demand_lead", at));
        if !leads {
            return None;
        }
        let mut after = it.end;
        for other in clauses.list_right(name, end) {
            after = after.max(self.names[other].end);
        }
        if self.text.sign(after) == "(" {
            after = (after..end.min(after + 6))
                .find(|at| self.text.sign(*at) == ")")
                .map_or(after, |it| it + 1);
        }
        let own = clauses.actor(name).or_else(|| self.government());
        // More of who is asked may follow: "the Prosecutor's Office in Ruma to …".
        let to = (after..end.min(after + 7)).find(|at| {
            matches!(self.low(*at), "to" | "should" | "must")
                || self.language.code == "fr"
                    && matches!(self.low(*at), "de" | "d" | "à" | "a")
                    && self.is_infinitive(*at + 1)
        });
        if let Some(to) = to
            && (after..to).all(|at| {
                self.text.is_capital(at)
                    || clauses.is("demand_between", at)
                    || self.text.sign(at) == ","
                    || clauses.name_at(at).is_some()
            })
        {
            return Some((own, to + 1));
        }
        let verb = self.past_adverbs(after);
        (that && self.is_verb_like(verb) && verb < end && !self.text.is_capital(verb))
            .then_some((own, verb))
    }

    fn is_infinitive(&self, at: usize) -> bool {
        let verb = self.past_adverbs(at);
        (verb..verb + 2).any(|at| {
            let low = self.low(at);
            low.ends_with("er") || low.ends_with("ir") || low.ends_with("re")
        })
    }

    /// "that X withdraw his remarks": who, and where the verb is.
    fn that_clause(
        &self,
        clauses: &Clauses<'_, '_>,
        from: usize,
        end: usize,
    ) -> Option<(Option<usize>, usize)> {
        let name = (from..end.min(from + 10)).find_map(|at| {
            clauses.name_at(at).filter(|it| self.names[*it].kind != NameKind::Place)
        })?;
        let mut verb = self.names[name].end;
        if self.text.sign(verb) == "(" {
            verb = (verb..end).find(|at| self.text.sign(*at) == ")").map_or(verb, |it| it + 1);
        }
        let be = (from..end.min(from + 25)).find(|at| {
            self.low(*at) == "be" || self.low(*at) == "soit" || self.low(*at) == "soient"
        });
        if be.is_some_and(|be| be < verb + 14 && !self.is_verb_like(verb)) || be == Some(verb) {
            return Some((None, from));
        }
        Some((clauses.actor(name), self.past_adverbs(verb)))
    }

    fn is_verb_like(&self, at: usize) -> bool {
        self.text
            .tokens
            .get(at)
            .is_some_and(|it| it.kind == Kind::Word && !self.language.stops.contains(&it.low))
    }

    /// What is asked, parted where another verb asks for something of another category.
    fn split(
        &self,
        clauses: &Clauses<'_, '_>,
        found: &mut Vec<Demand>,
        addressee: Option<usize>,
        action: (usize, usize),
        from: usize,
        rule: &'static str,
    ) {
        let (first, end) = action;
        let mut parts_of: Vec<(usize, usize, Option<usize>)> = Vec::new();
        let mut whom = addressee;
        let mut begun = first;
        let mut at = first + 1;
        while at < end {
            if let Some((verb, other)) = self.goes_to_other(clauses, at, end) {
                parts_of.push((begun, at, whom));
                begun = verb;
                whom = Some(other);
                at = verb;
                continue;
            }
            let joined = matches!(self.low(at), "and" | "et")
                || self.text.sign(at) == ","
                || self.low(at) == "as" && self.low(at + 1) == "well";
            if joined {
                let mut next = at + 1;
                while next < end
                    && (matches!(self.low(next), "and" | "et" | "well" | "as")
                        || self.text.sign(next) == ",")
                {
                    next += 1;
                }
                let to = matches!(self.low(next), "to")
                    || self.language.code == "fr"
                        && matches!(self.low(next), "de" | "d" | "a")
                        && self.low(next + 1).ends_with('r');
                let verb = self.past_adverbs(if to { next + 1 } else { next });
                let is_verb = to
                    || self
                        .text
                        .tokens
                        .get(verb)
                        .is_some_and(|it| it.kind == Kind::Word && !it.capital)
                        && self.is_asked_verb(verb, end);
                if is_verb && verb < end {
                    parts_of.push((begun, at, whom));
                    begun = verb;
                    at = verb;
                }
            }
            at += 1;
        }
        parts_of.push((begun, end, whom));
        // Parts of one category are one demand, but not in "other"; a lone verb goes on with the next.
        let mut joined: Vec<((usize, usize), String, Option<usize>)> = Vec::new();
        for (from, until, whom) in parts_of {
            let category = self.category(from, until);
            let goes_on = joined.last().is_some_and(|(last, known, of)| {
                *of == whom
                    && (*known == category && (category != "other" || !self.is_to(from))
                        || last.1 - last.0 < 3)
            });
            match joined.last_mut() {
                Some((last, known, _)) if goes_on => {
                    last.1 = until;
                    if known == "other" {
                        *known = category;
                    }
                }
                _ => joined.push(((from, until), category, whom)),
            }
        }
        for (at, (part, category, whom)) in joined.into_iter().enumerate() {
            if self.is_formula(part) {
                continue;
            }
            let quote = if at == 0 { from } else { part.0 };
            found.push(Demand {
                addressee: whom,
                action: part,
                quote: (quote, part.1),
                category,
                rule,
            });
        }
    }

    /// ", and the Supreme Electoral Council to restore …", "and on the County Board to ban …": another is asked.
    fn goes_to_other(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        end: usize,
    ) -> Option<(usize, usize)> {
        let mut next = at;
        next += usize::from(self.text.sign(next) == "," || self.text.sign(next) == ";");
        matches!(self.low(next), "and" | "et").then_some(())?;
        next += 1;
        while matches!(
            self.low(next),
            "on" | "upon"
                | "the"
                | "we"
                | "urge"
                | "call"
                | "ask"
                | "also"
                | "le"
                | "la"
                | "l"
                | "les"
                | "expect"
                | "from"
        ) {
            next += 1;
        }
        let name = clauses
            .name_at(next)
            .filter(|it| self.names[*it].from == next || self.names[*it].first == next)?;
        let after = self.names[name].end;
        let to = matches!(self.low(after), "to" | "should" | "must" | "that") && after + 1 < end;
        to.then(|| clauses.actor(name)).flatten().map(|actor| (self.past_adverbs(after + 1), actor))
    }

    /// "to" stands before what is asked.
    fn is_to(&self, at: usize) -> bool {
        at > 0 && matches!(self.low(at - 1), "to" | "immediately")
    }

    /// A verb in its base form that demands have: a verb of a category.
    fn is_asked_verb(&self, at: usize, end: usize) -> bool {
        let base = !self.low(at).ends_with("ing")
            && !self.low(at).ends_with("ed")
            && (!self.low(at).ends_with('s') || self.low(at).ends_with("ss"));
        let object =
            self.text.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Word) && at + 1 < end;
        base && object
            && (matches!(
                self.low(at),
                "abide"
                    | "comply"
                    | "respect"
                    | "uphold"
                    | "ensure"
                    | "guarantee"
                    | "allow"
                    | "restore"
                    | "refrain"
            ) || self.language.verb_forms.contains(self.low(at))
                || self
                    .language
                    .categories
                    .iter()
                    .any(|(_, phrases)| phrases.at(self.text, at).is_some()))
            && !matches!(self.low(at + 1), "of" | "and" | "or" | "in" | "de")
            && !matches!(
                self.low(at),
                "are"
                    | "is"
                    | "was"
                    | "were"
                    | "been"
                    | "had"
                    | "has"
                    | "did"
                    | "does"
                    | "went"
                    | "came"
                    | "took"
                    | "gave"
                    | "said"
                    | "told"
                    | "made"
                    | "taken"
                    | "given"
                    | "held"
                    | "found"
                    | "shot"
                    | "left"
            )
    }

    /// What is asked: by the first word that says it.
    fn category(&self, first: usize, end: usize) -> String {
        for at in first..end.min(first + 16) {
            let found = self.language.categories.iter().filter(|it| it.0 != "other").filter_map(
                |(category, phrases)| {
                    phrases
                        .at(self.text, at)
                        .filter(|it| it.0 <= end)
                        .map(|it| (it.0 - at, category))
                },
            );
            if let Some((_, category)) = found.max_by_key(|it| it.0) {
                return category.clone();
            }
        }
        "other".to_owned()
    }

    /// "abide by its obligations": asked of every state in every statement.
    fn is_formula(&self, action: (usize, usize)) -> bool {
        let first = self.low(action.0);
        let general = matches!(
            first,
            "abide"
                | "comply"
                | "respect"
                | "uphold"
                | "fulfil"
                | "fulfill"
                | "honour"
                | "honor"
                | "adhere"
                | "observe"
                | "respecter"
                | "remember"
                | "recall"
        );
        general
            && (action.0..action.1).any(|at| {
                matches!(
                    self.low(at),
                    "obligations"
                        | "rights"
                        | "commitments"
                        | "standards"
                        | "law"
                        | "droits"
                        | "owe"
                )
            })
    }

    fn push(
        &self,
        found: &mut Vec<Demand>,
        addressee: Option<usize>,
        action: (usize, usize),
        quote: (usize, usize),
        rule: &'static str,
    ) {
        if action.1 <= action.0 || self.is_formula(action) {
            return;
        }
        let category = self.category(action.0, action.1);
        found.push(Demand {
            addressee,
            action,
            quote: (quote.0.min(action.0), action.1),
            category,
            rule,
        });
    }
}
