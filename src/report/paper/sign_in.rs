//! A sign-in sheet: who was there, half-day by half-day, signed by hand.
//!
//! Apart from attendance in the journal, which the trainer enters from this sheet afterwards.

use super::part::{Part, Running};
use super::{Clean, Paper, Press};

/// How many half-days stand on one sheet.
const ON_A_SHEET: usize = 6;
/// How high a row is, in millimetres: room for a signature.
const ROW: u16 = 11;

/// The half-days that are signed for, as they are called: `Mon 23 am`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfDays(pub Vec<String>);

/// Makes a sign-in sheet for people with their stations; rows without a name are for whoever comes besides.
pub fn sign_in(press: &Press<'_>, title: &str, people: &[(Clean, Clean)], empty: usize, days: &HalfDays) -> Paper {
    let mut parts = vec![Part::Hint(Running::plain(&press.words.get("paper-sign-in-hint")))];
    for days in days.0.chunks(ON_A_SHEET) {
        parts.push(grid(press, people, empty, days));
    }
    parts.push(Part::Blanks(vec![(press.say("paper-trainer-signs"), 3), (press.say("paper-date"), 1)]));
    press.paper(title, &press.words.get("paper-sign-in"), parts)
}

fn grid(press: &Press<'_>, people: &[(Clean, Clean)], empty: usize, days: &[String]) -> Part {
    let mut heads = vec![(Clean::new("Nº"), 4), (press.say("report-learner"), 15), (press.say("report-station"), 11)];
    heads.extend(days.iter().map(|day| (Clean::new(day), 9)));
    let blank = (Clean::default(), Clean::default());
    let all = people.iter().chain(std::iter::repeat_n(&blank, empty));
    let row = |(number, (name, station)): (usize, &(Clean, Clean))| {
        let mut row = vec![number.to_string().into(), name.clone(), station.clone()];
        row.resize(heads.len(), Clean::default());
        row
    };
    let rows = (1..).zip(all).map(row).collect();
    Part::Grid(heads, rows, ROW)
}
