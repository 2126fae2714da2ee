//! Desk work: opening an exercise or a tool, changing the work, handing it in, looking back at it.
//!
//! Apart from the bench, which knows only its exercise: here drafts are kept, events are sent, and stories go from
//! stage to stage.

use std::sync::Arc;

use super::bench::{Bench, BenchDraft, Purpose};
use super::{Effects, Session};
use crate::assess::Response;
use crate::assess::work::{Assessment, Circumstances, assess};
use crate::course::Faults;
use crate::course::exercise::{Exercise, Work};
use crate::id::{AttemptId, ExerciseId, LearnerId};
use crate::journal::Body;
use crate::journal::completion::ExerciseState;
use crate::journal::progress::{HandedIn, Marked};
use crate::store::Request;

/// Returns the key that half-done work is kept under: one's own, or that of a pair.
pub(super) fn draft_key(exercise: &ExerciseId, pair: Option<LearnerId>) -> String {
    match pair {
        None => format!("exercise/{exercise}"),
        Some(partner) => format!("pair/{partner}/exercise/{exercise}"),
    }
}

/// Returns the key that a real item of a tool is kept under.
pub fn tool_key(exercise: &ExerciseId, name: &str) -> String {
    format!("tool/{exercise}/{name}")
}

/// Work that was handed in, judged again by the rules as they are now.
#[derive(Debug, Clone)]
pub struct LookedBack {
    /// The exercise as it is now.
    pub exercise: Arc<Exercise>,
    /// What was handed in, and what it was worth then.
    pub done: HandedIn,
    /// What the rules say of it now.
    pub assessment: Assessment,
    /// How somebody marked it by its rubric, if somebody did.
    pub marked: Option<Marked>,
}

impl Session {
    /// Returns the desk work that is under way.
    pub fn bench(&self) -> Option<&Bench> {
        self.bench.as_ref()
    }

    /// Returns whether a half-done piece of work waits.
    pub fn is_half_done(&self, exercise: &ExerciseId) -> bool {
        self.learning().is_some_and(|learning| learning.has_draft(&draft_key(exercise, self.partner_id())))
    }

    /// Lays an exercise out: the half-done work that waits, or a new try.
    pub fn work_on(&mut self, exercise: &ExerciseId) -> Result<Effects, Faults> {
        let opened = self.course.exercise(exercise, &self.lang)?;
        let key = draft_key(exercise, self.partner_id());
        let kept = self.learning().and_then(|learning| learning.draft::<BenchDraft>(&key));
        let attempt = kept.as_ref().map_or_else(|| AttemptId::from_bits(self.chance.bits()), |kept| kept.attempt);
        let mut bench = Bench::new(opened, Purpose::Attempt(attempt), attempt);
        if let Some(kept) = kept {
            bench.restore(kept);
        }
        Ok(self.lay_out(bench))
    }

    /// Opens a tool for a real item: blank, or the one that was kept under this name.
    pub fn open_tool(&mut self, exercise: &ExerciseId, name: &str) -> Result<Effects, Faults> {
        let opened = self.course.exercise(exercise, &self.lang)?;
        let kept = self.learning().and_then(|learning| learning.draft::<Work>(&tool_key(exercise, name)));
        let attempt = AttemptId::from_bits(self.chance.bits());
        let mut bench = Bench::new(opened, Purpose::Tool(name.to_owned()), attempt);
        bench.untimed = true;
        match kept {
            Some(kept) => bench.work = kept,
            None => bench.clear(),
        }
        Ok(self.lay_out(bench))
    }

    /// Returns the names under which real items of a tool are kept.
    pub fn kept_items(&self, exercise: &ExerciseId) -> Vec<String> {
        let prefix = tool_key(exercise, "");
        let Some(learning) = self.learning() else { return Vec::new() };
        learning.draft_keys().filter_map(|key| key.strip_prefix(&prefix)).map(str::to_owned).collect()
    }

    /// Takes a kept item away.
    pub fn drop_item(&mut self, exercise: &ExerciseId, name: &str) -> Effects {
        let key = tool_key(exercise, name);
        self.drop_kept(key)
    }

    fn drop_kept(&mut self, key: String) -> Effects {
        self.drop_due(&key);
        let Some(learning) = self.learning_mut() else { return Effects::new() };
        learning.drop_draft(&key);
        let learner = learning.profile.learner;
        self.outbox.send(Request::DropDraft { learner, key })
    }

    pub(super) fn lay_out(&mut self, mut bench: Bench) -> Effects {
        let effects = self.leave_bench();
        bench.look(self.clock.elapsed(), true);
        self.bench = Some(bench);
        effects
    }

    /// Changes the work; it is kept as a draft.
    pub fn change_work(&mut self, work: Work) -> Effects {
        let Some(bench) = self.bench.as_mut().filter(|bench| bench.assessment.is_none()) else { return Effects::new() };
        if bench.work == work {
            return Effects::new();
        }
        bench.work = work;
        self.keep_bench()
    }

    /// Changes the answer to the question after the work that is asked.
    pub fn answer_after_work(&mut self, response: Response) -> Effects {
        let Some(bench) = self.bench.as_mut().filter(|bench| bench.assessment.is_none()) else { return Effects::new() };
        bench.respond(response);
        self.keep_bench()
    }

    /// Goes to the next question after the work; says whether there is one.
    pub fn ask_after_work(&mut self) -> bool {
        self.bench.as_mut().is_some_and(Bench::ask_next)
    }

    /// Goes back to the question before, or to the work; says whether there was a way back.
    pub fn back_to_work(&mut self) -> bool {
        self.bench.as_mut().is_some_and(Bench::ask_before)
    }

    /// Leaves the clock out of the score, or puts it back.
    pub fn set_untimed(&mut self, untimed: bool) -> Effects {
        let Some(bench) = self.bench.as_mut().filter(|bench| bench.assessment.is_none()) else { return Effects::new() };
        bench.untimed = untimed;
        self.keep_bench()
    }

    /// Keeps in mind that the learner agreed to hand in unfinished work.
    pub fn agree_to_hand_in(&mut self) {
        if let Some(bench) = &mut self.bench {
            bench.agree();
        }
    }

    fn keep_bench(&mut self) -> Effects {
        let elapsed = self.clock.elapsed();
        let Some(bench) = &self.bench else { return Effects::new() };
        match (&bench.purpose, bench.draft(elapsed)) {
            (Purpose::Attempt(_), Some(draft)) => {
                self.keep_draft(draft_key(&bench.exercise.id, self.partner_id()), &draft)
            }
            (Purpose::Tool(name), _) => {
                let (key, work) = (tool_key(&bench.exercise.id, name), bench.work.clone());
                self.keep_draft(key, &work)
            }
            (Purpose::Swaps, _) => {
                let work = bench.work.clone();
                self.keep_swaps(&work)
            }
            (Purpose::Reply(day), _) => {
                let (form, day, work) = (bench.exercise.id.clone(), *day, bench.work.clone());
                self.keep_reply(&form, day, &work)
            }
            (Purpose::Attempt(_), None) => Effects::new(),
        }
    }

    /// Hands the work in: judged, and sent to the store at once.
    pub fn hand_in_work(&mut self) -> Effects {
        let (elapsed, pair) = (self.clock.elapsed(), self.partner_id());
        let Some(bench) = self.bench.as_mut().filter(|bench| bench.assessment.is_none()) else { return Effects::new() };
        let Purpose::Attempt(attempt) = bench.purpose else { return Effects::new() };
        let result = Box::new(bench.hand_in(elapsed));
        let key = draft_key(&bench.exercise.id, pair);
        self.drop_due(&key);
        self.write_shared_with(vec![Body::ExerciseDone { attempt, result }], Vec::new(), Some(key))
    }

    /// Throws the half-done work away and lays the exercise out anew.
    pub fn start_over(&mut self) -> Result<Effects, Faults> {
        let Some(bench) = self.bench.take() else { return Ok(Effects::new()) };
        let key = draft_key(&bench.exercise.id, self.partner_id());
        let mut effects = self.drop_kept(key);
        effects.extend(self.work_on(&bench.exercise.id)?);
        Ok(effects)
    }

    /// Leaves the work; what was made is kept, and the clock stops.
    pub fn leave_bench(&mut self) -> Effects {
        let elapsed = self.clock.elapsed();
        let Some(bench) = self.bench.as_mut() else { return Effects::new() };
        bench.look(elapsed, false);
        let is_open = bench.assessment.is_none() && !bench.is_untouched();
        let mut effects = if is_open { self.keep_bench() } else { Effects::new() };
        effects.extend(self.flush_draft());
        self.bench = None;
        effects
    }

    /// Returns where the learner is in an exercise.
    pub fn exercise_state(&self, exercise: &ExerciseId) -> Option<ExerciseState> {
        Some(ExerciseState::new(self.learning()?.run()?, exercise))
    }

    /// Returns the last work that was handed in, judged by the rules as they are now.
    pub fn look_back(&self, exercise: &ExerciseId) -> Result<Option<LookedBack>, Faults> {
        let Some(run) = self.learning().and_then(|learning| learning.run()) else { return Ok(None) };
        let tries = run.desk_work.tries(|id| id == exercise);
        let Some((attempt, done)) = tries.last() else { return Ok(None) };
        let opened = self.course.exercise(exercise, &self.lang)?;
        let result = &done.result;
        let around = Circumstances { seconds: result.seconds, untimed: result.untimed, ..Circumstances::default() };
        let assessment = assess(&opened, &result.work, &result.answers, around);
        let marked = run.desk_work.marking(*attempt).cloned();
        Ok(Some(LookedBack { exercise: opened, done: (*done).clone(), assessment, marked }))
    }
}
