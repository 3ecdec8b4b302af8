//! Tests through the door: the real routes, in process, each test on a database of its own.
//!
//! `SAKSI_TEST_POSTGRES=postgres://…` runs the same tests on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod admin;
mod architecture;
mod bad_input;
mod browser;
mod captures;
mod contradictions;
mod countries;
mod dates;
mod disclosure;
mod drafts;
mod duplicate_pages;
mod duplicates;
mod durability;
mod exports;
mod golden;
mod harness;
mod hidden;
mod history;
mod import_command;
mod import_layouts;
mod import_pages;
mod imports;
mod intake;
mod intake_files;
mod intake_pages;
mod languages;
mod law;
mod lexicons;
mod lists;
mod merging;
mod network;
mod openapi;
mod oversight;
mod packages;
mod pages;
mod places;
mod portal;
mod protection;
mod records;
mod releases;
mod report_definitions;
mod report_numbers;
mod report_pages;
mod report_releases;
mod reports;
mod review_pages;
mod saved;
mod schema;
mod search;
mod second_factor;
mod sessions;
mod statistics;
mod template;
mod trouble;
mod views;
mod whole_files;
