//! The house as a form: the names and rules of the trainer's own exchange, value by value, in the language of the screen.
//!
//! Apart from the plan of a cohort because a trainer has one house and several cohorts. A value that is emptied becomes
//! the course's own again; what is wrong is told beneath its field, and nothing is kept until all of it is right. What
//! was typed and is in no file yet is not left without a question.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::NARROW;
use crate::cohort::house::BadValue;
use crate::session::housing::{NotKept, Told};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::{Ask, Screen};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Field};
use crate::tui::width::truncate;
use crate::words::Words;

/// A field is no wider than this, and stands so far to the right.
const FIELD: u16 = 84;
const BESIDE: u16 = 26;
/// Lines for what the course says of the value in focus.
const FOOT: u16 = 2;
/// What tables and values are called whose path says too little, in the order of the form; the others go by their path.
const NAMES: [(&str, &str); 36] = [
    ("exchange", "house-exchange"),
    ("short", "house-short"),
    ("members", "house-members"),
    ("promise", "house-promise"),
    ("desk", "house-desk"),
    ("desk.name", "house-desk-name"),
    ("desk.hours", "house-desk-hours"),
    ("desk.contact", "house-desk-contact"),
    ("desk.notes", "house-desk-notes"),
    ("delivery", "house-delivery"),
    ("delivery.name", "house-delivery-name"),
    ("delivery.frame", "house-delivery-frame"),
    ("delivery.scan", "house-delivery-scan"),
    ("delivery.codec", "house-delivery-codec"),
    ("delivery.codec-thin", "house-delivery-codec-thin"),
    ("delivery.audio", "house-delivery-audio"),
    ("delivery.loudness", "house-delivery-loudness"),
    ("delivery.true-peak", "house-delivery-true-peak"),
    ("delivery.lip-sync", "house-delivery-lip-sync"),
    ("delivery.clean", "house-delivery-clean"),
    ("delivery.head-tail", "house-delivery-head-tail"),
    ("delivery.flash", "house-delivery-flash"),
    ("delivery.shots", "house-delivery-shots"),
    ("delivery.file-name", "house-delivery-file-name"),
    ("delivery.integrity", "house-delivery-integrity"),
    ("delivery.vertical", "house-delivery-vertical"),
    ("restrictions", "house-restrictions"),
    ("consent", "house-consent"),
    ("codes", "house-codes"),
    ("alert", "house-alert"),
    ("alert.yellow", "house-alert-yellow"),
    ("alert.orange", "house-alert-orange"),
    ("alert.red", "house-alert-red"),
    ("words", "house-words"),
    ("words.promo", "house-words-promo"),
    ("words.loaded", "house-words-loaded"),
];

/// A value that can be typed over.
#[derive(Debug)]
struct Value {
    told: Told,
    field: Field,
    fault: Option<String>,
}

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Heading(usize),
    Label(usize),
    Field(usize),
    Both(usize),
    Fault(usize),
}

/// The form of the house.
#[derive(Debug)]
pub struct Housing {
    values: Vec<Value>,
    focus: usize,
    rows: Vec<Row>,
    top: usize,
    form: Rect,
    foot: Rect,
}

impl Housing {
    /// Opens the form with what is said now.
    pub fn new(scene: Scene<'_>) -> Self {
        let value = |told: Told| {
            let field = Field::new(&told.text);
            Value { told, field, fault: None }
        };
        let mut values: Vec<Value> = scene.session.house().into_iter().map(value).collect();
        // Tables stand in order already; within one, what is named here comes first.
        values.chunk_by_mut(|one, other| table(&one.told.path) == table(&other.told.path)).for_each(|values| {
            values.sort_by_key(|value| place(&value.told.path));
        });
        Self { values, focus: 0, rows: Vec::new(), top: 0, form: Rect::default(), foot: Rect::default() }
    }

    fn step(&mut self, by: usize) {
        let count = self.values.len().max(1);
        self.focus = (self.focus + by) % count;
    }

    /// Goes a page on or back; there is no page beyond the ends.
    fn page(&mut self, down: bool) {
        let by = usize::from(self.form.height / 2).max(1);
        let last = self.values.len().saturating_sub(1);
        self.focus = if down { (self.focus + by).min(last) } else { self.focus.saturating_sub(by) };
    }

    /// Returns what stands otherwise in the form than in the house, by path.
    fn changed(&self, scene: Scene<'_>) -> Vec<(String, String)> {
        let kept = scene.session.house();
        let is_kept = |value: &Value| {
            kept.iter().any(|told| told.path == value.told.path && one_line(&told.text) == one_line(value.field.text()))
        };
        let changed = self.values.iter().filter(|value| !is_kept(value));
        changed.map(|value| (value.told.path.clone(), one_line(value.field.text()))).collect()
    }

    /// Leaves, but asks first where something would be lost.
    fn leave(&self, scene: Scene<'_>) -> Reply {
        if self.changed(scene).is_empty() {
            return Reply::go(Go::Back);
        }
        Reply::push(Screen::Ask(Ask::leave_form()))
    }

    fn keep(&mut self, work: &mut Work<'_>) -> Reply {
        let changed = self.changed(work.scene());
        if changed.is_empty() {
            return Reply::go(Go::Back);
        }
        self.values.iter_mut().for_each(|value| value.fault = None);
        match work.session.keep_house(&changed) {
            Ok(effects) => {
                // What is emptied is the course's again.
                for value in self.values.iter_mut().filter(|value| value.field.text().is_empty()) {
                    value.field = Field::new(&value.told.course);
                }
                Reply::effects(effects)
            }
            Err(NotKept::Values(faults)) => self.refuse(work, &faults),
            Err(NotKept::Course(faults)) => Reply::go(Go::Refuse(one_line(&faults.to_string()))),
        }
    }

    /// Says beneath each value what is wrong with it, and goes to the first.
    fn refuse(&mut self, work: &Work<'_>, faults: &[(String, BadValue)]) -> Reply {
        let words = &work.look.words;
        for value in &mut self.values {
            let bad = faults.iter().find(|(path, _)| *path == value.told.path);
            value.fault = bad.map(|(_, why)| told(why, words));
        }
        self.focus = self.values.iter().position(|value| value.fault.is_some()).unwrap_or(self.focus);
        Reply::go(Go::Refuse(words.with("house-refused", &[("count", faults.len().into())])))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let count = self.values.len();
        match action {
            Action::HandIn => return self.keep(work),
            Action::Back => return self.leave(work.scene()),
            Action::Quit => return Reply::go(Go::Back),
            Action::Open | Action::NextField | Action::Down => self.step(1),
            Action::PreviousField | Action::Up => self.step(count.saturating_sub(1)),
            Action::PageDown => self.page(true),
            Action::PageUp => self.page(false),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        let row = at.y.checked_sub(self.form.y).and_then(|row| self.rows.get(usize::from(row) + self.top));
        if let (Some(Row::Label(value) | Row::Field(value) | Row::Both(value)), true) = (row, self.form.contains(at)) {
            self.focus = *value;
        }
    }

    /// Lays the rows out: a heading before each table, and on a phone the name above the field.
    fn rows_of(&self, narrow: bool) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut last = "";
        for (at, value) in self.values.iter().enumerate() {
            let of = table(&value.told.path);
            if of != last {
                rows.push(Row::Heading(at));
                last = of;
            }
            rows.extend(if narrow { vec![Row::Label(at), Row::Field(at)] } else { vec![Row::Both(at)] });
            rows.extend(value.fault.as_ref().map(|_| Row::Fault(at)));
        }
        rows
    }

    fn label(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) {
        let (look, focused) = (scene.look, at == self.focus);
        let Some(value) = self.values.get(at) else { return };
        let marker = if focused { look.glyphs.here } else { " " };
        let own = if value.field.text() == value.told.course { " " } else { look.glyphs.bullet };
        let style = if focused { look.theme.now } else { look.theme.muted };
        let line = Line::styled(format!("{marker}{own} {}", name(&value.told.path, &look.words)), style);
        put(&cut(&line, place.width.into(), look.glyphs.more), place, 0, buf);
    }

    fn field(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let place = Rect { width: place.width.min(FIELD), ..place };
        let (look, value) = (scene.look, self.values.get(at)?);
        if at == self.focus {
            return value.field.render(look.theme.field(), place, buf);
        }
        // What is not typed into is shown from its beginning.
        let text = truncate(value.field.text(), place.width.into(), look.glyphs.more);
        buf.set_style(place, look.theme.field());
        put(&Line::raw(text), place, 0, buf);
        None
    }

    fn view_row(&self, scene: Scene<'_>, row: Row, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let beside = |by: u16| {
            let by = by.min(place.width);
            Rect { x: place.x + by, width: place.width - by, ..place }
        };
        match row {
            Row::Heading(at) => {
                let table = table(&self.values.get(at)?.told.path);
                put(&Line::styled(name(table, &look.words), look.theme.strong), place, 0, buf);
                None
            }
            Row::Label(at) => {
                self.label(scene, at, place, buf);
                None
            }
            Row::Field(at) => self.field(scene, at, beside(3), buf),
            Row::Both(at) => {
                self.label(scene, at, Rect { width: (BESIDE - 1).min(place.width), ..place }, buf);
                self.field(scene, at, beside(BESIDE), buf)
            }
            Row::Fault(at) => {
                let fault = self.values.get(at)?.fault.clone().unwrap_or_default();
                let line = Line::styled(format!("{} {fault}", look.glyphs.warn), look.theme.warn);
                let place = beside(if place.width < NARROW { 3 } else { BESIDE });
                put(&cut(&line, place.width.into(), look.glyphs.more), place, 0, buf);
                None
            }
        }
    }

    /// Returns what stands at the foot: what the course says of the value in focus.
    fn told(&self, scene: Scene<'_>) -> Vec<String> {
        let Some(value) = self.values.get(self.focus) else { return Vec::new() };
        let said = [("text", value.told.course.as_str().into())];
        let key = if value.told.course.is_empty() { "house-not-in-course" } else { "house-in-course" };
        wrap(&scene.look.words.with(key, &said), self.foot.width.into())
    }
}

/// Returns the table of a path; nothing where it stands in none.
fn table(path: &str) -> &str {
    path.split_once('.').map_or("", |(table, _)| table)
}

/// Returns where a value or a table stands among those that are named.
fn place(path: &str) -> usize {
    NAMES.iter().position(|(known, _)| *known == path).unwrap_or(NAMES.len())
}

/// Returns what a value or a table is called: its own name, or as desk work shows it.
fn name(path: &str, words: &Words) -> String {
    match NAMES.get(place(path)) {
        Some((_, key)) => words.get(key),
        None => path.rsplit('.').next().unwrap_or(path).to_uppercase(),
    }
}

fn told(why: &BadValue, words: &Words) -> String {
    match why {
        BadValue::Path => words.get("house-bad-path"),
        BadValue::Empty => words.get("house-bad-empty"),
        BadValue::TooLong | BadValue::TooManyWords => words.get("house-bad-long"),
        BadValue::Unclean => words.get("house-bad-signs"),
        BadValue::Word(word) => words.with("house-bad-word", &[("word", word.as_str().into())]),
        BadValue::Code(code) => words.with("house-bad-code", &[("code", code.as_str().into())]),
    }
}

impl Page for Housing {
    fn table(&self) -> Table {
        Table::House
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::of(&[Fact::Typing])
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("house-title"), "")
    }

    fn layout(&mut self, _scene: Scene<'_>, area: Rect) {
        self.rows = self.rows_of(area.width < NARROW);
        let foot = if area.height > 2 * FOOT + 2 { FOOT + 1 } else { 0 };
        self.form = Rect { height: area.height - foot, ..area };
        self.foot = Rect { y: self.form.bottom(), height: foot, ..area };
        let height = usize::from(self.form.height);
        let is_here = |row: &Row| matches!(row, Row::Label(at) | Row::Field(at) | Row::Both(at) | Row::Fault(at) if *at == self.focus);
        let first = self.rows.iter().position(is_here).unwrap_or(0);
        let last = self.rows.iter().rposition(is_here).unwrap_or(first);
        // The heading of a table comes into view with its first value.
        let first = first.saturating_sub(usize::from(first > 0 && matches!(self.rows[first - 1], Row::Heading(_))));
        self.top = self.top.min(first).max((last + 1).saturating_sub(height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut cursor = None;
        for (row, place) in self.rows.iter().skip(self.top).zip(self.form.rows()) {
            cursor = cursor.or(self.view_row(scene, *row, place, buf));
        }
        if self.foot.height > 0 {
            rule(Rect { height: 1, ..self.foot }, scene.look, buf);
            for (line, place) in self.told(scene).into_iter().zip(self.foot.rows().skip(1)) {
                put(&Line::styled(line, scene.look.theme.text), place, 0, buf);
            }
        }
        cursor.filter(|at| area.contains(*at))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(at),
            Event::Type(key) => drop(self.values.get_mut(self.focus).map(|value| value.field.press(key))),
            Event::Paste(text) => drop(self.values.get_mut(self.focus).map(|value| value.field.paste(&text))),
        }
        Reply::stay()
    }
}
