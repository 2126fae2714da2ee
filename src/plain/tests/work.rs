//! Every exercise of the course, typed line by line: the model passes, the typical work fails with its codes, and both
//! are worth what the same work is worth on the session directly.

use std::sync::OnceLock;

use super::*;
use crate::assess;
use crate::course::exercise::{EngineKind, Exercise, Work};
use crate::journal::event::WorkDone;
use crate::session::Bench;
use crate::session::item::Item;

mod script;

pub(super) fn course() -> Arc<Course> {
    static COURSE: OnceLock<Arc<Course>> = OnceLock::new();
    let open = || Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    Arc::clone(COURSE.get_or_init(open))
}

pub(super) fn home() -> Home {
    let mut home = Home::new();
    home.course = course();
    home.run("Awa Diop\nLagune TV\n1\n");
    home
}

fn english() -> Lang {
    Lang::new("en").unwrap()
}

/// The exercises that stand by themselves, with their numbers in the list.
fn exercises() -> Vec<(usize, Arc<Exercise>)> {
    let course = course();
    let listed = course.exercises().iter().filter(|outline| outline.is_whole_work());
    let opened = (1..).zip(listed).map(|(number, outline)| (number, course.exercise(&outline.id, &english()).unwrap()));
    opened.filter(|(_, exercise)| exercise.model.is_some()).collect()
}

/// One exercise of each engine.
fn one_of_each() -> Vec<(usize, Arc<Exercise>)> {
    let all = exercises();
    let engines = EngineKind::ALL.into_iter().filter(|kind| *kind != EngineKind::Stages);
    let found = engines.map(|kind| all.iter().find(|(_, exercise)| exercise.engine.kind() == kind).unwrap().clone());
    found.collect()
}

/// Begins a try without its clock and leaves it, so that a script can know the questions as they are shown.
fn begin(home: &mut Home, exercise: &Exercise) -> Vec<Item> {
    let (mut session, mut host) = home.enter(Via::Screen);
    let mut effects = session.work_on(&exercise.id).unwrap();
    effects.extend(session.set_untimed(true));
    let mut items = Vec::new();
    while session.ask_after_work() {
        items.extend(session.bench().and_then(Bench::asked).cloned());
    }
    effects.extend(session.leave_bench());
    carry_out(&mut session, &mut host, effects);
    items
}

fn last_try(home: &mut Home, exercise: &Exercise) -> WorkDone {
    let (session, _) = home.enter(Via::Screen);
    session.look_back(&exercise.id).unwrap().expect("a try was handed in").done.result
}

fn typed(number: usize, exercise: &Exercise, work: &Work) -> (WorkDone, String) {
    let mut home = home();
    let items = begin(&mut home, exercise);
    let lines = script::typed(exercise, work) + &script::answers(&items);
    let output = home.run(&format!("1\nd\n{number}\n{lines}\n\nq\nq\n"));
    assert!(output.contains("Debrief: "), "{}: {lines}\n{output}", exercise.id);
    (last_try(&mut home, exercise), output)
}

fn direct(exercise: &Exercise, work: &Work) -> WorkDone {
    let mut home = home();
    let (mut session, mut host) = home.enter(Via::Screen);
    let mut effects = session.work_on(&exercise.id).unwrap();
    effects.extend(session.set_untimed(true));
    effects.extend(session.change_work(work.clone()));
    while session.ask_after_work() {
        let key = assess::key_response(&session.bench().unwrap().asked().unwrap().question);
        effects.extend(session.answer_after_work(key));
    }
    effects.extend(session.hand_in_work());
    carry_out(&mut session, &mut host, effects);
    last_try(&mut home, exercise)
}

fn worth(done: &WorkDone) -> impl PartialEq + std::fmt::Debug + use<> {
    (done.grade, done.parts.clone(), done.codes.clone(), done.critical.clone(), done.passed)
}

#[test]
fn the_model_of_every_exercise_can_be_typed_and_passes_as_on_the_session() {
    for (number, exercise) in exercises() {
        let model = exercise.model.as_ref().unwrap();
        let (done, output) = typed(number, &exercise, model);
        assert_eq!(worth(&done), worth(&direct(&exercise, model)), "{}: {output}", exercise.id);
        assert!(done.passed && output.contains("Passed."), "{}: {output}", exercise.id);
        assert!(output.lines().all(|line| crate::text::width(line) <= 76), "{}", exercise.id);
    }
}

#[test]
fn the_typical_work_of_every_exercise_fails_with_its_codes_as_on_the_session() {
    for (number, exercise) in exercises() {
        let typical = exercise.typical.as_ref().unwrap();
        let (done, output) = typed(number, &exercise, &typical.work);
        assert_eq!(worth(&done), worth(&direct(&exercise, &typical.work)), "{}: {output}", exercise.id);
        assert!(!done.passed && !output.contains("\nPassed."), "{}: {output}", exercise.id);
        for code in &typical.expect {
            assert!(output.contains(&format!("- {code}. ")), "{}: {code} is not in {output}", exercise.id);
        }
    }
}

#[test]
fn work_that_was_left_is_gone_on_with_and_a_debrief_can_be_read_again() {
    for (number, exercise) in one_of_each() {
        let mut home = home();
        let items = begin(&mut home, &exercise);
        let lines = script::typed(&exercise, exercise.model.as_ref().unwrap());
        let left = lines.strip_suffix("h\n").unwrap();
        home.run(&format!("1\nd\n{number}\n{left}"));
        let to_the_end = if exercise.engine.kind() == EngineKind::Form { "h\n" } else { "\nh\n" };
        let answers = script::answers(&items);
        let output = home.run(&format!("1\nd\n{number}\n{to_the_end}{answers}\n\n{number}\nd\n\nq\nq\n"));
        assert!(output.contains("What you made before is here."), "{}: {output}", exercise.id);
        assert_eq!(output.matches("Debrief: ").count(), 2, "{}: {output}", exercise.id);
        assert!(last_try(&mut home, &exercise).passed, "{}", exercise.id);
    }
}

#[test]
fn the_input_may_end_at_every_prompt_of_every_engine() {
    for (number, exercise) in one_of_each() {
        let lines = script::typed(&exercise, exercise.model.as_ref().unwrap());
        let all: Vec<&str> = lines.split_inclusive('\n').collect();
        let mut home = home();
        for count in (0..all.len()).step_by(1 + all.len() / 12) {
            let part: String = all.iter().take(count).copied().collect();
            let output = home.run(&format!("1\nd\n{number}\n{part}"));
            assert!(output.ends_with("Everything is saved. Goodbye.\n"), "{}: {part}\n{output}", exercise.id);
        }
    }
}

const HOSTILE: [&str; 34] = [
    "",
    "0",
    "99",
    "-1",
    "1-99999999999999999999",
    "1 1",
    "1-",
    "=",
    "==",
    "= q",
    "g",
    "g 0",
    "g 99",
    "g x",
    "r",
    "r 1",
    "r 99 a|b",
    "i 1 a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p",
    "d",
    "d 0",
    "d 99",
    "e",
    "e 1 1 1",
    "e 99 1",
    "t",
    "t 99 x",
    "1:",
    ":",
    "9: words",
    "1:\u{202e}\u{1b}[2Jwords",
    "\u{1b}]0;x\u{7}",
    "a|b|c",
    "漢字👩‍🎓é",
    "c",
];

#[test]
fn no_line_breaks_an_engine_and_none_acts_on_the_terminal() {
    let long = "word ".repeat(20_000);
    for (number, exercise) in one_of_each() {
        let mut script = format!("1\nd\n{number}\n");
        for line in HOSTILE.iter().copied().chain([long.as_str(), "k", "o", "u", "m", "1", "", "b", "n", "x", "b"]) {
            script.extend([line, "\n.\n"]);
        }
        let output = home().run(&(script + "q\nq\nq\nq\n"));
        let foreign: Vec<char> = output.chars().filter(|c| *c != '\n' && crate::text::is_foreign(*c)).collect();
        assert_eq!(foreign, [], "{}", exercise.id);
        assert!(output.ends_with("Everything is saved. Goodbye.\n"), "{}: {output}", exercise.id);
        assert!(output.lines().all(|line| crate::text::width(line) <= 76), "{}", exercise.id);
    }
}

#[test]
fn an_entry_that_is_not_accepted_says_why() {
    let of = |kind| exercises().into_iter().find(|(_, exercise)| exercise.engine.kind() == kind).unwrap().0;
    for (kind, line, why) in [
        (EngineKind::Form, "g 99", "is not in the list"),
        (EngineKind::Arrange, "1 1", "Type each number once"),
        (EngineKind::Mark, "1:zzz yyy", "in the text in this form"),
        (EngineKind::Desk, "99", "is not in the list"),
        (EngineKind::Case, "e 1", "was not used yet"),
        (EngineKind::Field, "many", "is not a number of the list"),
    ] {
        let output = home().run(&format!("1\nd\n{}\n{line}\nq\nq\nq\n", of(kind)));
        let output = output.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(output.contains(why), "{kind:?}: {output}");
    }
}

#[test]
fn a_real_item_is_kept_under_its_name() {
    let course = course();
    let listed = course.exercises().iter().filter(|outline| outline.is_whole_work()).count();
    let mut home = home();
    let first = format!("1\nd\n{}\n2104-SANVILA\n=Typed before\nq\n\nq\nq\n", listed + 1);
    home.run(&first);
    let output = home.run(&format!("1\nd\n{}\n1\nf\nh\nq\n\nq\nq\n", listed + 1));
    assert!(output.contains("1. 2104-SANVILA") && output.contains("Typed before"), "{output}");
    assert!(output.contains("A real item is not handed in"), "{output}");
}

/// Begins a story and leaves it; returns its stages as they are worked, with the questions as they are shown.
fn begin_story(home: &mut Home, story: &crate::id::ExerciseId) -> Vec<(Arc<Exercise>, Vec<Item>)> {
    let (mut session, mut host) = home.enter(Via::Screen);
    let (story, effects) = session.story(story).unwrap().unwrap();
    carry_out(&mut session, &mut host, effects);
    let mut stages = Vec::new();
    for at in 0..story.stages.len() {
        let effects = session.work_on_stage(&story, at).unwrap();
        carry_out(&mut session, &mut host, effects);
        let mut items = Vec::new();
        while session.ask_after_work() {
            items.extend(session.bench().and_then(Bench::asked).cloned());
        }
        stages.push((Arc::clone(&session.bench().unwrap().exercise), items));
        let effects = session.leave_bench();
        carry_out(&mut session, &mut host, effects);
    }
    stages
}

#[test]
fn a_story_is_told_stage_by_stage_left_and_brought_to_its_end() {
    let course = course();
    let listed = course.exercises().iter().filter(|outline| outline.is_whole_work());
    let (number, outline) = (1..).zip(listed).find(|(_, outline)| outline.engine == EngineKind::Stages).unwrap();
    let story = course.exercise(&outline.id, &english()).unwrap();
    let mut home = home();
    let stages = begin_story(&mut home, &story.id);
    let typed: Vec<String> = stages
        .iter()
        .map(|(exercise, items)| {
            let work = script::typed(exercise, exercise.model.as_ref().unwrap());
            // A form can be had as files, which is asked.
            let after = if exercise.engine.kind() == EngineKind::Form { "\n" } else { "" };
            format!("\n{work}{}\n{after}", script::answers(items))
        })
        .collect();
    let begun = home.run(&format!("1\nd\n{number}\n{}\nq\nq\nq\n", typed[0]));
    assert!(begun.contains(&format!("Stage 2 of {}", typed.len())), "{begun}");
    let rest: String = typed.iter().skip(1).map(String::as_str).collect();
    let ended = home.run(&format!("1\nd\n{number}\n{rest}{number}\nd\nq\nq\n"));
    assert!(!ended.contains("Stage 1 of"), "{ended}");
    let (session, _) = home.enter(Via::Screen);
    assert!(session.exercise_state(&story.id).unwrap().passed, "{ended}");
    assert_eq!(ended.matches("\n- process: ").count(), 2, "{ended}");
}
