//! `saksi demo`: a database of demonstration data, served.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::serve::serve_with;
use super::{Failure, opened};
use crate::casework::enter::secret;
use crate::config::Config;
use crate::demo::{self, ADMIN};
use crate::domain::Clock;
use crate::error::Error;

/// What lets one into the demonstration. Kept, so that a second run can say it again.
#[derive(Serialize, Deserialize)]
struct Login {
    email: String,
    password: String,
}

pub fn demo(config: Config, as_json: bool) -> Result<(), Failure> {
    let database = opened(&config)?;
    let kept = config.data_dir.join("demo-login.json");
    let login: Login = match std::fs::read(&kept) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
            Failure::Said(format!("{} cannot be read: {error}", kept.display()))
        })?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let login = Login { email: ADMIN.to_owned(), password: secret()?[..20].to_owned() };
            let mut file =
                std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&kept)?;
            file.write_all(&serde_json::to_vec(&login).map_err(Error::internal)?)?;
            file.sync_all()?;
            login
        }
        Err(error) => return Err(error.into()),
    };
    demo::load(&database, &login.password, Clock::System.now())?;
    drop(database);
    let place = config.data_dir.display().to_string();
    serve_with(config, |address| {
        let url = format!("http://{address}");
        if as_json {
            println!("{}", json!({"url": url, "email": login.email, "password": login.password}));
        } else {
            println!("saksi demonstration, with fictional data, kept in {place}");
            println!("  address   {url}");
            println!("  e-mail    {}", login.email);
            println!("  password  {}", login.password);
            println!("  others    {} (same password)", demo::OTHERS.map(|it| it.1).join(", "));
        }
        // Whoever reads this from a pipe must not wait for the end.
        let _ = std::io::stdout().flush();
    })
}
