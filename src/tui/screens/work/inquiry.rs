//! The station of `case`: tools with what they cost and what they brought, a notebook, the conclusion.
//!
//! Enter uses a tool, which spends minutes of the story; once used, Space cites its result as a reason.

use ratatui::text::Span;

use super::board::{heading, row_style};
use super::line::TypedLine;
use super::station::{Did, Seen, Station};
use crate::assess::work::Place;
use crate::assess::work::case::{minutes, used};
use crate::course::exercise::case::{Case, Conclusion, Tool};
use crate::course::exercise::{Engine, Pick, Work};
use crate::tui::screens::quiz::{Act, signs};
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// An investigation on the screen.
#[derive(Debug, Default)]
pub(super) struct Inquiry {
    notes: TypedLine,
}

/// What can have the focus.
#[derive(Clone, Copy)]
enum Control<'a> {
    Tool(&'a Tool),
    Notes,
    Option(&'a Conclusion, &'a Pick),
}

/// The investigation as it is.
#[derive(Clone, Copy)]
struct Led<'a> {
    case: &'a Case,
    used: &'a [String],
    cited: &'a [String],
    concluded: &'a std::collections::BTreeMap<String, String>,
    notes: &'a str,
}

impl<'a> Led<'a> {
    fn of(seen: Seen<'a>) -> Option<Self> {
        match (&seen.bench.exercise.engine, &seen.bench.work) {
            (Engine::Case(case), Work::Case { used, cited, concluded, notes }) => {
                Some(Self { case, used, cited, concluded, notes })
            }
            _ => None,
        }
    }

    fn controls(&self) -> Vec<Control<'a>> {
        let tools = self.case.tools.iter().map(Control::Tool);
        let options =
            self.case.conclusions.iter().flat_map(|c| c.options.iter().map(move |(p, _)| Control::Option(c, p)));
        tools.chain([Control::Notes]).chain(options).collect()
    }

    fn is_used(&self, tool: &Tool) -> bool {
        used(self.case, self.used).iter().any(|there| there.id == tool.id)
    }

    fn is_open(&self, tool: &Tool) -> bool {
        let used = used(self.case, self.used);
        tool.needs.iter().all(|need| used.iter().any(|there| there.id == *need))
    }

    fn is_cited(&self, tool: &Tool) -> bool {
        self.cited.iter().any(|name| name == tool.id.as_str())
    }

    fn work(&self) -> (Vec<String>, Vec<String>, std::collections::BTreeMap<String, String>, String) {
        (self.used.to_vec(), self.cited.to_vec(), self.concluded.clone(), self.notes.to_owned())
    }

    fn use_tool(&self, tool: &Tool) -> Did {
        if self.is_used(tool) || !self.is_open(tool) {
            return Did::Nothing;
        }
        let (mut used, cited, concluded, notes) = self.work();
        used.push(tool.id.to_string());
        Did::Change(Work::Case { used, cited, concluded, notes })
    }

    fn cite(&self, tool: &Tool) -> Did {
        if !self.is_used(tool) {
            return Did::Nothing;
        }
        let (used, mut cited, concluded, notes) = self.work();
        match cited.iter().position(|name| name == tool.id.as_str()) {
            Some(at) => drop(cited.remove(at)),
            None => cited.push(tool.id.to_string()),
        }
        Did::Change(Work::Case { used, cited, concluded, notes })
    }

    fn conclude(&self, conclusion: &Conclusion, pick: &Pick) -> Did {
        let (used, cited, mut concluded, notes) = self.work();
        concluded.insert(conclusion.id.to_string(), pick.id.clone());
        Did::Change(Work::Case { used, cited, concluded, notes })
    }

    fn note(&self, notes: String) -> Did {
        let (used, cited, concluded, _) = self.work();
        Did::Change(Work::Case { used, cited, concluded, notes })
    }
}

impl Inquiry {
    fn write_budget(led: &Led<'_>, writer: &mut Writer<'_>) {
        let look = writer.look;
        let spent = minutes(&used(led.case, led.used));
        let args = [("spent", spent.into()), ("budget", u32::from(led.case.budget).into())];
        let style = if spent > u32::from(led.case.budget) { look.theme.warn } else { look.theme.now };
        writer.words(Lead::default(), &look.words.with("work-budget", &args), style);
    }

    fn write_tool(state: &Led<'_>, tool: &Tool, has_focus: bool, writer: &mut Writer<'_>) {
        let look = writer.look;
        if has_focus {
            writer.cursor_on_next_line(2);
        }
        let (is_used, is_cited) = (state.is_used(tool), state.is_cited(tool));
        let sign = if is_used { look.glyphs.tick[usize::from(is_cited)] } else { look.glyphs.dot };
        let style = match (has_focus, is_used || state.is_open(tool)) {
            (true, _) => look.theme.focus,
            (false, true) => look.theme.text,
            (false, false) => look.theme.muted,
        };
        let lead =
            Lead::of([signs::marker(look, has_focus), Span::styled(format!("{sign} {:>3}'  ", tool.cost), style)]);
        writer.words(lead, &tool.text, style);
        if is_used {
            writer.markdown(Lead::spaces(6), &tool.result, look.theme.accent);
        } else if !state.is_open(tool) {
            let name = |need| state.case.tool(need).map_or("", |tool| tool.text.as_str());
            let needs: Vec<&str> = tool.needs.iter().map(name).collect();
            let words = look.words.with("work-needs", &[("tools", needs.join(", ").into())]);
            writer.words(Lead::spaces(6), &words, look.theme.muted);
        }
    }

    fn write_option(led: &Led<'_>, of: &Conclusion, pick: &Pick, has_focus: bool, writer: &mut Writer<'_>) {
        let look = writer.look;
        if has_focus {
            writer.cursor_on_next_line(2);
        }
        let is_given = led.concluded.get(of.id.as_str()) == Some(&pick.id);
        let style = row_style(look, has_focus);
        let sign = Span::styled(format!("{}  ", look.glyphs.radio[usize::from(is_given)]), style);
        writer.words(Lead::of([signs::marker(look, has_focus), sign]), &pick.text, style);
    }
}

impl Station for Inquiry {
    fn controls(&self, seen: Seen<'_>) -> usize {
        Led::of(seen).map_or(0, |led| led.controls().len())
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some(led) = Led::of(seen) else { return };
        Self::write_budget(&led, writer);
        let look = writer.look;
        heading(&look.words.get("work-tools"), writer);
        let mut concluding: Option<&Conclusion> = None;
        for (at, control) in led.controls().into_iter().enumerate() {
            if let Control::Option(of, _) = control
                && concluding.is_none_or(|before| before.id != of.id)
            {
                concluding = Some(of);
                heading(&of.text, writer);
            }
            let has_focus = focus == at;
            if matches!(control, Control::Notes) {
                heading(&look.words.get("work-notebook"), writer);
            }
            writer.place(Spot::Control(at), |writer| match control {
                Control::Tool(tool) => Self::write_tool(&led, tool, has_focus, writer),
                Control::Notes => {
                    self.notes.write("notes", &look.words.get("work-notes"), led.notes, has_focus, writer);
                }
                Control::Option(of, pick) => Self::write_option(&led, of, pick, has_focus, writer),
            });
        }
    }

    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let Some(led) = Led::of(seen) else { return Did::Nothing };
        if let Some(text) = self.notes.act(&act) {
            return led.note(text);
        }
        if let Act::Control(at) = act {
            *focus = at;
        }
        match (led.controls().get(*focus).copied(), act) {
            (Some(Control::Tool(tool)), Act::Use | Act::Toggle | Act::Control(_)) if !led.is_used(tool) => {
                led.use_tool(tool)
            }
            (Some(Control::Tool(tool)), Act::Use | Act::Toggle | Act::Control(_)) => led.cite(tool),
            (Some(Control::Option(of, pick)), Act::Use | Act::Toggle | Act::Control(_)) => led.conclude(of, pick),
            _ => Did::Nothing,
        }
    }

    fn entered(&mut self, seen: Seen<'_>, focus: usize) {
        let Some(led) = Led::of(seen) else { return };
        let is_notes = matches!(led.controls().get(focus), Some(Control::Notes));
        self.notes.enter(is_notes.then_some(("notes", led.notes)));
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let Some(led) = Led::of(seen) else { return false };
        let is_it = |control: &Control<'_>| match (control, place) {
            (Control::Tool(tool), Place::Tool(id)) => tool.id == *id,
            (Control::Option(of, _), Place::Conclusion(id)) => of.id == *id,
            _ => false,
        };
        let found = led.controls().iter().position(is_it);
        *focus = found.unwrap_or(*focus);
        found.is_some()
    }

    fn is_typing(&self, _seen: Seen<'_>, _focus: usize) -> bool {
        self.notes.is_open()
    }
}
