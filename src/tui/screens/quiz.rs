//! A quiz or test under way: one question after the other, feedback at once or at the end, and looking back.
//!
//! Apart from the sheet, which knows one question: here keys become acts, and acts become what the session does. The
//! answer so far belongs to the session, so that leaving and coming back loses nothing.

mod choosing;
mod feedback;
mod kind;
mod marking;
mod ordering;
mod panel;
mod placing;
mod sheet;
pub(in crate::tui::screens) mod signs;
mod title;
mod typing;

pub use kind::{Act, Asked, Did, Way};
pub use sheet::Sheet;
pub(super) use title::number;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{QuizResult, Screen};
use crate::assess::{NotYet, check_response};
use crate::id::QuestionRef;
use crate::session::item::Item;
use crate::session::sitting::Purpose;
use crate::session::{Session, Sitting};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::input::Key;
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::Ends;

/// A quiz on the screen.
#[derive(Debug, Default)]
pub struct Quiz {
    /// The question that was laid out last, and its sheet.
    sheet: Option<(QuestionRef, Sheet)>,
    /// Whether a finished quiz is being looked back on.
    is_review: bool,
    panel: Rect,
}

/// Returns the question that is shown, with its grade where that may be seen.
fn asked(sitting: &Sitting) -> Asked<'_> {
    let item = sitting.item();
    Asked { item, grades: item.graded.as_ref().filter(|_| sitting.shows_grades()) }
}

impl Quiz {
    /// Looks back on the question that is shown of a finished quiz.
    pub fn review() -> Self {
        Self { is_review: true, ..Self::default() }
    }

    /// Returns the sheet of a question, a new one where another was laid out last.
    fn sheet_for(&mut self, item: &Item) -> &mut Sheet {
        let is_other = self.sheet.as_ref().is_none_or(|(at, _)| *at != item.at);
        if is_other {
            self.sheet = None;
        }
        let (_, sheet) = self.sheet.get_or_insert_with(|| (item.at.clone(), Sheet::new(item)));
        sheet
    }

    fn act(&mut self, work: &mut Work<'_>, action: Action, key: Key) -> Reply {
        let is_answered = work.session.sitting().is_none_or(|sitting| sitting.item().graded.is_some());
        #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
        match action {
            Action::Back => self.back(work),
            Action::Hint => Reply::effects(work.session.hint()),
            Action::Lesson => lesson(work.session),
            Action::HandIn => self.operate(work, Sheet::hand_in),
            Action::Open if is_answered => self.next(work),
            Action::Left if is_answered => self.look(work, false),
            Action::Right if is_answered => self.look(work, true),
            _ => match act(work.look, action, key) {
                Some(act) => self.operate(work, |sheet, asked| sheet.act(asked, act)),
                None => self.move_view(work.session, action),
            },
        }
    }

    /// Lets the sheet do something and carries out what it comes to.
    fn operate(&mut self, work: &mut Work<'_>, act: impl FnOnce(&mut Sheet, Asked<'_>) -> Did) -> Reply {
        let Some(sitting) = work.session.sitting() else { return Reply::go(Go::Back) };
        let asked = asked(sitting);
        match act(self.sheet_for(asked.item), asked) {
            Did::Nothing | Did::Moved => Reply::stay(),
            Did::Respond(response) => Reply::effects(work.session.respond(response)),
            Did::HandIn => Self::hand_in(work),
            Did::Sure(sure) => {
                work.session.set_confident(sure);
                Self::hand_in(work)
            }
        }
    }

    /// Scrolls, or goes between the question and its button.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only these actions move the view")]
    fn move_view(&mut self, session: &Session, action: Action) -> Reply {
        let Some(sitting) = session.sitting() else { return Reply::stay() };
        let asked = asked(sitting);
        let sheet = self.sheet_for(asked.item);
        match action {
            Action::PageUp => sheet.scroll(-sheet.page()),
            Action::PageDown => sheet.scroll(sheet.page()),
            Action::First => sheet.scroll(isize::MIN),
            Action::Last => sheet.scroll(isize::MAX),
            Action::NextField | Action::PreviousField => sheet.tab(asked),
            _ => {}
        }
        Reply::stay()
    }

    fn hand_in(work: &mut Work<'_>) -> Reply {
        let Some(sitting) = work.session.sitting() else { return Reply::go(Go::Back) };
        let item = sitting.item();
        if item.graded.is_some() {
            return Reply::stay();
        }
        if let Err(why) = check_response(&item.question, &item.response) {
            return Reply::go(Go::Refuse(not_yet(work.look, &why)));
        }
        let effects = work.session.hand_in();
        let is_test = work.session.sitting().is_some_and(|sitting| !sitting.feedback_at_once());
        let is_over = work.session.sitting().is_some_and(Sitting::is_over);
        let go = if is_test && is_over { to_result() } else { Go::Stay };
        Reply::effects(effects).and_go(go)
    }

    /// Goes on after feedback: to the next question, or to the result.
    fn next(&self, work: &mut Work<'_>) -> Reply {
        if self.is_review {
            return self.look(work, true);
        }
        if work.session.next_question() {
            return Reply::stay();
        }
        let leads_back = |sitting: &Sitting| matches!(sitting.purpose, Purpose::Recall(_) | Purpose::Inside(_));
        if work.session.sitting().is_some_and(leads_back) {
            return Reply::effects(work.session.leave_sitting()).and_go(Go::Back);
        }
        Reply::go(to_result())
    }

    /// Looks at the question before or after; past the last one, back to the result.
    fn look(&self, work: &mut Work<'_>, forward: bool) -> Reply {
        let Some(sitting) = work.session.sitting().filter(|_| self.is_review) else { return Reply::stay() };
        let at = sitting.position();
        match (forward, at.checked_sub(1)) {
            (true, _) if at + 1 == sitting.items.len() => Reply::go(Go::Back),
            (true, _) => Reply::effects(work.session.look_at(at + 1)),
            (false, Some(before)) => Reply::effects(work.session.look_at(before)),
            (false, None) => Reply::stay(),
        }
    }

    /// Puts down what is held, or leaves; the answer so far is kept.
    fn back(&mut self, work: &mut Work<'_>) -> Reply {
        let is_open = work.session.sitting().is_some_and(|sitting| sitting.item().graded.is_none());
        match self.sheet.as_mut().filter(|_| is_open).and_then(|(_, sheet)| sheet.cancel()) {
            Some(Did::Respond(response)) => Reply::effects(work.session.respond(response)),
            Some(Did::Nothing | Did::Moved | Did::HandIn | Did::Sure(_)) => Reply::stay(),
            None if self.is_review => Reply::go(Go::Back),
            None => Reply::effects(work.session.leave_sitting()).and_go(Go::Back),
        }
    }
}

fn to_result() -> Go {
    Go::Replace(Box::new(Screen::Result(QuizResult::default())))
}

/// Opens the lesson of the question, at a place where it can be read again.
fn lesson(session: &Session) -> Reply {
    let at = session.sitting().map(|sitting| sitting.item().at.lesson.clone());
    at.map_or_else(Reply::stay, |lesson| Reply::go(Go::Lesson(lesson, None)))
}

/// Returns what an action does to a question.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions do nothing to a question")]
pub(in crate::tui::screens) fn act(look: &Look, action: Action, key: Key) -> Option<Act> {
    Some(match action {
        Action::Up => Act::Step(Way::Up),
        Action::Down => Act::Step(Way::Down),
        Action::Left => Act::Step(Way::Left),
        Action::Right => Act::Step(Way::Right),
        Action::Open => Act::Use,
        Action::Toggle => Act::Toggle,
        Action::Choose => Act::Letter(signs::place_of(look, action, key)?),
        Action::Number => Act::Number(signs::place_of(look, action, key)?),
        Action::MoveUp => Act::Shift(false),
        Action::MoveDown => Act::Shift(true),
        Action::AddRow => Act::AddRow,
        Action::DeleteRow => Act::DeleteRow,
        Action::Edit => Act::Type(key),
        Action::Extend => Act::Extend,
        _ => return None,
    })
}

/// Says what is missing before an answer can be handed in.
pub fn not_yet(look: &Look, why: &NotYet) -> String {
    look.words.with(why.key(), &[("count", why.count().into()), ("text", why.text().into())])
}

impl Page for Quiz {
    fn table(&self) -> Table {
        Table::Quiz
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let Some(sitting) = scene.session.sitting() else { return Facts::default() };
        let asked = asked(sitting);
        let laid_out = self.sheet.as_ref().filter(|(at, _)| *at == asked.item.at);
        let facts = match laid_out {
            Some((_, sheet)) => sheet.facts(asked),
            None => Sheet::new(asked.item).facts(asked),
        };
        let has_hint = usize::from(asked.item.hints) < asked.item.question.hints.len();
        facts
            .and(Fact::HasHint, has_hint && sitting.feedback_at_once())
            .and(Fact::IsTest, !sitting.feedback_at_once() && !self.is_review)
            .and(Fact::Review, self.is_review)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        title::header(scene, cells)
    }

    fn footer_lead(&self, scene: Scene<'_>, cells: usize) -> Line<'static> {
        scene.session.sitting().map_or_else(Line::default, |sitting| title::steps(sitting, scene.look, cells))
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let (body, panel) = panel::split(area);
        self.panel = panel;
        let Some(sitting) = scene.session.sitting() else {
            self.sheet = None;
            return;
        };
        let asked = asked(sitting);
        let words = scene.session.course().words(scene.session.lang());
        self.sheet_for(asked.item).layout(asked, scene.look, words.as_ref(), body);
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        if let Some(sitting) = scene.session.sitting() {
            panel::view(scene, sitting, self.panel, buf);
        }
        let (_, sheet) = self.sheet.as_ref()?;
        sheet.view(scene.look, buf)
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, key) => self.act(work, action, key),
            Event::Type(key) => self.operate(work, |sheet, asked| sheet.act(asked, Act::Type(key))),
            Event::Paste(text) => self.operate(work, |sheet, asked| sheet.act(asked, Act::Paste(text))),
            Event::Click(at) => self.operate(work, |sheet, asked| sheet.click(asked, at)),
            Event::Wheel(down) => self.operate(work, |sheet, _| {
                sheet.scroll(if down { 3 } else { -3 });
                Did::Moved
            }),
        }
    }
}
