//! The front matter of a lesson.

use super::values::{self, Unique};
use crate::course::fields::Text;
use crate::course::raw::lesson as raw;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::id::{ExerciseId, LessonId, OutcomeId, QuestionRef, SectionId};

/// A checked front matter in the course's own language.
#[derive(Debug, Clone)]
pub struct Front {
    /// The id.
    pub id: LessonId,
    /// Ids it had before.
    pub was: Vec<LessonId>,
    /// The name on the home screen.
    pub slug: String,
    /// The title.
    pub title: String,
    /// Reading, quiz and exercise together.
    pub minutes: u16,
    /// The highest LIX, where the course's limit is not its own.
    pub lix: Option<u16>,
    /// The greatest share of long sentences in percent, where the course's limit is not its own.
    pub long_sentences: Option<u16>,
    /// What it teaches.
    pub outcomes: Vec<Outcome>,
    /// Questions of earlier lessons.
    pub recall: Vec<QuestionRef>,
    /// Lessons that are better taken before.
    pub requires: Vec<LessonId>,
    /// The hands-on work.
    pub exercise: Option<ExerciseId>,
    /// Former ids of sections.
    pub sections: Vec<(SectionId, Vec<SectionId>)>,
}

/// An outcome with the ids it had before.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The id.
    pub id: OutcomeId,
    /// Ids it had before.
    pub was: Vec<OutcomeId>,
    /// The words.
    pub text: String,
}

impl Front {
    /// Returns the words that a translation of the front matter is made from.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.title.as_str()).chain(self.outcomes.iter().flat_map(|o| [o.id.as_str(), &o.text]))
    }
}

/// Checks a front matter.
pub fn front(source: &Source<'_>, raw: &raw::Front) -> Option<Front> {
    let id = values::need(source, &raw.span, "id", raw.id.as_ref());
    let id = id.and_then(|text| values::id(source, text, LessonId::new));
    let slug = values::need(source, &raw.span, "slug", raw.slug.as_ref()).map(|text| values::slug(source, text));
    let title = values::need_words(source, &raw.span, "title", raw.title.as_ref());
    let minutes = values::need(source, &raw.span, "minutes", raw.minutes.as_ref());
    let minutes = minutes.and_then(|m| values::between(source, "minutes", m, (1, 600)));
    let outcomes = outcomes(source, raw);
    let recall = recall(source, &raw.recall);
    let requires = values::ids(source, &raw.requires, LessonId::new);
    let exercise = raw.exercise.as_ref().and_then(|text| values::id(source, text, ExerciseId::new));
    let was = values::ids(source, &raw.was, LessonId::new);
    let sections = sections(source, raw);
    refuse_of(source, raw.of.as_ref());
    let limit = |name, value: &Option<toml::Spanned<i64>>| values::between(source, name, value.as_ref()?, (1, 100));
    let (lix, long_sentences) = (limit("lix", &raw.lix), limit("long_sentences", &raw.long_sentences));
    let (id, slug, minutes) = (id?, slug?, minutes?);
    Some(Front { id, was, slug, title, minutes, lix, long_sentences, outcomes, recall, requires, exercise, sections })
}

fn outcomes(source: &Source<'_>, raw: &raw::Front) -> Vec<Outcome> {
    if !(2..=4).contains(&raw.outcomes.len()) && !source.broken.get() {
        let message = format!("the lesson has {} outcomes", raw.outcomes.len());
        source.error(code::OUTCOME_COUNT, raw.span.clone(), message, "write two to four `[[outcomes]]`");
    }
    let mut unique = Unique::new("outcome");
    let mut outcomes = Vec::new();
    for outcome in &raw.outcomes {
        let Some(text) = &outcome.id else { continue };
        let Some(id) = values::id(source, text, OutcomeId::new) else { continue };
        unique.see(source, &id, text.span());
        let was = values::ids(source, &outcome.was, OutcomeId::new);
        outcomes.push(Outcome { id, was, text: values::words(outcome.text.as_ref()) });
    }
    outcomes
}

fn recall(source: &Source<'_>, texts: &[Text]) -> Vec<QuestionRef> {
    if let Some(fourth) = texts.get(3) {
        let message = format!("{} questions are recalled, three are enough", texts.len());
        source.error(code::TOO_MANY_RECALLS, fourth.span(), message, "keep the three that this lesson builds on");
    }
    values::ids(source, texts, QuestionRef::parse)
}

fn sections(source: &Source<'_>, raw: &raw::Front) -> Vec<(SectionId, Vec<SectionId>)> {
    let mut sections = Vec::new();
    for section in &raw.sections {
        refuse_of(source, section.of.as_ref());
        if let Some(id) = values::id(source, &section.id, SectionId::new) {
            sections.push((id, values::ids(source, &section.was, SectionId::new)));
        }
    }
    sections
}

fn refuse_of(source: &Source<'_>, of: Option<&Text>) {
    if let Some(of) = of {
        let hint =
            "a hash belongs into a translation; `[sections]` of an original lists former ids: `angle = [\"old\"]`";
        source.error(code::NOT_TRANSLATABLE, of.span(), "an original is made from nothing", hint);
    }
}
