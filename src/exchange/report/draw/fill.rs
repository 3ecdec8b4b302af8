//! How series are told apart: by how light they are and by hatching first, by colour last.
//!
//! The colours are Okabe and Ito's, darkened where they are too light for white paper.

use super::sheet::Sheet;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// Of its edge and its lines, at least 3:1 on white.
    pub ink: &'static str,
    ground: &'static str,
    hatch: Hatch,
    /// Of a line, where there is no room for areas.
    pub dashes: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hatch {
    None,
    Rising,
    Falling,
    Level,
}

/// Dark and light, plain and hatched in turn. There is none for more series than these.
pub const FILLS: [Fill; 6] = [
    Fill { ink: "#0b4f7d", ground: "#0b4f7d", hatch: Hatch::None, dashes: "" },
    Fill { ink: "#b34a00", ground: "#fff", hatch: Hatch::Rising, dashes: "7 3" },
    Fill { ink: "#00664a", ground: "#a9dbc9", hatch: Hatch::None, dashes: "2 2.5" },
    Fill { ink: "#8a3a74", ground: "#fff", hatch: Hatch::Level, dashes: "9 3 2 3" },
    Fill { ink: "#1a1a1a", ground: "#8c8c8c", hatch: Hatch::None, dashes: "14 4" },
    Fill { ink: "#0b4f7d", ground: "#cfe3f1", hatch: Hatch::Falling, dashes: "4 2 1 2 1 2" },
];

/// From one line of a hatching to the next.
const PITCH: f64 = 5.0;

impl Fill {
    /// Of the series at a place.
    pub fn of(place: usize) -> Self {
        FILLS[place % FILLS.len()]
    }

    /// Fills an area.
    pub fn area(self, sheet: &mut Sheet, (x, y): (f64, f64), (width, height): (f64, f64)) {
        if self.ink == self.ground || width < 2.5 {
            sheet.rect((x, y), (width, height), &format!("fill=\"{}\"", self.ink));
            return;
        }
        // The edge lies within, so that the area is as large as it says.
        let (inset, size) = (0.5, ((width - 1.0).max(0.0), (height - 1.0).max(0.0)));
        let from = (x + inset, y + inset);
        let look = format!("fill=\"{}\" stroke=\"{}\"", self.ground, self.ink);
        sheet.rect(from, size, &look);
        let lines: String = self.lines(from, size).concat();
        sheet.drawn(&lines, &format!("stroke=\"{}\"", self.ink));
    }

    /// The lines of the hatching within an area, as commands of a path. They hang together from one
    /// area to the next.
    fn lines(self, (x, y): (f64, f64), (width, height): (f64, f64)) -> Vec<String> {
        use super::sheet::short;
        let (right, bottom) = (x + width, y + height);
        let command = |a: (f64, f64), b: (f64, f64)| {
            format!("M{} {}L{} {}", short(a.0), short(a.1), short(b.0), short(b.1))
        };
        let from = |least: f64| (least / PITCH).floor() * PITCH + PITCH;
        let along = |least: f64, most: f64| {
            let first = from(least);
            (0_u16..).map(move |it| first + f64::from(it) * PITCH).take_while(move |it| *it < most)
        };
        match self.hatch {
            Hatch::None => Vec::new(),
            Hatch::Level => along(y, bottom).map(|at| command((x, at), (right, at))).collect(),
            // Where x + y is the same along a line.
            Hatch::Rising => along(x + y, right + bottom)
                .map(|sum| {
                    let (low, high) = ((sum - bottom).max(x), (sum - y).min(right));
                    command((low, sum - low), (high, sum - high))
                })
                .collect(),
            // Where y - x is.
            Hatch::Falling => along(y - right, bottom - x)
                .map(|difference| {
                    let (low, high) = ((y - difference).max(x), (bottom - difference).min(right));
                    command((low, low + difference), (high, high + difference))
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, as WCAG has it.
    fn light(colour: &str) -> f64 {
        let digits = colour.trim_start_matches('#');
        let wide = if digits.len() == 3 { 1 } else { 2 };
        let part = |at: usize| {
            let text = digits[at * wide..(at + 1) * wide].repeat(3 - wide);
            let value = f64::from(u8::from_str_radix(&text, 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
    }

    #[test]
    fn edges_stand_out_and_grounds_differ_in_grey() {
        for fill in FILLS {
            assert!(1.05 / (light(fill.ink) + 0.05) > 4.5, "{}", fill.ink);
        }
        for (at, one) in FILLS.iter().enumerate() {
            for other in &FILLS[at + 1..] {
                let apart = (light(one.ground) - light(other.ground)).abs();
                assert!(apart > 0.05 || one.hatch != other.hatch, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn hatching_stays_within_its_area() {
        for fill in FILLS {
            for command in fill.lines((12.3, 40.0), (9.0, 33.0)) {
                let numbers = command[1..].split([' ', 'L']).map(|it| it.parse::<f64>().unwrap());
                let numbers: Vec<f64> = numbers.collect();
                assert!(numbers[0] >= 12.2 && numbers[2] <= 21.4, "{command}");
                assert!((39.9..73.1).contains(&numbers[1]), "{command}");
                assert!((39.9..73.1).contains(&numbers[3]), "{command}");
            }
        }
    }
}
