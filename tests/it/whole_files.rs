//! Real files, each whole: looked at, taken, out again with what stood in it, and taken back. That
//! rows are known again, files in `imports` show.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::Client;
use crate::imports::{count, desk, real};

/// A row, by the names of its columns.
type Cells = BTreeMap<String, String>;

/// A real file, and how it is read.
struct Real {
    bytes: Vec<u8>,
    query: String,
    /// Its rows, as another reader has them.
    rows: Vec<Cells>,
    /// The number of the first of them: what is above is header.
    first: usize,
    /// What they become.
    list: &'static str,
    /// How many of them can be taken at least.
    least: usize,
    /// What else is counted, as the file has it.
    counted: Vec<(&'static str, usize)>,
}

impl Real {
    fn of(name: &str, list: &'static str, least: usize) -> Self {
        let bytes = real(name);
        let rows = read(csv::ReaderBuilder::new().from_reader(bytes.as_slice()));
        let query = format!("file_name={name}");
        Self { bytes, query, rows, first: 2, list, least, counted: Vec::new() }
    }

    fn mapped(mut self, mapping: &Value) -> Self {
        let mapping = mapping.to_string();
        let mapping: String = form_urlencoded::byte_serialize(mapping.as_bytes()).collect();
        self.query = format!("{}&mapping={mapping}", self.query);
        self
    }
}

fn read<R: std::io::Read>(mut reader: csv::Reader<R>) -> Vec<Cells> {
    reader.deserialize().map(Result::unwrap).collect()
}

/// Waits until an import is in a state, or has failed.
async fn settled(client: &Client<'_>, started: Value, state: &str) -> Value {
    let path = format!("/api/v1/imports/{}", started["id"].as_str().unwrap());
    let mut now = started;
    while now["state"] != state && now["state"] != "failed" {
        // Whoever asks is shown what each column may be, which takes longer than many rows.
        actix_web::rt::time::sleep(Duration::from_secs(1)).await;
        now = client.get(&path).await.must(200);
    }
    now
}

async fn sent(client: &Client<'_>, file: &Real, dry: bool) -> Value {
    let path = format!("/api/v1/imports?wait=0&dry_run={dry}&{}", file.query);
    let request = TestRequest::post().uri(&path).set_payload(file.bytes.clone());
    let kind = [("content-type", "application/octet-stream")];
    let started = client.raw(request, &kind).await;
    assert!(started.status.is_success(), "{}", started.body);
    let state = if dry { "checked" } else { "done" };
    let done = settled(client, started.json(), state).await;
    assert_eq!(done["state"], state, "{done}");
    done
}

/// The rows that made nothing: refused, or the same as another.
async fn made_nothing(client: &Client<'_>, import: &Value) -> HashSet<usize> {
    let mut numbers = HashSet::new();
    for outcome in ["refused", "matched"] {
        let path = format!(
            "/api/v1/imports/{}/rows?outcome={outcome}&limit=500",
            import["id"].as_str().unwrap()
        );
        let mut after = String::new();
        loop {
            let page = client.get(&format!("{path}{after}")).await.must(200);
            for row in page["items"].as_array().unwrap() {
                assert!(row["message"].as_str().is_some_and(|it| !it.is_empty()), "{row}");
                numbers.insert(usize::try_from(row["row"].as_u64().unwrap()).unwrap());
            }
            let Some(next) = page["next_cursor"].as_str() else { break };
            after = format!("&after={next}");
        }
    }
    numbers
}

/// Takes a file the whole way. `same`: what must be the same in a row of the file and in what is
/// exported of it.
async fn whole_way(file: Real, same: impl Fn(&Cells, &Cells)) {
    let (app, _dir) = desk();
    // A reviewer: demands and citations rest on what is reviewed.
    let reviewer = app.user(Role::Reviewer).await;
    let looked = sent(&reviewer, &file, true).await;
    assert_eq!(looked["counts"]["rows"], file.rows.len(), "{looked}");
    let created = usize::try_from(looked["counts"]["created"].as_u64().unwrap()).unwrap();
    assert!(created >= file.least, "{}", looked["counts"]);
    assert_eq!(count(&reviewer, file.list).await, 0, "a dry run makes nothing");

    let done = sent(&reviewer, &file, false).await;
    for what in ["rows", "created", "matched", "refused", "actors_created", "incidents_created"] {
        assert_eq!(done["counts"][what], looked["counts"][what], "{what}");
    }
    for (what, count) in &file.counted {
        assert_eq!(done["counts"][what], *count, "{what}");
    }
    let nothing = made_nothing(&reviewer, &done).await;
    let numbered = file.rows.iter().zip(file.first..);
    let taken: Vec<&Cells> =
        numbered.filter(|it| !nothing.contains(&it.1)).map(|it| it.0).collect();
    assert_eq!(taken.len(), created, "every row that made nothing is said");

    let csv = reviewer.get(&format!("/api/v1/exports/{}.csv", file.list)).await;
    assert_eq!(csv.status.as_u16(), 200, "{}", csv.body);
    let mut exported = read(csv::Reader::from_reader(csv.body.as_bytes()));
    if file.list == "statements" {
        // What the others rest on, if there is one, came first.
        exported.drain(..usize::from(done["statement"].is_string()));
    }
    assert_eq!(exported.len(), created);
    for (row, out) in taken.iter().zip(&exported) {
        same(row, out);
    }

    let path = format!("/api/v1/imports/{}/undo?wait=0", done["id"].as_str().unwrap());
    let begun = reviewer.post(&path, Value::Null).await;
    assert!(begun.status.is_success(), "{}", begun.body);
    let back = settled(&reviewer, begun.json(), "undone").await;
    assert_eq!((&back["state"], &back["counts"]["left"]), (&json!("undone"), &json!(0)), "{back}");
    for list in ["events", "incidents", "actors"] {
        assert_eq!(count(&reviewer, list).await, 0, "{list}");
    }
    assert_eq!(count(&reviewer, file.list).await, 0);
}

#[track_caller]
fn same_text(row: &Cells, column: &str, out: &Cells, name: &str) {
    assert_eq!(out[name].trim(), row[column].trim(), "{name} of {row:?}");
}

/// The point, as exactly as the precision bears.
#[track_caller]
fn same_point(row: &Cells, columns: [&str; 2], out: &Cells) {
    let decimals = match out["geo_precision"].as_str() {
        "exact" => 4,
        "near" => 2,
        "district" => 1,
        _ => 0,
    };
    let scale = 10_f64.powi(decimals);
    for (column, name) in columns.into_iter().zip(["latitude", "longitude"]) {
        let told: Option<f64> =
            row[column].trim().parse().ok().map(|it: f64| (it * scale).round() / scale);
        assert_eq!(out[name].parse().ok(), told, "{name} of {row:?}");
    }
}

#[actix_web::test]
async fn the_whole_file_of_the_upr() {
    let name = "upr_raw_s1-5_macroman_CR.csv";
    let bytes = real(name);
    let (text, _) = encoding_rs::MACINTOSH.decode_without_bom_handling(&bytes);
    let lines = csv::ReaderBuilder::new()
        .terminator(csv::Terminator::Any(b'\r'))
        .from_reader(text.as_bytes());
    let mapping = json!({"name": "upr", "title": "UPR", "kind": "statement", "source": "upr", "fields": [
        {"field": "title", "template": "{From} to {To}, session {Session}"}, {"field": "kind", "value": "government_statement"},
        {"field": "body", "column": "Text"}, {"field": "issuers", "column": "From", "split": "|"}, {"field": "issuer_kinds", "value": "state"},
        {"field": "countries", "column": "To"}]});
    let query = format!("file_name={name}");
    let rows = read(lines);
    assert_eq!(rows.len(), 6_094);
    let (list, least, counted) = ("statements", rows.len(), Vec::new());
    let file = Real { bytes, query, rows, first: 2, list, least, counted };
    whole_way(file.mapped(&mapping), |row, out| {
        same_text(row, "Text", out, "body");
        let title = format!("{} to {}, session {}", row["From"], row["To"], row["Session"]);
        assert_eq!(out["title"], title);
        same_text(row, "From", out, "issuers");
    })
    .await;
}

#[actix_web::test]
async fn the_whole_file_of_arvig() {
    let mapping = json!({"name": "arvig", "title": "ARVIG", "kind": "event", "source": "arvig", "fields": [
        {"field": "date", "column": "date"}, {"field": "place_name", "column": "location"}, {"field": "admin1", "column": "state"},
        {"field": "country", "value": "DEU"}, {"field": "incident", "column": "state"}, {"field": "latitude", "column": "latitude"}, {"field": "longitude", "column": "longitude"},
        {"field": "geo_precision", "value": "near"}, {"field": "narrative", "column": "description"},
        {"field": "type", "column": "category_en", "values": {"demonstration*": "intimidation_harassment", "*": "physical_attack"}}]});
    let file = Real::of("arvig_germany.csv", "events", 6_831).mapped(&mapping);
    assert_eq!(file.rows.len(), 6_918);
    whole_way(file, |row, out| {
        assert_eq!(out["country_iso3"], "DEU");
        same_text(row, "date", out, "date");
        same_text(row, "location", out, "place");
        same_text(row, "state", out, "admin1");
        same_point(row, ["latitude", "longitude"], out);
    })
    .await;
}

#[actix_web::test]
async fn the_whole_file_of_lists_of_the_killed() {
    let mapping = json!({"name": "hrdag", "title": "Lists", "kind": "event", "source": "hrdag", "fields": [
        {"field": "external_id", "template": "{city} {ID}"}, {"field": "type", "value": "killing"}, {"field": "country", "value": "PHL"},
        {"field": "date", "column": "Date"}, {"field": "place_name", "column": "Location"}, {"field": "admin1", "column": "city"},
        {"field": "incident", "column": "category"}, {"field": "deaths_best", "value": "1"}]});
    let file = Real::of("hrdag_ph_drug_killings_multilist.csv", "events", 2_320).mapped(&mapping);
    assert_eq!(file.rows.len(), 2_320);
    whole_way(file, |row, out| {
        same_text(row, "city", out, "admin1");
        same_text(row, "Location", out, "place");
        assert_eq!((out["deaths_best"].as_str(), out["country_iso3"].as_str()), ("1", "PHL"));
        let (month, year) = row["Date"].split_once('-').unwrap();
        let months =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = months.iter().position(|it| *it == month).unwrap() + 1;
        assert_eq!(out["date"], format!("{year}-{month:02}"));
    })
    .await;
}

/// The numbers of a row as exported: empty where the file says nothing.
#[track_caller]
fn same_number(row: &Cells, column: &str, out: &Cells, name: &str) {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    assert_eq!(number(&out[name]), number(&row[column]), "{name} of {row:?}");
}

#[actix_web::test]
async fn the_whole_file_of_ucdp() {
    let mut file = Real::of("ucdp_ged_syria_19.1.csv", "events", 16_000);
    assert_eq!(file.rows.len(), 16_566);
    // Estimates that contradict themselves are refused; each dyad is an incident, each name an actor.
    let deaths = |row: &Cells| ["low", "best", "high"].map(|it| row[it].parse::<u32>().unwrap());
    let (taken, refused): (Vec<&Cells>, Vec<&Cells>) =
        file.rows.iter().partition(|it| deaths(it).is_sorted());
    let dyads: HashSet<&str> = taken.iter().map(|it| it["dyad_new_id"].as_str()).collect();
    let names = |side: &'static str| taken.iter().map(move |it| it[side].trim());
    let actors: HashSet<&str> = names("side_a").chain(names("side_b")).collect();
    file.counted = vec![
        ("refused", refused.len()),
        ("incidents_created", dyads.len()),
        ("actors_created", actors.len()),
    ];
    whole_way(file, |row, out| {
        let (from, to) = (&row["date_start"], &row["date_end"]);
        let date = if from == to { from.clone() } else { format!("{from}/{to}") };
        assert_eq!((&out["date"], out["country_iso3"].as_str()), (&date, "SYR"));
        let precision = match row["where_prec"].as_str() {
            "1" => "exact",
            "2" => "near",
            "3" => "district",
            "4" => "province",
            "5" => "linear",
            _ => "country",
        };
        assert_eq!(out["geo_precision"], precision);
        same_point(row, ["latitude", "longitude"], out);
        for (column, name) in [
            ("where_coordinates", "place"),
            ("adm_1", "admin1"),
            ("side_a", "perpetrators"),
            ("side_b", "targets"),
        ] {
            same_text(row, column, out, name);
        }
        for (column, name) in
            [("low", "deaths_low"), ("best", "deaths_best"), ("high", "deaths_high")]
        {
            same_number(row, column, out, name);
        }
    })
    .await;
}

/// What a row about an attack on health care says, as far as it is taken.
#[track_caller]
fn same_attack(row: &Cells, out: &Cells) {
    assert_eq!((&out["date"], &out["country_iso3"]), (&row["Date"], &row["Country ISO"]));
    same_text(row, "Admin 1", out, "admin1");
    same_point(row, ["Latitude", "Longitude"], out);
    same_number(row, "Health Workers Killed", out, "deaths_best");
    let named = match row["Reported Perpetrator Name"].trim() {
        "No Information" | "Not Applicable" => "",
        name => name,
    };
    // The file writes one of them in two ways.
    assert_eq!(out["perpetrators"].to_lowercase(), named.to_lowercase(), "of {row:?}");
}

const ATTACKS: &str = "insecurity_insight_attacks_on_health_2016-2023";

#[actix_web::test]
async fn the_whole_file_of_insecurity_insight() {
    let file = Real::of(&format!("{ATTACKS}.csv"), "events", 8_000);
    assert_eq!(file.rows.len(), 8_854);
    whole_way(file, same_attack).await;
}

/// The workbook has the rows of the other file, and one of HXL tags under its header.
#[actix_web::test]
async fn the_whole_file_of_insecurity_insight_as_a_workbook() {
    let name = format!("{ATTACKS}_with_hxl_row.xlsx");
    let mut file = Real::of(&format!("{ATTACKS}.csv"), "events", 8_000);
    file.first = 3;
    file.bytes = real(&name);
    file.query = format!("file_name={name}");
    whole_way(file, same_attack).await;
}
