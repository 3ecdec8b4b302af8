//! Rows as Parquet: typed columns, compressed with zstd, in groups of rows that fit in memory.

use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, NaiveDate};
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical, ZstdLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type,
};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type as Schema, TypePtr};

use super::columns::{Titled, Type};
use super::write::{Cell, text_of};
use crate::error::{Error, Result};

/// A group of rows is written when it has so many rows, or so many bytes of text.
const ROWS: usize = 32_768;
const BYTES: usize = 12 * 1024 * 1024;

/// Writes rows, a group at a time.
pub struct Columnar<W: Write + Send> {
    out: SerializedFileWriter<W>,
    columns: Vec<Held>,
    titles: Vec<Titled>,
    rows: usize,
    bytes: usize,
}

/// The values of a column that are not written yet. A level of definition says, for each row (and
/// for each item of a list), whether there is a value.
struct Held {
    values: Values,
    definition: Vec<i16>,
    repetition: Vec<i16>,
}

enum Values {
    /// One text after another, and where each ends.
    Texts {
        text: Vec<u8>,
        ends: Vec<usize>,
        are_lists: bool,
    },
    Integers(Vec<i64>),
    /// Days since 1970, and years.
    Small(Vec<i32>),
    Numbers(Vec<f64>),
    Flags(Vec<bool>),
}

impl Held {
    fn of(holds: Type) -> Self {
        let values = match holds {
            Type::Integer | Type::Timestamp => Values::Integers(Vec::new()),
            Type::Date | Type::Year => Values::Small(Vec::new()),
            Type::Number => Values::Numbers(Vec::new()),
            Type::Boolean => Values::Flags(Vec::new()),
            _ => Values::Texts {
                text: Vec::new(),
                ends: Vec::new(),
                are_lists: matches!(holds, Type::List(_)),
            },
        };
        Self { values, definition: Vec::new(), repetition: Vec::new() }
    }

    /// Takes a value; says how many bytes of text it has.
    fn push(&mut self, holds: Type, cell: &Cell<'_>) -> Result<usize> {
        if let Values::Texts { text, ends, are_lists: true } = &mut self.values {
            let before = text.len();
            let mut repeated = 0;
            let mut push = |item: &str| {
                text.extend_from_slice(item.as_bytes());
                ends.push(text.len());
                self.definition.push(2);
                self.repetition.push(std::mem::replace(&mut repeated, 1));
            };
            match cell {
                Cell::Empty => {}
                Cell::List(items) => items.iter().for_each(|item| push(item)),
                Cell::Shared(items) => items.iter().for_each(|item| push(item)),
                other => push(&text_of(other)),
            }
            if repeated == 0 {
                self.definition.push(i16::from(!matches!(cell, Cell::Empty)));
                self.repetition.push(0);
            }
            return Ok(text.len() - before);
        }
        if matches!(cell, Cell::Empty) {
            self.definition.push(0);
            return Ok(0);
        }
        self.definition.push(1);
        let unfit = || Error::internal(format!("{cell:?} is no {}", holds.code()));
        match &mut self.values {
            Values::Texts { text, ends, .. } => {
                let value = text_of(cell);
                text.extend_from_slice(value.as_bytes());
                ends.push(text.len());
                return Ok(value.len());
            }
            Values::Integers(values) => values.push(match cell {
                Cell::Whole(number) => *number,
                Cell::Text(text) if holds == Type::Timestamp => {
                    DateTime::parse_from_rfc3339(text).map_err(|_| unfit())?.timestamp_micros()
                }
                _ => return Err(unfit()),
            }),
            Values::Small(values) => values.push(match cell {
                Cell::Whole(year) => i32::try_from(*year).map_err(|_| unfit())?,
                Cell::Text(day) => days_since_1970(day).ok_or_else(unfit)?,
                _ => return Err(unfit()),
            }),
            Values::Numbers(values) => values.push(match cell {
                Cell::Real(number) => *number,
                #[expect(clippy::cast_precision_loss, reason = "a count, far below 2^53")]
                Cell::Whole(number) => *number as f64,
                _ => return Err(unfit()),
            }),
            Values::Flags(values) => values.push(match cell {
                Cell::Flag(flag) => *flag,
                _ => return Err(unfit()),
            }),
        }
        Ok(8)
    }

    /// Writes what is held, and forgets it.
    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let definition = std::mem::take(&mut self.definition);
        let repetition = std::mem::take(&mut self.repetition);
        match &mut self.values {
            Values::Texts { text, ends, are_lists } => {
                let all = Bytes::from(std::mem::take(text));
                let mut from = 0;
                let values: Vec<ByteArray> = std::mem::take(ends)
                    .into_iter()
                    .map(|end| ByteArray::from(all.slice(std::mem::replace(&mut from, end)..end)))
                    .collect();
                let repetition = are_lists.then_some(repetition.as_slice());
                batch::<ByteArrayType>(column, &values, &definition, repetition)
            }
            Values::Integers(values) => {
                batch::<Int64Type>(column, &std::mem::take(values), &definition, None)
            }
            Values::Small(values) => {
                batch::<Int32Type>(column, &std::mem::take(values), &definition, None)
            }
            Values::Numbers(values) => {
                batch::<DoubleType>(column, &std::mem::take(values), &definition, None)
            }
            Values::Flags(values) => {
                batch::<BoolType>(column, &std::mem::take(values), &definition, None)
            }
        }
    }
}

fn batch<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: &[T::T],
    definition: &[i16],
    repetition: Option<&[i16]>,
) -> Result<()> {
    let column = column.typed::<T>();
    column.write_batch(values, Some(definition), repetition).map(drop).map_err(Error::internal)
}

/// The days from 1 January 1970 to a day, as YYYY-MM-DD.
fn days_since_1970(day: &str) -> Option<i32> {
    let part = |range: std::ops::Range<usize>| day.get(range)?.parse::<u32>().ok();
    let year = day.get(..4)?.parse().ok()?;
    let date = NaiveDate::from_ymd_opt(year, part(5..7)?, part(8..10)?)?;
    i32::try_from(date.signed_duration_since(NaiveDate::default()).num_days()).ok()
}

/// How a column is described in the file: every value may be missing.
fn described(title: &Titled) -> parquet::errors::Result<Schema> {
    let (physical, logical) = match title.holds {
        Type::Integer => (Physical::INT64, None),
        Type::Timestamp => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
        Type::Date => (Physical::INT32, Some(LogicalType::Date)),
        Type::Year => (Physical::INT32, None),
        Type::Number => (Physical::DOUBLE, None),
        Type::Boolean => (Physical::BOOLEAN, None),
        _ => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    if let Type::List(_) = title.holds {
        let item = Schema::primitive_type_builder("element", physical)
            .with_repetition(Repetition::REQUIRED)
            .with_logical_type(logical)
            .build()?;
        let items = Schema::group_type_builder("list")
            .with_repetition(Repetition::REPEATED)
            .with_fields(vec![Arc::new(item)])
            .build()?;
        return Schema::group_type_builder(&title.name)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(Some(LogicalType::List))
            .with_fields(vec![Arc::new(items)])
            .build();
    }
    Schema::primitive_type_builder(&title.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

impl<W: Write + Send> Columnar<W> {
    pub fn begin(out: W, titles: Vec<Titled>) -> Result<Self> {
        let fields: Vec<TypePtr> = titles
            .iter()
            .map(|title| described(title).map(Arc::new))
            .collect::<parquet::errors::Result<_>>()
            .map_err(Error::internal)?;
        let schema = Schema::group_type_builder("saksi").with_fields(fields).build();
        let level = ZstdLevel::try_new(1).map_err(Error::internal)?;
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by(concat!("saksi ", env!("CARGO_PKG_VERSION")).to_owned());
        // Values of which hardly two are the same gain nothing from a list of those there are.
        for title in titles.iter().filter(|it| matches!(it.holds, Type::Uuid | Type::Timestamp)) {
            let path = ColumnPath::new(vec![title.name.to_string()]);
            properties = properties.set_column_dictionary_enabled(path, false);
        }
        let properties = properties.build();
        let schema = Arc::new(schema.map_err(Error::internal)?);
        let out = SerializedFileWriter::new(out, schema, Arc::new(properties))
            .map_err(Error::internal)?;
        let columns = titles.iter().map(|title| Held::of(title.holds)).collect();
        Ok(Self { out, columns, titles, rows: 0, bytes: 0 })
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        for ((column, title), cell) in self.columns.iter_mut().zip(&self.titles).zip(cells) {
            self.bytes += column.push(title.holds, cell)?;
        }
        self.rows += 1;
        if self.rows >= ROWS || self.bytes >= BYTES { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> Result<()> {
        let mut group = self.out.next_row_group().map_err(Error::internal)?;
        for held in &mut self.columns {
            let column = group.next_column().map_err(Error::internal)?;
            let mut column = column.ok_or_else(|| Error::internal("a column has no place"))?;
            held.write(&mut column)?;
            column.close().map_err(Error::internal)?;
        }
        group.close().map_err(Error::internal)?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    pub fn finish(mut self) -> Result<()> {
        if self.rows > 0 {
            self.write_group()?;
        }
        let mut out = self.out.into_inner().map_err(Error::internal)?;
        out.flush().map_err(Error::internal)
    }
}
