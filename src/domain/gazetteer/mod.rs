//! Places by name, offline: countries, their provinces, 171,000 towns. And what is near a point.
//!
//! The data are in `reference/geo/`, with where they come from; they are read when somebody first asks,
//! and then take about 22 MB. There are no populations in them: a town counts as better known if a
//! province or a district of its country is called so.

mod search;

use std::collections::HashMap;
use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

use super::codes::codes;
use super::{Country, GeoPrecision, text};

codes! {
    /// What a place of the gazetteer is.
    PlaceKind {
        Country = "country",
        Province = "province",
        Town = "town",
    }
}

impl PlaceKind {
    /// How exactly somebody knows the place of an event who knows that it was here. A town is `near`: the
    /// event was somewhere in it, and only who knows where may call it exact.
    pub const fn precision(self) -> GeoPrecision {
        match self {
            Self::Country => GeoPrecision::Country,
            Self::Province => GeoPrecision::Province,
            Self::Town => GeoPrecision::Near,
        }
    }
}

/// A place, as it is found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub kind: PlaceKind,
    pub name: &'static str,
    /// The name by which it was found, folded, where that is another.
    pub matched: Option<String>,
    /// The province: of a town the one that it lies in, of a province its own name.
    pub admin1: Option<&'static str>,
    pub country: Country,
    /// Latitude and longitude in degrees; none of a country, which is no point.
    pub at: Option<(f64, f64)>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    name: &'static str,
    /// Which country.
    country: u16,
    /// Which province, one more than its index; 0 for none.
    province: u16,
    kind: PlaceKind,
    /// 2 if a province is called as the town is, 1 if a district is.
    rank: u8,
    /// Thousandths of a degree; [`NOWHERE`] if they are not known.
    latitude: i32,
    longitude: i32,
}

const NOWHERE: i32 = i32::MAX;

/// A name of a place from one of its words on.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Where in the folded names, up to the end of the line.
    at: u32,
    place: u32,
    /// Which letters it has.
    letters: u32,
    is_first: bool,
    /// Whether it is another name than the one that is shown.
    is_other: bool,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Gazetteer {
    countries: Vec<Country>,
    places: Vec<Place>,
    /// Where the provinces are among the places.
    provinces: Vec<u32>,
    /// Names as they are compared, each on a line.
    folded: String,
    /// In the order of the names.
    words: Vec<Word>,
    /// Provinces by country and plain name.
    by_name: HashMap<(u16, String), u16>,
    /// Towns in the order of the squares of a degree in which they lie.
    squares: Vec<(u32, u32)>,
}

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let packed: &[u8] = include_bytes!("../../reference/geo/places.txt.z");
    let mut text = String::new();
    // What is in the binary can be read, as the tests know.
    let read = ZlibDecoder::new(packed).read_to_string(&mut text);
    debug_assert!(read.is_ok(), "{read:?}");
    text.shrink_to_fit();
    text
});

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::of(&TEXT));

/// The gazetteer, read when it is first needed.
pub fn gazetteer() -> &'static Gazetteer {
    &GAZETTEER
}

/// The square of a degree that a point in thousandths lies in: its row and its column.
const fn square(latitude: i32, longitude: i32) -> (i32, i32) {
    (latitude.div_euclid(1000), longitude.div_euclid(1000))
}

fn number_of((row, column): (i32, i32)) -> u32 {
    u32::try_from((row + 91) * 360 + column.rem_euclid(360)).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are at most 180")]
fn thousandths(degrees: f64) -> i32 {
    (degrees.clamp(-180.0, 180.0) * 1000.0).round() as i32
}

fn degrees(thousandths: i32) -> f64 {
    f64::from(thousandths) / 1000.0
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A name of a province without what only says that it is one.
fn plain(name: &str) -> String {
    const KINDS: [&str; 16] = [
        "province",
        "region",
        "state",
        "district",
        "governorate",
        "municipality",
        "county",
        "department",
        "prefecture",
        "oblast",
        "republic",
        "city",
        "capital",
        "division",
        "of",
        "the",
    ];
    let folded = text::fold(name);
    let kept: Vec<&str> = folded.split(' ').filter(|word| !KINDS.contains(word)).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

impl Gazetteer {
    /// Reads the lines that `scripts/data/prepare_places.py` describes. Those that it does not know are
    /// left out.
    fn of(text: &'static str) -> Self {
        let mut all = Self::default();
        let (mut country, mut province) = (None, 0);
        for line in text.lines() {
            let (kind, rest) = line.split_once('\t').unwrap_or((line, ""));
            let fields: Vec<&'static str> = rest.split('\t').collect();
            match (kind, country) {
                ("C", _) => {
                    province = 0;
                    country = rest.parse::<Country>().ok().map(|it| all.country(it));
                }
                ("P", Some(of)) => province = all.province(of, &fields),
                ("T", Some(of)) => {
                    let rank = match fields[0].chars().next() {
                        Some('*') => 2,
                        Some('+') => 1,
                        _ => 0,
                    };
                    let name = fields[0].trim_start_matches(['*', '+']);
                    let kind = PlaceKind::Town;
                    let at = [1, 2].map(|at| number(&fields, at).unwrap_or(NOWHERE));
                    let [latitude, longitude] = at;
                    let place =
                        Place { name, country: of, province, kind, rank, latitude, longitude };
                    all.add(place, fields.get(3).copied());
                }
                _ => {}
            }
        }
        all.sort();
        all
    }

    fn country(&mut self, country: Country) -> u16 {
        let at = u16::try_from(self.countries.len()).unwrap_or(u16::MAX);
        self.add(
            Place {
                name: country.name(),
                country: at,
                province: 0,
                kind: PlaceKind::Country,
                rank: 2,
                latitude: NOWHERE,
                longitude: NOWHERE,
            },
            None,
        );
        self.countries.push(country);
        at
    }

    /// Adds a province; one more than its index, or 0 if there is none in the line.
    fn province(&mut self, country: u16, fields: &[&'static str]) -> u16 {
        let Some(name) = fields.get(1).copied().filter(|name| !name.is_empty()) else { return 0 };
        let at = u16::try_from(self.provinces.len()).unwrap_or(u16::MAX - 1);
        let [latitude, longitude] =
            [2, 3].map(|of| number(fields, of).map_or(NOWHERE, |number| number.saturating_mul(10)));
        let kind = PlaceKind::Province;
        let province = at + 1;
        let place = Place { name, country, province, kind, rank: 1, latitude, longitude };
        let others = fields.get(4).copied();
        self.provinces.push(index(self.places.len()));
        self.add(place, others);
        for name in [name].into_iter().chain(others.into_iter().flat_map(|it| it.split('|'))) {
            self.by_name.entry((country, plain(name))).or_insert(at);
        }
        province
    }

    fn add(&mut self, place: Place, others: Option<&'static str>) {
        let at = index(self.places.len());
        self.places.push(place);
        self.list(at, place.name, false);
        for other in others.into_iter().flat_map(|names| names.split('|')) {
            self.list(at, other, true);
        }
    }

    /// Lists a place under one of its names, by each of its words.
    fn list(&mut self, place: u32, name: &str, is_other: bool) {
        let folded = text::fold(name);
        let line = index(self.folded.len());
        let mut before = ' ';
        for (at, c) in folded.char_indices() {
            if before.is_ascii() && !before.is_ascii_alphanumeric() && c.is_alphanumeric() {
                let letters = search::letters(folded[at..].chars().take(search::COMPARED));
                let (at, is_first) = (line + index(at), at == 0);
                self.words.push(Word { at, place, letters, is_first, is_other });
            }
            before = c;
        }
        self.folded.push_str(&folded);
        self.folded.push('\n');
    }

    fn sort(&mut self) {
        let folded = &self.folded;
        self.words.sort_by_cached_key(|word| {
            let rest = search::line(folded, word.at);
            let mut first = [0; 12];
            let length = rest.len().min(12);
            first[..length].copy_from_slice(&rest.as_bytes()[..length]);
            (first, rest, word.place)
        });
        let towns = self.places.iter().enumerate().filter(|(_, place)| {
            place.kind == PlaceKind::Town && place.latitude != NOWHERE && place.longitude != NOWHERE
        });
        self.squares = towns
            .map(|(at, place)| (number_of(square(place.latitude, place.longitude)), index(at)))
            .collect();
        self.squares.sort_unstable();
        self.words.shrink_to_fit();
        self.places.shrink_to_fit();
        self.folded.shrink_to_fit();
    }

    fn found(&self, at: u32, matched: Option<&str>) -> Found {
        let place = &self.places[at as usize];
        let province = usize::from(place.province).checked_sub(1).map(|it| self.provinces[it]);
        Found {
            kind: place.kind,
            name: place.name,
            matched: matched.map(str::to_owned),
            admin1: province.map(|it| self.places[it as usize].name),
            country: self.countries[usize::from(place.country)].clone(),
            at: (place.latitude != NOWHERE && place.longitude != NOWHERE)
                .then(|| (degrees(place.latitude), degrees(place.longitude))),
        }
    }

    /// The province of a country that is called so, in any of the languages known, with or without a word
    /// that says that it is one.
    pub fn province_named(&self, country: &Country, name: &str) -> Option<Found> {
        let country = u16::try_from(self.countries.iter().position(|it| it == country)?).ok()?;
        let at = self.by_name.get(&(country, plain(name)))?;
        Some(self.found(self.provinces[usize::from(*at)], None))
    }

    /// Where the places of a country are, in degrees.
    pub fn points_of(&self, country: &Country) -> impl Iterator<Item = (f64, f64)> {
        let country = self.countries.iter().position(|it| it == country);
        let of = self.places.iter().filter(move |it| Some(usize::from(it.country)) == country);
        of.filter(|it| it.latitude != NOWHERE && it.longitude != NOWHERE)
            .map(|it| (degrees(it.latitude), degrees(it.longitude)))
    }

    /// The place that is called so in full, in any of its names; of several the one in `country`, then the
    /// best known.
    pub fn called(&self, name: &str, country: Option<&Country>) -> Option<Found> {
        let name = text::fold(name);
        let is_before = |word: &Word| search::line(&self.folded, word.at) < name.as_str();
        let from = self.words.partition_point(is_before);
        let same = self.words[from..]
            .iter()
            .take_while(|word| search::line(&self.folded, word.at) == name);
        let best = same.filter(|word| word.is_first).max_by_key(|word| {
            let place = &self.places[word.place as usize];
            let is_there =
                country.is_some_and(|of| self.countries[usize::from(place.country)] == *of);
            (
                is_there,
                place.kind == PlaceKind::Country,
                place.rank,
                !word.is_other,
                std::cmp::Reverse(word.place),
            )
        })?;
        Some(self.found(best.place, None))
    }

    /// The best known town within `reach` degrees of a point, or the nearest where none is known better;
    /// of one country only, if it is named. `reach` counts up to one degree.
    pub fn town_near(&self, at: (f64, f64), reach: f64, of: Option<&Country>) -> Option<Found> {
        let (latitude, longitude) = (thousandths(at.0), thousandths(at.1));
        let reach = f64::from(thousandths(reach.clamp(0.0, 1.0)));
        let narrow = at.0.to_radians().cos();
        let (row, column) = square(latitude, longitude);
        let squares = (-1..=1).flat_map(|r| (-1..=1).map(move |c| (row + r, column + c)));
        let towns = squares.flat_map(|square| {
            let number = number_of(square);
            let from = self.squares.partition_point(|it| it.0 < number);
            self.squares[from..].iter().take_while(move |it| it.0 == number).map(|it| it.1)
        });
        let mut best: Option<((bool, u8, f64), u32)> = None;
        for town in towns {
            let place = &self.places[town as usize];
            if of.is_some_and(|of| self.countries[usize::from(place.country)] != *of) {
                continue;
            }
            let east = (place.longitude - longitude + 180_000).rem_euclid(360_000) - 180_000;
            let north = f64::from(place.latitude - latitude);
            let far = (f64::from(east) * narrow).hypot(north);
            let is_within = far <= reach;
            let order = (!is_within, if is_within { 2 - place.rank } else { 0 }, far);
            if best.as_ref().is_none_or(|(known, _)| order < *known) {
                best = Some((order, town));
            }
        }
        best.map(|(_, town)| self.found(town, None))
    }
}

fn number(fields: &[&str], at: usize) -> Option<i32> {
    fields.get(at)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_it_is_read() {
        let all = gazetteer();
        assert_eq!(all.countries.len(), 250);
        assert_eq!(all.provinces.len(), 3_865);
        assert_eq!(all.places.len(), 250 + 3_865 + 171_075);
        assert!(all.places.iter().all(|it| {
            it.latitude == NOWHERE || it.latitude.abs() <= 90_000 && it.longitude.abs() <= 180_000
        }));
        let bytes = TEXT.capacity()
            + all.folded.capacity()
            + all.places.capacity() * size_of::<Place>()
            + all.words.capacity() * size_of::<Word>()
            + all.squares.capacity() * size_of::<(u32, u32)>();
        assert!(bytes < 23_000_000, "{bytes}");
    }

    #[test]
    fn provinces_are_known_by_all_their_names() {
        let cambodia: Country = "KHM".parse().unwrap();
        for name in ["Kratie", "Kracheh", "kratie province", "ក្រចេះ"] {
            let found = gazetteer().province_named(&cambodia, name).unwrap();
            assert_eq!((found.name, found.kind), ("Kratie", PlaceKind::Province));
            assert_eq!(found.at, Some((12.68, 106.06)));
        }
        assert_eq!(gazetteer().province_named(&cambodia, "Nowhere"), None);
    }

    #[test]
    fn a_point_is_told_by_the_town_that_people_know() {
        let near = |at, reach| gazetteer().town_near(at, reach, None).map(|it| it.name);
        assert_eq!(near((11.6, 104.9), 0.2), Some("Phnom Penh"));
        assert_eq!(near((0.0, -30.0), 1.0), None);
        let thailand: Country = "THA".parse().unwrap();
        let found = gazetteer().town_near((13.66, 102.55), 0.3, Some(&thailand)).unwrap();
        assert_eq!(found.country, thailand);
        // Over the line where the days change, and at the ends of the world.
        for at in [(-16.8, 179.99), (-16.8, -179.99), (90.0, 0.0), (-90.0, 180.0)] {
            near(at, 1.0);
        }
        assert!(near((-16.8, -179.99), 1.0).is_some());
    }

    #[test]
    fn lines_that_are_not_understood_are_left_out() {
        let all = Gazetteer::of(
            "T\tlost\t1\t2\nX\ty\nC\tZZZ\nP\tX\tY\nC\tKHM\nP\nT\tHere\t1\nT\n\nP\t\tThere",
        );
        let names: Vec<&str> = all.places.iter().map(|it| it.name).collect();
        assert_eq!(names, ["Cambodia", "Here", "", "There"]);
        assert_eq!(all.search("here", None, None, 5)[0].at, None);
    }
}
