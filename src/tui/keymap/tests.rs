//! The key table as it is shipped, and a user's changes to it: no fault, no conflict, nothing hidden.
//!
//! Apart from the table for its length. Nothing is drawn here: what a footer offers is asked of the table alone.

use super::*;
use crate::id::Lang;
use crate::tui::input::parse_keys;
use crate::words::Words;

fn key(text: &str) -> Key {
    parse_keys(text).unwrap()[0]
}

#[test]
fn the_embedded_table_has_no_fault_and_no_conflict() {
    assert_eq!(load::faults_of_defaults(), []);
    assert_eq!(Keymap::defaults().conflicts(), []);
}

#[test]
fn every_label_is_in_the_catalogue() {
    let words = Words::new(&Lang::new("fr").unwrap());
    let keymap = Keymap::defaults();
    for (table, _) in Table::NAMES {
        for row in keymap.rows(table) {
            assert!(!words.get(row.label).contains('⟨'), "{table:?} {}", row.label);
        }
    }
}

#[test]
fn help_language_and_theme_are_a_key_away_everywhere() {
    for (table, _) in Table::NAMES {
        for (text, action) in [("<f1>", Action::Help), ("<f2>", Action::Language), ("<f9>", Action::Theme)] {
            assert_eq!(Keymap::defaults().action(table, Facts::of(&[Fact::Typing]), key(text)), Some(action));
        }
    }
}

#[test]
fn characters_are_text_while_a_field_has_the_focus() {
    let keymap = Keymap::defaults();
    let typing = Facts::of(&[Fact::Typing]);
    assert_eq!(keymap.action(Table::Home, Facts::default(), key("?")), Some(Action::Help));
    for (table, _) in Table::NAMES {
        for row in keymap.rows(table) {
            for key in row.keys.iter().filter(|key| key.text().is_some()) {
                assert_eq!(keymap.action(table, typing, *key), None);
            }
        }
    }
}

#[test]
fn no_key_is_bound_that_terminals_confuse() {
    // Ctrl-H is Backspace, Ctrl-I Tab, Ctrl-J and Ctrl-M Enter, Ctrl-[ Esc in most terminals.
    let confused: Vec<_> = parse_keys("<c-h><c-i><c-j><c-m><c-[><c-enter><c-tab><c-space>").unwrap();
    let keymap = Keymap::defaults();
    for (table, _) in Table::NAMES {
        for key in keymap.rows(table).iter().flat_map(|row| &row.keys) {
            assert!(!confused.contains(key), "{table:?} {key}");
        }
    }
}

#[test]
fn a_users_keys_replace_ours() {
    let keymap = Keymap::defaults().with_user("[home]\nsearch = \"f\"\n").unwrap();
    assert_eq!(keymap.action(Table::Home, Facts::default(), key("f")), Some(Action::Search));
    assert_eq!(keymap.action(Table::Home, Facts::default(), key("/")), None);
}

#[test]
fn every_fault_of_a_users_file_is_reported_together() {
    let text = "[hous]\nopen = \"o\"\n[home]\nfly = \"f\"\nsearch = \"<nokey>\"\nglossary = \"?\"\n";
    let faults = Keymap::defaults().with_user(text).unwrap_err();
    let said: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "[home] has no action `fly`",
            "[home] search: `<nokey>` is not a key: write a character, or a name such as <enter>, <c-s>, <f2>, <lt>",
            "[hous] is not a screen with keys",
            "[home] ? would do both Glossary and Help",
        ]
    );
    assert!(matches!(Keymap::defaults().with_user("[home").unwrap_err()[..], [Fault::Form(_)]));
}

#[test]
fn every_screen_offers_its_help_and_a_way_out_in_the_footer() {
    let keymap = Keymap::defaults();
    for (table, _) in Table::NAMES.into_iter().filter(|(table, _)| *table != Table::Global) {
        let rows = keymap.footer(table, Facts::default());
        let offers = |wanted: &[Action]| rows.iter().any(|row| wanted.contains(&row.action));
        assert!(offers(&[Action::Help]), "{table:?}");
        assert!(offers(&[Action::Back, Action::Quit]), "{table:?}");
    }
}

/// The page of the manual that lists all keys, made from the table.
fn page() -> String {
    let words = Words::new(&Lang::new("en").unwrap());
    let keymap = Keymap::defaults();
    let mut page = include_str!("manual.md").to_owned();
    for (table, name) in Table::NAMES {
        page += &["\n## ", name, "\n\n| keys | action | what it does |\n|---|---|---|\n"].concat();
        let row = |Binding { keys, action, label, .. }: &Binding| {
            let keys: String = keys.iter().map(ToString::to_string).collect();
            format!("| `{keys}` | `{}` | {} |\n", action.name(), words.get(label))
        };
        let mut rows: Vec<_> = keymap.rows(table).iter().map(row).collect();
        rows.dedup();
        page += &rows.concat();
    }
    page
}

#[test]
fn the_manual_lists_the_keys_as_they_are() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    if written != page() {
        // What is written is put right at once, so that the next run passes and the difference can be read.
        std::fs::write(path, page()).unwrap();
        panic!("docs/keys.md was not as the key table says; it has been written anew");
    }
}
