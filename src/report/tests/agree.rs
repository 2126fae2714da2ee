//! The same figures come out of every format.

use super::*;

/// Every number that people and programs both read, in order: figures with what they are part of, then rows.
fn expected(report: &Report) -> Vec<u64> {
    let figures = report.figures.iter().flat_map(|f| [number(&f.cell.value), f.of]);
    let cells = |table: &Table| -> Vec<Option<u64>> {
        let numbers = |row: &Vec<Cell>| row.iter().map(|cell| number(&cell.value)).collect::<Vec<_>>();
        table.rows.iter().flat_map(numbers).collect()
    };
    figures.chain(report.tables.iter().flat_map(cells)).flatten().collect()
}

fn number(value: &Value) -> Option<u64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}

/// The whole numbers in a text, without those in times.
fn numbers(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || "-:TZ".contains(c)));
    words.filter_map(|word| word.parse().ok()).collect()
}

fn in_csv(bytes: &[u8]) -> Vec<u64> {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(body);
    let head = reader.headers().unwrap().clone();
    let is_number = |name: &str| ["value", "of", "attempts", "best"].contains(&name);
    let row = |row: ::csv::StringRecord| -> Vec<u64> {
        head.iter().zip(row.iter()).filter(|(name, _)| is_number(name)).filter_map(|(_, v)| v.parse().ok()).collect()
    };
    reader.records().flat_map(|record| row(record.unwrap())).collect()
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

#[test]
fn all_formats_agree_to_the_digit() {
    let report = report("fr", "Awa");
    let bytes = |format| report.write(format);
    let after_summary = |format| {
        let whole = text(bytes(format));
        let (_, rest) = whole.split_once("Summary").unwrap();
        numbers(rest)
    };
    let expected = expected(&report);
    assert_eq!(expected, [3, 6, 1274, 417, 92, 23]);
    assert_eq!(after_summary(Format::Text), expected);
    assert_eq!(after_summary(Format::Markdown), expected);
    assert_eq!(in_html(&bytes(Format::Html)), expected);
    assert_eq!(in_csv(&bytes(Format::Csv(Delimiter::Semicolon))), expected);
    assert_eq!(in_json(&report, &bytes(Format::Json)), expected);
}
