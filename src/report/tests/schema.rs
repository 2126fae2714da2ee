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
    let mut schema = envelope("learner", "Cohort");
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

/// The form of what is about a learner, or about a cohort: without the other.
fn envelope(about: &str, without: &str) -> Json {
    let mut schema = serde_json::to_value(schemars::schema_for!(json::File<'static>)).unwrap();
    schema["$defs"].as_object_mut().unwrap().remove(without);
    schema["properties"].as_object_mut().unwrap().remove(&without.to_lowercase());
    let required = schema["required"].as_array_mut().unwrap();
    required.retain(|name| *name != without.to_lowercase());
    if !required.iter().any(|name| name == about) {
        required.push(json!(about));
    }
    schema
}

/// The reports on a cohort are one form: each has some of the tables and figures.
fn cohort_schema() -> Json {
    let mut schema = envelope("cohort", "Learner");
    schema["title"] = json!("A report of Rundown on a cohort, format 1");
    schema["properties"]["format"] = json!({ "const": 1, "description": "The version of this form." });
    let kinds = ["cohort_full", "cohort_funder", "cohort_register", "cohort_anonymous"];
    schema["properties"]["report"] = json!({ "enum": kinds, "description": "What sort of report it is." });
    schema["properties"]["cohort"] = json!({ "$ref": "#/$defs/Cohort" });
    let tables: Object = cohort::LAYOUTS.iter().map(|layout| (layout.key.to_owned(), table(layout))).collect();
    schema["properties"]["tables"] = object(tables, &[]);
    schema
}

fn assert_documented(file: &str, schema: &Json) {
    let path = format!("{DOCS}/{file}");
    let fresh = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if option_env!("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let documented = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(documented == fresh, "docs/{file} is out of date: run this test with UPDATE_SCHEMA=1");
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
        Form::Number | Form::Signed => "integer",
        Form::YesNo => "boolean",
    };
    let kind = if column.optional { json!([name, "null"]) } else { json!(name) };
    match column.form {
        Form::Text | Form::YesNo | Form::Signed => json!({ "type": kind }),
        Form::Time => json!({ "type": kind, "format": "date-time" }),
        Form::Number => json!({ "type": kind, "minimum": 0 }),
    }
}

#[test]
fn the_schema_in_the_documentation_is_up_to_date() {
    assert_documented("report.schema.json", &schema());
    assert_documented("cohort-report.schema.json", &cohort_schema());
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
fn a_cohorts_report_fits_its_schema() {
    let validator = jsonschema::validator_for(&cohort_schema()).unwrap();
    for report in cohort::tests::samples("fr") {
        let file: Json = serde_json::from_slice(&report.write(Format::Json)).unwrap();
        let faults: Vec<String> = validator.iter_errors(&file).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, [""; 0], "{}", report.kind);
    }
}

#[test]
fn every_name_in_a_cohorts_report_is_described() {
    let described = std::fs::read_to_string(format!("{DOCS}/cohort-report.md")).unwrap();
    let of_report = |report: Report| -> Vec<&'static str> {
        let figures = report.figures.iter().map(|figure| figure.key);
        figures.chain(report.charts.iter().map(|chart| chart.key)).chain([report.kind]).collect()
    };
    let tables = cohort::LAYOUTS.iter().flat_map(|layout| [layout.key, layout.row]);
    let columns = cohort::LAYOUTS.iter().flat_map(|layout| layout.columns.iter().map(|column| column.key));
    for name in cohort::tests::samples("en").into_iter().flat_map(of_report).chain(tables).chain(columns) {
        assert!(described.contains(&format!("`{name}`")), "docs/cohort-report.md does not describe `{name}`");
    }
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
