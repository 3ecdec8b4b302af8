//! Drawings as PNG, for documents that take no SVG.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use thiserror::Error;

/// The widest and the largest that a picture may be, in pixels.
const WIDEST: u32 = 8_192;
const LARGEST: f64 = 40e6;

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum NoPicture {
    #[error("the drawing cannot be read: {0}")]
    Unreadable(#[from] resvg::usvg::Error),
    #[error("the drawing has no size")]
    Empty,
    #[error("the picture would be too large")]
    TooLarge,
    #[error("the picture cannot be written: {0}")]
    Unwritten(String),
}

/// A drawing on white, so many pixels wide.
///
/// `fonts` are whole font files, the first for whatever it has (Noto Sans), the others for letters that
/// it does not have. Fonts of the machine are not used, so that pictures are the same everywhere.
///
/// # Errors
/// If the SVG cannot be read, or asks for a picture of no size.
pub fn png(svg: &str, width: u32, fonts: &[&[u8]]) -> Result<Vec<u8>, NoPicture> {
    let mut options = Options {
        // Drawings hold no pictures; none is read from files.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let mut all = Database::new();
    for font in fonts {
        all.load_font_source(Source::Binary(Arc::new(font.to_vec())));
    }
    let first = all.faces().next().and_then(|face| face.families.first().map(|it| it.0.clone()));
    if let Some(family) = first {
        all.set_sans_serif_family(family.clone());
        options.font_family = family;
    }
    options.fontdb = Arc::new(all);
    let tree = Tree::from_str(&super::outlined(svg, fonts), &options)?;
    let size = tree.size();
    let wide = f64::from(width.clamp(1, WIDEST));
    let high = (wide * f64::from(size.height()) / f64::from(size.width())).ceil().max(1.0);
    if wide * high > LARGEST {
        return Err(NoPicture::TooLarge);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are small")]
    let mut map = Pixmap::new(wide as u32, high as u32).ok_or(NoPicture::Empty)?;
    map.fill(Color::WHITE);
    #[expect(clippy::cast_possible_truncation, reason = "both are small")]
    let scale = (wide / f64::from(size.width())) as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut map.as_mut());
    map.encode_png().map_err(|error| NoPicture::Unwritten(error.to_string()))
}
