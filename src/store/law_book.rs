//! Loads the [`LawBook`] from the records of law.

use std::collections::HashMap;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::schema::{commitments, instruments, provisions};
use crate::domain::law::{CommitmentFacts, InstrumentFacts, LawBook, ProvisionFacts};
use crate::domain::{CommitmentAction, Edtf, Id, InstrumentKind};
use crate::error::{Error, Result};

/// Only what everyone may see: law that is confidential does not decide public figures.
pub fn load(db: &mut Db) -> Result<LawBook> {
    type InstrumentRow = (Id, String, String, InstrumentKind, Option<String>, Option<String>);
    let rows: Vec<InstrumentRow> = instruments::table
        .filter(instruments::deleted_at.is_null())
        .filter(instruments::confidentiality.eq(0))
        .order(instruments::code)
        .select((
            instruments::id,
            instruments::code,
            instruments::title,
            instruments::kind,
            instruments::country,
            instruments::in_force_on,
        ))
        .load(db)?;
    let places: HashMap<Id, usize> = rows.iter().enumerate().map(|(at, row)| (row.0, at)).collect();
    let mut all: Vec<InstrumentFacts> = rows
        .into_iter()
        .map(|(id, code, title, kind, country, in_force_on)| {
            let in_force_on = in_force_on.map(|date| stored(&date)).transpose()?;
            Ok(InstrumentFacts { id, code, title, kind, country, in_force_on, provisions: vec![] })
        })
        .collect::<Result<_>>()?;

    type ProvisionRow = (Id, Id, String, Option<String>, Option<String>, Option<bool>);
    let rows: Vec<ProvisionRow> = provisions::table
        .filter(provisions::deleted_at.is_null())
        .filter(provisions::confidentiality.eq(0))
        .order((provisions::instrument_id, provisions::position, provisions::id))
        .select((
            provisions::id,
            provisions::instrument_id,
            provisions::label,
            provisions::title,
            provisions::right_code,
            provisions::derogable,
        ))
        .load(db)?;
    for (id, instrument, label, title, right, derogable) in rows {
        if let Some(at) = places.get(&instrument) {
            all[*at].provisions.push(ProvisionFacts { id, label, title, right, derogable });
        }
    }

    type CommitmentRow = (
        Id,
        String,
        CommitmentAction,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<Id>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let rows: Vec<CommitmentRow> = commitments::table
        .filter(commitments::deleted_at.is_null())
        .filter(commitments::confidentiality.eq(0))
        .select((
            commitments::instrument_id,
            commitments::country,
            commitments::action,
            commitments::date,
            commitments::effective_on,
            commitments::ends_on,
            commitments::provision_id,
            commitments::note,
            commitments::source,
            commitments::as_of,
        ))
        .load(db)?;
    let mut acts: HashMap<String, Vec<CommitmentFacts>> = HashMap::new();
    for (
        instrument,
        country,
        action,
        date,
        effective_on,
        ends_on,
        provision,
        note,
        source,
        as_of,
    ) in rows
    {
        let (Some(at), Some(date)) = (places.get(&instrument), date) else { continue };
        acts.entry(country).or_default().push(CommitmentFacts {
            instrument: *at,
            action,
            date: stored(&date)?,
            effective_on: effective_on.and_then(|day| day.parse().ok()),
            ends_on: ends_on.and_then(|day| day.parse().ok()),
            provision,
            note,
            source,
            as_of,
        });
    }
    Ok(LawBook::new(all, acts))
}

fn stored(date: &str) -> Result<Edtf> {
    date.parse().map_err(Error::internal)
}
