//! Whatever stands in a name, an answer or a course: it stays a text.

use super::*;

const HOSTILE: [&str; 16] = [
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{202e}evil\u{2066}\u{200f}\u{61c}",
    "\0\t\r\n\u{b}\u{c}\u{85}\u{2028}\u{9b}2J",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</title></style></table><iframe src=https://example.org>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "{{ 7*7 }}{% raw %}${7}",
    "=cmd|'/C calc'!A0",
    "@SUM(1;2)\",\"=1+1",
    "a;=1+1,=2+2\t=3",
    "| a | [x](http://example.org) ![y](z) `c` *e* __s__ ~~d~~ [^1]",
    "http://example.org www.example.org a@example.org https://x.y",
    "# h\n- l\n1. o\n> q\n---\n<!-- c -->&lt;&#27;&nbsp;",
    "\u{feff}\u{200b}\u{ad}\u{e0041}\u{fffd}",
    "عربي 漢字 e\u{301}\u{301}\u{301} 👩‍🌾",
    "\\",
];

fn tower() -> String {
    format!("a{}", "\u{301}".repeat(400))
}

fn all() -> impl Iterator<Item = String> {
    HOSTILE.iter().map(|text| (*text).to_owned()).chain([tower()])
}

/// The writers' sample and a learner's report, with a text wherever one comes from outside.
fn reports(hostile: &str) -> [Report; 2] {
    [report("fr", hostile), learner::tests::sample("fr", hostile)]
}

#[test]
fn no_format_carries_a_foreign_character() {
    for hostile in all() {
        let formats = Format::all(&Lang::new("fr").unwrap());
        for (report, format) in
            reports(&hostile).into_iter().flat_map(|report| formats.iter().map(move |f| (report.clone(), *f)))
        {
            let written = said(&report, format);
            let body = written.strip_prefix('\u{feff}').unwrap_or(&written);
            let foreign: Vec<char> =
                body.chars().filter(|c| crate::text::is_foreign(*c) && !matches!(c, '\n' | '\r')).collect();
            assert_eq!(foreign, [], "{hostile:?} in {format:?}");
            assert!(!body.contains(&"\u{301}".repeat(9)), "{format:?}");
        }
    }
}

type Tags = Vec<(String, Vec<(String, String)>)>;

fn tags(page: &[u8]) -> (Tags, String) {
    let (mut tags, mut words) = (Vec::new(), String::new());
    for token in html5gum::Tokenizer::new(page) {
        match token.unwrap() {
            html5gum::Token::StartTag(tag) => {
                let read = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let attributes = tag.attributes.iter().map(|(name, value)| (read(&name.0), read(&value.value.0)));
                tags.push((read(&tag.name.0), attributes.collect()));
            }
            html5gum::Token::String(text) => words += &String::from_utf8(text.value.0).unwrap(),
            html5gum::Token::Comment(comment) => panic!("a comment: {comment:?}"),
            html5gum::Token::Error(error) => panic!("not well formed: {error:?}"),
            html5gum::Token::EndTag(_) | html5gum::Token::Doctype(_) => {}
        }
    }
    (tags, words)
}

#[test]
fn a_page_has_the_same_tags_whatever_the_texts_are() {
    let [(plain, _), (learner, _)] = reports("Awa").map(|report| tags(&report.write(Format::Html)));
    for hostile in all() {
        let [(with, words), (with_learner, _)] = reports(&hostile).map(|report| tags(&report.write(Format::Html)));
        assert_eq!((&with, &with_learner), (&plain, &learner), "{hostile:?}");
        assert!(words.contains(Clean::new(&hostile).as_str()), "{hostile:?} is not shown as it is");
    }
}

#[test]
fn a_page_loads_and_runs_nothing() {
    for report in all().flat_map(|hostile| reports(&hostile)) {
        let page = report.write(Format::Html);
        assert_eq!(faults(&page), [""; 0]);
        assert!(report.charts_with_points().count() == 3, "the charts are in what is looked at");
    }
}

/// What a page has that could load or run something: tags and attributes by a list of those that cannot.
fn faults(page: &[u8]) -> Vec<String> {
    const TAGS: &str = "html head meta title style body main section h1 h2 p dl div dt dd table thead tbody tr th td \
                        ul ol li span svg g rect line circle desc";
    const ATTRIBUTES: &str = "lang charset http-equiv content name dir id class scope role aria-labelledby \
                              aria-describedby aria-hidden x y x1 y1 x2 y2 cx cy r width height";
    let known = |list: &str, name: &str| list.split_whitespace().any(|known| known == name);
    let is_plain = |value: &str| value.chars().all(|c| c.is_ascii_alphanumeric() || " .%_-".contains(c));
    let mut faults = Vec::new();
    for (tag, attributes) in tags(page).0 {
        let spoils = |(name, value): &(String, String)| {
            !known(ATTRIBUTES, name) || (tag != "meta" && !is_plain(value)) || (tag == "meta" && value.contains("//"))
        };
        faults.extend(attributes.iter().filter(|a| spoils(a)).map(|(name, value)| format!("{tag} {name}={value}")));
        if !known(TAGS, &tag) {
            faults.push(tag);
        }
    }
    faults
}

#[test]
fn what_could_load_or_run_something_would_be_found() {
    let page = r#"<svg onload="x"><image href="https://example.org/a"/><rect width="url(#a)" fill="red"/></svg>
        <p class="javascript:x"></p><a href="x"></a><script></script><meta content="//example.org">"#;
    assert_eq!(faults(page.as_bytes()).len(), 10, "{:?}", faults(page.as_bytes()));
}

/// The kinds of Markdown construct and the words, as an independent parser sees them.
fn constructs(page: &str) -> (Vec<String>, String) {
    use pulldown_cmark::{Event, Options, Parser};
    let (mut kinds, mut words) = (Vec::new(), String::new());
    let options =
        Options::ENABLE_GFM | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(page, options | Options::ENABLE_TASKLISTS | Options::ENABLE_MATH) {
        if let Event::Text(text) = event {
            words += &text;
        } else {
            words.push('\n');
            kinds.push(format!("{event:?}").split([' ', '"']).next().unwrap().to_owned());
        }
    }
    (kinds, words)
}

#[test]
fn markdown_has_the_same_constructs_whatever_the_texts_are() {
    let (plain, _) = constructs(&text(report("fr", "Awa").write(Format::Markdown)));
    for hostile in all() {
        let page = text(report("fr", &hostile).write(Format::Markdown));
        let (with, words) = constructs(&page);
        assert_eq!(with, plain, "{hostile:?}\n{page}");
        assert!(words.contains(Clean::new(&hostile).as_str()), "{hostile:?} is not shown as it is\n{words}");
        assert!(!page.contains("http://") && !page.contains("www."), "an address would become a link: {page}");
    }
}

#[test]
fn no_cell_of_a_sheet_is_a_formula_whatever_it_is_opened_with() {
    const ALL: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];
    for report in all().flat_map(|hostile| reports(&hostile)) {
        for delimiter in ALL {
            let sheets = [Sheet::Lessons, Sheet::Questions, Sheet::Attempts];
            let sheets = sheets.map(|sheet| report.write_sheet(sheet, delimiter));
            for bytes in sheets.into_iter().chain([report.write(Format::Csv(delimiter))]) {
                for other in ALL {
                    assert_no_formula(&bytes, other);
                }
            }
        }
    }
}

fn assert_no_formula(bytes: &[u8], delimiter: Delimiter) {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter.byte()).from_reader(body);
    for cell in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        let seen = cell.trim_start_matches(['\t', '"']);
        assert!(!seen.starts_with(['=', '+', '-', '@', '\r', '\0']), "{cell:?} read with {delimiter:?}");
    }
}

#[test]
fn a_sheet_reads_back_what_was_written() {
    for hostile in all() {
        let bytes = report("fr", &hostile).write(Format::Csv(Delimiter::Semicolon));
        let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(body);
        for record in reader.records() {
            let name = record.unwrap().get(2).unwrap().to_owned();
            let clean = Clean::new(&hostile);
            assert_eq!(name.replace('\'', ""), clean.as_str().replace('\'', ""));
        }
    }
}
