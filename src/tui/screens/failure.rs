//! Nothing can be shown: a lesson that is at fault, a store that cannot be used. Says what it is and what to do.
//!
//! Apart so that no fault is ever a crash or an empty page. Faults of a course are drawn with file, line and hint, as
//! `rundown check` draws them; their words are English, because authors read them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::course::Faults;
use crate::diagnostic::{Diagnostic, Position as Place};
use crate::session::trouble;
use crate::store::StoreError;
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Pick};

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cause {
    Store(StoreError),
    Course(Faults),
}

/// A page of faults.
#[derive(Debug)]
pub struct Failure {
    cause: Cause,
    pick: Pick,
    lines: Vec<Line<'static>>,
}

impl Failure {
    /// The store cannot be used.
    pub fn of_store(error: StoreError) -> Self {
        Self { cause: Cause::Store(error), pick: Pick::default(), lines: Vec::new() }
    }

    /// A piece of the course is at fault.
    pub fn of_course(faults: Faults) -> Self {
        Self { cause: Cause::Course(faults), pick: Pick::default(), lines: Vec::new() }
    }

    fn back(&self, work: &mut Work<'_>) -> Reply {
        match self.cause {
            Cause::Store(_) => Reply::effects(work.session.quit()),
            Cause::Course(_) => Reply::go(Go::Back),
        }
    }

    fn describe(&self, look: &Look, cells: usize) -> Vec<Line<'static>> {
        let (title, text, first) = match &self.cause {
            Cause::Store(error) => ("failure-store", "failure-store-text", trouble::store(error, &look.words)),
            Cause::Course(_) => ("failure-course", "failure-course-text", String::new()),
        };
        let mut lines =
            vec![Line::styled(format!("{} {}", look.glyphs.wrong, look.words.get(title)), look.theme.wrong)];
        lines.push(Line::default());
        push(&mut lines, &first, cells, look.theme.text);
        push(&mut lines, &look.words.get(text), cells, look.theme.muted);
        if let Cause::Course(faults) = &self.cause {
            faults.diagnostics.iter().for_each(|fault| diagnostic(faults, fault, look, cells, &mut lines));
        }
        lines
    }
}

fn push(lines: &mut Vec<Line<'static>>, text: &str, cells: usize, style: Style) {
    if !text.is_empty() {
        lines.extend(wrap(text, cells).into_iter().map(|line| Line::styled(line, style)));
    }
}

fn diagnostic(faults: &Faults, fault: &Diagnostic, look: &Look, cells: usize, lines: &mut Vec<Line<'static>>) {
    let source = faults.source(&fault.file);
    let Place { line, column } = Place::of(source, fault.span.start);
    lines.push(Line::default());
    push(lines, &format!("{}:{line}:{column}", fault.file), cells, look.theme.accent);
    if let Some(text) = source.lines().nth(line.saturating_sub(1)).filter(|_| !fault.span.is_empty()) {
        lines.push(Line::styled(format!("{} {text}", look.glyphs.rule[1]), look.theme.muted));
        let caret = format!("{} {}^", look.glyphs.rule[1], " ".repeat(column.saturating_sub(1)));
        lines.push(Line::styled(caret, look.theme.now));
    }
    push(lines, &fault.message, cells, look.theme.text);
    push(lines, fault.hint.as_deref().unwrap_or_default(), cells, look.theme.muted);
}

impl Page for Failure {
    fn table(&self) -> Table {
        Table::Failure
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::CanRetry, matches!(self.cause, Cause::Store(_)))
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.lines = self.describe(scene.look, usize::from(area.width.min(96)));
        let height = usize::from(area.height);
        let (len, top) = (self.lines.len(), self.pick.selected().min(self.lines.len().saturating_sub(height)));
        self.pick.select(top, len);
        self.pick.follow(top..(top + height).min(len), len, height);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (line, row) in self.lines.iter().skip(self.pick.top()).zip(area.rows()) {
            put(&cut(line, usize::from(row.width), scene.look.glyphs.more), row, 0, buf);
        }
        Some(Position::new(area.x, area.y))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let len = self.lines.len();
        match event {
            Event::Act(Action::Retry, _) => return Reply::effects(work.session.retry()),
            Event::Act(Action::Back, _) => return self.back(work),
            Event::Act(action, _) => _ = self.pick.act(action, len),
            Event::Wheel(down) => _ = self.pick.step(if down { 3 } else { -3 }, len),
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => {}
        }
        Reply::stay()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diagnostic::{Code, Severity};
    use crate::tui::testing;

    #[test]
    fn a_fault_of_the_course_is_shown_with_its_place_and_what_to_do() {
        let diagnostic = Diagnostic {
            severity: Severity::Error,
            code: Code("unknown-term"),
            file: "lessons/a.md".to_owned(),
            span: 9..14,
            message: "no such term".to_owned(),
            hint: Some("write it into the glossary".to_owned()),
        };
        let sources = BTreeMap::from([("lessons/a.md".to_owned(), "Line one\nAngel is a word\n".into())]);
        let failure = Failure::of_course(Faults { diagnostics: vec![diagnostic], sources });
        let lines: Vec<_> = failure.describe(&testing::look("en"), 40).iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            [
                "✗ This part of the course is at fault",
                "",
                "Your progress is untouched. Show this",
                "page to whoever wrote the course.",
                "",
                "lessons/a.md:2:1",
                "│ Angel is a word",
                "│ ^",
                "no such term",
                "write it into the glossary",
            ]
        );
    }
}
