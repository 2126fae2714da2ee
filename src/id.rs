//! The names of things: ids written in course files, and random ids of what happens.
//!
//! Apart from everything else because every module names things and none may own the naming. An id is a value
//! that was checked when it was made; nothing here knows what it refers to.

pub(crate) mod written;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

/// Says why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: use lower-case letters a-z, digits and `-`{1}")]
pub struct BadId(String, &'static str);

fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= 64
        && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $check:expr, $shape:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the id, or why the text cannot be one.
            pub fn new(text: &str) -> Result<Self, BadId> {
                let check: fn(&str) -> bool = $check;
                if check(text) { Ok(Self(text.into())) } else { Err(BadId(text.to_owned(), $shape)) }
            }

            /// Returns the id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                written::read(from, Self::new)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.as_ref().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
    };
}

fn is_pair(text: &str) -> bool {
    text.split_once('/').is_some_and(|(track, name)| is_plain(track) && is_plain(name))
}

text_id!(
    /// A course: `newsroom-exchange`.
    CourseId, is_plain, "");
text_id!(
    /// A track of a course: `gathering`.
    TrackId, is_plain, "");
text_id!(
    /// A lesson: `gathering/news-judgement`.
    LessonId, is_pair, ", as `track/name`");
text_id!(
    /// A test on several lessons: `test/course`.
    TestId, is_pair, ", as `test/name`");
text_id!(
    /// An exercise: `gathering/pitch-card`.
    ExerciseId, is_pair, ", as `track/name`");
text_id!(
    /// A section of a lesson; `start` is what stands before the first heading.
    SectionId, is_plain, "");
text_id!(
    /// A question, unique in its quiz.
    QuestionId, is_plain, "");
text_id!(
    /// An option, a span or a target, unique in its question.
    OptionId, is_plain, "");
text_id!(
    /// An outcome, unique in its lesson.
    OutcomeId, is_plain, "");
text_id!(
    /// A figure, unique in its lesson.
    FigureId, is_plain, "");
text_id!(
    /// A term of the glossary.
    TermId, is_plain, "");
text_id!(
    /// A language: `en`, `fr`.
    Lang, |text| (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase()),
    ", two or three letters");

impl Lang {
    /// Returns English, which the program always speaks.
    pub fn english() -> Self {
        Self("en".into())
    }
}

impl SectionId {
    /// Returns the id of what stands before a lesson's first heading.
    pub fn start() -> Self {
        Self("start".into())
    }
}

impl OptionId {
    /// Returns the option of a statement that says whether it is true.
    pub fn truth(answer: bool) -> Self {
        Self(if answer { "true" } else { "false" }.into())
    }
}

impl LessonId {
    /// Returns the part before the slash.
    pub fn track(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }
}

/// What a quiz belongs to: a lesson, or a test of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuizId {
    /// The quiz of a lesson: feedback at once, hints.
    Lesson(LessonId),
    /// A test: feedback at the end, no hints.
    Test(TestId),
}

impl fmt::Display for QuizId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lesson(id) => id.fmt(f),
            Self::Test(id) => id.fmt(f),
        }
    }
}

/// A question with the lesson it belongs to, in files `lesson#question`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionRef {
    /// The lesson whose quiz holds the question.
    pub lesson: LessonId,
    /// The question.
    pub question: QuestionId,
}

impl QuestionRef {
    /// Reads `lesson#question`.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        let (lesson, question) =
            text.split_once('#').ok_or_else(|| BadId(text.to_owned(), ", as `track/lesson#question`"))?;
        Ok(Self { lesson: LessonId::new(lesson)?, question: QuestionId::new(question)? })
    }
}

impl fmt::Display for QuestionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.lesson, self.question)
    }
}

/// Reads 32 lower-case hexadecimal digits, in two halves of what a processor counts with.
fn hex(text: &str) -> Option<u128> {
    let is_lower = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let (high, low) = text.split_at_checked(16).filter(|_| is_lower)?;
    let half = |digits| u64::from_str_radix(digits, 16).ok().map(u128::from);
    Some(half(high)? << 64 | half(low)?)
}

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(into = "String")]
        pub struct $name(u128);

        impl $name {
            /// Makes the id from 128 random bits.
            pub fn from_bits(bits: u128) -> Self {
                Self(bits)
            }

            /// Returns the 128 bits.
            pub fn bits(self) -> u128 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                written::read(from, str::parse)
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                hex(text).map(Self).ok_or_else(|| BadId(text.to_owned(), ", as 32 hexadecimal digits"))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    };
}

random_id!(
    /// Who is being trained. The name is in the profile, never in the id.
    LearnerId);
random_id!(
    /// One opening of a store for writing; clones and restored backups get new ones by themselves.
    WriterId);
random_id!(
    /// One run of one learner through one course.
    EnrolmentId);
random_id!(
    /// One try at a quiz, a test or an exercise.
    AttemptId);
random_id!(
    /// A note or a bookmark of a learner.
    NoteId);
random_id!(
    /// One joining of two records of one person.
    JoinId);
random_id!(
    /// A cohort: a named group of learners on one course.
    CohortId);
random_id!(
    /// One decision of a trainer that the key of a question was wrong.
    RegradeId);

impl CohortId {
    /// Returns the subject of the cohort's own events.
    pub fn subject(self) -> LearnerId {
        LearnerId(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_id_is_a_track_and_a_name() {
        assert!(LessonId::new("gathering/news-judgement").is_ok());
        for bad in ["", "gathering", "Gathering/x", "a/b/c", "a/", "/b", "a/b c", "a/é"] {
            assert!(LessonId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn random_ids_are_read_back_as_written() {
        let id = LearnerId::from_bits(0xabc);
        assert_eq!(id.to_string().parse(), Ok(id));
        let (whole, json) = ("0123456789abcdef".repeat(2), |text: &str| serde_json::from_value(text.into()));
        assert_eq!(json(&whole).map(LearnerId::bits).ok(), Some(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef));
        for bad in ["ABC", &whole.to_uppercase(), &whole.replace('0', "+"), &format!("{whole}0"), &"é".repeat(16)] {
            assert!(bad.parse::<LearnerId>().is_err(), "{bad}");
            assert!(json(bad).is_err(), "{bad}");
        }
    }
}
