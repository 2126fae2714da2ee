//! A dopesheet as a news item in JSON, modelled on IPTC ninjs 3.1.
//!
//! Apart because names and types are those of that standard, and nothing may stand in it that the standard does not
//! know: what has no name there is told in the editorial note.

use serde_json::{Map, Value, json};

use super::filled::Filled;
use super::{Artefact, put};
use crate::assess::work::form::restriction::{Restriction, parse};
use crate::assess::work::form::{local_time, seconds};
use crate::text::one_line;

/// The schema that it keeps.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
/// What is told in the editorial note, in this order.
const NOTED: [&str; 8] = ["filmed", "sent", "language", "warnings", "consent", "outside", "verification", "contact"];

/// Writes the item.
pub(super) fn write(made: &Artefact<'_>, filled: &Filled<'_>) -> Value {
    let mut item = Map::new();
    put(&mut item, "uri", made.urn());
    put(&mut item, "type", "video");
    put(&mut item, "standard", json!({ "name": "ninjs", "version": "3.1", "schema": SCHEMA }));
    put(&mut item, "versionCreated", made.at.rfc3339());
    put(&mut item, "language", made.lang.as_str());
    put(&mut item, "slugline", filled.typed("slug"));
    put(&mut item, "headlines", valued(&filled.typed("headline"), "main"));
    put(&mut item, "located", filled.typed("place"));
    put(&mut item, "places", places(&filled.typed("place")));
    put(&mut item, "usageTerms", filled.typed("restrictions"));
    put(&mut item, "embargoedUntil", embargo(filled));
    put(&mut item, "urgency", filled.typed("urgency").parse::<u8>().ok().filter(|urgency| (1..=9).contains(urgency)));
    put(&mut item, "edNote", note(filled));
    put(&mut item, "bodies", bodies(filled));
    put(&mut item, "subjects", subjects(filled));
    put(&mut item, "infoSources", sources(made, filled));
    put(&mut item, "renditions", renditions(filled));
    put(&mut item, "altIds", alternatives(&filled.typed("item-no")));
    Value::Object(item)
}

/// Returns one text in the form of headlines.
fn valued(text: &str, role: &str) -> Vec<Value> {
    if text.is_empty() { Vec::new() } else { vec![json!({ "role": role, "value": text })] }
}

fn places(place: &str) -> Vec<Value> {
    let names = place.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| json!({ "name": name, "rel": "about" })).collect()
}

/// Returns the time of the embargo, from its own field or from the restriction line.
fn embargo(filled: &Filled<'_>) -> Option<String> {
    let in_line = || {
        let limits = parse(&filled.typed("restrictions")).unwrap_or_default();
        limits.into_iter().find_map(|limit| if let Restriction::Embargo(at) = limit { Some(at) } else { None })
    };
    let typed = Some(filled.typed("embargo")).filter(|at| !at.is_empty()).or_else(in_line)?;
    Some(format!("{}:00Z", local_time(&typed, 0)?.replace(' ', "T")))
}

fn note(filled: &Filled<'_>) -> String {
    let fields = NOTED.iter().filter_map(|id| filled.field(id));
    let told = fields.map(|field| (field.label.trim_end_matches('?'), one_line(&filled.shown(field))));
    let lines = told.filter(|(_, value)| !value.is_empty()).map(|(label, value)| format!("{label}: {value}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn bodies(filled: &Filled<'_>) -> Vec<Value> {
    [("main", filled.long("storyline")), ("shotlist", shotlist(filled))]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(role, text)| {
            let (words, characters) = (text.split_whitespace().count(), text.chars().count());
            json!({
                "role": role, "contentType": "text/plain", "value": text,
                "wordCount": words, "charCount": characters,
            })
        })
        .collect()
}

/// Returns the shots a line each, their headings above them.
fn shotlist(filled: &Filled<'_>) -> String {
    let Some(field) = filled.field("shots") else { return String::new() };
    let mut lines = Vec::new();
    for row in filled.rows(field) {
        let (above, cells): (Vec<_>, Vec<_>) = row
            .into_iter()
            .filter(|(_, cell)| !cell.is_empty())
            .partition(|(column, _)| column.id.as_str() == "heading");
        lines.extend(above.into_iter().map(|(_, heading)| heading));
        lines.push(cells.into_iter().map(|(_, cell)| cell).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

fn subjects(filled: &Filled<'_>) -> Vec<Value> {
    let topic = filled.typed("topic");
    if topic.is_empty() {
        return Vec::new();
    }
    vec![json!({ "name": filled.words("topic"), "literal": topic, "rel": "about" })]
}

fn sources(made: &Artefact<'_>, filled: &Filled<'_>) -> Vec<Value> {
    let named = [("source", filled.typed("source")), ("supplier", one_line(made.by))];
    let known = named.into_iter().filter(|(_, name)| !name.is_empty());
    known.map(|(role, name)| json!({ "name": name, "role": role })).collect()
}

fn renditions(filled: &Filled<'_>) -> Vec<Value> {
    let length = seconds(&filled.typed("duration"));
    length.map(|seconds| json!({ "name": "main", "duration": seconds })).into_iter().collect()
}

fn alternatives(number: &str) -> Vec<Value> {
    valued(number, "item")
}
