//! A fact-check record as schema.org `ClaimReview`, in JSON-LD.
//!
//! Apart because names and types are those of schema.org. A verdict without a number, such as unproven, carries its
//! words only.

use serde_json::{Map, Value, json};

use super::filled::Filled;
use super::{Artefact, put};
use crate::text::one_line;

/// Writes the review.
pub(super) fn write(made: &Artefact<'_>, filled: &Filled<'_>) -> Value {
    let mut review = Map::new();
    put(&mut review, "@context", "https://schema.org");
    put(&mut review, "@type", "ClaimReview");
    put(&mut review, "@id", made.urn());
    put(&mut review, "claimReviewed", one_line(&filled.long("claim-reviewed")));
    put(&mut review, "itemReviewed", claim(filled));
    put(&mut review, "reviewRating", rating(filled));
    put(&mut review, "author", typed("Organization", &one_line(made.by)));
    put(&mut review, "contributor", signed(filled));
    put(&mut review, "datePublished", made.at.rfc3339());
    put(&mut review, "inLanguage", made.lang.as_str());
    put(&mut review, "url", address(&filled.typed("url")));
    put(&mut review, "reviewBody", filled.long("method"));
    put(&mut review, "citation", citations(filled));
    put(&mut review, "correction", filled.long("corrections"));
    Value::Object(review)
}

/// Returns something with a name; nothing for an empty one.
fn typed(kind: &str, name: &str) -> Value {
    if name.is_empty() { Value::Null } else { json!({ "@type": kind, "name": name }) }
}

/// Returns an address with its scheme, where it is one.
fn address(text: &str) -> String {
    let is_address = text.contains('.') && !text.contains(char::is_whitespace);
    match (is_address, text.contains("://")) {
        (false, _) => String::new(),
        (true, true) => text.to_owned(),
        (true, false) => format!("https://{text}"),
    }
}

fn claim(filled: &Filled<'_>) -> Value {
    let mut claim = Map::new();
    put(&mut claim, "@type", "Claim");
    put(&mut claim, "text", one_line(&filled.long("claim-reviewed")));
    put(&mut claim, "author", typed("Organization", &filled.typed("claim-author")));
    put(&mut claim, "datePublished", filled.typed("claim-date"));
    put(&mut claim, "appearance", appearance(filled));
    Value::Object(claim)
}

fn appearance(filled: &Filled<'_>) -> Value {
    let place = filled.typed("appearance");
    if place.is_empty() {
        return Value::Null;
    }
    let kind = match filled.typed("item-type").as_str() {
        "image" => "ImageObject",
        "video" => "VideoObject",
        "audio" => "AudioObject",
        _ => "CreativeWork",
    };
    let mut work = Map::new();
    put(&mut work, "@type", kind);
    put(&mut work, "name", place.as_str());
    put(&mut work, "url", address(&place));
    Value::Object(work)
}

fn rating(filled: &Filled<'_>) -> Value {
    let words = filled.words("rating");
    let value = filled.typed("rating-value").parse::<u8>().ok().filter(|value| (1..=5).contains(value));
    let mut rating = Map::new();
    put(&mut rating, "alternateName", words);
    if let Some(value) = value {
        put(&mut rating, "ratingValue", value);
        put(&mut rating, "worstRating", 1);
        put(&mut rating, "bestRating", 5);
    }
    if !rating.is_empty() {
        put(&mut rating, "@type", "Rating");
    }
    Value::Object(rating)
}

fn signed(filled: &Filled<'_>) -> Vec<Value> {
    let names = ["signed-first", "signed-second"].map(|id| typed("Person", &filled.typed(id)));
    names.into_iter().filter(|name| !name.is_null()).collect()
}

/// Returns who was asked and what they said, as one work each.
fn citations(filled: &Filled<'_>) -> Vec<Value> {
    let Some(field) = filled.field("sources") else { return Vec::new() };
    let citation = |row: Vec<(&crate::course::exercise::form::Field, String)>| {
        let cell = |id: &str| {
            let found = row.iter().find(|(column, _)| column.id.as_str() == id);
            found.map(|(_, cell)| cell.clone()).unwrap_or_default()
        };
        let (said, time) = (cell("what"), cell("time"));
        let words = if time.is_empty() { said } else { format!("{said} ({time} UTC)") };
        let mut work = Map::new();
        put(&mut work, "@type", "CreativeWork");
        put(&mut work, "name", cell("name"));
        put(&mut work, "abstract", words);
        Value::Object(work)
    };
    filled.rows(field).into_iter().map(citation).collect()
}
