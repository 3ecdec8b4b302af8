//! Which provision a statement's words on law mean, and what becomes of law that is not there yet: it is added, since a
//! statement cites it. What a monitor adds so is internal until somebody who keeps law has looked at it. An instrument that
//! is invoked as a whole has a provision that stands for all of it.

use diesel::sql_types::Text;
use serde::Serialize;
use utoipa::ToSchema;

use super::input::{IntakeInput, IntakeLaw};
use crate::casework::act::Act;
use crate::casework::create_record::create_cited;
use crate::casework::records::instrument::{Instrument, InstrumentInput};
use crate::casework::records::provision::{Provision, ProvisionInput};
use crate::casework::seed;
use crate::domain::codes::codes;
use crate::domain::{Action, Caller, Confidentiality, Country, Id, InstrumentKind, text};
use crate::error::{Error, Result};
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Kind, Sql};

/// The label of the provision that stands for all of its instrument.
pub const WHOLE: &str = "Whole instrument";

codes! {
    /// Why law that a statement invokes is not cited.
    LeftReason {
        /// There is no such instrument, and it is not said whose law it is.
        NoInstrument = "no_instrument",
    }
}

/// Law that was accepted and is not cited. The statement's text keeps it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UncitedLaw {
    /// Where it stands in what was sent: a JSON pointer.
    #[schema(example = "/instruments/0")]
    pub pointer: String,
    pub reason: LeftReason,
    pub name: String,
}

/// What an accepted mention of law means.
enum Meaning {
    /// A provision that is there.
    Provision(Id),
    /// A provision of an instrument that is there.
    New {
        instrument: String,
        label: String,
    },
    /// A provision of domestic law that is not there.
    NewInstrument {
        country: Country,
        label: String,
    },
    Left(LeftReason),
}

#[derive(diesel::QueryableByName)]
struct Known {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Text)]
    name: String,
}

/// The law among what was accepted that is not cited.
///
/// # Errors
/// As [`cited`] has them.
pub fn left(db: &mut Db, caller: &Caller, sent: &IntakeInput) -> Result<Vec<UncitedLaw>> {
    let mut all = Vec::new();
    for (at, law) in sent.instruments.iter().enumerate().filter(|(_, law)| law.accepted) {
        let pointer = format!("/instruments/{at}");
        if let Meaning::Left(reason) = meaning(db, caller, law, &pointer)? {
            all.push(UncitedLaw { pointer, reason, name: law.name.clone() });
        }
    }
    Ok(all)
}

/// The provision that is to be cited, made if it is of domestic law and not there.
///
/// # Errors
/// [`Error::Invalid`] for an instrument or provision that is named by its code and not there.
pub fn cited(
    db: &mut Db,
    act: &mut Act,
    sent: &IntakeInput,
    law: &IntakeLaw,
    pointer: &str,
) -> Result<Option<Id>> {
    let said = meaning(db, &act.caller, law, pointer)?;
    // What somebody who keeps law adds is public, as law is otherwise; but its name may tell of a statement that is not.
    let (level, team) = match sent.confidentiality {
        Some(level @ (Confidentiality::Confidential | Confidentiality::Restricted)) => {
            (Some(level), sent.team.clone())
        }
        _ => ((!act.caller.may(Action::KeepLaw)).then_some(Confidentiality::Internal), None),
    };
    let is_new = matches!(&said, Meaning::NewInstrument { .. });
    let (instrument, label) = match said {
        Meaning::Left(_) => return Ok(None),
        Meaning::Provision(id) => return Ok(Some(id)),
        Meaning::New { instrument, label } => (instrument, label),
        Meaning::NewInstrument { country, label } => {
            let kind = law.kind.unwrap_or_else(|| kind_of(&law.name));
            let input = InstrumentInput {
                code: free_code(db, &country, &law.name)?,
                title: law.name.clone(),
                kind,
                region: None,
                country: Some(country),
                adopted_on: None,
                in_force_on: None,
                depositary_reference: None,
                monitoring_body: None,
                source: None,
                confidentiality: level,
                team: team.clone(),
            };
            let made: Instrument = create_cited(db, act, input)
                .map_err(|error| super::take::placed(error, pointer, &[("/title", "/name")]))?;
            (made.row.id.to_string(), label)
        }
    };
    // That an instrument that is there was invoked as a whole says nothing new of it.
    let (level, team) = if label == WHOLE && !is_new { (None, None) } else { (level, team) };
    let input = ProvisionInput {
        instrument: Some(instrument),
        label,
        title: None,
        right: None,
        derogable: None,
        position: None,
        confidentiality: level,
        team,
    };
    let made: Provision = create_cited(db, act, input)
        .map_err(|error| super::take::placed(error, pointer, &[("/label", "/provision")]))?;
    Ok(Some(made.row.id))
}

fn meaning(db: &mut Db, caller: &Caller, law: &IntakeLaw, pointer: &str) -> Result<Meaning> {
    let name = text::line(&law.name)
        .map_err(|about| Error::field(format!("{pointer}/name"), about.to_string()))?;
    let label = law.provision.as_deref().map(str::trim).filter(|label| !label.is_empty());
    let known = if let Some(code) = &law.code {
        let found = instruments(db, caller, Sql::new("r.code = ").bind(code.as_str()))?.pop();
        Some(found.ok_or_else(|| {
            let code: String = code.chars().take(60).collect();
            Error::field(format!("{pointer}/code"), format!("there is no instrument '{code}'"))
        })?)
    } else {
        let of = law
            .country
            .as_ref()
            // A name such as "Penal Code" is that of many countries.
            .map_or_else(
                || Sql::new("r.country IS NULL"),
                |country| Sql::new("r.country = ").bind(country.as_str()),
            );
        let all = instruments(db, caller, of)?;
        all.into_iter().find(|it| text::fold(&it.name) == text::fold(&name))
    };
    let label = label.unwrap_or(WHOLE);
    let Some(known) = known else {
        return Ok(match &law.country {
            None => Meaning::Left(LeftReason::NoInstrument),
            Some(country) => {
                Meaning::NewInstrument { country: country.clone(), label: label.to_owned() }
            }
        });
    };
    // A paragraph is part of its article, if it is not kept for itself.
    let article = label.split('(').next().unwrap_or(label).trim_end();
    for label in [label, article] {
        let found = Sql::new(
            "SELECT r.id AS id, r.label AS name FROM provisions r WHERE r.instrument_id = ",
        )
        .bind(known.id)
        .sql(" AND r.label = ")
        .bind(label)
        .sql(" AND ")
        .then(visible(Kind::Provision, "r", caller))
        .load::<Known>(db)?
        .pop();
        if let Some(found) = found {
            return Ok(Meaning::Provision(found.id));
        }
    }
    // Where all provisions are built in, another number is a mistake.
    let is_complete = law.code.as_deref().is_some_and(seed::has_all_provisions);
    if label == WHOLE || !is_complete {
        return Ok(Meaning::New { instrument: known.id.to_string(), label: label.to_owned() });
    }
    let label: String = label.chars().take(60).collect();
    let message = format!(
        "there is no provision '{label}' of this instrument; write it as Article 22, or leave it out"
    );
    Err(Error::field(format!("{pointer}/provision"), message))
}

fn instruments(db: &mut Db, caller: &Caller, which: Sql) -> Result<Vec<Known>> {
    let found = Sql::new("SELECT r.id AS id, r.title AS name FROM instruments r WHERE ")
        .then(which)
        .sql(" AND ")
        .then(visible(Kind::Instrument, "r", caller))
        .sql(" ORDER BY r.code DESC")
        .load(db)?;
    Ok(found)
}

fn kind_of(name: &str) -> InstrumentKind {
    let name = text::fold(name);
    // Of French and English alike.
    if name.contains("constitution") {
        InstrumentKind::Constitution
    } else {
        InstrumentKind::Statute
    }
}

/// A code that no instrument has: `KHM-CRIMINAL-CODE`.
fn free_code(db: &mut Db, country: &Country, name: &str) -> Result<String> {
    #[derive(diesel::QueryableByName)]
    struct Taken {
        #[diesel(sql_type = Text)]
        code: String,
    }
    let stem = code_of(country, name);
    let taken = Sql::new("SELECT r.code AS code FROM instruments r WHERE r.code LIKE ")
        .bind(format!("{stem}%"))
        .load::<Taken>(db)?;
    let is_free = |code: &str| taken.iter().all(|it| it.code != code);
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut all = std::iter::once(stem.clone()).chain(numbered);
    all.find(|code| is_free(code)).ok_or_else(|| Error::internal("no code is free"))
}

/// The country and the first words of a name, in capitals, with room for a number.
fn code_of(country: &Country, name: &str) -> String {
    const MOST: usize = 34;
    let mut code = country.as_str().to_owned();
    let plain: String =
        text::fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let words =
        plain.split_whitespace().filter(|word| !matches!(*word, "the" | "of" | "on" | "and"));
    for word in words {
        if code.len() + 1 + word.len() > MOST {
            break;
        }
        code.push('-');
        code.push_str(&word.to_ascii_uppercase());
    }
    if code.len() == country.as_str().len() {
        code.push_str("-LAW");
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_gets_a_code_of_its_country_and_name() {
        let khm: Country = "KHM".parse().unwrap();
        for (name, code) in [
            ("Criminal Code", "KHM-CRIMINAL-CODE"),
            ("Law on Associations and Non-Governmental Organisations", "KHM-LAW-ASSOCIATIONS-NON"),
            ("ច្បាប់ព្រហ្មទណ្ឌ", "KHM-LAW"),
            ("Act", "KHM-ACT"),
        ] {
            let made = code_of(&khm, name);
            assert!(made.starts_with(code), "{made}");
            assert!(made.len() <= 34, "{made}");
        }
        assert_eq!(kind_of("Constitution du Royaume"), InstrumentKind::Constitution);
        assert_eq!(kind_of("Criminal Code"), InstrumentKind::Statute);
    }
}
