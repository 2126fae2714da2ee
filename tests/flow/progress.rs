//! My progress, and the report from the screen.

use crate::stage::{Stage, snapshots};

#[test]
fn progress_shows_what_is_done_and_what_is_next() {
    snapshots!("progress", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("p");
        stage
    });
    snapshots!("progress_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2>p<down>");
        stage
    });
}

#[test]
fn a_report_is_written_in_the_chosen_format_and_its_place_is_said() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("pe");
    insta::assert_snapshot!("report_80x24", stage.screen());
    stage.keys("<right><right><enter>");
    assert_eq!(stage.delivered.len(), 1);
    assert_eq!(stage.delivered[0].mime, "text/plain; charset=utf-8");
    let text = stage.text();
    assert!(text.contains("Written: reports/rundown-awa-diop"), "{text}");
    stage.keys("<down>");
    assert!(!stage.text().contains("Written"), "{}", stage.text());
}

#[test]
fn a_finished_quiz_is_looked_back_on_from_the_progress() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("p");
    assert!(!stage.text().contains("look back"), "{}", stage.text());
    let mut stage = crate::quiz::finished((80, 24));
    stage.keys("<esc>p");
    assert!(stage.text().contains("b look back"), "{}", stage.text());
    stage.keys("b");
    insta::assert_snapshot!("looked_back_80x24", stage.screen());
    stage.keys("<enter><right><esc><esc>");
    assert!(stage.text().contains("PAGE"), "{}", stage.text());
    let run = stage.app.session().learning().unwrap().run().unwrap();
    assert_eq!(run.attempts.len(), 1, "looking back begins nothing");
}
