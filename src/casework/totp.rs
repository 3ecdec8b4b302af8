//! Codes by time: TOTP (RFC 6238) with SHA-1, six digits, 30 seconds, as every app knows it.

use aws_lc_rs::{constant_time, hmac};

/// Seconds in which a code holds.
const STEP: u64 = 30;
/// Steps before and after the present one whose codes are taken: clocks differ.
const APART: u64 = 1;
/// Bytes of a secret, as RFC 4226 recommends: 160 bits.
pub const SECRET: usize = 20;

/// The code of a step, with that many digits.
fn code(secret: &[u8], step: u64, digits: u32) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let mac = hmac::sign(&key, &step.to_be_bytes());
    let mac = mac.as_ref();
    // RFC 4226, 5.3: the last four bits say where the number begins.
    let at = usize::from(mac[mac.len() - 1] & 0x0f);
    let number = u32::from_be_bytes([mac[at] & 0x7f, mac[at + 1], mac[at + 2], mac[at + 3]]);
    let width = digits as usize;
    format!("{:0width$}", number % 10_u32.pow(digits))
}

/// The code that an app shows at a moment, in seconds since 1970.
pub fn code_at(secret: &[u8], seconds: u64) -> String {
    code(secret, seconds / STEP, 6)
}

/// The step that a code belongs to, if it holds at a moment and is later than `after`.
pub fn step_of(secret: &[u8], typed: &str, seconds: u64, after: i64) -> Option<i64> {
    let now = seconds / STEP;
    let steps = now.saturating_sub(APART)..=now + APART;
    steps.filter_map(|step| Some((step, i64::try_from(step).ok()?))).find_map(|(step, number)| {
        let known = code(secret, step, 6);
        let same = constant_time::verify_slices_are_equal(known.as_bytes(), typed.as_bytes());
        (same.is_ok() && number > after).then_some(number)
    })
}

/// RFC 4648, without padding.
pub fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for five in bytes.chunks(5) {
        let mut whole = [0_u8; 8];
        whole[3..3 + five.len()].copy_from_slice(five);
        let number = u64::from_be_bytes(whole);
        for at in 0..(five.len() * 8).div_ceil(5) {
            let index = (number >> (35 - at * 5)) & 31;
            text.push(LETTERS[usize::try_from(index).unwrap_or_default()] as char);
        }
    }
    text
}

/// What a QR code tells an app.
pub fn uri(secret: &str, account: &str) -> String {
    let account: String = form_urlencoded::byte_serialize(account.as_bytes()).collect();
    // A plus is a plus in a path.
    let account = account.replace('+', "%20");
    format!(
        "otpauth://totp/saksi:{account}?secret={secret}&issuer=saksi&algorithm=SHA1&digits=6&period={STEP}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, and RFC 4226, appendix D.
    #[test]
    fn codes_are_those_of_the_standards() {
        let secret = b"12345678901234567890";
        for (seconds, known) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(code(secret, seconds / STEP, 8), known, "{seconds}");
            assert_eq!(code_at(secret, seconds), known[2..], "{seconds}");
        }
        for (count, known) in [(0, "755224"), (1, "287082"), (9, "520489")] {
            assert_eq!(code(secret, count, 6), known, "{count}");
        }
    }

    #[test]
    fn a_code_holds_a_step_before_and_after_and_once() {
        let secret = b"12345678901234567890";
        let now = 1_000_000_020;
        let step = i64::try_from(now / STEP).unwrap();
        for (seconds, held) in [
            (now - 60, None),
            (now - 30, Some(-1)),
            (now, Some(0)),
            (now + 30, Some(1)),
            (now + 60, None),
        ] {
            let typed = code_at(secret, seconds);
            assert_eq!(step_of(secret, &typed, now, 0), held.map(|apart| step + apart));
        }
        let typed = code_at(secret, now);
        assert_eq!(step_of(secret, &typed, now, step), None, "it was used");
        assert_eq!(step_of(secret, &typed, now, step - 1), Some(step));
        assert_eq!(step_of(secret, "12345", now, 0), None);
        assert_eq!(step_of(secret, "", now, 0), None);
    }

    /// RFC 4648, section 10.
    #[test]
    fn base32_is_that_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_address_names_the_account() {
        assert_eq!(
            uri("MZXW6YTB", "a b+c@example.org"),
            "otpauth://totp/saksi:a%20b%2Bc%40example.org?secret=MZXW6YTB&issuer=saksi&algorithm=SHA1&digits=6&period=30"
        );
    }
}
