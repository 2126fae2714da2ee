//! A thousand credentials for a program that is not ours, which `tests/outside/badges.sh` runs.
//!
//! Apart from the other tests because files are written where that script says, or nowhere that stays: each good one, and
//! one in ten with one character changed in what it states.

use std::fs;
use std::path::PathBuf;

use rundown::clock::{Chance, SeededChance, Timestamp};
use rundown::id::{CourseId, Lang, LearnerId};
use rundown::report::certificate::{Certificate, Issuer, Scored, Wording, credential};
use rundown::report::{Clean, Fact, Person, Studied};
use rundown::seal::{SECRET, SecretKey};

const NAMES: [&str; 12] = [
    "Awa Diop",
    "José Ñandú",
    "عائشة ديوب",
    "Тесфа Гебре",
    "ትዕግስት በቀለ",
    "漢字 太郎",
    "Zoë \"Z\" O’Hara",
    "back\\slash \\u0041 \\n",
    "<b>bold</b> & co",
    "{\"@id\": \"x\"} _:b0 <urn:x> .",
    "👩‍🌾 é e\u{301}\u{301}",
    "a",
];

fn words(text: &str) -> Wording {
    let clean = |label: &str| Clean::new(&format!("{label} {text}"));
    Wording {
        kind: clean("Certificate of completion"),
        intro: clean("intro"),
        station: clean("of"),
        completed: clean("completed"),
        version: clean("version"),
        criteria: clean("Done by the course’s own rules"),
        scores: clean("scores"),
        issued_by: clean("by"),
        code: clean("code"),
        key: clean("key"),
        how_to_check: clean("check"),
        no_accreditation: clean("no accreditation"),
        credential: clean("credential"),
    }
}

fn certificate(number: usize, chance: &mut SeededChance, key: &SecretKey) -> Certificate {
    let name = |at: usize| NAMES[(number + at) % NAMES.len()];
    let scored = |at: usize| Scored { title: name(at).into(), percent: u16::try_from((number + at) % 101).unwrap() };
    Certificate {
        id: chance.bits(),
        lang: Lang::new(if number.is_multiple_of(2) { "en" } else { "fr" }).unwrap(),
        issued_at: Timestamp(1_700_000_000_000 + i64::try_from(number).unwrap() * 86_000_000),
        issuer: Issuer { key: key.public(), name: name(1).into() },
        person: Person { id: LearnerId::from_bits(chance.bits()), name: name(0).into(), station: name(2).into() },
        course: Studied {
            id: CourseId::new("newsroom-exchange").unwrap(),
            title: name(3).into(),
            version: "2026.11".into(),
        },
        supervised: false,
        scores: (0..number % 5).map(scored).collect(),
        facts: vec![Fact { label: "Hours".into(), text: name(4).into() }],
        words: words(name(5)),
    }
}

/// Changes one letter or digit of what is stated, so that the JSON still has its shape.
fn mutant(text: &str, chance: &mut SeededChance) -> String {
    let (from, to) = (text.find("credentialSubject").unwrap(), text.find("\"proof\"").unwrap());
    let mut bytes = text.as_bytes().to_vec();
    let digits: Vec<usize> = (from + 1..to).filter(|at| bytes[*at].is_ascii_digit()).collect();
    let at = digits[usize::try_from(chance.bits() >> 64).unwrap() % digits.len()];
    bytes[at] = if bytes[at] == b'7' { b'3' } else { b'7' };
    String::from_utf8(bytes).unwrap()
}

#[test]
fn credentials_for_another_program() {
    let own = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("RUNDOWN_BADGES").map_or_else(|| own.path().to_owned(), PathBuf::from);
    let (good, bad) = (folder.join("good"), folder.join("bad"));
    fs::create_dir_all(&good).unwrap();
    fs::create_dir_all(&bad).unwrap();
    let mut chance = SeededChance(20_261_122);
    for number in 0..1_000 {
        let key = SecretKey::from_bytes(&[u8::try_from(number % 7 + 1).unwrap(); SECRET]);
        let bytes = credential::sign(&certificate(number, &mut chance, &key), &key);
        assert!(credential::read(&bytes).is_ok());
        fs::write(good.join(format!("{number}.json")), &bytes).unwrap();
        if number.is_multiple_of(10) {
            let text = mutant(std::str::from_utf8(&bytes).unwrap(), &mut chance);
            assert!(credential::read(text.as_bytes()).is_err());
            fs::write(bad.join(format!("{number}.json")), text).unwrap();
        }
    }
}
