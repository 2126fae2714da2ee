//! What can be looked up or answered in the text, and which of it has the focus.
//!
//! Apart from what happens when it is opened: here are only the ways to it, by keys and by the mouse.

use ratatui::layout::Position;

use super::Reader;
use crate::tui::markdown::{Scroll, Target};
use crate::tui::width::width;

impl Reader {
    /// What is out of view has no focus.
    pub(super) fn drop_focus(&mut self) {
        if self.focus.is_some_and(|focus| !self.targets().contains(&focus)) {
            self.focus = None;
        }
    }

    /// What can be looked up in view, in order.
    pub(super) fn targets(&self) -> Vec<(usize, usize)> {
        let rows = self.scroll.iter().flat_map(Scroll::view);
        let mut targets: Vec<_> = rows
            .flat_map(|(spot, row)| row.pieces.iter().filter_map(move |piece| Some((spot.chunk, piece.target?))))
            .collect();
        targets.dedup();
        targets
    }

    /// Returns whether what has the focus, or would have it next, is a question.
    pub(super) fn asks(&self) -> bool {
        let next = self.focus.or_else(|| self.targets().first().copied());
        let target = next.and_then(|(chunk, place)| self.scroll.as_ref()?.target(chunk, place));
        matches!(target, Some(Target::Question(_)))
    }

    pub(super) fn step_focus(&mut self, forth: bool) {
        let targets = self.targets();
        let here = self.focus.and_then(|focus| targets.iter().position(|target| *target == focus));
        let last = targets.len().saturating_sub(1);
        let next = match here {
            None if forth => 0,
            None | Some(0) if !forth => last,
            Some(at) if forth && at == last => 0,
            Some(at) => {
                if forth {
                    at + 1
                } else {
                    at - 1
                }
            }
            None => last,
        };
        self.focus = targets.get(next).copied();
    }

    pub(super) fn target_at(&self, at: Position) -> Option<(usize, usize)> {
        let text = self.parts.text;
        if !text.contains(at) {
            return None;
        }
        let (spot, row) = self.scroll.as_ref()?.view().nth(usize::from(at.y - text.y))?;
        let mut column = usize::from(at.x - text.x);
        for piece in &row.pieces {
            let cells = width(&piece.text);
            if column < cells {
                return piece.target.map(|target| (spot.chunk, target));
            }
            column -= cells;
        }
        None
    }
}
