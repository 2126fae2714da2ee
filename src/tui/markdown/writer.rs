//! Writes rows: what stands before each line of a list or a quotation, the space between blocks, and the way back to
//! the source.
//!
//! Apart from the constructs because all of them share it; it knows none of them.

use super::face::{Face, Token};
use super::row::{Piece, Row, Rows, Strip, Target};
use super::running::Running;
use super::setting::Setting;
use crate::course::markdown::Inline;
use crate::tui::width::width;

/// What stands before lines is left out where it would leave less than this for words.
const LEAST_ROOM: usize = 12;

/// What stands before the lines of a block.
#[derive(Debug)]
struct Lead {
    /// Before the first line; none once that was written.
    first: Option<Piece>,
    /// Before the others.
    rest: Piece,
    cells: usize,
}

/// Writes rows.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) setting: &'a Setting,
    out: Rows,
    leads: Vec<Lead>,
    /// The block of the chunk that is being written, and where it begins.
    block: usize,
    source: usize,
    /// Whether anything stands before the next block.
    below: bool,
    /// Whether what is written is a heading.
    pub(super) is_heading: bool,
    /// The whole source, to count figures in; empty outside lessons.
    lesson: &'a str,
}

impl<'a> Writer<'a> {
    /// Begins with nothing.
    pub(super) fn new(setting: &'a Setting) -> Self {
        let out = Rows::default();
        Self { setting, out, leads: Vec::new(), block: 0, source: 0, below: false, is_heading: false, lesson: "" }
    }

    /// Goes on with a lesson; `below` says whether something stands above.
    pub(super) fn follow(&mut self, lesson: &'a str, below: bool) {
        self.lesson = lesson;
        self.below = below;
    }

    /// Counts the figures up to a place of the lesson; none outside lessons.
    pub(super) fn figures_until(&self, end: usize) -> Option<usize> {
        let before = self.lesson.get(..end)?;
        (!before.is_empty()).then(|| before.matches("```figure").count())
    }

    /// Says which block of the chunk is written next.
    pub(super) fn begin_block(&mut self, block: usize, source: usize) {
        self.block = block;
        self.source = source;
    }

    /// Leaves an empty row, if anything stands above.
    pub(super) fn space(&mut self) {
        if self.below {
            self.row(Vec::new());
        }
        self.below = true;
    }

    /// Says that the next block follows without a space.
    pub(super) fn close_up(&mut self) {
        self.below = false;
    }

    /// How many cells words may take.
    pub(super) fn room(&self) -> usize {
        let taken: usize = self.leads.iter().map(|lead| lead.cells).sum();
        self.setting.width.saturating_sub(taken).max(1)
    }

    /// Puts something before the lines that follow, until `outdent`; both texts take the same cells.
    pub(super) fn indent(&mut self, first: &str, rest: &str, face: Face) {
        let cells = width(first).max(width(rest));
        let lead = if self.room() < cells + LEAST_ROOM {
            Lead { first: None, rest: piece("", face), cells: 0 }
        } else {
            Lead { first: Some(piece(first, face)), rest: piece(rest, face), cells }
        };
        self.leads.push(lead);
    }

    /// Ends what `indent` began; a first line that never came is written now.
    pub(super) fn outdent(&mut self) {
        if self.leads.last().is_some_and(|lead| lead.first.is_some()) {
            self.row(Vec::new());
        }
        self.leads.pop();
    }

    /// Writes one row behind what stands before it.
    pub(super) fn row(&mut self, words: Vec<Piece>) {
        self.row_with(words, None);
    }

    /// Writes one row of a picture behind what stands before it.
    pub(super) fn strip(&mut self, strip: Strip) {
        self.row_with(Vec::new(), Some(strip));
    }

    fn row_with(&mut self, words: Vec<Piece>, strip: Option<Strip>) {
        let mut pieces: Vec<Piece> = Vec::with_capacity(words.len() + self.leads.len());
        for lead in &mut self.leads {
            let before = lead.first.take().unwrap_or_else(|| lead.rest.clone());
            if !before.text.is_empty() {
                pieces.push(before);
            }
        }
        pieces.extend(words);
        if strip.is_none() && pieces.iter().all(|piece| piece.lead && !piece.face.panel && piece.text.trim().is_empty())
        {
            pieces.clear();
        }
        let (heading, block, source) = (self.is_heading, self.block, self.source);
        self.out.rows.push(Row { pieces, strip, heading, block, source });
    }

    /// Writes running text, wrapped.
    pub(super) fn running(&mut self, inlines: &[Inline], face: Face) {
        let running = self.flow(inlines, face);
        self.flowing(&running);
    }

    /// Writes words of our own, wrapped.
    pub(super) fn words(&mut self, words: &str, face: Face) {
        let mut running = Running::default();
        running.push(words, face, None);
        self.flowing(&running);
    }

    /// Writes what has been put together, wrapped.
    pub(super) fn flowing(&mut self, running: &Running) {
        for line in running.lines(self.room()) {
            self.row(line);
        }
    }

    /// Puts running text together, without writing it.
    pub(super) fn flow(&mut self, inlines: &[Inline], face: Face) -> Running {
        let mut running = Running::default();
        let targets = &mut self.out.targets;
        running.inlines(inlines, face, &mut |inline| add_target(targets, inline));
        running
    }

    /// Adds something that can be looked up.
    pub(super) fn target(&mut self, target: Target) -> usize {
        self.out.targets.push(target);
        self.out.targets.len() - 1
    }

    /// Returns the rows.
    pub(super) fn finish(self) -> Rows {
        self.out
    }

    /// Counts a block of the chunk.
    pub(super) fn count_block(&mut self) {
        self.out.blocks += 1;
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "nothing else can be looked up")]
fn add_target(targets: &mut Vec<Target>, inline: &Inline) -> Option<usize> {
    let target = match inline {
        Inline::Term(Some(term), _) => Target::Term(term.clone()),
        Inline::FootnoteRef(place) => Target::Footnote(*place),
        _ => return None,
    };
    targets.push(target);
    Some(targets.len() - 1)
}

/// A piece of our own.
pub(super) fn piece(text: &str, face: Face) -> Piece {
    Piece { text: text.to_owned(), face, target: None, lead: true }
}

/// A rule across so many cells.
pub(super) fn rule(setting: &Setting, cells: usize) -> Piece {
    piece(&setting.glyphs.rule[0].repeat(cells), Face::of(Token::Rule))
}
