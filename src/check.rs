//! The author's compiler: form, references, taste, translations, and the proof of every answer key.
//!
//! Apart from loading because a learner's start must not pay for it, and because taste is no reason not to open a
//! course.
