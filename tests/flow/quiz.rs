//! Quizzes: every kind of question by keys and by mouse, feedback, hints, leaving and coming back, the result.

use rundown::tui::input::{Code, Input, Key};

use crate::stage::{SIZES, Stage};

/// What hands something in to each question of the small course and goes on.
pub(crate) const HAND_IN: [&str; 9] = [
    "a<enter><enter>",
    "a<f10><enter>",
    "a<enter><enter>",
    "<f10><enter>",
    "12<f10><enter>",
    "121<f10><enter>",
    "75<enter><enter>",
    "desk<enter><enter>",
    "x<f10><enter>",
];

/// A learner at a question of the first lesson's quiz, from 0.
pub(crate) fn at(question: usize, size: (u16, u16)) -> Stage {
    let mut stage = Stage::learner(size);
    stage.keys("z");
    for keys in HAND_IN.iter().take(question) {
        stage.keys(keys);
    }
    stage
}

/// A learner who has finished the quiz and sees the result.
pub(crate) fn finished(size: (u16, u16)) -> Stage {
    at(9, size)
}

/// Clicks on the first place where a text stands.
fn click(stage: &mut Stage, text: &str) {
    let screen = stage.text();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let before = line.split(text).next().unwrap();
    let column = u16::try_from(before.chars().count()).unwrap();
    stage.input(Input::Click { column, row: u16::try_from(row).unwrap() });
}

/// The line of the screen that holds a text.
fn line(stage: &Stage, text: &str) -> String {
    let screen = stage.text();
    let line = screen.lines().find(|line| line.contains(text));
    assert!(line.is_some(), "no {text} on\n{screen}");
    line.unwrap_or_default().to_owned()
}

fn shows(stage: &Stage, text: &str) -> bool {
    stage.text().contains(text)
}

/// Snapshots of a question half answered, and handed in.
fn snapshots(name: &str, question: usize, answer: &str, hand_in: &str) {
    for size in SIZES {
        let mut stage = at(question, size);
        stage.keys(answer);
        insta::assert_snapshot!(format!("quiz_{name}_{}x{}", size.0, size.1), stage.screen());
        stage.keys(hand_in);
        insta::assert_snapshot!(format!("quiz_{name}_answered_{}x{}", size.0, size.1), stage.screen());
    }
}

#[test]
fn single_is_chosen_and_explained() {
    snapshots("single", 0, "<down><space>h", "<enter>");
}

#[test]
fn multiple_is_ticked_and_explained() {
    snapshots("multiple", 1, "<space><down><enter><down>", "<f10>");
}

#[test]
fn true_or_false_is_chosen_and_explained() {
    snapshots("true_false", 2, "b", "<enter>");
}

#[test]
fn order_is_made_by_moving_rows() {
    snapshots("order", 3, "<space><down>", "<f10>");
}

#[test]
fn match_joins_cards_and_targets() {
    snapshots("match", 4, "1<enter><down>", "<enter><f10>");
}

#[test]
fn sort_puts_cards_into_categories() {
    snapshots("sort", 5, "2<right>", "<down>1<f10>");
}

#[test]
fn number_is_typed() {
    snapshots("number", 6, "4 500", "<enter>");
}

#[test]
fn short_is_typed() {
    snapshots("short", 7, "Rédaction", "<enter>");
}

#[test]
fn mark_selects_words() {
    snapshots("mark", 8, "<right>x<down><space>", "<f10>");
}

#[test]
fn the_result_lists_every_question() {
    for size in SIZES {
        let mut stage = finished(size);
        insta::assert_snapshot!(format!("result_{}x{}", size.0, size.1), stage.screen());
        stage.keys("<f2>");
        insta::assert_snapshot!(format!("result_fr_{}x{}", size.0, size.1), stage.screen());
    }
}

#[test]
fn enter_chooses_first_and_hands_in_second() {
    let mut stage = at(0, (80, 24));
    stage.keys("<enter>");
    assert!(shows(&stage, "▶ ●  a") && !shows(&stage, "Why:"), "{}", stage.text());
    stage.keys("<enter>");
    assert!(shows(&stage, "Why:"), "{}", stage.text());
}

#[test]
fn enter_ticks_and_never_hands_in_by_mistake() {
    let mut stage = at(1, (80, 24));
    stage.keys("<enter><enter><enter>");
    assert!(shows(&stage, "▶ ☒  a") && !shows(&stage, "Why:"), "{}", stage.text());
    stage.keys("<tab><enter>");
    assert!(shows(&stage, "Why:"), "{}", stage.text());
}

#[test]
fn digits_choose_like_letters() {
    let mut stage = at(0, (80, 24));
    stage.keys("3");
    assert!(shows(&stage, "▶ ●  c"), "{}", stage.text());
}

#[test]
fn nothing_is_handed_in_without_an_answer_and_the_reason_is_said() {
    let cases =
        [(0, "Choose an option"), (1, "Tick at least one"), (4, "2 cards have no place"), (6, "Type an answer")];
    for (question, why) in cases {
        let mut stage = at(question, (80, 24));
        stage.keys("<f10>");
        assert!(shows(&stage, why), "{}", stage.text());
        assert!(!shows(&stage, "Why:"));
    }
}

#[test]
fn options_are_clicked_and_handed_in_with_the_mouse_alone() {
    let mut stage = at(0, (80, 24));
    click(&mut stage, "The minister visits");
    assert!(line(&stage, "The minister").contains("▶ ●"), "{}", stage.text());
    click(&mut stage, "[ Hand in ]");
    assert!(shows(&stage, "Why:"), "{}", stage.text());
    click(&mut stage, "Enter next");
    assert!(shows(&stage, "question 2 of 9"), "{}", stage.text());
}

#[test]
fn rows_are_carried_dropped_and_put_back() {
    let mut stage = at(3, (80, 24));
    let before = stage.text();
    let card = line(&stage, "1  ").split("1  ").nth(1).unwrap().to_owned();
    stage.keys("<space><down><down>");
    assert!(line(&stage, &card).contains("↑↓ 3"), "{}", stage.text());
    stage.keys("<esc>");
    let rows = |text: &str| text.lines().take(10).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&stage.text()), rows(&before));
    stage.keys("4");
    assert!(line(&stage, &card).contains("▶  4"), "{}", stage.text());
    stage.keys("-");
    assert!(line(&stage, &card).contains("▶  3"), "{}", stage.text());
}

#[test]
fn rows_are_carried_with_two_clicks() {
    let mut stage = at(3, (80, 24));
    click(&mut stage, "Challenge each lead");
    assert!(line(&stage, "Challenge").contains("↑↓"), "{}", stage.text());
    let row = stage.text().lines().position(|line| line.contains(" 4  ")).unwrap();
    stage.input(Input::Click { column: 12, row: u16::try_from(row).unwrap() });
    assert!(line(&stage, "Challenge").contains("▶  4"), "{}", stage.text());
}

#[test]
fn a_target_serves_one_card_in_a_match() {
    let mut stage = at(4, (80, 24));
    stage.keys("1");
    assert!(shows(&stage, "→ 1 "), "{}", stage.text());
    stage.keys("1");
    assert_eq!(stage.text().matches("→ 1 ").count(), 1, "{}", stage.text());
    assert!(shows(&stage, "→ …"), "{}", stage.text());
}

#[test]
fn cards_are_placed_by_clicks_and_by_turning() {
    let mut stage = at(5, (80, 24));
    click(&mut stage, "Child health");
    click(&mut stage, "1  Topic");
    assert!(line(&stage, "Child health").contains("→ 1 Topic"), "{}", stage.text());
    click(&mut stage, "Child health");
    stage.keys("<right>");
    assert!(line(&stage, "Child health").contains("→ 2 Event"), "{}", stage.text());
    stage.keys("<right>");
    assert!(line(&stage, "Child health").contains("→ …"), "{}", stage.text());
}

#[test]
fn in_a_field_every_character_is_text() {
    let mut stage = at(7, (80, 24));
    stage.keys("qhl?jk");
    let altgr = Key { code: Code::Char('@'), ctrl: true, alt: true, shift: false }.normal();
    stage.input(Input::Key(altgr));
    stage.input(Input::Paste("é\nx".into()));
    assert!(shows(&stage, "Answer: qhl?jk@é x"), "{}", stage.text());
    stage.keys("<home><del><end><bs>");
    assert!(shows(&stage, "Answer: hl?jk@é"), "{}", stage.text());
}

#[test]
fn a_number_is_read_as_people_write_it() {
    let mut stage = at(6, (80, 24));
    stage.keys("75,0 Words<enter>");
    assert!(shows(&stage, "✓ Right."), "{}", stage.text());
}

#[test]
fn what_is_no_number_is_sent_back_and_can_be_mended() {
    let mut stage = at(6, (80, 24));
    stage.keys("7x<enter>");
    assert!(shows(&stage, "“x” is not the unit"), "{}", stage.text());
    stage.keys("<bs>5<enter>");
    assert!(shows(&stage, "✓ Right."), "{}", stage.text());
}

#[test]
fn words_are_marked_by_clicks_and_in_a_row() {
    let mut stage = at(8, (80, 24));
    click(&mut stage, "historic");
    click(&mut stage, "very");
    stage.keys("x");
    stage.keys("x<f10>");
    assert!(shows(&stage, "✓ Right."), "{}", stage.text());
}

#[test]
fn hints_come_one_by_one() {
    let mut stage = at(0, (80, 24));
    stage.keys("h");
    assert!(shows(&stage, "Hint 1 of 2:") && shows(&stage, "h hint"), "{}", stage.text());
    stage.keys("h");
    assert!(shows(&stage, "Hint 2 of 2:") && !shows(&stage, "h hint"), "{}", stage.text());
}

#[test]
fn leaving_in_the_middle_keeps_the_answer_so_far() {
    let mut stage = at(7, (80, 24));
    stage.keys("the de<esc>");
    assert!(shows(&stage, "NEWS GATHERING"), "{}", stage.text());
    stage.keys("z");
    assert!(shows(&stage, "question 8 of 9") && shows(&stage, "Answer: the de"), "{}", stage.text());
    stage.keys("sk<enter>");
    assert!(shows(&stage, "✓ Right."), "{}", stage.text());
}

#[test]
fn the_language_changes_in_the_middle_and_the_answer_stays() {
    let mut stage = at(0, (80, 24));
    stage.keys("b<f2>");
    assert!(shows(&stage, "QUIZ") && shows(&stage, "question 1 sur 9"), "{}", stage.text());
    assert!(shows(&stage, "▶ ●  b"), "{}", stage.text());
}

#[test]
fn a_test_says_nothing_before_its_end() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("<end><enter>");
    assert!(shows(&stage, "TEST") && !shows(&stage, "h hint"), "{}", stage.text());
    let mut rounds = 0;
    while !shows(&stage, "RESULT") {
        assert!(!shows(&stage, "Why:") && !shows(&stage, "✓") && !shows(&stage, "✗"), "{}", stage.text());
        assert!(rounds < 20, "{}", stage.text());
        answer_anything(&mut stage);
        rounds += 1;
    }
    stage.keys("<enter>");
    assert!(shows(&stage, "Why:"), "{}", stage.text());
}

/// Gives some answer, whatever kind the question is, and hands it in.
pub(crate) fn answer_anything(stage: &mut Stage) {
    let keys = if shows(stage, "Answer:") {
        "75<f10>"
    } else if shows(stage, "mark and go on") {
        "x<f10>"
    } else if shows(stage, "serves one") {
        "12<f10>"
    } else if shows(stage, "Put each into") {
        "1111111<f10>"
    } else if shows(stage, "take row") {
        "<f10>"
    } else {
        "a<f10>"
    };
    stage.keys(keys);
}

#[test]
fn looking_back_shows_every_answer_and_returns_to_the_result() {
    let mut stage = finished((80, 24));
    stage.keys("<home><enter>");
    assert!(shows(&stage, "question 1 of 9") && shows(&stage, "Why:"), "{}", stage.text());
    stage.keys("<right>");
    assert!(shows(&stage, "question 2 of 9"), "{}", stage.text());
    stage.keys("<left><esc>");
    assert!(shows(&stage, "RESULT"), "{}", stage.text());
    stage.keys("<end><enter><enter>");
    assert!(shows(&stage, "RESULT"), "{}", stage.text());
}

#[test]
fn a_retake_draws_the_sister_and_counts_a_second_try() {
    let mut stage = finished((80, 24));
    stage.keys("r");
    assert!(shows(&stage, "question 1 of 9") && shows(&stage, "about the market"), "{}", stage.text());
    for keys in HAND_IN {
        stage.keys(keys);
    }
    assert!(shows(&stage, "try 2:"), "{}", stage.text());
}

#[test]
fn practice_asks_only_what_was_wrong_and_counts_nowhere() {
    let mut stage = finished((80, 24));
    let wrong = stage.text().lines().filter(|line| line.contains('✗') || line.contains('◐')).count() - 1;
    stage.keys("w");
    assert!(shows(&stage, "PRACTICE") && shows(&stage, &format!("of {wrong}")), "{}", stage.text());
    for _ in 0..wrong {
        answer_anything(&mut stage);
        stage.keys("<enter>");
    }
    assert!(shows(&stage, "It counts nowhere"), "{}", stage.text());
}

#[test]
fn a_long_question_scrolls_and_the_focus_is_brought_back_into_view() {
    let mut stage = at(4, (40, 12));
    assert!(shows(&stage, "↓"), "{}", stage.text());
    stage.keys("<pagedown><pagedown>");
    assert!(shows(&stage, "↑"), "{}", stage.text());
    stage.keys("<down>");
    assert!(shows(&stage, "▶ a"), "{}", stage.text());
    for _ in 0..3 {
        stage.input(Input::Wheel { column: 3, row: 5, down: true });
    }
    assert!(!shows(&stage, "▶ a"), "{}", stage.text());
}

#[test]
fn two_keys_without_a_drawing_between_them_reach_the_right_question() {
    let mut stage = at(5, (80, 24));
    // The next question is a field: what follows Enter is typed into it at once.
    stage.keys("121<f10>");
    stage.keys_at_once("<enter>75<enter>");
    assert!(shows(&stage, "✓ Right."), "{}", stage.text());
}

#[test]
fn every_question_draws_at_every_size() {
    for (question, answer) in HAND_IN.iter().enumerate() {
        let mut stage = at(question, (80, 24));
        for size in [(0, 0), (1, 1), (2, 40), (24, 7), (25, 8), (31, 9), (59, 10), (60, 11), (110, 12), (500, 200)] {
            stage.resize(size);
        }
        stage.resize((40, 8)).keys(answer.trim_end_matches("<enter>"));
        for size in [(0, 0), (3, 3), (24, 7), (40, 9), (500, 200)] {
            stage.resize(size);
        }
    }
}

#[test]
fn the_lesson_is_a_key_away_and_the_answer_so_far_stays() {
    let mut stage = at(0, (80, 24));
    stage.keys("bl");
    assert!(shows(&stage, "FROM TOPIC TO PITCH"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(shows(&stage, "▶ ●  b"), "{}", stage.text());
}

#[test]
fn a_question_inside_the_lesson_does_not_end_the_quiz_that_waits() {
    let mut stage = at(0, (80, 24));
    stage.keys("bl<end>");
    click(&mut stage, "QUESTION");
    stage.keys("a<enter>");
    assert!(shows(&stage, "Why:"), "{}", stage.text());
    stage.keys("<enter><esc><esc>");
    assert!(shows(&stage, "▶ ●  b") && shows(&stage, "question 1 of 9"), "{}", stage.text());
}

#[test]
fn a_card_out_of_place_is_told_its_place_and_the_line_above_says_how_it_is_counted() {
    for size in SIZES {
        let mut stage = at(3, size);
        stage.keys("<f10>");
        for counted in ["The grade counts neighbours", "La note compte les voisines"] {
            let all: String = (0..4)
                .map(|_| {
                    let text = stage.text();
                    stage.keys("<pagedown>");
                    text.split_whitespace().collect::<Vec<_>>().join(" ")
                })
                .collect();
            assert!(all.contains(counted), "{size:?}\n{all}");
            assert!(all.contains("✗ → ") && !all.contains('◐'), "{size:?}\n{all}");
            stage.keys("<f2><home>");
        }
    }
}

#[test]
fn a_hint_is_offered_in_the_footer_at_every_size() {
    for size in SIZES {
        let mut stage = at(0, size);
        for words in ["h hint", "h indice"] {
            let text = stage.text();
            assert!(text.lines().last().unwrap_or_default().contains(words), "{size:?}\n{text}");
            stage.keys("<f2>");
        }
    }
}

#[test]
fn the_keys_of_a_question_are_those_of_its_kind_and_none_is_cut() {
    for size in SIZES {
        for (question, there, elsewhere) in [(0, "choose by letter", "take row"), (3, "take row", "choose by letter")] {
            let mut stage = at(question, size);
            stage.keys("?");
            let mut all = stage.text();
            stage.keys("<pagedown>");
            all.push_str(&stage.text());
            assert!(all.contains(there) && !all.contains(elsewhere), "{size:?}\n{all}");
            assert!(!all.contains('…'), "{size:?}\n{all}");
        }
    }
}
