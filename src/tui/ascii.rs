//! A finished screen in ASCII, for terminals that show nothing else.
//!
//! Apart from the signs, which have an ASCII set of their own: messages and courses hold accents, quotation marks and
//! drawings. What has no likeness becomes a question mark, so that nothing shifts.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;

/// Turns every cell into ASCII; no cell becomes wider or narrower.
pub(super) fn buffer(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            let likeness = likeness(cell.symbol());
            cell.set_char(likeness);
        }
    }
}

fn likeness(symbol: &str) -> char {
    let known = symbol.chars().next().and_then(known);
    known.or_else(|| symbol.nfkd().find(|c| c.is_ascii_graphic() || *c == ' ')).unwrap_or('?')
}

fn known(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‐'..='―' | '─' | '━' | '═' | '−' => '-',
        '│' | '┃' | '║' | '▌' | '▏' | '▕' => '|',
        '┌'..='╋' | '╒'..='╬' | '╭'..='╰' | '✓' => '+',
        '·' | '•' => '.',
        '…' => '~',
        '→' | '▶' | '►' | '›' => '>',
        '←' | '◀' | '‹' => '<',
        '↑' | '▲' => '^',
        '↓' | '▼' => 'v',
        '×' | '✗' => 'x',
        'œ' | 'ø' => 'o',
        'Œ' | 'Ø' => 'O',
        'æ' | 'Æ' => 'a',
        'ß' => 's',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::tui::testing;

    fn shown(text: &str) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 1));
        buf.set_string(0, 0, text, ratatui::style::Style::new());
        buffer(&mut buf);
        testing::text(&buf)
    }

    #[test]
    fn accents_quotes_and_drawings_have_a_likeness() {
        assert_eq!(shown("L’été à Kolombé : « 8' »"), "L'ete a Kolombe : \" 8' \"");
        assert_eq!(shown("┌──→ 1 · 2 … œuvre"), "+--> 1 . 2 ~ ouvre");
    }

    #[test]
    fn what_has_none_takes_as_many_cells_as_before() {
        assert_eq!(shown("a日本b"), "a? ? b");
    }
}
