//! `saksi serve`: the API over HTTP, until it is told to stop.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer, middleware};

use super::{Failure, opened};
use crate::app::{App, routes};
use crate::casework::{drafts, idempotency};
use crate::config::Config;
use crate::domain::Clock;
use crate::exchange::releases;
use crate::http::watch::watched;

/// Serves until SIGTERM or SIGINT, then finishes what it has begun.
pub fn serve(config: Config) -> Result<(), Failure> {
    serve_with(config, |address| tracing::info!(%address, "serving"))
}

/// [`serve`], saying where once it answers.
pub fn serve_with(config: Config, say: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let database = opened(&config)?;
    let now = Clock::System.now();
    database.write_here(move |db| idempotency::forget_old(db, now))?;
    database.write_here(move |db| drafts::forget_old(db, now))?;
    let listen = config.listen;
    let app = Data::new(App::new(database, Clock::System, config)?);
    if let Some(about) = releases::recover(&app.office, &app.shelf)? {
        tracing::warn!(
            "the program ended during {about}; what was left of it is removed: see what there is, and begin again"
        );
    }
    actix_web::rt::System::new().block_on(async move {
        let desk = app.desk.clone();
        let going_on = app.clone();
        let server = HttpServer::new(move || {
            Actix::new()
                .configure(routes(app.clone()))
                .wrap(middleware::Compress::default())
                .wrap(middleware::from_fn(watched))
        })
        .client_request_timeout(Duration::from_secs(15))
        .keep_alive(Duration::from_secs(75))
        .shutdown_timeout(20)
        // A page that is compressed goes out in two parts, and the second would wait for 40 ms.
        .tcp_nodelay(true)
        .bind(listen)
        .map_err(|error| Failure::Said(format!("cannot listen on {listen}: {error}")))?;
        if let Some(address) = server.addrs().first() {
            say(*address);
        }
        actix_web::rt::spawn(crate::http::imports::go_on(going_on));
        server.run().await?;
        // An import at work stops after its batch, and goes on when the server is started again.
        desk.stop.store(true, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    })
}
