//! How many cells a text takes, and how it is cut and padded to cells.
//!
//! Apart because width is counted in grapheme clusters and cells, never in bytes or characters, and because one place
//! must decide it for all widgets. It knows no style and no screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns how many cells a text takes.
pub fn width(text: &str) -> usize {
    crate::text::width(text)
}

/// Returns the text cut to at most `cells`, with `more` at its end where something was cut off.
pub fn truncate(text: &str, cells: usize, more: &str) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(width(more)) else { return String::new() };
    let mut taken = 0;
    let fits = |grapheme: &&str| {
        taken += grapheme.width();
        taken <= room
    };
    let kept: String = text.graphemes(true).take_while(fits).collect();
    kept.trim_end().to_owned() + more
}

/// Returns the text cut or filled with spaces on the right to exactly `cells`.
pub fn pad(text: &str, cells: usize, more: &str) -> String {
    let mut text = truncate(text, cells, more);
    let missing = cells.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// Returns the text cut or filled with spaces on the left to exactly `cells`.
pub fn pad_left(text: &str, cells: usize, more: &str) -> String {
    let text = truncate(text, cells, more);
    let missing = cells.saturating_sub(width(&text));
    " ".repeat(missing) + &text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_and_not_bytes() {
        for (text, cells) in [("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👩‍👧", 2)] {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn a_cut_never_splits_a_cluster_or_leaves_a_space_before_the_mark() {
        let cases =
            [("abcdef", 4, "abc…"), ("ab cdef", 4, "ab…"), ("日本語", 4, "日…"), ("abc", 3, "abc"), ("abc", 0, "")];
        for (text, cells, cut) in cases {
            assert_eq!(truncate(text, cells, "…"), cut, "{text}");
        }
    }

    #[test]
    fn padding_fills_to_the_cell() {
        assert_eq!(pad("日本語", 4, "…"), "日… ");
        assert_eq!(pad_left("12'", 5, "…"), "  12'");
    }
}
