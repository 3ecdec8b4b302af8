//! `/api/v1/exports`: datasets as files.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use tokio::sync::Semaphore;

use super::query::Parameters;
use super::streaming::Until;
use super::{session, streaming};
use crate::app::App;
use crate::domain::Caller;
use crate::error::{Error, Result};
use crate::exchange::export::{Export, named};
use crate::exchange::write::Preset;

/// A dataset as a file; described for each dataset in `resource_docs.rs`.
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
    file_in_turn(app, &app.exports, DAY, caller, name, parameters).await
}

/// How long a file may take whoever has an account.
const DAY: Duration = Duration::from_hours(24);

/// [`file`], for whoever waits for a turn of their own: `turns` bounds how many are written at the
/// same time, and `lasts` how long one may take.
pub async fn file_in_turn(
    app: &App,
    turns: &Arc<Semaphore>,
    lasts: Duration,
    caller: Caller,
    name: &str,
    mut parameters: Parameters,
) -> Result<HttpResponse> {
    let (dataset, format) = named(name)?;
    let preset = match parameters.take("preset") {
        None => Preset::Research,
        Some(preset) => preset
            .parse()
            .map_err(|about| Error::Malformed(format!("'preset' cannot be used: {about}")))?,
    };
    let export = Export { dataset, format, preset, filters: parameters.filters(), caller };
    let (office, now) = (app.office.clone(), app.clock.now());
    let turn = turns.clone().acquire_owned().await.map_err(Error::internal)?;
    let name = export.file_name(now);
    let checked = export.clone();
    let of = office.clone();
    tokio::task::spawn_blocking(move || checked.check(&of)).await.map_err(Error::internal)??;
    let body = streaming::written_by(move |out| {
        let _turn = turn;
        let out = Until { out, end: Instant::now() + lasts };
        export.write(&office, now, out).map(drop)
    });
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .streaming(body))
}
