//! A course as the program uses it: complete, valid, in one language at a time.
//!
//! Files are read into `raw` types that may say anything, checked by `validate`, and become the types of this module,
//! which cannot be wrong. Apart because everything builds on a course and a course builds on nothing: no terminal,
//! no store, no clock. Nothing in a course is executed, fetched or read from outside its folder.

pub mod hash;
pub mod lesson;
pub mod manifest;
pub mod markdown;
pub mod outline;
pub mod question;

pub use lesson::{Lesson, Outcome, Quiz};
pub use manifest::{Completion, Manifest, PassMarks, Test, Track, Translated};
pub use outline::LessonOutline;
pub use question::{Question, QuestionBody, Slot};
