//! Which language a text is in: by its script, or by its small words.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words → languages that have them.
static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    let lines =
        include_str!("../reference/intake/languages.txt").lines().filter(|it| !it.starts_with('#'));
    for (language, list) in lines.filter_map(|line| line.split_once('|')) {
        for word in list.split(',') {
            words.entry(word.trim()).or_default().push(language.trim());
        }
    }
    words
});

/// The script of a letter, as the language that is most often written in it.
const fn script(c: char) -> Option<&'static str> {
    match c {
        '\u{1780}'..='\u{17FF}' => Some("km"),
        '\u{1000}'..='\u{109F}' => Some("my"),
        '\u{0E00}'..='\u{0E7F}' => Some("th"),
        '\u{0E80}'..='\u{0EFF}' => Some("lo"),
        '\u{0600}'..='\u{06FF}' => Some("ar"),
        '\u{0400}'..='\u{04FF}' => Some("ru"),
        '\u{0590}'..='\u{05FF}' => Some("he"),
        '\u{0370}'..='\u{03FF}' => Some("el"),
        '\u{0900}'..='\u{097F}' => Some("hi"),
        '\u{0980}'..='\u{09FF}' => Some("bn"),
        '\u{0B80}'..='\u{0BFF}' => Some("ta"),
        '\u{0D80}'..='\u{0DFF}' => Some("si"),
        '\u{1200}'..='\u{137F}' => Some("am"),
        '\u{10A0}'..='\u{10FF}' => Some("ka"),
        '\u{0530}'..='\u{058F}' => Some("hy"),
        '\u{AC00}'..='\u{D7AF}' => Some("ko"),
        '\u{3040}'..='\u{30FF}' => Some("ja"),
        '\u{4E00}'..='\u{9FFF}' => Some("zh"),
        _ => None,
    }
}

/// The language of a text (BCP 47), if it shows one.
pub fn detect(body: &str) -> Option<String> {
    let mut scripts: HashMap<&str, usize> = HashMap::new();
    let mut latin = 0;
    for c in body.chars().filter(|c| c.is_alphabetic()) {
        match script(c) {
            Some(language) => *scripts.entry(language).or_default() += 1,
            None => latin += 1,
        }
    }
    if let Some((language, count)) = scripts.into_iter().max_by_key(|it| (it.1, it.0))
        && count > latin
    {
        return Some(language.to_owned());
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut all = 0;
    for word in body.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()) {
        all += 1;
        for language in WORDS.get(word.to_lowercase().as_str()).into_iter().flatten() {
            *counts.entry(language).or_default() += 1;
        }
    }
    let (language, count) = counts.into_iter().max_by_key(|it| (it.1, std::cmp::Reverse(it.0)))?;
    // A few words of one language in a list of names say nothing.
    (count * 25 >= all).then(|| language.to_owned())
}
