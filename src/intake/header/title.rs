//! The headline of a statement, or the subject of a letter.

use super::{Header, Said};
use crate::intake::dates::When;
use crate::intake::names::{NameKind, is_address};
use crate::intake::text::Kind;

impl Header<'_, '_> {
    /// Whether a line of the head is a name, a place, a date or a kind of statement, and so no title.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn is_no_title(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        let words =
            (block.first..block.end).filter(|at| self.text.tokens[*at].kind == Kind::Word).count();
        let named: usize = self
            .names
            .iter()
            .filter(|it| {
                it.first >= block.first && it.end <= block.end && it.kind != NameKind::Group
            })
            .map(|it| it.end - it.first + usize::from(it.acronym.is_some()))
            .sum();
        let dated: usize = self
            .dates
            .iter()
            .filter(|it| it.first >= block.first && it.end <= block.end)
            .map(|it| it.end - it.first)
            .sum();
        let dated = dated
            + self
                .written_in(block.first, block.end.min(block.first + 40))
                .iter()
                .filter(|it| !self.dates.iter().any(|of| of.first < it.end && it.first < of.end))
                .map(|it| it.end - it.first)
                .sum::<usize>();
        let kind = self.kind_words(block.first, block.end);
        let labelled = matches!(
            self.low(block.first),
            "from"
                | "to"
                | "date"
                | "location"
                | "ref"
                | "reference"
                | "list"
                | "published"
                | "contact"
                | "by"
                | "copies"
                | "spokesperson"
                | "sir"
                | "madam"
                | "dear"
                | "cc"
                | "last"
                | "a"
                | "ua"
                | "our"
                | "delivered"
                | "presented"
                | "embargo"
                | "embargoed"
                | "tel"
                | "email"
                | "https"
                | "www"
                | "n"
                | "index"
                | "attention"
                | "attn"
                | "source"
                | "copy"
                | "fax"
                | "phone"
                | "telephone"
                | "mobile"
                | "reporting"
                | "editing"
                | "responsible"
                | "signed"
                | "issued"
                | "released"
                | "posted"
                | "translated"
        ) && !(self.low(block.first) == "a" && self.language.code == "en");
        // "Mozambique: violence after the vote".
        let headed = (block.first + 1..block.first + 5)
            .any(|at| self.text.sign(at) == ":" && at + 2 < block.end && at < block.end);
        // "Open letter to the Prime Minister of Georgia".
        let letter = matches!(self.low(block.first), "open" | "joint" | "public")
            && (block.first + 1..block.first + 4)
                .any(|at| self.low(at) == "letter" && self.low(at + 1) == "to");
        let headed = headed || letter;
        let address = (block.first..block.end).any(|at| self.text.sign(at) == "@")
            || words < 12 && is_address(self.text, block.first, block.end);
        let prose = self.text.sign(block.end - 1) == "." && words > 8;
        // "Fellow Liberians, distinguished guests:".
        let greets = matches!(self.text.sign(block.end - 1), ":" | ",");
        // "Lattakia, on the 9th of March 2025, the Sunday of Forgiveness".
        let day_first = !headed
            && self
                .written_in(block.first, block.end.min(block.first + 9))
                .iter()
                .any(|it| it.first < block.first + 5);
        // A motto below the name: '"Until we find all of them"'.
        let motto = number > 0
            && matches!(self.text.sign(block.first), "\"" | "“" | "«")
            && matches!(self.text.sign(block.end - 1), "\"" | "”" | "»")
            && {
                let above = &self.text.blocks[number - 1];
                self.names.iter().any(|it| {
                    it.first <= above.first + 1
                        && it.first >= above.first
                        && it.end + 3 >= above.end
                })
            };
        // "To the attention of the Minister", "For the attention of", "In the attention of".
        let sent_to = matches!(self.low(block.first), "to" | "for" | "in" | "à")
            && (block.first + 1..block.first + 4).any(|at| self.low(at) == "attention");
        prose && !headed
            || sent_to
            || day_first
            || words < 5 && !headed && self.is_sent_to(block.first)
            || number == 0 && !headed && self.is_capital_name(block.first, block.end)
            || motto
            || self.is_furniture(block.first, block.end)
            || greets
            || words < 2
            || named + dated + kind + 1 >= words && !(headed && words > 3)
            || labelled
            || address && !headed
            || block.end - block.first > 45
    }

    /// Words of the kind of text that a line begins with, with its number: "COMMUNIQUÉ No. 12/MRD/BD/09". "Statement on the …" is
    /// what a title may begin with.
    fn kind_words(&self, first: usize, end: usize) -> usize {
        // "Public communiqué", "Third press release".
        let ends = (first + 1..end.min(first + 3))
            .any(|at| self.language.kinds.at(self.text, at).is_some_and(|it| it.0 == end));
        let Some((until, _)) = self.language.kinds.at(self.text, first) else {
            return if ends && end - first < 5 { end - first } else { 0 };
        };
        let about = |word: &str| {
            matches!(
                word,
                "on" | "regarding"
                    | "concerning"
                    | "about"
                    | "following"
                    | "against"
                    | "over"
                    | "after"
            )
        };
        if about(self.low(until - 1)) || about(self.low(until)) {
            return 0;
        }
        // "Appeal of the Union of Teachers".
        let mut at = until;
        if matches!(self.low(at), "of" | "by" | "from") {
            let the = usize::from(self.low(at + 1) == "the");
            return until - first + 1 + the;
        }
        while at < end
            && (self.text.tokens[at].kind != Kind::Word
                || self.text.tokens[at].hyphen
                || matches!(self.low(at), "no" | "nr" | "number" | "num" | "n" | "issue" | "vol"))
        {
            at += 1;
        }
        let words = (until..at).filter(|at| self.text.tokens[*at].kind == Kind::Word).count();
        // Nothing but a number follows: no title, whatever is in it.
        let numbered = at > until + 1
            && (until..at).any(|at| self.text.tokens[at].kind == Kind::Number)
            && end <= at + 6
            && (at..end).all(|at| {
                self.text.tokens[at].kind != Kind::Word || self.text.tokens[at].is_capitals()
            });
        if numbered { end - first } else { until - first + words }
    }

    /// "U.S. Embassy in Tashkent": capitals with a word that makes a name of them, and no verb.
    fn is_capital_name(&self, first: usize, end: usize) -> bool {
        let words = || (first..end).filter(|at| self.text.tokens[*at].kind == Kind::Word);
        words().count() < 9
            && self.language.kinds.at(self.text, first).is_none()
            && words()
                .all(|at| self.text.is_capital(at) || self.language.stops.contains(self.low(at)))
            && words().any(|at| self.language.heads.at(self.text, at).is_some())
            && !words().any(|at| {
                self.language.voices.contains(self.low(at))
                    || self.language.verb_forms.contains(self.low(at))
                    || matches!(
                        self.low(at),
                        "must"
                            | "should"
                            | "not"
                            | "no"
                            | "is"
                            | "are"
                            | "on"
                            | "by"
                            | "after"
                            | "from"
                    )
            })
            && !(first..end).any(|at| matches!(self.text.sign(at), "!" | "?"))
    }

    /// A line that is of the letterhead, the letter or the page, though it names nobody: "P R E S E N T", "[logo: …]",
    /// "Media and Public Relations Sector", the name in other languages, the end of a sentence that begins above.
    fn is_furniture(&self, first: usize, end: usize) -> bool {
        let tokens = &self.text.tokens[first..end];
        let words = || tokens.iter().filter(|it| it.kind == Kind::Word);
        let spelt = words().count() > 3 && words().all(|it| it.raw.chars().count() == 1);
        let bracketed = matches!(tokens[0].raw, "[" | "+" | "©" | "@" | "#");
        let bracketed = bracketed || tokens[0].raw == "(" && tokens[tokens.len() - 1].raw == ")";
        // "No. 044/PR/2020".
        let numbered = matches!(tokens[0].low.as_str(), "no" | "nr" | "number")
            && tokens.len() < 10
            && tokens.iter().take(3).any(|it| it.kind == Kind::Number);
        let slogan = matches!(tokens[0].raw, "¡" | "¿")
            && matches!(tokens[tokens.len() - 1].raw, "!" | "?")
            && !tokens.iter().any(|it| it.raw == ":");
        let goes_on = tokens[0].kind == Kind::Word
            && !tokens[0].capital
            && matches!(
                tokens[0].low.as_str(),
                "of" | "to" | "by" | "from" | "for" | "on" | "in" | "and" | "the" | "at" | "c"
            );
        let unit = words().count() < 9
            && words().all(|it| it.capital || self.language.stops.contains(&it.low))
            && words().next_back().is_some_and(|it| {
                matches!(
                    it.low.as_str(),
                    "sector"
                        | "section"
                        | "department"
                        | "division"
                        | "unit"
                        | "office"
                        | "desk"
                        | "bureau"
                        | "directorate"
                        | "secretariat"
                        | "programme"
                        | "chapter"
                        | "branch"
                )
            });
        let several =
            tokens.iter().filter(|it| matches!(it.raw, "•" | "::" | "☎" | "✉")).count() > 0;
        // "A joint programme of the League", "Member of the World Union".
        let says_what =
            matches!(tokens[0].low.as_str(), "a" | "an" | "member" | "members" | "part")
                && (1..5).any(|at| {
                    tokens.get(at).is_some_and(|it| it.low == "of")
                        && matches!(
                            tokens[at - 1].low.as_str(),
                            "programme"
                                | "program"
                                | "project"
                                | "initiative"
                                | "member"
                                | "members"
                                | "affiliate"
                                | "network"
                                | "coalition"
                                | "part"
                                | "body"
                                | "branch"
                                | "organ"
                        )
                });
        says_what
            || numbered
            || spelt
            || bracketed
            || slogan
            || goes_on
            || unit
            || several
            || self.is_foreign(first, end)
    }

    /// A line with small words of another language, and none of the text's own.
    fn is_foreign(&self, first: usize, end: usize) -> bool {
        if self.language.code != "en" {
            return false;
        }
        let has = |fits: fn(&str) -> bool| (first..end).filter(|at| fits(self.low(*at))).count();
        let abroad = has(|it| {
            matches!(
                it,
                "de" | "la"
                    | "del"
                    | "los"
                    | "las"
                    | "y"
                    | "des"
                    | "du"
                    | "les"
                    | "le"
                    | "pour"
                    | "et"
                    | "fur"
                    | "und"
                    | "der"
                    | "die"
                    | "da"
                    | "do"
                    | "dos"
                    | "ve"
                    | "icin"
                    | "dan"
                    | "untuk"
                    | "ja"
                    | "och"
                    | "para"
                    | "por"
                    | "di"
                    | "della"
                    | "per"
                    | "din"
                    | "si"
                    | "voor"
                    | "van"
                    | "za"
                    | "w"
                    | "na"
            )
        });
        let own = has(|it| {
            matches!(
                it,
                "the"
                    | "of"
                    | "and"
                    | "in"
                    | "to"
                    | "for"
                    | "on"
                    | "by"
                    | "with"
                    | "is"
                    | "are"
                    | "must"
                    | "at"
                    | "from"
                    | "after"
                    | "against"
                    | "as"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "not"
            )
        });
        let uncased = (first..end).all(|at| {
            !self.text.tokens[at].raw.chars().any(|it| it.is_lowercase() || it.is_uppercase())
        });
        abroad > 1 && own == 0 || uncased
    }

    pub fn title(&self) -> Option<Said<String>> {
        if !self.house.uses("header.title") {
            return None;
        }
        // "Subject:" and "Re:" say it.
        for at in 0..self.text.blocks.get(self.zones.body).map_or(0, |it| it.first) {
            if matches!(self.low(at), "subject" | "objet" | "re" | "sujet")
                && self.text.sign(at + 1) == ":"
            {
                let block = self.block_of(at).map(|it| &self.text.blocks[it])?;
                let first = self.past_kind(at + 2, block.end);
                return Some(self.said_title(first, block.end));
            }
        }
        let candidates = self.zones.header.iter().copied().filter(|number| {
            let block = &self.text.blocks[*number];
            !block.boilerplate && !self.is_no_title(*number)
        });
        let candidates: Vec<usize> = candidates.collect();
        if candidates.is_empty() {
            return self.mistaken();
        }
        let weigh = |number: usize| {
            let block = &self.text.blocks[number];
            let words = block.end - block.first;
            let colon = (block.first..block.end.min(block.first + 6))
                .any(|at| matches!(self.text.sign(at), ":" | "–"));
            let dated = self.dates.iter().any(|it| {
                it.first >= block.first
                    && it.end <= block.end
                    && matches!(it.when, When::Day { year: Some(_), .. })
            });
            let closes = (block.first..block.end)
                .rev()
                .find(|it| matches!(self.text.sign(*it), "\"" | "”" | "»"));
            // A verse with its place in brackets, too.
            let quoted = matches!(self.text.sign(block.first), "\"" | "“" | "«")
                && closes.is_some_and(|it| {
                    it + 1 == block.end || self.text.sign(it + 1) == "(" && it + 8 >= block.end
                });
            let shouted = (block.first..block.end).all(|at| {
                self.text.tokens[at].kind != Kind::Word
                    || !self.text.tokens[at].raw.chars().any(char::is_lowercase)
            });
            let near = self.zones.body - number;
            i32::try_from(words.min(14)).unwrap_or(0)
                + i32::from(colon) * 8
                + if quoted && number == 0 { 8 } else { -12 * i32::from(quoted && !shouted) }
                - i32::from(dated) * 8
                - i32::try_from(near.min(9)).unwrap_or(0)
        };
        let best = candidates.into_iter().max_by_key(|it| (weigh(*it), std::cmp::Reverse(*it)))?;
        let block = &self.text.blocks[best];
        let first = self.past_kind(block.first, block.end);
        Some(self.said_title(first, block.end))
    }

    /// A line above the text that reads as a name, which nothing says again: "An Empty Chair Speaks" below a letterhead.
    fn mistaken(&self) -> Option<Said<String>> {
        let found = self.zones.header.iter().copied().rev().find(|number| {
            let block = &self.text.blocks[*number];
            let (first, end) = (block.first, block.end);
            let named = self.names.iter().any(|it| {
                it.first <= first + 1
                    && it.end + 1 >= end
                    && it.acronym.is_none()
                    && it.known.is_none()
            });
            // "DETENTION OF STUDENTS AT THE COPPERBELT UNIVERSITY" has a word that makes a name, but is none.
            let headed = (first..end).any(|at| self.language.heads.at(self.text, at).is_some());
            let told = *number > 0
                && (first + 1..end).any(|at| {
                    matches!(
                        self.low(at),
                        "at" | "in" | "by" | "against" | "from" | "to" | "on" | "with"
                    )
                });
            let words = |from: usize, to: usize| {
                (from..to).filter(|at| self.text.tokens[*at].kind == Kind::Word).collect::<Vec<_>>()
            };
            let line = words(first, end);
            let opens = *number == 0
                && !line.iter().any(|at| {
                    matches!(
                        self.low(*at),
                        "is" | "are" | "must" | "should" | "will" | "not" | "no"
                    )
                });
            let again = (end..self.text.tokens.len().min(end + 600)).any(|at| {
                self.low(at) == self.low(first)
                    && self.text.is_capital(at)
                    && self.low(at + 1) == self.low(first + 1)
            });
            let spoken = line.iter().any(|at| {
                self.language.voices.contains(self.low(*at))
                    || self.language.verb_forms.contains(self.low(*at))
                    || self.low(*at).ends_with('s') && self.small_verb(*at)
                    || matches!(
                        self.low(*at),
                        "is" | "are" | "must" | "should" | "will" | "not" | "no"
                    )
            });
            named
                && !block.boilerplate
                && line.len() > 2
                && !again
                && (!headed || told && line.len() > 4)
                && (spoken || line.len() > 3)
                && !opens
                && !is_address(self.text, first, end)
                && !self.is_furniture(first, end)
                && self.kind_words(first, end) == 0
        })?;
        let block = &self.text.blocks[found];
        Some(self.said_title(block.first, block.end))
    }

    /// Whether a word is a form of a verb that the lexicon has.
    fn small_verb(&self, at: usize) -> bool {
        self.language.verb_forms.contains(self.low(at).trim_end_matches('s'))
    }

    /// Past "PRESS RELEASE:" at the beginning of a title.
    fn past_kind(&self, first: usize, end: usize) -> usize {
        // "URGENT: Massacre at …".
        if matches!(self.low(first), "urgent" | "breaking")
            && self.text.sign(first + 1) == ":"
            && first + 2 < end
        {
            return first + 2;
        }
        match self.language.kinds.at(self.text, first) {
            Some((until, _)) if matches!(self.text.sign(until), ":" | "|") && until + 1 < end => {
                until + 1
            }
            _ => first,
        }
    }

    fn said_title(&self, first: usize, end: usize) -> Said<String> {
        Said { value: self.text.flat(first, end), first, end, rule: "header.title" }
    }
}
