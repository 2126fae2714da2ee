//! A list of figures about a cohort, and what the picked row means in words.
//!
//! Apart from what it shows, each of which is one file that makes a sheet: columns, rows, words. So all of them move,
//! scroll, narrow and answer alike.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{
    Marking, NARROW, Regrading, answers, attention, empty, gain, items, learner, masthead, outcomes, rulings, sessions,
    stations, works,
};
use crate::id::{AttemptId, LearnerId, NoteId, QuestionRef};
use crate::journal::planning::HalfDay;
use crate::session::{Effects, Training};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::{Note, Screen};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Column, Ends, Grid, Pick, rule_under};

/// Words are set no wider than this.
const MEASURE: usize = 76;

/// What a board is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Who needs somebody.
    Attention,
    /// The stations.
    Stations,
    /// The outcomes.
    Outcomes,
    /// What the course added.
    Gain,
    /// The questions of a column.
    Items(usize),
    /// One question of a column.
    Item(usize, QuestionRef),
    /// Desk work to be marked.
    Works,
    /// One piece of it.
    Mark(LearnerId, AttemptId),
    /// Decisions on keys.
    Rulings,
    /// What is right in a question.
    Regrade(QuestionRef),
    /// Half-days and the notes on them.
    Sessions,
    /// One note, or a new one.
    SessionNote(HalfDay, Option<NoteId>),
    /// One learner, lesson by lesson.
    Learner(LearnerId),
    /// One learner's answers in one column.
    Answers(LearnerId, usize),
}

/// One row of a board.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// One line a column.
    pub(super) cells: Vec<Line<'static>>,
    /// What the row means, each a paragraph with its style.
    pub(super) words: Vec<(String, Style)>,
    /// What Enter opens.
    pub(super) opens: Option<About>,
    /// The question whose key can be corrected from here.
    pub(super) asks: Option<QuestionRef>,
}

/// What a board shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// What is said where there are no rows, from the catalogue.
    pub(super) empty: &'static str,
}

/// A board.
#[derive(Debug)]
pub struct Board {
    about: About,
    pick: Pick,
    sheet: Sheet,
    grid: Grid,
    words: Vec<Line<'static>>,
    list: Rect,
    rule: Rect,
    foot: Rect,
}

impl Board {
    /// Opens a board.
    pub fn new(about: About) -> Self {
        Self {
            about,
            pick: Pick::default(),
            sheet: Sheet::default(),
            grid: Grid::default(),
            words: Vec::new(),
            list: Rect::default(),
            rule: Rect::default(),
            foot: Rect::default(),
        }
    }

    fn title(&self) -> &'static str {
        match self.about {
            About::Attention => "attention-title",
            About::Stations => "stations-title",
            About::Outcomes => "outcomes-title",
            About::Gain => "gain-title",
            About::Works | About::Mark(..) => "works-title",
            About::Sessions | About::SessionNote(..) => "sessions-title",
            About::Items(_) | About::Item(..) => "items-title",
            About::Rulings | About::Regrade(_) => "rulings-title",
            About::Learner(_) | About::Answers(..) => "learner-title",
        }
    }

    /// Returns whether learners are named.
    fn names(&self) -> bool {
        matches!(self.about, About::Attention | About::Gain | About::Works | About::Learner(_) | About::Answers(..))
    }

    fn row(&self) -> Option<&Row> {
        self.sheet.rows.get(self.pick.selected())
    }

    fn opens(&self) -> Option<&About> {
        self.row().and_then(|row| row.opens.as_ref())
    }

    fn open(&self, work: &mut Work<'_>) -> Reply {
        self.opens().cloned().map_or_else(Reply::stay, |about| Self::open_on(work, about))
    }

    /// Opens a board on top, and asks the store for what it is made of.
    pub(super) fn open_on(work: &mut Work<'_>, about: About) -> Reply {
        let effects = match &about {
            About::Learner(learner) | About::Answers(learner, _) => work.session.look_into(*learner),
            About::Items(at) | About::Item(at, _) => work.session.analyse(*at),
            About::Gain => work.session.compare(),
            About::Outcomes => work.session.count_outcomes(),
            About::Works => work.session.read_works(),
            About::Stations => work.session.read_follow_up(),
            About::Mark(learner, attempt) => return Self::mark(work, *learner, *attempt),
            About::Regrade(question) => return Regrading::open(work, question),
            About::SessionNote(when, note) => return Self::note(work, *when, *note),
            About::Attention | About::Rulings | About::Sessions => Effects::new(),
        };
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Board(Box::new(Self::new(about))))))
    }

    /// Lays a piece of work out to be marked by whoever runs the cohort, until they give another name.
    fn mark(work: &mut Work<'_>, learner: LearnerId, attempt: AttemptId) -> Reply {
        let by = work.session.training().and_then(Training::room).map(|room| room.plan.trainer.clone());
        let marking = Marking::new(learner, attempt, &by.unwrap_or_default());
        Reply::push(Screen::Marking(Box::new(marking)))
    }

    /// Opens a note on half a day, or begins one.
    fn note(work: &Work<'_>, when: HalfDay, note: Option<NoteId>) -> Reply {
        let room = work.session.training().and_then(Training::room);
        let old = note.and_then(|id| Some((id, room?.plan.notes.get(&id)?.text.clone())));
        Reply::push(Screen::Note(Note::on_session(when, old, None)))
    }

    /// Leads from a question to the lesson that it is about.
    fn lesson(&self) -> Reply {
        let ((About::Item(_, slot), _) | (_, Some(About::Item(_, slot)))) = (&self.about, self.opens()) else {
            return Reply::stay();
        };
        Reply::go(Go::Lesson(slot.lesson.clone(), None))
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let row = usize::from(at.y.saturating_sub(self.list.y)) + self.pick.top();
        if !self.list.contains(at) || row >= self.sheet.rows.len() {
            return Reply::stay();
        }
        let again = row == self.pick.selected();
        self.pick.select(row, self.sheet.rows.len());
        if again { self.open(work) } else { Reply::stay() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, self.sheet.rows.len()) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.open(work),
            Action::Lesson => self.lesson(),
            Action::Regrade => {
                let asks = self.row().and_then(|row| row.asks.clone());
                asks.map_or_else(Reply::stay, |question| Regrading::open(work, &question))
            }
            Action::Sort => {
                work.session.choose_attempts();
                Reply::stay()
            }
            Action::HideNames if self.names() => {
                work.session.hide_names();
                Reply::stay()
            }
            Action::Back => Reply::go(Go::Back),
            _ => Reply::stay(),
        }
    }

    /// Wraps the words of the picked row.
    fn set(&mut self, cells: usize) {
        let words = self.row().map(|row| row.words.clone()).unwrap_or_default();
        let wrapped = |(text, style): &(String, Style)| {
            let style = *style;
            wrap(text, cells.min(MEASURE)).into_iter().map(move |line| Line::styled(line, style)).collect::<Vec<_>>()
        };
        self.words = words.iter().flat_map(wrapped).collect();
    }
}

impl Board {
    /// Says where the words are cut that not all of them are here.
    fn cut(&mut self, scene: Scene<'_>) {
        let room = usize::from(self.foot.height);
        if self.words.len() > room {
            self.words.truncate(room);
            if let Some(last) = self.words.last_mut() {
                last.push_span(format!(" {}", scene.look.glyphs.more));
            }
        }
    }
}

impl Page for Board {
    fn table(&self) -> Table {
        Table::Board
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let hidden = scene.session.training().is_some_and(Training::names_hidden);
        Facts::default()
            .and(Fact::Empty, self.sheet.rows.is_empty())
            .and(Fact::OfLearner, matches!(self.opens(), Some(About::Learner(_))))
            .and(Fact::OfItem, matches!(self.opens(), Some(About::Item(..))))
            .and(Fact::OfWork, matches!(self.opens(), Some(About::Mark(..))))
            .and(Fact::OfSession, matches!(self.opens(), Some(About::SessionNote(..))))
            .and(Fact::HasNext, matches!(self.opens(), Some(About::Answers(..))))
            .and(Fact::CanUndo, matches!(self.opens(), Some(About::Regrade(_))))
            .and(Fact::HasNames, self.names())
            .and(Fact::Items, matches!(self.about, About::Items(_) | About::Item(..)))
            .and(Fact::NamesHidden, hidden)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        match &self.about {
            About::Learner(who) => learner::header(scene, *who, None, cells),
            About::Answers(who, at) => learner::header(scene, *who, Some(*at), cells),
            About::Items(at) | About::Item(at, _) => items::header(scene, *at, cells),
            About::Attention
            | About::Stations
            | About::Outcomes
            | About::Gain
            | About::Works
            | About::Mark(..)
            | About::Rulings
            | About::Regrade(_)
            | About::Sessions
            | About::SessionNote(..) => masthead(scene, cells, self.title()),
        }
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.sheet = match &self.about {
            About::Attention => attention::sheet(scene),
            About::Stations => stations::sheet(scene),
            About::Outcomes => outcomes::sheet(scene),
            About::Gain => gain::sheet(scene),
            About::Works | About::Mark(..) => works::sheet(scene),
            About::Sessions | About::SessionNote(..) => sessions::sheet(scene),
            About::Items(at) => items::sheet(scene, *at),
            About::Item(at, slot) => items::options(scene, *at, slot),
            About::Rulings | About::Regrade(_) => rulings::sheet(scene),
            About::Learner(who) => learner::sheet(scene, *who),
            About::Answers(who, at) => answers::sheet(scene, *who, *at),
        };
        let len = self.sheet.rows.len();
        self.pick.select(self.pick.selected(), len);
        let grid = Grid::fit(self.sheet.columns.clone(), usize::from(area.width));
        self.grid = grid.holding(self.sheet.rows.iter().map(|row| row.cells.as_slice()));
        // Two cells are for the sign that there is more.
        self.set(usize::from(area.width).saturating_sub(2));
        let words = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        // What the rows do not need is there for words, which would be cut otherwise.
        let spare = area.height.saturating_sub(u16::try_from(len).unwrap_or(u16::MAX).saturating_add(2));
        let portion = if area.width < NARROW { area.height / 2 } else { area.height / 3 };
        let foot = if area.height >= 8 { words.min(spare.max(portion)).max(1) } else { 0 };
        let ruled = u16::from(foot > 0);
        let above = area.height.min(1);
        let list = area.height - above - foot - ruled;
        self.list = Rect { y: area.y + above, height: list, ..area };
        self.rule = Rect { y: self.list.bottom(), height: ruled, ..area };
        self.foot = Rect { y: self.rule.bottom(), height: foot, ..area };
        self.cut(scene);
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, len, usize::from(list));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.sheet.rows.is_empty() {
            empty(scene, self.sheet.empty, area, buf);
            return None;
        }
        put(&self.grid.heading(scene.look), area, 0, buf);
        let mut cursor = None;
        for ((at, row), place) in self.sheet.rows.iter().enumerate().skip(self.pick.top()).zip(self.list.rows()) {
            let picked = at == self.pick.selected();
            if picked {
                cursor = Some(Position::new(place.x, place.y));
            }
            put(&self.grid.row(&row.cells, picked, scene.look), place, 0, buf);
        }
        rule_under(self.pick, self.sheet.rows.len(), self.list.height, scene.look, self.rule, buf);
        for (line, place) in self.words.iter().zip(self.foot.rows()) {
            put(line, place, 0, buf);
        }
        cursor
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
