//! What holds for every text: nothing too wide, nothing lost, nothing foreign, no depth that overflows.

use proptest::prelude::*;

use super::*;
use crate::tui::sanitise::is_allowed;
use crate::tui::width::width;

fn check(source: &str, cells: usize) {
    for row in rows(&document(source), cells) {
        assert!(width(&text(&row)) <= cells, "{cells}: {:?}", text(&row));
        assert!(text(&row).chars().all(is_allowed), "{row:?}");
    }
}

#[test]
fn a_hundred_thousand_levels_are_drawn() {
    let deep = 100_000;
    for open in ["> ", "- ", "1. ", "*", "**a ", "[", "[[", "![", "<b>", "`", "{{", "> - "] {
        check(&format!("{}x", open.repeat(deep)), 40);
        check(&format!("{}x", open.repeat(Block::LONGEST / open.len() - 1)), 40);
    }
    check(&format!("{}x{}", "[".repeat(deep), "](y)".repeat(deep)), 40);
}

#[test]
fn a_small_file_that_is_a_huge_table_is_drawn() {
    let table = format!("{}\n{}\n{}", "|a".repeat(500), "|-".repeat(500), "x\n".repeat(500));
    check(&table, 40);
}

#[test]
fn hostile_characters_never_reach_a_row() {
    let characters =
        ["&#27;[31m", "&#x202e;", "\u{1b}]0;x\u{7}", "\u{9b}31m", "a&#8238;b", "\u{2066}", "&#0;", "\u{e0041}"];
    for hostile in characters {
        let everywhere = format!(
            "{hostile}\n\n## {hostile}\n\n- {hostile}\n\n> [!NOTE]\n> {hostile}\n\n`{hostile}` [[{hostile}]] [{hostile}](y{hostile})\n\n\
             | {hostile} |\n|---|\n| {hostile} |\n\n```\n{hostile}\n```\n\n{hostile}\n: {hostile}\n\n![{hostile}](p)\n\nx[^1]\n\n[^1]: {hostile}\n\n\
             <b>{hostile}\n"
        );
        check(&everywhere, 40);
    }
}

/// Words that can be found again, joined by what may stand between words.
fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-z]{1,8}|[A-Z][a-zé]{2,14}|日本語|e\u{301}te\u{301}|👩‍👧", 1..12)
        .prop_map(|words| words.join(" "))
}

fn construct() -> impl Strategy<Value = String> {
    (sentence(), sentence(), 0..14).prop_map(|(a, b, kind)| match kind {
        0 => format!("- {a}\n- {b}\n"),
        1 => format!("1. {a}\n   - {b}\n"),
        2 => format!("> {a}\n> > {b}\n"),
        3 => format!("> [!NOTE]\n> {a}\n>\n> {b}\n"),
        4 => format!("| {a} | x |\n|---|:-:|\n| {b} | {a} |\n"),
        5 => format!("```\n{a}\n{b}\n```\n"),
        6 => format!("### {a}\n\n{b}\n"),
        7 => format!("{a}\n: {b}\n"),
        8 => format!("**{a}** *{b}*\n"),
        9 => format!("[{a}](target) ~~{b}~~\n"),
        10 => format!("- [x] {a}\n\n  {b}\n"),
        11 => format!("![{a}](p.png)\n\n{b}\n"),
        12 => format!("## {a}\n\n{b}\n"),
        _ => format!("{a}\n{b}\n"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_word_is_shown_and_no_row_is_too_wide(parts in prop::collection::vec(construct(), 1..8), cells in 2usize..90) {
        let source = parts.join("\n");
        let rows = rows(&document(&source), cells);
        let mut shown: Vec<char> = rows.iter().flat_map(|row| row.words().chars().collect::<Vec<_>>()).collect();
        shown.sort_unstable();
        for row in &rows {
            prop_assert!(width(&text(row)) <= cells, "{} {:?}", cells, text(row));
        }
        let mut wanted: Vec<char> = source.chars().filter(|c| c.is_alphabetic() && !"NOTEpngtarx".contains(*c)).collect();
        wanted.sort_unstable();
        let mut found = shown.iter().peekable();
        for c in wanted {
            prop_assert!(found.any(|f| *f == c), "{:?} of {}", c, source);
        }
    }

    #[test]
    fn any_text_at_any_width(source in "[-\\[\\]{}^|:>#*_`~!<&; a0\n\t\u{301}é日\u{202e}]{0,80}", cells in 1usize..30) {
        for row in rows(&document(&source), cells) {
            prop_assert!(text(&row).chars().all(is_allowed));
            prop_assert!(cells < 2 || width(&text(&row)) <= cells, "{} {:?}", cells, text(&row));
        }
    }
}
