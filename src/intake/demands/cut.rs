//! Where what is asked ends, and where the same words go on to ask for more.

use super::Asker;
use crate::intake::lexicon::Call;
use crate::intake::text::Kind;

/// Words that begin, after a comma, what somebody or something is, or has been since.
fn is_lasting(word: &str) -> bool {
    matches!(
        word,
        "aged"
            | "cut"
            | "taken"
            | "missing"
            | "held"
            | "detained"
            | "arrested"
            | "sentenced"
            | "jailed"
            | "imprisoned"
            | "convicted"
            | "charged"
            | "abducted"
            | "disappeared"
            | "killed"
            | "murdered"
            | "closed"
            | "seized"
            | "suspended"
            | "blocked"
            | "last"
            | "now"
            | "currently"
            | "whom"
            | "when"
            | "given"
            | "noting"
            | "recalling"
            | "adding"
            | "saying"
            | "stressing"
            | "warning"
            | "pending"
            | "failing"
    )
}

impl Asker<'_, '_> {
    /// Past words that say how soon it is asked.
    pub(super) fn past_adverbs(&self, mut at: usize) -> usize {
        while matches!(
            self.low(at),
            "immediately"
                | "urgently"
                | "also"
                | "therefore"
                | "unconditionally"
                | "promptly"
                | "immediatement"
                | "now"
                | "once"
                | "at"
                | "again"
                | "fully"
                | "publicly"
                | "and"
                | "without"
                | "delay"
                | "urgemment"
                | "further"
                | "forthwith"
                | "speedily"
                | "swiftly"
                | "finally"
                | "likewise"
                | "too"
                | "moreover"
                | "furthermore"
                | "hereby"
        ) && self
            .text
            .tokens
            .get(at + 1)
            .is_some_and(|it| it.kind == Kind::Word || it.raw == ",")
        {
            if self.low(at) == "without" && self.low(at + 1) != "delay"
                || self.low(at) == "at" && self.low(at + 1) != "once"
            {
                break;
            }
            at += 1;
            at += usize::from(self.text.sign(at) == ",");
        }
        at
    }

    /// Where what is asked ends: before a relative clause that goes on to tell, or the end of the sentence.
    pub(super) fn clause_end(&self, first: usize, end: usize) -> usize {
        self.end_of(first, end, false)
    }

    /// The same; `that`: it was asked with "that", so that another "that" asks for more.
    pub(super) fn end_of(&self, first: usize, end: usize, that: bool) -> usize {
        let mut stop = end;
        for at in first..end {
            let sign = self.text.sign(at);
            let next = self.low(at + 1);
            let said = sign == ","
                && (at + 2..(at + 9).min(end)).take_while(|it| self.text.sign(*it) != ",").any(
                    |it| {
                        matches!(
                            self.low(it),
                            "said"
                                | "says"
                                | "wrote"
                                | "writes"
                                | "added"
                                | "considers"
                                | "declared"
                                | "stated"
                        )
                    },
                );
            // ", a student who was taken": who somebody is.
            let described = sign == ","
                && matches!(next, "a" | "an" | "the" | "un" | "une")
                && (at + 2..(at + 10).min(end))
                    .take_while(|it| self.text.sign(*it) != ",")
                    .any(|it| matches!(self.low(it), "who" | "which" | "qui"));
            let cut = said
                || described
                || at > first && self.asks_again(at, end, that)
                || sign == "," && at > first && is_lasting(next)
                || at > first && matches!(self.low(at), "unless" | "until")
                || sign == ";"
                || matches!(sign, "," | "–")
                    && matches!(
                        next,
                        "which"
                            | "so"
                            | "said"
                            | "where"
                            | "who"
                            | "whose"
                            | "but"
                            | "says"
                            | "since"
                            | "because"
                            | "as"
                            | "afin"
                            | "dont"
                            | "qui"
                    )
                || sign == "(" && at > first + 3
                || matches!(self.low(at), "so") && next == "that"
                || sign == ":" && at > first;
            if cut {
                stop = at;
                break;
            }
        }
        while stop > first
            && self.text.tokens[stop - 1].kind == Kind::Sign
            && !matches!(self.text.tokens[stop - 1].raw, ")" | "”" | "»" | "\"")
        {
            stop -= 1;
        }
        if stop > first && matches!(self.low(stop - 1), "and" | "et") {
            stop -= 1;
        }
        stop
    }

    /// Whether another clause that asks begins at a comma or "and": ", and the army must …", ", and asks X to …".
    fn asks_again(&self, at: usize, end: usize, that: bool) -> bool {
        let is_and =
            |at: usize| matches!(self.low(at), "and" | "but" | "while" | "whilst" | "whereas");
        let mut next = at;
        let (mut comma, mut and) = (false, false);
        loop {
            if self.text.sign(next) == "," {
                comma = true;
            } else if is_and(next) {
                and = true;
            } else if !(comma || and)
                || !matches!(
                    self.low(next),
                    "also" | "further" | "furthermore" | "moreover" | "in" | "addition"
                )
            {
                break;
            }
            next += 1;
        }
        if !(comma || and) || next >= end {
            return false;
        }
        match self.low(next) {
            "that" => return that,
            "let" if and => return true,
            "if" => return and && self.low(next + 1) == "you",
            "on" | "upon" if and => {
                return (next + 1..end.min(next + 12))
                    .take_while(|it| self.text.tokens[*it].kind != Kind::Sign)
                    .any(|it| self.low(it) == "to");
            }
            _ => {}
        }
        let asked = |at: usize| self.language.calls.at(self.text, at).map(|it| *it.1);
        match asked(next) {
            Some(Call::Must) if self.is_modal(next) => return true,
            Some(Call::On | Call::For | Call::That) => {
                let low = self.low(next);
                if low.ends_with('s') && and
                    || low.ends_with("ed")
                        && and
                        && matches!(self.low(next + 1), "that" | "on" | "upon" | "the")
                    || low == "we"
                    || low.ends_with("ing") && comma
                {
                    return true;
                }
            }
            _ => {}
        }
        if matches!(self.low(next), "we" | "it" | "they" | "she" | "he")
            && asked(next + 1).is_some_and(|it| it != Call::List)
        {
            return true;
        }
        (next..end.min(next + 14))
            .take_while(|it| {
                self.text.tokens[*it].kind != Kind::Sign
                    && !matches!(
                        self.low(*it),
                        "to" | "that"
                            | "who"
                            | "which"
                            | "whom"
                            | "where"
                            | "when"
                            | "if"
                            | "as"
                            | "what"
                            | "how"
                    )
            })
            .any(|it| it > next && asked(it) == Some(Call::Must) && self.is_modal(it))
    }

    /// "must", "should", "ought to": words that always ask.
    pub(super) fn is_modal(&self, at: usize) -> bool {
        matches!(self.low(at), "must" | "should" | "ought" | "shall")
            || matches!(self.low(at), "needs" | "has" | "have" | "need") && self.low(at + 1) == "to"
    }

    /// Past signs, "and" and "also" and what somebody "said" between commas: where more may be asked.
    pub(super) fn past_joints(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let sign = self.text.sign(at);
            if sign == "," {
                let close = (at + 1..end.min(at + 18)).find(|it| self.text.sign(*it) == ",");
                // What was said, or who somebody is, between commas, and then more is asked.
                let inset = close.filter(|close| {
                    let said = (at + 1..*close).any(|it| {
                        matches!(
                            self.low(it),
                            "said" | "says" | "wrote" | "added" | "too" | "addition"
                        )
                    });
                    let joined = matches!(self.low(close + 1), "and" | "but")
                        && matches!(self.low(close + 2), "to" | "on" | "upon" | "that" | "for");
                    said && close - at < 9
                        || joined
                            && !matches!(
                                self.low(at + 1),
                                "and" | "but" | "to" | "on" | "upon" | "that" | "for"
                            )
                });
                at = inset.unwrap_or(at) + 1;
            } else if self.text.sign(at + 1) == ")"
                && (self.text.tokens[at].kind == Kind::Number
                    || at > from && self.text.tokens[at].raw.chars().count() == 1)
            {
                at += 2;
            } else if sign == "(" {
                at = (at..end).find(|it| self.text.sign(*it) == ")").unwrap_or(at) + 1;
            } else if matches!(sign, ";" | "”" | "\"" | "“")
                || at > from
                    && matches!(
                        self.low(at),
                        "also"
                            | "further"
                            | "finally"
                            | "lastly"
                            | "secondly"
                            | "thirdly"
                            | "furthermore"
                    )
                || matches!(self.low(at), "and" | "but")
                || self.low(at) == "if" && self.low(at + 1) == "you"
                || self.low(at) == "without" && self.low(at + 1) == "delay"
            {
                at += match self.low(at) {
                    "without" => 2,
                    "if" => 3,
                    _ => 1,
                };
            } else {
                break;
            }
        }
        at
    }

    /// ", in addition, ", ", too, ": past an aside of few words between the word that asks and who is asked.
    pub(super) fn past_aside(&self, at: usize, end: usize) -> usize {
        if self.text.sign(at) == "," {
            let close = (at + 1..end.min(at + 7)).find(|it| self.text.sign(*it) == ",");
            return close.map_or(at, |it| it + 1);
        }
        at
    }
}
