//! The rundown.

use rundown::tui::input::Input;

use crate::stage::{Stage, snapshots};

#[test]
fn a_new_learner_sees_the_whole_rundown() {
    snapshots!("home", Stage::learner);
    snapshots!("home_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2><down>");
        stage
    });
}

#[test]
fn the_same_rundown_in_ascii_and_without_colour() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("<f8><down><right><right><right><right><down><right><esc>");
    insta::assert_snapshot!("home_plain_80x24", stage.screen());
}

#[test]
fn a_click_picks_a_row() {
    let mut stage = Stage::learner((80, 24));
    let row = stage.text().lines().position(|line| line.contains("COURSE-TEST")).unwrap();
    stage.input(Input::Click { column: 10, row: u16::try_from(row).unwrap() });
    assert!(stage.text().lines().nth(row).unwrap().contains('▶'), "{}", stage.text());
}

#[test]
fn the_wheel_and_the_arrows_move_and_stay_inside() {
    let mut stage = Stage::learner((80, 24));
    for _ in 0..9 {
        stage.input(Input::Wheel { column: 5, row: 5, down: true });
    }
    assert!(stage.text().contains("▶ T1"), "{}", stage.text());
    stage.keys("<home><up>");
    assert!(stage.text().contains("▶ A1"), "{}", stage.text());
}

#[test]
fn q_leaves_when_everything_is_saved() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("q");
    assert!(stage.has_quit);
}

#[test]
fn a_click_on_a_key_of_the_footer_is_that_key() {
    let mut stage = Stage::learner((80, 24));
    let footer = stage.text().lines().last().unwrap().to_owned();
    let column = footer.chars().take_while(|c| *c != '?').count();
    stage.input(Input::Click { column: u16::try_from(column).unwrap(), row: 23 });
    assert!(stage.text().contains("ALL KEYS"), "{}", stage.text());
}
