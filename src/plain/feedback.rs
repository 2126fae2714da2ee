//! What an answer was worth and why, part by part.

use super::{Plain, Step};
use crate::assess::{Finding, Grade, Mark, neighbours};
use crate::course::question::QuestionBody;
use crate::session::item::Item;

impl Plain<'_> {
    /// Writes the grade of an answer, what is to be said of each part, and the reason.
    pub(super) fn write_feedback(&mut self, item: &Item) -> Step {
        let Some(graded) = item.graded.clone() else { return Ok(()) };
        self.say_grade(graded.grade)?;
        if let Some((kept, all)) = neighbours(&item.question, &item.response).filter(|_| !graded.grade.is_full()) {
            self.say_with("plain-order-counted", &[("kept", kept.into()), ("all", all.into())])?;
        }
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
        let mark = match (finding.mark, right_place(item, finding)) {
            (Mark::Right, _) => self.words.get("plain-mark-right"),
            (Mark::Wrong, Some(at)) => self.words.with("plain-mark-place", &[("at", at.into())]),
            (Mark::Wrong, None) => self.words.get("plain-mark-wrong"),
            (Mark::Missed, _) => self.words.get("plain-mark-missed"),
            (Mark::Open, _) => self.words.get("plain-mark-open"),
        };
        let text = match &finding.option {
            Some(id) => format!("- {mark}: {}. {feedback}", self.text_of(item, id).trim_end_matches('.')),
            None => format!("- {feedback}"),
        };
        Ok(self.lines.write(&text)?)
    }
}

/// Returns the place of a card in the right order, from 1; none where it is no matter of order.
fn right_place(item: &Item, finding: &Finding) -> Option<usize> {
    let QuestionBody::Order { options, .. } = &item.question.body else { return None };
    options.iter().position(|card| Some(&card.id) == finding.option.as_ref()).map(|at| at + 1)
}
