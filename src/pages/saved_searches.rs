//! Searches that somebody keeps under a name: saved on a list, listed there and on the start page,
//! renamed and deleted on a page of their own.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::answer::{local, page, see};
use super::frame::Frame;
use super::list::address;
use super::records::{Looking, word_of};
use super::visit::{Visit, value};
use crate::casework::saved_searches::{self, SavedSearch};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::http::query::Parameters;

/// A saved search, as it is listed.
pub struct ShownSearch {
    pub id: Id,
    pub name: String,
    /// What it lists, in words.
    pub kind: String,
    pub path: String,
}

/// Those of the visitor: all, or those of one list.
pub fn shown(look: &mut Looking<'_>, list: Option<&str>) -> Result<Vec<ShownSearch>> {
    let all = saved_searches::all(look.db, look.eyes.caller.user, list)?;
    let f = look.f;
    let one = |it: SavedSearch| {
        Some(ShownSearch {
            kind: f.t(&format!("kinds-{}", word_of(&it.list)?)),
            path: if it.query.is_empty() {
                format!("/{}", it.list)
            } else {
                format!("/{}?{}", it.list, it.query)
            },
            id: it.id,
            name: it.name,
        })
    };
    Ok(all.into_iter().filter_map(one).collect())
}

#[derive(Template)]
#[template(path = "saved.html")]
struct SavedPage<'a> {
    f: &'a Frame,
    saved: Vec<ShownSearch>,
}

/// `GET /saved`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let saved = visit.look(|look| shown(look, None)).await?;
    page(&SavedPage { f: &visit.frame, saved })
}

/// `POST /saved`: keeps the query of a list.
pub async fn save(visit: Visit) -> Result<HttpResponse> {
    let list = value(&visit.sent, "list").unwrap_or_default().to_owned();
    word_of(&list).ok_or_else(|| Error::Malformed("there is no such list".to_owned()))?;
    // The query alone, without the page of the list that it was saved on.
    let query = value(&visit.sent, "query").unwrap_or_default();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .filter(|(name, value)| name != "cursor" && !value.trim().is_empty())
        .collect();
    let path = address(&format!("/{list}"), pairs.iter());
    let query = path.split_once('?').map(|it| it.1.to_owned()).unwrap_or_default();
    let now = visit.app.clock.now();
    let name = value(&visit.sent, "name").unwrap_or_default().to_owned();
    let (user, search) = (visit.caller.user, SavedSearch { id: Id::at(now), list, name, query });
    let saving =
        visit.app.office.database.write(move |db| saved_searches::save(db, user, &search, now));
    said_plainly(saving.await)?;
    visit.say_next("said-search-saved");
    Ok(see(local(Some(&path))))
}

/// `POST /saved/{id}/rename`.
pub async fn rename(visit: Visit, id: Path<String>) -> Result<HttpResponse> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let name = value(&visit.sent, "name").unwrap_or_default().to_owned();
    let user = visit.caller.user;
    let renaming =
        visit.app.office.database.write(move |db| saved_searches::rename(db, user, id, &name));
    said_plainly(renaming.await)?;
    visit.say_next("said-search-renamed");
    Ok(see("/saved"))
}

/// `POST /saved/{id}/delete`.
pub async fn delete(visit: Visit, id: Path<String>) -> Result<HttpResponse> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let user = visit.caller.user;
    visit.app.office.database.write(move |db| saved_searches::delete(db, user, id)).await?;
    visit.say_next("said-search-deleted");
    Ok(see("/saved"))
}

/// There is one field, and its page says what is wrong with it.
fn said_plainly(done: Result<()>) -> Result<()> {
    match done {
        Err(Error::Invalid(errors)) => {
            let about = errors.first().map_or("", |error| error.message.as_str());
            Err(Error::Malformed(format!("the name {about}; go back and correct it")))
        }
        other => other,
    }
}
