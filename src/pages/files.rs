//! The files that a list can be taken along as.

use super::frame::Frame;
use super::list::address;
use crate::exchange::Dataset;
use crate::exchange::capture::{Capture, Unit};
use crate::exchange::entities::Entities;
use crate::exchange::package::Package;

/// Each way: what the file ends with, the preset, and the words for it.
const WAYS: &[(&str, &str, &str)] = &[
    ("csv", "", "export-csv"),
    ("csv", "excel", "export-excel"),
    ("xlsx", "", "export-xlsx"),
    ("parquet", "", "export-parquet"),
    ("jsonl", "", "export-jsonl"),
];
/// Those of events alone.
const OF_EVENTS: &[(&str, &str, &str)] = &[
    ("geojson", "", "export-geojson"),
    ("csv", "acled", "export-acled"),
    ("csv", "ucdp", "export-ucdp"),
];

/// The addresses of a dataset as files, with what each is called.
pub fn ways(f: &Frame, dataset: Dataset, filters: &[(String, String)]) -> Vec<(String, String)> {
    let more = if dataset == Dataset::Events { OF_EVENTS } else { &[] };
    let mut ways: Vec<_> = WAYS
        .iter()
        .chain(more)
        .map(|(format, preset, key)| {
            let preset = [("preset".to_owned(), (*preset).to_owned())];
            let asked = filters.iter().chain(preset.iter().filter(|it| !it.1.is_empty()));
            (address(&format!("/exports/{dataset}.{format}"), asked), f.t(key))
        })
        .collect();
    if dataset == Dataset::Events {
        let people = format!("/exports/{}.csv", Dataset::Participations);
        ways.push((address(&people, filters.iter()), f.t("export-participations")));
        let path = format!("/exports/{}", Package::FILE);
        ways.push((address(&path, filters.iter()), f.t("export-package")));
        for (unit, key) in
            [(Unit::Event, "export-capture"), (Unit::Victim, "export-capture-victims")]
        {
            let unit = [("unit".to_owned(), unit.to_string())];
            let path = format!("/exports/{}.csv", Capture::NAME);
            ways.push((address(&path, filters.iter().chain(&unit)), f.t(key)));
        }
        let path = format!("/exports/{}", Entities::FILE);
        ways.push((address(&path, filters.iter()), f.t("export-entities")));
    }
    ways
}
