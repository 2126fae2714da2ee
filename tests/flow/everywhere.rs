//! What works on every screen: help, language, theme, settings.

use std::time::Duration;

use rundown::session::{Carry, Effect};
use rundown::tui::input::{Input, parse_keys};
use rundown::tui::theme::ThemeName;

use crate::stage::{Stage, snapshots};

#[test]
fn help_lists_the_keys_of_the_screen_and_those_of_everywhere() {
    snapshots!("help", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("?");
        stage
    });
    snapshots!("help_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2>g<f1>");
        stage
    });
}

#[test]
fn settings_show_what_they_change() {
    snapshots!("settings", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f8><down><right>");
        stage
    });
}

#[test]
fn one_key_switches_the_language_everywhere_and_back() {
    let mut stage = Stage::learner((80, 24));
    for keys in ["", "p", "g", "/", "n", "?", "<f8>"] {
        stage.keys(keys);
        let english = stage.text();
        stage.keys("<f2>");
        assert_ne!(stage.text(), english);
        stage.keys("<f2>");
        assert_eq!(stage.text(), english);
        stage.keys("<esc><esc>");
        stage = Stage::learner((80, 24));
    }
}

#[test]
fn the_theme_key_goes_through_all_themes() {
    let mut stage = Stage::learner((80, 24));
    let mut seen = Vec::new();
    for theme in ThemeName::ALL {
        assert_eq!(stage.app.appearance().0, theme);
        seen.push(stage.colours());
        stage.keys("<f9>");
    }
    assert_eq!(stage.app.appearance().0, ThemeName::Dark);
    seen.dedup();
    assert_eq!(seen.len(), ThemeName::ALL.len());
}

#[test]
fn minutes_at_the_screen_are_counted() {
    let mut stage = Stage::learner((80, 24));
    for _ in 0..10 {
        stage.clock.pass(Duration::from_secs(30));
        stage.keys("<down>");
    }
    stage.keys("p");
    assert!(stage.text().contains("5' active"), "{}", stage.text());
}

#[test]
fn suspending_is_left_to_the_host() {
    let mut stage = Stage::learner((80, 24));
    let key = parse_keys("<c-z>").unwrap()[0];
    assert!(stage.app.handle(Input::Key(key)).contains(&Effect::Suspend));
}

#[test]
fn drawing_leaves_nothing_to_draw_and_the_next_tick_is_the_minute() {
    let mut stage = Stage::learner((80, 24));
    stage.draw();
    assert!(!stage.app.dirty());
    assert_eq!(stage.app.next_tick().unwrap().as_secs(), 55);
}

#[test]
fn a_backup_is_asked_for_in_the_settings_and_told_when_it_is_done() {
    snapshots!("back_up", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f8><down><down><down><right>/media/stick");
        stage
    });
    snapshots!("back_up_fr", |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<f2><f8><down><down><down><right>");
        stage
    });
    let mut stage = Stage::learner((80, 24));
    stage.keys("<f8><down><down><down><enter>/media/stick<enter>");
    assert_eq!(stage.carried, [Carry::BackUp { to: "/media/stick".to_owned() }]);
    assert!(stage.text().contains("Written: /media/stick/rundown-2027-03-16.db"), "{}", stage.text());
    stage.keys("<enter><esc>");
    assert_eq!(stage.carried.len(), 1, "nothing is copied without being asked for");
}
