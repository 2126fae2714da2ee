//! Which row of a list is picked, and which part of the list is in view.
//!
//! Apart from drawing rows, which every screen does its own way: here are only the verbs. It keeps an index, and the
//! list may grow or shrink under it.

use crate::tui::action::Action;

/// The state of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pick {
    selected: usize,
    top: usize,
    page: usize,
}

impl Pick {
    /// Starts at a row.
    pub fn at(selected: usize) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Returns the picked row.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Returns the first line in view.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Picks a row; past the end it is the last.
    pub fn select(&mut self, row: usize, len: usize) {
        self.selected = row.min(len.saturating_sub(1));
    }

    /// Picks the row so many further on (or back, below zero); says whether it is another than before.
    pub fn step(&mut self, by: isize, len: usize) -> bool {
        let before = self.selected;
        self.select(self.selected.saturating_add_signed(by), len);
        before != self.selected
    }

    /// Moves as the action says; returns whether it was one that moves.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only these actions move")]
    pub fn act(&mut self, action: Action, len: usize) -> bool {
        let page = isize::try_from(self.page.max(2) - 1).unwrap_or(isize::MAX);
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -page,
            Action::PageDown => page,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => return false,
        };
        self.step(by, len);
        true
    }

    /// Brings lines `from..to` (the picked row with what belongs to it) into a view of `height` lines of `total`.
    pub fn follow(&mut self, lines: std::ops::Range<usize>, total: usize, height: usize) {
        self.page = height;
        if lines.end > self.top + height {
            self.top = lines.end - height.min(lines.end);
        }
        self.top = self.top.min(lines.start).min(total.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pick_stays_inside_whatever_happens_to_the_list() {
        let mut pick = Pick::at(3);
        assert!(pick.act(Action::Last, 10));
        assert_eq!(pick.selected(), 9);
        pick.select(pick.selected(), 4);
        assert_eq!(pick.selected(), 3);
        assert!(!pick.step(1, 4));
        pick.select(5, 0);
        assert_eq!(pick.selected(), 0);
        assert!(pick.act(Action::First, 0) && !pick.act(Action::Open, 4));
    }

    #[test]
    fn the_view_follows_the_pick_and_never_shows_emptiness() {
        let mut pick = Pick::default();
        let mut top = |line: usize, total, height| {
            pick.follow(line..line + 1, total, height);
            pick.top()
        };
        assert_eq!(top(0, 10, 4), 0);
        assert_eq!(top(5, 10, 4), 2);
        assert_eq!(top(3, 10, 4), 2);
        assert_eq!(top(1, 10, 4), 1);
        assert_eq!(top(9, 10, 4), 6);
        assert_eq!(top(9, 10, 20), 0);
        assert_eq!(top(0, 0, 0), 0);
    }

    #[test]
    fn a_page_is_one_line_less_than_what_is_in_view() {
        let mut pick = Pick::default();
        pick.follow(0..1, 100, 10);
        pick.act(Action::PageDown, 100);
        assert_eq!(pick.selected(), 9);
        pick.act(Action::PageUp, 100);
        assert_eq!(pick.selected(), 0);
    }
}
