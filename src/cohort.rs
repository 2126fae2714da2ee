//! Many learners as one set: what a trainer asks of them, answered from rows.
//!
//! ```text
//!  the cohort's own events ─► plan ──────────┐
//!  rows of its learners (kept by the store) ─┴─► matrix, attention, outcomes, stations, items, gain, agreement
//! ```
//!
//! A cohort has a stream of events of its own, whose subject is the cohort: who belongs to it, who was there, which key
//! was wrong. So it travels, merges and is backed up as a learner's history does. What concerns one learner (a mark, a
//! changed grade, a sign-in) stands in that learner's stream and travels back with it.
//!
//! A figure is a `Stat`: a value, and what speaks against it. `items` item analysis · `reading` what is odd about an item ·
//! `gain` test before and after · `agreement` two markers · `intervals` how far a figure can be trusted. They are held
//! against other people's programs and published examples: see `tests/outside/figures.py`.
//!
//! Apart from `journal`, which knows one learner at a time, and from `report`, which sets figures into tables: here
//! figures are computed, from rows and never from a thousand histories. Pure: no SQL, no file, no clock.

pub mod agenda;
pub mod agreement;
pub mod attendance;
pub mod attention;
pub mod columns;
pub mod fold;
pub mod gain;
pub mod house;
pub mod intervals;
pub mod invitation;
pub mod items;
pub mod list;
pub mod lock;
pub mod matrix;
mod moments;
pub mod outcomes;
pub mod plan;
pub mod reading;
mod room;
pub mod rows;
pub mod running;
#[cfg(test)]
pub(crate) mod samples;
pub mod stat;
pub mod stations;
mod totals;
pub mod uploads;
mod which;

pub use attendance::{Attendance, SignIns};
pub use columns::{Column, What};
pub use invitation::Invitation;
pub use matrix::{Cell, Matrix, Row, Sort, State};
pub use plan::Plan;
pub use room::Room;
pub use rows::{AskedItem, ItemAnswer, LessonRow, Person, Picks, Placed, Reply, Sitting, TestRow, Tried};
pub use stat::{Stat, Why};
pub use totals::totals;
pub use uploads::Uploads;
pub use which::Which;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
