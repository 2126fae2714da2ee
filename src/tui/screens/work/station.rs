//! What every engine's place of work can do on the screen.
//!
//! Apart from the engines so that the board speaks to all of them alike. A station is given the work as it is and
//! returns what it comes to; it changes no session and judges nothing.

use ratatui::text::Line;

use crate::assess::work::{Finding, Place};
use crate::course::exercise::Work;
use crate::session::Bench;
use crate::tui::look::Look;
use crate::tui::screens::quiz::{Act, Way};
use crate::tui::widgets::paper::{Paper, Spot, Writer};

/// The work in front of a learner.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    /// The exercise and the work as it is.
    pub(super) bench: &'a Bench,
    /// What the rules find in it now.
    pub(super) findings: &'a [Finding],
}

/// What an act came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Did {
    /// It means nothing here.
    Nothing,
    /// Only the view is another.
    Moved,
    /// The work is another.
    Change(Work),
}

/// One engine's place of work.
pub(super) trait Station {
    /// Returns how many things can have the focus, the hand-in button aside.
    fn controls(&self, seen: Seen<'_>) -> usize;

    /// Writes the work.
    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>);

    /// Does something; `focus` may be moved.
    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, paper: &Paper, act: Act) -> Did;

    /// Is told that the focus has come to another control, and whether it came from above.
    fn entered(&mut self, _seen: Seen<'_>, _focus: usize) {}

    /// Lets go of what was taken up, or closes what was opened; says whether there was something.
    fn cancel(&mut self, _seen: Seen<'_>, _focus: &mut usize) -> bool {
        false
    }

    /// Goes to where something was found; says whether it could.
    fn go_to(&mut self, _seen: Seen<'_>, _place: &Place, _focus: &mut usize) -> bool {
        false
    }

    /// Returns which finding is told while the focus is at a control.
    fn finding(&self, _seen: Seen<'_>, _focus: usize) -> Option<usize> {
        None
    }

    /// Returns whether something that was found belongs to the control that has the focus.
    fn is_about(&self, _seen: Seen<'_>, _place: &Place, _focus: usize) -> bool {
        true
    }

    /// Is told where in its control a click was: the row and the column, from 0.
    fn point(&mut self, _seen: Seen<'_>, _focus: usize, _row: usize, _column: usize) {}

    /// Returns what stands above the work and is not scrolled.
    fn headline(&self, _seen: Seen<'_>, _look: &Look) -> Option<Line<'static>> {
        None
    }

    /// Returns what is to be kept in view, where it is not the control that has the focus.
    fn looks_at(&self, _focus: usize) -> Option<Spot> {
        None
    }

    /// Returns whether characters are text now.
    fn is_typing(&self, _seen: Seen<'_>, _focus: usize) -> bool {
        false
    }

    /// Returns whether a step to the side, or up and down, is the station's own in this control.
    fn takes(&self, _seen: Seen<'_>, _focus: usize, _way: Way) -> bool {
        false
    }

    /// Returns whether the work can be handed in from here; not while a part of it is open.
    fn has_button(&self) -> bool {
        true
    }

    /// Returns whether rows can be moved.
    fn is_ordering(&self) -> bool {
        false
    }

    /// Returns whether rows can be added and taken out.
    fn is_in_rows(&self) -> bool {
        false
    }

    /// Returns whether words can be marked.
    fn is_marking(&self) -> bool {
        false
    }
}
