//! saksi: who said what about what happened to whom, and what law binds.
//!
//! | question | module |
//! |---|---|
//! | What do the words mean, and which rules hold? | [`domain`] |
//! | What does a statement's text say? | [`intake`] |
//! | Where are records kept, and who may see them? | [`store`] |
//! | What do people do with them? | [`casework`] |
//! | How do they come in and go out as files? | [`exchange`] |
//! | What does the API say? | [`http`] |
//! | What do people see in a browser? | [`pages`] |
//! | What can the command line do? | [`cli`] |
//!
//! Each knows only those above it in this table; [`words`] is what they say to people, in each language.

pub mod app;
pub mod casework;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod error;
pub mod exchange;
pub mod http;
pub mod intake;
pub mod pages;
pub mod store;
pub mod words;
