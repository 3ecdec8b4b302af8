//! A text as a QR code, in SVG.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::error::{Error, Result};

/// Modules of white around the code, which readers need.
const MARGIN: usize = 4;

/// The picture. It is black on white in the dark, too: readers need that.
///
/// # Errors
/// [`Error::Internal`] for a text that is longer than a code can hold (some 2,000 characters).
pub fn svg(text: &str, about: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
    let width = code.width();
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (x, y) = (at % width + MARGIN, at / width + MARGIN);
            write!(path, "M{x} {y}h1v1h-1z").map_err(Error::internal)?;
        }
    }
    let size = width + 2 * MARGIN;
    let about = about.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Ok(format!(
        "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
         width=\"240\" height=\"240\" role=\"img\" aria-label=\"{about}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_with_its_margin_and_its_corners() {
        let svg = svg("otpauth://totp/saksi:a?secret=MZXW6YTB", "For \"apps\" & people").unwrap();
        assert!(svg.contains("aria-label=\"For &quot;apps&quot; &amp; people\""));
        // The top left corner of a code is a dark square of seven modules.
        assert!((4..11).all(|x| svg.contains(&format!("M{x} 4h1v1h-1z"))), "{svg}");
        assert!(!svg.contains("M11 4h") && !svg.contains("M3 4h"));
        assert!(super::svg(&"x".repeat(5_000), "").is_err());
    }
}
