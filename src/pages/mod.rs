//! The pages: what people see in a browser. They hold no rules; each asks casework, as the API does.
//!
//! Each kind of record says in `records/` what its pages show and what its form asks; the paths are
//! the same for all of them (`record.rs`). Words are in `src/words`, templates in `templates/`.

pub mod account;
pub mod admin;
pub mod answer;
pub mod assets;
pub mod audience;
pub mod cells;
pub mod charts;
pub mod countries;
pub mod date_words;
pub mod drafts;
pub mod draw;
pub mod duplicates;
pub mod enter;
pub mod facets;
pub mod files;
pub mod fonts;
pub mod form;
pub mod frame;
pub mod help;
pub mod hidden;
pub mod history;
pub mod imports;
pub mod intake;
pub mod invitation;
pub mod list;
pub mod map;
pub mod messages;
pub mod narrowing;
pub mod portal;
pub mod qr;
pub mod record;
pub mod record_form;
pub mod records;
pub mod releases;
pub mod report_definitions;
pub mod reports;
pub mod review;
pub mod review_one;
pub mod saved_searches;
pub mod search;
pub mod second_factor;
pub mod similar;
pub mod start;
pub mod timeline;
pub mod visit;

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
        .service(get("/countries").route(web::get().to(countries::list)))
        .service(get("/countries/{country}").route(web::get().to(countries::show)))
        .service(get("/countries/{country}/figures").route(web::get().to(countries::show_figures)))
        .service(get("/help").route(web::get().to(help::show)))
        .service(
            get("/basemap/{edition}/{size}/{view}.svg").route(web::get().to(map::basemap::show)),
        )
        .service(get("/search").route(web::get().to(search::show)))
        .service(get("/suggest/places").route(web::get().to(form::places::suggest)))
        .service(get("/hidden").route(web::get().to(hidden::show)))
        .service(get("/review/{kind}/{id}").route(web::get().to(review_one::show)))
        .service(get("/drafts").route(web::post().to(drafts::autosave)))
        .service(get("/drafts/{key}/discard").route(web::post().to(drafts::discard)))
        .service(
            get("/saved")
                .route(web::get().to(saved_searches::show))
                .route(web::post().to(saved_searches::save)),
        )
        .service(get("/saved/{id}/rename").route(web::post().to(saved_searches::rename)))
        .service(get("/saved/{id}/delete").route(web::post().to(saved_searches::delete)))
        .service(
            get("/releases")
                .route(web::get().to(releases::list))
                .route(web::post().to(releases::make::make)),
        )
        .service(get("/releases/new").route(web::get().to(releases::make::ask)))
        .service(get("/releases/{version}").route(web::get().to(releases::show)))
        .service(get("/releases/{version}/tombstones").route(web::post().to(releases::entomb)))
        .service(get("/releases/{version}/{file}").route(web::get().to(releases::file)))
        .service(get("/releases/{from}/diff/{to}").route(web::get().to(releases::compare)))
        .service(
            get("/releases/{from}/diff/{to}/{file}").route(web::get().to(releases::compare_rows)),
        )
        .service(
            get("/intake").route(web::get().to(intake::ask)).route(web::post().to(intake::answer)),
        )
        .service(get("/intake/file").route(web::post().to(intake::file)))
        .service(
            get("/reports").route(web::get().to(reports::ask)).route(web::post().to(reports::make)),
        )
        .service(get("/reports/file.{format}").route(web::post().to(reports::file)))
        .service(get("/reports/definitions").route(web::post().to(report_definitions::save)))
        .service(
            get("/reports/definitions/{id}/logo")
                .route(web::get().to(report_definitions::logo))
                .route(web::post().to(report_definitions::set_logo)),
        )
        .service(
            get("/reports/definitions/{id}/logo/remove")
                .route(web::post().to(report_definitions::remove_logo)),
        )
        .service(
            get("/reports/definitions/{id}/delete")
                .route(web::post().to(report_definitions::delete)),
        )
        .service(get("/understand/date").route(web::get().to(date_words::understand)))
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
        .service(get("/account/tokens").route(web::post().to(account::make_token)))
        .service(get("/account/tokens/{id}/revoke").route(web::post().to(account::revoke_token)))
        .service(
            get("/account/second-factor")
                .route(web::get().to(second_factor::show))
                .route(web::post().to(second_factor::turn_on)),
        )
        .service(get("/account/second-factor/off").route(web::post().to(second_factor::turn_off)))
        .service(
            get("/account/second-factor/codes").route(web::post().to(second_factor::renew_codes)),
        )
        .service(
            get("/invitation/{secret}")
                .route(web::get().to(invitation::ask))
                .route(web::post().to(invitation::accept)),
        )
        .configure(records::register)
        .configure(admin::register)
        .configure(imports::register)
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
