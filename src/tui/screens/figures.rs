//! How a status, a grade and a length of time are written on the screens.
//!
//! Apart because the rundown, the progress screen and the side panel must write them alike.

use ratatui::style::Style;

use crate::assess::Grade;
use crate::session::rundown::Status;
use crate::tui::look::Look;

/// Returns minutes as they are read: `17'`, `1h 19'`.
pub(super) fn time(minutes: u32, look: &Look) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    if hours == 0 {
        return format!("{rest}'");
    }
    look.words.with("time-hours", &[("hours", hours.into()), ("minutes", format!("{rest:02}").into())])
}

/// How far along a status is, which is all that sign and colour tell.
#[derive(Clone, Copy)]
enum Stand {
    Open,
    Begun,
    Failed,
    Done,
}

fn stand(status: Status) -> Stand {
    match status {
        Status::Untouched | Status::Later(_) => Stand::Open,
        Status::Reading(..)
        | Status::QuizNext
        | Status::QuizLeft(..)
        | Status::WorkNext(_)
        | Status::Passed(_)
        | Status::Begun
        | Status::Due => Stand::Begun,
        Status::NotPassed(_) => Stand::Failed,
        Status::Done(_) | Status::Replied => Stand::Done,
    }
}

/// Returns the sign of a status.
pub(super) fn status_sign(status: Status, look: &Look) -> &'static str {
    let glyphs = &look.glyphs;
    match stand(status) {
        Stand::Open => glyphs.dot,
        Stand::Begun => glyphs.half,
        Stand::Failed => glyphs.wrong,
        Stand::Done => glyphs.right,
    }
}

/// Returns the style of a status sign, on a picked row or another.
pub(super) fn sign_style(status: Status, look: &Look, picked: bool) -> Style {
    let theme = &look.theme;
    let style = match stand(status) {
        Stand::Open => theme.muted,
        Stand::Begun => theme.now,
        Stand::Failed => theme.wrong,
        Stand::Done => theme.right,
    };
    if picked { theme.focus.patch(style) } else { style }
}

/// Returns time that somebody was there, in whole minutes.
pub(super) fn active(seconds: u64, look: &Look) -> String {
    time(u32::try_from(seconds / 60).unwrap_or(u32::MAX), look)
}

/// Returns what stands beside the sign: a grade, or what is next.
pub(super) fn status_word(status: Status, look: &Look) -> String {
    match status {
        Status::Untouched | Status::Later(None) | Status::Replied => String::new(),
        // Month and day; with the year's hyphen as a gap to the sign, which other words need not have.
        Status::Later(Some(due)) => due.date().chars().skip(4).collect::<String>().replacen('-', " ", 1),
        Status::Due => look.words.get("status-due"),
        Status::Reading(seen, all) => format!("{seen}/{all}"),
        Status::QuizNext | Status::QuizLeft(..) => look.words.get("status-quiz"),
        Status::WorkNext(_) | Status::Begun => look.words.get("status-work"),
        Status::NotPassed(grade) | Status::Passed(grade) | Status::Done(grade) => grade.to_string(),
    }
}

/// Returns a status as a clause: `begun, quiz at question 4 of 9`.
pub(super) fn status_clause(status: Status, look: &Look) -> String {
    let words = &look.words;
    let counted = |key, at: usize, of: usize| words.with(key, &[("at", at.into()), ("of", of.into())]);
    let graded = |key, grade: Grade| words.with(key, &[("grade", grade.percent().into())]);
    match status {
        Status::Untouched => words.get("status-untouched"),
        Status::Reading(seen, all) => counted("status-reading", seen, all),
        Status::QuizNext => words.get("status-quiz-next"),
        Status::QuizLeft(at, of) => counted("status-quiz-left", at, of),
        Status::NotPassed(grade) => graded("status-not-passed", grade),
        Status::WorkNext(grade) => graded("status-work-next", grade),
        Status::Passed(grade) => graded("status-passed", grade),
        Status::Done(grade) => graded("status-done", grade),
        Status::Begun => words.get("status-begun"),
        Status::Later(None) => words.get("status-later"),
        Status::Later(Some(due)) => words.with("status-due-from", &[("day", due.date().into())]),
        Status::Due => words.get("status-form-due"),
        Status::Replied => words.get("status-replied"),
    }
}
