//! The lesson reader: the text in its measure, what stands around it, and what can be looked up in it.
//!
//! Apart from the rows of a lesson, which know no keys and no learner: here a key moves the view, and the session hears
//! where the learner is and which sections were read to their end. Only what is in view is laid out.

mod body;
mod find;
mod focus;
mod marks;
mod side;

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Note, Outline, Popup, Quiz, Screen};
use crate::course::Lesson;
use crate::id::{Lang, LessonId, QuizId};
use crate::session::rundown::{Page as Leads, Row};
use crate::session::{Effects, Place, Session};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::markdown::{Album, Scroll, Setting, Spot, Target};
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Bar, Ends};

use body::Parts;
use find::Find;
use marks::Marks;

/// Rows that the wheel moves by.
const WHEEL: isize = 3;

/// The reader of one lesson.
#[derive(Debug)]
pub struct Reader {
    lesson: Arc<Lesson>,
    lang: Lang,
    /// Where to go once the size is known.
    wanted: Option<Place>,
    scroll: Option<Scroll>,
    parts: Parts,
    /// What has the focus: the chunk and the target in it.
    focus: Option<(usize, usize)>,
    find: Find,
    marks: Marks,
    /// The sections whose end the session has heard of.
    ended: BTreeSet<usize>,
    /// The row of the rundown: number, minutes left.
    row: Option<Row>,
}

impl Reader {
    /// Opens a lesson at a place, or at its beginning.
    pub fn new(lesson: Arc<Lesson>, lang: Lang, place: Option<Place>) -> Self {
        Self {
            lesson,
            lang,
            wanted: place,
            scroll: None,
            parts: Parts::default(),
            focus: None,
            find: Find::default(),
            marks: Marks::default(),
            ended: BTreeSet::new(),
            row: None,
        }
    }

    /// Returns which lesson it is.
    pub fn lesson(&self) -> &LessonId {
        &self.lesson.id
    }

    /// Goes to a place when it is laid out next.
    pub fn go_to(&mut self, place: Place) {
        self.wanted = Some(place);
    }

    /// Moves the view; nothing before it was laid out.
    fn moved(&mut self, by: impl FnOnce(&mut Scroll, &Lesson)) {
        if let Some(scroll) = &mut self.scroll {
            by(scroll, &self.lesson);
            self.drop_focus();
        }
    }

    /// Opens what has the focus; without one, the first in view gets it, and a question is opened at once.
    fn open(&mut self, session: &mut Session) -> Reply {
        if self.focus.is_none() {
            self.step_focus(true);
            if !self.asks() {
                return Reply::stay();
            }
        }
        let Some((chunk, place)) = self.focus else { return Reply::stay() };
        let target = self.scroll.as_ref().and_then(|scroll| scroll.target(chunk, place));
        target.map_or_else(Reply::stay, |target| Reply::push(self.screen_of(session, target)))
    }

    fn screen_of(&self, session: &mut Session, target: &Target) -> Screen {
        match target {
            Target::Term(term) => Screen::Popup(Popup::term(term.clone())),
            Target::Footnote(place) => Screen::Popup(Popup::footnote(self.lesson.id.clone(), *place)),
            Target::Question(question) => {
                session.sit_inside(&self.lesson.id, (**question).clone());
                Screen::Quiz(Quiz::default())
            }
        }
    }

    /// The place a note or a bookmark belongs to: the focus, or the first words in view.
    fn note_place(&mut self) -> Option<Place> {
        let scroll = self.scroll.as_mut()?;
        let has = |row: &crate::tui::markdown::Row, chunk: usize| match self.focus {
            Some((of, target)) => of == chunk && row.pieces.iter().any(|piece| piece.target == Some(target)),
            None => row.pieces.iter().any(|piece| !piece.lead),
        };
        let spot = scroll.view().find(|(spot, row)| has(row, spot.chunk)).map(|(spot, _)| spot)?;
        scroll.place_of(&self.lesson.document, spot)
    }

    fn bookmark(&mut self, session: &mut Session) -> Reply {
        let Some(place) = self.note_place() else { return Reply::stay() };
        let effects = match marks::at(session, &self.lesson.id, &place, true) {
            Some((id, _)) => session.remove_note(id),
            None => session.note(None, &self.lesson.id, &Place { row: 0, ..place }, ""),
        };
        Reply::effects(effects)
    }

    fn note(&mut self, session: &Session) -> Reply {
        let Some(place) = self.note_place() else { return Reply::stay() };
        let old = marks::at(session, &self.lesson.id, &place, false);
        Reply::push(Screen::Note(Note::new(self.lesson.id.clone(), place, old)))
    }

    fn outline(&self) -> Reply {
        let here = self.scroll.as_ref().map_or(0, Scroll::section);
        Reply::push(Screen::Outline(Outline::new(&self.lesson, here)))
    }

    fn back(&mut self, session: &mut Session) -> Reply {
        if self.find.is_open() {
            self.find = Find::default();
            return Reply::stay();
        }
        if self.focus.take().is_some() {
            return Reply::stay();
        }
        Reply::effects(session.close_lesson()).and_go(Go::Back)
    }

    fn seek(&mut self, forth: bool) {
        let Some(scroll) = &mut self.scroll else { return };
        self.find.seek(scroll, &self.lesson.document, forth);
        self.drop_focus();
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, session: &mut Session, action: Action) -> Reply {
        match action {
            Action::Up => self.moved(|scroll, lesson| scroll.scroll(&lesson.document, -1)),
            Action::Down => self.moved(|scroll, lesson| scroll.scroll(&lesson.document, 1)),
            Action::PageUp => self.moved(|scroll, lesson| scroll.page(&lesson.document, false)),
            Action::PageDown => self.moved(|scroll, lesson| scroll.page(&lesson.document, true)),
            Action::First => self.moved(|scroll, lesson| scroll.to_start(&lesson.document)),
            Action::Last => self.moved(|scroll, lesson| scroll.to_end(&lesson.document)),
            Action::NextField => self.step_focus(true),
            Action::PreviousField => self.step_focus(false),
            Action::Open if self.find.is_typing() => {
                self.find.begin(self.scroll.as_ref().map_or(Spot::default(), Scroll::top));
                self.seek(true);
            }
            Action::Open => return self.open(session),
            Action::Search => self.find.open(),
            Action::NextHit => self.seek(true),
            Action::PreviousHit => self.seek(false),
            Action::Bookmark => return self.bookmark(session),
            Action::Note => return self.note(session),
            Action::Outline => return self.outline(),
            Action::Quiz => {
                let effects = session.close_lesson();
                return Reply::effects(effects).and_go(Go::Quiz(QuizId::Lesson(self.lesson.id.clone())));
            }
            Action::Back => return self.back(session),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, session: &mut Session, at: Position) -> Reply {
        if let Some(section) = side::section_at(self, at) {
            self.moved(|scroll, lesson| scroll.to_section(&lesson.document, section));
            return Reply::stay();
        }
        match self.target_at(at) {
            Some(target) => {
                self.focus = Some(target);
                self.open(session)
            }
            None => Reply::stay(),
        }
    }

    /// Tells the session where the learner is and which sections were read to their end.
    fn report(&mut self, session: &mut Session) -> Effects {
        let Some(scroll) = &mut self.scroll else { return Effects::new() };
        let mut effects = Effects::new();
        for at in scroll.ended_sections() {
            if self.ended.insert(at)
                && let Some(section) = self.lesson.document.sections().get(at)
            {
                effects.extend(session.section_seen(&self.lesson.id, &section.id));
            }
        }
        if let Some(place) = scroll.place(&self.lesson.document) {
            effects.extend(session.keep_place(&self.lesson.id, &place));
        }
        effects
    }

    /// The same lesson in another language, at the same place.
    fn translate(&mut self, scene: Scene<'_>) {
        if self.lang == *scene.session.lang() {
            return;
        }
        self.lang = scene.session.lang().clone();
        // A faulty translation is reported when it is opened; until then the lesson stays as it is.
        let Ok(lesson) = scene.session.course().lesson(&self.lesson.id, &self.lang) else { return };
        self.wanted = self.scroll.as_mut().and_then(|scroll| scroll.place(&self.lesson.document));
        self.lesson = lesson;
        self.scroll = None;
        self.focus = None;
        self.find = Find::default();
    }

    fn settle(&mut self, scene: Scene<'_>) {
        let album = Album::new(Arc::clone(scene.session.course()), self.lesson.id.clone());
        let setting = Setting::new(usize::from(self.parts.text.width), scene.look).with_pictures(album, scene.look);
        let height = usize::from(self.parts.text.height);
        let document = &self.lesson.document;
        match &mut self.scroll {
            Some(scroll) => scroll.resize(document, setting, height),
            None => self.scroll = Some(Scroll::new(document, setting, height)),
        }
        if let (Some(scroll), Some(place)) = (&mut self.scroll, self.wanted.take()) {
            scroll.to_place(document, &place);
        }
        self.drop_focus();
        if let Some(scroll) = &mut self.scroll {
            self.marks.find(scene.session, &self.lesson, scroll);
        }
    }

    fn sections_seen(&self, scene: Scene<'_>) -> usize {
        let state = scene.session.learning().and_then(|learning| learning.state().lesson(&self.lesson.id));
        state.map_or(0, |state| state.sections_seen.len())
    }

    fn percent(&self) -> u32 {
        self.scroll.as_ref().map_or(0, |scroll| scroll.percent(&self.lesson.document))
    }
}

impl Page for Reader {
    fn table(&self) -> Table {
        Table::Reader
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let outline = scene.session.course().outline(&self.lesson.id);
        Facts::default()
            .and(Fact::Typing, self.find.is_typing())
            .and(Fact::Filtered, self.find.is_open() && !self.find.is_typing())
            .and(Fact::HasTerms, !self.targets().is_empty())
            .and(Fact::Focused, self.focus.is_some())
            .and(Fact::Asking, self.asks())
            .and(Fact::AtEnd, self.scroll.as_ref().is_some_and(Scroll::is_at_end))
            .and(Fact::HasQuiz, outline.is_some_and(|outline| !outline.slots.is_empty()))
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let (theme, words) = (&scene.look.theme, &scene.look.words);
        let number = self.row.as_ref().map_or("", |row| row.number.as_str());
        let left = Line::from(vec![
            Span::styled(format!("{number} "), theme.now),
            Span::styled(self.lesson.title.to_uppercase(), theme.strong),
        ]);
        let all = self.lesson.document.sections().len();
        let seen = [("seen", self.sections_seen(scene).min(all).into()), ("all", all.into())];
        let key = if cells < 60 { "reader-seen-short" } else { "reader-seen" };
        let mut right = words.with(key, &seen);
        if let Some(row) = self.row.as_ref().filter(|row| row.left > 0) {
            right = format!(
                "{right} {} {}",
                scene.look.glyphs.dot,
                words.with("reader-left", &[("minutes", row.left.into())])
            );
        }
        Ends::new(left, Line::styled(right, theme.muted), scene.look.glyphs.more)
    }

    fn footer_lead(&self, scene: Scene<'_>, cells: usize) -> Line<'static> {
        let cells = match cells {
            0..60 => 0,
            60..100 => 8,
            _ => 30,
        };
        let mut line = Bar::new(self.percent(), cells).line(scene.look);
        let gap = if cells == 0 { "" } else { " " };
        line.push_span(Span::styled(format!("{gap}{} %", self.percent()), scene.look.theme.text));
        line
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.translate(scene);
        self.parts = Parts::of(area, self.find.is_open());
        self.settle(scene);
        let rundown = scene.session.rundown();
        let is_this = |row: &Row| matches!(&row.page, Leads::Lesson(id) if *id == self.lesson.id);
        self.row = rundown.and_then(|rundown| rundown.rows().find(|row| is_this(row)).cloned());
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let focused = body::view(self, scene, buf);
        side::view(self, scene, buf);
        self.find.view(scene, self.parts.find, buf).or(focused)
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let mut effects = self.report(work.session);
        let reply = match event {
            Event::Act(action, _) => self.act(work.session, action),
            Event::Wheel(down) => {
                self.moved(|scroll, lesson| scroll.scroll(&lesson.document, if down { WHEEL } else { -WHEEL }));
                Reply::stay()
            }
            Event::Click(at) => self.click(work.session, at),
            Event::Type(key) => {
                self.find.press(key);
                Reply::stay()
            }
            Event::Paste(text) => {
                self.find.paste(&text);
                Reply::stay()
            }
        };
        if matches!(reply.go, Go::Stay) {
            effects.extend(self.report(work.session));
        }
        effects.extend(reply.effects);
        Reply { effects, go: reply.go }
    }
}
