//! WHO MAY SEE WHAT: the one rule, as SQL.
//!
//! Every list, count, export, nested answer, link and error message asks here. A record that the
//! rule leaves out answers exactly as one that does not exist.
//!
//! 1. *Level*: a role opens records up to its clearance. A monitor also sees confidential records
//!    that they made, or whose incident is assigned to them. Restricted records open only to
//!    members of their team, whatever the role.
//! 2. *Review*: a viewer sees what is published, a researcher also what is approved, a monitor also
//!    their own records and those assigned to them, a reviewer everything.
//! 3. *What it would reveal*: a record that joins others is seen only with all of them. An event is
//!    at least as confidential as its incident. An actor is known to viewers and researchers only
//!    through an event or statement that they may see, or by affiliation to one who is.
//! 4. *Protected people* are seen by pseudonym, unless [`knows`].

use super::sql::Sql;
use crate::domain::codes::codes;
use crate::domain::{Caller, Confidentiality, Role};

codes! {
    /// The kinds of record that have versions, history and visibility.
    Kind {
        User = "user",
        Team = "team",
        Term = "term",
        Actor = "actor",
        Affiliation = "affiliation",
        Statement = "statement",
        Incident = "incident",
        Event = "event",
        Instrument = "instrument",
        Provision = "provision",
        Commitment = "commitment",
        Demand = "demand",
        Citation = "citation",
    }
}

impl Kind {
    pub const fn table(self) -> &'static str {
        match self {
            Self::User => "users",
            Self::Team => "teams",
            Self::Term => "terms",
            Self::Actor => "actors",
            Self::Affiliation => "affiliations",
            Self::Statement => "statements",
            Self::Incident => "incidents",
            Self::Event => "events",
            Self::Instrument => "instruments",
            Self::Provision => "provisions",
            Self::Commitment => "commitments",
            Self::Demand => "demands",
            Self::Citation => "citations",
        }
    }

    /// Whether records of the kind pass through review.
    pub const fn is_reviewed(self) -> bool {
        matches!(self, Self::Statement | Self::Incident | Self::Event)
    }
}

/// The records of `kind`, in the table or alias `t`, that the caller may see.
pub fn visible(kind: Kind, t: &str, caller: &Caller) -> Sql {
    Sql::new(format!("{t}.deleted_at IS NULL")).and(may_see(kind, t, caller))
}

/// The hidden (deleted) records of `kind` that the caller could see, were they not hidden.
pub fn hidden(kind: Kind, t: &str, caller: &Caller) -> Sql {
    Sql::new(format!("{t}.deleted_at IS NOT NULL")).and(may_see(kind, t, caller))
}

fn may_see(kind: Kind, t: &str, caller: &Caller) -> Sql {
    match kind {
        Kind::Statement => level(t, "confidentiality", false, caller).and(review(t, false, caller)),
        Kind::Incident => level(t, "confidentiality", true, caller).and(review(t, true, caller)),
        Kind::Event => {
            level(t, "effective_confidentiality", true, caller).and(review(t, true, caller))
        }
        Kind::Actor => actor_level(t, caller).and(known_through_records(t, caller)),
        Kind::Affiliation => level(t, "confidentiality", false, caller)
            .and(joins(t, "actor_id", Kind::Actor, caller))
            .and(joins(t, "other_id", Kind::Actor, caller)),
        Kind::Demand => level(t, "confidentiality", false, caller)
            .and(joins(t, "statement_id", Kind::Statement, caller))
            .and(joins(t, "addressee_id", Kind::Actor, caller)),
        Kind::Citation => level(t, "confidentiality", false, caller)
            .and(joins(t, "statement_id", Kind::Statement, caller))
            .and(cited(t, caller)),
        Kind::Provision | Kind::Commitment => level(t, "confidentiality", false, caller)
            .and(joins(t, "instrument_id", Kind::Instrument, caller)),
        Kind::Instrument | Kind::Term | Kind::Team | Kind::User => {
            level(t, "confidentiality", false, caller)
        }
    }
}

/// The decisions on duplicates, in the table or alias `t`, that the caller may see: with both
/// records. Of one that was merged into another, that it is hidden does not count.
pub fn visible_decision(t: &str, caller: &Caller) -> Sql {
    let side = |kind: Kind, column: &str| {
        let (s, m) = (format!("{t}_{column}"), format!("{t}_{column}_m"));
        let mut seen = visible(kind, &s, caller);
        let merged_here = caller.role < Role::Monitor;
        // Those who know actors only through what they see do so through the one that was kept.
        if !merged_here || column == "other_id" {
            let here = if merged_here { format!(" AND {m}.id = {t}.id") } else { String::new() };
            let merged = Sql::new(format!(
                "EXISTS (SELECT 1 FROM duplicate_decisions {m} WHERE {m}.other_id = {s}.id \
                 AND {m}.decision = 'merged' AND {m}.undone_at IS NULL{here})"
            ));
            let open = match kind {
                Kind::Actor => actor_level(&s, caller),
                _ => may_see(kind, &s, caller),
            };
            seen = seen.or(merged.and(open));
        }
        Sql::new(format!(
            "EXISTS (SELECT 1 FROM {} {s} WHERE {s}.id = {t}.{column} AND ",
            kind.table()
        ))
        .then(seen)
        .sql(")")
    };
    let of = |kind: Kind| {
        Sql::new(format!("{t}.kind = '{kind}'"))
            .and(side(kind, "record_id"))
            .and(side(kind, "other_id"))
    };
    of(Kind::Actor).or(of(Kind::Event))
}

/// The versions in `revisions`, at the alias `t`, that the caller could see when they were current.
pub fn visible_revision(t: &str, caller: &Caller) -> Sql {
    let reviewed =
        Sql::new(format!("({t}.status IS NULL OR ")).then(review(t, true, caller)).sql(")");
    Sql::new(format!("NOT {t}.hidden")).and(level(t, "confidentiality", true, caller)).and(reviewed)
}

/// The versions in `revisions`, at the alias `t`, that the caller was shown: as
/// [`visible_revision`], and what the record joins, they were shown too.
pub fn was_visible(t: &str, caller: &Caller) -> Sql {
    let ever = |kind: Kind, id: &str| {
        let r = format!("{t}_{}", kind.code());
        Sql::new(format!(
            "EXISTS (SELECT 1 FROM revisions {r} WHERE {r}.kind = '{kind}' AND {r}.record_id = {id} AND "
        ))
        .then(visible_revision(&r, caller))
        .sql(")")
    };
    let joined = |table: &str, of: &str, condition: Sql| {
        Sql::new(format!("EXISTS (SELECT 1 FROM {table} j WHERE j.{of} = {t}.record_id AND "))
            .then(condition)
            .sql(")")
    };
    let optional = |column: &str, kind: Kind| {
        Sql::new(format!("j.{column} IS NULL")).or(ever(kind, &format!("j.{column}")))
    };
    let of_kind =
        |kind: Kind, condition: Sql| Sql::new(format!("{t}.kind = '{kind}'")).and(condition);
    let citation = ever(Kind::Statement, "j.statement_id")
        .and(optional("event_id", Kind::Event))
        .and(optional("incident_id", Kind::Incident))
        .and(Sql::new(
            "j.participation_id IS NULL AND j.affiliation_id IS NULL AND j.actor_id IS NULL",
        ));
    let everyone = caller.role >= Role::Monitor;
    let actor = if everyone {
        Sql::always()
    } else {
        joined("participations", "actor_id", ever(Kind::Event, "j.event_id")).or(joined(
            "statement_issuers",
            "actor_id",
            ever(Kind::Statement, "j.statement_id"),
        ))
    };
    let affiliation = if everyone { Sql::always() } else { Sql::never() };
    let joins = of_kind(Kind::Citation, joined("citations", "id", citation))
        .or(of_kind(Kind::Demand, joined("demands", "id", ever(Kind::Statement, "j.statement_id"))))
        .or(of_kind(Kind::Actor, actor))
        .or(of_kind(Kind::Affiliation, affiliation));
    visible_revision(t, caller).and(
        Sql::new(format!("{t}.kind NOT IN ('citation', 'demand', 'actor', 'affiliation')"))
            .or(joins),
    )
}

/// Participations, at the alias `t`, in an event that the caller is known to see: all but those of
/// actors above the caller's level.
pub fn participation_in_visible_event(t: &str, caller: &Caller) -> Sql {
    let actor = format!("{t}_actor");
    Sql::new(format!(
        "EXISTS (SELECT 1 FROM actors {actor} WHERE {actor}.id = {t}.actor_id AND {actor}.deleted_at IS NULL AND "
    ))
    .then(actor_level(&actor, caller))
    .sql(")")
}

/// Participations, at the alias `t`, that the caller may see: with their event.
pub fn visible_participation(t: &str, caller: &Caller) -> Sql {
    joins(t, "event_id", Kind::Event, caller).and(participation_in_visible_event(t, caller))
}

/// Rule 1 alone, for citations of a record that the caller sees; their statement is asked apart.
pub fn citation_level(t: &str, caller: &Caller) -> Sql {
    level(t, "confidentiality", false, caller)
}

/// Citations, at the alias `t`, of an event that the caller is known to see: all but those above the caller's level,
/// and those of statements that the caller may not see.
pub fn citation_of_visible_event(t: &str, caller: &Caller) -> Sql {
    Sql::new(format!("{t}.deleted_at IS NULL")).and(citation_level(t, caller)).and(joins(
        t,
        "statement_id",
        Kind::Statement,
        caller,
    ))
}

/// Rule 1 alone, for actors met inside a record that the caller sees.
pub fn actor_level(t: &str, caller: &Caller) -> Sql {
    level(t, "confidentiality", false, caller)
}

/// Rule 4: whether the caller may know who the actor at the alias `t` is.
pub fn knows(t: &str, caller: &Caller) -> Sql {
    let open = Sql::new(format!("NOT {t}.protected"));
    match caller.role {
        Role::Admin | Role::Reviewer => Sql::always(),
        Role::Monitor => {
            // To have made the record is no ground any more once somebody else's person is in it.
            let own =
                Sql::new(format!("{t}.created_by = ")).bind(caller.user).and(Sql::new(format!(
                    "NOT EXISTS (SELECT 1 FROM duplicate_decisions kd WHERE kd.record_id = {t}.id \
                 AND kd.closes AND kd.undone_at IS NULL)"
                )));
            open.or(own).or(Sql::new(format!(
                "EXISTS (SELECT 1 FROM participations kp JOIN events ke ON ke.id = kp.event_id \
                 WHERE kp.actor_id = {t}.id AND ke.deleted_at IS NULL AND ke.assigned_to = "
            ))
            .bind(caller.user)
            // To name somebody in a record of one's own is not to be entrusted with them.
            .sql(" AND ke.created_by <> ")
            .bind(caller.user)
            .sql(")"))
        }
        Role::Researcher | Role::Viewer => open,
    }
}

/// The records of `kind`, at the alias `t`, of which the caller wrote every word.
pub fn wrote_alone(kind: Kind, t: &str, caller: &Caller) -> Sql {
    Sql::new(format!("{t}.created_by = "))
        .bind(caller.user)
        .sql(format!(
            " AND NOT EXISTS (SELECT 1 FROM revisions {t}_w WHERE {t}_w.kind = '{kind}' \
             AND {t}_w.record_id = {t}.id AND {t}_w.action IN ('created', 'changed', 'merged', 'unmerged') \
             AND {t}_w.user_id <> "
        ))
        .bind(caller.user)
        .sql(")")
}

/// Rule 1. `assigned`: whether the table has the column `assigned_to`.
fn level(t: &str, column: &str, assigned: bool, caller: &Caller) -> Sql {
    let clearance = caller.role.clearance().level();
    let mut open = Sql::new(format!("{t}.{column} <= {clearance}"));
    if caller.role == Role::Monitor {
        let confidential = Confidentiality::Confidential.level();
        open = open.or(Sql::new(format!("{t}.{column} = {confidential}"))
            .and(own_or_assigned(t, assigned, caller)));
    }
    if !caller.teams.is_empty() {
        let restricted = Confidentiality::Restricted.level();
        open = open.or(Sql::new(format!("({t}.{column} = {restricted} AND {t}.team_id IN ("))
            .list(caller.teams.iter().copied())
            .sql("))"));
    }
    open
}

/// Rule 2.
fn review(t: &str, assigned: bool, caller: &Caller) -> Sql {
    match caller.role {
        Role::Viewer => Sql::new(format!("{t}.status = 'published'")),
        Role::Researcher => Sql::new(format!("{t}.status IN ('approved', 'published')")),
        Role::Monitor => Sql::new(format!("{t}.status IN ('approved', 'published')"))
            .or(own_or_assigned(t, assigned, caller)),
        Role::Reviewer | Role::Admin => Sql::always(),
    }
}

fn own_or_assigned(t: &str, assigned: bool, caller: &Caller) -> Sql {
    let own = Sql::new(format!("{t}.created_by = ")).bind(caller.user);
    if assigned {
        own.or(Sql::new(format!("COALESCE({t}.assigned_to = ")).bind(caller.user).sql(", FALSE)"))
    } else {
        own
    }
}

/// Rule 3, for what names another record: that one is visible too.
fn joins(t: &str, column: &str, kind: Kind, caller: &Caller) -> Sql {
    let other = format!("{t}_{}", column.trim_end_matches("_id"));
    Sql::new(format!(
        "EXISTS (SELECT 1 FROM {} {other} WHERE {other}.id = {t}.{column} AND ",
        kind.table()
    ))
    .then(visible(kind, &other, caller))
    .sql(")")
}

/// Rule 3, for actors: they are in the database because of what happened or was said.
fn known_through_records(t: &str, caller: &Caller) -> Sql {
    if caller.role >= Role::Monitor {
        return Sql::always();
    }
    let affiliated = |own: &str, other: &str| {
        let (f, o) = (format!("{t}_{other}_f"), format!("{t}_{other}_o"));
        Sql::new(format!(
            "EXISTS (SELECT 1 FROM affiliations {f} JOIN actors {o} ON {o}.id = {f}.{other} \
             WHERE {f}.{own} = {t}.id AND {f}.deleted_at IS NULL AND {o}.deleted_at IS NULL AND "
        ))
        .then(level(&f, "confidentiality", false, caller))
        .sql(" AND ")
        .then(actor_level(&o, caller))
        .sql(" AND ")
        .then(takes_part(&o, caller))
        .sql(")")
    };
    takes_part(t, caller)
        .or(affiliated("actor_id", "other_id"))
        .or(affiliated("other_id", "actor_id"))
}

/// Actors who take part in a visible event, make a visible statement, or are asked something by one.
fn takes_part(t: &str, caller: &Caller) -> Sql {
    let (event, statement, asking) = (format!("{t}_e"), format!("{t}_s"), format!("{t}_a"));
    Sql::new(format!(
        "EXISTS (SELECT 1 FROM participations {t}_p JOIN events {event} ON {event}.id = {t}_p.event_id \
         WHERE {t}_p.actor_id = {t}.id AND "
    ))
    .then(visible(Kind::Event, &event, caller))
    .sql(")")
    .or(Sql::new(format!(
        "EXISTS (SELECT 1 FROM statement_issuers {t}_i JOIN statements {statement} ON {statement}.id = {t}_i.statement_id \
         WHERE {t}_i.actor_id = {t}.id AND "
    ))
    .then(visible(Kind::Statement, &statement, caller))
    .sql(")"))
    .or(Sql::new(format!(
        "EXISTS (SELECT 1 FROM demands {t}_d JOIN statements {asking} ON {asking}.id = {t}_d.statement_id \
         WHERE {t}_d.addressee_id = {t}.id AND {t}_d.deleted_at IS NULL AND "
    ))
    .then(level(&format!("{t}_d"), "confidentiality", false, caller))
    .sql(" AND ")
    .then(visible(Kind::Statement, &asking, caller))
    .sql(")"))
}

/// Rule 3, for citations: what is cited is visible.
fn cited(t: &str, caller: &Caller) -> Sql {
    let mut all = Sql::always();
    for (column, kind) in [
        ("incident_id", Kind::Incident),
        ("event_id", Kind::Event),
        ("actor_id", Kind::Actor),
        ("affiliation_id", Kind::Affiliation),
        ("provision_id", Kind::Provision),
        ("demand_id", Kind::Demand),
    ] {
        all = all.and(Sql::new(format!("{t}.{column} IS NULL")).or(joins(t, column, kind, caller)));
    }
    let participation = format!("{t}_part");
    all.and(
        Sql::new(format!("{t}.participation_id IS NULL")).or(Sql::new(format!(
            "EXISTS (SELECT 1 FROM participations {participation} \
             WHERE {participation}.id = {t}.participation_id AND "
        ))
        .then(visible_participation(&participation, caller))
        .sql(")")),
    )
}
