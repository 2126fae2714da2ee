//! What a paper consists of, whatever it is written as.
//!
//! Apart from what is made of a course, so that each writer knows these few things and nothing of courses.

use crate::report::Clean;
use crate::text::one_line;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words, with the blank before or after them.
    pub text: String,
    /// Whether they stand out.
    pub is_strong: bool,
}

impl Span {
    /// Makes a text safe to print, and keeps the blanks at its ends.
    pub fn new(text: &str, is_strong: bool) -> Self {
        let blank = |there: bool| if there { " " } else { "" };
        let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
        let words = one_line(text);
        let text =
            if words.is_empty() { blank(before).to_owned() } else { [blank(before), &words, blank(after)].concat() };
        Self { text, is_strong }
    }
}

/// Running text on one line, or as many as it takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Running(pub Vec<Span>);

impl Running {
    /// Returns text that stands out nowhere.
    pub fn plain(text: &str) -> Self {
        Self(vec![Span::new(text, false)])
    }

    /// Returns text that stands out.
    pub fn strong(text: &str) -> Self {
        Self(vec![Span::new(text, true)])
    }

    /// Adds more text.
    #[must_use]
    pub fn and(mut self, text: &str) -> Self {
        self.0.push(Span::new(text, false));
        self
    }
}

/// One thing on a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading; from 2, below the title.
    Heading(u8, Running),
    /// A paragraph.
    Text(Running),
    /// A paragraph that says how something is done.
    Hint(Running),
    /// An item: what stands before it, and what it says.
    Item(Clean, Vec<Part>),
    /// Something set apart, with its name.
    Framed(Clean, Vec<Part>),
    /// What stays on one page where it fits.
    Together(Vec<Part>),
    /// Lines that stay as they are typed.
    Kept(Vec<String>),
    /// A drawing of letters, and what it says for those who cannot see it.
    Drawing(Vec<String>, Clean),
    /// A table to read.
    Table(Vec<Clean>, Vec<Vec<Clean>>),
    /// A table to write in: names and shares of the columns, rows, and how high a row is, in millimetres.
    Grid(Vec<(Clean, u16)>, Vec<Vec<Clean>>, u16),
    /// Names with room behind each, and its share of the line.
    Blanks(Vec<(Clean, u16)>),
    /// So many lines to write on.
    Lines(usize),
}

impl Part {
    /// Returns a paragraph that stands out nowhere.
    pub fn text(text: &str) -> Self {
        Self::Text(Running::plain(text))
    }

    /// Returns a heading.
    pub fn heading(level: u8, text: &str) -> Self {
        Self::Heading(level, Running::plain(text))
    }

    /// Returns an item of one paragraph.
    pub fn item(mark: &str, text: Running) -> Self {
        Self::Item(Clean::new(mark), vec![Self::Text(text)])
    }
}
