//! What a check found, written for people or for programs.
//!
//! Apart from finding it. One file a form; both are pure functions of what was found.

pub mod counts;
pub mod json;
pub mod text;
