//! What a finished quiz came to: the grade, each question to look back on, what was critical, and where to go next.
//!
//! Apart from the quiz because its keys lead elsewhere. The figures are the session's; nothing is counted here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Screen;
use super::quiz::{Quiz, number};
use crate::course::markdown::{inlines_of, plain_inlines};
use crate::id::{QuestionRef, QuizId};
use crate::journal::completion::{Next, QuizState};
use crate::session::item::Item;
use crate::session::sitting::{Outcome, Purpose};
use crate::session::{Session, Sitting};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Ends, Pick};

/// From this width on there is a margin.
const WITH_MARGIN: u16 = 60;

/// The result of a quiz.
#[derive(Debug, Default)]
pub struct QuizResult {
    pick: Option<Pick>,
    head: Vec<Line<'static>>,
    list: Rect,
}

/// Returns the first question that was not right, where one looks first.
fn first_wrong(sitting: &Sitting) -> usize {
    sitting.items.iter().position(|item| !is_right(item)).unwrap_or(0)
}

fn is_right(item: &Item) -> bool {
    item.graded.as_ref().is_some_and(|graded| graded.grade.is_full())
}

fn quiz_of(sitting: &Sitting) -> Option<&QuizId> {
    if let Purpose::Attempt { quiz, .. } = &sitting.purpose { Some(quiz) } else { None }
}

fn state_of<'a>(session: &'a Session, quiz: &QuizId) -> Option<&'a QuizState> {
    let state = session.learning()?.state();
    match quiz {
        QuizId::Lesson(lesson) => state.lesson(lesson)?.quiz.as_ref(),
        QuizId::Test(test) => Some(&state.test(test)?.quiz),
    }
}

/// Returns where to go on.
fn next(session: &Session) -> Option<Go> {
    Some(match session.learning()?.state().next()? {
        Next::Quiz(QuizId::Lesson(lesson)) => Go::Lesson(lesson, None),
        Next::Quiz(quiz @ QuizId::Test(_)) => Go::Quiz(quiz),
        Next::Work(exercise) => Go::Exercise(exercise),
    })
}

impl QuizResult {
    fn pick(&self) -> Pick {
        self.pick.unwrap_or_default()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let Some(sitting) = work.session.sitting() else { return Reply::go(Go::Rundown) };
        let len = sitting.items.len();
        let first = first_wrong(sitting);
        if self.pick.get_or_insert(Pick::at(first)).act(action, len) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.look_back(work.session),
            Action::Retry => retry(work.session),
            Action::Practise => practise(work),
            Action::Review => Reply::go(Go::Review),
            Action::Continue => match next(work.session) {
                Some(go) => Reply::effects(work.session.leave_sitting()).and_go(go),
                None => Reply::stay(),
            },
            Action::Back => Reply::effects(work.session.leave_sitting()).and_go(Go::Rundown),
            _ => Reply::stay(),
        }
    }

    fn look_back(&self, session: &mut Session) -> Reply {
        let effects = session.look_at(self.pick().selected());
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Quiz(Quiz::review()))))
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let Some(sitting) = work.session.sitting().filter(|_| self.list.contains(at)) else { return Reply::stay() };
        let row = usize::from(at.y - self.list.y) + self.pick().top();
        let len = sitting.items.len();
        if row >= len {
            return Reply::stay();
        }
        if row == self.pick().selected() {
            return self.look_back(work.session);
        }
        self.pick.get_or_insert_default().select(row, len);
        Reply::stay()
    }
}

/// Tries the quiz again, or practises the same once more.
fn retry(session: &mut Session) -> Reply {
    match session.sitting().and_then(quiz_of).cloned() {
        Some(quiz) => Reply::effects(session.leave_sitting()).and_go(Go::Quiz(quiz)),
        None => Reply::stay(),
    }
}

/// Asks what was wrong once more; it counts nowhere.
fn practise(work: &mut Work<'_>) -> Reply {
    match work.session.sit_wrong_ones() {
        Ok(true) => Reply::go(Go::Replace(Box::new(Screen::Quiz(Quiz::default())))),
        Ok(false) => Reply::stay(),
        Err(_) => Reply::go(Go::Refuse(work.look.words.get("result-cannot-practise"))),
    }
}

/// Returns what it came to, in lines.
fn head(scene: Scene<'_>, sitting: &Sitting, cells: usize) -> Vec<Line<'static>> {
    let Some(outcome) = sitting.outcome() else { return Vec::new() };
    let look = scene.look;
    let mut lines = match &sitting.purpose {
        Purpose::Attempt { quiz, pass, .. } => {
            let mut lines = if scene.session.only_measures() {
                measured(look, &outcome, cells)
            } else {
                verdict(look, &outcome, pass.percent(), cells)
            };
            lines.extend(figures(scene, quiz, sitting, cells));
            lines.extend(confident(look, sitting, cells));
            lines.extend(supervised(scene, cells));
            lines.extend(critical(look, &outcome, cells));
            lines
        }
        Purpose::Recall(_) | Purpose::Practice(_) | Purpose::Inside(_) => practice(look, sitting, cells),
        Purpose::Review => review(scene, sitting, cells),
    };
    lines.insert(0, Line::default());
    lines.push(Line::default());
    lines
}

/// Whether it passed, and the pass mark: beside it, or under it where it is narrow.
fn verdict(look: &Look, outcome: &Outcome, pass: u16, cells: usize) -> Vec<Line<'static>> {
    let (sign, style, key) = if outcome.passed {
        (look.glyphs.right, look.theme.right, "result-passed")
    } else {
        (look.glyphs.wrong, look.theme.wrong, "result-not-passed")
    };
    let grade = i64::from(outcome.grade.percent());
    let text = look.words.with(key, &[("grade", grade.into())]);
    let mark = look.words.with("result-pass-mark", &[("grade", i64::from(pass).into())]);
    let text = Span::styled(format!("{sign} {text}"), style.patch(ratatui::style::Modifier::BOLD));
    if cells < usize::from(WITH_MARGIN) {
        vec![Line::from(text), Line::styled(mark, look.theme.muted)]
    } else {
        vec![Line::from_iter([text, Span::styled(format!("   {mark}"), look.theme.muted)])]
    }
}

/// What a test that only measures came to.
fn measured(look: &Look, outcome: &Outcome, cells: usize) -> Vec<Line<'static>> {
    let text = look.words.with("result-measured", &[("grade", i64::from(outcome.grade.percent()).into())]);
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, look.theme.strong)).collect()
}

/// How many of the sure answers were not right.
fn confident(look: &Look, sitting: &Sitting, cells: usize) -> Vec<Line<'static>> {
    let Some((wrong, sure)) = sitting.confident_errors() else { return Vec::new() };
    let text = look.words.with("result-confident", &[("wrong", wrong.into()), ("sure", sure.into())]);
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, look.theme.text)).collect()
}

/// Whether the test was begun with a trainer's code.
fn supervised(scene: Scene<'_>, cells: usize) -> Vec<Line<'static>> {
    let Some(is_so) = scene.session.is_supervised() else { return Vec::new() };
    let text = scene.look.words.get(if is_so { "result-supervised" } else { "result-unsupervised" });
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, scene.look.theme.muted)).collect()
}

/// How many were right, and how this try stands beside the others.
fn figures(scene: Scene<'_>, quiz: &QuizId, sitting: &Sitting, cells: usize) -> Vec<Line<'static>> {
    let words = &scene.look.words;
    let counts = [("right", sitting.right().into()), ("of", sitting.items.len().into())];
    let mut text = words.with("result-right", &counts);
    if let Some((state, first, best)) =
        state_of(scene.session, quiz).and_then(|state| Some((state, state.first?, state.best?)))
    {
        let percent = |grade: crate::assess::Grade| i64::from(grade.percent()).into();
        let figures = [("try", state.attempts.into()), ("first", percent(first)), ("best", percent(best))];
        text = format!("{text} {} {}", scene.look.glyphs.dot, words.with("result-tries", &figures));
    }
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, scene.look.theme.text)).collect()
}

fn critical(look: &Look, outcome: &Outcome, cells: usize) -> Vec<Line<'static>> {
    let missed: &[QuestionRef] = &outcome.critical_missed;
    if missed.is_empty() {
        return Vec::new();
    }
    let text = look.words.with("result-critical", &[("count", missed.len().into())]);
    let lines = wrap(&format!("{} {text}", look.glyphs.warn), cells);
    lines.into_iter().map(|line| Line::styled(line, look.theme.wrong)).collect()
}

fn practice(look: &Look, sitting: &Sitting, cells: usize) -> Vec<Line<'static>> {
    let counts = [("right", sitting.right().into()), ("of", sitting.items.len().into())];
    let text = look.words.with("result-practice", &counts);
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, look.theme.text)).collect()
}

/// What a review came to: how many were right, and when they come back.
fn review(scene: Scene<'_>, sitting: &Sitting, cells: usize) -> Vec<Line<'static>> {
    let look = scene.look;
    let counts = [("right", sitting.right().into()), ("of", sitting.items.len().into())];
    let mut text = look.words.with("review-result", &counts);
    if let Some(reviewed) = scene.session.reviewed() {
        text = format!("{text} {}", reviewed.told(&look.words));
    }
    wrap(&text, cells).into_iter().map(|line| Line::styled(line, look.theme.text)).collect()
}

/// One question: its sign, its words, what it was worth.
fn row(scene: Scene<'_>, at: usize, item: &Item, is_picked: bool) -> Ends {
    let look = scene.look;
    let words = scene.session.course().words(scene.session.lang());
    let prompt = plain_inlines(&inlines_of(&item.question.prompt, words.as_ref()));
    let grade = item.graded.as_ref().map(|graded| graded.grade).unwrap_or_default();
    let (sign, style) = match grade.percent() {
        _ if grade.is_full() => (look.glyphs.right, look.theme.right),
        0 => (look.glyphs.wrong, look.theme.wrong),
        _ => (look.glyphs.half, look.theme.warn),
    };
    let text = if is_picked { look.theme.focus } else { look.theme.text };
    let marker = if is_picked { look.glyphs.here } else { " " };
    let critical = if item.question.critical { format!("{} ", look.glyphs.warn) } else { String::new() };
    let left = Line::from_iter([
        Span::styled(format!("{marker} "), look.theme.now),
        Span::styled(format!("{sign} "), style),
        Span::styled(format!("{:>2}  ", at + 1), look.theme.muted),
        Span::styled(critical, look.theme.warn),
        Span::styled(prompt, text),
    ]);
    Ends::new(left, Line::styled(format!("{:>3}", grade.percent()), style), look.glyphs.more)
}

impl Page for QuizResult {
    fn table(&self) -> Table {
        Table::Result
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let Some(sitting) = scene.session.sitting() else { return Facts::default() };
        Facts::default()
            .and(Fact::CanRetry, quiz_of(sitting).is_some())
            .and(Fact::HasWrong, sitting.items.iter().any(|item| !is_right(item)))
            .and(Fact::HasNext, next(scene.session).is_some())
            .and(Fact::HasDue, scene.session.reviewed().is_some_and(|reviewed| reviewed.more > 0))
    }

    fn header(&self, scene: Scene<'_>, _cells: usize) -> Ends {
        let Some(sitting) = scene.session.sitting() else { return Ends::default() };
        let left = if sitting.purpose == Purpose::Review {
            scene.look.words.get("quiz-title-review").to_uppercase()
        } else {
            let name = scene.look.words.get("result-title").to_uppercase();
            format!("{} {name}", number(scene.session, sitting))
        };
        let right = Line::styled(scene.session.clock().local_hhmm(), scene.look.theme.now);
        Ends::new(Line::styled(left.trim_start().to_owned(), scene.look.theme.strong), right, scene.look.glyphs.more)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let Some(sitting) = scene.session.sitting() else { return };
        let margin = if area.width < WITH_MARGIN { 0 } else { 2 };
        let inside = Rect { x: area.x + margin, width: (area.width - margin).min(96), ..area };
        self.head = head(scene, sitting, usize::from(inside.width));
        let taken = u16::try_from(self.head.len()).unwrap_or(u16::MAX).min(inside.height);
        self.list = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
        let len = sitting.items.len();
        let pick = self.pick.get_or_insert(Pick::at(first_wrong(sitting)));
        pick.select(pick.selected(), len);
        let at = pick.selected();
        pick.follow(at..at + 1, len, usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let sitting = scene.session.sitting()?;
        let top = Rect { y: area.y, height: self.list.y.saturating_sub(area.y), ..self.list };
        for (line, row) in self.head.iter().zip(top.rows()) {
            crate::tui::widgets::ends::put(line, row, 0, buf);
        }
        let pick = self.pick();
        let rows = sitting.items.iter().enumerate().skip(pick.top());
        for ((at, item), place) in rows.zip(self.list.rows()) {
            row(scene, at, item, at == pick.selected()).draw(place, buf);
        }
        let down = u16::try_from(pick.selected().checked_sub(pick.top())?).ok()?;
        Some(Position::new(self.list.x, self.list.y.saturating_add(down)))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(work, at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}
