//! One search over everything, and what is suggested while somebody types.

use actix_web::HttpResponse;
use askama::Template;
use serde::Serialize;

use super::answer::page;
use super::frame::Frame;
use super::visit::Visit;
use crate::casework::search::{self, SearchHit};
use crate::casework::suggest;
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::http::search::note_reading;
use crate::store::{Kind, words};

/// Hits on a page.
const HITS: usize = 30;
/// Names that are suggested.
const SUGGESTIONS: usize = 8;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    f: &'a Frame,
    typed: &'a str,
    kind: &'a str,
    counts: Vec<Count>,
    hits: Vec<Hit>,
    /// Actors whose names are nearly spelt so.
    nearly: Vec<suggest::ActorSuggestion>,
    wrong: Option<String>,
}

struct Count {
    kind: &'static str,
    label: String,
    records: String,
    path: String,
}

struct Hit {
    path: String,
    kind: String,
    reference: String,
    title: Vec<Piece>,
    title_lang: String,
    passage: Vec<Piece>,
    passage_lang: String,
}

/// Text that matches, or does not.
struct Piece {
    text: String,
    is_match: bool,
}

/// A text cut at what matches in it. `matches`: from, to, in Unicode scalars, in order.
fn pieces(text: &str, matches: &[(usize, usize)]) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut begun = 0;
    let cut = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect::<String>();
    for (from, to) in matches {
        // Matches may overlap.
        let (from, to) = ((*from).max(begun), (*to).max(begun));
        all.push(Piece { text: cut(begun, from), is_match: false });
        all.push(Piece { text: cut(from, to), is_match: true });
        begun = to;
    }
    all.push(Piece { text: text.chars().skip(begun).collect(), is_match: false });
    all.retain(|piece| !piece.text.is_empty());
    all
}

/// Where the records of a kind are.
fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement => "statements",
        Kind::Incident => "incidents",
        Kind::Event => "events",
        _ => "actors",
    }
}

/// `GET /search?q=…&kind=…`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&visit.request)?;
    let typed = parameters.take("q").unwrap_or_default();
    let kind = parameters.take("kind").unwrap_or_default();
    parameters.none_left()?;
    let one = words::KINDS.into_iter().find(|it| it.code() == kind);
    let empty = SearchPage {
        f: &visit.frame,
        typed: &typed,
        kind: &kind,
        counts: Vec::new(),
        hits: Vec::new(),
        nearly: Vec::new(),
        wrong: None,
    };
    if typed.trim().is_empty() {
        return page(&empty);
    }
    let asked = typed.clone();
    let found = visit
        .look(move |look| {
            let found = search::search(look.db, look.eyes, &asked, &words::KINDS, HITS)?;
            let found = match one {
                Some(one) => {
                    let items = search::search(look.db, look.eyes, &asked, &[one], HITS)?.items;
                    search::SearchView { items, ..found }
                }
                None => found,
            };
            let mut nearly = Vec::new();
            if found.items.is_empty() {
                nearly = suggest::actors(look.db, look.eyes, &asked, SUGGESTIONS)?.items;
            }
            Ok((found, nearly))
        })
        .await;
    let (found, nearly) = match found {
        Ok(found) => found,
        Err(Error::Malformed(about)) => {
            return page(&SearchPage { wrong: Some(about), ..empty });
        }
        Err(other) => return Err(other),
    };
    note_reading(&visit.app, visit.caller.clone(), &found).await?;
    let f = &visit.frame;
    let query: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    let count = |it: &search::KindCount| Count {
        kind: it.kind.code(),
        label: f.t(&format!("kinds-{}", it.kind.code())),
        records: format!("{}{}", f.number(it.count), if it.more { "+" } else { "" }),
        path: format!("/search?q={query}&kind={}", it.kind.code()),
    };
    let hit = |it: &SearchHit| Hit {
        path: format!("/{}/{}", path(it.kind), it.reference),
        kind: f.t(&format!("kind-{}", it.kind.code())),
        reference: it.reference.clone(),
        title: pieces(&it.title, &it.title_matches),
        title_lang: f.lang(&it.title),
        passage_lang: f.lang(&it.passage),
        passage: pieces(&it.passage, &it.matches),
    };
    let shown = SearchPage {
        counts: found.counts.iter().map(count).collect(),
        hits: found.items.iter().map(hit).collect(),
        nearly,
        ..empty
    };
    page(&shown)
}

/// Something that may be meant.
#[derive(Serialize)]
struct Suggestion {
    /// What is put into the field.
    value: String,
    /// What is shown beside it.
    about: String,
}

#[derive(Serialize)]
struct Suggestions {
    items: Vec<Suggestion>,
}

/// `GET /suggest/{actors,statements,incidents,events}?q=…`, for type-ahead: JSON.
pub async fn suggest(visit: Visit, of: actix_web::web::Path<String>) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&visit.request)?;
    let typed = parameters.take("q").unwrap_or_default();
    parameters.none_left()?;
    if typed.trim().is_empty() {
        return Ok(HttpResponse::Ok().json(Suggestions { items: Vec::new() }));
    }
    let kind = words::KINDS.into_iter().find(|kind| path(*kind) == of.as_str());
    let kind = kind.ok_or(Error::NotFound)?;
    let (items, read) = visit
        .look(move |look| {
            if kind == Kind::Actor {
                let found = suggest::actors(look.db, look.eyes, &typed, SUGGESTIONS)?;
                let suggestion = |it: suggest::ActorSuggestion| {
                    let kind = look.f.label("actor_kind", it.kind.code());
                    let others = (it.matched != it.name).then_some(it.matched);
                    let country = it.country.map(|country| look.f.country(&country).to_owned());
                    let about: Vec<String> =
                        [Some(kind), country, others].into_iter().flatten().collect();
                    Suggestion {
                        value: format!("{} ({})", it.name, it.reference),
                        about: about.join(" · "),
                    }
                };
                return Ok((found.items.into_iter().map(suggestion).collect(), None));
            }
            // The last word may not be finished.
            let begun = format!("{}*", typed.trim_end().trim_end_matches('*'));
            let found = search::search(look.db, look.eyes, &begun, &[kind], SUGGESTIONS)?;
            let suggestion = |it: &SearchHit| Suggestion {
                value: format!("{} ({})", it.title, it.reference),
                about: it.passage.chars().take(80).collect(),
            };
            Ok((found.items.iter().map(suggestion).collect::<Vec<_>>(), Some(found)))
        })
        .await?;
    if let Some(read) = read {
        note_reading(&visit.app, visit.caller.clone(), &read).await?;
    }
    Ok(HttpResponse::Ok().json(Suggestions { items }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matches_is_set_apart() {
        let shown = |text: &str, matches: &[(usize, usize)]| {
            let piece = |it: &Piece| {
                if it.is_match { format!("[{}]", it.text) } else { it.text.clone() }
            };
            pieces(text, matches).iter().map(piece).collect::<Vec<_>>().concat()
        };
        assert_eq!(shown("one two three", &[(4, 7)]), "one [two] three");
        assert_eq!(shown("កឹម សុខា", &[(4, 8)]), "កឹម [សុខា]");
        assert_eq!(shown("abcdef", &[(0, 3), (2, 4)]), "[abc][d]ef");
        assert_eq!(shown("", &[]), "");
    }
}
