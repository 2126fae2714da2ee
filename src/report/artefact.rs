//! What was filled in on a form, as files that a newsroom can use.
//!
//! ```text
//!  form + values ─► Filled ─┬─► message, sheet             for people
//!                           └─► ninjs, claim_review, plain  for programs
//! ```
//!
//! Apart from reports because these are about an item of news and not about a learner. Pure: a form and its values go
//! in, bytes come out. Nothing here judges the values, which may be half-filled; all of them are made safe to show.

mod claim_review;
mod filled;
mod message;
mod ninjs;
mod plain;
mod sheet;

use std::collections::BTreeMap;

use serde_json::Value;

use super::cell::Clean;
use super::uuid::{Layout, bits_of, uuid};
use crate::clock::Timestamp;
use crate::course::exercise::form::FieldKind;
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Exercise};
use crate::id::{Lang, LearnerId};
use filled::Filled;

/// For whom it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Aligned text, or a message.
    People,
    /// JSON.
    Programs,
}

/// A filled form with what is to be known of it.
#[derive(Debug, Clone, Copy)]
pub struct Artefact<'a> {
    /// The exercise or tool whose form it is.
    pub exercise: &'a Exercise,
    /// The values.
    pub fields: &'a BTreeMap<String, Entry>,
    /// What identifies it for ever.
    pub id: u128,
    /// The station, or where none is known the person.
    pub by: &'a str,
    /// The language that it is written in.
    pub lang: &'a Lang,
    /// When the file is made.
    pub at: Timestamp,
}

/// A file without a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Returns what identifies a real item of a learner, by the key it is kept under.
pub fn identity(learner: LearnerId, key: &str) -> u128 {
    bits_of(&[&learner.to_string(), key])
}

impl Artefact<'_> {
    /// Writes it; none for what is no form.
    pub fn write(&self, reader: Reader) -> Option<File> {
        let Engine::Form(form) = &self.exercise.engine else { return None };
        let filled = Filled { form, fields: self.fields };
        let tool = self.exercise.tool.as_deref();
        let (extension, mime, bytes) = match (reader, tool) {
            (Reader::People, Some("alert")) => text(&message::write(&filled)),
            (Reader::People, Some(tool)) => text(&sheet::write(&Clean::new(&tool.replace('-', " ")), &filled)),
            (Reader::People, None) => text(&sheet::write(&Clean::new(&self.exercise.title), &filled)),
            (Reader::Programs, Some("dopesheet")) => json(&ninjs::write(self, &filled)),
            (Reader::Programs, Some("fact-check-record")) => json(&claim_review::write(self, &filled)),
            (Reader::Programs, _) => json(&plain::write(self, &filled)),
        };
        Some(File { name: format!("{}.{extension}", self.stem(&filled)), mime, bytes })
    }

    /// Returns the name of the tool or the exercise, and the first thing that was typed.
    fn stem(&self, filled: &Filled<'_>) -> String {
        let id = self.exercise.id.as_str();
        let what = self.exercise.tool.as_deref().unwrap_or_else(|| id.rsplit('/').next().unwrap_or(id));
        let first = filled.form.fields.iter().find(|field| field.kind == FieldKind::Text);
        let typed = first.map(|field| filled.typed(field.id.as_str())).unwrap_or_default();
        Clean::new(&format!("{what} {typed}")).as_file_stem()
    }

    /// Returns the id as a URN.
    fn urn(&self) -> String {
        format!("urn:uuid:{}", uuid(self.id, Layout::Own))
    }
}

fn text(text: &str) -> (&'static str, &'static str, Vec<u8>) {
    ("txt", "text/plain; charset=utf-8", text.as_bytes().to_vec())
}

fn json(value: &Value) -> (&'static str, &'static str, Vec<u8>) {
    ("json", "application/json", format!("{value:#}\n").into_bytes())
}

/// Puts a value under a name, unless there is nothing in it.
fn put(object: &mut serde_json::Map<String, Value>, name: &str, value: impl Into<Value>) {
    let value = value.into();
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !is_empty {
        object.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests;
