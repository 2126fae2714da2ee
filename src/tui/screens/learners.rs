//! Who is here: the learners of this machine, and a way to add one; later, who of them sits here too.
//!
//! Apart from setup because most starts need one key here, or none. Nothing of anybody's work is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Screen, Setup};
use crate::session::{Session, Stage};
use crate::store::Profile;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::pad;

/// What a learner is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Seat {
    /// To come in.
    #[default]
    First,
    /// To sit beside whoever is here.
    Second,
}

/// The choice of learners.
#[derive(Debug, Default)]
pub struct Learners {
    seat: Seat,
    pick: Pick,
    list: Rect,
}

/// Returns whether somebody could sit here too, and whether somebody does.
pub(super) fn company(session: &Session) -> Facts {
    Facts::default()
        .and(Fact::SeveralLearners, !session.colleagues().is_empty())
        .and(Fact::Paired, session.partner().is_some())
}

fn learners(session: &Session) -> Vec<&Profile> {
    match session.stage() {
        Stage::Choosing(learners) => learners.iter().collect(),
        Stage::Learning(_) => session.colleagues(),
        Stage::Loading | Stage::Training(_) | Stage::Failed(_) => Vec::new(),
    }
}

impl Learners {
    /// The choice of who sits here too.
    pub fn colleagues() -> Self {
        Self { seat: Seat::Second, ..Self::default() }
    }

    fn choose(&self, session: &mut Session) -> Reply {
        let chosen = learners(session).get(self.pick.selected()).map(|profile| profile.learner);
        match (chosen, self.seat) {
            (Some(learner), Seat::First) => Reply::effects(session.choose(learner)),
            (Some(colleague), Seat::Second) => Reply { effects: session.pair_with(colleague), go: Go::Back },
            (None, _) => Reply::stay(),
        }
    }

    fn title(&self) -> &'static str {
        match self.seat {
            Seat::First => "learners-title",
            Seat::Second => "colleagues-title",
        }
    }

    fn click(&mut self, session: &mut Session, at: Position) -> Reply {
        let row = usize::from(at.y.saturating_sub(self.list.y)) + self.pick.top();
        if !self.list.contains(at) || row >= learners(session).len() {
            return Reply::stay();
        }
        let again = row == self.pick.selected();
        self.pick.select(row, learners(session).len());
        if again { self.choose(session) } else { Reply::stay() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, session: &mut Session, action: Action) -> Reply {
        if self.pick.act(action, learners(session).len()) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.choose(session),
            Action::Train => Reply::effects(session.train()),
            Action::Join => Reply::push(Screen::Join(Box::default())),
            Action::NewLearner => Reply::push(Screen::Setup(Setup::another())),
            Action::Back if self.seat == Seat::Second => Reply::go(Go::Back),
            Action::Back => Reply::effects(session.quit()),
            _ => Reply::stay(),
        }
    }
}

impl Page for Learners {
    fn table(&self) -> Table {
        match self.seat {
            Seat::First => Table::Learners,
            Seat::Second => Table::Colleagues,
        }
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let is_invited = self.seat == Seat::First && scene.session.offered().is_some();
        Facts::default().and(Fact::CanTrain, scene.session.can_train()).and(Fact::Invited, is_invited)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let width = area.width.min(64);
        let above = if area.height > 8 { 3 } else { 1 }.min(area.height);
        let x = area.x + (area.width - width) / 2;
        self.list = Rect { x, y: area.y + above, width, height: area.height - above };
        let len = learners(scene.session).len();
        self.pick.select(self.pick.selected(), len);
        self.pick.follow(self.pick.selected()..self.pick.selected() + 1, len, usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let title = Rect { y: self.list.y.saturating_sub(2).max(area.y), height: 1, ..self.list }.intersection(area);
        put(&Line::styled(look.words.get(self.title()), look.theme.strong), title, 2, buf);
        let mut cursor = None;
        let shown = learners(scene.session).into_iter().enumerate().skip(self.pick.top());
        for ((at, profile), row) in shown.zip(self.list.rows()) {
            let picked = at == self.pick.selected();
            if picked {
                cursor = Some(Position::new(row.x, row.y));
            }
            put(&line(scene, profile, picked, usize::from(row.width)), row, 0, buf);
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work.session, action),
            Event::Wheel(down) => self.act(work.session, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(work.session, at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}

fn line(scene: Scene<'_>, profile: &Profile, picked: bool, cells: usize) -> Line<'static> {
    let look = scene.look;
    let (text, quiet) = if picked { (look.theme.focus, look.theme.focus) } else { (look.theme.text, look.theme.muted) };
    let marker = if picked { look.glyphs.here } else { " " };
    let name = cells.saturating_sub(2) * 3 / 5;
    let member = cells.saturating_sub(2 + name);
    Line::from(vec![
        Span::styled(format!("{marker} "), text),
        Span::styled(pad(&profile.name, name.saturating_sub(1), look.glyphs.more) + " ", text),
        Span::styled(pad(&profile.member, member, look.glyphs.more), quiet),
    ])
}
