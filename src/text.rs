//! Text from outside made safe to show, measured in cells, and wrapped.
//!
//! Apart and at the bottom because names, answers and courses reach screens, terminals, files and reports alike, and
//! each of these must be safe by itself. Knows no markup, no colour and no terminal.

mod breaks;
mod wrap;

pub use breaks::breaks;
pub use wrap::{is_a_cell, pad_left, pad_right, width, wrap};

use unicode_width::UnicodeWidthChar;

/// Marks on top of one character beyond this are dropped: they would climb over other lines.
pub const MOST_MARKS: usize = 8;

/// Returns the text as one line: control, direction and invisible characters are gone, white space is evened out.
pub fn one_line(text: &str) -> String {
    if is_plain_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in safe(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Returns the text with its line breaks kept and everything foreign gone; a tab is a space.
pub fn lines(text: &str) -> String {
    let evened = text.replace("\r\n", "\n");
    let safe_line = |line: &str| safe(line).trim_end().to_owned();
    evened.split('\n').map(safe_line).collect::<Vec<_>>().join("\n")
}

/// Returns whether a character may do something to a screen or a file instead of being seen: controls, changes of
/// direction, invisible tags and marks of order.
pub fn is_foreign(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Returns whether a character stands on the one before it: joiners and selectors pile up as accents do.
pub fn is_mark(c: char) -> bool {
    c.width() == Some(0) || unicode_normalization::char::is_combining_mark(c)
}

/// Returns whether a text is one line of plain letters already, as most are that stand in tables.
fn is_plain_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_even = bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ');
    is_even && bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) && !bytes.windows(2).any(|two| two == b"  ")
}

fn safe(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        let c = if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        if is_foreign(c) {
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks <= MOST_MARKS {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_act_on_a_screen_is_gone() {
        let cases = [
            ("Awa\u{1b}[31m Diop", "Awa[31m Diop"),
            ("  Awa \t\r\n Diop ", "Awa Diop"),
            ("a\u{202e}b\u{2066}c\u{200f}d\u{feff}e", "abcde"),
            ("a\u{0}b\u{7f}c\u{9b}d", "abcd"),
            ("a\u{85}b\u{2028}c", "a b c"),
            ("\u{e0041}x\u{ad}y\u{200b}z", "xyz"),
            ("é 漢字 عربي 👩‍🌾", "é 漢字 عربي 👩‍🌾"),
            ("", ""),
            ("Awa Diop, Lagune TV", "Awa Diop, Lagune TV"),
            ("Awa  Diop", "Awa Diop"),
            (" Awa", "Awa"),
            ("Awa ", "Awa"),
        ];
        for (text, line) in cases {
            assert_eq!(one_line(text), line, "{text:?}");
        }
    }

    #[test]
    fn marks_do_not_pile_up() {
        for mark in ["\u{301}", "\u{301}\u{200d}", "\u{fe0f}", "\u{301}\u{1}", "\u{301}\u{200b}", "\u{1160}"] {
            let tower = format!("a{}b", mark.repeat(500));
            assert_eq!(one_line(&tower).chars().count(), 10, "{mark:?}");
        }
    }

    #[test]
    fn line_breaks_can_be_kept() {
        assert_eq!(lines("a\r\n b\tc \n\nd\u{1b}\re"), "a\n b c\n\nd e");
    }
}
