//! Which character a sign of a font is, by the name that fonts give it.

use unicode_normalization::UnicodeNormalization;

/// Signs whose names are no letters of ASCII and do not follow from those.
const NAMES: [(&str, &str); 120] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "\u{2212}"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("quoteleft", "\u{2018}"),
    ("quoteright", "\u{2019}"),
    ("quotedblleft", "\u{201C}"),
    ("quotedblright", "\u{201D}"),
    ("quotesinglbase", "\u{201A}"),
    ("quotedblbase", "\u{201E}"),
    ("guillemotleft", "\u{AB}"),
    ("guillemotright", "\u{BB}"),
    ("guilsinglleft", "\u{2039}"),
    ("guilsinglright", "\u{203A}"),
    ("endash", "\u{2013}"),
    ("emdash", "\u{2014}"),
    ("bullet", "\u{2022}"),
    ("ellipsis", "\u{2026}"),
    ("dagger", "\u{2020}"),
    ("daggerdbl", "\u{2021}"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("AE", "\u{C6}"),
    ("ae", "\u{E6}"),
    ("OE", "\u{152}"),
    ("oe", "\u{153}"),
    ("Oslash", "\u{D8}"),
    ("oslash", "\u{F8}"),
    ("Lslash", "\u{141}"),
    ("lslash", "\u{142}"),
    ("germandbls", "\u{DF}"),
    ("dotlessi", "\u{131}"),
    ("Eth", "\u{D0}"),
    ("eth", "\u{F0}"),
    ("Thorn", "\u{DE}"),
    ("thorn", "\u{FE}"),
    ("Dcroat", "\u{110}"),
    ("dcroat", "\u{111}"),
    ("exclamdown", "\u{A1}"),
    ("questiondown", "\u{BF}"),
    ("cent", "\u{A2}"),
    ("sterling", "\u{A3}"),
    ("yen", "\u{A5}"),
    ("currency", "\u{A4}"),
    ("Euro", "\u{20AC}"),
    ("section", "\u{A7}"),
    ("paragraph", "\u{B6}"),
    ("copyright", "\u{A9}"),
    ("registered", "\u{AE}"),
    ("trademark", "\u{2122}"),
    ("degree", "\u{B0}"),
    ("plusminus", "\u{B1}"),
    ("multiply", "\u{D7}"),
    ("divide", "\u{F7}"),
    ("mu", "\u{B5}"),
    ("onehalf", "\u{BD}"),
    ("onequarter", "\u{BC}"),
    ("threequarters", "\u{BE}"),
    ("onesuperior", "\u{B9}"),
    ("twosuperior", "\u{B2}"),
    ("threesuperior", "\u{B3}"),
    ("ordfeminine", "\u{AA}"),
    ("ordmasculine", "\u{BA}"),
    ("periodcentered", "\u{B7}"),
    ("middot", "\u{B7}"),
    ("brokenbar", "\u{A6}"),
    ("logicalnot", "\u{AC}"),
    ("nbspace", "\u{A0}"),
    ("nonbreakingspace", "\u{A0}"),
    ("sfthyphen", "\u{AD}"),
    ("softhyphen", "\u{AD}"),
    ("acute", "\u{B4}"),
    ("dieresis", "\u{A8}"),
    ("macron", "\u{AF}"),
    ("cedilla", "\u{B8}"),
    ("fraction", "\u{2044}"),
    ("florin", "\u{192}"),
];

/// What names of letters with an accent end with.
const ACCENTS: [(&str, char); 14] = [
    ("hungarumlaut", '\u{30B}'),
    ("circumflex", '\u{302}'),
    ("commaaccent", '\u{327}'),
    ("dotaccent", '\u{307}'),
    ("dieresis", '\u{308}'),
    ("dotbelow", '\u{323}'),
    ("cedilla", '\u{327}'),
    ("ogonek", '\u{328}'),
    ("macron", '\u{304}'),
    ("tilde", '\u{303}'),
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("caron", '\u{30C}'),
    ("breve", '\u{306}'),
];

/// What a sign of such a name stands for; none if the name does not say.
pub(super) fn by_name(name: &str) -> Option<String> {
    // "a.sc" is a small capital a; "f_i" is a ligature.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if name.len() == 1 && name.is_ascii() {
        return Some(name.to_owned());
    }
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    if name.contains('_') {
        return name.split('_').map(by_name).collect();
    }
    if let Some(text) = by_code(name) {
        return Some(text);
    }
    let accented = |(accent, mark): &(&str, char)| {
        let base = name.strip_suffix(accent)?;
        let base = if base == "dotlessi" { "i" } else { base };
        (base.len() == 1).then(|| [base, &mark.to_string()].concat().nfc().collect())
    };
    if let Some(text) = ACCENTS.iter().find_map(accented) {
        return Some(text);
    }
    match name.strip_suffix("ring")? {
        base @ ("A" | "a" | "U" | "u") => Some([base, "\u{30A}"].concat().nfc().collect()),
        _ => None,
    }
}

/// "uni0041", "u1F600".
fn by_code(name: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(code) = name
        .strip_prefix("uni")
        .filter(|code| code.len() >= 4 && code.len() % 4 == 0 && digits(code))
    {
        let units: Option<Vec<u16>> = (0..code.len())
            .step_by(4)
            .map(|at| u16::from_str_radix(&code[at..at + 4], 16).ok())
            .collect();
        return String::from_utf16(&units?).ok();
    }
    let code =
        name.strip_prefix('u').filter(|code| (4..=6).contains(&code.len()) && digits(code))?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?).map(String::from)
}

/// The upper half of the encoding that Type 1 fonts have if they say nothing.
pub(super) fn standard(code: u8) -> Option<&'static str> {
    Some(match code {
        0x27 => "\u{2019}",
        0x60 => "\u{2018}",
        0xA1 => "\u{A1}",
        0xA2 => "\u{A2}",
        0xA3 => "\u{A3}",
        0xA4 => "\u{2044}",
        0xA5 => "\u{A5}",
        0xA7 => "\u{A7}",
        0xA9 => "'",
        0xAA => "\u{201C}",
        0xAB => "\u{AB}",
        0xAC => "\u{2039}",
        0xAD => "\u{203A}",
        0xAE => "fi",
        0xAF => "fl",
        0xB1 => "\u{2013}",
        0xB2 => "\u{2020}",
        0xB3 => "\u{2021}",
        0xB4 => "\u{B7}",
        0xB6 => "\u{B6}",
        0xB7 => "\u{2022}",
        0xB8 => "\u{201A}",
        0xB9 => "\u{201E}",
        0xBA => "\u{201D}",
        0xBB => "\u{BB}",
        0xBC => "\u{2026}",
        0xBF => "\u{BF}",
        0xD0 => "\u{2014}",
        0xE1 => "\u{C6}",
        0xE8 => "\u{141}",
        0xE9 => "\u{D8}",
        0xEA => "\u{152}",
        0xF1 => "\u{E6}",
        0xF5 => "\u{131}",
        0xF8 => "\u{142}",
        0xF9 => "\u{F8}",
        0xFA => "\u{153}",
        0xFB => "\u{DF}",
        _ => return None,
    })
}

/// About how wide a sign of a font is that says nothing of it, in thousandths of its size.
pub(super) fn usual_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' => 222.0,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | '\\' | 'f' | 't' | 'I' | '[' | ']'
        | '\u{2019}' | '\u{2018}' => 278.0,
        '(' | ')' | 'r' | '-' | '`' | '"' => 333.0,
        'm' => 833.0,
        'M' | 'W' | '%' | '@' => 880.0,
        'w' => 722.0,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500.0,
        'A'..='Z' => 690.0,
        _ => 556.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_which_characters_signs_are() {
        for (name, text) in [
            ("A", "A"),
            ("eacute", "\u{e9}"),
            ("Scaron", "\u{160}"),
            ("aring", "\u{e5}"),
            ("f_f_i", "ffi"),
            ("uni17A2", "\u{17A2}"),
            ("u1F600", "\u{1F600}"),
            ("quoteright", "\u{2019}"),
            ("a.sc", "a"),
        ] {
            assert_eq!(by_name(name).as_deref(), Some(text), "{name}");
        }
        assert_eq!(by_name("g123"), None);
        assert_eq!(by_name(".notdef"), None);
        assert_eq!(by_name("string"), None);
    }
}
