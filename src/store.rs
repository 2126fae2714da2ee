//! Where events, drafts and profiles are kept: one SQLite file, asked by message.
//!
//! Apart because nothing outside this folder may know SQL. A handle is scoped to a principal; what lies outside the
//! scope can't be asked for. "Saved" is said only after a durable commit.
//!
//! `handle` is what others hold · `worker` is the thread behind it · `database` turns requests into transactions ·
//! `work`, `carry`, `insert`, `erase` are what they do · `backup`, `restore` copies of the whole, `copy` of what every form has · `log` readies the write-ahead log in quiet moments · `project`, `attempt`, `standing`, `attended`, `count` keep the rows that follow from events · `cohort`, `room`, `sittings`, `settle` what a trainer asks.

mod about;
pub mod api;
mod attempt;
mod attended;
pub mod backup;
mod carry;
mod cohort;
mod cohorts;
mod copy;
mod database;
mod erase;
mod error;
mod failure;
mod given;
mod handle;
mod insert;
mod log;
mod migrate;
mod open;
mod pen;
mod project;
mod replies;
pub mod restore;
mod room;
mod scope;
mod settle;
mod sittings;
mod standing;
mod value;
mod work;
mod worker;

#[cfg(test)]
mod tests;

pub use api::{Answer, Merged, NewEvent, Principal, Profile, Record, Request, StoreError, Tag};
pub use handle::{Handle, Opening, Reply, Store};
