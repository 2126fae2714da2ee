//! What is said of quizzes, tests and their questions.

use serde_json::{Map, Value, json};

use super::interaction::Interaction;
use super::regrade::Worth;
use super::result::Outcome;
use super::said::{Said, Verb};
use super::{Teller, iri};
use crate::assess::Grade;
use crate::id::{AttemptId, Lang, LessonId, QuestionRef, QuizId};
use crate::journal::Event;
use crate::journal::event::Answer;

impl Teller<'_> {
    /// Returns that a try began; none for a second beginning of the same.
    pub(super) fn began(&mut self, attempt: AttemptId, quiz: &QuizId) -> Option<Said> {
        if self.quizzes.contains_key(&attempt) {
            return None;
        }
        self.quizzes.insert(attempt, quiz.clone());
        Some(of_attempt(Said::new(Verb::Initialized, self.quiz_activity(quiz)), attempt).within(self.around(quiz)))
    }

    /// Returns the answer to a question; none for a second one to the same slot.
    pub(super) fn answered(&mut self, event: &Event, attempt: AttemptId, answer: &Answer) -> Option<Said> {
        let slot = QuestionRef { lesson: answer.question.lesson.clone(), question: answer.slot.clone() };
        if !self.counted.insert((attempt, Some(slot.clone()))) {
            return None;
        }
        *self.millis.entry(attempt).or_default() += u64::from(answer.millis);
        let said = of_attempt(self.answer(answer, &event.lang), attempt);
        let quiz = self.quizzes.get(&attempt);
        let said = match quiz {
            Some(quiz) => said.within(iri::quiz(&self.sources.manifest.id, quiz)),
            None => said,
        };
        let worth = Worth { grade: Some(answer.grade), success: answer.grade.is_full() };
        self.keep((attempt, Some(slot)), event, &said, worth);
        Some(said)
    }

    /// Returns how a try ended; none for a second end of the same.
    pub(super) fn finished(&mut self, event: &Event, attempt: AttemptId, grade: Grade, passed: bool) -> Option<Said> {
        let quiz = self.quizzes.get(&attempt)?.clone();
        if !self.counted.insert((attempt, None)) {
            return None;
        }
        let outcome = Outcome::scored(grade).and("completion", true);
        let outcome = outcome.took(self.millis.get(&attempt).copied().unwrap_or_default());
        let (verb, outcome) = if self.only_measures(&quiz) {
            (Verb::Completed, outcome)
        } else {
            (Verb::judged(passed), outcome.and("success", passed))
        };
        let said = Said::new(verb, self.quiz_activity(&quiz)).with(outcome.fields());
        let said = of_attempt(said, attempt).within(self.around(&quiz));
        self.keep((attempt, None), event, &said, Worth { grade: Some(grade), success: passed });
        Some(said)
    }

    /// Returns an answer outside any try, which counts for no total.
    pub(super) fn practised(&self, lesson: &LessonId, answer: &Answer, lang: &Lang) -> Said {
        let said = self.answer(answer, lang).within(iri::lesson(&self.sources.manifest.id, lesson));
        Said { is_practice: true, ..said }
    }

    fn answer(&self, answer: &Answer, lang: &Lang) -> Said {
        let question = self.sources.texts.question(answer);
        let interaction = match &question {
            Some(question) => Interaction::of(question, self.sources.texts),
            None => Interaction::unknown(),
        };
        let id = iri::question(&self.sources.manifest.id, &answer.question);
        let object = json!({ "objectType": "Activity", "id": id, "definition": interaction.definition(lang) });
        Said::new(Verb::Answered, object).with(outcome(answer, &interaction))
    }

    /// Returns the lesson that a quiz belongs to; the course for a test.
    fn around(&self, quiz: &QuizId) -> String {
        let course = &self.sources.manifest.id;
        match quiz {
            QuizId::Lesson(lesson) => iri::lesson(course, lesson),
            QuizId::Test(_) => iri::course(course),
        }
    }

    fn only_measures(&self, quiz: &QuizId) -> bool {
        let tests = &self.sources.manifest.tests;
        matches!(quiz, QuizId::Test(id) if tests.iter().any(|test| test.id == *id && test.kind.only_measures()))
    }
}

fn of_attempt(said: Said, attempt: AttemptId) -> Said {
    said.extended(iri::extension("attempt"), attempt.to_string())
}

fn outcome(answer: &Answer, interaction: &Interaction) -> Map<String, Value> {
    let mut extensions = Map::new();
    extensions.insert(iri::extension("critical"), answer.critical.into());
    extensions.insert(iri::extension("hints"), answer.hints.into());
    extensions.insert(iri::extension("key-hash"), answer.key_hash.to_string().into());
    extensions.insert(iri::extension("text-hash"), answer.text_hash.to_string().into());
    if let Some(confident) = answer.confident {
        extensions.insert(iri::extension("confident"), confident.into());
    }
    let mut outcome = Outcome::scored(answer.grade).and("success", answer.grade.is_full());
    let response = interaction.response(&answer.response);
    if !response.is_empty() {
        outcome = outcome.and("response", response);
    }
    outcome.took(answer.millis.into()).and("extensions", extensions).fields()
}
