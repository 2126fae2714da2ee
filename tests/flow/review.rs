//! The review: what is due on the rundown, a run of it, leaving and coming back, the summary.

use std::sync::Arc;

use rundown::course::Course;
use rundown::report::Format;
use rundown::store::Store;

use crate::quiz;
use crate::stage::{SIZES, Stage, course, snapshots};

/// A learner who sat the first lesson's quiz, some days later.
fn days_later(days: i64, size: (u16, u16)) -> Stage {
    let mut stage = quiz::finished(size);
    stage.clock.days_pass(days);
    stage.keys("<esc>");
    stage
}

/// What hands something in to the question that is shown, whatever it is.
fn hand_in(stage: &mut Stage) {
    use rundown::course::question::Kind;
    let kind = stage.app.session().sitting().unwrap().item().question.kind();
    stage.keys(match kind {
        Kind::Single | Kind::Multiple | Kind::TrueFalse => "a<f10>",
        Kind::Order => "<f10>",
        Kind::Match => "12<f10>",
        Kind::Sort => "121<f10>",
        Kind::Number => "75<f10>",
        Kind::Short => "desk<f10>",
        Kind::Mark => "x<f10>",
    });
    assert!(stage.app.session().sitting().unwrap().item().graded.is_some(), "{}", stage.text());
}

fn left(stage: &Stage) -> usize {
    stage.app.session().sitting().unwrap().items.len()
}

/// Answers everything of the run that is not answered.
fn to_the_end(stage: &mut Stage) {
    for _ in stage.app.session().sitting().unwrap().answered()..left(stage) {
        hand_in(stage);
        stage.keys("<enter>");
    }
}

#[test]
fn the_rundown_says_how_many_are_due() {
    snapshots!("review_home", |size| days_later(1, size));
    let mut stage = days_later(1, (40, 20));
    let due = stage.app.session().reviews_due();
    assert!(stage.text().contains(&format!("r review {due}")), "{}", stage.text());
    stage.keys("<f2>");
    assert!(stage.text().contains(&format!("{due} à revoir")), "{}", stage.text());
}

#[test]
fn nothing_is_due_on_the_same_day_and_the_key_says_when_something_will_be() {
    let mut stage = days_later(0, (80, 24));
    stage.keys("r");
    assert!(stage.app.session().sitting().is_none());
    assert!(stage.text().contains("The next question comes back tomorrow."), "{}", stage.text());
    let mut new = Stage::learner((80, 24));
    new.keys("r");
    assert!(new.text().contains("Nothing is due for review."), "{}", new.text());
}

#[test]
fn a_run_looks_like_a_quiz_tells_why_at_once_and_ends_with_a_summary() {
    for size in SIZES {
        let mut stage = days_later(1, size);
        stage.keys("r");
        insta::assert_snapshot!(format!("review_question_{}x{}", size.0, size.1), stage.screen());
        hand_in(&mut stage);
        insta::assert_snapshot!(format!("review_answered_{}x{}", size.0, size.1), stage.screen());
        stage.keys("<enter>");
        to_the_end(&mut stage);
        insta::assert_snapshot!(format!("review_result_{}x{}", size.0, size.1), stage.screen());
        stage.keys("<esc>");
        assert!(stage.app.session().sitting().is_none());
    }
}

#[test]
fn a_run_that_was_left_goes_on_with_the_question_and_the_answer_that_were_there() {
    let mut stage = days_later(1, (80, 24));
    let due = stage.app.session().reviews_due();
    stage.keys("r");
    hand_in(&mut stage);
    stage.keys("<enter>");
    let sitting = stage.app.session().sitting().unwrap();
    let (next, shown) = (sitting.item().at.clone(), sitting.item().shown.clone());
    stage.keys("<down><space>");
    let response = stage.app.session().sitting().unwrap().item().response.clone();
    stage.keys("<esc><esc>");
    assert!(stage.app.session().sitting().is_none());
    assert_eq!(stage.app.session().reviews_due(), due - 1);
    stage.keys("r");
    let item = stage.app.session().sitting().unwrap().item();
    assert_eq!((&item.at, &item.shown, &item.response), (&next, &shown, &response));
}

#[test]
fn what_was_done_today_is_not_due_again_today() {
    let mut stage = days_later(1, (80, 24));
    for _ in 0..3 {
        stage.keys("r");
        if stage.app.session().sitting().is_none() {
            break;
        }
        to_the_end(&mut stage);
        stage.keys("<esc>");
    }
    assert_eq!(stage.app.session().reviews_due(), 0);
    assert!(!stage.text().contains("Review:"), "{}", stage.text());
    stage.clock.days_pass(1);
    stage.keys("<down>");
    assert!(stage.app.session().reviews_due() > 0, "what was missed again comes back the next day");
}

#[test]
fn review_changes_no_score_no_completion_and_no_report() {
    let mut stage = days_later(1, (80, 24));
    let before = stage.app.session().learning().unwrap().state().clone();
    let report = |stage: &Stage| {
        let bytes = stage.app.session().report().unwrap().write(Format::Json);
        serde_json::from_slice::<serde_json::Value>(&bytes).unwrap()
    };
    let told = report(&stage);
    stage.keys("r");
    to_the_end(&mut stage);
    stage.keys("<esc>");
    assert_eq!(stage.app.session().learning().unwrap().state(), &before);
    assert!(!stage.app.session().learning().unwrap().run().unwrap().outside.is_empty());
    let after = report(&stage);
    assert_eq!(told["tables"], after["tables"]);
    let figures = |report: &serde_json::Value| {
        let mut figures = report["figures"].as_object().unwrap().clone();
        assert!(figures.remove("last_at").is_some(), "somebody was there, and that is all it tells");
        figures
    };
    assert_eq!(figures(&told), figures(&after));
}

#[test]
fn the_lesson_is_one_key_away_and_esc_comes_back_to_the_question() {
    let mut stage = days_later(1, (80, 24));
    stage.keys("r");
    let at = stage.app.session().sitting().unwrap().item().at.clone();
    hand_in(&mut stage);
    stage.keys("l");
    assert!(stage.text().contains("sections"), "{}", stage.text());
    stage.keys("<esc>");
    let sitting = stage.app.session().sitting().unwrap();
    assert_eq!((&sitting.item().at, sitting.answered()), (&at, 1));
    assert!(stage.text().contains("REVIEW"), "{}", stage.text());
}

#[test]
fn a_deck_that_was_made_in_english_is_asked_in_french() {
    let mut stage = days_later(1, (80, 24));
    stage.keys("<f2>r");
    let item = stage.app.session().sitting().unwrap().item().clone();
    let course = Arc::clone(stage.app.session().course());
    let french = course.question(&item.at, stage.app.session().lang()).unwrap().unwrap();
    assert_eq!(item.question.prompt, french.prompt);
    assert!(stage.text().contains("RÉVISION"), "{}", stage.text());
    hand_in(&mut stage);
    stage.keys("<f2>");
    assert!(stage.text().contains("REVIEW"), "{}", stage.text());
}

#[test]
fn another_variant_is_asked_where_there_is_one() {
    let mut stage = days_later(300, (80, 24));
    let course = Arc::clone(stage.app.session().course());
    let run = stage.app.session().learning().unwrap().run().unwrap();
    let given = run.attempts.values().flat_map(|tried| tried.answers.values());
    let before: Vec<_> = given.map(|given| given.answer.question.clone()).collect();
    let mut varied = 0;
    for _ in 0..4 {
        stage.keys("r");
        let sitting = stage.app.session().sitting();
        for item in sitting.iter().flat_map(|sitting| &sitting.items) {
            let slots = &course.outline(&item.at.lesson).unwrap().slots;
            if slots.iter().any(|slot| slot.questions[0].0 == item.slot && slot.questions.len() > 1) {
                varied += 1;
                assert!(!before.contains(&item.at), "{}", item.at);
            }
        }
        if sitting.is_some() {
            to_the_end(&mut stage);
            stage.keys("<esc>");
        }
    }
    assert_eq!(varied, 1, "one question of the small course has a sister");
}

#[test]
fn two_screens_of_one_learner_see_what_the_other_reviewed() {
    let store = Arc::new(Store::memory().unwrap());
    let course: Arc<Course> = course("small");
    let mut stage = Stage::with(&store, &course, (80, 24));
    stage.keys("Awa Diop<enter>Lagune TV<f10>z");
    for keys in quiz::HAND_IN {
        stage.keys(keys);
    }
    stage.keys("<esc>");
    stage.clock.days_pass(1);
    stage.keys("r");
    hand_in(&mut stage);
    stage.keys("<esc><esc>");
    let due = stage.app.session().reviews_due();
    let mut other = Stage::another(&store, &course, (80, 24), 7);
    other.clock.days_pass(1);
    other.keys("<enter>");
    assert_eq!(other.app.session().reviews_due(), due);
}
