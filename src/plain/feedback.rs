//! What an answer was worth and why, part by part.

use super::{Plain, Step};
use crate::assess::{Finding, Grade, Mark};
use crate::session::item::Item;

impl Plain<'_> {
    /// Writes the grade of an answer, what is to be said of each part, and the reason.
    pub(super) fn write_feedback(&mut self, item: &Item) -> Step {
        let Some(graded) = item.graded.clone() else { return Ok(()) };
        self.say_grade(graded.grade)?;
        for finding in &graded.findings {
            self.write_finding(item, finding)?;
        }
        let why = self.inline(&item.question.why);
        self.say_with("plain-reason", &[("why", why.into())])
    }

    fn say_grade(&mut self, grade: Grade) -> Step {
        match grade {
            Grade::FULL => self.say("plain-right"),
            Grade::ZERO => self.say("plain-wrong"),
            _ => self.say_with("plain-partly", &[("percent", grade.percent().into())]),
        }
    }

    fn write_finding(&mut self, item: &Item, finding: &Finding) -> Step {
        let feedback = self.inline(&finding.feedback);
        let mark = self.words.get(match finding.mark {
            Mark::Right => "plain-mark-right",
            Mark::Wrong => "plain-mark-wrong",
            Mark::Missed => "plain-mark-missed",
            Mark::Open => "plain-mark-open",
        });
        let text = match &finding.option {
            Some(id) => format!("- {mark}: {}. {feedback}", self.text_of(item, id).trim_end_matches('.')),
            None => format!("- {feedback}"),
        };
        Ok(self.lines.write(&text)?)
    }
}
