//! Every paper of the built-in course: a key is never in what learners get, and what is printed can be typed in.

use super::*;
use crate::course::exercise::EngineKind;
use crate::id::QuizId;

const AT: Timestamp = Timestamp(1_805_209_805_999);

/// A paper with a bit of everything.
pub(super) fn sample() -> Paper {
    Paper {
        lang: Lang::english(),
        made_at: AT,
        title: "Dopesheet".into(),
        kind: "Hand-out".into(),
        foot: "Exchange desk, version 1".into(),
        parts: vec![
            Part::heading(2, "A part"),
            Part::item("–", Running::strong("Who").and(" says it")),
            Part::Framed("Note".into(), vec![Part::text("Set apart")]),
            Part::Drawing(vec!["┌──┐ box".to_owned(), "└──┘".to_owned()], "A box".into()),
            Part::Table(vec!["a".into(), "b".into()], vec![vec!["1".into(), "2".into()]]),
            Part::Grid(vec![("Name".into(), 2), ("1".into(), 1)], vec![vec!["Awa".into(), Clean::default()]; 60], 9),
            Part::Blanks(vec![("Date".into(), 1)]),
            Part::Lines(3),
        ],
    }
}

/// Returns every word on a paper.
fn words_on(parts: &[Part]) -> String {
    let running = |words: &Running| words.0.iter().map(|span| span.text.as_str()).collect::<String>();
    let cells = |cells: &[Clean]| cells.iter().map(Clean::as_str).collect::<Vec<_>>().join(" ");
    let one = |part: &Part| match part {
        Part::Heading(_, words) | Part::Text(words) | Part::Hint(words) => running(words),
        Part::Item(name, inner) | Part::Framed(name, inner) => format!("{name} {}", words_on(inner)),
        Part::Together(inner) => words_on(inner),
        Part::Kept(lines) => lines.join(" "),
        Part::Drawing(lines, alt) => format!("{} {alt}", lines.join(" ")),
        Part::Table(heads, rows) => format!("{} {}", cells(heads), rows.iter().map(|r| cells(r)).collect::<String>()),
        Part::Grid(_, rows, _) => rows.iter().map(|row| cells(row)).collect(),
        Part::Blanks(_) | Part::Lines(_) => String::new(),
    };
    parts.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn with_press(lang: &str, look: impl Fn(&Press<'_>)) {
    let course = Course::embedded().unwrap();
    let lang = Lang::new(lang).unwrap();
    look(&Press { course: &course, words: &Words::new(&lang), lang: &lang, at: AT });
}

fn quizzes(course: &Course) -> Vec<QuizId> {
    let lessons = course.outlines().iter().map(|outline| QuizId::Lesson(outline.id.clone()));
    lessons.chain(course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()))).collect()
}

#[test]
fn what_a_learner_gets_of_a_quiz_says_nothing_of_its_key() {
    with_press("en", |press| {
        for id in quizzes(press.course) {
            let blank = words_on(&quiz(press, &id, Sheet::Blank).unwrap().parts);
            let key = words_on(&quiz(press, &id, Sheet::Key).unwrap().parts);
            for asked in Asked::of(press.course, &id, press.lang).unwrap() {
                let why = words_on(&press.markdown(&asked.question.why));
                assert!(!blank.contains(&why), "{}: {why}", asked.at);
                assert!(key.contains(&why), "{}: {why}", asked.at);
                for option in asked.question.body.options().iter().filter(|option| option.feedback.len() > 20) {
                    let said = press.words_of(&option.feedback);
                    assert!(!blank.contains(said.as_str()), "{}: {said}", asked.at);
                }
            }
        }
    });
}

#[test]
fn a_test_on_paper_asks_as_many_as_its_blueprint_says() {
    with_press("en", |press| {
        for id in quizzes(press.course) {
            let asked = Asked::of(press.course, &id, press.lang).unwrap();
            assert!(!asked.is_empty(), "{id:?}");
            let again = Asked::of(press.course, &id, press.lang).unwrap();
            assert_eq!(asked, again, "the same paper each time");
        }
    });
}

#[test]
fn an_exercise_sheet_holds_neither_debrief_nor_what_tools_bring() {
    with_press("en", |press| {
        for outline in press.course.exercises().iter().filter(|outline| outline.of.is_none()) {
            let opened = press.course.exercise(&outline.id, press.lang).unwrap();
            let blank = words_on(&exercise(press, &outline.id, Sheet::Blank).unwrap().parts);
            if opened.debrief.text.len() > 20 {
                let debrief = words_on(&press.markdown(&opened.debrief.text));
                assert!(!blank.contains(&debrief), "{}", outline.id);
            }
            if outline.engine == EngineKind::Case {
                let key = words_on(&exercise(press, &outline.id, Sheet::Key).unwrap().parts);
                let crate::course::exercise::Engine::Case(case) = &opened.engine else { continue };
                for tool in &case.tools {
                    let brings = words_on(&press.markdown(&tool.result));
                    assert!(!blank.contains(&brings) && key.contains(&brings), "{}: {brings}", outline.id);
                }
            }
        }
    });
}

#[test]
fn trainers_notes_stay_out_of_hand_outs_and_every_word_of_ours_is_there_in_both_languages() {
    for lang in ["en", "fr"] {
        with_press(lang, |press| {
            for outline in press.course.outlines() {
                let paper = lesson(press, &outline.id).unwrap();
                let words = words_on(&paper.parts);
                assert!(!words.contains(&press.words.get("paper-for-trainer")), "{}", outline.id);
                assert!(!words.contains('⟨'), "{}", outline.id);
                assert!(paper.foot.as_str().contains(&press.course.manifest().version));
            }
            for (name, _) in guides(press.course, press.lang) {
                let paper = guide(press, &name).unwrap();
                assert!(paper.parts.len() > 5, "{name}");
            }
        });
    }
}

#[test]
fn a_sign_in_sheet_has_a_row_for_each_person_and_the_rows_that_were_asked_for() {
    with_press("en", |press| {
        let people = [("Awa Diop".into(), "Lagune TV".into())];
        let days = HalfDays((1..=8).map(|day| format!("Day {day}")).collect());
        let paper = sign_in(press, "Workshop", &people, 3, &days);
        let grids: Vec<_> = paper.parts.iter().filter(|part| matches!(part, Part::Grid(..))).collect();
        assert_eq!(grids.len(), 2, "six half-days on a sheet");
        let Part::Grid(heads, rows, _) = grids[0] else { unreachable!() };
        assert_eq!((heads.len(), rows.len()), (9, 4));
    });
}

#[cfg(feature = "pdf")]
#[test]
fn every_paper_of_the_course_becomes_a_pdf_with_its_words_in_it() {
    with_press("en", |press| {
        let outline = &press.course.outlines()[1];
        let quiz = quiz(press, &QuizId::Lesson(outline.id.clone()), Sheet::Blank).unwrap();
        for paper in [sample(), lesson(press, &outline.id).unwrap(), quiz] {
            let bytes = paper.write(Format::Pdf);
            assert!(bytes.starts_with(b"%PDF-1.7"));
            assert_eq!(bytes, paper.write(Format::Pdf), "the same paper is the same bytes");
        }
    });
}

#[cfg(feature = "pdf")]
#[test]
fn the_head_of_a_sheet_of_six_half_days_breaks_no_word() {
    with_press("en", |press| {
        let halves = ["morning", "afternoon"];
        let days = ["2026-11-23", "2026-11-24", "2026-11-25"];
        let days = days.iter().flat_map(|day| halves.map(|half| format!("{day} {half}"))).collect();
        let paper = sign_in(press, "Workshop", &[], 3, &HalfDays(days));
        let text = crate::report::pdf::reader::seen(&paper.write(Format::Pdf));
        for word in ["2026-11-24", "morning", "afternoon"] {
            assert!(text.contains(word), "{word}: {text}");
        }
    });
}
