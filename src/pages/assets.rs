//! Styles, scripts and pictures: in the binary, under addresses that change with what they hold, so
//! that browsers may keep them for ever.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Path;

use crate::error::{Error, Result};
use crate::store::history::digest;

/// A file in the binary.
struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

static ASSETS: [Asset; 4] = [
    Asset {
        name: "app.css",
        media_type: "text/css; charset=utf-8",
        bytes: include_bytes!("assets/app.css"),
    },
    Asset {
        name: "app.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("assets/app.js"),
    },
    Asset {
        name: "similar.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("assets/similar.js"),
    },
    Asset {
        name: "icon.svg",
        media_type: "image/svg+xml",
        bytes: include_bytes!("assets/icon.svg"),
    },
];

static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let address = |asset: &Asset| format!("/assets/{}/{}", &digest(asset.bytes)[..12], asset.name);
    ASSETS.iter().map(address).collect()
});

/// Where a file is found; nothing if there is none of that name.
pub fn address(name: &str) -> &'static str {
    let at = ASSETS.iter().position(|asset| asset.name == name);
    at.map_or("", |at| ADDRESSES[at].as_str())
}

/// `GET /assets/{digest}/{name}`.
pub async fn show(path: Path<(String, String)>) -> Result<HttpResponse> {
    let (kept, name) = path.into_inner();
    let asked = format!("/assets/{kept}/{name}");
    let at = ADDRESSES.iter().position(|address| *address == asked).ok_or(Error::NotFound)?;
    let asset = &ASSETS[at];
    Ok(HttpResponse::Ok()
        .content_type(asset.media_type)
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(asset.bytes))
}
