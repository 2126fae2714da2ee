//! The documented form of the JSON file is the form it has. To write the schema anew, run the tests with
//! `UPDATE_SCHEMA=1`.

use serde_json::{Value as Json, json};

use super::super::learner::LAYOUTS;
use super::super::learner::tests::sample;
use super::*;

type Object = serde_json::Map<String, Json>;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");

/// The envelope comes from the types, figures and tables from what a learner's report consists of.
fn schema() -> Json {
    let mut schema = serde_json::to_value(schemars::schema_for!(json::File<'static>)).unwrap();
    schema["title"] = json!("A learner's report of Rundown, format 1");
    schema["properties"]["format"] = json!({ "const": 1, "description": "The version of this form." });
    schema["properties"]["report"] = json!({ "const": "learner", "description": "What sort of report it is." });
    let figures = sample("en", "").figures;
    let keys: Vec<&str> = figures.iter().map(|figure| figure.key).collect();
    let each = |key: &str| (key.to_owned(), json!({ "$ref": "#/$defs/Figure" }));
    schema["properties"]["figures"] = object(keys.iter().map(|key| each(key)).collect::<Object>(), &keys);
    let charts = sample("en", "").charts;
    let keys: Vec<&str> = charts.iter().map(|chart| chart.key).collect();
    let each = |key: &str| (key.to_owned(), json!({ "$ref": "#/$defs/Drawn" }));
    schema["properties"]["charts"] = object(keys.iter().map(|key| each(key)).collect::<Object>(), &keys);
    let keys: Vec<&str> = LAYOUTS.iter().map(|layout| layout.key).collect();
    schema["properties"]["tables"] =
        object(LAYOUTS.iter().map(|l| (l.key.to_owned(), table(l))).collect::<Object>(), &keys);
    schema
}

fn object(properties: impl Into<Json>, required: &[&str]) -> Json {
    let properties: Json = properties.into();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn table(layout: &Layout) -> Json {
    let columns: Object = layout.columns.iter().map(|column| (column.key.to_owned(), value(column))).collect();
    let keys: Vec<&str> = layout.columns.iter().map(|column| column.key).collect();
    let text = json!({ "type": "string" });
    let properties = json!({
        "title": text,
        "labels": { "type": "object", "additionalProperties": text },
        "rows": { "type": "array", "items": object(columns, &keys) },
    });
    json!({ "type": "object", "properties": properties, "required": ["title", "labels", "rows"] })
}

fn value(column: &Column) -> Json {
    let name = match column.form {
        Form::Text | Form::Time => "string",
        Form::Number => "integer",
        Form::YesNo => "boolean",
    };
    let kind = if column.optional { json!([name, "null"]) } else { json!(name) };
    match column.form {
        Form::Text | Form::YesNo => json!({ "type": kind }),
        Form::Time => json!({ "type": kind, "format": "date-time" }),
        Form::Number => json!({ "type": kind, "minimum": 0 }),
    }
}

#[test]
fn the_schema_in_the_documentation_is_up_to_date() {
    let path = format!("{DOCS}/report.schema.json");
    let fresh = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if option_env!("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let documented = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(documented == fresh, "docs/report.schema.json is out of date: run this test with UPDATE_SCHEMA=1");
}

#[test]
fn a_report_fits_the_schema_and_a_spoilt_one_does_not() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut file: Json = serde_json::from_slice(&sample("fr", "").write(Format::Json)).unwrap();
    let faults: Vec<String> = validator.iter_errors(&file).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, [""; 0]);
    file["tables"]["lessons"]["rows"][0]["best"] = json!("92 %");
    assert!(!validator.is_valid(&file));
}

#[test]
fn every_name_in_the_file_is_described() {
    let described = std::fs::read_to_string(format!("{DOCS}/report.md")).unwrap();
    let Report { figures, charts, .. } = sample("en", "");
    let columns = LAYOUTS.iter().flat_map(|layout| layout.columns.iter().map(|column| column.key));
    let tables = LAYOUTS.iter().flat_map(|layout| [layout.key, layout.row]);
    for name in figures.iter().map(|figure| figure.key).chain(charts.iter().map(|c| c.key)).chain(columns).chain(tables)
    {
        assert!(described.contains(&format!("`{name}`")), "docs/report.md does not describe `{name}`");
    }
}
