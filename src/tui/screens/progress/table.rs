//! The list of lessons and tests with their figures: first and best grade, tries, outcomes, minutes.
//!
//! Apart because it comes in two widths: where it is narrow only the best grade is left.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::assess::Grade;
use crate::journal::completion::{CourseState, QuizState};
use crate::session::rundown::{Page as Leads, Row};
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::screens::figures::{active, sign_style, status_sign};
use crate::tui::widgets::Pick;
use crate::tui::widgets::ends::put;
use crate::tui::width::{pad, pad_left};

/// From this width on there are all columns.
const WIDE: u16 = 58;
/// Cells of the columns at the right: first, best, tries, outcomes, active.
const COLUMNS: [usize; 5] = [7, 7, 8, 10, 9];

/// Draws the head and the rows in view; returns where the picked one is.
pub(super) fn view(
    scene: Scene<'_>,
    state: &CourseState,
    rows: &[&Row],
    pick: Pick,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let mut places = area.rows();
    let look = scene.look;
    put(&head(look, places.next()?), area, 0, buf);
    let mut cursor = None;
    for ((at, row), place) in rows.iter().enumerate().skip(pick.top()).zip(places) {
        let picked = at == pick.selected();
        if picked {
            cursor = Some(Position::new(place.x, place.y));
        }
        put(&line(look, state, row, picked, place), place, 0, buf);
    }
    cursor
}

fn title_width(area: Rect) -> usize {
    let right: usize = if area.width >= WIDE { COLUMNS.iter().sum::<usize>() } else { 6 };
    usize::from(area.width).saturating_sub(8 + right)
}

fn head(look: &Look, area: Rect) -> Line<'static> {
    let keys = ["progress-first", "progress-best", "progress-tries", "progress-outcomes", "progress-time"];
    let names = keys.map(|key| look.words.get(key));
    let right = if area.width >= WIDE {
        names.iter().zip(COLUMNS).map(|(name, cells)| pad_left(name, cells, "")).collect()
    } else {
        pad_left(&names[1], 6, "")
    };
    Line::styled(" ".repeat(8 + title_width(area)) + &right, look.theme.muted)
}

fn line(look: &Look, state: &CourseState, row: &Row, picked: bool, area: Rect) -> Line<'static> {
    let theme = &look.theme;
    let (marker, style) = if picked { (look.glyphs.here, theme.focus) } else { (" ", theme.text) };
    let title = title_width(area);
    let mut spans = vec![
        Span::styled(format!("{marker} {}", pad(&row.number, 4, look.glyphs.more)), style),
        Span::styled(status_sign(row.status, look), sign_style(row.status, look, picked)),
        Span::styled(format!(" {}", pad(&row.title, title, look.glyphs.more)), style),
    ];
    let figures = figures(look, state, row);
    if area.width >= WIDE {
        spans.extend(figures.iter().zip(COLUMNS).map(|(text, cells)| Span::styled(pad_left(text, cells, ""), style)));
    } else {
        spans.push(Span::styled(pad_left(&figures[1], 6, ""), style));
    }
    Line::from(spans)
}

fn figures(look: &Look, state: &CourseState, row: &Row) -> [String; 5] {
    let grade = |grade: Option<Grade>| grade.map_or(look.glyphs.dot.to_owned(), |grade| grade.to_string());
    let tries =
        |quiz: &QuizState| if quiz.attempts == 0 { look.glyphs.dot.to_owned() } else { quiz.attempts.to_string() };
    let quiz = |quiz: &QuizState| [grade(quiz.first), grade(quiz.best), tries(quiz)];
    let nothing = || [grade(None), grade(None), grade(None)];
    match &row.page {
        Leads::Test(test) => {
            let [first, best, tries] = state.test(test).map_or_else(nothing, |test| quiz(&test.quiz));
            [first, best, tries, String::new(), String::new()]
        }
        Leads::Work(exercise) => {
            let Some(work) = state.capstone(exercise).map(|capstone| &capstone.work) else { return Default::default() };
            let tries = if work.attempts == 0 { look.glyphs.dot.to_owned() } else { work.attempts.to_string() };
            [grade(work.first), grade(work.best), tries, String::new(), String::new()]
        }
        Leads::Form(..) => Default::default(),
        Leads::Lesson(lesson) => {
            let Some(lesson) = state.lesson(lesson) else { return Default::default() };
            let [first, best, tries] = lesson.quiz.as_ref().map_or_else(nothing, quiz);
            let mastered = lesson.outcomes.iter().filter(|outcome| outcome.mastered).count();
            let outcomes = format!("{mastered}/{}", lesson.outcomes.len());
            [first, best, tries, outcomes, active(lesson.active_seconds, look)]
        }
    }
}
