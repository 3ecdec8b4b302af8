//! What bound states: instruments, their provisions, and what states did to them.

use super::{Known, each, recorded, written};
use crate::casework::records::commitment::CommitmentRow;
use crate::casework::records::instrument::InstrumentRow;
use crate::casework::records::provision::ProvisionRow;
use crate::casework::releases::ReleaseView;
use crate::domain::edtf::derived;
use crate::domain::{Edtf, Id};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::shelf::Shelf;

/// The instrument that a row names.
fn instrument(known: &Known, code: &str) -> Result<Id> {
    known.instruments.get(code).copied().ok_or_else(|| {
        Error::Conflict(format!("the release names the instrument {code}, which it does not have"))
    })
}

pub fn load(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &mut Known) -> Result<()> {
    each(
        shelf,
        view,
        "instruments.csv",
        |cells, rows| {
            let id = cells.id("instrument_id")?;
            let code = cells.must("code")?.to_owned();
            known.instruments.insert(code.clone(), id);
            rows.push(recorded!(InstrumentRow, id, cells, known, {
                code: code,
                title: cells.must("title")?.to_owned(),
                kind: cells.must_read("kind")?,
                region: cells.owned("region"),
                country: cells.read("country_iso3")?,
                adopted_on: cells.owned("adopted_on"),
                in_force_on: cells.owned("in_force_on"),
                depositary_reference: cells.owned("depositary_reference"),
                monitoring_body: cells.owned("monitoring_body"),
                source: cells.owned("source"),
            }));
            Ok(())
        },
        |rows: &mut Vec<InstrumentRow>| written!(db, instruments, rows),
    )?;
    each(
        shelf,
        view,
        "provisions.csv",
        |cells, rows| {
            let id = cells.id("provision_id")?;
            let instrument_id = instrument(known, cells.must("instrument")?)?;
            let label = cells.must("label")?.to_owned();
            known.provisions.insert((instrument_id, label.clone()), id);
            rows.push(recorded!(ProvisionRow, id, cells, known, {
                instrument_id: instrument_id,
                position: cells.must_read("position")?,
                label: label,
                title: cells.owned("title"),
                right_code: cells.owned("right"),
                derogable: cells.read("derogable")?,
            }));
            Ok(())
        },
        |rows: &mut Vec<ProvisionRow>| written!(db, provisions, rows),
    )?;
    each(
        shelf,
        view,
        "commitments.csv",
        |cells, rows| {
            let id = cells.id("commitment_id")?;
            let instrument_id = instrument(known, cells.must("instrument")?)?;
            let provision = cells.owned("provision").map(|label| (instrument_id, label));
            let date: Option<Edtf> = cells.read("date")?;
            let (first, last, precision) = derived(date.as_ref());
            rows.push(recorded!(CommitmentRow, id, cells, known, {
                instrument_id: instrument_id,
                country: cells.must_read("country_iso3")?,
                action: cells.must_read("action")?,
                date: cells.owned("date"),
                date_earliest: first,
                date_latest: last,
                date_precision: precision,
                effective_on: cells.owned("effective_on"),
                note: cells.owned("note"),
                source: cells.owned("source"),
                as_of: cells.owned("as_of"),
                provision_id: provision.and_then(|it| known.provisions.get(&it).copied()),
                statement_id: None,
                ends_on: cells.owned("ends_on"),
            }));
            Ok(())
        },
        |rows: &mut Vec<CommitmentRow>| written!(db, commitments, rows),
    )
}
