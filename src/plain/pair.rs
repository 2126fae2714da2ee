//! Two at one machine: who sits here too, and going on alone again.

use super::menu::back;
use super::{Entry, Plain, Step, pick};
use crate::store::Profile;

impl Plain<'_> {
    /// Ends the pair, or asks with whom one is formed.
    pub(super) fn pair_or_part(&mut self) -> Step {
        if self.session.partner().is_some() {
            let effects = self.session.go_on_alone();
            self.act(effects)?;
            return self.say("plain-alone");
        }
        let colleagues: Vec<Profile> = self.session.colleagues().into_iter().cloned().collect();
        if colleagues.is_empty() { self.say("plain-nobody-else") } else { back(self.choose_colleague(&colleagues)) }
    }

    fn choose_colleague(&mut self, colleagues: &[Profile]) -> Step {
        loop {
            self.blank()?;
            self.say("plain-colleagues")?;
            for (number, profile) in (1..).zip(colleagues) {
                self.lines.write(&format!("{number}. {}, {}", profile.name, profile.member))?;
            }
            let prompt = self.words.with("plain-ask-colleague", &[("max", colleagues.len().into())]);
            match self.choose(&prompt)? {
                Entry::Text(text) => match pick(colleagues, &text) {
                    Some(colleague) => {
                        let effects = self.session.pair_with(colleague.learner);
                        return self.act(effects);
                    }
                    None => self.refuse_number(&text, colleagues.len())?,
                },
                Entry::Enter => return Ok(()),
                Entry::Again => {}
            }
        }
    }

    /// Says with whom the learner works, where that is so.
    pub(super) fn tell_pair(&mut self) -> Step {
        match self.session.partner().map(|partner| partner.name.clone()) {
            Some(name) => self.say_with("plain-pair", &[("name", name.into())]),
            None => Ok(()),
        }
    }
}
