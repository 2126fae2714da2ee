//! The cohorts of this home: which there are, when they meet, how many belong to each.
//!
//! Apart from the matrix because a trainer has several, and a new one begins here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{Founding, Housing, Inviting, dates, empty};
use crate::cohort::Plan;
use crate::session::{Session, Training};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Page, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Column, Ends, Grid, Pick};

/// The list of cohorts.
#[derive(Debug, Default)]
pub struct Cohorts {
    pick: Pick,
    grid: Grid,
    list: Rect,
}

fn cohorts(session: &Session) -> &[Plan] {
    session.training().and_then(Training::cohorts).unwrap_or_default()
}

impl Cohorts {
    fn open(&self, work: &mut Work<'_>) -> Reply {
        let chosen = cohorts(work.session).get(self.pick.selected()).map(|cohort| cohort.id);
        chosen.map_or_else(Reply::stay, |cohort| super::enter(work, cohort))
    }

    /// Opens the plan of the picked cohort as a form.
    fn replan(&self, work: &mut Work<'_>) -> Reply {
        let Some(plan) = cohorts(work.session).get(self.pick.selected()) else { return Reply::stay() };
        Reply::push(Screen::Founding(Box::new(Founding::of(work.scene(), plan))))
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let row = usize::from(at.y.saturating_sub(self.list.y)) + self.pick.top();
        if !self.list.contains(at) || row >= cohorts(work.session).len() {
            return Reply::stay();
        }
        let again = row == self.pick.selected();
        self.pick.select(row, cohorts(work.session).len());
        if again { self.open(work) } else { Reply::stay() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, cohorts(work.session).len()) {
            return Reply::stay();
        }
        match action {
            Action::Open => self.open(work),
            Action::New => found(work),
            Action::Agenda => self.replan(work),
            Action::Invite => match cohorts(work.session).get(self.pick.selected()).map(|plan| plan.id) {
                Some(cohort) => Inviting::open(work, cohort),
                None => Reply::stay(),
            },
            Action::House => Reply::push(Screen::House(Box::new(Housing::new(work.scene())))),
            Action::Back => Reply::effects(work.session.stop_training()),
            _ => Reply::stay(),
        }
    }
}

/// Opens the form of a new cohort; today is its first day and the trainer of the last one its trainer.
fn found(work: &mut Work<'_>) -> Reply {
    let today = work.session.clock().now().date();
    let trainer = cohorts(work.session).iter().max_by_key(|plan| plan.from).map(|plan| plan.trainer.clone());
    Reply::push(Screen::Founding(Box::new(Founding::new(work.scene(), &today, &trainer.unwrap_or_default()))))
}

fn columns(scene: Scene<'_>) -> Vec<Column> {
    let word = |key| scene.look.words.get(key);
    vec![
        Column::rest(word("cohorts-name")),
        Column::words(word("cohorts-place"), 18, 2),
        Column::words(word("cohorts-dates"), 23, 3),
        Column::number(word("cohorts-people"), 6, 1),
    ]
}

fn cells(scene: Scene<'_>, cohort: &Plan) -> Vec<Line<'static>> {
    let theme = &scene.look.theme;
    let text = |text: String, style: Style| Line::styled(text, style);
    vec![
        text(cohort.name.clone(), theme.text),
        text(cohort.place.clone(), theme.muted),
        text(dates(cohort), theme.muted),
        text(cohort.learners.len().to_string(), theme.text),
    ]
}

impl Page for Cohorts {
    fn table(&self) -> Table {
        Table::Cohorts
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let has_learner = scene.session.training().is_some_and(Training::has_learner);
        Facts::default().and(Fact::Empty, cohorts(scene.session).is_empty()).and(Fact::FromLearner, has_learner)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("cohorts-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let len = cohorts(scene.session).len();
        self.grid = Grid::fit(columns(scene), usize::from(area.width));
        let above = area.height.min(1);
        self.list = Rect { y: area.y + above, height: area.height - above, ..area };
        self.pick.select(self.pick.selected(), len);
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, len, usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let known = scene.session.training()?.cohorts()?;
        if known.is_empty() {
            empty(scene, "cohorts-empty", area, buf);
            return None;
        }
        put(&self.grid.heading(scene.look), area, 0, buf);
        let mut cursor = None;
        for ((at, cohort), place) in known.iter().enumerate().skip(self.pick.top()).zip(self.list.rows()) {
            let picked = at == self.pick.selected();
            if picked {
                cursor = Some(Position::new(place.x, place.y));
            }
            put(&self.grid.row(&cells(scene, cohort), picked, scene.look), place, 0, buf);
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
