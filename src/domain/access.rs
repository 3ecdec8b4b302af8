//! THE RULES OF ACCESS: who may do what. What each may *see* is in [`crate::store::visibility`].

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Id, Status, codes::codes};
use crate::error::{Error, Result};

codes! {
    /// What an account is trusted with. Each role may all that those before it may.
    Role {
        Viewer = "viewer",
        Researcher = "researcher",
        Monitor = "monitor",
        Reviewer = "reviewer",
        Admin = "admin",
    }
}

impl Role {
    /// As kept in the database; the order is that of trust.
    pub const fn rank(self) -> i16 {
        match self {
            Self::Viewer => 0,
            Self::Researcher => 1,
            Self::Monitor => 2,
            Self::Reviewer => 3,
            Self::Admin => 4,
        }
    }

    pub fn of_rank(rank: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.rank() == rank)
    }

    /// The highest confidentiality that the role alone opens.
    pub const fn clearance(self) -> Confidentiality {
        match self {
            Self::Viewer => Confidentiality::Public,
            Self::Researcher | Self::Monitor => Confidentiality::Internal,
            Self::Reviewer | Self::Admin => Confidentiality::Confidential,
        }
    }
}

codes! {
    /// Who a record may be shown to, from the widest audience to the narrowest.
    Confidentiality {
        Public = "public",
        Internal = "internal",
        Confidential = "confidential",
        Restricted = "restricted",
    }
}

impl Confidentiality {
    /// As kept in the database, where levels are compared.
    pub const fn level(self) -> i16 {
        match self {
            Self::Public => 0,
            Self::Internal => 1,
            Self::Confidential => 2,
            Self::Restricted => 3,
        }
    }

    /// `None` for a number that is no level.
    pub fn of_level(level: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.level() == level)
    }
}

codes! {
    /// What an API token may be used for. A login may all.
    Scope {
        Read = "read",
        Write = "write",
        Review = "review",
        Admin = "admin",
    }
}

/// Something that someone may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    ReadRecords,
    Export,
    DefineReports,
    ReadHistory,
    CreateRecords,
    ImportRecords,
    ReviseOwnDrafts,
    ReviseAnyRecord,
    HideOwnDrafts,
    HideAnyRecord,
    Review,
    MergeRecords,
    Assign,
    KeepLaw,
    KeepVocabularies,
    KeepUsers,
    ReadAudit,
    MakeReleases,
}

impl Action {
    pub const ALL: &[Self] = &[
        Self::ReadRecords,
        Self::Export,
        Self::DefineReports,
        Self::ReadHistory,
        Self::CreateRecords,
        Self::ImportRecords,
        Self::ReviseOwnDrafts,
        Self::HideOwnDrafts,
        Self::ReviseAnyRecord,
        Self::HideAnyRecord,
        Self::Review,
        Self::MergeRecords,
        Self::Assign,
        Self::KeepLaw,
        Self::KeepVocabularies,
        Self::KeepUsers,
        Self::ReadAudit,
        Self::MakeReleases,
    ];

    /// The least role that may do it.
    pub const fn needs(self) -> Role {
        match self {
            Self::ReadRecords | Self::Export | Self::DefineReports => Role::Viewer,
            Self::ReadHistory
            | Self::CreateRecords
            | Self::ImportRecords
            | Self::ReviseOwnDrafts
            | Self::HideOwnDrafts => Role::Monitor,
            Self::ReviseAnyRecord
            | Self::HideAnyRecord
            | Self::Review
            | Self::MergeRecords
            | Self::Assign
            | Self::KeepLaw => Role::Reviewer,
            Self::KeepVocabularies | Self::KeepUsers | Self::ReadAudit | Self::MakeReleases => {
                Role::Admin
            }
        }
    }

    /// The scope that a token needs for it.
    pub const fn scope(self) -> Scope {
        match self {
            Self::ReadRecords | Self::Export | Self::ReadHistory => Scope::Read,
            Self::DefineReports
            | Self::CreateRecords
            | Self::ImportRecords
            | Self::ReviseOwnDrafts
            | Self::ReviseAnyRecord
            | Self::HideOwnDrafts
            | Self::HideAnyRecord
            | Self::Assign
            | Self::KeepLaw => Scope::Write,
            Self::Review | Self::MergeRecords => Scope::Review,
            Self::KeepVocabularies | Self::KeepUsers | Self::ReadAudit | Self::MakeReleases => {
                Scope::Admin
            }
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadRecords => "read records",
            Self::Export => "export",
            Self::DefineReports => "save reports, and change and delete those that they saved",
            Self::ReadHistory => "read the history of records",
            Self::CreateRecords => "create records",
            Self::ImportRecords => "import files",
            Self::ReviseOwnDrafts => "change their own drafts",
            Self::ReviseAnyRecord => "change the records of others, or records past the draft",
            Self::HideOwnDrafts => "delete their own drafts",
            Self::HideAnyRecord => "delete and restore records",
            Self::Review => "review records",
            Self::MergeRecords => "decide whether two records are one, and merge them",
            Self::Assign => "assign incidents",
            Self::KeepLaw => "change instruments, provisions and commitments",
            Self::KeepVocabularies => "change vocabularies",
            Self::KeepUsers => "manage users and teams",
            Self::ReadAudit => "read the audit log",
            Self::MakeReleases => "make releases, and take records out of them",
        })
    }
}

/// Who is asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    pub user: Id,
    pub role: Role,
    pub teams: Vec<Id>,
    /// `None` for a login, which may all that its role may.
    pub scopes: Option<Vec<Scope>>,
    /// The session, where the caller has logged in.
    pub session: Option<Id>,
}

impl Caller {
    /// Everybody, without an account: what a viewer may who is in no team.
    pub const fn public() -> Self {
        Self {
            // The id of no account: nothing is theirs.
            user: Id::least(),
            role: Role::Viewer,
            teams: Vec::new(),
            scopes: None,
            session: None,
        }
    }

    pub fn may(&self, action: Action) -> bool {
        self.role >= action.needs()
            && self.scopes.as_ref().is_none_or(|scopes| scopes.contains(&action.scope()))
    }

    /// # Errors
    /// [`Error::Forbidden`], saying what is missing.
    pub fn must(&self, action: Action) -> Result<()> {
        if self.role < action.needs() {
            return Err(Error::Forbidden(format!(
                "to {action}, an account needs the role {} or above; yours is {}",
                action.needs(),
                self.role
            )));
        }
        if !self.may(action) {
            return Err(Error::Forbidden(format!(
                "to {action}, a token needs the scope '{}'",
                action.scope()
            )));
        }
        Ok(())
    }

    /// Whether the names of those who made records may be shown: staff are at risk too.
    pub fn may_know_staff(&self) -> bool {
        self.role >= Role::Monitor
    }
}

/// The steps of review: from, to.
pub const STEPS: &[(Status, Status)] = &[
    (Status::Draft, Status::Submitted),
    (Status::NeedsChanges, Status::Submitted),
    (Status::Submitted, Status::Draft),
    (Status::Submitted, Status::Approved),
    (Status::Submitted, Status::NeedsChanges),
    (Status::Submitted, Status::Rejected),
    (Status::Approved, Status::Published),
    (Status::Approved, Status::NeedsChanges),
    (Status::Published, Status::Retracted),
    (Status::Rejected, Status::Draft),
    (Status::Retracted, Status::Draft),
];

/// Whether a record that stands at `from` may be moved to `to` by `caller`.
///
/// `own`: whether the caller made the record.
///
/// # Errors
/// [`Error::Conflict`] for a step that review does not have, [`Error::Forbidden`] for one that the
/// caller may not take.
pub fn review_step(caller: &Caller, own: bool, from: Status, to: Status) -> Result<()> {
    if !STEPS.contains(&(from, to)) {
        let next: Vec<_> =
            STEPS.iter().filter(|step| step.0 == from).map(|step| step.1.code()).collect();
        return Err(Error::Conflict(format!(
            "a record that is {from} cannot become {to}; it can become {}",
            next.join(" or ")
        )));
    }
    match to {
        Status::Submitted => {
            caller.must(if own { Action::ReviseOwnDrafts } else { Action::ReviseAnyRecord })
        }
        Status::Draft if from == Status::Submitted && own => caller.must(Action::ReviseOwnDrafts),
        Status::Approved if own && caller.may(Action::Review) => Err(Error::Forbidden(
            "nobody approves their own record; ask another reviewer".to_owned(),
        )),
        _ => caller.must(Action::Review),
    }
}
