//! My progress: what is done and mastered, how the quizzes went, how long it took, what is next.
//!
//! Apart from the rundown, which looks forward: this looks back, and writes the report. Every figure comes from the
//! session's state, the same that reports are made from.

mod detail;
mod summary;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Ask, Carry, QuizResult, Screen};
use crate::id::QuizId;
use crate::session::Rundown;
use crate::session::rundown::{Page as Leads, Row};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Pick};

/// The progress of the learner who is here.
#[derive(Debug, Default)]
pub struct Progress {
    rundown: Option<Rundown>,
    pick: Pick,
    parts: Parts,
}

/// The parts of the body; any may be empty.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    summary: Rect,
    list: Rect,
    rule: Rect,
    detail: Rect,
}

impl Parts {
    fn of(area: Rect, rows: usize) -> Self {
        let summary = Rect { height: summary::height(area).min(area.height), ..area };
        let rest = Rect { y: summary.bottom(), height: area.height - summary.height, ..area };
        // The list is as high as its rows; what remains below tells about the picked one.
        let wanted = u16::try_from(rows + 1).unwrap_or(u16::MAX);
        let detail = if rest.height >= 12 { rest.height.saturating_sub(wanted + 1).max(7) } else { 0 };
        let ruled = u16::from(detail > 0);
        let list = Rect { height: rest.height - detail - ruled, ..rest };
        let rule = Rect { y: list.bottom(), height: ruled, ..rest };
        Self { summary, list, rule, detail: Rect { y: rule.bottom(), height: detail, ..rest } }
    }
}

impl Progress {
    fn rows(&self) -> Vec<&Row> {
        self.rundown.iter().flat_map(Rundown::rows).filter(|row| row.counts()).collect()
    }

    fn row(&self) -> Option<&Row> {
        self.rows().get(self.pick.selected()).copied()
    }

    fn open(&self) -> Reply {
        match self.row().map(|row| &row.page) {
            Some(Leads::Lesson(lesson)) => Reply::go(Go::Lesson(lesson.clone(), None)),
            Some(Leads::Test(_) | Leads::Work(_) | Leads::Form(..)) | None => Reply::stay(),
        }
    }

    fn quiz(&self) -> Option<QuizId> {
        Some(match &self.row()?.page {
            Leads::Lesson(lesson) => QuizId::Lesson(lesson.clone()),
            Leads::Test(test) => QuizId::Test(test.clone()),
            Leads::Work(_) | Leads::Form(..) => return None,
        })
    }

    /// Shows the last whole attempt at the quiz of the row, question by question.
    fn look_back(&self, work: &mut Work<'_>) -> Reply {
        if let Some(Leads::Work(exercise)) = self.row().map(|row| &row.page) {
            return Reply::go(Go::LookBack(exercise.clone()));
        }
        let Some(quiz) = self.quiz() else { return Reply::stay() };
        match work.session.look_back_at_quiz(&quiz) {
            Ok((true, effects)) => {
                Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Result(QuizResult::default()))))
            }
            Ok((false, effects)) => {
                Reply::effects(effects).and_go(Go::Say(work.look.words.get("progress-no-look-back")))
            }
            Err(_) => Reply::go(Go::Refuse(work.look.words.get("result-cannot-practise"))),
        }
    }

    fn click(&mut self, at: Position) -> Reply {
        let list = self.parts.list;
        if !list.contains(at) || at.y == list.y {
            return Reply::stay();
        }
        let row = usize::from(at.y - list.y - 1) + self.pick.top();
        let len = self.rows().len();
        if row < len && row == self.pick.selected() {
            return self.open();
        }
        self.pick.select(row, len);
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let len = self.rows().len();
        if self.pick.act(action, len) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.open(),
            Action::LookBack => self.look_back(work),
            Action::Export => Reply::push(Screen::Ask(Ask::which_report())),
            Action::CarryOut => Reply::push(Screen::Carry(Box::new(Carry::out()))),
            Action::TakeIn => Reply::push(Screen::Carry(Box::new(Carry::take_in()))),
            Action::Back => Reply::go(Go::Back),
            _ => Reply::stay(),
        }
    }
}

impl Page for Progress {
    fn table(&self) -> Table {
        Table::Progress
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let is_finished = self.quiz().is_some_and(|quiz| scene.session.has_finished(&quiz));
        Facts::default().and(Fact::Empty, self.rows().is_empty()).and(Fact::Review, is_finished)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("progress-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.rundown = scene.session.rundown();
        let len = self.rows().len();
        self.parts = Parts::of(area, len);
        self.pick.select(self.pick.selected(), len);
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, len, usize::from(self.parts.list.height.saturating_sub(1)));
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let rundown = self.rundown.as_ref()?;
        let state = scene.session.learning()?.state();
        summary::view(scene, state, rundown, self.parts.summary, buf);
        let rows = self.rows();
        let cursor = table::view(scene, state, &rows, self.pick, self.parts.list, buf);
        rule(self.parts.rule, scene.look, buf);
        if let Some(row) = self.row() {
            for (line, place) in
                detail::lines(scene, state, row, self.parts.detail).iter().zip(self.parts.detail.rows())
            {
                put(line, place, 0, buf);
            }
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}
