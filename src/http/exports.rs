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
use crate::casework::Office;
use crate::domain::release::coarser;
use crate::domain::{Caller, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::export::{Export, named};
use crate::exchange::package::{About, Package};
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
    parameters: Parameters,
) -> Result<HttpResponse> {
    let wanted = Wanted::of(app, caller, name, parameters)?;
    let (office, now) = (app.office.clone(), app.clock.now());
    let turn = turns.clone().acquire_owned().await.map_err(Error::internal)?;
    let (file_name, media_type) = (wanted.file_name(now), wanted.media_type());
    let wanted = Arc::new(wanted);
    let (checked, of) = (wanted.clone(), office.clone());
    tokio::task::spawn_blocking(move || checked.check(&of)).await.map_err(Error::internal)??;
    let body = streaming::written_by(move |out| {
        let _turn = turn;
        let out = Until { out, end: Instant::now() + lasts };
        wanted.write(&office, now, out)
    });
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{file_name}\"")))
        .streaming(body))
}

/// A file that can be taken along.
enum Wanted {
    Dataset(Export),
    Package(Package),
}

impl Wanted {
    fn of(app: &App, caller: Caller, name: &str, mut parameters: Parameters) -> Result<Self> {
        let coarsest = parameters
            .take("coarsen")
            .as_deref()
            .map(coarser)
            .transpose()
            .map_err(|about| Error::Malformed(format!("'coarsen' cannot be used: {about}")))?;
        if name == Package::FILE {
            let config = &app.config;
            let about =
                About::current(config.portal_licence.clone(), config.portal_citation.clone());
            let package = Package::of(caller, parameters.filters(), about);
            return Ok(Self::Package(Package { coarsest, ..package }));
        }
        let (dataset, format) = named(name)?;
        let preset = match parameters.take("preset") {
            None => Preset::Research,
            Some(preset) => preset
                .parse()
                .map_err(|about| Error::Malformed(format!("'preset' cannot be used: {about}")))?,
        };
        let filters = parameters.filters();
        Ok(Self::Dataset(Export { dataset, format, preset, filters, coarsest, caller }))
    }

    fn file_name(&self, now: Timestamp) -> String {
        match self {
            Self::Dataset(export) => export.file_name(now),
            Self::Package(_) => Package::file_name(now),
        }
    }

    fn media_type(&self) -> &'static str {
        match self {
            Self::Dataset(export) => export.format.media_type(),
            Self::Package(_) => "application/zip",
        }
    }

    fn check(&self, office: &Office) -> Result<()> {
        match self {
            Self::Dataset(export) => export.check(office),
            Self::Package(package) => package.check(office),
        }
    }

    fn write(&self, office: &Office, now: Timestamp, out: impl std::io::Write) -> Result<()> {
        match self {
            Self::Dataset(export) => export.write(office, now, out).map(drop),
            Self::Package(package) => package.write_zip(office, now, out).map(drop),
        }
    }
}
