//! A certificate for tests: some text in every field that holds one, and a key.

use super::*;
use crate::id::{CourseId, LearnerId};
use crate::seal::{SECRET, SecretKey};

/// The key of the issuer.
pub(super) fn key() -> SecretKey {
    SecretKey::from_bytes(&[7; SECRET])
}

/// A certificate in some name.
pub(in crate::report) fn certificate(lang: &str, name: &str) -> Certificate {
    let clean = |text: &str| Clean::new(text);
    let fact = |label: &str, text: &str| Fact { label: clean(label), text: clean(text) };
    Certificate {
        id: 0x1234_5678_9abc_def0_1234_5678_9abc_def0,
        lang: Lang::new(lang).unwrap(),
        issued_at: Timestamp(1_805_209_805_999),
        issuer: Issuer { key: key().public(), name: clean(&format!("Académie {name}")) },
        person: Person { id: LearnerId::from_bits(0xabc), name: clean(name), station: clean("Lagune TV") },
        course: Studied {
            id: CourseId::new("newsroom-exchange").unwrap(),
            title: clean("Newsroom exchange course"),
            version: clean("2026.11"),
        },
        supervised: true,
        scores: vec![
            Scored { title: clean("Test: \"news\" & <gathering> \\ ok"), percent: 92 },
            Scored { title: clean(name), percent: 75 },
        ],
        facts: vec![fact("Hours", "18 attended"), fact("Supervision", name)],
        words: wording(clean),
    }
}

fn wording(clean: impl Fn(&str) -> Clean) -> Wording {
    Wording {
        kind: clean("Certificate of completion"),
        intro: clean("This certifies that"),
        station: clean("of Lagune TV"),
        completed: clean("has completed the course"),
        version: clean("version 2026.11"),
        criteria: clean("Done by the rules"),
        scores: clean("Passed"),
        issued_by: clean("Issued by"),
        code: clean("Check code"),
        key: clean("Key"),
        how_to_check: clean("To check"),
        no_accreditation: clean("No accreditation"),
        credential: clean("Credential"),
    }
}
