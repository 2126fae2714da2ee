//! Rundown, a training kit for TV newsrooms that exchange news.

pub mod assess;
pub mod check;
pub mod cli;
pub mod clock;
pub mod cohort;
pub mod course;
pub mod diagnostic;
pub mod id;
pub mod journal;
pub mod pattern;
pub mod plain;
pub mod report;
pub mod seal;
pub mod session;
pub mod store;
pub mod text;
pub mod tui;
pub mod words;
