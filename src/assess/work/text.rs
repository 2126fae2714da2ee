//! Checks on a text.
//!
//! Apart because five engines judge texts alike.
