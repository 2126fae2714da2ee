//! Hostile texts through everything that writes: the bytes that come out, judged by a parser that is not ours.
//!
//! No panic, only the sequences that our backend writes, no change of direction, at most eight marks on a cell. Each
//! way out has a control that must fail: a planted escape that the judge has to see. `PROPTEST_CASES=10000 cargo test
//! --release --test hostile` is the full run of the made-up texts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a stage that cannot be set up is a failed test")]

#[path = "../flow/stage.rs"]
#[allow(dead_code, unused_macros, unused_imports, reason = "these flows use a part of it")]
mod stage;

#[path = "../support/oracle.rs"]
mod oracle;

mod controls;
mod courses;
mod examples;
mod fields;
mod made_up;
mod oversized;
mod ways;
