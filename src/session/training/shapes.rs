//! The agendas that a course brings: one for each trainer's guide that has tables of days.
//!
//! Apart from reading a guide, which knows no course: here the guides are found, in the language that is spoken.

use crate::cohort::agenda::{Pages, from_guide};
use crate::course::Course;
use crate::id::Lang;
use crate::journal::planning::AgendaItem;
use crate::report::paper::guides;

/// Returns the agendas with their names, such as `three-days`; each day begins at that minute.
pub fn shapes(course: &Course, lang: &Lang, start: u16) -> Vec<(String, Vec<AgendaItem>)> {
    let (pages, words) = (Pages::of(course), course.words(lang));
    let shape = |(name, path): (String, String)| {
        let text = String::from_utf8_lossy(course.file(&path)?).into_owned();
        Some((name, from_guide(&text, words.as_ref(), &pages, start)?))
    };
    guides(course, lang).into_iter().filter_map(shape).collect()
}
