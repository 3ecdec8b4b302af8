//! The engine, on a few facts; `reference.rs` has it on all of them.

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
            derogable: None,
        }],
    };
    let act = |instrument, action, date: &str, effective_on: Option<&str>| CommitmentFacts {
        instrument,
        action,
        date: date.parse().unwrap(),
        effective_on: effective_on.map(|day| day.parse().unwrap()),
        ends_on: None,
        provision: None,
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
    assert_eq!(status("KHM", "1992-08-26"), (LegalStatus::Party, Some("1992-08-26".to_owned())));
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
