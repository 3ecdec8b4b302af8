//! Styles, scripts and pictures: in the binary, under addresses that change with what they hold, so
//! that browsers may keep them for ever.

use std::borrow::Cow;
use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, ContentEncoding};
use actix_web::web::Path;

use super::fonts::{self, FONTS};
use crate::error::{Error, Result};
use crate::store::history::digest;

/// A file in the binary.
pub struct Asset {
    pub name: &'static str,
    pub media_type: &'static str,
    pub bytes: &'static [u8],
}

const fn style(name: &'static str, bytes: &'static [u8]) -> Asset {
    Asset { name, media_type: "text/css; charset=utf-8", bytes }
}

const fn script(name: &'static str, bytes: &'static [u8]) -> Asset {
    Asset { name, media_type: "text/javascript; charset=utf-8", bytes }
}

static ASSETS: [Asset; 10] = [
    style("app.css", include_bytes!("assets/app.css")),
    script("app.js", include_bytes!("assets/app.js")),
    script("similar.js", include_bytes!("assets/similar.js")),
    script("parts.js", include_bytes!("assets/parts.js")),
    script("places.js", include_bytes!("assets/places.js")),
    script("form.js", include_bytes!("assets/form.js")),
    script("intake.js", include_bytes!("assets/intake.js")),
    script("reports.js", include_bytes!("assets/reports.js")),
    style("report.css", include_bytes!("templates/report/report.css")),
    Asset {
        name: "icon.svg",
        media_type: "image/svg+xml",
        bytes: include_bytes!("assets/icon.svg"),
    },
];

/// A file, as it is served.
struct Served {
    asset: &'static Asset,
    bytes: Cow<'static, [u8]>,
    address: String,
}

fn at_address(asset: &'static Asset, bytes: Cow<'static, [u8]>) -> Served {
    let address = format!("/assets/{}/{}", &digest(&bytes)[..12], asset.name);
    Served { asset, bytes, address }
}

static SERVED: LazyLock<Vec<Served>> = LazyLock::new(|| {
    let fonts = FONTS.iter().map(|font| at_address(font, font.bytes.into()));
    let mut all: Vec<_> = fonts.collect();
    let of_font = |font: &Asset| {
        let known = all.iter().find(|it| it.asset.name == font.name);
        known.map(|it| it.address.clone()).unwrap_or_default()
    };
    let rules = fonts::rules(of_font);
    all.extend(ASSETS.iter().map(|asset| {
        // The styles begin with the fonts: one file is one journey less.
        let bytes = if asset.name == "app.css" {
            [rules.as_bytes(), asset.bytes].concat().into()
        } else {
            asset.bytes.into()
        };
        at_address(asset, bytes)
    }));
    all
});

/// Where a file is found; nothing if there is none of that name.
pub fn address(name: &str) -> &'static str {
    SERVED.iter().find(|it| it.asset.name == name).map_or("", |it| it.address.as_str())
}

/// `GET /assets/{digest}/{name}`.
pub async fn show(path: Path<(String, String)>) -> Result<HttpResponse> {
    let (kept, name) = path.into_inner();
    let asked = format!("/assets/{kept}/{name}");
    let found = SERVED.iter().find(|it| it.address == asked).ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(found.asset.media_type)
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"));
    if found.asset.media_type.starts_with("font/") {
        // It is compressed already.
        answer.insert_header(ContentEncoding::Identity);
    }
    Ok(answer.body(found.bytes.as_ref()))
}

#[cfg(test)]
mod tests {
    /// A block that is left open takes all that follows with it, and no browser says so.
    #[test]
    fn every_block_of_the_styles_is_closed_before_the_next_section() {
        for css in [include_str!("assets/app.css"), include_str!("assets/fonts.css")] {
            let mut open = 0_i32;
            for (number, line) in (1..).zip(css.lines()) {
                let code = line.split("/*").next().unwrap_or_default();
                assert!(!line.starts_with("/* ") || open == 0, "line {number}: {line}");
                for sign in code.chars() {
                    open += i32::from(sign == '{') - i32::from(sign == '}');
                }
                assert!(open >= 0, "line {number}: {line}");
            }
            assert_eq!(open, 0);
        }
    }
}
