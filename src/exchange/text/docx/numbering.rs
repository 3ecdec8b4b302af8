//! The bullets and numbers of lists, which a document describes apart from its paragraphs.

use std::collections::HashMap;

use super::super::Outcome;
use super::xml::{self, Event};

/// How deep lists lie within each other.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    /// "decimal", "bullet", "lowerLetter" and so on.
    format: String,
    /// "%1." or "%1.%2)".
    text: String,
    start: i64,
}

/// The lists of a document, and how far each was counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// The levels of each description.
    descriptions: HashMap<String, Vec<Level>>,
    /// Which description a list has, and where its levels start anew.
    lists: HashMap<String, (String, HashMap<usize, i64>)>,
    counts: HashMap<String, [Option<i64>; LEVELS]>,
}

impl Numbering {
    pub fn of(bytes: &[u8]) -> Outcome<Self> {
        let mut all = Self::default();
        let (mut description, mut list, mut level) = (None, None, 0);
        xml::each(bytes, |event| {
            match event {
                Event::Begin(it) => match it.name {
                    "abstractNum" => description = it.attribute("abstractNumId"),
                    "num" => list = it.attribute("numId"),
                    "abstractNumId" => {
                        if let (Some(list), Some(of)) = (&list, it.value()) {
                            all.lists.entry(list.clone()).or_default().0 = of;
                        }
                    }
                    "lvl" | "lvlOverride" => {
                        let found = it.attribute("ilvl").and_then(|level| level.parse().ok());
                        level = found.unwrap_or(0).min(LEVELS - 1);
                    }
                    "startOverride" => {
                        if let (Some(list), Some(start)) = (&list, it.number()) {
                            all.lists.entry(list.clone()).or_default().1.insert(level, start);
                        }
                    }
                    "start" | "numFmt" | "lvlText" => {
                        if let Some(of) = &description {
                            let levels = all.descriptions.entry(of.clone()).or_default();
                            if levels.is_empty() {
                                levels.resize(LEVELS, Level { start: 1, ..Level::default() });
                            }
                            match it.name {
                                "start" => levels[level].start = it.number().unwrap_or(1),
                                "numFmt" => levels[level].format = it.value().unwrap_or_default(),
                                _ => levels[level].text = it.value().unwrap_or_default(),
                            }
                        }
                    }
                    _ => {}
                },
                Event::End("abstractNum") => description = None,
                Event::End("num") => list = None,
                Event::End(_) | Event::Text(_) => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The bullet or number of the next item of a list; none if it has none.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let Some((description, starts)) = self.lists.get(list) else {
            return (list != "0").then(|| "\u{2022}".to_owned());
        };
        let Some(levels) = self.descriptions.get(description) else {
            return (list != "0").then(|| "\u{2022}".to_owned());
        };
        // Lists of one description go on counting, unless they say that they start anew.
        let counted = if starts.is_empty() { format!("of {description}") } else { list.to_owned() };
        let counts = self.counts.entry(counted).or_insert([None; LEVELS]);
        let start = |level: usize| starts.get(&level).copied().unwrap_or(levels[level].start);
        counts[level] = Some(counts[level].map_or(start(level), |count| count.saturating_add(1)));
        for below in &mut counts[level + 1..] {
            *below = None;
        }
        let it = &levels[level];
        match it.format.as_str() {
            "bullet" => return Some("\u{2022}".to_owned()),
            "none" => return None,
            _ => {}
        }
        let mut mark = it.text.chars().take(60).collect::<String>();
        for of in 0..LEVELS {
            let sign = format!("%{}", of + 1);
            if mark.contains(&sign) {
                let count = counts[of].unwrap_or_else(|| start(of));
                mark = mark.replace(&sign, &written(count, &levels[of].format));
            }
        }
        Some(mark.trim().to_owned()).filter(|mark| !mark.is_empty())
    }
}

/// A count as a list writes it.
fn written(count: i64, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        "decimalZero" if (0..10).contains(&count) => format!("0{count}"),
        _ => count.to_string(),
    }
}

/// a, b, … z, aa, bb, as Word counts.
fn letters(count: i64) -> String {
    let Some(before) = u32::try_from(count).ok().and_then(|count| count.checked_sub(1)) else {
        return count.to_string();
    };
    let letter = char::from_u32(u32::from('a') + before % 26).unwrap_or('a');
    let times = (before / 26 + 1).min(20);
    std::iter::repeat_n(letter, times as usize).collect()
}

fn roman(count: i64) -> String {
    if !(1..4_000).contains(&count) {
        return count.to_string();
    }
    let (mut left, mut written) = (count, String::new());
    for (value, sign) in [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ] {
        while left >= value {
            left -= value;
            written.push_str(sign);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_as_lists_write_them() {
        assert_eq!(written(4, "decimal"), "4");
        assert_eq!(written(4, "decimalZero"), "04");
        assert_eq!(written(28, "lowerLetter"), "bb");
        assert_eq!(written(3, "upperLetter"), "C");
        assert_eq!(written(1994, "lowerRoman"), "mcmxciv");
        assert_eq!(written(0, "upperRoman"), "0");
        assert_eq!(written(-3, "lowerLetter"), "-3");
    }
}
