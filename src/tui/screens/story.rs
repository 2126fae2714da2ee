//! A story in stages on the screen: what came in when, what is done, and what the whole came to.
//!
//! Apart from single pieces of work because it only leads to them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::debrief::section;
use super::{Screen, Workbench};
use crate::course::Faults;
use crate::id::ExerciseId;
use crate::journal::event::WorkDone;
use crate::session::story::Story as Told;
use crate::session::{Effects, Session};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::quiz::signs;
use crate::tui::widgets::Ends;
use crate::tui::widgets::paper::{Lead, Paper, Writer};

/// A story on the screen.
#[derive(Debug)]
pub struct Story {
    exercise: ExerciseId,
    told: Option<Told>,
    /// What the whole came to, once it is over.
    came: Option<WorkDone>,
    paper: Paper,
    area: Rect,
    top: usize,
}

impl Story {
    /// Opens a story, or goes on with the one that was left.
    pub fn open(session: &mut Session, exercise: &ExerciseId) -> Result<(Self, Effects), Faults> {
        let opened = session.story(exercise)?;
        let (told, effects) = opened.map_or((None, Effects::new()), |(told, effects)| (Some(told), effects));
        let (paper, area) = (Paper::default(), Rect::ZERO);
        Ok((Self { exercise: exercise.clone(), told, came: None, paper, area, top: 0 }, effects))
    }

    /// Looks back at the try that ended last; none where there is none.
    pub fn look_back(session: &Session, exercise: &ExerciseId) -> Result<Option<Self>, Faults> {
        let ended = session.ended_story(exercise)?;
        Ok(ended.map(|(told, came)| {
            let (paper, area) = (Paper::default(), Rect::ZERO);
            Self { exercise: exercise.clone(), told: Some(told), came: Some(came), paper, area, top: 0 }
        }))
    }

    /// Opens the next stage; after the last one the whole is handed in.
    fn go_on(&mut self, work: &mut Work<'_>) -> Reply {
        if self.came.is_some() {
            return Reply::go(Go::Back);
        }
        let Ok(Some((told, mut effects))) = work.session.story(&self.exercise) else { return Reply::go(Go::Back) };
        let next = told.next();
        let reply = match next {
            Some(at) => match work.session.work_on_stage(&told, at) {
                Ok(more) => {
                    effects.extend(more);
                    let bench = Screen::Work(Box::new(Workbench::new(work.session)));
                    Reply::effects(effects).and_go(Go::Push(Box::new(bench)))
                }
                Err(faults) => Reply::push(Screen::Failure(super::Failure::of_course(faults))),
            },
            None => match work.session.end_story(&told) {
                Some((came, more)) => {
                    effects.extend(more);
                    self.came = Some(came);
                    Reply::effects(effects)
                }
                None => Reply::effects(effects),
            },
        };
        self.told = Some(told);
        reply
    }

    /// The same story in another language; one that is at fault there stays as it is.
    fn translate(&mut self, session: &Session) {
        let opened = session.course().exercise(&self.exercise, session.lang());
        if let (Some(told), Ok(opened)) = (&mut self.told, opened)
            && !std::sync::Arc::ptr_eq(&told.exercise, &opened)
        {
            told.translate(opened);
        }
    }

    fn scroll(&mut self, by: isize) {
        let last = self.paper.last_top(self.area);
        self.top = self.top.saturating_add_signed(by).min(last);
    }

    fn write(&self, told: &Told, writer: &mut Writer<'_>) {
        match &self.came {
            Some(came) => write_end(told, came, writer),
            None => write_stages(told, writer),
        }
    }
}

/// Writes what the whole came to, what it shows, and what an expert would have done.
fn write_end(told: &Told, came: &WorkDone, writer: &mut Writer<'_>) {
    let look = writer.look;
    let (sign, style, key) = if came.passed {
        (look.glyphs.right, look.theme.right, "debrief-passed")
    } else if came.critical.is_empty() {
        (look.glyphs.wrong, look.theme.wrong, "debrief-not-passed")
    } else {
        (look.glyphs.wrong, look.theme.wrong, "debrief-critical")
    };
    let args = [("grade", came.grade.percent().into()), ("pass", (told.exercise.pass / 100).into())];
    writer.words(Lead::of([Span::styled(format!("{sign} "), style)]), &look.words.with(key, &args), style);
    for (part, grade) in &came.parts {
        let name = look.words.get(&format!("part-{}", part.as_str()));
        writer.words(Lead::spaces(2), &format!("{:>3} %  {name}", grade.percent()), look.theme.text);
    }
    let debrief = &told.exercise.debrief;
    for (key, text) in [("debrief-shows", &debrief.text), ("debrief-expert", &debrief.expert)] {
        section(key, writer);
        writer.markdown(Lead::default(), text, look.theme.text);
    }
}

/// Writes the stages up to the one that comes next: what comes later is not given away before its time.
fn write_stages(told: &Told, writer: &mut Writer<'_>) {
    let look = writer.look;
    writer.markdown(Lead::default(), &told.exercise.brief, look.theme.text);
    writer.space();
    let next = told.next();
    for (at, (stage, done)) in told.stages.iter().enumerate().take(next.map_or(usize::MAX, |next| next + 1)) {
        let is_next = next == Some(at);
        let sign = if done.is_some() { look.glyphs.right } else { look.glyphs.dot };
        let style = if is_next { look.theme.now } else { look.theme.right };
        let lead = Lead::of([signs::marker(look, is_next), Span::styled(format!("{sign} {:>5}  ", stage.at), style)]);
        if is_next {
            writer.cursor_on_next_line(2);
        }
        writer.markdown(lead, &stage.text, if is_next { look.theme.text } else { look.theme.muted });
    }
    let left = told.stages.iter().filter(|(_, done)| done.is_none()).count();
    writer.space();
    let words = look.words.with("story-left", &[("left", left.into()), ("all", told.stages.len().into())]);
    writer.words(Lead::default(), &words, Style::default().patch(look.theme.muted));
}

impl Page for Story {
    fn table(&self) -> Table {
        Table::Story
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        let is_over = self.told.as_ref().is_none_or(|told| told.next().is_none());
        Facts::default().and(Fact::HasNext, !is_over).and(Fact::Ready, is_over && self.came.is_none())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let look = scene.look;
        let title = self.told.as_ref().map(|told| told.exercise.title.clone()).unwrap_or_default();
        let mut left = vec![Span::styled(title, look.theme.strong)];
        left.extend(masthead::with_partner(scene, cells));
        Ends::new(left, Line::default(), look.glyphs.more)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.translate(scene.session);
        let margin = u16::from(area.width >= 60) * 2;
        self.area = Rect { x: area.x + margin, width: (area.width - margin).min(80), ..area };
        let words = scene.session.course().words(scene.session.lang());
        let mut writer = Writer::new(scene.look, words.as_ref(), usize::from(self.area.width.saturating_sub(2)));
        if let Some(told) = &mut self.told {
            scene.session.follow_story(told);
        }
        if let Some(told) = &self.told {
            self.write(told, &mut writer);
        }
        self.paper = writer.finish();
        self.scroll(0);
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.paper.view(self.top, scene.look, self.area, buf);
        None
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let page = isize::try_from(self.area.height.max(2) - 1).unwrap_or(1);
        match event {
            Event::Act(Action::Open, _) => return self.go_on(work),
            Event::Act(Action::Back, _) => return Reply::go(Go::Back),
            Event::Act(Action::Up, _) | Event::Wheel(false) => self.scroll(-1),
            Event::Act(Action::Down, _) | Event::Wheel(true) => self.scroll(1),
            Event::Act(Action::PageUp, _) => self.scroll(-page),
            Event::Act(Action::PageDown, _) => self.scroll(page),
            _ => {}
        }
        Reply::stay()
    }
}
