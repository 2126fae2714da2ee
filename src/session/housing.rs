//! Whose house the course speaks of: its own, that of this home, or that of the workshop a learner joined.
//!
//! Apart from the course because that never changes; here it is taken with another house in it. What an invitation says
//! was looked at when it came in and is looked at again: what is kept on a disk may have been changed there.

use std::sync::Arc;

use super::{Carry, Effect, Effects, Session, Tag};
use crate::cohort::Invitation;
use crate::cohort::house::{self, BadValue};
use crate::cohort::invitation::KEPT;
use crate::course::{Course, Faults, OwnHouse};
use crate::id::Lang;
use crate::store::api::Draft;

/// Values that stand in no table come first, then these tables, then any other.
const TABLES: [&str; 8] = ["", "desk", "delivery", "restrictions", "consent", "codes", "alert", "words"];
/// The table of facts, which are the course's alone.
const FACTS: &str = "facts";

/// A value of the house, as a form shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where it stands, such as `desk.contact`.
    pub path: String,
    /// What is said now.
    pub text: String,
    /// What the course says.
    pub course: String,
}

/// Why a house is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// These values, by path.
    Values(Vec<(String, BadValue)>),
    /// An exercise of the course cannot be opened with it.
    Course(Faults),
}

impl Session {
    /// Puts the house of a learner's workshop into the course; of several the latest that has one.
    pub(super) fn move_in(&mut self, drafts: &[Draft]) {
        let joined = drafts.iter().filter(|draft| draft.key.starts_with(KEPT));
        let joined = joined.filter_map(|draft| serde_json::from_str::<Invitation>(&draft.json).ok());
        let is_sound = |own: &OwnHouse| house::check(own).is_ok();
        let here = &self.course.manifest().id;
        let latest = joined.filter(|one| one.course.id == *here && one.house.as_ref().is_some_and(is_sound));
        match latest.max_by_key(|one| one.from).and_then(|one| one.house) {
            Some(own) if self.course.own_house() == Some(&own) => {}
            Some(own) => self.course = Arc::new(self.at_home.with_house(Some(own))),
            None => self.move_home(),
        }
    }

    /// Puts the house of this home back.
    pub(super) fn move_home(&mut self) {
        self.course = Arc::clone(&self.at_home);
    }

    /// Returns every value of the house in the language of everything, in the order of a form.
    pub fn house(&self) -> Vec<Told> {
        let (course, plain) = (&self.at_home, self.at_home.with_house(None));
        let table = |path: &str| path.split_once('.').map_or("", |(table, _)| table).to_owned();
        let place = |path: &str| TABLES.iter().position(|known| *known == table(path)).unwrap_or(TABLES.len());
        let told = |(path, text): (&String, &String)| Told {
            path: path.clone(),
            text: text.clone(),
            course: plain.house(&self.lang).get(path).unwrap_or_default().to_owned(),
        };
        let mut all: Vec<Told> = course.house(&self.lang).values.iter().map(told).collect();
        all.retain(|one| table(&one.path) != FACTS);
        all.sort_by_cached_key(|one| (place(&one.path), one.path.clone()));
        all
    }

    /// Keeps what was typed in place of what the course says: of each value that changed, the path and the text; an empty
    /// one gives the word back to the course. All that is wrong is told at once, and then nothing is kept. The house is
    /// moved in once its files are written.
    pub fn keep_house(&mut self, changed: &[(String, String)]) -> Result<Effects, NotKept> {
        let plain = self.at_home.with_house(None);
        let mut own = self.at_home.own_house().cloned().unwrap_or_default();
        for (path, text) in changed {
            say(&mut own, &plain, &self.lang, (path, text));
        }
        let whole = self.at_home.with_house(Some(own.clone()));
        let fault = |(path, text): &(String, String)| {
            let bad =
                house::check_value(path, text).and_then(|()| house::check_notes(path, text, whole.house(&self.lang)));
            Some((path.clone(), bad.err()?))
        };
        let faults: Vec<_> = changed.iter().filter(|(_, text)| !text.is_empty()).filter_map(fault).collect();
        if !faults.is_empty() {
            return Err(NotKept::Values(faults));
        }
        whole.check_house().map_err(NotKept::Course)?;
        let files = house::files(&own);
        let tag = self.outbox.next_tag();
        self.moving = Some((tag, Arc::new(if own.is_empty() { plain } else { whole })));
        Ok(vec![Effect::Carry(tag, Carry::House(files))])
    }

    /// Moves the house in whose files are written; one that could not be written counts nowhere.
    pub(super) fn delivered(&mut self, tag: Tag, is_written: bool) {
        let Some((_, course)) = self.moving.take_if(|(moving, _)| *moving == tag).filter(|_| is_written) else {
            return;
        };
        self.at_home = course;
        if self.learning().is_none() {
            self.move_home();
        }
    }
}

/// Says a value in a language; what the course says alike in all its languages, such as a name, is said in all.
fn say(own: &mut OwnHouse, course: &Course, lang: &Lang, (path, text): (&String, &String)) {
    let languages = &course.manifest().languages;
    let said: Vec<_> = languages.iter().map(|lang| course.house(lang).get(path)).collect();
    let is_alike = said.windows(2).all(|pair| pair.first() == pair.last());
    let of_course = course.house(lang).get(path) == Some(text.as_str());
    let everywhere = is_alike || languages.first() == Some(lang);
    let is_the_courses = of_course && (everywhere || !own.values.contains_key(path));
    let values = if everywhere { &mut own.values } else { own.languages.entry(lang.clone()).or_default() };
    if text.is_empty() || is_the_courses {
        values.remove(path);
    } else {
        values.insert(path.clone(), text.clone());
    }
    own.languages.retain(|_, values| !values.is_empty());
}
