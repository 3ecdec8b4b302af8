//! Files that arrive: written to the disk as they come, however large, so that memory stays flat, and
//! deleted again unless all of them came.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, Payload};
use futures_util::{Stream, StreamExt};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::exchange::read::LARGEST_TEXT;

/// How long nothing may come.
const PATIENCE: Duration = Duration::from_mins(1);
/// What is written at once.
const CHUNK: usize = 1024 * 1024;
/// The longest value beside the file, in bytes.
const LONGEST_VALUE: usize = 512 * 1024;

/// What kinds of bodies may come as a file, and how large one may be.
pub struct Accepted {
    bodies: &'static [&'static str],
    most: u64,
}

/// Rows of records.
pub const ROWS: Accepted = Accepted {
    bodies: &[
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
        "application/octet-stream",
        "application/x-ndjson",
        "application/jsonl",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
    most: LARGEST_TEXT,
};

/// Statements.
pub const STATEMENT: Accepted = Accepted {
    bodies: &[
        "text/plain",
        "text/html",
        "application/xhtml+xml",
        "application/pdf",
        "message/rfc822",
        "application/octet-stream",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    most: crate::exchange::text::LARGEST as u64,
};

/// Logos. Somewhat more than one may have is taken, so that its own rule says what is wrong.
pub const PICTURE: Accepted = Accepted {
    bodies: &["image/png", "image/jpeg", "application/octet-stream"],
    most: 8 * crate::domain::logo::LARGEST as u64,
};

/// A file that arrived whole.
pub struct Upload {
    pub part: Part,
    /// What it is called where it comes from.
    pub name: String,
    pub size: u64,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

/// A file under a name of our own, deleted when it is dropped, unless it was moved elsewhere.
pub struct Part(PathBuf);

impl Part {
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // It may have been moved to where it is kept.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The names and values of a form beside its file, in their order.
pub type Values = Vec<(String, String)>;

/// The file of a request, as its body or as a part of a form, and the other values of the form.
///
/// # Errors
/// [`Error::Malformed`] for one that does not arrive whole, [`Error::TooLarge`].
pub async fn arrived(
    request: &HttpRequest,
    payload: Payload,
    folder: &Path,
    called: Option<String>,
    accepted: &'static Accepted,
) -> Result<(Upload, Values)> {
    let said =
        request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let essence = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let length = request
        .headers()
        .get("content-length")
        .and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
    // Around a file, a form has some more.
    if length.is_some_and(|length| length > accepted.most + LONGEST_VALUE as u64) {
        return Err(too_large(accepted));
    }
    if essence == "multipart/form-data" {
        return of_form(request, payload, folder, accepted).await;
    }
    if !accepted.bodies.contains(&essence.as_str()) {
        return Err(Error::UnsupportedMedia(format!(
            "send the file as {}, or as the part 'file' of a multipart/form-data",
            accepted.bodies.join(", ")
        )));
    }
    let name = called.unwrap_or_else(|| "file".to_owned());
    let upload = spooled(payload, folder, name, accepted).await?;
    Ok((upload, Values::new()))
}

async fn of_form(
    request: &HttpRequest,
    payload: Payload,
    folder: &Path,
    accepted: &'static Accepted,
) -> Result<(Upload, Values)> {
    let broken = |error: actix_multipart::MultipartError| {
        Error::Malformed(format!("the form did not arrive whole, or is not one: {error}"))
    };
    let mut form = Multipart::new(request.headers(), payload);
    let (mut file, mut values) = (None, Values::new());
    loop {
        let next = tokio::time::timeout(PATIENCE, form.next()).await.map_err(|_| late())?;
        let Some(field) = next else { break };
        let mut field = field.map_err(broken)?;
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if file.is_some() {
                return Err(Error::Malformed("send one file at a time".to_owned()));
            }
            let called =
                field.content_disposition().and_then(|it| it.get_filename().map(str::to_owned));
            let called = called.unwrap_or_else(|| "file".to_owned());
            file = Some(spooled(field, folder, called, accepted).await?);
            continue;
        }
        let mut value = Vec::new();
        loop {
            let next = tokio::time::timeout(PATIENCE, field.next()).await.map_err(|_| late())?;
            let Some(chunk) = next else { break };
            value.extend_from_slice(&chunk.map_err(broken)?);
            if value.len() > LONGEST_VALUE || values.len() > 2_000 {
                return Err(Error::TooLarge { most: LONGEST_VALUE });
            }
        }
        let value = String::from_utf8(value)
            .map_err(|_| Error::Malformed(format!("'{name}' is not UTF-8")))?;
        values.push((name, value));
    }
    let file = file.ok_or_else(|| Error::field("/file", "choose a file"))?;
    Ok((file, values))
}

fn too_large(accepted: &Accepted) -> Error {
    Error::TooLarge { most: usize::try_from(accepted.most).unwrap_or(usize::MAX) }
}

fn late() -> Error {
    Error::Malformed(
        "nothing of the file came for a minute; nothing was kept; send it again".to_owned(),
    )
}

/// Writes what comes to a file of its own.
async fn spooled<E: std::fmt::Display>(
    mut from: impl Stream<Item = Result<Bytes, E>> + Unpin,
    folder: &Path,
    name: String,
    accepted: &'static Accepted,
) -> Result<Upload> {
    let folder = folder.to_owned();
    let (part, mut file) = blocking(move || {
        std::fs::create_dir_all(&folder).map_err(Error::internal)?;
        let mut random = [0_u8; 16];
        getrandom::fill(&mut random).map_err(Error::internal)?;
        let path = folder.join(format!("part-{}", crate::store::history::digest(&random)));
        let file = File::create_new(&path).map_err(Error::internal)?;
        Ok((Part(path), file))
    })
    .await?;
    let (mut size, mut hash, mut chunk) = (0_u64, Sha256::new(), Vec::with_capacity(CHUNK));
    loop {
        let next = tokio::time::timeout(PATIENCE, from.next()).await.map_err(|_| late())?;
        let bytes = match next {
            None => None,
            Some(Ok(bytes)) => Some(bytes),
            Some(Err(error)) => {
                return Err(Error::Malformed(format!(
                    "the file did not arrive whole, and nothing of it was kept; send it again: {error}"
                )));
            }
        };
        let is_last = bytes.is_none();
        if let Some(bytes) = bytes {
            size += bytes.len() as u64;
            if size > accepted.most {
                return Err(too_large(accepted));
            }
            chunk.extend_from_slice(&bytes);
        }
        if chunk.len() >= CHUNK || (is_last && !chunk.is_empty()) {
            let full = std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK));
            (file, hash) = blocking(move || {
                file.write_all(&full).map_err(Error::internal)?;
                hash.update(&full);
                Ok((file, hash))
            })
            .await?;
        }
        if is_last {
            break;
        }
    }
    blocking(move || file.sync_all().map_err(Error::internal)).await?;
    let sha256 = crate::store::history::hex(&hash.finalize());
    Ok(Upload { part, name, size, sha256 })
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}
