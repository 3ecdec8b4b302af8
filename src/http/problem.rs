//! Errors, as RFC 9457 problem details.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use super::request_id;
use crate::error::{Error, FieldError};

pub const MEDIA_TYPE: &str = "application/problem+json";

/// What went wrong, as `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem. Stable: clients may match on it.
    #[serde(rename = "type")]
    #[schema(example = "/problems/invalid")]
    kind: String,
    /// The same for every problem of this kind.
    title: &'static str,
    status: u16,
    /// What is particular to this one, and what to do.
    detail: String,
    /// Names the request in the server's log.
    request_id: String,
    /// One entry for each field that is wrong, if fields are.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: Vec<FieldError>,
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        kind(self).0
    }

    fn error_response(&self) -> HttpResponse {
        let (status, name, title) = kind(self);
        let request_id = request_id::current();
        let mut response = HttpResponse::build(status);
        match self {
            Self::Internal(cause) => {
                tracing::error!(%request_id, cause = cause.as_ref(), "request failed");
            }
            Self::Unauthenticated(_) | Self::CodeNeeded { .. } | Self::CodeWrong { .. } => {
                response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
            }
            Self::Unavailable => {
                response.insert_header((header::RETRY_AFTER, "5"));
            }
            Self::StorageFull => {
                response.insert_header((header::RETRY_AFTER, "60"));
            }
            Self::TooMany { retry_after } => {
                response.insert_header((header::RETRY_AFTER, retry_after.to_string()));
            }
            Self::MethodNotAllowed(allowed, _) => {
                response.insert_header((header::ALLOW, allowed.as_str()));
            }
            _ => {}
        }
        response.content_type(MEDIA_TYPE).json(Problem {
            kind: format!("/problems/{name}"),
            title,
            status: status.as_u16(),
            detail: self.to_string(),
            request_id,
            errors: if let Self::Invalid(wrong) = self { wrong.clone() } else { Vec::new() },
        })
    }
}

fn kind(error: &Error) -> (StatusCode, &'static str, &'static str) {
    use StatusCode as S;
    match error {
        Error::Unauthenticated(_) => (S::UNAUTHORIZED, "unauthenticated", "Not signed in"),
        Error::CodeNeeded { .. } | Error::CodeWrong { .. } => {
            (S::UNAUTHORIZED, "second-factor-needed", "Second factor needed")
        }
        Error::FactorMissing => (S::FORBIDDEN, "second-factor-missing", "Second factor missing"),
        Error::Forbidden(_) => (S::FORBIDDEN, "forbidden", "Not allowed"),
        Error::NotFound => (S::NOT_FOUND, "not-found", "Not found"),
        Error::Malformed(_) => (S::BAD_REQUEST, "malformed", "Not readable"),
        Error::Invalid(_) => (S::UNPROCESSABLE_ENTITY, "invalid", "Not valid"),
        Error::Conflict(_) => (S::CONFLICT, "conflict", "In conflict"),
        Error::Stale { .. } => (S::PRECONDITION_FAILED, "stale", "Changed meanwhile"),
        Error::PreconditionRequired => {
            (S::PRECONDITION_REQUIRED, "precondition-required", "Version not named")
        }
        Error::TooLarge { .. } => (S::PAYLOAD_TOO_LARGE, "too-large", "Too large"),
        Error::UnsupportedMedia(_) => {
            (S::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Not this kind of content")
        }
        Error::MethodNotAllowed(..) => {
            (S::METHOD_NOT_ALLOWED, "method-not-allowed", "Not this method")
        }
        Error::TooMany { .. } => (S::TOO_MANY_REQUESTS, "too-many-requests", "Too many attempts"),
        // Not a fault of the program, and not to be repeated at once: hence not in the 500s.
        Error::StorageFull => (S::TOO_MANY_REQUESTS, "storage-full", "No room left"),
        Error::Unavailable => (S::SERVICE_UNAVAILABLE, "unavailable", "Not reachable"),
        Error::Internal(_) => (S::INTERNAL_SERVER_ERROR, "internal", "Our fault"),
    }
}
