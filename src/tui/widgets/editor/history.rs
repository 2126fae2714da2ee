//! What was changed in a text, to be taken back and done again.
//!
//! Apart from the editor because it knows no cursor. What is typed in one go, up to a space, is one change.

/// The oldest changes are forgotten beyond this.
const MOST: usize = 500;

/// One change: at a byte, a text instead of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
}

impl Change {
    /// Returns the change that takes this one back.
    fn reversed(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// Takes a later change into this one, if both are of one go.
    fn take(&mut self, next: &Self) -> bool {
        let goes_on = next.removed.is_empty() && next.at == self.at + self.inserted.len() && !self.inserted.is_empty();
        let is_new_word = self.inserted.ends_with(char::is_whitespace) && !next.inserted.ends_with(char::is_whitespace);
        let deletes = self.inserted.is_empty() && next.inserted.is_empty();
        if goes_on && !is_new_word {
            self.inserted.push_str(&next.inserted);
        } else if deletes && next.at + next.removed.len() == self.at {
            self.removed.insert_str(0, &next.removed);
            self.at = next.at;
        } else if deletes && next.at == self.at {
            self.removed.push_str(&next.removed);
        } else {
            return false;
        }
        true
    }
}

/// The changes of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Change>,
    future: Vec<Change>,
    is_open: bool,
}

impl History {
    /// Remembers a change.
    pub(super) fn record(&mut self, change: Change) {
        self.future.clear();
        let is_taken = self.is_open && self.past.last_mut().is_some_and(|last| last.take(&change));
        if !is_taken {
            self.past.push(change);
        }
        if self.past.len() > MOST {
            self.past.remove(0);
        }
        self.is_open = true;
    }

    /// Ends what was typed in one go.
    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    /// Returns the change that takes the last one back.
    pub(super) fn undo(&mut self) -> Option<Change> {
        self.close();
        let last = self.past.pop()?;
        let back = last.reversed();
        self.future.push(last);
        Some(back)
    }

    /// Returns the change that was taken back last.
    pub(super) fn redo(&mut self) -> Option<Change> {
        self.close();
        let next = self.future.pop()?;
        self.past.push(next.clone());
        Some(next)
    }
}
