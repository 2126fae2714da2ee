//! Made-up Markdown: pieces of the specification's examples spliced with each other and with what is hostile, and
//! nesting of every construct.

use std::sync::LazyLock;

use proptest::prelude::*;

use rundown::course::markdown::Block;

use crate::examples::examples;
use crate::fields::hostile;
use crate::{courses, ways};

static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(examples);
static HOSTILE: LazyLock<Vec<String>> = LazyLock::new(hostile);

/// Pieces that change what stands around them.
const MARKUP: [&str; 24] = [
    "&#",
    "x1b;",
    "27;",
    "&#x202",
    "e;",
    "\u{1b}",
    "\\",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "| a |\n|---|\n",
    "[^1]",
    "\n[^1]: ",
    "\n: ",
    "[[",
    "]]",
    "{{house.",
    "}}",
    "<!--",
    "<b",
    "> [!NOTE]\n> ",
    "\n\n## ",
];

fn piece() -> impl Strategy<Value = String> {
    let cut = |text: &str, from: usize, to: usize| text.chars().skip(from).take(to).collect::<String>();
    prop_oneof![
        3 => (0..EXAMPLES.len(), 0_usize..40, 1_usize..80).prop_map(move |(at, from, to)| cut(&EXAMPLES[at], from, to)),
        2 => prop::sample::select(&MARKUP[..]).prop_map(str::to_owned),
        1 => (0..HOSTILE.len(), 0_usize..20, 1_usize..40).prop_map(move |(at, from, to)| cut(&HOSTILE[at], from, to)),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// As many cases as `PROPTEST_CASES` says, or so many.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let chosen = usual.cases != 256;
    ProptestConfig { cases: if chosen { usual.cases } else { 60 }, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn made_up_markdown_reaches_the_screen_and_the_lines_as_text(pieces in prop::collection::vec(piece(), 1..12)) {
        let text = pieces.concat();
        match courses::of_lesson(&text) {
            Ok(course) => ways::read(&course, &text),
            Err(why) => ways::complain(&why, &text),
        }
    }
}

#[test]
fn a_hundred_thousand_levels_of_anything_are_read_or_refused() {
    for open in ["> ", "- ", "1. ", "*", "**a ", "[", "[[", "![", "<b>", "`", "{{", "> - ", "[^a]: ", "~~"] {
        for levels in [100_000, Block::LONGEST / open.len() - 1] {
            let text = format!("{}x\n", open.repeat(levels));
            match courses::of_lesson(&text) {
                Ok(course) => ways::read(&course, open),
                Err(why) => ways::complain(&why, open),
            }
        }
    }
}
