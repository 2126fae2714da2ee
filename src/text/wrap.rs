//! Text in lines of a width, counted in the cells a terminal gives it, never in bytes or characters.
//!
//! Apart from cleaning, which knows no width, and from where lines break, which knows no lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::breaks::breaks;

/// Returns how many cells a text takes, cluster by cluster.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return text.len();
    }
    if text.chars().all(is_a_cell) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Returns whether a character takes one cell whatever stands beside it: Latin letters with their accents, Greek and
/// Cyrillic without combining marks, dashes, quotation marks, lines and blocks.
pub fn is_a_cell(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{482}'
        | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259f}')
}

/// Returns the text with spaces after it, up to a width; a longer one stays as it is.
pub fn pad_right(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// Returns the text with spaces before it, up to a width; a longer one stays as it is.
pub fn pad_left(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}

/// Breaks a text into lines of at most so many cells, by the same rules as running text on the screen. Line breaks in
/// the text stay, runs of spaces are made one; at least one line comes back.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, cells.max(2))).collect()
}

fn wrap_line(line: &str, cells: usize) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let even = words.join(" ");
    if even.len() <= cells && even.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return vec![even];
    }
    match breaks(&even, cells) {
        none if none.is_empty() => vec![even],
        lines => lines.into_iter().filter_map(|line| even.get(line)).map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_never_leave_the_width() {
        let cases: [(&str, usize, &[&str]); 7] = [
            ("one two three", 7, &["one two", "three"]),
            ("a  b", 9, &["a b"]),
            ("", 9, &[""]),
            ("a\n\nb", 9, &["a", "", "b"]),
            ("incomprehensible x", 6, &["incomp", "rehens", "ible x"]),
            ("漢字漢字", 5, &["漢字", "漢字"]),
            ("é e\u{301} x", 3, &["é e\u{301}", "x"]),
        ];
        for (text, cells, lines) in cases {
            assert_eq!(wrap(text, cells), lines, "{text:?}");
        }
    }

    #[test]
    fn what_is_counted_fast_takes_one_cell_alone_and_between_letters() {
        for c in (' '..='\u{2fff}').filter(|c| is_a_cell(*c)) {
            let text = format!("a{c}{c}z");
            let by_clusters: usize = text.graphemes(true).map(UnicodeWidthStr::width).sum();
            assert_eq!((by_clusters, text.graphemes(true).count()), (4, 4), "{c:?} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn padding_counts_cells() {
        assert_eq!(pad_right("漢", 4), "漢  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(pad_left("12345", 4), "12345");
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_white_space_is_lost_and_no_line_is_too_wide(text in "[a-zé漢 \u{301}👩\u{200d}🌾\n]{0,60}", cells in 2_usize..20) {
            let lines = wrap(&text, cells);
            let letters = |s: &str| s.split_whitespace().collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                let clusters = line.graphemes(true).count();
                assert!(width(line) <= cells || clusters == 1, "{line:?} in {cells}");
            }
        }
    }
}
