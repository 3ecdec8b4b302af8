//! What `plotters` draws with: lines, areas and texts on a sheet.
//!
//! It counts in whole steps; ten of them are a unit of the sheet.

use std::convert::Infallible;

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};

use super::letters::{TEXT, width};
use super::sheet::{Anchor, GREY, Look, Sheet, WIDTH, short};

/// Steps in a unit.
pub const FINE: f64 = 10.0;

/// See the module.
pub struct Pen<'s, 'l> {
    pub sheet: &'s mut Sheet<'l>,
    /// In units.
    height: f64,
}

/// Whether it was drawn: always, as a sheet takes everything.
pub type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Steps as `plotters` counts them.
#[expect(clippy::cast_possible_truncation, reason = "sheets are small")]
pub fn steps(units: f64) -> i32 {
    (units.clamp(-1e6, 1e6) * FINE).round() as i32
}

/// A point in units.
pub fn units((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

fn colour(of: BackendColor) -> String {
    let (red, green, blue) = of.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn stroke(style: &impl BackendStyle) -> String {
    let width = short(f64::from(style.stroke_width()) / FINE).to_string();
    format!("fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"", colour(style.color()))
}

impl<'s, 'l> Pen<'s, 'l> {
    /// For a sheet that is so high, in units.
    pub fn new(sheet: &'s mut Sheet<'l>, height: f64) -> Self {
        Self { sheet, height }
    }
}

impl DrawingBackend for Pen<'_, '_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let steps = |units: f64| u32::try_from(steps(units)).unwrap_or(1);
        (steps(WIDTH), steps(self.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (from, to) = (units(upper_left), units(bottom_right));
        let look = if fill { format!("fill=\"{}\"", colour(style.color())) } else { stroke(style) };
        if style.color().alpha > 0.0 {
            self.sheet.rect(from, (to.0 - from.0, to.1 - from.1), &look);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let points: Vec<(f64, f64)> = path.into_iter().map(units).collect();
            self.sheet.path(&points, false, &stroke(style));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let look = if fill { format!("fill=\"{}\"", colour(style.color())) } else { stroke(style) };
        if style.color().alpha > 0.0 {
            self.sheet.circle(units(center), f64::from(radius) / FINE, &look);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let points: Vec<(f64, f64)> = vert.into_iter().map(units).collect();
            self.sheet.path(&points, true, &format!("fill=\"{}\"", colour(style.color())));
        }
        Ok(())
    }

    /// Texts are all of one size and never turned.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Drawn {
        let (x, y) = units(pos);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Left,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::Right,
        };
        let down = match style.anchor().v_pos {
            VPos::Top => TEXT / 2.0,
            VPos::Center => 0.0,
            VPos::Bottom => -TEXT / 2.0,
        };
        self.sheet.text((x, y + down), text, Look { colour: GREY, ..Look::new(anchor) });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let steps = |units: f64| u32::try_from(steps(units)).unwrap_or(0);
        Ok((steps(width(text)), steps(TEXT)))
    }
}
