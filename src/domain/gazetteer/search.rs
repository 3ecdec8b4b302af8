//! Places by a few letters of a name: those that begin so, and those that nearly do.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Found, Gazetteer, PlaceKind, Word};
use crate::domain::{Country, text};

/// As much of a name as is compared, in characters.
pub(super) const COMPARED: usize = 24;
/// More than anybody types of a name.
const LONGEST: usize = 60;
/// From how many letters on a slip is forgiven, and from how many on two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;

/// What letters there are, as bits; signs that are rare share theirs.
pub(super) fn letters(text: impl Iterator<Item = char>) -> u32 {
    text.fold(0, |all, c| {
        let bit = match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            ' ' => return all,
            other => 26 + u32::from(other) % 6,
        };
        all | 1 << bit
    })
}

/// What stands at a place of the folded names up to the end of its line.
pub(super) fn line(folded: &str, at: u32) -> &str {
    let rest = &folded[at as usize..];
    rest.split('\n').next().unwrap_or(rest)
}

/// How well a name fits what was typed: the greater, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// By how it matches and whether it lies in the country that is asked for.
    score: u8,
    rank: u8,
    is_shown_name: bool,
    shorter: Reverse<usize>,
}

/// What was typed, read.
struct Typed<'t> {
    name: String,
    /// What must be said of the province or country: after commas.
    within: Vec<String>,
    country: Option<&'t Country>,
    only: Option<PlaceKind>,
}

impl Gazetteer {
    /// The places whose names begin as what was typed, or have a word that does, or nearly do; at most
    /// `most`, the likeliest first. After a comma may stand the province or the country. `country`: which
    /// one is likelier. `only`: of which kind.
    pub fn search(
        &self,
        typed: &str,
        country: Option<&Country>,
        only: Option<PlaceKind>,
        most: usize,
    ) -> Vec<Found> {
        let mut parts = typed.split([',', '،', '、']).map(|part| {
            let part: String = part.chars().take(LONGEST).collect();
            text::fold(&part).trim().to_owned()
        });
        let name = parts.next().unwrap_or_default();
        let within = parts.filter(|part| !part.is_empty()).take(3).collect();
        let typed = Typed { name, within, country, only };
        if typed.name.is_empty() || most == 0 {
            return Vec::new();
        }
        let mut best: HashMap<u32, (Fit, Word)> = HashMap::new();
        let mut keep = |word: &Word, fit: Fit| {
            let known = best.entry(word.place).or_insert((fit, *word));
            if fit > known.0 {
                *known = (fit, *word);
            }
        };
        let from = self.words.partition_point(|it| line(&self.folded, it.at) < typed.name.as_str());
        let begun = self.words[from..].iter();
        let begun = begun.take_while(|it| line(&self.folded, it.at).starts_with(&typed.name));
        let mut fitting = 0;
        for word in begun {
            let Some(is_there) = self.is_within(&typed, word) else { continue };
            let rest = line(&self.folded, word.at);
            let how = match (word.is_first, rest.len() == typed.name.len()) {
                (true, true) => 30,
                (true, false) => 20,
                (false, _) => 10,
            };
            fitting += usize::from(is_there);
            keep(word, self.fit(word, how, is_there));
        }
        if fitting < most {
            self.nearly(&typed, &mut keep);
        }
        let mut found: Vec<(Fit, Word)> = best.into_values().collect();
        found.sort_by(|(a, one), (b, other)| {
            let name = |word: &Word| self.places[word.place as usize].name;
            b.cmp(a).then_with(|| name(one).cmp(name(other))).then(one.place.cmp(&other.place))
        });
        found.truncate(most);
        let shown = found
            .into_iter()
            .map(|(_, word)| self.found(word.place, word.is_other.then(|| self.whole(&word))));
        shown.collect()
    }

    /// The whole name that a word belongs to.
    fn whole(&self, word: &Word) -> &str {
        let before = &self.folded[..word.at as usize];
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        line(&self.folded, u32::try_from(from).unwrap_or_default())
    }

    /// Whether a place lies in the country that is asked for; nothing, if it is not where it must be.
    fn is_within(&self, typed: &Typed<'_>, word: &Word) -> Option<bool> {
        let place = &self.places[word.place as usize];
        if typed.only.is_some_and(|only| only != place.kind) {
            return None;
        }
        let country = &self.countries[usize::from(place.country)];
        let is_there = typed.country.is_none_or(|asked| asked == country);
        if typed.within.is_empty() {
            return Some(is_there);
        }
        let province = usize::from(place.province).checked_sub(1).map(|it| {
            let place = self.provinces[it];
            text::fold(self.places[place as usize].name)
        });
        let is_said = |part: &String| {
            let begins = |name: &str| name.starts_with(part) || name.contains(&format!(" {part}"));
            province.as_deref().is_some_and(begins)
                || begins(&text::fold(country.name()))
                || country.as_str().eq_ignore_ascii_case(part)
        };
        typed.within.iter().all(is_said).then_some(is_there)
    }

    fn fit(&self, word: &Word, how: u8, is_there: bool) -> Fit {
        let place = &self.places[word.place as usize];
        // What is a country's own name is meant before a village of that name.
        let country = if place.kind == PlaceKind::Country && how >= 20 { 2 } else { 0 };
        Fit {
            score: how + country + if is_there { 15 } else { 0 },
            rank: place.rank,
            is_shown_name: !word.is_other,
            shorter: Reverse(line(&self.folded, word.at).len()),
        }
    }

    /// Names that differ from what was typed by a slip or two.
    fn nearly(&self, typed: &Typed<'_>, keep: &mut impl FnMut(&Word, Fit)) {
        let name: Vec<char> = typed.name.chars().collect();
        if name.len() < ONE_SLIP {
            return;
        }
        let slips = if name.len() < TWO_SLIPS { 1 } else { 2 };
        let asked = letters(name.iter().copied());
        for word in &self.words {
            if (asked & !word.letters).count_ones() > slips {
                continue;
            }
            let rest = line(&self.folded, word.at);
            let made = begins_nearly(&name, rest, slips as usize);
            if let Some(made) = made.filter(|made| *made > 0)
                && let Some(is_there) = self.is_within(typed, word)
            {
                let how = if word.is_first && made == 1 { 5 } else { 0 };
                keep(word, self.fit(word, how, is_there));
            }
        }
    }
}

/// With how few slips `text` begins as `typed`; nothing, if with more than `most`. A slip is a letter too
/// many, too few, another, or two in each other's place.
fn begins_nearly(typed: &[char], text: &str, most: usize) -> Option<usize> {
    const WIDTH: usize = COMPARED + 3;
    if typed.len() > COMPARED {
        return None;
    }
    // Row by row of the letters of the text, over those that were typed.
    let mut above = [0_usize; WIDTH];
    for (at, cell) in above.iter_mut().enumerate().take(typed.len() + 1) {
        *cell = at;
    }
    let (mut two_above, mut before) = (above, '\n');
    let mut least = above[typed.len()];
    for (row, c) in text.chars().take(typed.len() + most).enumerate() {
        let mut here = [0_usize; WIDTH];
        here[0] = row + 1;
        let mut smallest = here[0];
        for (at, t) in typed.iter().enumerate() {
            let mut cost =
                (above[at] + usize::from(*t != c)).min(above[at + 1] + 1).min(here[at] + 1);
            if at > 0 && row > 0 && *t == before && typed[at - 1] == c {
                cost = cost.min(two_above[at - 1] + 1);
            }
            here[at + 1] = cost;
            smallest = smallest.min(cost);
        }
        if smallest > most {
            break;
        }
        least = least.min(here[typed.len()]);
        (two_above, above, before) = (above, here, c);
    }
    (least <= most).then_some(least)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::gazetteer::gazetteer;

    fn named(typed: &str, country: Option<&str>) -> Vec<String> {
        let country = country.map(|code| code.parse().unwrap());
        let found = gazetteer().search(typed, country.as_ref(), None, 8);
        found.iter().map(|it| format!("{} {} {}", it.kind, it.name, it.country)).collect()
    }

    #[test]
    fn what_is_meant_comes_first() {
        for (typed, country, first) in [
            ("phnom penh", None, "town Phnom Penh KHM"),
            ("Phnom P", Some("KHM"), "town Phnom Penh KHM"),
            ("penh", Some("KHM"), "town Phnom Penh KHM"),
            ("phnom pehn", None, "town Phnom Penh KHM"),
            ("Pnohm Penh", Some("KHM"), "town Phnom Penh KHM"),
            ("ភ្នំពេញ", None, "town Phnom Penh KHM"),
            ("القاهرة", None, "town Cairo EGY"),
            ("paris", None, "town Paris FRA"),
            ("london", None, "town London GBR"),
            ("paris, texas", None, "town Paris USA"),
            ("battambang", Some("KHM"), "town Battambang KHM"),
            ("kratie, cambodia", None, "town Kratié KHM"),
            ("cambodia", None, "country Cambodia KHM"),
            ("cambo", Some("KHM"), "country Cambodia KHM"),
            ("Camboida", None, "country Cambodia KHM"),
            ("kandal", Some("KHM"), "province Kandal KHM"),
            ("zurich", None, "town Zürich CHE"),
        ] {
            let found = named(typed, country);
            assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
        }
        assert!(named("xqzzyvw", None).is_empty());
        assert!(named("", None).is_empty() && named(" , ", None).is_empty());
    }

    #[test]
    fn slips_are_counted() {
        let slips =
            |typed: &str, text: &str| begins_nearly(&typed.chars().collect::<Vec<_>>(), text, 2);
        assert_eq!(slips("phnom", "phnom penh"), Some(0));
        assert_eq!(slips("pohnm", "phnom penh"), Some(2));
        assert_eq!(slips("phnmo", "phnom penh"), Some(1));
        assert_eq!(slips("phnoom", "phnom penh"), Some(1));
        assert_eq!(slips("hnom", "phnom penh"), Some(1));
        assert_eq!(slips("kampot", "phnom penh"), None);
        assert_eq!(slips("abcd", ""), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_that_is_typed_makes_it_fail(typed in ".{0,80}", most in 0_usize..20) {
            let found = gazetteer().search(&typed, None, None, most);
            prop_assert!(found.len() <= most);
        }

        #[test]
        fn the_beginning_of_a_name_finds_it(pick in 0_usize..170_000, length in 3_usize..12) {
            let all = gazetteer();
            let place = &all.places[pick % all.places.len()];
            let begun: String = place.name.replace(',', " ").chars().take(length).collect();
            let country = all.countries[usize::from(place.country)].clone();
            let found = all.search(&begun, Some(&country), None, 3);
            prop_assert!(!found.is_empty(), "{begun}");
        }
    }

    /// A word of the gazetteer is looked for in less time than a person notices, slips and all.
    #[test]
    fn it_is_quick() {
        let all = gazetteer();
        let begun = std::time::Instant::now();
        for typed in ["ka", "phnom pehn", "alexandra", "rangun", "san"] {
            all.search(typed, None, None, 8);
        }
        // Built without optimisation here, and on a machine that does other things.
        assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
