//! Words evened out for looking them up: capitals, accents and apostrophes do not count.
//!
//! Apart because glossary, search and lists of names compare alike. It is for finding, never for grading.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the text in lower case, without accents, with plain apostrophes and single spaces.
pub fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(|c| match c {
        '’' | '‘' | 'ʼ' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let mut folded = String::with_capacity(text.len());
    for c in plain {
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_apostrophes_do_not_count() {
        for (text, folded) in
            [("L’Été à  Dakar", "l'ete a dakar"), ("E\u{301}", "e"), ("ﬁn", "fin"), ("日本", "日本"), ("", "")]
        {
            assert_eq!(fold(text), folded);
        }
    }
}
