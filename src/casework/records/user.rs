//! Users: the accounts of those who work with this copy.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::input::levelled;
use super::{Envelope, Filter, Head, Record, enveloped, row};
use crate::casework::act::Act;
use crate::casework::keep_accounts::NO_PASSWORD;
use crate::casework::password;
use crate::casework::seed::SYSTEM;
use crate::domain::{Action, Confidentiality, Role};
use crate::error::{Error, Result, Wrong};
use crate::store::schema::users;
use crate::store::{Db, Eyes, Kind, accounts};

row! {
    /// See [`User`].
    UserRow in users {
        email: String,
        name: String,
        role: i16,
        #[serde(skip)]
        password_hash: String,
        active: bool,
    }
}

/// An account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct User {
    pub row: UserRow,
}

/// A user, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserInput {
    #[schema(min_length = 3, max_length = 254, example = "monitor@example.org")]
    pub email: String,
    #[schema(min_length = 1, max_length = 1000, example = "Sokha Chan")]
    pub name: String,
    pub role: Role,
    /// Whether the account may be used; true, unless it says otherwise.
    #[serde(default = "yes")]
    pub active: bool,
    /// 12 characters or more; changing it ends every session. A new account without one waits for
    /// its invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 12, max_length = 1000, write_only)]
    pub password: Option<String>,
    #[serde(skip)]
    pub confidentiality: Option<Confidentiality>,
    #[serde(skip)]
    pub team: Option<String>,
}
levelled!(UserInput);

const fn yes() -> bool {
    true
}

/// A user, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserView {
    #[serde(flatten)]
    pub head: Head,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub active: bool,
}

impl Record for User {
    const KIND: Kind = Kind::User;
    const KEPT_BY: Option<Action> = Some(Action::KeepUsers);
    const FILTERS: &'static [Filter] = &[];

    type Row = UserRow;
    type Input = UserInput;
    type View = UserView;

    fn row(&self) -> &UserRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut UserRow {
        &mut self.row
    }

    fn with_parts(_: &mut Db, rows: Vec<UserRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut UserInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.line("/email", &mut input.email);
        wrong.line("/name", &mut input.name);
        input.email = input.email.to_lowercase();
        if !is_address(&input.email) {
            wrong.add("/email", "must be an e-mail address");
        }
        if let Some(Err(about)) = input.password.as_deref().map(password::check) {
            wrong.add("/password", about);
        }
        wrong.check()?;
        if before.is_some_and(|before| before.row.email == SYSTEM) {
            return Err(Error::Conflict(
                "this account is the program's own, for what it fills a new database with; nobody uses it"
                    .to_owned(),
            ));
        }
        if let Some(before) = before
            && before.is_active_admin()
            && !(input.active && input.role == Role::Admin)
        {
            another_admin(db, before)?;
        }
        if let Some(before) = before
            && before.row.id == act.caller.user
            && (before.role() != input.role || before.row.active != input.active)
        {
            return Err(Error::Conflict(
                "this is your own account: another administrator changes its role, or closes it"
                    .to_owned(),
            ));
        }
        let password_hash = match (&input.password, before) {
            (Some(new), _) => password::hash(new)?,
            (None, Some(before)) => before.row.password_hash.clone(),
            (None, None) => NO_PASSWORD.to_owned(),
        };
        Ok(Self {
            row: enveloped!(UserRow, envelope, {
                email: input.email.clone(),
                name: input.name.clone(),
                role: input.role.rank(),
                password_hash,
                active: input.active,
            }),
        })
    }

    fn stored(
        &self,
        db: &mut Db,
        act: &mut Act,
        _: UserInput,
        before: Option<&Self>,
    ) -> Result<()> {
        let changed = |before: &Self| before.row.password_hash != self.row.password_hash;
        if before.is_some_and(changed) || !self.row.active {
            accounts::end_sessions(db, self.row.id, act.now)?;
        }
        Ok(())
    }

    fn hidden_or_restored(&self, db: &mut Db, act: &mut Act) -> Result<()> {
        if self.row.deleted_at.is_some() && self.is_active_admin() {
            another_admin(db, self)?;
        }
        if self.row.deleted_at.is_some() && self.row.id == act.caller.user {
            return Err(Error::Conflict(
                "this is your own account: another administrator deletes it".to_owned(),
            ));
        }
        accounts::end_sessions(db, self.row.id, act.now)
    }

    fn as_input(&self) -> UserInput {
        UserInput {
            email: self.row.email.clone(),
            name: self.row.name.clone(),
            role: self.role(),
            active: self.row.active,
            password: None,
            confidentiality: None,
            team: None,
        }
    }

    fn views(_: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<UserView>> {
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let role = record.role();
            let UserRow { email, name, active, .. } = record.row;
            UserView { head, email, name, role, active }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

impl User {
    pub fn role(&self) -> Role {
        Role::of_rank(self.row.role).unwrap_or(Role::Viewer)
    }

    fn is_active_admin(&self) -> bool {
        self.row.active && self.role() == Role::Admin
    }
}

/// Somebody must be left who can manage accounts.
fn another_admin(db: &mut Db, besides: &User) -> Result<()> {
    let others = users::table
        .filter(users::id.ne(besides.row.id))
        .filter(users::role.eq(Role::Admin.rank()))
        .filter(users::active.eq(true))
        .filter(users::deleted_at.is_null());
    let count: i64 = others.count().get_result(db)?;
    if count == 0 {
        return Err(Error::Conflict(
            "this is the last active administrator; make another one first".to_owned(),
        ));
    }
    Ok(())
}

fn is_address(email: &str) -> bool {
    email.len() <= 254
        && !email.contains(char::is_whitespace)
        && email
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'))
}
