//! A learner who has been at work: the screens with something on them.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use rundown::assess;
use rundown::clock::SeededChance;
use rundown::course::Course;
use rundown::id::{Lang, QuizId};
use rundown::journal::Via;
use rundown::session::{Effect, Effects, Message, Place, Session, Setup};
use rundown::store::{Answer, Handle, Principal, Store, StoreError, Tag};

use crate::stage::{HandClock, Stage, course, snapshots};

type Answered = (Tag, Result<Answer, StoreError>);

/// Carries effects out until nothing is under way.
fn settle(session: &mut Session, handle: &Handle, answers: &std::sync::mpsc::Receiver<Answered>, effects: Effects) {
    let mut waiting = effects;
    while let Some(effect) = waiting.pop() {
        if let Effect::Store(tag, request) = effect {
            handle.ask(tag, request);
            let (tag, answer) = answers.recv().unwrap();
            waiting.extend(session.receive(Message::Store(tag, answer)));
        }
    }
}

/// Awa has read the first lesson, passed its quiz, begun the second, and written a note and a bookmark.
fn work(store: &Store, course: &Arc<Course>) {
    let (sender, answers) = channel::<Answered>();
    let sender = Mutex::new(sender);
    let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
    let handle = store.handle(Principal::Owner, Box::new(reply));
    let lang = Lang::new("en").unwrap();
    let (mut session, first) = Session::new(Setup {
        course: Arc::clone(course),
        principal: Principal::Owner,
        alone_goes_in: false,
        clock: Box::new(HandClock::default()),
        chance: Box::new(SeededChance(7)),
        via: Via::Screen,
        lang: lang.clone(),
    });
    settle(&mut session, &handle, &answers, first);
    let mut act = |act: &mut dyn FnMut(&mut Session) -> Effects| {
        let effects = act(&mut session);
        settle(&mut session, &handle, &answers, effects);
    };
    let [one, two] = [&course.outlines()[0], &course.outlines()[1]];
    act(&mut |session| session.add_learner("Awa Diop", "Lagune TV", lang.clone()));
    for section in &one.sections {
        act(&mut |session| session.section_seen(&one.id, &section.id));
    }
    act(&mut |session| session.sit(&QuizId::Lesson(one.id.clone())).unwrap());
    for _ in &one.slots {
        act(&mut |session| {
            let key = assess::key_response(&session.sitting().unwrap().item().question);
            session.respond(key)
        });
        act(&mut |session| session.hand_in());
        act(&mut |session| {
            session.next_question();
            Effects::new()
        });
    }
    act(&mut |session| session.leave_sitting());
    act(&mut |session| session.section_seen(&two.id, &two.sections[0].id));
    let place = Place { section: one.sections[1].id.clone(), ..Place::default() };
    act(&mut |session| session.note(None, &one.id, &place, "Ask Tesfa about the angle of the flood story"));
    act(&mut |session| session.note(None, &two.id, &Place::default(), ""));
}

fn after(keys: &'static str) -> impl Fn((u16, u16)) -> Stage {
    move |size| {
        let (store, course) = (Arc::new(Store::memory().unwrap()), course("small"));
        work(&store, &course);
        let mut stage = Stage::with(&store, &course, size);
        stage.keys("<enter>").keys(keys);
        stage
    }
}

#[test]
fn the_rundown_shows_what_is_done_and_begun_and_goes_on_where_it_was_left() {
    snapshots!("home_begun", after(""));
}

#[test]
fn progress_shows_grades_tries_and_mastered_outcomes() {
    snapshots!("progress_begun", after("p"));
}

#[test]
fn notes_and_bookmarks_stand_in_course_order() {
    snapshots!("notes", after("n"));
}

#[test]
fn a_bookmark_goes_at_once_and_a_note_after_a_question() {
    let mut stage = after("n<down><del>")((80, 24));
    assert!(!stage.text().contains("Bookmark"), "{}", stage.text());
    stage.keys("<del>");
    assert!(stage.text().contains("Delete the note?"), "{}", stage.text());
    stage.keys("<right><enter>");
    assert!(stage.text().contains("No notes yet"), "{}", stage.text());
}
