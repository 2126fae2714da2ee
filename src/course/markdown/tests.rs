//! What the parser makes of whole texts.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::course::question::Question;
use crate::id::TermId;

#[derive(Debug)]
struct House;

impl References for House {
    fn term(&self, words: &str) -> Option<TermId> {
        (words.to_lowercase() == "dopesheet").then(|| TermId::new("dopesheet").unwrap())
    }
    fn house(&self, path: &str) -> Option<&str> {
        match path {
            "exchange" => Some("the Sanvi exchange"),
            "desk.contact_line" => Some("desk@example.org"),
            _ => None,
        }
    }
    fn question(&self, _toml: &str) -> Option<Question> {
        None
    }
}

fn document(source: &str) -> Document {
    Document::parse(source.to_owned(), 0, Arc::new(House))
}

fn blocks(source: &str) -> Vec<Block> {
    let document = document(source);
    (0..document.sections().len()).flat_map(|section| document.blocks(section)).collect()
}

fn kinds(source: &str) -> Vec<BlockKind> {
    blocks(source).into_iter().map(|block| block.kind).collect()
}

fn lines(source: &str) -> String {
    plain_lines(&blocks(source), &PlainLabels::default()).join("\n")
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn fault_kinds(source: &str) -> Vec<FaultKind> {
    document(source).faults().into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn sections_have_ids_titles_and_spans() {
    let source =
        "+++\nx\n+++\nHook.\n\n## What an *angle* is {#angle}\n\nA.\n\n## Été, c'est quoi?\n## Été c'est quoi\n";
    let document = Document::parse(source.to_owned(), 10, Arc::new(NoReferences));
    let shown: Vec<_> = document
        .sections()
        .iter()
        .enumerate()
        .map(|(i, s)| (s.id.to_string(), document.title(i), s.span.clone()))
        .collect();
    let wanted = [
        ("start", "", 10..17),
        ("angle", "What an angle is", 17..53),
        ("ete-c-est-quoi", "Été, c'est quoi?", 53..75),
        ("ete-c-est-quoi-3", "Été c'est quoi", 75..source.len()),
    ];
    let wanted = wanted.map(|(id, title, span)| (id.to_owned(), title.to_owned(), span));
    assert_eq!(shown, wanted);
    assert_eq!(document.faults().len(), 1);
    assert_eq!(document.blocks(1)[0].span, 17..48);
}

#[test]
fn running_text_is_read() {
    let source = "A *b **c*** ~~d~~ `e {{house.exchange}}` [f](g) ![h](i.png) [[dopesheet|the sheet]] [[Dopesheet]] [[x]]\\\n{{house.exchange}}, {{ house.desk.contact_line }}.";
    let dopesheet = || Some(TermId::new("dopesheet").unwrap());
    let wanted = vec![
        text("A "),
        Inline::Emphasis(vec![text("b "), Inline::Strong(vec![text("c")])]),
        text(" "),
        Inline::Strike(vec![text("d")]),
        text(" "),
        Inline::Code("e {{house.exchange}}".to_owned()),
        text(" "),
        Inline::Link(vec![text("f")], "g".to_owned()),
        text(" "),
        Inline::Picture("i.png".to_owned(), "h".to_owned()),
        text(" "),
        Inline::Term(dopesheet(), "the sheet".to_owned()),
        text(" "),
        Inline::Term(dopesheet(), "Dopesheet".to_owned()),
        text(" "),
        Inline::Term(None, "x".to_owned()),
        Inline::Break,
        text("the Sanvi exchange, desk@example.org."),
    ];
    assert_eq!(kinds(source), [BlockKind::Paragraph(wanted)]);
}

#[test]
fn terms_stand_in_cells_with_their_bar_escaped() {
    let table = kinds("| a | b |\n|:-:|--:|\n| [[dopesheet\\|sheet]] | `x` |\n");
    let BlockKind::Table(table) = &table[0] else { panic!("{table:?}") };
    assert_eq!(table.align, [Align::Centre, Align::Right]);
    assert!(matches!(&table.rows[0][0][0], Inline::Term(Some(_), words) if words == "sheet"), "{table:?}");
}

#[test]
fn the_plain_twin_says_what_the_blocks_say() {
    let cases = [
        ("1. a\n2. b\n   - c\n\n     d\n   - e", "1. a\n2. b\n\n   - c\n\n     d\n   - e"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- [x] done\n- [ ] open", "[x] done\n[ ] open"),
        ("> a\n> b\n>\n> c", "> a b\n>\n> c"),
        ("> [!NOTE]\n> a **b**", "a b"),
        ("> [!TRAINER]\n> a\n\nb", "b"),
        ("```sh\na\n  b\n```", "a\n  b"),
        ("| h | i |\n|---|---|\n| a | b |\n| c |  |", "h: a; i: b\nh: c"),
        ("Term\n: one\n: two", "Term\n  one\n  two"),
        ("![words](p.png)", "words"),
        ("a\n\n***\n\nb", "a\n\n---\n\nb"),
        ("<b>x</b>", "<b>x</b>"),
        ("&lt;b&gt; &copy;", "<b> ©"),
        ("[a][b] <https://x.org>\n\n[B]: /c", "a (/c) https://x.org"),
        ("```figure\nid = \"f\"\ncaption = \"Cap.\"\nalt = \"Words.\"\n---\n-->\n```", "Cap.\nWords."),
    ];
    for (source, wanted) in cases {
        assert_eq!(lines(source), wanted, "{source}");
    }
}

#[test]
fn labels_of_our_own_come_from_outside() {
    let labels = PlainLabels { note: "Note".to_owned(), figure: "Figure".to_owned(), ..PlainLabels::default() };
    let shown = plain_lines(&blocks("> [!note]\n> a\n>\n> b"), &labels);
    assert_eq!(shown, ["Note: a", "", "b"]);
}

#[test]
fn call_outs_are_told_from_quotations() {
    let cases = [
        ("> [!NOTE]\n> a", Some(CallOut::Note)),
        ("> [!WARNING]\n> a", Some(CallOut::Warning)),
        ("> [!EXAMPLE]\n>\n> 1. a", Some(CallOut::Example)),
        ("> [!TRAINER]\n> a", Some(CallOut::Trainer)),
        ("> [!OTHER]\n> a", None),
        ("> a [!NOTE]", None),
    ];
    for (source, wanted) in cases {
        let all = kinds(source);
        let found = if let BlockKind::CallOut(kind, inner) = &all[0] { Some((*kind, inner.len())) } else { None };
        assert_eq!(found, wanted.map(|kind| (kind, 1)), "{source}");
    }
}

#[test]
fn footnotes_are_found_from_any_section() {
    let source = "a[^x]\n\n## B\n\nb[^x] c[^y]\n\n[^y]: why\n[^x]: ex\n";
    let document = document(source);
    assert_eq!(document.blocks(0)[0].kind, BlockKind::Paragraph(vec![text("a"), Inline::FootnoteRef(0)]));
    assert_eq!((document.footnotes_of(0), document.footnotes_of(1)), (vec![0], vec![1]));
    assert_eq!(document.footnote(0)[0].kind, BlockKind::Paragraph(vec![text("ex")]));
    assert_eq!(document.blocks(1).len(), 2);
}

#[test]
fn faults_are_all_told_at_their_places() {
    let source = "# T\n\n[[nope]] {{house.none}} {{x}}\n\n<div>\n\n> [!ODD]\n> a <i>\n\n![](p.png)\n\n```figure\nx\n```\n\n```question\nx\n```\n\n[^a]\n\n[^b]: idle\n\n## A {#A b}\n\n## C {#c}\n## D {#c}\n\n~~~\n";
    let found = document(source).faults();
    let shown: Vec<(String, &str)> = found
        .iter()
        .map(|f| {
            let kind = format!("{:?}", f.kind);
            let kind = kind.split('(').next().unwrap().to_owned();
            (kind, source.get(f.span.clone()).unwrap().lines().next().unwrap_or_default())
        })
        .collect();
    let wanted = [
        ("TitleHeading", "# T"),
        ("UnknownTerm", "[[nope]]"),
        ("UnknownValue", "{{house.none}}"),
        ("UnknownValue", "{{x}}"),
        ("Html", "<div>"),
        ("UnknownCallOut", "> [!ODD]"),
        ("Html", "<i>"),
        ("PictureWithoutText", "![](p.png)"),
        ("Figure", "```figure"),
        ("Question", "```question"),
        ("UnknownFootnote", "[^a]"),
        ("UnusedFootnote", "[^b]: idle"),
        ("BadSectionId", "## A {#A b}"),
        ("DoubleSection", "## D {#c}"),
        ("OpenFence", "~~~"),
    ];
    assert_eq!(shown, wanted.map(|(kind, at)| (kind.to_owned(), at)));
}

#[test]
fn words_are_counted_without_trainers_notes_and_art() {
    let source = "One two — three.\n\n> [!TRAINER]\n> no no\n\n```figure\nid = \"f\"\ncaption = \"four\"\nalt = \"five\"\n---\nx y z\n```\n";
    assert_eq!(count_words(&blocks(source)), 5);
}

#[test]
fn what_nests_too_deep_is_refused_without_recursion() {
    let deep = 100_000;
    let cases = [
        format!("{}x", "> ".repeat(deep)),
        format!("{}x", "- ".repeat(deep)),
        format!("{}x{}", "*a **b ".repeat(deep / 2), "** c*".repeat(deep / 2)),
        format!("{}x{}", "[".repeat(deep), "]".repeat(deep)),
        format!("{}x{}", "[[".repeat(deep), "]]".repeat(deep)),
        format!("{}x{}", "![".repeat(deep), "](y)".repeat(deep)),
        format!("{}x", "{{".repeat(deep)),
        format!("{}x", "[^".repeat(deep)),
        "<b>".repeat(deep),
        format!("a{}", "`".repeat(deep)),
    ];
    for source in cases {
        let head: String = source.chars().take(8).collect();
        assert!(!blocks(&source).is_empty(), "{head}");
        assert!(!lines(&source).is_empty(), "{head}");
    }
}

#[test]
fn a_hundred_levels_are_shown() {
    let quotes = |n| fault_kinds(&format!("{}x", "> ".repeat(n)));
    assert_eq!(quotes(100), []);
    assert_eq!(quotes(101), [FaultKind::TooDeep]);
}

#[test]
fn a_table_of_many_cells_is_refused() {
    let table = |columns: usize, rows: usize| {
        format!("{}\n{}\n{}", "|a".repeat(columns), "|-".repeat(columns), "x\n".repeat(rows))
    };
    assert_eq!(fault_kinds(&table(500, 500)), [FaultKind::TooManyCells(500 * 501)]);
    assert!(matches!(kinds(&table(500, 500))[0], BlockKind::Refused(_, Refusal::TooManyCells)));
    assert_eq!(fault_kinds(&table(100, 99)), []);
    assert_eq!(fault_kinds(&table(100, 100)), [FaultKind::TooManyCells(10_100)]);
    let after = format!("{}\n\n> > words\n", table(500, 500));
    assert!(lines(&after).ends_with("> > words"));
}

#[test]
fn what_cannot_be_cut_is_refused_where_it_is_long() {
    let list = |items: usize| "- item\n".repeat(items);
    assert_eq!(fault_kinds(&list(Block::LONGEST / 7)), []);
    assert_eq!(fault_kinds(&list(Block::LONGEST / 7 + 1)), [FaultKind::TooLong]);
    let cut = format!("{}\nWords.\n\n", list(Block::LONGEST / 14)).repeat(3);
    assert_eq!(fault_kinds(&cut), []);
}

#[test]
fn sections_beyond_the_most_belong_to_the_last() {
    let headings = |count: usize| "## A\n\nWords.\n\n".repeat(count);
    let document = document(&headings(20_000));
    assert_eq!(document.sections().len(), 5_000);
    assert!(document.sections().last().unwrap().chunks.len() > 10);
    assert!(document.faults().iter().any(|fault| fault.kind == FaultKind::TooManySections));
}

/// Pieces of Markdown that open, close and interrupt each other.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Words of a paragraph that goes on for a while.\n\n".to_owned()),
        Just("Words\nover lines.\n\n".to_owned()),
        Just("- item\n\n  more\n\n".to_owned()),
        Just("1. one\n2. two\n\n".to_owned()),
        Just("   ```\n   code\n   ```\n\n".to_owned()),
        Just("- a\n  ```\n  b\n\n".to_owned()),
        Just("```\ncode\n\nWords\n```\n\n".to_owned()),
        Just("~~~\n".to_owned()),
        Just("```\n".to_owned()),
        Just("> quote\nlazy\n\n".to_owned()),
        Just("Term\n: meaning\n\n  more\n\n".to_owned()),
        Just("Term\n\n: meaning\nlazy\n\n".to_owned()),
        Just("| a | b |\n|---|---|\n| c | d |\n\n".to_owned()),
        Just("<div>\n\n".to_owned()),
        Just("<!-- \n\nWords\n\n".to_owned()),
        Just("-->\n\n".to_owned()),
        Just("[l]: /one\n\n".to_owned()),
        Just("[l]: /two\n\n".to_owned()),
        Just("Use [l] and [m][l] and [^n].\n\n".to_owned()),
        Just("[^n]: note\n\n    goes on\n\n".to_owned()),
        Just("Setext\n---\n\n".to_owned()),
        Just("### Third\n".to_owned()),
        Just("    indented\n\n".to_owned()),
        Just("\tTabbed\n\n".to_owned()),
        Just("* * *\n".to_owned()),
    ]
}

proptest! {
    #[test]
    fn chunks_say_what_the_whole_section_says(pieces in prop::collection::vec(piece(), 1..12), filler in 0usize..12) {
        let filler_text = "Filler words stand here.\n\n".repeat(400);
        let mut source = String::new();
        for (i, piece) in pieces.iter().enumerate() {
            source.push_str(piece);
            if i == filler % pieces.len() || i % 4 == 3 {
                source.push_str(&filler_text);
            }
        }
        let document = document(&source);
        for (i, section) in document.sections().iter().enumerate() {
            let whole = document.chunk(section.span.clone());
            prop_assert_eq!(document.count_blocks(section.span.clone()), whole.len());
            prop_assert_eq!(document.blocks(i), whole);
        }
    }

    #[test]
    fn any_text_is_parsed(source in "[-\\[\\]{}^|:>#*_`~!<&; a0\n\t\u{301}é]{0,120}") {
        let document = document(&source);
        for i in 0..document.sections().len() {
            let blocks = document.blocks(i);
            prop_assert_eq!(document.count_blocks(document.sections()[i].span.clone()), blocks.len());
            visit_blocks(&blocks, &mut |block| assert!(source.get(block.span.clone()).is_some()));
        }
        document.faults();
    }
}
