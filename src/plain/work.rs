//! Desk work line by line: reading what lies on the desk, working, the questions after it, handing in.
//!
//! Apart from the engines, one file each, because what can be done beside the work is the same for all of them.

mod arrange;
mod case;
mod debrief;
mod desk;
mod field;
mod form;
mod list;
mod mark;
mod reply;
mod rows;
mod story;
mod write;

use std::sync::Arc;

use super::answer::Given;
use super::menu::back;
use super::{Entry, Plain, Step, Stop, literal, pick};
use crate::course::exercise::{Engine, EngineKind, Exercise, Work};
use crate::id::ExerciseId;
use crate::session::Bench;
use crate::session::bench::Purpose;
use crate::session::debrief::Told;

/// Bytes of a text of several lines that are kept.
const LONGEST_TEXT: usize = 128 * 1024;

/// What was typed beside the work.
enum Typed {
    /// Nothing but Enter.
    Enter,
    /// Something for the engine, as it was typed.
    Text(String),
    /// Something else was looked at or done; what is asked is to be said again.
    Shown,
    /// The work is to be handed in.
    HandIn,
}

/// How the questions after the work ended.
enum Asked {
    All,
    Back,
}

impl Plain<'_> {
    /// Works on an exercise until it is handed in or left; leaving keeps what was made.
    pub(super) fn work_on(&mut self, exercise: &ExerciseId) -> Step {
        match self.session.work_on(exercise) {
            Ok(effects) => self.act(effects)?,
            Err(faults) => return self.say_faults(&faults),
        }
        self.at_bench(Self::work_through)
    }

    /// Fills a blank form for a real item; leaving keeps it under its name.
    pub(super) fn fill_tool(&mut self, exercise: &ExerciseId, name: &str) -> Step {
        match self.session.open_tool(exercise, name) {
            Ok(effects) => self.act(effects)?,
            Err(faults) => return self.say_faults(&faults),
        }
        self.at_bench(|plain| {
            plain.say_with("plain-tool-name", &[("name", name.into())])?;
            loop {
                plain.engine()?;
                plain.say("plain-tool-kept")?;
            }
        })
    }

    /// Decides on what colleagues sent; the return notes are written as files.
    pub(super) fn work_on_swaps(&mut self) -> Step {
        let effects = self.session.work_on_swaps();
        self.act(effects)?;
        self.at_bench(|plain| {
            plain.say("plain-work-how")?;
            plain.engine()?;
            while let Some((code, item)) = plain.session.note_missing() {
                plain.say_with("swap-note-missing", &[("code", code.into()), ("item", item.into())])?;
                plain.engine()?;
            }
            let (count, effects) = plain.session.hand_in_swaps();
            plain.act(effects)?;
            if count == 0 {
                plain.say("swap-nothing-new")
            } else {
                plain.say_with("plain-swaps-decided", &[("count", count.into())])
            }
        })
    }

    fn at_bench(&mut self, work: impl FnOnce(&mut Self) -> Step) -> Step {
        let worked = work(self);
        let effects = self.session.leave_bench();
        self.act(effects)?;
        worked
    }

    fn work_through(&mut self) -> Step {
        let Some(exercise) = self.exercise() else { return Ok(()) };
        self.write_head_of(&exercise)?;
        if self.session.bench().is_some_and(|bench| !bench.is_untouched()) {
            self.say("plain-work-half-done")?;
        }
        loop {
            self.engine()?;
            if matches!(self.ask_after_work()?, Asked::All) && self.confirm("plain-ask-hand-in")? {
                break;
            }
            while self.session.back_to_work() {}
        }
        let effects = self.session.hand_in_work();
        self.act(effects)?;
        self.write_bench_debrief()
    }

    fn exercise(&self) -> Option<Arc<Exercise>> {
        self.session.bench().map(|bench| Arc::clone(&bench.exercise))
    }

    fn write_head_of(&mut self, exercise: &Exercise) -> Step {
        self.blank()?;
        let title = self.inline(&exercise.title);
        self.lines.write(&title)?;
        self.say_with("plain-minutes", &[("minutes", exercise.minutes.into())])?;
        self.blank()?;
        self.write_markdown(&exercise.brief)?;
        self.blank()?;
        self.say("plain-work-how")?;
        if exercise.materials.is_empty() { Ok(()) } else { self.write_material_list(exercise) }
    }

    /// Works until the work is to be handed in.
    fn engine(&mut self) -> Step {
        let Some(exercise) = self.exercise() else { return Ok(()) };
        match &exercise.engine {
            Engine::Form(form) => self.do_form(form),
            Engine::Write(writing) => self.do_writing(writing),
            Engine::Arrange(arranging) => self.do_cards(arranging),
            Engine::Mark(marking) => self.do_marks(marking),
            Engine::Desk(desk) => self.do_queue(desk),
            Engine::Case(case) => self.do_case(case),
            Engine::Field(task) => self.do_task(task, &exercise.rubric),
            Engine::Stages(_) => Err(Stop::Leave),
        }
    }

    /// Asks beside the work; what is the same for all engines is done here.
    fn ask_work(&mut self, prompt: &str) -> Step<Typed> {
        let text = match self.type_raw(prompt)? {
            Entry::Enter => return Ok(Typed::Enter),
            Entry::Again => return Ok(Typed::Shown),
            Entry::Text(text) => text,
        };
        match text.as_str() {
            "h" => return Ok(Typed::HandIn),
            "b" => self.write_brief()?,
            "m" => back(self.materials())?,
            "c" => self.check()?,
            "u" => self.switch_clock()?,
            "n" => self.start_over()?,
            "w" => self.write_files()?,
            "." => self.say("plain-why-empty")?,
            _ => return Ok(Typed::Text(text)),
        }
        Ok(Typed::Shown)
    }

    fn write_brief(&mut self) -> Step {
        let Some(exercise) = self.exercise() else { return Ok(()) };
        self.write_markdown(&exercise.brief)?;
        self.say("plain-work-how")
    }

    fn write_material_list(&mut self, exercise: &Exercise) -> Step {
        self.say("plain-materials")?;
        for (number, material) in (1..).zip(&exercise.materials) {
            let title = self.inline(&material.title);
            self.lines.write(&format!("  {number}. {title}"))?;
        }
        Ok(())
    }

    fn materials(&mut self) -> Step {
        let Some(exercise) = self.exercise() else { return Ok(()) };
        if exercise.materials.is_empty() {
            return self.say("plain-no-materials");
        }
        self.write_material_list(&exercise)?;
        loop {
            let prompt = self.words.with("plain-ask-material", &[("max", exercise.materials.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => self.write_material_list(&exercise)?,
                Entry::Text(text) => match pick(&exercise.materials, &text) {
                    Some(material) => {
                        let title = self.inline(&material.title);
                        self.lines.write(&title)?;
                        self.write_markdown(&material.text)?;
                    }
                    None => self.refuse_number(&text, exercise.materials.len())?,
                },
            }
        }
    }

    /// Says what the rules find so far, where that gives no key away.
    fn check(&mut self) -> Step {
        let Some(exercise) = self.exercise() else { return Ok(()) };
        if exercise.questionnaire || !matches!(exercise.engine.kind(), EngineKind::Form | EngineKind::Write) {
            return self.say("plain-no-checks");
        }
        let found = self.found_so_far(|_| true);
        if found.is_empty() { self.say("plain-nothing-found") } else { self.write_told(&found) }
    }

    /// Returns what the rules find in the unfinished work.
    fn found_so_far(&self, is_meant: impl Fn(&crate::assess::work::Place) -> bool) -> Vec<Told> {
        let Some(bench) = self.session.bench() else { return Vec::new() };
        let found = bench.findings().into_iter().filter(|finding| is_meant(&finding.place));
        found.map(|finding| Told::new(&finding, &bench.exercise, &bench.work, &self.words)).collect()
    }

    fn switch_clock(&mut self) -> Step {
        let Some(bench) = self.session.bench() else { return Ok(()) };
        if matches!(bench.purpose, Purpose::Tool(_) | Purpose::Reply(_)) {
            return self.say("plain-no-clock");
        }
        let untimed = !bench.untimed;
        let effects = self.session.set_untimed(untimed);
        self.act(effects)?;
        self.say(if untimed { "plain-without-clock" } else { "plain-with-clock" })
    }

    /// Hands what stands on the form over as files.
    fn write_files(&mut self) -> Step {
        let exercise = self.exercise().map(|exercise| exercise.id.clone());
        match exercise.filter(|id| self.session.can_export(id)) {
            Some(id) => {
                let effects = self.session.export_made(&id);
                self.act(effects)
            }
            None => self.say("plain-no-files"),
        }
    }

    /// Throws the work away and begins anew, if that is really meant.
    fn start_over(&mut self) -> Step {
        // A stage belongs to the try of its story, and a real item is taken away from the list.
        let is_whole = |bench: &Bench| matches!(bench.purpose, Purpose::Attempt(_)) && bench.exercise.of.is_none();
        if !self.session.bench().is_some_and(is_whole) {
            return self.say("plain-no-anew");
        }
        if !self.confirm("plain-ask-anew")? {
            return Ok(());
        }
        match self.session.start_over() {
            Ok(effects) => self.act(effects),
            Err(faults) => self.say_faults(&faults),
        }
    }

    /// Asks for Enter or `b`; says whether it was Enter.
    pub(super) fn confirm(&mut self, key: &str) -> Step<bool> {
        loop {
            let prompt = self.words.get(key);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(true),
                Entry::Text(text) if text == "b" => return Ok(false),
                Entry::Text(text) => self.say_with("plain-why-confirm", &[("given", text.into())])?,
                Entry::Again => {}
            }
        }
    }

    /// Asks the questions after the work.
    fn ask_after_work(&mut self) -> Step<Asked> {
        while self.session.ask_after_work() {
            let (all, at) = self.session.bench().map_or((0, None), Bench::questions);
            self.blank()?;
            self.say_with("plain-question", &[("at", (at.unwrap_or(0) + 1).into()), ("all", all.into())])?;
            match self.ask_asked() {
                Err(Stop::Leave) => return Ok(Asked::Back),
                other => other?,
            }
        }
        Ok(Asked::All)
    }

    fn ask_asked(&mut self) -> Step {
        let asked = |plain: &Self| plain.session.bench().and_then(Bench::asked).cloned();
        if let Some(item) = asked(self) {
            self.write_question(&item)?;
        }
        while let Some(item) = asked(self) {
            match self.take(&item, false)? {
                Given::Whole(response) => return self.answer(response),
                Given::Piece(response) => self.answer(response)?,
                Given::Again => self.write_question(&item)?,
                Given::Hint | Given::Lesson | Given::Nothing => {}
            }
        }
        Ok(())
    }

    fn answer(&mut self, response: crate::assess::Response) -> Step {
        let mut effects = self.session.answer_after_work(response);
        effects.extend(self.session.write_draft());
        self.act(effects)
    }

    /// Changes the work; it is kept at once.
    fn change(&mut self, work: Work) -> Step {
        let mut effects = self.session.change_work(work);
        effects.extend(self.session.write_draft());
        self.act(effects)
    }

    fn made(&self) -> Option<Work> {
        self.session.bench().map(|bench| bench.work.clone())
    }

    /// Reads lines until one that is a single dot; says too whether the input ended before it.
    pub(super) fn read_text(&mut self, first: &str) -> Step<(String, bool)> {
        let mut text = literal(first).to_owned();
        let mut is_cut = false;
        let is_over = loop {
            let Some(line) = self.lines.read()? else { break true };
            let effects = self.session.touched();
            self.act(effects)?;
            let line = crate::text::lines(&line);
            if line.trim() == "." {
                break false;
            }
            if text.len() + line.len() < LONGEST_TEXT {
                text.push('\n');
                text.push_str(line.trim_end());
            } else {
                is_cut = true;
            }
        };
        if is_cut {
            self.say("plain-text-cut")?;
        }
        Ok((text.trim_end().to_owned(), is_over))
    }

    /// Writes a numbered list.
    fn write_numbered(&mut self, texts: impl IntoIterator<Item = String>) -> Step {
        for (number, text) in (1..).zip(texts) {
            let text = self.inline(&text);
            self.lines.write(&format!("  {number}. {text}"))?;
        }
        Ok(())
    }
}

/// Returns a command of one letter with what stands behind it: `g 3`.
fn command<'t>(text: &'t str, letter: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(letter)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim())
}
