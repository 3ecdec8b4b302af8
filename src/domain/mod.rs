//! The words and the rules. Nothing here asks a database or speaks HTTP.

pub mod access;
pub mod codes;
pub mod country;
pub mod date_words;
pub mod document;
pub mod drawing;
pub mod edtf;
pub mod gazetteer;
pub mod id;
pub mod law;
pub mod logo;
pub mod outlines;
pub mod passage;
pub mod quote;
pub mod release;
pub mod segment;
pub mod text;
pub mod time;

pub use access::{Action, Caller, Confidentiality, Role, Scope};
pub use codes::*;
pub use country::Country;
pub use edtf::Edtf;
pub use id::Id;
pub use text::Count;
pub use time::{Clock, Timestamp};
