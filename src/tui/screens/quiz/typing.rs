//! `number` and `short`: a field. While it has the focus every character is text, whatever it is a shortcut for
//! elsewhere.

use ratatui::text::{Line, Span};

use super::feedback;
use super::kind::{Act, Asked, Did, Kind, Way};
use crate::assess::Response;
use crate::course::question::QuestionBody;
use crate::text::{pad_right, width};
use crate::tui::widgets::Field;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// A field is at most so wide.
const WIDEST: usize = 48;
/// A number needs less.
const NUMBER: usize = 16;

/// Typing keeps the field with its cursor.
#[derive(Debug)]
pub(super) struct Typing {
    field: Field,
}

impl Typing {
    /// Makes the field with what was typed before.
    pub(super) fn new(response: &Response) -> Self {
        Self { field: Field::new(typed(response)) }
    }

    fn changed(&self) -> Did {
        Did::Respond(Response::Typed(self.field.text().to_owned()))
    }

    /// Writes the field: its text scrolled so that the cursor is in it, on a ground of its own.
    fn write_field(&self, asked: Asked<'_>, writer: &mut Writer<'_>, has_focus: bool) {
        let look = writer.look;
        let unit = unit(asked);
        let label = format!("{} ", look.words.get("quiz-field"));
        let most = if unit.is_empty() { WIDEST } else { NUMBER };
        let taken = width(&label) + 2 + if unit.is_empty() { 0 } else { width(unit) + 1 };
        let cells = writer.cells().saturating_sub(taken).clamp(4, most);
        let (text, column) = self.field.window(cells);
        let style = look.theme.text.patch(look.theme.panel);
        let style = if has_focus { style.patch(look.theme.focus) } else { style };
        let marker = super::signs::marker(look, has_focus);
        let before = width(&marker.content) + width(&label);
        if has_focus {
            writer.cursor_on_next_line(before + column);
        }
        let label = Span::styled(label, if has_focus { look.theme.now } else { look.theme.muted });
        let spans = [marker, label, Span::styled(pad_right(&text, cells), style), Span::raw(format!(" {unit}"))];
        writer.line(Line::from_iter(spans));
    }
}

fn typed(response: &Response) -> &str {
    if let Response::Typed(text) = response { text } else { "" }
}

fn unit(asked: Asked<'_>) -> &str {
    if let QuestionBody::Number { unit, .. } = &asked.item.question.body { unit } else { "" }
}

/// Returns what was typed, with the unit unless it was typed too.
fn with_unit(asked: Asked<'_>, response: &Response) -> String {
    let text = typed(response).trim();
    let is_bare = text.ends_with(|c: char| c.is_ascii_digit());
    if is_bare { format!("{text} {}", unit(asked)).trim_end().to_owned() } else { text.to_owned() }
}

/// Writes what was typed, and the right answer where it was another.
fn write_typed(asked: Asked<'_>, writer: &mut Writer<'_>) {
    let look = writer.look;
    let label = Span::styled(format!("{} ", look.words.get("quiz-typed")), look.theme.muted);
    writer.words(Lead::of([Span::raw("  "), label]), &with_unit(asked, &asked.item.response), look.theme.strong);
    feedback::of_the_rest(asked, 2, writer);
    if asked.grades.is_some_and(|graded| !graded.grade.is_full()) {
        let key = with_unit(asked, &crate::assess::key_response(&asked.item.question));
        let text = look.words.with("quiz-right-answer", &[("answer", key.into())]);
        writer.words(Lead::spaces(2), &text, look.theme.right);
    }
}

impl Kind for Typing {
    fn controls(&self, _asked: Asked<'_>) -> usize {
        1
    }

    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>) {
        if asked.is_open() {
            writer.place(Spot::Control(0), |writer| self.write_field(asked, writer, focus == Some(0)));
        } else {
            write_typed(asked, writer);
        }
    }

    fn act(&mut self, _asked: Asked<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        match act {
            Act::Use => return Did::HandIn,
            Act::Type(key) => {
                let is_other = self.field.press(key);
                return if is_other { self.changed() } else { Did::Moved };
            }
            Act::Paste(text) => {
                self.field.paste(&text);
                return self.changed();
            }
            Act::Control(at) => *focus = at,
            Act::Step(Way::Left | Way::Right) => {}
            Act::Step(Way::Up | Way::Down)
            | Act::Toggle
            | Act::Letter(_)
            | Act::Number(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Extend
            | Act::Target(_)
            | Act::Word(_) => return Did::Nothing,
        }
        Did::Moved
    }

    fn is_typing(&self, focus: usize) -> bool {
        focus == 0
    }

    fn is_ready(&self, asked: Asked<'_>, focus: usize) -> bool {
        focus == 0 && !typed(&asked.item.response).trim().is_empty()
    }
}
