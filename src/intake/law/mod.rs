//! Law in a text: instruments by name, acronym and nickname, domestic law by its head words, and the provisions of each.

mod extent;
mod provisions;

use super::lexicon::{Language, Where};
use super::text::{Kind, Text};

/// An instrument where the text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawMention {
    pub first: usize,
    pub end: usize,
    /// Which of [`Laws::named`].
    pub law: usize,
}

/// An instrument, by the fullest form in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedLaw {
    /// Of an instrument that comes with the program.
    pub code: Option<String>,
    pub name: String,
    /// Without years, numbers and articles, folded: what makes two mentions one.
    key: String,
    /// "convention", "act": what it is called for short.
    head: String,
    pub rule: &'static str,
}

/// A provision where the text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// `Article 19`, `Section 4`.
    pub label: String,
    pub law: usize,
    /// From the first word to the last of instrument and article.
    pub first: usize,
    pub end: usize,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Laws {
    pub named: Vec<NamedLaw>,
    pub mentions: Vec<LawMention>,
    pub provisions: Vec<Provision>,
}

impl Laws {
    /// Whether a token belongs to the name of an instrument.
    pub fn covers(&self, token: usize) -> bool {
        self.mentions.iter().any(|it| it.first <= token && token < it.end)
    }
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    language: &'a Language,
    laws: Laws,
    /// Acronyms that the text gives to laws.
    acronyms: Vec<(String, usize)>,
}

/// All law of a text.
pub fn laws(text: &Text<'_>, language: &Language) -> Laws {
    let mut reader = Reader { text, language, laws: Laws::default(), acronyms: Vec::new() };
    for sentence in &text.sentences {
        let block = &text.blocks[sentence.block];
        if block.boilerplate || block.after {
            continue;
        }
        reader.mentions(sentence.first, sentence.end);
    }
    for sentence in &text.sentences {
        let block = &text.blocks[sentence.block];
        if !(block.boilerplate || block.after) {
            reader.provisions(sentence.first, sentence.end);
        }
    }
    reader.laws
}

/// Small words within the names of laws.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "on"
            | "the"
            | "and"
            | "for"
            | "against"
            | "in"
            | "to"
            | "by"
            | "from"
            | "a"
            | "its"
            | "de"
            | "des"
            | "du"
            | "la"
            | "le"
            | "les"
            | "l"
            | "d"
            | "et"
            | "sur"
            | "relatif"
            | "relative"
            | "portant"
            | "aux"
            | "au"
            | "contre"
            | "pour"
            | "concerning"
            | "relating"
            | "with"
            | "all"
            | "or"
            | "over"
            | "do"
            | "da"
            | "dos"
            | "das"
            | "del"
            | "las"
            | "los"
            | "regarding"
            | "respecting"
            | "governing"
    )
}

/// "Law Protecting …", "Act Regulating …": a verb in "-ing" as the first word of what a law is about.
fn is_purpose(word: &str) -> bool {
    word.ends_with("ing") && word.len() > 6
}

impl Reader<'_, '_> {
    fn mentions(&mut self, first: usize, end: usize) {
        let mut at = first;
        while at < end {
            let found = self
                .listed(at, end)
                .or_else(|| self.acronym(at))
                .or_else(|| self.domestic(at, first, end));
            match found {
                Some((from, until, law)) => {
                    let overlaps = self
                        .laws
                        .mentions
                        .last()
                        .is_some_and(|last| last.end > from && last.first >= first);
                    if !overlaps {
                        self.laws.mentions.push(LawMention { first: from, end: until, law });
                        self.define(until, law);
                    }
                    at = until.max(at + 1);
                    at = self.others_of_list(from, at, end);
                }
                None => at += 1,
            }
        }
    }

    /// "Conventions No. 87 and No. 98": each number is one.
    fn others_of_list(&mut self, from: usize, until: usize, end: usize) -> usize {
        let plural = (from..until).any(|it| {
            matches!(self.text.low(it), "conventions" | "laws" | "acts" | "decrees" | "decrets")
        });
        let numbered =
            until > 0 && self.text.tokens[until - 1].kind == Kind::Number && until - from > 1;
        let mut at = until;
        while plural && numbered && (matches!(self.text.low(at), "and" | "et" | ",")) {
            let first = at + 1;
            let no = usize::from(matches!(self.text.low(first), "no" | "n°" | "n"));
            let dot = usize::from(no > 0 && matches!(self.text.sign(first + no), "." | "°"));
            let number = first + no + dot;
            let is_one = number < end
                && self.text.tokens[number].kind == Kind::Number
                && self.text.tokens[number].raw.len() < 4;
            if !is_one {
                break;
            }
            let head = self.text.low(from).to_owned();
            let law = self.law(None, first, number + 1, head, "law.domestic");
            self.laws.mentions.push(LawMention { first, end: number + 1, law });
            at = number + 1;
        }
        at
    }

    /// An instrument that comes with the program.
    fn listed(&mut self, at: usize, end: usize) -> Option<(usize, usize, usize)> {
        let (mut until, code) = self.language.instruments.at(self.text, at)?;
        let code = code.clone();
        // A name in small letters is a description: "the convention on the rights of the child" is none, "ICCPR" is one.
        let has_capital = (at..until).any(|it| self.text.is_capital(it));
        (has_capital && until <= end).then_some(())?;
        // "African Charter on Democracy": what begins as a nickname does may be another's full name.
        let goes_on = self.text.low(until) == "on"
            && self.text.is_capital(until + 1)
            && !self.is_day(until + 1)
            && until + 1 < end
            && (at..until).all(|it| !matches!(self.text.low(it), "on" | "of" | "against"))
            && !self.text.tokens[at].is_capitals();
        (!goes_on).then_some(())?;
        let mut from = at;
        while let Some(before) = from.checked_sub(1) {
            let token = &self.text.tokens[before];
            let leads = matches!(
                token.low.as_str(),
                "un" | "nations" | "united" | "international" | "1951" | "1967" | "1984" | "1966"
            ) && (token.capital || token.kind == Kind::Number)
                && before
                    >= self.text.sentence_of(at).map_or(0, |it| self.text.sentences[it].first);
            if !leads {
                break;
            }
            from = before;
        }
        if self.text.sign(until) == "(" && self.text.low(until + 1) == "pact" {
            until = (until..end).find(|it| self.text.sign(*it) == ")").map_or(until, |it| it + 1);
        }
        let head = self.head(from, until);
        let law = self.law(Some(code), from, until, head, "law.instrument");
        Some((from, until, law))
    }

    /// "convention", "charter": the word that an instrument is called by for short.
    fn head(&self, first: usize, end: usize) -> String {
        let words = [
            "convention",
            "covenant",
            "charter",
            "protocol",
            "statute",
            "declaration",
            "pact",
            "accord",
            "accords",
            "agreement",
            "treaty",
            "pacte",
            "charte",
            "protocole",
            "statut",
            "traite",
        ];
        (first..end)
            .map(|it| self.text.low(it))
            .find(|it| words.contains(it))
            .unwrap_or("covenant")
            .to_owned()
    }

    /// An acronym that the text gave to a law: "Prevention of Terrorism Act (PTA)".
    fn acronym(&self, at: usize) -> Option<(usize, usize, usize)> {
        let token = self.text.tokens.get(at).filter(|it| it.is_capitals())?;
        let (_, law) = self.acronyms.iter().find(|it| it.0 == token.raw)?;
        Some((at, at + 1, *law))
    }

    fn define(&mut self, at: usize, law: usize) {
        if self.text.sign(at) == "("
            && self.text.sign(at + 2) == ")"
            && self.text.tokens[at + 1].is_capitals()
        {
            self.acronyms.push((self.text.tokens[at + 1].raw.to_owned(), law));
        }
    }

    fn law(
        &mut self,
        code: Option<String>,
        first: usize,
        end: usize,
        head: String,
        rule: &'static str,
    ) -> usize {
        let name = self.text.flat(first, end);
        let key = code.clone().unwrap_or_else(|| self.key(first, end));
        let named = &mut self.laws.named;
        // "Law No. 1/2006 on assemblies" is "Law No. 1/2006": the number says which.
        let numbered = |short: &str, long: &str| {
            long.strip_prefix(short).is_some_and(|it| it.starts_with(' '))
                && short.rsplit(' ').next().is_some_and(|it| it.contains(|c: char| c.is_numeric()))
        };
        if let Some(at) = named.iter().position(|it| {
            it.code == code
                && (it.key == key
                    || code.is_none() && (numbered(&it.key, &key) || numbered(&key, &it.key)))
        }) {
            if name.chars().count() > named[at].name.chars().count() {
                named[at].name = name;
            }
            return at;
        }
        named.push(NamedLaw { code, name, key, head, rule });
        named.len() - 1
    }

    fn key(&self, first: usize, end: usize) -> String {
        let mut words: Vec<&str> = Vec::new();
        let mut at = first;
        while at < end {
            let token = &self.text.tokens[at];
            let is_year = token.kind == Kind::Number && token.raw.len() == 4 && at > first;
            if !(is_year
                || token.kind == Kind::Sign
                || matches!(token.low.as_str(), "of" | "the" | "new" | "old"))
            {
                words.push(&token.low);
            }
            at += 1;
        }
        words.join(" ")
    }

    /// Law by a head word: "Penal Code", "Law on Assemblies", "Computer Crime Act".
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn domestic(&mut self, at: usize, first: usize, end: usize) -> Option<(usize, usize, usize)> {
        let (until, (_, place)) = self.language.laws.at(self.text, at)?;
        let place = *place;
        // "Judge Rita Bill-Khoury"; "By Law No. 4/2021", which is no by-law.
        let joined = |at: usize| self.text.tokens.get(at).is_some_and(|it| it.hyphen);
        if joined(until) && until == at + 1 && self.text.is_capital(until) && !joined(at)
            || self.text.low(at) == "by" && until > at + 1 && !joined(at + 1)
        {
            return None;
        }
        let numbered = self.is_numbered(until, end)
            || self.is_on(at, until)
            || self.is_cited(at, first)
            || self.past_title(until, end).is_some();
        if until > end
            || !(self.text.is_capital(at) || numbered)
            || !numbered && self.is_of_body(at, until)
        {
            return None;
        }
        let mut until = until;
        // "Regulation Act": the last head counts.
        while let Some((after, _)) = self
            .language
            .laws
            .at(self.text, until)
            .filter(|it| it.0 <= end && self.text.is_capital(until))
        {
            until = after;
        }
        let head = self.text.low(until - 1).to_owned();
        // "Principles 16 to 18" are provisions.
        let cites = matches!(
            head.as_str(),
            "principles" | "rules" | "guidelines" | "standards" | "articles" | "sections"
        ) && self.text.tokens.get(until).is_some_and(|it| it.kind == Kind::Number);
        // "Regulation 5(1) of the Regulations".
        let cites = cites
            || matches!(head.as_str(), "regulation" | "rule" | "principle")
                && until == at + 1
                && self
                    .text
                    .tokens
                    .get(until)
                    .is_some_and(|it| it.kind == Kind::Number && it.raw.len() < 4)
                && (self.text.sign(until + 1) == "("
                    || self.text.low(until + 1) == "of"
                        && self
                            .text
                            .tokens
                            .get(until + 2)
                            .is_some_and(|it| it.kind != Kind::Number));
        if cites || matches!(head.as_str(), "resolution" | "resolutions" | "resolution's") {
            return None;
        }
        let (mut from, mut to) = (at, until);
        let opens = self.opens(at, until);
        if place != Where::First || until - at > 1 {
            // No further back than the law before it: "the Convention on X and the Convention of Y".
            let floor = self.laws.mentions.last().map_or(first, |it| it.end.max(first).min(at));
            from = self.before(at, floor);
            if opens {
                let link = (from..at).rev().find(|it| is_link(self.text.low(*it)));
                from = link.map_or(from, |it| it + 1);
            }
        }
        // "IPC", "CrPC": listed as they are.
        let initials = self.text.tokens[at].raw.chars().filter(|c| c.is_uppercase()).count() > 1
            && matches!(self.text.low(at), "ipc" | "crpc" | "ppc" | "bnss");
        let of_itself = matches!(head.as_str(), "constitution" | "amendment")
            || self.is_cited(at, first)
            || initials
            || until - at > 1
            || head == "penal"
            || head == "penale";
        if self.text.sign(to) == "("
            && self.text.is_capital(to + 1)
            && self.text.sign(to + 2) == ")"
            && !self.text.tokens[to + 1].is_capitals()
        {
            // "Penal Code (Amendment) Act" goes on behind the bracket.
            if self.language.laws.at(self.text, to + 3).is_some() && self.text.is_capital(to + 3) {
                to += 4;
            }
        }
        to = self.after(
            to,
            end,
            place == Where::First
                || opens
                || self.text.low(to) == "on"
                || head == "constitution"
                || (at..until).any(|it| self.text.low(it) == "on"),
        );
        // 'the Law "On Mass Events"'.
        let titled = self.past_title(until, end);
        to = titled.unwrap_or(to);
        let numbered = numbered || titled.is_some();
        let land = self.past_land(to, end);
        // "Law of Georgia on Transparency of Foreign Influence".
        if land > to && self.text.low(land) == "on" {
            to = self.after(land, end, true);
        } else {
            to = land;
        }
        to = self.past_amendment(to, end);
        to = self.past_date(to, end);
        if self.text.tokens[to - 1].kind == Kind::Number
            || self.text.tokens[to - 1].hyphen
            || self.is_on(at, until)
        {
            let back = usize::from(matches!(self.text.low(to - 1), "on" | "sur"));
            // "Decree-Law 54 of 13 September 2022, on combating offences".
            let comma = usize::from(
                self.text.sign(to) == ","
                    && self.text.low(to + 1) == "on"
                    && self.text.low(to + 2) != "the"
                    && !self.is_day(to + 2),
            );
            let topic = self.past_topic(to + comma - back, end);
            to = if topic > to + comma { topic } else { to };
            // "Federal Law No. 255-FZ of 14 July 2022 on Control over …".
            if self.text.low(to) == "on" && self.text.tokens[to - 1].kind == Kind::Number {
                to = self.after(to, end, true);
            }
        }
        // "the bill amending Act No. 7": it is of the bill that the text speaks.
        let amends = from.checked_sub(2).filter(|it| {
            *it >= first
                && matches!(self.text.low(it + 1), "amending" | "establishing" | "implementing")
                && self.language.laws.at(self.text, *it).is_some_and(|(end, _)| end == it + 1)
        });
        from = amends.unwrap_or(from);
        let numbered = numbered || amends.is_some();
        let bare = to - from == until - at && !of_itself;
        // "the draft Constitution", "the amended 1987 Constitution".
        let drafted = from.checked_sub(1).filter(|it| {
            *it >= first
                && head == "constitution"
                && matches!(
                    self.text.low(*it),
                    "draft"
                        | "amended"
                        | "interim"
                        | "transitional"
                        | "provisional"
                        | "revised"
                        | "proposed"
                        | "suspended"
                )
        });
        from = drafted.unwrap_or(from);
        let numbered = numbered || drafted.is_some();
        let starts_capital =
            self.text.is_capital(from) || self.text.tokens[from].kind == Kind::Number;
        if bare || !starts_capital && !numbered {
            return None;
        }
        // "National Unity Law (Decree-Law No. 19 of 2012)": one law under two names.
        let again = self
            .laws
            .mentions
            .last()
            .filter(|it| {
                self.text.sign(it.end) == "("
                    && (it.end + 1..from).all(|at| self.text.sign(at) != ")")
                    && self.text.sign(to) == ")"
                    && self.text.tokens[to - 1].kind == Kind::Number
            })
            .map(|it| it.law);
        if let Some(law) = again {
            return Some((from, to, law));
        }
        if let Some(law) = self.as_called(from, first) {
            let name = self.text.flat(from, to);
            let known = &mut self.laws.named[law];
            if known.code.is_none() && name.chars().count() > known.name.chars().count() {
                known.name = name;
            }
            return Some((from, to, law));
        }
        let law = self.law(None, from, to, head, "law.domestic");
        Some((from, to, law))
    }

    /// The law before, of which this is another name: "Bill 10, formally the Constitution (Amendment) Bill".
    fn as_called(&self, from: usize, first: usize) -> Option<usize> {
        let last = self.laws.mentions.last().filter(|it| it.first >= first && it.end < from)?;
        // "Law 1115, the General Law on …".
        let or = usize::from(self.text.low(last.end + 1) == "or");
        let named_by_number = self.language.laws.at(self.text, last.first).is_some_and(|it| {
            it.0 < last.end
                && (self.text.tokens[it.0].kind == Kind::Number
                    && self.text.tokens[it.0].raw.len() != 4
                    || matches!(self.text.low(it.0), "no" | "number")
                    || matches!(self.text.low(it.0 - 1), "no" | "number"))
        });
        let beside = self.text.sign(last.end) == ","
            && last.end + 2 + or == from
            && self.text.low(last.end + 1 + or) == "the"
            && named_by_number
            && self.text.tokens[last.end - 1].kind == Kind::Number;
        if beside {
            return Some(last.law);
        }
        let mut called = false;
        let joins = (last.end..from).all(|at| {
            let low = self.text.low(at);
            called |= matches!(
                low,
                "formally"
                    | "officially"
                    | "properly"
                    | "known"
                    | "called"
                    | "dubbed"
                    | "nicknamed"
                    | "titled"
                    | "entitled"
                    | "styled"
                    | "named"
                    | "alias"
            ) || low == "is" && self.text.low(at - 1) == "that";
            self.text.tokens[at].kind == Kind::Sign && !matches!(self.text.sign(at), "." | ";")
                || called && matches!(low, "as" | "the" | "a" | "an" | "is" | "by" | "so" | "new")
                || called && low.ends_with("ed")
                || called && matches!(low, "formally" | "officially" | "properly" | "known")
                || matches!(
                    low,
                    "also"
                        | "better"
                        | "commonly"
                        | "popularly"
                        | "widely"
                        | "sometimes"
                        | "informally"
                        | "otherwise"
                        | "often"
                        | "that"
                        | "then"
                )
        });
        (called && joins).then_some(last.law)
    }

    /// "décret-loi n° 2022-54", "decree no. 5 of 2020": a law by its number, also in small letters.
    fn is_numbered(&self, at: usize, end: usize) -> bool {
        let number = |at: usize| {
            at < end && self.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Number)
        };
        let sign = usize::from(matches!(self.text.sign(at + 1), "." | "°" | "º"));
        // "the law of 28 February 2017".
        if self.language.code == "en" && self.text.low(at) == "of" && self.past_date(at, end) > at {
            return true;
        }
        // The head word may end with the sign, or with "du": "loi n° 5", "loi du 3 mai 2017".
        let signed = matches!(self.text.sign(at.wrapping_sub(1)), "°" | "º")
            || matches!(self.low_before(at), "n" | "no" | "n°" | "numero");
        let dated =
            self.low_before(at) == "du" && self.language.months.contains_key(self.text.low(at + 1));
        (signed || dated) && number(at)
            || matches!(self.text.low(at), "no" | "n" | "num" | "number") && number(at + 1 + sign)
    }

    /// "Article 17 of the country's own constitution": it is cited, so it is a law.
    fn is_cited(&self, at: usize, first: usize) -> bool {
        let window = at.saturating_sub(8).max(first)..at;
        // "Article 278 of the criminal code" likewise.
        let code = self
            .language
            .laws
            .at(self.text, at)
            .is_some_and(|(until, _)| until > at + 1 && self.text.low(until - 1) == "code");
        (self.text.low(at) == "constitution" || code)
            && matches!(self.low_before(at), "own" | "'s" | "the" | "its" | "la")
            && window.clone().any(|it| {
                matches!(self.text.low(it), "article" | "articles" | "section" | "sections")
                    && self.text.tokens.get(it + 1).is_some_and(|it| it.kind == Kind::Number)
            })
    }

    /// "la loi sur la presse", "the bill on the autonomy of the regions": a name in small letters.
    fn is_on(&self, at: usize, until: usize) -> bool {
        let on = |at: usize| {
            matches!(self.text.low(at), "sur" | "relatif" | "relative" | "portant" | "on")
        };
        !self.text.is_capital(at)
            && matches!(self.low_before(at), "la" | "le" | "l" | "the")
            && (self.language.code == "fr" || matches!(self.text.low(at), "bill" | "decree"))
            && (on(until) || on(until - 1))
    }

    /// "Law on", "Treaty establishing": what it is on follows.
    fn opens(&self, at: usize, until: usize) -> bool {
        let last = self.text.low(until - 1);
        let leads =
            matches!(last, "on" | "of" | "for" | "against" | "to" | "establishing" | "amending");
        until - at > 1 && (leads || is_purpose(last))
    }

    /// Whether a word for law belongs to the name of a body: "Law Reform Commission", "Centre for Open Law", "Public Order".
    fn is_of_body(&self, at: usize, until: usize) -> bool {
        let heads =
            |at: usize| self.text.is_capital(at) && self.language.heads.at(self.text, at).is_some();
        let follows = self.text.is_capital(until)
            && !self.opens(at, until)
            && (heads(until) || heads(until + 1))
            && self.language.laws.at(self.text, until).is_none();
        let low = self.text.low(at);
        let number_follows = self.text.tokens.get(until).is_some_and(|it| it.kind == Kind::Number)
            || self.text.low(until) == "no";
        let general = matches!(
            low,
            "order" | "resolution" | "declaration" | "rules" | "agreement" | "principles"
        ) && (at == 0
            || !self.text.is_capital(at - 1)
            || matches!(self.text.low(at - 1), "public" | "joint" | "the"))
            && !number_follows
            && !matches!(self.text.low(until), "on" | "of");
        let mut back = at;
        while back > 0 && self.text.is_capital(back - 1) && at - back < 4 {
            back -= 1;
        }
        let led = back > 1
            && matches!(self.text.low(back - 1), "for" | "of")
            && at > back
            && heads(back - 2)
            && !number_follows
            && self.language.laws.at(self.text, back - 2).is_none();
        follows || general || led || low == "resolution"
    }
}
