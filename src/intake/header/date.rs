//! When a statement was issued, in whatever form its head, its foot or its first sentence writes the day.

use chrono::{Datelike, Days, NaiveDate};

use super::written::Written;
use super::{Header, Said};
use crate::intake::dates::When;
use crate::intake::text::{Block, BlockKind, Kind};

/// Words before a date of an act, of a hearing, of a birth: no date of the statement.
fn is_of_another_day(word: &str) -> bool {
    matches!(
        word,
        "incident"
            | "incidents"
            | "arrest"
            | "birth"
            | "born"
            | "event"
            | "hearing"
            | "violation"
            | "expiry"
            | "deadline"
            | "visit"
            | "meeting"
            | "detention"
            | "attack"
            | "interview"
            | "accessed"
            | "retrieved"
            | "until"
            | "expires"
    )
}

/// Words before the date on which a statement was given out.
fn is_label(word: &str) -> bool {
    matches!(
        word,
        "date"
            | "dated"
            | "published"
            | "publication"
            | "sent"
            | "issued"
            | "released"
            | "posted"
            | "le"
            | "fecha"
            | "datum"
            | "data"
    )
}

impl Header<'_, '_> {
    /// The statement's date: that of the dateline, of a line of the head or of the foot, of an e-mail, or of a sentence that
    /// says which day today is.
    pub fn issued(&self) -> Option<Said<NaiveDate>> {
        let body = self.text.blocks.get(self.zones.body)?;
        let dates = self.head_dates();
        let said = |date: &Written, rule| {
            date.whole().filter(|_| self.house.uses(rule)).map(|value| Said {
                value,
                first: date.first,
                end: date.end,
                rule,
            })
        };
        let dateline = self.dateline(body, &dates);
        if let Some(found) = dateline.and_then(|it| said(it, "header.dateline")) {
            return Some(found);
        }
        let usable: Vec<&Written> = dates.iter().filter(|it| !self.is_other(it)).collect();
        let head: Vec<&Written> =
            usable.iter().copied().filter(|it| self.is_in_header(it.first)).collect();
        let line = |date: &&&Written| self.is_lone(date);
        let found = head
            .iter()
            .filter(|it| self.is_labelled(it))
            .find_map(|it| said(it, "header.line"))
            .or_else(|| head.iter().filter(line).find_map(|it| said(it, "header.line")));
        if found.is_some() {
            return found;
        }
        let below = |date: &&&Written| {
            line(date)
                && date.first > body.first
                && self.block_of(date.first).is_some_and(|it| it + 8 >= self.text.blocks.len())
        };
        let found = usable.iter().rev().filter(below).find_map(|it| said(it, "header.foot"));
        let found = found
            .or_else(|| head.iter().find_map(|it| said(it, "header.line")))
            .or_else(|| self.today(&dates).filter(|it| self.house.uses(it.rule)))
            .or_else(|| usable.iter().rev().filter(line).find_map(|it| said(it, "header.foot")))
            .or_else(|| {
                let opens = |it: &&&Written| self.opens_foot(it);
                usable.iter().rev().filter(opens).find_map(|it| said(it, "header.foot"))
            });
        if found.is_some() {
            return found;
        }
        // "Srinagar, September 5:", where the text tells the year elsewhere.
        let bare = dateline.into_iter().chain(head.iter().copied().filter(|it| line(&it)));
        let told = bare.filter(|it| it.year.is_none()).find_map(|it| {
            let value = self.in_told_year(it.month, it.day)?;
            Some(Said { value, first: it.first, end: it.end, rule: "header.dateline" })
        });
        told.filter(|it| self.house.uses(it.rule)).or_else(|| {
            let near = |it: &&Written| it.first >= body.first && it.first < body.first + 24;
            // "In a press release issued on January 16, 2013".
            let given = |it: &&Written| {
                it.first > 1
                    && matches!(self.low(it.first - 1), "on" | "dated")
                    && matches!(
                        self.low(it.first - 2),
                        "issued" | "released" | "published" | "statement"
                    )
            };
            let first = dates.iter().filter(near).find_map(|it| said(it, "header.first"));
            first.or_else(|| dates.iter().filter(given).find_map(|it| said(it, "header.first")))
        })
    }

    /// The date before the dash, the colon or the full stop that opens the prose.
    fn dateline<'d>(&self, body: &Block, dates: &'d [Written]) -> Option<&'d Written> {
        let dash = (body.first..body.end.min(body.first + 24)).find(|at| {
            matches!(self.text.sign(*at), "–" | "—" | "-" | ":") || self.low(*at) == "--"
        });
        let in_line = dates
            .iter()
            .find(|it| it.first >= body.first && dash.is_some_and(|dash| it.end <= dash + 1));
        in_line.or_else(|| {
            dates.iter().find(|it| {
                // "Nairobi, 5 May 2014, the Centre …", but no "On 5 May 2014, police …".
                let town = it.first > body.first
                    && self.text.is_capital(body.first)
                    && !self.language.stops.contains(self.low(body.first))
                    && matches!(self.text.sign(it.first - 1), "," | "(" | "/")
                    && self.text.sign(it.end) == ",";
                it.first >= body.first
                    && it.first < body.first + 7
                    && (matches!(self.text.sign(it.end), "." | ")" | ":" | "|") || town)
            })
        })
    }

    fn line_of(&self, date: &Written) -> Option<&Block> {
        self.block_of(date.first).map(|it| &self.text.blocks[it])
    }

    /// A line that is little else than a date and a place.
    fn is_lone(&self, date: &Written) -> bool {
        self.line_of(date).is_some_and(|block| block.end - block.first <= date.end - date.first + 9)
    }

    /// "Accra, 13 June 2015: issued by the secretariat" below the text.
    fn opens_foot(&self, date: &Written) -> bool {
        self.block_of(date.first).is_some_and(|number| {
            let block = &self.text.blocks[number];
            number > self.zones.body
                && number + 4 >= self.text.blocks.len()
                && block.end - block.first < 40
                && date.first <= block.first + 6
                && !matches!(self.low(block.first), "on" | "since" | "in" | "by" | "from")
        })
    }

    /// What a line says before a date of it: since the date before, or since it begins.
    fn before_date(&self, date: &Written) -> std::ops::Range<usize> {
        let Some(block) = self.line_of(date) else { return 0..0 };
        let before = (block.first..date.first)
            .rev()
            .find(|at| self.text.tokens[*at].kind == Kind::Number && *at + 2 < date.first);
        let from = before.map_or(block.first, |it| it + 1).max(date.first.saturating_sub(24));
        from.max(block.first)..date.first
    }

    /// A date of an update, of a reading, of what happened.
    fn is_other(&self, date: &Written) -> bool {
        let Some(block) = self.line_of(date) else { return true };
        let mut before = block.first.max(date.first.saturating_sub(60))..date.first;
        let updated = before.clone().any(|at| {
            matches!(
                self.low(at),
                "updated" | "update" | "modified" | "read" | "accessed" | "adopted"
            )
        }) && (before.clone().any(|at| self.low(at) == "read")
            || !before.any(|at| matches!(self.low(at), "adopted" | "at" | "situation" | "no")));
        let embargo =
            self.before_date(date).any(|at| matches!(self.low(at), "embargo" | "embargoed"));
        updated
            || !embargo
                && self.is_lone(date)
                && self.before_date(date).any(|at| is_of_another_day(self.low(at)))
    }

    fn is_labelled(&self, date: &Written) -> bool {
        self.before_date(date).rev().take(5).any(|at| is_label(self.low(at)))
    }

    /// "This morning, 27 February 2012", "on 24 January 2010, which is today": the day of speaking, or the day before it.
    fn today(&self, dates: &[Written]) -> Option<Said<NaiveDate>> {
        dates.iter().filter(|it| !self.is_in_header(it.first)).find_map(|date| {
            let value = date.whole()?;
            let comma = usize::from(
                date.first > 0 && matches!(self.text.sign(date.first - 1), "," | "(" | "–"),
            );
            let last = date.first.checked_sub(1 + comma)?;
            let led = last.checked_sub(1).map_or("", |it| self.low(it));
            let until = date.end + usize::from(self.text.sign(date.end) == ",");
            let which = until + 2 * usize::from(self.low(until) == "which");
            let today = matches!(self.low(last), "today" | "tonight")
                || matches!(led, "this")
                    && matches!(
                        self.low(last),
                        "morning" | "evening" | "afternoon" | "day" | "noon" | "night"
                    )
                || matches!(self.low(which), "today") && which >= date.end;
            let yesterday =
                self.low(last) == "yesterday" || led == "last" && self.low(last) == "night";
            let value = if today {
                value
            } else if yesterday {
                value.checked_add_days(Days::new(1))?
            } else {
                return None;
            };
            Some(Said { value, first: date.first, end: date.end, rule: "header.first" })
        })
    }

    /// A day of the last year that the text tells; of the next if that lies long before what it tells.
    fn in_told_year(&self, month: u32, day: u32) -> Option<NaiveDate> {
        let told = self.dates.iter().filter_map(|it| match it.when {
            When::Day { year: Some(year), month, day } => NaiveDate::from_ymd_opt(year, month, day),
            When::Month { year: Some(year), month } => NaiveDate::from_ymd_opt(year, month, 1),
            When::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            _ => None,
        });
        // A reference in the head, too: "PR/2019/12".
        let head = self.text.blocks.get(self.zones.body)?.first;
        let written = (head.saturating_sub(200)..head).filter_map(|at| {
            let year = self.text.tokens[at].raw.split(['/', '.']).find_map(|it| {
                it.parse().ok().filter(|year| it.len() == 4 && (1945..=2050).contains(year))
            })?;
            NaiveDate::from_ymd_opt(year, 1, 1)
        });
        let last = told.chain(written).filter(|it| it.year() <= 2050).max()?;
        let value = NaiveDate::from_ymd_opt(last.year(), month, day)?;
        if last.signed_duration_since(value).num_days() > 180 {
            return NaiveDate::from_ymd_opt(last.year() + 1, month, day);
        }
        Some(value)
    }

    /// Days of the head, of the first sentences and of the foot, in their order.
    fn head_dates(&self) -> Vec<Written> {
        let Some(body) = self.text.blocks.get(self.zones.body) else { return Vec::new() };
        let mut found = self.written_in(body.first.saturating_sub(600), body.first);
        found.extend(self.written_in(body.first, body.end.min(body.first + 30)));
        let foot = self.text.blocks.len().saturating_sub(8).max(self.zones.body + 1);
        for block in self.text.blocks.iter().skip(foot) {
            let line = block.kind == BlockKind::Line || block.end - block.first < 40;
            found.extend(self.written_in(
                block.first,
                if line { block.end } else { block.end.min(block.first + 12) },
            ));
        }
        let read: Vec<Written> = self
            .dates
            .iter()
            .filter_map(|it| match it.when {
                When::Day { year, month, day } => {
                    Some(Written { first: it.first, end: it.end, year, month, day })
                }
                _ => None,
            })
            .filter(|it| it.year.is_none_or(|year| year <= 2050))
            .collect();
        // What the dates of the text have in full is as they have it.
        let spoken = |it: &Written| {
            let at = read.partition_point(|of| of.end <= it.first);
            read.get(at).is_some_and(|of| of.first < it.end && of.year.is_some())
        };
        found.retain(|it| !spoken(it));
        let kept: Vec<Written> = read
            .into_iter()
            .filter(|it| {
                let at = found.partition_point(|of| of.end <= it.first);
                found.get(at).is_none_or(|of| of.first >= it.end)
            })
            .collect();
        found.extend(kept);
        found.sort_by_key(|it| it.first);
        found
    }
}
