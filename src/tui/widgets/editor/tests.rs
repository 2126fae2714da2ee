//! What keys, pastes and clicks do to a text, in tables.

use proptest::prelude::*;

use super::*;
use crate::text::width;
use crate::tui::input::parse_keys;

const CELLS: usize = 12;

fn press(editor: &mut Editor, keys: &str) {
    for key in parse_keys(keys).unwrap() {
        editor.press(key.normal(), CELLS);
    }
}

/// The text with `|` at the cursor and `[…]` around what is selected.
fn shown(editor: &Editor) -> String {
    let mut text = editor.text().to_owned();
    let (cursor, selected) = (editor.cursor(), editor.selection());
    let mut marks = vec![(cursor, '|')];
    marks.extend(selected.into_iter().flat_map(|bytes| [(bytes.start, '['), (bytes.end, ']')]));
    marks.sort_by_key(|(at, mark)| (*at, *mark == '['));
    for (at, mark) in marks.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

fn line(keys: &str) -> String {
    let mut editor = Editor::line("", 200);
    press(&mut editor, keys);
    shown(&editor)
}

fn long(keys: &str) -> String {
    let mut editor = Editor::long("", 200);
    press(&mut editor, keys);
    shown(&editor)
}

#[test]
fn typing_moving_and_deleting_work_on_clusters() {
    for (keys, text) in [
        ("Élo<bs>a", "Éla|"),
        ("ac<left>b", "ab|c"),
        ("xab<home><del>", "|ab"),
        ("日本<left><bs>", "|本"),
        ("cafe\u{301}<left><bs>", "ca|e\u{301}"),
        ("cafe\u{301}<bs>", "caf|"),
        ("👩\u{200d}👧x<left><left>a", "a|👩\u{200d}👧x"),
        ("€@", "€@|"),
        ("<c-a-@>x", "@x|"),
        ("ab<left><left><left><bs>", "|ab"),
        ("ab<del>", "ab|"),
    ] {
        assert_eq!(line(keys), text, "{keys}");
    }
}

#[test]
fn words_are_jumped_over_and_deleted() {
    for (keys, text) in [
        ("one two<c-left>", "one |two"),
        ("one two<c-left><c-left>", "|one two"),
        ("one, two<home><c-right>", "one, |two"),
        ("one two<home><c-right><c-right>", "one two|"),
        ("one two<a-left>", "one |two"),
        ("one two<c-w>", "one |"),
        ("one two <c-bs>", "one |"),
        ("one two<a-bs>", "one |"),
        ("one two<home><c-del>", "|two"),
        ("2104-FLOOD/KOLOMBE<c-left><c-left>", "2104-|FLOOD/KOLOMBE"),
        ("l'été dernier<c-left><c-left>", "|l'été dernier"),
    ] {
        assert_eq!(line(keys), text, "{keys}");
    }
}

#[test]
fn what_is_selected_is_replaced_deleted_or_left() {
    for (keys, text) in [
        ("abc<s-left><s-left>", "a|[bc]"),
        ("abc<s-left><s-left>x", "ax|"),
        ("abc<s-left><bs>", "ab|"),
        ("abc<s-left><del>", "ab|"),
        ("abc<s-left><left>", "ab|c"),
        ("abc<home><s-right><right>", "a|bc"),
        ("abc<c-a>", "[abc|]"),
        ("abc<c-a>x", "x|"),
        ("one two<c-s-left>", "one |[two]"),
        ("abc<s-home>", "|[abc]"),
        ("abc<home><s-end>", "[abc|]"),
        ("abc<s-left><s-right>", "abc|"),
        ("日本<s-left>é", "日é|"),
    ] {
        assert_eq!(line(keys), text, "{keys}");
    }
}

#[test]
fn changes_are_taken_back_word_by_word_and_done_again() {
    for (keys, text) in [
        ("one two<c-z>", "one |"),
        ("one two<c-z><c-z>", "|"),
        ("one two<c-z><c-z><c-z>", "|"),
        ("one two<c-z><c-z><c-y>", "one |"),
        ("one two<c-z><c-z><c-y><c-y><c-y>", "one two|"),
        ("one two<c-z>x<c-y>", "one x|"),
        ("abc<bs><bs><c-z>", "abc|"),
        ("abc<home><del><del><c-z>", "ab|c"),
        ("abc<c-a>x<c-z>", "abc|"),
        ("ab<left>cd<c-z>", "a|b"),
        ("abc<c-a><bs><c-z>", "abc|"),
    ] {
        assert_eq!(line(keys), text, "{keys}");
    }
}

#[test]
fn one_line_knows_no_line_ends_and_no_shortcuts() {
    assert_eq!(line("a<enter><c-s><tab><f10><up><down>b"), "ab|");
    let mut editor = Editor::line("a", 200);
    assert!(editor.paste("b\r\nc\u{1b}[31m\u{202e}\td"));
    assert_eq!(editor.text(), "ab c[31m d");
}

#[test]
fn several_lines_wrap_and_the_cursor_goes_through_the_rows() {
    for (keys, text) in [
        ("ab<enter>c<up>", "a|b\nc"),
        ("abcd<enter>c<enter>defg<up><up>", "abcd|\nc\ndefg"),
        ("one two three<up>", "one t|wo three"),
        ("one two three four<home>", "one two |three four"),
        ("one two three four<up><end>", "one two| three four"),
        ("one two three four<c-home>", "|one two three four"),
        ("a<enter>b<c-home><s-down>", "[a\n|]b"),
        ("ab<down>", "ab|"),
        ("a<enter><enter>b<up><up>c", "ac|\n\nb"),
        ("日本語<enter>abc<up>", "日|本語\nabc"),
    ] {
        assert_eq!(long(keys), text, "{keys}");
    }
}

#[test]
fn a_pasted_text_keeps_its_lines_and_is_one_change() {
    let mut editor = Editor::long("x", 12);
    assert!(editor.paste("one\r\ntwo\rthree\nfour"));
    assert_eq!(editor.text(), "xone\ntwo\nthr", "cut to the room there is");
    press(&mut editor, "<c-z>");
    assert_eq!(shown(&editor), "x|");
    assert!(!Editor::long("full", 4).paste("x"));
}

#[test]
fn every_byte_has_a_row() {
    let cases: [(&str, usize, &[&str]); 9] = [
        ("", 5, &[""]),
        ("one two three", 7, &["one two ", "three"]),
        ("a  b", 9, &["a  b"]),
        ("abc  def", 4, &["abc ", " def"]),
        ("  ab", 9, &["  ab"]),
        ("a\n\nb\n", 9, &["a", "", "b", ""]),
        ("internationalisation", 8, &["internat", "ionalisa", "tion"]),
        ("日本語の文章", 5, &["日本", "語の", "文章"]),
        ("one ", 3, &["one "]),
    ];
    for (text, cells, wanted) in cases {
        let rows: Vec<&str> = rows::rows(text, cells).into_iter().map(|row| text.get(row).unwrap()).collect();
        assert_eq!(rows, wanted, "{text:?} in {cells}");
    }
}

#[test]
fn a_click_puts_the_cursor_on_its_cell() {
    let mut editor = Editor::long("one two three four\n日本語", 200);
    for (row, column, text) in [
        (0, 0, "|one two three four\n日本語"),
        (1, 2, "one two th|ree four\n日本語"),
        (0, 99, "one two| three four\n日本語"),
        (2, 3, "one two three four\n日|本語"),
        (9, 99, "one two three four\n日本語|"),
    ] {
        let rows = editor.rows(CELLS);
        editor.click(&rows, row, column);
        assert_eq!(shown(&editor), text, "{row}, {column}");
    }
}

#[test]
fn the_window_holds_the_cursor_and_as_much_text_as_fits() {
    let window = |keys: &str, cells| {
        let mut editor = Editor::line("", 200);
        press(&mut editor, keys);
        let (bytes, column) = editor.window(cells);
        (editor.text().get(bytes).unwrap().to_owned(), column)
    };
    for (keys, cells, text, column) in [
        ("abc", 6, "abc", 3),
        ("abcdef", 4, "def", 3),
        ("abcdef<home>", 4, "abcd", 0),
        ("abcdef<left><left>", 4, "bcde", 3),
        ("日本語", 4, "語", 2),
        ("e\u{301}e\u{301}", 9, "e\u{301}e\u{301}", 2),
        ("", 4, "", 0),
    ] {
        assert_eq!(window(keys, cells), (text.to_owned(), column), "{keys} in {cells}");
    }
}

#[test]
fn pieces_carry_the_selection_and_the_marks() {
    use ratatui::style::Color;
    let mut editor = Editor::line("one two", 200);
    press(&mut editor, "<c-s-left>");
    let mark = Style::new().fg(Color::Red);
    let shown = editor.pieces(&(0..7), Style::new(), Style::new().bg(Color::Blue), &[(1..5, mark)]);
    let texts: Vec<&str> = shown.iter().map(|span| span.content.as_ref()).collect();
    assert_eq!(texts, ["o", "ne ", "t", "wo"]);
    assert_eq!(shown[2].style, mark.bg(Color::Blue));
}

proptest! {
    #[test]
    fn no_keys_break_a_text(keys in "([a-é日👩\u{301}\u{200d} ]|<enter>|<bs>|<del>|<left>|<right>|<up>|<down>|<s-up>|<s-left>|<c-left>|<c-right>|<c-w>|<c-z>|<c-y>|<c-a>|<home>|<end>){0,60}", cells in 1_usize..12) {
        let mut editor = Editor::long("", 40);
        for key in parse_keys(&keys).unwrap() {
            editor.press(key, cells);
            prop_assert_eq!(moves::snap(editor.text(), editor.cursor()), editor.cursor());
            let rows = editor.rows(cells);
            let whole: String = rows.iter().map(|row| editor.text().get(row.clone()).unwrap()).collect();
            prop_assert_eq!(whole, editor.text().replace('\n', ""));
            let (row, column) = editor.cursor_in(&rows, cells);
            prop_assert!(row < rows.len() && column <= cells);
            for row in &rows {
                let text = editor.text().get(row.clone()).unwrap();
                prop_assert!(width(text.trim_end()) <= cells.max(2), "{:?} in {}", text, cells);
            }
        }
        prop_assert!(editor.text().chars().count() <= 40);
    }
}
