//! The codebook, for people and for programs: made of the columns of the datasets and of the
//! vocabularies, so that it says what the files hold.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::io::Write;

use serde_json::{Map, Value, json};

use super::Dataset;
use super::columns::{Codes, Column, SEPARATOR, Type};
use super::write::{Cell, Format, Preset, RowWriter};
use crate::error::{Error, Result};
use crate::store::vocabulary::{EVENT_TYPE, RIGHT, Vocabulary};

/// The columns of `codebook.csv`, and what they hold.
pub const CODEBOOK: &[(&str, &str)] = &[
    ("dataset", "which file the column is in"),
    ("position", "which column it is, from 1"),
    ("column", "its name"),
    (
        "type",
        "text, uuid, country, code, list, integer, number, boolean, date, edtf, timestamp or year",
    ),
    ("required", "whether it is never empty"),
    ("unique", "whether no two rows have the same"),
    ("vocabulary", "the vocabulary in vocabularies.csv that its codes are of"),
    ("references", "the column of another dataset in which its values are found"),
    ("description", "what it holds"),
];

/// The columns of `vocabularies.csv`, and what they hold.
pub const VOCABULARIES: &[(&str, &str)] = &[
    ("vocabulary", "name of the vocabulary"),
    ("code", "as it stands in the data"),
    ("label", "in English"),
    ("definition", "in English"),
    ("parent", "the code above it, where there is one"),
    ("deprecated", "whether it is no longer given to new records"),
];

/// Writes `codebook.csv`: a row for each column of each dataset.
pub fn write_csv(datasets: &[Dataset], out: impl Write) -> Result<u64> {
    let names: Vec<&str> = CODEBOOK.iter().map(|it| it.0).collect();
    let mut out = RowWriter::begin(out, Format::Csv, Preset::Research, &names)?;
    let mut rows = 0;
    for dataset in datasets {
        for (position, column) in (1_i64..).zip(dataset.columns()) {
            out.row(&row(*dataset, position, column))?;
            rows += 1;
        }
    }
    out.finish()?;
    Ok(rows)
}

/// What the codebook says of a column.
pub fn row(dataset: Dataset, position: i64, column: &Column) -> Vec<Cell<'static>> {
    vec![
        dataset.code().into(),
        Cell::Whole(position),
        column.name.into(),
        column.holds.code().into(),
        column.required.into(),
        column.unique.into(),
        column.holds.vocabulary().into(),
        column.joins.map(|(to, name)| format!("{to}.{name}")).into(),
        column.about.into(),
    ]
}

/// The codes that rows have: those of the vocabularies, and those that were deleted from these since the
/// rows were given them.
pub struct Used<'v> {
    vocabulary: &'v Vocabulary,
    /// Of the vocabularies from which codes may be deleted.
    known: HashMap<&'static str, HashSet<&'v str>>,
    gone: BTreeMap<&'static str, BTreeSet<String>>,
    /// Which columns of a dataset have such codes.
    columns: Option<(Dataset, Vec<(usize, &'static str)>)>,
}

/// A code, as people read it.
struct Term<'t> {
    code: &'t str,
    label: &'t str,
    definition: &'t str,
    parent: Option<&'t str>,
    deprecated: bool,
}

impl<'v> Used<'v> {
    pub fn beside(vocabulary: &'v Vocabulary) -> Self {
        let codes = |of| vocabulary.terms_of(of).map(|term| term.code.as_str()).collect();
        let known = [EVENT_TYPE, RIGHT].into_iter().map(|of| (of, codes(of))).collect();
        Self { vocabulary, known, gone: BTreeMap::new(), columns: None }
    }

    /// Notes the codes of a row that no vocabulary has.
    pub fn note(&mut self, dataset: Dataset, cells: &[Cell<'_>]) {
        if self.columns.as_ref().is_none_or(|of| of.0 != dataset) {
            let columns = dataset.columns().iter().enumerate();
            let coded = columns.filter_map(|(at, column)| Some((at, column.holds.vocabulary()?)));
            let open = coded.filter(|of| self.known.contains_key(of.1)).collect();
            self.columns = Some((dataset, open));
        }
        for (at, of) in self.columns.iter().flat_map(|of| &of.1) {
            let known = |code: &str| self.known.get(of).is_some_and(|all| all.contains(code));
            let mut gone = |code: &str| {
                if !known(code) {
                    self.gone.entry(of).or_default().insert(code.to_owned());
                }
            };
            match cells.get(*at) {
                Some(Cell::Text(code)) => gone(code),
                Some(Cell::List(codes)) => codes.iter().for_each(|code| gone(code)),
                _ => {}
            }
        }
    }

    fn terms<'t>(&'t self, of: &'t str) -> impl Iterator<Item = Term<'t>> {
        let known = self.vocabulary.terms_of(of).map(|term| Term {
            code: &term.code,
            label: &term.label,
            definition: &term.definition,
            parent: term.parent.as_deref(),
            deprecated: term.deprecated,
        });
        let gone = self.gone.get(of).into_iter().flatten().map(|code| Term {
            code,
            label: code,
            definition: "was deleted from the vocabulary, and is still in the data",
            parent: None,
            deprecated: true,
        });
        known.chain(gone)
    }
}

/// Writes `vocabularies.csv`: a row for each code that the datasets may have.
pub fn write_vocabularies(datasets: &[Dataset], used: &Used<'_>, out: impl Write) -> Result<u64> {
    let names: Vec<&str> = VOCABULARIES.iter().map(|it| it.0).collect();
    let mut out = RowWriter::begin(out, Format::Csv, Preset::Research, &names)?;
    let mut rows = 0;
    for name in vocabularies_of(datasets) {
        for term in used.terms(name) {
            out.row(&[
                name.into(),
                term.code.into(),
                term.label.into(),
                term.definition.into(),
                term.parent.into(),
                term.deprecated.into(),
            ])?;
            rows += 1;
        }
    }
    out.finish()?;
    Ok(rows)
}

/// The vocabularies that the datasets use, each once, in alphabetical order.
pub fn vocabularies_of(datasets: &[Dataset]) -> Vec<&'static str> {
    let columns = datasets.iter().flat_map(|it| it.columns());
    let mut names: Vec<_> = columns.filter_map(|it| it.holds.vocabulary()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Writes `codebook.md`: the same for reading.
pub fn write_markdown(datasets: &[Dataset], used: &Used<'_>, mut out: impl Write) -> Result<()> {
    let mut text = String::from("# Codebook\n\nAn empty cell means: not known. It is never 0.\n");
    for dataset in datasets {
        let _ = writeln!(
            text,
            "\n## {dataset}\n\nOne row is {}. Rows are told apart by `{}`.\n\n\
             | column | type | what it holds |\n|---|---|---|",
            dataset.unit(),
            dataset.key()
        );
        for column in dataset.columns() {
            let mut about = vec![piped(column.about)];
            if column.required {
                about.push("never empty".to_owned());
            }
            if let Some(name) = column.holds.vocabulary() {
                about.push(format!("codes: [{name}](#{name})"));
            }
            if let Type::Code(Codes::Only(codes)) = column.holds {
                about.push(format!("codes: {}", codes.join(", ")));
            }
            if let Some((to, name)) = column.joins {
                about.push(format!("joins `{to}.{name}`"));
            }
            let (name, holds) = (column.name, column.holds.code());
            let _ = writeln!(text, "| `{name}` | {holds} | {} |", about.join("; "));
        }
    }
    text.push_str("\n# Vocabularies\n");
    for name in vocabularies_of(datasets) {
        let _ = writeln!(text, "\n## {name}\n\n| code | label | definition |\n|---|---|---|");
        for term in used.terms(name) {
            let (label, definition) = (piped(term.label), piped(term.definition));
            let _ = writeln!(text, "| `{}` | {label} | {definition} |", term.code);
        }
    }
    out.write_all(text.as_bytes()).map_err(Error::internal)
}

/// A text within a table of Markdown.
fn piped(text: &str) -> String {
    text.replace('|', "\\|").replace(['\r', '\n'], " ")
}

/// The Table Schema of a dataset, with keys that join those of `within`.
pub fn schema(dataset: Dataset, within: &[Dataset], used: &Used<'_>) -> Value {
    let columns = dataset.columns();
    let fields: Vec<Value> = columns.iter().map(|it| field(it, used)).collect();
    let joins: Vec<Value> = columns
        .iter()
        .filter_map(|column| {
            let (to, name) = column.joins.filter(|(to, _)| within.contains(to))?;
            // Of its own file the name is left empty.
            let resource = if to == dataset { "" } else { to.code() };
            Some(json!({
                "fields": [column.name],
                "reference": {"resource": resource, "fields": [name]},
            }))
        })
        .collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
        "primaryKey": [dataset.key()],
    });
    if !joins.is_empty() {
        schema["foreignKeys"] = joins.into();
    }
    schema
}

/// The Table Schema of a file whose columns are known by name and description alone.
pub fn plain_schema(columns: &[(&str, &str)], key: &[&str]) -> Value {
    let fields: Vec<Value> = columns
        .iter()
        .map(|(name, about)| {
            let holds = match *name {
                "position" => "integer",
                "required" | "unique" | "deprecated" => "boolean",
                _ => "string",
            };
            json!({"name": name, "type": holds, "description": about})
        })
        .collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
        "primaryKey": key,
    })
}

fn field(column: &Column, used: &Used<'_>) -> Value {
    let mut field = Map::new();
    let mut constraints = Map::new();
    field.insert("name".to_owned(), column.name.into());
    let holds = match column.holds {
        Type::Text | Type::Uuid | Type::Country | Type::Code(_) | Type::Edtf => "string",
        Type::List(_) => "list",
        // A year before 1000 would have three digits, which the type "year" refuses.
        Type::Integer | Type::Year => "integer",
        Type::Number => "number",
        Type::Boolean => "boolean",
        Type::Date => "date",
        Type::Timestamp => "datetime",
    };
    field.insert("type".to_owned(), holds.into());
    match column.holds {
        Type::Uuid => {
            field.insert("format".to_owned(), "uuid".into());
        }
        Type::Country => {
            constraints.insert("pattern".to_owned(), "[A-Z]{3}".into());
        }
        Type::List(_) => {
            field.insert("delimiter".to_owned(), SEPARATOR.into());
            field.insert("itemType".to_owned(), "string".into());
        }
        Type::Code(Codes::Of(name)) => {
            let codes: Vec<&str> = used.terms(name).map(|term| term.code).collect();
            constraints.insert("enum".to_owned(), codes.into());
        }
        Type::Code(Codes::Only(codes)) => {
            constraints.insert("enum".to_owned(), codes.into());
        }
        _ => {}
    }
    if let Some((least, most)) = bounds(column.name) {
        constraints.insert("minimum".to_owned(), least.into());
        constraints.insert("maximum".to_owned(), most.into());
    }
    if column.required {
        constraints.insert("required".to_owned(), true.into());
    }
    if column.unique {
        constraints.insert("unique".to_owned(), true.into());
    }
    field.insert("description".to_owned(), column.about.into());
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), constraints.into());
    }
    field.insert("saksi:type".to_owned(), column.holds.code().into());
    field.into()
}

fn bounds(column: &str) -> Option<(i32, i32)> {
    match column {
        "latitude" => Some((-90, 90)),
        "longitude" => Some((-180, 180)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dataset_has_a_key_and_every_join_leads_to_a_unique_column() {
        for dataset in Dataset::ALL {
            assert!(!dataset.key().is_empty(), "{dataset}");
            for column in dataset.columns() {
                assert!(!column.about.is_empty(), "{dataset}.{}", column.name);
                let Some((to, name)) = column.joins else { continue };
                let target = to.columns().iter().find(|it| it.name == name).unwrap();
                assert!(target.unique, "{dataset}.{} joins {to}.{name}", column.name);
            }
        }
    }
}
