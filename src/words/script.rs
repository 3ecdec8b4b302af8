//! The script that a text is written in, so that browsers set it, break it and read it aloud as what
//! it is, not as the language of the page around it.

use super::Language;

/// Letters are looked at until so many are seen.
const LETTERS: usize = 200;

/// The BCP 47 tag that texts of a script are given if their language is not known: the language, where
/// the script is that of only one; else the script.
fn tag_of(letter: char) -> Option<&'static str> {
    Some(match u32::from(letter) {
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF => "und-Latn",
        0x370..=0x3FF | 0x1F00..=0x1FFF => "el",
        0x400..=0x52F => "und-Cyrl",
        0x530..=0x58F => "hy",
        0x590..=0x5FF => "und-Hebr",
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => {
            "und-Arab"
        }
        0x700..=0x74F => "und-Syrc",
        0x780..=0x7BF => "dv",
        0x900..=0x97F => "und-Deva",
        0x980..=0x9FF => "und-Beng",
        0xA00..=0xA7F => "pa",
        0xA80..=0xAFF => "gu",
        0xB80..=0xBFF => "ta",
        0xC00..=0xC7F => "te",
        0xC80..=0xCFF => "kn",
        0xD00..=0xD7F => "ml",
        0xD80..=0xDFF => "si",
        0xE00..=0xE7F => "th",
        0xE80..=0xEFF => "lo",
        0xF00..=0xFFF => "bo",
        0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => "und-Mymr",
        0x10A0..=0x10FF => "ka",
        0x1100..=0x11FF | 0xAC00..=0xD7AF => "ko",
        0x1200..=0x139F => "und-Ethi",
        0x1780..=0x17FF => "km",
        0x3040..=0x30FF => "ja",
        0x3400..=0x4DBF | 0x4E00..=0x9FFF => "und-Hani",
        _ => return None,
    })
}

/// The tag of the script that most letters of a text have.
fn tag(text: &str) -> Option<&'static str> {
    let mut seen: Vec<(&'static str, usize)> = Vec::new();
    for of in text.chars().filter_map(tag_of).take(LETTERS) {
        match seen.iter_mut().find(|it| it.0 == of) {
            Some(it) => it.1 += 1,
            None => seen.push((of, 1)),
        }
    }
    // Japanese has signs of its own among those it shares.
    if seen.iter().any(|it| it.0 == "ja") && seen.iter().any(|it| it.0 == "und-Hani") {
        return Some("ja");
    }
    seen.into_iter().max_by_key(|it| it.1).map(|it| it.0)
}

/// The `lang` of a text's element, with a space before it; nothing where the text is written as the
/// page is. `stated`: what its record says of its language.
pub fn lang(text: &str, stated: Option<&str>, page: &Language) -> String {
    tag_beside(text, stated, page).map_or_else(String::new, |tag| format!(" lang=\"{tag}\""))
}

/// The BCP 47 tag of a text, where it is not written as what stands around it is.
pub fn tag_beside(text: &str, stated: Option<&str>, around: &Language) -> Option<String> {
    let is_a_tag = |it: &&str| {
        !it.is_empty() && it.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
    };
    let tag = match stated.filter(is_a_tag) {
        Some(stated) if stated == around.tag => return None,
        Some(stated) => stated,
        None => tag(text).filter(|of| tag(around.name) != Some(of))?,
    };
    Some(tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn a_text_is_given_the_tag_of_its_script() {
        let [english, _, khmer, arabic] = &LANGUAGES;
        let unstated = |text, page| lang(text, None, page);
        assert_eq!(unstated("Supreme Court", english), "");
        assert_eq!(unstated("Supreme Court", arabic), " lang=\"und-Latn\"");
        assert_eq!(unstated("កឹម សុខា (Kem)", english), " lang=\"km\"");
        assert_eq!(unstated("កឹម សុខា", khmer), "");
        assert_eq!(unstated("ကိုကို", english), " lang=\"und-Mymr\"");
        assert_eq!(unstated("محكمة", english), " lang=\"und-Arab\"");
        assert_eq!(unstated("محكمة", arabic), "");
        assert_eq!(unstated("最高裁判所の判決", english), " lang=\"ja\"");
        assert_eq!(unstated("2017 – 12 %", khmer), "");
        assert_eq!(lang("Cour suprême", Some("fr"), english), " lang=\"fr\"");
        assert_eq!(lang("The court", Some("en"), english), "");
        assert_eq!(lang("x", Some("\"><script>"), english), "");
    }
}
