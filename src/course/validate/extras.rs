//! What stands on the home screen beside lessons and tests: capstones, and forms that nobody judges.
//!
//! Apart from the blueprints of tests because nothing is drawn here. Whether the exercises named are there, and are what
//! they are said to be, needs the whole course and is checked in `load::extras`.

use super::values::{self, Unique};
use crate::course::manifest::{Capstone, Questionnaire, Translated};
use crate::course::raw::manifest::Extra;
use crate::course::source::Source;
use crate::id::ExerciseId;

/// The most days after which a follow-up is due.
const MOST_DAYS: u16 = 3_650;

/// Checks all capstones.
pub fn capstones(source: &Source<'_>, raw: &[Extra]) -> Vec<Capstone> {
    let capstone = |(id, raw): (ExerciseId, &Extra)| {
        let (slug, title, minutes) = row(source, raw);
        Capstone { id, slug, title, minutes }
    };
    named(source, "capstone", raw).into_iter().map(capstone).collect()
}

/// Checks all questionnaires.
pub fn questionnaires(source: &Source<'_>, raw: &[Extra]) -> Vec<Questionnaire> {
    let questionnaire = |(id, raw): (ExerciseId, &Extra)| {
        let (slug, title, minutes) = row(source, raw);
        Questionnaire { id, slug, title, minutes, days: days(source, raw) }
    };
    named(source, "questionnaire", raw).into_iter().map(questionnaire).collect()
}

/// Returns those that have an id; one that comes twice is reported.
fn named<'r>(source: &Source<'_>, what: &'static str, raw: &'r [Extra]) -> Vec<(ExerciseId, &'r Extra)> {
    let mut unique = Unique::new(what);
    let mut named = Vec::new();
    for extra in raw {
        let id = extra.id.as_ref().and_then(|text| Some((text, values::id(source, text, ExerciseId::new)?)));
        if let Some((text, id)) = id {
            unique.see(source, &id, text.span());
            named.push((id, extra));
        }
    }
    named
}

fn row(source: &Source<'_>, raw: &Extra) -> (String, Translated, u16) {
    let slug = raw.slug.as_ref().map(|text| values::slug(source, text)).unwrap_or_default();
    let title = Translated { own: values::words(raw.title.as_ref()), ..Translated::default() };
    let minutes = values::need(source, &raw.span, "minutes", raw.minutes.as_ref());
    (slug, title, minutes.and_then(|m| values::between(source, "minutes", m, (1, 600))).unwrap_or(1))
}

fn days(source: &Source<'_>, raw: &Extra) -> Vec<u16> {
    let mut unique = Unique::new("day");
    let mut days = Vec::new();
    for day in &raw.days {
        if let Some(n) = values::between(source, "days", day, (1, MOST_DAYS)) {
            unique.see(source, &n, day.span());
            days.push(n);
        }
    }
    days.sort_unstable();
    days
}
