//! What something was done to: courses, lessons, sections, quizzes, desk work, forms.
//!
//! Apart because each has a name for ever and a definition as the course has it now.

use serde_json::{Map, Value, json};

use super::{Teller, iri};
use crate::course::manifest::Translated;
use crate::id::{ExerciseId, LessonId, QuizId, SectionId};
use crate::report::Clean;

/// Returns an activity of one of ADL's kinds.
fn activity(id: &str, kind: &str, name: &Map<String, Value>) -> Value {
    let kind = format!("{}activities/{kind}", iri::ADL);
    json!({ "objectType": "Activity", "id": id, "definition": { "type": kind, "name": name } })
}

impl Teller<'_> {
    pub(super) fn course_activity(&self) -> Value {
        let manifest = self.sources.manifest;
        activity(&iri::course(&manifest.id), "course", &self.names(&manifest.title))
    }

    pub(super) fn lesson_activity(&self, lesson: &LessonId) -> Value {
        let name = self.quiz_names(&QuizId::Lesson(lesson.clone()));
        activity(&iri::lesson(&self.sources.manifest.id, lesson), "lesson", &name)
    }

    pub(super) fn section_activity(&self, lesson: &LessonId, section: &SectionId) -> Value {
        let outline = self.outline(lesson);
        let found = outline.and_then(|o| o.sections.iter().find(|s| s.id == *section || s.was.contains(section)));
        let name = found.map_or_else(|| self.unnamed(section.as_str()), |section| self.names(&section.title));
        activity(&iri::section(&self.sources.manifest.id, lesson, section), "module", &name)
    }

    pub(super) fn quiz_activity(&self, quiz: &QuizId) -> Value {
        activity(&iri::quiz(&self.sources.manifest.id, quiz), "assessment", &self.quiz_names(quiz))
    }

    pub(super) fn exercise_activity(&self, exercise: &ExerciseId) -> Value {
        let outline = self.sources.exercises.iter().find(|outline| outline.id == *exercise);
        let name = outline.map(|outline| self.unnamed(&self.sources.texts.plain(&outline.title)));
        let name = name.unwrap_or_else(|| self.unnamed(exercise.as_str()));
        activity(&iri::exercise(&self.sources.manifest.id, exercise), "simulation", &name)
    }

    pub(super) fn form_activity(&self, form: &ExerciseId, day: Option<u16>) -> Value {
        let known = self.sources.manifest.questionnaires.iter().find(|known| known.id == *form);
        let title = known.map_or_else(|| form.to_string(), |known| known.title_at(day, self.sources.lang));
        activity(&iri::exercise(&self.sources.manifest.id, form), "assessment", &self.unnamed(&title))
    }

    pub(super) fn outline(&self, lesson: &LessonId) -> Option<&crate::course::LessonOutline> {
        self.sources.outlines.iter().find(|outline| outline.id == *lesson || outline.was.contains(lesson))
    }

    /// Returns the title of a lesson or test in its languages; of one that is gone, its id.
    fn quiz_names(&self, quiz: &QuizId) -> Map<String, Value> {
        let title = match quiz {
            QuizId::Lesson(lesson) => self.outline(lesson).map(|outline| &outline.title),
            QuizId::Test(test) => self.sources.manifest.tests.iter().find(|t| t.id == *test).map(|test| &test.title),
        };
        title.map_or_else(|| self.unnamed(&quiz.to_string()), |title| self.names(title))
    }

    /// Returns a text in all its languages.
    fn names(&self, text: &Translated) -> Map<String, Value> {
        let own = self.sources.manifest.languages.first().unwrap_or(self.sources.lang);
        let all = std::iter::once((own, &text.own)).chain(&text.others);
        all.map(|(lang, text)| (lang.to_string(), Clean::new(text).to_string().into())).collect()
    }

    /// Returns a text in the language of the whole.
    fn unnamed(&self, text: &str) -> Map<String, Value> {
        [(self.sources.lang.to_string(), Clean::new(text).to_string().into())].into_iter().collect()
    }
}
