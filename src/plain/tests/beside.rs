//! What stands beside the path: notes and bookmarks, looking back, files, items of colleagues.

use super::*;
use crate::course::exercise::EngineKind;
use crate::course::exercise::work::Entry as Filled;
use crate::id::{AttemptId, ExerciseId};
use crate::journal::swap::{Handed, Sender, Swap};
use crate::journal::{Author, Body};
use crate::store::Request;
use crate::store::api::NewEvent;

#[test]
fn a_note_is_written_where_one_reads_found_again_gone_to_and_deleted() {
    let mut home = Home::with_learner();
    insta::assert_snapshot!(
        home.run("1\n1\n1\n1\nn\nAsk Tesfa\nabout the axis.\n.\nm\nq\nn\n2\nq\nd 2\nb\nd 1\n9\n\nq\n")
    );
    let (session, _) = home.enter(Via::Screen);
    let texts: Vec<String> = session.notes().into_iter().map(|(_, note)| note.text).collect();
    assert_eq!(texts, ["Ask Tesfa\nabout the axis."]);
    assert!(home.run("1\nn\nd 1\n\nq\n").contains("Deleted."));
    assert!(home.run("1\nn\nq\n").contains("No notes yet."));
}

#[test]
fn a_note_that_is_there_is_shown_and_written_anew() {
    let mut home = Home::with_learner();
    home.run("1\n1\n1\n1\nn\nFirst words\n.\nq\nq\n");
    let output = home.run("1\n1\n1\n1\nn\n\nn\nOther words\n.\nm\nm\nq\nn\n\nq\n");
    assert!(output.contains("Your note: First words") && output.contains("The bookmark is taken away."), "{output}");
    let (session, _) = home.enter(Via::Screen);
    let texts: Vec<String> = session.notes().into_iter().map(|(_, note)| note.text).collect();
    assert_eq!(texts, ["Other words"]);
}

#[test]
fn a_note_is_kept_when_the_input_ends_in_it() {
    let mut home = Home::with_learner();
    home.run("1\n1\n1\n1\nn\nHalf a note\n");
    let (session, _) = home.enter(Via::Screen);
    assert_eq!(session.notes().len(), 1);
}

/// The quiz of the first lesson with wrong answers in it.
const QUIZ: &str = "1\n1\n2\n1\n1 2\n2\n4 3 2 1\n1 2\n1 2 2\n75\nthe desk\n2 12-13\n";

#[test]
fn a_finished_quiz_is_looked_back_on_at_once_and_another_day() {
    let mut home = Home::with_learner();
    let at_once = home.run(&format!("{QUIZ}2\n7\n\n\nq\n"));
    assert!(at_once.contains("7. 100 %: ") && at_once.contains("Your answer: 75"), "{at_once}");
    insta::assert_snapshot!(home.run("1\n1\nd\n8\n10\n\nq\n"));
    let (session, _) = home.enter(Via::Screen);
    let run = session.learning().unwrap().run().unwrap();
    assert_eq!(run.attempts.len(), 1, "looking back begins nothing");
}

#[test]
fn a_quiz_can_be_taken_again_from_its_result() {
    let mut home = Home::with_learner();
    let output = home.run(&format!("{QUIZ}3\nq\nq\n"));
    assert_eq!(output.matches("Question 1 of 9").count(), 2, "{output}");
    let (session, _) = home.enter(Via::Screen);
    assert_eq!(session.learning().unwrap().run().unwrap().attempts.len(), 2);
}

#[test]
fn the_lesson_can_be_looked_into_from_a_question_and_the_answer_waits() {
    let output = Home::with_learner().run("1\n1\n2\nr\n2\n9\n\n1\n");
    assert!(output.contains("is not a section") && output.contains("Question 2 of 9"), "{output}");
    assert_eq!(output.matches("Question 1 of 9").count(), 1, "{output}");
}

#[test]
fn all_of_the_report_can_be_read_line_by_line() {
    let mut home = Home::with_learner();
    home.run(&format!("{QUIZ}\nq\n"));
    let output = home.run("1\np\na\n\nq\n");
    assert!(output.contains("Answers") && output.lines().all(|line| crate::text::width(line) <= 76), "{output}");
}

#[test]
fn what_was_refused_is_sent_again_with_the_next_line() {
    let mut home = Home::with_learner();
    let (session, effects, inner) = home.session(Via::Plain);
    let mut host = Recovering { inner, calls: 0 };
    let (mut input, mut output) = (&b"1\n1\n2\n1\n1 2\nq\nq\n"[..], Vec::new());
    let saving = run(Begin { session, effects, open: None }, &mut input, &mut output, &mut host).unwrap();
    let output = String::from_utf8(output).unwrap();
    assert_eq!(saving, Saving::Saved);
    assert!(output.contains("NOT SAVED") && output.contains("Everything is saved again."), "{output}");
}

/// A store that refuses for a while.
struct Recovering {
    inner: TestHost,
    calls: usize,
}

impl Host for Recovering {
    fn carry_out(&mut self, effect: Effect) -> Vec<Message> {
        self.calls += 1;
        match effect {
            Effect::Store(tag, _) if (4..8).contains(&self.calls) => {
                vec![Message::Store(tag, Err(StoreError::Full("disk".into())))]
            }
            Effect::Store(..)
            | Effect::Deliver(..)
            | Effect::Carry(..)
            | Effect::Order(..)
            | Effect::Evening(..)
            | Effect::Door(..)
            | Effect::Forget(_)
            | Effect::Quit
            | Effect::Suspend => self.inner.carry_out(effect),
        }
    }
}

fn names(home: &Home) -> Vec<&str> {
    home.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn a_real_item_is_written_as_files_and_deleted() {
    let course = work::course();
    let listed = course.exercises().iter().filter(|outline| outline.of.is_none()).count();
    let tool = listed + 1;
    let mut home = work::home();
    let output = home.run(&format!("1\nd\n{tool}\n2104\n=Port-Sanvi\nw\nq\nw 1\nw 7\nd 1\nb\nd 1\n\n\nq\nq\n"));
    assert_eq!(names(&home).len(), 4, "{output}");
    assert!(output.contains("Saved as ") && output.contains("Deleted."), "{output}");
    let (session, _) = home.enter(Via::Screen);
    assert!(session.tools().all(|tool| session.kept_items(&tool.id).is_empty()), "{output}");
}

fn dopesheet() -> (usize, ExerciseId) {
    let course = work::course();
    let mut listed = (1..).zip(course.exercises().iter().filter(|outline| outline.of.is_none()));
    let (number, outline) = listed.find(|(_, outline)| outline.id.as_str() == "exchange/fill-dopesheet").unwrap();
    assert_eq!(outline.engine, EngineKind::Form);
    (number, outline.id.clone())
}

#[test]
fn a_debrief_offers_the_work_as_files_and_for_a_colleague() {
    let (number, exercise) = dopesheet();
    let mut home = work::home();
    let (mut session, mut host) = home.enter(Via::Screen);
    let mut effects = session.work_on(&exercise).unwrap();
    effects.extend(session.hand_in_work());
    carry_out(&mut session, &mut host, effects);
    let output = home.run(&format!("1\nd\n{number}\nd\n2\n3\n\nq\nq\n"));
    assert!(names(&home).iter().any(|name| name.starts_with("offer-lagune-tv-")), "{output}");
    assert_eq!(names(&home).len(), 3, "{output}");
}

/// Takes an item in, as `rundown exercise receive` does.
fn receive(home: &mut Home, swap: Swap) {
    let (session, mut host) = home.enter(Via::Screen);
    let learning = session.learning().unwrap();
    let event = NewEvent {
        author: Author::Learner,
        enrolment: learning.enrolment,
        via: Via::Plain,
        lang: Lang::new("en").unwrap(),
        at: Timestamp(1_805_209_805_000),
        body: Body::SwapReceived { swap: Box::new(swap) },
    };
    let learner = learning.profile.learner;
    let append = Request::Append { learner, events: vec![event], asked: Vec::new(), drop_draft: None, with: None };
    host.carry_out(Effect::Store(Tag::default(), append));
}

#[test]
fn items_of_colleagues_are_decided_and_the_return_notes_written() {
    let (_, exercise) = dopesheet();
    let mut home = work::home();
    let course = home.course.manifest().id.clone();
    let fields = [("headline".to_owned(), Filled::One("Flood closes the bridge".to_owned()))].into();
    receive(
        &mut home,
        Swap {
            item: AttemptId::from_bits(7),
            from: Sender { name: "Tesfa".to_owned(), station: "DNT".to_owned() },
            course,
            exercise,
            lang: Lang::new("en").unwrap(),
            at: Timestamp(1_805_209_805_000),
            what: Handed::Offer(fields),
        },
    );
    let output = home.run("1\nd\ns\n1\n2\nR1\nNo shotlist\nh\ns\nh\n\nq\n");
    assert!(output.contains("0 of 1 items are decided") && output.contains("Flood closes the bridge"), "{output}");
    assert!(output.contains("One decision is handed in.") && output.contains("1 of 1 items are decided"), "{output}");
    assert!(output.contains("Nothing is decided that was not handed in before."), "{output}");
    assert!(names(&home).iter().any(|name| name.starts_with("return-lagune-tv-")), "{output}");
}

#[test]
fn only_forms_are_written_as_files() {
    let course = work::course();
    let mut listed = (1..).zip(course.exercises().iter().filter(|outline| outline.of.is_none()));
    let (number, _) = listed.find(|(_, outline)| outline.engine == EngineKind::Arrange).unwrap();
    let mut home = work::home();
    assert!(home.run(&format!("1\nd\n{number}\nw\nq\n")).contains("Only forms can be written as files."));
    assert_eq!(names(&home), [""; 0]);
}
