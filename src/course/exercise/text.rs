//! Checks on a text: a field of a form, a script, a caption, a note, the marked words of a transcript.
//!
//! Apart because five engines judge texts alike. Patterns are those of short answers and are known to be readable.

use super::Finds;

/// Where in a text something is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Where {
    /// In the whole text.
    #[default]
    Anywhere,
    /// In its first sentence.
    First,
    /// In its last sentence.
    Last,
}

/// One check on a text. Lists of `find` are patterns, looked for in whole words.
#[derive(Debug, Clone, PartialEq)]
pub enum TextCheck {
    /// The count of words lies between.
    Words {
        /// Fewest.
        min: u32,
        /// Most.
        max: u32,
    },
    /// The read time lies between, in seconds.
    Seconds {
        /// Shortest.
        min: u32,
        /// Longest.
        max: u32,
    },
    /// The count of characters lies between.
    Length {
        /// Fewest.
        min: u32,
        /// Most.
        max: u32,
    },
    /// At most so many lines of at most so many cells.
    Lines {
        /// Most lines.
        max: u32,
        /// Most cells a line.
        width: u32,
    },
    /// So many of the patterns are found.
    Has {
        /// The patterns.
        find: Finds,
        /// How many must be found.
        least: u32,
        /// Where.
        place: Where,
    },
    /// None is found.
    Lacks {
        /// The patterns.
        find: Finds,
        /// Whether words inside quotation marks are left alone.
        quoted: bool,
    },
    /// All together are found at most so often.
    Times {
        /// The patterns.
        find: Finds,
        /// How often.
        most: u32,
    },
    /// Something of `first` comes before everything of `then`, where both are there.
    Order {
        /// What comes first.
        first: Finds,
        /// What comes after it.
        then: Finds,
    },
    /// Every sentence with a figure of two digits or more has a cue.
    Sourced {
        /// The cues.
        cues: Finds,
    },
    /// The whole text matches a regular expression.
    Pattern {
        /// The expression; compiled once where it is used, known to compile.
        regex: String,
    },
    /// The text is this one, capitals, accents and spaces evened out.
    Equals {
        /// The text.
        key: String,
    },
}
