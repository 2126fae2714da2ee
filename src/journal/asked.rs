//! A question as it was asked, kept beside the answers.
//!
//! Apart from the course because the course changes and answers do not: who looks back sees what was asked then. It is
//! found by two hashes of its content, so a forged one can't take the place of another.

use serde::{Deserialize, Serialize};

use crate::course::Question;
use crate::course::hash::ContentHash;
use crate::id::Lang;

/// A question as it was asked, found again by its two hashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedQuestion {
    /// What counted as right.
    pub key_hash: ContentHash,
    /// The language.
    pub lang: Lang,
    /// The question.
    pub question: Question,
    /// What was shown.
    pub text_hash: ContentHash,
}

impl AskedQuestion {
    /// Returns whether the question is the one that its hashes name.
    pub fn is_genuine(&self) -> bool {
        self.question.text_hash() == self.text_hash && self.question.key_hash() == self.key_hash
    }
}
