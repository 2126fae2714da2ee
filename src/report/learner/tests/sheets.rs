//! One sort of row alone, as a spreadsheet reads it.

use super::*;
use crate::report::{Delimiter, Sheet};

type Rows = Vec<BTreeMap<String, String>>;

fn rows(report: &Report, sheet: Sheet) -> Rows {
    let bytes = report.write_sheet(sheet, Delimiter::Comma);
    let mut reader = ::csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn cells<'a>(rows: &'a Rows, key: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[key].as_str()).collect()
}

#[test]
fn each_row_of_a_sheet_says_whose_it_is_and_of_which_version() {
    let report = sample("fr", "");
    for (sheet, count) in [(Sheet::Lessons, 2), (Sheet::Questions, 9), (Sheet::Attempts, 5)] {
        let rows = rows(&report, sheet);
        assert_eq!(rows.len(), count, "{sheet:?}");
        for row in &rows {
            let own = ["learner", "station", "course", "course_version"].map(|key| row[key].as_str());
            assert_eq!(own, ["Awa Diop", "Lagune TV", "Newsroom exchange", "2026.11"]);
            assert!(row["made_at"].ends_with('Z') && !row.contains_key("figure"), "{row:?}");
        }
    }
}

#[test]
fn the_sheet_of_questions_has_first_best_and_last() {
    let rows = rows(&sample("en", ""), Sheet::Questions);
    let single = rows.iter().find(|row| row["question"] == "single").unwrap();
    let keys = ["question_kind", "critical", "answers", "first", "best", "last", "right", "confident", "seconds"];
    assert_eq!(keys.map(|key| single[key].as_str()), ["single", "yes", "2", "0", "100", "100", "yes", "", "3"]);
    assert!(single["first_at"] < single["last_at"] && single["last_at"].ends_with('Z'), "{single:?}");
    assert_eq!(single["key_hash"].len(), 16);
}

#[test]
fn the_sheet_of_attempts_has_quizzes_and_desk_work() {
    let rows = rows(&sample("en", ""), Sheet::Attempts);
    assert_eq!(cells(&rows, "kind"), ["attempt", "attempt", "work_attempt", "work_attempt", "work_attempt"]);
    assert_eq!(cells(&rows, "grade"), ["77", "100", "41", "89", "100"]);
    assert_eq!(cells(&rows, "attempt"), ["1", "2", "1", "2", "1"]);
    assert_eq!(cells(&rows, "seconds"), ["13", "13", "600", "600", "600"]);
    assert!(cells(&rows, "finished_at").iter().all(|at| at.ends_with('Z')));
}
