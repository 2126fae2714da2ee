//! A course in use: order, former ids, languages, sharing.
//!
//! Apart from the library for its length; what makes a course faulty is the loader's matter.

use super::*;
use crate::course::QuestionBody;
use crate::course::question::Kind;
use crate::id::{QuestionId, SectionId};

fn shared<T: Send + Sync>(_: &T) {}

fn small() -> Course {
    Course::folder(Path::new("tests/courses/small")).unwrap_or_else(|e| panic!("{e}"))
}

fn lang(text: &str) -> Lang {
    Lang::new(text).unwrap()
}

fn lesson(text: &str) -> LessonId {
    LessonId::new(text).unwrap()
}

#[test]
fn a_course_shows_its_lessons_in_track_order() {
    let course = small();
    let ids: Vec<_> = course.outlines().iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, ["gathering/first-lesson", "exchange/second-lesson"]);
    let first = &course.outlines()[0];
    assert_eq!(first.title.get(&lang("fr")), "Du sujet à la proposition");
    assert_eq!(first.languages, [lang("en"), lang("fr")]);
    let sections: Vec<_> = first.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(sections, ["start", "angle", "pitch"]);
    assert_eq!(first.slots.len(), 9);
    assert_eq!(first.slots[0].questions.len(), 2);
    assert_eq!((first.pass, course.outlines()[1].pass), (8_000, 7_000));
}

#[test]
fn a_former_id_leads_to_the_lesson_of_today() {
    let course = small();
    assert_eq!(course.outline(&lesson("exchange/old-lesson")).unwrap().id, lesson("exchange/second-lesson"));
    let was = &course.outlines()[1].sections[1].was;
    assert_eq!(*was, [SectionId::new("boxes").unwrap()]);
    let old =
        QuestionRef { lesson: lesson("gathering/first-lesson"), question: QuestionId::new("which-angle").unwrap() };
    assert_eq!(course.question(&old, &lang("en")).unwrap().unwrap().id.as_str(), "find-the-angle");
}

#[test]
fn all_nine_kinds_are_read() {
    let quiz = small().quiz(&lesson("gathering/first-lesson"), &lang("en")).unwrap();
    let kinds: Vec<Kind> = quiz.slots.iter().map(|s| s.first().kind()).collect();
    assert_eq!(kinds, Kind::ALL);
}

#[test]
fn a_translation_changes_words_and_leaves_keys() {
    let course = small();
    let id = lesson("gathering/first-lesson");
    let (english, french) = (course.quiz(&id, &lang("en")).unwrap(), course.quiz(&id, &lang("fr")).unwrap());
    assert_ne!(english.slots[0].first().prompt, french.slots[0].first().prompt);
    assert_ne!(english.slots[0].first().text_hash(), french.slots[0].first().text_hash());
    assert_eq!(english.slots[0].first().key_hash(), french.slots[0].first().key_hash());
    assert_eq!(english.slots[1], french.slots[1], "what is not translated stays");
    let QuestionBody::Mark { words, .. } = &french.slots[8].first().body else { panic!("a mark") };
    assert_eq!(words[2].text, "historique");
}

#[test]
fn untranslated_sections_are_shown_in_the_own_language() {
    let course = small();
    let french = course.lesson(&lesson("gathering/first-lesson"), &lang("fr")).unwrap();
    let titles: Vec<_> = (0..french.document.sections().len()).map(|at| french.document.title(at)).collect();
    assert_eq!(titles, ["", "Ce qu'est un angle", "What a pitch needs"]);
    assert_eq!(french.title, "Du sujet à la proposition");
}

#[test]
fn an_unknown_language_is_the_own_one() {
    let course = small();
    let quiz = course.quiz(&lesson("gathering/first-lesson"), &lang("de")).unwrap();
    assert_eq!(quiz, course.quiz(&lesson("gathering/first-lesson"), &lang("en")).unwrap());
    assert_eq!(course.house(&lang("de")).get("exchange"), Some("Meridian Link Exchange"));
    assert_eq!(course.house(&lang("fr")).get("exchange"), Some("Échange Meridian Link"));
    assert_eq!(course.house(&lang("fr")).get("desk.contact"), Some("desk@mlx.example"));
    assert_eq!(course.glossary(&lang("fr")).find("Fiche de tournage").unwrap().id.as_str(), "dopesheet");
}

#[test]
fn what_is_opened_twice_is_one_value() {
    let course = small();
    let open = || course.quiz(&lesson("gathering/first-lesson"), &lang("en")).unwrap();
    assert!(Arc::ptr_eq(&open(), &open()));
    shared(&course);
}

#[test]
fn the_built_in_course_opens_without_its_lessons_being_read() {
    let course = Course::embedded().unwrap();
    assert!(!course.outlines().is_empty());
    for outline in course.outlines() {
        let lang = &course.manifest().languages[0];
        assert!(course.lesson(&outline.id, lang).is_ok(), "{}", outline.id);
        assert_eq!(course.quiz(&outline.id, lang).unwrap().slots.len(), outline.slots.len(), "{}", outline.id);
    }
}
