//! A story in stages: which are done, which is next, and what the whole came to.
//!
//! Apart from single pieces of work because a story has no work of its own. Its try gives each stage its try, so that
//! leaving and coming back, on this machine or another, finds the stages that were handed in.

use super::bench::{Bench, BenchDraft, Purpose};
use super::working::draft_key;
use super::{Effects, Session};
use crate::assess::work::stages::{StageResult, gather};
use crate::course::Faults;
use crate::course::exercise::stages::Stage;
use crate::course::exercise::{Engine, Part, Stages, Work};
use crate::id::{AttemptId, ExerciseId};
use crate::journal::Body;
use crate::journal::event::WorkDone;
use crate::journal::progress::HandedIn;

/// A story under way.
#[derive(Debug, Clone)]
pub struct Story {
    /// The exercise.
    pub exercise: std::sync::Arc<crate::course::Exercise>,
    /// This try.
    pub attempt: AttemptId,
    /// The stages with what was handed in.
    pub stages: Vec<(Stage, Option<HandedIn>)>,
}

impl Story {
    /// Puts the same story in another language.
    pub fn translate(&mut self, exercise: std::sync::Arc<crate::course::Exercise>) {
        if let Engine::Stages(Stages { stages, .. }) = &exercise.engine {
            for ((told, _), stage) in self.stages.iter_mut().zip(stages) {
                told.clone_from(stage);
            }
        }
        self.exercise = exercise;
    }

    /// Returns the stage that comes next; none where all are done.
    pub fn next(&self) -> Option<usize> {
        self.stages.iter().position(|(_, done)| done.is_none())
    }
}

/// Returns the try of a stage in the try of its story.
fn stage_attempt(story: AttemptId, stage: usize) -> AttemptId {
    AttemptId::from_bits(story.bits().wrapping_add(stage as u128 + 1))
}

impl Session {
    /// Opens a story: the try that was left, or a new one, which is kept at once. None for what is no story.
    pub fn story(&mut self, exercise: &ExerciseId) -> Result<Option<(Story, Effects)>, Faults> {
        let opened = self.course.exercise(exercise, &self.lang)?;
        let Engine::Stages(Stages { stages, .. }) = &opened.engine else { return Ok(None) };
        let stages = stages.clone();
        let key = draft_key(exercise, self.partner_id());
        let kept = self.learning().and_then(|learning| learning.draft::<BenchDraft>(&key));
        let (attempt, effects) = match kept {
            Some(kept) => (kept.attempt, Effects::new()),
            None => self.begin_story(exercise),
        };
        let stages = stages.into_iter().map(|stage| (stage, None)).collect();
        let mut story = Story { exercise: opened, attempt, stages };
        self.follow_story(&mut story);
        Ok(Some((story, effects)))
    }

    /// Returns the try at a story that ended last, with what it came to.
    pub fn ended_story(&self, exercise: &ExerciseId) -> Result<Option<(Story, WorkDone)>, Faults> {
        let opened = self.course.exercise(exercise, &self.lang)?;
        let Engine::Stages(Stages { stages, .. }) = &opened.engine else { return Ok(None) };
        let tries =
            self.learning().and_then(|learning| learning.run()).map(|run| run.desk_work.tries(|id| id == exercise));
        let Some((attempt, done)) = tries.unwrap_or_default().into_iter().next_back() else { return Ok(None) };
        let stages = stages.iter().map(|stage| (stage.clone(), None)).collect();
        let came = done.result.clone();
        let mut story = Story { exercise: std::sync::Arc::clone(&opened), attempt, stages };
        self.follow_story(&mut story);
        Ok(Some((story, came)))
    }

    /// Brings a story up to what was handed in by now.
    pub fn follow_story(&self, story: &mut Story) {
        let run = self.learning().and_then(|learning| learning.run());
        for (at, (stage, done)) in story.stages.iter_mut().enumerate() {
            let tries = run.map(|run| run.desk_work.tries(|id| *id == stage.exercise)).unwrap_or_default();
            let is_this = |(id, _): &(AttemptId, &HandedIn)| *id == stage_attempt(story.attempt, at);
            *done = tries.into_iter().find(is_this).map(|(_, done)| done.clone());
        }
    }

    fn begin_story(&mut self, exercise: &ExerciseId) -> (AttemptId, Effects) {
        let attempt = AttemptId::from_bits(self.chance.bits());
        let work = Work::Stages { done: 0 };
        let answers = std::collections::BTreeMap::new();
        let draft = BenchDraft { attempt, work, answers, seconds: 0, untimed: false };
        let mut effects = self.keep_draft(draft_key(exercise, self.partner_id()), &draft);
        effects.extend(self.flush_draft());
        (attempt, effects)
    }

    /// Lays a stage of a story out: its half-done work, or a new one.
    pub fn work_on_stage(&mut self, story: &Story, at: usize) -> Result<Effects, Faults> {
        let Some((stage, None)) = story.stages.get(at) else { return Ok(Effects::new()) };
        let attempt = stage_attempt(story.attempt, at);
        let opened = self.course.exercise(&stage.exercise, &self.lang)?;
        let key = draft_key(&stage.exercise, self.partner_id());
        let kept = self.learning().and_then(|learning| learning.draft::<BenchDraft>(&key));
        let mut bench = Bench::new(opened, Purpose::Attempt(attempt), attempt);
        bench.is_in_timed_story = matches!(&story.exercise.engine, Engine::Stages(stages) if counts_time(stages));
        if let Some(kept) = kept.filter(|kept| kept.attempt == attempt) {
            bench.restore(kept);
        }
        Ok(self.lay_out(bench))
    }

    /// Ends a story whose stages are all done: gathered, and sent to the store. Returns what it came to.
    pub fn end_story(&mut self, story: &Story) -> Option<(WorkDone, Effects)> {
        let Engine::Stages(stages) = &story.exercise.engine else { return None };
        let done: Option<Vec<&WorkDone>> = story.stages.iter().map(|(_, done)| Some(&done.as_ref()?.result)).collect();
        let result = gathered(story, stages, &done?);
        let key = draft_key(&story.exercise.id, self.partner_id());
        self.drop_due(&key);
        let body = Body::ExerciseDone { attempt: story.attempt, result: Box::new(result.clone()) };
        let effects = self.write_shared_with(vec![body], Vec::new(), Some(key));
        Some((result, effects))
    }
}

fn counts_time(stages: &Stages) -> bool {
    stages.score.get(&Part::Time).is_some_and(|weight| *weight > 0)
}

fn gathered(story: &Story, stages: &Stages, done: &[&WorkDone]) -> WorkDone {
    let results: Vec<_> = done
        .iter()
        .map(|done| StageResult { grade: done.grade, parts: &done.parts, seconds: done.seconds, untimed: done.untimed })
        .collect();
    let gathered = gather(stages, story.exercise.minutes, &results);
    let critical: Vec<String> = done.iter().flat_map(|done| done.critical.clone()).collect();
    WorkDone {
        exercise: story.exercise.id.clone(),
        work: Work::Stages { done: u16::try_from(done.len()).unwrap_or(u16::MAX) },
        answers: std::collections::BTreeMap::new(),
        grade: gathered.grade,
        parts: gathered.parts,
        codes: done.iter().flat_map(|done| done.codes.clone()).collect(),
        passed: gathered.grade.number() >= story.exercise.pass && critical.is_empty(),
        critical,
        seconds: done.iter().fold(0, |sum: u32, done| sum.saturating_add(done.seconds)),
        untimed: done.iter().any(|done| done.untimed),
    }
}
