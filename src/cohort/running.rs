//! A day of a workshop as it runs: which box it is, how late, and when the day ends if nothing is cut.
//!
//! Apart from the agenda, which says how it should be. Minutes of one day; what began when is told by the trainer, and
//! until they tell anything the day runs by its plan.
//!
//! What follows the box that runs begins when that ends. Time that the agenda leaves free between two boxes makes up for
//! what is late; being early brings everything forward. Breaks keep their length. Beside that stands the end if they are
//! shortened: each by no more than half, and by no more than is late.

use crate::journal::planning::AgendaItem;

/// How a box stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It is over.
    Past,
    /// It was passed over.
    Left,
    /// It runs.
    Now,
    /// It comes.
    Ahead,
}

/// A box of the day with what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// The box.
    pub item: &'a AgendaItem,
    /// How it stands.
    pub stands: Stands,
    /// When it began or will, in minutes after midnight; of what was passed over, when it should have.
    pub begins: u32,
    /// Whether the trainer told when it began.
    pub told: bool,
}

/// A day as it runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Running<'a> {
    /// Its boxes in order.
    pub steps: Vec<Step<'a>>,
    /// The box that runs.
    pub now: Option<usize>,
    /// The box that comes next.
    pub next: Option<usize>,
    /// Minutes that the box now running has left; under nothing when it is over its time.
    pub left: i32,
    /// Minutes that all is late; under nothing when it is early.
    pub late: i32,
    /// When the day ends by the agenda.
    pub planned_end: u32,
    /// When it ends as it runs.
    pub end: u32,
    /// When it ends if breaks are shortened; the same where that wins nothing.
    pub short_end: u32,
}

fn ends(item: &AgendaItem) -> u32 {
    u32::from(item.at) + u32::from(item.minutes)
}

fn signed(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}

impl<'a> Running<'a> {
    /// Runs the boxes of one day, in order of their times; `began` tells when a box did begin by when it was to.
    pub fn of(boxes: &[&'a AgendaItem], began: impl Fn(u16) -> Option<u16>, now: u32) -> Self {
        let told: Vec<Option<u32>> = boxes.iter().map(|item| began(item.at).map(u32::from)).collect();
        let last_told = (0..boxes.len()).filter(|at| told[*at].is_some()).max_by_key(|at| (told[*at], *at));
        let by_plan = || boxes.iter().position(|item| u32::from(item.at) <= now && now < ends(item));
        let current = last_told.or_else(by_plan);
        let next = match current {
            Some(at) => Some(at + 1).filter(|next| *next < boxes.len()),
            None => boxes.iter().position(|item| u32::from(item.at) > now),
        };
        let start_of = |at: usize| told[at].unwrap_or(u32::from(boxes[at].at));
        let own_end = current.map(|at| start_of(at) + u32::from(boxes[at].minutes));
        let planned_end = boxes.last().map_or(0, |item| ends(item));
        // What is told and over its time goes on until the next is told; the plan by itself is never late.
        let cursor = own_end.map(|end| if last_told.is_some() { end.max(now) } else { end });
        let late = cursor.zip(current).map_or(0, |(cursor, at)| signed(cursor) - signed(ends(boxes[at])));
        let ahead = |shortens: bool| forecast(boxes, current, next, cursor, shortens);
        let (begins, end) = ahead(false);
        // Before the first box that was told nobody told anything: what stood there was.
        let first_told = told.iter().position(Option::is_some).unwrap_or(boxes.len());
        let step = |(at, item): (usize, &&'a AgendaItem)| Step {
            item,
            stands: stands(at, current, next, told[at].is_some() || at < first_told),
            begins: begins.get(&at).copied().unwrap_or_else(|| start_of(at)),
            told: told[at].is_some(),
        };
        Self {
            steps: boxes.iter().enumerate().map(step).collect(),
            now: current,
            next,
            left: own_end.map_or(0, |end| signed(end) - signed(now)),
            late,
            planned_end,
            end,
            short_end: ahead(true).1,
        }
    }

    /// Returns how many minutes it is to the end of the day as it runs.
    pub fn to_the_end(&self, now: u32) -> u32 {
        self.end.saturating_sub(now)
    }
}

fn stands(at: usize, current: Option<usize>, next: Option<usize>, was: bool) -> Stands {
    match (current, next) {
        (Some(now), _) if at == now => Stands::Now,
        (Some(now), _) if at > now => Stands::Ahead,
        (None, Some(next)) if at >= next => Stands::Ahead,
        (Some(_) | None, _) if was => Stands::Past,
        (Some(_) | None, _) => Stands::Left,
    }
}

type Begins = std::collections::BTreeMap<usize, u32>;

/// Returns when each box ahead begins, and when the last one ends.
fn forecast(
    boxes: &[&AgendaItem],
    current: Option<usize>,
    next: Option<usize>,
    cursor: Option<u32>,
    shortens: bool,
) -> (Begins, u32) {
    let mut begins = Begins::new();
    let planned = |at: usize| boxes.get(at).map_or(0, |item| ends(item));
    let mut cursor = cursor.unwrap_or_else(|| planned(boxes.len().saturating_sub(1)));
    let mut before = current;
    for at in next.into_iter().flat_map(|next| next..boxes.len()) {
        let (item, start) = (boxes[at], u32::from(boxes[at].at));
        let begin = match before.map(planned) {
            // Early or in time: what lies free between the two stays free.
            Some(planned) if cursor <= planned => cursor + start.saturating_sub(planned),
            Some(_) => cursor.max(start),
            None => start,
        };
        let late = begin.saturating_sub(start);
        let minutes = u32::from(item.minutes);
        let cut = if shortens && item.pause { late.min(minutes / 2) } else { 0 };
        begins.insert(at, begin);
        cursor = begin + minutes - cut;
        before = Some(at);
    }
    (begins, cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 09:00 one (30), 09:30 two (60), 10:30 break (20), 11:00 three (60): ten minutes are free before three.
    fn day() -> Vec<AgendaItem> {
        let item = |at, minutes, title: &str| AgendaItem {
            day: 1,
            at,
            minutes,
            title: title.to_owned(),
            lessons: Vec::new(),
            pause: title == "break",
        };
        vec![item(540, 30, "one"), item(570, 60, "two"), item(630, 20, "break"), item(660, 60, "three")]
    }

    /// What is said of the day at a minute: box, left, next, late, end, end with short breaks.
    fn at(now: u32, began: &[(u16, u16)]) -> (Option<&'static str>, i32, Option<usize>, i32, u32, u32) {
        let day = day();
        let boxes: Vec<&AgendaItem> = day.iter().collect();
        let told = |planned| began.iter().find(|(at, _)| *at == planned).map(|(_, began)| *began);
        let running = Running::of(&boxes, told, now);
        let name = running.now.map(|at| ["one", "two", "break", "three"][at]);
        (name, running.left, running.next, running.late, running.end, running.short_end)
    }

    #[test]
    fn until_something_is_told_the_day_runs_by_its_plan() {
        assert_eq!(at(500, &[]), (None, 0, Some(0), 0, 720, 720));
        assert_eq!(at(545, &[]), (Some("one"), 25, Some(1), 0, 720, 720));
        assert_eq!(at(655, &[]), (None, 0, Some(3), 0, 720, 720));
        assert_eq!(at(800, &[]), (None, 0, None, 0, 720, 720));
    }

    #[test]
    fn what_begins_late_ends_late_and_free_time_makes_up_for_some_of_it() {
        assert_eq!(at(560, &[(540, 552)]), (Some("one"), 22, Some(1), 12, 722, 720));
        assert_eq!(at(575, &[(540, 545)]), (Some("one"), 0, Some(1), 5, 720, 720));
        assert_eq!(at(600, &[(540, 540), (570, 600)]), (Some("two"), 60, Some(2), 30, 740, 730));
    }

    #[test]
    fn a_box_over_its_time_goes_on_until_the_next_is_told() {
        assert_eq!(at(590, &[(540, 540)]), (Some("one"), -20, Some(1), 20, 730, 720));
        assert_eq!(at(760, &[(540, 540), (660, 690)]), (Some("three"), -10, None, 40, 760, 760));
    }

    #[test]
    fn being_early_brings_all_forward_and_what_is_passed_over_is_left() {
        assert_eq!(at(560, &[(540, 540), (570, 560)]), (Some("two"), 60, Some(2), -10, 710, 710));
        let day = day();
        let boxes: Vec<&AgendaItem> = day.iter().collect();
        let running = Running::of(&boxes, |planned| (planned != 570 && planned != 660).then_some(planned), 635);
        let stands: Vec<Stands> = running.steps.iter().map(|step| step.stands).collect();
        assert_eq!(stands, [Stands::Past, Stands::Left, Stands::Now, Stands::Ahead]);
        assert_eq!((running.steps[3].begins, running.to_the_end(635)), (660, 85));
    }

    #[test]
    fn a_day_without_boxes_and_marks_at_odd_times_are_no_trouble() {
        assert_eq!(Running::of(&[], |_| None, 600), Running::default());
        for now in [0, 700, 1_439, 5_000] {
            at(now, &[(540, 1_439), (570, 0)]);
        }
    }
}
