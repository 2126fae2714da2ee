//! Notes and bookmarks: written and set while a section is read, found again and taken away in one list.
//!
//! Apart from reading because the list is of the whole course. A section is the smallest place here; a note that was
//! written on the screen stands at one block of it and is shown with its section all the same.

use super::menu::back;
use super::{Entry, Plain, Step, pick};
use crate::course::Lesson;
use crate::id::{LessonId, NoteId, SectionId};
use crate::journal::progress::Note;
use crate::session::Place;

/// A note with its id.
type Kept = (NoteId, Note);

impl Plain<'_> {
    /// Lists the notes and bookmarks of the course; one can be gone to or taken away.
    pub(super) fn notes(&mut self) -> Step {
        loop {
            let notes = self.session.notes();
            self.write_notes(&notes)?;
            if notes.is_empty() {
                return Ok(());
            }
            let prompt = self.words.with("plain-ask-note-place", &[("max", notes.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) => self.note_choice(&notes, &text)?,
            }
        }
    }

    fn note_choice(&mut self, notes: &[Kept], text: &str) -> Step {
        let wanted = text.strip_prefix("d ").map(str::trim);
        match (pick(notes, wanted.unwrap_or(text)), wanted) {
            (Some(kept), Some(_)) => back(self.delete_note(kept)),
            (Some((_, note)), None) => {
                let (lesson, section) = (note.lesson.clone(), note.section.clone());
                back(self.read_lesson(&lesson, Some(&section)))
            }
            (None, _) => self.refuse_number(text, notes.len()),
        }
    }

    fn write_notes(&mut self, notes: &[Kept]) -> Step {
        self.blank()?;
        if notes.is_empty() {
            return self.say("notes-none");
        }
        self.say("plain-notes")?;
        for (number, (_, note)) in (1..).zip(notes) {
            let (lesson, heading) = self.session.note_place(note);
            let place = if heading.is_empty() { lesson } else { format!("{lesson}, {heading}") };
            let text = if note.text.is_empty() { self.words.get("notes-bookmark") } else { note.text.clone() };
            self.lines.write(&format!("{number}. {place}: {text}"))?;
        }
        Ok(())
    }

    /// A bookmark is made again with one letter; words are not.
    fn delete_note(&mut self, (id, note): &Kept) -> Step {
        if !note.text.is_empty() && !self.confirm("plain-ask-delete-note")? {
            return Ok(());
        }
        let effects = self.session.remove_note(*id);
        self.act(effects)?;
        self.say("plain-deleted")
    }

    /// Returns the notes, or the bookmarks, of a section.
    fn notes_of(&self, lesson: &LessonId, section: &SectionId, bookmarks: bool) -> Vec<Kept> {
        let is_here = |note: &Note| note.lesson == *lesson && note.section == *section;
        let is_meant = |note: &Note| is_here(note) && note.text.is_empty() == bookmarks;
        self.session.notes().into_iter().filter(|(_, note)| is_meant(note)).collect()
    }

    /// Writes what was noted at a section.
    pub(super) fn write_notes_of(&mut self, lesson: &LessonId, section: &SectionId) -> Step {
        for (_, note) in self.notes_of(lesson, section, false) {
            self.say_with("plain-your-note", &[("text", note.text.into())])?;
        }
        if self.notes_of(lesson, section, true).is_empty() { Ok(()) } else { self.say("plain-is-bookmarked") }
    }

    /// Sets a bookmark at a section, or takes it away.
    pub(super) fn bookmark(&mut self, lesson: &LessonId, section: &SectionId) -> Step {
        let set = self.notes_of(lesson, section, true);
        let is_set = !set.is_empty();
        for (id, _) in set {
            let effects = self.session.remove_note(id);
            self.act(effects)?;
        }
        if is_set {
            return self.say("plain-bookmark-off");
        }
        let effects = self.session.note(None, lesson, &place(section), "");
        self.act(effects)?;
        self.say("plain-bookmark-on")
    }

    /// Writes a note on a section, or other words for the one that is there.
    pub(super) fn note_on(&mut self, lesson: &Lesson, section: &SectionId) -> Step {
        let old = self.notes_of(&lesson.id, section, false).into_iter().next();
        let prompt = self.words.get("plain-ask-note-text");
        let first = loop {
            if let Some((_, note)) = &old {
                let text = note.text.clone();
                self.say_with("plain-your-note", &[("text", text.into())])?;
            }
            match self.type_raw(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) => break text,
            }
        };
        let (text, is_over) = if first == "." { (String::new(), false) } else { self.read_text(&first)? };
        if text.is_empty() {
            return self.say("plain-why-empty");
        }
        let (id, place) = match old {
            Some((id, note)) => (Some(id), Place { section: note.section, block: note.block, row: 0 }),
            None => (None, place(section)),
        };
        let effects = self.session.note(id, &lesson.id, &place, &text);
        self.act(effects)?;
        if is_over { Err(super::Stop::End) } else { self.say("plain-note-kept") }
    }
}

fn place(section: &SectionId) -> Place {
    Place { section: section.clone(), ..Place::default() }
}
