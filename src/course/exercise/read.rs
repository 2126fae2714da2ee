//! An exercise read from its file, every fault reported at its place.
//!
//! Apart from the types because files may say anything. Each engine reads its own fields; what nobody asked for is
//! unknown and reported. Sizes are capped here, so that no file makes a rule slow.

mod arrange;
mod case;
mod desk;
mod field;
mod form;
mod head;
mod marking;
mod questionnaire;
mod rule;
mod stages;
mod text;
mod values;
mod writing;

use super::{Debrief, Engine, EngineKind, Exercise, ExerciseOutline, Material, Part, Patterns, Typical, Work};
use crate::course::fields::{self, Fields};
use crate::course::house::House;
use crate::course::manifest::READ_ALOUD;
use crate::course::question::Question;
use crate::course::raw::quiz::Question as RawQuestion;
use crate::course::source::{Source, suggest};
use crate::course::validate::question::{Place, slot};
use crate::diagnostic::code;
use crate::id::OptionId;

/// How many bytes all patterns of an exercise may have together.
const MOST_PATTERN_BYTES: usize = 8 * 1024;

/// What an exercise is read with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The exchange's own rules, lists and codes.
    pub house: &'a House,
    /// The pass mark of exercises that name none, as a grade.
    pub pass: u16,
}

/// Reads an exercise; none where too little of it stands.
pub fn exercise(source: &Source<'_>, around: Around<'_>) -> Option<Exercise> {
    fields::read(source, "the exercise", |fields| read(fields, around))
}

/// Returns what is known of an exercise without opening it.
pub fn outline(exercise: &Exercise) -> ExerciseOutline {
    ExerciseOutline {
        id: exercise.id.clone(),
        title: exercise.title.clone(),
        engine: exercise.engine.kind(),
        minutes: exercise.minutes,
        lesson: exercise.lesson.clone(),
        of: exercise.of.clone(),
        tool: exercise.tool.clone(),
        questionnaire: exercise.questionnaire,
    }
}

fn read(fields: &Fields<'_>, around: Around<'_>) -> Option<Exercise> {
    let head = head::read(fields, around.pass);
    let kind = kind(fields);
    let materials = materials(fields);
    let questions = questions(fields);
    let rubric = field::rubric(fields);
    let debrief = fields.table("debrief", "the debrief", head::debrief);
    let is_judged = !head.questionnaire && (head.tool.is_none() || head.lesson.is_some());
    if debrief.is_none() && is_judged && kind.is_some_and(|kind| kind != EngineKind::Stages) {
        fields.missing::<()>("debrief");
    }
    let engine = kind.and_then(|kind| engine(fields, kind, around)).filter(|engine| has_few_patterns(fields, engine));
    let proved = engine.as_ref().filter(|_| !head.questionnaire);
    let model = proved.and_then(|engine| model(fields, engine));
    let typical = proved.and_then(|engine| typical(fields, engine));
    if let Some(engine) = engine.as_ref().filter(|_| head.questionnaire) {
        questionnaire::check(fields, engine);
    }
    Some(Exercise {
        id: head.id?,
        lesson: head.lesson,
        of: head.of,
        title: head.title,
        minutes: head.minutes,
        pass: head.pass,
        tool: head.tool,
        questionnaire: head.questionnaire,
        read_aloud: READ_ALOUD,
        brief: head.brief,
        weights: head::weights(fields, "weights", &Part::ALL),
        materials,
        engine: engine?,
        questions,
        debrief: debrief.unwrap_or_else(|| Debrief { text: String::new(), expert: String::new(), section: None }),
        rubric,
        model,
        typical,
    })
}

fn kind(fields: &Fields<'_>) -> Option<EngineKind> {
    let name = fields.need_text("engine")?;
    let kind = EngineKind::ALL.into_iter().find(|kind| kind.as_str() == name.get_ref());
    if kind.is_none() {
        let hint = suggest(name.get_ref(), EngineKind::ALL.map(EngineKind::as_str));
        let message = format!("there is no engine `{}`", name.get_ref());
        fields.source.error(code::UNKNOWN_ENGINE, name.span(), message, hint);
    }
    kind
}

fn engine(fields: &Fields<'_>, kind: EngineKind, around: Around<'_>) -> Option<Engine> {
    Some(match kind {
        EngineKind::Form => Engine::Form(form::read(fields, around)),
        EngineKind::Write => Engine::Write(writing::read(fields, around)),
        EngineKind::Arrange => Engine::Arrange(arrange::read(fields, around)),
        EngineKind::Mark => Engine::Mark(marking::read(fields, around)?),
        EngineKind::Desk => Engine::Desk(desk::read(fields, around)),
        EngineKind::Case => Engine::Case(case::read(fields)),
        EngineKind::Field => Engine::Field(field::read(fields)),
        EngineKind::Stages => Engine::Stages(stages::read(fields)),
    })
}

/// Reports rules whose patterns are too many to look for while somebody types.
fn has_few_patterns(fields: &Fields<'_>, engine: &Engine) -> bool {
    let bytes = Patterns::of(engine).bytes();
    if bytes > MOST_PATTERN_BYTES {
        let message = format!("the patterns of all rules have {bytes} bytes together, over {MOST_PATTERN_BYTES}");
        fields.source.error(code::TOO_MANY_PARTS, fields.span.clone(), message, "make several exercises of it");
    }
    bytes <= MOST_PATTERN_BYTES
}

fn materials(fields: &Fields<'_>) -> Vec<Material> {
    let material = |fields: &Fields<'_>| {
        let (id, title, text) =
            (values::option_id(fields, "id"), values::need(fields, "title"), values::need(fields, "text"));
        Some(Material { id: id?, title, text })
    };
    let all: Vec<_> = fields.tables("materials", "a material", material).into_iter().flatten().collect();
    values::capped(fields, "materials", all, 50)
}

fn questions(fields: &Fields<'_>) -> Vec<Question> {
    let raw = fields.tables("questions", "a question", RawQuestion::read);
    let mut seen = crate::course::validate::values::Unique::<String>::new("question");
    let mut questions = Vec::new();
    for raw in values::capped(fields, "questions", raw, 20) {
        if let Some(id) = &raw.id {
            seen.see(fields.source, id.get_ref(), id.span());
        }
        let slot = slot(fields.source, &raw, Place::Lesson);
        questions.extend(slot.and_then(|slot| slot.questions.into_iter().next()));
    }
    questions
}

fn model(fields: &Fields<'_>, engine: &Engine) -> Option<Work> {
    if matches!(engine, Engine::Stages(_)) {
        return None;
    }
    if !fields.has("model") {
        return fields.missing("model");
    }
    fields.table("model", "the model work", |fields| work(fields, engine))
}

fn typical(fields: &Fields<'_>, engine: &Engine) -> Option<Typical> {
    if matches!(engine, Engine::Stages(_)) {
        return None;
    }
    if !fields.has("typical") {
        return fields.missing("typical");
    }
    fields.table("typical", "the typical work", |fields| {
        let expect = values::strings(fields, "expect");
        if expect.is_empty() {
            fields.missing::<()>("expect");
        }
        Typical { expect, work: work(fields, engine) }
    })
}

/// Reads a work; ids that the exercise does not have are reported.
fn work(fields: &Fields<'_>, engine: &Engine) -> Work {
    match engine {
        Engine::Form(form) => form::work(fields, form),
        Engine::Write(_) => Work::Write { text: values::need(fields, "text") },
        Engine::Arrange(arranging) => arrange::work(fields, arranging),
        Engine::Mark(marking) => marking::work(fields, marking),
        Engine::Desk(desk) => desk::work(fields, desk),
        Engine::Case(case) => case::work(fields, case),
        Engine::Field(task) => field::work(fields, task),
        Engine::Stages(stages) => Work::Stages { done: stages.stages.len() as u16 },
    }
}

/// Reports names in a work that the exercise does not have.
fn refuse_unknown<'k>(
    fields: &Fields<'_>,
    what: &str,
    name: &fields::Text,
    known: impl Iterator<Item = &'k str> + Clone,
) {
    if !known.clone().any(|known| known == name.get_ref()) {
        let message = format!("there is no {what} `{}`", name.get_ref());
        fields.source.error(code::UNKNOWN_NAME, name.span(), message, suggest(name.get_ref(), known));
    }
}

fn ids<'i>(ids: impl Iterator<Item = &'i OptionId> + Clone) -> impl Iterator<Item = &'i str> + Clone {
    ids.map(OptionId::as_str)
}
