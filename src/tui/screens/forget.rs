//! Deleting everything of one's own: what goes, and the name to be typed before it does.
//!
//! Apart from the other questions because no key alone may answer this one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::session::Session;
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends, Field};

/// The words are set no wider than this.
const MEASURE: u16 = 56;

/// The question, with what was typed so far.
#[derive(Debug, Default)]
pub struct Forget {
    name: Field,
}

impl Forget {
    fn words(session: &Session, look: &Look, cells: usize) -> Vec<Line<'static>> {
        let name = session.learning().map_or("", |learning| learning.profile.name.as_str());
        let set = |text: &str, style| wrap(text, cells).into_iter().map(move |line| Line::styled(line, style));
        let mut lines: Vec<Line<'static>> = set(&look.words.get("forget-text"), look.theme.text).collect();
        lines.push(Line::default());
        lines.extend(set(&look.words.with("forget-ask", &[("name", name.into())]), look.theme.strong));
        lines.push(Line::default());
        lines
    }

    fn forget(&self, work: &mut Work<'_>) -> Reply {
        match work.session.forget_me(self.name.text()) {
            Some(effects) => Reply::effects(effects),
            None => Reply::go(Go::Refuse(work.look.words.get("forget-other-name"))),
        }
    }
}

impl Page for Forget {
    fn table(&self) -> Table {
        Table::Forget
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::of(&[Fact::Typing])
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let width = Dialog::inner_width(area, MEASURE);
        let lines = Self::words(scene.session, look, usize::from(width));
        let title = Line::styled(look.words.get("forget-title"), look.theme.strong);
        let inside = Dialog::new(look, title, lines, width).render(area, buf);
        let field = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }.intersection(inside);
        self.name.render(look.theme.field(), field, buf)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::HandIn, _) => return self.forget(work),
            Event::Act(Action::Back, _) => return Reply::go(Go::Back),
            Event::Act(_, key) | Event::Type(key) => drop(self.name.press(key)),
            Event::Paste(pasted) => self.name.paste(&pasted),
            _ => {}
        }
        Reply::stay()
    }
}
