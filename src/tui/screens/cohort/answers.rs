//! One learner's answers in one quiz or test, try by try, with the questions as they were asked.
//!
//! Apart from the learner's own look back because a trainer reads the answers of every try, and answers nothing.

use ratatui::text::{Line, Span};

use super::board::{Row, Sheet};
use crate::id::LearnerId;
use crate::session::training::detail::Told;
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// What is worth this much is right.
const FULL: u64 = 100;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>, who: LearnerId, at: usize) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::number(word("answers-grade"), 6, 0),
        Column::rest(word("answers-question")),
        Column::number(word("answers-try"), 3, 1),
        Column::number(word("answers-seconds"), 5, 2),
    ];
    let answers = super::open(scene)
        .and_then(|(training, room)| Some(training.detail(who)?.answers(&room.matrix.columns.get(at)?.what)));
    let empty = if answers.is_some() { "answers-empty" } else { "answers-loading" };
    let rows = answers.unwrap_or_default().iter().map(|told| row(scene, told)).collect();
    Sheet { columns, rows, empty }
}

fn row(scene: Scene<'_>, told: &Told) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let (sign, style) = match (told.grade, told.critical) {
        (FULL.., _) => (look.glyphs.right, theme.right),
        (_, true) => (look.glyphs.warn, theme.warn),
        (1.., false) => (look.glyphs.half, theme.now),
        (0, false) => (look.glyphs.wrong, theme.wrong),
    };
    let grade = vec![Span::styled(told.grade.to_string(), theme.text), Span::styled(format!(" {sign}"), style)];
    let cells = vec![
        Line::from(grade),
        Line::styled(told.question.clone(), theme.text),
        Line::styled(told.attempt.to_string(), theme.muted),
        Line::styled(format!("{}″", told.seconds), theme.muted),
    ];
    let answer = if told.answer.is_empty() { look.words.get("answers-nothing") } else { told.answer.clone() };
    let answered = look.words.with("answers-answered", &[("answer", answer.into())]);
    let mut words = vec![(told.question.clone(), theme.strong), (answered, theme.text)];
    if !told.misplaced.is_empty() {
        let pairs = [("pairs", told.misplaced.as_str().into())];
        words.push((look.words.with("answers-misplaced", &pairs), theme.text));
    }
    words.extend((told.critical && told.grade < FULL).then(|| (look.words.get("answers-critical"), theme.warn)));
    Row { cells, words, ..Row::default() }
}
