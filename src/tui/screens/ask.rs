//! A question that must be decided before going on, in a box over the screen.
//!
//! Apart so that a screen never keeps a flag for "the dialog is open": the question is a state on the stack.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use crate::assess::work::{Done, Piece};
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

/// The words are set no wider than this.
const MEASURE: u16 = 56;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Question {
    QuitUnsaved,
    DeleteNote(NoteId),
    WhichReport,
    Unfinished(Done),
    /// A key is corrected, with what comes of it.
    Regrade(String),
    /// A decision on a key is taken back, with which.
    Undo(String),
    /// A form is left with what was typed in it.
    LeaveForm,
}

/// One of the ways out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Cancel,
    TryAgain,
    QuitAnyway,
    Delete,
    Write(&'static str),
    WorkOn,
    HandIn,
    Correct,
    TakeBack,
    Leave,
}

impl Choice {
    fn label(self) -> &'static str {
        match self {
            Self::Cancel => "ask-cancel",
            Self::TryAgain => "ask-save-again",
            Self::QuitAnyway => "ask-quit-anyway",
            Self::Delete => "ask-delete",
            Self::WorkOn => "ask-work-on",
            Self::HandIn => "ask-hand-in",
            Self::Correct => "ask-correct",
            Self::TakeBack => "ask-take-back",
            Self::Leave => "ask-leave",
            Self::Write("html") => "ask-report-html",
            Self::Write("pdf") => "ask-report-pdf",
            Self::Write("text") => "ask-report-text",
            Self::Write("md") => "ask-report-md",
            Self::Write("csv") => "ask-report-csv",
            Self::Write(_) => "ask-report-json",
        }
    }
}

impl Choice {
    /// Returns what the screen below does then, where it does anything.
    fn leads_to(self) -> Option<Action> {
        let leads = [(Self::Correct, Action::Regrade), (Self::TakeBack, Action::Retry), (Self::Leave, Action::Quit)];
        leads.into_iter().find(|(choice, _)| *choice == self).map(|(_, action)| action)
    }
}

/// A question with its choices; the first is the one that does no harm.
#[derive(Debug)]
pub struct Ask {
    question: Question,
    picked: usize,
    /// Where the choices were laid out, for the mouse.
    places: Vec<Rect>,
}

impl Ask {
    /// Something could not be saved: quit all the same?
    pub fn quit_unsaved() -> Self {
        Self { question: Question::QuitUnsaved, picked: 0, places: Vec::new() }
    }

    /// Delete a note?
    pub fn delete_note(note: NoteId) -> Self {
        Self { question: Question::DeleteNote(note), picked: 0, places: Vec::new() }
    }

    /// In which format to write the report?
    pub fn which_report() -> Self {
        Self { question: Question::WhichReport, picked: 0, places: Vec::new() }
    }

    /// Something of the work is not there yet: hand it in all the same?
    pub fn unfinished(done: Done) -> Self {
        Self { question: Question::Unfinished(done), picked: 0, places: Vec::new() }
    }

    /// Correct a key, with this to come of it?
    pub fn regrade(change: String) -> Self {
        Self { question: Question::Regrade(change), picked: 0, places: Vec::new() }
    }

    /// Take this decision on a key back?
    pub fn undo(decision: String) -> Self {
        Self { question: Question::Undo(decision), picked: 0, places: Vec::new() }
    }

    /// Leave a form without what was typed in it?
    pub fn leave_form() -> Self {
        Self { question: Question::LeaveForm, picked: 0, places: Vec::new() }
    }

    fn words(&self) -> [&'static str; 2] {
        match self.question {
            Question::Unfinished(done) => ["ask-unfinished-title", missing(done.piece)],
            Question::Regrade(_) => ["ask-regrade-title", "regrading-title"],
            Question::Undo(_) => ["ask-undo-title", "regrading-title"],
            Question::QuitUnsaved => ["ask-unsaved-title", "ask-unsaved-text"],
            Question::DeleteNote(_) => ["ask-note-title", "ask-note-text"],
            Question::LeaveForm => ["ask-leave-title", "ask-leave-text"],
            Question::WhichReport => ["ask-report-title", "ask-report-text-of"],
        }
    }

    fn choices(&self) -> &'static [Choice] {
        match self.question {
            Question::QuitUnsaved => &[Choice::TryAgain, Choice::Cancel, Choice::QuitAnyway],
            Question::DeleteNote(_) => &[Choice::Cancel, Choice::Delete],
            Question::Unfinished(_) => &[Choice::WorkOn, Choice::HandIn],
            Question::Regrade(_) => &[Choice::Cancel, Choice::Correct],
            Question::Undo(_) => &[Choice::Cancel, Choice::TakeBack],
            Question::LeaveForm => &[Choice::Cancel, Choice::Leave],
            Question::WhichReport => &[
                Choice::Write("html"),
                #[cfg(feature = "pdf")]
                Choice::Write("pdf"),
                Choice::Write("text"),
                Choice::Write("md"),
                Choice::Write("csv"),
                Choice::Write("json"),
            ],
        }
    }

    /// Returns the words of what is asked.
    fn text(&self, look: &Look) -> String {
        if let Question::Regrade(told) | Question::Undo(told) = &self.question {
            return told.clone();
        }
        let [_, key] = self.words();
        let Question::Unfinished(done) = self.question else { return look.words.get(key) };
        let args = [("missing", (done.of - done.have).into()), ("have", done.have.into()), ("all", done.of.into())];
        format!("{} {}", look.words.with(key, &args), look.words.get("ask-unfinished-text"))
    }

    fn decide(&self, work: &mut Work<'_>) -> Reply {
        if self.choices().get(self.picked) == Some(&Choice::HandIn) {
            work.session.agree_to_hand_in();
            return Reply::go(Go::BackTo(Action::HandIn));
        }
        if let Some(action) = self.choices().get(self.picked).and_then(|choice| choice.leads_to()) {
            return Reply::go(Go::BackTo(action));
        }
        let effects = match (self.choices().get(self.picked), &self.question) {
            (Some(Choice::TryAgain), _) => work.session.retry(),
            (Some(Choice::QuitAnyway), _) => work.session.quit(),
            (Some(Choice::Delete), Question::DeleteNote(note)) => work.session.remove_note(*note),
            (Some(Choice::Write(format)), _) => write_report(work.session, format),
            (Some(_) | None, _) => Effects::new(),
        };
        Reply::effects(effects).and_go(Go::Back)
    }

    fn step(&mut self, by: usize) {
        let len = self.choices().len();
        self.picked = (self.picked + by) % len.max(1);
    }

    /// Settles where everything stands.
    fn lay_out(&self, look: &Look, area: Rect) -> Sheet {
        let text = self.text(look);
        let cells = Dialog::inner_width(area, MEASURE);
        let mut lines: Vec<Line<'static>> =
            wrap(&text, usize::from(cells)).into_iter().map(|line| Line::styled(line, look.theme.text)).collect();
        lines.push(Line::default());
        let mut places = Vec::new();
        let mut column = cells;
        for (index, choice) in self.choices().iter().enumerate() {
            let text = format!(" {} ", look.words.get(choice.label()));
            let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX);
            if column.saturating_add(wide) > cells {
                lines.push(Line::default());
                column = 0;
            }
            let row = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(1);
            places.push(Rect { x: column, y: row, width: wide, height: 1 });
            let style =
                if index == self.picked { look.theme.focus.add_modifier(Modifier::REVERSED) } else { look.theme.text };
            column = column.saturating_add(wide + 1);
            if let Some(line) = lines.last_mut() {
                line.spans.extend([Span::styled(text, style), Span::raw(" ")]);
            }
        }
        Sheet { lines, places, cells }
    }

    fn dialog<'a>(&self, look: &'a Look, sheet: &Sheet) -> Dialog<'a> {
        let title = look.words.get(self.words()[0]);
        Dialog::new(look, Line::styled(title, look.theme.warn), sheet.lines.clone(), sheet.cells)
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        match self.places.iter().position(|place| place.contains(at)) {
            Some(index) => {
                self.picked = index;
                self.decide(work)
            }
            None => Reply::stay(),
        }
    }
}

/// A question as it is laid out: its lines, and where the choices are on them.
struct Sheet {
    lines: Vec<Line<'static>>,
    places: Vec<Rect>,
    cells: u16,
}

/// Returns the message that says how much of a work is missing.
fn missing(piece: Piece) -> &'static str {
    match piece {
        Piece::Fields => "missing-fields",
        Piece::Text => "missing-text",
        Piece::Cards => "missing-cards",
        Piece::Marks => "missing-marks",
        Piece::Items => "missing-items",
        Piece::Conclusions => "missing-conclusions",
        Piece::Steps => "missing-steps",
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

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let sheet = self.lay_out(scene.look, area);
        let inside = Dialog::inside(self.dialog(scene.look, &sheet).place(area));
        let on_screen = |place: &Rect| {
            let (x, y) = (inside.x.saturating_add(place.x), inside.y.saturating_add(place.y));
            Rect { x, y, ..*place }.intersection(inside)
        };
        self.places = sheet.places.iter().map(on_screen).collect();
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let sheet = self.lay_out(scene.look, area);
        self.dialog(scene.look, &sheet).render(area, buf);
        self.places.get(self.picked).map(|place| Position::new(place.x.saturating_add(1), place.y))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let action = match event {
            Event::Act(action, _) => action,
            Event::Click(at) => return self.click(work, at),
            Event::Type(_) | Event::Paste(_) | Event::Wheel(_) => return Reply::stay(),
        };
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
