//! What one learner does over the days of a workshop, as events.
//!
//! Apart from the head that answers: here are lessons, tests, desk work, breaks and who stops when. Attempts and desk
//! work are made by the program's own sittings and benches, so that grades are what they would be.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use rundown::assess::draw::{self, Stock, TestSeeds};
use rundown::assess::{self, Grade};
use rundown::clock::Timestamp;
use rundown::course::exercise::work::Entry;
use rundown::course::exercise::{Engine, Work};
use rundown::course::manifest::Draw;
use rundown::course::{Course, LessonOutline};
use rundown::id::{
    AttemptId, EnrolmentId, ExerciseId, Lang, LearnerId, LessonId, QuestionRef, QuizId, TestId, WriterId,
};
use rundown::journal::event::WorkDone;
use rundown::journal::{AskedQuestion, Author, Body, Event, EventId, Stored, Via};
use rundown::session::sitting::Purpose;
use rundown::session::{Bench, Sitting, bench, item::Item};

use super::mind::{Dice, Mind};
use super::{Person, Plan, Planted, Role};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Days before the last day on which the workshop meets.
const DAYS: [i64; 3] = [9, 8, 0];
/// How many lessons of a track the room does together.
const TOGETHER: usize = 3;

/// One learner at work.
pub struct Days<'a> {
    pub course: &'a Course,
    pub plan: &'a Plan,
    pub planted: &'a Planted,
    pub person: &'a Person,
    pub mind: Mind,
    pub dice: Dice,
    events: Vec<Stored>,
    asked: Vec<AskedQuestion>,
    /// The questions of earlier attempts at each quiz.
    drawn: BTreeMap<LessonId, Vec<QuestionRef>>,
    now: i64,
    ends: i64,
    writer: WriterId,
    enrolment: EnrolmentId,
}

impl<'a> Days<'a> {
    pub fn new(course: &'a Course, plan: &'a Plan, planted: &'a Planted, person: &'a Person, mut dice: Dice) -> Self {
        let (writer, enrolment) = (WriterId::from_bits(dice.bits()), EnrolmentId::from_bits(dice.bits()));
        let mind = Mind { ability: person.ability, tired: 0, learned: 0.0 };
        let (events, asked, drawn) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { course, plan, planted, person, mind, dice, events, asked, drawn, now: 0, ends: 0, writer, enrolment }
    }

    /// Lives through all days; returns what happened and the questions as they were asked.
    pub fn live(mut self) -> Result<(Vec<Stored>, Vec<AskedQuestion>)> {
        for (day, track) in DAYS.into_iter().zip(0..) {
            if day == 0 && self.person.role == Role::Gone {
                break;
            }
            if day < 9 && self.person.role == Role::GoneEarly {
                break;
            }
            self.wake(day, track)?;
        }
        Ok((self.events, self.asked))
    }

    /// One day: a track, from the morning until the end of the room's day.
    fn wake(&mut self, day: i64, track: usize) -> Result<()> {
        self.ends = self.plan.end.0 - day * DAY - i64::try_from(self.dice.below(8)).unwrap_or(0) * MINUTE - MINUTE;
        self.now = self.plan.end.0 - day * DAY - 8 * HOUR;
        self.mind.tired = 0;
        if track == 0 {
            let manifest = self.course.manifest();
            self.write(Body::Enrolled { course: manifest.id.clone(), version: manifest.version.clone() })?;
            self.test("test/pre")?;
        }
        let lessons = self.lessons(track);
        let stuck_at = lessons.len().saturating_sub(1);
        for (at, outline) in lessons.iter().enumerate() {
            if day == 0 && self.person.role == Role::Stuck && at == stuck_at {
                self.ends = self.plan.end.0 - 45 * MINUTE;
                return self.read(outline, 2);
            }
            self.lesson(outline, day == 0 && at == stuck_at)?;
        }
        let tests = ["test/gathering", "test/exchange", "test/checking"];
        self.test(tests.get(track).copied().unwrap_or("test/checking"))?;
        if day == 0 {
            if self.person.role == Role::Thorough {
                for exercise in self.course.manifest().completion.exercises.clone() {
                    self.story(&exercise)?;
                }
            }
            self.test("test/post")?;
            self.reaction()?;
        }
        self.now = self.now.max(self.ends - MINUTE);
        self.write(Body::Active { seconds: 60, lesson: None })
    }

    /// The lessons of a day; who is thorough does all of the track.
    fn lessons(&self, track: usize) -> Vec<LessonOutline> {
        let many = if self.person.role == Role::Thorough { usize::MAX } else { TOGETHER };
        let ids = self.course.manifest().tracks.get(track).map(|track| track.lessons.clone()).unwrap_or_default();
        ids.iter().take(many).filter_map(|id| self.course.outline(id).cloned()).collect()
    }

    fn read(&mut self, outline: &LessonOutline, most: usize) -> Result<()> {
        for section in outline.sections.iter().take(most) {
            let seconds = u32::try_from(20 + self.dice.below(90)).unwrap_or(60);
            self.now += i64::from(seconds) * 1000;
            self.write(Body::Active { seconds, lesson: Some(outline.id.clone()) })?;
            self.write(Body::SectionSeen { lesson: outline.id.clone(), section: section.id.clone() })?;
        }
        Ok(())
    }

    fn lesson(&mut self, outline: &LessonOutline, is_last: bool) -> Result<()> {
        self.read(outline, usize::MAX)?;
        self.mind.learned += 0.12;
        let is_thorough = self.person.role == Role::Thorough;
        let fails = is_last && self.person.role == Role::Failing;
        let ability = self.mind.ability;
        for attempt in 0..(if fails { 3 } else { 4 }) {
            if fails {
                self.mind.ability = -9.0;
            }
            let passed = self.quiz(outline)?;
            self.mind.ability = ability;
            // Who saw the feedback knows more; who is thorough does not stop before it is passed.
            self.mind.ability += if is_thorough { 3.0 * f64::from(attempt + 1) } else { 0.5 };
            if !fails && (passed || (!is_thorough && attempt == 1)) {
                break;
            }
        }
        self.mind.ability = ability;
        match &outline.exercise {
            Some(exercise) if is_thorough || self.dice.happens(0.7) => self.desk_work(&exercise.clone()),
            _ => Ok(()),
        }
    }

    fn quiz(&mut self, outline: &LessonOutline) -> Result<bool> {
        let attempt = AttemptId::from_bits(self.dice.bits());
        let quiz = self.course.quiz(&outline.id, &self.person.lang)?;
        let earlier = self.drawn.entry(outline.id.clone()).or_default();
        let questions = draw::lesson_quiz(&outline.id, &quiz, earlier, attempt.bits() as u64);
        earlier.extend(questions.iter().cloned());
        self.sit(attempt, QuizId::Lesson(outline.id.clone()), questions, Grade::new(outline.pass), false)
    }

    fn test(&mut self, name: &str) -> Result<()> {
        let test = self.course.test(&TestId::new(name)?).cloned().context("the course has the test")?;
        let attempt = AttemptId::from_bits(self.dice.bits());
        let manifest = self.course.manifest();
        let own = self.person.learner.to_string();
        let set = draw::set_seed(manifest, &test, if test.draw == Draw::Learner { &own } else { "" });
        let stock = Stock { tracks: &manifest.tracks, lessons: self.course.outlines() };
        let questions = draw::test_quiz(&test, stock, &[], TestSeeds { set, attempt: attempt.bits() as u64 });
        let ability = self.mind.ability;
        if self.person.role == Role::Thorough && !test.kind.only_measures() {
            self.mind.ability += 9.0;
        }
        self.sit(attempt, QuizId::Test(test.id.clone()), questions, Grade::new(test.pass), test.confidence)?;
        self.mind.ability = ability;
        Ok(())
    }

    fn sit(
        &mut self,
        attempt: AttemptId,
        quiz: QuizId,
        questions: Vec<QuestionRef>,
        pass: Grade,
        asks: bool,
    ) -> Result<bool> {
        let mut items = Vec::new();
        for at in &questions {
            let question = self.course.question(at, &self.person.lang)?.context("the question is there")?;
            let slot = self.slot_of(at);
            let mut item = Item::new(at.clone(), slot.question, question, assess::seed(attempt, &at.question));
            item.asks_confidence = asks;
            self.asked.push(item.asked(&self.person.lang));
            items.push(item);
        }
        self.write(Body::AttemptStarted { attempt, quiz: quiz.clone(), questions })?;
        let mut sitting = Sitting::new(Purpose::Attempt { attempt, quiz, pass }, items).context("it has questions")?;
        let mut passed = false;
        for position in 0..sitting.items.len() {
            let (at, question) = (sitting.items[position].at.clone(), sitting.items[position].question.clone());
            let answered = self.mind.answer(&at, &question, self.planted, &mut self.dice);
            sitting.go_to(position, Duration::ZERO);
            let item = sitting.item_mut();
            item.response = answered.response;
            item.confident = asks.then_some(answered.sure);
            self.now += i64::from(answered.millis) + 4000;
            for body in sitting.hand_in(Duration::from_millis(answered.millis.into())) {
                passed |= matches!(body, Body::AttemptFinished { passed: true, .. });
                self.write(body)?;
            }
        }
        Ok(passed)
    }

    fn slot_of(&self, at: &QuestionRef) -> QuestionRef {
        let outline = self.course.outline(&at.lesson);
        let slots = outline.into_iter().flat_map(|outline| &outline.slots);
        let holds =
            |slot: &&rundown::course::outline::SlotOutline| slot.questions.iter().any(|(id, _)| *id == at.question);
        let first = slots.filter(holds).find_map(|slot| slot.questions.first());
        QuestionRef {
            question: first.map_or_else(|| at.question.clone(), |(id, _)| id.clone()),
            lesson: at.lesson.clone(),
        }
    }

    /// Desk work: what passes, or what is typically wrong.
    fn desk_work(&mut self, id: &ExerciseId) -> Result<()> {
        let exercise = self.course.exercise(id, &self.person.lang)?;
        let good = self.person.role == Role::Thorough || self.dice.happens(0.55);
        if good && matches!(exercise.engine, Engine::Stages(_)) {
            return self.story(id);
        }
        let typical = exercise.typical.as_ref().map(|typical| typical.work.clone());
        let Some(work) = (if good { exercise.model.clone() } else { typical }).or_else(|| exercise.model.clone())
        else {
            return Ok(());
        };
        let attempt = AttemptId::from_bits(self.dice.bits());
        let mut bench = Bench::new(Arc::clone(&exercise), bench::Purpose::Attempt(attempt), attempt);
        bench.work = work;
        bench.untimed = true;
        loop {
            if let Some(asked) = bench.asked().map(|item| item.question.clone()) {
                bench.respond(assess::key_response(&asked));
            }
            if !bench.ask_next() {
                break;
            }
        }
        let result = bench.hand_in(Duration::from_secs(300));
        self.now += 6 * MINUTE;
        self.write(Body::ExerciseDone { attempt, result: Box::new(result) })
    }

    /// A story in stages, handed in as a whole that passes.
    fn story(&mut self, exercise: &ExerciseId) -> Result<()> {
        let opened = self.course.exercise(exercise, &self.person.lang)?;
        let Engine::Stages(stages) = &opened.engine else { return Ok(()) };
        let result = WorkDone {
            exercise: exercise.clone(),
            work: Work::Stages { done: u16::try_from(stages.stages.len())? },
            answers: [].into(),
            grade: Grade::new(8600),
            parts: [].into(),
            codes: Vec::new(),
            critical: Vec::new(),
            passed: true,
            seconds: u32::from(opened.minutes) * 50,
            untimed: false,
        };
        self.now += i64::from(opened.minutes) * MINUTE;
        let attempt = AttemptId::from_bits(self.dice.bits());
        self.write(Body::ExerciseDone { attempt, result: Box::new(result) })
    }

    /// The form at the end, by most.
    fn reaction(&mut self) -> Result<()> {
        let form = ExerciseId::new("forms/reaction")?;
        let opened = self.course.exercise(&form, &self.person.lang)?;
        let Engine::Form(asked) = &opened.engine else { return Ok(()) };
        if self.dice.happens(0.15) {
            return Ok(());
        }
        let use_at_work = ["nearly-all", "more-than-half", "more-than-half", "less-than-half"][self.dice.below(4)];
        let pace = ["right", "right", "a-little-fast", "too-fast", "a-little-slow"][self.dice.below(5)];
        let one = |text: &str| Entry::One(text.to_owned());
        let helped = Entry::Several(vec!["desk-work".to_owned(), "colleagues".to_owned()]);
        let answers = [
            ("use-at-work".to_owned(), one(use_at_work)),
            ("pace".to_owned(), one(pace)),
            ("helped-most".to_owned(), helped),
            ("do-first".to_owned(), one("Write the dopesheet before I send, not after.")),
        ];
        self.now += 2 * MINUTE;
        self.write(Body::Replied { form, day: None, text_hash: asked.text_hash(), answers: answers.into() })
    }

    fn write(&mut self, body: Body) -> Result<()> {
        let seq = self.events.len() as u64 + 1;
        let event = Event {
            id: EventId { writer: self.writer, seq },
            lamport: seq,
            subject: self.person.learner,
            author: Author::Learner,
            enrolment: self.enrolment,
            via: Via::Screen,
            lang: self.lang(),
            at: Timestamp(self.now.min(self.ends)),
            pair: None,
            body,
        };
        self.events.push(Stored::new(event)?);
        Ok(())
    }

    fn lang(&self) -> Lang {
        self.person.lang.clone()
    }
}

/// Who it is, from the dice.
pub fn learner(dice: &mut Dice) -> LearnerId {
    LearnerId::from_bits(dice.bits())
}
