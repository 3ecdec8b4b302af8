//! What every request shares, and where each path leads.

use std::sync::Arc;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, web};
use tokio::sync::Semaphore;
use utoipa_swagger_ui::SwaggerUi;

use crate::casework::Office;
use crate::casework::health::Checking;
use crate::config::Config;
use crate::domain::Clock;
use crate::error::Result;
use crate::exchange::imports::work::Desk;
use crate::exchange::releases::progress::Making;
use crate::http::public::PublicLimits;
use crate::http::session::Keys;
use crate::http::throttle::Throttle;
use crate::http::watch::Watch;
use crate::http::{
    accounts, answers, audit, contradictions, duplicates, exports, health, import_profiles,
    imports, intake, missing, network, openapi, places, refused, releases, report_definitions,
    reports, resources, search,
};
use crate::pages;
use crate::store::Database;
use crate::store::shelf::Shelf;

/// See the module.
pub struct App {
    pub office: Office,
    pub clock: Clock,
    pub config: Config,
    pub keys: Keys,
    pub throttle: Throttle,
    pub watch: Watch,
    /// Bounds how many passwords are checked at the same time.
    pub logins: Semaphore,
    /// Bounds how many exports run at the same time: each has a connection of its own.
    pub exports: Arc<Semaphore>,
    /// Where files of others are taken, and whose turn it is.
    pub desk: Desk,
    pub imports: Arc<Semaphore>,
    /// What keeps the public portal from taking what those with an account need.
    pub public: PublicLimits,
    /// Whether the integrity of everything is being checked.
    pub checking: Arc<Checking>,
    /// Where the files of releases are.
    pub shelf: Shelf,
    /// The release that is being made.
    pub making: Arc<Making>,
}

/// Exports that may run at the same time.
pub const EXPORTS: usize = 4;

impl App {
    pub fn new(database: Database, clock: Clock, config: Config) -> Result<Self> {
        let keys = Keys::load(&database, clock.now())?;
        let watch = Watch::new(database.commits())?;
        let office = Office::new(database);
        Ok(Self {
            public: PublicLimits::new(config.connections),
            watch,
            desk: Desk::new(office.clone(), clock, &config.data_dir),
            office,
            shelf: Shelf::of(&config.data_dir),
            clock,
            config,
            keys,
            throttle: Throttle::default(),
            logins: Semaphore::new(2),
            exports: Arc::new(Semaphore::new(EXPORTS)),
            imports: imports::turns(),
            checking: Arc::default(),
            making: Arc::default(),
        })
    }
}

/// Every path, for the server and for the tests alike.
pub fn routes(app: Data<App>) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        let shows_portal = app.config.portal;
        config.app_data(app);
        if shows_portal {
            config.configure(pages::portal::register);
        }
        config.service(web::scope("/api/v1").configure(api).default_service(web::to(missing)));
        let get =
            |path: &str| web::resource(path.to_owned()).default_service(web::to(|| refused("GET")));
        config
            .service(get("/health/live").route(web::get().to(health::live)))
            .service(get("/health/ready").route(web::get().to(health::ready)))
            .service(get("/metrics").route(web::get().to(health::metrics)))
            .service(get("/docs").route(web::get().to(|| async {
                HttpResponse::PermanentRedirect().insert_header(("location", "/docs/")).finish()
            })))
            .service(SwaggerUi::new("/docs/{_:.*}").config(
                utoipa_swagger_ui::Config::from("/api/v1/openapi.json").validator_url("none"),
            ))
            .configure(pages::register)
            .default_service(web::to(missing));
    }
}

/// A path that says which methods it takes, if it is asked for another.
fn of(path: &str, methods: &'static str) -> actix_web::Resource {
    web::resource(path.to_owned()).default_service(web::to(move || refused(methods)))
}

fn report_api(config: &mut ServiceConfig) {
    config
        .service(of("/reports/{preset}/{subject}", "GET").route(web::get().to(reports::of_subject)))
        .service(
            of("/report-definitions", "GET, POST")
                .route(web::get().to(report_definitions::list))
                .route(web::post().to(report_definitions::create)),
        )
        .service(
            of("/report-definitions/{id}", "GET, PATCH, DELETE")
                .route(web::get().to(report_definitions::read))
                .route(web::patch().to(report_definitions::change))
                .route(web::delete().to(report_definitions::delete)),
        )
        .service(
            of("/report-definitions/{id}/report", "GET")
                .route(web::get().to(report_definitions::make)),
        )
        .service(
            of("/report-definitions/{id}/logo", "GET, PUT, DELETE")
                .route(web::get().to(report_definitions::read_logo))
                .route(web::put().to(report_definitions::set_logo))
                .route(web::delete().to(report_definitions::delete_logo)),
        );
}

fn api(config: &mut ServiceConfig) {
    config
        .service(of("/auth/login", "POST").route(web::post().to(accounts::log_in)))
        .service(of("/auth/refresh", "POST").route(web::post().to(accounts::refresh)))
        .service(of("/auth/logout", "POST").route(web::post().to(accounts::log_out)))
        .service(of("/auth/me", "GET").route(web::get().to(accounts::me)))
        .service(of("/auth/password", "POST").route(web::post().to(accounts::change_password)))
        .service(of("/auth/sessions", "GET").route(web::get().to(accounts::sessions)))
        .service(of("/auth/sessions/{id}", "DELETE").route(web::delete().to(accounts::end_session)))
        .service(
            of("/tokens", "GET, POST")
                .route(web::get().to(accounts::list_tokens))
                .route(web::post().to(accounts::make_token)),
        )
        .service(of("/tokens/{id}", "DELETE").route(web::delete().to(accounts::revoke_token)))
        .service(of("/law/{country}", "GET").route(web::get().to(answers::law_on)))
        .service(of("/events/{id}/law", "GET").route(web::get().to(answers::law_of_event)))
        .service(of("/statements/{id}/law", "GET").route(web::get().to(answers::law_of_statement)))
        .service(
            of("/events/{id}/contradictions", "GET").route(web::get().to(contradictions::of_event)),
        )
        .service(
            of("/statements/{id}/contradictions", "GET")
                .route(web::get().to(contradictions::of_statement)),
        )
        .service(of("/actors/{id}/network", "GET").route(web::get().to(network::of_actor)))
        .service(of("/statistics", "GET").route(web::get().to(answers::statistics)))
        .service(of("/search", "GET").route(web::get().to(search::search)))
        .service(of("/suggest/actors", "GET").route(web::get().to(search::suggest_actors)))
        .service(of("/actors/{id}/duplicates", "GET").route(web::get().to(duplicates::of_actor)))
        .service(of("/events/{id}/duplicates", "GET").route(web::get().to(duplicates::of_event)))
        .service(of("/actors/check", "POST").route(web::post().to(duplicates::check_actor)))
        .service(of("/events/check", "POST").route(web::post().to(duplicates::check_event)))
        .service(
            of("/actors/{id}/distinct", "POST").route(web::post().to(duplicates::distinct_actors)),
        )
        .service(
            of("/events/{id}/distinct", "POST").route(web::post().to(duplicates::distinct_events)),
        )
        .service(of("/actors/{id}/merge", "POST").route(web::post().to(duplicates::merge_actors)))
        .service(of("/events/{id}/merge", "POST").route(web::post().to(duplicates::merge_events)))
        .service(of("/merges", "GET").route(web::get().to(duplicates::list)))
        .service(of("/merges/{id}", "GET").route(web::get().to(duplicates::read)))
        .service(of("/merges/{id}/undo", "POST").route(web::post().to(duplicates::undo)))
        .service(of("/suggest/places", "GET").route(web::get().to(places::suggest_places)))
        .service(of("/changes", "GET").route(web::get().to(answers::changes)))
        .service(of("/vocabularies", "GET").route(web::get().to(answers::vocabularies)))
        .service(of("/audit", "GET").route(web::get().to(audit::list)))
        .service(
            of("/imports", "GET, POST")
                .route(web::get().to(imports::list))
                .route(web::post().to(imports::create)),
        )
        .service(
            of("/imports/profiles", "GET, POST")
                .route(web::get().to(import_profiles::profiles))
                .route(web::post().to(import_profiles::save_profile)),
        )
        .service(
            of("/imports/profiles/{name}", "DELETE")
                .route(web::delete().to(import_profiles::delete_profile)),
        )
        .service(
            of("/imports/template/{format}", "GET").route(web::get().to(import_profiles::template)),
        )
        .service(of("/imports/{id}", "GET").route(web::get().to(imports::read)))
        .service(of("/imports/{id}/settings", "POST").route(web::post().to(imports::settle)))
        .service(of("/imports/{id}/run", "POST").route(web::post().to(imports::start)))
        .service(of("/imports/{id}/undo", "POST").route(web::post().to(imports::undo)))
        .service(of("/imports/{id}/rows", "GET").route(web::get().to(imports::rows)))
        .service(of("/intake", "POST").route(web::post().to(intake::store)))
        .service(of("/intake/text", "POST").route(web::post().to(intake::read_file)))
        .service(of("/intake/analyze", "POST").route(web::post().to(intake::analyze)))
        .service(of("/intake/rules", "GET").route(web::get().to(intake::list_rules)))
        .service(of("/intake/rules/{rule}", "POST").route(web::post().to(intake::switch_rule)))
        .service(of("/exports/{file}", "GET").route(web::get().to(exports::export)))
        .service(
            of("/releases", "GET, POST")
                .route(web::get().to(releases::list))
                .route(web::post().to(releases::make)),
        )
        .service(of("/releases/check", "POST").route(web::post().to(releases::check)))
        .service(of("/releases/{version}", "GET").route(web::get().to(releases::read)))
        .service(
            of("/releases/{version}/tombstones", "POST").route(web::post().to(releases::entomb)),
        )
        .service(of("/releases/{version}/{file}", "GET").route(web::get().to(releases::file)))
        .service(of("/releases/{from}/diff/{to}", "GET").route(web::get().to(releases::compare)))
        .service(
            of("/releases/{from}/diff/{to}/{file}", "GET")
                .route(web::get().to(releases::compare_rows)),
        )
        .service(
            of("/openapi.json", "GET")
                .route(web::get().to(|| async { HttpResponse::Ok().json(openapi::document()) })),
        );
    report_api(config);
    resources::register(config);
}
