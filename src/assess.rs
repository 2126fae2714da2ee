//! What a response is worth, and why: pure rules, one kind of question a file.
//!
//! Apart so that the screen, plain mode, the course check and a trainer's regrade all grade alike. No store, no
//! clock, no terminal; chance comes in as a seed.

pub mod grade;
pub mod response;

pub use grade::{Finding, Grade, Graded, Mark};
pub use response::Response;
