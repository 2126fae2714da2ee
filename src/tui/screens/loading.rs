//! What is seen while the store opens: hardly ever for longer than a frame.
//!
//! Apart so that a slow disk shows a calm page instead of an empty one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::tui::action::{Action, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Page, Reply, Scene, Work};
use crate::tui::widgets::Ends;

/// Nothing is known yet.
#[derive(Debug, Clone, Copy)]
pub struct Loading;

impl Page for Loading {
    fn table(&self) -> Table {
        Table::Loading
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        Line::styled(scene.look.words.get("loading"), scene.look.theme.muted).render(area.intersection(buf.area), buf);
        None
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::Quit, _) => Reply::effects(work.session.quit()),
            Event::Act(..) | Event::Type(_) | Event::Paste(_) | Event::Click(_) | Event::Wheel(_) => Reply::stay(),
        }
    }
}
