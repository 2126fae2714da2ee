//! The signs that the screens are drawn with, in Unicode and in ASCII.
//!
//! Apart so that no widget writes a line-drawing character of its own. Every sign is one cell wide in both sets.

/// One set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether these are the Unicode ones.
    pub unicode: bool,
    /// Right, done.
    pub right: &'static str,
    /// Wrong.
    pub wrong: &'static str,
    /// To be looked at.
    pub warn: &'static str,
    /// Begun.
    pub half: &'static str,
    /// Not begun; a separator in running lines.
    pub dot: &'static str,
    /// The current row.
    pub here: &'static str,
    /// More was cut off.
    pub more: &'static str,
    /// A thin rule, across and down.
    pub rule: [&'static str; 2],
    /// The mark in front of a call-out, and of bullets.
    pub bar: &'static str,
    /// A progress bar: left end, done, to do, right end.
    pub progress: [&'static str; 4],
    /// A choice of one: open, taken.
    pub radio: [&'static str; 2],
    /// A choice of several: open, taken.
    pub tick: [&'static str; 2],
    /// A question in a row of questions: answered, current, open.
    pub steps: [&'static str; 3],
    /// Arrows: up, down, left, right.
    pub arrows: [&'static str; 4],
    /// Corners of a dialog: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// A bullet of a list.
    pub bullet: &'static str,
    /// A bookmark, a note.
    pub marks: [&'static str; 2],
    /// Blocks of a small chart, from nothing to full.
    pub levels: [&'static str; 9],
}

impl Glyphs {
    /// For terminals that show Unicode.
    pub const UNICODE: Self = Self {
        unicode: true,
        right: "✓",
        wrong: "✗",
        warn: "!",
        half: "◐",
        dot: "·",
        here: "▶",
        more: "…",
        rule: ["─", "│"],
        bar: "▌",
        progress: ["▕", "█", "░", "▏"],
        radio: ["○", "●"],
        tick: ["☐", "☒"],
        steps: ["●", "◉", "○"],
        arrows: ["↑", "↓", "←", "→"],
        corners: ["┌", "┐", "└", "┘"],
        bullet: "•",
        marks: ["◆", "✎"],
        levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    };

    /// For all others.
    pub const ASCII: Self = Self {
        unicode: false,
        right: "+",
        wrong: "x",
        warn: "!",
        half: "~",
        dot: ".",
        here: ">",
        more: "~",
        rule: ["-", "|"],
        bar: "|",
        progress: ["[", "#", ".", "]"],
        radio: ["o", "*"],
        tick: ["_", "X"],
        steps: ["*", "@", "o"],
        arrows: ["^", "v", "<", ">"],
        corners: ["+", "+", "+", "+"],
        bullet: "*",
        marks: ["=", "#"],
        levels: [" ", ".", ".", ":", ":", "+", "+", "#", "#"],
    };

    /// Returns the set for a terminal.
    pub fn for_unicode(unicode: bool) -> Self {
        if unicode { Self::UNICODE } else { Self::ASCII }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn all(set: &Glyphs) -> Vec<&'static str> {
        let mut signs =
            vec![set.right, set.wrong, set.warn, set.half, set.dot, set.here, set.more, set.bar, set.bullet];
        signs.extend(set.rule.iter().chain(&set.progress).chain(&set.radio).chain(&set.tick));
        signs.extend(set.steps.iter().chain(&set.arrows).chain(&set.corners).chain(&set.marks).chain(&set.levels));
        signs
    }

    #[test]
    fn every_sign_takes_one_cell() {
        for sign in all(&Glyphs::UNICODE).into_iter().chain(all(&Glyphs::ASCII)) {
            assert_eq!(sign.width(), 1, "{sign}");
        }
    }

    #[test]
    fn the_ascii_set_is_ascii() {
        assert!(all(&Glyphs::ASCII).iter().all(|sign| sign.is_ascii()));
    }

    #[test]
    fn right_wrong_begun_and_open_differ_in_both_sets() {
        for set in [Glyphs::UNICODE, Glyphs::ASCII] {
            let mut signs = vec![set.right, set.wrong, set.warn, set.half, set.dot];
            signs.sort_unstable();
            signs.dedup();
            assert_eq!(signs.len(), 5);
        }
    }
}
