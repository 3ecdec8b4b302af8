//! Names that nothing but their voice makes an organisation's: "Free the Page said today", "Casa de la Memoria condemns".

use super::{Finder, Name, NameKind};
use crate::intake::lexicon::Language;
use crate::intake::text::{Kind, Text};

/// Small words within names of organisations, as several languages have them.
pub(super) fn is_link(word: &str) -> bool {
    is_romance(word)
        || matches!(
            word,
            "of" | "the"
                | "for"
                | "to"
                | "in"
                | "and"
                | "on"
                | "without"
                | "against"
                | "with"
                | "e"
                | "pour"
                | "et"
                | "d"
                | "l"
                | "sans"
                | "contre"
                | "ohne"
                | "und"
                | "für"
                | "pou"
        )
}

/// Those of Romance languages: in capitals in an English text they are no heading's words.
pub(super) fn is_romance(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "le"
            | "les"
            | "des"
            | "du"
            | "del"
            | "los"
            | "las"
            | "el"
            | "y"
            | "do"
            | "da"
    )
}

/// "today", "on Monday", "in a statement" after "said": the text itself is what was said.
pub fn is_of_today(text: &Text<'_>, language: &Language, at: usize) -> bool {
    let next = at + usize::from(matches!(text.low(at), "on" | "late" | "early"));
    matches!(text.low(at), "today" | "aujourd")
        || language.weekdays.contains_key(text.low(next)) && text.is_capital(next)
        || text.low(at) == "in"
            && matches!(text.low(at + 1), "a" | "this")
            && matches!(text.low(at + 2), "statement" | "joint" | "report" | "press")
}

/// Words between a name and the verb by which it speaks.
fn leads_verb(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "is"
            | "are"
            | "has"
            | "have"
            | "also"
            | "strongly"
            | "deeply"
            | "gravely"
            | "therefore"
            | "further"
            | "again"
            | "est"
            | "sont"
            | "a"
    )
}

impl Finder<'_, '_> {
    /// Who speaks by a name with small words in it, which other rules would break at them: before "said today" anywhere, and
    /// before a verb of an issuer where the text begins.
    pub(super) fn speaking(&mut self) {
        for number in 0..self.text.sentences.len() {
            let sentence = self.text.sentences[number];
            let block = &self.text.blocks[sentence.block];
            if block.boilerplate || block.after || sentence.block < self.body {
                continue;
            }
            let opens = sentence.block <= self.body + 1;
            for verb in sentence.first + 2..sentence.end {
                let said = matches!(self.low(verb), "said" | "says" | "warned" | "declared")
                    && (is_of_today(self.text, self.language, verb + 1)
                        || sentence.block == self.body && self.text.sign(verb + 1) == ".");
                let speaks = opens
                    && !self.text.is_capital(verb)
                    && self.language.voices.contains(self.low(verb));
                if !(said || speaks) {
                    continue;
                }
                let Some((first, end, acronym)) = self.name_before(verb, sentence.first) else {
                    continue;
                };
                let whole = first
                    <= sentence.first + usize::from(matches!(self.low(sentence.first), "the"))
                    || matches!(self.text.sign(first - 1), "–" | "—" | "-" | "," | ":" | ")")
                    || self.low(first - 1) == "--";
                if said || whole {
                    self.add(Name {
                        first,
                        end,
                        from: first,
                        kind: NameKind::Organisation,
                        actor: "ngo".to_owned(),
                        rule: "header.letterhead",
                        known: None,
                        acronym,
                        definite: self.before(first) == "the",
                        plural: false,
                    });
                    break;
                }
            }
        }
    }

    /// Capitals joined by small words that end before a verb, where no other rule has more to say of them.
    fn name_before(&self, verb: usize, floor: usize) -> Option<(usize, usize, Option<usize>)> {
        let mut end = verb;
        while end > floor + 1 && leads_verb(self.low(end - 1)) {
            end -= 1;
        }
        let mut acronym = None;
        if end > floor + 3 && self.text.sign(end - 1) == ")" && self.text.sign(end - 3) == "(" {
            end -= 3;
            acronym = self.bracketed(end);
            acronym?;
        }
        let mut first = end;
        let (mut capitals, mut links, mut linked) = (0, 0, false);
        while first > floor && end - first < 9 {
            let at = first - 1;
            let token = &self.text.tokens[at];
            let named = token.capital
                && token.kind == Kind::Word
                && !self.taken[at]
                && !self.language.months.contains_key(&token.low)
                && !self.language.weekdays.contains_key(&token.low);
            if named && !(self.is_stop(at) && at == floor) {
                capitals += 1;
                links += usize::from(linked);
                linked = false;
                first = at;
            } else if is_link(&token.low)
                && !token.capital
                && at > floor
                && (self.text.is_capital(at - 1) || is_link(self.low(at - 1)))
            {
                linked = true;
                first = at;
            } else {
                break;
            }
        }
        while first < end && !self.text.is_capital(first) {
            first += 1;
        }
        let ordinary = (first..end).any(|at| {
            self.head(at, end).is_some()
                || self.language.offices.at(self.text, at).is_some()
                || self.language.bodies.at(self.text, at).is_some()
                || self.language.demonyms.at(self.text, at).is_some()
                || matches!(self.low(at), "republic" | "kingdom")
        });
        // "Doctors of the Plain appeals": one body, not several people.
        let is_one = links > 0
            && (self.low(verb).ends_with('s') || matches!(self.low(verb - 1), "is" | "has"))
            && matches!(self.low(first + 1), "of" | "for" | "against" | "without");
        let begins_common = self.language.groups.at(self.text, first).is_some() && !is_one
            || self.language.titles.at(self.text, first).is_some()
            || self.is_stop(first);
        let is_land = |from: usize, to: usize| {
            crate::domain::Country::named(&self.text.flat(from, to)).is_some()
        };
        // Without small words, one of its words must be no name of a person: "Open Net Caucasus", "Human Dignity Now". What the head
        // has, too, is the letterhead's.
        let head = self.text.blocks.get(self.body).map_or(0, |it| it.first);
        let lettered = || {
            (0..head.min(400)).any(|at| {
                at + end - first <= head
                    && (first..end).zip(at..).all(|(a, b)| self.low(a) == self.low(b))
            })
        };
        let worded = || {
            let common = (first..end)
                .filter(|at| {
                    let low = self.low(*at);
                    low.chars().count() > 2
                        && (self.language.common.contains(low) || self.small.contains_key(low))
                        || is_land(*at, *at + 1)
                })
                .count();
            capitals > 2 && common > 0 || common > 1
        };
        // "the Netherlands, Sweden and Ireland are alarmed".
        let lands = (first..end).all(|at| !self.text.is_capital(at) || is_land(at, at + 1));
        (capitals > 1
            && !lands
            && !ordinary
            && !begins_common
            && !is_land(first, end)
            && (links > 0 || lettered() || worded()))
        .then_some((first, end, acronym))
    }
}
