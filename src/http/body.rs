//! Bodies of requests: bounded, timely, JSON.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut, Payload};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use crate::casework::misfit;
use crate::error::{Error, Result};

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_mins(1);

/// The body of a request, at most `most` bytes.
pub async fn bytes(request: &HttpRequest, mut payload: Payload, most: usize) -> Result<Bytes> {
    let length = request.headers().get("content-length");
    let announced = length.and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        return Err(Error::TooLarge { most });
    }
    let arrival = async {
        let mut body = BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|error| {
                Error::Malformed(format!("the request's body did not arrive whole: {error}"))
            })?;
            if body.len() + chunk.len() > most {
                return Err(Error::TooLarge { most });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.freeze())
    };
    tokio::time::timeout(PATIENCE, arrival).await.unwrap_or_else(|_| {
        Err(Error::Malformed("the request's body did not arrive within a minute".to_owned()))
    })
}

/// # Errors
/// [`Error::UnsupportedMedia`] unless the request says that its body is one of `types`.
pub fn must_be(request: &HttpRequest, types: &[&str]) -> Result<()> {
    let said = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = said.and_then(|said| said.split(';').next()).unwrap_or_default().trim();
    if types.iter().any(|known| known.eq_ignore_ascii_case(essence)) {
        Ok(())
    } else {
        Err(Error::UnsupportedMedia(format!("send the body as {}", types.join(" or "))))
    }
}

/// Reads JSON.
///
/// # Errors
/// [`Error::Malformed`] if it is not JSON, [`Error::Invalid`] with the place if it does not fit.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let mut from = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        // A number where a code belongs is called a fault of syntax, though it is JSON.
        if error.inner().is_data() || serde_json::from_slice::<serde_json::Value>(body).is_ok() {
            misfit(&error)
        } else {
            Error::Malformed(format!("the body is not JSON: {}", error.inner()))
        }
    })?;
    from.end().map_err(|error| Error::Malformed(format!("the body is not JSON: {error}")))?;
    Ok(value)
}

/// A JSON body, whole.
pub async fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    most: usize,
) -> Result<T> {
    must_be(request, &["application/json"])?;
    json(&bytes(request, payload, most).await?)
}
