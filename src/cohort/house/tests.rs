//! A house of one's own says what it says, in every language, and nothing hostile.

use std::path::Path;

use super::*;

use crate::course::Course;

fn small() -> Course {
    Course::folder(Path::new("tests/courses/small")).unwrap()
}

fn lang(text: &str) -> Lang {
    Lang::new(text).unwrap()
}

fn texts(texts: &[(&str, &str)]) -> Files {
    texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn of(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn saying(pairs: &[(&str, &str)]) -> OwnHouse {
    OwnHouse { values: of(pairs), ..OwnHouse::default() }
}

#[test]
fn what_it_says_stands_in_every_language_and_what_it_leaves_out_stays() {
    let own = saying(&[("exchange", "Harbour Cities News Exchange")]);
    let course = small().with_house(Some(own));
    for code in ["en", "fr"] {
        let house = course.house(&lang(code));
        assert_eq!(house.get("exchange"), Some("Harbour Cities News Exchange"));
        assert_eq!(house.get("desk.contact"), Some("desk@mlx.example"));
        assert!(!house.stand_in);
    }
    assert_eq!(course.with_house(None).house(&lang("fr")).get("exchange"), Some("Échange Meridian Link"));
    let course = Course::embedded().unwrap();
    assert!(course.house(&lang("en")).stand_in);
}

#[test]
fn words_that_are_the_courses_own_leave_its_translation_alone() {
    let course = small().with_house(Some(saying(&[("exchange", "Meridian Link Exchange")])));
    assert_eq!(course.house(&lang("fr")).get("exchange"), Some("Échange Meridian Link"));
}

#[test]
fn a_language_may_be_told_in_its_own_words() {
    let languages = [(lang("fr"), of(&[("exchange", "Échange des ports")]))].into();
    let own = OwnHouse { values: of(&[("exchange", "Harbour Exchange")]), languages };
    let course = small().with_house(Some(own));
    assert_eq!(course.house(&lang("en")).get("exchange"), Some("Harbour Exchange"));
    assert_eq!(course.house(&lang("fr")).get("exchange"), Some("Échange des ports"));
}

#[test]
fn a_lesson_that_was_opened_before_is_set_anew() {
    let before = Course::embedded().unwrap();
    let house = "HCX-House";
    let lessons = |course: &Course| {
        let all = course.outlines().iter().map(|outline| course.lesson(&outline.id, &lang("en")).unwrap());
        all.filter(|lesson| format!("{:?}", lesson.document.all_blocks()).contains(house)).count()
    };
    assert_eq!(lessons(&before), 0);
    let after = before.with_house(Some(saying(&[("exchange", house), ("short", house)])));
    assert!(lessons(&after) > 3);
    after.check_house().unwrap();
}

#[test]
fn the_files_of_it_are_read_again_as_they_were_written() {
    let languages = [(lang("fr"), of(&[("desk.hours", "de 5h à 21h"), ("exchange", "É \"x\" \\ #")]))].into();
    let own = OwnHouse { values: of(&[("exchange", "HCX"), ("words.promo", "grand, win-win")]), languages };
    let written = super::files(&own).into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    assert_eq!(read(&written).unwrap(), own);
    let example = std::fs::read_to_string("lessons/house.example.toml").unwrap();
    assert!(read(&texts(&[("house.toml", &example)])).unwrap().values.len() > 50);
}

#[test]
fn a_faulty_file_is_told_with_every_fault_and_its_place() {
    let bad = "exchange = \"\"\nshort = 7\nfacts.members = \"9\"\n[words]\npromo = \"(grand\"\n[\n";
    let faults = read(&texts(&[("house.toml", bad)])).unwrap_err();
    let told: Vec<_> = faults.diagnostics.iter().map(|fault| (fault.file.as_str(), fault.code.0)).collect();
    for code in ["syntax", "wrong-type", "bad-value"] {
        assert!(told.contains(&("house.toml", code)), "{told:?}");
    }
    assert_eq!(told.iter().filter(|(_, code)| *code == "bad-value").count(), 3, "{faults:?}");
}

#[test]
fn what_no_form_writes_is_refused() {
    let long = "x".repeat(LONG + 1);
    let many = vec!["a"; MOST_WORDS + 1].join(",");
    let hostile: [(&str, &str); 10] = [
        ("exchange", ""),
        ("exchange", "a\u{1b}[2J"),
        ("exchange", "a\nb"),
        ("exchange", "\u{202e}a"),
        ("exchange", &long),
        ("../../etc", "a"),
        ("facts.members", "a"),
        ("Exchange", "a"),
        ("words.promo", "good, (bad"),
        ("words.promo", &many),
    ];
    for (path, text) in hostile {
        assert!(check(&saying(&[(path, text)])).is_err(), "{path} {text}");
    }
    let values = (0..=MOST).map(|at| (format!("a{at}"), "b".to_owned())).collect();
    assert_eq!(check(&OwnHouse { values, ..OwnHouse::default() }), Err(BadHouse::TooMuch));
    let languages = [(lang("fr"), of(&[("exchange", "")]))].into();
    let french = check(&OwnHouse { languages, ..OwnHouse::default() }).unwrap_err();
    assert_eq!(french.to_string(), "house `exchange`: it is empty");
    assert_eq!(check(&saying(&[("exchange", "A & B"), ("codes.z9", "new")])), Ok(()));
}

#[test]
fn a_code_that_asks_for_a_note_has_to_be_one() {
    let house = Course::embedded().unwrap().house(&lang("en")).clone();
    assert_eq!(check_notes("desk.notes", "r1, R2,", &house), Ok(()));
    assert_eq!(check_notes("desk.notes", "r1, z9", &house), Err(BadValue::Code("z9".to_owned())));
    assert_eq!(check_notes("desk.name", "z9", &house), Ok(()));
}

#[test]
fn what_the_course_says_already_is_left_out() {
    let course = small();
    let languages = [(lang("fr"), of(&[("exchange", "Échange Meridian Link"), ("desk.contact", "x")]))].into();
    let own = OwnHouse { values: of(&[("exchange", "Meridian Link Exchange"), ("desk.contact", "x")]), languages };
    let lean = own.beside(&course);
    assert_eq!(lean.values, of(&[("desk.contact", "x")]));
    assert_eq!(lean.languages[&lang("fr")], of(&[("desk.contact", "x")]));
}
