//! Answers to what somebody asks about one record.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::query::Parameters;
use super::resource::{confidential, note_reading};
use super::session;
use crate::app::App;
use crate::casework::read_records;
use crate::casework::records::Record;
use crate::error::Result;
use crate::store::{Db, Eyes, Memory};

/// What `ask` finds out about the record that the path names, by id or ref. Whoever reads of one that
/// is confidential is remembered.
///
/// # Errors
/// [`NotFound`](crate::error::Error::NotFound) if the caller sees no such record; those of `ask`.
pub async fn answer<R: Record, T: Serialize + Send + 'static>(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
    ask: impl FnOnce(&mut Db, &Eyes, &Memory, &R) -> Result<T> + Send + 'static,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let (memory, name) = (app.office.memory.clone(), path.into_inner());
    let asker = caller.clone();
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let record: R = read_records::find(db, &caller, &name)?;
        let read = confidential(std::slice::from_ref(&record));
        Ok((ask(db, &eyes, &memory, &record)?, read))
    });
    let (answer, read) = answer.await?;
    note_reading::<R>(&app, asker, read).await?;
    Ok(HttpResponse::Ok().json(answer))
}
