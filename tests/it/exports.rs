//! Datasets as files.

use std::io::Read;

use bytes::Bytes;
use parquet::file::reader::{FileReader, SerializedFileReader};
use saksi::domain::Role;
use saksi::exchange::Dataset;
use serde_json::{Value, json};

use crate::harness::{TestApp, dissolution, move_to, press_statement};

/// The order of columns that clients rely on.
const EVENTS: &str = "event_ref,incident_ref,event_id,event_type,event_type_label,title,date,date_earliest,date_latest,date_precision,\
year,country_iso3,country,admin1,place,latitude,longitude,geo_precision,perpetrators,perpetrator_kinds,targets,target_kinds,\
victims_low,victims_best,victims_high,deaths_low,deaths_best,deaths_high,rights,provisions,legal_status,sources,source_count,\
statement_refs,stances,confidence,status,created_at,updated_at,version";

#[actix_web::test]
async fn events_csv_has_its_columns_and_says_what_the_record_says() {
    let app = TestApp::new();
    let (monitor, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    let mut event = dissolution("S-2017-00001");
    event["title"] = json!("=HYPERLINK(\"x\"), \"quoted\"");
    monitor.post("/api/v1/events", event).await.must(201);

    let reply = monitor.get("/api/v1/exports/events.csv").await;
    reply.must_be_csv();
    assert!(reply.header("content-disposition").contains("saksi-events-"));
    let (header, row) = reply.body.split_once('\n').unwrap();
    assert_eq!(header, EVENTS);
    let mut reader = csv::Reader::from_reader(reply.body.as_bytes());
    let names = reader.headers().unwrap().clone();
    let record = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| &record[names.iter().position(|it| it == name).unwrap()];
    for (name, value) in [
        ("event_ref", "KHM-2017-0001-E1"),
        ("incident_ref", "KHM-2017-0001"),
        ("event_type_label", "Dissolution"),
        ("title", "=HYPERLINK(\"x\"), \"quoted\""),
        ("date", "2017-11-16"),
        ("date_precision", "day"),
        ("year", "2017"),
        ("country", "Cambodia"),
        ("place", "Phnom Penh"),
        ("latitude", ""),
        ("perpetrators", "Supreme Court of Cambodia"),
        ("perpetrator_kinds", "state_body"),
        ("targets", "Cambodia National Rescue Party"),
        ("victims_best", ""),
        ("rights", "association; participation"),
        ("sources", "Asian Forum"),
        ("source_count", "1"),
        ("statement_refs", "S-2017-00001"),
        ("stances", "condemns"),
        ("confidence", "possible"),
        ("version", "1"),
    ] {
        assert_eq!(cell(name), value, "{name}");
    }
    assert!(cell("provisions").starts_with("ICCPR Article 22"), "{}", cell("provisions"));
    assert!(cell("legal_status").contains("ICCPR: party since 1992-05-26"));
    assert!(row.ends_with('\n') && !row.contains('\r'));

    let excel = monitor.get("/api/v1/exports/events.csv?preset=excel").await;
    assert!(excel.body.starts_with('\u{FEFF}') && excel.body.ends_with("\r\n"));
    assert!(excel.body.contains("\"'=HYPERLINK(\"\"x\"\")"), "{}", excel.body);

    // Each sees in a file what they see in a list.
    let viewer = app.user(Role::Viewer).await;
    assert_eq!(viewer.get("/api/v1/exports/events.csv").await.body.lines().count(), 1);
    for path in ["incidents/KHM-2017-0001", "events/KHM-2017-0001-E1"] {
        let path = format!("/api/v1/{path}");
        monitor.patch(&path, json!({"confidentiality": "public"})).await.must(200);
        move_to(&path, "published", &monitor, &reviewer).await;
    }
    let public = viewer.get("/api/v1/exports/events.csv").await.body;
    assert_eq!(public.lines().count(), 2);
    assert!(
        !public.contains("S-2017-00001") && !public.contains("Asian Forum"),
        "its source is a draft: {public}"
    );
}

impl crate::harness::Reply {
    #[track_caller]
    fn must_be_csv(&self) {
        assert_eq!(self.status.as_u16(), 200, "{}", self.body);
        assert_eq!(self.header("content-type"), "text/csv; charset=utf-8");
    }
}

#[actix_web::test]
async fn every_dataset_is_whole_in_each_format() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    for _ in 0..3 {
        reviewer.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    }
    reviewer
        .post("/api/v1/demands", json!({"statement": "S-2017-00001", "addressee": {"name": "It", "kind": "state"}, "text": "Do", "category": "cease"}))
        .await
        .must(201);
    reviewer
        .post("/api/v1/events/KHM-2017-0001-E1/distinct", json!({"other": "KHM-2017-0002-E1"}))
        .await
        .must(200);
    for dataset in Dataset::ALL {
        let csv = reviewer.get(&format!("/api/v1/exports/{dataset}.csv")).await;
        csv.must_be_csv();
        let mut reader = csv::Reader::from_reader(csv.body.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let columns: Vec<&str> = dataset.columns().iter().map(|column| column.name).collect();
        assert_eq!(names, columns, "{dataset}");
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let lines = reviewer.get(&format!("/api/v1/exports/{dataset}.jsonl")).await;
        let lines: Vec<Value> =
            lines.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(rows.len(), lines.len(), "{dataset}");
        assert!(!lines.is_empty(), "{dataset}");
        for (row, line) in rows.iter().zip(&lines) {
            let keys: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, columns, "{dataset}");
            for (name, cell) in columns.iter().zip(row) {
                let same = match &line[name] {
                    Value::Null => cell.is_empty(),
                    Value::String(text) => cell == text,
                    Value::Array(items) => {
                        cell == items
                            .iter()
                            .map(|it| it.as_str().unwrap().to_owned())
                            .collect::<Vec<_>>()
                            .join("; ")
                    }
                    Value::Bool(flag) => cell == if *flag { "true" } else { "false" },
                    other => other.to_string().as_str() == cell,
                };
                assert!(same, "{dataset} {name}: {cell} and {}", line[name]);
            }
        }
        let list = match dataset.code() {
            "participations" | "provisions" | "commitments" => continue,
            name => reviewer.get(&format!("/api/v1/{name}?count=true&limit=1")).await.must(200),
        };
        assert_eq!(list["total"], lines.len(), "{dataset}");
    }
}

#[actix_web::test]
async fn an_export_is_of_one_moment_whatever_is_written_meanwhile() {
    let app = TestApp::new();
    let author = app.user(Role::Reviewer).await;
    let person = |name: &str| json!({"actor": {"name": name, "kind": "person"}, "role": "target"});
    let event = |title: &str| {
        json!({"type": "arrest", "title": title, "date": "2020-01-01",
            "participations": [person("Somebody"), person("Another")]})
    };
    let file = json!({"title": "A file", "country": "KHM", "events": [event("One"), event("Two")]});
    author.post("/api/v1/incidents", file.clone()).await.must(201);
    let written = std::cell::Cell::new(1);
    let writing = async {
        for _ in 0..30 {
            author.post("/api/v1/incidents", file.clone()).await.must(201);
            written.set(written.get() + 1);
        }
    };
    let reading = async {
        let mut seen = 0;
        while written.get() < 30 {
            let csv = author.get("/api/v1/exports/events.csv").await;
            csv.must_be_csv();
            let mut incidents = std::collections::BTreeMap::<String, usize>::new();
            for row in csv::Reader::from_reader(csv.body.as_bytes()).records() {
                let row = row.unwrap();
                *incidents.entry(row[1].to_owned()).or_default() += 1;
                assert_eq!(&row[20], "Somebody; Another", "{row:?}");
            }
            assert!(incidents.values().all(|events| *events == 2), "{incidents:?}");
            assert!(incidents.len() >= seen, "what was there is there");
            seen = incidents.len();
        }
    };
    futures_util::future::join(writing, reading).await;
}

#[actix_web::test]
async fn every_dataset_is_there_in_each_format_with_as_many_rows() {
    let app = TestApp::with(|config| config.portal = true);
    let reviewer = app.user(Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    for _ in 0..3 {
        reviewer.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    }
    for dataset in Dataset::ALL {
        let lines = reviewer.get(&format!("/api/v1/exports/{dataset}.jsonl")).await.body;
        let parquet = reviewer.get(&format!("/api/v1/exports/{dataset}.parquet")).await;
        assert_eq!(parquet.header("content-type"), "application/vnd.apache.parquet");
        assert_eq!(parquet.header("content-encoding"), "identity");
        let reader = SerializedFileReader::new(Bytes::from(parquet.bytes)).unwrap();
        let rows = reader.metadata().file_metadata().num_rows();
        assert_eq!(usize::try_from(rows).unwrap(), lines.lines().count(), "{dataset}");
        let schema = reader.metadata().file_metadata().schema();
        let names: Vec<&str> = schema.get_fields().iter().map(|it| it.name()).collect();
        let columns: Vec<&str> = dataset.columns().iter().map(|it| it.name).collect();
        assert_eq!(names, columns, "{dataset}");

        let xlsx = reviewer.get(&format!("/api/v1/exports/{dataset}.xlsx")).await;
        assert_eq!(xlsx.header("content-length"), xlsx.bytes.len().to_string(), "{dataset}");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(xlsx.bytes)).unwrap();
        let mut sheet = String::new();
        zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert_eq!(sheet.matches("<row ").count(), lines.lines().count() + 1, "{dataset}");

        let geojson = reviewer.get(&format!("/api/v1/exports/{dataset}.geojson")).await;
        if *dataset == Dataset::Events {
            assert_eq!(geojson.header("content-type"), "application/geo+json");
            assert_eq!(geojson.json()["features"].as_array().unwrap().len(), 3);
        } else {
            geojson.problem(404);
        }
    }
    let empty = app.stranger().get("/public/exports/events.xlsx").await;
    assert_eq!(empty.header("content-length"), empty.bytes.len().to_string());
}

#[actix_web::test]
async fn a_preset_has_the_columns_of_another_database() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    reviewer.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let acled = reviewer.get("/api/v1/exports/events.csv?preset=acled").await;
    assert!(acled.header("content-disposition").contains("saksi-events-acled-"));
    let header = acled.body.lines().next().unwrap();
    assert_eq!(header.split(',').count(), 31);
    assert!(header.starts_with("event_id_cnty,event_date,year,time_precision,disorder_type"));
    let row = acled.body.lines().nth(1).unwrap();
    assert!(
        row.starts_with(
            "KHM-2017-0001-E1,2017-11-16,2017,1,Strategic developments,Strategic developments,\
             Change to group/activity,Supreme Court of Cambodia,,1,Cambodia National Rescue Party,,7,17,,116,,Cambodia"
        ),
        "{row}"
    );

    let ucdp = reviewer.get("/api/v1/exports/events.jsonl?preset=ucdp").await;
    let row: Value = serde_json::from_str(&ucdp.body).unwrap();
    assert_eq!(row.as_object().unwrap().len(), 41);
    assert_eq!(row["id"], "KHM-2017-0001-E1");
    assert_eq!(row["date_prec"], 1);
    assert_eq!(row["side_a"], json!(["Supreme Court of Cambodia"]));
    assert!(row["dyad_name"].is_null());

    let (actors, map) = ("actors.csv?preset=acled", "events.geojson?preset=ucdp");
    for (path, why) in [(actors, "is for events"), (map, "GeoJSON has the columns of events")] {
        let refused = reviewer.get(&format!("/api/v1/exports/{path}")).await;
        let problem = refused.problem(400);
        assert!(problem.contains(why), "{problem}");
    }
}
