//! Texts that name protected people, in all that a release's files would hold.
//!
//! The rows are those of the files, before names in them are replaced; which columns hold what people
//! wrote is said where columns are described.

use crate::casework::disclosure::NamingText;
use crate::error::{Error, Result};
use crate::exchange::columns::Column;
use crate::exchange::export::rows_of;
use crate::exchange::package::Package;
use crate::exchange::selection::Belonging;
use crate::exchange::write::{Cell, items_of};
use crate::store::{Db, Eyes, Memory};

/// The texts of a package in which somebody protected is named, table by table.
pub fn naming(db: &mut Db, memory: &Memory, package: &Package) -> Result<Vec<NamingText>> {
    let mut found = Vec::new();
    let protected = memory.protection(db)?;
    if protected.are_nobody() {
        return Ok(found);
    }
    let eyes = Eyes::of(&package.caller, db, memory)?.coarsened(package.coarsest).unveiled();
    let belonging = Belonging::to_events(db, &package.caller, memory, &package.filters)?;
    for dataset in &package.datasets {
        let columns = dataset.columns();
        let free: Vec<(usize, &Column)> =
            columns.iter().enumerate().filter(|it| it.1.is_free_text()).collect();
        // What was decided of records is in no release.
        let Some(kind) = dataset.record().filter(|_| !free.is_empty()) else { continue };
        let key = columns.iter().position(|column| column.unique);
        let key = key.ok_or_else(|| Error::internal(format!("{dataset} has no key")))?;
        let condition = belonging.of(*dataset, db, memory)?;
        rows_of(*dataset, db, &eyes, memory, &condition, &mut |cells: &[Cell<'_>]| {
            for (at, column) in &free {
                let names = |text: &str| protected.are_named_in(text);
                if cells.get(*at).is_some_and(|cell| items_of(cell).iter().any(|it| names(it))) {
                    let record = cells.get(key).map(items_of).unwrap_or_default().concat();
                    found.push(NamingText { kind, record, field: column.name });
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}
