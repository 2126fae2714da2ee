//! From what files say to what the program uses: one function a rule, every fault reported.
//!
//! Apart from reading so that a rule can be found by the thing it is about. A function returns its value when enough of
//! it stands, even where it reported a fault: whether a course may be used is decided by the faults, not by what is
//! missing.

pub mod blueprint;
pub mod extras;
pub mod kinds;
pub mod lesson;
pub mod manifest;
pub mod mark;
pub mod question;
pub mod quiz;
pub mod shape;
pub mod values;
pub mod words;
