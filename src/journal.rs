//! What happened: events that never change, and progress as a fold over a set of them.
//!
//! Apart from the store so that merging, counting and reporting are pure and can be tried a hundred thousand times.
//! Names, stations and contacts are in the profile, never in an event, but for those of a colleague who sent
//! something. No SQL and no clock in here.

pub mod about;
mod asked;
pub mod completion;
pub mod event;
pub mod file;
pub mod history;
pub mod person;
pub mod planning;
pub mod progress;
pub mod review;
pub mod set;
pub mod stored;
pub mod swap;

pub use about::About;
pub use asked::AskedQuestion;
pub use completion::CourseState;
pub use event::{Author, Body, Event, EventId, Order, Via};
pub use history::History;
pub use progress::{Attempt, Progress, Run};
pub use review::{Card, Deck};
pub use set::{EventSet, Inserted};
pub use stored::{BadEvent, EventHash, Stored};

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod samples;
