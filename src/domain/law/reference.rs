//! The engine on all facts that come with the program: every state, any day.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn rows(text: &'static str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn some(row: &HashMap<String, String>, name: &str) -> Option<String> {
    row.get(name).filter(|it| !it.is_empty()).cloned()
}

static BOOK: LazyLock<LawBook> = LazyLock::new(|| {
    let provisions = rows(include_str!("../../reference/provisions.csv"));
    let instruments: Vec<InstrumentFacts> = rows(include_str!("../../reference/instruments.csv"))
        .iter()
        .map(|row| InstrumentFacts {
            id: Id::least(),
            code: row["code"].clone(),
            title: row["title"].clone(),
            kind: row["kind"].parse().unwrap(),
            country: some(row, "country"),
            in_force_on: some(row, "in_force_on").map(|date| date.parse().unwrap()),
            provisions: provisions
                .iter()
                .filter(|it| it["instrument"] == row["code"])
                .map(|it| ProvisionFacts {
                    id: Id::least(),
                    label: it["label"].clone(),
                    title: some(it, "title"),
                    right: some(it, "right"),
                    derogable: some(it, "derogable").map(|it| it == "yes"),
                })
                .collect(),
        })
        .collect();
    let mut commitments: HashMap<String, Vec<CommitmentFacts>> = HashMap::new();
    for row in rows(include_str!("../../reference/commitments.csv")) {
        commitments.entry(row["country"].clone()).or_default().push(CommitmentFacts {
            instrument: instruments.iter().position(|it| it.code == row["instrument"]).unwrap(),
            action: row["action"].parse().unwrap(),
            date: row["date"].parse().unwrap(),
            effective_on: some(&row, "effective_on").map(|day| day.parse().unwrap()),
            ends_on: None,
            provision: None,
            note: some(&row, "note"),
            source: some(&row, "source"),
            as_of: some(&row, "as_of"),
        });
    }
    LawBook::new(instruments, commitments)
});

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Status, act and its date, day of entry into force.
fn said(code: &str, country: &str, on: &str) -> String {
    let it = BOOK.one(code, country, day(on)).unwrap();
    let by = it.by.map(|act| format!(" by {} of {}", act.action, act.date)).unwrap_or_default();
    let since = it.in_force_since.map(|day| format!(", in force since {day}")).unwrap_or_default();
    let unknown = if it.is_known { "" } else { ", not known" };
    format!("{}{by}{since}{unknown}", it.status)
}

#[test]
fn cambodia_stands_as_its_depositaries_say() {
    for (code, expected) in [
        ("ICCPR", "party by accession of 1992-05-26, in force since 1992-08-26"),
        ("ICESCR", "party by accession of 1992-05-26, in force since 1992-08-26"),
        ("CEDAW", "party by accession of 1992-10-15, in force since 1992-11-14"),
        ("CAT", "party by accession of 1992-10-15, in force since 1992-11-14"),
        ("CRC", "party by accession of 1992-10-15, in force since 1992-11-14"),
        ("CPED", "party by accession of 2013-06-27, in force since 2013-07-27"),
        ("CRPD", "party by ratification of 2012-12-20, in force since 2013-01-19"),
        ("OPCAT", "party by ratification of 2007-03-30, in force since 2007-04-29"),
        ("ROME", "party by ratification of 2002-04-11, in force since 2002-07-01"),
        ("ICCPR-OP1", "signatory by signature of 2004-09-27"),
        ("ICMW", "signatory by signature of 2004-09-27"),
        (
            "PARIS-1991",
            "binding_on_signature by signature of 1991-10-23, in force since 1991-10-23",
        ),
        ("AHRD", "not_ratifiable"),
        ("UDHR", "not_ratifiable"),
        ("ECHR", "not_party, not known"),
    ] {
        assert_eq!(said(code, "KHM", "2017-11-26"), expected, "{code}");
    }
    assert_eq!(said("ICCPR", "KHM", "1992-05-25"), "signatory by signature of 1980-10-17");
    assert_eq!(said("ICCPR", "KHM", "1992-08-25"), "party by accession of 1992-05-26");
    assert_eq!(said("ICCPR", "KHM", "1980-10-16"), "not_party");
}

#[test]
fn rules_of_entry_into_force_are_those_of_each_treaty() {
    let from = |code: &str, made: &str| {
        takes_effect(code, None, CommitmentAction::Accession, day(made)).unwrap().to_string()
    };
    assert_eq!(from("ICCPR", "1992-05-26"), "1992-08-26");
    assert_eq!(from("ICESCR", "1999-11-30"), "2000-02-29");
    assert_eq!(from("CAT", "1992-10-15"), "1992-11-14");
    assert_eq!(from("ICMW", "2009-01-15"), "2009-05-01");
    assert_eq!(from("ROME", "2002-04-11"), "2002-07-01");
    assert_eq!(from("GENOCIDE", "1950-10-14"), "1951-01-12");
    let begins = Some(day("2008-05-03"));
    let made = day("2007-10-01");
    let bound = takes_effect("CRPD", begins, CommitmentAction::Ratification, made);
    assert_eq!(bound, begins, "never before the instrument itself");
    for act in [CommitmentAction::Signature, CommitmentAction::Reservation] {
        assert_eq!(takes_effect("ICCPR", None, act, made), None, "{act} binds nobody");
    }
    assert_eq!(takes_effect("SOME-TREATY", None, CommitmentAction::Accession, made), None);
}

#[test]
fn what_is_not_known_is_said() {
    let note = |code: &str, country: &str, on: &str| {
        BOOK.one(code, country, day(on)).unwrap().note.unwrap_or_default()
    };
    assert!(note("ICCPR", "KHM", "2024-01-01").contains("as of 2022-06-13; later acts are not"));
    assert_eq!(note("ICCPR", "KHM", "2017-11-26"), "");
    assert!(note("ECHR", "FRA", "2017-11-26").contains("no commitments to it are loaded"));
    // Known by the year alone: bound from its end and the delay of the treaty, at the latest.
    let year = BOOK
        .commitments
        .iter()
        .flat_map(|(country, acts)| acts.iter().map(move |act| (country, act)))
        .find(|(_, act)| act.date.as_str().len() == 4)
        .unwrap();
    let (country, act) = year;
    let code = &BOOK.instruments[act.instrument].code;
    let after = act.date.latest().unwrap() + Days::new(366);
    let standing = BOOK.one(code, country, after).unwrap();
    assert!(standing.binds && standing.in_force_since.is_none(), "{country} {code}");
    assert!(standing.note.unwrap().contains("from which day it is in force"));
}

#[test]
fn those_who_left_are_bound_no_more() {
    assert!(said("ROME", "PHL", "2019-03-16").starts_with("party"));
    assert_eq!(said("ROME", "PHL", "2019-03-17"), "withdrawn by denunciation of 2018-03-17");
}

#[test]
fn provisions_are_whole() {
    // The articles that each instrument has; parts of articles do not count.
    for (code, articles) in [
        ("ICCPR", 53),
        ("ICESCR", 31),
        ("CAT", 33),
        ("CEDAW", 30),
        ("CRC", 54),
        ("ICERD", 25),
        ("UDHR", 30),
        ("CRPD", 50),
        ("CPED", 45),
        ("ACHPR", 68),
        ("ACHR", 82),
        ("ECHR", 59),
        ("ARAB-CHARTER", 53),
        ("AHRD", 40),
        ("UN_HRD_DECL", 20),
    ] {
        let instrument = BOOK.instruments.iter().find(|it| it.code == code).unwrap();
        let number = |label: &str| -> Option<u32> {
            label.strip_prefix("Article ")?.split('(').next()?.parse().ok()
        };
        let mut numbers: Vec<u32> =
            instrument.provisions.iter().filter_map(|it| number(&it.label)).collect();
        assert!(numbers.is_sorted(), "{code} is in order");
        numbers.dedup();
        assert_eq!(numbers, (1..=articles).collect::<Vec<_>>(), "{code}");
        let has_clause = matches!(code, "ICCPR" | "ACHR" | "ECHR" | "ARAB-CHARTER");
        let says = instrument.provisions.iter().filter(|it| it.derogable.is_some()).count();
        assert_eq!(says > 10, has_clause, "{code} says what may be suspended");
    }
}

#[test]
fn what_may_never_be_suspended_is_what_the_clauses_say() {
    let never = |code: &str| -> Vec<&str> {
        let it = BOOK.instruments.iter().find(|it| it.code == code).unwrap();
        let never = it.provisions.iter().filter(|it| it.derogable == Some(false));
        never.map(|it| it.label.trim_start_matches("Article ")).collect()
    };
    assert_eq!(never("ICCPR"), ["6", "7", "8(1)-(2)", "11", "15", "16", "18"]);
    assert_eq!(never("ECHR"), ["2", "3", "4(1)", "7"]);
    let american = ["3", "4", "5", "6", "9", "12", "17", "18", "19", "20", "23"];
    assert_eq!(never("ACHR"), american);
    let arab =
        ["5", "8", "9", "10", "13", "14(6)", "15", "18", "19", "20", "22", "27", "28", "29", "30"];
    assert_eq!(never("ARAB-CHARTER"), arab);
}

#[test]
fn an_article_on_one_wrong_alone_is_not_engaged_by_others() {
    let engaged = |rights: &[&str]| -> Vec<String> {
        let all = BOOK.obligations("KHM", day("2017-11-26"), rights).into_iter();
        all.map(|it| format!("{} {}", it.standing.instrument.code, it.provision.label)).collect()
    };
    let by_arrest = engaged(&["liberty"]);
    assert!(by_arrest.contains(&"ICCPR Article 9".to_owned()), "{by_arrest:?}");
    for other in ["ICCPR Article 11", "CPED Article 1", "CPED Article 17"] {
        assert!(!by_arrest.contains(&other.to_owned()), "{other} is about another wrong");
    }
    assert!(engaged(&["disappearance"]).contains(&"CPED Article 1".to_owned()));
    assert!(!engaged(&["fair_trial"]).contains(&"ICCPR Article 15".to_owned()));
    assert!(!engaged(&["remedy"]).iter().any(|it| it.starts_with("CAT ")));
}

fn country() -> impl Strategy<Value = String> {
    let mut all: Vec<String> = BOOK.commitments.keys().cloned().collect();
    all.push("XKX".to_owned());
    all.sort_unstable();
    proptest::sample::select(all)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..40_000).prop_map(|days| day("1940-01-01") + Days::new(days))
}

/// What must not change between the days on which something happens.
fn summary(country: &str, on: NaiveDate) -> Vec<(String, LegalStatus, bool, Option<NaiveDate>)> {
    let all = BOOK.on(country, on).into_iter();
    all.map(|it| (it.instrument.code.clone(), it.status, it.binds, it.in_force_since)).collect()
}

proptest! {
    #[test]
    fn nothing_changes_but_on_a_day_of_a_commitment(country in country(), on in any_day(), days in 0_u64..3_000) {
        let other = on + Days::new(days);
        if BOOK.period(&country, on) == BOOK.period(&country, other) {
            prop_assert_eq!(summary(&country, on), summary(&country, other));
        }
    }

    #[test]
    fn nothing_binds_before_the_instrument_is_in_force(country in country(), on in any_day()) {
        for it in BOOK.on(&country, on) {
            let begins = it.instrument.in_force_on.as_ref().and_then(Edtf::latest);
            if it.binds {
                prop_assert!(begins.is_none_or(|begins| begins <= on), "{}", it.instrument.code);
            }
            if let Some(since) = it.in_force_since {
                prop_assert!(it.binds && since <= on);
                prop_assert!(begins.is_none_or(|begins| begins <= since));
            }
        }
    }

    #[test]
    fn whatever_stands_rests_on_an_act_of_before(country in country(), on in any_day()) {
        for it in BOOK.on(&country, on) {
            let rests = matches!(it.status, LegalStatus::Party | LegalStatus::Signatory
                | LegalStatus::BindingOnSignature | LegalStatus::Withdrawn);
            prop_assert_eq!(it.by.is_some(), rests, "{}", it.instrument.code);
            if let Some(act) = it.by {
                prop_assert!(act.date.latest().unwrap() <= on);
            }
            let may_bind = matches!(it.status, LegalStatus::Party | LegalStatus::BindingOnSignature);
            prop_assert!(may_bind || !it.binds);
        }
    }
}
