//! Pictures in the text.

use super::xml::Xml;
use crate::error::{Error, Result};

/// English Metric Units, of which 360,000 are a centimetre: of the text, and of as much of its height as
/// leaves room for what is said of a picture.
const WIDEST: u64 = 5_759_450;
const HIGHEST: u64 = 7_200_000;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// How large a PNG is set, in English Metric Units.
pub fn extent(png: &[u8]) -> Result<(u64, u64)> {
    let side = |from: usize| {
        let bytes = png.get(from..from + 4)?;
        let side = u32::from_be_bytes(bytes.try_into().ok()?);
        (side > 0).then_some(u64::from(side))
    };
    let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n");
    let (Some(width), Some(height), true) = (side(16), side(20), is_png) else {
        return Err(Error::internal("what was drawn for a report is no PNG"));
    };
    let at_full_width = (WIDEST * height / width).max(1);
    Ok(if at_full_width <= HIGHEST {
        (WIDEST, at_full_width)
    } else {
        ((HIGHEST * width / height).max(1), HIGHEST)
    })
}

/// The picture with the relation `id`, the `number`-th; `about` says what it shows.
pub fn drawing(
    xml: &mut Xml,
    (width, height): (u64, u64),
    (number, id): (usize, &str),
    about: &str,
) {
    let (width, height, number) = (width.to_string(), height.to_string(), number.to_string());
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let name = format!("Picture {number}");
    let known = [("id", number.as_str()), ("name", name.as_str()), ("descr", about)];
    xml.open("w:drawing", &[]);
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &size);
    xml.empty("wp:docPr", &known);
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("xmlns:a", DRAWING), ("noChangeAspect", "1")]);
    xml.close();
    xml.open("a:graphic", &[("xmlns:a", DRAWING)]);
    xml.open("a:graphicData", &[("uri", PICTURE)]);
    xml.open("pic:pic", &[("xmlns:pic", PICTURE)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &known);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close();
    xml.open("pic:blipFill", &[]);
    xml.empty("a:blip", &[("r:embed", id)]);
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close();
    xml.close();
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", &size);
    xml.close();
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    for _ in 0..7 {
        xml.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(width.to_be_bytes());
        png.extend(height.to_be_bytes());
        png
    }

    #[test]
    fn pictures_fit_the_page() {
        assert_eq!(extent(&png(1210, 605)).unwrap(), (WIDEST, WIDEST / 2));
        let (width, height) = extent(&png(1000, 4000)).unwrap();
        assert_eq!((width, height), (HIGHEST / 4, HIGHEST));
        assert_eq!(extent(&png(u32::MAX, 1)).unwrap(), (WIDEST, 1));
        for wrong in [&b"GIF89a"[..], &png(0, 1), &png(1, 1)[..20], b""] {
            assert!(extent(wrong).is_err());
        }
    }
}
