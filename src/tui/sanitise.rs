//! What may never reach a terminal: control characters, bidi overrides, towers of combining marks.
//!
//! Apart because it is the last step before the backend, for every screen alike: a parser turns `&#27;` into a real
//! escape character, and widgets pass on what they are given. It changes what cells show, never where they are.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::text::{MOST_MARKS, is_foreign, is_mark};

/// Says whether a character may be sent to a terminal.
pub fn is_allowed(c: char) -> bool {
    !is_foreign(c)
}

/// Returns the text with what is not allowed taken out; line ends and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..=b'~').contains(&b)) || text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    let space = |c| matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
    let kept = text.chars().filter_map(|c| if space(c) { Some(' ') } else { is_allowed(c).then_some(c) });
    Cow::Owned(kept.collect())
}

/// Takes out of a finished buffer what no cell may show.
pub fn sanitise(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        if !is_plain(symbol) && !is_fit(symbol) {
            let fit = made_fit(symbol);
            cell.set_symbol(&fit);
        }
    }
}

fn is_plain(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

/// An empty symbol is the second half of a wide one, and stays.
fn is_fit(symbol: &str) -> bool {
    symbol.chars().all(is_allowed) && symbol.chars().filter(|c| is_mark(*c)).count() <= MOST_MARKS
}

fn made_fit(symbol: &str) -> String {
    let mut marks = 0;
    let keep = |c: &char| {
        marks += usize::from(is_mark(*c));
        is_allowed(*c) && (!is_mark(*c) || marks <= MOST_MARKS)
    };
    let fit: String = symbol.chars().filter(keep).collect();
    if fit.chars().all(is_mark) { " ".to_owned() } else { fit }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    fn shown(symbol: &str) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 1, 1));
        buf.content[0].set_symbol(symbol);
        sanitise(&mut buf);
        buf.content[0].symbol().to_owned()
    }

    #[test]
    fn a_finished_buffer_holds_only_what_a_terminal_may_get() {
        let cases = [
            ("a", "a"),
            ("é", "é"),
            ("日", "日"),
            ("👩‍👧", "👩‍👧"),
            ("\x1b", " "),
            ("\x1b[2J", "[2J"),
            ("\u{9b}", " "),
            ("a\u{202e}", "a"),
            ("\u{2066}", " "),
            ("\u{7f}", " "),
            ("\u{e0041}", " "),
            ("", ""),
        ];
        for (symbol, wanted) in cases {
            assert_eq!(shown(symbol), wanted, "{symbol:?}");
        }
        let tower = format!("a{}", "\u{301}".repeat(50));
        assert_eq!(shown(&tower), format!("a{}", "\u{301}".repeat(8)));
    }

    #[test]
    fn clean_text_stays_as_it_is() {
        for text in ["plain", "accentué", "e\u{301}", "日本", "👩‍👧", "שלום", ""] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(clean("a\tb\nc\u{202e}d\x1be\u{feff}"), "a b cde");
    }
}
