//! One question on the screen: laid out, operated by keys and mouse, scrolled, graded.
//!
//! Apart from the quiz screen because a question inside a lesson is answered on the same sheet. It knows the question
//! and how it looks; what comes of an act is told to whoever holds the session.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::choosing::Choosing;
use super::feedback;
use super::kind::{Act, Asked, Did, Kind, Way};
use super::marking::Marking;
use super::ordering::Ordering;
use super::placing::Placing;
use super::signs;
use super::typing::Typing;
use crate::assess::Response;
use crate::course::markdown::References;
use crate::course::question::Kind as Name;
use crate::session::item::Item;
use crate::tui::action::{Fact, Facts};
use crate::tui::look::Look;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Text is set no wider than this.
const MEASURE: u16 = 76;
/// From this width on there is a margin.
const WITH_MARGIN: u16 = 60;
/// From this height on a row is left empty at the top.
const WITH_HEAD: u16 = 18;

/// Any kind of question.
#[derive(Debug)]
enum AnyKind {
    Choosing(Choosing),
    Ordering(Ordering),
    Placing(Placing),
    Typing(Box<Typing>),
    Marking(Marking),
}

impl AnyKind {
    fn new(item: &Item) -> Self {
        match item.question.kind() {
            Name::Single | Name::Multiple | Name::TrueFalse => Self::Choosing(Choosing),
            Name::Order => Self::Ordering(Ordering::default()),
            Name::Match | Name::Sort => Self::Placing(Placing::default()),
            Name::Number | Name::Short => Self::Typing(Box::new(Typing::new(&item.response))),
            Name::Mark => Self::Marking(Marking::default()),
        }
    }

    fn kind(&self) -> &dyn Kind {
        match self {
            Self::Choosing(kind) => kind,
            Self::Ordering(kind) => kind,
            Self::Placing(kind) => kind,
            Self::Typing(kind) => kind.as_ref(),
            Self::Marking(kind) => kind,
        }
    }

    fn kind_mut(&mut self) -> &mut dyn Kind {
        match self {
            Self::Choosing(kind) => kind,
            Self::Ordering(kind) => kind,
            Self::Placing(kind) => kind,
            Self::Typing(kind) => kind.as_mut(),
            Self::Marking(kind) => kind,
        }
    }
}

/// Whoever comes back to a chosen option stands on it: Enter hands it in and chooses no other.
fn begun_at(item: &Item) -> usize {
    let Response::Chosen(Some(chosen)) = &item.response else { return 0 };
    item.shown.iter().position(|option| option == chosen).unwrap_or(0)
}

/// A question on the screen.
#[derive(Debug)]
pub struct Sheet {
    kind: AnyKind,
    /// What has the focus: a control of the kind, or after the last of them the hand-in button.
    focus: usize,
    top: usize,
    /// Whether the view is to follow the focus when it is laid out next.
    follows: bool,
    was_open: bool,
    paper: Paper,
    area: Rect,
}

impl Sheet {
    /// Puts a question on a sheet.
    pub fn new(item: &Item) -> Self {
        let focus = begun_at(item);
        Self {
            kind: AnyKind::new(item),
            focus,
            top: 0,
            follows: focus > 0,
            was_open: item.graded.is_none(),
            paper: Paper::default(),
            area: Rect::ZERO,
        }
    }

    /// Returns what is so, for the conditions of the keys.
    pub fn facts(&self, asked: Asked<'_>) -> Facts {
        let kind = self.kind.kind();
        let is_open = asked.is_open();
        let is_button = self.focus >= kind.controls(asked);
        Facts::default()
            .and(Fact::Answered, !is_open)
            .and(Fact::Typing, is_open && kind.is_typing(self.focus))
            .and(Fact::Ordering, matches!(self.kind, AnyKind::Ordering(_)))
            .and(Fact::Marking, matches!(self.kind, AnyKind::Marking(_)))
            .and(Fact::Placing, matches!(self.kind, AnyKind::Placing(_)))
            .and(Fact::Holding, is_open && kind.is_holding())
            .and(Fact::Ready, is_button || kind.is_ready(asked, self.focus))
    }

    /// Does something to the question.
    pub fn act(&mut self, asked: Asked<'_>, act: Act) -> Did {
        if !asked.is_open() {
            return self.look_on(&act);
        }
        let is_step = matches!(act, Act::Step(Way::Up | Way::Down));
        if is_step && self.brings_into_view(asked) {
            return Did::Moved;
        }
        self.follows = true;
        let controls = self.kind.kind().controls(asked);
        if self.focus >= controls && matches!(act, Act::Use | Act::Toggle) {
            return self.press(asked, controls);
        }
        let way = if let Act::Step(way) = act { Some(way) } else { None };
        let is_button = self.focus >= controls;
        let did = match way {
            Some(_) if is_button => Did::Nothing,
            _ => self.kind.kind_mut().act(asked, &mut self.focus, &self.paper, act),
        };
        match (did, way) {
            (Did::Nothing, Some(way)) => self.step(way, controls, buttons(asked)),
            (Did::HandIn, _) => self.hand_in(asked),
            (did, _) => did,
        }
    }

    /// Hands in; where the learner is asked how sure they are, goes to the buttons that say it.
    pub fn hand_in(&mut self, asked: Asked<'_>) -> Did {
        let controls = self.kind.kind().controls(asked);
        if !asked.item.asks_confidence || !asked.is_open() {
            return Did::HandIn;
        }
        if self.focus >= controls {
            return self.press(asked, controls);
        }
        (self.focus, self.follows) = (controls, true);
        Did::Moved
    }

    /// Presses the button that has the focus.
    fn press(&self, asked: Asked<'_>, controls: usize) -> Did {
        if asked.item.asks_confidence { Did::Sure(self.focus == controls) } else { Did::HandIn }
    }

    /// An answered question is only looked at.
    fn look_on(&mut self, act: &Act) -> Did {
        let Act::Step(way @ (Way::Up | Way::Down)) = act else { return Did::Nothing };
        self.scroll(if *way == Way::Up { -1 } else { 1 });
        Did::Moved
    }

    fn step(&mut self, way: Way, controls: usize, buttons: usize) -> Did {
        match way {
            Way::Up => self.focus = self.focus.saturating_sub(1),
            Way::Down => self.focus = (self.focus + 1).min(controls + buttons - 1),
            Way::Left | Way::Right => {}
        }
        Did::Moved
    }

    /// Goes from the question to the button, or back.
    pub fn tab(&mut self, asked: Asked<'_>) {
        let controls = self.kind.kind().controls(asked);
        self.focus = if self.focus < controls { controls } else { 0 };
        self.follows = true;
    }

    /// Lets go of what was taken up.
    pub fn cancel(&mut self) -> Option<Did> {
        self.kind.kind_mut().cancel(&mut self.focus)
    }

    /// Does what a click on a cell means.
    pub fn click(&mut self, asked: Asked<'_>, at: Position) -> Did {
        if !self.area.contains(at) || !asked.is_open() {
            return Did::Nothing;
        }
        let line = usize::from(at.y - self.area.y) + self.top;
        let controls = self.kind.kind().controls(asked);
        match self.paper.spot_at(line, usize::from(at.x - self.area.x)) {
            Some(Spot::Control(at)) if at >= controls => {
                self.focus = at;
                self.press(asked, controls)
            }
            Some(Spot::Control(at)) => self.act(asked, Act::Control(at)),
            Some(Spot::Target(at)) => self.act(asked, Act::Target(at)),
            Some(Spot::Word(at)) => self.act(asked, Act::Word(at)),
            None => Did::Nothing,
        }
    }

    /// Scrolls by lines, towards the end above zero; the focus stays where it is.
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.paper.last_top(self.area));
        self.follows = false;
    }

    /// Returns how many lines a page is.
    pub fn page(&self) -> isize {
        isize::try_from(self.area.height.max(2) - 1).unwrap_or(1)
    }

    /// Returns the lines that the eye is on.
    fn watched(&self, asked: Asked<'_>) -> Option<std::ops::Range<usize>> {
        let kind = self.kind.kind();
        let inner = kind.looks_at().filter(|_| self.focus < kind.controls(asked));
        inner.and_then(|spot| self.paper.rows_of(spot)).or_else(|| self.paper.rows_of(Spot::Control(self.focus)))
    }

    /// Brings the focus into view where it was scrolled away; says whether it had to.
    fn brings_into_view(&mut self, asked: Asked<'_>) -> bool {
        let shown = self.top..self.top + usize::from(self.area.height);
        let Some(rows) = self.watched(asked).filter(|_| self.area.height > 0) else { return false };
        let is_hidden = !shown.contains(&rows.start);
        self.follows |= is_hidden;
        is_hidden
    }

    /// Lays the question out on an area.
    pub fn layout(&mut self, asked: Asked<'_>, look: &Look, references: &dyn References, area: Rect) {
        self.area = place(area);
        if self.was_open != asked.is_open() {
            (self.was_open, self.top, self.follows) = (asked.is_open(), 0, false);
        }
        let mut writer = Writer::new(look, references, usize::from(self.area.width.saturating_sub(1)));
        self.write(asked, &mut writer);
        self.paper = writer.finish();
        if self.follows
            && let Some(rows) = self.watched(asked)
        {
            self.follow(&rows);
        }
        self.top = self.top.min(self.paper.last_top(self.area));
    }

    fn follow(&mut self, rows: &std::ops::Range<usize>) {
        let is_whole = self.focus == 0 && rows.end <= usize::from(self.area.height);
        self.top = if is_whole { 0 } else { Paper::top_showing(rows, self.top, self.area) };
    }

    fn write(&self, asked: Asked<'_>, writer: &mut Writer<'_>) {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        writer.markdown(Lead::default(), &asked.item.question.prompt, bold);
        writer.space();
        if let Some(graded) = asked.grades {
            feedback::verdict(asked, graded, writer);
            writer.space();
        }
        let kind = self.kind.kind();
        kind.write(asked, asked.is_open().then_some(self.focus), writer);
        feedback::hints(asked, writer);
        writer.space();
        if asked.is_open() {
            self.write_buttons(asked, kind.controls(asked), writer);
        } else if asked.grades.is_some() {
            feedback::why(asked, writer);
        }
    }

    fn write_buttons(&self, asked: Asked<'_>, first: usize, writer: &mut Writer<'_>) {
        let labels: &[&str] =
            if asked.item.asks_confidence { &["quiz-hand-in-sure", "quiz-hand-in-unsure"] } else { &["quiz-hand-in"] };
        for (at, label) in (first..).zip(labels) {
            writer.place(Spot::Control(at), |writer| signs::button(label, self.focus == at, writer));
        }
    }

    /// Draws the question; returns where the cursor is.
    pub fn view(&self, look: &Look, buf: &mut Buffer) -> Option<Position> {
        self.paper.view(self.top, look, self.area, buf)
    }
}

/// Where the question stands on a body: behind a margin where there is room, and no wider than one reads.
fn place(area: Rect) -> Rect {
    let top = u16::from(area.height >= WITH_HEAD);
    let area = Rect { y: area.y + top, height: area.height - top, ..area };
    if area.width < WITH_MARGIN {
        return area;
    }
    Rect { x: area.x + 2, width: (area.width - 2).min(MEASURE), ..area }
}

/// Returns how many buttons stand below an open question.
fn buttons(asked: Asked<'_>) -> usize {
    if asked.item.asks_confidence { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::samples;
    use crate::id::QuestionRef;

    /// A question of a test that asks how sure one is, or does not.
    fn item(asks_confidence: bool) -> Item {
        let question = samples::single();
        let at = QuestionRef::parse(&format!("a/one#{}", question.id)).unwrap();
        let mut item = Item::new(at, question.id.clone(), question, 1);
        item.asks_confidence = asks_confidence;
        item
    }

    #[test]
    fn handing_in_leads_to_the_buttons_that_say_how_sure_one_is() {
        let item = item(true);
        let asked = Asked { item: &item, grades: None };
        let mut sheet = Sheet::new(&item);
        assert_eq!(sheet.hand_in(asked), Did::Moved);
        assert_eq!(sheet.act(asked, Act::Use), Did::Sure(true));
        sheet.act(asked, Act::Step(Way::Down));
        assert_eq!(sheet.act(asked, Act::Use), Did::Sure(false));
        sheet.act(asked, Act::Step(Way::Down));
        assert_eq!(sheet.act(asked, Act::Use), Did::Sure(false), "there is no third button");
    }

    #[test]
    fn elsewhere_one_button_hands_in() {
        let item = item(false);
        let asked = Asked { item: &item, grades: None };
        let mut sheet = Sheet::new(&item);
        assert_eq!(sheet.hand_in(asked), Did::HandIn);
        sheet.tab(asked);
        assert_eq!(sheet.act(asked, Act::Use), Did::HandIn);
    }
}
