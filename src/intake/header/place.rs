//! Where a statement was issued.

use chrono::NaiveDate;

use super::{Header, Said};
use crate::domain::Country;
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
                && !matches!(name, "Date" | "DATE" | "Reading" | "Fait")
                && Country::named(name)
                    .is_none_or(|it| matches!(it.as_str(), "SGP" | "LUX" | "DJI" | "KWT" | "MCO"))
        };
        for at in 0..self.text.blocks.get(self.zones.body).map_or(0, |it| it.first) {
            if matches!(self.low(at), "location" | "place" | "lieu")
                && self.text.sign(at + 1) == ":"
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
        if let Some(issued) = issued {
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
                    let opens_line = at == block.first
                        && matches!(self.text.sign(end), "," | "/")
                        && end - at < 3
                        && issued.first - end <= 5
                        || at >= 2
                            && matches!(self.low(at - 1), "a")
                            && matches!(self.low(at - 2), "fait");
                    let label = self.text.sign(end) == ":" || self.low(at) == "fait";
                    if end > at
                        && near
                        && !label
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
            if after < block.end && self.text.is_capital(after) && after > issued.end {
                let end = run(after, block.end);
                if end > after && is_place(&self.text.flat(after, end)) {
                    return Some(of(after, end));
                }
            }
        }
        // A line of its own above the date's.
        let above = issued
            .and_then(|it| self.block_of(it.first))
            .and_then(|it| it.checked_sub(1))
            .map(|it| self.text.blocks[it].clone());
        if let Some(block) = above.filter(|it| it.kind == BlockKind::Line && !it.boilerplate) {
            let end = run(block.first, block.end);
            if end == block.end && end > block.first && is_place(&self.text.flat(block.first, end))
            {
                return Some(of(block.first, end));
            }
        }
        for number in self.zones.header.iter().copied().chain([self.zones.body]) {
            let block = &self.text.blocks[number];
            if block.boilerplate || block.end <= block.first {
                continue;
            }
            let end = run(block.first, block.end);
            let is_line = number < self.zones.body
                && end > block.first
                && (end == block.end || self.text.sign(end) == ",");
            // "Tower Hill, Freetown": the part of a town stands before the town.
            let rest = run(end + 1, block.end);
            if is_line
                && rest == block.end
                && rest > end + 1
                && is_place(&self.text.flat(end + 1, rest))
            {
                return Some(of(end + 1, rest));
            }
            if is_line && is_place(&self.text.flat(block.first, end)) {
                return Some(of(block.first, end));
            }
            // A dateline without a date: "KABUL -- The Taliban's …".
            let opens = number == self.zones.body
                && end > block.first
                && matches!(self.text.sign(end), "–" | "—" | "-")
                && self.text.tokens.get(end).is_some_and(|it| it.spaced);
            if opens && is_place(&self.text.flat(block.first, end)) {
                return Some(of(block.first, end));
            }
        }
        // A street and a town in the letterhead.
        for number in &self.zones.header {
            let block = &self.text.blocks[*number];
            if block.boilerplate || block.kind != BlockKind::Line || block.end - block.first > 12 {
                continue;
            }
            let commas = (block.first..block.end).rev().filter(|at| self.text.sign(*at) == ",");
            for comma in commas {
                let end = run(comma + 1, block.end);
                let whole = end == block.end || self.text.sign(end) == ",";
                if whole && end > comma + 1 && is_place(&self.text.flat(comma + 1, end)) {
                    return Some(of(comma + 1, end));
                }
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
        }
        None
    }
}
