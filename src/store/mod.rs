//! Where records are kept.

pub mod accounts;
mod answers;
pub mod commit;
pub mod counters;
pub mod database;
pub mod history;
pub mod houses;
pub mod law_book;
pub mod memory;
pub mod protection;
pub mod schema;
pub mod second_factors;
pub mod shelf;
pub mod spellings;
pub mod sql;
pub mod sql_types;
pub mod translations;
pub mod visibility;
pub mod vocabulary;
pub mod words;

pub use database::{Database, Db};
pub use memory::Memory;
pub use protection::Eyes;
pub use sql::Sql;
pub use visibility::Kind;

/// Runs one expression on whichever database it is, where diesel has no common form.
#[macro_export]
macro_rules! each_backend {
    ($db:expr, |$c:ident| $body:expr) => {
        match $db {
            $crate::store::Db::Sqlite($c) => $body,
            $crate::store::Db::Postgres($c) => $body,
        }
    };
}
