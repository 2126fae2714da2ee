//! Fenced blocks that are more than code: figures and questions.
//!
//! Apart because each has a form of its own; anything else stays code.

use serde::Deserialize;

use super::block::{BlockKind, Figure, Refusal};
use super::fault::{Fault, FaultKind};
use super::frame::Frame;
use super::parse::Context;
use crate::id::FigureId;

/// Turns a code block into what its info string says it is.
pub(super) fn block(context: &Context<'_>, info: &str, mut frame: Frame, faults: &mut Vec<Fault>) -> BlockKind {
    let text = frame.take_text();
    let read = match info.split_whitespace().next() {
        Some("figure") => figure(&text).map(|figure| BlockKind::Figure(Box::new(figure))).map_err(FaultKind::Figure),
        Some("question") => {
            let question = context.references.question(&text);
            question.map(|question| BlockKind::Question(Box::new(question))).ok_or(FaultKind::Question)
        }
        _ => return BlockKind::Code(text),
    };
    read.unwrap_or_else(|kind| {
        faults.push(Fault { kind, span: frame.span });
        BlockKind::Refused(text, Refusal::Unreadable)
    })
}

/// What stands above the drawing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    id: String,
    caption: String,
    alt: String,
}

fn figure(text: &str) -> Result<Figure, String> {
    let mut art: Vec<&str> = Vec::new();
    let mut head = String::new();
    let mut in_head = true;
    for line in text.lines() {
        if !in_head {
            art.push(line.trim_end());
        } else if line.trim_end() == "---" {
            in_head = false;
        } else {
            head.push_str(line);
            head.push('\n');
        }
    }
    if in_head {
        return Err("a line `---` between the fields and the drawing is missing".to_owned());
    }
    checked(&head, &art)
}

fn checked(head: &str, art: &[&str]) -> Result<Figure, String> {
    let RawFigure { id, caption, alt } = toml::from_str(head).map_err(|e| e.message().to_owned())?;
    let id = FigureId::new(&id).map_err(|e| e.to_string())?;
    if alt.trim().is_empty() {
        return Err("`alt` is empty: say what the drawing shows".to_owned());
    }
    let blank = |line: &&&str| line.is_empty();
    let above = art.iter().take_while(blank).count();
    let below = art.iter().skip(above).rev().take_while(blank).count();
    let drawn = art.iter().take(art.len() - below).skip(above).map(|line| (*line).to_owned()).collect();
    Ok(Figure { id, caption, alt, art: drawn })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_fields_a_line_and_a_drawing() {
        let text = "id = \"a-b\"\ncaption = \"C.\"\nalt = \"A.\"\n---\n\n x --> y  \n\n z\n\n";
        let figure = figure(text).unwrap();
        assert_eq!((figure.id.as_str(), figure.caption.as_str(), figure.alt.as_str()), ("a-b", "C.", "A."));
        assert_eq!(figure.art, [" x --> y", "", " z"]);
    }

    #[test]
    fn a_figure_at_fault_says_why() {
        let cases = [
            ("id = \"a\"", "`---`"),
            ("id = \"a\"\ncaption = \"c\"\n---\nx", "alt"),
            ("id = \"A B\"\ncaption = \"c\"\nalt = \"a\"\n---\nx", "not an id"),
            ("id = \"a\"\ncaption = \"c\"\nalt = \" \"\n---\nx", "`alt` is empty"),
            ("id = \"a\"\ncaption = \"c\"\nalt = \"a\"\nmore = 1\n---\nx", "more"),
        ];
        for (text, wanted) in cases {
            let why = figure(text).unwrap_err();
            assert!(why.contains(wanted), "{why}");
        }
    }
}
