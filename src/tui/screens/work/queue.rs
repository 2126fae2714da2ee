//! The station of `desk`: the queue, and the item that is open with its decisions, codes and note.
//!
//! Enter opens an item and Esc closes it; digits decide. What was decided shows in the queue.

use ratatui::text::Span;

use super::board::{heading, row_style};
use super::line::TypedLine;
use super::station::{Did, Seen, Station};
use crate::assess::work::Place;
use crate::course::exercise::desk::{Desk, Item};
use crate::course::exercise::work::Decided;
use crate::course::exercise::{Engine, Pick, Work};
use crate::tui::screens::quiz::{Act, signs};
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// A queue on the screen.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// The item that is open.
    open: Option<usize>,
    note: TypedLine,
}

/// What can have the focus while an item is open.
enum Control<'a> {
    Decision(&'a Pick),
    Code(&'a Pick),
    Note,
    Close,
}

fn parts(seen: Seen<'_>) -> Option<(&Desk, &[Decided])> {
    match (&seen.bench.exercise.engine, &seen.bench.work) {
        (Engine::Desk(desk), Work::Desk { decided }) => Some((desk, decided)),
        _ => None,
    }
}

fn given<'a>(decided: &'a [Decided], item: &Item) -> Option<&'a Decided> {
    decided.iter().rev().find(|given| given.item == item.id.as_str())
}

fn controls<'a>(desk: &'a Desk, decided: &[Decided], item: &Item) -> Vec<Control<'a>> {
    let decision = given(decided, item).map(|given| given.decision.as_str());
    let codes = desk.codes.iter().filter(|code| decision == Some(code.decision.as_str()));
    let mut controls: Vec<_> = desk.decisions.iter().map(Control::Decision).collect();
    controls.extend(codes.map(|code| Control::Code(&code.pick)));
    controls.extend(item.note.then_some(Control::Note));
    controls.push(Control::Close);
    controls
}

/// Changes what was decided on an item; it keeps its place in the order of work.
fn decide(decided: &[Decided], item: &Item, change: impl FnOnce(&mut Decided)) -> Did {
    let mut decided = decided.to_vec();
    let at = decided.iter().rposition(|given| given.item == item.id.as_str()).unwrap_or_else(|| {
        let (decision, code, note) = (String::new(), String::new(), String::new());
        decided.push(Decided { item: item.id.to_string(), decision, code, note });
        decided.len() - 1
    });
    change(&mut decided[at]);
    Did::Change(Work::Desk { decided })
}

impl Queue {
    fn write_queue(desk: &Desk, decided: &[Decided], focus: usize, writer: &mut Writer<'_>) {
        let look = writer.look;
        let done = desk.items.iter().filter(|item| given(decided, item).is_some()).count();
        let args = [("done", done.into()), ("all", desk.items.len().into()), ("now", desk.now.as_str().into())];
        let key = if desk.now.is_empty() { "work-queue" } else { "work-queue-at" };
        heading(&look.words.with(key, &args), writer);
        for (at, item) in desk.items.iter().enumerate() {
            let has_focus = focus == at;
            let given = given(decided, item);
            let sign = if given.is_some() { look.glyphs.steps[0] } else { look.glyphs.dot };
            writer.place(Spot::Control(at), |writer| {
                if has_focus {
                    writer.cursor_on_next_line(2);
                }
                let lead = Lead::of([signs::marker(look, has_focus), Span::styled(format!("{sign} "), look.theme.now)]);
                let title = format!("{} · {}", item.from, item.title);
                writer.words(lead, &title, row_style(look, has_focus));
                if let Some(given) = given {
                    let word = desk.decisions.iter().find(|pick| pick.id == given.decision);
                    let word = word.map_or(given.decision.as_str(), |pick| pick.text.as_str());
                    writer.words(Lead::spaces(4), format!("{word} {}", given.code).trim(), look.theme.muted);
                }
            });
        }
    }

    fn write_item(&self, desk: &Desk, decided: &[Decided], item: &Item, focus: usize, writer: &mut Writer<'_>) {
        let look = writer.look;
        heading(&format!("{} · {}", item.from, item.title), writer);
        writer.markdown(Lead::default(), &item.text, look.theme.text);
        writer.space();
        let given = given(decided, item);
        for (at, control) in controls(desk, decided, item).iter().enumerate() {
            let has_focus = focus == at;
            if matches!(control, Control::Note | Control::Close) {
                writer.space();
            }
            writer.place(Spot::Control(at), |writer| match control {
                Control::Decision(pick) => {
                    let is_given = given.is_some_and(|given| given.decision == pick.id);
                    write_pick(&pick.text, at, is_given, has_focus, writer);
                }
                Control::Code(pick) => {
                    let is_given = given.is_some_and(|given| given.code == pick.id);
                    write_code(pick, is_given, has_focus, writer);
                }
                Control::Note => {
                    let kept = given.map_or("", |given| given.note.as_str());
                    self.note.write("note", &look.words.get("work-note"), kept, has_focus, writer);
                }
                Control::Close => {
                    if has_focus {
                        writer.cursor_on_next_line(2);
                    }
                    let label = format!("[ {} ]", look.words.get("work-close-item"));
                    let style = if has_focus { look.theme.focus } else { look.theme.muted };
                    writer.words(Lead::of([signs::marker(look, has_focus)]), &label, style);
                }
            });
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts mean nothing to an item")]
    fn act_on_item(&mut self, seen: Seen<'_>, item: &Item, focus: &mut usize, act: &Act) -> Did {
        let Some((desk, decided)) = parts(seen) else { return Did::Nothing };
        if let Some(text) = self.note.act(act) {
            return decide(decided, item, |given| given.note = text);
        }
        match act {
            Act::Control(at) => *focus = *at,
            Act::Number(at) if *at < desk.decisions.len() => *focus = *at,
            Act::Use | Act::Toggle => {}
            _ => return Did::Nothing,
        }
        match controls(desk, decided, item).get(*focus) {
            Some(Control::Decision(pick)) => decide(decided, item, |given| {
                if given.decision != pick.id {
                    given.decision.clone_from(&pick.id);
                    given.code.clear();
                }
            }),
            Some(Control::Code(pick)) => decide(decided, item, |given| given.code.clone_from(&pick.id)),
            Some(Control::Close) => {
                self.close(focus);
                *focus = (*focus + 1).min(desk.items.len());
                Did::Moved
            }
            Some(Control::Note) | None => Did::Moved,
        }
    }

    fn close(&mut self, focus: &mut usize) {
        *focus = self.open.take().unwrap_or(0);
        self.note.enter(None);
    }

    fn item<'a>(&self, seen: Seen<'a>) -> Option<&'a Item> {
        parts(seen)?.0.items.get(self.open?)
    }
}

fn write_pick(text: &str, at: usize, is_given: bool, has_focus: bool, writer: &mut Writer<'_>) {
    let look = writer.look;
    if has_focus {
        writer.cursor_on_next_line(2);
    }
    let sign = format!("{} {}  ", look.glyphs.radio[usize::from(is_given)], at + 1);
    let style = row_style(look, has_focus);
    writer.words(Lead::of([signs::marker(look, has_focus), Span::styled(sign, style)]), text, style);
}

fn write_code(pick: &Pick, is_given: bool, has_focus: bool, writer: &mut Writer<'_>) {
    let look = writer.look;
    if has_focus {
        writer.cursor_on_next_line(4);
    }
    let sign = format!("  {} {}  ", look.glyphs.radio[usize::from(is_given)], pick.id);
    let style = row_style(look, has_focus);
    writer.words(Lead::of([signs::marker(look, has_focus), Span::styled(sign, style)]), &pick.text, style);
}

impl Station for Queue {
    fn controls(&self, seen: Seen<'_>) -> usize {
        let Some((desk, decided)) = parts(seen) else { return 0 };
        self.item(seen).map_or(desk.items.len(), |item| controls(desk, decided, item).len())
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some((desk, decided)) = parts(seen) else { return };
        match self.item(seen) {
            Some(item) => self.write_item(desk, decided, item, focus, writer),
            None => Self::write_queue(desk, decided, focus, writer),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts mean nothing to a queue")]
    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        if let Some(item) = self.item(seen) {
            return self.act_on_item(seen, item, focus, &act);
        }
        match act {
            Act::Control(at) => *focus = at,
            Act::Use | Act::Toggle => {}
            _ => return Did::Nothing,
        }
        self.open = Some(*focus);
        *focus = 0;
        Did::Moved
    }

    fn entered(&mut self, seen: Seen<'_>, focus: usize) {
        let (Some((desk, decided)), Some(item)) = (parts(seen), self.item(seen)) else { return };
        let is_note = matches!(controls(desk, decided, item).get(focus), Some(Control::Note));
        let kept = given(decided, item).map_or("", |given| given.note.as_str());
        self.note.enter(is_note.then_some(("note", kept)));
    }

    fn cancel(&mut self, _seen: Seen<'_>, focus: &mut usize) -> bool {
        let was_open = self.open.is_some();
        if was_open {
            self.close(focus);
        }
        was_open
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let (Some((desk, _)), Place::Item(id)) = (parts(seen), place) else { return false };
        let found = desk.items.iter().position(|item| item.id == *id);
        self.open = found;
        *focus = 0;
        found.is_some()
    }

    fn is_typing(&self, _seen: Seen<'_>, _focus: usize) -> bool {
        self.note.is_open()
    }

    fn has_button(&self) -> bool {
        self.open.is_none()
    }
}
