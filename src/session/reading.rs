//! Reading: opening a lesson, keeping the place, sections seen, notes and bookmarks.
//!
//! Apart from quizzes because reading is never graded; what it changes are places (drafts) and events of progress.

use std::sync::Arc;

use super::{Effects, Place, Session};
use crate::course::{Faults, Lesson};
use crate::id::{LessonId, NoteId, SectionId};
use crate::journal::Body;
use crate::journal::progress::Note;

const LAST_LESSON: &str = "last-lesson";

fn place_key(lesson: &LessonId) -> String {
    format!("place/{lesson}")
}

impl Session {
    /// Opens a lesson in the learner's language.
    pub fn open_lesson(&mut self, lesson: &LessonId) -> Result<(Arc<Lesson>, Effects), Faults> {
        let opened = self.course.lesson(lesson, &self.lang)?;
        self.open_lesson = Some(opened.id.clone());
        let effects = self.keep_draft(LAST_LESSON.to_owned(), &opened.id);
        Ok((opened, effects))
    }

    /// Returns the lesson that was read last.
    pub fn last_lesson(&self) -> Option<LessonId> {
        self.learning()?.draft(LAST_LESSON)
    }

    /// Leaves the lesson that is open; its place is written.
    pub fn close_lesson(&mut self) -> Effects {
        self.open_lesson = None;
        self.flush_draft()
    }

    /// Returns where the learner was in a lesson.
    pub fn place(&self, lesson: &LessonId) -> Option<Place> {
        self.learning()?.draft(&place_key(lesson))
    }

    /// Keeps where the learner is; it is written when they pause.
    pub fn keep_place(&mut self, lesson: &LessonId, place: &Place) -> Effects {
        self.keep_draft(place_key(lesson), place)
    }

    /// Says that a section was read to its end; only the first time is an event.
    pub fn section_seen(&mut self, lesson: &LessonId, section: &SectionId) -> Effects {
        let state = self.learning().and_then(|learning| learning.state().lesson(lesson));
        if state.is_none_or(|state| state.sections_seen.contains(section)) {
            return Effects::new();
        }
        self.write(vec![Body::SectionSeen { lesson: lesson.clone(), section: section.clone() }])
    }

    /// Writes a note at a place, or a bookmark where the text is empty; an old note is replaced.
    pub fn note(&mut self, old: Option<NoteId>, lesson: &LessonId, place: &Place, text: &str) -> Effects {
        let note = old.unwrap_or_else(|| NoteId::from_bits(self.chance.bits()));
        let Place { section, block, .. } = place.clone();
        self.write(vec![Body::Noted { note, lesson: lesson.clone(), section, block, text: text.to_owned() }])
    }

    /// Takes a note or a bookmark away.
    pub fn remove_note(&mut self, note: NoteId) -> Effects {
        self.write(vec![Body::NoteRemoved { note }])
    }

    /// Returns the notes and bookmarks of the whole course, in its order.
    pub fn notes(&self) -> Vec<(NoteId, Note)> {
        let Some(learning) = self.learning() else { return Vec::new() };
        let outlines = self.course.outlines();
        let place = |note: &Note| {
            let lesson = outlines.iter().position(|outline| outline.id == note.lesson);
            let outline = lesson.and_then(|at| outlines.get(at));
            let section = outline.and_then(|outline| outline.sections.iter().position(|s| s.id == note.section));
            (lesson.unwrap_or(usize::MAX), section, note.block)
        };
        let mut notes: Vec<_> = learning.progress().notes().map(|(id, note)| (id, note.clone())).collect();
        notes.sort_by_key(|(id, note)| (place(note), *id));
        notes
    }

    /// Returns in words where a note stands: the title of its lesson, and the heading of its section, which may be
    /// empty.
    pub fn note_place(&self, note: &Note) -> (String, String) {
        let outline = self.course.outline(&note.lesson);
        let title = outline.map_or(note.lesson.as_str(), |outline| outline.title.get(&self.lang));
        let section = outline.and_then(|outline| outline.sections.iter().find(|s| s.id == note.section));
        (title.to_owned(), section.map_or("", |section| section.title.get(&self.lang)).to_owned())
    }
}
