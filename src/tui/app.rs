//! One person's screen: the session, a stack of screens, and the way from an input to effects.
//!
//! ```text
//!   Input ─► keymap ─► Action ─► screen.update ─► Reply ─┬─ effects ─► host
//!                                                        └─ go: the stack of screens
//!   host ─► Message ─► session.receive ─► effects          layout ─► view ─► cells
//! ```
//!
//! Apart from the host, which reads keys and writes cells. No I/O, no clock, no panic at any size. What is drawn
//! passes one last filter here, so that nothing but our own sequences ever reaches a terminal.

mod draw;
mod open;
mod route;

use std::time::Duration;

pub use draw::draw;

use ratatui::layout::Rect;

use super::input::Input;
use super::look::Look;
use super::page::{Page, Scene};
use super::screens::Screen;
use super::theme::ThemeName;
use crate::id::{ExerciseId, LessonId};
use crate::session::joining::Offer;
use crate::session::{Bench, Effects, Message, Saving, Session, Setup, Stage};
use crate::store::StoreError;

/// What is opened as soon as somebody is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A lesson; where the course has none of that id, the desk work that has it.
    Page(LessonId),
    /// A tool: with the real item that was kept under a name, or blank.
    Tool(ExerciseId, Option<String>),
    /// The trainer's cohorts; nobody needs to be here as a learner.
    Cohorts,
}

/// A few words that stand above the footer until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Notice {
    text: String,
    is_fault: bool,
}

/// One person's screen.
pub struct App {
    session: Session,
    look: Look,
    /// What stands at the bottom: the rundown, or whatever the session needs first.
    base: Screen,
    above: Vec<Screen>,
    area: Rect,
    notice: Option<Notice>,
    is_dirty: bool,
    wants_clear: bool,
    minute: String,
    /// Why nothing of this session is saved, where the learner chose to go on like that.
    unsaved: Option<StoreError>,
    /// What to open once somebody is here.
    wanted: Option<Wanted>,
}

impl App {
    /// Starts a session and its screen.
    pub fn new(setup: Setup, look: Look) -> (Self, Effects) {
        let (session, effects) = Session::new(setup);
        let minute = session.clock().local_hhmm();
        let base = Screen::base(&session);
        let app = Self {
            session,
            look,
            base,
            above: Vec::new(),
            area: Rect::ZERO,
            notice: None,
            is_dirty: true,
            wants_clear: false,
            minute,
            unsaved: None,
            wanted: None,
        };
        (app, effects)
    }

    /// Takes what happened at the terminal.
    #[must_use]
    pub fn handle(&mut self, input: Input) -> Effects {
        self.is_dirty = true;
        let mut effects = Effects::new();
        if !matches!(input, Input::Resize(..) | Input::Focus(_)) {
            effects.extend(self.session.touched());
        }
        effects.extend(self.route(input));
        self.settle();
        effects
    }

    /// Takes what the host tells.
    #[must_use]
    pub fn receive(&mut self, message: Message) -> Effects {
        let shows_seconds = self.session.bench().is_some_and(Bench::is_timed) || self.top().ticks();
        let shows_another_time = shows_seconds || self.session.clock().local_hhmm() != self.minute;
        self.is_dirty |= !matches!(message, Message::Tick) || shows_another_time;
        if let Message::Delivered(_, result) = &message {
            self.notice = Some(self.delivered(result));
        }
        if matches!(message, Message::Forgotten(Ok(()))) {
            self.notice = Some(Notice { text: self.look.words.get("notice-forgotten"), is_fault: false });
        }
        let saving = self.session.saving();
        let mut effects = self.session.receive(message);
        self.is_dirty |= saving != self.session.saving();
        self.settle();
        effects.extend(self.begin());
        effects
    }

    /// Returns whether something changed since it was last drawn.
    pub fn dirty(&self) -> bool {
        self.is_dirty
    }

    /// Returns whether the store was asked for somebody and has not answered.
    pub fn is_loading(&self) -> bool {
        matches!(self.session.stage(), Stage::Loading)
    }

    /// Returns how long it is until `Message::Tick` should come: for a draft that waits, or for the next
    /// minute of the clock, or second where a screen shows them.
    pub fn next_tick(&self) -> Option<Duration> {
        let period = if self.top().ticks() { 1_000 } else { 60_000 };
        let left = period - self.session.clock().now().0.rem_euclid(period);
        let left = Duration::from_millis(u64::try_from(left).unwrap_or(1_000));
        Some(self.session.next_tick().map_or(left, |tick| tick.min(left)))
    }

    /// Returns the session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the theme and whether the signs are Unicode, for a host that keeps them.
    pub fn appearance(&self) -> (ThemeName, bool) {
        (self.look.theme_name, self.look.glyphs.unicode)
    }

    /// Says something until the next key, such as what is wrong with a file of settings.
    pub fn say(&mut self, text: String) {
        self.notice = Some(Notice { text, is_fault: true });
        self.is_dirty = true;
    }

    /// Says all the time that nothing is saved, and why: the learner chose to go on like that.
    pub fn never_saves(&mut self, why: StoreError) {
        self.unsaved = Some(why);
    }

    /// Opens a lesson or a tool as soon as somebody is here.
    pub fn begin_with(&mut self, wanted: Wanted) {
        self.wanted = Some(wanted);
    }

    /// Offers the invitations that lie here to whoever has to say who they are.
    pub fn take_invitations(&mut self, offers: Vec<Offer>) {
        self.session.take_invitations(offers);
        self.invite();
    }

    /// Lets whoever is new here and was invited pick a name; Esc leads to typing one.
    fn invite(&mut self) {
        if matches!(self.base, Screen::Setup(_)) && self.above.is_empty() && self.session.offered().is_some() {
            self.above.push(Screen::Join(Box::default()));
        }
    }

    /// Returns how things stand with the disk.
    fn disk(&self) -> Saving {
        self.unsaved.clone().map_or_else(|| self.session.saving(), Saving::Failed)
    }

    /// Ends the session in order, as when the terminal goes away: everything in hand is written.
    #[must_use]
    pub fn leave(&mut self) -> Effects {
        let mut effects = Effects::new();
        if let Some(Screen::Note(note)) = self.above.last() {
            effects.extend(note.keep(&mut self.session));
        }
        effects.extend(self.session.quit());
        effects
    }

    /// Opens what was asked for, once that can be done.
    fn begin(&mut self) -> Effects {
        let (is_here, is_loading) = (self.session.learning().is_some(), self.is_loading());
        match self.wanted.take_if(|wanted| if *wanted == Wanted::Cohorts { !is_loading } else { is_here }) {
            Some(Wanted::Cohorts) => {
                let effects = self.session.train();
                self.settle();
                effects
            }
            Some(Wanted::Page(id)) => self.open_by_id(&id),
            Some(Wanted::Tool(tool, item)) => {
                let item = item.unwrap_or_else(|| self.session.next_item(&tool));
                self.open_tool(&tool, &item)
            }
            None => Effects::new(),
        }
    }

    fn delivered(&self, result: &Result<String, String>) -> Notice {
        let words = &self.look.words;
        match result {
            Ok(place) => {
                Notice { text: words.with("notice-delivered", &[("place", place.as_str().into())]), is_fault: false }
            }
            Err(why) => {
                Notice { text: words.with("notice-not-delivered", &[("why", why.as_str().into())]), is_fault: true }
            }
        }
    }

    fn top(&self) -> &dyn Page {
        self.above.last().unwrap_or(&self.base).page()
    }

    fn scene(&self) -> Scene<'_> {
        Scene { session: &self.session, look: &self.look }
    }

    /// Brings language and base screen in line with the session.
    fn settle(&mut self) {
        self.look.speak(self.session.lang());
        if !self.base.fits(self.session.stage()) {
            self.base = Screen::base(&self.session);
            self.above.clear();
            self.invite();
        }
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("base", &self.base).field("above", &self.above).finish_non_exhaustive()
    }
}
