//! What course files may say: everything optional, everything with its place, nothing believed.
//!
//! Apart from the checked types so that a faulty file can be read to its end. One file of a course a module; nothing
//! in here decides whether a value makes sense.

pub mod lesson;
pub mod manifest;
pub mod quiz;
pub mod shape;
pub mod words;
