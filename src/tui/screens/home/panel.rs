//! The side panel of a wide rundown: what the picked lesson teaches, what of it was seen, how its quiz went.
//!
//! Apart because it is only there from 110 columns on, and because it looks into the course's index and the learner's
//! progress where the rows need neither.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::course::LessonOutline;
use crate::course::markdown::{NoReferences, inlines_of, plain_inlines};
use crate::id::{QuestionRef, QuizId};
use crate::session::rundown::{Page as Leads, Row};
use crate::text::wrap;
use crate::tui::page::Scene;
use crate::tui::screens::figures::{status_clause, time};
use crate::tui::widgets::ends::{cut, put};

/// So many questions are named that were missed.
const MOST_MISSED: usize = 8;

/// Draws the panel; its first column is a rule.
pub(super) fn view(scene: Scene<'_>, row: &Row, area: Rect, buf: &mut Buffer) {
    let inside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area };
    let lines = lines(scene, row, usize::from(inside.width));
    for (place, line) in inside.rows().zip(lines) {
        put(&cut(&line, usize::from(place.width), scene.look.glyphs.more), place, 0, buf);
    }
}

fn lines(scene: Scene<'_>, row: &Row, cells: usize) -> Vec<Line<'static>> {
    let look = scene.look;
    let (theme, words) = (&look.theme, &look.words);
    let mut lines = vec![Line::styled(format!("{}  {}", row.number, row.slug), theme.muted)];
    lines.extend(wrapped(&row.title, cells, "", theme.strong));
    lines.push(Line::default());
    lines.extend(wrapped(&status_clause(row.status, look), cells, "", theme.text));
    if row.left > 0 {
        let left = words.with("time-left", &[("time", time(row.left.into(), look).into())]);
        lines.push(Line::styled(left, theme.now));
    }
    if let Leads::Lesson(lesson) = &row.page
        && let Some(outline) = scene.session.course().outline(lesson)
    {
        outcomes(scene, outline, cells, &mut lines);
        missed(scene, outline, cells, &mut lines);
        sections(scene, outline, cells, &mut lines);
    }
    lines
}

fn outcomes(scene: Scene<'_>, outline: &LessonOutline, cells: usize, lines: &mut Vec<Line<'static>>) {
    let look = scene.look;
    heading(scene, "home-panel-outcomes", lines);
    let state = scene.session.learning().and_then(|learning| learning.state().lesson(&outline.id));
    for (at, outcome) in outline.outcomes.iter().enumerate() {
        let mastered = state.and_then(|state| state.outcomes.get(at)).is_some_and(|outcome| outcome.mastered);
        let sign = if mastered { look.glyphs.right } else { look.glyphs.bullet };
        lines.extend(wrapped(outcome.text.get(scene.session.lang()), cells, sign, look.theme.text));
    }
}

/// What was not right in the last whole try at the quiz, the critical ones with their sign.
fn missed(scene: Scene<'_>, outline: &LessonOutline, cells: usize, lines: &mut Vec<Line<'static>>) {
    let Some(run) = scene.session.learning().and_then(|learning| learning.run()) else { return };
    let quiz = QuizId::Lesson(outline.id.clone());
    let tries = run.attempts.values().filter(|tried| tried.is_whole() && tried.quiz() == Some(&quiz));
    let Some(last) = tries.max_by_key(|tried| tried.started()) else { return };
    let is_wrong = |at: &&QuestionRef| last.answer_to(at).is_some_and(|given| !given.answer.grade.is_full());
    let course = scene.session.course();
    // A quiz that cannot be read says so when it is opened.
    let questions = last.questions().iter().filter(is_wrong).filter_map(|at| {
        let question = course.question(at, scene.session.lang()).ok().flatten()?;
        Some((question.critical, plain_inlines(&inlines_of(&question.prompt, &NoReferences))))
    });
    let questions: Vec<_> = questions.take(MOST_MISSED).collect();
    if questions.is_empty() {
        return;
    }
    heading(scene, "home-panel-missed", lines);
    let look = scene.look;
    for (is_critical, prompt) in questions {
        let (sign, style) =
            if is_critical { (look.glyphs.warn, look.theme.warn) } else { (look.glyphs.wrong, look.theme.wrong) };
        let words = Span::styled(prompt, look.theme.text);
        lines.push(cut(&Line::from(vec![Span::styled(format!("{sign} "), style), words]), cells, look.glyphs.more));
    }
}

fn sections(scene: Scene<'_>, outline: &LessonOutline, cells: usize, lines: &mut Vec<Line<'static>>) {
    let look = scene.look;
    let Some(state) = scene.session.learning().and_then(|learning| learning.state().lesson(&outline.id)) else {
        return;
    };
    heading(scene, "home-panel-sections", lines);
    for section in &outline.sections {
        let title = section.title.get(scene.session.lang());
        if title.is_empty() {
            continue;
        }
        let seen = state.sections_seen.contains(&section.id);
        let (sign, style) =
            if seen { (look.glyphs.right, look.theme.right) } else { (look.glyphs.dot, look.theme.muted) };
        let line =
            Line::from(vec![Span::styled(format!("{sign} "), style), Span::styled(title.to_owned(), look.theme.text)]);
        lines.push(cut(&line, cells, look.glyphs.more));
    }
}

fn heading(scene: Scene<'_>, key: &str, lines: &mut Vec<Line<'static>>) {
    lines.push(Line::default());
    lines.push(Line::styled(scene.look.words.get(key).to_uppercase(), scene.look.theme.muted));
}

/// Returns a text in lines; a sign in front of the first hangs to its left.
fn wrapped(text: &str, cells: usize, sign: &str, style: Style) -> Vec<Line<'static>> {
    let indent = if sign.is_empty() { 0 } else { 2 };
    let lines = wrap(text, cells.saturating_sub(indent)).into_iter().enumerate();
    let before = |at: usize| if at == 0 && indent > 0 { format!("{sign} ") } else { " ".repeat(indent) };
    lines.map(|(at, line)| Line::styled(before(at) + &line, style)).collect()
}
