//! The pages of demands.

use askama::Template;

use super::{Looking, Shown, forms};
use crate::casework::records::demand::{Demand, DemandView};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::Part;
use crate::pages::frame::Frame;

#[derive(Template)]
#[template(path = "demand.html")]
struct DemandBody<'a> {
    f: &'a Frame,
    demand: &'a DemandView,
}

impl Shown for Demand {
    const PATH: &'static str = "demands";
    const WORD: &'static str = "demand";
    const DATASET: Option<Dataset> = Some(Dataset::Demands);
    const COLUMNS: &'static [&'static str] =
        &["col-demand", "col-addressee", "col-category", "col-demand-status", "col-statement"];
    const FORM: &'static [Part] = forms::DEMAND;

    fn cells(f: &Frame, view: &DemandView) -> Vec<Cell> {
        vec![
            Cell::Link {
                path: format!("/demands/{}", view.head.id),
                text: view.text.clone(),
                below: String::new(),
            },
            Cell::actors(view.addressee.as_slice()),
            Cell::text(f.label("demand_category", view.category.code())),
            Cell::Badge(Badge::of(f, "demand_status", view.status.code())),
            Cell::record("statements", view.statement.as_ref()),
        ]
    }

    fn badges(f: &Frame, view: &DemandView) -> Vec<Badge> {
        vec![
            Badge::of(f, "demand_status", view.status.code()),
            Badge::level(f, view.head.confidentiality),
        ]
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &DemandView) -> Result<String> {
        DemandBody { f: look.f, demand: view }.render().map_err(Error::internal)
    }
}
