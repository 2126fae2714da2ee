//! Correcting a key: what is right instead and why, what comes of it before it is decided, and decisions to be taken
//! back.
//!
//! Apart from the figures that show a key to be wrong. Nothing is written before what changes was read and agreed to.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::rulings;
use crate::cohort::plan::Ruled;
use crate::course::Question;
use crate::course::question::QuestionBody;
use crate::id::{OptionId, QuestionRef, RegradeId};
use crate::session::Session;
use crate::session::training::regrading::{BadKey, Change, Correction, preview};
use crate::text::{one_line, width, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::{Ask, Screen};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Field};
use crate::tui::width::pad;

/// Words are set no wider than this.
const MEASURE: usize = 76;

/// One row that can have the focus.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Spot {
    /// This option is right.
    Option(OptionId),
    /// One of the ways that name no option.
    Way(Correction),
    /// Why.
    Reason,
    /// A decision that stands.
    Past(RegradeId),
}

/// What becomes of one question.
#[derive(Debug)]
pub struct Regrading {
    at: QuestionRef,
    ticked: BTreeSet<OptionId>,
    way: Option<Correction>,
    reason: Field,
    spots: Vec<Spot>,
    focus: usize,
    prompt: Vec<String>,
    foot: Vec<String>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    prompt: Rect,
    list: Rect,
    rule: Rect,
    foot: Rect,
}

fn question(session: &Session, at: &QuestionRef) -> Option<Question> {
    // A quiz at fault tells so where it is opened; here there is nothing to correct.
    session.course().question(at, session.lang()).ok().flatten()
}

/// Returns the decisions on a question that stand, the last first.
fn standing<'a>(session: &'a Session, at: &QuestionRef) -> Vec<&'a Ruled> {
    let plan = session.training().and_then(|training| training.room()).map(|room| &room.plan);
    let ruled = plan.map(|plan| plan.standing()).unwrap_or_default();
    ruled.into_iter().rev().filter(|ruled| ruled.ruling.question == *at).collect()
}

fn has_options(question: &Question) -> bool {
    matches!(
        question.body,
        QuestionBody::Single { .. } | QuestionBody::TrueFalse { .. } | QuestionBody::Multiple { .. }
    )
}

fn is_right_now(question: &Question, option: &OptionId) -> bool {
    crate::cohort::items::Key::of(question).keys.contains(option)
}

impl Regrading {
    /// Opens it, and asks for every answer to the question.
    pub(super) fn open(work: &mut Work<'_>, at: &QuestionRef) -> Reply {
        let effects = work.session.look_at_key(at);
        let screen = Self {
            at: at.clone(),
            ticked: BTreeSet::new(),
            way: None,
            reason: Field::default(),
            spots: Vec::new(),
            focus: 0,
            prompt: Vec::new(),
            foot: Vec::new(),
            parts: Parts::default(),
        };
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Regrading(Box::new(screen)))))
    }

    fn spots(&self, session: &Session) -> Vec<Spot> {
        let Some(question) = question(session, &self.at) else { return Vec::new() };
        let options = question.body.options().iter().map(|option| Spot::Option(option.id.clone()));
        let options = options.filter(|_| has_options(&question));
        let ways = [Correction::AsCourse, Correction::AllRight, Correction::Void].map(Spot::Way);
        let past = standing(session, &self.at).into_iter().map(|ruled| Spot::Past(ruled.ruling.regrade));
        options.chain(ways).chain([Spot::Reason]).chain(past).collect()
    }

    fn spot(&self) -> Option<&Spot> {
        self.spots.get(self.focus)
    }

    /// Returns what is to be right, as far as it was said.
    fn correction(&self) -> Option<Correction> {
        let key = || Correction::Key(self.ticked.iter().cloned().collect());
        self.way.clone().or_else(|| (!self.ticked.is_empty()).then(key))
    }

    /// Takes the way or the option in focus; of several right options each is ticked by itself.
    fn choose(&mut self, session: &Session) {
        let is_multiple =
            question(session, &self.at).is_some_and(|asked| matches!(asked.body, QuestionBody::Multiple { .. }));
        match self.spot().cloned() {
            Some(Spot::Way(way)) => {
                self.ticked.clear();
                self.way = Some(way);
            }
            Some(Spot::Option(option)) => {
                self.way = None;
                let was_there = self.ticked.remove(&option);
                if !is_multiple {
                    self.ticked.clear();
                }
                if !was_there {
                    self.ticked.insert(option);
                }
            }
            Some(Spot::Reason | Spot::Past(_)) | None => {}
        }
    }

    /// Returns what the correction comes to; none before every answer has come, and before something is chosen.
    fn change(&self, session: &Session) -> Option<Result<Change, BadKey>> {
        let (training, question) = (session.training()?, question(session, &self.at)?);
        let tries = training.tries(session.course(), &self.at)?;
        Some(preview(tries, (&self.at, &question), &self.correction()?))
    }

    /// Asks whether it is to be so, with what comes of it.
    fn ask(&self, work: &Work<'_>) -> Reply {
        let refuse = |key: &str| Reply::go(Go::Refuse(work.look.words.get(key)));
        match self.change(work.session) {
            _ if self.correction().is_none() => refuse("regrading-needs-key"),
            None => refuse("answers-loading"),
            Some(Err(bad)) => refuse(refusal(&bad)),
            Some(Ok(change)) => {
                let told = format!("{} {}", told(change, work.look), work.look.words.get("regrading-undoable"));
                Reply::push(Screen::Ask(Ask::regrade(told)))
            }
        }
    }

    fn correct(&mut self, work: &mut Work<'_>) -> Reply {
        let Some(correction) = self.correction() else { return Reply::stay() };
        match work.session.correct_key(&self.at, &correction, &one_line(self.reason.text())) {
            Ok(effects) => {
                self.ticked.clear();
                (self.way, self.reason) = (None, Field::default());
                Reply::effects(effects).and_go(Go::Say(work.look.words.get("regrading-done")))
            }
            Err(bad) => Reply::go(Go::Refuse(work.look.words.get(refusal(&bad)))),
        }
    }

    fn past(&self) -> Option<RegradeId> {
        match self.spot() {
            Some(Spot::Past(regrade)) => Some(*regrade),
            Some(Spot::Option(_) | Spot::Way(_) | Spot::Reason) | None => None,
        }
    }

    fn ask_to_undo(&self, work: &Work<'_>) -> Reply {
        let past = self.past();
        let ruled = standing(work.session, &self.at).into_iter().find(|ruled| Some(ruled.ruling.regrade) == past);
        let asked = ruled.map(|ruled| Screen::Ask(Ask::undo(rulings::told(ruled, work.look))));
        asked.map_or_else(Reply::stay, Reply::push)
    }

    fn undo(&self, work: &mut Work<'_>) -> Reply {
        let Some(regrade) = self.past() else { return Reply::stay() };
        let effects = work.session.undo_regrade(regrade);
        Reply::effects(effects).and_go(Go::Say(work.look.words.get("regrading-undone")))
    }

    fn step(&mut self, by: usize) {
        self.focus = (self.focus + by) % self.spots.len().max(1);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Open if self.spot() == Some(&Spot::Reason) => return self.ask(work),
            Action::Toggle | Action::Open => self.choose(work.session),
            Action::HandIn => return self.ask(work),
            Action::Regrade => return self.correct(work),
            Action::Delete => return self.ask_to_undo(work),
            Action::Retry => return self.undo(work),
            Action::NextField | Action::Down => self.step(1),
            Action::PreviousField | Action::Up => self.step(self.spots.len().max(1) - 1),
            Action::Back => return Reply::go(Go::Back),
            _ => {}
        }
        Reply::stay()
    }

    /// Returns what stands at the foot: what the choice comes to, or what to do.
    fn tell(&self, scene: Scene<'_>) -> String {
        let (look, session) = (scene.look, scene.session);
        if let Some(past) = self.past() {
            let ruled = standing(session, &self.at).into_iter().find(|ruled| ruled.ruling.regrade == past);
            return ruled.map(|ruled| rulings::told(ruled, look)).unwrap_or_default();
        }
        match self.change(session) {
            _ if self.correction().is_none() => look.words.get("regrading-how"),
            None => look.words.get("answers-loading"),
            Some(Err(bad)) => look.words.get(refusal(&bad)),
            Some(Ok(change)) => told(change, look),
        }
    }

    /// Returns a row as it is written, and its style.
    fn line(&self, scene: Scene<'_>, spot: &Spot) -> (String, Style) {
        let (look, words) = (scene.look, &scene.look.words);
        let asked = question(scene.session, &self.at);
        let signs = if asked.as_ref().is_some_and(|asked| matches!(asked.body, QuestionBody::Multiple { .. })) {
            look.glyphs.tick
        } else {
            look.glyphs.radio
        };
        match spot {
            Spot::Option(option) => {
                let texts = super::question(scene, &self.at).map(|(_, texts)| texts).unwrap_or_default();
                let now = asked.is_some_and(|asked| is_right_now(&asked, option));
                let now = if now { format!(" {}", words.get("regrading-now")) } else { String::new() };
                let text = texts.get(option).map_or(option.as_str(), String::as_str);
                let sign = signs[usize::from(self.ticked.contains(option))];
                (format!("{sign} {text}{now}"), look.theme.text)
            }
            Spot::Way(way) => {
                let sign = look.glyphs.radio[usize::from(self.way.as_ref() == Some(way))];
                (format!("{sign} {}", words.get(way_key(way))), look.theme.text)
            }
            Spot::Reason => (words.get("regrading-reason"), look.theme.muted),
            Spot::Past(regrade) => {
                let ruled = standing(scene.session, &self.at);
                let ruled = ruled.into_iter().find(|ruled| ruled.ruling.regrade == *regrade);
                let told = ruled.map(|ruled| rulings::told(ruled, look)).unwrap_or_default();
                (format!("{} {told}", look.glyphs.right), look.theme.right)
            }
        }
    }

    /// Returns the first row in view.
    fn first(&self) -> usize {
        (self.focus + 1).saturating_sub(usize::from(self.parts.list.height))
    }
}

fn way_key(way: &Correction) -> &'static str {
    match way {
        Correction::AsCourse => "regrading-as-course",
        Correction::AllRight => "regrading-all-right",
        Correction::Void | Correction::Key(_) => "regrading-void",
    }
}

fn refusal(bad: &BadKey) -> &'static str {
    match bad {
        BadKey::Nothing => "regrading-nothing",
        BadKey::NotOne | BadKey::NoOption(_) | BadKey::NoOptions => "regrading-needs-key",
    }
}

/// Says what a correction comes to.
fn told(change: Change, look: &Look) -> String {
    let args = [
        ("answers", change.answers.into()),
        ("worth", change.worth.unwrap_or_default().into()),
        ("people", change.people.into()),
    ];
    let key = match (change.answers, change.worth) {
        (0, _) => "regrading-nobody",
        (_, None) => "regrading-change-unknown",
        (_, Some(_)) => "regrading-change",
    };
    look.words.with(key, &args)
}

impl Page for Regrading {
    fn table(&self) -> Table {
        Table::Regrading
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        let typing = self.spot() == Some(&Spot::Reason);
        Facts::default().and(Fact::Typing, typing).and(Fact::CanUndo, self.past().is_some())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        super::masthead(scene, cells, "regrading-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.spots = self.spots(scene.session);
        self.focus = self.focus.min(self.spots.len().saturating_sub(1));
        let cells = usize::from(area.width).min(MEASURE);
        let prompt = super::question(scene, &self.at).map_or_else(|| self.at.to_string(), |(prompt, _)| prompt);
        self.prompt = wrap(&prompt, cells);
        self.foot = wrap(&self.tell(scene), cells);
        let rows = |lines: &[String]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let above = rows(&self.prompt).min(area.height / 4);
        let air = u16::from(area.height > 14);
        let foot = rows(&self.foot).min(area.height / 3);
        let ruled = u16::from(foot > 0);
        let prompt = Rect { height: above, ..area };
        let list = area.height.saturating_sub(above + air + foot + ruled);
        let list = Rect { y: prompt.bottom() + air, height: list, ..area };
        let rule = Rect { y: list.bottom(), height: ruled, ..area };
        self.parts = Parts { prompt, list, rule, foot: Rect { y: rule.bottom(), height: foot, ..area } };
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, parts) = (scene.look, self.parts);
        for (line, place) in self.prompt.iter().zip(parts.prompt.rows()) {
            put(&Line::styled(line.clone(), look.theme.strong), place, 0, buf);
        }
        let mut cursor = None;
        for (at, place) in (self.first()..self.spots.len()).zip(parts.list.rows()) {
            let (spot, focused) = (&self.spots[at], at == self.focus);
            let (text, style) = self.line(scene, spot);
            let marker = if focused { look.glyphs.here } else { " " };
            let text = pad(&format!("{marker} {text}"), usize::from(place.width), look.glyphs.more);
            let style = if focused { look.theme.focus.patch(style) } else { style };
            put(&Line::styled(text.clone(), style), place, 0, buf);
            if *spot == Spot::Reason {
                let beside = u16::try_from(width(text.trim_end()) + 1).unwrap_or(0).min(place.width);
                let inside = Rect { x: place.x + beside, width: place.width - beside, ..place };
                cursor = self.reason.render(look.theme.field(), inside, buf).filter(|_| focused).or(cursor);
            } else if focused {
                cursor = Some(Position::new(place.x, place.y));
            }
        }
        rule(parts.rule, look, buf);
        for (line, place) in self.foot.iter().zip(parts.foot.rows()) {
            put(&Line::styled(line.clone(), look.theme.text), place, 0, buf);
        }
        cursor.filter(|at| area.contains(*at))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let typing = self.spot() == Some(&Spot::Reason);
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Type(key) if typing => _ = self.reason.press(key),
            Event::Paste(text) if typing => self.reason.paste(&text),
            Event::Click(at) if self.parts.list.contains(at) => {
                let row = usize::from(at.y - self.parts.list.y) + self.first();
                self.focus = row.min(self.spots.len().saturating_sub(1));
            }
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => {}
        }
        Reply::stay()
    }
}
