//! Forms: what they ask, what was typed into them, and what is wrong with it.
//!
//! A form is described once, by [`Part`]s. From that it is shown, read into what the API takes as
//! JSON, and shown again with what was typed and what is wrong at each field. A field is named by the
//! JSON pointer of its value, without the first slash: `events/0/participations/1/role`.

pub mod links;
pub mod picker;
pub mod places;
pub mod read;
pub mod show;

use std::collections::BTreeMap;

use crate::error::FieldError;

/// How a value is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    Line,
    /// Several lines; how many are shown.
    Passage(u8),
    /// A whole number.
    Count,
    /// Degrees of latitude or longitude.
    Degrees,
    /// The name of a place or a province, which the gazetteer may know.
    Place,
    /// A map that fills in coordinates. It has no value of its own.
    Map,
    /// A date as it is known, in words or EDTF.
    Date,
    /// A whole day.
    Day,
    /// A code of a vocabulary.
    Choice(&'static str),
    /// A code of the vocabulary `event_type`, by family.
    EventType,
    /// Codes of a vocabulary, any number of them.
    Set(&'static str),
    Country,
    /// Names or codes of countries, with commas.
    Countries,
    /// Words, with commas.
    Tags,
    /// Yes or no.
    Flag,
    /// What an account is trusted with.
    Role,
    /// Who may see the record.
    Confidentiality,
    /// A secret.
    Password,
    /// A record of another kind, by name or ref.
    Link(To),
    /// What the program itself must know again.
    Hidden,
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// One that is not known yet is made; what it is is chosen beside it.
    Actor,
    Statement,
    Incident,
    Event,
    Provision,
    Instrument,
    User,
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub input: Input,
    pub is_required: bool,
}

/// A part of a form.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Field(Field),
    /// Rows of the same parts, as many as there are. `blank`: how many empty ones a new form has.
    Many {
        name: &'static str,
        parts: &'static [Part],
        blank: usize,
        layout: Layout,
    },
    /// Parts below one name: a record that is made with this one. Nothing, if nothing is typed.
    Below {
        name: &'static str,
        parts: &'static [Part],
    },
    /// Parts that several forms have, as if they stood here.
    These(&'static [Part]),
    /// Parts that are folded away until they are needed, under a heading.
    More {
        heading: &'static str,
        parts: &'static [Part],
    },
}

/// How rows are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Each a box of its own.
    Boxes,
    /// Each a line of short fields.
    Lines,
}

/// A field that may be left out.
pub const fn field(name: &'static str, input: Input) -> Part {
    Part::Field(Field { name, input, is_required: false })
}

/// A field that must be filled in.
pub const fn needed(name: &'static str, input: Input) -> Part {
    Part::Field(Field { name, input, is_required: true })
}

/// The field of a row that is nothing but a link to an actor.
pub const ONLY: &str = "actor";

/// Who may see the record, at the end of every form.
pub const LEVEL: Part = Part::More {
    heading: "form-visibility",
    parts: &[field("confidentiality", Input::Confidentiality), field("team", Input::Line)],
};

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Field to values; several only for [`Input::Set`].
    pub values: BTreeMap<String, Vec<String>>,
    pub errors: Vec<FieldError>,
}

impl Typed {
    /// The value of a field; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.values.insert(name.into(), vec![value.into()]);
    }

    /// Whether anything is typed at or below a name.
    pub fn is_filled(&self, name: &str) -> bool {
        let below = format!("{name}/");
        let beside = format!("{name}~");
        self.values.iter().any(|(key, values)| {
            (key == name || key.starts_with(&below) || key.starts_with(&beside))
                && values.iter().any(|value| !value.trim().is_empty())
        })
    }

    /// How many rows of `name` there are.
    pub fn rows(&self, name: &str) -> usize {
        let below = format!("{name}/");
        let indexes = self.values.keys().filter_map(|key| {
            let rest = key.strip_prefix(&below)?;
            rest.split(['/', '~']).next()?.parse::<usize>().ok()
        });
        indexes.max().map_or(0, |last| last.min(MOST_ROWS - 1) + 1)
    }

    /// Takes out a row; those after it move up.
    pub fn drop_row(&mut self, row: &str) {
        let Some((rows, index)) = row.rsplit_once('/') else { return };
        let Ok(dropped) = index.parse::<usize>() else { return };
        let below = format!("{rows}/");
        let values = std::mem::take(&mut self.values);
        for (name, value) in values {
            let Some(rest) = name.strip_prefix(&below) else {
                self.values.insert(name, value);
                continue;
            };
            let digits = rest.find(['/', '~']).unwrap_or(rest.len());
            match rest[..digits].parse::<usize>() {
                Ok(at) if at == dropped => {}
                Ok(at) if at > dropped => {
                    self.values.insert(format!("{below}{}{}", at - 1, &rest[digits..]), value);
                }
                _ => {
                    self.values.insert(name, value);
                }
            }
        }
    }
}

/// More rows than a form is ever shown with.
const MOST_ROWS: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.set(*name, *value);
        }
        typed
    }

    #[test]
    fn rows_are_counted_by_their_highest_index() {
        let typed = typed(&[("events/0/title", ""), ("events/2/title", "x"), ("eventsy/9/t", "")]);
        assert_eq!(typed.rows("events"), 3);
        assert_eq!(typed.rows("event"), 0);
        assert!(typed.is_filled("events/2") && !typed.is_filled("events/0"));
    }

    #[test]
    fn a_row_is_taken_out_and_the_others_move_up() {
        let mut typed = typed(&[
            ("a/0/t", "first"),
            ("a/1/t", "second"),
            ("a/1/u~kind", "k"),
            ("a/2/t", "third"),
            ("b/1/t", "other"),
        ]);
        typed.drop_row("a/1");
        assert_eq!(typed.value("a/0/t"), "first");
        assert_eq!(typed.value("a/1/t"), "third");
        assert_eq!(typed.value("a/1/u~kind"), "");
        assert_eq!(typed.rows("a"), 2);
        assert_eq!(typed.value("b/1/t"), "other");
    }

    #[test]
    fn no_number_of_rows_is_believed() {
        assert_eq!(typed(&[("a/99999999999/t", "")]).rows("a"), MOST_ROWS);
    }
}
