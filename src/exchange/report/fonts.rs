//! The fonts of reports that the program carries: the Noto family, made by `scripts/data/report-fonts`,
//! each whole, and packed: they would be twice as large. Their licence is beside them.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(include_bytes!(concat!("fonts/", $name, ".ttf.z")).as_slice()),*]
    };
}

/// The files, in the order in which they are asked for a character that the one before has not. They are unpacked when a
/// report is first drawn, and kept: 5 MB.
pub fn files() -> &'static [&'static [u8]] {
    static FILES: LazyLock<Vec<&'static [u8]>> = LazyLock::new(|| {
        let unpacked = PACKED.iter().map(|packed| {
            let mut file = Vec::with_capacity(packed.len() * 3);
            // What is in the binary can be read, as the test knows.
            let read = ZlibDecoder::new(*packed).read_to_end(&mut file);
            debug_assert!(read.is_ok(), "{read:?}");
            &*file.leak()
        });
        unpacked.collect()
    });
    &FILES
}

static PACKED: &[&[u8]] = &files![
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSans-Italic",
    "NotoSans-BoldItalic",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
    "NotoSansArmenian-Regular",
    "NotoSansArmenian-Bold",
    "NotoSansBengali-Regular",
    "NotoSansBengali-Bold",
    "NotoSansDevanagari-Regular",
    "NotoSansDevanagari-Bold",
    "NotoSansEthiopic-Regular",
    "NotoSansEthiopic-Bold",
    "NotoSansGeorgian-Regular",
    "NotoSansGeorgian-Bold",
    "NotoSansGujarati-Regular",
    "NotoSansGujarati-Bold",
    "NotoSansGurmukhi-Regular",
    "NotoSansGurmukhi-Bold",
    "NotoSansHebrew-Regular",
    "NotoSansHebrew-Bold",
    "NotoSansKannada-Regular",
    "NotoSansKannada-Bold",
    "NotoSansKhmer-Regular",
    "NotoSansKhmer-Bold",
    "NotoSansLao-Regular",
    "NotoSansLao-Bold",
    "NotoSansMalayalam-Regular",
    "NotoSansMalayalam-Bold",
    "NotoSansMyanmar-Regular",
    "NotoSansMyanmar-Bold",
    "NotoSansOriya-Regular",
    "NotoSansOriya-Bold",
    "NotoSansSinhala-Regular",
    "NotoSansSinhala-Bold",
    "NotoSansTamil-Regular",
    "NotoSansTamil-Bold",
    "NotoSansTelugu-Regular",
    "NotoSansTelugu-Bold",
    "NotoSansThaana-Regular",
    "NotoSansThaana-Bold",
    "NotoSansThai-Regular",
    "NotoSansThai-Bold",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
];

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn every_file_is_a_font_and_the_first_is_the_one_of_charts() {
        for file in files() {
            // TrueType outlines begin with version 1.0 (OpenType specification, table directory).
            assert_eq!(file[..4], [0, 1, 0, 0]);
        }
        let size: usize = files().iter().map(|file| file.len()).sum();
        assert!(size < 6_000_000, "{size} bytes of fonts are kept");
    }
}
