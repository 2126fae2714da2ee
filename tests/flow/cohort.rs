//! A trainer with a cohort: from an empty home to each screen, on rows that a real store kept.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use rundown::assess::{Grade, Response};
use rundown::clock::{Clock, Timestamp};
use rundown::course::exercise::Work;
use rundown::course::exercise::work::Entry;
use rundown::course::hash::ContentHash;
use rundown::course::question::QuestionBody;
use rundown::course::{Course, Question, Slot};
use rundown::id::{
    AttemptId, CohortId, EnrolmentId, ExerciseId, JoinId, Lang, LearnerId, LessonId, QuestionRef, QuizId,
};
use rundown::journal::event::{Answer as Given, WorkDone};
use rundown::journal::file::{Seal, State};
use rundown::journal::planning::{OnCourse, PlanChange};
use rundown::journal::{Author, Body, Event, Via};
use rundown::seal::SecretKey;
use rundown::session::Message;
use rundown::session::carrying::Taken;
use rundown::session::training::office::{Paper, Written};
use rundown::store::api::{CohortRequest, CohortWords, NewEvent, Record};
use rundown::store::{Answer, Handle, Principal, Profile, Request, Store, StoreError, Tag};
use rundown::tui::theme::ThemeName;

use crate::stage::{HandClock, Stage, course, snapshots};

const PLAIN: (u16, u16) = (80, 24);
const FIRST: &str = "gathering/first-lesson";
/// Lines of the rubric of the text that is marked.
const LINES: usize = 3;
const SECOND: &str = "exchange/second-lesson";

/// A home that is written to directly.
pub(crate) struct Home {
    pub(crate) store: Arc<Store>,
    pub(crate) course: Arc<Course>,
    handle: Handle,
    answers: Receiver<(Tag, Result<Answer, StoreError>)>,
    attempts: u128,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self::on(course("small"))
    }

    pub(crate) fn on(course: Arc<Course>) -> Self {
        let store = Arc::new(Store::memory().unwrap());
        let (sender, answers) = channel();
        let sender = Mutex::new(sender);
        let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
        let handle = store.handle(Principal::Owner, Box::new(reply));
        Self { store, course, handle, answers, attempts: 0 }
    }

    pub(crate) fn ask(&self, request: Request) -> Answer {
        self.handle.ask(Tag(1), request);
        let (_, answer) = self.answers.recv().unwrap();
        answer.unwrap()
    }

    fn add(&self, number: u128, name: &str, member: &str) {
        let (name, member) = (name.to_owned(), member.to_owned());
        let learner = LearnerId::from_bits(number);
        self.ask(Request::PutProfile(Profile { learner, name, member, lang: Lang::english() }));
        self.cohort(vec![Body::RosterChanged { learner, belongs: true }]);
    }

    /// Writes what happened to a learner, so many minutes ago.
    pub(crate) fn happened(&self, number: u128, minutes_ago: i64, bodies: Vec<Body>) {
        let at = Timestamp(HandClock::default().now().0 - minutes_ago * 60_000);
        let enrolment = EnrolmentId::from_bits(number + 1_000);
        let event =
            |body| NewEvent { author: Author::Learner, enrolment, via: Via::Screen, lang: Lang::english(), at, body };
        self.ask(Request::Append {
            learner: LearnerId::from_bits(number),
            with: None,
            events: bodies.into_iter().map(event).collect(),
            asked: Vec::new(),
            drop_draft: None,
        });
    }

    /// Writes what a trainer says of a learner.
    fn trained(&self, number: u128, body: Body) {
        let at = HandClock::default().now();
        let enrolment = EnrolmentId::from_bits(number + 1_000);
        let event = NewEvent { author: Author::Trainer, enrolment, via: Via::Screen, lang: Lang::english(), at, body };
        self.ask(Request::Append {
            learner: LearnerId::from_bits(number),
            with: None,
            events: vec![event],
            asked: Vec::new(),
            drop_draft: None,
        });
    }

    fn begun(&self, number: u128, minutes_ago: i64) {
        let manifest = self.course.manifest();
        let enrolled = Body::Enrolled { course: manifest.id.clone(), version: manifest.version.clone() };
        self.happened(number, minutes_ago, vec![enrolled]);
    }

    fn read(&self, number: u128, minutes_ago: i64, lesson: &str) {
        let outline = self.course.outline(&LessonId::new(lesson).unwrap()).unwrap();
        let seen = |id: &rundown::id::SectionId| Body::SectionSeen { lesson: outline.id.clone(), section: id.clone() };
        self.happened(number, minutes_ago, outline.sections.iter().map(|section| seen(&section.id)).collect());
    }

    /// A whole try at a lesson's quiz, with so many of the first questions wrong.
    fn tried(&mut self, number: u128, minutes_ago: i64, lesson: &str, wrong: usize) {
        self.attempts += 1;
        let attempt = AttemptId::from_bits(self.attempts);
        let lesson = LessonId::new(lesson).unwrap();
        let quiz = self.course.quiz(&lesson, &Lang::english()).unwrap();
        let asked: Vec<&Question> = quiz.slots.iter().map(Slot::first).collect();
        let place = |question: &Question| QuestionRef { lesson: lesson.clone(), question: question.id.clone() };
        let answers: Vec<Given> =
            asked.iter().enumerate().map(|(at, question)| given(place(question), question, at >= wrong)).collect();
        let missed: Vec<QuestionRef> =
            answers.iter().filter(|a| a.critical && !a.grade.is_full()).map(|a| a.question.clone()).collect();
        let grade = Grade::mean(answers.iter().map(|answer| answer.grade));
        let passed = grade >= Grade::new(8_000) && missed.is_empty();
        let quiz = QuizId::Lesson(lesson.clone());
        let questions = asked.iter().map(|question| place(question)).collect();
        let mut bodies = vec![Body::AttemptStarted { attempt, quiz, questions }];
        bodies.extend(answers.into_iter().map(|answer| Body::Answered { attempt, answer }));
        bodies.push(Body::AttemptFinished { attempt, grade, critical_missed: missed, passed });
        self.happened(number, minutes_ago, bodies);
    }

    pub(crate) fn cohort(&self, bodies: Vec<Body>) {
        let words = CohortWords { via: Via::Screen, lang: Lang::english(), at: HandClock::default().now(), bodies };
        let cohort = CohortId::from_bits(77);
        self.ask(Request::Cohort(Box::new(CohortRequest::Write { cohort, words })));
    }

    pub(crate) fn found(&self) {
        let manifest = self.course.manifest();
        let change = PlanChange {
            name: Some("Nairobi 2027-03".to_owned()),
            place: Some("Nairobi".to_owned()),
            from: Some("2027-03-15".parse().unwrap()),
            until: Some("2027-03-17".parse().unwrap()),
            course: Some(OnCourse { id: manifest.id.clone(), version: manifest.version.clone() }),
            trainer: Some("Grace Mutua".to_owned()),
            ..PlanChange::default()
        };
        self.cohort(vec![Body::CohortPlanned { change: Box::new(change) }]);
    }

    /// Five people as they come: done, stuck, a critical miss, begun, never heard of.
    pub(crate) fn five(mut self) -> Self {
        self.found();
        self.add(1, "Awa Diop", "Lagune TV");
        self.add(2, "Tesfa Bekele", "DNT");
        self.add(3, "محمد الفاتح", "قناة النيل");
        self.add(4, "山田太郎", "東京テレビ");
        self.add(5, "Maria Guadalupe Fernández de la Concepción y Villanueva Ort", "Radio Télévision du Fleuve");
        for number in 1..5 {
            self.begun(number, 95);
        }
        for lesson in [FIRST, SECOND] {
            self.read(1, 60, lesson);
            self.tried(1, 50, lesson, 0);
        }
        self.read(2, 90, FIRST);
        for minutes_ago in [80, 60, 35] {
            self.tried(2, minutes_ago, SECOND, 5);
        }
        self.tried(3, 4, FIRST, 1);
        self.read(4, 2, FIRST);
        self
    }

    /// Two people who handed in a text.
    pub(crate) fn texts() -> Self {
        let course = Course::folder(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut home = Self::on(Arc::new(course));
        home.found();
        for (number, name) in [(1, "Awa Diop"), (2, "Tesfa Bekele")] {
            home.add(number, name, "DNT");
            home.begun(number, 50);
            home.attempts += 1;
            let result = WorkDone {
                exercise: ExerciseId::new("gathering/cut-to-time").unwrap(),
                work: Work::Write { text: format!("{name} writes that the bridge in Kolombé is closed.") },
                answers: [].into(),
                grade: Grade::new(6_000),
                parts: [].into(),
                codes: Vec::new(),
                critical: Vec::new(),
                passed: false,
                seconds: 300,
                untimed: false,
            };
            let attempt = AttemptId::from_bits(home.attempts);
            home.happened(number, 40, vec![Body::ExerciseDone { attempt, result: Box::new(result) }]);
        }
        home
    }

    pub(crate) fn sixty(mut self) -> Self {
        self.found();
        for number in 1..=60 {
            self.add(number, &format!("Learner Number {number:02}"), &format!("Station {}", number % 9));
            self.begun(number, 100);
            self.read(number, 50, FIRST);
            self.tried(number, 30 - i64::try_from(number % 29).unwrap(), FIRST, usize::try_from(number % 5).unwrap());
        }
        self
    }

    /// A trainer at the list of cohorts.
    pub(crate) fn trainer(&self, size: (u16, u16)) -> Stage {
        let mut stage = Stage::with(&self.store, &self.course, size);
        stage.keys(if self.attempts == 0 { "Grace Mutua<f10>t" } else { "t" });
        stage
    }
}

fn given(place: QuestionRef, question: &Question, is_right: bool) -> Given {
    let options = question.body.options().iter().map(|option| option.id.clone()).collect::<Vec<_>>();
    let response = match &question.body {
        QuestionBody::Single { key, .. } => {
            let wrong = options.iter().find(|option| *option != key);
            Response::Chosen(if is_right { Some(key.clone()) } else { wrong.cloned() })
        }
        QuestionBody::Match { targets, keys, .. } | QuestionBody::Sort { targets, keys, .. } => {
            let right = options.iter().cloned().zip(keys.iter().cloned());
            let wrong = options.iter().map(|option| (option.clone(), targets[0].id.clone()));
            Response::Placed(if is_right { right.collect() } else { wrong.collect() })
        }
        QuestionBody::Multiple { .. }
        | QuestionBody::TrueFalse { .. }
        | QuestionBody::Order { .. }
        | QuestionBody::Number { .. }
        | QuestionBody::Short { .. }
        | QuestionBody::Mark { .. } => Response::Typed("an answer".to_owned()),
    };
    Given {
        slot: place.question.clone(),
        question: place,
        text_hash: question.text_hash(),
        key_hash: question.key_hash(),
        shown: options,
        response,
        grade: if is_right { Grade::FULL } else { Grade::ZERO },
        critical: question.critical,
        hints: 0,
        millis: 21_000,
        confident: None,
    }
}

/// Five people's cohort, after some keys from its matrix.
fn after(keys: &'static str) -> impl Fn((u16, u16)) -> Stage {
    move |size| {
        let mut stage = Home::new().five().trainer(size);
        stage.keys("<enter>").keys(keys);
        stage
    }
}

#[test]
fn a_home_without_cohorts_says_how_to_begin() {
    snapshots!("cohorts_empty", |size| Home::new().trainer(size));
    snapshots!("founding", |size| {
        let mut stage = Home::new().trainer(size);
        stage.keys("nNairobi 2027<enter>Nairobi");
        stage
    });
}

#[test]
fn a_cohort_is_founded_with_a_form_and_stands_in_the_list() {
    let mut stage = Home::new().trainer(PLAIN);
    stage.keys("n<f10>");
    assert!(stage.text().contains("Type a name"), "{}", stage.text());
    stage.keys("Nairobi<tab>Kenya<tab><bs>x<f10>");
    assert!(stage.text().contains("That is no day"), "{}", stage.text());
    stage.keys("<bs>6<tab>2027-03-01<f10>");
    assert!(stage.text().contains("before the first"), "{}", stage.text());
    stage.keys("<bs><bs>18<tab>Grace<tab>DNT, Lagune TV<tab><bs>x<f10>");
    assert!(stage.text().contains("Type minutes"), "{}", stage.text());
    stage.keys("<bs>0<enter><enter><space><enter><enter>");
    assert!(stage.text().contains("2027-03-16 – 2027-03-18"), "{}", stage.text());
    stage.keys("<enter>");
    assert!(stage.text().contains("Nobody belongs"), "{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.text().contains("FIRST-LESSON"), "{}", stage.text());
}

#[test]
fn the_list_and_every_screen_of_a_cohort() {
    snapshots!("cohorts", |size| Home::new().five().trainer(size));
    snapshots!("matrix", after("<down><right>"));
    snapshots!("attention", after("a"));
    snapshots!("stations", after("t"));
    snapshots!("outcomes", after("o"));
}

/// What somebody says they sent to the exchange since the course, and how much of it was accepted.
fn followed_up(day: u16, said: &[(&str, &str)]) -> Body {
    let answers = said.iter().map(|(id, text)| ((*id).to_owned(), Entry::One((*text).to_owned())));
    Body::Replied {
        form: ExerciseId::new("forms/follow-up").unwrap(),
        day: Some(day),
        text_hash: ContentHash::of(["form"]),
        answers: answers.collect(),
    }
}

#[test]
fn what_stations_really_sent_stands_beside_their_desk_work_once_somebody_said_so() {
    snapshots!("stations_follow_up", |size| {
        let home = Home::new().five();
        home.happened(1, 5, vec![followed_up(30, &[("sent", "9")])]);
        home.happened(1, 4, vec![followed_up(90, &[("sent", "31"), ("accepted", "27")])]);
        home.happened(2, 3, vec![followed_up(30, &[("sent", "6")])]);
        let mut stage = home.trainer(size);
        stage.keys("<enter>t<down>");
        stage
    });
    let home = Home::new().five();
    let mut stage = home.trainer(PLAIN);
    stage.keys("<enter>t");
    assert!(!stage.text().contains("Sent to the exchange"), "{}", stage.text());
    home.happened(2, 3, vec![followed_up(30, &[("sent", "6")])]);
    stage.keys("<esc><esc><enter>t");
    assert!(stage.text().contains("as one person says: 6 items."), "{}", stage.text());
    assert!(!stage.text().contains("Accepted as they came"), "{}", stage.text());
}

#[test]
fn the_screens_of_figures_and_of_one_learner() {
    snapshots!("items", after("i"));
    snapshots!("item", after("i<enter>"));
    snapshots!("gain", after("g"));
    snapshots!("learner", after("<down><down><enter><down>"));
    snapshots!("answers", after("<down><down><enter><down><enter>"));
}

fn whole(number: u128, name: &str, new: usize) -> Taken {
    Taken {
        file: format!("/media/zoe/STICK/{}.rundown", name.to_lowercase().replace(' ', "-")),
        learner: LearnerId::from_bits(number),
        is_cohort: false,
        name: name.to_owned(),
        state: State::Whole(Seal::Home(SecretKey::from_bytes(&[7; 32]).public())),
        added: true,
        new,
        known: 3,
        conflicts: 0,
        refused: 0,
        reasons: Vec::new(),
    }
}

/// A trainer who reads a stick: two who are in the list, a namesake with another spelling, a stranger, two bad files.
fn collecting(size: (u16, u16)) -> Stage {
    collecting_at(&Home::new().five(), size)
}

fn collecting_at(home: &Home, size: (u16, u16)) -> Stage {
    for (number, name) in [(8, "TESFA  BEKELE"), (9, "Issa Ndiaye")] {
        let (name, member, lang) = (name.to_owned(), "DNT".to_owned(), Lang::english());
        home.ask(Request::PutProfile(Profile { learner: LearnerId::from_bits(number), name, member, lang }));
    }
    let mut stage = home.trainer(size);
    let reason = (7, "it was changed or damaged after it was written".to_owned());
    let cut = Taken {
        state: State::Damaged,
        refused: 1,
        reasons: vec![reason],
        added: false,
        ..whole(5, "Maria Guadalupe", 12)
    };
    stage.taken = vec![
        Ok(Taken { added: false, ..whole(1, "Awa Diop", 120) }),
        Ok(Taken { added: false, ..whole(2, "Tesfa Bekele", 0) }),
        Ok(cut),
        Ok(whole(8, "TESFA  BEKELE", 41)),
        Ok(whole(9, "Issa Ndiaye", 7)),
        Err("/media/zoe/STICK/notes.rundown: this is no progress file: `rundown progress export` writes one".to_owned()),
    ];
    stage.keys("<enter>c<tab><tab>");
    stage
}

#[test]
fn a_stick_is_found_and_read_with_a_bar() {
    snapshots!("collect", collecting);
    snapshots!("collect_reading", |size| {
        let mut stage = collecting(size);
        stage.reading = Some((14, 40));
        stage.keys("<enter>");
        stage
    });
    let mut stage = collecting(PLAIN);
    stage.reading = Some((14, 40));
    stage.keys("<enter>");
    assert!(stage.text().contains("File 14 of 40"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("MATRIX"), "reading goes on when the trainer looks elsewhere:\n{}", stage.text());
}

#[test]
fn what_came_of_each_file_is_listed_odd_ones_first_and_names_that_look_alike_are_asked_about() {
    snapshots!("collected", |size| {
        let mut stage = collecting(size);
        stage.keys("<enter>");
        stage
    });
    snapshots!("collected_strangers", |size| {
        let mut stage = collecting(size);
        stage.keys("<enter><esc>");
        stage
    });
    snapshots!("collected_decided", |size| {
        let mut stage = collecting(size);
        stage.keys("<enter><esc><esc><down>");
        stage
    });
}

#[test]
fn two_people_whose_names_look_alike_are_asked_about_once_and_not_again_another_day() {
    let home = Home::new().five();
    let mut stage = collecting_at(&home, PLAIN);
    stage.keys("<enter>n");
    assert!(!stage.text().contains("look alike"), "{}", stage.text());
    let mut another_day = collecting_at(&home, PLAIN);
    another_day.keys("<enter>");
    assert!(!another_day.text().contains("look alike"), "{}", another_day.text());
    let apart = Body::KeptApart { learners: [2, 8].map(LearnerId::from_bits), apart: false };
    home.cohort(vec![apart]);
    let mut taken_back = collecting_at(&home, PLAIN);
    taken_back.keys("<enter>");
    assert!(taken_back.text().contains("look alike"), "{}", taken_back.text());
}

#[test]
fn two_names_that_are_left_open_are_asked_about_another_day() {
    let home = Home::new().five();
    let mut stage = collecting_at(&home, PLAIN);
    stage.keys("<enter><esc>");
    assert!(!stage.text().contains("look alike"), "{}", stage.text());
    stage.keys("c<enter>");
    assert!(!stage.text().contains("look alike"), "not twice in one sitting:\n{}", stage.text());
    let mut another_day = collecting_at(&home, PLAIN);
    another_day.keys("<enter>");
    assert!(another_day.text().contains("look alike"), "{}", another_day.text());
}

/// An evening that is told of, in a cohort with a namesake of Tesfa Bekele.
fn evening_with_namesakes(home: &Home, size: (u16, u16)) -> Stage {
    let (name, member, lang) = ("TESFA  BEKELE".to_owned(), "DNT".to_owned(), Lang::english());
    home.ask(Request::PutProfile(Profile { learner: LearnerId::from_bits(8), name, member, lang }));
    home.cohort(vec![Body::RosterChanged { learner: LearnerId::from_bits(8), belongs: true }]);
    let mut stage = home.trainer(size);
    stage.keys(&["<enter>", EVENING, "<enter><enter>desk<enter>desk<f10>"].concat());
    stage
}

#[test]
fn in_the_evening_names_that_look_alike_are_asked_about_where_it_is_told_what_came_of_it() {
    snapshots!("evening_alike", |size| evening_with_namesakes(&Home::new().five(), size));
    let home = Home::new().five();
    let mut stage = evening_with_namesakes(&home, PLAIN);
    assert!(stage.text().contains("look alike"), "{}", stage.text());
    stage.keys("n");
    assert!(stage.text().contains("Written:") && !stage.text().contains("look alike"), "{}", stage.text());
    let mut another_day = evening_with_namesakes(&home, PLAIN);
    assert!(!another_day.text().contains("look alike"), "{}", another_day.text());
    another_day.keys("<esc>");
    assert!(another_day.text().contains("Collect from:"), "{}", another_day.text());
    let home = Home::new().five();
    let mut stage = evening_with_namesakes(&home, PLAIN);
    stage.keys("<esc>");
    assert!(stage.text().contains("Written:") && !stage.text().contains("look alike"), "{}", stage.text());
    let mut stage = evening_with_namesakes(&home, PLAIN);
    stage.keys("y");
    assert!(!stage.text().contains("look alike"), "{}", stage.text());
    let mut joined = evening_with_namesakes(&home, PLAIN);
    assert!(!joined.text().contains("look alike"), "one person is not asked about:\n{}", joined.text());
    joined.keys("<esc><esc><esc>");
    assert_eq!(joined.text().matches("esfa").count(), 1, "{}", joined.text());
}

#[test]
fn nobody_is_joined_or_added_unless_the_trainer_says_so() {
    let mut stage = collecting(PLAIN);
    stage.keys("<enter>");
    assert!(stage.text().contains("Tesfa Bekele (DNT) and TESFA BEKELE look alike"), "{}", stage.text());
    stage.keys("<esc><esc><esc>");
    assert!(stage.text().contains("MATRIX") && stage.text().contains("5 learners"), "{}", stage.text());
    let mut stage = collecting(PLAIN);
    stage.keys("<enter>y");
    assert!(stage.text().contains("Issa Ndiaye came and is in no list"), "{}", stage.text());
    stage.keys("a<esc>");
    assert!(stage.text().contains("MATRIX") && stage.text().contains("6 learners"), "{}", stage.text());
    stage.keys("c<tab><enter><esc>");
    assert!(stage.text().contains("MATRIX"), "what was decided is not asked again:\n{}", stage.text());
}

#[test]
fn where_names_are_hidden_a_collection_names_nobody() {
    let mut stage = collecting((120, 40));
    stage.keys("<enter><esc><esc><esc>hc<tab><enter>");
    for name in ["Awa", "awa", "Tesfa", "tesfa", "TESFA", "Issa", "issa", "Maria", "maria"] {
        assert!(!stage.text().contains(name), "{name}:\n{}", stage.text());
    }
}

#[test]
fn texts_are_marked_by_their_rubric_without_knowing_whose_they_are() {
    snapshots!("works", |size| {
        let mut stage = Home::texts().trainer(size);
        stage.keys("<enter>m");
        stage
    });
    snapshots!("marking", |size| {
        let mut stage = Home::texts().trainer(size);
        stage.keys("<enter>hm<enter>2<down>9");
        stage
    });
}

#[test]
fn two_markers_are_compared_line_by_line() {
    let mut stage = Home::texts().trainer(PLAIN);
    stage.keys("<enter>m<enter><f10>");
    assert!(stage.text().contains("Give points on every line"), "{}", stage.text());
    let points = "2<down>".repeat(LINES);
    stage.keys(&points).keys("Good ear<f10>");
    assert!(stage.text().contains("Grace Mutua") && stage.text().contains("Good ear"), "{}", stage.text());
    stage.keys("<enter><up>").keys(&"<bs>".repeat(20)).keys("Paul<down>").keys(&"1<down>".repeat(LINES)).keys("<f10>");
    assert!(stage.text().contains("Two markers: 0 of"), "{}", stage.text());
    stage.keys("<esc><esc><enter>m");
    assert!(stage.text().contains("Paul"), "what was marked is kept:\n{}", stage.text());
}

/// Somebody whose second record, in which a text was handed in and marked, is joined to the first.
fn joined() -> Home {
    let home = Home::texts();
    let mark = |attempt: u128, by: &str| Body::ExerciseMarked {
        attempt: AttemptId::from_bits(attempt),
        exercise: ExerciseId::new("gathering/cut-to-time").unwrap(),
        by: by.to_owned(),
        points: [].into(),
        comment: format!("{by} says why"),
    };
    home.trained(2, mark(2, "Paul"));
    for (one, other) in [(1, 2), (2, 1)] {
        let join = JoinId::from_bits(5);
        home.trained(one, Body::Joined { join, with: LearnerId::from_bits(other) });
    }
    home
}

#[test]
fn who_has_two_records_is_seen_and_marked_as_one_person() {
    let home = joined();
    let mut stage = home.trainer(PLAIN);
    stage.keys("<enter>m");
    assert!(stage.text().contains("Paul says why"), "a mark in the second record counts:\n{}", stage.text());
    stage.keys("<enter>").keys(&"3<down>".repeat(LINES)).keys("Good ear<f10>");
    assert!(stage.text().contains("Grace Mutua") && stage.text().contains("Paul"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("One learner"), "{}", stage.text());
    let mut home = Home::new();
    home.found();
    for (number, name) in [(1, "Awa Diop"), (2, "AWA DIOP")] {
        home.add(number, name, "DNT");
        home.begun(number, 50);
    }
    home.tried(1, 40, FIRST, 0);
    home.tried(2, 30, SECOND, 5);
    for (one, other) in [(1, 2), (2, 1)] {
        let join = JoinId::from_bits(5);
        home.trained(one, Body::Joined { join, with: LearnerId::from_bits(other) });
    }
    let mut stage = home.trainer(PLAIN);
    stage.keys("<enter><enter>");
    assert!(stage.text().matches('1').count() > 1, "{}", stage.text());
    stage.keys("<end><up><enter>");
    assert!(!stage.text().contains("Nothing"), "{}", stage.text());
    insta::assert_snapshot!("joined_answers_80x24", stage.screen());
}

#[test]
fn a_mark_for_work_of_the_second_record_stands_in_that_record_and_stays_there_when_they_are_parted() {
    let home = joined();
    home.trainer(PLAIN).keys("<enter>m<enter>").keys(&"3<down>".repeat(LINES)).keys("Good ear<f10>");
    let record = |number: u128| {
        let (learner, course) = (LearnerId::from_bits(number), home.course.manifest().id.clone());
        let Answer::Opened(record) = home.ask(Request::Open { learner, course }) else { panic!("no record") };
        *record
    };
    let marks = |record: &Record| {
        let marked = |event: &&Event| matches!(&event.body, Body::ExerciseMarked { by, .. } if by == "Grace Mutua");
        record.events.iter().filter(marked).map(|event| (event.subject, event.enrolment)).collect::<Vec<_>>()
    };
    assert_eq!(marks(&record(1)).len(), 1, "the person has the mark");
    for number in [1, 2] {
        home.trained(number, Body::Parted { join: JoinId::from_bits(5) });
    }
    assert_eq!(marks(&record(1)), []);
    let run = EnrolmentId::from_bits(1_002);
    assert_eq!(marks(&record(2)), [(LearnerId::from_bits(2), run)], "in the run that the work stands in");
}

#[test]
fn the_matrix_uses_the_width_that_there_is() {
    for (columns, rows) in [(40, 20), (80, 24), (120, 40), (200, 50)] {
        let mut stage = after("")((columns, rows));
        insta::assert_snapshot!(format!("matrix_wide_small_{columns}x{rows}"), stage.screen());
        let mut stage = Home::texts().trainer((columns, rows));
        stage.keys("<enter><right><right>");
        insta::assert_snapshot!(format!("matrix_wide_whole_{columns}x{rows}"), stage.screen());
    }
    let mut stage = Home::texts().trainer((40, 20));
    stage.keys("<enter><end>").keys(&"<right>".repeat(30));
    stage.resize((300, 50));
    assert!(
        stage.text().contains(" A1 ") && stage.text().contains("T1"),
        "where all fit all are seen:\n{}",
        stage.text()
    );
}

#[test]
fn at_every_width_the_heading_says_where_there_are_more_columns() {
    let mut stage = Home::texts().trainer((40, 20));
    stage.keys("<enter>");
    for columns in 40..=200 {
        stage.resize((columns, 20));
        let text = stage.text();
        let heading = text.lines().nth(2).unwrap();
        assert!(heading.contains("T3") != heading.contains('→'), "{columns} columns:\n{text}");
    }
}

#[test]
fn sixty_learners_stay_usable_on_a_phone() {
    let mut stage = Home::new().sixty().trainer((40, 20));
    stage.keys("<enter>");
    assert!(stage.text().contains("Learner N"), "{}", stage.text());
    stage.keys("<end><right><right>");
    insta::assert_snapshot!("matrix_sixty_40x20", stage.screen());
    stage.keys("a");
    insta::assert_snapshot!("attention_sixty_40x20", stage.screen());
}

#[test]
fn correcting_a_key_is_shown_step_by_step() {
    snapshots!("regrading", after("ir<space>"));
    snapshots!("regrading_asked", after("ir<space><f10>"));
    snapshots!("regrading_done", after("ir<space><f10><right><enter><s-tab>"));
    snapshots!("rulings", after("ir<space><f10><right><enter><esc><esc>r"));
    snapshots!("rulings_empty", after("r"));
}

#[test]
fn a_key_is_corrected_after_what_changes_was_read_and_taken_back_in_the_same_place() {
    let mut stage = after("i")(PLAIN);
    let before = stage.text();
    stage.keys("r<f10>");
    assert!(stage.text().contains("Choose what is right first"), "{}", stage.text());
    stage.keys("<down><down><down><down><space><f10><enter>");
    assert!(stage.text().contains("CORRECT A KEY"), "the first choice does no harm:\n{}", stage.text());
    stage.keys("<f10><right><enter>");
    assert!(stage.text().contains("Corrected. Every grade follows"), "{}", stage.text());
    stage.keys("<esc>");
    assert_ne!(stage.text(), before, "the figures follow");
    stage.keys("r<s-tab><enter>");
    assert!(stage.text().contains("Take this back?"), "{}", stage.text());
    stage.keys("<right><enter>");
    assert!(stage.text().contains("Taken back. Every grade is as it was"), "{}", stage.text());
    stage.keys("<esc>");
    assert_eq!(stage.text(), before);
    stage.keys("<esc>r");
    assert!(stage.text().contains("taken back"), "{}", stage.text());
}

#[test]
fn reports_and_certificates_are_ordered_with_a_format_and_a_folder() {
    snapshots!("office", after("e<down>"));
    snapshots!("office_certificates", after("e<down><down><down><down><down><down>"));
    let certified = "e<down><down><down><down><down><down><tab>/media<tab><space><tab>secret";
    snapshots!("office_typed", after(certified));
    snapshots!("office_written", |size| {
        let mut stage = after(certified)(size);
        stage.keys("<enter>");
        stage
    });
    let mut stage = after("e<down><right><enter>")(PLAIN);
    assert_eq!((stage.ordered[0].paper, stage.ordered[0].folder.as_str()), (Paper::Funder, ""));
    assert_ne!(stage.ordered[0].format, "html");
    assert!(stage.text().contains("Written: /media/zoe/STICK"), "{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.text().contains("MATRIX"), "{}", stage.text());
    let mut stage = after(certified)(PLAIN);
    assert!(!stage.text().contains("secret"), "{}", stage.text());
    stage.keys("<enter>");
    let order = &stage.ordered[0];
    assert_eq!((order.paper, order.supervised, order.passphrase.0.as_str()), (Paper::Certificates, true, "secret"));
    assert!(!format!("{order:?}").contains("secret"));
    assert!(stage.text().contains("Tesfa Bekele is not done"), "{}", stage.text());
}

/// The way from the matrix to the form of the evening.
const EVENING: &str = "e<down><down><down><down><down><down><down><down><enter>";

#[test]
fn the_evening_is_ordered_with_a_form_told_with_a_bar_and_stopped_with_one_key() {
    let typed = "/media/zoe<enter>/srv/out<enter>night desk<enter>night";
    snapshots!("office_evening", after("e<down><down><down><down><down><down><down><down>"));
    snapshots!("evening", after(EVENING));
    snapshots!("evening_typed", |size| {
        let mut stage = after(EVENING)(size);
        stage.keys(typed);
        stage
    });
    let running = |size| {
        let mut stage = after(EVENING)(size);
        stage.reading = Some((14, 40));
        stage.keys(typed).keys(" desk<f10>");
        stage
    };
    snapshots!("evening_running", running);
    snapshots!("evening_stopping", |size| {
        let mut stage = running(size);
        stage.keys("<esc>");
        stage
    });
    let mut stage = running(PLAIN);
    assert!(stage.text().contains("14 of 40") && stage.text().contains("Esc stop"), "{}", stage.text());
    stage.keys("q<enter><f10>");
    assert_eq!(stage.evenings.len(), 1, "one thing at a time");
    assert!(!stage.evenings[0].stop.is_wished());
    stage.keys("<esc>");
    assert!(stage.evenings[0].stop.is_wished());
    assert!(stage.text().contains("It stops after what is being written"), "{}", stage.text());
    let lines = vec!["Stopped, as you wished.".to_owned()];
    stage.told(Message::Ordered(Tag(1), Ok(Written { place: String::new(), lines })));
    assert!(stage.text().contains("Stopped, as you wished.") && !stage.text().contains("Written:"), "{}", stage.text());
    stage.keys("<esc><esc><esc>");
    assert!(stage.text().contains("MATRIX"), "{}", stage.text());
}

#[test]
fn what_may_name_people_waits_until_names_are_shown() {
    let mut stage = after("h")(PLAIN);
    stage.keys(EVENING).keys("<enter><enter>desk<enter>desk<f10>");
    assert!(stage.text().contains("Written:") && stage.text().contains("it may name people"), "{}", stage.text());
    assert!(!stage.text().contains("progress files were read"), "{}", stage.text());
    stage.keys("<esc><esc><esc>h").keys(EVENING).keys("<enter><enter>desk<enter>desk<f10>");
    assert!(stage.text().contains("progress files were read"), "{}", stage.text());
}

#[test]
fn the_evening_begins_only_with_one_passphrase_typed_twice_and_shows_none() {
    let mut stage = after(EVENING)(PLAIN);
    stage.keys("<f10>");
    assert!(stage.text().contains("Type a passphrase for the co-trainer"), "{}", stage.text());
    stage.keys("night desk<enter>nigt desk<f10>");
    assert!(stage.text().contains("The two passphrases differ"), "{}", stage.text());
    assert!(stage.evenings.is_empty() && !stage.text().contains("desk<"), "{}", stage.text());
    stage.keys("<bs><bs><bs><bs><bs><bs>ht desk<enter><space><enter>key<f2>");
    assert!(!stage.text().contains("night") && stage.text().contains("commencer"), "{}", stage.text());
    stage.keys("<enter>");
    let evening = &stage.evenings[0];
    assert_eq!((evening.copy.0.as_str(), evening.passphrase.0.as_str()), ("night desk", "key"));
    assert!(evening.supervised && evening.from.is_empty() && evening.folder.is_empty(), "{evening:?}");
    assert!(!format!("{evening:?}").contains("night"));
    assert!(stage.text().contains("/media/zoe/STICK/evening"), "{}", stage.text());
    insta::assert_snapshot!("evening_done_fr_80x24", stage.screen());
}

#[test]
fn where_names_are_hidden_no_name_and_no_station_is_left() {
    for keys in ["h", "ha", "h<enter>", "ah", "hg", "h<enter><enter>", "hd", "dh"] {
        let stage = after(keys)((120, 40));
        for name in ["Awa", "Tesfa", "محمد", "山", "Maria", "Lagune", "DNT"] {
            assert!(!stage.text().contains(name), "{keys}:\n{}", stage.text());
        }
    }
    let mut stage = after("hh")((120, 40));
    assert!(stage.text().contains("Awa Diop"));
    stage.keys("h<f2>");
    assert!(stage.text().contains("montrer les noms"), "{}", stage.text());
}

#[test]
fn another_order_keeps_the_same_learner_picked() {
    let mut stage = after("<end>")(PLAIN);
    let picked = |stage: &Stage| stage.text().lines().find(|line| line.contains('▶')).unwrap().to_owned();
    let name = picked(&stage);
    let name = name.split_whitespace().nth(1).unwrap().to_owned();
    for _ in 0..4 {
        stage.keys("s");
        assert!(picked(&stage).contains(&name), "{}", stage.text());
    }
}

#[test]
fn no_theme_changes_a_word_and_what_is_wrong_has_a_sign() {
    for keys in ["", "a", "t", "o", "i", "i<enter>", "<enter>", "w", "d", "n", "p"] {
        let mut stage = after(keys)(PLAIN);
        let words = stage.text();
        for theme in ThemeName::ALL {
            stage.wear(theme);
            assert_eq!(stage.text(), words, "{keys} in {theme:?}");
        }
        insta::assert_snapshot!(format!("cohort_colourless_{}_80x24", keys.replace(['<', '>'], "_")), stage.screen());
    }
}

#[test]
fn no_trainers_screen_panics_at_any_small_size() {
    for keys in [
        "",
        "a",
        "t",
        "o",
        "i",
        "i<enter>",
        "ir",
        "r",
        "g",
        "<enter>",
        "<enter><enter>",
        "c",
        "e",
        EVENING,
        "w",
        "d",
        "n",
        "n<enter>",
        "p",
    ] {
        let mut stage = after(keys)(PLAIN);
        for (columns, rows) in (0..=30).step_by(3).flat_map(|columns| (0..=9).map(move |rows| (columns, rows))) {
            stage.resize((columns, rows));
        }
        stage.resize((500, 200)).keys("<down><right><end>");
    }
}

#[test]
fn who_learnt_before_goes_on_where_they_were() {
    let mut stage = Stage::learner(PLAIN);
    stage.keys("t");
    assert!(stage.text().contains("There is no cohort here yet"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("Awa Diop") && stage.text().contains("FIRST-LESSON"), "{}", stage.text());
}

#[test]
fn a_question_leads_to_its_lesson_and_back() {
    let mut stage = after("il")(PLAIN);
    assert!(stage.text().contains("It is 07:40"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("QUESTIONS"), "{}", stage.text());
}

#[test]
fn the_mouse_picks_a_cell() {
    let mut stage = after("")(PLAIN);
    let row = stage.text().lines().position(|line| line.contains("Tesfa")).unwrap();
    let column = stage.text().lines().nth(2).unwrap().find("B1").unwrap() - 2;
    stage.input(rundown::tui::input::Input::Click {
        column: u16::try_from(column).unwrap(),
        row: u16::try_from(row).unwrap(),
    });
    assert!(stage.text().contains("B1: not passed, 37 % in 3 tries · Tesfa"), "{}", stage.text());
}
