//! What stands above and below a quiz: which one it is, which question, how many are right.

use ratatui::text::{Line, Span};

use crate::id::QuizId;
use crate::session::item::Item;
use crate::session::rundown::Page as Leads;
use crate::session::sitting::Purpose;
use crate::session::{Session, Sitting};
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::Scene;
use crate::tui::widgets::Ends;

/// Below this the header is short, and the footer has no marks.
const NARROW: usize = 56;
/// Below this the footer leads with marks only if there are few.
const ROOMY: usize = 70;

/// Returns the page number of what is tried, as the rundown has it.
pub(in crate::tui::screens) fn number(session: &Session, sitting: &Sitting) -> String {
    let page = match &sitting.purpose {
        Purpose::Attempt { quiz: QuizId::Test(test), .. } => Leads::Test(test.clone()),
        Purpose::Attempt { quiz: QuizId::Lesson(lesson), .. }
        | Purpose::Recall(lesson)
        | Purpose::Practice(lesson)
        | Purpose::Inside(lesson) => Leads::Lesson(lesson.clone()),
        Purpose::Review => Leads::Lesson(sitting.item().at.lesson.clone()),
    };
    let rundown = session.rundown();
    let row = rundown.as_ref().and_then(|rundown| rundown.rows().find(|row| row.page == page));
    row.map_or_else(String::new, |row| row.number.clone())
}

fn name(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Attempt { quiz: QuizId::Lesson(_), .. } => "quiz-title",
        Purpose::Attempt { quiz: QuizId::Test(_), .. } => "quiz-title-test",
        Purpose::Recall(_) => "quiz-title-recall",
        Purpose::Practice(_) => "quiz-title-practice",
        Purpose::Inside(_) => "quiz-title-inside",
        Purpose::Review => "quiz-title-review",
    }
}

/// Returns the header of a quiz.
pub(super) fn header(scene: Scene<'_>, cells: usize) -> Ends {
    let Some(sitting) = scene.session.sitting() else { return Ends::default() };
    let Look { words, theme, glyphs, .. } = scene.look;
    let name = words.get(name(&sitting.purpose)).to_uppercase();
    let left = format!("{} {name}", number(scene.session, sitting));
    let key = if cells < NARROW { "quiz-position-short" } else { "quiz-position" };
    let at = words.with(key, &[("at", (sitting.position() + 1).into()), ("of", sitting.items.len().into())]);
    let mut right = vec![Span::styled(at, theme.muted)];
    if sitting.shows_grades() && cells >= NARROW {
        let count = words.with("quiz-right-count", &[("count", sitting.right().into())]);
        right.push(Span::styled(format!(" {} {count}", glyphs.dot), theme.muted));
    }
    if sitting.can_fail_here() {
        right.push(Span::styled(format!(" {} ", glyphs.dot), theme.muted));
        right.push(Span::styled(words.get("quiz-critical"), theme.warn));
    }
    let mut spans = vec![Span::styled(left.trim_start().to_owned(), theme.strong)];
    spans.extend(masthead::with_partner(scene, cells));
    Ends::new(spans, right, glyphs.more)
}

/// Returns a mark for each question.
pub(super) fn steps(sitting: &Sitting, look: &Look, cells: usize) -> Line<'static> {
    let count = sitting.items.len();
    if count > 30 || cells < NARROW || (cells < ROOMY && count > 10) {
        return Line::default();
    }
    sitting.items.iter().enumerate().map(|(at, item)| step(sitting, look, at, item)).collect()
}

fn step(sitting: &Sitting, look: &Look, at: usize, item: &Item) -> Span<'static> {
    let [answered, current, open] = look.glyphs.steps;
    let style = match &item.graded {
        Some(graded) if sitting.shows_grades() && graded.grade.is_full() => look.theme.right,
        Some(_) if sitting.shows_grades() => look.theme.wrong,
        Some(_) => look.theme.text,
        None => look.theme.muted,
    };
    if at == sitting.position() {
        Span::styled(current, look.theme.now)
    } else {
        Span::styled(if item.graded.is_some() { answered } else { open }, style)
    }
}
