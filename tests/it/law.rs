//! Law in force: the facts that come with the program, what users and tables add to them, and what
//! statements say of it.

use std::collections::HashMap;

use actix_web::web::block;
use saksi::casework::commitments::{self, Difference};
use saksi::casework::verify::verify;
use saksi::casework::{Act, seed};
use saksi::domain::{Clock, Role};
use saksi::error::Error;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, dissolution, press_statement};

/// The rows of a table of `tests/law`.
pub fn rows_of(table: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

pub const ACTS: &str = include_str!("../law/acts.csv");
pub const STANDINGS: &str = include_str!("../law/standings.csv");

/// How an instrument stood for a state at the end of a year, by the table alone. Withdrawals are not in it.
fn expected(
    rows: &[HashMap<String, String>],
    country: &str,
    code: &str,
    year: i32,
) -> &'static str {
    let done = |row: &&HashMap<String, String>| {
        let date = if row["date"].is_empty() { &row["as_of"] } else { &row["date"] };
        date[..4].parse::<i32>().unwrap() <= year
    };
    let of: Vec<_> = rows
        .iter()
        .filter(|row| row["country"] == country && row["instrument"] == code)
        .filter(done)
        .collect();
    match (code, of.iter().any(|row| row["action"] != "signature")) {
        ("PARIS-1991", _) if !of.is_empty() => "binding_on_signature",
        ("ROME", _) if country == "PHL" && year > 2019 => "withdrawn",
        (_, true) => "party",
        (_, false) if !of.is_empty() => "signatory",
        _ => "not_party",
    }
}

#[actix_web::test]
async fn every_standing_is_that_of_the_acts() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    let rows = rows_of(ACTS);
    for country in ["KHM", "IDN", "PHL", "MMR", "IND", "TTO", "BRN", "NLD"] {
        for year in [1985, 2017, 2024] {
            let law = viewer.get(&format!("/api/v1/law/{country}?on={year}-12-31")).await.must(200);
            let items = law["items"].as_array().unwrap();
            assert_eq!(items.len(), 35);
            for item in items {
                let (code, status) =
                    (item["code"].as_str().unwrap(), item["status"].as_str().unwrap());
                let is_loaded = !matches!(code, "ACHPR" | "ECHR" | "ARAB-CHARTER");
                assert_eq!(item["known"], is_loaded, "{country} {code} {year}: {item}");
                let wanted = match code {
                    "UDHR" | "AHRD" | "UN_HRD_DECL" => "not_ratifiable",
                    "ACHPR" | "ECHR" | "ARAB-CHARTER" => "not_party",
                    "ACHR" if country == "TTO" && year > 1999 => "withdrawn",
                    code => expected(&rows, country, code, year),
                };
                assert_eq!(status, wanted, "{country} {code} {year}: {item}");
            }
        }
    }
}

#[actix_web::test]
async fn law_stands_row_by_row_as_it_should() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    let mut checked = 0;
    let mut law: HashMap<(String, String), Value> = HashMap::new();
    for row in rows_of(STANDINGS) {
        let (country, on) = (row["country"].clone(), row["on"].clone());
        let key = (country.clone(), on.clone());
        if !law.contains_key(&key) {
            let path = format!("/api/v1/law/{country}?on={on}");
            law.insert(key.clone(), viewer.get(&path).await.must(200));
        }
        let items = law[&key]["items"].as_array().unwrap();
        let item = items.iter().find(|it| it["code"] == row["instrument"]).unwrap();
        let given = |name: &str| item[name].as_str().unwrap_or_default();
        for name in ["status", "since", "in_force_since", "source", "as_of"] {
            // Of a withdrawal the program's table has another source, without a day.
            if ["source", "as_of"].contains(&name) && row["status"] == "withdrawn" {
                continue;
            }
            let code = &row["instrument"];
            // The program's table says of some sources what they are.
            let is_same = given(name) == row[name]
                || name == "source" && !row[name].is_empty() && given(name).ends_with(&row[name]);
            assert!(is_same, "{country} {code} on {on}: {name} of {item}");
        }
        checked += 1;
    }
    assert_eq!(checked, 4 * 2 * 28);
}

#[actix_web::test]
async fn every_act_is_in_the_table_with_its_source() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    let four = ["KHM", "IDN", "PHL", "MMR"];
    let mut acts: HashMap<String, Vec<HashMap<String, String>>> = HashMap::new();
    for row in rows_of(ACTS) {
        if four.contains(&row["country"].as_str()) {
            acts.entry(row["instrument"].clone()).or_default().push(row);
        }
    }
    assert!(acts.len() > 20);
    for (code, acts) in acts {
        let path =
            format!("/api/v1/instruments/{code}/commitments?country={}&limit=500", four.join(","));
        let known = viewer.get(&path).await.must(200);
        let known = known["items"].as_array().unwrap();
        for act in acts {
            let is_it = |it: &Value| {
                let same = ["country", "action", "date", "as_of"];
                let source = it["source"].as_str().unwrap_or_default();
                same.iter().all(|name| it[name] == act[*name]) && source.ends_with(&act["source"])
            };
            assert!(known.iter().any(is_it), "{act:?} is not there");
        }
    }
}

async fn compared(app: &TestApp, table: &str) -> Result<(Difference, Vec<String>), Error> {
    let (office, table, now) = (app.app.office.clone(), table.to_owned(), app.now());
    let system = office.database.read(seed::system).await.unwrap().unwrap();
    let memory = office.memory.clone();
    office
        .database
        .read(move |db| {
            let program = system.user;
            let mut act = Act::by(system, now, memory.for_a_write());
            let facts = commitments::read(db, &mut act, table.as_bytes())?;
            let difference = commitments::compare(db, program, facts)?;
            let lines = difference.lines(db)?;
            let line = |it: &commitments::DifferenceLine| {
                format!("{} {} {}", it.sign, it.what, it.changes.join(" ")).trim().to_owned()
            };
            let lines = lines.iter().map(line).collect();
            Ok((difference, lines))
        })
        .await
}

async fn take(app: &TestApp, difference: Difference) {
    let system = app.app.office.database.read(seed::system).await.unwrap().unwrap();
    let work = move |db: &mut _, act: &mut Act| commitments::apply(db, act, difference);
    app.app.office.act(system, app.now(), work).await.unwrap();
}

async fn status(client: &Client<'_>, country: &str, day: &str, code: &str) -> Value {
    let law = client.get(&format!("/api/v1/law/{country}?on={day}")).await.must(200);
    let items = law["items"].as_array().unwrap();
    items.iter().find(|it| it["code"] == code).unwrap().clone()
}

async fn all_is_well(app: &TestApp) {
    let database = app.app.office.database.clone();
    let wrong = block(move || database.snapshot(verify).unwrap()).await.unwrap();
    assert_eq!(wrong, Vec::<String>::new());
}

#[actix_web::test]
async fn a_table_of_commitments_is_compared_then_taken_over() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let own = admin
        .post(
            "/api/v1/instruments/ICCPR/commitments",
            json!({"country": "KHM", "action": "declaration", "date": "2001-02-03"}),
        )
        .await
        .must(201);
    let table = "instrument,country,action,date,effective_on,source,as_of,note\n\
        ICCPR,KHM,signature,1980-10-17,,UNTC MTDSG via github:zmjones/untreaties@003ce13,2015-03-14,depositary scrape\n\
        ICCPR,KHM,accession,1992-05-26,1992-08-26,the depositary,2026-01-01,\n\
        ICCPR,KHM,declaration,2001-02-03,,the depositary,,\n\
        ICCPR-OP1,KHM,ratification,2026,,the depositary,2026-01-01,\n";
    let (difference, lines) = compared(&app, table).await.unwrap();
    assert_eq!(
        lines,
        [
            "+ KHM ICCPR-OP1 ratification 2026",
            "~ KHM ICCPR accession 1992-05-26 effective_on: nothing -> 1992-08-26 source: UNTC MTDSG via \
             github:zmjones/untreaties@003ce13 -> the depositary as_of: 2015-03-14 -> 2026-01-01 \
             note: depositary scrape -> nothing",
            "- KHM ICCPR-OP1 signature 2004-09-27",
        ]
    );
    assert_eq!((difference.same, difference.of_users), (1, 1));
    take(&app, difference).await;
    assert_eq!(compared(&app, table).await.unwrap().1, [""; 0]);

    let now = status(&admin, "KHM", "2027-06-01", "ICCPR-OP1").await;
    assert_eq!((&now["status"], &now["in_force_since"]), (&json!("party"), &Value::Null));
    assert!(now["note"].as_str().unwrap().contains("from which day"));
    let before = status(&admin, "KHM", "2020-06-01", "ICCPR-OP1").await;
    assert_eq!(before["status"], "not_party", "the signature is gone");
    let kept = admin
        .get(&format!("/api/v1/instruments/ICCPR/commitments/{}", own["id"].as_str().unwrap()))
        .await;
    assert_eq!(kept.must(200)["version"], 1, "what users entered is left alone");
    all_is_well(&app).await;
}

#[actix_web::test]
async fn a_table_that_does_not_fit_is_refused_with_its_rows() {
    let app = TestApp::new();
    for (table, wanted) in [
        ("", "the header does not fit (missing: instrument, country, action, date)"),
        ("instrument,country,action,date,colour\n", "not known: colour"),
        ("instrument,country,action,date\n", "no rows"),
        (
            "instrument,country,action,date\nICCPR,KHM,signature,1980-10-17\nICCPR,ATL,signature,1980\n",
            "row 3, country:",
        ),
        (
            "instrument,country,action,date\nNONE,KHM,signature,1980\n",
            "row 2, instrument: there is no instrument 'NONE'",
        ),
        ("instrument,country,action,date\nICCPR,KHM,signing,1980\n", "row 2, action:"),
        ("instrument,country,action,date\nICCPR,KHM,signature,1980-13\n", "row 2, date:"),
        ("instrument,country,action,date\nICCPR,KHM,signature,\n", "row 2, date: is required"),
        (
            "instrument,country,action,date\nICCPR,KHM,signature,1981\nICCPR,KHM,signature,1981\n",
            "row 3 repeats row 2",
        ),
        ("instrument,country,action,date\nICCPR,KHM\n", "cannot be read as CSV"),
        (
            "instrument,country,action,date,provision\nICCPR,KHM,reservation,1981,Article 99\n",
            "row 2, provision: there is no provision",
        ),
    ] {
        let Err(Error::Invalid(fields)) = compared(&app, table).await else { panic!("{table}") };
        assert!(fields[0].message.contains(wanted), "{}: {}", wanted, fields[0].message);
    }
}

#[actix_web::test]
async fn a_newer_program_brings_its_data_and_leaves_what_people_did() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let first = |list: Value| list["items"][0]["id"].as_str().unwrap().to_owned();
    let found = admin.get("/api/v1/instruments/CAT/commitments?country=KHM").await.must(200);
    let changed = format!("/api/v1/instruments/CAT/commitments/{}", first(found));
    admin.patch(&changed, json!({"note": "looked up by us"})).await.must(200);
    let found = admin.get("/api/v1/instruments/CRC/commitments?country=KHM").await.must(200);
    let hidden = format!("/api/v1/instruments/CRC/commitments/{}", first(found));
    admin.delete(&hidden).await;
    let count = |path: &'static str| {
        let admin = admin.clone();
        async move { admin.get(&format!("{path}count=true&limit=1")).await.must(200)["total"].clone() }
    };
    let (acts, parts) = (
        count("/api/v1/instruments/ICCPR/commitments?").await,
        count("/api/v1/instruments/CRC/provisions?").await,
    );
    // As an older program left it: without some of the rows.
    app.tamper(
        "DELETE FROM commitments WHERE country = 'IDN'; \
         DELETE FROM provisions WHERE label = 'Article 45'; \
         DELETE FROM reference_data",
    );
    let database = app.app.office.database.clone();
    let again = move || {
        assert!(!seed::seed(&database, Clock::System.now()).unwrap(), "it was filled before");
        assert!(!seed::seed(&database, Clock::System.now()).unwrap());
    };
    block(again).await.unwrap();
    assert_eq!(count("/api/v1/instruments/ICCPR/commitments?").await, acts);
    assert_eq!(count("/api/v1/instruments/CRC/provisions?").await, parts);
    assert_eq!(admin.get(&changed).await.must(200)["note"], "looked up by us");
    admin.get(&hidden).await.problem(404);
    assert_eq!(status(&admin, "KHM", "2017-11-26", "CRC").await["status"], "not_party");
    assert_eq!(status(&admin, "IDN", "2017-11-26", "ICCPR").await["status"], "party");
}

#[actix_web::test]
async fn reservations_and_derogations_limit_what_they_are_about_while_they_last() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let statement = admin.post("/api/v1/statements", press_statement()).await.must(201);
    admin.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let path = "/api/v1/instruments/ICCPR/commitments";
    for (wrong, pointer) in [
        (json!({"action": "reservation", "provision": "CAT Article 1"}), "/provision"),
        (json!({"action": "reservation", "provision": "ICCPR Article 99"}), "/provision"),
        (json!({"action": "accession", "provision": "ICCPR Article 22"}), "/provision"),
        (json!({"action": "accession", "ends_on": "2018-01-01"}), "/ends_on"),
        (json!({"action": "derogation", "ends_on": "2017-10-01"}), "/ends_on"),
        (json!({"action": "derogation", "ends_on": "soon"}), "/ends_on"),
        (json!({"action": "derogation", "statement": "S-1900-00001"}), "/statement"),
    ] {
        let mut body = json!({"country": "KHM", "date": "2017-11-01"});
        for (name, value) in wrong.as_object().unwrap() {
            body[name] = value.clone();
        }
        let problem = admin.post(path, body).await.problem(422);
        assert!(problem.contains(pointer), "{problem}");
    }
    let made = admin
        .post(
            path,
            json!({"country": "KHM", "action": "derogation", "date": "2017-11-01", "ends_on": "2017-11-30",
                "provision": "ICCPR Article 22", "statement": "S-2017-00001"}),
        )
        .await
        .must(201);
    assert_eq!(made["provision"]["label"], "Article 22");
    assert_eq!(made["statement"]["id"], statement["id"]);
    let reserved = json!({"country": "KHM", "action": "reservation", "date": "1992-05-26"});
    let reserved = admin.post(path, reserved).await.must(201);

    let standing = status(&admin, "KHM", "2017-11-16", "ICCPR").await;
    assert_eq!(standing["derogations"][0]["provision"], "Article 22");
    assert_eq!(standing["reservations"][0]["provision"], Value::Null);
    for day in ["2017-10-31", "2017-12-01"] {
        assert_eq!(status(&admin, "KHM", day, "ICCPR").await["derogations"], json!([]));
    }
    let law = admin.get("/api/v1/events/KHM-2017-0001-E1/law").await.must(200);
    let of = |label: &str| {
        let all = law["obligations"].as_array().unwrap();
        let found = all.iter().find(|it| {
            it["provision"]["label"] == label && it["provision"]["instrument"] == "ICCPR"
        });
        found.map(|it| (it["suspended"].clone(), it["reserved"].clone())).unwrap()
    };
    assert_eq!(of("Article 22"), (json!(true), json!(true)));
    assert_eq!(of("Article 25"), (json!(false), json!(true)));
    let groups: Vec<_> =
        law["obligations"].as_array().unwrap().iter().map(|it| &it["only_for"]).collect();
    let first = groups.iter().position(|it| !it.is_null()).unwrap();
    assert!(groups[first..].iter().all(|it| !it.is_null()), "what is for all comes first");

    // A reservation that was withdrawn.
    let one = format!("{path}/{}", reserved["id"].as_str().unwrap());
    admin.patch(&one, json!({"ends_on": "2010-01-01"})).await.must(200);
    let standing = status(&admin, "KHM", "2017-11-16", "ICCPR").await;
    assert_eq!(standing["reservations"], json!([]));
    all_is_well(&app).await;
}

#[actix_web::test]
async fn what_a_statement_claims_of_law_is_checked() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let mut statement = press_statement();
    statement["issued_on"] = json!("2017-11-27");
    statement["countries"] = json!(["KHM"]);
    statement["body"] = json!(
        "As a signatory to the International Covenant on Civil and Political Rights (ICCPR), the \
         government must protect assembly. It has ratified the Rome Statute. It never ratified the CAT. \
         Cambodia is a state party to the ICMW, and acceded to the Universal Declaration of Human Rights."
    );
    let made = monitor.post("/api/v1/statements", statement).await.must(201);
    let reference = made["ref"].as_str().unwrap();
    monitor
        .post(
            "/api/v1/citations",
            json!({"statement": reference, "provision": "PARIS-1991 Article 15", "stance": "invokes"}),
        )
        .await
        .must(201);
    let law = monitor.get(&format!("/api/v1/statements/{reference}/law")).await.must(200);
    assert_eq!(law["on"], "2017-11-27");
    let items: Vec<_> = law["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let said = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {}",
                said(&it["instrument"]),
                said(&it["claimed"]),
                said(&it["outcome"]),
                said(&it["standing"]["status"])
            )
        })
        .collect();
    assert_eq!(
        items,
        [
            "ICCPR signatory stronger party",
            "ROME party confirmed party",
            "ICMW party contradicted signatory",
            "UDHR party contradicted not_ratifiable",
            "PARIS-1991 - - binding_on_signature",
        ]
    );
    let first = &law["items"][0];
    assert_eq!(first["standing"]["action"], "accession");
    assert_eq!(first["standing"]["since"], "1992-05-26");
    assert_eq!(first["standing"]["in_force_since"], "1992-08-26");
    let body = made["body"].as_str().unwrap();
    let at = |name: &str| usize::try_from(first[name].as_u64().unwrap()).unwrap();
    let passage: String = body.chars().skip(at("start")).take(at("end") - at("start")).collect();
    assert_eq!(first["quote"], passage);
    monitor.get("/api/v1/statements/S-1900-00001/law").await.problem(404);
}
