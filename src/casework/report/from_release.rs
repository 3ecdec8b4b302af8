//! What a report says of the release that it is made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::making::Making;
use super::wanted::{Period, SectionKind};
use crate::domain::GeoPrecision;
use crate::domain::document::{Fact, Span};
use crate::store::protection::Protected;

/// The filters of events that can be asked of the tables of a release.
pub const FILTERS: [&str; 19] = [
    "country",
    "type",
    "family",
    "from",
    "to",
    "actor",
    "role",
    "with",
    "perpetrator_kind",
    "target_kind",
    "right",
    "instrument",
    "incident",
    "statement",
    "tag",
    "status",
    "confidence",
    "admin1",
    "id",
];

/// The release whose tables are read in place of the records as they are.
pub struct FromRelease {
    pub version: String,
    /// Its filters of events: what does not meet them is not in it.
    pub filters: BTreeMap<String, String>,
    /// The days of which it has the events.
    pub period: Period,
    /// How exactly it tells places at most.
    pub coarsen: Option<GeoPrecision>,
    /// How many rows were taken out of it since it was made.
    pub removed: i64,
    /// Sections that were asked for, and that it does not hold what they need for.
    pub left_out: Vec<SectionKind>,
    /// Whom the records protect, which the release does not say.
    pub protected: Arc<Protected>,
}

impl FromRelease {
    /// Its page.
    pub fn page(&self) -> String {
        format!("/releases/{}", self.version)
    }
}

/// What stands below the title: which release, what was taken out of it, what it cannot tell.
pub fn facts(making: &Making<'_>) -> Vec<Fact> {
    let Some(release) = making.release else { return Vec::new() };
    let mut all = vec![Fact {
        label: making.say("report-release"),
        text: vec![Span::link(&release.version, release.page())],
    }];
    if release.removed > 0 {
        all.push(Fact {
            label: making.say("report-release-removed"),
            text: vec![Span::plain(
                making.words.counted("report-release-removed-rows", release.removed),
            )],
        });
    }
    if !release.left_out.is_empty() {
        let names: Vec<String> =
            release.left_out.iter().map(|it| making.say(&format!("report-section-{it}"))).collect();
        let names = names.join(&making.say("report-comma"));
        all.push(Fact {
            label: making.say("report-release-left-out"),
            text: vec![Span::plain(making.words.of_value("report-release-lacks", &names))],
        });
    }
    all
}

/// What is to be known of figures that are counted in a release.
pub fn method(making: &Making<'_>) -> Vec<Vec<Span>> {
    let Some(release) = making.release else { return Vec::new() };
    let link = vec![Span::link(&release.version, release.page())];
    let mut all = vec![
        making.sentence("report-method-release", 1, &[("release", link)]),
        vec![Span::plain(making.say("report-method-release-lacks"))],
    ];
    if !release.filters.is_empty() {
        let said: Vec<String> =
            release.filters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let list = vec![Span::plain(said.join(", "))];
        all.push(making.sentence("report-method-release-filters", 1, &[("list", list)]));
    }
    if let Some(coarsest) = release.coarsen {
        let label = making.label("geo_precision", coarsest.code());
        let said = making.words.of_value("report-method-release-coarsened", &label);
        all.push(vec![Span::plain(said)]);
    }
    if release.removed > 0 {
        let said = making.words.counted("report-method-release-removed", release.removed);
        all.push(vec![Span::plain(said)]);
    }
    all
}
