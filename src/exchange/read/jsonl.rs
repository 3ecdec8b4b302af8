//! JSON Lines: each line an object, each of its fields a column.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde_json::{Map, Value};

use super::encoding::{self, Decoded, explained};
use super::{
    Detected, Each, FileFormat, LONGEST_ROW, MOST_COLUMNS, Problem, Row, Top, Wish, short,
};
use crate::error::Result;

pub(super) fn detect(path: &Path, wish: &Wish) -> Result<Detected> {
    let (found, line_ends) = encoding::detect(path)?;
    let encoding = wish.encoding.unwrap_or(found);
    let mut lines = Lines::open(path, encoding)?;
    // All lines are looked at: a field may come late.
    let (mut columns, mut sample): (Vec<String>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    while let Some((number, line)) = lines.next_line()? {
        let Ok(object) = object(number, &line) else { continue };
        for name in object.keys() {
            if !columns.contains(name) {
                columns.push(name.clone());
            }
        }
        if columns.len() > MOST_COLUMNS {
            break;
        }
        if sample.len() < 5 {
            sample.push(cells(&columns, object).iter().map(|cell| short(cell)).collect());
        }
    }
    if columns.is_empty() {
        return Err(
            Problem::of_file("no line is a JSON object; send one object in each line").into()
        );
    }
    for row in &mut sample {
        row.resize(columns.len(), String::new());
    }
    let top = Top { header_row: 0, hxl_row: None, columns, tags: Vec::new(), sample };
    Ok(Detected {
        encoding: Some(encoding),
        line_ends: Some(line_ends),
        ..top.of_a(FileFormat::Jsonl)
    })
}

pub(super) fn each_row(path: &Path, detected: &Detected, each: Each<'_>) -> Result<()> {
    let mut lines = Lines::open(path, detected.encoding.unwrap_or(super::Encoding::Utf8))?;
    while let Some((number, line)) = lines.next_line()? {
        let row = match object(number, &line) {
            Ok(object) => Row { number, cells: cells(&detected.columns, object), wrong: None },
            Err(wrong) => Row { number, cells: vec![line], wrong: Some(wrong) },
        };
        if each(row)?.is_break() {
            break;
        }
    }
    Ok(())
}

struct Lines {
    from: BufReader<Decoded>,
    number: u64,
}

impl Lines {
    fn open(path: &Path, encoding: super::Encoding) -> Result<Self> {
        Ok(Self { from: BufReader::new(Decoded::open(path, encoding)?), number: 0 })
    }

    /// The next line that is not blank.
    fn next_line(&mut self) -> Result<Option<(u64, String)>> {
        loop {
            self.number += 1;
            let mut line = String::new();
            let most = LONGEST_ROW as u64 + 1;
            let read = (&mut self.from).take(most).read_line(&mut line).map_err(explained)?;
            if read == 0 {
                return Ok(None);
            }
            if read as u64 == most {
                let message = format!("the line is longer than {LONGEST_ROW} bytes");
                return Err(Problem::of_row(self.number, message).into());
            }
            if !line.trim().is_empty() {
                return Ok(Some((self.number, line)));
            }
        }
    }
}

fn object(number: u64, line: &str) -> Result<Map<String, Value>, Problem> {
    serde_json::from_str(line).map_err(|error| {
        let message = if error.is_eof() {
            "the line ends within its JSON object: the file may be cut off".to_owned()
        } else {
            format!("the line is not one JSON object: {error}")
        };
        Problem { value: Some(short(line)), ..Problem::of_row(number, message) }
    })
}

/// The cells of an object: lists joined by `; `, as in CSV.
fn cells(columns: &[String], mut object: Map<String, Value>) -> Vec<String> {
    columns.iter().map(|name| object.remove(name).map(cell).unwrap_or_default()).collect()
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Array(items) => items.into_iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
