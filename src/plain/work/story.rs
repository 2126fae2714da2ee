//! A story in stages: each comes in with its time, is worked, and tells what it came to; at the end the whole.

use super::{Plain, Step};
use crate::id::ExerciseId;
use crate::journal::event::WorkDone;
use crate::session::debrief::part;
use crate::session::story::Story;

impl Plain<'_> {
    /// Goes on with a story until its end; leaving keeps the stages that were handed in.
    pub(super) fn tell_story(&mut self, exercise: &ExerciseId) -> Step {
        let mut is_begun = false;
        loop {
            let story = match self.session.story(exercise) {
                Ok(Some((story, effects))) => {
                    self.act(effects)?;
                    story
                }
                Ok(None) => return Ok(()),
                Err(faults) => return self.say_faults(&faults),
            };
            if !is_begun {
                self.write_head_of(&story.exercise)?;
                is_begun = true;
            }
            let Some(at) = story.next() else { return self.end_story(&story) };
            self.write_stage(&story, at)?;
            if !self.confirm("plain-ask-stage")? {
                return Ok(());
            }
            match self.session.work_on_stage(&story, at) {
                Ok(effects) => self.act(effects)?,
                Err(faults) => return self.say_faults(&faults),
            }
            self.at_bench(Self::work_through)?;
        }
    }

    fn write_stage(&mut self, story: &Story, at: usize) -> Step {
        let Some((stage, _)) = story.stages.get(at) else { return Ok(()) };
        self.blank()?;
        let args = [("at", (at + 1).into()), ("all", story.stages.len().into()), ("time", stage.at.as_str().into())];
        self.say_with("plain-stage", &args)?;
        self.write_markdown(&stage.text)
    }

    fn end_story(&mut self, story: &Story) -> Step {
        let Some((result, effects)) = self.session.end_story(story) else { return Ok(()) };
        self.act(effects)?;
        let title = self.inline(&story.exercise.title);
        self.say_with("plain-debrief", &[("title", title.into())])?;
        self.write_story_result(&result, story.exercise.pass)?;
        let debrief = story.exercise.debrief.clone();
        self.write_lessons_of(&debrief.text, &debrief.expert)
    }

    /// Writes what a story came to, as it was recorded.
    pub(super) fn write_story_result(&mut self, result: &WorkDone, pass: u16) -> Step {
        let args = [("percent", result.grade.percent().into()), ("pass", (pass / 100).into())];
        self.say_with("plain-work-result", &args)?;
        self.say(match (result.passed, result.critical.is_empty()) {
            (true, _) => "plain-passed",
            (false, false) => "plain-work-critical",
            (false, true) => "plain-not-passed",
        })?;
        for (name, grade) in &result.parts {
            self.lines.write(&format!("- {}: {} %", part(*name, &self.words), grade.percent()))?;
        }
        Ok(())
    }
}
