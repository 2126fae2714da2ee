//! Words evened out for looking them up: capitals, accents and apostrophes do not count.
//!
//! Apart because glossary, search and lists of names compare alike. It is for finding, never for grading.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the text in lower case, without accents, with plain apostrophes and single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            push(&mut folded, c.to_ascii_lowercase());
        } else {
            // What a character decomposes into does not depend on its neighbours, only the order of marks does.
            let plain = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
            plain.flat_map(char::to_lowercase).for_each(|c| push(&mut folded, c));
        }
    }
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        '’' | '‘' | 'ʼ' => folded.push('\''),
        c if c.is_whitespace() && folded.ends_with(' ') => {}
        c if c.is_whitespace() => folded.push(' '),
        c => folded.push(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_evened_out_like_its_decomposition_as_a_whole(text in "(\\PC|[a-zé ’\u{301}\u{323}각\t])*") {
            let whole: String = text.nfkd().collect();
            prop_assert_eq!(fold(&text), fold(&whole));
        }
    }

    #[test]
    fn accents_capitals_and_apostrophes_do_not_count() {
        for (text, folded) in
            [("L’Été à  Dakar", "l'ete a dakar"), ("E\u{301}", "e"), ("ﬁn", "fin"), ("日本", "日本"), ("", "")]
        {
            assert_eq!(fold(text), folded);
        }
    }
}
