//! `match` and `sort`: each card gets a target, by the target's digit, by going through them with the arrows left and
//! right, by picking one from the list, or by two clicks.

use ratatui::text::{Line, Span};

use super::feedback;
use super::kind::{Act, Asked, Did, Kind, Way};
use super::signs;
use crate::assess::{Mark, Response};
use crate::course::question::{Kind as Name, QuestionBody};
use crate::id::OptionId;
use crate::text::width;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

type Pairs = [(OptionId, OptionId)];

/// Placing keeps which target of the list is being looked at, while one is picked.
#[derive(Debug, Default)]
pub(super) struct Placing {
    picking: Option<usize>,
}

fn pairs(asked: Asked<'_>) -> &Pairs {
    if let Response::Placed(pairs) = &asked.item.response { pairs } else { &[] }
}

fn target_of<'a>(asked: Asked<'a>, card: &OptionId) -> Option<&'a OptionId> {
    pairs(asked).iter().find(|(id, _)| id == card).map(|(_, target)| target)
}

fn is_match(asked: Asked<'_>) -> bool {
    asked.item.question.kind() == Name::Match
}

/// Returns the answer with a card on a target, or on none; in a match the target leaves its former card. Pairs stand
/// in the order of the file.
fn placed(asked: Asked<'_>, card: &OptionId, target: Option<&OptionId>) -> Response {
    let is_taken = |now: &OptionId| is_match(asked) && Some(now) == target;
    let now = |id: &OptionId| match target_of(asked, id) {
        _ if id == card => target.cloned(),
        Some(now) if is_taken(now) => None,
        now => now.cloned(),
    };
    let options = asked.item.question.body.options();
    Response::Placed(options.iter().filter_map(|o| Some((o.id.clone(), now(&o.id)?))).collect())
}

/// Finds the next card without a target in an answer, from a card on; the button where all have one.
fn next_open(asked: Asked<'_>, response: &Response, after: usize) -> usize {
    let cards = &asked.item.shown;
    let placed: &Pairs = if let Response::Placed(pairs) = response { pairs } else { &[] };
    let is_open = |at: &usize| cards.get(*at).is_some_and(|card| placed.iter().all(|(id, _)| id != card));
    (after + 1..cards.len()).chain(0..after).find(is_open).unwrap_or(cards.len())
}

impl Placing {
    /// Puts the card that has the focus on a target and goes on to the next card; the same target again takes it away.
    fn put(&mut self, asked: Asked<'_>, focus: &mut usize, at: usize) -> Did {
        let (Some(card), Some(target)) = (asked.item.shown.get(*focus), asked.item.targets.get(at)) else {
            return Did::Nothing;
        };
        self.picking = None;
        if target_of(asked, card) == Some(target) {
            return Did::Respond(placed(asked, card, None));
        }
        let response = placed(asked, card, Some(target));
        *focus = next_open(asked, &response, *focus);
        Did::Respond(response)
    }

    /// Goes to the target beside the present one; in a match past those that other cards have.
    fn turn(asked: Asked<'_>, focus: usize, forward: bool) -> Did {
        let Some(card) = asked.item.shown.get(focus) else { return Did::Nothing };
        let now = target_of(asked, card);
        let is_free = |target: &&OptionId| {
            !is_match(asked) || pairs(asked).iter().all(|(other, taken)| other == card || taken != *target)
        };
        let mut ring: Vec<Option<&OptionId>> = vec![None];
        ring.extend(asked.item.targets.iter().filter(is_free).map(Some));
        let at = ring.iter().position(|target| *target == now).unwrap_or(0);
        let to = if forward { at + 1 } else { at + ring.len() - 1 } % ring.len();
        Did::Respond(placed(asked, card, ring.get(to).copied().flatten()))
    }

    fn pick(&mut self, asked: Asked<'_>, focus: usize) -> Did {
        let Some(card) = asked.item.shown.get(focus) else { return Did::Nothing };
        let now = target_of(asked, card);
        let at = asked.item.targets.iter().position(|target| Some(target) == now);
        self.picking = Some(at.unwrap_or(0));
        Did::Moved
    }

    /// What is done while a target is picked from the list.
    fn act_in_list(&mut self, asked: Asked<'_>, focus: &mut usize, at: usize, act: &Act) -> Did {
        match act {
            Act::Step(Way::Up) => self.picking = Some(at.saturating_sub(1)),
            Act::Step(Way::Down) => self.picking = Some((at + 1).min(asked.item.targets.len().saturating_sub(1))),
            Act::Step(Way::Left | Way::Right) => self.picking = None,
            Act::Use | Act::Toggle => return self.put(asked, focus, at),
            Act::Letter(_)
            | Act::Number(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Extend
            | Act::Control(_)
            | Act::Target(_)
            | Act::Word(_)
            | Act::Type(_)
            | Act::Paste(_) => return Did::Nothing,
        }
        Did::Moved
    }

    fn write_card(&self, asked: Asked<'_>, at: usize, has_focus: bool, writer: &mut Writer<'_>) {
        let Some(card) = asked.item.shown.get(at).and_then(|id| signs::option(asked.item, id)) else { return };
        let look = writer.look;
        let style = signs::row_style(look, has_focus, false);
        let gap = if writer.is_narrow() { " " } else { "  " };
        let letter = Span::styled(signs::letter(look, at), if has_focus { style } else { look.theme.muted });
        if has_focus && self.picking.is_none() {
            writer.cursor_on_next_line(0);
        }
        let row =
            writer.markdown_rows(Lead::of([signs::marker(look, has_focus), letter, Span::raw(gap)]), &card.text, style);
        write_place(asked, &card.id, row == 1, writer);
        feedback::of_card(asked, &card.id, writer);
        write_key(asked, &card.id, writer);
    }

    fn write_target(&self, asked: Asked<'_>, at: usize, writer: &mut Writer<'_>) {
        let Some(target) = asked.item.targets.get(at).and_then(|id| signs::target(asked.item, id)) else { return };
        let look = writer.look;
        let has_focus = self.picking == Some(at);
        let is_used = is_match(asked) && pairs(asked).iter().any(|(_, used)| *used == target.id);
        let style = if has_focus {
            look.theme.focus
        } else if is_used {
            look.theme.muted
        } else {
            look.theme.text
        };
        if has_focus {
            writer.cursor_on_next_line(0);
        }
        let lead =
            [signs::marker(look, has_focus), Span::styled(format!("{}  ", signs::digit(look, at)), look.theme.accent)];
        writer.markdown(Lead::of(lead), &target.text, style);
    }
}

/// Writes where a card was put: beside it where there is room, else under it.
fn write_place(asked: Asked<'_>, card: &OptionId, is_one_row: bool, writer: &mut Writer<'_>) {
    let look = writer.look;
    let [.., arrow] = look.glyphs.arrows;
    let targets = &asked.item.targets;
    let at = target_of(asked, card).and_then(|id| targets.iter().position(|target| target == id));
    let target = at.and_then(|at| signs::target(asked.item, targets.get(at)?));
    let (text, style) = match (at, target) {
        (Some(at), Some(target)) => (format!("{arrow} {} {}", signs::digit(look, at), target.text), look.theme.strong),
        _ => (format!("{arrow} {}", look.glyphs.more), look.theme.muted),
    };
    let (column, cells) = (writer.cells() / 2, writer.cells());
    let has_room = is_one_row && writer.last_width() + 2 <= column && column + width(&text) <= cells;
    if has_room {
        writer.append(column, Span::styled(text, style));
    } else {
        let indent = if writer.is_narrow() { 4 } else { 5 };
        writer.markdown(Lead::spaces(indent), &text, style);
    }
}

/// Writes where a card belongs, once the answer is graded and it lies elsewhere.
fn write_key(asked: Asked<'_>, card: &OptionId, writer: &mut Writer<'_>) {
    let findings = asked.grades.map_or(&[][..], |graded| &graded.findings);
    let is_wrong = findings.iter().any(|f| f.option.as_ref() == Some(card) && f.mark != Mark::Right);
    let (QuestionBody::Match { options, keys, .. } | QuestionBody::Sort { options, keys, .. }) =
        &asked.item.question.body
    else {
        return;
    };
    let key = options.iter().zip(keys).find(|(option, _)| option.id == *card).map(|(_, key)| key);
    if let Some(target) = key.filter(|_| is_wrong).and_then(|key| signs::target(asked.item, key)) {
        let indent = if writer.is_narrow() { 6 } else { 9 };
        let text = writer.look.words.with("quiz-belongs", &[("target", target.text.as_str().into())]);
        writer.markdown(Lead::spaces(indent), &text, writer.look.theme.right);
    }
}

impl Kind for Placing {
    fn controls(&self, asked: Asked<'_>) -> usize {
        asked.item.shown.len()
    }

    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>) {
        for at in 0..asked.item.shown.len() {
            writer.place(Spot::Control(at), |writer| self.write_card(asked, at, focus == Some(at), writer));
        }
        if asked.is_open() {
            writer.space();
            let title = if is_match(asked) { "quiz-targets" } else { "quiz-categories" };
            writer.line(Line::styled(writer.look.words.get(title), writer.look.theme.muted));
            for at in 0..asked.item.targets.len() {
                writer.place(Spot::Target(at), |writer| self.write_target(asked, at, writer));
            }
        }
    }

    fn act(&mut self, asked: Asked<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        if let Some(at) = self.picking {
            match self.act_in_list(asked, focus, at, &act) {
                Did::Nothing => {}
                did @ (Did::Moved | Did::Respond(_) | Did::HandIn | Did::Sure(_)) => return did,
            }
        }
        match act {
            Act::Step(Way::Left) => Self::turn(asked, *focus, false),
            Act::Step(Way::Right) => Self::turn(asked, *focus, true),
            Act::Use | Act::Toggle => self.pick(asked, *focus),
            Act::Number(at) | Act::Target(at) => self.put(asked, focus, at),
            Act::Letter(at) | Act::Control(at) if at < asked.item.shown.len() => {
                *focus = at;
                self.picking = None;
                Did::Moved
            }
            Act::Step(Way::Up | Way::Down)
            | Act::Letter(_)
            | Act::Control(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Extend
            | Act::Word(_)
            | Act::Type(_)
            | Act::Paste(_) => Did::Nothing,
        }
    }

    fn cancel(&mut self, _focus: &mut usize) -> Option<Did> {
        self.picking.take().map(|_| Did::Moved)
    }

    fn looks_at(&self) -> Option<Spot> {
        self.picking.map(Spot::Target)
    }
}
