//! Marking one piece of work: what was made above, the rubric line by line below, and what is said about it.
//!
//! Apart from the boards because something is typed here. Where names are hidden nobody is named, so that a marker does
//! not know whose it is; what the other marker gave is shown in the list, not here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::NARROW;
use super::works::with_rubric;
use crate::course::exercise::Criterion;
use crate::id::{AttemptId, LearnerId};
use crate::session::debrief;
use crate::session::training::marking::{Given, Piece};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::input::{Code, Key};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Field, more};
use crate::tui::width::pad;

/// Text is set no wider than this, with two cells for the sign that there is more.
const MEASURE: u16 = 78;
/// Rows of the whole text of the line in focus.
const ABOUT: u16 = 2;
/// The same where the screen is narrow.
const NARROW_ABOUT: u16 = 3;

/// The piece that is marked, and what was given so far.
#[derive(Debug)]
pub struct Marking {
    learner: LearnerId,
    attempt: AttemptId,
    by: Field,
    comment: Field,
    points: Vec<Option<u8>>,
    /// The marker, the lines of the rubric, the comment.
    focus: usize,
    top: usize,
    made: Vec<Line<'static>>,
    rubric: Vec<Criterion>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    made: Rect,
    rule: Rect,
    lines: Rect,
    about: Rect,
}

impl Marking {
    /// Lays a piece out for a marker.
    pub fn new(learner: LearnerId, attempt: AttemptId, by: &str) -> Self {
        Self {
            learner,
            attempt,
            by: Field::new(by),
            comment: Field::default(),
            points: Vec::new(),
            focus: 1,
            top: 0,
            made: Vec::new(),
            rubric: Vec::new(),
            parts: Parts::default(),
        }
    }

    fn count(&self) -> usize {
        self.rubric.len() + 2
    }

    /// Returns the first line in view.
    fn first(&self) -> usize {
        (self.focus + 1).saturating_sub(usize::from(self.parts.lines.height))
    }

    /// Returns which line of the rubric has the focus.
    fn line(&self) -> Option<usize> {
        self.focus.checked_sub(1).filter(|at| *at < self.rubric.len())
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.line() {
            Some(_) => None,
            None if self.focus == 0 => Some(&mut self.by),
            None => Some(&mut self.comment),
        }
    }

    fn give(&mut self, points: u8) {
        if let Some(at) = self.line() {
            let most = self.rubric[at].points;
            self.points[at] = Some(points.min(most));
        }
    }

    fn more(&mut self, by: i8) {
        if let Some(at) = self.line() {
            let now = self.points[at].unwrap_or(0);
            self.give(if self.points[at].is_none() && by < 0 { 0 } else { now.saturating_add_signed(by) });
        }
    }

    fn hand_in(&mut self, work: &mut Work<'_>) -> Reply {
        let refuse = |key: &str| Reply::go(Go::Refuse(work.look.words.get(key)));
        let by = one_line(self.by.text());
        if by.is_empty() {
            self.focus = 0;
            return refuse("marking-needs-name");
        }
        if let Some(at) = self.points.iter().position(Option::is_none) {
            self.focus = at + 1;
            return refuse("marking-needs-points");
        }
        let given =
            self.rubric.iter().zip(&self.points).filter_map(|(line, points)| Some((line.id.clone(), (*points)?)));
        let given = Given { points: given.collect(), comment: one_line(self.comment.text()) };
        Reply::effects(work.session.mark_piece(self.learner, self.attempt, &by, given)).and_go(Go::Back)
    }

    fn last_top(&self) -> usize {
        self.made.len().saturating_sub(usize::from(self.parts.made.height))
    }

    fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.last_top());
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action, key: Key) -> Reply {
        let page = isize::try_from(self.parts.made.height.max(2) - 1).unwrap_or(1);
        match action {
            Action::HandIn => return self.hand_in(work),
            Action::Back => return Reply::go(Go::Back),
            Action::Open | Action::NextField | Action::Down => self.focus = (self.focus + 1) % self.count(),
            Action::PreviousField | Action::Up => self.focus = (self.focus + self.count() - 1) % self.count(),
            Action::PageDown => self.scroll(page),
            Action::PageUp => self.scroll(-page),
            Action::Left => self.more(-1),
            Action::Right => self.more(1),
            Action::Number => {
                if let Code::Char(digit) = key.code {
                    let digit = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
                    self.give(digit.unwrap_or(0));
                }
            }
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        if self.parts.lines.contains(at) {
            self.focus = (usize::from(at.y - self.parts.lines.y) + self.first()).min(self.count() - 1);
        }
    }

    fn view_line(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, focused) = (scene.look, at == self.focus);
        let marker = if focused { look.glyphs.here } else { " " };
        let style = if focused { look.theme.focus } else { look.theme.text };
        let labelled = |key: &str, field: &Field, buf: &mut Buffer| {
            let label = format!("{marker} {} ", look.words.get(key));
            put(&Line::styled(label.clone(), if focused { look.theme.now } else { look.theme.muted }), place, 0, buf);
            let beside = u16::try_from(crate::text::width(&label)).unwrap_or(0).min(place.width);
            let inside = Rect { x: place.x + beside, width: place.width - beside, ..place };
            field.render(look.theme.field(), inside, buf).filter(|_| focused)
        };
        match at.checked_sub(1).and_then(|line| Some((line, self.rubric.get(line)?))) {
            Some((line, criterion)) => {
                let given = self.points.get(line).copied().flatten();
                let given = given.map_or(look.glyphs.dot.to_owned(), |points| points.to_string());
                let text = format!("{marker} {given:>2}/{}  {}", criterion.points, criterion.text);
                put(&Line::styled(pad(&text, usize::from(place.width), look.glyphs.more), style), place, 0, buf);
                focused.then_some(Position::new(place.x, place.y))
            }
            None if at == 0 => labelled("marking-by", &self.by, buf),
            None => labelled("marking-comment", &self.comment, buf),
        }
    }
}

/// Returns what was made, wrapped.
fn made(scene: Scene<'_>, piece: &Piece, cells: usize) -> Vec<Line<'static>> {
    let (look, Some(exercise)) = (scene.look, with_rubric(scene, &piece.exercise)) else { return Vec::new() };
    let set = |text: &str, style: Style| -> Vec<Line<'static>> {
        wrap(text, cells).into_iter().map(|line| Line::styled(line, style)).collect()
    };
    let pieces = debrief::made(&exercise, &piece.work, &look.words);
    let nothing = || look.words.get("answers-nothing");
    let lines = pieces.into_iter().flat_map(|(what, text)| {
        let text = if text.is_empty() { nothing() } else { text };
        [set(&what, look.theme.muted), set(&text, look.theme.text)].concat()
    });
    lines.collect()
}

impl Page for Marking {
    fn table(&self) -> Table {
        Table::Marking
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::Typing, self.line().is_none())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let named = super::open(scene).and_then(|(training, room)| {
            let piece = training.piece(self.learner, self.attempt)?;
            let name = training.name(room.matrix.rows.get(room.matrix.place(self.learner)?)?);
            Some(format!("{} {} {name}", with_rubric(scene, &piece.exercise)?.title, scene.look.glyphs.dot))
        });
        masthead::named(scene, cells, &scene.look.words.get("marking-title"), &named.unwrap_or_default())
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let Some((training, _)) = super::open(scene) else { return };
        let Some(piece) = training.piece(self.learner, self.attempt) else { return };
        self.rubric = with_rubric(scene, &piece.exercise).map(|exercise| exercise.rubric.clone()).unwrap_or_default();
        self.points.resize(self.rubric.len(), None);
        let cells = area.width.min(MEASURE);
        self.made = made(scene, piece, usize::from(cells.saturating_sub(2)));
        let about = if area.width < NARROW { NARROW_ABOUT } else { ABOUT };
        let lines = u16::try_from(self.count()).unwrap_or(u16::MAX).min(area.height.saturating_sub(about + 3));
        let about = if area.height > lines + about + 3 { about } else { 0 };
        let ruled = u16::from(area.height > lines + about + 1);
        let above = area.height - lines - about - ruled;
        let made = Rect { height: above, width: cells, ..area };
        let rule = Rect { y: made.bottom(), height: ruled, ..area };
        let lines = Rect { y: rule.bottom(), height: lines, ..area };
        self.parts = Parts { made, rule, lines, about: Rect { y: lines.bottom(), height: about, ..area } };
        self.scroll(0);
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (line, place) in self.made.iter().skip(self.top).zip(self.parts.made.rows()) {
            put(line, place, 0, buf);
        }
        more(self.top, self.last_top(), scene.look, self.parts.made, buf);
        rule(self.parts.rule, scene.look, buf);
        let mut cursor = None;
        for (at, place) in (self.first()..self.count()).zip(self.parts.lines.rows()) {
            cursor = cursor.or(self.view_line(scene, at, place, buf));
        }
        if let Some(at) = self.line() {
            let text = wrap(&self.rubric[at].text, usize::from(self.parts.about.width.min(MEASURE - 2)));
            for (line, place) in text.into_iter().zip(self.parts.about.rows()) {
                put(&Line::styled(line, scene.look.theme.muted), place, 0, buf);
            }
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, key) => return self.act(work, action, key),
            Event::Click(at) => self.click(at),
            Event::Wheel(down) => self.scroll(if down { 1 } else { -1 }),
            Event::Type(key) => {
                if let Some(field) = self.field() {
                    field.press(key);
                }
            }
            Event::Paste(text) => {
                if let Some(field) = self.field() {
                    field.paste(&text);
                }
            }
        }
        Reply::stay()
    }
}
