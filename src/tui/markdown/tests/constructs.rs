//! Each construct as exact lines and exact looks.

use ratatui::style::Modifier;

use super::*;

#[test]
fn constructs_are_drawn_like_this() {
    let cases: [(&str, usize, &[&str]); 15] = [
        ("One *two* `three` [[term|four]].\n\nFive\\\nsix", 12, &["One two", "three four.", "", "Five", "six"]),
        ("## Second *level*\n\nWords.\n\n### Third", 30, &["Second level", "────────────", "", "Words.", "", "Third"]),
        ("- a\n- b b b b b b\n  - c\n- d", 20, &["• a", "• b b b b b b", "  • c", "• d"]),
        ("- long words that wrap here", 20, &["• long words that", "  wrap here"]),
        ("9. a\n10. b\n\n    c", 20, &[" 9. a", "", "10. b", "", "    c"]),
        ("- [x] a\n- [ ] b", 20, &["☒ a", "☐ b"]),
        ("> a\n> > b", 20, &["│ a", "│", "│ │ b"]),
        ("> [!WARNING]\n> a\n>\n> - b", 20, &["▌ WARNING", "▌ a", "▌ • b"]),
        ("> [!TRAINER]\n> a\n\nb", 20, &["b"]),
        ("```\na\n  b\n```", 12, &["a", "  b"]),
        ("Term\n: one\n: two\n\nMore\n: three", 20, &["Term", "  one", "  two", "", "More", "  three"]),
        ("[words](to) <http://x.y>", 40, &["words (to) http://x.y"]),
        ("![words](p.png)", 30, &["│ Picture: words"]),
        ("a[^n]\n\n[^n]: note", 20, &["a[1]", "", "────────────", "[1] note"]),
        ("***\n\n<i>x</i>", 6, &["──────", "", "<i>x</", "i>"]),
    ];
    for (source, width, wanted) in cases {
        assert_eq!(shown(source, width), wanted, "{source}");
    }
}

#[test]
fn three_columns_that_do_not_fit_stand_under_their_heads() {
    let source = "| Field | Form | Example |\n|---|---|---|\n| duration | mm:ss | 01:30 |\n| source | | Lagune |\n";
    let wanted = [
        "Field:",
        "  duration",
        "Form:",
        "  mm:ss",
        "Example:",
        "  01:30",
        "",
        "Field:",
        "  source",
        "Example:",
        "  Lagune",
    ];
    assert_eq!(shown(source, 14), wanted);
}

#[test]
fn two_columns_stand_as_pairs_where_that_takes_fewer_rows() {
    let source = "| Line | Meaning |\n|---|---|\n| `NO ACCESS Sol TV` | This country or channel may not use the item, on any screen and at any time. |\n| `NO RESALE` | Nobody may sell the item or a part of it, alone or in a package, to anybody. |\n";
    let narrow = shown(source, 36);
    let wanted = ["Line", "  Meaning", "────────────────────────────────────", "NO ACCESS Sol TV"];
    assert_eq!(narrow[..4], wanted, "{narrow:#?}");
    assert!(shown(source, 76)[0].starts_with("Line     "), "beside each other where there is room");
}

#[test]
fn a_table_is_fitted_to_the_width_or_stacked() {
    let source = "| Field | What you write |\n|---|--:|\n| duration | the sum of the shots |\n| source | `station` |\n";
    let cases: [(usize, &[&str]); 3] = [
        (
            40,
            &[
                "Field           What you write",
                "──────────────────────────────",
                "duration  the sum of the shots",
                "source                 station",
            ],
        ),
        (
            24,
            &[
                "Field     What you write",
                "────────────────────────",
                "duration  the sum of the",
                "                   shots",
                "",
                "source           station",
            ],
        ),
        (
            14,
            &[
                "Field",
                "  What you",
                "  write",
                "──────────────",
                "duration",
                "  the sum of",
                "  the shots",
                "source",
                "  station",
            ],
        ),
    ];
    for (width, wanted) in cases {
        assert_eq!(shown(source, width), wanted, "{width}");
    }
}

#[test]
fn a_figure_is_centred_or_told_in_words() {
    let source =
        "```figure\nid = \"f\"\ncaption = \"A path.\"\nalt = \"From here to there.\"\n---\nhere --> there\n```\n";
    let fits = ["   here --> there", "   Figure 1. A path."];
    assert_eq!(shown(source, 20), fits);
    assert_eq!(shown(source, 13), ["Figure 1. A", "path.", "", "From here to", "there."]);
    let twice = shown(&format!("{source}\n{source}"), 20);
    assert_eq!(twice.last().unwrap(), "   Figure 2. A path.");
}

#[test]
fn without_unicode_there_is_nothing_but_ascii_of_ours() {
    let ascii = Setting { glyphs: crate::tui::glyphs::Glyphs::ASCII, ..setting(30) };
    let source = "## H\n\n- a\n\n> b\n\n> [!NOTE]\n> c\n\n```figure\nid = \"f\"\ncaption = \"C\"\nalt = \"words\"\n---\n┌─┐\n```\n";
    let document = document(source);
    for section in 0..2 {
        for row in rows_of_chunk(&document, section, 0, &ascii).rows {
            assert!(text(&row).is_ascii(), "{row:?}");
        }
    }
}

/// The pieces of the first row: words and look.
fn looks(source: &str) -> Vec<(String, Face)> {
    let first = rows(&document(source), 60).into_iter().next().unwrap();
    first.pieces.into_iter().map(|piece| (piece.text, piece.face)).collect()
}

#[test]
fn looks_name_meanings() {
    let plain = Face::default();
    let of = |words: &str, face| (words.to_owned(), face);
    let cases = [
        ("a *b*", vec![of("a ", plain), of("b", plain.and(Modifier::ITALIC))]),
        (
            "**a *b***",
            vec![of("a ", plain.and(Modifier::BOLD)), of("b", plain.and(Modifier::BOLD.union(Modifier::ITALIC)))],
        ),
        ("~~a~~ `b`", vec![of("a", plain.and(Modifier::CROSSED_OUT)), of(" ", plain), of("b", plain.on_panel())]),
        ("[[a]] b", vec![of("a", Face::of(Token::Accent)), of(" b", plain)]),
        ("[a](b)", vec![of("a", plain.and(Modifier::UNDERLINED)), of(" (b)", Face::of(Token::Muted))]),
        ("### a", vec![of("a", Face::of(Token::Strong))]),
        ("- a", vec![of("• ", Face::of(Token::Muted)), of("a", plain)]),
        (
            "> [!WARNING]\n> a",
            vec![of("▌ ", Face::of(Token::Warn)), of("WARNING", Face::of(Token::Warn).and(Modifier::BOLD))],
        ),
    ];
    for (source, wanted) in cases {
        assert_eq!(looks(source), wanted, "{source}");
    }
}

#[test]
fn what_can_be_looked_up_is_a_target() {
    let source = "[[one]] x[^n]\n\n```question\nHow many?\n```\n\n[^n]: [[two]]\n";
    let found = rows_of_chunk(&document(source), 0, 0, &setting(40));
    let term = |id| Target::Term(TermId::new(id).unwrap());
    assert_eq!(found.targets.len(), 4);
    assert_eq!(
        (&found.targets[0], &found.targets[1], &found.targets[3]),
        (&term("one"), &Target::Footnote(0), &term("two"))
    );
    assert!(matches!(&found.targets[2], Target::Question(question) if question.prompt == "How many?"));
    let pointed: Vec<_> = found.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.target).collect();
    assert_eq!(pointed, [0, 1, 2, 3]);
    assert_eq!(shown(source, 40)[2..4], ["▌ QUESTION", "▌ How many?"]);
}
