//! Lines in and lines out: cleaned, wrapped, and never longer than a terminal line.
//!
//! Apart because this is the one place where plain mode's text leaves the program: a name, an answer or a course can
//! carry no control character past it.

use std::io::{self, BufRead, Write};

use crate::text::{lines, width, wrap};

/// How wide a line may be.
const WIDTH: usize = 76;
/// Bytes of a line that are looked at; what is typed beyond is dropped.
const LONGEST: usize = 64 * 1024;

/// The two ends of plain mode.
pub(super) struct Lines<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl<'a> Lines<'a> {
    /// Joins the two ends.
    pub(super) fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write) -> Self {
        Self { input, output }
    }

    /// Writes a text, wrapped.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        for line in lines(text).split('\n').flat_map(fold) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// Reads a line without its end; none at the end of the input.
    pub(super) fn read(&mut self) -> io::Result<Option<String>> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        let mut is_begun = false;
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                return Ok(is_begun.then(|| String::from_utf8_lossy(&bytes).into_owned()));
            }
            is_begun = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let taken = end.unwrap_or(chunk.len());
            let room = LONGEST.saturating_sub(bytes.len());
            bytes.extend(chunk.iter().take(taken.min(room)));
            self.input.consume(end.map_or(taken, |end| end + 1));
            if end.is_some() {
                return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
}

/// Folds a line that is too wide; what follows stands under the text of its first line, not under its mark.
fn fold(line: &str) -> Vec<String> {
    if width(line) <= WIDTH {
        return vec![line.to_owned()];
    }
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let hang = (indent + mark(text)).min(WIDTH / 2);
    let folded = wrap(text, WIDTH - hang);
    let lead = |at: usize| " ".repeat(if at == 0 { indent.min(hang) } else { hang });
    folded.iter().enumerate().map(|(at, part)| format!("{}{part}", lead(at))).collect()
}

/// Returns how much of a line is the mark of a list: `- `, `12. `, `> `.
fn mark(text: &str) -> usize {
    let Some((first, _)) = text.split_once(' ') else { return 0 };
    let is_number = first.strip_suffix('.').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    if is_number || matches!(first, "-" | ">") { first.len() + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut output = Vec::new();
        Lines::new(&mut io::empty(), &mut output).write(text).unwrap();
        String::from_utf8(output).unwrap()
    }

    fn read_all(mut input: &[u8]) -> Vec<String> {
        let mut output = Vec::new();
        let mut lines = Lines::new(&mut input, &mut output);
        std::iter::from_fn(|| lines.read().unwrap()).collect()
    }

    #[test]
    fn no_line_is_wider_than_76_cells_and_lists_hang() {
        let text = format!("12. {}", "word ".repeat(30));
        let lines = written(&text);
        assert!(lines.lines().all(|line| width(line) <= WIDTH));
        assert!(lines.lines().skip(1).all(|line| line.starts_with("    word")), "{lines}");
    }

    #[test]
    fn control_and_direction_characters_do_not_come_out() {
        assert_eq!(written("a\u{1b}[31mb\u{202e}c\u{9b}d\re"), "a[31mbcd e\n");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_stays_in_its_lines(text in "\\PC{0,200}|[\u{1b}\u{9b}\u{202e}\r\n\t a-z漢👩]{0,200}") {
            let written = written(&text);
            assert!(!written.chars().any(|c| c != '\n' && crate::text::is_foreign(c)), "{written:?}");
            assert!(written.lines().all(|line| width(line) <= WIDTH), "{written}");
        }
    }

    #[test]
    fn input_is_read_line_by_line_whatever_its_bytes() {
        assert_eq!(read_all(b"a\r\n\nb\xff"), ["a\r", "", "b\u{fffd}"]);
        assert_eq!(read_all(b""), [""; 0]);
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let long = [b"x".repeat(200_000), b"\nnext".to_vec()].concat();
        let lines = read_all(&long);
        assert_eq!((lines.first().unwrap().len(), lines.get(1).unwrap().as_str()), (LONGEST, "next"));
    }
}
