//! Short ways to write events, for tests.

use std::collections::BTreeMap;

use super::event::{Answer, Author, Body, Event, EventId, Via, WorkDone};
use super::planning::{Half, HalfDay, Regrade, Ruling};
use crate::assess::{Grade, Response};
use crate::clock::Timestamp;
use crate::course::exercise::Work;
use crate::course::exercise::work::Entry;
use crate::course::hash::ContentHash;
use crate::id::{
    AttemptId, CourseId, EnrolmentId, ExerciseId, Lang, LearnerId, LessonId, OptionId, QuestionRef, QuizId, RegradeId,
    SectionId, WriterId,
};

pub(crate) fn lesson(name: &str) -> LessonId {
    LessonId::new(name).unwrap()
}

pub(crate) fn section(name: &str) -> SectionId {
    SectionId::new(name).unwrap()
}

pub(crate) fn asked(name: &str) -> QuestionRef {
    QuestionRef::parse(name).unwrap()
}

pub(crate) fn attempt(number: u128) -> AttemptId {
    AttemptId::from_bits(number)
}

/// An event of writer `writer`, at lamport `lamport`.
pub(crate) fn event(writer: u128, seq: u64, lamport: u64, body: Body) -> Event {
    Event {
        id: EventId { writer: WriterId::from_bits(writer), seq },
        lamport,
        subject: LearnerId::from_bits(1),
        author: Author::Learner,
        enrolment: EnrolmentId::from_bits(2),
        via: Via::Screen,
        lang: Lang::new("en").unwrap(),
        at: Timestamp(1_800_000_000_000 + i64::try_from(lamport).unwrap() * 1000),
        pair: None,
        body,
    }
}

/// Events of one writer, one after the other, from lamport and number 1.
pub(crate) fn events(bodies: impl IntoIterator<Item = Body>) -> Vec<Event> {
    bodies.into_iter().zip(1..).map(|(body, n)| event(1, n, n, body)).collect()
}

pub(crate) fn enrolled() -> Body {
    Body::Enrolled { course: CourseId::new("course").unwrap(), version: "1".into() }
}

pub(crate) fn seen(at: &str, part: &str) -> Body {
    Body::SectionSeen { lesson: lesson(at), section: section(part) }
}

/// The beginning of a try at a lesson's quiz.
pub(crate) fn started(number: u128, at: &str, questions: &[&str]) -> Body {
    let questions = questions.iter().map(|q| asked(&format!("{at}#{q}"))).collect();
    Body::AttemptStarted { attempt: attempt(number), quiz: QuizId::Lesson(lesson(at)), questions }
}

/// An answer `lesson#question` that gives its own slot the id.
pub(crate) fn answer(question: &str, grade: u16, critical: bool) -> Answer {
    let question = asked(question);
    Answer {
        slot: question.question.clone(),
        question,
        text_hash: ContentHash::of(["text"]),
        key_hash: ContentHash::of(["key"]),
        shown: vec![OptionId::new("a").unwrap()],
        response: Response::Chosen(Some(OptionId::new("a").unwrap())),
        grade: Grade::new(grade),
        critical,
        hints: 0,
        millis: 1500,
        confident: None,
    }
}

pub(crate) fn answered(number: u128, question: &str, grade: u16) -> Body {
    Body::Answered { attempt: attempt(number), answer: answer(question, grade, false) }
}

pub(crate) fn finished(number: u128, grade: u16, passed: bool, missed: &[&str]) -> Body {
    let critical_missed = missed.iter().map(|q| asked(q)).collect();
    Body::AttemptFinished { attempt: attempt(number), grade: Grade::new(grade), critical_missed, passed }
}

/// A piece of desk work that was handed in.
pub(crate) fn worked(number: u128, exercise: &str, grade: u16, passed: bool) -> Body {
    let result = WorkDone {
        exercise: ExerciseId::new(exercise).unwrap(),
        work: Work::Write { text: "The bridge is closed.".into() },
        answers: BTreeMap::new(),
        grade: Grade::new(grade),
        parts: BTreeMap::new(),
        codes: vec!["K1".into()],
        critical: Vec::new(),
        passed,
        seconds: 60,
        untimed: false,
    };
    Body::ExerciseDone { attempt: attempt(number), result: Box::new(result) }
}

/// A marking of a piece of desk work.
pub(crate) fn marked(number: u128, by: &str, points: u8) -> Body {
    Body::ExerciseMarked {
        attempt: attempt(number),
        exercise: ExerciseId::new("a/work").unwrap(),
        by: by.to_owned(),
        points: [(OptionId::new("voice").unwrap(), points)].into(),
        comment: String::new(),
    }
}

/// A reply to a form that nobody judges.
pub(crate) fn said(form: &str, day: Option<u16>, text: &str) -> Body {
    Body::Replied {
        form: ExerciseId::new(form).unwrap(),
        day,
        text_hash: ContentHash::of(["form"]),
        answers: [("change".to_owned(), Entry::One(text.to_owned()))].into(),
    }
}

/// A half-day of a workshop.
pub(crate) fn half_day(date: &str, half: Half) -> HalfDay {
    HalfDay { date: date.parse().unwrap(), half }
}

/// What a trainer says of an answer whose key was wrong; without a grade the question is taken out.
pub(crate) fn regraded(regrade: u128, number: u128, slot: &str, grade: Option<u16>) -> Body {
    let ruling = if grade.is_some() { Ruling::NewKey } else { Ruling::Void };
    let (regrade, grade) = (RegradeId::from_bits(regrade), grade.map(Grade::new));
    let regrade = Regrade { regrade, ruling, grade, pass: Grade::new(8_000), reason: "The key was wrong.".to_owned() };
    Body::Regraded { attempt: attempt(number), slot: asked(slot), regrade: Box::new(regrade) }
}

/// A regrade that is taken back.
pub(crate) fn undone(regrade: u128) -> Body {
    Body::RegradeUndone { regrade: RegradeId::from_bits(regrade) }
}

/// A reply with every sort of answer.
pub(crate) fn replied() -> Body {
    let (one, several) = (Entry::One("7".into()), Entry::Several(vec!["time".into(), "network".into()]));
    let answers = [("accepted".to_owned(), one), ("obstacles".to_owned(), several)].into();
    let form = ExerciseId::new("forms/follow-up").unwrap();
    Body::Replied { form, day: Some(30), text_hash: ContentHash::of(["form"]), answers }
}
