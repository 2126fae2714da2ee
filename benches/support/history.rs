//! What a made-up learner did, for benchmarks that need many of them.
//!
//! Apart so that merging and opening a cohort are measured on the same history.

use rundown::assess::{Grade, Response};
use rundown::course::hash::ContentHash;
use rundown::id::{AttemptId, Lang, LearnerId, LessonId, OptionId, QuestionId, QuestionRef, QuizId, SectionId};
use rundown::journal::Body;
use rundown::journal::event::Answer as Given;
use rundown::store::Profile;

fn answer(lesson: &LessonId, number: usize) -> Given {
    let question = QuestionId::new(&format!("q{number}")).unwrap();
    let option = |name: &str| OptionId::new(name).unwrap();
    Given {
        slot: question.clone(),
        question: QuestionRef { lesson: lesson.clone(), question },
        text_hash: ContentHash::of(["text"]),
        key_hash: ContentHash::of(["key"]),
        shown: ["first", "second", "third", "fourth"].map(option).to_vec(),
        response: Response::Chosen(Some(option(if number.is_multiple_of(3) { "second" } else { "first" }))),
        grade: Grade::new(if number.is_multiple_of(3) { 0 } else { 10_000 }),
        critical: number == 1,
        hints: 0,
        millis: 21_000,
        confident: None,
    }
}

/// Returns what one learner does in a lesson: reads it, and takes its quiz twice.
pub(crate) fn bodies(lesson: &LessonId, number: usize) -> Vec<Body> {
    let mut bodies = Vec::new();
    for section in ["start", "why", "how", "example", "summary"] {
        bodies.push(Body::SectionSeen { lesson: lesson.clone(), section: SectionId::new(section).unwrap() });
        bodies.push(Body::Active { seconds: 55, lesson: Some(lesson.clone()) });
    }
    for attempt in 0..2 {
        let attempt = AttemptId::from_bits((number * 10 + attempt) as u128);
        let questions = Vec::new();
        bodies.push(Body::AttemptStarted { attempt, quiz: QuizId::Lesson(lesson.clone()), questions });
        bodies.extend((0..10).map(|question| Body::Answered { attempt, answer: answer(lesson, question) }));
        let (grade, critical_missed) = (Grade::new(6_600), Vec::new());
        bodies.push(Body::AttemptFinished { attempt, grade, critical_missed, passed: false });
    }
    bodies
}

/// Returns a learner by number.
pub(crate) fn profile(number: u64) -> Profile {
    let (name, member) = (format!("Learner {number}"), "Lagune TV".to_owned());
    Profile { learner: LearnerId::from_bits(spread(number)), name, member, lang: Lang::english() }
}

/// Spreads a number over 128 bits, as random ids are.
pub(crate) fn spread(number: u64) -> u128 {
    u128::from(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
}
