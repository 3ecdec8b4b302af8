//! `/api/v1/auth` and `/api/v1/tokens`: coming in and going out.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::problem::Problem;
use super::{body, session};
use crate::app::App;
use crate::casework::enter::{self, Coming, Door, Proof};
use crate::domain::{Id, Role, Scope, Timestamp};
use crate::error::{Error, Result};
use crate::store::accounts::{self, TokenRow};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LoginInput {
    #[schema(max_length = 254, example = "monitor@example.org")]
    email: String,
    #[schema(max_length = 1000, write_only)]
    password: String,
    /// For accounts that have a second factor: the six digits that the app shows, or a recovery code.
    #[serde(default)]
    #[schema(max_length = 100, write_only)]
    totp: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefreshInput {
    #[schema(max_length = 200)]
    refresh_token: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordInput {
    /// The present password.
    #[schema(max_length = 1000, write_only)]
    current: String,
    /// 12 characters or more.
    #[schema(min_length = 12, max_length = 1000, write_only)]
    new: String,
}

/// What lets the caller in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tokens {
    /// To be sent as `Authorization: Bearer …`.
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds for which the access token is valid.
    #[schema(example = 600)]
    expires_in: i64,
    /// For `POST /auth/refresh`. Works once.
    refresh_token: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    #[schema(value_type = uuid::Uuid)]
    id: Id,
    email: String,
    name: String,
    role: Role,
    #[schema(value_type = Vec<uuid::Uuid>)]
    teams: Vec<Id>,
    /// What the token may be used for; null for a login, which may all that the role may.
    scopes: Option<Vec<Scope>>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    #[schema(value_type = uuid::Uuid)]
    id: Id,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    begun_at: Timestamp,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    used_at: Timestamp,
    /// Kind of browser and system, as far as it said so.
    #[schema(example = "Firefox, Android")]
    device: Option<String>,
    /// Whether this request belongs to it.
    current: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionList {
    items: Vec<SessionView>,
}

fn tokens(app: &App, entered: enter::Entered) -> Result<HttpResponse> {
    let access_token = app.keys.sign(entered.user, entered.session, app.clock.now())?;
    Ok(HttpResponse::Ok().json(Tokens {
        access_token,
        token_type: "Bearer",
        expires_in: session::LIFETIME.num_seconds(),
        refresh_token: entered.secret,
    }))
}

/// Log in
///
/// Slowed down after ten wrong tries, for whoever tries; the same answer for unknown accounts. Where
/// the account has a second factor and the password is right, a `totp` that is missing or does not
/// hold is answered with 401 and the problem `/problems/second-factor-needed`.
#[utoipa::path(post, path = "/api/v1/auth/login", tag = "auth", operation_id = "logIn",
    request_body = LoginInput,
    responses((status = 200, description = "A new session", body = Tokens),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid), (status = 429, response = TooMany)))]
pub async fn log_in(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let input: LoginInput = body::read(&request, payload, app.config.max_body).await?;
    let LoginInput { email, password, totp } = input;
    let proof = Proof::Password { email, password };
    let entered = enter_by(&request, &app, proof, totp, Door::Api).await?;
    tokens(&app, entered)
}

/// Opens a session for whoever knows the password, and slows down those who guess.
pub async fn enter_by(
    request: &HttpRequest,
    app: &App,
    mut proof: Proof,
    code: Option<String>,
    door: Door,
) -> Result<enter::Entered> {
    let mut is_taken = true;
    let account = match &mut proof {
        Proof::Password { email, password } => {
            // One way of writing it for the throttle and the account alike.
            *email = email.trim().to_lowercase();
            is_taken = password.len() <= 4_000 && !email.contains('\0');
            email.clone()
        }
        // Whoever has proofs enough to try many of them has the password.
        Proof::Given(given) => given.clone(),
    };
    let address = request.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
    let now = app.clock.now();
    app.throttle.attempt(&address, &account, now)?;
    if !is_taken {
        return Err(Error::Unauthenticated("the e-mail address or the password is wrong"));
    }
    // Hashing takes 19 MiB and a while: no more at once than there are processors for.
    let _turn = app.logins.acquire().await.map_err(Error::internal)?;
    let coming = Coming { proof, code, door, device: device_of(request) };
    let entered = enter::log_in(&app.office, coming, now).await?;
    app.throttle.success(&address, &account);
    Ok(entered)
}

/// Kind of browser and system of a request, such as "Firefox, Android": enough for people to know
/// their own sessions again, too little to know the person by.
fn device_of(request: &HttpRequest) -> Option<String> {
    const BROWSERS: [(&str, &str); 8] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrom", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let agent = request.headers().get(actix_web::http::header::USER_AGENT)?.to_str().ok()?;
    let named = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let parts: Vec<&str> = [named(&BROWSERS), named(&SYSTEMS)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Continue a session
///
/// The refresh token is replaced by a new one. One that is shown again ends the whole session.
#[utoipa::path(post, path = "/api/v1/auth/refresh", tag = "auth", operation_id = "refresh",
    request_body = RefreshInput,
    responses((status = 200, description = "The session goes on", body = Tokens),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)))]
pub async fn refresh(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let input: RefreshInput = body::read(&request, payload, app.config.max_body).await?;
    tokens(&app, enter::refresh(&app.office, input.refresh_token, app.clock.now()).await?)
}

/// Log out
#[utoipa::path(post, path = "/api/v1/auth/logout", tag = "auth", operation_id = "logOut",
    responses((status = 204, description = "The session is ended"),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn log_out(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let session = caller.session.ok_or_else(no_session)?;
    enter::log_out(&app.office, caller, session, app.clock.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn no_session() -> Error {
    Error::Forbidden("an API token has no session; log in with e-mail address and password".into())
}

/// Who am I
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", operation_id = "me",
    responses((status = 200, description = "The caller", body = Me),
        (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn me(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let id = caller.user;
    let (email, name): (String, String) = app
        .office
        .database
        .read(move |db| {
            use crate::store::schema::users;
            use diesel::{QueryDsl, RunQueryDsl};
            Ok(users::table.find(id).select((users::email, users::name)).first(db)?)
        })
        .await?;
    let crate::domain::Caller { role, teams, scopes, .. } = caller;
    Ok(HttpResponse::Ok().json(Me { id, email, name, role, teams, scopes }))
}

/// Change the own password
///
/// Ends every session of the account.
#[utoipa::path(post, path = "/api/v1/auth/password", tag = "auth", operation_id = "changePassword",
    request_body = PasswordInput,
    responses((status = 204, description = "Changed; log in again"),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid),
        (status = 429, response = TooMany)),
    security(("token" = [])))]
pub async fn change_password(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.session.ok_or_else(no_session)?;
    let input: PasswordInput = body::read(&request, payload, app.config.max_body).await?;
    let now = app.clock.now();
    app.throttle.attempt("password", &caller.user.to_string(), now)?;
    let _turn = app.logins.acquire().await.map_err(Error::internal)?;
    enter::change_password(&app.office, caller, input.current, input.new, now).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The own open sessions
#[utoipa::path(get, path = "/api/v1/auth/sessions", tag = "auth", operation_id = "listSessions",
    responses((status = 200, description = "Newest first", body = SessionList),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn sessions(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.session.ok_or_else(no_session)?;
    let user = caller.user;
    let open = app.office.database.read(move |db| accounts::open_sessions(db, user)).await?;
    let items = open
        .into_iter()
        .map(|session| SessionView {
            id: session.id,
            begun_at: session.begun_at,
            used_at: session.used_at,
            device: session.device,
            current: caller.session == Some(session.id),
        })
        .collect();
    Ok(HttpResponse::Ok().json(SessionList { items }))
}

/// End one of the own sessions
#[utoipa::path(delete, path = "/api/v1/auth/sessions/{id}", tag = "auth", operation_id = "endSession",
    params(("id" = uuid::Uuid, Path, description = "The session")),
    responses((status = 204, description = "Ended"), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn end_session(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.session.ok_or_else(no_session)?;
    let id = path.parse().map_err(|_| Error::NotFound)?;
    enter::log_out(&app.office, caller, id, app.clock.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An API token, as it is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenInput {
    #[schema(min_length = 1, max_length = 1000, example = "nightly export")]
    name: String,
    #[schema(min_items = 1)]
    scopes: Vec<Scope>,
    /// When it stops working, within ten years; never, if it is left out.
    #[serde(default)]
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    expires_at: Option<Timestamp>,
}

/// An API token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenView {
    #[schema(value_type = uuid::Uuid)]
    id: Id,
    name: String,
    scopes: Vec<Scope>,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    created_at: Timestamp,
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    expires_at: Option<Timestamp>,
    /// When it was used last, to about an hour.
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    used_at: Option<Timestamp>,
    /// The secret. Shown once, when the token is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TokenList {
    items: Vec<TokenView>,
}

impl TokenView {
    fn of(row: TokenRow, token: Option<String>) -> Self {
        let TokenRow { id, name, scopes, created_at, expires_at, used_at, .. } = row;
        let scopes = scopes.split(' ').filter_map(|scope| scope.parse().ok()).collect();
        Self { id, name, scopes, created_at, expires_at, used_at, token }
    }
}

/// Make an API token
///
/// For scripts. It may no more than its scopes and its owner's role. Needs a login.
#[utoipa::path(post, path = "/api/v1/tokens", tag = "auth", operation_id = "makeToken",
    request_body = TokenInput,
    responses((status = 201, description = "Made; the secret is in `token`", body = TokenView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn make_token(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let input: TokenInput = body::read(&request, payload, app.config.max_body).await?;
    let now = app.clock.now();
    let TokenInput { name, scopes, expires_at } = input;
    let (row, secret) =
        enter::make_token(&app.office, caller, name, scopes, expires_at, now).await?;
    Ok(HttpResponse::Created().json(TokenView::of(row, Some(secret))))
}

/// The own API tokens
#[utoipa::path(get, path = "/api/v1/tokens", tag = "auth", operation_id = "listTokens",
    responses((status = 200, description = "Newest first, without secrets", body = TokenList),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list_tokens(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.session.ok_or_else(no_session)?;
    let rows = app.office.database.read(move |db| accounts::tokens(db, caller.user)).await?;
    let items: Vec<_> = rows.into_iter().map(|row| TokenView::of(row, None)).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

/// Revoke an API token
#[utoipa::path(delete, path = "/api/v1/tokens/{id}", tag = "auth", operation_id = "revokeToken",
    params(("id" = uuid::Uuid, Path, description = "The token")),
    responses((status = 204, description = "Revoked"), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn revoke_token(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.session.ok_or_else(no_session)?;
    let id = path.parse().map_err(|_| Error::NotFound)?;
    enter::revoke_token(&app.office, caller, id, app.clock.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Every way in which a request may be refused, described once.
macro_rules! refusals {
    ($($(#[doc = $about:literal])+ $name:ident,)+) => {$(
        $(#[doc = $about])+
        #[derive(utoipa::ToResponse)]
        #[response(content_type = "application/problem+json")]
        pub struct $name(#[expect(dead_code)] Problem);
    )+};
}

refusals! {
    /// The request cannot be read: malformed JSON, an unknown filter, an edited cursor.
    Malformed,
    /// Nobody is logged in, or the token is not valid any more.
    Unauthenticated,
    /// The caller may not do this.
    Forbidden,
    /// There is no such record, or the caller may not see it: the answer is the same.
    NotFound,
    /// What is asked for is in conflict with what is there.
    Conflict,
    /// The record was changed since the version that `If-Match` names.
    Stale,
    /// The body is too large.
    TooLarge,
    /// The body is not of a type that is taken here.
    UnsupportedMedia,
    /// Some fields are not valid; each is named.
    Invalid,
    /// `If-Match` is missing.
    PreconditionRequired,
    /// Too many attempts; `Retry-After` says when to try again.
    TooMany,
}
