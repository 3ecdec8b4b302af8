//! Law in force: how each instrument stands for a state on a day, computed from commitments.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::{CommitmentAction, Edtf, Id, InstrumentKind, LegalStatus};

/// What the engine needs to know of an instrument.
#[derive(Debug, Clone)]
pub struct InstrumentFacts {
    pub id: Id,
    pub code: String,
    pub title: String,
    pub kind: InstrumentKind,
    /// For domestic law, whose.
    pub country: Option<String>,
    pub in_force_on: Option<Edtf>,
    pub provisions: Vec<ProvisionFacts>,
}

impl InstrumentFacts {
    /// A peace agreement has a country too, but binds whoever signed it.
    fn is_domestic_law_of_another(&self, country: &str) -> bool {
        matches!(self.kind, InstrumentKind::Constitution | InstrumentKind::Statute)
            && self.country.as_deref() != Some(country)
    }
}

/// What the engine needs to know of a provision.
#[derive(Debug, Clone)]
pub struct ProvisionFacts {
    pub id: Id,
    pub label: String,
    pub title: Option<String>,
    pub right: Option<String>,
}

/// What a state did to an instrument.
#[derive(Debug, Clone)]
pub struct CommitmentFacts {
    pub instrument: usize,
    pub action: CommitmentAction,
    pub date: Edtf,
    /// The day from which it has effect for the state, where known.
    pub effective_on: Option<NaiveDate>,
    pub note: Option<String>,
    pub source: Option<String>,
    pub as_of: Option<String>,
}

/// How an instrument stands for a state on a day.
#[derive(Debug, Clone)]
pub struct Standing<'book> {
    pub instrument: &'book InstrumentFacts,
    pub status: LegalStatus,
    /// The commitment that decides, if any.
    pub by: Option<&'book CommitmentFacts>,
    /// Since when the instrument is in force for the state, if it is and the day is known.
    pub in_force_since: Option<NaiveDate>,
    /// Whether the state was bound.
    pub binds: bool,
    pub reservations: Vec<&'book CommitmentFacts>,
    /// What is not certain, said.
    pub note: Option<String>,
}

/// A provision that bound a state, and how.
#[derive(Debug, Clone)]
pub struct Obligation<'book> {
    pub standing: Standing<'book>,
    pub provision: &'book ProvisionFacts,
}

/// Every instrument, and what every state did to it.
#[derive(Debug, Default)]
pub struct LawBook {
    instruments: Vec<InstrumentFacts>,
    commitments: HashMap<String, Vec<CommitmentFacts>>,
    /// The days on which something changes, for each state that did anything.
    turns: HashMap<String, Vec<NaiveDate>>,
    turns_of_instruments: Vec<NaiveDate>,
}

impl LawBook {
    /// `commitments`: by country, with the place of their instrument in `instruments`.
    pub fn new(
        instruments: Vec<InstrumentFacts>,
        mut commitments: HashMap<String, Vec<CommitmentFacts>>,
    ) -> Self {
        for acts in commitments.values_mut() {
            acts.sort_by_key(|act| act.date.latest());
        }
        let turns_of_instruments: Vec<NaiveDate> = instruments
            .iter()
            .filter_map(|instrument| instrument.in_force_on.as_ref().and_then(Edtf::latest))
            .collect();
        let sorted = |mut turns: Vec<NaiveDate>| {
            turns.sort_unstable();
            turns.dedup();
            turns
        };
        let turns = commitments
            .iter()
            .map(|(country, acts)| {
                let own = acts
                    .iter()
                    .flat_map(|act| [act.date.earliest(), act.date.latest(), act.effective_on]);
                let sure = acts.iter().map(|act| act.date.latest()?.checked_add_days(YEAR));
                let turns =
                    own.chain(sure).flatten().chain(turns_of_instruments.iter().copied()).collect();
                (country.clone(), sorted(turns))
            })
            .collect();
        let turns_of_instruments = sorted(turns_of_instruments);
        Self { instruments, commitments, turns, turns_of_instruments }
    }

    /// Numbers the spans of days between which nothing changes for a state: what holds on one day
    /// of a span holds on each.
    pub fn period(&self, country: &str, day: NaiveDate) -> usize {
        self.turns
            .get(country)
            .unwrap_or(&self.turns_of_instruments)
            .partition_point(|turn| *turn <= day)
    }

    pub fn instruments(&self) -> &[InstrumentFacts] {
        &self.instruments
    }

    /// How every instrument that concerns `country` stands for it on `day`, in the order of codes.
    pub fn on(&self, country: &str, day: NaiveDate) -> Vec<Standing<'_>> {
        let acts = self.commitments.get(country).map_or(&[][..], Vec::as_slice);
        let mut standings: Vec<_> = self
            .instruments
            .iter()
            .enumerate()
            .filter(|(_, instrument)| !instrument.is_domestic_law_of_another(country))
            .map(|(at, instrument)| {
                let acts = acts.iter().filter(|act| act.instrument == at).collect::<Vec<_>>();
                standing(instrument, &acts, day)
            })
            .collect();
        if acts.is_empty() {
            for standing in standings.iter_mut().filter(|it| it.status == LegalStatus::NotParty) {
                standing.note =
                    Some("nothing is loaded that this state did; it may be a party".to_owned());
            }
        }
        standings.sort_by(|a, b| a.instrument.code.cmp(&b.instrument.code));
        standings
    }

    /// The provisions on any of `rights` that bound `country` on `day`.
    pub fn obligations(
        &self,
        country: &str,
        day: NaiveDate,
        rights: &[impl AsRef<str>],
    ) -> Vec<Obligation<'_>> {
        let mut found = Vec::new();
        for standing in self.on(country, day) {
            if !standing.binds {
                continue;
            }
            for provision in &standing.instrument.provisions {
                let right = provision.right.as_deref();
                if rights.iter().any(|wanted| Some(wanted.as_ref()) == right) {
                    found.push(Obligation { standing: standing.clone(), provision });
                }
            }
        }
        found
    }
}

/// A commitment counts from the last day its date may mean: a year alone is not taken for the whole
/// year, only for what follows it.
fn happened(act: &CommitmentFacts, day: NaiveDate) -> bool {
    act.date.latest().is_some_and(|latest| latest <= day)
}

fn standing<'book>(
    instrument: &'book InstrumentFacts,
    acts: &[&'book CommitmentFacts],
    day: NaiveDate,
) -> Standing<'book> {
    use CommitmentAction as A;
    use InstrumentKind as K;

    let last = |wanted: &[A]| {
        acts.iter().rev().find(|act| wanted.contains(&act.action) && happened(act, day)).copied()
    };
    let reservations = acts
        .iter()
        .filter(|act| act.action == A::Reservation && happened(act, day))
        .copied()
        .collect();
    let mut answer = Standing {
        instrument,
        status: LegalStatus::NotParty,
        by: None,
        in_force_since: None,
        binds: false,
        reservations,
        note: None,
    };
    let begins = instrument.in_force_on.as_ref().and_then(Edtf::latest);
    let consent = last(&[A::Ratification, A::Accession, A::Succession, A::RatificationOrAccession]);
    let signature = last(&[A::Signature]);

    match instrument.kind {
        K::Declaration | K::Resolution | K::SoftLaw => {
            answer.status = LegalStatus::NotRatifiable;
            answer.by = last(&[A::Adoption]);
        }
        K::Constitution | K::Statute => {
            answer.status = LegalStatus::NotRatifiable;
            answer.note = Some("domestic law".to_owned());
        }
        K::PeaceAgreement => {
            if let Some(signature) = signature {
                answer.status = LegalStatus::BindingOnSignature;
                answer.by = Some(signature);
                // Nothing has to be deposited: it binds from the signature.
                let from = signature.effective_on.or_else(|| signature.date.latest());
                answer.in_force_since = from.and_then(|from| in_force(from, begins, day));
                answer.binds = answer.in_force_since.is_some();
            }
        }
        K::Treaty | K::Protocol => {
            let gone = last(&[A::Denunciation]).filter(|gone| {
                gone.effective_on.or_else(|| gone.date.latest()).is_some_and(|from| from <= day)
                    && consent.is_none_or(|consent| consent.date.latest() <= gone.date.latest())
            });
            if let (Some(gone), Some(_)) = (gone, consent) {
                answer.status = LegalStatus::Withdrawn;
                answer.by = Some(gone);
            } else if let Some(consent) = consent {
                answer.status = LegalStatus::Party;
                answer.by = Some(consent);
                if let Some(from) = consent.effective_on {
                    answer.in_force_since = in_force(from, begins, day);
                    answer.binds = answer.in_force_since.is_some();
                } else {
                    // No treaty here takes a year to bind a state after its deposit: from then on
                    // it binds, though the day on which it began to is not known.
                    let surely = consent.date.latest().and_then(|day| day.checked_add_days(YEAR));
                    answer.binds = surely.is_some_and(|from| in_force(from, begins, day).is_some());
                    answer.note = Some(
                        "from which day it is in force for the state is not loaded".to_owned(),
                    );
                }
            } else if let Some(signature) = signature {
                answer.status = LegalStatus::Signatory;
                answer.by = Some(signature);
            }
        }
    }
    let doubt = doubt(acts, answer.by, day);
    answer.note = match (answer.note.take(), doubt) {
        (Some(note), Some(doubt)) => Some(format!("{note}; {doubt}")),
        (note, doubt) => note.or(doubt),
    };
    answer
}

const YEAR: Days = Days::new(366);

/// The day from which something binds, if that has come: never before the instrument itself is in
/// force.
fn in_force(from: NaiveDate, instrument: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    let from = instrument.map_or(from, |instrument| from.max(instrument));
    (from <= day).then_some(from)
}

/// What a reader must know before they rely on a standing.
fn doubt(
    acts: &[&CommitmentFacts],
    by: Option<&CommitmentFacts>,
    day: NaiveDate,
) -> Option<String> {
    let perhaps = acts.iter().find(|act| {
        act.date.earliest().is_some_and(|earliest| earliest <= day) && !happened(act, day)
    });
    if let Some(act) = perhaps {
        return Some(format!(
            "{} of {}: the source does not say on which day, so it is counted from the last possible",
            act.action, act.date
        ));
    }
    let as_of = by.and_then(|act| act.as_of.as_deref())?;
    (as_of < day.to_string().as_str())
        .then(|| format!("the source is as of {as_of}; later acts are not loaded"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> LawBook {
        let instrument = |code: &str, kind, in_force_on: Option<&str>| InstrumentFacts {
            id: Id::least(),
            code: code.to_owned(),
            title: code.to_owned(),
            kind,
            country: None,
            in_force_on: in_force_on.map(|date| date.parse().unwrap()),
            provisions: vec![ProvisionFacts {
                id: Id::least(),
                label: "Article 22".to_owned(),
                title: None,
                right: Some("association".to_owned()),
            }],
        };
        let act = |instrument, action, date: &str, effective_on: Option<&str>| CommitmentFacts {
            instrument,
            action,
            date: date.parse().unwrap(),
            effective_on: effective_on.map(|day| day.parse().unwrap()),
            note: None,
            source: None,
            as_of: None,
        };
        LawBook::new(
            vec![
                instrument("ICCPR", InstrumentKind::Treaty, Some("1976-03-23")),
                instrument("PEACE", InstrumentKind::PeaceAgreement, Some("1991-10-23")),
                instrument("UDHR", InstrumentKind::Declaration, None),
            ],
            HashMap::from([
                (
                    "KHM".to_owned(),
                    vec![
                        act(0, CommitmentAction::Accession, "1992-05-26", Some("1992-08-26")),
                        act(0, CommitmentAction::Signature, "1980-10-17", None),
                        act(1, CommitmentAction::Signature, "1991-10-23", None),
                    ],
                ),
                (
                    "THA".to_owned(),
                    vec![
                        act(0, CommitmentAction::RatificationOrAccession, "1996", None),
                        act(0, CommitmentAction::Denunciation, "2001-01-01", Some("2002-01-01")),
                    ],
                ),
            ]),
        )
    }

    fn status(country: &str, day: &str) -> (LegalStatus, Option<String>) {
        let book = book();
        let on = book.on(country, day.parse().unwrap());
        (on[0].status, on[0].in_force_since.map(|day| day.to_string()))
    }

    #[test]
    fn a_state_is_nothing_then_a_signatory_then_a_party_then_bound() {
        assert_eq!(status("KHM", "1980-10-16"), (LegalStatus::NotParty, None));
        assert_eq!(status("KHM", "1980-10-17"), (LegalStatus::Signatory, None));
        assert_eq!(status("KHM", "1992-05-26"), (LegalStatus::Party, None));
        assert_eq!(
            status("KHM", "1992-08-26"),
            (LegalStatus::Party, Some("1992-08-26".to_owned()))
        );
    }

    #[test]
    fn a_year_alone_counts_from_its_end_and_says_so() {
        let book = book();
        let on = book.on("THA", "1996-06-01".parse().unwrap());
        assert_eq!(on[0].status, LegalStatus::NotParty);
        assert!(on[0].note.as_deref().unwrap().contains("does not say on which day"));
        assert_eq!(status("THA", "1997-01-01").0, LegalStatus::Party);
        assert_eq!(status("THA", "2001-06-01").0, LegalStatus::Party);
        assert_eq!(status("THA", "2002-01-01").0, LegalStatus::Withdrawn);
    }

    #[test]
    fn only_what_bound_that_day_is_an_obligation() {
        let book = book();
        let codes = |day: &str| -> Vec<String> {
            book.obligations("KHM", day.parse().unwrap(), &["association"])
                .iter()
                .map(|it| it.standing.instrument.code.clone())
                .collect()
        };
        assert_eq!(codes("1992-08-25"), ["PEACE"]);
        assert_eq!(codes("2017-11-16"), ["ICCPR", "PEACE"]);
        assert!(book.obligations("KHM", "2017-11-16".parse().unwrap(), &["life"]).is_empty());
    }
}
