//! A report as one HTML file that stands by itself: it asks for nothing, runs nothing, and can be printed.
//!
//! It is well-formed XML too, so that tests and other programs can read it as such.

mod spans;
mod view;

use askama::Template;

use self::view::View;
use crate::domain::document::{Block, Document};
use crate::error::{Error, Result};

#[derive(Template)]
#[template(path = "report/page.html")]
struct Page<'d> {
    main: Main<'d>,
}

#[derive(Template)]
#[template(path = "report/main.html")]
struct Main<'d> {
    v: View<'d>,
}

/// A whole file. `base`: the address of the server that made the report, before its paths.
pub fn html(document: &Document, base: &str) -> Result<String> {
    let page = Page { main: Main { v: View::of(document, base) } };
    page.render().map(without_refused).map_err(Error::internal)
}

/// The report's `<article>` alone, for a page that has its own frame and styles (those of
/// `report/report.css`).
pub fn fragment(document: &Document, base: &str) -> Result<String> {
    let main = Main { v: View::of(document, base) };
    main.render().map(without_refused).map_err(Error::internal)
}

fn without_refused(html: String) -> String {
    match super::shared::text::held(&html) {
        std::borrow::Cow::Borrowed(_) => html,
        std::borrow::Cow::Owned(held) => held,
    }
}

#[cfg(test)]
mod tests;
