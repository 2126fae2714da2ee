//! Progress to another machine and from one.

use rundown::session::Carry;

use crate::stage::{Stage, snapshots};

#[test]
fn before_progress_goes_out_it_is_said_what_the_file_holds_and_who_can_read_it() {
    snapshots!("carry_out", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("pc");
        stage
    });
    snapshots!("carry_out_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2>pc");
        stage
    });
}

#[test]
fn where_there_is_more_to_read_a_sign_says_so() {
    let mut stage = Stage::learner((40, 20));
    stage.keys("pc");
    assert!(stage.text().contains('↓') && !stage.text().contains('↑'), "{}", stage.text());
    stage.keys(&"<down>".repeat(20));
    assert!(stage.text().contains('↑') && !stage.text().contains('↓'), "{}", stage.text());
    assert!(stage.text().contains("Folder or stick"), "{}", stage.text());
}

#[test]
fn the_place_goes_to_the_host_as_it_was_typed() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("pc/media/stick<enter>");
    let [Carry::Out { to, .. }] = &stage.carried[..] else { panic!("{:?}", stage.carried) };
    assert_eq!(to, "/media/stick");
    assert!(stage.text().contains("Written: reports/awa-diop.rundown"), "{}", stage.text());
}

#[test]
fn what_came_of_each_file_is_told_with_its_reasons() {
    snapshots!("carry_in", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("pi");
        stage
    });
    snapshots!("taken_in", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("pi/media/stick<enter>");
        stage
    });
    snapshots!("taken_in_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2>pi/media/stick<enter>");
        stage
    });
    let mut stage = Stage::learner((80, 24));
    stage.keys("pi<enter>");
    assert!(stage.carried.is_empty() && stage.text().contains("Type where the file is"), "{}", stage.text());
    stage.keys("a<enter><esc>i");
    assert!(!stage.text().contains("line 7"), "what came before is forgotten: {}", stage.text());
}
