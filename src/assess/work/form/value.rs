//! Values as they are typed into fields of each kind.
//!
//! Apart from the rules because a value that cannot be read is told in the program's own words, at once.

use jiff::civil::{Date, DateTime, Time};

use crate::assess::figure;
use crate::assess::work::{Finding, Place};
use crate::course::exercise::form::{Field, FieldKind};

/// The message of what is needed and empty.
pub(super) const EMPTY: &str = "finding-empty";
/// The message of several empty cells of a table.
pub(super) const CELLS: &str = "finding-cells";
/// The message of too few rows, or too many.
pub(super) const ROWS: &str = "finding-rows";

/// Why a value is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// Nothing is there.
    Empty,
    /// Not one of the choices.
    Choice,
    /// Not a number.
    Number,
    /// Not `00:00:08:00`, or a frame that does not exist.
    Timecode,
    /// Not `mm:ss`.
    Duration,
    /// Not `2027-03-16`.
    Date,
    /// Not `2027-03-16T15:30Z`.
    DateTime,
    /// Too few rows, or too many.
    Rows {
        /// How many are filled.
        have: usize,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
}

impl Bad {
    /// Makes the finding of a field.
    pub(super) fn finding(self, code: &str, place: Place) -> Finding {
        let (key, values) = match self {
            Self::Empty => (EMPTY, Vec::new()),
            Self::Choice => ("finding-choice", Vec::new()),
            Self::Number => ("finding-number", Vec::new()),
            Self::Timecode => ("finding-timecode", Vec::new()),
            Self::Duration => ("finding-duration", Vec::new()),
            Self::Date => ("finding-date", Vec::new()),
            Self::DateTime => ("finding-datetime", Vec::new()),
            Self::Rows { have, least, most } => {
                (ROWS, vec![("have", have.to_string()), ("least", least.to_string()), ("most", most.to_string())])
            }
        };
        Finding::own(code, place, key, values)
    }
}

/// Returns why a typed value is none for its field.
pub(super) fn check(field: &Field, text: &str) -> Option<Bad> {
    let bad = match &field.kind {
        FieldKind::Text | FieldKind::Long | FieldKind::Choices(_) | FieldKind::Rows { .. } => return None,
        FieldKind::Choice(options) => (!options.iter().any(|pick| pick.id == text), Bad::Choice),
        FieldKind::Number => (number(text).is_none(), Bad::Number),
        FieldKind::Timecode { fps } => (frames(text, *fps).is_none(), Bad::Timecode),
        FieldKind::Duration => (seconds(text).is_none(), Bad::Duration),
        FieldKind::Date => (date(text).is_none(), Bad::Date),
        FieldKind::DateTime { .. } => (date_time(text).is_none(), Bad::DateTime),
    };
    bad.0.then_some(bad.1)
}

/// Returns a value as a number that can be compared with others of its sort: seconds, frames, minutes of the calendar.
pub(super) fn measure(field: &Field, text: &str) -> Option<f64> {
    match &field.kind {
        FieldKind::Timecode { fps } => frames(text, *fps).map(f64::from),
        FieldKind::Duration => seconds(text).map(f64::from),
        FieldKind::Date => minutes(date(text)?.to_datetime(Time::midnight())),
        FieldKind::DateTime { .. } => minutes(date_time(text)?),
        FieldKind::Text
        | FieldKind::Long
        | FieldKind::Choice(_)
        | FieldKind::Choices(_)
        | FieldKind::Number
        | FieldKind::Rows { .. } => number(text),
    }
}

/// Reads a number as people type it.
pub(super) fn number(text: &str) -> Option<f64> {
    figure::parse(text, "").ok()
}

/// Reads `00:00:08:00` as frames; the last part is below the frame rate.
pub(super) fn frames(text: &str, fps: u8) -> Option<u32> {
    let [hours, minutes, seconds, frames] = parts(text)?;
    let is_there = hours < 100 && minutes < 60 && seconds < 60 && frames < u32::from(fps);
    is_there.then(|| ((hours * 60 + minutes) * 60 + seconds) * u32::from(fps) + frames)
}

/// Reads `mm:ss` as seconds.
pub fn seconds(text: &str) -> Option<u32> {
    let [minutes, seconds] = parts(text)?;
    (seconds < 60 && minutes < 600).then(|| minutes * 60 + seconds)
}

/// Reads so many numbers of two digits between colons.
fn parts<const N: usize>(text: &str) -> Option<[u32; N]> {
    let is_pair = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Option<Vec<u32>> = text.trim().split(':').map(|p| p.parse().ok().filter(|_| is_pair(p))).collect();
    parts?.try_into().ok()
}

/// Reads a date.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 10 { text.parse().ok() } else { None }
}

/// Reads a time in UTC: `2027-03-16T15:30Z`.
pub(super) fn date_time(text: &str) -> Option<DateTime> {
    let (day, time) = text.trim().strip_suffix('Z')?.split_once('T')?;
    let [hour, minute] = parts(time)?;
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(date(day)?.to_datetime(time))
}

fn minutes(at: DateTime) -> Option<f64> {
    let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    at.since((jiff::Unit::Minute, epoch)).ok()?.total(jiff::Unit::Minute).ok()
}

/// Returns the local time of a time in UTC, so many minutes east: `2027-03-16 18:30`.
pub fn local_time(text: &str, east: i16) -> Option<String> {
    let span = jiff::Span::new().minutes(i64::from(east));
    let local = date_time(text)?.checked_add(span).ok()?;
    Some(format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timecodes_stop_below_the_frame_rate() {
        for (text, frames_25) in [
            ("00:00:08:00", Some(200)),
            ("00:01:10:05", Some(1_755)),
            ("00:00:13:27", None),
            ("00:00:13:25", None),
            ("00:60:00:00", None),
            ("00:08:00", None),
            ("0a:00:00:00", None),
            ("", None),
        ] {
            assert_eq!(frames(text, 25), frames_25, "{text}");
        }
    }

    #[test]
    fn an_embargo_is_shown_in_local_time_too() {
        assert_eq!(local_time("2027-03-17T15:30Z", 180).as_deref(), Some("2027-03-17 18:30"));
        assert_eq!(local_time("2027-12-31T23:00Z", 120).as_deref(), Some("2028-01-01 01:00"));
        assert_eq!(local_time("2027-03-17T15:30", 180), None);
    }

    #[test]
    fn durations_and_dates_have_one_form() {
        assert_eq!((seconds("01:30"), seconds("1:75"), seconds("90")), (Some(90), None, None));
        assert!(date("2027-03-16").is_some() && date("16.03.2027").is_none() && date("2027-02-30").is_none());
        assert!(date_time("2027-03-16T24:00Z").is_none());
    }
}
