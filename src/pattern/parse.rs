//! Reads the text of a pattern into a tree, and says what is wrong with it at which byte.

use std::fmt;

use super::fold::letters;

/// How many brackets may stand inside one another.
const DEEPEST: usize = 16;
/// How many characters a pattern may have.
const LONGEST: usize = 500;

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A letter or digit, evened out.
    Letter(char),
    /// The border of a word: a space, or the beginning or end.
    Border,
    /// Any words, none included.
    AnyWords,
    /// Any letters of one word, none included.
    AnyLetters,
    /// One of several; an optional part has an empty one.
    Choice(Vec<Vec<Node>>),
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct PatternError {
    /// The byte of the pattern where it is wrong.
    pub offset: usize,
    /// What is wrong.
    pub fault: PatternFault,
}

/// The sorts of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternFault {
    /// A bracket is never closed.
    Unclosed(char),
    /// A bracket is closed that was not opened, or with the wrong sign.
    Unopened(char),
    /// `|` outside brackets.
    ChoiceOutside,
    /// A choice or an optional part without words.
    EmptyChoice,
    /// The pattern would accept an empty answer.
    MatchesNothingTyped,
    /// More brackets inside one another than are read.
    TooDeep,
    /// More characters than are read.
    TooLong,
}

impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed(bracket) => write!(f, "`{bracket}` is never closed"),
            Self::Unopened(bracket) => write!(f, "`{bracket}` closes nothing"),
            Self::ChoiceOutside => f.write_str("`|` stands outside brackets: write `(a|b)`, or two patterns"),
            Self::EmptyChoice => f.write_str("there are no words here: write `[a]` for words that may be left out"),
            Self::MatchesNothingTyped => f.write_str("this pattern accepts an empty answer: give it a word"),
            Self::TooDeep => write!(f, "more than {DEEPEST} brackets stand inside one another"),
            Self::TooLong => write!(f, "the pattern is longer than {LONGEST} characters: write several"),
        }
    }
}

/// An open bracket: where, which, the choices before, and the words so far.
struct Open {
    offset: usize,
    bracket: char,
    choices: Vec<Vec<Node>>,
    words: Vec<Node>,
}

impl Open {
    fn new(offset: usize, bracket: char) -> Self {
        Self { offset, bracket, choices: Vec::new(), words: Vec::new() }
    }

    /// Ends a choice, which needs words.
    fn end_choice(&mut self, offset: usize) -> Result<(), PatternError> {
        if self.words.iter().all(|node| *node == Node::Border) {
            return Err(PatternError { offset, fault: PatternFault::EmptyChoice });
        }
        self.choices.push(std::mem::take(&mut self.words));
        Ok(())
    }
}

/// Reads a pattern.
pub(super) fn parse(source: &str) -> Result<Vec<Node>, PatternError> {
    if let Some((offset, _)) = source.char_indices().nth(LONGEST) {
        return Err(PatternError { offset, fault: PatternFault::TooLong });
    }
    let mut open = vec![Open::new(0, ' ')];
    let mut before = None;
    let mut rest = source.char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        read(&mut open, offset, c, is_glued(before, after))?;
        before = Some(c);
    }
    match open.pop() {
        Some(last) if open.is_empty() => Ok(last.words),
        Some(Open { offset, bracket, .. }) => Err(PatternError { offset, fault: PatternFault::Unclosed(bracket) }),
        None => Ok(Vec::new()),
    }
}

/// Takes in one character.
fn read(open: &mut Vec<Open>, offset: usize, c: char, is_glued: bool) -> Result<(), PatternError> {
    let fail = |fault| Err(PatternError { offset, fault });
    let depth = open.len().saturating_sub(1);
    let Some(top) = open.last_mut() else { return Ok(()) };
    match c {
        '(' | '[' if depth >= DEEPEST => return fail(PatternFault::TooDeep),
        '(' | '[' => open.push(Open::new(offset, c)),
        '|' if depth == 0 => return fail(PatternFault::ChoiceOutside),
        '|' => top.end_choice(offset)?,
        ')' | ']' => return close(open, offset, c),
        '*' => top.words.push(if is_glued { Node::AnyLetters } else { Node::AnyWords }),
        c => match letters(c) {
            Some(letters) => top.words.extend(letters.map(Node::Letter)),
            None => top.words.push(Node::Border),
        },
    }
    Ok(())
}

/// Closes a bracket and puts its choices where it was opened.
fn close(open: &mut Vec<Open>, offset: usize, c: char) -> Result<(), PatternError> {
    let expected = if c == ')' { '(' } else { '[' };
    if open.last().is_none_or(|top| top.bracket != expected) {
        return Err(PatternError { offset, fault: PatternFault::Unopened(c) });
    }
    if let Some(mut inner) = open.pop() {
        inner.end_choice(offset)?;
        if c == ']' {
            inner.choices.push(Vec::new());
        }
        if let Some(outer) = open.last_mut() {
            outer.words.push(Node::Choice(inner.choices));
        }
    }
    Ok(())
}

/// A `*` belongs to a word where it touches a letter or the outside of a bracket.
fn is_glued(before: Option<char>, after: Option<char>) -> bool {
    let is_letter = |c: char| letters(c).is_some();
    before.is_some_and(|c| is_letter(c) || matches!(c, ')' | ']'))
        || after.is_some_and(|c| is_letter(c) || matches!(c, '(' | '['))
}
