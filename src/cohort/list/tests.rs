//! Lists of names, as CSV and as workbooks; and what is no list.

use super::*;

fn names(text: &[u8]) -> Vec<(String, String)> {
    read(text).unwrap().into_iter().map(|listed| (listed.name, listed.member)).collect()
}

#[test]
fn whatever_a_spreadsheet_writes_is_the_same_list() {
    let expected = [("Awa Diop", "Lagune TV"), ("José", "Sol TV")].map(|(n, m)| (n.to_owned(), m.to_owned()));
    let lists: [&[u8]; 7] = [
        "Awa Diop,Lagune TV\nJosé,Sol TV\n".as_bytes(),
        "Name;Station\r\nAwa Diop;Lagune TV\r\n\r\nJosé;Sol TV".as_bytes(),
        "\u{feff}nom\tchaîne\nAwa Diop\tLagune TV\nJosé\tSol TV".as_bytes(),
        "Station,Name\nLagune TV, Awa  Diop \nSol TV,José".as_bytes(),
        "Prénom;Nom;Média\nAwa;Diop;Lagune TV\n;José;Sol TV".as_bytes(),
        "\"Awa Diop\",\"Lagune TV\"\nJosé,\"Sol TV\"".as_bytes(),
        b"Name;Station\nAwa Diop;Lagune TV\nJos\xe9;Sol TV",
    ];
    for list in lists {
        assert_eq!(names(list), expected, "{}", String::from_utf8_lossy(list));
    }
}

#[test]
fn a_list_without_stations_is_a_list_too() {
    assert_eq!(names(b"Awa Diop\nIssa"), [("Awa Diop".into(), String::new()), ("Issa".into(), String::new())]);
}

#[test]
fn a_bad_line_is_named_with_the_reason() {
    assert_eq!(read(b"Name,Station\n,Lagune TV"), Err(BadList::NoName(2)));
    assert_eq!(read(b"Awa,TV\nawa,tv"), Err(BadList::Double(2, "awa".to_owned())));
    assert_eq!(read(b"Name,Station\n"), Err(BadList::Empty));
    assert_eq!(read("x".repeat(201).as_bytes()), Err(BadList::LongName(1)));
    let many = (0..=MOST).map(|number| format!("Person {number}")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(many.as_bytes()), Err(BadList::TooLong));
}

#[test]
fn what_could_act_on_a_screen_is_gone() {
    assert_eq!(names("Awa\u{1b}[31m,\u{202e}TV".as_bytes()), [("Awa[31m".to_owned(), "TV".to_owned())]);
}

/// An archive of some parts, each deflated, with what the index says of their flags.
fn zipped(parts: &[(&str, String)], flags: u16) -> Vec<u8> {
    let (mut bytes, mut index) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(content.as_bytes(), 6);
        let number = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
        let mut about = [20_u16, flags, 8, 0, 0].map(u16::to_le_bytes).concat();
        about.extend(crc32fast::hash(content.as_bytes()).to_le_bytes());
        // What is said of the length of a part is a lie.
        about.extend([number(packed.len()), number(1), number(name.len())].concat());
        let start = bytes.len();
        bytes.extend([b"PK\x03\x04", &about[..], name.as_bytes(), &packed].concat());
        index.extend(
            [b"PK\x01\x02", &20_u16.to_le_bytes()[..], &about, &[0; 10], &number(start), name.as_bytes()].concat(),
        );
    }
    let (start, count) = (u32::try_from(bytes.len()).unwrap(), u16::try_from(parts.len()).unwrap());
    let length = u32::try_from(index.len()).unwrap();
    bytes.extend(index);
    bytes.extend([b"PK\x05\x06", &[0; 4][..], &count.to_le_bytes(), &count.to_le_bytes()].concat());
    bytes.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// The parts of a workbook as Excel writes them, with rows and shared texts as XML.
fn parts(rows: &str, shared: &str) -> Vec<(&'static str, String)> {
    let book = r#"<workbook xmlns:r="o"><sheets><sheet name="old" state="hidden" r:id="rId1"/><sheet name="Liste &amp; stations" sheetId="7" r:id="rId2"/></sheets></workbook>"#;
    let links = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#;
    vec![
        ("xl/workbook.xml", book.to_owned()),
        ("xl/_rels/workbook.xml.rels", links.to_owned()),
        ("xl/worksheets/sheet2.xml", format!("\u{feff}<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>")),
    ]
}

fn workbook(rows: &str, shared: &str) -> Vec<u8> {
    zipped(&parts(rows, shared), 0)
}

/// Rows of cells that hold their text themselves.
fn rows(cells: &[[&str; 2]]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |row: &[&str; 2]| ["<row>", &row.iter().map(cell).collect::<String>(), "</row>"].concat();
    cells.iter().map(row).collect()
}

#[test]
fn a_workbook_is_the_same_list_however_its_cells_are_kept() {
    let shared = "<si><t>Nom</t></si><si><t>Chaîne</t></si><si><r><t>Awa </t></r><r><t>Diop</t></r><rPh><t>ah</t></rPh></si>\
                  <si><t>O&apos;Hara &amp; Fils &#233;</t></si>";
    let rows = r#"<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>0</v></c></row><row r="3"/>
        <row r="4"><c r="B4" t="str"><f>UPPER("x")</f><v>LAGUNE TV</v></c><c r="C4"><v>9</v></c><c r="D4" t="s"><v>2</v></c></row>
        <row r="5"><c r="B5"><v>24</v></c><c r="D5" t="s"><v>3</v></c></row>
        <row><c r="D6"><v>42</v></c></row>"#;
    let expected = [("Awa Diop", "LAGUNE TV"), ("O'Hara & Fils é", "24"), ("42", "")];
    assert_eq!(names(&workbook(rows, shared)), expected.map(|(n, m)| (n.to_owned(), m.to_owned())));
    let plain = self::rows(&[["Name", "Station"], ["Awa", "Lagune TV"]]);
    assert_eq!(names(&workbook(&plain, "")), [("Awa".to_owned(), "Lagune TV".to_owned())]);
}

#[test]
fn a_bad_row_of_a_workbook_is_named_as_the_spreadsheet_numbers_it() {
    let row = |cells: &str| {
        workbook(&format!("{}<row r=\"9\">{cells}</row>", rows(&[["Name", "Station"], ["Awa", "TV"]])), "")
    };
    let station = r#"<c r="B9" t="inlineStr"><is><t>TV</t></is></c>"#;
    assert_eq!(read(&row(station)), Err(BadList::NoName(9)));
    let failed = format!(r#"<c r="A9" t="e"><f>A1/0</f><v>#DIV/0!</v></c>{station}"#);
    assert_eq!(read(&row(&failed)), Err(BadList::NoName(9)));
    let again = format!(r#"<c r="A9" t="str"><v>AWA</v></c>{station}"#);
    assert_eq!(read(&row(&again)), Err(BadList::Double(9, "AWA".to_owned())));
    let sheet = "Liste & stations".to_owned();
    assert_eq!(read(&workbook("", "")), Err(BadList::EmptySheet(sheet.clone())));
    assert_eq!(read(&workbook(&rows(&[["Name", "Station"]]), "")), Err(BadList::EmptySheet(sheet)));
}

#[test]
fn a_workbook_of_thousands_is_refused_with_the_limit_of_any_list() {
    let persons = |count: usize| -> String {
        let row = |number: usize| ["<row><c t=\"str\"><v>P ", &number.to_string(), "</v></c></row>"].concat();
        (0..count).map(row).collect()
    };
    let many = persons(5 * MOST);
    assert_eq!(read(&workbook(&many, "")), Err(BadList::TooLong));
    let just = persons(MOST);
    assert_eq!(read(&workbook(&format!("{}{just}", rows(&[["Name", "Station"]])), "")).map(|all| all.len()), Ok(MOST));
}

#[test]
fn a_workbook_that_swells_is_refused_before_it_fills_the_memory() {
    let swollen = " ".repeat(archive::LONGEST + 1);
    let bomb = workbook(&swollen, "");
    assert!(bomb.len() < 100_000);
    assert_eq!(read(&bomb), Err(BadList::TooLong));
    assert_eq!(read(&workbook("", &"<si/>".repeat(200_000))), Err(BadList::TooLong));
    // One cell at the far end of a sheet is no row of thousands of cells.
    assert_eq!(
        read(&workbook(r#"<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>"#, "")),
        Err(BadList::EmptySheet("Liste & stations".to_owned()))
    );
}

#[test]
fn what_is_no_workbook_or_a_locked_one_says_what_to_do() {
    let plain = parts(&rows(&[["Awa", "TV"]]), "");
    assert_eq!(read(&zipped(&plain, 1)), Err(BadList::Locked));
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Err(BadList::Locked));
    assert_eq!(read(&zipped(&[("content.xml", String::new())], 0)), Err(BadList::Spreadsheet));
    assert_eq!(read(b"PK\x03\x04rest"), Err(BadList::Damaged));
    for bad in ["<row><c", "<row>&unknown;</row>", "<row></c>"] {
        assert_eq!(read(&workbook(bad, "")), Err(BadList::Damaged), "{bad}");
    }
    assert_eq!(read(&vec![b'x'; LONGEST + 1]), Err(BadList::TooLong));
}

#[test]
fn a_workbook_that_is_cut_or_changed_anywhere_is_refused_or_the_same_list() {
    let whole = workbook(&rows(&[["Awa", "TV"]]), "");
    let list = read(&whole).unwrap();
    for at in 0..whole.len() {
        // A single letter is a list of one name.
        assert!(at == 1 || read(&whole[..at]).is_err(), "cut at {at}");
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        if let Ok(read) = read(&changed) {
            assert!(read == list, "changed at {at}");
        }
    }
}
