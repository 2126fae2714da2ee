//! The days of a workshop on screen: its plan, its clock on the projector, notes on sessions, who was there.

use std::collections::BTreeSet;
use std::time::Duration;

use rundown::cohort::agenda::{Pages, from_toml};
use rundown::cohort::{Attendance, SignIns};
use rundown::id::{CohortId, LearnerId};
use rundown::journal::Body;
use rundown::journal::planning::{Half, HalfDay, PlanChange};
use rundown::tui::theme::ThemeName;

use crate::cohort::Home;
use crate::stage::{Stage, snapshots};

const PLAIN: (u16, u16) = (80, 24);
/// What is planned for the second day, on which the stage's clock stands at 14:32.
const AGENDA: &str = "
[[box]]
day = 2
at = \"09:00\"
minutes = 180
title = \"B1 Who gives, who takes, who decides\"

[[box]]
minutes = 60
title = \"Lunch\"
break = true

[[box]]
minutes = 60
title = \"B2 Dopesheet, with a swap\"

[[box]]
minutes = 75
title = \"B4 What may others do with it?\"

[[box]]
minutes = 20
title = \"Break\"
break = true

[[box]]
minutes = 45
title = \"B7 Accept, return, reject: the live desk\"

[[box]]
at = \"16:40\"
minutes = 20
title = \"Debrief; one sentence for tomorrow\"
";

fn planned() -> Home {
    let home = Home::new().five();
    let agenda = from_toml(AGENDA, &Pages::default()).unwrap();
    let change = PlanChange { agenda: Some(agenda), ..PlanChange::default() };
    home.cohort(vec![Body::CohortPlanned { change: Box::new(change) }]);
    home
}

/// A trainer at the open cohort, after some keys.
fn at(home: &Home, size: (u16, u16), keys: &str) -> Stage {
    let mut stage = home.trainer(size);
    stage.keys("<enter>").keys(keys);
    stage
}

#[test]
fn the_clock_tells_what_runs_and_how_late_it_is() {
    snapshots!("clock_by_plan", |size| at(&planned(), size, "w"));
    snapshots!("clock_late", |size| at(&planned(), size, "w<up><enter>"));
    snapshots!("clock_no_agenda", |size| at(&Home::new().five(), size, "w"));
}

#[test]
fn what_was_told_stands_after_quitting_and_can_be_mended_and_taken_back() {
    let home = planned();
    let mut stage = at(&home, PLAIN, "w");
    assert!(stage.text().contains("On time. The day ends at 17:00, as planned."), "{}", stage.text());
    stage.clock.seconds_pass(10 * 60);
    stage.keys("<up><enter>");
    // B4 was to begin at 14:00 and began at 14:42; twenty minutes are free before the last box.
    assert!(stage.text().contains("42 min late. The day ends at 17:22, planned 17:00."), "{}", stage.text());
    stage.clock.seconds_pass(60 * 60);
    stage.tick();
    assert!(stage.text().contains("B4 What may others do with it?") && stage.text().contains("14:55 left"));
    drop(stage.app.leave());
    let mut stage = at(&home, PLAIN, "w");
    stage.clock.seconds_pass(70 * 60);
    stage.tick();
    assert!(stage.text().contains("42 min late."), "{}", stage.text());
    stage.keys("<left><left>");
    assert!(stage.text().contains("40 min late."), "{}", stage.text());
    stage.keys("<bs>");
    assert!(stage.text().contains("On time."), "{}", stage.text());
}

#[test]
fn it_is_drawn_anew_each_second_only_while_it_is_open() {
    let mut stage = at(&planned(), PLAIN, "");
    assert!(stage.app.next_tick().unwrap() > Duration::from_secs(1));
    stage.keys("w");
    assert!(stage.app.next_tick().unwrap() <= Duration::from_secs(1));
    assert!(stage.text().contains("42:55 left"), "{}", stage.text());
    stage.clock.seconds_pass(1);
    stage.tick();
    assert!(stage.text().contains("42:54 left"), "{}", stage.text());
    stage.clock.seconds_pass(60 * 60);
    stage.tick();
    assert!(!stage.text().contains("B4 What may others do with it?  "), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.app.next_tick().unwrap() > Duration::from_secs(1));
}

#[test]
fn a_day_without_boxes_says_what_to_do() {
    let home = planned();
    let mut stage = at(&home, PLAIN, "w");
    stage.clock.days_pass(4);
    stage.keys("<esc>w<enter><bs>");
    assert!(stage.text().contains("Nothing is on the agenda today."), "{}", stage.text());
}

#[test]
fn no_theme_and_no_sign_set_changes_a_word_of_the_clock() {
    let mut stage = at(&planned(), PLAIN, "w<up><enter>");
    let words = stage.text();
    for theme in ThemeName::ALL {
        stage.wear(theme);
        assert_eq!(stage.text(), words, "{theme:?}");
    }
    for keys in ["w", "w<up><enter>", "d<space>"] {
        let mut stage = at(&planned(), PLAIN, keys);
        for (columns, rows) in (0..=42).step_by(3).flat_map(|columns| (0..=22).map(move |rows| (columns, rows))) {
            stage.resize((columns, rows));
        }
        stage.resize((500, 200)).keys("<down><right><end>");
    }
}

#[test]
fn a_plan_is_changed_with_the_form_and_its_agenda_taken_from_a_guide() {
    snapshots!("replan", |size| { at(&Home::texts(), size, "p<up><right>") });
    let home = Home::texts();
    let mut stage = at(&home, PLAIN, "p<end> 2<tab>Thiès<up><up><left><left>");
    assert!(stage.text().contains("Nairobi 2027-03 2") && stage.text().contains("half-day"), "{}", stage.text());
    stage.keys("<down><bs><bs><bs><bs><bs>25<f10>");
    assert!(stage.text().contains("Type an hour"), "{}", stage.text());
    stage.keys("<bs><bs>8:30<up><up><space><f10>w");
    assert!(stage.text().contains("Nothing is on the agenda today."), "half a day is the first day:\n{}", stage.text());
    stage.keys("<esc>p");
    assert!(stage.text().contains("9 boxes, as they are"), "{}", stage.text());
    assert!(stage.text().contains("NairobiThiès"), "{}", stage.text());
    assert!(stage.text().contains("☒ yes"), "{}", stage.text());
    stage.keys("<tab><tab><tab><bs>4<f10>");
    assert!(stage.text().contains("before the first"), "{}", stage.text());
}

#[test]
fn an_agenda_is_taken_away_and_a_day_cleared_with_the_form_of_the_plan() {
    let home = planned();
    let mut stage = at(&home, PLAIN, "p<up><left>");
    assert!(stage.text().contains("take it away") && !stage.text().contains("Its days begin"), "{}", stage.text());
    insta::assert_snapshot!("replan_away_80x24", stage.screen());
    stage.keys("<f10>w");
    assert!(stage.text().contains("There is no agenda yet"), "{}", stage.text());
    stage.keys("<esc>p<tab><tab>").keys(&"<bs>".repeat(10)).keys("<tab>").keys(&"<bs>".repeat(10)).keys("<f10>p");
    assert!(!stage.text().contains("2027-03-1"), "{}", stage.text());
    assert!(!stage.text().contains("boxes"), "there is none to be taken away:\n{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.text().contains("Nairobi") && !stage.text().contains("2027-03-15"), "{}", stage.text());
}

#[test]
fn long_lines_of_a_note_wrap_and_a_long_note_scrolls() {
    let long = "The bridge game took longer than planned because nobody had read the brief before lunch.";
    let mut stage = at(&planned(), (40, 20), &format!("n<down><enter>{long}"));
    let words = |stage: &Stage| {
        let text = stage.text();
        let inside = text.lines().filter_map(|line| line.split('│').nth(1)).flat_map(str::split_whitespace);
        inside.collect::<Vec<_>>().join(" ")
    };
    assert!(words(&stage).contains(long), "{}", stage.text());
    insta::assert_snapshot!("session_note_long_40x20", stage.screen());
    stage.keys(&format!("<enter>{long}<enter>{long}"));
    assert!(stage.text().contains('↑') && stage.text().contains("lunch."), "{}", stage.text());
    stage.keys(&"<up>".repeat(20)).keys("<home>Note: ");
    assert!(stage.text().contains("Note: The bridge") && stage.text().contains('↓'), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("Note: The bridge"), "{}", stage.text());
}

#[test]
fn notes_are_written_on_half_days_and_from_the_clock() {
    snapshots!("sessions", |size| {
        let mut stage =
            at(&planned(), size, "n<down><enter>The bridge game took long.<enter>Bring a second cable.<esc>");
        stage.keys("<down>");
        stage
    });
    snapshots!("session_note", |size| at(&planned(), size, "wnTwo pairs want to try again."));
    let home = planned();
    let mut stage = at(&home, PLAIN, "wn<esc><esc>n");
    assert!(!stage.text().contains("B4"), "a heading alone is no note:\n{}", stage.text());
    stage.keys("<esc>wnGood<esc><esc>n");
    assert!(stage.text().contains("2027-03-16 afternoon   B4 What may others do with it?"), "{}", stage.text());
    let mut stage = at(&home, PLAIN, "n<down><down><down><enter> room<esc>");
    assert!(stage.text().contains("Good room"), "{}", stage.text());
    stage.keys("<enter>").keys(&"<bs>".repeat(60)).keys("<esc>");
    assert!(!stage.text().contains("B4"), "{}", stage.text());
    stage.keys("<enter>Kept while the terminal closes");
    let effects = stage.app.leave();
    assert!(format!("{effects:?}").contains("Kept while the terminal closes"), "{effects:?}");
}

/// Awa and Tesfa signed in; the trainer ticked Awa, and says that Tesfa was not there.
fn attended() -> Home {
    let home = Home::new().five();
    let day = |date: &str, half| HalfDay { date: date.parse().unwrap(), half };
    let when = day("2027-03-16", Half::Morning);
    for number in [1, 2, 3] {
        home.happened(number, 300, vec![Body::SignedIn { cohort: CohortId::from_bits(77), when }]);
    }
    let tick = |number, when, present| Body::AttendanceTicked { learner: LearnerId::from_bits(number), when, present };
    home.cohort(vec![tick(1, when, true), tick(2, when, false), tick(1, day("2027-03-15", Half::Afternoon), true)]);
    home
}

#[test]
fn the_register_shows_ticks_and_sign_ins_apart_and_sums_the_hours() {
    snapshots!("register", |size| at(&attended(), size, "d"));
    snapshots!("register_cell", |size| at(&attended(), size, "d<down><down><down><left>"));
    let mut stage = at(&Home::new().sixty(), (40, 20), "d<end><left><left><left><left>");
    assert!(stage.text().contains("Learner N") && stage.text().contains("   15   15"), "{}", stage.text());
    insta::assert_snapshot!("register_sixty_40x20", stage.screen());
}

#[test]
fn what_is_ticked_is_what_reports_and_certificates_count() {
    let home = attended();
    let mut stage = at(&home, PLAIN, "d");
    // Everybody this afternoon but the second; the second yesterday, and who was denied is let in.
    stage.keys("a<down><space><up><left><down><down><space>");
    let shown: Vec<String> = stage.text().lines().skip(4).take(5).map(str::to_owned).collect();
    let room = stage.app.session().training().and_then(|training| training.room()).unwrap();
    let sign_ins: SignIns = room
        .matrix
        .rows
        .iter()
        .filter(|row| [1, 2, 3].contains(&row.person.learner.bits()))
        .map(|row| {
            let when = HalfDay { date: "2027-03-16".parse().unwrap(), half: Half::Morning };
            (row.person.learner, BTreeSet::from([when]))
        })
        .collect();
    for (row, line) in room.matrix.rows.iter().zip(&shown) {
        let learner = row.person.learner;
        let counted = Attendance::of(&room.plan, &sign_ins, &[learner]);
        assert_eq!(room.register.attendance(&room.plan, learner), counted);
        assert!(line.trim_end().ends_with(&format!(" {}", counted.hours(&room.plan))), "{line}\n{counted:?}");
    }
    let ticked = room.plan.ticks.len();
    assert_eq!(ticked, 3 + 5, "{:?}", room.plan.ticks);
}
