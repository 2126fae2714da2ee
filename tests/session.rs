//! Sessions on a real store in memory: the main job without any screen, and two learners side by side.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rundown::assess;
use rundown::clock::{Clock, SeededChance, Timestamp};
use rundown::course::Course;
use rundown::course::exercise::Work;
use rundown::id::{ExerciseId, Lang, LearnerId, LessonId, QuizId};
use rundown::journal::Via;
use rundown::session::rundown::{Page, Status};
use rundown::session::{Effect, Effects, Message, Place, Saving, Session, Setup, Stage};
use rundown::store::{Answer, Handle, Principal, Request, Store, StoreError, Tag};

type Answered = (Tag, Result<Answer, StoreError>);

/// A clock that a test moves.
#[derive(Clone, Default)]
struct HandClock(Arc<AtomicU64>);

impl HandClock {
    fn pass(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp(1_805_209_805_000)
    }
    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }
    fn local_hhmm(&self) -> String {
        "14:32".to_owned()
    }
}

/// A session with its host: effects are carried out and answers brought back until nothing is under way.
struct Desk {
    session: Session,
    handle: Handle,
    answers: Receiver<Answered>,
    clock: HandClock,
}

fn small_course() -> Arc<Course> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small");
    Arc::new(Course::folder(&folder).unwrap())
}

fn en() -> Lang {
    Lang::new("en").unwrap()
}

impl Desk {
    fn new(store: &Store, course: &Arc<Course>, principal: Principal, seed: u128) -> Self {
        let (sender, answers) = channel::<Answered>();
        let sender = Mutex::new(sender);
        let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
        let handle = store.handle(principal, Box::new(reply));
        let clock = HandClock::default();
        let (session, effects) = Session::new(Setup {
            course: Arc::clone(course),
            principal,
            alone_goes_in: false,
            clock: Box::new(clock.clone()),
            chance: Box::new(SeededChance(seed)),
            via: Via::Screen,
            lang: en(),
        });
        let mut desk = Self { session, handle, answers, clock };
        desk.carry_out(effects);
        desk
    }

    fn carry_out(&mut self, effects: Effects) {
        let mut waiting = effects;
        while !waiting.is_empty() {
            let mut next = Effects::new();
            for effect in waiting {
                if let Effect::Store(tag, request) = effect {
                    self.handle.ask(tag, request);
                    let (tag, answer) = self.answers.recv().unwrap();
                    next.extend(self.session.receive(Message::Store(tag, answer)));
                }
            }
            waiting = next;
        }
    }

    fn act<T>(&mut self, act: impl FnOnce(&mut Session) -> (T, Effects)) -> T {
        let (result, effects) = act(&mut self.session);
        self.carry_out(effects);
        result
    }

    fn learner(&self) -> LearnerId {
        self.session.learning().unwrap().profile.learner
    }

    fn status(&self, lesson: &LessonId) -> Status {
        let rundown = self.session.rundown().unwrap();
        rundown.rows().find(|row| row.page == Page::Lesson(lesson.clone())).unwrap().status
    }

    /// Answers every open question with its key.
    fn answer_all(&mut self) {
        while !self.session.sitting().unwrap().is_over() {
            self.answer_one();
            self.session.next_question();
        }
    }

    fn answer_one(&mut self) {
        let key = assess::key_response(&self.session.sitting().unwrap().item().question);
        self.act(|session| ((), session.respond(key)));
        self.act(|session| ((), session.hand_in()));
    }
}

fn new_learner(store: &Store, course: &Arc<Course>, name: &str, seed: u128) -> Desk {
    let mut desk = Desk::new(store, course, Principal::Owner, seed);
    desk.act(|session| ((), session.add_learner(name, "Lagune TV", en())));
    desk
}

fn first_lesson(course: &Course) -> LessonId {
    course.outlines()[0].id.clone()
}

#[test]
fn who_was_only_looked_at_is_not_let_in_when_the_record_comes_late() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = Desk::new(&store, &course, Principal::Owner, 1);
    desk.act(|session| ((), session.add_learner("Awa Diop", "Lagune TV", en())));
    let learner = desk.learner();
    desk.act(|session| ((), session.change_learner()));
    desk.act(|session| ((), session.train()));
    let late = desk.session.look_into(learner);
    desk.act(|session| ((), session.stop_training()));
    desk.carry_out(late);
    assert!(matches!(desk.session.stage(), Stage::Choosing(_)));
    let late = desk.session.choose(learner);
    desk.act(|session| ((), session.train()));
    desk.carry_out(late);
    assert!(desk.session.training().is_some(), "the trainer stays where the trainer is");
}

#[test]
fn a_first_start_finds_nobody_and_lets_a_new_learner_in() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = Desk::new(&store, &course, Principal::Owner, 1);
    assert!(matches!(desk.session.stage(), Stage::Choosing(learners) if learners.is_empty()));
    desk.act(|session| ((), session.add_learner("Awa\u{1b}[31m Diop\u{202e}", " Lagune  TV ", en())));
    let profile = &desk.session.learning().unwrap().profile;
    assert_eq!((profile.name.as_str(), profile.member.as_str()), ("Awa[31m Diop", "Lagune TV"));
    assert_eq!(desk.session.saving(), Saving::Saved);
}

#[test]
fn reading_and_passing_the_quiz_completes_a_lesson() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let lesson = first_lesson(&course);
    assert_eq!(desk.status(&lesson), Status::Untouched);
    for section in &course.outline(&lesson).unwrap().sections {
        desk.act(|session| ((), session.section_seen(&lesson, &section.id)));
    }
    assert_eq!(desk.status(&lesson), Status::QuizNext);
    let quiz = QuizId::Lesson(lesson.clone());
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    desk.answer_all();
    assert!(desk.session.outcome().unwrap().passed);
    assert!(matches!(desk.status(&lesson), Status::Done(grade) if grade.is_full()));
}

#[test]
fn a_section_is_an_event_only_the_first_time() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let lesson = first_lesson(&course);
    let section = course.outline(&lesson).unwrap().sections[0].id.clone();
    let first = desk.session.section_seen(&lesson, &section);
    assert_eq!(first.len(), 1);
    desk.carry_out(first);
    assert!(desk.session.section_seen(&lesson, &section).is_empty());
}

#[test]
fn a_half_given_answer_is_there_after_a_crash() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let learner = desk.learner();
    let quiz = QuizId::Lesson(first_lesson(&course));
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    desk.answer_one();
    desk.session.next_question();
    let half = assess::key_response(&desk.session.sitting().unwrap().item().question);
    desk.act(|session| ((), session.respond(half.clone())));
    assert_eq!(desk.session.saving(), Saving::Saving);
    desk.clock.pass(Duration::from_secs(1));
    desk.act(|session| ((), session.receive(Message::Tick)));
    assert_eq!(desk.session.saving(), Saving::Saved);
    let before = desk.session.sitting().unwrap().item().clone();
    drop(desk);

    let mut again = Desk::new(&store, &course, Principal::Learner(learner), 2);
    again.act(|session| ((), session.sit(&quiz).unwrap()));
    let sitting = again.session.sitting().unwrap();
    assert_eq!(sitting.position(), 1);
    assert_eq!(sitting.answered(), 1);
    assert_eq!(sitting.item().response, half);
    assert_eq!(sitting.item().shown, before.shown);
}

#[test]
fn a_place_is_kept_and_continue_leads_there() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let learner = desk.learner();
    let second = course.outlines()[1].id.clone();
    desk.act(|session| session.open_lesson(&second).map(|(_, effects)| ((), effects)).unwrap());
    let place = Place { block: 3, ..Place::default() };
    desk.act(|session| ((), session.keep_place(&second, &place)));
    desk.act(|session| ((), session.quit()));

    let again = Desk::new(&store, &course, Principal::Learner(learner), 2);
    assert_eq!(again.session.place(&second), Some(place));
    let rundown = again.session.rundown().unwrap();
    let (block, row) = rundown.next.unwrap();
    assert_eq!(rundown.blocks[block].rows[row].page, Page::Lesson(second));
}

#[test]
fn what_the_store_refused_is_sent_again_first() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let lesson = first_lesson(&course);
    let sections: Vec<_> = course.outline(&lesson).unwrap().sections.iter().map(|s| s.id.clone()).collect();
    let effects = desk.session.section_seen(&lesson, &sections[0]);
    let [Effect::Store(tag, Request::Append { .. })] = &effects[..] else { panic!("{effects:?}") };
    let full = StoreError::Full("home".into());
    assert!(desk.session.receive(Message::Store(*tag, Err(full.clone()))).is_empty());
    assert_eq!(desk.session.saving(), Saving::Failed(full));
    desk.act(|session| ((), session.section_seen(&lesson, &sections[1])));
    assert_eq!(desk.session.saving(), Saving::Saved);
    let state = desk.session.learning().unwrap().state();
    assert_eq!(state.lesson(&lesson).unwrap().sections_seen.len(), 2);
}

#[test]
fn two_learners_side_by_side_on_one_store_cannot_see_each_other() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let awa = new_learner(&store, &course, "Awa", 1).learner();
    let tesfa = new_learner(&store, &course, "Tesfa", 2).learner();
    let mut first = Desk::new(&store, &course, Principal::Learner(awa), 3);
    let mut second = Desk::new(&store, &course, Principal::Learner(tesfa), 4);
    let lesson = first_lesson(&course);
    let section = course.outline(&lesson).unwrap().sections[0].id.clone();
    first.act(|session| ((), session.section_seen(&lesson, &section)));

    assert_eq!(second.session.learning().unwrap().profile.name, "Tesfa");
    assert_eq!(second.status(&lesson), Status::Untouched);
    second.act(|session| ((), session.choose(awa)));
    assert!(matches!(second.session.stage(), Stage::Failed(StoreError::Forbidden)));
    second.handle.ask(Tag(99), Request::Learners);
    assert_eq!(second.answers.recv().unwrap(), (Tag(99), Err(StoreError::Forbidden)));
    first.act(|session| ((), session.change_learner()));
    assert_eq!(first.learner(), awa);
}

#[test]
fn switching_the_language_in_the_middle_of_a_quiz_keeps_the_answers() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let quiz = QuizId::Lesson(first_lesson(&course));
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    desk.answer_one();
    let english = desk.session.sitting().unwrap().item().clone();
    desk.act(|session| ((), session.set_lang(Lang::new("fr").unwrap())));
    let french = desk.session.sitting().unwrap().item();
    assert_ne!(french.question.prompt, english.question.prompt);
    assert_eq!(french.response, english.response);
    assert_eq!(french.graded.as_ref().unwrap().grade, english.graded.as_ref().unwrap().grade);
    assert_eq!(desk.session.learning().unwrap().profile.lang.as_str(), "fr");
}

#[test]
fn search_finds_words_whatever_their_capitals_and_accents() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let desk = new_learner(&store, &course, "Awa", 1);
    let title = &course.outlines()[0].title.own;
    let lesson = course.lesson(&first_lesson(&course), &en()).unwrap();
    let word = lesson.document.source().split_whitespace().find(|w| w.chars().all(char::is_alphabetic) && w.len() > 5);
    let hits = desk.session.search(&word.unwrap().to_uppercase());
    assert!(!hits.is_empty(), "{title}");
    assert!(desk.session.search("  ").is_empty());
}

/// Awa and Tesfa of one home; Awa is here.
fn awa_beside_tesfa(store: &Store, course: &Arc<Course>) -> (Desk, LearnerId) {
    new_learner(store, course, "Awa", 1);
    let tesfa = new_learner(store, course, "Tesfa", 2).learner();
    let mut desk = Desk::new(store, course, Principal::Owner, 3);
    let Stage::Choosing(learners) = desk.session.stage() else { panic!("{:?}", desk.session.stage()) };
    let awa = learners.iter().find(|profile| profile.name == "Awa").unwrap().learner;
    desk.act(|session| ((), session.choose(awa)));
    (desk, tesfa)
}

#[test]
fn a_quiz_of_a_pair_is_credited_to_both_and_reading_to_one() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let (mut desk, tesfa) = awa_beside_tesfa(&store, &course);
    let (awa, lesson) = (desk.learner(), first_lesson(&course));
    desk.act(|session| ((), session.pair_with(tesfa)));
    let section = course.outline(&lesson).unwrap().sections[0].id.clone();
    desk.act(|session| ((), session.section_seen(&lesson, &section)));
    desk.act(|session| ((), session.sit(&QuizId::Lesson(lesson.clone())).unwrap()));
    desk.answer_all();

    let others = Desk::new(&store, &course, Principal::Learner(tesfa), 4);
    let pairs = [(&desk, tesfa), (&others, awa)];
    for (desk, other) in pairs {
        let run = desk.session.learning().unwrap().run().unwrap();
        let [(_, attempt)] = run.attempts_at(|_| true)[..] else { panic!("one attempt") };
        assert!(attempt.is_passed() && attempt.pair() == Some(other));
    }
    let seen = |desk: &Desk| desk.session.learning().unwrap().state().lesson(&lesson).unwrap().sections_seen.len();
    assert_eq!((seen(&desk), seen(&others)), (1, 0));
}

#[test]
fn what_a_pair_left_waits_for_the_pair_and_what_one_left_for_the_one() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let (mut desk, tesfa) = awa_beside_tesfa(&store, &course);
    let (lesson, quiz) = (first_lesson(&course), QuizId::Lesson(first_lesson(&course)));
    desk.act(|session| ((), session.pair_with(tesfa)));
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    desk.answer_one();
    desk.act(|session| ((), session.go_on_alone()));
    assert!(desk.session.partner().is_none() && desk.session.sitting().is_none());
    assert_eq!(desk.status(&lesson), Status::Untouched);
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    assert_eq!(desk.session.sitting().unwrap().answered(), 0);
    desk.answer_one();
    desk.session.next_question();
    desk.answer_one();
    desk.act(|session| ((), session.pair_with(tesfa)));
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    assert_eq!(desk.session.sitting().unwrap().answered(), 1);
    desk.act(|session| ((), session.go_on_alone()));
    desk.act(|session| ((), session.sit(&quiz).unwrap()));
    assert_eq!(desk.session.sitting().unwrap().answered(), 2);
}

#[test]
fn a_session_for_two_begins_as_a_pair_and_knows_nobody_else() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let (desk, tesfa) = awa_beside_tesfa(&store, &course);
    let awa = desk.learner();
    new_learner(&store, &course, "Zoé", 9);
    let mut two = Desk::new(&store, &course, Principal::Pair { learner: awa, with: tesfa }, 5);
    assert_eq!(two.session.partner().unwrap().name, "Tesfa");
    assert_eq!(two.session.colleagues().len(), 1);
    two.act(|session| ((), session.choose(tesfa)));
    assert!(matches!(two.session.stage(), Stage::Failed(StoreError::Forbidden)));
}

#[test]
fn somebody_else_who_comes_in_sits_there_alone() {
    let (store, course) = (Store::memory().unwrap(), small_course());
    let (mut desk, tesfa) = awa_beside_tesfa(&store, &course);
    desk.act(|session| ((), session.pair_with(tesfa)));
    desk.act(|session| ((), session.change_learner()));
    desk.act(|session| ((), session.choose(tesfa)));
    assert!(desk.session.partner().is_none());
}

/// The text of a draft that the store holds of somebody.
fn kept_text(store: &Store, course: &Course, learner: LearnerId) -> String {
    let (sender, answers) = channel::<Answered>();
    let reply = move |tag, answer| sender.send((tag, answer)).unwrap_or_default();
    let handle = store.handle(Principal::Learner(learner), Box::new(reply));
    handle.ask(Tag(1), Request::Open { learner, course: course.manifest().id.clone() });
    let Answer::Opened(record) = answers.recv().unwrap().1.unwrap() else { panic!("nobody is here") };
    let drafts = record.drafts.iter().find(|draft| draft.key.starts_with("exercise/"));
    let draft: Option<serde_json::Value> = drafts.map(|draft| serde_json::from_str(&draft.json).unwrap());
    draft.map_or_else(String::new, |draft| draft["work"]["text"].as_str().unwrap().to_owned())
}

#[test]
fn somebody_who_types_without_a_pause_loses_at_most_the_last_second() {
    let course = Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    let store = Store::memory().unwrap();
    let mut desk = new_learner(&store, &course, "Awa", 1);
    let exercise = ExerciseId::new("gathering/cut-to-time").unwrap();
    desk.act(|session| ((), session.work_on(&exercise).unwrap()));
    for typed in 1..=60_usize {
        desk.act(|session| ((), session.change_work(Work::Write { text: "x".repeat(typed) })));
        desk.clock.pass(Duration::from_millis(100));
        if desk.session.next_tick() == Some(Duration::ZERO) {
            desk.act(|session| ((), session.receive(Message::Tick)));
        }
        let kept = kept_text(&store, &course, desk.learner()).len();
        assert!(kept + 10 >= typed, "{kept} of {typed} letters are kept, one every 100 ms");
    }
}
