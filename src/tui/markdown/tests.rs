//! What rows blocks become: every construct exactly, hostile texts, and laws.

mod constructs;
mod laws;
mod scrolling;

use std::sync::Arc;

use super::*;
use crate::course::markdown::References;
use crate::course::question::{Question, QuestionBody};
use crate::id::{QuestionId, TermId};
use crate::tui::testing;

/// References that know everything, and read any question as a number to be found.
#[derive(Debug)]
struct Known;

impl References for Known {
    fn term(&self, words: &str) -> Option<TermId> {
        TermId::new(&words.to_lowercase()).ok()
    }
    fn house(&self, path: &str) -> Option<&str> {
        (path == "exchange").then_some("the Sanvi exchange")
    }
    fn question(&self, toml: &str) -> Option<Question> {
        Some(Question {
            id: QuestionId::new("q").ok()?,
            was: Vec::new(),
            outcome: None,
            critical: false,
            prompt: toml.trim().to_owned(),
            why: String::new(),
            hints: Vec::new(),
            shuffle: false,
            body: QuestionBody::Number {
                value: 1.0,
                tolerance: 0.0,
                unit: String::new(),
                right_feedback: String::new(),
                otherwise: String::new(),
                traps: Vec::new(),
            },
        })
    }
}

fn document(source: &str) -> Document {
    Document::parse(source.to_owned(), 0, Arc::new(Known))
}

fn setting(width: usize) -> Setting {
    Setting::new(width, &testing::look("en"))
}

/// All rows of a lesson.
fn rows(document: &Document, width: usize) -> Vec<Row> {
    let sections = document.sections().iter().enumerate();
    let chunks = sections.flat_map(|(i, section)| (0..section.chunks.len()).map(move |chunk| (i, chunk)));
    chunks.flat_map(|(section, chunk)| rows_of_chunk(document, section, chunk, &setting(width)).rows).collect()
}

fn text(row: &Row) -> String {
    row.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// All rows as lines, without the spaces at their ends.
fn shown(source: &str, width: usize) -> Vec<String> {
    rows(&document(source), width).iter().map(|row| text(row).trim_end().to_owned()).collect()
}
