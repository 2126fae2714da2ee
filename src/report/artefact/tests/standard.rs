//! Holds the dopesheet's JSON against the rules of ninjs 3.1: its names, their types, and that there are no others.
//!
//! The rules are written down here as the published schema states them, for the names that a dopesheet may use:
//! <https://iptc.org/std/ninjs/ninjs-schema_3.1.json>.

use serde_json::Value;

use super::json_of;

/// What a name holds.
enum Kind {
    Text,
    Uri,
    Time,
    Number,
    Whole(std::ops::RangeInclusive<i64>),
    OneOf(&'static [&'static str]),
    Object(&'static [Rule]),
    List(&'static [Rule]),
}

/// A name, what it holds, and whether it must be there.
type Rule = (&'static str, Kind, bool);

const ANY: std::ops::RangeInclusive<i64> = i64::MIN..=i64::MAX;

const VALUED: &[Rule] = &[("role", Kind::Text, false), ("contentType", Kind::Text, false), ("value", Kind::Text, true)];
const BODY: &[Rule] = &[
    ("role", Kind::Text, false),
    ("contentType", Kind::Text, false),
    ("charCount", Kind::Whole(ANY), false),
    ("wordCount", Kind::Whole(ANY), false),
    ("value", Kind::Text, true),
];
const PLACE: &[Rule] = &[
    ("name", Kind::Text, false),
    ("rel", Kind::Text, false),
    ("uri", Kind::Uri, false),
    ("literal", Kind::Text, false),
];
const SUBJECT: &[Rule] = &[
    ("name", Kind::Text, false),
    ("rel", Kind::Text, false),
    ("uri", Kind::Uri, false),
    ("literal", Kind::Text, false),
    ("creator", Kind::Text, false),
    ("relevance", Kind::Whole(0..=100), false),
    ("confidence", Kind::Whole(0..=100), false),
];
const SOURCE: &[Rule] = &[
    ("name", Kind::Text, false),
    ("role", Kind::Text, false),
    ("uri", Kind::Uri, false),
    ("literal", Kind::Text, false),
];
const RENDITION: &[Rule] = &[
    ("name", Kind::Text, true),
    ("href", Kind::Uri, false),
    ("contentType", Kind::Text, false),
    ("duration", Kind::Number, false),
    ("frameRate", Kind::Number, false),
];
const ALTERNATIVE: &[Rule] = &[("role", Kind::Text, false), ("value", Kind::Text, false)];
const STANDARD: &[Rule] = &[("name", Kind::Text, false), ("version", Kind::Text, false), ("schema", Kind::Uri, false)];
const ITEM: &[Rule] = &[
    ("uri", Kind::Uri, true),
    (
        "type",
        Kind::OneOf(&["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]),
        false,
    ),
    ("standard", Kind::Object(STANDARD), false),
    ("versionCreated", Kind::Time, false),
    ("contentCreated", Kind::Time, false),
    ("embargoedUntil", Kind::Time, false),
    ("pubStatus", Kind::OneOf(&["usable", "withheld", "canceled"]), false),
    ("urgency", Kind::Whole(1..=9), false),
    ("usageTerms", Kind::Text, false),
    ("edNote", Kind::Text, false),
    ("language", Kind::Text, false),
    ("headlines", Kind::List(VALUED), false),
    ("bodies", Kind::List(BODY), false),
    ("places", Kind::List(PLACE), false),
    ("subjects", Kind::List(SUBJECT), false),
    ("infoSources", Kind::List(SOURCE), false),
    ("renditions", Kind::List(RENDITION), false),
    ("altIds", Kind::List(ALTERNATIVE), false),
    ("slugline", Kind::Text, false),
    ("located", Kind::Text, false),
];

/// Returns what breaks the rules.
fn faults(object: &Value, rules: &[Rule], at: &str) -> Vec<String> {
    let Some(fields) = object.as_object() else { return vec![format!("{at} is no object")] };
    let mut faults = Vec::new();
    for (name, kind, must) in rules {
        match fields.get(*name) {
            Some(value) => faults.extend(wrong(value, kind, &format!("{at}/{name}"))),
            None if *must => faults.push(format!("{at}/{name} is missing")),
            None => {}
        }
    }
    let unknown = fields.keys().filter(|key| !rules.iter().any(|(name, ..)| name == key));
    faults.extend(unknown.map(|key| format!("{at}/{key} is unknown")));
    faults
}

fn wrong(value: &Value, kind: &Kind, at: &str) -> Vec<String> {
    let text = value.as_str();
    let is_right = match kind {
        Kind::Text => text.is_some(),
        Kind::Uri => text.is_some_and(|uri| uri.contains(':') && !uri.contains(char::is_whitespace)),
        Kind::Time => text.is_some_and(|time| time.parse::<jiff::Timestamp>().is_ok()),
        Kind::Number => value.is_number(),
        Kind::Whole(range) => value.as_i64().is_some_and(|number| range.contains(&number)),
        Kind::OneOf(words) => text.is_some_and(|word| words.contains(&word)),
        Kind::Object(rules) => return faults(value, rules, at),
        Kind::List(rules) => {
            let Some(items) = value.as_array() else { return vec![format!("{at} is no list")] };
            return items.iter().flat_map(|item| faults(item, rules, at)).collect();
        }
    };
    if is_right { Vec::new() } else { vec![format!("{at} is {value}")] }
}

#[test]
fn a_dopesheet_keeps_the_rules_of_ninjs() {
    let cases: [&[(&str, &str)]; 4] = [
        &[],
        &[("restrictions", "EMBARGO 2027-03-16T18:00Z"), ("urgency", "12"), ("duration", "soon")],
        &[("urgency", "9"), ("topic", ""), ("place", ","), ("item-no", "")],
        &[("headline", ""), ("storyline", ""), ("shots", ""), ("source", ""), ("embargo", "2027-13-45T99:99Z")],
    ];
    for changes in cases {
        let item = json_of("exchange/fill-dopesheet", changes);
        assert_eq!(faults(&item, ITEM, ""), Vec::<String>::new(), "{item:#}");
    }
}

#[test]
fn the_rules_find_what_is_wrong() {
    let bad = serde_json::json!({ "type": "film", "urgency": 0, "bodies": [{}], "foo": 1, "versionCreated": "today" });
    let found = faults(&bad, ITEM, "");
    let expected = [
        "/uri is missing",
        "/type is",
        "/versionCreated is",
        "/urgency is",
        "/bodies/value is missing",
        "/foo is unknown",
    ];
    for fault in expected {
        assert!(found.iter().any(|line| line.starts_with(fault)), "{fault}: {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
}
