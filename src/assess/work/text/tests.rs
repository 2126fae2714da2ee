//! Each check on texts that keep it and texts that break it.

use crate::course::manifest::READ_ALOUD;
use proptest::prelude::*;

use super::*;

fn list(items: &[&str]) -> Finds {
    items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>().into()
}

fn keeps(check: &TextCheck, text: &str) -> bool {
    broken(check, text, READ_ALOUD).is_none()
}

const MODEL: &str = "Kolombé's bridge has been closed since half past four this morning. In a statement at 15:00, civil \
    protection said 1,240 people had registered at the local school, and that three were hurt. No deaths are confirmed \
    so far. Rescue teams are still working in the town, where many people are waiting in line with the bags they carried.";

#[test]
fn the_model_of_the_cut_to_time_has_58_words_and_19_seconds() {
    assert_eq!((count_words(MODEL), read_seconds(MODEL, 180)), (58, 19));
    assert_eq!(count_words("– one – two"), 2);
}

#[test]
fn bounds_hold_at_both_ends() {
    let words = TextCheck::Words { min: 2, max: 3 };
    for (text, kept) in [("one", false), ("one two", true), ("one two three", true), ("a b c d", false), ("", false)] {
        assert_eq!(keeps(&words, text), kept, "{text}");
    }
    assert!(keeps(&TextCheck::Length { min: 1, max: 3 }, "été"));
    assert!(!keeps(&TextCheck::Length { min: 1, max: 3 }, "étés"));
    let lines = TextCheck::Lines { max: 2, width: 5 };
    for (text, kept) in
        [("five5\n日本", true), ("one two", true), ("one two three", false), ("six666", true), ("a\nb\nc", false)]
    {
        assert_eq!(keeps(&lines, text), kept, "{text}");
    }
}

#[test]
fn facts_are_found_in_whole_words_and_where_they_belong() {
    let has = |find: &[&str], least, place| TextCheck::Has { find: list(find), least, place };
    let facts = &["1,240", "kolombé", "no deaths * confirmed", "civil protection", "15:00"];
    assert!(keeps(&has(facts, 5, Where::Anywhere), MODEL));
    assert!(!keeps(&has(&["death"], 1, Where::Anywhere), MODEL));
    assert!(keeps(&has(&["bridge"], 1, Where::First), MODEL));
    assert!(!keeps(&has(&["bridge"], 1, Where::Last), MODEL));
    assert!(keeps(&has(&["bags", "nowhere"], 1, Where::Last), MODEL));
    let broken = broken(&has(&["bags", "nowhere"], 2, Where::Last), MODEL, READ_ALOUD).unwrap();
    assert_eq!((broken.want.as_str(), broken.have.as_str()), ("nowhere", "1"));
}

#[test]
fn words_that_must_go_are_named_with_their_place() {
    let lacks = |quoted| TextCheck::Lacks { find: list(&["historic", "win-win"]), quoted };
    let text = "The “historic” line is a Win-Win, a historic one.";
    let broken = broken(&lacks(false), text, READ_ALOUD).unwrap();
    assert_eq!((broken.found.as_str(), broken.at), ("historic, Win-Win, historic", Some((1, 2))));
    assert!(keeps(&lacks(true), "He called it “historic”."));
    assert!(!keeps(&lacks(true), text));
}

#[test]
fn a_myth_may_be_said_once() {
    let once = TextCheck::Times { find: list(&["poison*"]), most: 1 };
    assert!(keeps(&once, "The water is safe. A rumour says it is poisoned. The water is safe."));
    assert!(!keeps(&once, "Poisoned water? The poisoned trucks."));
}

#[test]
fn attribution_comes_before_the_figure() {
    let order = TextCheck::Order { first: list(&["civil protection"]), then: list(&["1,240"]) };
    assert!(keeps(&order, MODEL));
    assert!(!keeps(&order, "1,240 people registered, civil protection said."));
    assert!(keeps(&order, "Nobody counted."));
}

#[test]
fn every_figure_needs_its_source_in_its_sentence() {
    let sourced = TextCheck::Sourced { cues: list(&["said", "according to"]) };
    assert!(keeps(&sourced, "Civil protection said 1,240 people registered. Three were hurt."));
    let text = "It rained. 1,240 people registered. The mayor said so.";
    let broken = broken(&sourced, text, READ_ALOUD).unwrap();
    assert_eq!((broken.found.as_str(), broken.at), ("1,240 people registered.", Some((2, 5))));
}

#[test]
fn the_form_of_a_slug_is_a_regular_expression() {
    let slug = TextCheck::Pattern { regex: "[0-9]{4}-[A-Z]+(-[A-Z]+)*/[A-Z0-9-]*".to_owned() };
    for (text, kept) in [
        ("2104-SANVILA-FLOOD/KOLOMBE-BRIDGE", true),
        ("2104-SANVILA-FLOOD", false),
        ("x2104-SANVILA/", false),
        ("2104-sanvila/", false),
    ] {
        assert_eq!(keeps(&slug, text), kept, "{text}");
    }
    assert!(!keeps(&TextCheck::Pattern { regex: "(".to_owned() }, "x"), "what cannot be read matches nothing");
}

#[test]
fn equal_texts_may_differ_in_accents_and_spaces() {
    let equals = TextCheck::Equals { key: "Kolombé, Sanvila".to_owned() };
    assert!(keeps(&equals, " KOLOMBE  sanvila"));
    assert!(!keeps(&equals, "Port-Sanvi"));
}

proptest! {
    #[test]
    fn no_text_and_no_pattern_breaks_a_check(text in ".{0,200}", pattern in ".{0,30}", regex in ".{0,30}") {
        let find = list(&[&pattern]);
        for check in [
            TextCheck::Has { find: find.clone(), least: 1, place: Where::First },
            TextCheck::Lacks { find: find.clone(), quoted: true },
            TextCheck::Times { find: find.clone(), most: 0 },
            TextCheck::Order { first: find.clone(), then: list(&[&text]) },
            TextCheck::Sourced { cues: find.clone() },
            TextCheck::Pattern { regex: regex.clone() },
            TextCheck::Lines { max: 1, width: 3 },
        ] {
            let _total = broken(&check, &text, READ_ALOUD);
        }
    }
}

#[test]
fn read_time_goes_by_the_speed_of_the_language_and_is_rounded() {
    for (speed, seconds) in [(180, 19), (170, 20), (60, 58), (400, 9), (0, 3480)] {
        assert_eq!(read_seconds(MODEL, speed), seconds, "{speed}");
    }
    assert_eq!(read_seconds("", 180), 0);
}
