//! Reading a lesson.

use rundown::tui::input::Input;

use crate::stage::{Stage, snapshots};

fn after(keys: &'static str) -> impl Fn((u16, u16)) -> Stage {
    move |size| {
        let mut stage = Stage::learner(size);
        stage.keys("<enter>").keys(keys);
        stage
    }
}

#[test]
fn a_lesson_opens_at_its_beginning() {
    snapshots!("reader", after(""));
    snapshots!("reader_fr", after("<f2>"));
}

#[test]
fn space_turns_pages_and_end_reaches_the_end() {
    snapshots!("reader_paged", after("<space>"));
    snapshots!("reader_end", after("<end>"));
}

#[test]
fn reading_to_the_end_sees_every_section() {
    let mut stage = after("")((80, 24));
    for _ in 0..20 {
        stage.keys("<space>");
    }
    assert!(stage.text().contains("3 of 3 sections"), "{}", stage.text());
    assert!(stage.text().contains("100 %"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("quiz"), "{}", stage.text());
}

#[test]
fn the_place_is_kept_across_leaving_resizing_and_switching_the_language() {
    let mut stage = after("o<end><enter>")((80, 24));
    let heading = "What a pitch needs";
    assert!(stage.text().contains(heading), "{}", stage.text());
    stage.resize((40, 20)).resize((120, 40)).resize((80, 24)).keys("<f9><f2><f2>");
    assert!(stage.text().contains(heading), "{}", stage.text());
    let body = |stage: &Stage| stage.text().lines().skip(2).take(20).collect::<Vec<_>>().join("\n");
    let before = body(&stage);
    stage.keys("<esc><enter>");
    assert_eq!(body(&stage), before);
}

#[test]
fn a_term_is_looked_up_where_it_stands() {
    snapshots!("reader_term", after("<tab><enter>"));
    let mut stage = after("<tab><enter>")((80, 24));
    stage.keys("<esc><esc>");
    assert!(stage.text().contains("FROM TOPIC TO PITCH"), "{}", stage.text());
}

#[test]
fn a_click_on_a_term_looks_it_up() {
    let mut stage = after("")((80, 24));
    let rows: Vec<String> = stage.text().lines().map(str::to_owned).collect();
    let row = rows.iter().position(|line| line.contains("angle")).unwrap();
    let column = rows[row].split("angle").next().unwrap().chars().count();
    stage.input(Input::Click { column: u16::try_from(column + 1).unwrap(), row: u16::try_from(row).unwrap() });
    assert!(stage.text().contains("┌─ angle"), "{}", stage.text());
}

#[test]
fn the_outline_leads_to_any_section() {
    snapshots!("reader_outline", after("o<down>"));
    let mut stage = after("o<down><enter>")((80, 24));
    assert!(stage.text().lines().nth(3).unwrap().contains("What an angle is"), "{}", stage.text());
    stage.keys("o<esc>");
    assert!(stage.text().lines().nth(3).unwrap().contains("What an angle is"), "{}", stage.text());
}

#[test]
fn a_search_marks_what_it_finds_and_goes_from_hit_to_hit() {
    snapshots!("reader_search", after("/TOPIC<enter>"));
    let mut stage = after("/topic<enter>")((80, 24));
    let mut seen = vec![stage.text()];
    for _ in 0..8 {
        stage.keys("><gt>");
        seen.push(stage.text());
    }
    stage.keys("<esc>");
    assert!(!stage.text().contains("/ topic"), "{}", stage.text());
    stage.keys("/zzz<enter>");
    assert!(stage.text().contains("Nothing found."), "{}", stage.text());
}

#[test]
fn a_bookmark_is_set_and_taken_away() {
    let mut stage = after("m")((80, 24));
    assert!(stage.text().contains('◆'), "{}", stage.text());
    stage.keys("m");
    assert!(!stage.text().contains('◆'), "{}", stage.text());
}

#[test]
fn a_note_is_written_read_again_and_emptied() {
    snapshots!("reader_note", after("nAsk Tesfa<enter>why €"));
    let mut stage = after("nAsk Tesfa<esc>")((80, 24));
    assert!(stage.text().contains('✎'), "{}", stage.text());
    stage.keys("n");
    assert!(stage.text().contains("Ask Tesfa"), "{}", stage.text());
    for _ in 0.."Ask Tesfa".len() {
        stage.keys("<bs>");
    }
    stage.keys("<f10>");
    assert!(!stage.text().contains('✎'), "{}", stage.text());
}

#[test]
fn notes_lead_back_to_their_place() {
    let mut stage = after("o<end><enter>nHere<f10><esc>n<enter>")((80, 24));
    assert!(stage.text().contains("What a pitch needs"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("Here"), "{}", stage.text());
}

#[test]
fn a_question_inside_a_lesson_is_answered_in_its_place() {
    let mut stage = after("<end><s-tab><enter>")((80, 24));
    let before = stage.text();
    assert!(before.contains("A pitch may promise"), "{before}");
    snapshots!("reader_question", after("<end><s-tab><enter>"));
    stage.keys("b<f10>");
    assert!(stage.text().contains("✓"), "{}", stage.text());
    stage.keys("<enter>");
    assert!(stage.text().contains("QUESTION") && stage.text().contains("100 %"), "{}", stage.text());
}

#[test]
fn questions_of_earlier_lessons_open_a_lesson_once() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("<down><enter>");
    let recall = stage.text();
    assert!(recall.contains("RECALL"), "{recall}");
    stage.keys("<esc>");
    assert!(stage.text().contains("THE SHEET"), "{}", stage.text());
    stage.keys("<space><esc><enter>");
    assert!(!stage.text().contains("RECALL"), "{}", stage.text());
}

/// The question inside the first lesson, with the focus on it.
fn at_the_question(size: (u16, u16)) -> Stage {
    let mut stage = after("<end><s-tab>")(size);
    stage.keys("<enter>");
    assert!(stage.text().contains("A pitch may promise"), "{}", stage.text());
    stage
}

#[test]
fn a_half_given_answer_inside_a_lesson_is_kept_and_a_given_one_is_marked() {
    let mut stage = at_the_question((80, 24));
    stage.keys("b<esc>");
    assert!(stage.text().contains("QUESTION  ◐ begun"), "{}", stage.text());
    stage.keys("<enter>");
    assert!(stage.text().contains("●  b  False"), "{}", stage.text());
    stage.keys("<enter><enter>");
    assert!(stage.text().contains("QUESTION  ✓ Right."), "{}", stage.text());
    stage.keys("<enter>a<enter><enter>");
    assert!(stage.text().contains("QUESTION  ✗ Not right."), "{}", stage.text());
}

#[test]
fn what_is_half_given_inside_a_lesson_waits_for_another_day() {
    let store = std::sync::Arc::new(rundown::store::Store::memory().unwrap());
    let course = crate::stage::course("small");
    let mut stage = Stage::with(&store, &course, (80, 24));
    stage.keys("Awa Diop<enter>Lagune TV<f10><enter><end><s-tab><enter>b<esc><esc>");
    drop(stage);
    let mut again = Stage::with(&store, &course, (80, 24));
    again.keys("<enter><enter><end>");
    assert!(again.text().contains("QUESTION  ◐ begun"), "{}", again.text());
}

#[test]
fn a_question_that_has_the_focus_says_so_at_every_size() {
    for size in crate::stage::SIZES {
        let mut stage = after("<end><s-tab>")(size);
        for words in ["Enter answer", "Entrée répondre"] {
            let text = stage.text();
            let row = text.lines().find(|line| line.contains("QUESTION")).unwrap_or_default();
            assert!(text.contains(words) && row.contains('▶'), "{size:?}\n{text}");
            stage.keys("<f2><end><s-tab>");
        }
    }
}

#[test]
fn the_end_of_a_lesson_offers_its_quiz_and_the_way_back_and_no_further_page() {
    for size in crate::stage::SIZES {
        let mut stage = after("<end>")(size);
        for words in [["z quiz", "Esc rundown", "Space page"], ["z quiz", "Échap conducteur", "Espace page"]] {
            let text = stage.text();
            let foot = text.lines().last().unwrap_or_default().to_owned();
            let [quiz, back, page] = words;
            assert!(foot.contains(quiz) && foot.contains(back) && !foot.contains(page), "{size:?}\n{text}");
            stage.keys("<f2><end>");
        }
    }
}
