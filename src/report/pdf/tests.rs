//! What is in a PDF, as a reader of the file finds it.

use super::*;
use crate::report::fixture::report;
use crate::report::{Cell, Clean};

mod certificate;
mod setting;

const NAMES: [&str; 6] =
    ["Ñandú Ọláwálé", "Γιώργος Παπαδόπουλος", "Юлия Щербакова", "محمد الأمين", "አበበ ቢቂላ", "Ọ́ṣun ɓaɗe Ẹ̀kọ́"];

#[test]
fn the_same_report_is_the_same_bytes() {
    let report = report("en", "Awa محمد 中村");
    assert_eq!(write(&report), write(&report));
}

#[test]
fn names_are_read_back_letter_by_letter() {
    for name in NAMES {
        let text = reader::text(&write(&report("en", name)));
        assert!(text.lines().any(|line| line == format!("Report {name}")), "{name} in {text}");
        assert!(text.lines().any(|line| line == name), "{name} in {text}");
    }
}

#[test]
fn a_letter_that_no_font_has_is_drawn_as_its_number_and_read_as_itself() {
    let name = "中村 Awa";
    let missing = write(&report("en", name));
    let text = reader::text(&missing);
    assert!(text.lines().any(|line| line == name), "{text}");
    assert!(reader::seen(&missing).contains("[U+4E2D][U+6751] Awa"), "{text}");
    assert!(text.contains("could not be drawn"));
    assert!(!reader::text(&write(&report("en", "Awa"))).contains("could not be drawn"));
}

/// A report whose first table has so many rows.
fn long(rows: usize) -> Report {
    let mut report = report("en", "Awa");
    let table = report.tables.first_mut().unwrap();
    let row = table.rows.first().cloned().unwrap();
    table.rows = (0..rows).map(|at| [vec![Cell::text(&format!("row-{at}"))], row[1..].to_vec()].concat()).collect();
    report
}

#[test]
fn a_table_goes_on_overleaf_and_its_head_is_read_once() {
    let pdf = write(&long(120));
    let (text, seen) = (reader::text(&pdf), reader::seen(&pdf));
    for at in 0..120 {
        assert_eq!(text.lines().filter(|line| *line == format!("row-{at}")).count(), 1);
    }
    let heads = |text: &str| text.lines().filter(|line| *line == "attempts Awa").count();
    assert_eq!(heads(&text), 1);
    assert!(heads(&seen) > 2, "{seen}");
    assert!(seen.contains("2 / 3") || seen.contains("2 / 4") || seen.contains("2 / 5"), "{seen}");
    assert!(!text.contains("2 / 4"));
}

#[test]
fn a_row_that_is_longer_than_a_page_loses_nothing() {
    let mut report = long(1);
    let words: Vec<String> = (0..3000).map(|at| format!("word{at}")).collect();
    report.tables[0].rows[0][0] = Cell::text(&words.join(" "));
    let text = reader::text(&write(&report)).replace('\n', " ");
    assert!(words.iter().all(|word| text.contains(&format!("{word} "))));
}

#[test]
fn the_file_says_what_is_a_heading_a_table_a_picture() {
    let objects = reader::objects(&write(&report("fr", "Awa")));
    for part in [
        "/Lang(fr)",
        "/Marked true",
        "/DisplayDocTitle true",
        "/StructTreeRoot",
        "/S/H1",
        "/S/H2",
        "/S/Table",
        "/S/TR",
        "/Scope/Column",
        "/Scope/Row",
        "/S/TD",
        "/S/LI",
        "/S/Figure",
        "/Alt(",
        "/Tabs/S",
    ] {
        assert!(objects.contains(part), "{part} in {objects}");
    }
}

#[test]
fn only_fonts_that_are_used_are_in_the_file_and_only_in_part() {
    let objects = |name| reader::objects(&write(&report("en", name)));
    let latin = objects("Awa");
    assert!(latin.contains("RUNDWA+NotoSans-Regular") && latin.contains("RUNDWB+NotoSans-Bold"), "{latin}");
    assert!(!latin.contains("Arabic") && !latin.contains("Ethiopic"));
    assert!(objects("محمد").contains("RUNDWC+NotoSansArabic-Regular"));
    assert!(write(&report("en", "Awa")).len() < 40_000);
}

#[test]
fn a_name_of_any_length_fits_somehow() {
    for name in ["x".repeat(200), "Awa Diop ".repeat(25), "中".repeat(60), "محمد".repeat(50), "👩‍🌾".repeat(20)]
    {
        let pdf = write(&report("en", &name));
        let read = reader::text(&pdf).replace(['\n', ' '], "");
        assert!(read.contains(&Clean::new(&name).as_str().replace(' ', "")), "{name}");
    }
}

#[test]
fn every_font_opens_and_has_what_it_is_there_for() {
    let sure = ["Añ Ωя", "Añ Ωя", "محمد پچگ ٹڈں", "አበበ", "✓✗→◐"];
    for (face, letters) in face::Face::ALL.into_iter().zip(sure) {
        let font = typeface::Typeface::open(face).unwrap();
        assert!(font.has(letters) || font.has(&letters.replace(' ', "")), "{face:?}");
    }
}
