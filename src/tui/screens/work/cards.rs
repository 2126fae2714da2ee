//! The station of `arrange`: cards that were chosen, in their order, and cards that were not.
//!
//! Enter or Space takes a card or puts it back, `-` and `+` move it, left and right change its label; a caption is
//! typed into the field below its card.

use ratatui::text::Span;

use super::board::{heading, row_style};
use super::line::TypedLine;
use super::station::{Did, Seen, Station};
use crate::course::exercise::arrange::{Arranging, Card, CardCheck, Value};
use crate::course::exercise::rule::Rule;
use crate::course::exercise::{Engine, Work};
use crate::tui::screens::quiz::{Act, Way, signs};
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Cards on the screen.
#[derive(Debug, Default)]
pub(super) struct Cards {
    caption: TypedLine,
}

/// What can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Control<'a> {
    /// A card that was chosen, by its place.
    Chosen(usize, &'a Card),
    /// The caption of a chosen card.
    Caption(&'a Card),
    /// A card that was not chosen.
    Left(&'a Card),
}

/// The cards as they lie.
struct Laid<'a> {
    arranging: &'a Arranging,
    cards: &'a [String],
    labels: &'a std::collections::BTreeMap<String, String>,
    captions: &'a std::collections::BTreeMap<String, String>,
}

impl<'a> Laid<'a> {
    fn of(seen: Seen<'a>) -> Option<Self> {
        match (&seen.bench.exercise.engine, &seen.bench.work) {
            (Engine::Arrange(arranging), Work::Arrange { cards, labels, captions }) => {
                Some(Self { arranging, cards, labels, captions })
            }
            _ => None,
        }
    }

    fn card(&self, id: &str) -> Option<&'a Card> {
        self.arranging.cards.iter().find(|card| card.id.as_str() == id)
    }

    fn controls(&self) -> Vec<Control<'a>> {
        let mut controls = Vec::new();
        for (at, card) in self.cards.iter().filter_map(|id| self.card(id)).enumerate() {
            controls.push(Control::Chosen(at, card));
            controls.extend(self.arranging.captions.is_some().then_some(Control::Caption(card)));
        }
        let left = |card: &&Card| !self.cards.iter().any(|id| id == card.id.as_str());
        controls.extend(self.arranging.cards.iter().filter(left).map(Control::Left));
        controls
    }

    fn work(&self, cards: Vec<String>) -> Work {
        Work::Arrange { cards, labels: self.labels.clone(), captions: self.captions.clone() }
    }

    fn with_label(&self, card: &Card, forward: bool) -> Option<Work> {
        let options = &self.arranging.labels.as_ref()?.options;
        let now = self.labels.get(card.id.as_str()).and_then(|id| options.iter().position(|pick| pick.id == *id));
        let last = options.len().checked_sub(1)?;
        let next = match (now, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        let mut labels = self.labels.clone();
        labels.insert(card.id.to_string(), options.get(next)?.id.clone());
        Some(Work::Arrange { cards: self.cards.to_vec(), labels, captions: self.captions.clone() })
    }

    fn with_caption(&self, card: &str, text: &str) -> Work {
        let mut captions = self.captions.clone();
        if text.trim().is_empty() {
            captions.remove(card);
        } else {
            captions.insert(card.to_owned(), text.to_owned());
        }
        Work::Arrange { cards: self.cards.to_vec(), labels: self.labels.clone(), captions }
    }
}

impl Cards {
    /// Takes a card, or puts it back; the focus goes with it.
    fn toggle(laid: &Laid<'_>, control: Control<'_>, focus: &mut usize) -> Did {
        let mut cards = laid.cards.to_vec();
        match control {
            Control::Chosen(at, _) => drop(cards.remove(at)),
            Control::Left(card) => {
                cards.push(card.id.to_string());
                let captions = usize::from(laid.arranging.captions.is_some());
                *focus += 1 + captions;
            }
            Control::Caption(_) => return Did::Nothing,
        }
        Did::Change(laid.work(cards))
    }

    fn shift(laid: &Laid<'_>, control: Control<'_>, down: bool, focus: &mut usize) -> Did {
        let Control::Chosen(at, _) = control else { return Did::Nothing };
        let other = if down { at + 1 } else { at.wrapping_sub(1) };
        if other >= laid.cards.len() {
            return Did::Nothing;
        }
        let mut cards = laid.cards.to_vec();
        cards.swap(at, other);
        let step = 1 + usize::from(laid.arranging.captions.is_some());
        *focus = if down { *focus + step } else { *focus - step };
        Did::Change(laid.work(cards))
    }

    fn write_card(laid: &Laid<'_>, control: Control<'_>, has_focus: bool, writer: &mut Writer<'_>) {
        let look = writer.look;
        let (number, card) = match control {
            Control::Chosen(at, card) => (format!("{:>2}  ", at + 1), card),
            Control::Left(card) | Control::Caption(card) => (format!(" {}  ", look.glyphs.dot), card),
        };
        if has_focus {
            writer.cursor_on_next_line(2);
        }
        let style = row_style(look, has_focus);
        let lead = Lead::of([signs::marker(look, has_focus), Span::styled(number, look.theme.now)]);
        writer.markdown(lead, &card.text, style);
        let facts: Vec<String> = card.with.iter().filter(|(name, _)| is_told(laid, name)).map(fact).collect();
        if !facts.is_empty() {
            writer.words(Lead::spaces(6), &facts.join(" · "), look.theme.muted);
        }
        if let (Control::Chosen(..), Some(labels)) = (control, &laid.arranging.labels) {
            let label = laid.labels.get(card.id.as_str()).and_then(|id| labels.options.iter().find(|p| p.id == *id));
            let text = label.map_or_else(|| look.words.get("work-no-label"), |pick| pick.text.clone());
            writer.words(Lead::spaces(6), &format!("< {text} >"), look.theme.accent);
        }
    }

    fn write_caption(&self, laid: &Laid<'_>, card: &Card, has_focus: bool, writer: &mut Writer<'_>) {
        let kept = laid.captions.get(card.id.as_str()).map_or("", String::as_str);
        let label = writer.look.words.get("work-caption");
        self.caption.write(card.id.as_str(), &label, kept, has_focus, writer);
    }
}

/// Returns what the rules add up, for the cards that were chosen.
fn sums<'a>(laid: &Laid<'a>) -> std::collections::BTreeMap<&'a str, i64> {
    let of = |rule: &'a Rule<CardCheck>| {
        if let CardCheck::Total { of, .. } | CardCheck::Running { of, .. } = &rule.check {
            Some(of.as_str())
        } else {
            None
        }
    };
    let chosen = || laid.cards.iter().filter_map(|id| laid.card(id));
    let number = |card: &Card, of: &str| match card.with.get(of) {
        Some(Value::Number(number)) => *number,
        Some(Value::Text(_)) | None => 0,
    };
    let names = laid.arranging.rules.iter().filter_map(of);
    names.map(|of| (of, chosen().map(|card| number(card, of)).sum())).collect()
}

/// The value that is the right label is not told; everything else on a card is.
fn is_told(laid: &Laid<'_>, name: &str) -> bool {
    laid.arranging.labels.as_ref().is_none_or(|labels| labels.key != name)
}

fn fact((name, value): (&String, &crate::course::exercise::arrange::Value)) -> String {
    format!("{} {value}", name.replace('-', " "))
}

impl Station for Cards {
    fn controls(&self, seen: Seen<'_>) -> usize {
        Laid::of(seen).map_or(0, |laid| laid.controls().len())
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some(laid) = Laid::of(seen) else { return };
        let (least, most) = laid.arranging.choose;
        let chosen = laid.cards.len();
        let args =
            [("chosen", chosen.into()), ("least", usize::from(least).into()), ("most", usize::from(most).into())];
        let title = writer.look.words.with("work-chosen", &args);
        heading(&title, writer);
        let sums: Vec<String> = sums(&laid).into_iter().map(|(name, sum)| format!("{name} {sum}")).collect();
        if !sums.is_empty() {
            let lead = Lead::of([Span::styled("  = ", writer.look.theme.muted)]);
            writer.words(lead, &sums.join(" · "), writer.look.theme.now);
        }
        let mut is_left = false;
        for (at, control) in laid.controls().into_iter().enumerate() {
            if matches!(control, Control::Left(_)) && !is_left {
                is_left = true;
                let title = writer.look.words.get("work-cards");
                heading(&title, writer);
            }
            writer.place(Spot::Control(at), |writer| match control {
                Control::Caption(card) => self.write_caption(&laid, card, focus == at, writer),
                Control::Chosen(..) | Control::Left(_) => Self::write_card(&laid, control, focus == at, writer),
            });
        }
    }

    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let Some(laid) = Laid::of(seen) else { return Did::Nothing };
        if let Act::Control(at) = act {
            *focus = at;
        }
        let Some(control) = laid.controls().get(*focus).copied() else { return Did::Nothing };
        if let (Control::Caption(card), Some(text)) = (control, self.caption.act(&act)) {
            return Did::Change(laid.with_caption(card.id.as_str(), &text));
        }
        match (act, control) {
            (Act::Use | Act::Toggle | Act::Control(_), _) => Self::toggle(&laid, control, focus),
            (Act::Shift(down), _) => Self::shift(&laid, control, down, focus),
            (Act::Step(Way::Left), Control::Chosen(_, card)) => {
                laid.with_label(card, false).map_or(Did::Nothing, Did::Change)
            }
            (Act::Step(Way::Right), Control::Chosen(_, card)) => {
                laid.with_label(card, true).map_or(Did::Nothing, Did::Change)
            }
            (Act::Type(_), _) => Did::Moved,
            _ => Did::Nothing,
        }
    }

    fn entered(&mut self, seen: Seen<'_>, focus: usize) {
        let Some(laid) = Laid::of(seen) else { return };
        match laid.controls().get(focus) {
            Some(Control::Caption(card)) => {
                let kept = laid.captions.get(card.id.as_str()).map_or("", String::as_str);
                self.caption.enter(Some((card.id.as_str(), kept)));
            }
            Some(Control::Chosen(..) | Control::Left(_)) | None => self.caption.enter(None),
        }
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &crate::assess::work::Place, focus: &mut usize) -> bool {
        let (Some(laid), crate::assess::work::Place::Card(id)) = (Laid::of(seen), place) else { return false };
        let is_it =
            |control: &Control<'_>| matches!(control, Control::Chosen(_, card) | Control::Left(card) if card.id == *id);
        let found = laid.controls().iter().position(is_it);
        *focus = found.unwrap_or(*focus);
        found.is_some()
    }

    fn is_typing(&self, _seen: Seen<'_>, _focus: usize) -> bool {
        self.caption.is_open()
    }

    fn takes(&self, seen: Seen<'_>, focus: usize, way: Way) -> bool {
        let control =
            Laid::of(seen).and_then(|laid| laid.controls().get(focus).map(|c| matches!(c, Control::Chosen(..))));
        matches!(way, Way::Left | Way::Right) && control == Some(true)
    }

    fn is_ordering(&self) -> bool {
        true
    }
}
