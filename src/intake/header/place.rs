//! Where a statement was issued.

use chrono::NaiveDate;

use super::{Header, Said};
use crate::domain::Country;
use crate::intake::names::is_addressee;
use crate::intake::text::{BlockKind, Kind};

impl Header<'_, '_> {
    /// The place beside the date, or a line of the head that is one.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub fn place(&self, issued: Option<&Said<NaiveDate>>) -> Option<Said<String>> {
        if !self.house.uses("header.place") {
            return None;
        }
        let of = |first: usize, end: usize| Said {
            value: self.text.flat(first, end),
            first,
            end,
            rule: "header.place",
        };
        // Few countries are called as a town of theirs is; and "Date:" and "Reading time" are labels first.
        let is_place = |name: &str| {
            crate::domain::gazetteer::gazetteer().called(name, None).is_some()
                && !matches!(
                    name,
                    "Date"
                        | "DATE"
                        | "Reading"
                        | "Fait"
                        | "HKT"
                        | "IST"
                        | "GMT"
                        | "EST"
                        | "CET"
                        | "UTC"
                        | "EAT"
                        | "CAT"
                        | "WIB"
                        | "PST"
                        | "EDT"
                        | "CEST"
                        | "North"
                        | "South"
                        | "East"
                        | "West"
                )
                && Country::named(name)
                    .is_none_or(|it| matches!(it.as_str(), "SGP" | "LUX" | "DJI" | "KWT" | "MCO"))
        };
        let head = self.text.blocks.get(self.zones.body).map_or(0, |it| it.first);
        // A report of an incident tells where that was.
        let of_incident = (0..head).any(|at| matches!(self.low(at), "incident" | "incidents"));
        for at in 0..head {
            if matches!(self.low(at), "location" | "place" | "lieu")
                && self.text.sign(at + 1) == ":"
                && !of_incident
            {
                let limit = self.block_of(at).map_or(at + 2, |it| self.text.blocks[it].end);
                let end = (at + 2..limit.min(at + 6))
                    .take_while(|it| self.text.is_capital(*it))
                    .last()
                    .map_or(at + 2, |it| it + 1);
                if end > at + 2 {
                    return Some(of(at + 2, end));
                }
            }
        }
        let run = |first: usize, limit: usize| {
            let mut end = first;
            while end < limit
                && end < self.text.tokens.len()
                && (self.text.is_capital(end)
                    && !self.language.weekdays.contains_key(self.low(end))
                    && !self.language.months.contains_key(self.low(end))
                    || self.text.tokens[end].hyphen
                    || matches!(self.low(end), "de" | "la" | "el" | "al" | "au" | "d" | "es")
                        && end > first
                        && self.text.is_capital(end + 1))
            {
                end += 1;
            }
            end
        };
        // The longest beginning of a run that is a town: "Bogotá" of "Bogotá D.C.", "Brussels" of "Brussels   Press Team".
        let town = |first: usize, end: usize| {
            (first + 1..=end).rev().find(|end| is_place(&self.text.flat(first, *end)))
        };
        // A day that prose tells has no place of the statement beside it.
        if let Some(issued) = issued.filter(|it| it.rule != "header.first") {
            let block = self.block_of(issued.first).map(|it| self.text.blocks[it].clone())?;
            // Before the date, within its line.
            let mut at = block.first;
            while at < issued.first {
                if self.text.is_capital(at) {
                    let end = run(at, issued.first);
                    let name = self.text.flat(at, end);
                    let near = issued.first - end <= 8;
                    let opens_body = self
                        .text
                        .blocks
                        .get(self.zones.body)
                        .is_some_and(|it| it.first == block.first);
                    // "Bruxelles/Kigali, lundi 8 février": a town opens the line of the date.
                    let opens_line = at <= block.first + 1
                        && (at == block.first || self.text.sign(block.first) == "(")
                        && matches!(self.text.sign(end), "," | "/" | "–" | "—" | "-")
                        && end - at < 5
                        && issued.first - end <= 5
                        && Country::named(&name).is_none()
                        && !matches!(
                            self.low(at),
                            "date"
                                | "dated"
                                | "published"
                                | "issued"
                                | "posted"
                                | "released"
                                | "ref"
                                | "updated"
                                | "embargoed"
                        )
                        && self.language.heads.at(self.text, at).is_none()
                        // "Recorded: Kutupalong, 11 January 2018".
                        || at == block.first + 2
                            && self.text.sign(at - 1) == ":"
                            && self.text.sign(end) == ","
                            && matches!(
                                self.low(block.first),
                                "recorded" | "taken" | "signed" | "done" | "given" | "issued"
                            )
                        || at >= 2
                            && matches!(self.low(at - 1), "a")
                            && matches!(self.low(at - 2), "fait");
                    let label =
                        self.text.sign(end) == ":" && !is_place(&name) || self.low(at) == "fait";
                    let stop = end == at + 1
                        && (self.language.stops.contains(self.low(at))
                            || self.language.demonyms.at(self.text, at).is_some()
                            || matches!(
                                self.low(at),
                                "english"
                                    | "french"
                                    | "spanish"
                                    | "arabic"
                                    | "portuguese"
                                    | "russian"
                            ));
                    if end > at
                        && near
                        && !label
                        && !stop
                        && (is_place(&name)
                            || opens_line
                            || opens_body
                                && at <= block.first + 2
                                && end - at <= 3
                                && issued.first - end <= 4)
                        && self.language.kinds.at(self.text, at).is_none_or(|it| it.0 < end)
                    {
                        return Some(of(at, end));
                    }
                    let shorter = town(at, end).filter(|_| !stop).filter(|it| {
                        let apart = self.text.tokens[*it].start > self.text.tokens[*it - 1].end + 1;
                        near && !label
                            && (apart
                                || self.text.sign(*it + 1) == "."
                                    && self.text.tokens[*it].raw.chars().count() == 1)
                    });
                    if let Some(shorter) = shorter {
                        return Some(of(at, shorter));
                    }
                    at = end.max(at + 1);
                } else {
                    at += 1;
                }
            }
            // After it: "3 May 2020, Geneva", "17 March · Minneapolis, MN", "07.03.2023 | Brussels".
            let mut after = issued.end;
            while after < block.end.min(issued.end + 3)
                && self.text.tokens[after].kind == Kind::Sign
            {
                after += 1;
            }
            // "Issued this 6th day of July 2022 at Kampala".
            let led = after == issued.end && matches!(self.low(after), "at" | "in");
            after += usize::from(led);
            let apart = self
                .text
                .tokens
                .get(after)
                .is_some_and(|it| it.start > self.text.tokens[after - 1].end + 1);
            if after < block.end && self.text.is_capital(after) && (after > issued.end || apart) {
                let end = run(after, block.end);
                if let Some(end) = town(after, end) {
                    return Some(of(after, end));
                }
            }
        }
        // "meeting in Ziguinchor this 12th day of May 2012".
        let told = issued.filter(|it| it.rule == "header.first").and_then(|it| {
            let last = it.first
                - usize::from(
                    it.first > 0 && matches!(self.low(it.first - 1), "this" | "on" | ","),
                );
            let first =
                (last.saturating_sub(3)..last).find(|at| is_place(&self.text.flat(*at, last)))?;
            (first > 1
                && matches!(self.low(first - 1), "in" | "at")
                && (self.low(first - 2).ends_with("ing")
                    || (first.saturating_sub(8)..first).any(|at| {
                        matches!(self.low(at), "gathered" | "assembled" | "met" | "convened")
                    })))
            .then_some((first, last))
        });
        if let Some((first, last)) = told {
            return Some(of(first, last));
        }
        // A line of its own above the date's.
        let above = issued
            .and_then(|it| self.block_of(it.first))
            .and_then(|it| it.checked_sub(1))
            .map(|it| self.text.blocks[it].clone());
        let above = above.filter(|it| {
            it.kind == BlockKind::Line && !it.boilerplate && !self.is_sent_to(it.first)
        });
        if let Some(block) = above {
            let end = run(block.first, block.end);
            let whole = end == block.end
                || matches!(self.text.sign(end), "/" | "•" | "·" | "|") && block.end - end < 9;
            if whole && end > block.first && is_place(&self.text.flat(block.first, end)) {
                return Some(of(block.first, end));
            }
        }
        // A dateline without a date: "KABUL -- The Taliban's …", "(BISHKEK) – A bill …".
        if let Some(block) = self.text.blocks.get(self.zones.body) {
            let first = block.first + usize::from(self.text.sign(block.first) == "(");
            let end = run(first, block.end.min(first + 6));
            let close = end + usize::from(self.text.sign(end) == ")" && first > block.first);
            // "BISMARCK, N.D. —", "Manila, Philippines –".
            let close = if self.text.sign(close) == "," {
                (close + 1..block.end.min(close + 7))
                    .find(|at| {
                        self.text.tokens[*at].kind != Kind::Sign && !self.text.is_capital(*at)
                            || matches!(self.text.sign(*at), "–" | "—" | "-")
                    })
                    .unwrap_or(close)
            } else {
                close
            };
            let opens = end > first
                && (matches!(self.text.sign(close), "–" | "—" | "-")
                    || self.low(close) == "--"
                    || self.text.sign(close) == ":" && first == block.first)
                && self
                    .text
                    .tokens
                    .get(close)
                    .is_some_and(|it| it.spaced || self.text.sign(close) == ":");
            if opens && is_place(&self.text.flat(first, end)) {
                return Some(of(first, end));
            }
        }
        // The letterhead's address: a street, a town, a number of the post.
        for number in self.zones.header.iter().filter(|it| **it < 4) {
            if let Some((first, end)) = self.seat(*number, &run, &is_place) {
                return Some(of(first, end));
            }
        }
        for number in self.zones.header.iter().copied() {
            let block = &self.text.blocks[number];
            if block.boilerplate || block.end <= block.first || self.is_sent_to(block.first) {
                continue;
            }
            let end = run(block.first, block.end);
            let listed = matches!(self.text.sign(end), "/" | "•" | "·" | "|" | "–" | "-" | "—")
                && block.end - block.first < 12
                && (end + 1..block.end)
                    .all(|at| self.text.is_capital(at) || self.text.tokens[at].kind == Kind::Sign);
            let is_line =
                end > block.first && (end == block.end || self.text.sign(end) == "," || listed);
            // "Tower Hill, Freetown": the part of a town stands before the town.
            let rest = run(end + 1, block.end);
            if is_line
                && !listed
                && rest == block.end
                && rest > end + 1
                && is_place(&self.text.flat(end + 1, rest))
            {
                return Some(of(end + 1, rest));
            }
            if is_line && is_place(&self.text.flat(block.first, end)) {
                return Some(of(block.first, end));
            }
        }
        for number in &self.zones.header {
            if let Some((first, end)) = self.seat(*number, &run, &is_place) {
                return Some(of(first, end));
            }
        }
        // "Geneva-Paris, 3 May 2020" below the text.
        for block in self.text.blocks.iter().rev().take(8) {
            let end = run(block.first, block.end);
            let dated = self.dates.iter().any(|it| it.first >= end && it.first <= end + 2);
            let town = (block.first + 1..end)
                .find(|at| self.text.tokens[*at].hyphen)
                .map_or(end, |it| it.min(end));
            let name = |to| self.text.flat(block.first, to);
            if dated && block.end - block.first < 14 && end > block.first {
                if is_place(&name(end)) {
                    return Some(of(block.first, end));
                }
                if is_place(&name(town)) {
                    return Some(of(block.first, town));
                }
            }
            // "Moundou, in the rainy season".
            let below = block.kind == BlockKind::Line
                && block.first > head
                && block.end - block.first < 10
                && end > block.first
                && matches!(self.text.sign(end), ",")
                && matches!(self.low(end + 1), "in" | "on" | "this" | "the" | "at");
            if below && is_place(&name(end)) {
                return Some(of(block.first, end));
            }
        }
        // "Embassy of Norway in Lima".
        self.names.iter().take_while(|it| it.first < head).find_map(|it| {
            let (to, end) = (it.end, run(it.end + 1, self.text.tokens.len().min(it.end + 4)));
            let abroad = matches!(self.low(to), "in" | "à");
            let embassy = (it.first..to)
                .any(|at| matches!(self.low(at), "embassy" | "consulate" | "ambassade"));
            let within = (it.first..to).rev().find(|at| matches!(self.low(*at), "in" | "à"));
            let last = (it.first + 1..to).find(|at| is_place(&self.text.flat(*at, to)));
            if let Some(at) = last.filter(|_| embassy) {
                return Some(of(at, to));
            }
            match within {
                Some(at) if embassy && is_place(&self.text.flat(at + 1, to)) => {
                    Some(of(at + 1, to))
                }
                _ => (embassy && abroad && is_place(&self.text.flat(to + 1, end)))
                    .then(|| of(to + 1, end)),
            }
        })
    }

    /// Whether a line or one of the three above it opens the address of who is written to.
    pub(super) fn is_sent_to(&self, at: usize) -> bool {
        let Some(number) = self.block_of(at) else { return false };
        (number.saturating_sub(3)..=number).any(|number| {
            let block = &self.text.blocks[number];
            let first = self.low(block.first);
            let titled = self.language.offices.at(self.text, block.first).is_some()
                || self.language.titles.at(self.text, block.first).is_some()
                || matches!(
                    first,
                    "his"
                        | "her"
                        | "their"
                        | "rt"
                        | "right"
                        | "hon"
                        | "honourable"
                        | "honorable"
                        | "lic"
                        | "attn"
                        | "mr"
                        | "mrs"
                        | "ms"
                        | "sr"
                        | "embassy"
                )
                || first == "the"
                    && matches!(
                        self.low(block.first + 1),
                        "rt" | "right" | "hon" | "honourable" | "president" | "minister"
                    );
            number > 0
                && (titled || is_addressee(first) && (first != "a" || self.language.code == "fr"))
        })
    }

    /// The town in a line of the letterhead that has a street or an area before it: "Court Road, Srinagar 190001",
    /// "House of Commons, London SW1A 0AA", "98000 Miri".
    fn seat(
        &self,
        number: usize,
        run: &dyn Fn(usize, usize) -> usize,
        is_place: &dyn Fn(&str) -> bool,
    ) -> Option<(usize, usize)> {
        let block = &self.text.blocks[number];
        if block.boilerplate
            || block.kind == BlockKind::Paragraph
            || block.end - block.first > 18
            || self.is_sent_to(block.first)
            || (block.first..block.end).any(|at| self.text.sign(at) == ":")
        {
            return None;
        }
        // "PO Box 90, Hazelford, British Columbia".
        let boxed = (block.first..block.end)
            .find(|at| self.low(*at) == "box" && self.text.sign(*at + 2) == ",")
            .map(|at| at + 3);
        if let Some(first) = boxed.filter(|it| *it < block.end) {
            let end = run(first, block.end);
            if end > first && end - first < 4 {
                return Some((first, end));
            }
        }
        let commas = (block.first..block.end).rev().filter(|at| self.text.sign(*at) == ",");
        for comma in commas {
            let mut first = comma + 1;
            while first < block.end && self.text.tokens[first].kind == Kind::Number {
                first += 1;
            }
            let end = run(first, block.end);
            let coded = |at: usize| {
                self.text.tokens[at].raw.chars().any(|it| it.is_ascii_digit())
                    || matches!(self.text.sign(at), "-" | ".")
            };
            let found = (first + 1..=end).rev().find(|to| {
                let rest = (*to == block.end || self.text.sign(*to) == ",")
                    || (*to..block.end.min(*to + 4)).all(coded) && *to + 4 >= block.end;
                rest && is_place(&self.text.flat(first, *to))
            });
            // "98000 Miri": the number of the post makes a town of what no gazetteer has.
            let posted = || (first > comma + 1 && end == block.end && end > first).then_some(end);
            if let Some(to) = found.or_else(posted) {
                return Some((first, to));
            }
        }
        None
    }
}
