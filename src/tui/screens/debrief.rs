//! What a piece of desk work came to: the score by part, every finding with its reason, what an expert would have done.
//!
//! Apart from the work because its keys lead elsewhere. The figures are the session's; nothing is judged here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::Span;

use crate::course::exercise::rule::Weight;
use crate::id::ExerciseId;
use crate::session::debrief::{Compared, Debrief as Said, Told};
use crate::session::{Place, Session};
use crate::text::one_line;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::Ends;
use crate::tui::widgets::paper::{Lead, Paper, Writer};

/// A debrief.
#[derive(Debug)]
pub struct Debrief {
    exercise: ExerciseId,
    /// Whether it is a stage of a story, which is done once.
    is_stage: bool,
    /// What is said, in the language of the last layout; none where it cannot be opened.
    said: Option<Said>,
    paper: Paper,
    area: Rect,
    top: usize,
}

impl Debrief {
    /// Shows what was handed in last.
    pub fn new(session: &Session, exercise: ExerciseId) -> Self {
        let is_stage = session.course().exercise_outline(&exercise).is_some_and(|outline| outline.of.is_some());
        Self { exercise, is_stage, said: None, paper: Paper::default(), area: Rect::ZERO, top: 0 }
    }

    /// Says it: of the work that lies on the bench, or of what was handed in before.
    fn say(&self, scene: Scene<'_>) -> Option<Said> {
        let words = &scene.look.words;
        let on_bench = scene.session.bench().filter(|bench| bench.exercise.id == self.exercise);
        if let Some((bench, judged)) = on_bench.and_then(|bench| Some((bench, bench.assessment.as_ref()?))) {
            return Some(Said::new(&bench.exercise, &bench.work, &bench.answers(), judged, words));
        }
        let looked = scene.session.look_back(&self.exercise).ok().flatten()?;
        Some(Said::of(&looked, words))
    }

    /// Opens the passage of the lesson that the work was about.
    fn lesson(&self) -> Reply {
        let Some(passage) = self.said.as_ref().and_then(|said| said.passage.clone()) else { return Reply::stay() };
        let place = Place { section: passage.section, block: 0, row: 0 };
        Reply::go(Go::Lesson(passage.lesson, Some(place)))
    }

    fn scroll(&mut self, by: isize) {
        let last = self.paper.last_top(self.area);
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
            Action::Export => return Reply::effects(work.session.export_made(&self.exercise)),
            Action::Send => {
                return match work.session.send(&self.exercise) {
                    Some(effects) => Reply::effects(effects),
                    None => Reply::go(Go::Refuse(work.look.words.get("send-too-long"))),
                };
            }
            Action::Retry if !self.is_stage => {
                let again = Go::Exercise(self.exercise.clone());
                return Reply::effects(work.session.leave_bench()).and_go(again);
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

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let has_passage = self.said.as_ref().is_some_and(|said| said.passage.is_some());
        Facts::default()
            .and(Fact::HasArtefact, scene.session.can_export(&self.exercise))
            .and(Fact::HasNext, has_passage)
            .and(Fact::CanRetry, !self.is_stage)
    }

    fn header(&self, scene: Scene<'_>, _cells: usize) -> Ends {
        let look = scene.look;
        let title = self.said.as_ref().map(|said| said.title.clone()).unwrap_or_default();
        Ends::new(Span::styled(title, look.theme.strong), look.words.get("debrief-title"), look.glyphs.more)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.said = self.say(scene);
        let margin = u16::from(area.width >= 60) * 2;
        self.area = Rect { x: area.x + margin, width: (area.width - margin).min(80), ..area };
        let words = scene.session.course().words(scene.session.lang());
        let cells = usize::from(self.area.width.saturating_sub(2));
        let mut writer = Writer::new(scene.look, words.as_ref(), cells);
        if let Some(said) = &self.said {
            write(scene.look, said, &mut writer);
            write_returned(scene, &self.exercise, &mut writer);
        }
        self.paper = writer.finish();
        self.scroll(0);
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.paper.view(self.top, scene.look, self.area, buf);
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

fn write(look: &Look, said: &Said, writer: &mut Writer<'_>) {
    write_grade(look, said, writer);
    for part in &said.parts {
        let text = format!("{:>3} %  {}", part.score.grade.percent(), part.name);
        writer.words(Lead::spaces(2), &text, look.theme.text);
    }
    if said.waits {
        writer.words(Lead::spaces(2), &look.words.get("debrief-waits"), look.theme.muted);
    }
    if let Some(marked) = &said.marked {
        writer.words(Lead::spaces(2), marked, look.theme.text);
    }
    section("debrief-findings", writer);
    if said.findings.is_empty() {
        writer.words(Lead::default(), &look.words.get("debrief-no-findings"), look.theme.right);
    }
    for told in &said.findings {
        write_finding(look, told, writer);
    }
    if said.compared.iter().any(|compared| !compared.is_same()) {
        section("debrief-beside", writer);
        said.compared.iter().filter(|compared| !compared.is_same()).for_each(|c| write_compared(look, c, writer));
    }
    section("debrief-shows", writer);
    writer.markdown(Lead::default(), &said.shows, look.theme.text);
    section("debrief-expert", writer);
    writer.markdown(Lead::default(), &said.expert, look.theme.text);
}

/// Writes what a colleague's desk decided on this work, where a return note came.
fn write_returned(scene: Scene<'_>, exercise: &ExerciseId, writer: &mut Writer<'_>) {
    let Some((from, verdict)) = scene.session.returned(exercise) else { return };
    let look = scene.look;
    section("debrief-returned", writer);
    let station = if from.station.is_empty() { &from.name } else { &from.station };
    let words = [station, &verdict.code, &verdict.note].map(|text| one_line(text));
    let told = words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    writer.words(Lead::default(), &told, look.theme.text);
}

/// Writes the heading of a part.
pub(super) fn section(key: &str, writer: &mut Writer<'_>) {
    writer.space();
    let (title, style) = (writer.look.words.get(key), writer.look.theme.strong);
    writer.words(Lead::default(), &title, style);
}

fn write_grade(look: &Look, said: &Said, writer: &mut Writer<'_>) {
    let (sign, style) =
        if said.passed { (look.glyphs.right, look.theme.right) } else { (look.glyphs.wrong, look.theme.wrong) };
    let is_critical = said.findings.iter().any(|told| told.weight == Weight::Critical);
    let key = match (said.passed, is_critical) {
        (true, _) => "debrief-passed",
        (false, true) => "debrief-critical",
        (false, false) => "debrief-not-passed",
    };
    let args = [("grade", said.grade.percent().into()), ("pass", said.pass.percent().into())];
    let lead = Lead::of([Span::styled(format!("{sign} "), style)]);
    writer.words(lead, &look.words.with(key, &args), style);
    writer.space();
}

fn write_finding(look: &Look, told: &Told, writer: &mut Writer<'_>) {
    let (sign, style) = match told.weight {
        Weight::Warning => (look.glyphs.warn, look.theme.warn),
        Weight::Error | Weight::Critical => (look.glyphs.wrong, look.theme.wrong),
    };
    let critical = if told.weight == Weight::Critical { look.words.get("debrief-is-critical") } else { String::new() };
    let head = Lead::of([Span::styled(format!("{sign} {}", told.code), style), Span::raw(" ")]);
    writer.words(head, &told.at, look.theme.strong);
    let says = [critical.as_str(), told.says.as_str()];
    let says: Vec<&str> = says.into_iter().filter(|part| !part.is_empty()).collect();
    writer.markdown(Lead::spaces(2), &says.join(" "), look.theme.text);
    if !told.advice.is_empty() {
        writer.markdown(Lead::spaces(2), &told.advice, look.theme.muted);
    }
}

/// What differs is underlined as well as coloured; between things of their own stands a rule.
fn write_compared(look: &Look, compared: &Compared, writer: &mut Writer<'_>) {
    writer.words(Lead::spaces(2), &compared.what, look.theme.muted);
    for (key, pieces, style) in
        [("debrief-yours", &compared.yours, look.theme.wrong), ("debrief-model", &compared.model, look.theme.right)]
    {
        let name = format!("{}: ", look.words.get(key));
        let lead = Lead::of([Span::raw("    "), Span::styled(name, look.theme.muted)]);
        if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
            writer.words(lead, &look.words.get("debrief-empty"), look.theme.muted);
            continue;
        }
        let [_, divider] = look.glyphs.rule;
        let mut spans: Vec<Span<'static>> = Vec::new();
        for piece in pieces {
            if !compared.is_text && !spans.is_empty() {
                spans.push(Span::styled(format!(" {divider} "), look.theme.muted));
            }
            let style = if piece.differs { style.add_modifier(Modifier::UNDERLINED) } else { look.theme.text };
            spans.push(Span::styled(piece.text.replace('\t', " "), style));
        }
        writer.pieces(lead, spans);
    }
}
