//! What was typed, as the JSON that the API takes; and a record, as if it had been typed.

use serde_json::{Map, Value, json};

use super::{Field, Input, Part, Typed};
use crate::domain::{Country, Edtf, date_words, text};
use crate::error::FieldError;
use crate::pages::visit::{OWN, Pairs};

impl Typed {
    /// What a form sent. Fields of ours are left out, except those that stand beside a link.
    pub fn of(sent: &Pairs) -> Self {
        let mut typed = Self::default();
        for (name, value) in sent {
            if name.starts_with(OWN) {
                continue;
            }
            // A browser ends lines of a text field as forms do: with CR LF.
            let value = value.replace("\r\n", "\n");
            typed.values.entry(name.clone()).or_default().push(value);
        }
        typed
    }

    /// The JSON that the parts make of what was typed. What is wrong with it is added to the errors,
    /// at the pointers of the JSON; [`Self::at_fields`] moves them to the fields.
    pub fn read(&mut self, parts: &[Part], is_new: bool) -> (Value, Rows) {
        let mut reader = Reader { typed: self, errors: Vec::new(), rows: Rows::default(), is_new };
        let mut fields = Map::new();
        reader.parts(parts, "", "", &mut fields);
        let Reader { errors, rows, .. } = reader;
        self.errors.extend(errors);
        (Value::Object(fields), rows)
    }

    /// Takes over what casework says is wrong, whose pointers are those of the JSON.
    pub fn refuse(&mut self, errors: Vec<FieldError>, rows: &Rows) {
        for FieldError { pointer, message } in errors {
            let name = self.field_of(&rows.name_of(pointer.trim_start_matches('/')));
            self.errors.push(FieldError { pointer: name, message });
        }
    }

    /// The field in which was typed what a name is about: it, or the one that it is made from.
    fn field_of(&self, name: &str) -> String {
        if let Some((before, rest)) = name.split_once("/statement/") {
            // A new source is described beside the link to one, or above all events.
            let described =
                [format!("{before}/new_statement/{rest}"), format!("source/new_statement/{rest}")];
            if let Some(known) = described.into_iter().find(|it| self.values.contains_key(it)) {
                return known;
            }
        }
        let mut near = name;
        loop {
            let only = format!("{near}/{}", super::ONLY);
            match [near, only.as_str()].into_iter().find(|it| self.values.contains_key(*it)) {
                Some(known) => return known.to_owned(),
                None => match near.rsplit_once('/') {
                    Some((above, _)) => near = above,
                    None => return name.to_owned(),
                },
            }
        }
    }

    /// A record, as somebody would have typed it.
    pub fn of_input(parts: &[Part], input: &Value) -> Self {
        let mut typed = Self::default();
        fill(&mut typed, parts, "", input);
        typed
    }
}

/// Which row of the form became which row of the JSON, where empty ones were left out.
#[derive(Debug, Default)]
pub struct Rows(Vec<(String, String)>);

impl Rows {
    /// The name of the field that a pointer, without its first slash, is about.
    pub fn name_of(&self, pointer: &str) -> String {
        let known = self.0.iter().rev().find(|(of_json, _)| {
            pointer == of_json
                || pointer.strip_prefix(of_json).is_some_and(|it| it.starts_with('/'))
        });
        known.map_or_else(
            || pointer.to_owned(),
            |(of_json, of_form)| format!("{of_form}{}", &pointer[of_json.len()..]),
        )
    }
}

struct Reader<'t> {
    typed: &'t Typed,
    errors: Vec<FieldError>,
    rows: Rows,
    is_new: bool,
}

fn joined(below: &str, name: &str) -> String {
    if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") }
}

impl Reader<'_> {
    /// `below`: the name in the form; `at`: the pointer in the JSON.
    fn parts(&mut self, parts: &[Part], below: &str, at: &str, fields: &mut Map<String, Value>) {
        for part in parts {
            match part {
                Part::Field(field) => {
                    let name = joined(below, field.name);
                    let value = self.field(*field, &name);
                    if let Some(value) = value {
                        fields.insert(field.name.to_owned(), value);
                    } else if !self.is_new
                        && !matches!(field.input, Input::Hidden | Input::Map)
                        && at.is_empty()
                    {
                        // In a merge patch, what was emptied must be said.
                        fields.insert(field.name.to_owned(), Value::Null);
                    }
                }
                Part::These(parts) | Part::More { parts, .. } => {
                    self.parts(parts, below, at, fields);
                }
                Part::Below { name, parts } => {
                    let (of_form, of_json) = (joined(below, name), joined(at, name));
                    if self.typed.is_filled(&of_form) {
                        let mut inner = Map::new();
                        self.parts(parts, &of_form, &of_json, &mut inner);
                        fields.insert((*name).to_owned(), Value::Object(inner));
                    }
                }
                Part::Many { name, parts, .. } => {
                    let (of_form, of_json) = (joined(below, name), joined(at, name));
                    let mut items = Vec::new();
                    for row in 0..self.typed.rows(&of_form) {
                        let of_row = format!("{of_form}/{row}");
                        if !self.typed.is_filled(&of_row) {
                            continue;
                        }
                        let at = format!("{of_json}/{}", items.len());
                        let mut inner = Map::new();
                        self.parts(parts, &of_row, &at, &mut inner);
                        self.rows.0.push((at, of_row));
                        items.push(Value::Object(inner));
                    }
                    if !(items.is_empty() && self.is_new) {
                        fields.insert((*name).to_owned(), Value::Array(items));
                    }
                }
            }
        }
    }

    fn field(&mut self, field: Field, name: &str) -> Option<Value> {
        let typed = self.typed;
        let text = typed.value(name).trim();
        if field.input == Input::Map {
            return None;
        }
        if let Input::Set(_) = field.input {
            let all = typed.values.get(name).map(Vec::as_slice).unwrap_or_default();
            let all: Vec<_> = all.iter().filter(|it| !it.is_empty()).collect();
            return Some(json!(all)).filter(|_| !(all.is_empty() && self.is_new));
        }
        if let Input::Flag = field.input {
            return Some(Value::Bool(!text.is_empty()));
        }
        if text.is_empty() {
            if field.is_required {
                self.errors.push(FieldError::new(name, "is required"));
            }
            return match field.input {
                Input::Tags | Input::Countries if !self.is_new => Some(json!([])),
                _ => None,
            };
        }
        let read = match field.input {
            Input::Count => western(text)
                .replace([',', ' ', '\u{a0}', '\u{202f}', '٬'], "")
                .parse::<u32>()
                .map(|count| json!(count))
                .map_err(|_| {
                    format!("'{text}' is not a whole number; leave it empty if it is not known")
                }),
            Input::Degrees => western(text)
                .replace('٫', ".")
                .parse::<f64>()
                .map(|degrees| json!(degrees))
                .map_err(|_| format!("'{text}' is not a number of degrees, such as 11.5564")),
            Input::Countries => countries(text).map(|codes| json!(codes)),
            Input::Tags => {
                let words = text.split([',', '،']).map(str::trim).filter(|it| !it.is_empty());
                Ok(json!(words.collect::<Vec<_>>()))
            }
            // White space at the ends of a statement's text is part of it.
            Input::Passage(_) => Ok(json!(typed.value(name))),
            _ => Ok(json!(text)),
        };
        read.map_err(|message| self.errors.push(FieldError::new(name, message))).ok()
    }
}

/// Digits of other scripts, as those that programs read.
fn western(text: &str) -> String {
    let digit = |sign: char| {
        // Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese, Khmer.
        let zeros = ['٠', '۰', '०', '০', '๐', '໐', '၀', '០'];
        let value = zeros.iter().find_map(|zero| {
            u32::from(sign).checked_sub(u32::from(*zero)).filter(|value| *value < 10)
        });
        value.and_then(|value| char::from_digit(value, 10)).unwrap_or(sign)
    };
    text.chars().map(digit).collect()
}

/// Countries by name or code, with commas. A name with a comma in it is written by its code.
fn countries(text: &str) -> Result<Vec<String>, String> {
    text.split([',', '،', ';'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(|it| {
            Country::named(it).map(|country| country.as_str().to_owned()).ok_or_else(|| {
                format!("'{it}' is no country; write its name or its three letters, such as KHM")
            })
        })
        .collect()
}

fn fill(typed: &mut Typed, parts: &[Part], below: &str, input: &Value) {
    for part in parts {
        match part {
            Part::Field(field) => {
                let name = joined(below, field.name);
                match (&input[field.name], field.input) {
                    (Value::Null | Value::Object(_) | Value::Bool(false), _) => {}
                    (Value::Bool(true), _) => typed.set(name, "yes"),
                    (Value::Array(items), Input::Set(_)) => {
                        let items = items.iter().filter_map(|it| it.as_str().map(str::to_owned));
                        typed.values.insert(name, items.collect());
                    }
                    (Value::Array(items), _) => {
                        let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                        typed.set(name, items.join(", "));
                    }
                    (Value::String(text), _) => typed.set(name, text.as_str()),
                    (Value::Number(number), _) => typed.set(name, number.to_string()),
                }
            }
            Part::These(parts) | Part::More { parts, .. } => fill(typed, parts, below, input),
            Part::Below { name, parts } => fill(typed, parts, &joined(below, name), &input[*name]),
            Part::Many { name, parts, .. } => {
                let items = input[*name].as_array().map(Vec::as_slice).unwrap_or_default();
                for (row, item) in items.iter().enumerate() {
                    if let Some(only) = item.as_str() {
                        // A row that is nothing but a link.
                        typed.set(format!("{}/{row}/{}", joined(below, name), super::ONLY), only);
                        continue;
                    }
                    fill(typed, parts, &format!("{}/{row}", joined(below, name)), item);
                }
            }
        }
    }
}

/// Puts dates as they are kept in the place of dates as people write them. What is not understood is
/// said at its field.
pub fn understand_dates(typed: &mut Typed, parts: &[Part], today: chrono::NaiveDate) {
    let mut fields = Vec::new();
    date_fields(typed, parts, "", &mut fields);
    for (name, input) in fields {
        let understood = match date_words::read(typed.value(&name), today) {
            Ok(Some(date)) if input == Input::Day && !is_a_day(&date) => {
                let said = "must be one whole day, such as 26 November 2017; leave it empty if it is not known";
                Err(said.to_owned())
            }
            Ok(Some(date)) => Ok(date.to_string()),
            Ok(None) => Ok(String::new()),
            Err(error) => Err(error.to_string()),
        };
        match understood {
            Ok(kept) => typed.set(name, kept),
            Err(message) => typed.errors.push(FieldError::new(name, message)),
        }
    }
}

fn is_a_day(date: &Edtf) -> bool {
    date.earliest().is_some_and(|day| day.to_string() == date.as_str())
}

/// The filled fields of dates, with how exact they must be.
fn date_fields(typed: &Typed, parts: &[Part], below: &str, all: &mut Vec<(String, Input)>) {
    for part in parts {
        match part {
            Part::Field(Field { name, input: input @ (Input::Date | Input::Day), .. }) => {
                let name = joined(below, name);
                if !typed.value(&name).trim().is_empty() {
                    all.push((name, *input));
                }
            }
            Part::Field(_) => {}
            Part::These(parts) | Part::More { parts, .. } => date_fields(typed, parts, below, all),
            Part::Below { name, parts } => date_fields(typed, parts, &joined(below, name), all),
            Part::Many { name, parts, .. } => {
                let rows = joined(below, name);
                for row in 0..typed.rows(&rows) {
                    date_fields(typed, parts, &format!("{rows}/{row}"), all);
                }
            }
        }
    }
}

/// Text without what would make two names of one.
pub fn same_name(one: &str, other: &str) -> bool {
    text::fold(one) == text::fold(other)
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, field, needed};
    use super::*;
    use proptest::prelude::*;

    const ROW: &[Part] = &[needed("role", Input::Choice("role")), field("count", Input::Count)];
    const PARTS: &[Part] = &[
        needed("title", Input::Line),
        field("tags", Input::Tags),
        field("protected", Input::Flag),
        Part::More { heading: "more", parts: &[field("note", Input::Passage(3))] },
        Part::Many { name: "rows", parts: ROW, blank: 1, layout: Layout::Lines },
        Part::Below { name: "statement", parts: &[field("title", Input::Line)] },
    ];

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::of(&pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    #[test]
    fn what_is_typed_becomes_what_the_api_takes() {
        let mut form = typed(&[
            ("~csrf", "x"),
            ("title", " A title "),
            ("tags", "one, two,,"),
            ("protected", "yes"),
            ("note", "line\r\nline"),
            ("rows/0/role", ""),
            ("rows/1/role", "target"),
            ("rows/1/count", "1,200"),
        ]);
        let (value, rows) = form.read(PARTS, true);
        assert_eq!(form.errors, []);
        assert_eq!(
            value,
            json!({"title": "A title", "tags": ["one", "two"], "protected": true,
                "note": "line\nline", "rows": [{"role": "target", "count": 1200}]})
        );
        // The row that was left empty is counted in the form, not in the JSON.
        assert_eq!(rows.name_of("rows/0/role"), "rows/1/role");
        assert_eq!(rows.name_of("title"), "title");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let mut form = typed(&[("rows/3/count", "several")]);
        let (_, rows) = form.read(PARTS, true);
        let names: Vec<_> = form.errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(names, ["title", "rows/3/role", "rows/3/count"]);
        form.refuse(vec![FieldError::new("/rows/0/count", "is too high")], &rows);
        assert_eq!(form.errors.last().unwrap().pointer, "rows/3/count");
        form.refuse(vec![FieldError::new("/rows/0/count/deeper", "is too high")], &rows);
        assert_eq!(form.errors.last().unwrap().pointer, "rows/3/count");
    }

    #[test]
    fn numbers_are_read_in_the_digits_of_other_scripts() {
        for (text, count) in [("١٢", 12), ("۱٬۲۰۰", 1200), ("៣៤", 34), ("၅၆", 56), ("1 200", 1200)]
        {
            let mut form = typed(&[("title", "t"), ("rows/0/role", "r"), ("rows/0/count", text)]);
            assert_eq!(form.read(PARTS, true).0["rows"][0]["count"], count, "{text}");
        }
    }

    #[test]
    fn countries_are_known_by_their_names_in_any_language() {
        assert_eq!(countries("Cambodge، تايلاند; កម្ពុជា").unwrap(), ["KHM", "THA", "KHM"]);
    }

    #[test]
    fn a_change_says_what_was_emptied() {
        let mut form = typed(&[("title", "t"), ("tags", "")]);
        let (value, _) = form.read(PARTS, false);
        assert_eq!(
            value,
            json!({"title": "t", "tags": [], "protected": false, "note": null, "rows": []})
        );
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        let record = json!({"title": "t", "tags": ["a", "b"], "protected": true, "note": "n\nm",
            "rows": [{"role": "r", "count": 3}, {"role": "s"}], "statement": {"title": "u"}});
        let mut form = Typed::of_input(PARTS, &record);
        assert_eq!(form.read(PARTS, true).0, record);
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_makes_it_fail(pairs in prop::collection::vec(
            ("(rows|title|tags|~x|statement)?(/[0-9]{0,20})?(/role|/count|/title)?", ".{0,20}"), 0..12)) {
            let mut form = Typed::of(&pairs);
            form.read(PARTS, true);
            form.drop_row("rows/0");
            form.read(PARTS, false);
        }
    }
}
