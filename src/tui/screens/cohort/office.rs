//! Reports and certificates of the open cohort: what, how it is written, into which folder; and what came of it.
//!
//! Apart from what is in them: this only orders. A passphrase that is typed here is shown as dots and kept nowhere.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Evening, asked, empty, open};
use crate::session::training::office::{Order, Paper, Secret, Written};
use crate::session::{Session, Training};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Field, more};
use crate::tui::width::{pad, pad_left};

/// Words are set no wider than this.
const MEASURE: usize = 76;
/// What can be ordered, in order.
const PAPERS: [Paper; 8] = [
    Paper::Full,
    Paper::Funder,
    Paper::Register,
    Paper::Gradebook,
    Paper::Anonymous,
    Paper::Each,
    Paper::Certificates,
    Paper::Backup,
];
/// The row that leads to the evening, that of the folder, of the tick that work was supervised, and of the passphrase.
const EVENING: usize = PAPERS.len();
const FOLDER: usize = EVENING + 1;
const SUPERVISED: usize = FOLDER + 1;
const PASSPHRASE: usize = FOLDER + 2;
const ROWS: usize = FOLDER + 3;

/// How a report on all can be written; the last only where it is whole.
const FORMATS: &[&str] = &[
    "html",
    #[cfg(feature = "pdf")]
    "pdf",
    "xlsx",
    "md",
    "text",
    "csv",
    "json",
    "xapi",
];

fn formats(paper: Paper) -> &'static [&'static str] {
    match paper {
        Paper::Full | Paper::Each => FORMATS,
        Paper::Funder | Paper::Register | Paper::Anonymous => {
            FORMATS.split_last().map_or(FORMATS, |(_, without_xapi)| without_xapi)
        }
        Paper::Gradebook => &["csv"],
        Paper::Certificates | Paper::Backup => &[""],
    }
}

fn named(paper: Paper) -> [&'static str; 2] {
    match paper {
        Paper::Full => ["office-full", "office-full-told"],
        Paper::Funder => ["office-funder", "office-funder-told"],
        Paper::Register => ["office-register", "office-register-told"],
        Paper::Gradebook => ["office-gradebook", "office-gradebook-told"],
        Paper::Anonymous => ["office-anonymous", "office-anonymous-told"],
        Paper::Each => ["office-each", "office-each-told"],
        Paper::Certificates => ["office-certificates", "office-certificates-told"],
        Paper::Backup => ["office-backup", "office-backup-told"],
    }
}

/// An order that is being made up.
#[derive(Debug, Default)]
pub struct Office {
    focus: usize,
    /// What is wanted: the row of `PAPERS` that had the focus last.
    wanted: usize,
    /// Which of its formats each is written in.
    chosen: [usize; PAPERS.len()],
    folder: Field,
    passphrase: Field,
    supervised: bool,
    /// The first line in view of what came of the last order.
    top: usize,
    told: Vec<String>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    list: Rect,
    rule: Rect,
    foot: Rect,
}

fn is_writing(session: &Session) -> bool {
    session.training().is_some_and(Training::is_writing)
}

fn written(session: &Session) -> Option<&Result<Written, String>> {
    session.training().and_then(Training::written)
}

impl Office {
    fn paper(&self) -> Paper {
        PAPERS[self.wanted]
    }

    fn format(&self, at: usize) -> &'static str {
        let formats = formats(PAPERS[at]);
        formats.get(self.chosen[at] % formats.len()).copied().unwrap_or_default()
    }

    fn order(&mut self, work: &mut Work<'_>) -> Reply {
        let Some(cohort) = open(work.scene()).map(|(_, room)| room.id) else { return Reply::stay() };
        let order = Order {
            cohort,
            paper: self.paper(),
            format: self.format(self.wanted),
            folder: one_line(self.folder.text()),
            lang: work.session.lang().clone(),
            supervised: self.supervised,
            passphrase: Secret(self.passphrase.text().to_owned()),
        };
        self.top = 0;
        Reply::effects(work.session.order(order))
    }

    /// Goes a row on or back; between what is wanted and the fields nothing else gets to be wanted.
    fn step(&mut self, down: bool) {
        self.focus = match (down, self.focus) {
            (true, PASSPHRASE) => self.wanted,
            (true, at) => at + 1,
            (false, 0) => PASSPHRASE,
            (false, at) => at - 1,
        };
        self.want();
    }

    /// Goes to the next field, or back to what is wanted.
    fn next_field(&mut self, forward: bool) {
        self.focus = match (forward, self.focus) {
            (true, at) if at < FOLDER => FOLDER,
            (false, at) if at < FOLDER => PASSPHRASE,
            (true, PASSPHRASE) | (false, FOLDER) => self.wanted,
            (true, at) => at + 1,
            (false, at) => at - 1,
        };
    }

    fn want(&mut self) {
        if self.focus < PAPERS.len() {
            self.wanted = self.focus;
        }
    }

    /// Takes the next or the last format of what is in focus, or turns the tick.
    fn turn(&mut self, forward: bool) {
        if self.focus == SUPERVISED {
            self.supervised = !self.supervised;
        } else if self.focus < PAPERS.len() {
            let count = formats(PAPERS[self.focus]).len();
            let by = if forward { 1 } else { count - 1 };
            self.chosen[self.focus] = (self.chosen[self.focus] + by) % count;
        }
    }

    fn last_top(&self) -> usize {
        self.told.len().saturating_sub(usize::from(self.parts.list.height))
    }

    fn scroll(&mut self, down: bool) {
        self.top = if down { (self.top + 1).min(self.last_top()) } else { self.top.saturating_sub(1) };
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let has_result = written(work.session).is_some();
        match action {
            Action::Back if has_result => work.session.put_away(),
            Action::Back => return Reply::go(Go::Back),
            Action::Down | Action::PageDown if has_result => self.scroll(true),
            Action::Up | Action::PageUp if has_result => self.scroll(false),
            _ if has_result => {}
            Action::Open | Action::HandIn if self.focus == EVENING => return Evening::open(work),
            Action::Open | Action::HandIn => return self.order(work),
            Action::Down => self.step(true),
            Action::Up => self.step(false),
            Action::NextField => self.next_field(true),
            Action::PreviousField => self.next_field(false),
            Action::Right | Action::Toggle => self.turn(true),
            Action::Left => self.turn(false),
            _ => {}
        }
        Reply::stay()
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.focus {
            FOLDER => Some(&mut self.folder),
            PASSPHRASE => Some(&mut self.passphrase),
            _ => None,
        }
    }

    /// Returns what came of the last order, or what is ordered now.
    fn tell(&self, scene: Scene<'_>, cells: usize) -> Vec<String> {
        let words = &scene.look.words;
        match written(scene.session) {
            Some(result) => asked::told(result, scene, cells),
            None if self.focus == EVENING => wrap(&words.get("office-evening-told"), cells),
            None => wrap(&words.get(named(self.paper())[1]), cells),
        }
    }

    fn view_row(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, focused) = (scene.look, at == self.focus);
        let words = &look.words;
        match at {
            // Dots stand for what is typed: as many as there are letters, and nothing of them.
            PASSPHRASE => {
                let label = words.get("office-passphrase");
                return asked::field((&label, focused), (&self.passphrase, true), look, place, buf);
            }
            FOLDER => {
                return asked::field((&words.get("office-folder"), focused), (&self.folder, false), look, place, buf);
            }
            SUPERVISED => {
                let tick = look.glyphs.tick[usize::from(self.supervised)];
                let label = format!("{tick} {}", words.get("office-supervised"));
                asked::label(&label, focused, place.width, look, place, buf);
            }
            EVENING => {
                let label = format!("{} {}", look.glyphs.arrows[3], words.get("office-evening"));
                asked::label(&label, focused, place.width, look, place, buf);
            }
            _ => self.view_paper(scene, at, place, buf),
        }
        focused.then_some(Position::new(place.x, place.y))
    }

    /// Draws something that can be ordered, with its format at the right.
    fn view_paper(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) {
        let (look, focused) = (scene.look, at == self.focus);
        let wide = usize::from(place.width).min(MEASURE);
        let marker = if focused { look.glyphs.here } else { " " };
        let radio = look.glyphs.radio[usize::from(at == self.wanted)];
        let text = format!("{marker} {radio} {}", look.words.get(named(PAPERS[at])[0]));
        let format = self.format(at);
        let [_, _, back, on] = look.glyphs.arrows;
        let has_others = focused && formats(PAPERS[at]).len() > 1;
        let format = if has_others { format!("{back} {format} {on}") } else { format!("{format}  ") };
        let style = if focused { look.theme.focus } else { look.theme.text };
        let text = pad(&text, wide.saturating_sub(10), look.glyphs.more);
        put(&Line::styled(text + &pad_left(&format, 10, ""), style), place, 0, buf);
    }
}

impl Page for Office {
    fn table(&self) -> Table {
        Table::Office
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        // What is being written can be ordered no more than what is there.
        let is_ordered = written(scene.session).is_some() || is_writing(scene.session);
        let typing = !is_ordered && matches!(self.focus, FOLDER | PASSPHRASE);
        Facts::default()
            .and(Fact::Typing, typing)
            .and(Fact::Answered, is_ordered)
            .and(Fact::HasNext, self.focus == EVENING)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        super::masthead(scene, cells, "office-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        // The last cells are for the sign that there is more.
        self.told = self.tell(scene, usize::from(area.width.saturating_sub(2)).min(MEASURE));
        let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        if written(scene.session).is_some() {
            self.parts = Parts { list: area, ..Parts::default() };
            return;
        }
        let foot = rows(self.told.len()).min(area.height.saturating_sub(rows(ROWS) + 1));
        let ruled = u16::from(foot > 0);
        let list = Rect { height: area.height - foot - ruled, ..area };
        let rule = Rect { y: list.bottom(), height: ruled, ..area };
        self.parts = Parts { list, rule, foot: Rect { y: rule.bottom(), height: foot, ..area } };
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, parts) = (scene.look, self.parts);
        if is_writing(scene.session) {
            empty(scene, "office-writing", area, buf);
            return None;
        }
        let told = |lines: &[String], place: Rect, buf: &mut Buffer| {
            for (line, row) in lines.iter().zip(place.rows()) {
                put(&Line::styled(line.clone(), look.theme.text), row, 0, buf);
            }
        };
        if written(scene.session).is_some() {
            told(self.told.get(self.top..).unwrap_or_default(), parts.list, buf);
            more(self.top, self.last_top(), look, parts.list, buf);
            return None;
        }
        let mut cursor = None;
        let first = (self.focus + 1).saturating_sub(usize::from(parts.list.height));
        for (at, place) in (first..ROWS).zip(parts.list.rows()) {
            cursor = cursor.or(self.view_row(scene, at, place, buf));
        }
        rule(parts.rule, look, buf);
        told(&self.told, parts.foot, buf);
        cursor.filter(|at| area.contains(*at))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Type(key) => drop(self.field().map(|field| field.press(key))),
            Event::Paste(text) => drop(self.field().map(|field| field.paste(&text))),
            Event::Click(at) if self.parts.list.contains(at) => {
                let row = usize::from(at.y - self.parts.list.y);
                self.focus = row.min(ROWS - 1);
                self.want();
            }
            Event::Click(_) => {}
        }
        Reply::stay()
    }
}
