//! Files of releases as answers: they never change, so that whoever has one need not ask again, and a
//! download that broke off goes on where it ended.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, ETAG, HeaderName,
    IF_NONE_MATCH, IF_RANGE, RANGE,
};
use actix_web::{HttpRequest, HttpResponse};

use tokio::sync::OwnedSemaphorePermit;

use super::streaming;
use crate::casework::releases::ReleaseView;
use crate::error::{Error, Result};
use crate::exchange::releases::files::media_type;
use crate::store::shelf::Shelf;

/// A file of a release. `turn`: what is kept until it is sent.
///
/// # Errors
/// [`Error::NotFound`] if it has no such file.
pub fn answer(
    request: &HttpRequest,
    shelf: &Shelf,
    release: &ReleaseView,
    name: &str,
    turn: Option<OwnedSemaphorePermit>,
) -> Result<HttpResponse> {
    let file = release.file(name).ok_or(Error::NotFound)?;
    let tag = format!("\"{}\"", file.sha256);
    let header = |name: HeaderName| request.headers().get(name).and_then(|it| it.to_str().ok());
    let is_known = header(IF_NONE_MATCH).is_some_and(|known| {
        known.trim() == "*" || known.split(',').any(|it| it.trim().trim_start_matches("W/") == tag)
    });
    if is_known {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let mut opened = match File::open(shelf.object(&file.sha256)) {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            tracing::error!(version = %release.version, name, "a file of a release is missing");
            return Err(Error::NotFound);
        }
        Err(error) => return Err(Error::internal(error)),
    };
    let whole = u64::try_from(file.bytes).map_err(Error::internal)?;
    let range = header(RANGE).filter(|_| header(IF_RANGE).is_none_or(|of| of == tag));
    let part = range.and_then(|range| part(range, whole));
    let (from, length) = part.unwrap_or((0, whole));
    opened.seek(SeekFrom::Start(from)).map_err(Error::internal)?;
    let saved = format!("attachment; filename=\"saksi-{}-{name}\"", release.version);
    let mut answer = HttpResponse::Ok();
    if part.is_some() && whole > 0 {
        answer.status(StatusCode::PARTIAL_CONTENT);
        let last = from + length - 1;
        answer.insert_header((CONTENT_RANGE, format!("bytes {from}-{last}/{whole}")));
    }
    Ok(answer
        .content_type(media_type(name))
        .insert_header((ETAG, tag))
        .insert_header((ACCEPT_RANGES, "bytes"))
        // As it is, so that its length and its digest are those that are told.
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CONTENT_DISPOSITION, saved))
        .no_chunking(length)
        .streaming(streaming::written_by(move |out| {
            let _turn = turn;
            let copied = io::copy(&mut opened.take(length), out).map_err(Error::internal)?;
            if copied == length { Ok(()) } else { Err(Error::internal("a file is cut short")) }
        })))
}

/// Where a part begins, and how long it is. Nothing, if what is asked for is not one part of the file:
/// then it is sent whole.
fn part(range: &str, whole: u64) -> Option<(u64, u64)> {
    let (first, last) = range.trim().strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| {
        text.bytes().all(|c| c.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten()
    };
    let (from, to) = match (first, last) {
        ("", last) => (whole.saturating_sub(number(last).filter(|it| *it > 0)?), whole),
        (first, "") => (number(first)?, whole),
        (first, last) => (number(first)?, number(last)?.saturating_add(1).min(whole)),
    };
    (from < to).then(|| (from, to - from))
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn one_part_is_given_and_anything_else_is_the_whole() {
        for (range, found) in [
            ("bytes=0-9", Some((0, 10))),
            ("bytes=90-", Some((90, 10))),
            ("bytes=-5", Some((95, 5))),
            ("bytes=-500", Some((0, 100))),
            ("bytes=50-5000", Some((50, 50))),
            ("bytes=100-", None),
            ("bytes=9-3", None),
            ("bytes=-0", None),
            ("bytes=-", None),
            ("bytes=a-b", None),
            ("bytes=0-1,3-4", None),
            ("lines=0-1", None),
            ("bytes=+1-2", None),
        ] {
            assert_eq!(part(range, 100), found, "{range}");
        }
        assert_eq!(part("bytes=0-0", 0), None);
    }
}
