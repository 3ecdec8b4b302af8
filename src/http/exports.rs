//! `/api/v1/exports`: datasets as files.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::http::header::{CONTENT_DISPOSITION, ContentEncoding};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::query::Parameters;
use super::streaming::Until;
use super::{session, streaming};
use crate::app::App;
use crate::casework::Office;
use crate::domain::release::coarser;
use crate::domain::{Caller, GeoPrecision, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::capture::{Capture, Unit};
use crate::exchange::entities::Entities;
use crate::exchange::export::{Export, named};
use crate::exchange::package::{About, Package};
use crate::exchange::wanted::Wanted;
use crate::exchange::write::Preset;

/// A dataset as a file, or all in a package; described for each dataset in `resource_docs.rs`.
pub async fn export(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let parameters = Parameters::of(&request)?;
    file(&app, caller, &path, parameters).await
}

/// The file `name`, such as `events.csv`, of what `parameters` ask for and the caller may see.
pub async fn file(
    app: &App,
    caller: Caller,
    name: &str,
    parameters: Parameters,
) -> Result<HttpResponse> {
    let turn = Turn { of: &app.exports, patience: None, lasts: DAY };
    file_in_turn(app, turn, caller, name, parameters).await
}

/// How long a file may take whoever has an account.
const DAY: Duration = Duration::from_hours(24);

/// How a file gets its turn.
pub struct Turn<'t> {
    /// Bounds how many are written at the same time.
    pub of: &'t Arc<Semaphore>,
    /// How long to wait for a turn, if not for ever.
    pub patience: Option<Duration>,
    /// How long one may take.
    pub lasts: Duration,
}

impl Turn<'_> {
    async fn taken(&self) -> Result<OwnedSemaphorePermit> {
        let turn = self.of.clone().acquire_owned();
        let Some(patience) = self.patience else { return turn.await.map_err(Error::internal) };
        tokio::time::timeout(patience, turn)
            .await
            .map_err(|_| Error::TooMany { retry_after: patience.as_secs() })?
            .map_err(Error::internal)
    }
}

/// [`file`], for whoever waits for a turn of their own.
pub async fn file_in_turn(
    app: &App,
    turn: Turn<'_>,
    caller: Caller,
    name: &str,
    parameters: Parameters,
) -> Result<HttpResponse> {
    let wanted = wanted(app, caller, name, parameters)?;
    let (office, now) = (app.office.clone(), app.clock.now());
    let (taken, lasts) = (turn.taken().await?, turn.lasts);
    let (file_name, media_type) = (wanted.file_name(now), wanted.media_type());
    let wanted = Arc::new(wanted);
    let (checked, of) = (wanted.clone(), office.clone());
    tokio::task::spawn_blocking(move || checked.check(&of)).await.map_err(Error::internal)??;
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(media_type)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{file_name}\"")));
    if !wanted.is_text() {
        // It is compressed already.
        answer.insert_header(ContentEncoding::Identity);
    }
    let dir = app.config.data_dir.clone();
    let end = Instant::now() + lasts;
    if wanted.is_made_whole() {
        let (mut whole, bytes) = made(wanted, office, now, dir, end).await?;
        answer.no_chunking(bytes);
        return Ok(answer.streaming(streaming::written_by(move |out| {
            let _taken = taken;
            let mut out = Until::new(out, end);
            std::io::copy(&mut whole, &mut out).map(drop).map_err(Error::internal)
        })));
    }
    Ok(answer.streaming(streaming::written_by(move |out| {
        let _taken = taken;
        wanted.write(&office, now, Until::new(out, end), &dir).map(drop)
    })))
}

/// A file that is made before anything of it is sent, and its size: it lies in `dir` without a name,
/// and is gone when it is closed. Whoever leaves ends it.
async fn made(
    wanted: Arc<Wanted>,
    office: Office,
    now: Timestamp,
    dir: PathBuf,
    end: Instant,
) -> Result<(File, u64)> {
    let waits = Waits::default();
    let left = waits.0.clone();
    let write = move || {
        let mut whole = tempfile::tempfile_in(&dir).map_err(Error::internal)?;
        let mut out = Until::new(BufWriter::new(&mut whole), end);
        out.left = Some(left);
        wanted.write(&office, now, &mut out, &dir)?;
        out.flush().map_err(Error::internal)?;
        drop(out);
        let bytes = whole.stream_position().map_err(Error::internal)?;
        whole.rewind().map_err(Error::internal)?;
        Ok((whole, bytes))
    };
    let made = tokio::task::spawn_blocking(write).await.map_err(Error::internal)?;
    drop(waits);
    made
}

/// Somebody who waits for a file; says so when they leave.
#[derive(Default)]
struct Waits(Arc<AtomicBool>);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The file that an address names.
fn wanted(app: &App, caller: Caller, name: &str, mut parameters: Parameters) -> Result<Wanted> {
    if name == Package::FILE {
        let config = &app.config;
        let about = About::current(config.portal_licence.clone(), config.portal_citation.clone());
        let coarsest = coarsest(&mut parameters)?;
        let package = Package::of(caller, parameters.filters(), about);
        return Ok(Wanted::Package(Package { coarsest, ..package }));
    }
    if name == Entities::FILE {
        return Ok(Wanted::Entities(Entities { filters: parameters.filters(), caller }));
    }
    if let Some(format) = name.strip_prefix(Capture::NAME).and_then(|it| it.strip_prefix('.')) {
        let format = format.parse().map_err(|_| Error::NotFound)?;
        let unit = parameters.parsed("unit")?.unwrap_or(Unit::Event);
        let preset = parameters.parsed("preset")?.unwrap_or(Preset::Research);
        let filters = parameters.filters();
        return Ok(Wanted::Capture(Capture { unit, format, preset, filters, caller }));
    }
    let (dataset, format) = named(name)?;
    let preset = parameters.parsed("preset")?.unwrap_or(Preset::Research);
    let coarsest = coarsest(&mut parameters)?;
    let filters = parameters.filters();
    Ok(Wanted::Dataset(Export { dataset, format, preset, filters, coarsest, caller }))
}

/// How exactly places are told at most. What holds no places does not take it.
fn coarsest(parameters: &mut Parameters) -> Result<Option<GeoPrecision>> {
    parameters
        .take("coarsen")
        .as_deref()
        .map(coarser)
        .transpose()
        .map_err(|about| Error::Malformed(format!("'coarsen' cannot be used: {about}")))
}
