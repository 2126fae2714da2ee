//! What every screen can do, and what it may answer.
//!
//! Apart from the screens so that one file says what a screen is: it takes events, it is laid out, it is drawn. A
//! screen owns only what it needs; the session, the look and the stack of screens belong to the app.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::action::{Action, Facts};
use super::input::Key;
use super::keymap::Table;
use super::look::Look;
use super::screens::Screen;
use super::theme::ThemeName;
use super::widgets::Ends;
use crate::id::{ExerciseId, LessonId, QuizId};
use crate::session::{Effects, Place, Session};

/// What a screen is drawn from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is so.
    pub session: &'a Session,
    /// How it looks.
    pub look: &'a Look,
}

/// What a screen works with when something happens.
pub struct Work<'a> {
    /// What can be done.
    pub session: &'a mut Session,
    /// How it looks.
    pub look: &'a Look,
}

impl Work<'_> {
    /// Returns the same, for looking only.
    pub fn scene(&self) -> Scene<'_> {
        Scene { session: self.session, look: self.look }
    }
}

/// What can happen to a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key of the table, or a click on it in the footer; the key tells letters apart.
    Act(Action, Key),
    /// Any other key.
    Type(Key),
    /// Text was pasted.
    Paste(String),
    /// A click into the body, or anywhere for a screen that lies over another.
    Click(Position),
    /// The wheel turned, towards the end of the text if `true`.
    Wheel(bool),
}

/// Where a screen leads.
#[derive(Debug)]
pub enum Go {
    /// Nowhere.
    Stay,
    /// To a screen on top of this one.
    Push(Box<Screen>),
    /// To a screen instead of this one.
    Replace(Box<Screen>),
    /// To the screen below.
    Back,
    /// To the screen below, which then does this.
    BackTo(Action),
    /// To the rundown.
    Rundown,
    /// Into a lesson: where the learner was, or at a place.
    Lesson(LessonId, Option<Place>),
    /// Into a quiz or a test: a new attempt, or the one that was left.
    Quiz(QuizId),
    /// To desk work: the half-done work that waits, or a new try; into a story, to its stages.
    Exercise(ExerciseId),
    /// To a tool with a real item, by the name it is kept under.
    Tool(ExerciseId, String),
    /// To a form that nobody judges; after how many days it is asked, if it is not at the end.
    Form(ExerciseId, Option<u16>),
    /// To the questions that are due for review.
    Review,
    /// To the items that colleagues sent.
    Swaps,
    /// To the debrief of the work that was handed in last.
    LookBack(ExerciseId),
    /// Nowhere, but another theme.
    Theme(ThemeName),
    /// Nowhere, but Unicode signs or ASCII ones.
    Unicode(bool),
    /// Nowhere, but something is to be said until the next key.
    Say(String),
    /// Nowhere, but why it can't be done is to be said until the next key.
    Refuse(String),
}

/// What a screen answers to an event.
#[must_use]
#[derive(Debug)]
pub struct Reply {
    /// What the host is to do.
    pub effects: Effects,
    /// Where it leads.
    pub go: Go,
}

impl Reply {
    /// Nothing more.
    pub fn stay() -> Self {
        Self { effects: Effects::new(), go: Go::Stay }
    }

    /// Only effects.
    pub fn effects(effects: Effects) -> Self {
        Self { effects, go: Go::Stay }
    }

    /// Only a way.
    pub fn go(go: Go) -> Self {
        Self { effects: Effects::new(), go }
    }

    /// A screen on top.
    pub fn push(screen: Screen) -> Self {
        Self::go(Go::Push(Box::new(screen)))
    }

    /// A way beside the effects.
    pub fn and_go(mut self, go: Go) -> Self {
        self.go = go;
        self
    }
}

/// One screen.
pub trait Page {
    /// Returns which keys it has now.
    fn table(&self) -> Table;

    /// Returns what is so now, for the conditions of its keys.
    fn facts(&self, scene: Scene<'_>) -> Facts;

    /// Returns the header row, of so many cells.
    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends;

    /// Returns what stands before the keys in the footer: a position bar, a row of marks.
    fn footer_lead(&self, _scene: Scene<'_>, _cells: usize) -> Line<'static> {
        Line::default()
    }

    /// Returns a number that stands behind the key of an action in the footer.
    fn counted(&self, _scene: Scene<'_>) -> Option<(Action, usize)> {
        None
    }

    /// Returns whether it lies over the screen below, which is drawn first.
    fn is_overlay(&self) -> bool {
        false
    }

    /// Returns whether it shows seconds, and so is drawn anew each second.
    fn ticks(&self) -> bool {
        false
    }

    /// Settles what depends on the size: wrapped rows, what is in view. Called before drawing.
    fn layout(&mut self, _scene: Scene<'_>, _area: Rect) {}

    /// Draws the body; returns where the cursor is, on what has the focus.
    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;

    /// Takes an event.
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply;
}
