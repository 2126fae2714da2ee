//! What was said in a form that nobody judges.

use super::*;
use crate::course::exercise::Pick;
use crate::course::exercise::form::{Field, FieldKind};
use crate::course::exercise::work::Entry;
use crate::course::manifest::Questionnaire;
use crate::id::OptionId;

pub(super) const FORM: &str = "forms/follow-up";

pub(super) fn questionnaire() -> Questionnaire {
    let id = ExerciseId::new(FORM).unwrap();
    let (slug, title) = ("FOLLOW-UP".to_owned(), words("Back on the desk, {days} days later"));
    Questionnaire { id, slug, title, minutes: 10, days: vec![30, 90] }
}

pub(super) fn asked_form(text: &str) -> Form {
    let pick = |id: &str| Pick { id: id.to_owned(), text: format!("About {id}{text}") };
    let picks = || vec![pick("time"), pick("network"), pick("editors")];
    let field = |id: &str, kind| Field {
        id: OptionId::new(id).unwrap(),
        label: format!("The {id}?{text}"),
        hint: String::new(),
        need: false,
        code: "FORM".to_owned(),
        given: String::new(),
        locked: false,
        kind,
    };
    let fields = [
        ("worst", FieldKind::Choice(picks())),
        ("obstacles", FieldKind::Choices(picks())),
        ("accepted", FieldKind::Number),
        ("words", FieldKind::Long),
    ];
    Form { fields: fields.map(|(id, kind)| field(id, kind)).into(), rules: Vec::new() }
}

fn reply(day: u16, answers: &[(&str, Entry)]) -> Body {
    Body::Replied {
        form: ExerciseId::new(FORM).unwrap(),
        day: Some(day),
        text_hash: asked_form("").text_hash(),
        answers: answers.iter().map(|(id, entry)| ((*id).to_owned(), entry.clone())).collect(),
    }
}

/// Said twice after 30 days; a question that is gone since was answered too.
pub(super) fn replied() -> Vec<Body> {
    let one = |text: &str| Entry::One(text.to_owned());
    let several = |texts: &[&str]| Entry::Several(texts.iter().map(|text| (*text).to_owned()).collect());
    vec![
        reply(30, &[("words", one("Nothing works."))]),
        reply(
            30,
            &[
                ("words", one("=The line is slow;\nI send at night.")),
                ("accepted", one("7")),
                ("a-former-question", one("yes")),
                ("obstacles", several(&["network", "time", "gone"])),
                ("worst", one("network")),
            ],
        ),
    ]
}

#[test]
fn the_last_reply_is_listed_as_it_was_given_in_the_order_of_the_form() {
    let report = sample("en", "");
    let table = report.tables.iter().find(|table| table.layout.key == "replies").unwrap();
    let shown: Vec<Vec<&str>> =
        table.shown_rows().map(|row| row.iter().map(|cell| cell.as_str()).collect::<Vec<_>>()).collect();
    let title = "Back on the desk, 30 days later";
    assert_eq!(
        shown,
        [
            ["The worst?", "About network [network]", title],
            ["The obstacles?", "About network [network]; About time [time]; gone", title],
            ["The accepted?", "7", title],
            ["The words?", "=The line is slow; I send at night.", title],
            ["a-former-question", "yes", title],
        ]
    );
}

#[test]
fn a_reply_counts_for_no_figure() {
    let figures = |bodies| report_of("en", "", bodies).figures.iter().map(|f| (f.key, f.shown())).collect::<Vec<_>>();
    let told = |bodies: Vec<Body>| figures(bodies).into_iter().filter(|(key, _)| *key != "last_at").collect::<Vec<_>>();
    let without: Vec<Body> = bodies().into_iter().filter(|body| !matches!(body, Body::Replied { .. })).collect();
    assert_eq!(told(bodies()), told(without));
}
