//! What came of something: scores, success, durations.
//!
//! Apart because xAPI has rules for how each is written.

use serde_json::{Map, Value, json};

use crate::assess::Grade;

/// What came of something, to which more can be added.
#[derive(Debug, Default)]
pub(super) struct Outcome(Map<String, Value>);

impl Outcome {
    /// Begins with what something was worth: exactly, and in whole percents as everywhere else.
    pub(super) fn scored(grade: Grade) -> Self {
        let scaled = f64::from(grade.number()) / 10_000.0;
        Self::default().and("score", json!({ "scaled": scaled, "raw": grade.percent(), "min": 0, "max": 100 }))
    }

    /// Adds a field.
    #[must_use]
    pub(super) fn and(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// Adds how long it took.
    #[must_use]
    pub(super) fn took(self, millis: u64) -> Self {
        self.and("duration", duration(millis))
    }

    /// Returns the fields.
    pub(super) fn fields(self) -> Map<String, Value> {
        self.0
    }
}

/// Writes a duration as ISO 8601 does, to the hundredth of a second.
fn duration(millis: u64) -> String {
    format!("PT{}.{:02}S", millis / 1000, millis % 1000 / 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_to_the_hundredth() {
        let cases = [(0, "PT0.00S"), (1_504, "PT1.50S"), (59_999, "PT59.99S"), (3_600_000, "PT3600.00S")];
        for (millis, written) in cases {
            assert_eq!(duration(millis), written);
        }
    }

    #[test]
    fn a_score_is_exact_and_in_whole_percents() {
        let fields = Outcome::scored(Grade::new(7_777)).fields();
        assert_eq!(fields["score"], json!({ "scaled": 0.7777, "raw": 77, "min": 0, "max": 100 }));
    }
}
