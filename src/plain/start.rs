//! Who is here: choosing a learner, or a first start with name, station and language.

use super::{Entry, Plain, Step, Stop, pick};
use crate::id::Lang;
use crate::session::{Stage, trouble};
use crate::store::Profile;
use crate::words::LANGUAGES;

/// Longest name and station, in characters.
const LONGEST_NAME: usize = 80;

impl Plain<'_> {
    /// Asks until a learner is here.
    pub(super) fn enter(&mut self) -> Step {
        loop {
            match self.session.stage() {
                Stage::Learning(_) => return self.greet(),
                Stage::Choosing(learners) if learners.is_empty() => {
                    if !self.join()? {
                        self.first_start()?;
                    }
                }
                Stage::Choosing(learners) => {
                    let learners = learners.clone();
                    self.choose_learner(&learners)?;
                }
                Stage::Failed(why) => {
                    let why = trouble::store(why, &self.words);
                    self.say_with("plain-store-failed", &[("why", why.into())])?;
                    return Err(Stop::End);
                }
                Stage::Loading | Stage::Training(_) => return Err(Stop::End),
            }
        }
    }

    /// Deletes everything of the learner who is here, once their name is typed.
    pub(super) fn forget_me(&mut self) -> Step {
        if !self.session.can_be_forgotten() {
            return self.say("forget-not-as-pair");
        }
        let name = self.session.learning().map_or(String::new(), |learning| learning.profile.name.clone());
        self.say("forget-text")?;
        let prompt = self.words.with("forget-ask", &[("name", name.into())]);
        let Entry::Text(typed) = self.type_in(&prompt)? else { return Ok(()) };
        match self.session.forget_me(&typed) {
            Some(effects) => self.act(effects),
            None => self.say("forget-other-name"),
        }
    }

    fn greet(&mut self) -> Step {
        let Some(learning) = self.session.learning() else { return Ok(()) };
        let name = learning.profile.name.clone();
        self.say_with("plain-greeting", &[("name", name.into())])
    }

    fn choose_learner(&mut self, learners: &[Profile]) -> Step {
        self.blank()?;
        self.say("plain-who")?;
        for (number, profile) in (1..).zip(learners) {
            self.lines.write(&format!("{number}. {}, {}", profile.name, profile.member))?;
        }
        let cohort = self.session.offered().map(|offer| offer.invitation.name.clone());
        if let Some(cohort) = &cohort {
            self.say_with("plain-join-offer", &[("cohort", cohort.as_str().into())])?;
        }
        let prompt = self.words.with("plain-ask-learner", &[("max", learners.len().into())]);
        match self.choose(&prompt)? {
            Entry::Text(text) if text == "n" => self.first_start(),
            Entry::Text(text) if text == "i" && cohort.is_some() => self.join().map(drop),
            Entry::Text(text) => match pick(learners, &text) {
                Some(profile) => {
                    let effects = self.session.choose(profile.learner);
                    self.act(effects)
                }
                None => self.refuse_number(&text, learners.len()),
            },
            Entry::Enter | Entry::Again => Ok(()),
        }
    }

    fn first_start(&mut self) -> Step {
        self.blank()?;
        self.say("plain-first-start")?;
        let name = self.ask_name("plain-ask-name")?;
        let station = self.ask_name("plain-ask-station")?;
        let lang = self.ask_language()?;
        let effects = self.session.add_learner(&name, &station, lang);
        self.act(effects)
    }

    fn ask_name(&mut self, key: &str) -> Step<String> {
        loop {
            let prompt = self.words.get(key);
            match self.type_in(&prompt)? {
                Entry::Text(text) if text.chars().count() <= LONGEST_NAME => return Ok(text),
                Entry::Text(_) => self.say_with("plain-why-long", &[("max", LONGEST_NAME.into())])?,
                Entry::Enter => self.say("plain-why-empty")?,
                Entry::Again => {}
            }
        }
    }

    fn ask_language(&mut self) -> Step<Lang> {
        loop {
            for (number, (_, name)) in (1..).zip(LANGUAGES) {
                self.lines.write(&format!("{number}. {name}"))?;
            }
            let prompt = self.words.with("plain-ask-language", &[("max", LANGUAGES.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(self.session.lang().clone()),
                Entry::Text(text) => match language(&text) {
                    Some(lang) => return Ok(lang),
                    None => self.refuse_number(&text, LANGUAGES.len())?,
                },
                Entry::Again => {}
            }
        }
    }
}

/// Finds a language by its number or code.
fn language(text: &str) -> Option<Lang> {
    let found = LANGUAGES.iter().find(|(code, _)| *code == text).or_else(|| pick(&LANGUAGES, text));
    found.and_then(|(code, _)| Lang::new(code).ok())
}
