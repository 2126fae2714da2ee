//! What every kind of question can do on the screen.
//!
//! Apart from the kinds so that the sheet speaks to all of them alike. A kind is given the question and returns what
//! it comes to; it changes no session and grades nothing.

use crate::assess::{Graded, Response};
use crate::session::item::Item;
use crate::tui::input::Key;
use crate::tui::widgets::paper::{Paper, Spot, Writer};

/// What a learner does to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// One step: up, down, left, right.
    Step(Way),
    /// Enter: use what has the focus.
    Use,
    /// Space: the same, where it does not hand in.
    Toggle,
    /// The option of a letter, from 0.
    Letter(usize),
    /// The option, target or place of a digit, from 0.
    Number(usize),
    /// Move the row that has the focus, towards the end if `true`.
    Shift(bool),
    /// Add a row after the one that has the focus.
    AddRow,
    /// Take the row that has the focus out.
    DeleteRow,
    /// Mark the word and go on.
    Extend,
    /// A click on a control.
    Control(usize),
    /// A click on a target.
    Target(usize),
    /// A click on a word.
    Word(usize),
    /// A key that types or edits.
    Type(Key),
    /// A text that was pasted.
    Paste(String),
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// What an act came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// It means nothing here.
    Nothing,
    /// Only the view is another.
    Moved,
    /// The answer is another.
    Respond(Response),
    /// The answer is to be handed in.
    HandIn,
    /// The answer is to be handed in, and the learner says whether they are sure.
    Sure(bool),
}

/// A question in front of a learner.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The question and the answer so far.
    pub item: &'a Item,
    /// The grade, where it may be seen.
    pub grades: Option<&'a Graded>,
}

impl Asked<'_> {
    /// Returns whether the answer can still be changed.
    pub fn is_open(&self) -> bool {
        self.item.graded.is_none()
    }
}

/// One kind of question.
pub(super) trait Kind {
    /// Returns how many things can have the focus, the hand-in button aside.
    fn controls(&self, asked: Asked<'_>) -> usize;

    /// Writes the question's body; `focus` is none where the answer stands.
    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>);

    /// Does something; `focus` may be moved.
    fn act(&mut self, asked: Asked<'_>, focus: &mut usize, paper: &Paper, act: Act) -> Did;

    /// Lets go of what was taken up, if anything was; says what that comes to. `focus` may be moved.
    fn cancel(&mut self, _focus: &mut usize) -> Option<Did> {
        None
    }

    /// Returns what is to be kept in view, where it is not the control that has the focus.
    fn looks_at(&self) -> Option<Spot> {
        None
    }

    /// Returns whether characters are text now.
    fn is_typing(&self, _focus: usize) -> bool {
        false
    }

    /// Returns whether a row is held.
    fn is_holding(&self) -> bool {
        false
    }

    /// Returns whether Enter hands in.
    fn is_ready(&self, _asked: Asked<'_>, _focus: usize) -> bool {
        false
    }
}
