//! The page that somebody begins with: what they have begun, what came back, what waits for them.

use actix_web::HttpResponse;
use askama::Template;

use super::answer::page;
use super::drafts::{self, ShownDraft};
use super::frame::Frame;
use super::records::{Looking, Shown};
use super::saved_searches::{self, ShownSearch};
use super::visit::Visit;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::statement::Statement;
use crate::error::Result;
use crate::http::query::Parameters;

/// Records of each kind in a box.
const MOST: i64 = 6;

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    f: &'a Frame,
    name: &'a str,
    boxes: Vec<Box>,
    is_empty: bool,
    unfinished: Vec<ShownDraft>,
    saved: Vec<ShownSearch>,
}

/// Some records, newest first.
struct Box {
    title: String,
    none: String,
    items: Vec<Item>,
    more: Option<String>,
}

struct Item {
    path: String,
    title: String,
    kind: String,
    reference: String,
    when: String,
}

/// `GET /`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let looking = visit.look(|look| {
        Ok((boxes(look)?, drafts::shown(look, None)?, saved_searches::shown(look, None)?))
    });
    let (boxes, unfinished, saved) = looking.await?;
    let name = visit.frame.visitor.as_ref().map_or("", |visitor| visitor.name.as_str());
    let is_empty = unfinished.is_empty() && boxes.iter().all(|it| it.items.is_empty());
    page(&StartPage { f: &visit.frame, name, boxes, is_empty, unfinished, saved })
}

fn boxes(look: &mut Looking<'_>) -> Result<Vec<Box>> {
    let f = look.f;
    let mut boxes = Vec::new();
    let mut add =
        |look: &mut Looking<'_>, key: &str, filters: &[(&str, &str)], more: Option<&str>| {
            let mut items = of_kind::<Incident>(look, filters)?;
            items.extend(of_kind::<Statement>(look, filters)?);
            items.extend(of_kind::<Event>(look, filters)?);
            items.sort_by(|one, other| other.when.cmp(&one.when));
            items.truncate(usize::try_from(MOST).unwrap_or_default() * 2);
            boxes.push(Box {
                title: f.t(&format!("start-{key}")),
                none: f.t(&format!("start-{key}-none")),
                items,
                more: more.map(str::to_owned),
            });
            Ok::<_, crate::error::Error>(())
        };
    if f.may_create() {
        add(look, "returned", &[("mine", "true"), ("status", "needs_changes")], None)?;
        add(
            look,
            "drafts",
            &[("mine", "true"), ("status", "draft")],
            Some("/incidents?mine=true&status=draft"),
        )?;
    }
    if f.may_review() {
        add(look, "waiting", &[("status", "submitted")], Some("/review"))?;
    } else if f.may_create() {
        add(look, "submitted", &[("mine", "true"), ("status", "submitted")], None)?;
    }
    add(look, "recent", &[("status", "published")], Some("/events?status=published"))?;
    Ok(boxes)
}

fn of_kind<R: Shown>(look: &mut Looking<'_>, filters: &[(&str, &str)]) -> Result<Vec<Item>> {
    let views = look.latest::<R>(filters, MOST)?;
    let f = look.f;
    let item = |view: &R::View| {
        let head = R::head(view);
        Item {
            path: format!("/{}/{}", R::PATH, head.reference),
            title: R::names(view).into_iter().next().unwrap_or_default(),
            kind: f.t(&format!("kind-{}", R::WORD)),
            reference: head.reference.clone(),
            when: f.moment(&head.updated_at),
        }
    };
    Ok(views.iter().map(item).collect())
}
