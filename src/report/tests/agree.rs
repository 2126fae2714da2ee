//! The same figures come out of every format.

use super::*;
use crate::report::chart::{Chart, Points};

/// Every number that programs read, in order: figures with what they are part of, then rows.
fn expected(report: &Report) -> Vec<u64> {
    let figures = report.figures.iter().flat_map(|f| [number(&f.cell.value), f.of]);
    let cells = |table: &Table| -> Vec<Option<u64>> {
        let numbers = |row: &Vec<Cell>| row.iter().map(|cell| number(&cell.value)).collect::<Vec<_>>();
        table.rows.iter().flat_map(numbers).collect()
    };
    figures.chain(report.tables.iter().flat_map(cells)).flatten().collect()
}

/// Every number that people read after the heading, smallest first.
fn shown(report: &Report) -> Vec<u64> {
    let mut all: Vec<String> = report.figures.iter().map(|f| format!("{} {}", f.label, f.shown())).collect();
    for table in report.tables_with_rows() {
        all.push(table.title.to_string());
        all.extend(table.headings().iter().map(|heading| heading.label.to_string()));
        all.extend(table.shown_rows().flatten().map(ToString::to_string));
    }
    all.extend(report.notes.iter().map(ToString::to_string));
    sorted(numbers(&all.join("\n")))
}

/// Every number that people read in charts: of what is drawn, and of what says it in words.
fn drawn(report: &Report) -> Vec<u64> {
    numbers(&report.charts_with_points().flat_map(words_of).collect::<Vec<_>>().join("\n"))
}

fn words_of(chart: &Chart) -> Vec<String> {
    let Chart { title, about, filled, hollow, points, .. } = chart;
    let mut words = [title, about, filled, hollow].map(ToString::to_string).to_vec();
    match points {
        Points::Bars { bars, first, pass } => {
            words.push(first.to_string());
            words.extend(pass.iter().map(|(name, at)| format!("{name} {}", at.shown)));
            for bar in bars {
                words.push(format!("{} {}", bar.label, bar.value.shown));
                let mark = bar.value.percents().map(|_| format!("{first} {}", bar.first.shown));
                words.extend(mark);
            }
        }
        Points::Shares(shares) => {
            words.extend(shares.iter().map(|share| format!("{} {}", share.label, share.shown())));
        }
        Points::Moments(moments) => {
            words.extend([title, about].map(ToString::to_string));
            words.push("100 50 0".to_owned());
            words.extend(moments.iter().map(|moment| format!("{} {}", moment.label, moment.value.shown)));
        }
    }
    words
}

/// Every number that people read around a chart, without those in the picture.
#[cfg(feature = "pdf")]
fn told(report: &Report) -> Vec<u64> {
    let told = |chart: &chart::Chart| {
        let mut words = [&chart.title, &chart.about, &chart.filled, &chart.hollow].map(ToString::to_string).to_vec();
        if let chart::Points::Bars { first, pass, .. } = &chart.points {
            words.push(first.to_string());
            words.extend(pass.iter().map(|(name, at)| format!("{name} {}", at.shown)));
        }
        words.join("\n")
    };
    numbers(&report.charts_with_points().map(told).collect::<Vec<_>>().join("\n"))
}

fn sorted(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.sort_unstable();
    numbers
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => Some(*number),
        // What is under nothing is read as it is written: with its sign, and so as no number here.
        Value::Signed(number) => u64::try_from(*number).ok(),
        Value::Nothing | Value::Bool(_) | Value::Text(_) => None,
    }
}

/// The whole numbers in a text, without those in times.
fn numbers(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || "-:TZ".contains(c)));
    words.filter_map(|word| word.parse().ok()).collect()
}

fn in_csv(report: &Report, bytes: &[u8]) -> Vec<u64> {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(body);
    let head = reader.headers().unwrap().clone();
    let mut rows = reader.records().map(|row| row.unwrap());
    let cell = |row: &::csv::StringRecord, key: &str| -> Option<u64> {
        row.get(head.iter().position(|name| name == key).unwrap()).unwrap().parse().ok()
    };
    let mut found = Vec::new();
    for figure in &report.figures {
        let row = rows.next().unwrap();
        let of_figure = [cell(&row, "value"), cell(&row, "of")];
        found.extend(of_figure.into_iter().flatten());
        assert_eq!(row.get(head.iter().position(|name| name == "figure").unwrap()), Some(figure.key));
    }
    for table in &report.tables {
        let columns = table.layout.columns.iter().filter(|column| matches!(column.form, Form::Number | Form::Signed));
        let keys: Vec<&str> = columns.map(|column| column.key).collect();
        for row in rows.by_ref().take(table.rows.len()) {
            assert_eq!(row.get(0), Some(table.layout.row));
            found.extend(keys.iter().filter_map(|key| cell(&row, key)));
        }
    }
    assert!(rows.next().is_none());
    found
}

fn in_json(report: &Report, bytes: &[u8]) -> Vec<u64> {
    let file: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let figure = |f: &Figure| ["value", "of"].map(|field| file["figures"][f.key][field].as_u64());
    let table = |t: &Table| -> Vec<Option<u64>> {
        let rows = file["tables"][t.layout.key]["rows"].as_array().unwrap();
        rows.iter().flat_map(|row| t.layout.columns.iter().map(|c| row[c.key].as_u64())).collect()
    };
    report.figures.iter().flat_map(figure).chain(report.tables.iter().flat_map(table)).flatten().collect()
}

fn in_html(bytes: &[u8]) -> Vec<u64> {
    let mut text = String::new();
    let mut is_inside = false;
    for token in html5gum::Tokenizer::new(bytes) {
        let token = token.unwrap();
        text.push(' ');
        is_inside |= matches!(&token, html5gum::Token::StartTag(tag) if tag.name.0 == b"section");
        if let (html5gum::Token::String(words), true) = (token, is_inside) {
            text += &String::from_utf8_lossy(&words.value.0);
        }
    }
    numbers(&text)
}

pub(in crate::report) fn assert_agreement(report: &Report) {
    let bytes = |format| report.write(format);
    let after_summary = |format| {
        let whole = said(report, format);
        let (_, rest) = whole.split_once(report.summary.as_str()).unwrap();
        sorted(numbers(rest))
    };
    let people = shown(report);
    assert_eq!(after_summary(Format::Text), people);
    assert_eq!(after_summary(Format::Markdown), people);
    #[cfg(feature = "pdf")]
    assert_eq!(after_summary(Format::Pdf), sorted([people.clone(), told(report)].concat()));
    assert_eq!(sorted(in_html(&bytes(Format::Html))), sorted([people, drawn(report)].concat()));
    let programs = expected(report);
    assert_eq!(in_csv(report, &bytes(Format::Csv(Delimiter::Semicolon))), programs);
    assert_eq!(in_json(report, &bytes(Format::Json)), programs);
}

#[test]
fn all_formats_agree_to_the_digit() {
    let report = report("fr", "Awa");
    assert_eq!(expected(&report), [3, 6, 1274, 417, 92, 23]);
    assert_eq!(shown(&report), [3, 6, 23, 92, 417, 1274]);
    assert_agreement(&report);
}

#[test]
fn all_formats_of_a_learners_report_agree_to_the_digit() {
    for lang in ["en", "fr"] {
        assert_agreement(&learner::tests::sample(lang, ""));
    }
}

#[test]
fn people_and_programs_read_the_same_number_in_every_cell() {
    for table in learner::tests::sample("fr", "").tables {
        for cell in table.rows.iter().flatten() {
            if let Some(number) = number(&cell.value) {
                assert_eq!(numbers(cell.shown.as_str()), [number]);
            }
        }
    }
}
