//! `order`: rows are taken up with Space and carried with the arrows, moved by `-` and `+`, sent to a place by its
//! digit, or clicked twice.

use ratatui::text::Span;

use super::feedback;
use super::kind::{Act, Asked, Did, Kind, Way};
use super::signs;
use crate::assess::{Mark, Response, neighbours};
use crate::id::OptionId;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Ordering keeps how the rows stood, and which had the focus, when one was taken up.
#[derive(Debug, Default)]
pub(super) struct Ordering {
    before: Option<(Vec<OptionId>, usize)>,
}

fn cards(asked: Asked<'_>) -> &[OptionId] {
    if let Response::Ordered(cards) = &asked.item.response { cards } else { &[] }
}

/// Moves a card to a place and the focus with it.
fn carry(asked: Asked<'_>, focus: &mut usize, to: usize) -> Did {
    let mut cards = cards(asked).to_vec();
    if *focus >= cards.len() || to >= cards.len() {
        return Did::Nothing;
    }
    let card = cards.remove(*focus);
    cards.insert(to, card);
    *focus = to;
    Did::Respond(Response::Ordered(cards))
}

fn step(asked: Asked<'_>, focus: &mut usize, down: bool) -> Did {
    let to = if down { focus.checked_add(1) } else { focus.checked_sub(1) };
    to.map_or(Did::Nothing, |to| carry(asked, focus, to))
}

impl Ordering {
    /// Takes a row up, or puts it down.
    fn take(&mut self, asked: Asked<'_>, focus: usize) -> Did {
        self.before = if self.before.is_some() { None } else { Some((cards(asked).to_vec(), focus)) };
        Did::Moved
    }

    /// The first click takes a row up, the second puts it where it falls.
    fn click(&mut self, asked: Asked<'_>, focus: &mut usize, at: usize) -> Did {
        if self.before.take().is_some() {
            return if at == *focus { Did::Moved } else { carry(asked, focus, at) };
        }
        *focus = at;
        self.take(asked, *focus)
    }

    fn write_card(&self, asked: Asked<'_>, at: usize, has_focus: bool, writer: &mut Writer<'_>) {
        let Some(card) = cards(asked).get(at).and_then(|id| signs::option(asked.item, id)) else { return };
        let look = writer.look;
        let is_held = has_focus && self.before.is_some();
        let [up, down, ..] = look.glyphs.arrows;
        let marker =
            if is_held { Span::styled(format!("{up}{down}"), look.theme.now) } else { signs::marker(look, has_focus) };
        let style = signs::row_style(look, has_focus, false);
        let gap = if writer.is_narrow() { " " } else { "  " };
        let number = Span::styled(format!("{:>2}{gap}", at + 1), if has_focus { style } else { look.theme.muted });
        if has_focus {
            writer.cursor_on_next_line(0);
        }
        writer.markdown(Lead::of([marker, number]), &card.text, style);
        write_finding(asked, &card.id, writer);
    }
}

/// Writes what is said of a card, with the place it belongs to where it stands elsewhere.
fn write_finding(asked: Asked<'_>, id: &OptionId, writer: &mut Writer<'_>) {
    let Some(finding) = feedback::finding_of(asked, id) else { return };
    let (sign, style) = signs::of_mark(writer.look, finding.mark);
    let place = asked.item.question.body.options().iter().position(|card| card.id == *id);
    let [.., arrow] = writer.look.glyphs.arrows;
    let sign = match place.filter(|_| finding.mark != Mark::Right) {
        Some(at) => format!("{sign} {arrow} {}", at + 1),
        None => sign.to_owned(),
    };
    feedback::say(&sign, style, &finding.feedback, writer);
}

/// Writes how the grade was counted, where it is not full.
fn write_count(asked: Asked<'_>, writer: &mut Writer<'_>) {
    let is_partly = asked.grades.is_some_and(|graded| !graded.grade.is_full());
    let counted = neighbours(&asked.item.question, &asked.item.response).filter(|_| is_partly);
    let Some((kept, all)) = counted else { return };
    let look = writer.look;
    let [.., arrow] = look.glyphs.arrows;
    let args = [("arrow", arrow.into()), ("kept", kept.into()), ("all", all.into())];
    writer.words(Lead::default(), &look.words.with("quiz-order-counted", &args), look.theme.muted);
    writer.space();
}

impl Kind for Ordering {
    fn controls(&self, asked: Asked<'_>) -> usize {
        cards(asked).len()
    }

    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>) {
        write_count(asked, writer);
        for at in 0..cards(asked).len() {
            writer.place(Spot::Control(at), |writer| self.write_card(asked, at, focus == Some(at), writer));
        }
    }

    fn act(&mut self, asked: Asked<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let is_held = self.before.is_some();
        match act {
            Act::Step(way @ (Way::Up | Way::Down)) if is_held => match step(asked, focus, way == Way::Down) {
                Did::Nothing => Did::Moved,
                did @ (Did::Moved | Did::Respond(_) | Did::HandIn | Did::Sure(_)) => did,
            },
            Act::Use | Act::Toggle => self.take(asked, *focus),
            Act::Shift(down) => step(asked, focus, down),
            Act::Number(to) => carry(asked, focus, to),
            Act::Control(at) => self.click(asked, focus, at),
            Act::Step(_)
            | Act::Letter(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Extend
            | Act::Target(_)
            | Act::Word(_)
            | Act::Type(_)
            | Act::Paste(_) => Did::Nothing,
        }
    }

    fn cancel(&mut self, focus: &mut usize) -> Option<Did> {
        let (cards, before) = self.before.take()?;
        *focus = before;
        Some(Did::Respond(Response::Ordered(cards)))
    }

    fn is_holding(&self) -> bool {
        self.before.is_some()
    }
}
