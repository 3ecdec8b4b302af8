//! Logos: which files are taken for one, and what of them is kept.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use png::{Limits, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::codes::codes;

/// The largest file, in bytes, and the longest side, in pixels.
pub const LARGEST: usize = 1024 * 1024;
pub const LONGEST: u32 = 4096;

codes! {
    /// How a logo is written.
    LogoKind {
        Png = "png",
        Jpeg = "jpeg",
    }
}

impl LogoKind {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A picture that can be set, without what its file says beside it: where a photograph was taken, with
/// what it was drawn, by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub kind: LogoKind,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

impl Logo {
    /// Reads a file; what it is called does not count.
    ///
    /// # Errors
    /// What is wrong with it, and what to do.
    pub fn of(file: &[u8]) -> Result<Self, String> {
        if file.len() > LARGEST {
            return Err(format!(
                "has {} bytes; a logo has at most {LARGEST}: make it smaller",
                file.len()
            ));
        }
        let (kind, bytes) = if file.starts_with(PNG) {
            (LogoKind::Png, plain_png(file).ok_or_else(broken)?)
        } else if file.starts_with(&[0xff, 0xd8, 0xff]) {
            (LogoKind::Jpeg, plain_jpeg(file).ok_or_else(broken)?)
        } else {
            return Err("is no picture that can be set: send a PNG or a JPEG".to_owned());
        };
        let (width, height) = match kind {
            LogoKind::Png => read_png(&bytes)?,
            LogoKind::Jpeg => read_jpeg(&bytes)?,
        };
        Ok(Self { kind, width, height, bytes })
    }

    /// The file as text.
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.bytes)
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn broken() -> String {
    "is a picture that cannot be read: it is damaged, or cut short; save it anew".to_owned()
}

fn sized(width: u64, height: u64) -> Result<(u32, u32), String> {
    let side = |side: u64| u32::try_from(side).ok().filter(|it| (1..=LONGEST).contains(it));
    match (side(width), side(height)) {
        (Some(width), Some(height)) => Ok((width, height)),
        _ => Err(format!(
            "has {width} x {height} pixels; a logo has at most {LONGEST} x {LONGEST}: make it smaller"
        )),
    }
}

/// Its size, once all of it was read.
fn read_png(bytes: &[u8]) -> Result<(u32, u32), String> {
    let limits = Limits { bytes: 160 * 1024 * 1024 };
    let mut decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::IDENTITY);
    let mut reader = decoder.read_info().map_err(|_| broken())?;
    let info = reader.info();
    let size = sized(u64::from(info.width), u64::from(info.height))?;
    while reader.next_row().map_err(|_| broken())?.is_some() {}
    Ok(size)
}

fn read_jpeg(bytes: &[u8]) -> Result<(u32, u32), String> {
    // More than is taken, so that what is too large is told from what cannot be read.
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| broken())?;
    let (width, height) = decoder.dimensions().ok_or_else(broken)?;
    let size = sized(width as u64, height as u64)?;
    decoder.decode().map_err(|_| broken())?;
    Ok(size)
}

/// A PNG with the parts that make up the picture alone.
fn plain_png(file: &[u8]) -> Option<Vec<u8>> {
    const KEPT: [&[u8]; 10] =
        [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"];
    let (mut out, mut at) = (PNG.to_vec(), PNG.len());
    loop {
        let length = u32::from_be_bytes(file.get(at..at + 4)?.try_into().ok()?);
        let end = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
        let (chunk, name) = (file.get(at..end)?, file.get(at + 4..at + 8)?);
        if KEPT.contains(&name) {
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        at = end;
    }
}

/// A JPEG without the segments of applications but those that say how its colours are meant, and
/// without comments.
fn plain_jpeg(file: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut at) = (vec![0xff, 0xd8], 2);
    loop {
        while file.get(at..at + 2)? == [0xff, 0xff] {
            at += 1;
        }
        let [0xff, marker] = *file.get(at..at + 2)? else { return None };
        if marker == 0xd9 {
            out.extend([0xff, 0xd9]);
            return Some(out);
        }
        let length = usize::from(u16::from_be_bytes(file.get(at + 2..at + 4)?.try_into().ok()?));
        let segment = file.get(at..at + 2 + length.max(2))?;
        // JFIF, colour profiles, Adobe's transform; 0xfe is a comment.
        let is_aside = matches!(marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe);
        if !is_aside {
            out.extend_from_slice(segment);
        }
        at += segment.len();
        if marker != 0xda {
            continue;
        }
        // What is scanned goes on to the next marker that is none of its own.
        let rest = file.get(at..)?;
        let ends = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
        let length = rest.windows(2).position(ends)?;
        out.extend_from_slice(&rest[..length]);
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.add_text_chunk("Author".to_owned(), "Somebody".to_owned()).unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![7; (width * height) as usize]).unwrap();
        writer.finish().unwrap();
        out
    }

    #[test]
    fn a_picture_is_known_by_its_content_and_loses_what_it_says_beside() {
        let file = png(3, 2);
        assert!(file.windows(8).any(|it| it == b"Somebody"));
        let logo = Logo::of(&file).unwrap();
        assert_eq!((logo.kind, logo.width, logo.height), (LogoKind::Png, 3, 2));
        assert!(!logo.bytes.windows(8).any(|it| it == b"Somebody"));
        assert_eq!(Logo::of(&logo.bytes).unwrap(), logo);
        let mut longer = file.clone();
        longer.extend(b"PK\x03\x04 something else");
        assert_eq!(Logo::of(&longer).unwrap(), logo, "what follows a picture is no part of it");
    }

    #[test]
    fn what_is_no_picture_is_said() {
        let cut = png(30, 20);
        let mut altered = png(30, 20);
        let at = altered.len() - 30;
        altered[at] ^= 0x55;
        for (file, about) in [
            (&b"GIF89a"[..], "PNG or a JPEG"),
            (b"", "PNG or a JPEG"),
            (b"%PDF-1.7", "PNG or a JPEG"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG or a JPEG"),
            (&cut[..cut.len() - 20], "cannot be read"),
            (&altered, "cannot be read"),
            (&[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9], "cannot be read"),
            (&png(4097, 1), "4097 x 1 pixels"),
            (&vec![0; LARGEST + 1], "at most 1048576"),
        ] {
            let said = Logo::of(file).unwrap_err();
            assert!(said.contains(about), "{said}");
        }
    }

    proptest! {
        #[test]
        fn no_file_breaks_the_reading(mut file: Vec<u8>, kind in 0..3) {
            let head: &[u8] = match kind { 0 => PNG, 1 => &[0xff, 0xd8, 0xff], _ => b"" };
            file.splice(0..0, head.iter().copied());
            let _ = Logo::of(&file);
        }
    }
}
