//! Choosing desk work: of a lesson, or of everything that there is; and tools for real items.

use super::{Plain, Step, command};
use crate::course::exercise::{EngineKind, ExerciseOutline};
use crate::id::{ExerciseId, LessonId};
use crate::plain::menu::back;
use crate::plain::{Entry, literal, pick};

/// Longest name of a real item, in characters.
const LONGEST_NAME: usize = 80;

impl Plain<'_> {
    /// Returns the desk work of a lesson.
    pub(in crate::plain) fn work_of(&self, lesson: &LessonId) -> Vec<ExerciseOutline> {
        let of_lesson = |outline: &&ExerciseOutline| outline.lesson.as_ref() == Some(lesson);
        self.session.course().exercises().iter().filter(of_lesson).cloned().collect()
    }

    /// Returns a line on desk work: title, minutes, how far it is.
    pub(in crate::plain) fn work_line(&self, number: usize, outline: &ExerciseOutline) -> String {
        let minutes = self.words.with("plain-minutes", &[("minutes", outline.minutes.into())]);
        let title = self.inline(&outline.title);
        format!("  {number}. {title} – {minutes} – {}", self.work_state(&outline.id))
    }

    fn work_state(&self, exercise: &ExerciseId) -> String {
        let state = self.session.exercise_state(exercise);
        let best = state.as_ref().and_then(|state| Some((state.best?.percent(), state.passed)));
        match best {
            _ if self.session.is_half_done(exercise) => self.words.get("plain-work-begun"),
            Some((percent, true)) => self.words.with("plain-status-done", &[("percent", percent.into())]),
            Some((percent, false)) => self.words.with("plain-status-not-passed", &[("percent", percent.into())]),
            None => self.words.get("plain-status-untouched"),
        }
    }

    /// Lists all desk work and all tools.
    pub(in crate::plain) fn all_work(&mut self) -> Step {
        let course = std::sync::Arc::clone(self.session.course());
        let all = || course.exercises().iter();
        let work: Vec<&ExerciseOutline> = all().filter(|outline| outline.is_whole_work()).collect();
        let tools: Vec<&ExerciseOutline> = all().filter(|outline| outline.tool.is_some()).collect();
        loop {
            self.write_work(&work, &tools)?;
            let max = work.len() + tools.len();
            let prompt = self.words.with("plain-ask-all-work", &[("max", max.into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) if text == "s" && self.session.swap_counts().is_some() => {
                    back(self.work_on_swaps())?;
                }
                Entry::Text(text) => {
                    let number = text.parse::<usize>().unwrap_or(0).saturating_sub(work.len());
                    match (pick(&work, &text), number.checked_sub(1).and_then(|at| tools.get(at))) {
                        (Some(outline), _) => back(self.open_work(outline))?,
                        (None, Some(tool)) => back(self.open_kept(tool))?,
                        (None, None) => self.refuse_number(&text, max)?,
                    }
                }
            }
        }
    }

    fn write_work(&mut self, work: &[&ExerciseOutline], tools: &[&ExerciseOutline]) -> Step {
        self.blank()?;
        if let Some((decided, all)) = self.session.swap_counts() {
            self.say_with("plain-swaps", &[("decided", decided.into()), ("all", all.into())])?;
        }
        self.say("plain-work")?;
        for (number, outline) in (1..).zip(work) {
            let line = self.work_line(number, outline);
            self.lines.write(&line)?;
        }
        if tools.is_empty() {
            return Ok(());
        }
        self.say("plain-tools")?;
        for (number, outline) in (work.len() + 1..).zip(tools) {
            let title = self.inline(&outline.title);
            self.lines.write(&format!("  {number}. {title}"))?;
        }
        Ok(())
    }

    /// Opens desk work; where a try was handed in, its debrief can be read again.
    pub(in crate::plain) fn open_work(&mut self, outline: &ExerciseOutline) -> Step {
        let is_tried = self.session.exercise_state(&outline.id).is_some_and(|state| state.attempts > 0);
        if is_tried && self.wants_debrief()? {
            return self.look_back_at(&outline.id);
        }
        match outline.engine {
            EngineKind::Stages => self.tell_story(&outline.id),
            EngineKind::Form
            | EngineKind::Write
            | EngineKind::Arrange
            | EngineKind::Mark
            | EngineKind::Desk
            | EngineKind::Case
            | EngineKind::Field => self.work_on(&outline.id),
        }
    }

    fn wants_debrief(&mut self) -> Step<bool> {
        loop {
            let prompt = self.words.get("plain-ask-open-work");
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(false),
                Entry::Text(text) if text == "d" => return Ok(true),
                Entry::Text(text) => self.say_with("plain-why-open-work", &[("given", text.into())])?,
                Entry::Again => {}
            }
        }
    }

    /// Opens a tool for a real item: one that was kept, or a new one under its name.
    fn open_kept(&mut self, tool: &ExerciseOutline) -> Step {
        loop {
            let kept = self.session.kept_items(&tool.id);
            self.blank()?;
            for (number, name) in (1..).zip(&kept) {
                self.lines.write(&format!("  {number}. {name}"))?;
            }
            let prompt = self.words.get(if kept.is_empty() { "plain-ask-item-name" } else { "plain-ask-item-or-kept" });
            match self.type_raw(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) => match (command(&text, "w"), command(&text, "d")) {
                    (Some(number), _) if !kept.is_empty() => self.write_kept_item(tool, &kept, number)?,
                    (_, Some(number)) if !kept.is_empty() => back(self.delete_kept(tool, &kept, number))?,
                    _ => self.open_named(tool, &kept, literal(&text))?,
                },
            }
        }
    }

    fn open_named(&mut self, tool: &ExerciseOutline, kept: &[String], text: &str) -> Step {
        if text.chars().count() > LONGEST_NAME {
            return self.say_with("plain-why-long", &[("max", LONGEST_NAME.into())]);
        }
        let name = pick(kept, text).map_or(text, String::as_str);
        back(self.fill_tool(&tool.id, name))
    }

    fn write_kept_item(&mut self, tool: &ExerciseOutline, kept: &[String], number: &str) -> Step {
        let Some(name) = pick(kept, number) else { return self.refuse_number(number, kept.len()) };
        match self.session.export_item(&tool.id, name) {
            Ok(effects) => self.act(effects),
            Err(faults) => self.say_faults(&faults),
        }
    }

    fn delete_kept(&mut self, tool: &ExerciseOutline, kept: &[String], number: &str) -> Step {
        let Some(name) = pick(kept, number) else { return self.refuse_number(number, kept.len()) };
        self.lines.write(name)?;
        if !self.confirm("plain-ask-delete-item")? {
            return Ok(());
        }
        let effects = self.session.drop_item(&tool.id, name);
        self.act(effects)?;
        self.say("plain-deleted")
    }
}
