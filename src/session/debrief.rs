//! What is said after desk work was handed in: the score by part, what was found, the work beside the model answer.
//!
//! Apart from the screen and plain mode because both say the same. A pure value: it judges nothing, keeps nothing and
//! does not wrap. Texts of the course stand in it as they were written, as Markdown.

mod compare;
mod diff;
mod form;
mod place;

pub use diff::Piece;
pub use place::place;

use std::collections::BTreeMap;

use super::bench;
use super::item::Item;
use super::working::LookedBack;
use crate::assess::work::{Assessment, Finding, PartScore, Place, Said};
use crate::assess::{Grade, Response, grade_response};
use crate::course::exercise::rule::Weight;
use crate::course::exercise::{Exercise, Part, Work};
use crate::id::{AttemptId, LessonId, QuestionId, SectionId};
use crate::journal::progress::Marked;
use crate::words::{Value, Words};

/// What one part was worth, with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPart {
    /// The name, in words.
    pub name: String,
    /// The score.
    pub score: PartScore,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The code of the rule.
    pub code: String,
    /// How much it matters.
    pub weight: Weight,
    /// Where it is.
    pub place: Place,
    /// Where it is, in words; empty for the whole work.
    pub at: String,
    /// What is wrong.
    pub says: String,
    /// What to do; may be empty.
    pub advice: String,
}

impl Told {
    /// Puts a finding in words.
    pub fn new(finding: &Finding, exercise: &Exercise, work: &Work, words: &Words) -> Self {
        Self {
            code: finding.code.clone(),
            weight: finding.weight,
            place: finding.place.clone(),
            at: place(exercise, work, &finding.place, words),
            says: said(&finding.message, words),
            advice: finding.advice.clone(),
        }
    }
}

/// One piece of the work beside the same piece of the model answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What it is: a field, a row, an item of a queue.
    pub what: String,
    /// Whether the pieces laid one after the other are one text, and not things of their own.
    pub is_text: bool,
    /// What the learner made; what is not in the model is marked.
    pub yours: Vec<Piece>,
    /// What the model has; what is not in the work is marked.
    pub model: Vec<Piece>,
}

impl Compared {
    /// Returns whether nothing differs.
    pub fn is_same(&self) -> bool {
        !self.yours.iter().chain(&self.model).any(|piece| piece.differs)
    }
}

/// Returns what was made, piece by piece, each with what it is.
pub fn made(exercise: &Exercise, work: &Work, words: &Words) -> Vec<(String, String)> {
    let piece = |compared: Compared| {
        let texts: Vec<String> = compared.yours.into_iter().map(|piece| piece.text).collect();
        (compared.what, texts.join(if compared.is_text { " " } else { "; " }))
    };
    compare::all(exercise, work, words).into_iter().map(piece).collect()
}

/// Where a lesson tells more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The lesson.
    pub lesson: LessonId,
    /// The section.
    pub section: SectionId,
}

/// A debrief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// The title of the exercise.
    pub title: String,
    /// What the whole was worth.
    pub grade: Grade,
    /// The pass mark.
    pub pass: Grade,
    /// Whether it passed.
    pub passed: bool,
    /// The score, part by part.
    pub parts: Vec<NamedPart>,
    /// Everything that was found.
    pub findings: Vec<Told>,
    /// The work beside the model answer; empty where there is none.
    pub compared: Vec<Compared>,
    /// The questions after the work, answered and graded.
    pub items: Vec<Item>,
    /// Whether lines of a rubric still wait for somebody to mark them.
    pub waits: bool,
    /// How somebody marked it by the rubric; the grade stays what the rules gave.
    pub marked: Option<String>,
    /// What the work shows, as Markdown.
    pub shows: String,
    /// What an expert would have done, and when, as Markdown.
    pub expert: String,
    /// The passage of the lesson to go back to.
    pub passage: Option<Passage>,
}

impl Debrief {
    /// Lays out what is said of a work with the answers to the questions after it.
    pub fn new(
        exercise: &Exercise,
        work: &Work,
        answers: &BTreeMap<QuestionId, Response>,
        assessment: &Assessment,
        words: &Words,
    ) -> Self {
        let named = |score: &PartScore| NamedPart { name: part(score.part, words), score: *score };
        let told = |finding: &Finding| Told::new(finding, exercise, work, words);
        let section = exercise.debrief.section.clone();
        let passage = exercise.lesson.clone().zip(section).map(|(lesson, section)| Passage { lesson, section });
        Self {
            title: exercise.title.clone(),
            grade: assessment.grade,
            pass: Grade::new(exercise.pass),
            passed: assessment.passed,
            parts: assessment.parts.iter().map(named).collect(),
            findings: assessment.findings.iter().map(told).collect(),
            compared: compare::all(exercise, work, words),
            items: answered(exercise, answers),
            waits: waits(exercise, work),
            marked: None,
            shows: exercise.debrief.text.clone(),
            expert: exercise.debrief.expert.clone(),
            passage,
        }
    }

    /// Lays out what is said of work that was handed in before.
    pub fn of(looked: &LookedBack, words: &Words) -> Self {
        let result = &looked.done.result;
        let debrief = Self::new(&looked.exercise, &result.work, &result.answers, &looked.assessment, words);
        let marked = looked.marked.as_ref().map(|marked| marking(marked, words));
        Self { waits: debrief.waits && marked.is_none(), marked, ..debrief }
    }
}

fn marking(marked: &Marked, words: &Words) -> String {
    let points: u32 = marked.points.values().map(|points| u32::from(*points)).sum();
    let args =
        [("by", marked.by.as_str().into()), ("points", points.into()), ("comment", marked.comment.as_str().into())];
    words.with("debrief-marked", &args).trim_end().to_owned()
}

/// Returns what a finding says: the words of the course, or ours.
pub fn said(message: &Said, words: &Words) -> String {
    match message {
        Said::Course(text) => text.clone(),
        Said::Own(key, values) => {
            let args: Vec<(&str, Value<'_>)> =
                values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            words.with(key, &args)
        }
    }
}

/// Returns the name of a part of a score.
pub fn part(part: Part, words: &Words) -> String {
    words.get(match part {
        Part::Rules => "part-rules",
        Part::Marks => "part-marks",
        Part::Decisions => "part-decisions",
        Part::Codes => "part-codes",
        Part::Notes => "part-notes",
        Part::Labels => "part-labels",
        Part::Conclusion => "part-conclusion",
        Part::Reasons => "part-reasons",
        Part::Order => "part-order",
        Part::Done => "part-done",
        Part::Rubric => "part-rubric",
        Part::Questions => "part-questions",
        Part::Accuracy => "part-accuracy",
        Part::Process => "part-process",
        Part::Time => "part-time",
    })
}

fn answered(exercise: &Exercise, answers: &BTreeMap<QuestionId, Response>) -> Vec<Item> {
    let mut items = bench::items(exercise, AttemptId::from_bits(0));
    for item in &mut items {
        if let Some(response) = answers.get(&item.question.id) {
            item.response = response.clone();
        }
        item.graded = Some(grade_response(&item.question, &item.response));
    }
    items
}

fn waits(exercise: &Exercise, work: &Work) -> bool {
    let is_marked = matches!(work, Work::Field { ticked, .. } if !ticked.is_empty());
    !exercise.rubric.is_empty() && !is_marked
}

#[cfg(test)]
mod tests;
