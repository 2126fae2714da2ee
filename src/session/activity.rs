//! Minutes active: the sum of the gaps between inputs, each counted to 180 seconds at most.
//!
//! Apart so that the rule stands in one place and is tried without a clock.

use std::time::Duration;

const LONGEST_GAP: Duration = Duration::from_secs(180);
const WRITTEN_EACH: Duration = Duration::from_secs(60);

/// Counts the time somebody was there.
#[derive(Debug, Default)]
pub(super) struct Activity {
    last_input: Option<Duration>,
    unwritten: Duration,
}

impl Activity {
    /// Notes an input at a monotonic time; returns the seconds to be written, once a minute's worth has come together.
    #[must_use]
    pub(super) fn touch(&mut self, elapsed: Duration) -> Option<u32> {
        if let Some(last) = self.last_input {
            self.unwritten += elapsed.saturating_sub(last).min(LONGEST_GAP);
        }
        self.last_input = Some(elapsed);
        (self.unwritten >= WRITTEN_EACH).then(|| self.take())
    }

    /// Returns what was not written yet, when the learner leaves.
    #[must_use]
    pub(super) fn leave(&mut self) -> Option<u32> {
        self.last_input = None;
        (self.unwritten >= Duration::from_secs(1)).then(|| self.take())
    }

    fn take(&mut self) -> u32 {
        let seconds = self.unwritten.as_secs();
        self.unwritten -= Duration::from_secs(seconds);
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_long_pause_counts_three_minutes() {
        let mut activity = Activity::default();
        assert_eq!(activity.touch(at(10)), None);
        assert_eq!(activity.touch(at(10_000)), Some(180));
    }

    #[test]
    fn short_gaps_come_together_to_a_minute() {
        let mut activity = Activity::default();
        let written: Vec<_> = (0..=12).filter_map(|i| activity.touch(at(i * 10))).collect();
        assert_eq!(written, [60, 60]);
    }

    #[test]
    fn leaving_writes_the_rest() {
        let mut activity = Activity::default();
        assert_eq!(activity.touch(at(0)), None);
        assert_eq!(activity.touch(at(42)), None);
        assert_eq!(activity.leave(), Some(42));
        assert_eq!(activity.leave(), None);
    }
}
