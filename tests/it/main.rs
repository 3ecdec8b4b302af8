//! Tests through the door: the real routes, in process, each test on a database of its own.
//!
//! `SAKSI_TEST_POSTGRES=postgres://…` runs the same tests on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod architecture;
mod bad_input;
mod browser;
mod duplicate_pages;
mod duplicates;
mod durability;
mod exports;
mod harness;
mod history;
mod lists;
mod merging;
mod openapi;
mod oversight;
mod pages;
mod protection;
mod records;
mod schema;
mod search;
mod sessions;
mod statistics;
mod trouble;
