//! The words of dates, in the languages that are read, and how a text is cut into them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::text;

/// What a word, a number or a sign is in a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, and with how many digits it was written.
    Number {
        value: u32,
        digits: usize,
    },
    Month(u32),
    Season(u32),
    /// Monday is 0.
    Weekday(u8),
    About,
    Perhaps,
    PerhapsAbout,
    Early,
    Mid,
    Late,
    From,
    To,
    Between,
    And,
    Since,
    Until,
    Before,
    After,
    /// The era of Thailand: 543 years more than the common one.
    Buddhist,
    /// The era of Cambodia, whose years do not begin in January.
    KhmerEra,
    Unknown,
    EndUnknown,
    BeginUnknown,
    Today,
    Yesterday,
    SomeDay,
    SomeMonth,
    SomeYear,
    Decade,
    Dash,
    Slash,
    Dot,
    /// A word that changes nothing.
    Filler,
}

/// Months in their order, each as it is written in English, French, Arabic (of the Levant, of Egypt
/// and of the Maghreb) and Khmer.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "يناير", "كانون الثاني", "جانفي", "មករា"],
    &["february", "feb", "février", "févr", "fev", "فبراير", "شباط", "فيفري", "កុម្ភៈ", "កុម្ភះ", "កុម្ភ"],
    &["march", "mar", "mars", "مارس", "آذار", "មីនា"],
    &["april", "apr", "avril", "avr", "أبريل", "ابريل", "نيسان", "أفريل", "មេសា"],
    &["may", "mai", "مايو", "أيار", "ماي", "ឧសភា"],
    &["june", "jun", "juin", "يونيو", "يونية", "حزيران", "جوان", "មិថុនា"],
    &["july", "jul", "juillet", "juil", "يوليو", "يولية", "تموز", "جويلية", "يوليوز", "កក្កដា"],
    &["august", "aug", "août", "أغسطس", "آب", "أوت", "غشت", "សីហា"],
    &["september", "sept", "sep", "septembre", "سبتمبر", "أيلول", "شتنبر", "កញ្ញា"],
    &["october", "oct", "octobre", "أكتوبر", "تشرين الأول", "តុលា"],
    &["november", "nov", "novembre", "نوفمبر", "تشرين الثاني", "نونبر", "វិច្ឆិកា"],
    &["december", "dec", "décembre", "ديسمبر", "كانون الأول", "دجنبر", "ធ្នូ"],
];

/// Spring, summer, autumn, winter. Cambodia does not name these.
const SEASONS: [&[&str]; 4] = [
    &["spring", "printemps", "ربيع"],
    &["summer", "été", "صيف"],
    &["autumn", "fall", "automne", "خريف"],
    &["winter", "hiver", "شتاء"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon", "lundi", "الاثنين", "ថ្ងៃច័ន្ទ"],
    &["tuesday", "tue", "tues", "mardi", "الثلاثاء", "ថ្ងៃអង្គារ"],
    &["wednesday", "wed", "mercredi", "الأربعاء", "ថ្ងៃពុធ"],
    &["thursday", "thu", "thurs", "jeudi", "الخميس", "ថ្ងៃព្រហស្បតិ៍"],
    &["friday", "fri", "vendredi", "الجمعة", "ថ្ងៃសុក្រ"],
    &["saturday", "sat", "samedi", "السبت", "ថ្ងៃសៅរ៍"],
    &["sunday", "sun", "dimanche", "الأحد", "ថ្ងៃអាទិត្យ"],
];

const OTHERS: &[(Token, &[&str])] = &[
    (
        Token::About,
        &[
            "about",
            "around",
            "circa",
            "ca",
            "c",
            "approximately",
            "approx",
            "roughly",
            "near",
            "sometime around",
            "some time around",
            "vers",
            "environ",
            "aux environs",
            "autour",
            "à peu près",
            "حوالي",
            "نحو",
            "قرابة",
            "تقريبا",
            "في حدود",
            "ប្រហែល",
            "ប្រមាណ",
            "ប្រហែលជា",
        ],
    ),
    (
        Token::Perhaps,
        &[
            "possibly",
            "perhaps",
            "maybe",
            "probably",
            "uncertain",
            "peut être",
            "possiblement",
            "probablement",
            "sans doute",
            "ربما",
            "محتمل",
            "من المحتمل",
            "يحتمل",
            "غير مؤكد",
            "អាចជា",
            "មិនប្រាកដ",
            "ប្រហែលជានៅ",
        ],
    ),
    (
        Token::Early,
        &[
            "early",
            "early in",
            "beginning of",
            "the beginning of",
            "start of",
            "the start of",
            "début",
            "au début",
            "أوائل",
            "مطلع",
            "بداية",
            "ដើម",
            "ដើមខែ",
            "ដើមឆ្នាំ",
        ],
    ),
    (
        Token::Mid,
        &[
            "mid",
            "middle of",
            "the middle of",
            "mi",
            "milieu",
            "au milieu",
            "منتصف",
            "أواسط",
            "ពាក់កណ្តាល",
            "ពាក់កណ្ដាល",
            "ពាក់កណ្តាលខែ",
            "ពាក់កណ្ដាលខែ",
        ],
    ),
    (
        Token::Late,
        &[
            "late",
            "late in",
            "end of",
            "the end of",
            "fin",
            "à la fin",
            "أواخر",
            "نهاية",
            "ចុង",
            "ចុងខែ",
            "ចុងឆ្នាំ",
        ],
    ),
    (Token::From, &["from", "من", "ពី", "ចាប់ពី"]),
    (Token::To, &["to", "through", "till", "à", "au", "إلى", "ដល់"]),
    (Token::Between, &["between", "entre", "بين", "ما بين", "រវាង", "ចន្លោះ"]),
    (Token::And, &["and", "et", "و", "និង"]),
    (
        Token::Since,
        &[
            "since",
            "depuis",
            "à partir",
            "à compter",
            "منذ",
            "ابتداء من",
            "اعتبارا من",
            "តាំងពី",
            "ចាប់តាំងពី",
        ],
    ),
    (
        Token::Until,
        &["until", "up to", "by", "jusqu à", "jusqu au", "jusqu en", "حتى", "لغاية", "រហូតដល់"],
    ),
    (Token::Before, &["before", "prior to", "avant", "قبل", "មុន"]),
    (Token::After, &["after", "après", "بعد", "ក្រោយ", "បន្ទាប់ពី"]),
    (Token::Buddhist, &["be", "b e", "buddhist era", "พ ศ", "พศ"]),
    (Token::KhmerEra, &["ព ស", "ពស", "ពុទ្ធសករាជ"]),
    (
        Token::Unknown,
        &[
            "unknown",
            "date unknown",
            "not known",
            "no date",
            "inconnu",
            "inconnue",
            "date inconnue",
            "مجهول",
            "غير معروف",
            "تاريخ مجهول",
            "តារាងមិនស្គាល់",
            "មិនស្គាល់",
            "មិនដឹង",
        ],
    ),
    (Token::EndUnknown, &["end unknown"]),
    (Token::BeginUnknown, &["beginning unknown"]),
    (Token::Today, &["today", "aujourd hui", "اليوم", "ថ្ងៃនេះ"]),
    (Token::Yesterday, &["yesterday", "hier", "أمس", "ម្សិលមិញ"]),
    (
        Token::SomeDay,
        &["a day in", "some day in", "a day of", "one day in", "un jour de", "un jour d", "يوم من"],
    ),
    (Token::SomeMonth, &["a month of", "a month in", "some month in", "un mois de", "شهر من"]),
    (Token::SomeYear, &["some year", "a year"]),
    (Token::Decade, &["s", "années", "les années"]),
    (
        Token::Filler,
        &[
            "the",
            "of",
            "in",
            "on",
            "at",
            "a",
            "an",
            "day",
            "month",
            "year",
            "ad",
            "ce",
            "a d",
            "c e",
            "st",
            "nd",
            "rd",
            "th",
            "le",
            "la",
            "les",
            "l",
            "d",
            "de",
            "du",
            "en",
            "mois",
            "jour",
            "an",
            "année",
            "er",
            "e",
            "شهر",
            "عام",
            "سنة",
            "يوم",
            "في",
            "م",
            "بتاريخ",
            "ថ្ងៃ",
            "ថ្ងៃទី",
            "ទី",
            "ខែ",
            "ឆ្នាំ",
            "គ ស",
            "គស",
            "នៅ",
            "ក្នុង",
            "នៅថ្ងៃ",
            "នៅក្នុង",
            "នៃ",
        ],
    ),
];

/// The longest phrase, in words.
const LONGEST: usize = 4;

static LEXICON: LazyLock<HashMap<String, Token>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    let mut add = |token: &Token, words: &[&str]| {
        for word in words {
            all.entry(text::fold(word)).or_insert_with(|| token.clone());
        }
    };
    for (number, words) in (1..).zip(MONTHS) {
        add(&Token::Month(number), words);
    }
    for (number, words) in (21..).zip(SEASONS) {
        add(&Token::Season(number), words);
    }
    for (number, words) in (0..).zip(WEEKDAYS) {
        add(&Token::Weekday(number), words);
    }
    for (token, words) in OTHERS {
        add(token, words);
    }
    all
});

fn is_khmer(c: char) -> bool {
    ('\u{1780}'..='\u{17FF}').contains(&c)
}

/// The digit that a character is, in the scripts that people here write.
fn digit(c: char) -> Option<u32> {
    // Each begins the ten digits of a script: Latin, Arabic, Persian, Khmer, Burmese, Thai, Lao,
    // Devanagari, Bengali, and the wide ones of East Asia.
    let zeros = [
        '0', '\u{660}', '\u{6F0}', '\u{17E0}', '\u{1040}', '\u{E50}', '\u{ED0}', '\u{966}',
        '\u{9E6}', '\u{FF10}',
    ];
    zeros
        .into_iter()
        .find_map(|zero| u32::from(c).checked_sub(u32::from(zero)).filter(|digit| *digit < 10))
}

/// A text in pieces, before words are looked up.
enum Piece {
    Word(String),
    Sign(Token),
}

fn pieces(typed: &str) -> Option<Vec<Piece>> {
    let characters: Vec<char> = typed.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(&c) = characters.get(at) {
        let next = characters.get(at + 1).copied();
        if digit(c).is_some() {
            let run: Vec<u32> = characters[at..].iter().map_while(|c| digit(*c)).collect();
            if run.len() > 6 {
                return None;
            }
            let value = run.iter().fold(0, |sum, digit| sum * 10 + digit);
            pieces.push(Piece::Sign(Token::Number { value, digits: run.len() }));
            at += run.len();
            continue;
        }
        let sign = match c {
            _ if text::is_hyphen(c) || c == '−' => Some(Token::Dash),
            '/' | '⁄' | '\\' => Some(Token::Slash),
            '.' if at > 0
                && digit(characters[at - 1]).is_some()
                && next.and_then(digit).is_some() =>
            {
                Some(Token::Dot)
            }
            '?' | '؟' => Some(Token::Perhaps),
            '~' | '≈' => Some(Token::About),
            '%' => Some(Token::PerhapsAbout),
            _ => None,
        };
        if let Some(sign) = sign {
            pieces.push(Piece::Sign(sign));
            at += 1;
        } else if c.is_alphabetic() || text::is_mark(c) || is_khmer(c) {
            let in_word = |c: &&char| {
                (c.is_alphabetic() || text::is_mark(**c) || is_khmer(**c)) && digit(**c).is_none()
            };
            let word: String = characters[at..].iter().take_while(in_word).collect();
            at += word.chars().count();
            if word.chars().all(is_khmer) {
                khmer(&text::fold(&word), &mut pieces)?;
            } else {
                let folded = text::fold(&word);
                if !folded.is_empty() {
                    pieces.push(Piece::Word(folded));
                }
            }
        } else if c.is_whitespace()
            || text::is_apostrophe(c)
            || "().,،;؛:[]\"«»“”។៖\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2066}\u{2067}\u{2068}\u{2069}"
                .contains(c)
        {
            at += 1;
        } else {
            return None;
        }
    }
    Some(pieces)
}

/// Khmer is written without spaces: the longest word that is known, then the next.
fn khmer(mut run: &str, pieces: &mut Vec<Piece>) -> Option<()> {
    while !run.is_empty() {
        let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
        let found = ends.into_iter().rev().find(|end| LEXICON.contains_key(&run[..*end]));
        if let Some(end) = found {
            pieces.push(Piece::Word(run[..end].to_owned()));
            run = &run[end..];
        } else if run.chars().count() == 1 {
            // A letter of an abbreviation.
            pieces.push(Piece::Word(run.to_owned()));
            return Some(());
        } else {
            return None;
        }
    }
    Some(())
}

/// The token of a word, or those of two that are written as one: `وأيلول`, `الربيع`.
fn of_word(word: &str) -> Option<Vec<Token>> {
    if let Some(token) = LEXICON.get(word) {
        return Some(vec![token.clone()]);
    }
    if let Some(rest) = word.strip_prefix('و') {
        let mut all = vec![Token::And];
        all.extend(of_word(rest)?);
        return Some(all);
    }
    word.strip_prefix("ال").and_then(of_word)
}

/// What a text is made of, without what changes nothing; nothing, where a word is not known.
pub(super) fn tokens(typed: &str) -> Option<Vec<Token>> {
    let pieces = pieces(typed)?;
    let mut all = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let word = match &pieces[at] {
            Piece::Sign(token) => {
                all.push(token.clone());
                at += 1;
                continue;
            }
            Piece::Word(word) => word,
        };
        // The longest phrase that begins here; its words may be joined by hyphens.
        let mut phrase = None;
        let (mut said, mut words) = (word.clone(), 1);
        for (more, piece) in pieces[at + 1..].iter().enumerate() {
            match piece {
                Piece::Word(next) if words < LONGEST => {
                    said = format!("{said} {next}");
                    words += 1;
                    if let Some(token) = LEXICON.get(&said) {
                        phrase = Some((more + 2, token));
                    }
                }
                Piece::Sign(Token::Dash) => {}
                _ => break,
            }
        }
        if let Some((count, token)) = phrase {
            all.push(token.clone());
            at += count;
        } else {
            all.extend(of_word(word)?);
            at += 1;
        }
    }
    all.retain(|token| *token != Token::Filler);
    Some(tidied(all))
}

/// Months that are named twice, as the United Nations do in Arabic, count once; `mid-September` has
/// no dash that means anything.
fn tidied(all: Vec<Token>) -> Vec<Token> {
    let mut tidy: Vec<Token> = Vec::with_capacity(all.len());
    for token in all {
        match (tidy.as_slice(), &token) {
            ([.., Token::Early | Token::Mid | Token::Late], Token::Dash) => {}
            ([.., Token::Month(one), Token::Slash], Token::Month(two)) if one == two => {
                tidy.pop();
            }
            _ => tidy.push(token),
        }
    }
    tidy
}
