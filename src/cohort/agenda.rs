//! The agenda of a workshop: boxes of time, from a file that the trainer writes or from a guide of the course.
//!
//! ```text
//!  TOML ─┐
//!  CSV  ─┼─► drafts, each with its line ─► settled: days, times and lessons known, nothing in two places at once
//!  guide ┘
//! ```
//!
//! Apart from the plan, which keeps what was settled and asks nothing. Every fault names its line and what to do.

mod file;
mod guide;

use std::collections::BTreeMap;

pub use file::{from_csv, from_toml, to_toml};
pub use guide::from_guide;

use super::columns::{What, columns};
use crate::course::Course;
use crate::id::LessonId;
use crate::journal::planning::AgendaItem;
use crate::text::one_line;

/// How many bytes a file may have.
pub const LONGEST: usize = 1 << 20;
/// When a day begins where nobody says it: 09:00.
pub const START: u16 = 9 * 60;
/// The most boxes.
const MOST: usize = 500;
/// The longest title, in characters.
const LONG: usize = 200;
/// The last day that a workshop can have.
const LAST_DAY: u8 = 60;
const MIDNIGHT: u16 = 24 * 60;

/// Why an agenda cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {wrong}")]
pub struct BadAgenda {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What can be wrong with an agenda. Every message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It cannot be read at all.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// There is no box in it.
    #[error("there is no box in it: write `[[box]]` with `minutes` and `title`, or a table with these columns")]
    Empty,
    /// More boxes than a workshop has.
    #[error("this is box {MOST} and one more: an agenda has {MOST} at most")]
    TooMany,
    /// A column that must be there.
    #[error("there is no column `{0}`: the first line names the columns day, at, minutes, title, lessons, break")]
    NoColumn(&'static str),
    /// A cell that is no number.
    #[error("`{0}` is no number of minutes: write 5 to 720")]
    BadMinutes(String),
    /// A day that is none.
    #[error("`{0}` is no day of the workshop: write 1 for the first day, {LAST_DAY} at most")]
    BadDay(String),
    /// A time that is none.
    #[error("`{0}` is no time: write it as 09:30")]
    BadTime(String),
    /// A title that is none.
    #[error("the title is empty, or longer than {LONG} characters")]
    BadTitle,
    /// A lesson that the course does not have.
    #[error("the course has no lesson `{0}`: write its page, such as A4, or its id")]
    NoLesson(String),
    /// A box that begins before another ends.
    #[error("it begins at {at}, before “{before}” ends at {ends}: mend `at`, or the minutes of the box before")]
    Overlaps {
        /// When it begins.
        at: String,
        /// The box before.
        before: String,
        /// When that ends.
        ends: String,
    },
    /// A box that ends tomorrow.
    #[error("it ends after midnight: mend `at` or `minutes`")]
    PastMidnight,
}

/// A box as it was written, with the line that it stands in.
#[derive(Debug, Clone, Default)]
struct Draft {
    line: usize,
    /// Without a day it is that of the box before.
    day: Option<u8>,
    /// Without a time it begins when the box before ends.
    at: Option<u16>,
    minutes: u16,
    title: String,
    lessons: Vec<String>,
    pause: bool,
}

impl Draft {
    fn bad(&self, wrong: Wrong) -> BadAgenda {
        BadAgenda { line: self.line, wrong }
    }
}

/// Returns a time as it is written: `09:30`.
pub fn hhmm(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads a time of the day: `09:30`, `9:30`, `9h30`.
pub fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once([':', 'h', 'H', '.'])?;
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 2);
    let (hours, minutes) = (number(hours)?, if minutes.is_empty() { 0 } else { number(minutes)? });
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// The lessons of a course by page and by id.
#[derive(Debug, Clone, Default)]
pub struct Pages(BTreeMap<String, LessonId>);

impl Pages {
    /// Reads them off the course.
    pub fn of(course: &Course) -> Self {
        let lessons = columns(course).into_iter().filter_map(|column| match column.what {
            What::Lesson(lesson) => Some((column.number, lesson)),
            What::Test(_) | What::Work(_) => None,
        });
        Self(lessons.collect())
    }

    /// Returns the page of a lesson; of one that the course does not have, its id.
    pub fn page(&self, lesson: &LessonId) -> String {
        let found = self.0.iter().find(|(_, known)| *known == lesson);
        found.map_or_else(|| lesson.to_string(), |(page, _)| page.clone())
    }

    fn find(&self, named: &str) -> Option<LessonId> {
        let by_page = self.0.get(&named.to_uppercase());
        by_page.or_else(|| self.0.values().find(|lesson| lesson.as_str() == named)).cloned()
    }

    /// Returns the lessons whose pages a title begins with: two for `B2 and B3 Dopesheet`.
    fn named_in(&self, title: &str) -> Vec<LessonId> {
        let words = title.split([' ', ',', ':']).take(4);
        words.filter_map(|word| self.0.get(word).cloned()).collect()
    }
}

/// Fills in what was left out, and refuses what no day can hold.
fn settle(drafts: Vec<Draft>, start: u16, pages: &Pages) -> Result<Vec<AgendaItem>, BadAgenda> {
    let Some(last) = drafts.last() else { return Err(BadAgenda { line: 1, wrong: Wrong::Empty }) };
    if drafts.len() > MOST {
        return Err(last.bad(Wrong::TooMany));
    }
    let mut agenda: Vec<(usize, AgendaItem)> = Vec::new();
    for draft in drafts {
        let before = agenda.last().map(|(_, item)| item);
        let item = item(&draft, before, start, pages)?;
        agenda.push((draft.line, item));
    }
    agenda.sort_by_key(|(_, item)| (item.day, item.at));
    for pair in agenda.windows(2) {
        overlap(&pair[0].1, &pair[1])?;
    }
    Ok(agenda.into_iter().map(|(_, item)| item).collect())
}

fn item(draft: &Draft, before: Option<&AgendaItem>, start: u16, pages: &Pages) -> Result<AgendaItem, BadAgenda> {
    let title = one_line(&draft.title);
    if title.is_empty() || title.chars().count() > LONG {
        return Err(draft.bad(Wrong::BadTitle));
    }
    if draft.minutes == 0 || draft.minutes > 720 {
        return Err(draft.bad(Wrong::BadMinutes(draft.minutes.to_string())));
    }
    let day = draft.day.or(before.map(|item| item.day)).unwrap_or(1);
    if day == 0 || day > LAST_DAY {
        return Err(draft.bad(Wrong::BadDay(day.to_string())));
    }
    let after = before.filter(|item| item.day == day).map(|item| item.at + item.minutes);
    let at = draft.at.or(after).unwrap_or(start);
    if at + draft.minutes > MIDNIGHT {
        return Err(draft.bad(Wrong::PastMidnight));
    }
    let find = |named: &String| pages.find(named).ok_or_else(|| draft.bad(Wrong::NoLesson(one_line(named))));
    let lessons = draft.lessons.iter().map(find).collect::<Result<_, _>>()?;
    Ok(AgendaItem { day, at, minutes: draft.minutes, title, lessons, pause: draft.pause })
}

fn overlap(one: &AgendaItem, (line, next): &(usize, AgendaItem)) -> Result<(), BadAgenda> {
    let ends = one.at + one.minutes;
    if one.day != next.day || ends <= next.at {
        return Ok(());
    }
    let wrong = Wrong::Overlaps { at: hhmm(next.at), before: one.title.clone(), ends: hhmm(ends) };
    Err(BadAgenda { line: *line, wrong })
}

#[cfg(test)]
mod tests;
