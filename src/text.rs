//! Text from outside made safe to show, measured in cells, and wrapped.
//!
//! Apart and at the bottom because names, answers and courses reach screens, terminals, files and reports alike, and
//! each of these must be safe by itself. Knows no markup, no colour and no terminal.

mod wrap;

pub use wrap::{pad_left, pad_right, width, wrap};

/// Marks on top of one character beyond this are dropped: they would climb over other lines.
const MOST_MARKS: usize = 8;

/// Returns the text as one line: control, direction and invisible characters are gone, white space is evened out.
pub fn one_line(text: &str) -> String {
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

fn safe(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        let c = if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if !is_foreign(c) && marks <= MOST_MARKS {
            kept.push(c);
        }
    }
    kept
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
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
        ];
        for (text, line) in cases {
            assert_eq!(one_line(text), line, "{text:?}");
        }
    }

    #[test]
    fn marks_do_not_pile_up() {
        let tower = format!("a{}b", "\u{301}".repeat(500));
        assert_eq!(one_line(&tower).chars().count(), 10);
    }

    #[test]
    fn line_breaks_can_be_kept() {
        assert_eq!(lines("a\r\n b\tc \n\nd\u{1b}\re"), "a\n b c\n\nd e");
    }
}
