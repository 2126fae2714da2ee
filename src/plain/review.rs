//! The review: what is due, question by question, and when it comes back.
//!
//! Apart from a quiz because it ends without a grade.

use super::{Plain, Step};

impl Plain<'_> {
    /// Says how many questions are due for review, where some are.
    pub(super) fn tell_reviews(&mut self) -> Step {
        match self.session.reviews_due() {
            0 => Ok(()),
            due => self.say_with("plain-reviews", &[("count", due.into())]),
        }
    }

    /// Asks what is due for review, or says when something is.
    pub(super) fn review(&mut self) -> Step {
        let (is_due, effects) = self.session.sit_review();
        self.act(effects)?;
        if !is_due {
            let text = self.session.told_nothing_due(&self.words);
            return Ok(self.lines.write(&text)?);
        }
        self.blank()?;
        self.say("plain-review")?;
        let sat = self.ask_all().and_then(|()| self.write_reviewed());
        let effects = self.session.leave_sitting();
        self.act(effects)?;
        sat
    }

    fn write_reviewed(&mut self) -> Step {
        let Some((sitting, reviewed)) = self.session.sitting().zip(self.session.reviewed()) else { return Ok(()) };
        let counts = [("right", sitting.right().into()), ("of", sitting.items.len().into())];
        let text = format!("{} {}", self.words.with("review-result", &counts), reviewed.told(&self.words));
        self.blank()?;
        Ok(self.lines.write(text.trim_end())?)
    }
}
