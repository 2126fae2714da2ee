//! The Markdown of lessons and of every text of a quiz: what it refers to, and what would not fit a screen.
//!
//! Apart from parsing, which shows a faulty text as well as it can and never complains.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::course::fields::Text;
use crate::course::markdown::{Block, BlockKind, Document, Fault, FaultKind, visit_blocks};
use crate::course::raw::quiz as raw;
use crate::course::source::{Source, suggest};
use crate::course::words::{InnerQuestions, Words, read_question, read_translated};
use crate::diagnostic::{Code, code};
use crate::text::width;

/// The widest table or code line.
const WIDEST: usize = 76;
/// Bytes that cannot hold nesting too deep to show.
const SHORT: usize = 1_000;
/// The widest drawing.
const WIDEST_FIGURE: usize = 72;

/// What the text of a lesson is checked with.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// What it may refer to.
    pub(super) words: &'a Arc<Words>,
    /// For a translated lesson, the questions inside its original.
    pub(super) originals: Option<&'a InnerQuestions>,
}

/// Checks the text of a lesson.
pub(super) fn document(source: &Source<'_>, (document, blocks): (&Document, &[Block]), around: Around<'_>) {
    for fault in document.faults() {
        if fault.kind == FaultKind::Question {
            inner_question(source, &fault.span, around);
        } else {
            report(source, &fault, fault.span.clone());
        }
    }
    let mut ids = Ids { around, figures: HashSet::new(), questions: HashSet::new() };
    visit_blocks(blocks, &mut |block| self::block(source, block, &mut ids));
}

/// Ids that a lesson's text may hold once.
struct Ids<'a> {
    around: Around<'a>,
    figures: HashSet<String>,
    questions: HashSet<String>,
}

fn block(source: &Source<'_>, block: &Block, ids: &mut Ids<'_>) {
    match &block.kind {
        BlockKind::Table(_) | BlockKind::Code(_) => wide_lines(source, block),
        BlockKind::Figure(figure) => {
            if !ids.figures.insert(figure.id.to_string()) {
                twice(source, "figure", figure.id.as_str(), block.span.clone());
            }
            drawing(source, block, &figure.art);
        }
        BlockKind::Question(question) => {
            if !ids.questions.insert(question.id.to_string()) {
                twice(source, "question", question.id.as_str(), block.span.clone());
            }
            inner_question(source, &block.span, ids.around);
        }
        BlockKind::Heading(..)
        | BlockKind::Paragraph(_)
        | BlockKind::List(..)
        | BlockKind::Quote(_)
        | BlockKind::CallOut(..)
        | BlockKind::Picture(..)
        | BlockKind::Definitions(_)
        | BlockKind::Rule
        | BlockKind::Refused(..) => {}
    }
}

fn twice(source: &Source<'_>, what: &str, id: &str, span: Range<usize>) {
    let message = format!("the lesson has the {what} `{id}` twice");
    source.error(code::DUPLICATE_ID, span, message, "give one of them another id");
}

/// Returns the lines of a block with their places in the file.
fn lines<'s>(source: &Source<'s>, span: &Range<usize>) -> Vec<(usize, &'s str)> {
    let text = source.text.get(span.clone()).unwrap_or_default();
    let mut at = span.start;
    let place = |line: &'s str| {
        let start = at;
        at += line.len();
        (start, line.trim_end())
    };
    text.split_inclusive('\n').map(place).collect()
}

fn wide_lines(source: &Source<'_>, block: &Block) {
    for (at, line) in lines(source, &block.span) {
        let cells = width(line.trim_start_matches(['>', ' ']));
        if cells > WIDEST && !line.trim_start().starts_with("```") {
            let message = format!("the line is {cells} columns wide");
            let hint = format!("keep tables and code within {WIDEST} columns");
            source.warning(code::TOO_WIDE, at..at + line.len(), message, hint);
        }
    }
}

fn drawing(source: &Source<'_>, block: &Block, art: &[String]) {
    for line in art {
        let place = lines(source, &block.span).into_iter().find(|(_, written)| written.ends_with(line.as_str()));
        let span = place.map_or(block.span.clone(), |(at, written)| at..at + written.len());
        let cells = width(line);
        if cells > WIDEST_FIGURE {
            let message = format!("the drawing is {cells} columns wide");
            source.warning(
                code::TOO_WIDE,
                span.clone(),
                message,
                format!("keep figures within {WIDEST_FIGURE} columns"),
            );
        }
        if let Some(letter) = line.chars().find(|c| !is_drawn(*c)) {
            let message = format!("`{letter}` is neither ASCII nor box-drawing");
            source.warning(code::FIGURE_LETTERS, span, message, "some terminals cannot show it in one column");
        }
    }
}

/// Returns whether a letter may stand in a drawing; words in it may have accents.
fn is_drawn(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{2500}'..='\u{259f}' | '\u{00a0}'..='\u{017f}' | '–' | '—' | '’' | '“' | '”' | '…')
}

/// Checks a question inside a lesson, with the places of its own lines.
fn inner_question(source: &Source<'_>, span: &Range<usize>, around: Around<'_>) {
    let inside = lines(source, span);
    let is_fence = |line: &str| line.trim_start_matches(['>', ' ']).starts_with("```");
    let start = inside.iter().find(|(_, line)| !is_fence(line)).map_or(span.end, |(at, _)| *at);
    let end = inside.iter().rev().find(|(_, line)| is_fence(line)).map_or(span.end, |(at, _)| *at);
    let piece = source.piece(start..end.max(start));
    let (raw, question) = match around.originals {
        Some(originals) => read_translated(&piece, originals),
        None => read_question(&piece),
    };
    if let Some(question) = question {
        self::question(source, &raw, around.words);
        super::proof::prove(&piece, &raw, &question);
        super::taste::question(&piece, super::items::Item { raw: &raw, question: &question, is_variant: false });
    }
}

/// Reports figures and questions that a translation has and its original has not, or the other way.
pub(super) fn same_figures(source: &Source<'_>, translated: &[Block], original: &[Block]) {
    let (there, known) = (figures(translated), figures(original));
    for (id, span) in there.iter().filter(|(id, _)| !known.iter().any(|(other, _)| other == id)) {
        let hint = suggest(id, known.iter().map(|(id, _)| id.as_str()));
        let message = format!("the original has no figure or question `{id}`");
        source.error(code::TRANSLATION_OF_NOTHING, span.clone(), message, hint);
    }
}

fn figures(blocks: &[Block]) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    visit_blocks(blocks, &mut |block| {
        if let BlockKind::Figure(figure) = &block.kind {
            found.push((figure.id.to_string(), block.span.clone()));
        } else if let BlockKind::Question(question) = &block.kind {
            found.push((question.id.to_string(), block.span.clone()));
        }
    });
    found
}

/// Checks every text of a question.
pub(super) fn question(source: &Source<'_>, raw: &raw::Question, words: &Arc<Words>) {
    let options = raw.options.iter().flat_map(|o| [&o.text, &o.feedback]);
    let targets = raw.targets.iter().map(|t| &t.text);
    let traps = raw.traps.iter().map(|t| &t.feedback);
    let own = [&raw.prompt, &raw.why, &raw.right_feedback, &raw.otherwise];
    let texts = own.into_iter().chain(options).chain(targets).chain(traps).flatten().chain(&raw.hints);
    texts.for_each(|value| text(source, value, words));
}

/// Checks a text that stands in a TOML file.
pub(super) fn text(source: &Source<'_>, text: &Text, words: &Arc<Words>) {
    let marks = ["[[", "[^", "![", "[!", "{{", "<", "```", "~~~", "# "];
    if text.get_ref().len() < SHORT && !marks.iter().any(|mark| text.get_ref().contains(mark)) {
        return; // nothing in it can be at fault
    }
    let document = Document::parse(text.get_ref().clone(), 0, Arc::<Words>::clone(words));
    for fault in document.faults() {
        let words = text.get_ref().get(fault.span.clone()).unwrap_or_default();
        report(source, &fault, place_in(source, text, words));
    }
}

/// Finds words of a value in its file; escapes may hide them, then it is the whole value.
fn place_in(source: &Source<'_>, text: &Text, words: &str) -> Range<usize> {
    let span = text.span();
    let written = source.text.get(span.start - source.base..span.end - source.base).unwrap_or_default();
    match written.find(words).filter(|_| !words.is_empty()) {
        Some(at) => span.start + at..span.start + at + words.len(),
        None => span,
    }
}

fn report(source: &Source<'_>, fault: &Fault, span: Range<usize>) {
    let (code, is_error, message, hint) = words_of(&fault.kind);
    if is_error {
        source.error(code, span, message, hint);
    } else {
        source.warning(code, span, message, hint);
    }
}

fn words_of(kind: &FaultKind) -> (Code, bool, String, &'static str) {
    let said = |code, message: &str, hint| (code, true, message.to_owned(), hint);
    match kind {
        FaultKind::TooDeep => said(code::TOO_DEEP, "over 100 levels stand in each other", "write it flatter"),
        FaultKind::TooLong => said(
            code::TOO_LONG,
            "over 256 KiB stand here without a heading or a paragraph",
            "write paragraphs between, or cut it into several lessons",
        ),
        FaultKind::TooManySections => {
            said(code::TOO_MANY_SECTIONS, "the lesson has over 5,000 sections", "cut it into several lessons")
        }
        FaultKind::TooManyCells(n) => {
            (code::TOO_MANY_CELLS, true, format!("the table has {n} cells, over 10,000"), "cut it into several tables")
        }
        FaultKind::Html => {
            said(code::RAW_HTML, "raw HTML is shown as text", "write Markdown; `\\<` for the sign itself")
        }
        FaultKind::Figure(why) => (code::BAD_FIGURE, true, why.clone(), "docs/course-format.md shows a figure"),
        FaultKind::Question => said(code::BAD_QUESTION, "a question cannot stand here", "write it into a lesson"),
        FaultKind::UnknownTerm(term) => {
            let message = format!("the glossary has no term `{term}`");
            (code::UNKNOWN_TERM, true, message, "add it to lessons/glossary.toml, or write it without brackets")
        }
        FaultKind::UnknownValue(path) => {
            let message = format!("there is no value `{path}`");
            (code::UNKNOWN_VALUE, true, message, "values are `{{house.path}}` and stand in lessons/house.toml")
        }
        FaultKind::UnknownCallOut(name) => {
            let message = format!("there is no call-out `{name}`");
            (code::UNKNOWN_CALL_OUT, true, message, "call-outs are NOTE, WARNING, EXAMPLE and TRAINER")
        }
        FaultKind::DoubleSection(id) => {
            let message = format!("two sections have the id `{id}`");
            (code::DUPLICATE_ID, true, message, "write another id: `## … {#id}`")
        }
        FaultKind::BadSectionId(id) => {
            (code::BAD_ID, true, format!("`{id}` is not an id"), "use lower-case letters a-z, digits and `-`")
        }
        FaultKind::TitleHeading => said(
            code::TITLE_HEADING,
            "a `#` heading in the text",
            "the title is in the front matter; sections are `##`",
        ),
        FaultKind::OpenFence => said(code::OPEN_FENCE, "this block is never closed", "end it with a line ```"),
        FaultKind::UnusedFootnote(label) => {
            let message = format!("nothing refers to the footnote `{label}`");
            (code::UNUSED_FOOTNOTE, false, message, "refer to it, or take it away")
        }
        FaultKind::UnknownFootnote(label) => {
            let message = format!("the footnote `{label}` has no text");
            (code::UNKNOWN_FOOTNOTE, true, message, "write `[^label]: …` below")
        }
        FaultKind::PictureWithoutText(path) => {
            let message = format!("the picture `{path}` has no text");
            (code::PICTURE_WITHOUT_TEXT, true, message, "say in the square brackets what it shows")
        }
    }
}
