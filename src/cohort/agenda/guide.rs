//! An agenda out of a trainer's guide: each table of a day, with its breaks.
//!
//! Apart from files because a guide is written for people: its times count from the beginning of the day, and its breaks
//! have no place in them. A break has the first number of its row; without one, lunch has an hour and the others a
//! quarter.

use super::{Draft, Pages, settle};
use crate::course::markdown::{BlockKind, References, Table, blocks_of, plain_inlines};
use crate::journal::planning::AgendaItem;
use crate::text::one_line;

const QUARTER: u16 = 15;
const HOUR: u16 = 60;
/// What the long break is called.
const LUNCH: [&str; 4] = ["lunch", "déjeuner", "dejeuner", "repas"];

/// Reads a guide whose days begin at a time; none where it has no table of a day, or days that no agenda can hold.
pub fn from_guide(text: &str, references: &dyn References, pages: &Pages, start: u16) -> Option<Vec<AgendaItem>> {
    let blocks = blocks_of(text, references);
    let tables = blocks.iter().filter_map(|block| {
        let BlockKind::Table(table) = &block.kind else { return None };
        Some(table).filter(|table| is_day(table))
    });
    let drafts = (1..).zip(tables).flat_map(|(day, table)| of_day(day, table, pages)).collect();
    settle(drafts, start, pages).ok()
}

/// A day's table has its minutes in the second column, after the time.
fn is_day(table: &Table) -> bool {
    table.head.len() >= 3 && table.head.get(1).is_some_and(|cell| plain_inlines(cell).trim() == "Min")
}

fn of_day(day: u8, table: &Table, pages: &Pages) -> Vec<Draft> {
    let row = |cells: &Vec<Vec<_>>| {
        let cell = |at: usize| cells.get(at).map(|cell| one_line(&plain_inlines(cell))).unwrap_or_default();
        let title = cell(2);
        let minutes = cell(1).parse().ok();
        let named = minutes.map(|_| pages.named_in(&title)).unwrap_or_default();
        let lessons = named.iter().map(ToString::to_string).collect();
        let (pause, minutes) = (minutes.is_none(), minutes.unwrap_or_else(|| pause(&title)));
        let title = title.split(',').next().filter(|_| pause).map_or(title.clone(), str::to_owned);
        Draft { line: 1, day: Some(day), at: None, minutes, title, lessons, pause }
    };
    table.rows.iter().map(row).collect()
}

fn pause(title: &str) -> u16 {
    let said = title.split(|c: char| !c.is_ascii_digit()).find_map(|number| number.parse().ok());
    let lower = title.to_lowercase();
    said.unwrap_or(if LUNCH.iter().any(|word| lower.contains(word)) { HOUR } else { QUARTER })
}
