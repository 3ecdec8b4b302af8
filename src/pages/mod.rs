//! The pages: what people see in a browser. They hold no rules; each asks casework, as the API does.
//!
//! Each kind of record says in `records/` what its pages show and what its form asks; the paths are
//! the same for all of them (`record.rs`). Words are in `words/`, templates in `templates/`.

pub mod account;
pub mod answer;
pub mod assets;
pub mod cells;
pub mod duplicates;
pub mod enter;
pub mod form;
pub mod frame;
pub mod help;
pub mod history;
pub mod list;
pub mod record;
pub mod record_form;
pub mod records;
pub mod review;
pub mod search;
pub mod similar;
pub mod start;
pub mod visit;
pub mod words;

use actix_web::web::{self, ServiceConfig};

use crate::casework::records::actor::Actor;
use crate::casework::records::event::Event;
use crate::error::Error;

/// Every page's path.
pub fn register(config: &mut ServiceConfig) {
    let get = |path: &str| web::resource(path.to_owned()).default_service(web::to(wrong_method));
    let pages = web::scope("")
        .wrap(actix_web::middleware::from_fn(answer::framed))
        .service(get("/").route(web::get().to(start::show)))
        .service(get("/login").route(web::get().to(enter::ask)).route(web::post().to(enter::enter)))
        .service(get("/logout").route(web::post().to(enter::leave)))
        .service(get("/language").route(web::post().to(enter::choose_language)))
        .service(
            get("/account")
                .route(web::get().to(account::show))
                .route(web::post().to(account::change_password)),
        )
        .service(get("/help").route(web::get().to(help::show)))
        .service(get("/search").route(web::get().to(search::show)))
        .service(get("/suggest/{of}").route(web::get().to(search::suggest)))
        .service(
            get("/review").route(web::get().to(review::show)).route(web::post().to(review::decide)),
        )
        .service(get("/account/sessions/{id}/end").route(web::post().to(account::end_session)))
        .service(get("/check/{of}").route(web::post().to(similar::check)))
        .service(get("/duplicates").route(web::get().to(duplicates::show)))
        .service(get("/merges/{id}/undo").route(web::post().to(duplicates::undo)))
        .configure(compared::<Actor>)
        .configure(compared::<Event>)
        .configure(records::register)
        .default_service(web::to(missing));
    config.service(get("/assets/{digest}/{name}").route(web::get().to(assets::show)));
    config.service(pages);
}

/// The pages of records that may be one.
fn compared<R: duplicates::Comparable>(config: &mut ServiceConfig) {
    let get = |path: String| web::resource(path).default_service(web::to(wrong_method));
    let pair = format!("/duplicates/{}/{{one}}/{{other}}", R::PATH);
    config
        .service(
            get(format!("/{}/{{id}}/duplicates", R::PATH))
                .route(web::get().to(duplicates::of_record::<R>)),
        )
        .service(get(pair.clone()).route(web::get().to(duplicates::compare::<R>)))
        .service(get(format!("{pair}/merge")).route(web::post().to(duplicates::merge::<R>)))
        .service(get(format!("{pair}/distinct")).route(web::post().to(duplicates::distinct::<R>)));
}

async fn missing(_: visit::Guest) -> Result<actix_web::HttpResponse, Error> {
    Err(Error::NotFound)
}

async fn wrong_method(guest: visit::Guest) -> Result<actix_web::HttpResponse, Error> {
    let method = guest.request.method().to_string();
    Err(Error::MethodNotAllowed("other methods".to_owned(), method))
}
