//! Forms and texts of the built-in course, filled in by keys: once well and once badly.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rundown::course::Course;
use rundown::store::Store;
use rundown::tui::input::Input;

use crate::stage::{Stage, snapshots};

static COURSE: LazyLock<Arc<Course>> =
    LazyLock::new(|| Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()));

const PLAIN: (u16, u16) = (80, 24);

/// A learner in front of an exercise of the built-in course, its brief read.
pub(crate) fn at_work(title: &str, size: (u16, u16)) -> Stage {
    let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), &COURSE, size);
    stage.keys("Awa Diop<enter>Lagune TV<f10>x<home>");
    let short: String = title.chars().take(12).collect();
    let is_picked = |stage: &Stage| stage.text().lines().any(|line| line.contains('▶') && line.contains(&short));
    for _ in 0..60 {
        if is_picked(&stage) {
            break;
        }
        stage.keys("<down>");
    }
    assert!(is_picked(&stage), "{}", stage.text());
    stage.keys("<enter><enter>");
    stage
}

fn says(stage: &Stage, words: &str) {
    assert!(stage.text().contains(words), "`{words}` is missing:\n{}", stage.text());
}

const STORYLINE: &str = "The river Dunari flooded parts of Kolombé, in Sanvila, on Tuesday. A notice of the prefecture \
says the bridge has been closed since 04:30 UTC. The hydrology office says its gauge showed 6.42 metres at 06:00 UTC, \
and gives the alert level as 5.80 metres. At 15:00 UTC civil protection said that 1,240 people had registered at the \
school in Kolombé, that three people were injured, and that it had confirmed no deaths. The head of the shelter says \
that food will last two days, but only if the bridge opens on Wednesday.";

/// The shots of the dopesheet: in, out, what is seen.
const SHOTS: [(&str, &str, &str); 7] = [
    ("00:00:00:00", "00:00:14:00", "Wide of bridge, barrier across the road"),
    ("00:00:14:00", "00:00:22:00", "Close of river gauge"),
    ("00:00:22:00", "00:00:36:00", "People with bags waiting at the barrier"),
    (
        "00:00:36:00",
        "00:00:46:00",
        "SOUNDBITE (French) Mariam Keso, shelter head: \"We have food for two days, but only if the bridge opens \
         tomorrow. If it stays closed we will have to choose who eats first.\"",
    ),
    ("00:00:46:00", "00:00:58:00", "Registration table at school, seen from behind"),
    ("00:00:58:00", "00:01:12:00", "Close of hands sorting blankets"),
    ("00:01:12:00", "00:01:30:00", "Wide of river from the school roof"),
];

/// Fills the head of the dopesheet in, up to the shots.
fn fill_head(stage: &mut Stage) {
    let lines = [
        "2104",
        "2104-SANVILA-FLOOD/KOLOMBE-BRIDGE",
        "Flood closes Kolombé bridge, families move to school",
        "Kolombé, Sanvila",
        "2027-03-16",
        "2027-03-16",
        "01:30",
        "Lagune TV",
        "French / NATURAL",
        "NO ACCESS Télé Deux-Rives; MUST COURTESY \"Lagune TV\"",
    ];
    for line in lines {
        stage.keys_at_once(&format!("{line}<enter>"));
    }
    stage.keys_at_once("<tab>").input(Input::Paste(STORYLINE.to_owned())).keys("<tab>");
}

fn fill_shots(stage: &mut Stage) {
    stage.keys_at_once("1<tab>KOLOMBE, SANVILA - 16 MARCH 2027");
    for (at, (from, to, text)) in SHOTS.iter().enumerate() {
        let next = if at + 1 < SHOTS.len() { "<enter>" } else { "<tab><tab>" };
        stage.keys_at_once(&format!("<tab>{from}<tab>{to}<tab>{text}{next}"));
    }
}

fn fill_foot(stage: &mut Stage) {
    stage.keys("<right><tab><tab><right><tab><tab><enter><down><down><down><enter>");
    says(stage, "disaster");
    stage.keys("<tab>2<tab><tab>");
    stage.keys_at_once("Duty editor, news@lagunetv.example, until 22:00 UTC");
}

#[test]
fn a_dopesheet_that_is_filled_in_well_passes() {
    let mut stage = at_work("Fill the dopesheet", PLAIN);
    fill_head(&mut stage);
    fill_shots(&mut stage);
    fill_foot(&mut stage);
    assert!(!stage.text().contains("error"), "{}", stage.text());
    stage.keys("<f10>");
    says(&stage, "100");
    stage.keys("s");
    says(&stage, "reports/offer-lagune-tv-");
}

#[test]
fn a_dopesheet_that_is_filled_in_badly_says_what_is_wrong_at_once() {
    let mut stage = at_work("Fill the dopesheet", PLAIN);
    stage.keys_at_once("2104<tab>SANVILA-FLOOD-BRIDGE<tab>Heroic volunteers shelter families<tab>Port-Sanvi");
    says(&stage, "20/49 ✗ E02");
    says(&stage, "✗ E04");
    says(&stage, "The place does not have the form town, country.");
    stage.keys("<s-tab><s-tab>");
    says(&stage, "The slug does not");
    stage.keys("<c-a>");
    stage.keys_at_once("2104-SANVILA-FLOOD/KOLOMBE-BRIDGE");
    says(&stage, "33/49 ✓");
    stage.keys("<c-z>");
    says(&stage, "✗ E02");
    hand_in_unfinished(&mut stage);
    says(&stage, "not passed");
}

#[test]
fn rows_are_added_moved_taken_out_and_put_back() {
    let mut stage = at_work("Fill the dopesheet", (120, 40));
    fill_head(&mut stage);
    stage.keys_at_once("1<tab><tab>00:00:00:00<tab>00:00:04:00<tab>First<enter>");
    stage.keys_at_once("<tab>00:00:04:00<tab>00:00:09:00<tab>Second");
    let order = |stage: &Stage| {
        let text = stage.text();
        text.find("First").zip(text.find("Second")).map(|(first, second)| first < second)
    };
    assert_eq!(order(&stage), Some(true));
    stage.keys("<a-up>");
    assert_eq!(order(&stage), Some(false));
    stage.keys("<f7>");
    assert_eq!(order(&stage), None);
    stage.keys("<c-z>");
    assert_eq!(order(&stage), Some(false));
    stage.keys("<f6>");
}

#[test]
fn a_shotlist_that_is_repaired_passes() {
    let mut stage = at_work("Repair a shotlist", PLAIN);
    stage.keys("<tab>");
    stage.keys_at_once("<tab>KOLOMBE, SANVILA - 16 MARCH 2027");
    stage.keys_at_once("<down><tab><tab><c-a>00:00:13:10");
    stage.keys_at_once("<down><down><s-tab><c-a>00:00:27:10");
    stage.keys_at_once("<down><tab><tab><tab><c-a>SOUNDBITE (French) Paul Oreni, civil protection officer: ");
    stage.keys_at_once("\"The bridge will stay closed tonight.\"");
    stage.keys_at_once("<down><down><s-tab><right>");
    stage.keys_at_once("<s-tab><s-tab><s-tab>KOLOMBE, SANVILA - AUGUST 2024");
    assert!(!stage.text().contains('✗'), "{}", stage.text());
    stage.keys("<f10>");
    says(&stage, "100");
}

#[test]
fn a_shotlist_that_is_left_as_it_is_fails() {
    let mut stage = at_work("Repair a shotlist", PLAIN);
    says(&stage, "✗ S9");
    stage.keys("<f10>");
    if asks(&stage) {
        stage.keys("<right><enter>");
    }
    says(&stage, "not passed");
}

const CUT: &str = "Kolombé's bridge has been closed since half past four this morning. In a statement at 15:00, civil \
protection said 1,240 people had registered at the local school, and that three were hurt. No deaths are confirmed so \
far. Rescue teams are still working in the town, where many people are waiting in line with the bags they carried.";

#[test]
fn a_text_that_is_cut_to_time_keeps_its_rules() {
    let mut stage = at_work("Cut to twenty seconds", PLAIN);
    says(&stage, "96 words of 57–63 · 32 s to read");
    stage.keys("<c-a>");
    stage.keys_at_once(CUT);
    says(&stage, "✓ 58 words of 57–63 · 19 s to read");
    assert!(!stage.text().contains('✗'), "{}", stage.text());
    stage.keys("<c-end> Heroic rescuers help.");
    says(&stage, "This word praises: “Heroic”.");
    stage.keys("<c-w><c-w><c-w>");
    assert!(!stage.text().contains('✗'), "{}", stage.text());
}

#[test]
fn a_text_that_is_not_cut_fails() {
    let mut stage = at_work("Cut to twenty seconds", PLAIN);
    hand_in_unfinished(&mut stage);
    stage.keys("<down><enter><f10>");
    says(&stage, "CUT-WORDS");
}

/// Hands in what is not finished: that is asked once.
fn hand_in_unfinished(stage: &mut Stage) {
    stage.keys("<f10>");
    assert!(asks(stage), "{}", stage.text());
    stage.keys("<right><enter>");
}

/// Whether the dialog over unfinished work is open, in English or French.
fn asks(stage: &Stage) -> bool {
    ["Not finished", "Pas terminé"].iter().any(|title| stage.text().contains(title))
}

/// All that a debrief says, page by page.
fn whole_debrief(stage: &mut Stage) -> String {
    let mut all = String::new();
    for _ in 0..80 {
        let page = stage.text();
        let rows: Vec<&str> = page.lines().collect();
        all.push_str(&rows[2..rows.len() - 2].join("\n"));
        all.push('\n');
        stage.keys("<pagedown>");
        if stage.text() == page {
            break;
        }
    }
    all
}

#[test]
fn the_model_is_shown_as_it_is_written_beside_the_work() {
    for (size, keys) in [(40, 20), (80, 24), (120, 40)].into_iter().flat_map(|size| [(size, ""), (size, "<f2>")]) {
        let mut stage = at_work("Three lines", size);
        stage.keys(keys);
        stage.keys_at_once("NO ACCESS Sol TV; NO ARCHIVE AFTER 14 DAYS");
        hand_in_unfinished(&mut stage);
        let said = whole_debrief(&mut stage);
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for lost in ["NOACCESS", ";NO", "SolTV", "BROADCASTONLY", "RESALE;MUST"] {
            assert!(!flat.contains(lost), "`{lost}` at {size:?}:\n{said}");
        }
        assert!(flat.contains("NO ACCESS Sol TV; NO ARCHIVE AFTER 14 DAYS"), "{size:?}:\n{said}");
        assert!(flat.contains(" │ "), "{size:?}:\n{said}");
    }
}

#[test]
fn unfinished_work_is_handed_in_only_after_one_question_that_says_what_is_missing() {
    for size in [(40, 20), (80, 24), (120, 40)] {
        let mut stage = at_work("Three lines", size);
        stage.keys("<f10>");
        assert!(asks(&stage) && stage.text().contains("Still empty"), "{}", stage.text());
        stage.keys("<enter>");
        assert!(!asks(&stage), "{}", stage.text());
        stage.keys("<f2>");
        hand_in_unfinished(&mut stage);
        says(&stage, "Remarques");
    }
}

#[test]
fn empty_cells_of_a_table_are_told_in_one_line_of_the_debrief() {
    let mut stage = at_work("Grade the sources", PLAIN);
    hand_in_unfinished(&mut stage);
    let said = whole_debrief(&mut stage);
    assert!(said.contains("24 cells of this table are empty"), "{said}");
    assert_eq!(said.matches("Nothing is filled in here").count(), 3, "three fields are no cells:\n{said}");
}

#[test]
fn a_form_stands_at_every_size() {
    snapshots!("dopesheet", |size| at_work("Fill the dopesheet", size));
    snapshots!("dopesheet_shots", |size| {
        let mut stage = at_work("Fill the dopesheet", size);
        fill_head(&mut stage);
        stage.keys_at_once("1<tab>KOLOMBE, SANVILA - 16 MARCH 2027<tab>00:00:00:00<tab>00:00:14:00<tab>");
        stage.keys_at_once("Wide of bridge, barrier across the road, people with bags, seen from the roof");
        stage
    });
    snapshots!("dopesheet_list", |size| {
        let mut stage = at_work("Fill the dopesheet", size);
        stage.keys("<s-tab><s-tab><s-tab><s-tab><s-tab><enter><down>");
        stage
    });
    snapshots!("dopesheet_fr", |size| {
        let mut stage = at_work("Fill the dopesheet", size);
        stage.keys("<f2><tab><tab><tab><tab><tab><tab><tab><tab><tab><tab><tab>word");
        stage
    });
}

#[test]
fn a_shotlist_stands_at_every_size() {
    snapshots!("shotlist", |size| at_work("Repair a shotlist", size));
    snapshots!("shotlist_cell", |size| {
        let mut stage = at_work("Repair a shotlist", size);
        stage.keys("<tab><down><down><tab><tab><tab><tab><tab>");
        stage
    });
}

/// All words on the screen, in order, without what frames them.
fn words_on(stage: &Stage) -> String {
    stage.text().split_whitespace().filter(|word| !word.starts_with(['─', '▶'])).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_cell_has_no_room_for_stands_under_the_row_in_focus() {
    for size in crate::stage::SIZES {
        let mut stage = at_work("Repair a shotlist", size);
        assert!(!words_on(&stage).contains("if the bridge opens tomorrow"), "{}", stage.text());
        stage.keys("<tab><down><down>");
        // On a phone a row is a card, and its last line is gone to.
        if size.0 < 56 {
            stage.keys("<tab><tab><tab><tab><tab>");
        }
        let words = words_on(&stage).replace("│ ", "");
        assert!(words.contains("opens tomorrow"), "{}", stage.text());
    }
}

#[test]
fn a_finding_is_told_to_its_end_at_every_size() {
    for size in crate::stage::SIZES {
        let stage = at_work("Repair a shotlist", size);
        let words = words_on(&stage).replace("│ ", "");
        assert!(words.contains("one second of difference is allowed."), "{}", stage.text());
    }
}

#[test]
fn a_text_stands_at_every_size() {
    snapshots!("cut_to_time", |size| at_work("Cut to twenty seconds", size));
    snapshots!("cut_to_time_cut", |size| {
        let mut stage = at_work("Cut to twenty seconds", size);
        stage.keys("<c-a>");
        stage.keys_at_once(&format!("{CUT} Dramatic."));
        stage
    });
}
