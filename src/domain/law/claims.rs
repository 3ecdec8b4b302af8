//! What an English text claims of law: that a state has signed an instrument, or is a party to it.
//!
//! A claim is an instrument's name and words of signing or joining in one sentence. What is negated
//! or only asked for ("has not ratified", "should ratify") is none.

use crate::domain::ClaimedStatus;

/// A claim in a text. Offsets count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The code of the instrument.
    pub instrument: String,
    pub claimed: ClaimedStatus,
    /// The passage from the words of joining to the name, or the other way round.
    pub start: usize,
    pub end: usize,
}

/// How far words of joining may stand from the name that they are about, in characters.
const NEAR: usize = 120;

/// What the instruments that come with the program are also called, in lower case.
const NAMES: [(&str, &str); 30] = [
    ("ICCPR", "covenant on civil and political rights"),
    ("ICESCR", "covenant on economic, social and cultural rights"),
    ("ICESCR", "covenant on economic social and cultural rights"),
    ("ICERD", "elimination of all forms of racial discrimination"),
    ("CEDAW", "elimination of all forms of discrimination against women"),
    ("CEDAW", "elimination of discrimination against women"),
    ("CAT", "convention against torture"),
    ("OPCAT", "optional protocol to the convention against torture"),
    ("CRC", "convention on the rights of the child"),
    ("CRPD", "convention on the rights of persons with disabilities"),
    ("CPED", "protection of all persons from enforced disappearance"),
    ("CPED", "convention on enforced disappearance"),
    ("ICMW", "convention on migrant workers"),
    ("ICMW", "rights of all migrant workers and members of their families"),
    ("ROME", "rome statute"),
    ("GENOCIDE", "genocide convention"),
    ("REFUGEE-1951", "refugee convention"),
    ("REFUGEE-1951", "convention relating to the status of refugees"),
    ("REFUGEE-1967P", "protocol relating to the status of refugees"),
    ("UDHR", "universal declaration of human rights"),
    ("ECHR", "european convention on human rights"),
    ("ACHR", "american convention on human rights"),
    ("ACHPR", "african charter on human and peoples"),
    ("ARAB-CHARTER", "arab charter on human rights"),
    ("AHRD", "asean human rights declaration"),
    ("UN_HRD_DECL", "declaration on human rights defenders"),
    ("PARIS-1991", "paris peace accords"),
    ("PARIS-1991", "paris peace agreement"),
    ("ICCPR-OP1", "first optional protocol to the iccpr"),
    ("ICCPR-OP2", "second optional protocol to the iccpr"),
];

/// Words of joining, in lower case.
const WORDS: [(&str, ClaimedStatus); 16] = [
    ("signatory", ClaimedStatus::Signatory),
    ("signatories", ClaimedStatus::Signatory),
    ("has signed", ClaimedStatus::Signatory),
    ("have signed", ClaimedStatus::Signatory),
    ("signed the", ClaimedStatus::Signatory),
    ("state party", ClaimedStatus::Party),
    ("states party", ClaimedStatus::Party),
    ("state parties", ClaimedStatus::Party),
    ("states parties", ClaimedStatus::Party),
    ("a party to", ClaimedStatus::Party),
    ("is party to", ClaimedStatus::Party),
    ("are parties to", ClaimedStatus::Party),
    ("ratified", ClaimedStatus::Party),
    ("acceded", ClaimedStatus::Party),
    ("bound by", ClaimedStatus::Party),
    ("is bound under", ClaimedStatus::Party),
];

/// Words before those of joining that make them no claim.
const DENIALS: [&str; 8] =
    ["not ", "n't ", "n’t ", "never ", "yet to ", "should ", "must ", "until it "];

/// The claims of a text about instruments, each given by its code and title, in the order of the
/// text; of several about one instrument, the first of each kind.
pub fn claims(text: &str, instruments: &[(&str, &str)]) -> Vec<Claim> {
    let original: Vec<char> = text.chars().collect();
    // One for one, so that offsets stay.
    let folded: Vec<char> =
        original.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
    let names = names(instruments);
    let mut found: Vec<Claim> = Vec::new();
    for (from, to) in sentences(&original) {
        let words = joining(&folded[from..to]);
        if words.is_empty() {
            continue;
        }
        for name in mentions(&original[from..to], &folded[from..to], &names) {
            let distance = |word: &Word| {
                if word.end <= name.start {
                    name.start - word.end
                } else {
                    word.start.saturating_sub(name.end)
                }
            };
            let Some(word) = words.iter().min_by_key(|word| distance(word)) else { continue };
            if distance(word) > NEAR || word.denied {
                continue;
            }
            let claim = Claim {
                instrument: name.code.to_owned(),
                claimed: word.claimed,
                start: from + name.start.min(word.start),
                end: from + name.end.max(word.end),
            };
            let is_known =
                |it: &Claim| it.instrument == claim.instrument && it.claimed == claim.claimed;
            if !found.iter().any(is_known) {
                found.push(claim);
            }
        }
    }
    found
}

/// A name to look for.
struct Name<'n> {
    code: &'n str,
    letters: Vec<char>,
    /// Codes are found as they are written; other names whatever their case.
    exact: bool,
}

fn names<'n>(instruments: &[(&'n str, &str)]) -> Vec<Name<'n>> {
    let mut all = Vec::new();
    for (code, title) in instruments {
        // Two letters, or a word of every language, are found where nobody means them.
        if code.len() > 2 && !code.contains("ROME") && !code.contains("GENOCIDE") {
            all.push(Name { code, letters: code.chars().collect(), exact: true });
        }
        let mut other = |name: &str| {
            let letters: Vec<char> = name.chars().filter_map(|c| c.to_lowercase().next()).collect();
            if letters.len() > 8 {
                all.push(Name { code, letters, exact: false });
            }
        };
        other(title);
        NAMES.iter().filter(|it| it.0 == *code).for_each(|it| other(it.1));
    }
    // The longest first: the protocol to a convention is not the convention.
    all.sort_by_key(|it| std::cmp::Reverse(it.letters.len()));
    all
}

/// Where a name stands in a sentence.
struct Mention<'n> {
    code: &'n str,
    start: usize,
    end: usize,
}

fn mentions<'n>(original: &[char], folded: &[char], names: &[Name<'n>]) -> Vec<Mention<'n>> {
    let mut found: Vec<Mention<'n>> = Vec::new();
    for name in names {
        let text = if name.exact { original } else { folded };
        for start in places(text, &name.letters) {
            let end = start + name.letters.len();
            let is_free = found.iter().all(|it| end <= it.start || it.end <= start);
            if is_free && !is_of_protocol(folded, start) {
                found.push(Mention { code: name.code, start, end });
            }
        }
    }
    found.sort_by_key(|it| it.start);
    found
}

/// Whether what begins at `start` is named as that to which a protocol belongs.
fn is_of_protocol(folded: &[char], start: usize) -> bool {
    let before: String = folded[start.saturating_sub(45)..start].iter().collect();
    before.contains("protocol to the ") || before.contains("protocols to the ")
}

struct Word {
    claimed: ClaimedStatus,
    start: usize,
    end: usize,
    denied: bool,
}

fn joining(folded: &[char]) -> Vec<Word> {
    let mut found = Vec::new();
    for (word, claimed) in WORDS {
        let letters: Vec<char> = word.chars().collect();
        for start in places(folded, &letters) {
            let before: String = folded[start.saturating_sub(16)..start].iter().collect();
            let denied = DENIALS.iter().any(|it| before.contains(it));
            found.push(Word { claimed, start, end: start + letters.len(), denied });
        }
    }
    found
}

/// Where letters stand in a text, as whole words.
fn places(text: &[char], letters: &[char]) -> Vec<usize> {
    let is_edge = |at: Option<&char>| at.is_none_or(|c| !c.is_alphanumeric() && *c != '-');
    let all = text.windows(letters.len().max(1)).enumerate();
    all.filter(|(at, window)| {
        *window == letters
            && is_edge(at.checked_sub(1).and_then(|before| text.get(before)))
            && is_edge(text.get(at + letters.len()))
    })
    .map(|(at, _)| at)
    .collect()
}

/// The sentences of a text: from, to. A full stop after a single letter ends none ("U.N. treaty").
fn sentences(text: &[char]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut begun = 0;
    for (at, c) in text.iter().enumerate() {
        let is_abbreviation = *c == '.'
            && at > 0
            && text[at - 1].is_alphabetic()
            && at.checked_sub(2).is_none_or(|before| !text[before].is_alphanumeric());
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' => {
                !is_abbreviation && text.get(at + 1).is_none_or(|next| next.is_whitespace())
            }
            _ => false,
        };
        if ends {
            all.push((begun, at + 1));
            begun = at + 1;
        }
    }
    if begun < text.len() {
        all.push((begun, text.len()));
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const INSTRUMENTS: [(&str, &str); 5] = [
        ("ICCPR", "International Covenant on Civil and Political Rights"),
        (
            "CAT",
            "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        ),
        (
            "OPCAT",
            "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        ),
        ("UDHR", "Universal Declaration of Human Rights"),
        ("ROME", "Rome Statute of the International Criminal Court"),
    ];

    fn found(text: &str) -> Vec<String> {
        let quote = |it: &Claim| -> String {
            text.chars().skip(it.start).take(it.end - it.start).collect()
        };
        claims(text, &INSTRUMENTS)
            .iter()
            .map(|it| format!("{} {}: {}", it.instrument, it.claimed, quote(it)))
            .collect()
    }

    #[test]
    fn a_sentence_that_names_an_instrument_and_joining_makes_a_claim() {
        assert_eq!(
            found(
                "As a signatory to the International Covenant on Civil and Political Rights (ICCPR), it must."
            ),
            [
                "ICCPR signatory: signatory to the International Covenant on Civil and Political Rights"
            ]
        );
        assert_eq!(
            found("ខ្មែរ: The state ratified the CAT in 1992. The UDHR is older."),
            ["CAT party: ratified the CAT"]
        );
        assert_eq!(
            found(
                "It signed the Rome Statute, and is a state party to the Convention against Torture."
            ),
            [
                "ROME signatory: signed the Rome Statute",
                "CAT party: state party to the Convention against Torture"
            ]
        );
    }

    #[test]
    fn what_is_denied_asked_for_or_of_another_sentence_is_no_claim() {
        for text in [
            "It has not ratified the ICCPR.",
            "The government should become a party; it must have ratified the CAT by then.",
            "It has ratified much. The ICCPR protects assembly.",
            "It ratified the Optional Protocol to the ICCPR.",
            "The category CATS and the iccpr-like text were ratified.",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(
            found("It ratified the Optional Protocol to the Convention against Torture."),
            ["OPCAT party: ratified the Optional Protocol to the Convention against Torture"]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_offsets_lie_in_it(text in "(signatory|ratified|ICCPR| |CAT|rome statute|ខ្មែរ|İ|[.!?\n]|\\PC){0,60}") {
            let length = text.chars().count();
            for claim in claims(&text, &INSTRUMENTS) {
                prop_assert!(claim.start < claim.end && claim.end <= length);
            }
        }
    }
}
