//! From the state to cells: layout, header, body, footer, and the last filter.
//!
//! Apart from routing because drawing changes nothing that a learner would miss. `layout` settles what depends on the
//! size, `view` takes `&self`.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::App;
use crate::session::Saving;
use crate::session::trouble;
use crate::text::wrap;
use crate::tui::ascii;
use crate::tui::canvas::Canvas;
use crate::tui::page::Scene;
use crate::tui::sanitise::sanitise;
use crate::tui::screens::Screen;
use crate::tui::widgets::{Footer, Frame};

/// Below this a screen cannot be read, and says so instead.
const LEAST: (u16, u16) = (24, 7);
/// A banner or a notice takes at most so many rows.
const MOST_ROWS: usize = 4;

/// Draws the app on a terminal.
pub fn draw<B: Backend>(app: &mut App, canvas: &mut Canvas<B>) -> Result<(), B::Error> {
    if std::mem::take(&mut app.wants_clear) {
        canvas.blank()?;
    }
    canvas.paint(|buf| {
        app.layout(buf.area);
        app.view(buf)
    })
}

/// Returns the lowest screen that can be seen, counted from the base.
fn lowest(base: &Screen, above: &[Screen]) -> usize {
    let mut stack = std::iter::once(base).chain(above).map(Screen::page).rev();
    above.len() - stack.position(|page| !page.is_overlay()).unwrap_or(above.len())
}

/// Lays the ground of a whole buffer, cell by cell as they lie in memory.
fn ground(area: Rect, style: Style, buf: &mut Buffer) {
    if area == buf.area {
        let mut plain = Cell::EMPTY;
        plain.set_style(style);
        for cell in &mut buf.content {
            (cell.fg, cell.bg, cell.modifier) = (plain.fg, plain.bg, plain.modifier);
        }
    } else {
        buf.set_style(area, style);
    }
}

impl App {
    /// Settles what depends on the size; `view` shows the state as it is after this.
    pub fn layout(&mut self, area: Rect) {
        self.area = area;
        self.is_dirty = false;
        self.minute = self.session.clock().local_hhmm();
        let body = self.frame().body;
        let scene = Scene { session: &self.session, look: &self.look };
        let lowest = lowest(&self.base, &self.above);
        for screen in std::iter::once(&mut self.base).chain(&mut self.above).skip(lowest) {
            screen.page_mut().layout(scene, body);
        }
    }

    /// Draws the state as it was laid out; returns where the cursor is.
    pub fn view(&self, buf: &mut Buffer) -> Option<Position> {
        let area = self.area.intersection(buf.area);
        ground(area, self.look.theme.ground, buf);
        let cursor =
            if area.width < LEAST.0 || area.height < LEAST.1 { self.too_small(area, buf) } else { self.screen(buf) };
        sanitise(buf);
        if !self.look.glyphs.unicode {
            ascii::buffer(buf);
        }
        cursor.filter(|at| area.contains(*at))
    }

    fn screen(&self, buf: &mut Buffer) -> Option<Position> {
        let frame = self.frame();
        let scene = self.scene();
        let stack = std::iter::once(&self.base).chain(&self.above).map(Screen::page);
        let mut cursor = None;
        for page in stack.skip(lowest(&self.base, &self.above)) {
            if !page.is_overlay() {
                frame.render(&page.header(scene, usize::from(frame.header.width)), &self.look, buf);
            }
            cursor = page.view(scene, frame.body, buf);
        }
        self.footer(frame.footer.width).render(frame.footer, buf);
        self.banner(frame, buf);
        self.notice(frame, buf);
        cursor.or(Some(Position::new(frame.footer.x, frame.footer.y)))
    }

    pub(super) fn frame(&self) -> Frame {
        Frame::of(self.area, u16::try_from(self.banner_lines().len()).unwrap_or(0))
    }

    pub(super) fn footer(&self, cells: u16) -> Footer<'_> {
        let (page, scene) = (self.top(), self.scene());
        let lead = page.footer_lead(scene, usize::from(cells));
        let footer = Footer::new(&self.look, page.table(), page.facts(scene));
        footer.counted(page.counted(scene)).before(lead).after(self.saving(cells))
    }

    /// Says how things stand with the disk, where a learner is here and there is room.
    fn saving(&self, cells: u16) -> Line<'static> {
        let theme = &self.look.theme;
        let words = &self.look.words;
        if self.session.learning().is_none() {
            return Line::default();
        }
        match self.disk() {
            Saving::Failed(_) => Line::styled(words.get("saving-failed"), theme.wrong),
            Saving::Saved if cells >= 60 => Line::styled(words.get("saving-saved"), theme.muted),
            Saving::Saving if cells >= 60 => Line::styled(words.get("saving-saving"), theme.muted),
            Saving::Saved | Saving::Saving => Line::default(),
        }
    }

    /// The permanent banner while the disk refuses what was done.
    fn banner_lines(&self) -> Vec<String> {
        let Saving::Failed(error) = self.disk() else { return Vec::new() };
        if self.session.learning().is_none() && self.session.training().is_none() {
            return Vec::new();
        }
        let words = &self.look.words;
        let key = if self.unsaved.is_some() { "banner-never" } else { "banner-unsaved" };
        let text = words.with(key, &[("why", trouble::store(&error, words).into())]);
        self.few_lines(&text, self.area.width.saturating_sub(4))
    }

    fn few_lines(&self, text: &str, cells: u16) -> Vec<String> {
        let mut lines = wrap(text, usize::from(cells));
        lines.truncate(MOST_ROWS.min(usize::from(self.area.height / 4)));
        lines
    }

    fn banner(&self, frame: Frame, buf: &mut Buffer) {
        let style =
            self.look.theme.wrong.patch(self.look.theme.strong.fg(self.look.theme.wrong.fg.unwrap_or_default()));
        for (at, (row, line)) in frame.upper.rows().zip(self.banner_lines()).enumerate() {
            let sign = if at == 0 { self.look.glyphs.warn } else { " " };
            Line::styled(format!("{sign} {line}"), style).render(row, buf);
        }
    }

    /// Words that stand in place of the lower rule, upwards from it.
    fn notice(&self, frame: Frame, buf: &mut Buffer) {
        let Some(notice) = &self.notice else { return };
        let theme = &self.look.theme;
        let (sign, style) =
            if notice.is_fault { (self.look.glyphs.wrong, theme.wrong) } else { (self.look.glyphs.right, theme.right) };
        let lines = self.few_lines(&notice.text, frame.lower.width.saturating_sub(2));
        let rows = u16::try_from(lines.len()).unwrap_or(1);
        let top = frame.lower.bottom().saturating_sub(rows).max(frame.body.y);
        let area = frame.lower.intersection(self.area).union(Rect { y: top, height: 0, ..frame.lower });
        Clear.render(area, buf);
        buf.set_style(area, theme.ground);
        for (at, (row, line)) in area.rows().zip(lines).enumerate() {
            let sign = if at == 0 { sign } else { " " };
            Line::styled(format!("{sign} {line}"), style).render(row, buf);
        }
    }

    fn too_small(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (columns, rows) = LEAST;
        let words = &self.look.words;
        let text = words.with("too-small", &[("columns", i64::from(columns).into()), ("rows", i64::from(rows).into())]);
        for (row, line) in area.rows().zip(wrap(&text, usize::from(area.width))) {
            Line::styled(line, self.look.theme.text).render(row, buf);
        }
        None
    }
}
