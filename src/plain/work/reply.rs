//! Forms that nobody judges, line by line: asked like any form, handed in, changed later.

use super::{Plain, Step};
use crate::id::ExerciseId;

impl Plain<'_> {
    /// Fills a form in until it is handed in or left; leaving keeps what was said.
    pub(in crate::plain) fn reply_to(&mut self, form: &ExerciseId, day: Option<u16>) -> Step {
        match self.session.reply_to(form, day) {
            Ok(effects) => self.act(effects)?,
            Err(faults) => return self.say_faults(&faults),
        }
        self.at_bench(Self::reply_through)
    }

    fn reply_through(&mut self) -> Step {
        let Some(form) = self.exercise() else { return Ok(()) };
        self.write_head_of(&form)?;
        if self.session.bench().is_some_and(|bench| !bench.is_untouched()) {
            self.say("plain-form-said")?;
        }
        loop {
            self.engine()?;
            if !self.confirm("plain-ask-form-hand-in")? {
                continue;
            }
            let (was_filled, effects) = self.session.hand_in_reply();
            self.act(effects)?;
            if was_filled {
                return self.say("plain-form-thanks");
            }
            self.say("form-nothing")?;
        }
    }
}
