//! Forms filled well and filled badly.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::assess::Grade;
use crate::assess::work::samples::{codes, judged, model, read, typical};
use crate::assess::work::{Place, Said};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Exercise, Work};

const SHEET: &str = r#"
engine = "form"
rules = [
  { code = "E02", field = "slug", check = "pattern", regex = "[0-9]{4}-[A-Z]+(-[A-Z]+)*/[A-Z0-9-]*", message = "m", advice = "a" },
  { code = "E02", field = "slug", check = "same_start", other = "item", message = "m", advice = "a" },
  { code = "E05", field = "filmed", check = "at_most", other = "sent", message = "m", advice = "a" },
  { code = "W05", field = "filmed", check = "younger", other = "sent", hours = 48, severity = "warning", message = "m", advice = "a" },
  { code = "E06", field = "duration", check = "sum", rows = "shots", near = 1, message = "sum {have}", advice = "a" },
  { code = "E06", field = "duration", check = "between", low = 30, high = 240, message = "m", advice = "a" },
  { code = "E09", field = "line", check = "restrictions", message = "{found}", advice = "a" },
  { code = "E14", field = "consent", check = "filled", when = "minors=yes", critical = true, message = "m", advice = "a" },
  { code = "E18", field = "warnings", check = "key", key = ["FLASH"], message = "m", advice = "a" },
  { code = "S1", field = "shots", check = "shots_numbered", message = "m", advice = "a" },
  { code = "S2", field = "shots", check = "shots_joined", message = "m", advice = "a" },
  { code = "S3", field = "shots", check = "shots_forward", message = "m", advice = "a" },
  { code = "S4", field = "shots", check = "shots_start", message = "m", advice = "a" },
  { code = "S6", field = "shots", check = "shots_least", seconds = 3, severity = "warning", message = "m", advice = "a" },
  { code = "S9", field = "shots.text", check = "soundbites", message = "{found}", advice = "a" },
  { code = "S10", field = "shots", check = "shots_vague", find = ["various"], seconds = 10, severity = "warning", message = "m", advice = "a" },
]
[[fields]]
id = "item"
label = "Item no"
kind = "text"
need = true
code = "E01"
[[fields]]
id = "slug"
label = "Slug"
kind = "text"
need = true
code = "E02"
[[fields]]
id = "filmed"
label = "Filmed"
kind = "date"
need = true
code = "E05"
[[fields]]
id = "sent"
label = "Sent"
kind = "datetime"
east = 180
code = "E10"
[[fields]]
id = "duration"
label = "Duration"
kind = "duration"
need = true
code = "E06"
[[fields]]
id = "line"
label = "Restrictions"
kind = "text"
need = true
code = "E09"
[[fields]]
id = "minors"
label = "Minors"
kind = "choice"
options = [{ id = "yes", text = "Yes" }, { id = "no", text = "No" }]
[[fields]]
id = "consent"
label = "Consent"
kind = "text"
code = "E14"
[[fields]]
id = "warnings"
label = "Warnings"
kind = "choices"
options = [{ id = "FLASH", text = "Flashes" }, { id = "GRAPHIC", text = "Graphic" }]
[[fields]]
id = "shots"
label = "Shots"
kind = "rows"
rows = [1, 40]
need = true
code = "E12"
columns = [
  { id = "no", label = "No", kind = "number", need = true, code = "S1" },
  { id = "in", label = "In", kind = "timecode", need = true, code = "S2" },
  { id = "out", label = "Out", kind = "timecode", need = true, code = "S3" },
  { id = "text", label = "Shot", kind = "text", code = "S9" },
]
[model.fields]
item = "2104"
slug = "2104-SANVILA-FLOOD/KOLOMBE-BRIDGE"
filmed = "2027-03-16"
sent = "2027-03-16T15:30Z"
duration = "00:30"
line = "NONE"
minors = "no"
warnings = ["FLASH"]
shots = [
  ["1", "00:00:00:00", "00:00:20:00", "Wide of bridge"],
  ["2", "00:00:20:00", "00:00:30:10", "SOUNDBITE (French) Paul Oreni, civil protection officer: \"The bridge will stay closed.\""],
]
[typical]
expect = ["E02", "E06", "E09", "E14", "S9"]
[typical.fields]
item = "2105"
slug = "2104-SANVILA-FLOOD/KOLOMBE-BRIDGE"
filmed = "2027-03-17"
sent = "2027-03-16T15:30Z"
duration = "01:30"
line = "TV only"
minors = "yes"
shots = [
  ["1", "00:00:00:12", "00:00:02:00", "Various"],
  ["3", "00:00:04:00", "00:00:30:27", "SOUNDBITE (French) Paul Oreni: \"Closed.\""],
]
"#;

#[test]
fn the_model_sheet_has_no_finding() {
    let best = model(&read(SHEET));
    assert_eq!(codes(&best.findings), [] as [&str; 0], "{best:#?}");
    assert!(best.passed && best.grade.is_full());
}

#[test]
fn every_fault_of_the_typical_sheet_is_told_at_its_place() {
    let typical = typical(&read(SHEET));
    let wanted = ["S3", "E02", "E05", "E06", "E09", "E14", "S1", "S2", "S3", "S4", "S6", "S9"];
    assert_eq!(codes(&typical.findings), wanted);
    assert!(!typical.passed);
    let sum = typical.findings.iter().find(|finding| finding.code == "E06").unwrap();
    assert_eq!(sum.message, Said::Course("sum 00:01".to_owned()));
    let frame = &typical.findings[0];
    assert!(matches!(&frame.place, Place::Field(at, Some(1)) if at.column.as_ref().unwrap().as_str() == "out"));
    assert_eq!(frame.message, Said::Own("finding-timecode", Vec::new()));
}

#[test]
fn what_tells_the_answer_waits_until_the_work_is_handed_in() {
    let exercise = read(GRID);
    let work = &exercise.typical.as_ref().unwrap().work;
    let live = crate::assess::work::findings(&exercise, work, crate::assess::work::Circumstances::default());
    assert_eq!(codes(&live), ["CONTACT", "PRODUCT", "LEFT", "KINDS"]);
}

#[test]
fn a_needed_field_that_is_empty_is_told_once() {
    let empty = judged(&read(SHEET), &Work::Form { fields: BTreeMap::new() });
    assert_eq!(codes(&empty.findings), ["E01", "E02", "E05", "E06", "E09", "E12"]);
    assert!(empty.grade < Grade::new(5_000) && !empty.passed);
}

const GRID: &str = r#"
engine = "form"
rules = [
  { code = "CONTACT", field = "contact", check = "not_in", other = "crew", message = "m", advice = "a" },
  { code = "PRODUCT", field = "hazards.score", check = "product", of = ["likely", "severe"], message = "{want}", advice = "a" },
  { code = "LEFT", field = "hazards.left", check = "at_most", other = "hazards.score", message = "m", advice = "a" },
  { code = "ROWS", field = "hazards", check = "least_rows", least = 2, message = "{have}", advice = "a" },
  { code = "KEYS", field = "hazards.likely", check = "row_keys", key = ["4", "*"], near = 1, message = "m", advice = "a" },
  { code = "KINDS", field = "hazards.severe", check = "distinct", least = 2, message = "{have}", advice = "a" },
]
[[fields]]
id = "crew"
label = "Crew"
kind = "long"
[[fields]]
id = "contact"
label = "Contact"
kind = "text"
[[fields]]
id = "hazards"
label = "Hazards"
kind = "rows"
rows = [1, 9]
given_rows = [["Moving water", "", "", "", ""], ["Night road", "", "", "", ""]]
columns = [
  { id = "hazard", label = "Hazard", kind = "text", locked = true },
  { id = "likely", label = "L", kind = "number" },
  { id = "severe", label = "S", kind = "number" },
  { id = "score", label = "Score", kind = "number" },
  { id = "left", label = "Left", kind = "number" },
]
[model.fields]
crew = "Awa, Tesfa"
contact = "Duty editor"
hazards = [["Moving water", "4", "4", "16", "8"], ["Night road", "2", "3", "6", "6"]]
[typical]
expect = ["PRODUCT", "LEFT"]
[typical.fields]
crew = "Awa, Tesfa"
contact = "Call Tesfa first"
hazards = [["Moving water", "2", "4", "16", "20"], ["Night road", "3", "4", "12", "1"]]
"#;

#[test]
fn columns_are_held_against_each_other() {
    let exercise = read(GRID);
    assert_eq!(codes(&model(&exercise).findings), [] as [&str; 0]);
    assert_eq!(codes(&typical(&exercise).findings), ["CONTACT", "PRODUCT", "LEFT", "KEYS", "KINDS"]);
}

fn entry() -> impl Strategy<Value = Entry> {
    let cell = || prop_oneof![".{0,12}", "[0-9:,.-]{0,12}", Just("00:00:08:00".to_owned())];
    let row = prop::collection::vec(cell(), 0..7);
    prop_oneof![
        cell().prop_map(Entry::One),
        prop::collection::vec(cell(), 0..4).prop_map(Entry::Several),
        prop::collection::vec(row, 0..6).prop_map(Entry::Rows),
    ]
}

fn odd_work(exercise: &Exercise) -> impl Strategy<Value = Work> + use<> {
    let crate::course::exercise::Engine::Form(form) = &exercise.engine else { panic!("a form") };
    let ids: Vec<String> = form.fields.iter().map(|field| field.id.to_string()).chain(["nobody".to_owned()]).collect();
    prop::collection::btree_map(prop::sample::select(ids), entry(), 0..8).prop_map(|fields| Work::Form { fields })
}

proptest! {
    #[test]
    fn no_form_however_odd_breaks_the_judge(
        sheet in odd_work(&read(SHEET)),
        grid in odd_work(&read(GRID)),
    ) {
        for (body, work) in [(SHEET, sheet), (GRID, grid)] {
            prop_assert!(judged(&read(body), &work).grade <= Grade::FULL);
        }
    }
}
