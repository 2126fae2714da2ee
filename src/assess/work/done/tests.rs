//! How much is there of works that are begun, finished, or of another engine.

use super::*;
use crate::assess::work::samples::{codes, judged, part, read};
use crate::assess::work::{Circumstances, findings};
use crate::course::exercise::Part;

const FORM: &str = r#"
engine = "form"
[[fields]]
id = "slug"
kind = "text"
label = "Slug"
need = true
[[fields]]
id = "note"
kind = "text"
label = "Note"
[[fields]]
id = "sources"
kind = "rows"
label = "Sources"
code = "TABLE"
rows = [2, 4]
need = true
given_rows = [["one", ""], ["two", ""], ["three", ""]]
  [[fields.columns]]
  id = "name"
  kind = "text"
  label = "Name"
  locked = true
  [[fields.columns]]
  id = "grade"
  kind = "text"
  label = "Grade"
  need = true
  code = "CELL"
[[rules]]
field = "sources.grade"
code = "GRADE"
check = "row_keys"
key = ["A", "B", "C"]
message = "The answer is another one."
advice = "a"
[[rules]]
field = "note"
code = "NOTE"
check = "lacks"
find = ["hero"]
message = "m"
advice = "a"
[model.fields]
slug = "FLOOD"
note = "calm"
sources = [["one", "A"], ["two", "B"], ["three", "C"]]
[typical]
expect = ["GRADE"]
[typical.fields]
slug = "FLOOD"
sources = [["one", "B"], ["two", "B"], ["three", "C"]]
"#;

const SHOTS: &str = r#"
engine = "arrange"
choose = [3, 4]
cards = [
  { id = "a", text = "A" }, { id = "b", text = "B" }, { id = "c", text = "C" }, { id = "z", text = "Z", tags = ["bad"] },
]
[[rules]]
code = "COUNT"
check = "count"
message = "m"
advice = "a"
[[rules]]
code = "BAD"
check = "none"
tag = "bad"
points = 3
message = "m"
advice = "a"
[model]
cards = ["a", "b", "c"]
[typical]
expect = ["BAD"]
cards = ["a", "b", "z"]
"#;

const CASE: &str = r#"
engine = "case"
budget = 30
tools = [
  { id = "flip", text = "Flip", cost = 2, result = "2021", strength = "strong" },
  { id = "detector", text = "Detect", cost = 3, result = "61 %", strength = "misleading" },
]
reasons = { least = 1 }
[[conclusions]]
id = "verdict"
text = "Verdict"
key = "false"
options = [{ id = "false", text = "False", feedback = "yes" }, { id = "true", text = "True", feedback = "no" }]
[[steps]]
code = "UNUSED"
check = "unused"
tool = "detector"
message = "m"
advice = "a"
[model]
used = ["flip"]
cited = ["flip"]
concluded = { verdict = "false" }
[typical]
expect = ["CONCLUSION"]
used = ["detector"]
cited = ["detector"]
concluded = { verdict = "true" }
"#;

fn cards(ids: &[&str]) -> Work {
    let cards = ids.iter().map(|id| (*id).to_owned()).collect();
    Work::Arrange { cards, labels: BTreeMap::new(), captions: BTreeMap::new() }
}

#[test]
fn needed_fields_and_cells_are_counted_and_no_others() {
    let exercise = read(FORM);
    let at_start = done(&exercise, &start(&exercise));
    assert_eq!((at_start.piece, at_start.have, at_start.of), (Piece::Fields, 0, 4));
    assert!(done(&exercise, exercise.model.as_ref().unwrap()).is_whole());
    assert_eq!(done(&exercise, &cards(&[])), at_start, "work of another engine is none");
}

#[test]
fn empty_cells_of_a_table_are_one_finding_after_all_others_and_no_rule_repeats_them() {
    let exercise = read(FORM);
    let mut work = start(&exercise);
    if let Work::Form { fields } = &mut work {
        fields.insert("slug".into(), crate::course::exercise::work::Entry::One("FLOOD".into()));
        let rows = [["one", "C"], ["two", ""], ["three", ""]].map(|row| row.map(str::to_owned).to_vec());
        fields.insert("sources".into(), crate::course::exercise::work::Entry::Rows(rows.to_vec()));
    }
    let found = judged(&exercise, &work).findings;
    assert_eq!(codes(&found), ["GRADE", "TABLE"], "{found:#?}");
    let live = findings(&exercise, &work, Circumstances::default());
    assert_eq!(codes(&live), ["CELL", "CELL"], "while one works each empty cell has its own sign");
}

#[test]
fn rules_that_only_forbid_give_nothing_for_cards_that_are_not_there() {
    let exercise = read(SHOTS);
    let rules = |ids: &[&str]| part(&judged(&exercise, &cards(ids)), Part::Rules).number();
    assert_eq!([rules(&[]), rules(&["a"]), rules(&["a", "b"])], [0, 2_499, 4_999]);
    assert_eq!(rules(&["a", "b", "c"]), 10_000);
}

#[test]
fn the_clock_and_the_order_of_a_case_count_once_something_was_concluded() {
    let exercise = read(CASE);
    let case = |concluded: &[(&str, &str)]| Work::Case {
        used: vec!["flip".into()],
        cited: Vec::new(),
        concluded: concluded.iter().map(|(id, key)| ((*id).to_owned(), (*key).to_owned())).collect(),
        notes: String::new(),
    };
    for (work, grade) in [(case(&[]), 0), (case(&[("verdict", "true")]), 10_000)] {
        let judged = judged(&exercise, &work);
        assert_eq!([Part::Time, Part::Order].map(|of| part(&judged, of).number()), [grade, grade]);
    }
}
