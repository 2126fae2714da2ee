//! What holds for all formats together.

use super::*;
use fixture::report;

pub(in crate::report) mod agree;
mod hostile;
mod schema;

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// What a format says: the file itself, or of a PDF what stands in it.
fn said(report: &Report, format: Format) -> String {
    let bytes = report.write(format);
    #[cfg(feature = "pdf")]
    if format == Format::Pdf {
        return pdf::reader::text(&bytes);
    }
    text(bytes)
}

#[test]
fn a_report_in_text() {
    let report = report("en", "Awa Diop");
    insta::assert_snapshot!(text(report.write(Format::Text)));
}

#[test]
fn a_report_in_markdown() {
    let report = report("en", "Awa *Diop* | <b>");
    insta::assert_snapshot!(text(report.write(Format::Markdown)));
}

#[test]
fn a_report_in_html() {
    let report = report("en", "Awa <Diop> & \"co\"");
    insta::assert_snapshot!(text(report.write(Format::Html)));
}

#[test]
fn a_report_in_csv() {
    let report = report("fr", "Awa \"Diop\"");
    insta::assert_snapshot!(text(report.write(Format::Csv(Delimiter::Semicolon))));
}

#[test]
fn a_report_in_json() {
    let report = report("en", "Awa \"Diop\"");
    insta::assert_snapshot!(text(report.write(Format::Json)));
}

#[test]
fn no_line_of_text_is_wider_than_78_cells() {
    for name in ["Awa", "漢字漢字漢字", &"word ".repeat(60), &"x".repeat(300)] {
        for line in text(report("en", name).write(Format::Text)).lines() {
            assert!(crate::text::width(line) <= 78, "{line}");
        }
    }
}

#[test]
fn a_file_is_named_after_the_learner_and_the_day() {
    assert_eq!(report("en", "Awa Diop").file_name(Format::Html), "rundown-awa-diop-2027-03-16.html");
}
