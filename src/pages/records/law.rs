//! The pages of law: instruments, provisions, commitments.

use askama::Template;

use super::{Looking, Shown, forms};
use crate::casework::records::commitment::{Commitment, CommitmentView};
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::casework::records::instrument::{Instrument, InstrumentView};
use crate::casework::records::provision::{Provision, ProvisionView};
use crate::domain::{CommitmentAction, InstrumentKind};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::Cell;
use crate::pages::form::Part;
use crate::pages::frame::Frame;

/// Up to how many commitments the page of an instrument shows at once.
const FEW: usize = 30;

#[derive(Template)]
#[template(path = "instrument.html")]
struct InstrumentBody<'a> {
    f: &'a Frame,
    instrument: &'a InstrumentView,
    /// Those that protect a right.
    provisions: Vec<ProvisionView>,
    /// The others: procedure and final clauses.
    procedural: Vec<ProvisionView>,
    /// What is shown at once.
    commitments: Vec<CommitmentView>,
    /// Signatures, ratifications and accessions, if there are many.
    acts: Vec<CommitmentView>,
    events: Vec<EventView>,
}

impl Shown for Instrument {
    const PATH: &'static str = "instruments";
    const WORD: &'static str = "instrument";
    const DATASET: Option<Dataset> = Some(Dataset::Instruments);
    const COLUMNS: &'static [&'static str] =
        &["col-code", "col-instrument", "col-kind", "col-adopted", "col-in-force"];
    const FORM: &'static [Part] = forms::INSTRUMENT;

    fn cells(f: &Frame, view: &InstrumentView) -> Vec<Cell> {
        vec![
            Cell::text(view.code.clone()),
            Cell::Link {
                path: format!("/instruments/{}", view.head.reference),
                text: view.title.clone(),
                below: String::new(),
            },
            Cell::text(f.label("instrument_kind", view.kind.code())),
            Cell::text(view.adopted_on.clone().unwrap_or_default()),
            Cell::text(view.in_force_on.clone().unwrap_or_default()),
        ]
    }

    fn report(view: &InstrumentView) -> Option<String> {
        let code = &view.code;
        matches!(view.kind, InstrumentKind::Treaty | InstrumentKind::Protocol)
            .then(|| format!("/reports?preset=treaty_body&instrument={code}"))
    }

    fn lead(f: &Frame, view: &InstrumentView) -> String {
        format!("{} · {}", view.title, f.label("instrument_kind", view.kind.code()))
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &InstrumentView) -> Result<String> {
        let code = view.code.as_str();
        let mut provisions = look.related::<Provision>("instrument", code, 500)?;
        provisions.sort_by_key(|it| it.position);
        let (provisions, procedural) = provisions.into_iter().partition(|it| it.right.is_some());
        let mut commitments = look.related::<Commitment>("instrument", code, 500)?;
        let f = look.f;
        commitments.sort_by(|one, other| {
            (f.country(&one.country), &one.date).cmp(&(f.country(&other.country), &other.date))
        });
        let events = look.related::<Event>("instrument", code, 20)?;
        let are_few = commitments.len() <= FEW;
        let (commitments, acts) = commitments.into_iter().partition(|it| {
            use CommitmentAction as A;
            let limits = matches!(
                it.action,
                A::Reservation | A::Declaration | A::Derogation | A::Denunciation | A::Adoption
            );
            are_few || limits
        });
        let body = InstrumentBody {
            f: look.f,
            instrument: view,
            provisions,
            procedural,
            commitments,
            acts,
            events,
        };
        body.render().map_err(Error::internal)
    }
}

#[derive(Template)]
#[template(path = "provision.html")]
struct ProvisionBody<'a> {
    f: &'a Frame,
    provision: &'a ProvisionView,
    citations: Vec<super::joins::Cited>,
}

impl Shown for Provision {
    const PATH: &'static str = "provisions";
    const WORD: &'static str = "provision";
    const DATASET: Option<Dataset> = Some(Dataset::Provisions);
    const COLUMNS: &'static [&'static str] = &["col-provision", "col-title", "col-right"];
    const FORM: &'static [Part] = forms::PROVISION;
    const API: Option<&'static str> = None;

    fn cells(f: &Frame, view: &ProvisionView) -> Vec<Cell> {
        let code = view.instrument.as_ref().map_or("", |it| it.reference.as_str());
        vec![
            Cell::Link {
                path: format!("/provisions/{}", view.head.id),
                text: format!("{code} {}", view.label),
                below: String::new(),
            },
            Cell::text(view.title.clone().unwrap_or_default()),
            Cell::text(view.right.as_deref().map(|right| f.right(right)).unwrap_or_default()),
        ]
    }

    fn lead(_: &Frame, view: &ProvisionView) -> String {
        view.title.clone().unwrap_or_default()
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &ProvisionView) -> Result<String> {
        let id = view.head.id.to_string();
        let citations =
            look.related::<crate::casework::records::citation::Citation>("provision", &id, 100)?;
        let citations = super::joins::cited(look, citations)?;
        let body = ProvisionBody { f: look.f, provision: view, citations };
        body.render().map_err(Error::internal)
    }
}

#[derive(Template)]
#[template(path = "commitment.html")]
struct CommitmentBody<'a> {
    f: &'a Frame,
    commitment: &'a CommitmentView,
}

impl Shown for Commitment {
    const PATH: &'static str = "commitments";
    const WORD: &'static str = "commitment";
    const DATASET: Option<Dataset> = Some(Dataset::Commitments);
    const COLUMNS: &'static [&'static str] =
        &["col-date", "col-country", "col-instrument", "col-action", "col-in-force"];
    const FORM: &'static [Part] = forms::COMMITMENT;
    const API: Option<&'static str> = None;

    fn cells(f: &Frame, view: &CommitmentView) -> Vec<Cell> {
        vec![
            Cell::text(view.date.clone().unwrap_or_default()),
            Cell::Link {
                path: format!("/commitments/{}", view.head.id),
                text: f.country(&view.country).to_owned(),
                below: String::new(),
            },
            Cell::record("instruments", view.instrument.as_ref()),
            Cell::text(f.label("commitment_action", view.action.code())),
            Cell::text(view.effective_on.as_deref().map(|it| f.date(Some(it))).unwrap_or_default()),
        ]
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &CommitmentView) -> Result<String> {
        CommitmentBody { f: look.f, commitment: view }.render().map_err(Error::internal)
    }
}
