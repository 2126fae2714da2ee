//! Desk work on the screen: the brief, the work with its materials, the clock, the questions after it.
//!
//! ```text
//!  brief ─Enter─► work ◄─F4─► materials
//!                  │ F10: questions after it, then handed in ─► debrief
//! ```
//!
//! Apart from the stations, which know one engine each: here is what all desk work has. What rules find is shown while
//! one works only where it gives no answer away: in forms and texts.

mod board;
mod cards;
mod foot;
mod form;
mod inquiry;
mod line;
mod marks;
mod parts;
mod queue;
mod sheets;
mod station;
mod task;
mod write;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::quiz::{self, Act, Asked, Did as Answered, Sheet, not_yet};
use super::{Ask, Debrief, Screen};
use crate::assess::check_response;
use crate::assess::work::Finding;
use crate::course::exercise::{EngineKind, Exercise, Work as Made};
use crate::id::QuestionId;
use crate::session::bench::Purpose;
use crate::session::item::Item;
use crate::session::{Bench, Session};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::input::Key;
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::Ends;
use board::{Board, Came};
use parts::{inset, split};
use sheets::Sheets;
use station::{Did, Seen};

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// What to do.
    Brief,
    /// The work, or the question after it.
    Work,
    /// What lies on the desk.
    Materials,
}

/// Desk work on the screen.
#[derive(Debug)]
pub struct Workbench {
    view: View,
    board: Option<Board>,
    /// The question after the work that was laid out last, and its sheet.
    sheet: Option<(QuestionId, Sheet)>,
    sheets: Sheets,
    findings: Vec<Finding>,
    /// The work in which they were found.
    judged: Option<(Arc<Exercise>, Made)>,
    /// Which finding was gone to last.
    finding: Option<usize>,
    side: Rect,
    foot: Rect,
}

impl Workbench {
    /// Lays out the work that is under way: the brief first where nothing was done yet.
    pub fn new(session: &Session) -> Self {
        // What is said of the exercise is not said of a real item.
        let is_new = session.bench().is_none_or(|bench| has_brief(bench) && bench.is_untouched());
        Self {
            view: if is_new { View::Brief } else { View::Work },
            board: session.bench().and_then(Board::new),
            sheet: None,
            sheets: Sheets::default(),
            findings: Vec::new(),
            judged: None,
            finding: None,
            side: Rect::ZERO,
            foot: Rect::ZERO,
        }
    }

    fn renew(&mut self, session: &Session) {
        let Some(bench) = session.bench() else { return };
        let gives_nothing_away = matches!(bench.exercise.engine.kind(), EngineKind::Form | EngineKind::Write);
        let is_same =
            self.judged.as_ref().is_some_and(|(of, work)| Arc::ptr_eq(of, &bench.exercise) && *work == bench.work);
        if gives_nothing_away && !is_same {
            self.findings = bench.findings();
            self.judged = Some((Arc::clone(&bench.exercise), bench.work.clone()));
        }
    }

    fn act(&mut self, work: &mut Work<'_>, action: Action, key: Key) -> Reply {
        #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
        match action {
            Action::Back => self.back(work),
            Action::Materials => self.materials(work.session),
            Action::NextFinding => self.next_finding(work.session),
            Action::Untimed if self.view == View::Brief && work.session.bench().is_some_and(Bench::has_clock) => {
                let untimed = work.session.bench().is_some_and(|bench| !bench.untimed);
                Reply::effects(work.session.set_untimed(untimed))
            }
            Action::Open if self.view == View::Brief => {
                self.view = View::Work;
                Reply::stay()
            }
            Action::HandIn if self.view == View::Work => Self::hand_in(work),
            Action::Export => export(work),
            _ if self.view != View::Work => self.turn(action),
            _ => match quiz::act(work.look, action, key) {
                Some(act) => self.operate(work, act),
                None => self.move_view(work.session, action),
            },
        }
    }

    /// Closes what is open, goes back from a question or the materials, or leaves; the work is kept.
    fn back(&mut self, work: &mut Work<'_>) -> Reply {
        if self.view == View::Materials {
            self.view = View::Work;
            return Reply::stay();
        }
        if self.view == View::Work && work.session.back_to_work() {
            return Reply::stay();
        }
        if self.view == View::Work
            && let (Some(board), Some(bench)) = (&mut self.board, work.session.bench())
            && board.cancel(Seen { bench, findings: &self.findings })
        {
            return Reply::stay();
        }
        Reply::effects(work.session.leave_bench()).and_go(Go::Back)
    }

    fn materials(&mut self, session: &Session) -> Reply {
        self.view = if self.view == View::Materials { View::Work } else { View::Materials };
        self.sheets.go_to_materials(session);
        Reply::stay()
    }

    /// Scrolls or turns what is read.
    fn turn(&mut self, action: Action) -> Reply {
        self.sheets.act(action);
        Reply::stay()
    }

    fn next_finding(&mut self, session: &Session) -> Reply {
        let (Some(bench), Some(board)) = (session.bench(), &mut self.board) else { return Reply::stay() };
        let count = self.findings.len();
        if count == 0 {
            return Reply::stay();
        }
        let told = board.finding(Seen { bench, findings: &self.findings }, self.finding);
        let next = told.or(self.finding).map_or(0, |at| (at + 1) % count);
        self.finding = Some(next);
        if let Some(finding) = self.findings.get(next) {
            board.go_to(Seen { bench, findings: &self.findings }, &finding.place);
        }
        Reply::stay()
    }

    fn operate(&mut self, work: &mut Work<'_>, act: Act) -> Reply {
        let Some(bench) = work.session.bench() else { return Reply::go(Go::Back) };
        if let Some(item) = bench.asked() {
            let did = self.sheet_for(item).act(Asked { item, grades: None }, act);
            return match did {
                Answered::Nothing | Answered::Moved => Reply::stay(),
                Answered::Respond(response) => Reply::effects(work.session.answer_after_work(response)),
                Answered::HandIn | Answered::Sure(_) => Self::hand_in(work),
            };
        }
        let Some(board) = &mut self.board else { return Reply::stay() };
        let came = board.act(Seen { bench, findings: &self.findings }, act);
        Self::came(work, came)
    }

    fn came(work: &mut Work<'_>, came: Came) -> Reply {
        match came {
            Came::HandIn => Self::hand_in(work),
            Came::Seen(Did::Change(made)) => {
                let effects = work.session.change_work(made);
                Reply::effects(effects)
            }
            Came::Seen(Did::Nothing | Did::Moved) => Reply::stay(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only these actions move the view")]
    fn move_view(&mut self, session: &Session, action: Action) -> Reply {
        let Some(bench) = session.bench() else { return Reply::stay() };
        if let Some(item) = bench.asked() {
            let sheet = self.sheet_for(item);
            match action {
                Action::PageUp => sheet.scroll(-sheet.page()),
                Action::PageDown => sheet.scroll(sheet.page()),
                Action::NextField | Action::PreviousField => sheet.tab(Asked { item, grades: None }),
                _ => {}
            }
            return Reply::stay();
        }
        let Some(board) = &mut self.board else { return Reply::stay() };
        match action {
            Action::PageUp => board.scroll(-board.page()),
            Action::PageDown => board.scroll(board.page()),
            Action::First => board.scroll(isize::MIN),
            Action::Last => board.scroll(isize::MAX),
            Action::NextField => board.tab(Seen { bench, findings: &self.findings }, true),
            Action::PreviousField => board.tab(Seen { bench, findings: &self.findings }, false),
            _ => {}
        }
        Reply::stay()
    }

    /// Goes on to the questions after the work, and after the last of them hands in.
    fn hand_in(work: &mut Work<'_>) -> Reply {
        let Some(bench) = work.session.bench() else { return Reply::go(Go::Back) };
        match bench.purpose {
            Purpose::Tool(_) => return Reply::go(Go::Say(work.look.words.get("work-tool-kept"))),
            Purpose::Swaps => {
                if let Some((code, item)) = work.session.note_missing() {
                    let args = [("code", code.into()), ("item", item.into())];
                    return Reply::go(Go::Refuse(work.look.words.with("swap-note-missing", &args)));
                }
                let (count, effects) = work.session.hand_in_swaps();
                return if count == 0 {
                    Reply::go(Go::Say(work.look.words.get("swap-nothing-new")))
                } else {
                    Reply::effects(effects).and_go(Go::Back)
                };
            }
            Purpose::Reply(_) => {
                let (was_filled, effects) = work.session.hand_in_reply();
                return if was_filled {
                    Reply::effects(effects).and_go(Go::Back)
                } else {
                    Reply::go(Go::Say(work.look.words.get("form-nothing")))
                };
            }
            Purpose::Attempt(_) => {}
        }
        if let Some(item) = bench.asked()
            && let Err(why) = check_response(&item.question, &item.response)
        {
            return Reply::go(Go::Refuse(not_yet(work.look, &why)));
        }
        if let Some(missing) = bench.missing() {
            return Reply::push(Screen::Ask(Ask::unfinished(missing)));
        }
        let exercise = bench.exercise.id.clone();
        if work.session.ask_after_work() {
            return Reply::stay();
        }
        let effects = work.session.hand_in_work();
        let debrief = Debrief::new(work.session, exercise);
        Reply::effects(effects).and_go(Go::Replace(Box::new(Screen::Debrief(Box::new(debrief)))))
    }

    fn foot_rows(&self, bench: &Bench, look: &Look, body: Rect) -> u16 {
        if self.view != View::Work || self.findings.is_empty() {
            return 0;
        }
        let seen = Seen { bench, findings: &self.findings };
        let told = self.board.as_ref().and_then(|board| board.finding(seen, self.finding));
        foot::rows(look, told.and_then(|at| self.findings.get(at)), body)
    }

    fn sheet_for(&mut self, item: &Item) -> &mut Sheet {
        let is_other = self.sheet.as_ref().is_none_or(|(id, _)| *id != item.question.id);
        if is_other {
            self.sheet = None;
        }
        let (_, sheet) = self.sheet.get_or_insert_with(|| (item.question.id.clone(), Sheet::new(item)));
        sheet
    }
}

impl Page for Workbench {
    fn table(&self) -> Table {
        Table::Work
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let Some(bench) = scene.session.bench() else { return Facts::default() };
        let facts = match (self.view, bench.asked(), &self.board) {
            (View::Work, Some(item), _) => {
                let asked = Asked { item, grades: None };
                let laid_out = self.sheet.as_ref().filter(|(id, _)| *id == item.question.id);
                laid_out.map_or_else(|| Sheet::new(item).facts(asked), |(_, sheet)| sheet.facts(asked))
            }
            (View::Work, None, Some(board)) => board.facts(Seen { bench, findings: &self.findings }),
            (View::Brief | View::Materials | View::Work, ..) => Facts::default(),
        };
        facts
            .and(Fact::Brief, self.view == View::Brief)
            .and(Fact::Reading, self.view == View::Materials)
            .and(Fact::HasMaterials, !bench.exercise.materials.is_empty() && !is_tool(bench))
            .and(Fact::HasClock, bench.has_clock())
            .and(Fact::SeveralSheets, bench.exercise.materials.len() > 1)
            .and(Fact::HasArtefact, is_tool(bench))
            .and(Fact::HasFindings, !self.findings.is_empty())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let look = scene.look;
        let Some(bench) = scene.session.bench() else { return Ends::default() };
        let mut title = vec![Span::styled(bench.exercise.title.clone(), look.theme.strong)];
        title.extend(masthead::with_partner(scene, cells));
        Ends::new(title, foot::clock(scene, bench, &self.findings, cells), look.glyphs.more)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let Some(bench) = scene.session.bench() else { return };
        self.renew(scene.session);
        let words = scene.session.course().words(scene.session.lang());
        let (body, side) =
            split(area, self.view == View::Work && !bench.exercise.materials.is_empty() && !is_tool(bench));
        let rows = self.foot_rows(bench, scene.look, body);
        let main = Rect { height: body.height - rows, ..body };
        self.foot = Rect { y: main.bottom(), height: rows, ..body };
        self.side = side;
        let seen = Seen { bench, findings: &self.findings };
        match (self.view, bench.asked(), &mut self.board) {
            (View::Brief, ..) => self.sheets.lay_brief(bench, scene.look, words.as_ref(), main),
            (View::Materials, ..) => self.sheets.lay_material(bench, scene.look, words.as_ref(), main),
            (View::Work, Some(item), _) => {
                let sheet = self.sheet_for(item);
                sheet.layout(Asked { item, grades: None }, scene.look, words.as_ref(), main);
            }
            (View::Work, None, Some(board)) => board.layout(seen, scene.look, words.as_ref(), inset(main)),
            (View::Work, None, None) => {}
        }
        if side.width > 0 {
            self.sheets.lay_material(bench, scene.look, words.as_ref(), side);
        }
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let bench = scene.session.bench()?;
        if self.side.width > 0 || self.view != View::Work {
            self.sheets.view(scene.look, self.side.width > 0, buf);
        }
        let seen = Seen { bench, findings: &self.findings };
        let told = self.board.as_ref().and_then(|board| board.finding(seen, self.finding));
        foot::view(scene, &self.findings, told, self.foot, buf);
        match (self.view, bench.asked(), &self.board) {
            (View::Work, Some(_), _) => self.sheet.as_ref()?.1.view(scene.look, buf),
            (View::Work, None, Some(board)) => board.view(scene.look, buf),
            (View::Brief | View::Materials | View::Work, ..) => None,
        }
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, key) => self.act(work, action, key),
            Event::Type(key) if self.view == View::Work => self.operate(work, Act::Type(key)),
            Event::Paste(text) if self.view == View::Work => self.operate(work, Act::Paste(text)),
            Event::Click(at) if self.view == View::Work => self.click(work, at),
            Event::Wheel(down) => self.wheel(down),
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => Reply::stay(),
        }
    }
}

impl Workbench {
    fn wheel(&mut self, down: bool) -> Reply {
        match (self.view, &mut self.board) {
            (View::Work, Some(board)) => board.scroll(if down { 3 } else { -3 }),
            _ => self.sheets.act(if down { Action::Down } else { Action::Up }),
        }
        Reply::stay()
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let Some(bench) = work.session.bench() else { return Reply::stay() };
        if let Some(item) = bench.asked() {
            return match self.sheet_for(item).click(Asked { item, grades: None }, at) {
                Answered::Nothing | Answered::Moved => Reply::stay(),
                Answered::Respond(response) => Reply::effects(work.session.answer_after_work(response)),
                Answered::HandIn | Answered::Sure(_) => Self::hand_in(work),
            };
        }
        let Some(board) = &mut self.board else { return Reply::stay() };
        let came = board.click(Seen { bench, findings: &self.findings }, at);
        Self::came(work, came)
    }
}

fn is_tool(bench: &Bench) -> bool {
    matches!(bench.purpose, Purpose::Tool(_))
}

/// Work of the course has a brief to read first; real items have none.
fn has_brief(bench: &Bench) -> bool {
    matches!(bench.purpose, Purpose::Attempt(_) | Purpose::Reply(_))
}

/// Hands the real item over as files.
fn export(work: &mut Work<'_>) -> Reply {
    let exercise = work.session.bench().map(|bench| bench.exercise.id.clone());
    exercise.map_or_else(Reply::stay, |id| Reply::effects(work.session.export_made(&id)))
}
