//! A course as the program uses it: complete, valid, in one language at a time.
//!
//! Files are read into `raw` types that may say anything, checked by `validate`, and become the types of this module,
//! which cannot be wrong. Apart because everything builds on a course and a course builds on nothing: no terminal,
//! no store, no clock. Nothing in a course is executed, fetched or read from outside its folder.

#[cfg(embedded_course)]
mod builtin;
pub mod error;
pub mod exercise;
pub mod fields;
pub mod files;
pub mod glossary;
pub mod hash;
pub mod house;
pub mod lesson;
pub mod library;
pub mod load;
pub mod manifest;
pub mod markdown;
mod open;
pub mod outline;
pub mod question;
pub mod raw;
pub mod sections;
pub mod shape;
pub mod shared_text;
pub mod source;
pub mod translate;
pub mod validate;
pub mod words;

pub use error::{Faults, LoadError};
pub use exercise::{Exercise, ExerciseOutline};
pub use glossary::{Glossary, Term};
pub use house::{House, OwnHouse};
pub use lesson::{Lesson, Outcome, Quiz};
pub use library::Course;
pub use manifest::{Completion, Manifest, PassMarks, Test, Track, Translated};
pub use outline::LessonOutline;
pub use question::{Question, QuestionBody, Slot};
