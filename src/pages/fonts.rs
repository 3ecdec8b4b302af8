//! Fonts for the scripts that a machine may lack, or set wrongly.
//!
//! A browser fetches one only when a page has letters of its script: each has its `unicode-range` in
//! `assets/fonts.css`. Letters of the Latin script come from the system, and from here only where the
//! system has none. `scripts/data/fonts` made the files; their licence is beside them.

use super::assets::Asset;

macro_rules! fonts {
    ($($name:literal),+) => {
        /// Those of `assets/fonts`.
        pub static FONTS: &[Asset] = &[$(Asset {
            name: concat!($name, ".woff2"),
            media_type: "font/woff2",
            bytes: include_bytes!(concat!("assets/fonts/", $name, ".woff2")),
        }),+];
    };
}
fonts!(
    "khmer",
    "khmer-name",
    "myanmar",
    "myanmar-bold",
    "arabic",
    "latin",
    "latin-ext",
    "latin-vietnamese"
);

/// The rules that tell browsers which font has which letters, with the fonts' addresses.
pub fn rules(address: impl Fn(&Asset) -> String) -> String {
    let rules = include_str!("assets/fonts.css").to_owned();
    FONTS.iter().fold(rules, |rules, font| {
        rules.replace(&format!("url(\"{}\")", font.name), &format!("url(\"{}\")", address(font)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_has_its_rule_and_every_rule_its_font() {
        let rules = rules(|font| format!("/there/{}", font.name));
        for font in FONTS {
            assert!(rules.contains(&format!("url(\"/there/{}\")", font.name)), "{}", font.name);
            assert_eq!(&font.bytes[..4], b"wOF2", "{}", font.name);
        }
        assert_eq!(rules.matches("url(").count(), rules.matches("url(\"/there/").count());
        let faces = rules.matches("@font-face").count();
        assert_eq!(rules.matches("unicode-range").count(), faces);
        assert_eq!(rules.matches("font-display: swap").count(), faces);
        let size: usize = FONTS.iter().map(|font| font.bytes.len()).sum();
        assert!(size < 400_000, "{size} bytes of fonts are in the program");
    }
}
