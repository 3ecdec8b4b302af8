//! What stands below a map: what the symbols mean, how large they are, how far it is, and whose lines
//! these are.

use super::super::legend::{Sample, rows};
use super::super::letters::{LINE, TEXT, width};
use super::super::scale::{amount, round_below};
use super::super::sheet::{Anchor, GREY, INK, Look, Sheet, WIDTH};
use super::frame::Frame;
use super::mark::{Shape, Sizes};
use crate::domain::document::MapLegend;

/// The longest that the scale bar may be.
const BAR: f64 = 140.0;
const CREDIT: &str = "Natural Earth";

/// Draws all of it from a height on; the height at which it ends. `shapes`: those that are on the map;
/// `beyond`: how many events are too far away to be on it.
pub fn draw(
    sheet: &mut Sheet,
    frame: &Frame,
    legend: &[MapLegend],
    shapes: &[Shape],
    (sizes, largest): (Sizes, i64),
    beyond: i64,
    top: f64,
) -> f64 {
    let mut told: Vec<Shape> = Vec::new();
    let mut samples: Vec<Sample> = Vec::new();
    for it in legend {
        let Some(shape) = Shape::of(&it.precision).filter(|it| shapes.contains(it)) else {
            continue;
        };
        if !told.contains(&shape) && !it.label.trim().is_empty() {
            told.push(shape);
            samples.push(symbol(shape, it.label.clone()));
        }
    }
    let below = rows(sheet, &samples, top);
    let mut sizes_told = counts(largest).map(|it| circle(sheet, sizes, it)).collect::<Vec<_>>();
    if beyond > 0 {
        let label = sheet.tongue.beyond(beyond);
        sizes_told.push(Sample { size: (0.0, LINE), label, draw: Box::new(|_, _| ()) });
    }
    let below = rows(sheet, &sizes_told, below);
    let middle = below + LINE / 2.0 + 2.0;
    scale_bar(sheet, frame, middle);
    sheet.text((sheet.at(WIDTH), middle), CREDIT, Look::grey(sheet.end()));
    below + LINE + 6.0
}

fn symbol(shape: Shape, label: String) -> Sample<'static> {
    let radius = if shape == Shape::Province { 5.0 } else { 6.0 };
    let wide = 2.0 * (radius + shape.ring()) + 2.0;
    Sample {
        size: (wide, wide),
        label,
        draw: Box::new(move |sheet, (x, y)| shape.draw(sheet, (x + wide / 2.0, y), radius)),
    }
}

/// A few counts that show how the discs grow.
fn counts(largest: i64) -> impl Iterator<Item = i64> {
    let most = round_below(amount(largest));
    let mut all = vec![1, round_below(amount(most) / 5.0), most];
    all.dedup();
    // Where all are one, there is nothing to compare.
    let is_told = largest > 1;
    all.into_iter().filter(move |_| is_told)
}

fn circle(sheet: &Sheet, sizes: Sizes, count: i64) -> Sample<'static> {
    let radius = sizes.radius(count);
    Sample {
        size: (radius * 2.0 + 2.0, radius * 2.0),
        label: sheet.tongue.number(count),
        draw: Box::new(move |sheet, (x, y)| {
            let look = format!("fill=\"none\" stroke=\"{GREY}\"");
            sheet.circle((x + radius + 1.0, y), radius, &look);
        }),
    }
}

/// A bar of a round number of kilometres.
fn scale_bar(sheet: &mut Sheet, frame: &Frame, middle: f64) {
    let count = round_below(BAR / frame.kilometre());
    let long = amount(count) * frame.kilometre();
    let (from, to) = (sheet.at(1.0), sheet.at(1.0 + long));
    let look = format!("fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.4\"");
    let (high, low) = (middle - TEXT * 0.35, middle + TEXT * 0.35);
    sheet.path(&[(from, high), (from, low), (to, low), (to, high)], false, &look);
    let said = sheet.tongue.kilometres(count);
    debug_assert!(long + width(&said) < WIDTH / 2.0);
    let anchor = if sheet.tongue.is_rtl() { Anchor::Right } else { Anchor::Left };
    sheet.text((sheet.at(long + 8.0), middle), &said, Look::new(anchor));
}
