//! How the copy is, in words.

use actix_web::HttpResponse;
use askama::Template;

use crate::app::EXPORTS;
use crate::casework::health::{self, DatabaseHealth};
use crate::error::Result;
use crate::pages::answer::page;
use crate::pages::frame::Frame;
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "admin/health.html")]
struct HealthPage<'a> {
    f: &'a Frame,
    database: DatabaseHealth,
    size: String,
    /// Migrations of this program.
    known: usize,
    waiting: usize,
    commits: i64,
    exports: usize,
    most_exports: usize,
    folder: String,
    /// Free, all, and whether there is little left.
    room: Option<(String, String, bool)>,
    is_checking: bool,
    check_failed: Option<String>,
}

impl HealthPage<'_> {
    fn is_up_to_date(&self) -> bool {
        i64::try_from(self.known) == Ok(self.database.migrations)
    }
}

/// Bytes as people read them.
pub fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["kB", "MB", "GB", "TB", "PB"];
    let (mut whole, mut tenths, mut unit) = (count, 0, "B");
    for next in UNITS {
        if whole < 1_000 {
            break;
        }
        (tenths, whole, unit) = (whole % 1_000 / 100, whole / 1_000, next);
    }
    if whole >= 10 || unit == "B" {
        format!("{whole} {unit}")
    } else {
        format!("{whole}.{tenths} {unit}")
    }
}

/// `GET /admin/health`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let (app, caller) = (&visit.app, visit.caller.clone());
    let database = &app.office.database;
    let of_database = database.read(move |db| health::of_database(db, &caller)).await?;
    let room = health::room(&app.config.data_dir);
    let commits = database.commits().get();
    let page_of = HealthPage {
        f: &visit.frame,
        size: bytes(u64::try_from(of_database.size).unwrap_or_default()),
        database: of_database,
        known: database.migrations()?,
        waiting: database.waiting(),
        commits: i64::try_from(commits).unwrap_or(i64::MAX),
        exports: EXPORTS.saturating_sub(app.exports.available_permits()),
        most_exports: EXPORTS,
        folder: app.config.data_dir.display().to_string(),
        room: room.map(|(free, all)| (bytes(free), bytes(all), free < all / 10)),
        is_checking: app.checking.is_running(),
        check_failed: app.checking.failed(),
    };
    page(&page_of)
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes_are_read_at_a_glance() {
        for (count, said) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1.0 kB"),
            (1_940, "1.9 kB"),
            (25_300_000, "25 MB"),
            (7_300_000_000, "7.3 GB"),
        ] {
            assert_eq!(bytes(count), said);
        }
    }
}
