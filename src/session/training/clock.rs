//! The clock of a workshop: today's boxes as they run, and the trainer's word that one begins now.
//!
//! Apart from the agenda's arithmetic, which knows no clock. What was told stands in the cohort's stream, so the day
//! goes on where it was when somebody quits.

use crate::clock::{Clock, Date, wall};
use crate::cohort::agenda::hhmm;
use crate::cohort::running::Running;
use crate::journal::Body;
use crate::journal::planning::HalfDay;
use crate::session::attending::half_of;
use crate::session::{Effects, Session};
use crate::words::Words;

/// What time it is in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The day.
    pub date: Date,
    /// The minute of it.
    pub minute: u16,
    /// The second of that.
    pub second: u8,
}

impl Now {
    /// Reads a clock; none where the machine tells no local time.
    pub fn read(clock: &dyn Clock) -> Option<Self> {
        let now = clock.now();
        let (date, minute) = wall(now, &clock.local_hhmm())?;
        let second = u8::try_from(now.0.div_euclid(1_000).rem_euclid(60)).unwrap_or(0);
        Some(Self { date, minute, second })
    }

    /// Returns which half of the day it is.
    pub fn half_day(self) -> HalfDay {
        half_of(self.date, self.minute)
    }
}

/// Says how late it is, when the day ends, and how long that is from now, in minutes after midnight.
pub fn told(running: &Running<'_>, now: u16, words: &Words) -> String {
    let time = |minute: u32| hhmm(u16::try_from(minute).unwrap_or(u16::MAX));
    let minutes = i64::from(running.late.abs());
    let late = match running.late {
        0 => words.get("clock-on-time"),
        1.. => words.with("clock-late", &[("minutes", minutes.into())]),
        _ => words.with("clock-early", &[("minutes", minutes.into())]),
    };
    let ends = [("end", time(running.end).into()), ("planned", time(running.planned_end).into())];
    let key = if running.end == running.planned_end { "clock-ends-as-planned" } else { "clock-ends" };
    let short = || words.with("clock-short", &[("end", time(running.short_end).into())]);
    let short = (running.short_end < running.end).then(short);
    let left = running.to_the_end(now.into());
    let to_go = [("hours", i64::from(left / 60).into()), ("minutes", i64::from(left % 60).into())];
    let to_go = (left > 0).then(|| words.with("clock-to-go", &to_go));
    [Some(late), Some(words.with(key, &ends)), short, to_go].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

impl Session {
    /// Returns what time it is in the room.
    pub fn room_time(&self) -> Option<Now> {
        Now::read(self.clock.as_ref())
    }

    /// Says that the box of today that was to begin at a minute begins now, or began at another minute.
    pub fn begin_box(&mut self, planned: u16, began: Option<u16>) -> Effects {
        let Some(now) = self.room_time() else { return Effects::new() };
        let Some(cohort) = self.training().and_then(|training| Some(training.room()?.id)) else {
            return Effects::new();
        };
        self.write_cohort(cohort, vec![Body::BoxBegun { date: now.date, planned, began }])
    }
}
