//! What is said of the rows of an import, as a file that can be corrected and sent again.

use std::io::Write;

use super::kept::{self, Outcome};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::store::Database;

/// How many rows are in memory at a time.
const PAGE: i64 = 500;

/// The columns after those of the file itself.
const OWN: [&str; 5] = ["row", "outcome", "column", "value", "reason"];

/// Writes, as CSV, the rows of an outcome, or all of which something is said: the cells as they came, in
/// `columns`, then what is said, as `say` puts the words of the program.
///
/// # Errors
/// Those of the database, and of `out`.
pub fn write_rows(
    database: &Database,
    import: Id,
    columns: &[String],
    outcome: Option<Outcome>,
    say: impl Fn(&str) -> String,
    out: impl Write,
) -> Result<()> {
    let mut file = csv::Writer::from_writer(out);
    file.write_record(columns.iter().map(String::as_str).chain(OWN)).map_err(Error::internal)?;
    let mut after = 0;
    loop {
        let some = database.read_here(move |db| kept::rows(db, import, outcome, after, PAGE))?;
        let Some(last) = some.last() else { break };
        after = last.row_number;
        for row in some {
            let mut cells: Vec<String> = match row.cells.as_deref() {
                Some(cells) => serde_json::from_str(cells).map_err(Error::internal)?,
                None => Vec::new(),
            };
            cells.resize(columns.len(), String::new());
            cells.extend([
                row.row_number.to_string(),
                row.outcome.code().to_owned(),
                row.column_name.unwrap_or_default(),
                row.value.unwrap_or_default(),
                row.message.as_deref().map(&say).unwrap_or_default(),
            ]);
            file.write_record(&cells).map_err(Error::internal)?;
        }
    }
    file.flush().map_err(Error::internal)
}
