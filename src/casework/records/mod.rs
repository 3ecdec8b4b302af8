//! What each kind of record is made of, one kind a file; what can be done with any of them is in
//! the files beside this folder.

pub mod actor;
pub mod affiliation;
pub mod citation;
pub mod commitment;
pub mod demand;
pub mod event;
pub mod event_input;
pub mod event_parts;
pub mod event_place;
pub mod event_view;
pub mod filter;
pub mod incident;
pub mod input;
pub mod instrument;
pub mod links;
pub mod provision;
pub mod searched;
pub mod statement;
pub mod statement_view;
pub mod team;
pub mod term;
pub mod user;

use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

pub use filter::{Filter, Filters, Sort};

use super::act::Act;
use crate::domain::{Action, Caller, Confidentiality, Id, Status, Timestamp};
use crate::error::Result;
use crate::store::words::Words;
use crate::store::{Db, Eyes, Kind, Sql};

/// What every record has: `id`, `version`, who made it when, and who may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope {
    pub id: Id,
    /// 1 at first, one more at each change.
    pub version: i32,
    pub created_at: Timestamp,
    pub created_by: Id,
    pub updated_at: Timestamp,
    /// A level of [`Confidentiality`].
    pub confidentiality: i16,
    /// Who may see it, where it is restricted.
    pub team_id: Option<Id>,
    /// When it was hidden, if it is.
    pub deleted_at: Option<Timestamp>,
}

impl Envelope {
    /// That of a record which an act makes, to be seen by whom its level and team let.
    pub fn new(act: &Act, confidentiality: i16, team_id: Option<Id>) -> Self {
        Self {
            id: Id::at(act.now),
            version: 1,
            created_at: act.now,
            created_by: act.caller.user,
            updated_at: act.now,
            confidentiality,
            team_id,
            deleted_at: None,
        }
    }
}

/// The row of a record in its table.
pub trait Row: Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    fn envelope(&self) -> Envelope;
    fn set_envelope(&mut self, envelope: Envelope);
    /// The rows that meet a condition, in an order.
    fn load(db: &mut Db, condition: Sql, order: Sql, limit: i64) -> Result<Vec<Self>>;
    fn insert(&self, db: &mut Db) -> Result<()>;
    fn save(&self, db: &mut Db) -> Result<()>;
}

/// Defines the row of a record: the columns of [`Envelope`], then its own.
macro_rules! row {
    (@insert $table:ident) => {
        fn insert(&self, db: &mut crate::store::Db) -> crate::error::Result<()> {
            use diesel::RunQueryDsl;
            let table = crate::store::schema::$table::table;
            // Asked of the database itself, the statement is known by its type, and its text is not
            // written anew for each row.
            crate::each_backend!(db, |c| diesel::insert_into(table).values(self).execute(c))?;
            Ok(())
        }
    };
    (@insert $table:ident late) => {
        fn insert(&self, db: &mut crate::store::Db) -> crate::error::Result<()> {
            crate::store::commit::write(db, vec![self.clone()])
        }
    };
    ($(#[$about:meta])* $name:ident in $table:ident $($late:ident)? {
        $($(#[$of:meta])* $field:ident: $type:ty,)*
    }) => {
        $(#[$about])*
        #[derive(
            Debug, Clone, serde::Serialize, serde::Deserialize, diesel::Queryable,
            diesel::Selectable, diesel::Insertable, diesel::AsChangeset,
        )]
        #[diesel(table_name = crate::store::schema::$table, treat_none_as_null = true)]
        #[diesel(treat_none_as_default_value = false)]
        pub struct $name {
            pub id: crate::domain::Id,
            pub version: i32,
            pub created_at: crate::domain::Timestamp,
            pub created_by: crate::domain::Id,
            pub updated_at: crate::domain::Timestamp,
            pub confidentiality: i16,
            pub team_id: Option<crate::domain::Id>,
            pub deleted_at: Option<crate::domain::Timestamp>,
            $($(#[$of])* pub $field: $type,)*
        }

        impl crate::casework::records::Row for $name {
            fn envelope(&self) -> crate::casework::records::Envelope {
                let Self {
                    id, version, created_at, created_by, updated_at, confidentiality, team_id,
                    deleted_at, ..
                } = *self;
                crate::casework::records::Envelope {
                    id, version, created_at, created_by, updated_at, confidentiality, team_id,
                    deleted_at,
                }
            }

            fn set_envelope(&mut self, envelope: crate::casework::records::Envelope) {
                self.id = envelope.id;
                self.version = envelope.version;
                self.created_at = envelope.created_at;
                self.created_by = envelope.created_by;
                self.updated_at = envelope.updated_at;
                self.confidentiality = envelope.confidentiality;
                self.team_id = envelope.team_id;
                self.deleted_at = envelope.deleted_at;
            }

            fn load(
                db: &mut crate::store::Db,
                condition: crate::store::Sql,
                order: crate::store::Sql,
                limit: i64,
            ) -> crate::error::Result<Vec<Self>> {
                use diesel::{QueryDsl, RunQueryDsl, SelectableHelper};
                Ok(crate::store::schema::$table::table
                    .filter(condition)
                    .order(order)
                    .limit(limit)
                    .select(Self::as_select())
                    .load(db)?)
            }

            row!(@insert $table $($late)?);

            fn save(&self, db: &mut crate::store::Db) -> crate::error::Result<()> {
                use diesel::{QueryDsl, RunQueryDsl};
                diesel::update(crate::store::schema::$table::table.find(self.id))
                    .set(self)
                    .execute(db)?;
                Ok(())
            }
        }
    };
}
pub(crate) use row;

/// A row of `$row` with the columns of an [`Envelope`], then its own.
macro_rules! enveloped {
    ($row:ident, $envelope:expr, { $($fields:tt)* }) => {
        $row {
            id: $envelope.id,
            version: $envelope.version,
            created_at: $envelope.created_at,
            created_by: $envelope.created_by,
            updated_at: $envelope.updated_at,
            confidentiality: $envelope.confidentiality,
            team_id: $envelope.team_id,
            deleted_at: $envelope.deleted_at,
            $($fields)*
        }
    };
}
pub(crate) use enveloped;

/// A kind of record: its row, the rows that belong to it, what people send and what they get.
pub trait Record: Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    const KIND: Kind;
    /// The column of the short code that people use, where there is one.
    const REF: Option<&'static str> = None;
    /// The right that it takes to create or change one, where it is not everybody's work.
    const KEPT_BY: Option<Action> = None;
    /// The confidentiality of a new one, unless it says otherwise.
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Internal;
    /// Fields that it needs when it is sent by itself; what it is sent with gives them otherwise.
    const NEEDS_ALONE: &'static [&'static str] = &[];
    const FILTERS: &'static [Filter];
    /// The orders of lists; the first is the default.
    const SORTS: &'static [Sort] = &[Sort::CREATED, Sort::UPDATED];

    type Row: Row;
    type Input: DeserializeOwned + Serialize + ToSchema + input::Levelled + Send + 'static;
    type View: Serialize + ToSchema + Send + 'static;

    fn row(&self) -> &Self::Row;
    fn row_mut(&mut self) -> &mut Self::Row;

    /// The code that people know it by.
    fn reference(&self) -> String {
        self.row().envelope().id.to_string()
    }

    /// Where it stands in review, for kinds that are reviewed.
    fn status(&self) -> Option<Status> {
        None
    }

    fn set_status(&mut self, _: Status) {}

    /// Who looks after it, where that opens it to them.
    fn assigned_to(&self) -> Option<Id> {
        None
    }

    /// The level that decides who sees it.
    fn effective_level(&self) -> i16 {
        self.row().envelope().confidentiality
    }

    /// Adds to rows what belongs to them, in as many queries for many as for one.
    fn with_parts(db: &mut Db, rows: Vec<Self::Row>) -> Result<Vec<Self>>;

    /// Keeps what belongs to the row; `before` is the record as it was, if it is not new.
    fn save_parts(&self, _db: &mut Db, _before: Option<&Self>) -> Result<()> {
        Ok(())
    }

    /// The record that `input` describes: checked, its links found, its inline records made.
    ///
    /// `before`: the record as it was, if it is not new.
    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut Self::Input,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self>;

    /// What remains to be done once the record is stored: records sent with it, and what depends.
    fn stored(
        &self,
        _db: &mut Db,
        _act: &mut Act,
        _input: Self::Input,
        _before: Option<&Self>,
    ) -> Result<()> {
        Ok(())
    }

    /// For kinds that have no status: whether all that it belongs to is past the draft, so that a
    /// change would be shown unreviewed.
    fn is_past_the_draft(&self, _db: &mut Db) -> Result<bool> {
        Ok(false)
    }

    /// Whether a change to `after` would tell more people who a protected person is.
    fn lifts_protection(&self, _after: &Self) -> bool {
        false
    }

    /// For kinds that join others: which of `records` join what the caller may see now. Older
    /// versions of a record may have joined what they may not.
    fn join_what_is_visible(_db: &mut Db, _caller: &Caller, records: &[Self]) -> Result<Vec<bool>> {
        Ok(vec![true; records.len()])
    }

    /// What depends on whether it is there, when it is hidden or brought back.
    fn hidden_or_restored(&self, _db: &mut Db, _act: &mut Act) -> Result<()> {
        Ok(())
    }

    /// How it stands in the search index, for kinds that are found by words.
    fn index_entry(&self) -> Option<Words> {
        None
    }

    /// What someone would send to make it as it is.
    fn as_input(&self) -> Self::Input;

    /// The records as the caller may see them. The caller is known to see each of them.
    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<Self::View>>;
}

/// What every answer begins with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Head {
    /// UUID of version 7.
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    /// The short code that people use; the id where the kind has none.
    #[serde(rename = "ref")]
    #[schema(example = "KHM-2017-0001-E1")]
    pub reference: String,
    /// 1 at first, one more at each change. Also the `ETag`.
    #[schema(example = 1)]
    pub version: i32,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub created_at: Timestamp,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub updated_at: Timestamp,
    /// Who made it. Left out for those who need not know the staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub created_by: Option<Id>,
    pub confidentiality: Confidentiality,
    /// The team that alone sees it, where it is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub team: Option<Id>,
}

impl Head {
    pub fn of<R: Record>(record: &R, eyes: &Eyes) -> Self {
        let envelope = record.row().envelope();
        Self {
            id: envelope.id,
            reference: record.reference(),
            version: envelope.version,
            created_at: envelope.created_at,
            updated_at: envelope.updated_at,
            created_by: eyes.caller.may_know_staff().then_some(envelope.created_by),
            confidentiality: Confidentiality::of_level(envelope.confidentiality)
                .unwrap_or(Confidentiality::Restricted),
            team: envelope.team_id,
        }
    }
}

/// Groups rows by the record that they belong to, in the order of `ids`.
pub(crate) fn grouped<T>(
    rows: Vec<T>,
    of: impl Fn(&T) -> Id,
) -> std::collections::HashMap<Id, Vec<T>> {
    let mut groups = std::collections::HashMap::<Id, Vec<T>>::new();
    for row in rows {
        groups.entry(of(&row)).or_default().push(row);
    }
    groups
}
