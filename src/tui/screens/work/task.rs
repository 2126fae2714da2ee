//! The station of `field`: a task sheet with ticks, a file name, and the rubric that somebody else ticks.
//!
//! Enter or Space ticks a step; on a line of the rubric left and right give points.

use ratatui::text::Span;

use super::board::{heading, row_style};
use super::line::TypedLine;
use super::station::{Did, Seen, Station};
use crate::assess::work::Place;
use crate::course::exercise::field::Step;
use crate::course::exercise::{Criterion, Engine, Work};
use crate::tui::screens::quiz::{Act, Way, signs};
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// A task sheet on the screen.
#[derive(Debug, Default)]
pub(super) struct Task {
    file: TypedLine,
}

#[derive(Clone, Copy)]
enum Control<'a> {
    Step(&'a Step),
    File,
    Line(&'a Criterion),
}

/// The task as it is.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    steps: &'a [Step],
    wants_file: bool,
    rubric: &'a [Criterion],
    done: &'a [String],
    file: &'a str,
    ticked: &'a std::collections::BTreeMap<String, u8>,
}

impl<'a> Sheet<'a> {
    fn of(seen: Seen<'a>) -> Option<Self> {
        let exercise = &seen.bench.exercise;
        match (&exercise.engine, &seen.bench.work) {
            (Engine::Field(task), Work::Field { done, file, ticked }) => {
                let (steps, wants_file) = (task.steps.as_slice(), task.file);
                Some(Self { steps, wants_file, rubric: &exercise.rubric, done, file, ticked })
            }
            _ => None,
        }
    }

    fn controls(&self) -> Vec<Control<'a>> {
        let file = self.wants_file.then_some(Control::File);
        self.steps.iter().map(Control::Step).chain(file).chain(self.rubric.iter().map(Control::Line)).collect()
    }

    fn is_done(&self, step: &Step) -> bool {
        self.done.iter().any(|name| name == step.id.as_str())
    }

    fn toggle(&self, step: &Step) -> Did {
        let is_now = |there: &&Step| self.is_done(there) != (there.id == step.id);
        let done = self.steps.iter().filter(is_now).map(|step| step.id.to_string()).collect();
        Did::Change(Work::Field { done, file: self.file.to_owned(), ticked: self.ticked.clone() })
    }

    fn name(&self, file: String) -> Did {
        Did::Change(Work::Field { done: self.done.to_vec(), file, ticked: self.ticked.clone() })
    }

    fn give(&self, line: &Criterion, more: bool) -> Did {
        let now = self.ticked.get(line.id.as_str()).copied();
        let points = match (now, more) {
            (None, true) => 1,
            (None, false) => 0,
            (Some(points), true) => (points + 1).min(line.points),
            (Some(points), false) => points.saturating_sub(1),
        };
        let mut ticked = self.ticked.clone();
        ticked.insert(line.id.to_string(), points);
        Did::Change(Work::Field { done: self.done.to_vec(), file: self.file.to_owned(), ticked })
    }
}

impl Station for Task {
    fn controls(&self, seen: Seen<'_>) -> usize {
        Sheet::of(seen).map_or(0, |sheet| sheet.controls().len())
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some(sheet) = Sheet::of(seen) else { return };
        let look = writer.look;
        heading(&look.words.get("work-steps"), writer);
        let mut is_rubric = false;
        for (at, control) in sheet.controls().into_iter().enumerate() {
            let has_focus = focus == at;
            if matches!(control, Control::Line(_)) && !is_rubric {
                is_rubric = true;
                heading(&look.words.get("work-rubric"), writer);
                writer.words(Lead::default(), &look.words.get("work-rubric-by"), look.theme.muted);
            }
            writer.place(Spot::Control(at), |writer| {
                if has_focus && !matches!(control, Control::File) {
                    writer.cursor_on_next_line(2);
                }
                let style = row_style(look, has_focus);
                let marker = signs::marker(look, has_focus);
                match control {
                    Control::Step(step) => {
                        let sign = look.glyphs.tick[usize::from(sheet.is_done(step))];
                        writer.markdown(
                            Lead::of([marker, Span::styled(format!("{sign}  "), style)]),
                            &step.text,
                            style,
                        );
                    }
                    Control::File => {
                        self.file.write("file", &look.words.get("work-file"), sheet.file, has_focus, writer);
                    }
                    Control::Line(line) => {
                        let given = sheet.ticked.get(line.id.as_str());
                        let given = given.map_or_else(|| "–".to_owned(), ToString::to_string);
                        let sign = Span::styled(format!("< {given} / {} >  ", line.points), look.theme.now);
                        writer.markdown(Lead::of([marker, sign]), &line.text, style);
                    }
                }
            });
        }
    }

    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let Some(sheet) = Sheet::of(seen) else { return Did::Nothing };
        if let Some(text) = self.file.act(&act) {
            return sheet.name(text);
        }
        if let Act::Control(at) = act {
            *focus = at;
        }
        match (sheet.controls().get(*focus).copied(), act) {
            (Some(Control::Step(step)), Act::Use | Act::Toggle | Act::Control(_)) => sheet.toggle(step),
            (Some(Control::Line(line)), Act::Step(Way::Right) | Act::Use | Act::Toggle) => sheet.give(line, true),
            (Some(Control::Line(line)), Act::Step(Way::Left)) => sheet.give(line, false),
            _ => Did::Nothing,
        }
    }

    fn entered(&mut self, seen: Seen<'_>, focus: usize) {
        let Some(sheet) = Sheet::of(seen) else { return };
        let is_file = matches!(sheet.controls().get(focus), Some(Control::File));
        self.file.enter(is_file.then_some(("file", sheet.file)));
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let (Some(sheet), Place::Step(id)) = (Sheet::of(seen), place) else { return false };
        let is_it = |control: &Control<'_>| match control {
            Control::Step(step) => step.id == *id,
            Control::Line(line) => line.id == *id,
            Control::File => false,
        };
        let found = sheet.controls().iter().position(is_it);
        *focus = found.unwrap_or(*focus);
        found.is_some()
    }

    fn is_typing(&self, _seen: Seen<'_>, _focus: usize) -> bool {
        self.file.is_open()
    }

    fn takes(&self, seen: Seen<'_>, focus: usize, way: Way) -> bool {
        let control = Sheet::of(seen).and_then(|sheet| sheet.controls().get(focus).copied());
        matches!((control, way), (Some(Control::Line(_)), Way::Left | Way::Right))
    }
}
