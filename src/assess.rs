//! What a response is worth, and why: pure rules, one kind of question a file.
//!
//! Apart so that the screen, plain mode, the course check and a trainer's regrade all grade alike. No store, no
//! clock, no terminal; chance comes in as a seed.

pub mod draw;
pub mod entry;
pub mod figure;
pub mod grade;
pub mod kind;
pub mod paper;
pub mod response;
pub mod review;
pub mod shown;
pub mod work;

pub use entry::NotYet;
pub use grade::{Finding, Grade, Graded, Mark};
pub use kind::order::neighbours;
pub use kind::{check_response, empty_response, grade_response, is_complete, key_response};
pub use response::Response;
pub use review::{Memory, Rating};
pub use shown::{first_response, mix, seed, shown, shown_targets};

#[cfg(test)]
pub(crate) mod samples;
