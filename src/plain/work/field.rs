//! A task away from the screen: steps are ticked by number, a file is named, and somebody else gives the points.

use std::collections::BTreeMap;

use super::{Plain, Step, Typed, command, literal};
use crate::course::exercise::{Criterion, FieldTask, Work};
use crate::plain::Entry;
use crate::plain::entry;
use crate::plain::menu::back;

/// A task sheet as it stands.
#[derive(Default)]
struct Sheet {
    done: Vec<String>,
    file: String,
    ticked: BTreeMap<String, u8>,
}

impl Sheet {
    fn into_work(self) -> Work {
        let Self { done, file, ticked } = self;
        Work::Field { done, file, ticked }
    }
}

impl Plain<'_> {
    pub(super) fn do_task(&mut self, task: &FieldTask, rubric: &[Criterion]) -> Step {
        self.write_sheet(task, rubric)?;
        loop {
            let mut prompt = self.words.with("plain-ask-steps", &[("max", task.steps.len().into())]);
            if task.file {
                prompt = format!("{} {prompt}", self.words.get("plain-ask-file"));
            }
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_sheet(task, rubric)?,
                Typed::Shown => {}
                Typed::Text(text) => self.sheet_line(task, rubric, &text)?,
            }
        }
    }

    fn sheet(&self) -> Sheet {
        match self.made() {
            Some(Work::Field { done, file, ticked }) => Sheet { done, file, ticked },
            _ => Sheet::default(),
        }
    }

    fn sheet_line(&mut self, task: &FieldTask, rubric: &[Criterion], text: &str) -> Step {
        if let Some(name) = command(text, "t").filter(|_| task.file) {
            let file = literal(name).to_owned();
            self.change(Sheet { file, ..self.sheet() }.into_work())?;
            return self.write_sheet(task, rubric);
        }
        if text == "k" {
            return back(self.tick_rubric(rubric));
        }
        match entry::different(text, task.steps.len()) {
            Err(why) => self.say_why(&why),
            Ok(numbers) => self.tick(task, rubric, &numbers),
        }
    }

    /// Ticks steps; those that were ticked are open again.
    fn tick(&mut self, task: &FieldTask, rubric: &[Criterion], numbers: &[usize]) -> Step {
        let before = self.sheet();
        let is_done = |id: &str| before.done.iter().any(|done| done == id);
        let is_ticked = |(at, step): &(usize, &crate::course::exercise::field::Step)| {
            is_done(step.id.as_str()) != numbers.contains(&(at + 1))
        };
        let done = task.steps.iter().enumerate().filter(is_ticked).map(|(_, step)| step.id.to_string()).collect();
        self.change(Sheet { done, ..before }.into_work())?;
        self.write_sheet(task, rubric)
    }

    /// Asks a colleague or the trainer for points, line by line.
    fn tick_rubric(&mut self, rubric: &[Criterion]) -> Step {
        self.say("plain-rubric-by")?;
        for line in rubric {
            let text = self.inline(&line.text);
            self.lines.write(&format!("- {text}"))?;
            self.ask_points(line)?;
        }
        Ok(())
    }

    fn ask_points(&mut self, line: &Criterion) -> Step {
        loop {
            let prompt = self.words.with("plain-ask-points", &[("most", line.points.into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) => {
                    let points = text.parse::<u8>().ok().filter(|points| *points <= line.points);
                    if let Some(points) = points {
                        let mut sheet = self.sheet();
                        sheet.ticked.insert(line.id.to_string(), points);
                        return self.change(sheet.into_work());
                    }
                    let args = [("given", text.into()), ("most", line.points.into())];
                    self.say_with("plain-why-points", &args)?;
                }
            }
        }
    }

    fn write_sheet(&mut self, task: &FieldTask, rubric: &[Criterion]) -> Step {
        let sheet = self.sheet();
        self.blank()?;
        for (number, step) in (1..).zip(&task.steps) {
            let is_done = sheet.done.iter().any(|done| done == step.id.as_str());
            let state = self.words.get(if is_done { "plain-step-done" } else { "plain-step-open" });
            let text = self.inline(&step.text);
            self.lines.write(&format!("{number}. {text} – {state}"))?;
        }
        if task.file && !sheet.file.is_empty() {
            self.say_with("plain-file", &[("file", sheet.file.as_str().into())])?;
        }
        self.say("plain-rubric")?;
        for line in rubric {
            let given = sheet.ticked.get(line.id.as_str()).map_or_else(|| "–".to_owned(), ToString::to_string);
            let text = self.inline(&line.text);
            self.lines.write(&format!("- {text}: {given}/{}", line.points))?;
        }
        Ok(())
    }
}
