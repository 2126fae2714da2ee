//! Takes a progress file in, line by line: what is whole and belongs to the learner of the first line.
//!
//! Apart from the survey, which judges the file: this judges each line, and says of every one that is refused why.
//! What an event adds up to is not asked here.

use std::io::BufRead;

use super::line::{BadLine, Kind, Lines, Root};
use super::survey::{first, is_end};
use super::{BadFile, Header};
use crate::journal::{AskedQuestion, Body, Stored};

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A question as it was asked.
    Question(Box<AskedQuestion>),
    /// An event.
    Event {
        /// The number of the line, from 1.
        line: u64,
        /// The event.
        stored: Stored,
    },
    /// Nothing that can be taken in.
    Refused {
        /// The number of the line, from 1.
        line: u64,
        /// Why.
        why: String,
    },
}

/// A file that is being read.
pub struct Reader<'a> {
    lines: Lines<'a>,
    root: Root,
    header: Header,
    ended: bool,
}

impl<'a> Reader<'a> {
    /// Reads the first line.
    pub fn begin(input: &'a mut dyn BufRead) -> Result<Self, BadFile> {
        let mut lines = Lines::new(input);
        let first = first(&mut lines)?;
        Ok(Self { root: Root::of(&first), header: Header::parse(&first)?, lines, ended: false })
    }

    /// Returns the first line.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Reads on; none at the end.
    pub fn read(&mut self) -> Result<Option<Item>, BadFile> {
        let number = self.lines.number() + 1;
        let content = match self.lines.next()? {
            None => return Ok(None),
            Some(_) if self.ended => Err(BadLine::Late),
            Some(Ok(line)) if is_end(line) => {
                self.ended = true;
                return self.read();
            }
            Some(Ok(line)) => self.root.open(line),
            Some(Err(bad)) => Err(bad),
        };
        let item = match content {
            Ok((Kind::Event, bytes)) => event(&self.header, bytes).map(|stored| Item::Event { line: number, stored }),
            Ok((Kind::Question, bytes)) => question(bytes).map(|asked| Item::Question(Box::new(asked))),
            Err(bad) => Err(bad.to_string()),
        };
        Ok(Some(item.unwrap_or_else(|why| Item::Refused { line: number, why })))
    }
}

/// Reads an event that has a place in the file.
fn event(header: &Header, bytes: &[u8]) -> Result<Stored, String> {
    let stored = Stored::parse(bytes).map_err(|error| error.to_string())?;
    let event = stored.event();
    if event.subject != header.learner {
        return Err(format!("it is an event of learner {}, and the file is of {}", event.subject, header.learner));
    }
    if let Body::Enrolled { course, .. } = &event.body
        && !header.courses.iter().any(|of| of.id == *course)
    {
        return Err(format!("it begins the course `{course}`, which the first line does not name"));
    }
    Ok(stored)
}

fn question(bytes: &[u8]) -> Result<AskedQuestion, String> {
    let asked: AskedQuestion =
        serde_json::from_slice(bytes).map_err(|error| format!("this question cannot be read: {error}"))?;
    if asked.is_genuine() { Ok(asked) } else { Err("this question is not the one that its hashes name".to_owned()) }
}
