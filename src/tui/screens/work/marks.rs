//! The station of `mark`: a text whose words or sentences get labels.
//!
//! One control for each label and one for the text. Digits choose the label that is given; Enter or Space marks the
//! word under the cursor and takes the mark away again, `x` marks and goes on.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::board::row_style;
use super::station::{Did, Seen, Station};
use crate::assess::work::Place;
use crate::course::exercise::marking::{Marking, Unit};
use crate::course::exercise::work::Marked;
use crate::course::exercise::{Engine, Work};
use crate::text::width;
use crate::tui::look::Look;
use crate::tui::screens::quiz::{Act, Way, signs};
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// A text on the screen.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The label that is given, from 0.
    label: usize,
    /// The word under the cursor.
    at: usize,
}

fn parts(seen: Seen<'_>) -> Option<(&Marking, &[Marked])> {
    match (&seen.bench.exercise.engine, &seen.bench.work) {
        (Engine::Mark(marking), Work::Mark { marks }) => Some((marking, marks)),
        _ => None,
    }
}

/// Returns the label of each word, by its place.
fn labels(marking: &Marking, marks: &[Marked]) -> Vec<Option<usize>> {
    let mut labels = vec![None; marking.words.len()];
    for mark in marks {
        let label = marking.labels.iter().position(|label| label.id == mark.label);
        labels.iter_mut().take(mark.to).skip(mark.from).for_each(|word| *word = label);
    }
    labels
}

/// Returns labels as runs of words. Runs of sentences end where their span does.
fn runs(marking: &Marking, labels: &[Option<usize>]) -> Vec<Marked> {
    let mut runs: Vec<(Marked, usize)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let Some((label, name)) = label.and_then(|label| Some((label, marking.labels.get(label)?))) else { continue };
        match runs.last_mut() {
            Some((run, of)) if run.to == at && *of == label => run.to = at + 1,
            _ => runs.push((Marked { label: name.id.clone(), from: at, to: at + 1 }, label)),
        }
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// Returns the words that are marked together with one: itself, or its sentence.
fn unit(marking: &Marking, at: usize) -> std::ops::Range<usize> {
    let span = marking.words.get(at).and_then(|word| word.span.as_ref());
    let Some(span) = span.filter(|_| marking.unit == Unit::Sentences) else { return at..at + 1 };
    let is_of = |at: &usize| marking.words.get(*at).is_some_and(|word| word.span.as_ref() == Some(span));
    let from = (0..at).rev().take_while(is_of).last().unwrap_or(at);
    from..at + (at..marking.words.len()).take_while(is_of).count()
}

impl Marks {
    fn mark(&self, seen: Seen<'_>, only_on: bool) -> Did {
        let Some((marking, marks)) = parts(seen) else { return Did::Nothing };
        let mut labels = labels(marking, marks);
        let unit = unit(marking, self.at);
        let is_on = labels.get(self.at) == Some(&Some(self.label));
        let label = if is_on && !only_on { None } else { Some(self.label) };
        labels.iter_mut().take(unit.end).skip(unit.start).for_each(|word| *word = label);
        Did::Change(Work::Mark { marks: runs(marking, &labels) })
    }

    fn walk(&mut self, seen: Seen<'_>, forward: bool) {
        let Some((marking, _)) = parts(seen) else { return };
        let unit = unit(marking, self.at);
        let last = marking.words.len().saturating_sub(1);
        self.at = if forward { unit.end.min(last) } else { unit.start.saturating_sub(1) };
        if !forward && marking.unit == Unit::Sentences {
            self.at = self::unit(marking, self.at).start;
        }
    }

    fn write_labels(&self, marking: &Marking, focus: usize, writer: &mut Writer<'_>) {
        for (at, label) in marking.labels.iter().enumerate() {
            let look = writer.look;
            let sign = look.glyphs.radio[usize::from(at == self.label)];
            let has_focus = focus == at;
            let style = if at == self.label { look.theme.now } else { row_style(look, has_focus) };
            writer.place(Spot::Control(at), |writer| {
                if has_focus {
                    writer.cursor_on_next_line(2);
                }
                let number = Span::styled(format!("{sign} {}  ", at + 1), style);
                writer.words(Lead::of([signs::marker(look, has_focus), number]), &label.text, style);
            });
        }
    }

    fn write_text(&self, seen: Seen<'_>, has_focus: bool, writer: &mut Writer<'_>) {
        let Some((marking, marks)) = parts(seen) else { return };
        let labels = labels(marking, marks);
        let cells = writer.cells().max(8);
        let mut line: Vec<(usize, String)> = Vec::new();
        let mut taken = 0;
        for (at, word) in marking.words.iter().enumerate() {
            let shown = with_signs(&labels, at, &word.text);
            let long = width(&shown);
            if taken + long > cells && !line.is_empty() {
                self.write_line(&std::mem::take(&mut line), &labels, has_focus, writer);
                taken = 0;
            }
            taken += long + 1;
            line.push((at, shown));
            if word.ends_paragraph {
                self.write_line(&std::mem::take(&mut line), &labels, has_focus, writer);
                writer.space();
                taken = 0;
            }
        }
        self.write_line(&line, &labels, has_focus, writer);
    }

    fn write_line(
        &self,
        words: &[(usize, String)],
        labels: &[Option<usize>],
        has_focus: bool,
        writer: &mut Writer<'_>,
    ) {
        let look = writer.look;
        let mut spans = Vec::new();
        let mut column = 0;
        let mut places = Vec::new();
        for (at, shown) in words {
            let label = labels.get(*at).copied().flatten();
            let style = style(look, label, has_focus && *at == self.at);
            if has_focus && *at == self.at {
                writer.cursor_on_next_line(column);
            }
            places.push((*at, column..column + width(shown)));
            column += width(shown) + 1;
            spans.push(Span::styled(shown.clone(), style));
            let is_joined = label.is_some() && labels.get(at + 1).copied().flatten() == label;
            spans.push(Span::styled(" ", if is_joined { self::style(look, label, false) } else { Style::new() }));
        }
        if spans.is_empty() {
            return;
        }
        writer.line(Line::from(spans));
        for (at, columns) in places {
            writer.place_in_line(Spot::Word(at), columns);
        }
    }
}

/// A run begins with its number in brackets, so that no label is told by colour alone.
fn with_signs(labels: &[Option<usize>], at: usize, word: &str) -> String {
    let here = labels.get(at).copied().flatten();
    let before = at.checked_sub(1).and_then(|at| labels.get(at).copied().flatten());
    let after = labels.get(at + 1).copied().flatten();
    let open = here.filter(|_| before != here).map_or_else(String::new, |label| format!("[{} ", label + 1));
    let close = if here.is_some() && after != here { "]" } else { "" };
    format!("{open}{word}{close}")
}

fn style(look: &Look, label: Option<usize>, has_focus: bool) -> Style {
    let theme = &look.theme;
    let colours = [theme.accent, theme.warn, theme.right, theme.wrong, theme.now, theme.strong];
    let marked = label.map_or(theme.text, |label| colours[label % colours.len()].add_modifier(Modifier::UNDERLINED));
    if has_focus { theme.focus.add_modifier(Modifier::REVERSED) } else { marked }
}

impl Station for Marks {
    fn controls(&self, seen: Seen<'_>) -> usize {
        parts(seen).map_or(0, |(marking, _)| marking.labels.len() + 1)
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some((marking, _)) = parts(seen) else { return };
        self.write_labels(marking, focus, writer);
        writer.space();
        let text = marking.labels.len();
        writer.place(Spot::Control(text), |writer| self.write_text(seen, focus == text, writer));
    }

    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, paper: &Paper, act: Act) -> Did {
        let Some((marking, _)) = parts(seen) else { return Did::Nothing };
        let text = marking.labels.len();
        match act {
            Act::Number(at) if at < text => {
                self.label = at;
                if *focus == text { self.mark(seen, true) } else { Did::Moved }
            }
            Act::Control(at) if at < text => {
                (self.label, *focus) = (at, text);
                Did::Moved
            }
            Act::Word(at) => {
                (self.at, *focus) = (at, text);
                self.mark(seen, false)
            }
            Act::Use | Act::Toggle if *focus < text => {
                (self.label, *focus) = (*focus, text);
                Did::Moved
            }
            Act::Use | Act::Toggle => self.mark(seen, false),
            Act::Extend => {
                let did = self.mark(seen, true);
                self.walk(seen, true);
                did
            }
            Act::Step(Way::Left) => {
                self.walk(seen, false);
                Did::Moved
            }
            Act::Step(Way::Right) => {
                self.walk(seen, true);
                Did::Moved
            }
            Act::Step(way) => self.row(paper, way, focus),
            Act::Number(_)
            | Act::Control(_)
            | Act::Letter(_)
            | Act::Shift(_)
            | Act::AddRow
            | Act::DeleteRow
            | Act::Target(_)
            | Act::Type(_)
            | Act::Paste(_) => Did::Nothing,
        }
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let (Some((marking, _)), Place::Words(from, _)) = (parts(seen), place) else { return false };
        (self.at, *focus) = (*from, marking.labels.len());
        true
    }

    fn looks_at(&self, _focus: usize) -> Option<Spot> {
        Some(Spot::Word(self.at))
    }

    fn takes(&self, seen: Seen<'_>, focus: usize, way: Way) -> bool {
        let Some((marking, _)) = parts(seen) else { return false };
        let _ = way;
        focus == marking.labels.len()
    }

    fn is_marking(&self) -> bool {
        true
    }
}

impl Marks {
    /// Goes a line up or down in the text; past its ends, out of it.
    fn row(&mut self, paper: &Paper, way: Way, focus: &mut usize) -> Did {
        match paper.word_beside(self.at, way == Way::Down) {
            Some(word) => self.at = word,
            None if way == Way::Down => *focus += 1,
            None => *focus = focus.saturating_sub(1),
        }
        Did::Moved
    }
}
