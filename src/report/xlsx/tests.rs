//! What a workbook holds; `tests/outside/sheets.sh` has another program open one.

use super::super::fixture::report;
use super::*;

/// The parts of an archive whose parts are stored, by their names: read by what the format says and not by our writer.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, size: usize| bytes[at..at + size].iter().rev().fold(0, |n, b| n << 8 | usize::from(*b));
    let mut parts = Vec::new();
    let mut at = 0;
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (size, name) = (number(at + 18, 4), number(at + 26, 2));
        let content = &bytes[at + 30 + name..at + 30 + name + size];
        assert_eq!(number(at + 14, 4), crc32fast::hash(content) as usize);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        parts.push((text(&bytes[at + 30..at + 30 + name]), text(content)));
        at += 30 + name + size;
    }
    let end = bytes.len() - 22;
    assert!(bytes[end..].starts_with(b"PK\x05\x06"));
    assert_eq!((number(end + 10, 2), number(end + 16, 4)), (parts.len(), at));
    parts
}

fn sheets(bytes: &[u8]) -> Vec<String> {
    let sheet = |(name, content): (String, String)| name.starts_with("xl/worksheets/").then_some(content);
    parts(bytes).into_iter().filter_map(sheet).collect()
}

#[test]
fn there_is_a_sheet_of_figures_and_one_for_each_table_with_rows() {
    let sheets = sheets(&report("en", "Awa Diop").write(super::super::Format::Xlsx));
    assert_eq!(sheets.len(), 2);
    assert!(sheets[0].contains("Lessons done") && sheets[0].contains("<v>1274</v>"));
    assert!(sheets[1].contains("<v>417</v>") && sheets[1].contains("<c t=\"b\"><v>1</v></c>"));
}

#[test]
fn no_text_is_a_formula_and_no_text_breaks_the_page() {
    for hostile in ["=1+1", "@SUM(A1)", "+1", "-1", "</t><f>1+1</f>", "a & <b> \"c\"", "\u{ffff}x"] {
        for sheet in sheets(&report("en", hostile).write(super::super::Format::Xlsx)) {
            assert!(!sheet.contains("<f>"), "{hostile}");
            assert!(!sheet.contains("t=\"str\"") && !sheet.contains('\u{ffff}'));
        }
    }
    let formula = &sheets(&report("en", "=1+1").write(super::super::Format::Xlsx))[1];
    assert!(formula.contains("s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1"));
}

#[test]
fn the_same_report_is_the_same_bytes_and_sheets_have_names_of_their_own() {
    let write = || report("fr", "Awa").write(super::super::Format::Xlsx);
    assert_eq!(write(), write());
    let mut names = BTreeSet::new();
    let long = "Réponses [par] option: ce que choisit chaque moitié";
    let found: Vec<String> = [long, long, "items", "Items", ""].iter().map(|title| name(title, &mut names)).collect();
    assert!(found.iter().all(|name| name.chars().count() <= LONGEST_NAME && !name.contains(['[', ':'])));
    assert_eq!(found[2..], ["items", "Items 2", "sheet"]);
    assert_ne!(found[0], found[1]);
}

#[test]
fn a_list_of_names_is_read_from_a_workbook_as_this_program_writes_it() {
    let row = |name: &str, station: &str| format!("<row>{}{}</row>", text(name, 1), text(station, 1));
    let rows = row("Name", "Station") + &row("Awa Diop", "Lagune & Fils <TV>") + &row("=1+1", "");
    let sheet = Sheet { name: "Liste".to_owned(), rows, count: 3 };
    let mut archive = Archive::default();
    archive.add("xl/worksheets/sheet1.xml", &worksheet(&sheet));
    archive.add(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>",
    );
    archive.add("xl/workbook.xml", &workbook(&[sheet]));
    let listed = crate::cohort::list::read(&archive.finish()).unwrap();
    let listed: Vec<[&str; 2]> = listed.iter().map(|one| [one.name.as_str(), one.member.as_str()]).collect();
    assert_eq!(listed, [["Awa Diop", "Lagune & Fils <TV>"], ["=1+1", ""]]);
}
