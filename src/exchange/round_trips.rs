//! Whatever rows there are, each format gives them back.

use bytes::Bytes;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::columnar::Columnar;
use super::columns::{Titled, Type};
use super::write::{Cell, Format, Preset, RowWriter};

/// A column of each type, and the next one.
const TYPES: [Type; 9] = [
    Type::Text,
    Type::List(None),
    Type::Integer,
    Type::Number,
    Type::Boolean,
    Type::Date,
    Type::Timestamp,
    Type::Year,
    Type::Edtf,
];

fn titles() -> Vec<Titled> {
    let title = |(at, holds): (usize, &Type)| Titled {
        name: format!("c{at}").into(),
        about: "".into(),
        holds: *holds,
    };
    TYPES.iter().enumerate().map(title).collect()
}

/// A value of a type: what goes in, and what comes back as JSON.
fn cell(holds: Type) -> BoxedStrategy<Value> {
    let known: BoxedStrategy<Value> = match holds {
        Type::List(_) => vec("[^;\0]{0,8}", 0..4).prop_map(Value::from).boxed(),
        Type::Integer => any::<i64>().prop_map(Value::from).boxed(),
        Type::Year => (1_i64..9999).prop_map(Value::from).boxed(),
        Type::Number => (-1e12..1e12_f64).prop_map(Value::from).boxed(),
        Type::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Type::Date => (1..9999_i32, 1..13_u32, 1..29_u32)
            .prop_map(|(y, m, d)| Value::from(format!("{y:04}-{m:02}-{d:02}")))
            .boxed(),
        Type::Timestamp => (1970..2100_i32, 1..13_u32, 1..29_u32, 0..1_000_000_u32)
            .prop_map(|(y, m, d, u)| Value::from(format!("{y:04}-{m:02}-{d:02}T01:02:03.{u:06}Z")))
            .boxed(),
        // No text that is stored is empty.
        _ => "\\PC{1,12}|[\n\r\",; =]{1,3}".prop_map(Value::from).boxed(),
    };
    prop_oneof![1 => Just(Value::Null), 4 => known].boxed()
}

fn table() -> impl Strategy<Value = Vec<Vec<Value>>> {
    vec(TYPES.map(cell).to_vec(), 0..12)
}

fn cells(row: &[Value]) -> Vec<Cell<'_>> {
    let cell = |value| match value {
        &Value::Null => Cell::Empty,
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::String(text) => text.as_str().into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Cell::Whole(whole),
            None => Cell::Real(number.as_f64().unwrap()),
        },
        Value::Array(items) => {
            items.iter().map(|it| it.as_str().unwrap()).collect::<Vec<_>>().into()
        }
        Value::Object(_) => unreachable!("no cell is an object"),
    };
    row.iter().map(cell).collect()
}

fn text(format: Format, rows: &[Vec<Value>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut out = RowWriter::begin(&mut bytes, format, Preset::Research, &titles()).unwrap();
    for row in rows {
        out.row(&cells(row)).unwrap();
    }
    out.finish().unwrap();
    bytes
}

fn from_parquet(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(flag) => Value::from(*flag),
        Field::Int(number) => Value::from(*number),
        Field::Long(number) => Value::from(*number),
        Field::Double(number) => Value::from(*number),
        Field::Str(text) => Value::from(text.as_str()),
        Field::Date(days) => {
            let day = chrono::NaiveDate::default() + chrono::TimeDelta::days(i64::from(*days));
            Value::from(day.format("%Y-%m-%d").to_string())
        }
        Field::TimestampMicros(micros) => {
            let at = chrono::DateTime::from_timestamp_micros(*micros).unwrap();
            Value::from(at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string())
        }
        Field::ListInternal(items) => items.elements().iter().map(from_parquet).collect(),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn json_lines_give_every_row_back(rows in table()) {
        let bytes = text(Format::Jsonl, &rows);
        let lines: Vec<Map<String, Value>> = std::str::from_utf8(&bytes)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let back: Vec<Vec<Value>> =
            lines.into_iter().map(|line| line.into_iter().map(|it| it.1).collect()).collect();
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn csv_gives_every_row_back(rows in table()) {
        let bytes = text(Format::Csv, &rows);
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let back: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(back.len(), rows.len());
        for (record, row) in back.iter().zip(&rows) {
            for (cell, value) in record.iter().zip(row) {
                match value {
                    Value::Null => prop_assert_eq!(cell, ""),
                    Value::String(text) => prop_assert_eq!(cell, text),
                    Value::Bool(flag) => prop_assert_eq!(cell, flag.to_string()),
                    Value::Number(number) if number.is_i64() => {
                        prop_assert_eq!(cell.parse::<i64>().ok(), number.as_i64());
                    }
                    Value::Number(number) => {
                        prop_assert_eq!(cell.parse::<f64>().ok(), number.as_f64());
                    }
                    Value::Array(items) => {
                        let items: Vec<&str> = items.iter().map(|it| it.as_str().unwrap()).collect();
                        prop_assert_eq!(cell, items.join("; "));
                    }
                    Value::Object(_) => unreachable!("no cell is an object"),
                }
            }
        }
    }

    #[test]
    fn parquet_gives_every_row_back_with_its_types(rows in table()) {
        let mut bytes = Vec::new();
        let mut out = Columnar::begin(&mut bytes, titles()).unwrap();
        for row in &rows {
            out.row(&cells(row)).unwrap();
        }
        out.finish().unwrap();
        let reader = SerializedFileReader::new(Bytes::from(bytes)).unwrap();
        let back: Vec<Vec<Value>> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().get_column_iter().map(|it| from_parquet(it.1)).collect())
            .collect();
        prop_assert_eq!(back, rows);
    }
}
