//! The bytes of each format, pinned: whoever reads our files finds tomorrow what they found today.

use std::fs;
use std::path::Path;

use saksi::domain::Timestamp;
use saksi::exchange::Dataset;
use saksi::exchange::columns::Titled;
use saksi::exchange::file::FileWriter;
use saksi::exchange::presets::Layout;
use saksi::exchange::workbook;
use saksi::exchange::write::{Cell, Format, Preset};

/// Two events: one of which everything is known, and one of which hardly anything is.
fn rows() -> [Vec<Cell<'static>>; 2] {
    let list = |items: &[&'static str]| Cell::from(items.to_vec());
    let full = vec![
        "KHM-2017-0001-E1".into(),
        "KHM-2017-0001".into(),
        "0190b5c2-0000-7000-8000-000000000001".into(),
        "dissolution".into(),
        "Dissolution".into(),
        "=HYPERLINK(\"x\"), \"quoted\"\nand broken".into(),
        "2017-11-16".into(),
        "2017-11-16".into(),
        "2017-11-16".into(),
        "day".into(),
        2017.into(),
        "KHM".into(),
        "Cambodia".into(),
        "Phnom Penh".into(),
        "ភ្នំពេញ".into(),
        11.5564.into(),
        104.9282.into(),
        "exact".into(),
        list(&["Supreme Court"]),
        list(&["state_body"]),
        list(&["A party", "Its members; all"]),
        list(&["political_party", "group"]),
        Cell::Whole(100),
        Cell::Whole(118),
        Cell::Empty,
        Cell::Whole(0),
        Cell::Whole(0),
        Cell::Whole(0),
        list(&["association", "participation"]),
        list(&["ICCPR Article 22"]),
        list(&["ICCPR: party since 1992-05-26"]),
        list(&["An office", "@another"]),
        Cell::Whole(2),
        list(&["S-2017-00001", "S-2017-00002"]),
        list(&["condemns", "reports"]),
        "confirmed".into(),
        "published".into(),
        "2026-01-31T08:00:00.000000Z".into(),
        "2026-02-28T23:59:59.123456Z".into(),
        3.into(),
    ];
    let mut bare = vec![Cell::Empty; full.len()];
    let known: [(usize, Cell<'static>); 15] = [
        (0, "LAO-0000-0001-E1".into()),
        (2, "0190b5c2-0000-7000-8000-000000000002".into()),
        (3, "death_in_custody".into()),
        (4, "Death in custody".into()),
        (9, "unknown".into()),
        (11, "LAO".into()),
        (12, "Laos".into()),
        (17, "country".into()),
        (18, list(&[])),
        (32, Cell::Whole(0)),
        (35, "possible".into()),
        (36, "draft".into()),
        (37, "2026-01-31T08:00:00.000000Z".into()),
        (38, "2026-01-31T08:00:00.000000Z".into()),
        (39, 1.into()),
    ];
    for (at, cell) in known {
        bare[at] = cell;
    }
    [full, bare]
}

fn file(format: Format, preset: Preset) -> Vec<u8> {
    let layout = Layout::of(Dataset::Events, format, preset).unwrap();
    let about = workbook::About {
        unit: Dataset::Events.unit().to_owned(),
        filters: vec!["country=KHM".to_owned()],
        now: Timestamp::parse("2026-03-01T12:00:00Z").unwrap(),
    };
    let mut bytes = Vec::new();
    let titles = Titled::of(layout.columns);
    let dir = std::env::temp_dir();
    let mut out = FileWriter::begin(&mut bytes, format, preset, titles, about, &dir).unwrap();
    for row in rows() {
        match layout.remake {
            None => out.row(&row).unwrap(),
            Some(remake) => out.row(&remake(&row)).unwrap(),
        }
    }
    out.finish().unwrap();
    bytes
}

/// The bytes are those of a file in `tests/golden`; `SAKSI_ACCEPT=1` writes them there.
#[expect(clippy::disallowed_methods, reason = "whoever runs the test accepts a change")]
pub fn must_be(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var("SAKSI_ACCEPT").is_ok() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let golden = fs::read(&path).unwrap_or_else(|_| panic!("{} is not there", path.display()));
    assert!(golden == bytes, "{name} is no longer what it was; SAKSI_ACCEPT=1 accepts it");
}

#[test]
fn every_format_is_byte_for_byte_what_it_was() {
    for format in Format::ALL {
        must_be(&format!("events.{format}"), &file(*format, Preset::Research));
    }
    must_be("events-excel.csv", &file(Format::Csv, Preset::Excel));
    must_be("events-acled.csv", &file(Format::Csv, Preset::Acled));
    must_be("events-ucdp.csv", &file(Format::Csv, Preset::Ucdp));
}

#[test]
fn a_feature_has_a_geometry_only_where_a_place_is_known() {
    let json: serde_json::Value =
        serde_json::from_slice(&file(Format::Geojson, Preset::Research)).unwrap();
    assert_eq!(json["type"], "FeatureCollection");
    let features = json["features"].as_array().unwrap();
    assert_eq!(features[0]["geometry"]["coordinates"], serde_json::json!([104.9282, 11.5564]));
    assert_eq!(features[0]["properties"]["geo_precision"], "exact");
    assert!(features[1]["geometry"].is_null());
    assert_eq!(features[1]["properties"]["geo_precision"], "country");
    assert!(features[0]["properties"].get("latitude").is_none(), "it is said once");
}
