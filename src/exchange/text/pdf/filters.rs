//! How streams are packed, apart from zlib.

/// LZW with early change, as PDF has it.
pub(super) fn lzw(bytes: &[u8], most: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // Each code beyond the first stands for a stretch of what came out.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let (mut width, mut held, mut count) = (9_u32, 0_u32, 0_u32);
    let mut before: Option<(usize, usize)> = None;
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (held >> count) as usize & ((1 << width) - 1);
        held &= (1 << count) - 1;
        if code == END || out.len() > most {
            break;
        }
        if code == CLEAR {
            table.clear();
            width = 9;
            before = None;
            continue;
        }
        let start = out.len();
        if let Ok(byte) = u8::try_from(code) {
            out.push(byte);
        } else if let Some((from, to)) = table.get(code - 258).copied() {
            out.extend_from_within(from..to);
        } else if let Some((from, to)) = before {
            out.extend_from_within(from..to);
            out.push(out[from]);
        } else {
            break;
        }
        if let Some((from, to)) = before
            && table.len() < 4096 - 258
        {
            // What came before, and the first byte of what came now, stand side by side.
            debug_assert_eq!(to, start);
            table.push((from, to + 1));
        }
        before = Some((start, out.len()));
        width = match table.len() + 259 {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    out
}

pub(super) fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let (mut group, mut count) = (0_u32, 0);
    for byte in bytes {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(&group.to_be_bytes()[..count - 1]);
    }
    out
}

pub(super) fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
    digits.chunks(2).map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0)).collect()
}

pub(super) fn run_lengths(bytes: &[u8], most: usize) -> Vec<u8> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(length) = bytes.get(at).copied() {
        at += 1;
        match length {
            0..=127 => {
                let end = (at + usize::from(length) + 1).min(bytes.len());
                out.extend(&bytes[at..end]);
                at = end;
            }
            128 => break,
            _ => {
                let Some(byte) = bytes.get(at) else { break };
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(length)));
                at += 1;
            }
        }
        if out.len() > most {
            break;
        }
    }
    out
}

/// Takes back what was done to rows of bytes before they were packed.
pub(super) fn predicted(
    bytes: Vec<u8>,
    kind: usize,
    columns: usize,
    colors: usize,
    bits: usize,
) -> Vec<u8> {
    let columns = columns.clamp(1, 1 << 20);
    let pixel = (colors.clamp(1, 32) * bits.clamp(1, 16)).div_ceil(8);
    let row = (columns * colors.clamp(1, 32) * bits.clamp(1, 16)).div_ceil(8);
    if kind < 10 {
        return bytes;
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let Some((how, rest)) = line.split_first() else { break };
        let mut now = vec![0_u8; row];
        for (at, byte) in rest.iter().enumerate() {
            let left = if at >= pixel { now[at - pixel] } else { 0 };
            let up = above[at];
            let corner = if at >= pixel { above[at - pixel] } else { 0 };
            let guess = match how {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            now[at] = byte.wrapping_add(guess);
        }
        out.extend(&now[..rest.len()]);
        above = now;
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let sum = i32::from(left) + i32::from(up) - i32::from(corner);
    let away = |of: u8| (sum - i32::from(of)).abs();
    if away(left) <= away(up) && away(left) <= away(corner) {
        left
    } else if away(up) <= away(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_unpacked() {
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(hexadecimal(b"48 65 6C6c 6F>"), b"Hello");
        assert_eq!(run_lengths(&[2, b'a', b'b', b'c', 254, b'x', 128], 100), b"abcxxx");
        // The example of the standard.
        assert_eq!(
            lzw(&[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01], 100),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
    }

    #[test]
    fn rows_are_as_they_were() {
        assert_eq!(predicted(vec![2, 1, 2, 3, 2, 1, 1, 1], 12, 3, 1, 8), [1, 2, 3, 2, 3, 4]);
        assert_eq!(predicted(vec![1, 1, 1, 1], 11, 3, 1, 8), [1, 2, 3]);
    }
}
