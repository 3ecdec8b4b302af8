//! The files that a list can be taken along as.

use super::frame::Frame;
use super::list::address;
use crate::exchange::Dataset;
use crate::exchange::package::Package;

/// Each way: what the file ends with, the preset, and the words for it.
const WAYS: &[(&str, &str, &str)] =
    &[("csv", "", "export-csv"), ("csv", "excel", "export-excel"), ("jsonl", "", "export-jsonl")];

/// The addresses of a dataset as files, with what each is called.
pub fn ways(f: &Frame, dataset: Dataset, filters: &[(String, String)]) -> Vec<(String, String)> {
    let mut ways: Vec<_> = WAYS
        .iter()
        .map(|(format, preset, key)| {
            let preset = [("preset".to_owned(), (*preset).to_owned())];
            let asked = filters.iter().chain(preset.iter().filter(|it| !it.1.is_empty()));
            (address(&format!("/exports/{dataset}.{format}"), asked), f.t(key))
        })
        .collect();
    if dataset == Dataset::Events {
        let path = format!("/exports/{}", Package::FILE);
        ways.push((address(&path, filters.iter()), f.t("export-package")));
    }
    ways
}
