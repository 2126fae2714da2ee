//! Cards laid well and laid badly.

use std::collections::BTreeMap;

use crate::assess::work::samples::{codes, judged, model, part, read, typical};
use crate::course::exercise::{Exercise, Part, Work};

const SEQUENCE: &str = r#"
engine = "arrange"
choose = [3, 4]
cards = [
  { id = "hands", text = "Hands", tags = ["detail"], with = { size = "close", way = "left", at = 1, seconds = 8 } },
  { id = "face", text = "Face", tags = ["face"], with = { size = "medium", way = "none", at = 2, seconds = 9 } },
  { id = "roof", text = "Roof", tags = ["wide"], with = { size = "wide", way = "right", at = 3, seconds = 10 } },
  { id = "again", text = "Asked to do it again", tags = ["staged"], with = { size = "wide", way = "right", at = 4, seconds = 8 } },
]
[[rules]]
code = "COUNT"
check = "count"
message = "{have} cards"
advice = "a"
[[rules]]
code = "LENGTH"
check = "total"
of = "seconds"
min = 25
max = 40
message = "{have} seconds"
advice = "a"
[[rules]]
code = "FACE"
check = "has"
tag = "face"
message = "m"
advice = "a"
[[rules]]
code = "STAGED"
check = "none"
tag = "staged"
critical = true
message = "m"
advice = "a"
[[rules]]
code = "JUMP"
check = "differ"
of = ["size"]
message = "m"
advice = "a"
[[rules]]
code = "AXIS"
check = "direction"
of = "way"
message = "m"
advice = "a"
[[rules]]
code = "TIME"
check = "rising"
of = "at"
message = "m"
advice = "a"
[model]
cards = ["hands", "face", "roof"]
[typical]
expect = ["STAGED", "JUMP"]
cards = ["hands", "roof", "again"]
"#;

fn laid(exercise: &Exercise, cards: &[&str]) -> Vec<String> {
    let cards = cards.iter().map(|card| (*card).to_owned()).collect();
    let work = Work::Arrange { cards, labels: BTreeMap::new(), captions: BTreeMap::new() };
    codes(&judged(exercise, &work).findings).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_model_keeps_every_rule_and_a_staged_card_fails_the_whole() {
    let exercise = read(SEQUENCE);
    assert!(model(&exercise).passed && model(&exercise).findings.is_empty());
    let typical = typical(&exercise);
    assert!(!typical.passed);
    assert_eq!(codes(&typical.findings), ["FACE", "STAGED", "JUMP", "AXIS"]);
}

#[test]
fn each_rule_is_broken_by_what_it_is_about() {
    let exercise = read(SEQUENCE);
    assert_eq!(laid(&exercise, &["hands", "face"]), ["COUNT", "LENGTH"]);
    assert_eq!(laid(&exercise, &["face", "hands", "roof"]), ["AXIS", "TIME"]);
    assert_eq!(laid(&exercise, &["hands", "hands", "nobody", "face", "roof"]), [] as [&str; 0], "once, and known ones");
}

#[test]
fn no_card_at_all_is_worth_nothing() {
    let exercise = read(SEQUENCE);
    let work = Work::Arrange { cards: Vec::new(), labels: BTreeMap::new(), captions: BTreeMap::new() };
    assert_eq!(part(&judged(&exercise, &work), Part::Rules).number(), 0);
}

const BULLETIN: &str = r#"
engine = "arrange"
choose = [2, 3]
weights = { rules = 50, labels = 50 }
cards = [
  { id = "own", text = "Bridge", with = { from = "Lagune TV", label = "own", mb = 300, by = 400 } },
  { id = "rail", text = "Rail line", with = { from = "TMV", label = "handout", mb = 300, by = 900 } },
  { id = "court", text = "Court", with = { from = "TMV", label = "exchange", mb = 200 } },
]
[labels]
key = "label"
code = "LABEL"
message = "want {want}"
advice = "a"
options = [{ id = "own", text = "Own" }, { id = "handout", text = "Handout" }, { id = "exchange", text = "Exchange" }]
[captions]
count = 1
[[captions.rules]]
code = "LONG"
check = "lines"
max = 2
width = 10
message = "m"
advice = "a"
[[rules]]
code = "SOURCES"
check = "share"
of = "from"
most = 60
message = "{found} has {have} %"
advice = "a"
[[rules]]
code = "LINE"
check = "running"
of = "mb"
by = "by"
max = 700
message = "{have}"
advice = "a"
[[rules]]
code = "FIRST"
check = "before"
first = "own"
then = "rail"
message = "m"
advice = "a"
[[rules]]
code = "SOURCE"
check = "caption_has"
find = ["lagune tv"]
message = "m"
advice = "a"
[model]
cards = ["own", "rail"]
labels = { own = "own", rail = "handout" }
captions = { own = "Lagune TV" }
[typical]
expect = ["SOURCES", "LABEL"]
cards = ["rail", "court"]
labels = { rail = "own", court = "exchange" }
captions = { rail = "a very long caption" }
"#;

#[test]
fn labels_captions_and_sums_along_the_way_are_judged() {
    let exercise = read(BULLETIN);
    let best = model(&exercise);
    assert!(best.findings.is_empty() && best.grade.is_full(), "{best:#?}");
    let typical = typical(&exercise);
    assert_eq!(codes(&typical.findings), ["SOURCES", "SOURCE", "LONG", "LABEL"]);
    assert_eq!(part(&typical, Part::Labels).number(), 5_000);
    assert_eq!(laid(&exercise, &["rail", "own"]), ["LINE", "FIRST", "SOURCE", "CAPTIONS", "LABEL", "LABEL"]);
}
