//! Where events, drafts and profiles are kept: one SQLite file, asked by message.
//!
//! Apart because nothing outside this folder may know SQL. A handle is scoped to a principal; what lies outside the
//! scope can't be asked for. "Saved" is said only after a durable commit.

pub mod api;

pub use api::{Answer, Merged, NewEvent, Principal, Profile, Record, Request, StoreError, Tag};
