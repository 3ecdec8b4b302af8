//! Typst at work: one report at a time, on one thread of its own.
//!
//! Typst remembers all that it does, in case that it is asked again, which for a long report is some
//! hundred megabytes. Here it is asked once. So what it has not used for a while is taken from it while it
//! works. It would also set all pages again, and keep the old ones, until every number of a page that is said is
//! right. So the parts that say such numbers (contents, what stands above and below the pages) are set by
//! themselves, after all others, and links find their places at the end.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Datelike, Timelike, Utc};
use comemo::Track;
use rayon::{ThreadPool, ThreadPoolBuilder};
use typst_layout::{Page, PagedDocument, PagedIntrospector, layout_document};
use typst_library::World;
use typst_library::diag::{SourceDiagnostic, SourceResult};
use typst_library::engine::{Engine, Route, Sink, Traced};
use typst_library::foundations::{
    Bytes, Content, Datetime, Label, Smart, StyleChain, Target, TargetElem,
};
use typst_library::introspection::{EmptyIntrospector, Introspector, Location};
use typst_library::layout::{Frame, FrameItem, Point};
use typst_library::model::{Destination, Document as _, DocumentInfo};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_utils::{PicoStr, Protected};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::paper::{Contents, Entry, Look, Paper, Part, Sheets};
use super::world::Desk;
use crate::domain::document::Document;
use crate::error::{Error, Result};

/// The worker's stack: typst calls itself for what stands in one another, and needs more than a thread has.
const STACK: usize = 32 << 20;
/// How often it is looked what typst has not used, and for how many looks it may keep that.
const LOOK: Duration = Duration::from_millis(40);
const KEPT: usize = 2;
/// Title and contents have a page each, most often.
const USUAL_FRONT: usize = 2;

/// One thread: what it needs in memory, it needs once.
static WORKER: LazyLock<std::result::Result<ThreadPool, String>> = LazyLock::new(|| {
    ThreadPoolBuilder::new()
        .num_threads(1)
        .stack_size(STACK)
        .thread_name(|_| "typst".to_owned())
        .build()
        .map_err(|error| error.to_string())
});
/// While it waits for a part of its work, the worker would else begin with the next report.
static TURN: Mutex<()> = Mutex::new(());

/// Sets a report.
pub fn print(paper: &Paper, document: &Document) -> Result<Vec<u8>> {
    let worker = WORKER.as_ref().map_err(|error| Error::internal(error.clone()))?;
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let printed = thread::scope(|scope| {
        let (done, waited) = channel::<()>();
        scope.spawn(move || {
            while waited.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                comemo::evict(KEPT);
            }
        });
        let printed = worker.install(|| catch_unwind(AssertUnwindSafe(|| bound(paper, document))));
        drop(done);
        printed
    });
    // What typst remembers of this report is of no use for the next.
    comemo::evict(0);
    printed.unwrap_or_else(|_| Err(Error::internal("typst ended in a panic")))
}

/// The parts of a report, set and bound.
fn bound(paper: &Paper, document: &Document) -> Result<Vec<u8>> {
    let look = &paper.look;
    let cover = paper.contents.is_none().then_some(&paper.cover);
    let (main, info, places) = set(1, look, Part::Main { cover, main: &paper.main }, document)?;
    let mut pages = Vec::new();
    if let Some(contents) = &paper.contents {
        let mut before = USUAL_FRONT;
        // Where the contents are longer, all stands further on.
        loop {
            let said = said_pages(contents, &places, before);
            let front = Part::Front { cover: &paper.cover, contents, pages: &said };
            let (front, ..) = set(0, look, front, document)?;
            if front.len() == before {
                pages = front;
                break;
            }
            before = front.len();
        }
    }
    pages.extend(main);
    let part = Part::Running { running: &paper.running, pages: pages.len() };
    let (running, ..) = set(2, look, part, document)?;
    for (at, (page, running)) in pages.iter_mut().zip(running).enumerate() {
        lead(&mut page.frame, &places);
        page.frame.push_frame(Point::zero(), running.frame);
        page.number = at as u64 + 1;
    }
    drop(places);
    let pages = PagedDocument::new(pages.into_iter().collect(), info);
    // A file that says of itself that it can be read by everybody is one; a few texts do not let it, for
    // instance a letter with marks that no font has together.
    let options = |standards| options(document, standards);
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| Error::internal(error.message().to_string()))?;
    typst_pdf::pdf(&pages, &options(accessible))
        .or_else(|_| typst_pdf::pdf(&pages, &options(PdfStandards::default())))
        .map_err(|all| said(&all))
}

/// What is known of pages that were set: where labels stand.
type Places = Arc<PagedIntrospector>;

/// Sets a part, in one pass: nothing in it asks where something else stands.
fn set(
    at: usize,
    look: &Look,
    part: Part,
    document: &Document,
) -> Result<(Vec<Page>, DocumentInfo, Places)> {
    let data = serde_json::to_vec(&Sheets { look, part }).map_err(Error::internal)?;
    let logo = document.logo.as_ref().map(|it| STANDARD.decode(&it.data));
    let logo = logo.transpose().map_err(Error::internal)?.map(Bytes::new);
    let desk = Desk { part: at, data: Bytes::new(data), logo, at: document.made.at };
    let content = content(&desk).map_err(|all| said(&all))?;
    comemo::evict(0);
    let world: &dyn World = &desk;
    let library = desk.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let (traced, mut sink) = (Traced::default(), Sink::new());
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(EmptyIntrospector.track()),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let set =
        layout_document(&mut engine, &content, base.chain(&target)).map_err(|all| said(&all))?;
    let wrong = sink.delayed();
    if !wrong.is_empty() {
        return Err(said(&wrong));
    }
    comemo::evict(0);
    Ok((set.pages().to_vec(), set.info().clone(), Arc::clone(set.introspector())))
}

/// What is to be set: the template, with the data of the part.
fn content(desk: &Desk) -> SourceResult<Content> {
    let world: &dyn World = desk;
    let traced = Traced::default();
    let mut sink = Sink::new();
    let module = typst_eval::eval(
        world.track(),
        desk.library(),
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        desk.template(),
    )?;
    Ok(module.content())
}

/// Where a label stands.
fn location(places: &Places, label: &str) -> Option<Location> {
    let label = Label::new(PicoStr::intern(label))?;
    places.query_label(label).ok()?.location()
}

/// The pages that contents say, if so many stand before the first of them.
fn said_pages(contents: &Contents, places: &Places, before: usize) -> BTreeMap<String, usize> {
    let page = |it: &Entry| {
        let at = places.page(location(places, &it.label)?)?;
        Some((it.label.clone(), before + at.get()))
    };
    contents.entries.iter().filter_map(page).collect()
}

/// Leads the links to `#label` to where that stands.
fn lead(frame: &mut Frame, places: &Places) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => lead(&mut group.frame, places),
            FrameItem::Link(to, _) => {
                if let Destination::Url(address) = to
                    && let Some(label) = address.strip_prefix('#')
                {
                    let Some(at) = location(places, label) else { return false };
                    *to = Destination::Location(at);
                }
            }
            _ => {}
        }
        true
    });
}

fn options(document: &Document, standards: PdfStandards) -> PdfOptions {
    let made = &document.made;
    PdfOptions {
        ident: Smart::Custom(made.digest.clone()),
        creator: Smart::Custom(Some(format!("saksi {}", made.version))),
        timestamp: moment(made.at).map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    }
}

fn moment(at: DateTime<Utc>) -> Option<Datetime> {
    let small = |it: u32| u8::try_from(it).ok();
    Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

/// What typst found wrong, for the log: it is the program's fault.
fn said(all: &[SourceDiagnostic]) -> Error {
    let all: Vec<&str> = all.iter().map(|it| it.message.as_str()).collect();
    Error::internal(format!("typst: {}", all.join("; ")))
}
