//! The words of pages and reports, by language: the Fluent files beside this one.
//!
//! English is complete; what another language lacks is said in English.

pub mod dates;
pub mod script;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A language of the interface.
#[derive(Debug)]
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In the language itself.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    source: &'static str,
}

/// The languages; the first is that of whoever asks for none of them.
pub static LANGUAGES: [Language; 4] = [
    Language { tag: "en", name: "English", direction: "ltr", source: include_str!("en.ftl") },
    Language { tag: "fr", name: "Français", direction: "ltr", source: include_str!("fr.ftl") },
    Language {
        tag: "km", name: "ខ្មែរ", direction: "ltr", source: include_str!("km.ftl")
    },
    Language {
        tag: "ar", name: "العربية", direction: "rtl", source: include_str!("ar.ftl")
    },
];

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| LANGUAGES.iter().map(bundle).collect());

fn bundle(language: &Language) -> FluentBundle<FluentResource> {
    let tag = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks that keep the directions apart matter only where directions meet.
    bundle.set_use_isolating(language.direction == "rtl");
    // A file that does not parse is found by the tests; at run time the rest of it serves.
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(language.source.to_owned());
    bundle.add_resource_overriding(resource);
    bundle
}

/// A language in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(usize);

impl Words {
    /// The language with a tag.
    pub fn of(tag: &str) -> Option<Self> {
        LANGUAGES.iter().position(|language| language.tag == tag).map(Self)
    }

    /// The first of those that a browser accepts (RFC 9110, `Accept-Language`, in its order).
    pub fn accepted(header: &str) -> Self {
        let mut tags = header.split(',').map(|part| {
            let tag = part.split(';').next().unwrap_or_default().trim();
            tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
        });
        tags.find_map(|tag| Self::of(&tag)).unwrap_or_default()
    }

    pub fn language(self) -> &'static Language {
        &LANGUAGES[self.0]
    }

    /// What stands under `key`.
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// What stands under `key`, with values in its places.
    pub fn with(self, key: &str, values: &[(&'static str, FluentValue<'static>)]) -> String {
        let arguments: FluentArgs<'_> = values.iter().cloned().collect();
        for bundle in [&BUNDLES[self.0], &BUNDLES[0]] {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
            if errors.is_empty() {
                return said.into_owned();
            }
        }
        debug_assert!(false, "there are no words for '{key}'");
        key.to_owned()
    }

    /// [`say`](Self::say), about a number of things: `count` for the plural, `shown` as it is read.
    pub fn counted(self, key: &str, count: i64) -> String {
        let (plural, shown) = (self.plural(count).into(), self.number(count).into());
        self.with(key, &[("count", plural), ("shown", shown)])
    }

    /// [`say`](Self::say), with one value in its place.
    pub fn of_value(self, key: &str, value: &str) -> String {
        self.with(key, &[("value", value.to_owned().into())])
    }

    /// [`say`](Self::say), with two values in their places: `value` and `other`.
    pub fn of_values(self, key: &str, value: &str, other: &str) -> String {
        let values = [("value", value.to_owned().into()), ("other", other.to_owned().into())];
        self.with(key, &values)
    }

    /// Whether English has words under `key`.
    pub fn has(key: &str) -> bool {
        BUNDLES[0].has_message(key)
    }

    /// A number that takes the same plural as another. In Arabic, plurals go by the last two digits,
    /// which the plural rules of our crate do not know (CLDR: few is n % 100 = 3..10).
    pub fn plural(self, count: i64) -> i64 {
        if self.language().tag != "ar" || count < 100 {
            return count;
        }
        match count % 100 {
            last @ 3..=99 => last,
            _ => 100,
        }
    }

    /// A number, its thousands set apart as the language does.
    pub fn number(self, number: i64) -> String {
        number_in(self.language().tag, number)
    }
}

/// A number, its thousands set apart as the language of a BCP 47 tag does.
pub fn number_in(tag: &str, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let is_french = tag.split('-').next().is_some_and(|it| it.eq_ignore_ascii_case("fr"));
    let apart = if is_french { '\u{202f}' } else { ',' };
    let mut said = String::new();
    if number < 0 {
        said.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(apart);
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_right_and_has_no_more_than_english() {
        for language in &LANGUAGES {
            let resource = FluentResource::try_new(language.source.to_owned())
                .map_err(|(_, errors)| format!("{}: {errors:?}", language.tag))
                .unwrap();
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    assert!(Words::has(message.id.name), "{}: {}", language.tag, message.id.name);
                }
            }
        }
    }

    /// The keys of a language's file, and what stands under them.
    fn keys(tag: &str) -> Vec<String> {
        let language = &LANGUAGES[Words::of(tag).unwrap().0];
        let resource = FluentResource::try_new(language.source.to_owned()).unwrap();
        let entries = resource.entries().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        });
        entries.collect()
    }

    #[test]
    fn french_and_arabic_have_nearly_all_words_and_khmer_those_that_are_met_first() {
        let english = keys("en").len();
        for (tag, percent) in [("fr", 85), ("ar", 85), ("km", 25)] {
            let of = keys(tag).len();
            assert!(of * 100 >= english * percent, "{tag} has {of} of {english} keys");
        }
    }

    #[test]
    fn each_language_has_its_own_plurals() {
        let said = |tag, count: i64| {
            let words = Words::of(tag).unwrap();
            let shown = words.number(count);
            let values = [("count", words.plural(count).into()), ("shown", shown.into())];
            words.with("list-total", &values)
        };
        // In Arabic, numbers stand between marks that keep the directions apart.
        let plain = |tag, count| said(tag, count).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain("en", 1), "1 record");
        assert_eq!(plain("en", 0), "0 records");
        assert_eq!(plain("fr", 0), "0 fiche");
        assert_eq!(plain("fr", 1), "1 fiche");
        assert_eq!(plain("fr", 2000), "2\u{202f}000 fiches");
        assert_eq!(plain("fr", 1_000_000), "1\u{202f}000\u{202f}000 fiches");
        assert_eq!(plain("ar", 0), "لا سجلات");
        assert_eq!(plain("ar", 1), "سجل واحد");
        assert_eq!(plain("ar", 2), "سجلان");
        assert_eq!(plain("ar", 3), "3 سجلات");
        assert_eq!(plain("ar", 11), "11 سجلًا");
        assert_eq!(plain("ar", 100), "100 سجل");
        assert_eq!(plain("ar", 102), "102 سجل");
        assert_eq!(plain("ar", 103), "103 سجلات");
        assert_eq!(plain("ar", 1011), "1,011 سجلًا");
        assert_eq!(plain("km", 1), "1 កំណត់ត្រា");
        assert_eq!(plain("km", 5), "5 កំណត់ត្រា");
    }

    #[test]
    fn numbers_are_read_in_threes() {
        let english = Words::default();
        assert_eq!(english.number(0), "0");
        assert_eq!(english.number(999), "999");
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(english.number(-1000), "−1,000");
        assert_eq!(Words::of("fr").unwrap().number(1000), "1\u{202f}000");
        assert_eq!(number_in("fr", -1000), "−1\u{202f}000");
        assert_eq!(number_in("km", 0), "0");
        assert_eq!(number_in("en", i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn browsers_say_what_they_take() {
        assert_eq!(Words::accepted("km-KH,km;q=0.9,en;q=0.8").language().tag, "km");
        assert_eq!(Words::accepted("de, fr;q=0.5").language().tag, "fr");
        assert_eq!(Words::accepted("*").language().tag, "en");
    }
}
