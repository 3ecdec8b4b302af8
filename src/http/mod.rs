//! saksi over HTTP. Holds no rules: each handler asks who it is, calls one act, and answers.

mod about_record;
pub mod accounts;
pub mod answers;
pub mod audit;
pub mod body;
pub mod contradictions;
pub mod duplicates;
pub mod exports;
pub mod health;
pub mod import_profiles;
pub mod imports;
pub mod intake;
pub mod network;
pub mod openapi;
pub mod places;
pub mod problem;
pub mod public;
pub mod query;
pub mod release_files;
pub mod releases;
pub mod report_definitions;
pub mod reports;
pub mod request_id;
pub mod resource;
pub mod resource_docs;
pub mod resources;
pub mod search;
pub mod session;
pub mod streaming;
pub mod throttle;
pub mod turns;
pub mod upload;
pub mod watch;

use actix_web::HttpRequest;

use crate::error::Error;

/// The answer to a method that a path does not take.
pub async fn refused(allowed: &'static str) -> Result<actix_web::HttpResponse, Error> {
    Err(Error::MethodNotAllowed(allowed.to_owned(), "this method".to_owned()))
}

/// What links that are read elsewhere begin with: where the request was sent to.
pub fn base_of(request: &HttpRequest) -> String {
    let seen = request.connection_info();
    format!("{}://{}", seen.scheme(), seen.host())
}

/// The answer to a path that there is not.
pub async fn missing(_: HttpRequest) -> Result<actix_web::HttpResponse, Error> {
    Err(Error::NotFound)
}
