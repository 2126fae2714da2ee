//! Time and chance as things that are passed in.
//!
//! Apart so that no other module reads the machine's clock or its random numbers: tests and served sessions bring
//! their own. Wall time is a claim that is shown; durations come from the monotonic side.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A moment in UTC, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Returns the moment as RFC 3339 in UTC, to the second; out of range: the nearest that can be written.
    pub fn rfc3339(self) -> String {
        let clamped = jiff::Timestamp::from_millisecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        });
        clamped.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Returns the number of the day in UTC, counted from 1970.
    pub fn day(self) -> i64 {
        self.0.div_euclid(86_400_000)
    }

    /// Returns the day in UTC: `2027-03-16`.
    pub fn date(self) -> String {
        self.rfc3339().chars().take(10).collect()
    }
}

/// A day of the calendar, written `2027-03-16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(jiff::civil::Date);

/// A text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day: write it as 2027-03-16")]
pub struct BadDate(String);

impl Date {
    /// Returns the number of the day, counted from 1970 as `Timestamp::day` counts.
    pub fn day(self) -> i64 {
        self.0.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24
    }

    /// Returns the day so many days later, or earlier; none beyond the calendar.
    pub fn plus(self, days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(span).ok().map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Date {
    type Err = BadDate;
    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.chars().take(40).collect());
        let date = Self(text.parse().map_err(|_| bad())?);
        // Other ways to write a day would be another text for the same day.
        if date.to_string() == text { Ok(date) } else { Err(bad()) }
    }
}

impl TryFrom<String> for Date {
    type Error = BadDate;
    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// Tells the time.
pub trait Clock: Send {
    /// Returns the wall time, which may be wrong and may jump.
    fn now(&self) -> Timestamp;
    /// Returns the time since some fixed moment of this process; it never goes back.
    fn elapsed(&self) -> Duration;
    /// Returns the local wall time as it is shown, `14:32`.
    fn local_hhmm(&self) -> String;
}

/// Returns the day and the minute of it that the clock on the wall of the room shows; none where that is no time.
pub fn wall(now: Timestamp, local: &str) -> Option<(Date, u16)> {
    const DAY: i64 = 24 * 60;
    let (hours, minutes) = local.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let local = hours * 60 + minutes;
    let utc = now.0.div_euclid(60_000).rem_euclid(DAY);
    // No place is further from Greenwich than this to the west; the rest lies east of it.
    let west = (utc - i64::from(local)).rem_euclid(DAY);
    let east = if west <= 12 * 60 { -west } else { DAY - west };
    let date = Timestamp(now.0 + east * 60_000).date().parse().ok()?;
    Some((date, local))
}

/// Gives random bits.
pub trait Chance: Send {
    /// Returns 128 bits that nobody has seen before.
    fn bits(&mut self) -> u128;
}

/// A clock for tests: it stands where it is put.
#[derive(Debug, Clone, Copy, Default)]
pub struct FixedClock {
    /// What `now` returns.
    pub now: Timestamp,
    /// What `elapsed` returns.
    pub elapsed: Duration,
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.now
    }
    fn elapsed(&self) -> Duration {
        self.elapsed
    }
    fn local_hhmm(&self) -> String {
        "14:32".to_owned()
    }
}

/// Chance that counts from a seed, so that a test or a shuffle can be repeated.
#[derive(Debug, Clone, Copy)]
pub struct SeededChance(pub u128);

impl Chance for SeededChance {
    fn bits(&mut self) -> u128 {
        // SplitMix64 twice: well spread, tiny, and the same on every machine.
        let mut half = || {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0 as u64;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            u128::from(z ^ (z >> 31))
        };
        (half() << 64) | half()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_utc_to_the_second() {
        assert_eq!(Timestamp(1_805_209_805_999).rfc3339(), "2027-03-16T15:10:05Z");
        assert!(Timestamp(i64::MAX).rfc3339().starts_with("9999-12-3"));
    }

    #[test]
    fn a_day_is_written_in_one_way_only() {
        let day: Date = "2027-02-28".parse().unwrap();
        assert_eq!((day.day(), Timestamp(day.day() * 86_400_000).date().as_str()), (20_877, "2027-02-28"));
        assert_eq!((day.to_string().as_str(), day.plus(1).unwrap().to_string().as_str()), ("2027-02-28", "2027-03-01"));
        for bad in ["", "2027-2-28", "2027-02-30", "20270228", "2027-02-28T10:00", "today"] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn seeded_chance_repeats_itself() {
        let draw = |seed| [SeededChance(seed).bits(), SeededChance(seed).bits()];
        assert_eq!(draw(1)[0], draw(1)[1]);
        assert_ne!(draw(1)[0], draw(2)[0]);
    }
}
