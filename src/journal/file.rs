//! The progress file: the events of one learner, or of one cohort, as lines, carried by hand.
//!
//! Apart from the store because files are cut, changed, doubled and taken for others, and because other programs write
//! them too. Nothing here opens a file or keeps a key: bytes go in and out, one line at a time, so that a file of any
//! length takes the memory of its longest line. The form is described in `docs/progress-file.md`.
//!
//! `line` one line and its check · `write` makes a file · `survey` says whether a file is whole · `read` takes it in

mod line;
mod read;
mod survey;
mod write;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{CourseId, Lang, LearnerId};
use crate::journal::About;
use crate::seal::{PublicKey, Signature};

pub use line::LONGEST_LINE;
pub use read::{Item, Reader};
pub use survey::{Seal, State, Survey, survey};
pub use write::Writer;

/// The version of the file.
pub const FORMAT: u32 = 1;
/// How the name of such a file ends.
pub const EXTENSION: &str = "rundown";
/// What wrote the file.
const MADE_WITH: &str = concat!("rundown ", env!("CARGO_PKG_VERSION"));
/// What the file says it is.
const TYPE: &str = "rundown-progress";
/// Longest name, station and version, in characters.
const SHORT: usize = 200;
/// The most courses.
const MOST: usize = 1_000;

/// The first line; the fields stand in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// What the learner said about themselves, where a trainer asked.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// When it was written, by the clock of that machine.
    pub at: Timestamp,
    /// Whether it is the stream of a cohort: then `learner` is the cohort's id, and `profile` holds its name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cohort: bool,
    /// The courses that its events are of.
    pub courses: Vec<OfCourse>,
    format: u32,
    /// Whose progress it is.
    pub learner: LearnerId,
    /// The program that wrote it.
    pub made_with: String,
    /// What the learner is called.
    pub profile: Person,
    #[serde(rename = "type")]
    of: String,
}

/// A course in the first line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfCourse {
    /// The course.
    pub id: CourseId,
    /// Its version when the last run began.
    pub version: String,
}

/// What a learner is called; the only place in a file for it, but for names of colleagues who sent something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The language they chose.
    pub lang: Lang,
    /// The station they come from.
    pub member: String,
    /// The name.
    pub name: String,
}

impl Header {
    /// Makes the head of a file written by this program; what is longer than a file may say is cut.
    pub fn new(learner: LearnerId, profile: Person, mut courses: Vec<OfCourse>, at: Timestamp) -> Self {
        let (of, made_with) = (TYPE.to_owned(), MADE_WITH.to_owned());
        let short = |text: &str| text.chars().take(SHORT).collect();
        let profile = Person { lang: profile.lang, member: short(&profile.member), name: short(&profile.name) };
        for course in &mut courses {
            course.version = short(&course.version);
        }
        let (about, cohort) = (About::default(), false);
        Self { about, at, cohort, courses, format: FORMAT, learner, made_with, profile, of }
    }

    /// Returns the head with what the learner said about themselves; what is longer than a file may say is cut.
    #[must_use]
    pub fn about(self, about: &About) -> Self {
        let short = |text: &str| text.chars().take(SHORT).collect();
        let about = About { country: short(&about.country), gender: short(&about.gender), role: short(&about.role) };
        Self { about, ..self }
    }

    /// Returns the head of a cohort's stream.
    #[must_use]
    pub fn of_cohort(self) -> Self {
        Self { cohort: true, ..self }
    }

    fn parse(line: &[u8]) -> Result<Self, BadFile> {
        let head = match serde_json::from_slice::<Head>(line) {
            Ok(head) if head.of == TYPE => head,
            Ok(_) | Err(_) => return Err(BadFile::Foreign),
        };
        if head.format != u64::from(FORMAT) {
            return Err(BadFile::Newer(head.format));
        }
        let header: Self = serde_json::from_slice(line).map_err(|error| BadFile::Head(error.to_string()))?;
        header.check()?;
        Ok(header)
    }

    fn check(&self) -> Result<(), BadFile> {
        let fits = |text: &str| text.chars().count() <= SHORT;
        let Person { member, name, lang: _ } = &self.profile;
        let About { country, gender, role } = &self.about;
        let texts = [&self.made_with, name, member, country, gender, role]
            .into_iter()
            .chain(self.courses.iter().map(|of| &of.version));
        if self.courses.len() > MOST || !texts.into_iter().all(|text| fits(text)) {
            return Err(BadFile::Head("a text or a list is too long".to_owned()));
        }
        Ok(())
    }
}

/// What every version of the file has.
#[derive(Debug, Deserialize)]
struct Head {
    #[serde(rename = "type")]
    of: String,
    format: u64,
}

/// The last line, inside of `{"end":…}`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    count: u64,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    home: Option<PublicKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature: Option<Signature>,
}

/// Why nothing of a file is taken in. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum BadFile {
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// Something else.
    #[error("this is no progress file: `rundown progress export` writes one")]
    Foreign,
    /// Written by a newer program.
    #[error("it has format {0}, and this Rundown knows {FORMAT}: import it with a newer one")]
    Newer(u64),
    /// The first line says something that makes no sense.
    #[error("its first line cannot be read: {0}; ask for the file again")]
    Head(String),
    /// Nothing in it is whole.
    #[error("it is cut or damaged, and no line of it is whole; ask for the file again")]
    Nothing,
    /// The signature does not fit what it signs.
    #[error("its signature does not fit: it was changed after it was written; ask for the file again")]
    Forged,
}

/// What is signed: the hash of all lines but the last, as the last line gives it.
fn signed(hash: &str) -> Vec<u8> {
    format!("{TYPE} {FORMAT} {hash}").into_bytes()
}

#[cfg(test)]
mod tests;
