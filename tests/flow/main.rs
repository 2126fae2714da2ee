//! Keys in, screens out: the whole way from a key to styled cells, on a real course and a real store in memory.
//!
//! Each screen has a snapshot at 40×20, 80×24 and 120×40. Under the text stand the runs of style by the names of the
//! theme (`3: 0-8 strong`), so that a change of look can be read.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a stage that cannot be set up is a failed test")]

mod carry;
mod code;
mod cohort;
mod confidence;
mod everywhere;
mod figures;
mod forget;
mod forms;
mod home;
mod house;
mod inviting;
mod join;
mod language;
mod lists;
mod pair;
mod pictures;
mod progress;
mod quiz;
mod reader;
mod replies;
mod review;
mod sign_in;
mod sizes;
mod stage;
mod start;
mod study;
mod themes;
mod tools;
mod trouble;
mod work;
mod workshop;
