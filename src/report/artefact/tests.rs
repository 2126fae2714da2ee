//! The artefacts of model works: what people and programs get, and that hostile values do no harm.

mod standard;

use super::*;
use crate::course::Course;
use crate::course::exercise::Work;
use crate::id::ExerciseId;

/// The artefact of an exercise of the built-in course, from its model work with changes.
fn made(exercise: &str, reader: Reader, changes: &[(&str, &str)]) -> (String, String) {
    let course = Course::embedded().unwrap();
    let lang = Lang::english();
    let exercise = course.exercise(&ExerciseId::new(exercise).unwrap(), &lang).unwrap();
    let Some(Work::Form { mut fields }) = exercise.model.clone() else { panic!("no form") };
    for (id, value) in changes {
        fields.insert((*id).to_owned(), Entry::One((*value).to_owned()));
    }
    let at = Timestamp(1_805_209_805_000);
    let made = Artefact { exercise: &exercise, fields: &fields, id: 7, by: "Lagune TV", lang: &lang, at };
    let file = made.write(reader).unwrap();
    (file.name, String::from_utf8(file.bytes).unwrap())
}

fn json_of(exercise: &str, changes: &[(&str, &str)]) -> Value {
    serde_json::from_str(&made(exercise, Reader::Programs, changes).1).unwrap()
}

#[test]
fn a_dopesheet_is_read_in_columns() {
    let (name, text) = made("exchange/fill-dopesheet", Reader::People, &[]);
    assert_eq!(name, "dopesheet-2104.txt");
    assert!(text.lines().all(|line| crate::text::width(line) <= 78), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn a_dopesheet_is_a_news_item_for_programs() {
    let (name, json) = made("exchange/fill-dopesheet", Reader::Programs, &[]);
    assert_eq!(name, "dopesheet-2104.json");
    insta::assert_snapshot!(json);
}

#[test]
fn an_embargo_is_taken_from_its_field_or_from_the_restriction_line() {
    let line = [("restrictions", "NO RESALE; EMBARGO 2027-03-16T18:00Z")];
    assert_eq!(json_of("exchange/fill-dopesheet", &line)["embargoedUntil"], "2027-03-16T18:00:00Z");
    let field = [("restrictions", "NONE"), ("embargo", "2027-03-16T19:30Z")];
    assert_eq!(json_of("exchange/fill-dopesheet", &field)["embargoedUntil"], "2027-03-16T19:30:00Z");
    assert_eq!(json_of("exchange/fill-dopesheet", &[("embargo", "soon")]).get("embargoedUntil"), None);
}

#[test]
fn a_record_is_a_claim_review() {
    let (name, json) = made("checking/record-500", Reader::Programs, &[]);
    assert!(name.starts_with("fact-check-record"), "{name}");
    insta::assert_snapshot!(json);
    let unproven = json_of("checking/record-500", &[("rating", "unproven"), ("rating-value", "")]);
    assert_eq!(unproven["reviewRating"].get("ratingValue"), None);
}

#[test]
fn an_alert_is_a_message() {
    let (name, text) = made("checking/alert-500", Reader::People, &[]);
    assert_eq!(name, "alert-a-0316-03.txt");
    insta::assert_snapshot!(text);
}

#[test]
fn any_other_form_is_text_and_plain_json() {
    let (_, text) = made("gathering/risk-form", Reader::People, &[]);
    insta::assert_snapshot!(text);
    let json = json_of("gathering/risk-form", &[]);
    assert_eq!((&json["format"], &json["form"]), (&Value::from(1), &Value::from("gathering/risk-form")));
    assert!(json["fields"].as_array().is_some_and(|fields| fields.len() > 3));
}

#[test]
fn nothing_that_acts_on_a_screen_is_ever_written() {
    let hostile = "x\u{1b}[2J\u{202e}\n\ty\u{9b}";
    for exercise in ["exchange/fill-dopesheet", "checking/record-500", "checking/alert-500", "gathering/risk-form"] {
        let course = Course::embedded().unwrap();
        let exercise = course.exercise(&ExerciseId::new(exercise).unwrap(), &Lang::english()).unwrap();
        let Engine::Form(form) = &exercise.engine else { panic!("no form") };
        let entries = [
            Entry::One(hostile.to_owned()),
            Entry::Several(vec![hostile.to_owned()]),
            Entry::Rows(vec![vec![hostile.to_owned(); 9], Vec::new(), vec![hostile.to_owned()]]),
        ];
        for entry in entries {
            let fields = form.fields.iter().map(|field| (field.id.to_string(), entry.clone())).collect();
            let lang = Lang::english();
            let at = Timestamp(0);
            let made = Artefact { exercise: &exercise, fields: &fields, id: u128::MAX, by: hostile, lang: &lang, at };
            for reader in [Reader::People, Reader::Programs] {
                let file = made.write(reader).unwrap();
                let text = String::from_utf8(file.bytes).unwrap();
                assert!(text.chars().all(|c| c == '\n' || !crate::text::is_foreign(c)), "{text:?}");
                assert!(!file.name.contains(['/', '\\', '\u{1b}']), "{}", file.name);
            }
        }
    }
}

#[test]
fn an_item_keeps_its_identity() {
    let (one, other) = (LearnerId::from_bits(1), LearnerId::from_bits(2));
    assert_eq!(identity(one, "tool/a/1"), identity(one, "tool/a/1"));
    assert_ne!(identity(one, "tool/a/1"), identity(other, "tool/a/1"));
    assert_ne!(identity(one, "tool/a/1"), identity(one, "tool/a/2"));
}
