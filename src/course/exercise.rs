//! An exercise, checked: desk work on one of eight engines, with its rules, its proof and its debrief.
//!
//! Apart from lessons and quizzes because it is work and not answers. It says what the rules are; what a piece of work
//! is worth by them is `assess`. Everything in here was found complete and valid when the file was read.

pub mod arrange;
pub mod case;
pub mod desk;
pub mod field;
mod finds;
pub mod form;
pub mod marking;
mod patterns;
mod read;
pub mod rule;
pub mod stages;
pub mod text;
pub mod work;
pub mod writing;

pub use arrange::Arranging;
pub use case::Case;
pub use desk::Desk;
pub use field::FieldTask;
pub use finds::Finds;
pub use form::Form;
pub use marking::Marking;
pub use patterns::Patterns;
pub use read::{Around, exercise, outline};
pub use rule::{Fault, Rule};
pub use stages::Stages;
pub use work::Work;
pub use writing::Writing;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::question::Question;
use crate::id::{ExerciseId, LessonId, OptionId, SectionId};

/// Desk work.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// The id.
    pub id: ExerciseId,
    /// The lesson it belongs to; none for a stage.
    pub lesson: Option<LessonId>,
    /// The whole that it is a stage of.
    pub of: Option<ExerciseId>,
    /// The title.
    pub title: String,
    /// What it takes; the budget where time scores.
    pub minutes: u16,
    /// The pass mark, as a grade.
    pub pass: u16,
    /// The name under which it opens blank, for real items.
    pub tool: Option<String>,
    /// Whether it is a form that nobody judges.
    pub questionnaire: bool,
    /// Words of its language that are read aloud in a minute.
    pub read_aloud: u16,
    /// What to do, as Markdown.
    pub brief: String,
    /// What each part counts; empty for the engine's own weights.
    pub weights: BTreeMap<Part, u16>,
    /// What lies on the desk.
    pub materials: Vec<Material>,
    /// The work.
    pub engine: Engine,
    /// Asked after the work.
    pub questions: Vec<Question>,
    /// What is said after handing in.
    pub debrief: Debrief,
    /// What a trainer or a colleague marks later.
    pub rubric: Vec<Criterion>,
    /// A work that passes; none for stages.
    pub model: Option<Work>,
    /// A typical wrong work.
    pub typical: Option<Typical>,
}

/// What is known of an exercise without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseOutline {
    /// The id.
    pub id: ExerciseId,
    /// The title.
    pub title: String,
    /// The engine's name.
    pub engine: EngineKind,
    /// What it takes.
    pub minutes: u16,
    /// The lesson it belongs to; none for a stage.
    pub lesson: Option<LessonId>,
    /// The whole that it is a stage of.
    pub of: Option<ExerciseId>,
    /// The name under which it opens blank.
    pub tool: Option<String>,
    /// Whether it is a form that nobody judges; it is no desk work then.
    pub questionnaire: bool,
}

impl ExerciseOutline {
    /// Returns whether it is desk work of the course by itself: no stage, no questionnaire.
    pub fn is_whole_work(&self) -> bool {
        self.of.is_none() && !self.questionnaire
    }
}

/// The engines by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EngineKind {
    /// Fills a form.
    Form,
    /// Writes or cuts a text.
    Write,
    /// Chooses and orders cards.
    Arrange,
    /// Marks spans of a text.
    Mark,
    /// Works a queue.
    Desk,
    /// Investigates.
    Case,
    /// Does something away from the screen.
    Field,
    /// Does several of these in one story.
    Stages,
}

impl EngineKind {
    /// All engines.
    pub const ALL: [Self; 8] =
        [Self::Form, Self::Write, Self::Arrange, Self::Mark, Self::Desk, Self::Case, Self::Field, Self::Stages];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Write => "write",
            Self::Arrange => "arrange",
            Self::Mark => "mark",
            Self::Desk => "desk",
            Self::Case => "case",
            Self::Field => "field",
            Self::Stages => "stages",
        }
    }
}

/// The work itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Engine {
    /// A form.
    Form(Form),
    /// A text.
    Write(Writing),
    /// Cards.
    Arrange(Arranging),
    /// A text to mark.
    Mark(Marking),
    /// A queue.
    Desk(Desk),
    /// An investigation.
    Case(Case),
    /// A task away from the screen.
    Field(FieldTask),
    /// Several in one story.
    Stages(Stages),
}

impl Engine {
    /// Returns which engine it is.
    pub fn kind(&self) -> EngineKind {
        match self {
            Self::Form(_) => EngineKind::Form,
            Self::Write(_) => EngineKind::Write,
            Self::Arrange(_) => EngineKind::Arrange,
            Self::Mark(_) => EngineKind::Mark,
            Self::Desk(_) => EngineKind::Desk,
            Self::Case(_) => EngineKind::Case,
            Self::Field(_) => EngineKind::Field,
            Self::Stages(_) => EngineKind::Stages,
        }
    }
}

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Rules kept.
    Rules,
    /// Spans marked.
    Marks,
    /// Decisions in a queue.
    Decisions,
    /// Codes given with them.
    Codes,
    /// Notes written with them.
    Notes,
    /// Labels on cards.
    Labels,
    /// What a case came to.
    Conclusion,
    /// The evidence cited for it.
    Reasons,
    /// The order of work.
    Order,
    /// Steps done away from the screen.
    Done,
    /// What somebody else marked.
    Rubric,
    /// Questions after the work.
    Questions,
    /// Accuracy, over stages.
    Accuracy,
    /// Process, over stages.
    Process,
    /// The clock.
    Time,
}

impl Part {
    /// All parts, in the order in which a debrief shows them.
    pub const ALL: [Self; 15] = [
        Self::Rules,
        Self::Marks,
        Self::Decisions,
        Self::Codes,
        Self::Notes,
        Self::Labels,
        Self::Conclusion,
        Self::Reasons,
        Self::Order,
        Self::Done,
        Self::Rubric,
        Self::Questions,
        Self::Accuracy,
        Self::Process,
        Self::Time,
    ];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Marks => "marks",
            Self::Decisions => "decisions",
            Self::Codes => "codes",
            Self::Notes => "notes",
            Self::Labels => "labels",
            Self::Conclusion => "conclusion",
            Self::Reasons => "reasons",
            Self::Order => "order",
            Self::Done => "done",
            Self::Rubric => "rubric",
            Self::Questions => "questions",
            Self::Accuracy => "accuracy",
            Self::Process => "process",
            Self::Time => "time",
        }
    }
}

/// Something that lies on the desk, read beside the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// The id.
    pub id: OptionId,
    /// The title.
    pub title: String,
    /// The text, as Markdown.
    pub text: String,
}

/// What is said after the work was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// What the work shows, as Markdown.
    pub text: String,
    /// What an expert would have done, and when, as Markdown.
    pub expert: String,
    /// The passage of the lesson to go back to.
    pub section: Option<SectionId>,
}

/// One line of a rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// The id.
    pub id: OptionId,
    /// What is looked for.
    pub text: String,
    /// The most points it gives.
    pub points: u8,
}

/// A typical wrong work.
#[derive(Debug, Clone, PartialEq)]
pub struct Typical {
    /// The work; none for stages.
    pub work: Work,
    /// The codes it must fail with.
    pub expect: Vec<String>,
}

/// An option of a form, a queue or a conclusion; its id may have capitals: `A0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The id, as it is shown and written in works.
    pub id: String,
    /// The words.
    pub text: String,
}
