//! A certificate of completion as a value, and what it becomes: an Open Badges credential, a page, a signed file.
//!
//! ```text
//!  course + progress + award ─► Certificate ─► credential ─► short code ─► page (html, pdf) ─► seal
//! ```
//!
//! Apart from reports because a certificate is stated by somebody and signed with their key, where a report only
//! counts. Figures are computed and rounded once, in `made`. No file is opened, no key is kept, no clock is read here.

mod check;
pub mod credential;
pub mod html;
mod made;
mod nquads;
pub mod trailer;
pub mod verify;

#[cfg(test)]
pub(super) mod fixture;

pub use check::{Check, ShortCode};
pub use made::{Award, Refused, Sources, certificate};

use super::{Clean, Fact, Person, Studied};
use crate::clock::Timestamp;
use crate::id::Lang;
use crate::seal::PublicKey;

/// Who issues certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The key that signs.
    pub key: PublicKey,
    /// The name of the trainer or the organisation, as they gave it themselves.
    pub name: Clean,
}

/// What was passed with how many percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// The title of the test or the desk work.
    pub title: Clean,
    /// The best score, rounded down.
    pub percent: u16,
}

/// A certificate, in one language, ready to be drawn and signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The number that nothing else has.
    pub id: u128,
    /// The language of its words.
    pub lang: Lang,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Who issued it.
    pub issuer: Issuer,
    /// Who completed the course; the name is as it is to be printed.
    pub person: Person,
    /// The course.
    pub course: Studied,
    /// Whether it says that a trainer was there and supervised the work.
    pub supervised: bool,
    /// What was passed.
    pub scores: Vec<Scored>,
    /// What else is stated: hours, supervision, outcomes, period, day of issue.
    pub facts: Vec<Fact>,
    /// The words around all that.
    pub words: Wording,
}

/// The words of a certificate, from its head to its foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The heading: "Certificate of completion".
    pub kind: Clean,
    /// Above the name.
    pub intro: Clean,
    /// Under the name: where they come from; empty for somebody of no station.
    pub station: Clean,
    /// Above the course's title.
    pub completed: Clean,
    /// Under the course's title: its version.
    pub version: Clean,
    /// What had to be done, as the course's own rules say.
    pub criteria: Clean,
    /// Above the scores.
    pub scores: Clean,
    /// Above the issuer's name.
    pub issued_by: Clean,
    /// Before the short code.
    pub code: Clean,
    /// Before the issuer's key.
    pub key: Clean,
    /// How to check it.
    pub how_to_check: Clean,
    /// That it is no accreditation.
    pub no_accreditation: Clean,
    /// Above the credential, for programs.
    pub credential: Clean,
}

impl Certificate {
    /// Returns a file name without folders and without extension: the name and the day.
    pub fn file_stem(&self) -> String {
        format!("certificate-{}-{}", self.person.name.as_file_stem(), self.issued_at.date())
    }
}
