//! SQL put together while the program runs, with its values kept apart from its text.
//!
//! Filters and the rule of visibility compose freely, for any table and in subqueries; diesel's
//! typed expressions cannot be mixed that way. A [`Sql`] is a diesel query fragment, so the rest
//! of a query stays typed: `events::table.filter(condition)`.

use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate,
};
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Bool, Double, SmallInt, Text, Untyped};
use diesel::{QueryResult, RunQueryDsl};

use super::database::{Db, MultiBackend};
use super::sql_types::{RecordId, UtcTimestamp};
use crate::domain::{Id, Timestamp};

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String),
    Value(Value),
}

/// A value that is sent beside the text of a query, never inside it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Id(Id),
    Small(i16),
    Big(i64),
    Real(f64),
    Time(Timestamp),
    Bool(bool),
}

macro_rules! value_from {
    ($($from:ty => $variant:ident),+) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Self::$variant(value.into())
            }
        }
    )+};
}
value_from!(Id => Id, i16 => Small, i32 => Big, i64 => Big, f64 => Real, Timestamp => Time, bool => Bool);

/// No stored text has a NUL, and PostgreSQL does not take one: what is asked for finds nothing.
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.replace('\0', "\u{FFFD}"))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// A piece of SQL: a condition, or a whole query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sql {
    parts: Vec<Part>,
    /// Whether its text is one of very many.
    once: bool,
}

impl Sql {
    /// SQL without values. `text` is always the program's own.
    pub fn new(text: impl Into<String>) -> Self {
        Self { parts: vec![Part::Text(text.into())], once: false }
    }

    /// The condition that always holds.
    pub fn always() -> Self {
        Self::new("1 = 1")
    }

    /// The condition that never holds.
    pub fn never() -> Self {
        Self::new("1 = 0")
    }

    /// More SQL.
    #[must_use]
    pub fn sql(mut self, text: impl AsRef<str>) -> Self {
        if let Some(Part::Text(last)) = self.parts.last_mut() {
            last.push_str(text.as_ref());
        } else {
            self.parts.push(Part::Text(text.as_ref().to_owned()));
        }
        self
    }

    /// A value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.parts.push(Part::Value(value.into()));
        self
    }

    /// Another piece, as it is.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.once |= other.once;
        for part in other.parts {
            match part {
                Part::Text(text) => self = self.sql(text),
                Part::Value(value) => self.parts.push(Part::Value(value)),
            }
        }
        self
    }

    /// Another piece in the place of `{}`.
    #[must_use]
    pub fn filled(self, other: Self) -> Self {
        let mut all = Self { parts: Vec::new(), once: self.once };
        let mut other = Some(other);
        for part in self.parts {
            match part {
                Part::Text(text) => match text.split_once("{}").filter(|_| other.is_some()) {
                    Some((before, after)) => {
                        all = all.sql(before).then(other.take().unwrap_or_default()).sql(after);
                    }
                    None => all = all.sql(text),
                },
                Part::Value(value) => all.parts.push(Part::Value(value)),
            }
        }
        all
    }

    /// Values with commas between them, for `IN (…)`.
    #[must_use]
    pub fn list<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        let mut count = 0;
        for value in values {
            if count > 0 {
                self = self.sql(", ");
            }
            self = self.bind(value);
            count += 1;
        }
        match count {
            0 => self.sql("NULL"),
            1 => self,
            // Each length is another text.
            _ => self.once(),
        }
    }

    /// Marks text that is one of very many, so that no connection keeps it prepared: it would keep
    /// them all.
    #[must_use]
    pub fn once(self) -> Self {
        Self { once: true, ..self }
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::new("(").then(self).sql(" AND ").then(other).sql(")")
    }

    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::new("(").then(self).sql(" OR ").then(other).sql(")")
    }

    /// Runs it as a query of rows.
    pub fn load<T>(self, db: &mut Db) -> QueryResult<Vec<T>>
    where
        T: diesel::QueryableByName<MultiBackend> + 'static,
    {
        RunQueryDsl::load(self, db)
    }
}

impl Expression for Sql {
    type SqlType = Bool;
}
impl<Source> AppearsOnTable<Source> for Sql {}
impl<Source> SelectableExpression<Source> for Sql {}
impl<GroupBy> ValidGrouping<GroupBy> for Sql {
    type IsAggregate = is_aggregate::No;
}

impl QueryId for Sql {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

/// A [`Sql`] that is a whole query.
impl Query for Sql {
    type SqlType = Untyped;
}
impl RunQueryDsl<Db> for Sql {}

impl QueryFragment<MultiBackend> for Sql {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        if self.once {
            out.unsafe_to_cache_prepared();
        }
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_sql(text),
                Part::Value(Value::Text(value)) => out.push_bind_param::<Text, _>(value)?,
                Part::Value(Value::Id(value)) => out.push_bind_param::<RecordId, _>(value)?,
                Part::Value(Value::Small(value)) => out.push_bind_param::<SmallInt, _>(value)?,
                Part::Value(Value::Big(value)) => out.push_bind_param::<BigInt, _>(value)?,
                Part::Value(Value::Real(value)) => out.push_bind_param::<Double, _>(value)?,
                Part::Value(Value::Time(value)) => out.push_bind_param::<UtcTimestamp, _>(value)?,
                Part::Value(Value::Bool(value)) => out.push_bind_param::<Bool, _>(value)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_compose() {
        let one = Sql::new("country = ").bind("KHM");
        let two = Sql::new("role IN (").list(["target", "witness"]).sql(")");
        let both = one.and(two.or(Sql::never()));
        let text: String = both
            .parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Value(_) => "?",
            })
            .collect();
        assert_eq!(text, "(country = ? AND (role IN (?, ?) OR 1 = 0))");
    }
}
