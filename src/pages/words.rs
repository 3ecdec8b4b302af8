//! The words of the pages, by language: the Fluent files in `words/`.
//!
//! English is complete; what another language lacks is said in English.

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
    Language { tag: "en", name: "English", direction: "ltr", source: include_str!("words/en.ftl") },
    Language {
        tag: "fr",
        name: "Français",
        direction: "ltr",
        source: include_str!("words/fr.ftl"),
    },
    Language {
        tag: "km", name: "ខ្មែរ", direction: "ltr", source: include_str!("words/km.ftl")
    },
    Language {
        tag: "ar", name: "العربية", direction: "rtl", source: include_str!("words/ar.ftl")
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

    /// Whether English has words under `key`.
    pub fn has(key: &str) -> bool {
        BUNDLES[0].has_message(key)
    }

    /// A number, its thousands set apart as the language does.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let apart = if self.language().tag == "fr" { '\u{202f}' } else { ',' };
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

    #[test]
    fn numbers_are_read_in_threes() {
        let english = Words::default();
        assert_eq!(english.number(0), "0");
        assert_eq!(english.number(999), "999");
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(english.number(-1000), "−1,000");
        assert_eq!(Words::of("fr").unwrap().number(1000), "1\u{202f}000");
    }

    #[test]
    fn browsers_say_what_they_take() {
        assert_eq!(Words::accepted("km-KH,km;q=0.9,en;q=0.8").language().tag, "km");
        assert_eq!(Words::accepted("de, fr;q=0.5").language().tag, "fr");
        assert_eq!(Words::accepted("*").language().tag, "en");
    }
}
