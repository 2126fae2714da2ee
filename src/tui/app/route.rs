//! The way of an input: to the keys that work everywhere, to the footer, or to the screen on top.
//!
//! Apart from the app's state so that the whole way can be read on one page.

use ratatui::layout::Position;

use super::{App, Notice};
use crate::id::Lang;
use crate::session::{Effect, Effects};
use crate::tui::action::Action;
use crate::tui::glyphs::Glyphs;
use crate::tui::input::{Code, Input, Key};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Reply, Work};
use crate::tui::screens::{self, Screen};
use crate::words::next_language;

impl App {
    pub(super) fn route(&mut self, input: Input) -> Effects {
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => self.update(Event::Paste(text)),
            Input::Click { column, row } => self.click(Position::new(column, row)),
            Input::Wheel { down, .. } => self.update(Event::Wheel(down)),
            Input::Resize(..) | Input::Focus(_) => Effects::new(),
        }
    }

    fn press(&mut self, key: Key) -> Effects {
        self.notice = None;
        let (table, facts) = (self.top().table(), self.top().facts(self.scene()));
        match self.look.keymap.action(table, facts, key) {
            Some(action) => self.act(action, key),
            None => self.update(Event::Type(key)),
        }
    }

    fn click(&mut self, at: Position) -> Effects {
        self.notice = None;
        let frame = self.frame();
        if frame.footer.contains(at) {
            let key = self.footer(frame.footer.width).key_at(frame.footer, at.x);
            return key.map_or_else(Effects::new, |key| self.press(key));
        }
        self.update(Event::Click(at))
    }

    /// Does what works on every screen, or passes it on.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other actions are the screen's")]
    fn act(&mut self, action: Action, key: Key) -> Effects {
        match action {
            Action::Language => self.next_language(),
            Action::Theme => {
                self.look.wear(self.look.theme_name.next());
                Effects::new()
            }
            Action::Redraw => {
                self.wants_clear = true;
                Effects::new()
            }
            Action::Suspend => vec![Effect::Suspend],
            Action::Save => self.session.retry(),
            Action::Help if self.top().table() != Table::Help => self.help(),
            Action::Settings if self.top().table() != Table::Settings => {
                self.follow(Go::Push(Box::new(Screen::Settings(screens::Settings::default()))))
            }
            _ => self.update(Event::Act(action, key)),
        }
    }

    fn next_language(&mut self) -> Effects {
        match Lang::new(next_language(self.session.lang().as_str())) {
            Ok(lang) => self.session.set_lang(lang),
            Err(_never) => Effects::new(),
        }
    }

    fn help(&mut self) -> Effects {
        let help = screens::Help::new(self.top().table(), self.top().facts(self.scene()));
        self.follow(Go::Push(Box::new(Screen::Help(help))))
    }

    fn update(&mut self, event: Event) -> Effects {
        let mut work = Work { session: &mut self.session, look: &self.look };
        let screen = self.above.last_mut().unwrap_or(&mut self.base);
        let Reply { mut effects, go } = screen.page_mut().update(&mut work, event);
        effects.extend(self.follow(go));
        effects
    }

    fn follow(&mut self, go: Go) -> Effects {
        match go {
            Go::Stay => {}
            Go::Push(screen) => self.above.push(*screen),
            Go::Replace(screen) => {
                self.above.pop();
                self.above.push(*screen);
            }
            Go::Back => drop(self.above.pop()),
            Go::BackTo(action) => {
                self.above.pop();
                let key = Key::plain(Code::Enter);
                return self.update(Event::Act(action, key));
            }
            Go::Rundown => self.above.clear(),
            Go::Lesson(lesson, place) => return self.open_lesson(&lesson, place),
            Go::Quiz(quiz) => return self.sit(&quiz),
            Go::Exercise(exercise) => return self.work_on(&exercise),
            Go::Tool(exercise, name) => return self.open_tool(&exercise, &name),
            Go::Form(form, day) => return self.reply_to(&form, day),
            Go::Review => return self.review(),
            Go::Swaps => return self.work_on_swaps(),
            Go::LookBack(exercise) => self.look_back(&exercise),
            Go::Theme(name) => self.look.wear(name),
            Go::Unicode(unicode) => self.look.glyphs = Glyphs::for_unicode(unicode),
            Go::Say(text) => self.notice = Some(Notice { text, is_fault: false }),
            Go::Refuse(text) => self.notice = Some(Notice { text, is_fault: true }),
        }
        Effects::new()
    }
}
