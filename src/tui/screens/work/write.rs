//! The station of `write`: a text in an editor, its length and its read time, and the rules that it keeps by now.
//!
//! Rules that are kept are told by their codes only; the others say what is missing. Words that must go are marked
//! where they stand.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::station::{Did, Seen, Station};
use crate::assess::work::text::{count_words, read_seconds};
use crate::assess::work::{Finding, Place};
use crate::course::exercise::rule::Weight;
use crate::course::exercise::{Engine, Work, Writing};
use crate::session::debrief::said;
use crate::text::width;
use crate::tui::input::{Code, Key};
use crate::tui::look::Look;
use crate::tui::screens::quiz::{Act, Way};
use crate::tui::widgets::Editor;
use crate::tui::widgets::editor::Pressed;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// The most characters of a text.
const LONGEST: usize = 12_000;
/// The fewest rows that a text stands in.
const FEWEST: usize = 5;

/// A text on the screen.
#[derive(Debug, Default)]
pub(super) struct Drafting {
    editor: Option<Editor>,
    /// In how many cells the text was wrapped last.
    cells: Cell<usize>,
}

fn parts(seen: Seen<'_>) -> Option<(&Writing, &str)> {
    match (&seen.bench.exercise.engine, &seen.bench.work) {
        (Engine::Write(writing), Work::Write { text }) => Some((writing, text)),
        _ => None,
    }
}

/// Returns the bytes of each word, as rules count them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let start = end;
        end += piece.len();
        start..start + piece.trim_end().len()
    });
    pieces.filter(|word| !word.is_empty()).collect()
}

/// Returns the bytes from a word to the end of the last before another.
fn span(words: &[Range<usize>], (from, to): (usize, usize)) -> Option<Range<usize>> {
    Some(words.get(from)?.start..words.get(to.checked_sub(1)?)?.end)
}

impl Drafting {
    fn editor(&self, kept: &str) -> Cow<'_, Editor> {
        match &self.editor {
            Some(editor) if editor.text() == kept => Cow::Borrowed(editor),
            Some(_) | None => Cow::Owned(Editor::long(kept, LONGEST).at_start()),
        }
    }

    fn take(&mut self, kept: &str) -> &mut Editor {
        let stays = self.editor.as_ref().is_some_and(|editor| editor.text() == kept);
        if !stays {
            self.editor = None;
        }
        self.editor.get_or_insert_with(|| Editor::long(kept, LONGEST).at_start())
    }

    fn write_text(&self, found: &[Finding], text: &str, has_focus: bool, writer: &mut Writer<'_>) {
        let look = writer.look;
        let cells = writer.cells().saturating_sub(1);
        self.cells.set(cells.saturating_sub(1));
        let editor = self.editor(text);
        let rows = editor.rows(self.cells.get());
        let (row, column) = editor.cursor_in(&rows, self.cells.get());
        let base = look.theme.field();
        let marks = marks(look, found, text);
        for at in 0..rows.len().max(FEWEST) {
            let bytes = rows.get(at).cloned().unwrap_or_default();
            let mut spans = editor.pieces(&bytes, base, super::form::selected(), &marks);
            let taken: usize = spans.iter().map(|span| width(&span.content)).sum();
            spans.push(Span::styled(" ".repeat(cells.saturating_sub(taken)), base));
            if has_focus && at == row {
                writer.cursor_on_next_line(column);
            }
            writer.line(Line::from(spans));
        }
    }
}

/// Returns the words that must go, each in the style of its rule.
fn marks(look: &Look, found: &[Finding], text: &str) -> Vec<(Range<usize>, Style)> {
    let words = words(text);
    let style = |finding: &Finding| {
        let style = if finding.weight == Weight::Warning { look.theme.warn } else { look.theme.wrong };
        style.add_modifier(ratatui::style::Modifier::UNDERLINED)
    };
    let all = found.iter().flat_map(|finding| finding.words.iter().map(move |place| (finding, *place)));
    all.filter_map(|(finding, place)| Some((span(&words, place)?, style(finding)))).collect()
}

/// Writes the rules: those that are kept in one line, each of the others with what it says.
fn write_rules(writing: &Writing, found: &[Finding], writer: &mut Writer<'_>) {
    let look = writer.look;
    for finding in found {
        write_rule(look, finding, writer);
    }
    let is_kept = |code: &&str| !found.iter().any(|finding| finding.code == **code);
    let mut kept: Vec<&str> = writing.rules.iter().map(|rule| rule.fault.code.as_str()).filter(is_kept).collect();
    kept.dedup();
    let signed: Vec<String> = kept.iter().map(|code| format!("{}\u{a0}{code}\u{a0}", look.glyphs.right)).collect();
    writer.words(Lead::default(), &signed.join(" "), look.theme.right);
}

fn write_rule(look: &Look, finding: &Finding, writer: &mut Writer<'_>) {
    let (sign, style) = match finding.weight {
        Weight::Warning => (look.glyphs.warn, look.theme.warn),
        Weight::Error | Weight::Critical => (look.glyphs.wrong, look.theme.wrong),
    };
    let lead = Lead::of([Span::styled(format!("{sign} {}  ", finding.code), style)]);
    writer.words(lead, &said(&finding.message, &look.words), look.theme.text);
}

impl Station for Drafting {
    fn controls(&self, _seen: Seen<'_>) -> usize {
        1
    }

    fn headline(&self, seen: Seen<'_>, look: &Look) -> Option<Line<'static>> {
        let (writing, text) = parts(seen)?;
        let have = count_words(text);
        let (min, max) = writing.count.unwrap_or((0, u32::MAX));
        let is_within = (min..=max).contains(&have);
        let args = [("have", have.into()), ("min", min.into()), ("max", max.into())];
        let key = if writing.count.is_some() { "work-words-of" } else { "work-words" };
        let (sign, style) =
            if is_within { (look.glyphs.right, look.theme.right) } else { (look.glyphs.wrong, look.theme.wrong) };
        let seconds = read_seconds(text, seen.bench.exercise.read_aloud);
        let seconds = look.words.with("work-read-time", &[("seconds", seconds.into())]);
        Some(Line::from_iter([
            Span::styled(format!("{sign} {}", look.words.with(key, &args)), style),
            Span::styled(format!(" {} {seconds}", look.glyphs.dot), look.theme.muted),
        ]))
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some((writing, text)) = parts(seen) else { return };
        writer.place(Spot::Control(0), |writer| self.write_text(seen.findings, text, focus == 0, writer));
        writer.space();
        write_rules(writing, seen.findings, writer);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let Some((_, kept)) = parts(seen) else { return Did::Nothing };
        let cells = self.cells.get();
        let editor = self.take(kept);
        let is_down = act == Act::Step(Way::Down);
        let pressed = match act {
            Act::Type(key) => editor.press(key, cells),
            Act::Paste(text) if editor.paste(&text) => Pressed::Changed,
            Act::Use => editor.press(Key::plain(Code::Enter), cells),
            Act::Step(Way::Up) => editor.press(Key::plain(Code::Up), cells),
            Act::Step(Way::Down) => editor.press(Key::plain(Code::Down), cells),
            Act::Control(at) => {
                *focus = at;
                Pressed::Moved
            }
            _ => return Did::Nothing,
        };
        match pressed {
            Pressed::Changed => Did::Change(Work::Write { text: editor.text().to_owned() }),
            Pressed::Moved => Did::Moved,
            Pressed::Nothing if is_down => {
                *focus = 1;
                Did::Moved
            }
            Pressed::Nothing => Did::Nothing,
        }
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let Some((_, kept)) = parts(seen) else { return false };
        *focus = 0;
        if let Place::Words(from, to) = place
            && let Some(bytes) = span(&words(kept), (*from, *to))
        {
            self.take(kept).select(bytes);
        }
        true
    }

    fn finding(&self, seen: Seen<'_>, _focus: usize) -> Option<usize> {
        let (_, kept) = parts(seen)?;
        let (editor, words) = (self.editor(kept), words(kept));
        let is_here = |finding: &Finding| {
            let Place::Words(from, to) = finding.place else { return false };
            span(&words, (from, to)).is_some_and(|bytes| bytes.contains(&editor.cursor()))
        };
        seen.findings.iter().position(is_here).or_else(|| (!seen.findings.is_empty()).then_some(0))
    }

    fn point(&mut self, seen: Seen<'_>, _focus: usize, row: usize, column: usize) {
        let Some((_, kept)) = parts(seen) else { return };
        let cells = self.cells.get();
        let editor = self.take(kept);
        let rows = editor.rows(cells);
        editor.click(&rows, row, column);
    }

    fn is_typing(&self, _seen: Seen<'_>, focus: usize) -> bool {
        focus == 0
    }

    fn takes(&self, _seen: Seen<'_>, _focus: usize, _way: Way) -> bool {
        true
    }
}
