//! `single`, `true_false` and `multiple`: one option or several, by arrows, letters, digits and mouse.
//!
//! Enter on the option that is chosen already hands in; of several options it only ticks, so that nothing is handed
//! in by mistake.

use ratatui::text::Span;

use super::feedback;
use super::kind::{Act, Asked, Did, Kind};
use super::signs;
use crate::assess::Response;
use crate::course::question::{Choice, Kind as Name, QuestionBody};
use crate::id::OptionId;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Choosing keeps nothing but the answer itself.
#[derive(Debug, Default)]
pub(super) struct Choosing;

fn is_given(response: &Response, id: &OptionId) -> bool {
    match response {
        Response::Chosen(chosen) => chosen.as_ref() == Some(id),
        Response::Ticked(ticked) => ticked.contains(id),
        Response::Ordered(_) | Response::Placed(_) | Response::Typed(_) | Response::Marked(_) => false,
    }
}

/// Returns the answer with an option chosen, or ticked and unticked; ticks stand in the order of the file.
fn chosen(asked: Asked<'_>, id: &OptionId) -> Response {
    let Response::Ticked(ticked) = &asked.item.response else { return Response::Chosen(Some(id.clone())) };
    let is_ticked = |option: &&Choice| ticked.contains(&option.id) != (option.id == *id);
    let options = asked.item.question.body.options();
    Response::Ticked(options.iter().filter(is_ticked).map(|option| option.id.clone()).collect())
}

impl Choosing {
    fn choose(asked: Asked<'_>, at: usize, focus: &mut usize) -> Did {
        let Some(id) = asked.item.shown.get(at) else { return Did::Nothing };
        *focus = at;
        Did::Respond(chosen(asked, id))
    }

    fn write_option(asked: Asked<'_>, at: usize, has_focus: bool, writer: &mut Writer<'_>) {
        let Some(option) = asked.item.shown.get(at).and_then(|id| signs::option(asked.item, id)) else { return };
        let look = writer.look;
        let signs =
            if matches!(asked.item.response, Response::Ticked(_)) { look.glyphs.tick } else { look.glyphs.radio };
        let given = is_given(&asked.item.response, &option.id);
        let style = signs::row_style(look, has_focus, given);
        let gap = if writer.is_narrow() { " " } else { "  " };
        let pieces = [
            signs::marker(look, has_focus),
            Span::styled(signs[usize::from(given)], style),
            Span::raw(gap),
            Span::styled(signs::letter(look, at), if has_focus { style } else { look.theme.muted }),
            Span::raw(gap),
        ];
        if has_focus {
            writer.cursor_on_next_line(2);
        }
        let text = match (&asked.item.question.body, option.id.as_str()) {
            (QuestionBody::TrueFalse { .. }, "true") => look.words.get("answer-true"),
            (QuestionBody::TrueFalse { .. }, _) => look.words.get("answer-false"),
            _ => option.text.clone(),
        };
        writer.markdown(Lead::of(pieces), &text, style);
        feedback::of_option(asked, &option.id, writer);
    }
}

impl Kind for Choosing {
    fn controls(&self, asked: Asked<'_>) -> usize {
        asked.item.shown.len()
    }

    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>) {
        for at in 0..asked.item.shown.len() {
            writer.place(Spot::Control(at), |writer| Self::write_option(asked, at, focus == Some(at), writer));
        }
    }

    fn act(&mut self, asked: Asked<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        match act {
            Act::Use if self.is_ready(asked, *focus) => Did::HandIn,
            Act::Use | Act::Toggle => Self::choose(asked, *focus, focus),
            Act::Letter(at) | Act::Number(at) | Act::Control(at) => Self::choose(asked, at, focus),
            Act::Step(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Extend
            | Act::Target(_)
            | Act::Word(_)
            | Act::Type(_)
            | Act::Paste(_) => Did::Nothing,
        }
    }

    fn is_ready(&self, asked: Asked<'_>, focus: usize) -> bool {
        let is_one = asked.item.question.kind() != Name::Multiple;
        is_one && asked.item.shown.get(focus).is_some_and(|id| is_given(&asked.item.response, id))
    }
}
