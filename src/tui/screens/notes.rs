//! Notes and bookmarks of the whole course, in its order.
//!
//! Apart from the reader, which shows them where they stand: this is for finding them again.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Ask, Screen};
use crate::id::NoteId;
use crate::journal::progress::Note;
use crate::session::{Place, Session};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::pad;

/// Lines that a note takes.
const LINES: usize = 2;

/// The notes.
#[derive(Debug, Default)]
pub struct Notes {
    pick: Pick,
    rows: Vec<(NoteId, Note)>,
    list: Rect,
}

impl Notes {
    fn picked(&self) -> Option<&(NoteId, Note)> {
        self.rows.get(self.pick.selected())
    }

    fn open(&self) -> Reply {
        let Some((_, note)) = self.picked() else { return Reply::stay() };
        let place = Place { section: note.section.clone(), block: note.block, row: 0 };
        Reply::go(Go::Lesson(note.lesson.clone(), Some(place)))
    }

    /// A bookmark is made again with one key; words are not.
    fn delete(&self, session: &mut Session) -> Reply {
        match self.picked() {
            Some((id, note)) if note.text.is_empty() => Reply::effects(session.remove_note(*id)),
            Some((id, _)) => Reply::push(Screen::Ask(Ask::delete_note(*id))),
            None => Reply::stay(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, self.rows.len()) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.open(),
            Action::Delete => self.delete(work.session),
            Action::Back => Reply::go(Go::Back),
            _ => Reply::stay(),
        }
    }

    fn click(&mut self, at: Position) -> Reply {
        let row = (usize::from(at.y.saturating_sub(self.list.y)) + self.pick.top()) / LINES;
        if !self.list.contains(at) || row >= self.rows.len() {
            return Reply::stay();
        }
        let again = row == self.pick.selected();
        self.pick.select(row, self.rows.len());
        if again { self.open() } else { Reply::stay() }
    }
}

fn lines(scene: Scene<'_>, note: &Note, picked: bool, cells: usize) -> [Line<'static>; 2] {
    let look = scene.look;
    let (title, heading) = scene.session.note_place(note);
    let [bookmark, written] = look.glyphs.marks;
    let (sign, text) = match note.text.as_str() {
        "" => (bookmark, look.words.get("notes-bookmark")),
        text => (written, one_line(text)),
    };
    let marker = if picked { look.glyphs.here } else { " " };
    let style = if picked { look.theme.focus } else { look.theme.text };
    let first = pad(&format!("{marker} {text}"), cells, look.glyphs.more);
    let place = if heading.is_empty() { title } else { format!("{title} {} {heading}", look.glyphs.arrows[3]) };
    let sign = Span::styled(format!("  {sign} "), look.theme.now);
    [Line::styled(first, style), Line::from(vec![sign, Span::styled(place, look.theme.muted)])]
}

impl Page for Notes {
    fn table(&self) -> Table {
        Table::Notes
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::Empty, self.rows.is_empty())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("notes-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.rows = scene.session.notes();
        self.list = area;
        let len = self.rows.len();
        self.pick.select(self.pick.selected(), len);
        let at = self.pick.selected();
        self.pick.follow(at * LINES..(at + 1) * LINES, len * LINES, usize::from(area.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        if self.rows.is_empty() {
            let text = wrap(&look.words.get("notes-none"), usize::from(area.width));
            for (line, row) in text.into_iter().zip(area.rows().skip(1)) {
                put(&Line::styled(line, look.theme.muted), row, 0, buf);
            }
            return None;
        }
        let mut cursor = None;
        let lines = self.rows.iter().enumerate().flat_map(|(at, (_, note))| {
            let picked = at == self.pick.selected();
            let [first, second] = lines(scene, note, picked, usize::from(area.width));
            [(picked, first), (false, second)]
        });
        for ((picked, line), row) in lines.skip(self.pick.top()).zip(area.rows()) {
            if picked {
                cursor = Some(Position::new(row.x, row.y));
            }
            put(&cut(&line, usize::from(row.width), look.glyphs.more), row, 0, buf);
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}
