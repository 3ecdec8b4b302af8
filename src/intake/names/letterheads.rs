//! Lines above and below a text that are names: letterheads, and those who sign.

use std::collections::HashMap;

use super::voices::{is_link, is_romance};
use super::{Finder, Name, NameKind};
use crate::domain::gazetteer::gazetteer;
use crate::intake::text::{BlockKind, Kind, Text};

/// Words that open a line which says to whom a text goes.
pub fn is_addressee(word: &str) -> bool {
    matches!(word, "to" | "copies" | "copy" | "cc" | "attention" | "attn" | "au" | "aux" | "a")
}

/// Who speaks for an organisation: "UN Human Rights Office Spokesperson".
pub(super) fn is_speaker(word: &str) -> bool {
    matches!(word, "spokesperson" | "spokesman" | "spokeswoman" | "porte")
}

/// Whether a block is the line above a list of those who sign.
pub fn opens_signatures(text: &Text<'_>, number: usize) -> bool {
    let block = &text.blocks[number];
    matches!(
        text.low(block.first),
        "signed"
            | "signatories"
            | "signatory"
            | "signataires"
            | "cosigned"
            | "undersigned"
            | "signature"
            | "signatures"
            | "endorsed"
            | "endorsements"
            | "premiers"
    ) && block.end - block.first < 12
        || block.end - block.first < 12
            && text.sign(block.end - 1) == ":"
            && (block.first..block.end).any(|at| {
                matches!(
                    text.low(at),
                    "signatories" | "signataires" | "undersigned" | "endorsing" | "endorsed"
                )
            })
}

/// Whether all who sign a text speak, as it or its head says.
pub fn is_joint(text: &Text<'_>, body: usize) -> bool {
    let head = text.blocks.get(body).map_or(0, |it| it.first);
    (0..text.tokens.len())
        .any(|at| matches!(text.low(at), "undersigned" | "soussignes" | "soussignees"))
        || (0..head).any(|at| {
            matches!(text.low(at), "joint" | "conjointe" | "collective")
                && (at + 1..at + 4).any(|it| {
                    matches!(
                        text.low(it),
                        "statement"
                            | "letter"
                            | "appeal"
                            | "declaration"
                            | "communique"
                            | "release"
                            | "call"
                            | "submission"
                    )
                })
                || matches!(text.low(at), "declaration" | "lettre")
                    && text.low(at + 1) == "conjointe"
        })
}

/// The first of the short lines that end a joint text: those who sign, without a line that says so.
pub fn joint_tail(text: &Text<'_>, body: usize) -> Option<usize> {
    if !is_joint(text, body) {
        return None;
    }
    let is_line = |number: usize| {
        let block = &text.blocks[number];
        block.kind != BlockKind::Paragraph
            && block.end - block.first < 14
            && !matches!(text.sign(block.end - 1), "." | ":" | "!" | "?")
            && !block.boilerplate
    };
    let lines = (body + 1..text.blocks.len()).rev().take_while(|it| is_line(*it)).count();
    (lines > 1).then(|| text.blocks.len() - lines)
}

/// Street, telephone and the like: a line of these is no name.
pub fn is_address(text: &Text<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| {
        matches!(
            text.low(at),
            "street"
                | "road"
                | "avenue"
                | "plaza"
                | "floor"
                | "suite"
                | "box"
                | "tel"
                | "phone"
                | "fax"
                | "ref"
                | "rue"
                | "boulevard"
                | "bp"
                | "etage"
        )
    })
}

/// Words for those who send in the name of an organisation.
fn is_desk(word: &str) -> bool {
    matches!(
        word,
        "alerts"
            | "alert"
            | "team"
            | "press"
            | "media"
            | "newsletter"
            | "news"
            | "communications"
            | "info"
            | "information"
            | "office"
            | "desk"
            | "secretariat"
            | "spokesperson"
            | "updates"
    )
}

impl Finder<'_, '_> {
    /// Lines of capitals above and below the text that are names, since the text has them again.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn letterheads(&mut self, header: usize) {
        let count = self.text.blocks.len();
        let flat = self.text.body.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let mut opening = true;
        for number in (0..header).chain(count.saturating_sub(6).max(header)..count) {
            let block = &self.text.blocks[number];
            if block.boilerplate || block.kind != BlockKind::Line {
                continue;
            }
            if is_addressee(self.low(block.first))
                || is_address(self.text, block.first, block.end)
                || self.names_an_officer(block.first, block.end)
            {
                continue;
            }
            if (block.first..block.end).any(|at| is_speaker(self.low(at))) {
                self.spoken_for(block.first, block.end);
                continue;
            }
            // What kind of text it is says nothing of who speaks: the line below it opens the letter.
            let is_kind = number < header
                && (self.taken.get(block.first).copied() == Some(true)
                    || self.is_no_opening(block.first, block.end));
            let is_opening = if is_kind { opening } else { std::mem::take(&mut opening) };
            let from = matches!(self.low(block.first), "from" | "de")
                && self.text.sign(block.first + 1) == ":";
            // Who sent a text on did not write it.
            let mut near = block.first.saturating_sub(200)..block.first;
            if from && near.any(|at| self.low(at) == "forwarded") {
                continue;
            }
            let (first, end) = (if from { block.first + 2 } else { block.first }, block.end);
            let is_opening = is_opening || from;
            // "Doctors Against Torture – Israel": a country or a part of the world is a part of the name.
            let seated_part = (first + 2..end).find(|at| {
                matches!(self.text.sign(*at), "–" | "-" | "—") && self.is_branch(*at + 1, end)
            });
            let logo = (first..first + 2).any(|at| self.low(at) == "logo");
            let parts = |at: &usize| {
                Some(*at) != seated_part
                    && matches!(
                        self.text.sign(*at),
                        "|" | "–" | "·" | "<" | "✓" | "(" | "-" | "—" | "[" | "]" | "+" | "•"
                    )
                    || Some(*at) != seated_part && logo && self.text.sign(*at) == ":"
            };
            // "Lantern Pens, Oslo": the town where a body sits is no part of its name.
            let placed = self.seat_of(first, end).unwrap_or(end);
            let mut begun = first;
            let mut found = Vec::new();
            for at in (first..end).filter(|at| parts(at) || *at == placed).chain([end]) {
                // What stands in brackets is said of the name before them.
                if at > begun && self.text.sign(begun.wrapping_sub(1)) != "(" {
                    found.push((begun, at));
                }
                begun = at + 1;
            }
            for (first, end) in found {
                let first = first + usize::from(self.low(first) == "the" && first + 2 < end);
                let end = self.before_kind(first, end);
                let first = first + usize::from(self.is_spelt_out(first, end));
                // Who sends for an organisation is no part of its name: "X Alerts <alerts@x.org>".
                let sends = from && self.text.sign(end) == "<" && end > first + 2;
                let end = end - usize::from(sends && is_desk(self.low(end - 1)));
                let words: Vec<usize> =
                    (first..end).filter(|at| self.text.tokens[*at].kind == Kind::Word).collect();
                let named = words
                    .iter()
                    .filter(|at| {
                        !self.is_stop(**at)
                            && self.low(**at) != "'s"
                            && !(is_link(self.low(**at))
                                && (!self.text.is_capital(**at) || is_romance(self.low(**at))))
                    })
                    .collect::<Vec<_>>();
                let dated =
                    named.iter().any(|at| self.language.months.contains_key(self.low(**at)));
                let whole = words.len()
                    + usize::from(
                        (first..end).any(|at| matches!(self.text.sign(at), "'" | "’" | ".")),
                    )
                    + usize::from(seated_part.is_some_and(|at| first < at && at < end))
                    + 1
                    >= end - first
                    && self.text.is_capital(first);
                let capitals = named.iter().all(|at| {
                    self.text.is_capital(**at) || self.language.code == "fr" && **at > first
                });
                // "Cambodia: Threat to close …" is a title.
                // "Peace – Work – Fatherland".
                let begun_late =
                    end < block.end && self.text.sign(end) != "(" || first > block.first + 1;
                let titled = (first..end).any(|at| self.text.sign(at) == ":");
                // "Established 1971", "Basra 9/10/2006".
                let numbered = (first..end).any(|at| self.text.tokens[at].kind == Kind::Number);
                if !whole
                    || titled
                    || dated
                    || !capitals
                    || named.len() < 2 && (!is_opening || begun_late)
                    || words.len() > 10
                    || !self.is_free(first, end)
                {
                    continue;
                }
                let written = self.text.flat(first, end).to_lowercase();
                let labelled = (block.first..block.end)
                    .any(|at| matches!(self.low(at), "published"))
                    && !(first..end).any(|at| matches!(self.low(at), "by" | "published"));
                let seated = number < header && end == placed && placed < block.end;
                let again = seated
                    || labelled
                    || flat.matches(&written).count() > 1
                    || self.bracketed(end).is_some();
                let is_place = gazetteer().called(&written, None).is_some()
                    || crate::domain::Country::named(&written).is_some();
                let is_person = self.language.titles.at(self.text, first).is_some();
                let with_head =
                    words.iter().any(|at| self.language.heads.at(self.text, *at).is_some());
                let shouted =
                    words.iter().all(|at| self.text.tokens[*at].is_capitals() || self.is_stop(*at));
                let all_capital = named.iter().all(|at| self.text.is_capital(**at));
                let verbal = words.iter().any(|at| {
                    matches!(
                        self.low(*at),
                        "is" | "are" | "must" | "should" | "will" | "not" | "no" | "enough"
                    )
                });
                let told = words.iter().any(|at| self.is_told(*at))
                    || matches!(
                        self.low(first),
                        "one"
                            | "two"
                            | "three"
                            | "four"
                            | "five"
                            | "six"
                            | "seven"
                            | "eight"
                            | "nine"
                            | "ten"
                            | "more"
                    );
                let short_opening = is_opening
                    && !told
                    && !numbered
                    && !verbal
                    && (named.len() <= 4 && (self.language.code != "fr" || shouted || all_capital)
                        || named.len() <= 8 && with_head && !self.has_verb(first, end))
                    && self.text.sign(end) != ":";
                let dated = numbered
                    && (first..end).any(|at| self.text.tokens[at].raw.contains(['/', '.']));
                if is_place || is_person && !with_head || dated || !(again || short_opening) {
                    continue;
                }
                // "President of the Legislative Assembly": to whom a letter goes.
                if self.is_office_of(first, end) {
                    continue;
                }
                let actor = self.kind_of(first, end, "ngo".to_owned());
                let name = Name {
                    first,
                    end,
                    from: first,
                    kind: NameKind::Organisation,
                    actor,
                    rule: "header.letterhead",
                    known: None,
                    acronym: self.bracketed(end),
                    definite: false,
                    plural: false,
                };
                self.add(name);
            }
        }
    }

    /// Whether a line before the letterhead can be none: an address of the web, a date, a sign in brackets, a line of another script,
    /// what kind of text it is.
    fn is_no_opening(&self, first: usize, end: usize) -> bool {
        let uncased = (first..end).all(|at| {
            !self.text.tokens[at].raw.chars().any(|it| it.is_lowercase() || it.is_uppercase())
        });
        let bracketed = self.text.sign(first) == "[" && end - first < 4;
        let address = (first..end).any(|at| {
            matches!(self.text.sign(at), "@" | ">" | "»" | "›")
                || self.text.sign(at) == "." && at + 1 < end && !self.text.tokens[at + 1].spaced
        });
        let kind = self.language.kinds.at(self.text, first).is_some();
        let dated = (first..end).any(|at| self.language.months.contains_key(self.low(at)))
            && (first..end).any(|at| self.text.tokens[at].kind == Kind::Number);
        let arms = crate::domain::Country::named(&self.text.flat(first, end)).is_some()
            || matches!(self.low(first), "republic" | "kingdom" | "state" | "federal" | "islamic");
        uncased || bracketed || address || kind || dated || arms
    }

    /// Whether what ends a line is a country or a part of the world, as branches are called.
    fn is_branch(&self, first: usize, end: usize) -> bool {
        let words = end.saturating_sub(first);
        let part = (first..end).all(|at| {
            matches!(
                self.low(at),
                "north"
                    | "south"
                    | "east"
                    | "west"
                    | "northern"
                    | "southern"
                    | "eastern"
                    | "western"
                    | "central"
                    | "international"
                    | "africa"
                    | "asia"
                    | "europe"
                    | "diaspora"
                    | "national"
                    | "pacific"
                    | "america"
                    | "americas"
                    | "caribbean"
                    | "balkans"
                    | "caucasus"
            )
        });
        (1..4).contains(&words)
            && (part || crate::domain::Country::named(&self.text.flat(first, end)).is_some())
    }

    /// Where a name ends before what kind of text it gives out: "LANTERN HOUSE ALERT".
    fn before_kind(&self, first: usize, end: usize) -> usize {
        (first + 2..end)
            .find(|at| {
                self.language.kinds.at(self.text, *at).is_some_and(|it| it.0 == end)
                    && !matches!(
                        self.low(*at),
                        "appeal" | "digest" | "declaration" | "manifesto" | "petition"
                    )
            })
            .unwrap_or(end)
    }

    /// "Comment by Lantern House Spokesperson Ida Holm": who is spoken for.
    fn spoken_for(&mut self, first: usize, end: usize) {
        let Some(speaker) = (first..end).find(|at| is_speaker(self.low(*at))) else { return };
        let mut from = speaker;
        while from > first && self.text.is_capital(from - 1) && !self.taken[from - 1] {
            from -= 1;
        }
        let by = matches!(self.before(from), "by" | "of")
            || self.before(from) == "the" && from > 1 && self.low(from - 2) == "by";
        let known = (from..speaker).any(|at| {
            self.language.heads.at(self.text, at).is_some()
                || self.language.offices.at(self.text, at).is_some_and(|it| it.0 <= speaker)
                || self.language.demonyms.at(self.text, at).is_some()
        });
        if by && !known && speaker - from > 1 {
            self.add(Name {
                first: from,
                end: speaker,
                from,
                kind: NameKind::Organisation,
                actor: "ngo".to_owned(),
                rule: "header.letterhead",
                known: None,
                acronym: None,
                definite: self.before(from) == "the",
                plural: false,
            });
        }
    }

    /// The comma before a town that ends a line.
    fn seat_of(&self, first: usize, end: usize) -> Option<usize> {
        let comma = (first + 1..end).rev().find(|at| self.text.sign(*at) == ",")?;
        let town = self.text.flat(comma + 1, end);
        let is_town = gazetteer().called(&town, None).is_some();
        (comma > first + 1 && is_town).then_some(comma)
    }

    /// Lines below "Signed by": each is a name, whether or not it has a word for one.
    pub(super) fn signatories(&mut self, body: usize) {
        let mut listing = false;
        let tail = joint_tail(self.text, body);
        for number in body..self.text.blocks.len() {
            let block = &self.text.blocks[number];
            let (first, end) = (block.first, block.end);
            listing |= tail == Some(number);
            if opens_signatures(self.text, number) {
                listing = true;
                continue;
            }
            // Columns of those who sign are people and their offices.
            let columns = (first + 1..end).any(|at| self.is_apart(at));
            if !listing || block.boilerplate || columns {
                continue;
            }
            let until = (first..end)
                .find(|at| matches!(self.text.sign(*at), "," | "(" | "–" | "-" | ";" | "|"))
                .unwrap_or(end);
            // "Union of Community Reporters – South Sudan": the country is part of the name.
            let land = |at: usize| {
                let to = end - usize::from(self.text.sign(end - 1) == ")");
                crate::domain::Country::named(&self.text.flat(at + 1, to)).is_some()
            };
            let joins = matches!(self.text.sign(until), "," | "–")
                && (first..until).any(|at| self.language.heads.at(self.text, at).is_some());
            let until = if until < end && joins && land(until) { end } else { until };
            let words = (first..until).filter(|at| self.text.tokens[*at].kind == Kind::Word);
            let capitals = words
                .clone()
                .filter(|at| !self.is_stop(*at) && !is_link(self.low(*at)))
                .all(|at| self.text.is_capital(at) || self.language.code == "fr");
            let is_name = block.kind != BlockKind::Paragraph
                && end - first < 18
                && self.text.is_capital(first)
                && capitals
                && words.clone().count() > 1
                && !matches!(self.text.sign(end - 1), "." | ":");
            if !is_name {
                listing = end - first < 4;
                continue;
            }
            let with_head =
                (first..until).any(|at| self.language.heads.at(self.text, at).is_some());
            // Two or three words without a word for an organisation may be a person.
            let may_be_person = !with_head
                && (words.clone().count() < 4
                    || self.language.titles.at(self.text, first).is_some())
                && until < end;
            if may_be_person || !self.is_free(first, until) {
                continue;
            }
            let actor = self.kind_of(first, until, "ngo".to_owned());
            self.add(Name {
                first,
                end: until,
                from: first,
                kind: NameKind::Organisation,
                actor,
                rule: "header.cosigner",
                known: None,
                acronym: self.bracketed(until),
                definite: false,
                plural: false,
            });
        }
    }

    /// A verb that headlines have with a capital.
    pub(super) fn is_headline_verb(&self, at: usize) -> bool {
        self.language.voices.contains(self.low(at))
            && !matches!(
                self.low(at),
                "protest"
                    | "appeal"
                    | "demand"
                    | "note"
                    | "concern"
                    | "call"
                    | "calls"
                    | "appeals"
                    | "protests"
                    | "say"
                    | "present"
                    | "stand"
                    | "request"
                    | "express"
            )
    }

    /// Whether a word of the line is a verb that headlines have: "condemns", "must".
    fn has_verb(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| {
            self.language.voices.contains(self.low(at))
                || matches!(self.low(at), "must" | "should" | "doit" | "doivent" | "is" | "are")
                || self.is_told(at)
        })
    }

    /// A participle that headlines tell acts by: "ABDUCTED", "Jailed".
    fn is_told(&self, at: usize) -> bool {
        self.language.verb_forms.contains(self.low(at))
            && self.low(at).ends_with("ed")
            && !matches!(
                self.low(at),
                "united"
                    | "organised"
                    | "organized"
                    | "associated"
                    | "concerned"
                    | "displaced"
                    | "disappeared"
                    | "detained"
                    | "imprisoned"
                    | "allied"
                    | "oppressed"
            )
    }

    /// "Ned Pike, Department Spokesperson": a person's line.
    fn names_an_officer(&self, first: usize, end: usize) -> bool {
        (first + 1..end).filter(|at| self.text.sign(*at) == ",").any(|comma| {
            (comma + 1..end).any(|at| {
                is_speaker(self.low(at)) || self.language.offices.at(self.text, at).is_some()
            })
        })
    }

    /// "of the …", "for …" with capitals: a longer name stands here.
    fn goes_on(&self, at: usize) -> bool {
        let the = usize::from(matches!(self.low(at + 1), "the" | "la" | "le" | "les"));
        matches!(self.low(at), "of" | "for" | "de" | "des" | "du" | "pour")
            && self.text.is_capital(at + 1 + the)
    }

    /// "CCF Centre for Civic Freedom": an acronym before the name that it is of.
    fn is_spelt_out(&self, first: usize, end: usize) -> bool {
        let initials: String = (first + 1..end)
            .filter(|at| self.text.is_capital(*at) && !self.text.tokens[*at].is_capitals())
            .filter_map(|at| self.low(at).chars().next())
            .collect();
        self.text.tokens[first].is_capitals() && initials == self.low(first)
    }

    /// Names of letterheads, and those with an acronym, where the text has them once more.
    pub(super) fn again(&mut self, blocks: &[usize]) {
        let mut known: HashMap<String, Vec<Name>> = HashMap::new();
        for name in &self.names {
            let defined = name.kind == NameKind::Organisation && name.acronym.is_some();
            if (name.rule == "header.letterhead" || defined) && name.end - name.first > 1 {
                known.entry(self.low(name.first).to_owned()).or_default().push(name.clone());
            }
        }
        // What letters in brackets stand for: "PAK" is no country where it was said to be a centre.
        let letters: HashMap<String, String> = self
            .names
            .iter()
            .filter(|it| it.kind == NameKind::Organisation)
            .filter_map(|it| Some((it.acronym?, it.actor.clone())))
            .filter(|it| {
                self.text.tokens[it.0].is_capitals() && self.text.tokens[it.0].raw.len() > 1
            })
            .map(|(at, actor)| (self.low(at).to_owned(), actor))
            .collect();
        for block in blocks {
            let (first, end) = self.bounds(*block);
            for at in first..end {
                if !self.text.is_capital(at) || self.taken[at] {
                    continue;
                }
                let alone = self.text.tokens[at].is_capitals()
                    && !self.text.tokens[at].hyphen
                    && !self.text.tokens.get(at + 1).is_some_and(|it| it.hyphen);
                if let Some(actor) = letters.get(self.low(at)).filter(|_| alone).cloned() {
                    self.add(Name {
                        first: at,
                        end: at + 1,
                        from: at,
                        kind: NameKind::Organisation,
                        actor,
                        rule: "actor.acronym",
                        known: None,
                        acronym: None,
                        definite: self.before(at) == "the",
                        plural: false,
                    });
                    continue;
                }
                let found = known.get(self.low(at)).into_iter().flatten().find(|name| {
                    let until = at + name.end - name.first;
                    until <= end
                        && self.is_free(at, until)
                        && (name.first..name.end)
                            .zip(at..)
                            .all(|(of, here)| self.low(of) == self.low(here))
                        && !self.goes_on(until)
                });
                if let Some(name) = found {
                    let until = at + name.end - name.first;
                    // "British Embassy" above the text, "British Embassy Sarajevo" below it.
                    let seat = usize::from(
                        until < end
                            && self.text.is_capital(until)
                            && !self.taken[until]
                            && gazetteer()
                                .called(&self.text.flat(until, until + 1), None)
                                .is_some(),
                    );
                    let until = until + seat;
                    let name = Name {
                        first: at,
                        end: until,
                        from: at,
                        acronym: self.bracketed(until),
                        definite: self.before(at) == "the",
                        ..name.clone()
                    };
                    self.add(name);
                }
            }
        }
    }
}
