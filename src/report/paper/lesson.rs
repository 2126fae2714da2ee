//! A lesson as a hand-out: what it is for, its text, room for notes.
//!
//! Apart from the quiz, which is handed out afterwards.

use super::blocks::Reader;
use super::part::{Part, Running};
use super::{Paper, Press};
use crate::course::{Faults, Lesson};
use crate::id::LessonId;

/// How many lines there are for notes.
const NOTES: usize = 8;

/// Makes the hand-out of a lesson.
pub fn lesson(press: &Press<'_>, lesson: &LessonId) -> Result<Paper, Faults> {
    let lesson = press.course.lesson(lesson, press.lang)?;
    let mut parts = vec![Part::Heading(2, Running::plain(&press.words.get("paper-outcomes")))];
    parts.extend(lesson.outcomes.iter().map(|outcome| Part::item("–", press.inline(&outcome.text))));
    parts.extend(press.blocks(&lesson.document.all_blocks(), Reader::Learner));
    parts.extend(footnotes(press, &lesson));
    parts.extend(work(press, &lesson));
    let notes = vec![Part::heading(2, &press.words.get("paper-notes")), Part::Lines(NOTES)];
    parts.push(Part::Together(notes));
    let kind = press.words.with("paper-lesson", &[("minutes", lesson.minutes.into())]);
    Ok(press.paper(&lesson.title, &kind, parts))
}

fn footnotes(press: &Press<'_>, lesson: &Lesson) -> Vec<Part> {
    let count = lesson.document.footnotes().len();
    let note = |place| {
        let text = press.blocks(&lesson.document.footnote(place), Reader::Learner);
        Part::Item(format!("[{}]", place + 1).into(), text)
    };
    let notes = (0..count).map(note);
    if count == 0 {
        return Vec::new();
    }
    std::iter::once(Part::heading(2, &press.words.get("paper-footnotes"))).chain(notes).collect()
}

/// Says which desk work comes after the lesson.
fn work(press: &Press<'_>, lesson: &Lesson) -> Option<Part> {
    let outline = press.course.exercise_outline(lesson.exercise.as_ref()?)?;
    let said = [("title", outline.title.as_str().into()), ("minutes", outline.minutes.into())];
    Some(Part::Framed(press.say("paper-desk-work"), vec![Part::text(&press.words.with("paper-then", &said))]))
}
