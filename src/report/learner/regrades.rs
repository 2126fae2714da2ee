//! Notes on keys that were wrong: what an attempt was worth, what it is worth now, and why.
//!
//! Apart from the tables, whose figures have followed already.

use std::collections::BTreeSet;

use super::Maker;
use crate::journal::Attempt;
use crate::report::Clean;

impl Maker<'_> {
    /// Returns a note for each whole attempt whose grade rests on a corrected key, first to last.
    pub(super) fn regrade_notes(&self) -> Vec<Clean> {
        let attempts = self.run.attempts_at(|_| true);
        attempts.into_iter().filter_map(|(_, attempt)| self.regrade_note(attempt)).collect()
    }

    fn regrade_note(&self, attempt: &Attempt) -> Option<Clean> {
        let (before, now) = (attempt.before_regrade()?, attempt.first_finish()?);
        let ruled = || attempt.answers.values().filter_map(|given| Some((given, given.ruled.as_ref()?)));
        let questions: Vec<String> = ruled().map(|(given, _)| given.answer.question.to_string()).collect();
        let reasons: BTreeSet<&str> = ruled().map(|(_, ruled)| ruled.reason.as_str()).collect();
        let reasons = reasons.into_iter().filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("; ");
        let args = [
            ("title", self.title(attempt.quiz()?).into()),
            ("before", before.grade.percent().into()),
            ("now", now.grade.percent().into()),
            ("questions", questions.join(", ").into()),
            ("reason", reasons.into()),
        ];
        Some(self.say("report-note-regraded", &args))
    }
}

#[cfg(test)]
mod tests {
    use crate::journal::samples::{answered, enrolled, events, finished, regraded, started};
    use crate::journal::{Author, Event};
    use crate::report::learner::learner_report;
    use crate::report::learner::tests::with_sources;

    const LESSON: &str = "gathering/news-judgement";

    #[test]
    fn a_corrected_key_is_told_with_both_grades_and_changes_every_figure() {
        let question = format!("{LESSON}#q");
        let bodies = [enrolled(), started(1, LESSON, &["q"]), answered(1, &question, 0), finished(1, 0, false, &[])];
        let mut events = events(bodies.into_iter().chain([regraded(1, 1, &question, Some(10_000))]));
        for event in events.iter_mut().skip(4) {
            *event = Event { author: Author::Trainer, ..event.clone() };
        }
        let report = with_sources("en", "", &events, learner_report);
        let is_told = |note: &&str| note.contains("0 % became 100 %") && note.ends_with("The key was wrong.");
        let notes: Vec<&str> = report.notes.iter().map(crate::report::Clean::as_str).collect();
        assert_eq!(notes.iter().filter(|note| is_told(note)).count(), 1, "{notes:?}");
        let answers = report.tables.iter().find(|table| table.layout.key == "answers").unwrap();
        assert!(answers.rows[0].iter().any(|cell| cell.shown.as_str() == "100 %"), "{:?}", answers.rows);
    }
}
