//! What the list cannot say of the picked lesson: where it stands, and each outcome in words.
//!
//! Apart because it is only there where there is room.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::journal::completion::{CourseState, OutcomeState};
use crate::session::rundown::{Page as Leads, Row};
use crate::text::{pad_left, width, wrap};
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::screens::figures::status_clause;

/// Cells of an outcome's mean grade.
const MEAN: usize = 4;

/// Returns the lines about one row.
pub(super) fn lines(scene: Scene<'_>, state: &CourseState, row: &Row, area: Rect) -> Vec<Line<'static>> {
    let look = scene.look;
    let cells = usize::from(area.width.min(80));
    let mut lines = head(row, look, cells);
    let Leads::Lesson(lesson) = &row.page else { return lines };
    let (Some(state), Some(outline)) = (state.lesson(lesson), scene.session.course().outline(lesson)) else {
        return lines;
    };
    let missed = state.quiz.as_ref().map_or(0, |quiz| quiz.critical_missed.len());
    if missed > 0 {
        let text = look.words.with("progress-critical", &[("count", missed.into())]);
        lines.push(Line::styled(format!("{} {text}", look.glyphs.warn), look.theme.warn));
    }
    for (outcome, words) in state.outcomes.iter().zip(&outline.outcomes) {
        lines.extend(one(scene, outcome, words.text.get(scene.session.lang()), cells));
    }
    lines
}

/// The title and where the lesson stands: beside each other where there is room, else under each other.
fn head(row: &Row, look: &Look, cells: usize) -> Vec<Line<'static>> {
    let title = Span::styled(row.title.clone(), look.theme.strong);
    let status = Span::styled(status_clause(row.status, look), look.theme.muted);
    if width(&title.content) + 2 + width(&status.content) <= cells {
        return vec![Line::from(vec![title, Span::raw("  "), status])];
    }
    let lines = |span: Span<'static>| {
        wrap(&span.content, cells).into_iter().map(move |line| Line::styled(line, span.style)).collect::<Vec<_>>()
    };
    [lines(title), lines(status)].concat()
}

fn one(scene: Scene<'_>, outcome: &OutcomeState, text: &str, cells: usize) -> Vec<Line<'static>> {
    let look = scene.look;
    let (sign, style) = match outcome {
        OutcomeState { mastered: true, .. } => (look.glyphs.right, look.theme.right),
        OutcomeState { critical_missed: true, .. } => (look.glyphs.warn, look.theme.warn),
        OutcomeState { mean: Some(_), .. } => (look.glyphs.half, look.theme.now),
        OutcomeState { .. } => (look.glyphs.dot, look.theme.muted),
    };
    let mean = pad_left(&outcome.mean.map_or(String::new(), |mean| mean.to_string()), MEAN);
    let lines = wrap(text, cells.saturating_sub(MEAN + 3)).into_iter().enumerate();
    let sign = |at: usize| match at {
        0 => Span::styled(format!("{sign}{mean}  "), style),
        _ => Span::raw(" ".repeat(MEAN + 3)),
    };
    lines.map(|(at, line)| Line::from(vec![sign(at), Span::styled(line, look.theme.text)])).collect()
}
