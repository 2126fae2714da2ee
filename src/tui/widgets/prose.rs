//! A few sentences of our own, wrapped to a width.
//!
//! Apart from the lesson renderer, which knows Markdown: messages, definitions and notices are plain words. It breaks
//! at spaces, and inside a word only where the word is longer than the line.

use unicode_segmentation::UnicodeSegmentation;

use crate::tui::width::width;

/// Returns the text in lines of at most `cells`; line breaks in the text are kept.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells == 0 {
        return Vec::new();
    }
    text.lines().flat_map(|paragraph| wrap_paragraph(paragraph, cells)).collect()
}

fn wrap_paragraph(text: &str, cells: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last().map_or(0, |line| width(line));
        let gap = usize::from(line > 0);
        if line + gap + width(word) > cells && line > 0 {
            lines.push(String::new());
        } else if gap > 0
            && let Some(line) = lines.last_mut()
        {
            line.push(' ');
        }
        push_word(&mut lines, word, cells);
    }
    lines
}

fn push_word(lines: &mut Vec<String>, word: &str, cells: usize) {
    for grapheme in word.graphemes(true) {
        let line = lines.last().map_or(0, |line| width(line));
        if line > 0 && line + width(grapheme) > cells {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(grapheme);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_at_spaces_and_long_ones_inside() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("internationalisation", 8), ["internat", "ionalisa", "tion"]);
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
        assert_eq!(wrap("ab", 1), ["a", "b"]);
        assert!(wrap("ab", 0).is_empty());
    }
}
