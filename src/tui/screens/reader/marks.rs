//! Notes and bookmarks beside the text.
//!
//! Apart because they are kept by section and block, and the screen has rows.

use std::collections::BTreeMap;

use crate::course::Lesson;
use crate::id::{LessonId, NoteId, SectionId};
use crate::session::{Place, Session};
use crate::tui::markdown::{Scroll, Spot};
use crate::tui::page::Scene;

/// The marks in view: rows of the view with a note (`true`) or a bookmark.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<(Spot, bool)>);

impl Marks {
    /// Finds the marks that stand in view, each at the first row of its block.
    pub(super) fn find(&mut self, session: &Session, lesson: &Lesson, scroll: &mut Scroll) {
        self.0.clear();
        let marked = marked(session, &lesson.id);
        if marked.is_empty() {
            return;
        }
        let spots: Vec<Spot> = scroll.view().filter(|(_, row)| !row.pieces.is_empty()).map(|(spot, _)| spot).collect();
        let mut before = None;
        for spot in spots {
            let Some(Place { section, block, .. }) = scroll.place_of(&lesson.document, spot) else { continue };
            let here = Some((section, block));
            if here != before
                && let Some(has_words) = here.as_ref().and_then(|at| marked.get(at))
            {
                self.0.push((spot, *has_words));
            }
            before = here;
        }
    }

    /// Returns the rows of the view that are marked, with their signs.
    pub(super) fn in_view<'a>(&self, scroll: &Scroll, scene: Scene<'a>) -> Vec<(u16, &'a str)> {
        let [bookmark, written] = scene.look.glyphs.marks;
        let sign = |has_words: bool| if has_words { written } else { bookmark };
        let row_of = |spot: Spot| scroll.view().position(|(at, _)| at == spot).and_then(|row| u16::try_from(row).ok());
        self.0.iter().filter_map(|(spot, has_words)| Some((row_of(*spot)?, sign(*has_words)))).collect()
    }
}

/// The marked blocks of a lesson; a note hides a bookmark.
fn marked(session: &Session, lesson: &LessonId) -> BTreeMap<(SectionId, usize), bool> {
    let mut marked = BTreeMap::new();
    let notes = session.learning().into_iter().flat_map(|learning| learning.progress().notes());
    for (_, note) in notes.filter(|(_, note)| note.lesson == *lesson) {
        let has_words = marked.entry((note.section.clone(), note.block)).or_insert(false);
        *has_words |= !note.text.is_empty();
    }
    marked
}

/// Finds the bookmark or the note at a place.
pub(super) fn at(session: &Session, lesson: &LessonId, place: &Place, bookmark: bool) -> Option<(NoteId, String)> {
    let mut notes = session.learning()?.progress().notes();
    let is_here = |note: &crate::journal::progress::Note| {
        note.lesson == *lesson && note.section == place.section && note.block == place.block
    };
    notes.find(|(_, note)| is_here(note) && note.text.is_empty() == bookmark).map(|(id, note)| (id, note.text.clone()))
}
