//! Around every request: its id, its log line, its figures, the headers of its answer.
//!
//! What is logged is the pattern of the address, never what was asked or answered.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use prometheus::proto::MetricFamily;
use prometheus::{HistogramOpts, HistogramVec, IntCounter, IntCounterVec, Opts, Registry};

use super::request_id;
use crate::app::App;
use crate::error::{Error, Result};

/// Counters of requests.
pub struct Watch {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    public_exports: IntCounterVec,
}

impl Watch {
    /// `commits`: those of the database.
    pub fn new(commits: &IntCounter) -> Result<Self> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("saksi_requests_total", "Requests answered"),
            &["method", "path", "status"],
        )
        .map_err(Error::internal)?;
        let seconds = HistogramVec::new(
            HistogramOpts::new("saksi_request_seconds", "Time to the answer's first byte"),
            &["method", "path"],
        )
        .map_err(Error::internal)?;
        let public_exports = IntCounterVec::new(
            Opts::new("saksi_public_exports_total", "Files begun for people without an account"),
            &["file"],
        )
        .map_err(Error::internal)?;
        registry.register(Box::new(public_exports.clone())).map_err(Error::internal)?;
        registry.register(Box::new(requests.clone())).map_err(Error::internal)?;
        registry.register(Box::new(seconds.clone())).map_err(Error::internal)?;
        registry.register(Box::new(commits.clone())).map_err(Error::internal)?;
        Ok(Self { registry, requests, seconds, public_exports })
    }

    /// Counts a file that somebody without an account takes. `file`: one of those that there are.
    pub fn count_public_export(&self, file: &str) {
        self.public_exports.with_label_values(&[file]).inc();
    }

    pub fn gather(&self) -> Vec<MetricFamily> {
        self.registry.gather()
    }
}

/// See the module.
pub async fn watched(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> std::result::Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let begun = Instant::now();
    let app = request.app_data::<Data<App>>().cloned();
    let id = app.as_ref().map_or_else(String::new, |app| request_id::new(app.clock.now()));
    let method = known_method(request.method().as_str());
    let is_docs = request.path().starts_with("/docs");
    let mut response = request_id::under(id.clone(), next.call(request)).await?;
    let path = response.request().match_pattern().unwrap_or_else(|| "unknown".to_owned());
    let status = response.status();
    let elapsed = begun.elapsed();
    if let Some(app) = app {
        app.watch.requests.with_label_values(&[method, &path, status.as_str()]).inc();
        app.watch.seconds.with_label_values(&[method, &path]).observe(elapsed.as_secs_f64());
    }
    #[expect(clippy::cast_possible_truncation, reason = "no request takes that long")]
    let milliseconds = elapsed.as_millis() as u64;
    tracing::info!(request_id = %id, method, %path, status = status.as_u16(), milliseconds, "answered");
    let shows = if is_docs { Shows::Docs } else { Shows::of(response.headers()) };
    protect(response.headers_mut(), &id, shows);
    Ok(response)
}

/// What an answer is, for the browser that shows it.
#[derive(Clone, Copy)]
enum Shows {
    /// A page of the interface.
    Page,
    /// The viewer of the API's description.
    Docs,
    /// Nothing that a browser should make anything of.
    Data,
}

impl Shows {
    fn of(headers: &HeaderMap) -> Self {
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("text/html")) { Self::Page } else { Self::Data }
    }

    /// A page must say to this server where its forms come from, and to no other.
    const fn referrer(self) -> &'static str {
        match self {
            Self::Page => "same-origin",
            Self::Docs | Self::Data => "no-referrer",
        }
    }

    const fn policy(self) -> &'static str {
        match self {
            Self::Page => {
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                 font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; \
                 frame-ancestors 'none'"
            }
            // It sets styles from its scripts.
            Self::Docs => {
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                 img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                 frame-ancestors 'none'"
            }
            Self::Data => {
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            }
        }
    }
}

/// Labels must be few: a client may send any word as a method.
fn known_method(method: &str) -> &'static str {
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        .into_iter()
        .find(|known| *known == method)
        .unwrap_or("other")
}

fn protect(headers: &mut HeaderMap, id: &str, shows: Shows) {
    let is_lasting = headers.contains_key(CACHE_CONTROL);
    for (name, value) in [
        ("content-security-policy", shows.policy()),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", shows.referrer()),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("cache-control", "no-store"),
        ("x-request-id", id),
    ] {
        // Only what is the same for everybody, and says so, may be kept.
        if name == "cache-control" && is_lasting {
            continue;
        }
        let value = HeaderValue::from_str(value);
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), value) {
            headers.insert(name, value);
        }
    }
}
