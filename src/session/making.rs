//! Files of what was filled in: handed to the host, which keeps them where the learner finds them.
//!
//! Apart from desk work because nothing changes here: a form that stands somewhere is written out as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bench::Purpose;
use super::working::tool_key;
use super::{Delivery, Effect, Effects, Session, own_folder};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Exercise, Work};
use crate::course::{ExerciseOutline, Faults};
use crate::id::ExerciseId;
use crate::report::artefact::{Artefact, Reader, identity};

/// A form that was filled in.
struct Made {
    exercise: Arc<Exercise>,
    fields: BTreeMap<String, Entry>,
    id: u128,
}

impl Session {
    /// Returns the first name that no real item of a tool is kept under: a number.
    pub fn next_item(&self, exercise: &ExerciseId) -> String {
        let kept = self.kept_items(exercise);
        let number = (1..=kept.len() + 1).find(|number| !kept.contains(&number.to_string()));
        number.unwrap_or_default().to_string()
    }

    /// Returns the tools of the course.
    pub fn tools(&self) -> impl Iterator<Item = &ExerciseOutline> {
        self.course.exercises().iter().filter(|outline| outline.tool.is_some())
    }

    /// Returns whether what was made in an exercise can be had as files.
    pub fn can_export(&self, exercise: &ExerciseId) -> bool {
        self.made(exercise).is_some()
    }

    /// Hands over what stands on the bench, or what was handed in last, as files for people and for programs.
    pub fn export_made(&mut self, exercise: &ExerciseId) -> Effects {
        self.made(exercise).map_or_else(Effects::new, |made| self.deliver_made(&made))
    }

    /// Hands over a real item that was kept.
    pub fn export_item(&mut self, exercise: &ExerciseId, name: &str) -> Result<Effects, Faults> {
        let exercise = self.course.exercise(exercise, &self.lang)?;
        let key = tool_key(&exercise.id, name);
        let Some(learning) = self.learning() else { return Ok(Effects::new()) };
        let Some(Work::Form { fields }) = learning.draft::<Work>(&key) else { return Ok(Effects::new()) };
        let id = identity(learning.profile.learner, &key);
        Ok(self.deliver_made(&Made { exercise, fields, id }))
    }

    fn made(&self, exercise: &ExerciseId) -> Option<Made> {
        let learning = self.learning()?;
        if let Some(bench) = self.bench.as_ref().filter(|bench| bench.exercise.id == *exercise) {
            let id = match &bench.purpose {
                Purpose::Attempt(attempt) => attempt.bits(),
                Purpose::Tool(name) => identity(learning.profile.learner, &tool_key(exercise, name)),
                Purpose::Swaps | Purpose::Reply(_) => return None,
            };
            return Made::new(&bench.exercise, &bench.work, id);
        }
        let tries = learning.run()?.desk_work.tries(|id| id == exercise);
        let (attempt, done) = tries.last()?;
        // An exercise that can't be read any more says so where it is opened.
        let opened = self.course.exercise(exercise, &self.lang).ok()?;
        Made::new(&opened, &done.result.work, attempt.bits())
    }

    fn deliver_made(&mut self, made: &Made) -> Effects {
        let Some(learning) = self.learning() else { return Effects::new() };
        let profile = &learning.profile;
        let folder = own_folder(profile);
        let by = if profile.member.is_empty() { &profile.name } else { &profile.member };
        let Made { exercise, fields, id } = made;
        let artefact = Artefact { exercise, fields, id: *id, by, lang: &self.lang, at: self.clock.now() };
        let files = [Reader::People, Reader::Programs].map(|reader| artefact.write(reader));
        let deliver = |file: crate::report::artefact::File| {
            let folder = folder.clone();
            let delivery = Delivery { folder, name: file.name, mime: file.mime, bytes: file.bytes };
            Effect::Deliver(self.outbox.next_tag(), delivery)
        };
        files.into_iter().flatten().map(deliver).collect()
    }
}

impl Made {
    fn new(exercise: &Arc<Exercise>, work: &Work, id: u128) -> Option<Self> {
        match (&exercise.engine, work) {
            (Engine::Form(_), Work::Form { fields }) => {
                Some(Self { exercise: Arc::clone(exercise), fields: fields.clone(), id })
            }
            _ => None,
        }
    }
}
