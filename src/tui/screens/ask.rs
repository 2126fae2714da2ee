//! A question that must be decided before going on, in a box over the screen.
//!
//! Apart so that a screen never keeps a flag for "the dialog is open": the question is a state on the stack.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::id::NoteId;
use crate::report::Format;
use crate::session::{Effects, Session};
use crate::text::{width, wrap};
use crate::tui::action::{Action, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Question {
    QuitUnsaved,
    DeleteNote(NoteId),
    WhichReport,
}

/// One of the ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Cancel,
    TryAgain,
    QuitAnyway,
    Delete,
    Write(&'static str),
}

impl Choice {
    fn label(self) -> &'static str {
        match self {
            Self::Cancel => "ask-cancel",
            Self::TryAgain => "ask-save-again",
            Self::QuitAnyway => "ask-quit-anyway",
            Self::Delete => "ask-delete",
            Self::Write("html") => "ask-report-html",
            Self::Write("text") => "ask-report-text",
            Self::Write("md") => "ask-report-md",
            Self::Write("csv") => "ask-report-csv",
            Self::Write(_) => "ask-report-json",
        }
    }
}

/// A question with its choices; the first is the one that does no harm.
#[derive(Debug)]
pub struct Ask {
    question: Question,
    picked: usize,
}

impl Ask {
    /// Something could not be saved: quit all the same?
    pub fn quit_unsaved() -> Self {
        Self { question: Question::QuitUnsaved, picked: 0 }
    }

    /// Delete a note?
    pub fn delete_note(note: NoteId) -> Self {
        Self { question: Question::DeleteNote(note), picked: 0 }
    }

    /// In which format to write the report?
    pub fn which_report() -> Self {
        Self { question: Question::WhichReport, picked: 0 }
    }

    fn words(&self) -> [&'static str; 2] {
        match self.question {
            Question::QuitUnsaved => ["ask-unsaved-title", "ask-unsaved-text"],
            Question::DeleteNote(_) => ["ask-note-title", "ask-note-text"],
            Question::WhichReport => ["ask-report-title", "ask-report-text-of"],
        }
    }

    fn choices(&self) -> &'static [Choice] {
        match self.question {
            Question::QuitUnsaved => &[Choice::TryAgain, Choice::Cancel, Choice::QuitAnyway],
            Question::DeleteNote(_) => &[Choice::Cancel, Choice::Delete],
            Question::WhichReport => &[
                Choice::Write("html"),
                Choice::Write("text"),
                Choice::Write("md"),
                Choice::Write("csv"),
                Choice::Write("json"),
            ],
        }
    }

    fn decide(&self, work: &mut Work<'_>) -> Reply {
        let effects = match (self.choices().get(self.picked), &self.question) {
            (Some(Choice::TryAgain), _) => work.session.retry(),
            (Some(Choice::QuitAnyway), _) => work.session.quit(),
            (Some(Choice::Delete), Question::DeleteNote(note)) => work.session.remove_note(*note),
            (Some(Choice::Write(format)), _) => write_report(work.session, format),
            (Some(Choice::Cancel | Choice::Delete) | None, _) => Effects::new(),
        };
        Reply::effects(effects).and_go(Go::Back)
    }

    fn step(&mut self, by: usize) {
        let len = self.choices().len();
        self.picked = (self.picked + by) % len.max(1);
    }

    /// Returns the choices as lines, each with the column where it begins on its line.
    fn choice_lines(&self, look: &Look, cells: usize) -> (Vec<Line<'static>>, (usize, usize)) {
        let mut lines = vec![Line::default()];
        let (mut column, mut at) = (0, (0, 0));
        for (index, choice) in self.choices().iter().enumerate() {
            let text = format!(" {} ", look.words.get(choice.label()));
            if column > 0 && column + width(&text) > cells {
                lines.push(Line::default());
                column = 0;
            }
            if index == self.picked {
                at = (lines.len() - 1, column + 1);
            }
            let style = if index == self.picked {
                look.theme.focus.patch(ratatui::style::Modifier::REVERSED)
            } else {
                look.theme.text
            };
            column += width(&text) + 1;
            if let Some(line) = lines.last_mut() {
                line.spans.extend([Span::styled(text, style), Span::raw(" ")]);
            }
        }
        (lines, at)
    }
}

fn write_report(session: &mut Session, format: &str) -> Effects {
    // The names are our own, in the table of choices.
    let Ok(format) = Format::named(format, session.lang()) else { return Effects::new() };
    session.deliver_report(format)
}

impl Page for Ask {
    fn table(&self) -> Table {
        Table::Dialog
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let [title, text] = self.words().map(|key| look.words.get(key));
        let cells = Dialog::inner_width(area, 56);
        let mut lines: Vec<Line<'static>> =
            wrap(&text, usize::from(cells)).into_iter().map(|line| Line::styled(line, look.theme.text)).collect();
        lines.push(Line::default());
        let before = lines.len();
        let (choices, (row, column)) = self.choice_lines(look, usize::from(cells));
        lines.extend(choices);
        let inside = Dialog::new(look, Line::styled(title, look.theme.warn), lines, cells).render(area, buf);
        let down = u16::try_from(before + row).unwrap_or(u16::MAX);
        let right = u16::try_from(column).unwrap_or(u16::MAX);
        Some(Position::new(inside.x.saturating_add(right), inside.y.saturating_add(down)))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let Event::Act(action, _) = event else { return Reply::stay() };
        match action {
            Action::Open => return self.decide(work),
            Action::Back => return Reply::go(Go::Back),
            Action::Left | Action::Up => self.step(self.choices().len() - 1),
            Action::Right | Action::Down => self.step(1),
            _ => {}
        }
        Reply::stay()
    }
}
