//! The matrix: learners down, the course across, both with a heading that stays while the rest scrolls.
//!
//! Apart from the figures, which `cohort` computes: here is what is in view, what is picked, and where keys lead. The
//! picked cell is told in words at the foot, so that no sign has to be known by heart.

mod foot;
mod sheet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{About, Board, Collect, Founding, masthead, reason};
use crate::session::{Session, Training};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::{Ends, Pick, rule_under};
use crate::tui::width::width;
use sheet::Sheet;

/// Of so many reasons each is measured when the matrix is laid out.
const MEASURED: usize = 60;

/// The matrix of the open cohort.
#[derive(Debug, Default)]
pub struct Matrix {
    pick: Pick,
    column: usize,
    left: usize,
    sheet: Sheet,
    rule: Rect,
    foot: Rect,
}

fn size(session: &Session) -> (usize, usize) {
    let room = session.training().and_then(Training::room);
    room.map_or((0, 0), |room| (room.matrix.rows.len(), room.matrix.columns.len()))
}

/// Opens the plan of the open cohort as a form.
fn replan(work: &Work<'_>) -> Reply {
    let Some(room) = work.session.training().and_then(Training::room) else { return Reply::stay() };
    Reply::push(Screen::Founding(Box::new(Founding::of(work.scene(), &room.plan))))
}

impl Matrix {
    fn click(&mut self, session: &Session, at: Position) -> Reply {
        let (rows, _) = size(session);
        if let Some(column) = self.sheet.column_at(at) {
            self.column = column;
        }
        if let Some(row) = self.sheet.row_at(at, self.pick.top()).filter(|row| *row < rows) {
            self.pick.select(row, rows);
        }
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let (rows, columns) = size(work.session);
        if self.pick.act(action, rows) {
            return Reply::stay();
        }
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(columns.saturating_sub(1)),
            Action::Open => return self.learner(work),
            Action::Attention => return Board::open_on(work, About::Attention),
            Action::Stations => return Board::open_on(work, About::Stations),
            Action::Outcomes => return Board::open_on(work, About::Outcomes),
            Action::Items => return Board::open_on(work, About::Items(self.column)),
            Action::TakeIn => return Collect::open(work),
            Action::Office => return Reply::push(Screen::Office(Box::default())),
            Action::Rulings => return Board::open_on(work, About::Rulings),
            Action::Marking => return Board::open_on(work, About::Works),
            Action::Gain => return Board::open_on(work, About::Gain),
            Action::Clock => return Reply::push(Screen::Clock(Box::default())),
            Action::Register => return Reply::push(Screen::Register(Box::default())),
            Action::SessionNotes => return Board::open_on(work, About::Sessions),
            Action::Agenda => return replan(work),
            Action::Sort => self.rearrange(work, Session::sort_learners),
            Action::HideNames => self.rearrange(work, Session::hide_names),
            Action::Back => return Reply::go(Go::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn learner(&self, work: &mut Work<'_>) -> Reply {
        let room = work.session.training().and_then(Training::room);
        let picked = room.and_then(|room| room.matrix.rows.get(self.pick.selected())).map(|row| row.person.learner);
        picked.map_or_else(Reply::stay, |learner| Board::open_on(work, About::Learner(learner)))
    }

    /// Rearranges the rows and keeps the picked learner picked.
    fn rearrange(&mut self, work: &mut Work<'_>, how: impl Fn(&mut Session)) {
        let room = |session: &Session| session.training().and_then(|training| Some(training.room()?.matrix.clone()));
        let picked = room(work.session).and_then(|matrix| Some(matrix.rows.get(self.pick.selected())?.person.learner));
        how(work.session);
        if let (Some(matrix), Some(learner)) = (room(work.session), picked) {
            self.pick.select(matrix.place(learner).unwrap_or(0), matrix.rows.len());
        }
    }
}

impl Page for Matrix {
    fn table(&self) -> Table {
        Table::Matrix
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let hidden = scene.session.training().is_some_and(Training::names_hidden);
        Facts::default().and(Fact::Empty, size(scene.session).0 == 0).and(Fact::NamesHidden, hidden)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead(scene, cells, "matrix-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let foot = foot::height(area);
        let ruled = u16::from(foot > 0);
        let above = Rect { height: area.height - foot - ruled, ..area };
        self.rule = Rect { y: above.bottom(), height: ruled, ..area };
        self.foot = Rect { y: self.rule.bottom(), height: foot, ..area };
        let (rows, columns) = size(scene.session);
        self.column = self.column.min(columns.saturating_sub(1));
        self.pick.select(self.pick.selected(), rows);
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, rows, usize::from(above.height.saturating_sub(1)));
        let Some((_, room)) = super::open(scene) else { return };
        let told = room.alarms.iter().take(MEASURED).map(|alarm| width(&reason(alarm.reason, room, scene.look)) + 2);
        // Among many some reason is long.
        let why = if room.alarms.len() > MEASURED { usize::MAX } else { told.max().unwrap_or(0) };
        (self.sheet, self.left) = Sheet::showing(&room.matrix, above, (self.left, self.column), why);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (training, room) = super::open(scene)?;
        if room.matrix.rows.is_empty() {
            super::empty(scene, "matrix-empty", area, buf);
            return None;
        }
        let cursor = self.sheet.view(scene, (training, room), (self.pick, self.column), buf);
        rule_under(self.pick, room.matrix.rows.len(), self.sheet.rows(), scene.look, self.rule, buf);
        foot::view(scene, (training, room), (self.pick.selected(), self.column), &self.sheet, self.foot, buf);
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(work.session, at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}
