//! Forms of verbs.

use std::collections::HashMap;

/// Which form of a verb a word is; a word may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of its own")]
pub struct Form {
    pub base: bool,
    pub third: bool,
    pub past: bool,
    pub participle: bool,
    pub ing: bool,
}

/// The verbs that are not regular, by their base.
#[derive(Debug, Default)]
pub struct Verbs {
    irregular: HashMap<String, Vec<(String, Form)>>,
    french: bool,
}

const BASE: Form = Form { base: true, third: false, past: false, participle: false, ing: false };
const THIRD: Form = Form { third: true, base: false, ..BASE };
const PAST: Form = Form { past: true, base: false, ..BASE };
const PARTICIPLE: Form = Form { participle: true, base: false, ..BASE };
const ING: Form = Form { ing: true, base: false, ..BASE };

impl Verbs {
    pub fn of(language: &str, file: &str) -> Self {
        let french = language == "fr";
        let mut irregular: HashMap<String, Vec<(String, Form)>> = HashMap::new();
        for line in file.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'))
        {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let Some(base) = parts.first() else { continue };
            let mut forms = vec![((*base).to_owned(), BASE)];
            if french {
                for form in parts
                    .get(1)
                    .unwrap_or(&"")
                    .split(',')
                    .map(str::trim)
                    .filter(|it| !it.is_empty())
                {
                    forms.push((form.to_owned(), french_form(form)));
                }
            } else {
                for (at, form) in [(1, THIRD), (2, PAST), (3, PARTICIPLE), (4, ING)] {
                    for word in parts
                        .get(at)
                        .unwrap_or(&"")
                        .split(['/', ','])
                        .map(str::trim)
                        .filter(|it| !it.is_empty())
                    {
                        forms.push((word.to_owned(), form));
                    }
                }
            }
            irregular.insert((*base).to_owned(), forms);
        }
        Self { irregular, french }
    }

    /// The forms of a verb, one word each, folded as the text is by whoever compares them.
    pub fn forms(&self, base: &str) -> Vec<(String, Form)> {
        if let Some(forms) = self.irregular.get(base) {
            return merged(forms);
        }
        if self.french {
            return merged(&french(base));
        }
        merged(&english(base))
    }

    /// All forms of the verbs that are not regular.
    pub fn all_irregular(&self) -> impl Iterator<Item = String> {
        self.irregular.values().flatten().map(|it| it.0.clone())
    }

    /// All forms of a verb as words; of a phrase, of its first word.
    pub fn all_forms(&self, phrase: &str) -> Vec<String> {
        let (verb, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        self.forms(verb)
            .into_iter()
            .map(|(form, _)| format!("{form} {rest}").trim().to_owned())
            .collect()
    }
}

fn merged(forms: &[(String, Form)]) -> Vec<(String, Form)> {
    let mut all: Vec<(String, Form)> = Vec::new();
    for (word, form) in forms {
        if let Some((_, known)) = all.iter_mut().find(|it| it.0 == *word) {
            known.base |= form.base;
            known.third |= form.third;
            known.past |= form.past;
            known.participle |= form.participle;
            known.ing |= form.ing;
        } else {
            all.push((word.clone(), *form));
        }
    }
    all
}

fn english(base: &str) -> Vec<(String, Form)> {
    let consonant_y = base.ends_with('y') && !base.ends_with(['a', 'e', 'i', 'o', 'u']) && {
        let before = base.chars().rev().nth(1);
        before.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
    };
    let stem = base.strip_suffix('e').unwrap_or(base);
    let (third, past) = if consonant_y {
        let stem = base.strip_suffix('y').unwrap_or(base);
        (format!("{stem}ies"), format!("{stem}ied"))
    } else if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") {
        (format!("{base}es"), format!("{base}ed"))
    } else {
        (format!("{base}s"), format!("{stem}ed"))
    };
    let ing = if base.ends_with("ee") { format!("{base}ing") } else { format!("{stem}ing") };
    vec![
        (base.to_owned(), BASE),
        (third, THIRD),
        (past.clone(), PAST),
        (past, PARTICIPLE),
        (ing, ING),
    ]
}

/// What a French form may be, by its end.
fn french_form(form: &str) -> Form {
    if form.ends_with("ant") {
        return ING;
    }
    let is_participle = [
        "é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "û", "t", "te",
        "ts", "tes", "s", "se", "ses",
    ]
    .iter()
    .any(|end| form.ends_with(end))
        && !["ait", "ent", "aient", "ont", "ait", "ât"].iter().any(|end| form.ends_with(end));
    Form {
        past: !["é", "ée", "és", "ées"].iter().any(|end| form.ends_with(end)),
        participle: is_participle,
        ..PARTICIPLE
    }
}

fn french(base: &str) -> Vec<(String, Form)> {
    let mut all = vec![(base.to_owned(), BASE)];
    let mut add = |stem: &str, ends: &[&str], form: Form| {
        all.extend(ends.iter().map(|end| (format!("{stem}{end}"), form)));
    };
    if let Some(stem) = base.strip_suffix("er") {
        let soft = if stem.ends_with('g') {
            format!("{stem}e")
        } else if let Some(it) = stem.strip_suffix('c') {
            format!("{it}ç")
        } else {
            stem.to_owned()
        };
        add(stem, &["e", "ent", "era", "eront", "erait", "eraient", "èrent"], PAST);
        add(&soft, &["ait", "aient", "a"], PAST);
        add(stem, &["é", "ée", "és", "ées"], PARTICIPLE);
        add(&soft, &["ant"], ING);
    } else if let Some(stem) = base.strip_suffix("ir") {
        add(stem, &["it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait"], PAST);
        add(stem, &["i", "ie", "is", "ies"], PARTICIPLE);
        add(stem, &["issant"], ING);
    } else if let Some(stem) = base.strip_suffix("re") {
        add(stem, &["", "ent", "ait", "aient", "it", "irent", "ra", "ront", "rait"], PAST);
        add(stem, &["u", "ue", "us", "ues"], PARTICIPLE);
        add(stem, &["ant"], ING);
    }
    all
}
