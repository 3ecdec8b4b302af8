//! Where things happened, in a country with its neighbours.

mod frame;
mod key;
mod land;
mod mark;
mod names;

use frame::Frame;
use mark::{Shape, Sizes};
use names::Placed;

use super::sheet::{Sheet, WIDTH};
use crate::domain::document::{Map, MapPoint};

/// More symbols than these hide each other; the smallest are left out.
const MOST: usize = 1_500;
/// Names that a description says.
const SAID: usize = 30;

/// A map as an SVG document; none without a point that can be drawn.
///
/// `language` is BCP 47, and says how numbers are written and from which side one reads.
pub fn map(map: &Map, language: &str) -> Option<String> {
    let all = || map.points.iter().filter(|it| mark::is_drawn(it));
    all().next()?;
    let frame = Frame::of(&map.country, all())?;
    let mut placed: Vec<Placed> = all().filter_map(|it| place(&frame, it)).collect();
    // The largest first, so that small ones stay to be seen.
    placed.sort_by_key(|it| std::cmp::Reverse(it.point.count));
    placed.truncate(MOST);
    let largest = placed.first()?.point.count;
    let sizes = Sizes::of(largest, placed.len());

    let mut sheet = Sheet::new(language);
    land::draw(&mut sheet, &frame, &map.country);
    for it in &placed {
        let radius = sizes.radius(it.point.count);
        let about = said(&sheet, it.point);
        sheet.group(&about, |sheet| it.shape.draw(sheet, it.at, radius));
    }
    names::draw(&mut sheet, &placed, sizes, frame.height);
    let edge = "fill=\"none\" stroke=\"#8c8c8c\"";
    sheet.rect((0.5, 0.5), (WIDTH - 1.0, frame.height - 1.0), edge);

    let mut shapes: Vec<Shape> = placed.iter().map(|it| it.shape).collect();
    shapes.sort_unstable();
    shapes.dedup();
    let beyond = all().filter(|it| frame.place(it.latitude, it.longitude).is_none());
    let beyond = beyond.fold(0_i64, |sum, it| sum.saturating_add(it.count));
    let told = (sizes, largest);
    let height =
        key::draw(&mut sheet, &frame, &map.legend, &shapes, told, beyond, frame.height + 6.0);
    let about: Vec<String> = placed.iter().take(SAID).map(|it| said(&sheet, it.point)).collect();
    Some(sheet.finish(height, &map.title, &about.join("; ")))
}

fn place<'p>(frame: &Frame, point: &'p MapPoint) -> Option<Placed<'p>> {
    let shape = Shape::of(&point.precision)?;
    let at = frame.place(point.latitude, point.longitude)?;
    Some(Placed { point, shape, at })
}

/// A place with its count.
fn said(sheet: &Sheet, point: &MapPoint) -> String {
    let number = sheet.tongue.number(point.count);
    let label = point.label.trim();
    if label.is_empty() { number } else { format!("{label}: {number}") }
}
