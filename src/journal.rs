//! What happened: events that never change, and progress as a fold over a set of them.
//!
//! Apart from the store so that merging, counting and reporting are pure and can be tried a hundred thousand times.
//! Names, stations and contacts are in the profile, never in an event. No SQL and no clock in here.

pub mod event;

pub use event::{Author, Body, Event, EventId, Via};
