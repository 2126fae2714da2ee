//! About how many words a source has, without parsing it.
//!
//! Apart from the exact count, which parses: an index only weighs sections against each other, and must not read a
//! course to be opened. Written so that many bytes are looked at together.

/// At most so many bytes are counted together: their words fit a byte.
const TOGETHER: usize = 192;

/// Counts the words of a source: where a blank is followed by a letter or a digit, or by a sign and one of these.
pub(super) fn words_of_source(source: &str) -> usize {
    let bytes = source.as_bytes();
    let begins = usize::from(bytes.iter().take(2).any(|b| is_word(*b)));
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let pieces = bytes.chunks(TOGETHER).zip(second.chunks(TOGETHER)).zip(third.chunks(TOGETHER));
    let count = |((a, b), c): ((&[u8], &[u8]), &[u8])| {
        let threes = a.iter().zip(b).zip(c);
        usize::from(threes.map(|((a, b), c)| u8::from(starts_word(*a, *b, *c))).sum::<u8>())
    };
    begins + pieces.map(count).sum::<usize>()
}

fn starts_word(before: u8, first: u8, second: u8) -> bool {
    (before <= b' ') && (first > b' ') & (is_word(first) | is_word(second))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || (byte >= 0x80)
}

#[cfg(test)]
mod tests {
    use super::words_of_source;

    #[test]
    fn words_are_counted_without_their_signs() {
        let cases = [
            ("Two words.\n\n- **three** *more* - here", 4),
            ("| aa | bb |\n|---|---|\n| 11 | 22 |", 4),
            ("", 0),
            ("L'été à Kolombé.", 3),
            ("(so) \"it\" is", 3),
        ];
        for (source, words) in cases {
            assert_eq!(words_of_source(source), words, "{source}");
        }
        assert_eq!(words_of_source(&"a word and ".repeat(1_000)), 3_000);
    }
}
