//! Numbers in words.

/// What a word says in a language (`en` or `fr`), from one to twenty, in French to sixteen.
pub fn spelt(word: &str, language: &str) -> Option<usize> {
    const EN: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const FR: &[&str] = &[
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize",
    ];
    let words = if language == "fr" { FR } else { EN };
    words.iter().position(|it| *it == word).map(|it| it + 1)
}
