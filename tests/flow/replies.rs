//! Forms that nobody judges, and the capstone, as they stand on the rundown of the built-in course.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rundown::course::Course;
use rundown::store::Store;

use crate::stage::{Stage, snapshots};

static COURSE: LazyLock<Arc<Course>> =
    LazyLock::new(|| Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()));

const PLAIN: (u16, u16) = (80, 24);

/// A learner at the foot of the rundown.
fn at_the_end(size: (u16, u16)) -> Stage {
    let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), &COURSE, size);
    stage.keys("Awa Diop<enter>Lagune TV<f10><end>");
    stage
}

/// At the form for the last hour, its brief read.
fn reacting(size: (u16, u16)) -> Stage {
    let mut stage = at_the_end(size);
    stage.keys("<up><up><enter>");
    says(&stage, "Nobody marks the answers");
    stage.keys("<enter>");
    stage
}

fn says(stage: &Stage, words: &str) {
    assert!(stage.text().contains(words), "`{words}` is missing:\n{}", stage.text());
}

fn row(stage: &Stage, number: &str) -> String {
    let text = stage.text();
    let found = text.lines().find(|line| line.contains(&format!(" {number} ")));
    found.unwrap_or_else(|| panic!("no row {number}:\n{text}")).to_owned()
}

#[test]
fn the_capstone_and_the_forms_stand_at_the_end_of_the_rundown() {
    snapshots!("home_end", at_the_end);
    snapshots!("home_end_fr", |size| {
        let mut stage = at_the_end(size);
        stage.keys("<f2>");
        stage
    });
}

#[test]
fn the_capstones_row_leads_to_its_story() {
    let mut stage = at_the_end(PLAIN);
    stage.keys("<up><up><up><up>");
    assert!(row(&stage, "T2").contains("▶ T2") && row(&stage, "T2").contains("CAPSTONE"), "{}", stage.text());
    says(&stage, "1h 00' left");
    stage.keys("<enter>");
    says(&stage, "7 of 7 stages to go");
}

#[test]
fn a_form_is_filled_in_handed_in_and_changed_later() {
    let mut stage = reacting(PLAIN);
    stage.keys("<space><tab><right><tab><space><tab>More field work<f10>");
    assert!(row(&stage, "T4").contains('✓'), "{}", stage.text());
    says(&stage, "answered; it can be changed");
    assert!(row(&stage, "T5").contains("· 04-15"), "30 days after 16 March\n{}", stage.text());
    stage.keys("<enter>");
    says(&stage, "More field work");
    stage.keys("<tab><tab><tab><end> in Kolombé<f10>");
    let learning = stage.app.session().learning().unwrap();
    let replies = &learning.run().unwrap().replies;
    let form = rundown::id::ExerciseId::new("forms/reaction").unwrap();
    assert_eq!(replies.all(&form, None).count(), 2);
    let said = format!("{:?}", replies.last(&form, None).unwrap().answers);
    assert!(said.contains("More field work in Kolombé") && said.contains("nearly-all"), "{said}");
    let rundown = stage.app.session().rundown().unwrap();
    assert_eq!((rundown.percent(), rundown.left()), (0, learning.state().minutes_left()), "a reply counts for nothing");
}

#[test]
fn a_form_with_nothing_in_it_is_not_handed_in_and_one_that_was_left_is_kept() {
    let mut stage = reacting(PLAIN);
    stage.keys("<f10>");
    says(&stage, "Nothing is filled in yet.");
    stage.keys("<tab><tab><tab>Half a sen<esc><enter>");
    says(&stage, "Half a sen");
    assert!(!stage.text().contains("errors"), "{}", stage.text());
}

#[test]
fn a_form_on_the_screen() {
    snapshots!("reaction", |size| {
        let mut stage = reacting(size);
        stage.keys("<space><down>");
        stage
    });
    snapshots!("follow_up_brief_fr", |size| {
        let mut stage = at_the_end(size);
        stage.keys("<f2><enter>");
        stage
    });
}
