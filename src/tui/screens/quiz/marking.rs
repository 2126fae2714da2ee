//! `mark`: a text whose words are marked one by one, or several in a row, or by clicks.

use std::collections::BTreeSet;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::feedback;
use super::kind::{Act, Asked, Did, Kind, Way};
use super::signs;
use crate::assess::{Mark, Response};
use crate::course::question::{QuestionBody, Word};
use crate::text::width;
use crate::tui::look::Look;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Marking keeps which word the cursor is on.
#[derive(Debug, Default)]
pub(super) struct Marking {
    word: usize,
}

fn words(asked: Asked<'_>) -> &[Word] {
    if let QuestionBody::Mark { words, .. } = &asked.item.question.body { words } else { &[] }
}

fn is_marked(asked: Asked<'_>, at: usize) -> bool {
    matches!(&asked.item.response, Response::Marked(marked) if marked.contains(&at))
}

/// Returns the answer with a word marked or not.
fn marked(asked: Asked<'_>, at: usize, is_marked: bool) -> Did {
    let Response::Marked(before) = &asked.item.response else { return Did::Nothing };
    let mut marked: BTreeSet<usize> = before.iter().copied().collect();
    if is_marked {
        marked.insert(at);
    } else {
        marked.remove(&at);
    }
    Did::Respond(Response::Marked(marked.into_iter().collect()))
}

impl Marking {
    fn last(asked: Asked<'_>) -> usize {
        words(asked).len().saturating_sub(1)
    }

    fn step(&mut self, asked: Asked<'_>, way: Way, paper: &Paper) -> Did {
        let to = match way {
            Way::Left => self.word.checked_sub(1),
            Way::Right => (self.word < Self::last(asked)).then_some(self.word + 1),
            Way::Up => paper.word_beside(self.word, false),
            Way::Down => paper.word_beside(self.word, true),
        };
        match to {
            Some(to) => self.word = to,
            // Left and right stay in the text; up and down may leave it for what stands above and below.
            None if matches!(way, Way::Up | Way::Down) => return Did::Nothing,
            None => {}
        }
        Did::Moved
    }

    fn toggle(&self, asked: Asked<'_>) -> Did {
        marked(asked, self.word, !is_marked(asked, self.word))
    }

    fn write_text(&self, asked: Asked<'_>, has_focus: bool, writer: &mut Writer<'_>) {
        let (indent, cells) = (2, writer.cells());
        let mut line = Vec::new();
        let mut column = indent;
        let mut places: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
        for (at, word) in words(asked).iter().enumerate() {
            let wide = width(&word.text);
            if column > indent && column + wide > cells {
                end_line(writer, &mut line, &mut places);
                column = indent;
            }
            let has_cursor = has_focus && at == self.word;
            if has_cursor {
                writer.cursor_on_next_line(column);
            }
            line.push(Span::styled(word.text.clone(), style(asked, at, has_cursor, writer.look)));
            places.push((at, column..column + wide));
            column += wide + 1;
            line.push(Span::styled(" ", gap_style(asked, at, writer.look)));
            if word.ends_paragraph {
                end_line(writer, &mut line, &mut places);
                writer.space();
                column = indent;
            }
        }
        end_line(writer, &mut line, &mut places);
    }
}

fn end_line(writer: &mut Writer<'_>, line: &mut Vec<Span<'static>>, places: &mut Vec<(usize, std::ops::Range<usize>)>) {
    if line.is_empty() {
        return;
    }
    line.pop();
    line.insert(0, Span::raw("  "));
    writer.line(Line::from(std::mem::take(line)));
    for (at, columns) in places.drain(..) {
        writer.place_in_line(Spot::Word(at), columns);
    }
}

/// A marked word is underlined and heavy, whatever its colour; the word under the cursor is turned over.
fn style(asked: Asked<'_>, at: usize, has_cursor: bool, look: &Look) -> Style {
    let given = is_marked(asked, at);
    let style = match verdict(asked, at) {
        Some(mark) => signs::of_mark(look, mark).1,
        None if given => look.theme.now,
        None => look.theme.text,
    };
    let style = if given { style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD) } else { style };
    if has_cursor { style.patch(look.theme.focus).add_modifier(Modifier::REVERSED) } else { style }
}

/// The gap between two marked words of one span is marked with them.
fn gap_style(asked: Asked<'_>, at: usize, look: &Look) -> Style {
    if is_marked(asked, at) && is_marked(asked, at + 1) { style(asked, at, false, look) } else { look.theme.text }
}

/// How a word stands once the answer is graded; words that were rightly left alone are none of it.
fn verdict(asked: Asked<'_>, at: usize) -> Option<Mark> {
    asked.grades?;
    let QuestionBody::Mark { words, keys, .. } = &asked.item.question.body else { return None };
    let is_key = words.get(at)?.span.as_ref().is_some_and(|span| keys.contains(span));
    match (is_marked(asked, at), is_key) {
        (true, true) => Some(Mark::Right),
        (true, false) => Some(Mark::Wrong),
        (false, true) => Some(Mark::Missed),
        (false, false) => None,
    }
}

/// Writes the spans with what is said of them.
fn write_findings(asked: Asked<'_>, writer: &mut Writer<'_>) {
    for finding in asked.grades.map_or(&[][..], |graded| &graded.findings) {
        let span = finding.option.as_ref().and_then(|id| signs::option(asked.item, id));
        if let Some(span) = span {
            let (sign, style) = signs::of_mark(writer.look, finding.mark);
            writer.space();
            let missed = match finding.mark {
                Mark::Missed => format!(" ({})", writer.look.words.get("quiz-not-marked")),
                Mark::Right | Mark::Wrong | Mark::Open => String::new(),
            };
            let text = format!("{}{missed}", span.text);
            writer.words(Lead::of([Span::styled(format!("{sign} "), style)]), &text, writer.look.theme.strong);
            writer.markdown(Lead::spaces(2), &finding.feedback, style);
        }
    }
    writer.space();
    feedback::of_the_rest(asked, 0, writer);
}

impl Kind for Marking {
    fn controls(&self, _asked: Asked<'_>) -> usize {
        1
    }

    fn write(&self, asked: Asked<'_>, focus: Option<usize>, writer: &mut Writer<'_>) {
        writer.place(Spot::Control(0), |writer| self.write_text(asked, focus == Some(0), writer));
        write_findings(asked, writer);
    }

    fn act(&mut self, asked: Asked<'_>, focus: &mut usize, paper: &Paper, act: Act) -> Did {
        match act {
            Act::Step(way) => self.step(asked, way, paper),
            Act::Use | Act::Toggle => self.toggle(asked),
            Act::Extend => {
                let did = marked(asked, self.word, true);
                self.word = (self.word + 1).min(Self::last(asked));
                did
            }
            Act::Word(at) => {
                (*focus, self.word) = (0, at.min(Self::last(asked)));
                self.toggle(asked)
            }
            Act::Letter(_)
            | Act::Number(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Control(_)
            | Act::Target(_)
            | Act::Type(_)
            | Act::Paste(_) => Did::Nothing,
        }
    }

    fn looks_at(&self) -> Option<Spot> {
        Some(Spot::Word(self.word))
    }
}
