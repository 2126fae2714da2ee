//! 128 bits as a UUID.
//!
//! Apart because those who read files expect one and nobody here draws one: ids are made elsewhere, and what has none
//! of its own gets one from a hash of what identifies it, the same each time.

/// The layout of a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Version 4: bits that are random, or look so. The one that every reader takes.
    Random = 4,
    /// Version 8: bits that are made as their makers like.
    Own = 8,
}

/// Writes 128 bits as a UUID; six of them give way to the layout's mark.
pub(super) fn uuid(bits: u128, layout: Layout) -> String {
    let bits = bits & !(0xf << 76) & !(0x3 << 62) | (layout as u128) << 76 | 0x2 << 62;
    let mut text = String::with_capacity(36);
    for (at, digit) in format!("{bits:032x}").chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// Returns the first 128 bits of the hash of some words.
pub(super) fn bits_of(words: &[&str]) -> u128 {
    let hash = blake3::hash(words.join(" ").as_bytes());
    let (first, _) = hash.as_bytes().split_at(16);
    first.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_marks_its_version_and_its_variant() {
        assert_eq!(uuid(0, Layout::Random), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX, Layout::Own), "ffffffff-ffff-8fff-bfff-ffffffffffff");
    }

    #[test]
    fn the_same_words_give_the_same_bits() {
        assert_eq!(bits_of(&["a", "b"]), bits_of(&["a", "b"]));
        assert_ne!(bits_of(&["a", "b"]), bits_of(&["a", "c"]));
    }
}
