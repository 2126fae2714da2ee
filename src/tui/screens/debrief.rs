//! What a piece of desk work came to: the score by part, every finding with its reason, what an expert would have done.
//!
//! Apart from the work because its keys lead elsewhere. The figures are the session's; nothing is judged here.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::work::said;
use crate::assess::work::{Assessment, Finding, PartScore};
use crate::course::Exercise;
use crate::course::exercise::rule::Weight;
use crate::id::ExerciseId;
use crate::session::{Place, Session};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::Ends;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::paper::{Lead, Paper, Writer};

/// A debrief.
#[derive(Debug)]
pub struct Debrief {
    judged: Option<(Arc<Exercise>, Assessment)>,
    paper: Paper,
    area: Rect,
    top: usize,
}

impl Debrief {
    /// Shows what was handed in just now.
    pub fn of_bench(session: &Session) -> Self {
        let judged = session.bench().and_then(|bench| Some((Arc::clone(&bench.exercise), bench.assessment.clone()?)));
        Self::new(judged)
    }

    /// Shows what was handed in last.
    pub fn look_back(session: &Session, exercise: &ExerciseId) -> Self {
        let back = session.look_back(exercise).ok().flatten();
        Self::new(back.map(|back| (back.exercise, back.assessment)))
    }

    fn new(judged: Option<(Arc<Exercise>, Assessment)>) -> Self {
        Self { judged, paper: Paper::default(), area: Rect::ZERO, top: 0 }
    }

    fn exercise(&self) -> Option<&Exercise> {
        self.judged.as_ref().map(|(exercise, _)| exercise.as_ref())
    }

    /// Opens the passage of the lesson that the work was about.
    fn lesson(&self) -> Reply {
        let Some(exercise) = self.exercise() else { return Reply::stay() };
        let Some(lesson) = exercise.lesson.clone() else { return Reply::stay() };
        let place = exercise.debrief.section.clone().map(|section| Place { section, block: 0, row: 0 });
        Reply::go(Go::Lesson(lesson, place))
    }

    fn scroll(&mut self, by: isize) {
        let last = self.paper.lines.len().saturating_sub(usize::from(self.area.height));
        self.top = self.top.saturating_add_signed(by).min(last);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let page = isize::try_from(self.area.height.max(2) - 1).unwrap_or(1);
        match action {
            Action::Up => self.scroll(-1),
            Action::Down => self.scroll(1),
            Action::PageUp => self.scroll(-page),
            Action::PageDown => self.scroll(page),
            Action::First => self.scroll(isize::MIN),
            Action::Last => self.scroll(isize::MAX),
            Action::Lesson => return self.lesson(),
            Action::Retry => {
                let again =
                    self.exercise().filter(|exercise| exercise.of.is_none()).map(|exercise| exercise.id.clone());
                return again.map_or_else(Reply::stay, |id| {
                    Reply::effects(work.session.leave_bench()).and_go(Go::Exercise(id))
                });
            }
            Action::Back | Action::Open => {
                return Reply::effects(work.session.leave_bench()).and_go(Go::Back);
            }
            _ => {}
        }
        Reply::stay()
    }
}

impl Page for Debrief {
    fn table(&self) -> Table {
        Table::Debrief
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        let exercise = self.exercise();
        Facts::default()
            .and(Fact::HasNext, exercise.is_some_and(|exercise| exercise.lesson.is_some()))
            .and(Fact::CanRetry, exercise.is_some_and(|exercise| exercise.of.is_none()))
    }

    fn header(&self, scene: Scene<'_>, _cells: usize) -> Ends {
        let look = scene.look;
        let title = self.exercise().map(|exercise| exercise.title.clone()).unwrap_or_default();
        Ends::new(Span::styled(title, look.theme.strong), look.words.get("debrief-title"), look.glyphs.more)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let margin = u16::from(area.width >= 60) * 2;
        self.area = Rect { x: area.x + margin, width: (area.width - margin).min(80), ..area };
        let words = scene.session.course().words(scene.session.lang());
        let cells = usize::from(self.area.width.saturating_sub(2));
        let mut writer = Writer::new(scene.look, words.as_ref(), cells);
        if let Some((exercise, assessment)) = &self.judged {
            write(scene.look, exercise, assessment, &mut writer);
        }
        self.paper = writer.finish();
        self.scroll(0);
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = self.area.intersection(buf.area);
        for (line, row) in self.paper.lines.iter().skip(self.top).zip(area.rows()) {
            put(line, row, 0, buf);
        }
        let is_more = self.paper.lines.len() > self.top + usize::from(area.height);
        if let (true, Some(row)) = (is_more, area.rows().next_back()) {
            let [_, down, ..] = scene.look.glyphs.arrows;
            put(&Line::styled(down, scene.look.theme.now), row, usize::from(row.width.saturating_sub(1)), buf);
        }
        None
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => {
                self.scroll(if down { 3 } else { -3 });
                Reply::stay()
            }
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => Reply::stay(),
        }
    }
}

fn write(look: &Look, exercise: &Exercise, judged: &Assessment, writer: &mut Writer<'_>) {
    write_grade(look, exercise, judged, writer);
    for part in &judged.parts {
        write_part(look, part, writer);
    }
    section("debrief-findings", writer);
    if judged.findings.is_empty() {
        writer.words(Lead::default(), &look.words.get("debrief-no-findings"), look.theme.right);
    }
    for finding in &judged.findings {
        write_finding(look, finding, writer);
    }
    section("debrief-shows", writer);
    writer.markdown(Lead::default(), &exercise.debrief.text, look.theme.text);
    section("debrief-expert", writer);
    writer.markdown(Lead::default(), &exercise.debrief.expert, look.theme.text);
}

fn section(key: &str, writer: &mut Writer<'_>) {
    writer.space();
    let (title, style) = (writer.look.words.get(key), writer.look.theme.strong);
    writer.words(Lead::default(), &title, style);
}

fn write_grade(look: &Look, exercise: &Exercise, judged: &Assessment, writer: &mut Writer<'_>) {
    let (sign, style) =
        if judged.passed { (look.glyphs.right, look.theme.right) } else { (look.glyphs.wrong, look.theme.wrong) };
    let is_critical = judged.findings.iter().any(|finding| finding.weight == Weight::Critical);
    let key = match (judged.passed, is_critical) {
        (true, _) => "debrief-passed",
        (false, true) => "debrief-critical",
        (false, false) => "debrief-not-passed",
    };
    let args = [("grade", judged.grade.percent().into()), ("pass", (exercise.pass / 100).into())];
    let lead = Lead::of([Span::styled(format!("{sign} "), style)]);
    writer.words(lead, &look.words.with(key, &args), style);
    writer.space();
}

fn write_part(look: &Look, part: &PartScore, writer: &mut Writer<'_>) {
    let name = look.words.get(&format!("part-{}", part.part.as_str()));
    let text = format!("{:>3} %  {name}", part.grade.percent());
    writer.words(Lead::spaces(2), &text, look.theme.text);
}

fn write_finding(look: &Look, finding: &Finding, writer: &mut Writer<'_>) {
    let (sign, style) = match finding.weight {
        Weight::Warning => (look.glyphs.warn, look.theme.warn),
        Weight::Error | Weight::Critical => (look.glyphs.wrong, look.theme.wrong),
    };
    let critical =
        if finding.weight == Weight::Critical { look.words.get("debrief-is-critical") } else { String::new() };
    let lead = Lead::of([Span::styled(format!("{sign} {} ", finding.code), style)]);
    let words = [critical, said(look, &finding.message)].into_iter().filter(|part| !part.is_empty());
    writer.markdown(lead, &words.collect::<Vec<_>>().join(" "), look.theme.text);
    if !finding.advice.is_empty() {
        writer.markdown(Lead::spaces(2), &finding.advice, look.theme.muted);
    }
}
