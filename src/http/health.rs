//! `/health` and `/metrics`: for those who keep the server running.

use actix_web::web::Data;
use actix_web::{HttpResponse, http::header::CONTENT_TYPE};
use prometheus::{Encoder, TextEncoder};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::error::{Error, Result};

#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    #[schema(example = "ok")]
    status: &'static str,
    #[schema(example = "0.1.0")]
    version: &'static str,
}

const OK: Health = Health { status: "ok", version: env!("CARGO_PKG_VERSION") };

/// Whether the program runs
#[utoipa::path(get, path = "/health/live", tag = "health", operation_id = "live",
    responses((status = 200, description = "It runs", body = Health)))]
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(OK)
}

/// Whether the database answers
#[utoipa::path(get, path = "/health/ready", tag = "health", operation_id = "ready",
    responses((status = 200, description = "It answers", body = Health),
        (status = 503, description = "The database cannot be reached", body = super::problem::Problem,
         content_type = "application/problem+json")))]
pub async fn ready(app: Data<App>) -> Result<HttpResponse> {
    app.office.database.read(|db| crate::store::accounts::is_empty(db).map(drop)).await?;
    Ok(HttpResponse::Ok().json(OK))
}

/// Figures for Prometheus
#[utoipa::path(get, path = "/metrics", tag = "health", operation_id = "metrics",
    responses((status = 200, description = "In Prometheus' text format", body = String, content_type = "text/plain")))]
pub async fn metrics(app: Data<App>) -> Result<HttpResponse> {
    let mut text = Vec::new();
    TextEncoder::new().encode(&app.watch.gather(), &mut text).map_err(Error::internal)?;
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, prometheus::TEXT_FORMAT)).body(text))
}
