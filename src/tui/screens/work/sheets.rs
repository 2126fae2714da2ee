//! What is read beside desk work: the brief, and what lies on the desk.
//!
//! Apart from the board because nothing in here can be changed: it is only scrolled and turned.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::board::heading;
use crate::course::exercise::Exercise;
use crate::course::markdown::References;
use crate::session::bench::Purpose;
use crate::session::{Bench, Session};
use crate::tui::action::Action;
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::tui::theme::ThemeName;
use crate::tui::widgets::frame::rule_down;
use crate::tui::widgets::paper::{Lead, Paper, Writer};

/// What a page depends on. While it stays the same the page is laid out once, however many keys are typed beside it.
#[derive(Debug)]
struct Laid {
    exercise: Arc<Exercise>,
    page: Page,
    area: Rect,
    theme: ThemeName,
    glyphs: Glyphs,
    lang: String,
}

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// What to do, with the clock or without.
    Brief { untimed: bool },
    /// One material, from 0.
    Material(usize),
}

impl Laid {
    fn new(bench: &Bench, page: Page, look: &Look, area: Rect) -> Self {
        let (theme, glyphs, lang) = (look.theme_name, look.glyphs, look.words.code().to_owned());
        Self { exercise: Arc::clone(&bench.exercise), page, area, theme, glyphs, lang }
    }
}

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        let look = |laid: &Self| (laid.page, laid.area, laid.theme, laid.glyphs);
        Arc::ptr_eq(&self.exercise, &other.exercise) && look(self) == look(other) && self.lang == other.lang
    }
}

/// Pages that are read.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    laid: Option<Laid>,
    paper: Paper,
    area: Rect,
    top: usize,
    /// Which material, from 0.
    at: usize,
    count: usize,
}

impl Sheets {
    /// Begins to read the materials.
    pub(super) fn go_to_materials(&mut self, session: &Session) {
        self.top = 0;
        self.count = session.bench().map_or(0, |bench| bench.exercise.materials.len());
    }

    /// Scrolls, or turns to another material.
    pub(super) fn act(&mut self, action: Action) {
        let page = usize::from(self.area.height.max(2) - 1);
        #[expect(clippy::wildcard_enum_match_arm, reason = "only these actions turn pages")]
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown | Action::Toggle => self.top += page,
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX,
            Action::Left | Action::PreviousField => self.turn(self.at.saturating_sub(1)),
            Action::Right | Action::NextField => self.turn((self.at + 1).min(self.count.saturating_sub(1))),
            _ => {}
        }
    }

    fn turn(&mut self, to: usize) {
        if to != self.at {
            (self.at, self.top) = (to, 0);
        }
    }

    /// Lays out what to do.
    pub(super) fn lay_brief(&mut self, bench: &Bench, look: &Look, references: &dyn References, area: Rect) {
        let laid = Laid::new(bench, Page::Brief { untimed: bench.untimed }, look, area);
        self.lay(laid, look, references, |writer| {
            let words = &look.words;
            let minutes = words.with("work-minutes", &[("minutes", bench.exercise.minutes.into())]);
            let clock = match (&bench.purpose, bench.has_clock(), bench.untimed) {
                (Purpose::Reply(_), ..) => Some("form-not-judged"),
                (_, true, true) => Some("work-without-clock"),
                (_, true, false) => Some("work-with-clock"),
                (_, false, _) => None,
            };
            let clock = clock.map_or_else(String::new, |key| format!(" {} {}", look.glyphs.dot, words.get(key)));
            writer.words(Lead::default(), &format!("{minutes}{clock}"), look.theme.muted);
            writer.space();
            writer.markdown(Lead::default(), &bench.exercise.brief, look.theme.text);
        });
    }

    /// Lays out one material.
    pub(super) fn lay_material(&mut self, bench: &Bench, look: &Look, references: &dyn References, area: Rect) {
        self.count = bench.exercise.materials.len();
        self.at = self.at.min(self.count.saturating_sub(1));
        let (at, count) = (self.at, self.count);
        let Some(material) = bench.exercise.materials.get(at) else { return };
        self.lay(Laid::new(bench, Page::Material(at), look, area), look, references, |writer| {
            let place = if count > 1 { format!("  {}/{count}", at + 1) } else { String::new() };
            heading(&format!("{}{place}", material.title), writer);
            writer.space();
            writer.markdown(Lead::default(), &material.text, look.theme.text);
        });
    }

    fn lay(&mut self, laid: Laid, look: &Look, references: &dyn References, write: impl FnOnce(&mut Writer<'_>)) {
        if self.laid.as_ref() == Some(&laid) {
            self.top = self.top.min(self.paper.last_top(self.area));
            return;
        }
        let area = laid.area;
        let margin = if area.width >= 30 { 2 } else { 0 };
        self.area = Rect { x: area.x + margin, width: (area.width - margin).min(76), ..area };
        let mut writer = Writer::new(look, references, usize::from(self.area.width.saturating_sub(2)));
        write(&mut writer);
        self.paper = writer.finish();
        self.laid = Some(laid);
        self.top = self.top.min(self.paper.last_top(self.area));
    }

    /// Draws the page; beside the work behind a thin rule.
    pub(super) fn view(&self, look: &Look, is_beside: bool, buf: &mut Buffer) {
        let area = self.area.intersection(buf.area);
        if is_beside && area.x >= 2 {
            rule_down(Rect { x: area.x - 2, width: 1, ..area }, look, buf);
        }
        // One reads here and types nothing: the cursor stays where the keys are named.
        self.paper.view(self.top, look, self.area, buf);
    }
}
