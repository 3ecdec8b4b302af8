//! Releases: the list, the page of each, and what differs between two.

pub mod make;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde_json::{Value, json};

use super::admin::health::bytes;
use super::answer::{page, see};
use super::frame::Frame;
use super::visit::{Visit, value};
use crate::casework::releases::{self, ReleaseView};
use crate::domain::Action;
use crate::domain::release::Withdrawal;
use crate::error::{Error, Result};
use crate::exchange::releases::diff::Difference;
use crate::exchange::releases::files::media_type;
use crate::exchange::releases::progress::{Failed, Progress};
use crate::http::query::Parameters;
use crate::http::{public, release_files, releases as http};
use crate::words::Words;

#[derive(Template)]
#[template(path = "releases/list.html")]
struct ListPage<'a> {
    f: &'a Frame,
    releases: Vec<ReleaseView>,
    making: Option<Progress>,
    /// How much of it is written.
    written: String,
    failed: Option<Failed>,
}

impl ListPage<'_> {
    fn count(&self, release: &ReleaseView, dataset: &str) -> String {
        self.f.number(release.counts.get(dataset).copied().unwrap_or_default())
    }
}

#[derive(Template)]
#[template(path = "releases/release.html")]
struct ReleasePage<'a> {
    f: &'a Frame,
    it: ReleaseView,
    /// Filters in words.
    filters: Vec<(String, String)>,
    /// Files: name, size, rows where it is a table, digest.
    files: Vec<(String, String, Option<String>, String)>,
    /// Other versions to compare with: from, to.
    others: Vec<(String, String)>,
    /// For programs that look for data sets, as JSON-LD.
    described: String,
    reasons: &'static [Withdrawal],
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "releases/difference.html")]
struct DifferencePage<'a> {
    f: &'a Frame,
    it: Difference,
}

/// `GET /releases`.
pub async fn list(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let makes = visit.caller.may(Action::MakeReleases);
    let releases = visit.look(|look| releases::all(look.db, &look.eyes.caller)).await?;
    let making = visit.app.making.progress().filter(|_| makes);
    let failed = visit.app.making.failed().filter(|_| makes);
    let written = bytes(making.as_ref().map_or(0, |it| it.bytes));
    page(&ListPage { f: &visit.frame, releases, making, written, failed })
}

/// `GET /releases/{version}`.
pub async fn show(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    shown(&visit, path.into_inner(), None).await
}

async fn shown(visit: &Visit, version: String, wrong: Option<String>) -> Result<HttpResponse> {
    const OTHERS: usize = 12;
    let (it, all) = visit
        .look(move |look| {
            let caller = &look.eyes.caller;
            Ok((releases::find(look.db, caller, &version)?, releases::all(look.db, caller)?))
        })
        .await?;
    let f = &visit.frame;
    let at = all.iter().position(|other| other.version == it.version).unwrap_or_default();
    // The list has the newest first: what follows is older.
    let newer = all[..at].iter().map(|other| (it.version.clone(), other.version.clone()));
    let older = all.iter().skip(at + 1).map(|other| (other.version.clone(), it.version.clone()));
    let others = older.take(OTHERS).chain(newer.take(OTHERS)).collect();
    let filters = it.filters.iter().map(|(name, value)| {
        let key = format!("filter-{name}");
        (if Words::has(&key) { f.t(&key) } else { name.clone() }, value.clone())
    });
    let files = it.files.iter().map(|file| {
        let rows = file.name.strip_suffix(".csv").and_then(|name| it.counts.get(name));
        let size = bytes(u64::try_from(file.bytes).unwrap_or_default());
        (file.name.clone(), size, rows.map(|rows| f.number(rows)), file.sha256.clone())
    });
    page(&ReleasePage {
        f,
        filters: filters.collect(),
        files: files.collect(),
        others,
        described: described(f, &it),
        reasons: Withdrawal::ALL,
        wrong,
        it,
    })
}

/// A release as schema.org describes data sets. Addresses are from the root of this server.
fn described(f: &Frame, it: &ReleaseView) -> String {
    let base = f.public.as_ref().map_or("", |public| public.base.as_str());
    let place = format!("{base}/releases/{}", it.version);
    let files: Vec<Value> = it
        .files
        .iter()
        .map(|file| {
            json!({
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": format!("{place}/{}", file.name),
                "encodingFormat": media_type(&file.name),
                "contentSize": format!("{} B", file.bytes),
                "sha256": file.sha256,
            })
        })
        .collect();
    let mut all = json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": it.title,
        "description": format!("{} {}", f.t("release-about"), it.citation),
        "url": place,
        "version": it.version,
        "datePublished": it.made_at.day(),
        "creditText": it.citation,
        "isAccessibleForFree": true,
        "measurementTechnique": f.t("portal-counting"),
        "distribution": files,
    });
    if let Some(licence) = &it.licence {
        all["license"] = licence.as_str().into();
    }
    // Nothing in it may look like the end of the element that it stands in.
    all.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// `GET /releases/{version}/{file}`.
pub async fn file(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let (version, name) = path.into_inner();
    let release = http::find(&visit.app, visit.caller.clone(), version).await?;
    let turn = if visit.frame.is_public() {
        let turn = visit.app.public.exports.clone().acquire_owned();
        let turn = tokio::time::timeout(public::PATIENCE, turn).await;
        let turn = turn.map_err(|_| Error::TooMany { retry_after: public::PATIENCE.as_secs() });
        Some(turn?.map_err(Error::internal)?)
    } else {
        None
    };
    release_files::answer(&visit.request, &visit.app.shelf, &release, &name, turn)
}

/// `GET /releases/{from}/diff/{to}`.
pub async fn compare(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let app = &visit.app;
    let turns = if visit.frame.is_public() { &app.public.exports } else { &app.exports };
    let it = http::difference(app, turns, visit.caller.clone(), path.into_inner()).await?;
    page(&DifferencePage { f: &visit.frame, it })
}

/// `GET /releases/{from}/diff/{to}/{file}`.
pub async fn compare_rows(
    visit: Visit,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let (from, to, file) = path.into_inner();
    let app = &visit.app;
    let turns = if visit.frame.is_public() { &app.public.exports } else { &app.exports };
    http::differing_rows(app, turns, visit.caller.clone(), (from, to), &file).await
}

/// `POST /releases/{version}/tombstones`.
pub async fn entomb(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::MakeReleases)?;
    let version = path.into_inner();
    let of = |name: &str| value(&visit.sent, name).unwrap_or_default().to_owned();
    let reason = of("reason").parse().map_err(Error::Malformed)?;
    let caller = visit.caller.clone();
    match http::take_out(&visit.app, caller, version.clone(), of("record"), reason).await {
        Ok(()) => {
            visit.say_next("said-tombstoned");
            Ok(see(&format!("/releases/{version}#tombstones")))
        }
        Err(Error::Invalid(wrong)) => {
            let about = wrong.first().map_or("", |it| it.message.as_str());
            let about = visit.frame.message(about);
            shown(&visit, version, Some(about)).await
        }
        Err(error) => Err(error),
    }
}
