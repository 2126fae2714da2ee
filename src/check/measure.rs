//! What a lesson comes to in figures: words, minutes, questions, and how hard it is to read.
//!
//! Apart from the rules on its shape because the figures are wanted by themselves too (`rundown check --counts`).

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use super::prose::Prose;
use crate::course::load::LoadedLesson;
use crate::course::markdown::{Block, BlockKind, CallOut, count_words, visit_blocks};
use crate::course::question::Kind;
use crate::id::{ExerciseId, LessonId};

/// The section that sums a lesson up.
const SUMMARY: &str = "summary";

/// The figures of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The lesson.
    pub lesson: LessonId,
    /// Words that a learner reads, headings, tables and captions included; questions apart.
    pub words: usize,
    /// Words before the first heading.
    pub hook: usize,
    /// Words of prose between hook and summary, without the worked example and what the reader completes.
    pub core: usize,
    /// Björnsson's LIX of the prose.
    pub lix: usize,
    /// The share of sentences over 20 words, in percent.
    pub long_sentences: usize,
    /// Minutes of reading, rounded.
    pub minutes: usize,
    /// Questions of the quiz, variants apart.
    pub questions: usize,
    /// How many kinds they are of.
    pub kinds: usize,
    /// Variants of all questions together.
    pub variants: usize,
    /// Questions that have a variant.
    pub varied: usize,
    /// Critical questions, variants apart.
    pub criticals: usize,
    /// The desk work.
    pub exercise: Option<ExerciseId>,
}

/// One lesson, measured: its figures, and where what they are taken from stands.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) counts: Counts,
    pub(super) prose: Prose,
    /// Where the hook and the core begin; none where there is none.
    pub(super) hook: Option<Range<usize>>,
    pub(super) core: Option<Range<usize>>,
    pub(super) has_example: bool,
    pub(super) has_half_finished: bool,
    /// The list of the summary with its number of items.
    pub(super) summary: Option<(Range<usize>, usize)>,
}

/// Measures a lesson; none where its front matter does not stand.
pub(super) fn measure(lesson: &LoadedLesson, words_per_minute: u16) -> Option<Measured> {
    let front = lesson.front.as_ref()?;
    let sections: Vec<Vec<Block>> = (0..lesson.sections.len()).map(|at| lesson.document.blocks(at)).collect();
    let example = sections.iter().rposition(|blocks| has(blocks, &is_example));
    let half_finished = sections.iter().position(|blocks| has(blocks, &is_question));
    let summary = lesson.sections.iter().position(|section| section.id.as_str() == SUMMARY);
    let is_core =
        |at: &usize| *at > 0 && Some(*at) != example && Some(*at) != summary && !has(&sections[*at], &is_question);
    let core: Vec<usize> = (0..sections.len()).filter(is_core).collect();
    let prose = sections.iter().fold(Prose::default(), |all, blocks| all.and(Prose::of(blocks)));
    let words =
        sections.iter().flatten().filter(|block| !is_question(block)).map(|b| count_words(std::slice::from_ref(b)));
    let words: usize = words.sum();
    let quiz = Quiz::of(lesson);
    let wpm = usize::from(words_per_minute.max(1));
    let counts = Counts {
        lesson: front.id.clone(),
        words,
        hook: sections.first().map_or(0, |blocks| Prose::of(blocks).words()),
        core: core.iter().map(|at| Prose::of(&sections[*at]).words()).sum(),
        lix: prose.lix(),
        long_sentences: prose.long_share(),
        minutes: (words + wpm / 2) / wpm,
        questions: quiz.questions,
        kinds: quiz.kinds.len(),
        variants: quiz.variants,
        varied: quiz.varied,
        criticals: quiz.criticals,
        exercise: front.exercise.clone(),
    };
    let first = |at: usize| sections.get(at).and_then(|blocks| blocks.first()).map(|block| block.span.clone());
    Some(Measured {
        counts,
        prose,
        hook: first(0),
        core: core.first().and_then(|at| first(*at)),
        has_example: example.is_some(),
        has_half_finished: half_finished.is_some(),
        summary: summary.and_then(|at| sections.get(at)).and_then(|blocks| list(blocks)),
    })
}

/// The figures of a quiz.
#[derive(Debug, Default)]
struct Quiz {
    questions: usize,
    kinds: BTreeSet<Kind>,
    variants: usize,
    varied: usize,
    criticals: usize,
}

impl Quiz {
    fn of(lesson: &LoadedLesson) -> Self {
        let mut quiz = Self::default();
        for slot in lesson.quiz.iter().flat_map(|quiz| &quiz.checked.quiz.slots) {
            let Some(first) = slot.questions.first() else { continue };
            quiz.questions += 1;
            quiz.kinds.insert(first.kind());
            quiz.variants += slot.questions.len() - 1;
            quiz.varied += usize::from(slot.questions.len() > 1);
            quiz.criticals += usize::from(first.critical);
        }
        quiz
    }
}

fn has(blocks: &[Block], is: &dyn Fn(&Block) -> bool) -> bool {
    let mut found = false;
    visit_blocks(blocks, &mut |block| found |= is(block));
    found
}

fn is_example(block: &Block) -> bool {
    matches!(block.kind, BlockKind::CallOut(CallOut::Example, _))
}

fn is_question(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Question(_))
}

fn list(blocks: &[Block]) -> Option<(Range<usize>, usize)> {
    blocks.iter().find_map(|block| {
        let BlockKind::List(_, items) = &block.kind else { return None };
        Some((block.span.clone(), items.len()))
    })
}
