//! The home screen: the course as a bulletin's rundown, with back-timing, and one key to go on.
//!
//! Apart from the rundown's figures, which the session counts: here is only how they are laid out, which row is
//! picked, and where each key leads.

mod panel;
mod rows;
mod status;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Ask, Desk, Glossary, Learners, Notes, Progress, Screen, Search, learners};
use crate::id::{LessonId, QuizId};
use crate::session::rundown::{Page as Leads, Row, Rundown, Status};
use crate::session::{Saving, Session};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::frame::{rule, rule_down};
use crate::tui::widgets::{Ends, Pick};

/// From this width on the picked lesson is described at the right.
const WITH_PANEL: u16 = 110;
/// Below this width the rows are short ones.
const NARROW: u16 = 58;

/// The home screen.
#[derive(Debug, Default)]
pub struct Home {
    rundown: Option<Rundown>,
    pick: Option<Pick>,
    parts: Parts,
}

/// The parts of the body; any may be empty.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    list: Rect,
    rule: Rect,
    status: Rect,
    panel: Rect,
}

impl Parts {
    fn of(area: Rect) -> Self {
        let (left, panel) = if area.width >= WITH_PANEL {
            let panel = (area.width / 3).min(36);
            let left = Rect { width: area.width - panel - 3, ..area };
            (left, Rect { x: left.right() + 1, width: panel + 2, ..area })
        } else {
            (area, Rect::default())
        };
        let rows = match (area.height, area.width < NARROW) {
            (0..=7, _) => 0,
            (_, true) | (8..=13, _) => 1,
            _ => 2,
        };
        let with_rule = if rows == 0 { 0 } else { rows + 1 };
        let list = Rect { height: left.height - with_rule, ..left };
        let rule = Rect { y: list.bottom(), height: with_rule.min(1), ..left };
        Self { list, rule, status: Rect { y: rule.bottom(), height: rows, ..left }, panel }
    }
}

impl Home {
    fn pick(&self) -> Pick {
        self.pick.unwrap_or_default()
    }

    fn row(&self) -> Option<&Row> {
        self.rundown.as_ref()?.rows().nth(self.pick().selected())
    }

    fn len(&self) -> usize {
        self.rundown.as_ref().map_or(0, |rundown| rundown.rows().count())
    }

    fn next(&self) -> Option<usize> {
        let rundown = self.rundown.as_ref()?;
        let (block, row) = rundown.next?;
        let before: usize = rundown.blocks.iter().take(block).map(|block| block.rows.len()).sum();
        Some(before + row)
    }

    fn open(&self, session: &Session) -> Reply {
        match self.row().map(|row| (&row.page, row.status)) {
            Some((Leads::Lesson(lesson), Status::QuizNext | Status::QuizLeft(..))) => {
                Reply::go(Go::Quiz(QuizId::Lesson(lesson.clone())))
            }
            Some((Leads::Lesson(lesson), Status::WorkNext(_))) => work_of(session, lesson),
            Some((Leads::Lesson(lesson), _)) => Reply::go(Go::Lesson(lesson.clone(), None)),
            Some((Leads::Test(test), _)) => Reply::go(Go::Quiz(QuizId::Test(test.clone()))),
            Some((Leads::Work(exercise), _)) => Reply::go(Go::Exercise(exercise.clone())),
            Some((Leads::Form(form, day), _)) => Reply::go(Go::Form(form.clone(), *day)),
            None => Reply::stay(),
        }
    }

    fn go_on(&mut self, session: &Session) -> Reply {
        let (len, next) = (self.len(), self.next());
        if let Some(next) = next {
            self.pick.get_or_insert_default().select(next, len);
        }
        self.open(session)
    }

    /// Opens the picked lesson's text, even where its quiz would be next.
    fn lesson(&self) -> Reply {
        match self.row().map(|row| &row.page) {
            Some(Leads::Lesson(lesson)) => Reply::go(Go::Lesson(lesson.clone(), None)),
            Some(Leads::Test(_) | Leads::Work(_) | Leads::Form(..)) | None => Reply::stay(),
        }
    }

    fn quiz(&self) -> Reply {
        match self.row().map(|row| &row.page) {
            Some(Leads::Lesson(lesson)) => Reply::go(Go::Quiz(QuizId::Lesson(lesson.clone()))),
            Some(Leads::Test(test)) => Reply::go(Go::Quiz(QuizId::Test(test.clone()))),
            Some(Leads::Work(_) | Leads::Form(..)) | None => Reply::stay(),
        }
    }

    /// Opens the list of desk work, at that of the picked lesson.
    fn desk(&self, session: &Session) -> Reply {
        let exercise = self.row().and_then(|row| match &row.page {
            Leads::Lesson(lesson) => session.course().outline(lesson)?.exercise.clone(),
            Leads::Work(exercise) => Some(exercise.clone()),
            Leads::Test(_) | Leads::Form(..) => None,
        });
        let desk = exercise.map_or_else(Desk::default, Desk::at);
        Reply::push(Screen::Desk(desk))
    }

    fn click(&mut self, session: &Session, at: Position) -> Reply {
        let Some(rundown) = self.rundown.as_ref().filter(|_| self.parts.list.contains(at)) else {
            return Reply::stay();
        };
        let lines = rows::lines(rundown, self.parts.list);
        let line = usize::from(at.y - self.parts.list.y) + self.pick().top();
        let Some(Some(row)) = lines.get(line).map(rows::Row::index) else { return Reply::stay() };
        if row == self.pick().selected() {
            return self.open(session);
        }
        let len = self.len();
        self.pick.get_or_insert_default().select(row, len);
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let len = self.len();
        if self.pick.get_or_insert_default().act(action, len) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.open(work.session),
            Action::Continue => self.go_on(work.session),
            Action::Quiz => self.quiz(),
            Action::Lesson => self.lesson(),
            Action::Progress => Reply::push(Screen::Progress(Progress::default())),
            Action::Review => Reply::go(Go::Review),
            Action::SignIn => sign_in(work),
            Action::Search => Reply::push(Screen::Search(Search::default())),
            Action::Glossary => Reply::push(Screen::Glossary(Glossary::default())),
            Action::Notes => Reply::push(Screen::Notes(Notes::default())),
            Action::Desk => self.desk(work.session),
            Action::Train => Reply::effects(work.session.train()),
            Action::Learners => Reply::effects(work.session.change_learner()),
            Action::Pair => Reply::push(Screen::Learners(Learners::colleagues())),
            Action::Alone => Reply::effects(work.session.go_on_alone()),
            Action::Quit => quit(work.session),
            _ => Reply::stay(),
        }
    }
}

/// Opens the desk work of a lesson.
fn work_of(session: &Session, lesson: &LessonId) -> Reply {
    let exercise = session.course().outline(lesson).and_then(|outline| outline.exercise.clone());
    exercise.map_or_else(Reply::stay, |exercise| Reply::go(Go::Exercise(exercise)))
}

/// Signs in for the half-day that is due, and says so.
fn sign_in(work: &mut Work<'_>) -> Reply {
    let Some(due) = work.session.sign_in_due() else { return Reply::stay() };
    let words = &work.look.words;
    let half = words.get(due.half());
    let said = words.with("sign-in-done", &[("half", half.into()), ("cohort", due.workshop.name.as_str().into())]);
    Reply::effects(work.session.sign_in()).and_go(Go::Say(said))
}

/// Ends the session, or asks first where something could not be saved.
fn quit(session: &mut Session) -> Reply {
    match session.saving() {
        Saving::Failed(_) => Reply::push(Screen::Ask(Ask::quit_unsaved())),
        Saving::Saved | Saving::Saving => Reply::effects(session.quit()),
    }
}

impl Page for Home {
    fn table(&self) -> Table {
        Table::Home
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let begun = |row: &Row| row.counts() && !matches!(row.status, Status::Untouched | Status::Done(_));
        let has_quiz = |row: &Row| matches!(row.page, Leads::Lesson(_));
        learners::company(scene.session)
            .and(Fact::Begun, self.row().is_some_and(begun))
            .and(Fact::HasQuiz, self.row().is_some_and(has_quiz))
            .and(Fact::Elsewhere, self.next().is_some_and(|next| next != self.pick().selected()))
            .and(Fact::Empty, self.len() == 0)
            .and(Fact::HasDue, scene.session.reviews_due() > 0)
            .and(Fact::CanTrain, scene.session.can_train())
            .and(Fact::SignInDue, scene.session.sign_in_due().is_some())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn counted(&self, scene: Scene<'_>) -> Option<(Action, usize)> {
        Some((Action::Review, scene.session.reviews_due()))
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.parts = Parts::of(area);
        self.rundown = scene.session.rundown();
        let (len, next) = (self.len(), self.next().unwrap_or(0));
        let pick = self.pick.get_or_insert(Pick::at(next));
        pick.select(pick.selected(), len);
        if let Some(rundown) = &self.rundown {
            let lines = rows::lines(rundown, self.parts.list);
            let place = rows::place(&lines, pick.selected());
            pick.follow(place, lines.len(), usize::from(self.parts.list.height));
        }
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let rundown = self.rundown.as_ref()?;
        if area.is_empty() {
            return None;
        }
        let cursor = rows::view(scene, rundown, self.pick(), self.parts.list, buf);
        rule(self.parts.rule, scene.look, buf);
        status::view(scene, rundown, self.row(), self.parts.status, buf);
        if let Some(row) = self.row().filter(|_| self.parts.panel.width > 0) {
            rule_down(self.parts.panel, scene.look, buf);
            panel::view(scene, row, self.parts.panel, buf);
        }
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
