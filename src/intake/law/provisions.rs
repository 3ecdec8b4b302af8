//! Articles and sections that a text cites, each with the instrument whose they are.

use super::{LawMention, NamedLaw, Provision, Reader};
use crate::intake::text::Kind;

impl Reader<'_, '_> {
    /// The articles of a sentence, each with its instrument.
    pub(super) fn provisions(&mut self, first: usize, end: usize) {
        let mut at = first;
        while at < end {
            let Some((labels, until)) = self.labels(at, end) else {
                at += 1;
                continue;
            };
            if let Some((law, from, to)) = self
                .owner(at, until, first, end)
                .map(|owner| self.as_before(&labels, owner, at, until))
            {
                let treaty = self.laws.named[law].code.is_some();
                for label in labels {
                    // Treaties have no articles with a point: "Article 12.2" is the second paragraph.
                    let label = match label.rsplit_once('.') {
                        Some((article, paragraph)) if treaty && !label.contains('(') => {
                            format!("{article}({paragraph})")
                        }
                        _ => label,
                    };
                    self.laws.provisions.push(Provision { label, law, first: from, end: to });
                }
            }
            at = until;
        }
    }

    /// A provision that was cited before is of the same law, where nothing beside it says whose it is.
    fn as_before(
        &self,
        labels: &[String],
        owner: (usize, usize, usize),
        at: usize,
        until: usize,
    ) -> (usize, usize, usize) {
        let beside = owner.1 < at && owner.1 + 12 > at || owner.2 > until;
        let known = labels.first().and_then(|label| {
            self.laws.provisions.iter().rfind(|it| it.label == *label).map(|it| it.law)
        });
        match known {
            Some(law) if !beside => (law, at, until),
            _ => owner,
        }
    }

    /// "Articles 19, 21 and 22": the labels, and where they end.
    fn labels(&self, at: usize, end: usize) -> Option<(Vec<String>, usize)> {
        let word = match self.text.low(at) {
            "article" | "articles" | "art" | "arts" => "Article",
            "section" | "sections" | "sec" | "secs" => "Section",
            "s" | "ss"
                if self
                    .text
                    .tokens
                    .get(at + 1 + usize::from(self.text.sign(at + 1) == "."))
                    .is_some_and(|it| it.kind == Kind::Number)
                    && self.low_before(at) != "'" =>
            {
                "Section"
            }
            "clause" | "clauses" => "Clause",
            "canon" | "canons" if self.text.is_capital(at) => "Canon",
            "rule" | "rules" if self.text.is_capital(at) => "Rule",
            "regulation" | "regulations" if self.text.is_capital(at) => "Regulation",
            "principle" | "principles" | "principe" | "principes" => "Principle",
            _ => return None,
        };
        let mut next = at + 1;
        next += usize::from(self.text.sign(next) == ".");
        if self.text.low(next) == "premier" {
            return Some((vec!["Article 1".to_owned()], next + 1));
        }
        let mut labels = Vec::new();
        let mut until = next;
        let mut range_from: Option<u32> = None;
        loop {
            let (label, after) = self.label(until, end)?;
            if let (Some(from), Ok(to)) = (range_from.take(), label.parse::<u32>()) {
                // No instrument has ranges of more than a hundred articles in one breath.
                labels.extend((from + 1..to).take(100).map(|it| format!("{word} {it}")));
            }
            // "paragraph 2 of Article 19".
            let paragraph = at.checked_sub(3).filter(|from| {
                labels.is_empty()
                    && matches!(
                        self.text.low(*from),
                        "paragraph" | "para" | "paragraphe" | "alinea" | "subsection"
                    )
                    && matches!(self.text.low(at - 1), "of" | "de" | "in" | "du")
                    && self.text.tokens[from + 1].kind == Kind::Number
            });
            let label = paragraph.map_or(label.clone(), |from| {
                format!("{label}({})", self.text.tokens[from + 1].raw)
            });
            // "Articles 19-22".
            let plural = self.text.low(at).ends_with('s');
            let range = label
                .split_once('-')
                .and_then(|(from, to)| Some((from.parse::<u32>().ok()?, to.parse::<u32>().ok()?)))
                .filter(|(from, to)| plural && from < to && to - from < 60);
            if let Some((from, to)) = range {
                labels.extend((from..=to).map(|it| format!("{word} {it}")));
            } else {
                labels.push(format!("{word} {label}"));
            }
            until = after;
            // "Article 14(3)(b) and (d)".
            while matches!(self.text.low(until), "and" | "or" | "et") && self.is_letter(until + 1) {
                let Some((whole, _)) = label.rsplit_once('(') else { break };
                labels.push(format!("{word} {whole}({})", self.text.tokens[until + 2].raw));
                until += 4;
            }
            let mut peek = until;
            peek += usize::from(self.text.sign(peek) == ",");
            let joined = matches!(self.text.low(peek), "and" | "or" | "et" | "ou");
            peek += usize::from(joined);
            let ranged = matches!(self.text.low(peek), "to" | "through" | "a") && !joined
                || matches!(self.text.sign(peek), "–" | "-");
            peek += usize::from(ranged);
            if peek == until
                || self.label(peek, end).is_none()
                || self.text.tokens.get(peek).is_some_and(|it| it.raw.len() > 4)
            {
                break;
            }
            if ranged {
                range_from = label.parse().ok();
            }
            until = peek;
        }
        Some((labels, until))
    }

    /// "(b)": a letter of a paragraph.
    fn is_letter(&self, at: usize) -> bool {
        self.text.sign(at) == "("
            && self.text.sign(at + 2) == ")"
            && self.text.tokens[at + 1].kind == Kind::Word
            && self.text.tokens[at + 1].raw.chars().count() == 1
    }

    /// "6(3)(c)", "153A", "31-2", "9, para. 3", "4 bis".
    fn label(&self, at: usize, end: usize) -> Option<(String, usize)> {
        // "L. 435-1": French codes have a letter before the number.
        let lettered = matches!(self.text.low(at), "l" | "r" | "d")
            && self.text.is_capital(at)
            && self.text.sign(at + 1) == ".";
        let at = at + if lettered { 2 } else { 0 };
        let token = self.text.tokens.get(at).filter(|it| it.kind == Kind::Number && at < end)?;
        let mut label = token.raw.to_owned();
        if lettered {
            label = format!("{}. {label}", self.text.tokens[at - 2].raw);
        }
        let mut next = at + 1;
        if let Some(digits) = label.strip_suffix("er") {
            label = digits.to_owned();
        }
        while self
            .text
            .tokens
            .get(next)
            .is_some_and(|it| it.hyphen && (it.kind == Kind::Number || it.raw.len() == 1))
        {
            label = format!("{label}-{}", self.text.tokens[next].raw);
            next += 1;
        }
        while self.text.sign(next) == "("
            && self.text.sign(next + 2) == ")"
            && (!self.text.tokens[next].spaced
                || self.text.tokens[next + 1].raw.chars().count() == 1)
        {
            label = format!("{label}({})", self.text.tokens[next + 1].raw);
            next += 3;
        }
        let section = (next..next + 3).find(|it| self.text.sign(*it) == "§");
        if let Some(section) = section.filter(|it| {
            (next..*it).all(|at| self.text.sign(at) == ",")
                && self.text.tokens.get(it + 1).is_some_and(|it| it.kind == Kind::Number)
        }) {
            label = format!("{label}({})", self.text.tokens[section + 1].raw);
            next = section + 2;
            let letter = self.text.tokens.get(next + 1).filter(|it| {
                self.text.sign(next) == "," && it.kind == Kind::Word && it.raw.len() == 1
            });
            if let Some(letter) = letter {
                label = format!("{label}({})", letter.low);
                next += 2;
            }
        }
        if self.text.low(next) == "bis" {
            label.push_str(" bis");
            next += 1;
        }
        let comma = usize::from(self.text.sign(next) == ",");
        if matches!(
            self.text.low(next + comma),
            "para"
                | "paras"
                | "paragraph"
                | "paragraphs"
                | "paragraphe"
                | "paragraphes"
                | "al"
                | "alinea"
                | "subsection"
        ) {
            let dot = usize::from(self.text.sign(next + comma + 1) == ".");
            if let Some(number) =
                self.text.tokens.get(next + comma + 1 + dot).filter(|it| it.kind == Kind::Number)
            {
                label = format!("{label}({})", number.raw);
                next += comma + dot + 2;
                // "paragraph 3 (b)".
                if self.is_letter(next) {
                    label = format!("{label}({})", self.text.tokens[next + 1].raw);
                    next += 3;
                }
            }
        }
        Some((label, next))
    }

    /// Whose articles they are: the law, and the passage that says so.
    fn owner(
        &self,
        at: usize,
        until: usize,
        first: usize,
        end: usize,
    ) -> Option<(usize, usize, usize)> {
        let in_sentence: Vec<&LawMention> =
            self.laws.mentions.iter().filter(|it| it.first >= first && it.end <= end).collect();
        // "Articles 5 and 6 ECHR", "section 144 CrPC".
        if let Some(law) = in_sentence.iter().find(|it| it.first == until) {
            return Some((law.law, at, law.end));
        }
        // "of the ICCPR", "of our own Constitution", "(…) of the old Penal Code".
        let mut next = until;
        if self.text.sign(next) == "(" {
            next = (next..end.min(next + 12))
                .find(|it| self.text.sign(*it) == ")")
                .map_or(next, |it| it + 1);
        }
        if matches!(
            self.text.low(next),
            "of" | "from" | "in" | "under" | "to" | "du" | "de" | "des" | "d"
        ) {
            let near = in_sentence
                .iter()
                .find(|it| it.first > next && it.first <= next + 5 || it.first == next + 1);
            let blocked = |it: &LawMention| {
                (next + 1..it.first).any(|at| self.text.tokens[at].kind == Kind::Sign)
            };
            if let Some(near) = near.filter(|it| !blocked(it)) {
                return Some((near.law, at, near.end));
            }
            let determiner = matches!(
                self.text.low(next + 1),
                "the" | "that" | "this" | "la" | "le" | "cette" | "ce" | "l"
            ) || matches!(self.text.low(next), "du");
            if determiner {
                let window = (next + 1..end.min(next + 5))
                    .map(|it| self.text.low(it).trim_end_matches('s').to_owned());
                for word in window {
                    if let Some(law) = self.called(&word, at) {
                        return Some((law, at, until));
                    }
                }
            }
        }
        let before: Vec<&&LawMention> = in_sentence.iter().filter(|it| it.end <= at).collect();
        let after = in_sentence.iter().find(|it| it.first >= until);
        // "The Covenant, to which the state is a party, protects in its Article 19": whose sentence it is.
        let its = matches!(self.low_before(at), "its" | "son" | "ses");
        // Whose verb stands right before: "the decree protects in its Article 11".
        let verbal = before.last().is_some_and(|it| at - it.end < 5);
        let near = if its && !verbal { before.first() } else { before.last() };
        if let Some(near) = near {
            return Some((near.law, near.first, until));
        }
        let word_before = at.checked_sub(1).map_or("", |it| self.text.low(it));
        let back = self.laws.mentions.iter().rfind(|it| it.end <= first);
        if matches!(word_before, "its" | "whose" | "ses" | "son" | "dont")
            || at == first
                && after.is_none_or(|it| (until..it.first).any(|at| self.text.sign(at) == ";"))
        {
            return back.map(|it| (it.law, at, until));
        }
        if let Some(near) = after {
            return Some((near.law, at, near.end));
        }
        back.filter(|it| {
            self.text.sentence_of(it.first)
                == self.text.sentence_of(first).and_then(|it| it.checked_sub(1))
        })
        .map(|it| (it.law, at, until))
    }

    pub(super) fn low_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |it| self.text.low(it))
    }

    /// The law named last before a token that is called so for short: "that Convention", "the Act".
    fn called(&self, word: &str, at: usize) -> Option<usize> {
        let is_called = |law: &NamedLaw| {
            law.head.trim_end_matches('s') == word
                || word == "treaty" && law.code.is_some()
                || law.key.split(' ').any(|it| it == word)
                    && matches!(
                        word,
                        "convention"
                            | "covenant"
                            | "charter"
                            | "protocol"
                            | "code"
                            | "law"
                            | "act"
                            | "constitution"
                            | "pacte"
                            | "charte"
                    )
        };
        self.laws
            .mentions
            .iter()
            .rev()
            .find(|it| it.end <= at && is_called(&self.laws.named[it.law]))
            .map(|it| it.law)
    }
}
