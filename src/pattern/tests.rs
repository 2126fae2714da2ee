//! Patterns against tables, against a naive matcher that goes back, and against hostile sizes.

use proptest::prelude::*;

use super::parse::{Node, parse};
use super::*;

fn matches(pattern: &str, answer: &str) -> bool {
    Pattern::parse(pattern).unwrap().matches(answer)
}

#[test]
fn patterns_match_whole_answers() {
    let cases = [
        ("yes", "Yes.", true),
        ("yes", "yes it is", false),
        ("(dunara|sanvila) tele*", "DUNARA TÉLÉVISION", true),
        ("(dunara|sanvila) tele*", "sanvila tele", true),
        ("(dunara|sanvila) tele*", "dunara sanvila tele", false),
        ("(dunara|sanvila) [national] tele*", "Dunara national television", true),
        ("(dunara|sanvila) [national] tele*", "dunara television national", false),
        ("(dunara|sanvila) [national] tele*", "dunaratelevision", false),
        ("* no deaths * confirmed *", "no deaths confirmed", true),
        ("* no deaths * confirmed *", "There are no deaths that anybody confirmed, yet.", true),
        ("* no deaths * confirmed *", "casino deaths confirmed", false),
        ("* no deaths * confirmed *", "no deathsconfirmed", false),
        ("[the] [big] dopesheet", "dopesheet", true),
        ("[the] [big] dopesheet", "the dopesheet", true),
        ("[the] [big] dopesheet", "the big dopesheet", true),
        ("[the] [big] dopesheet", "thedopesheet", false),
        ("dopesheet[s]", "dopesheets", true),
        ("dopesheet[s]", "dopesheet s", false),
        ("*sheet", "dopesheet", true),
        ("*sheet", "dope sheet", false),
        ("* sheet", "dope sheet", true),
        ("fact(-check| check|check)", "fact check", true),
        ("fact(-check| check|check)", "factcheck", true),
        ("[l'] alerte", "L’alerte", true),
        ("[l'] alerte", "alerte", true),
        ("* autorisation *", "il manque l'autorisation écrite", true),
        ("((a|b) c|d)", "b c", true),
        ("((a|b) c|d)", "d", true),
        ("((a|b) c|d)", "d c", false),
        ("(a|b) * (c|d)", "a x y d", true),
        ("a*b", "axxb", true),
        ("a*b", "a b", false),
        ("no * deaths", "no xdeaths", false),
        ("a", "", false),
        ("a", "?", false),
        ("90 s*", "90 seconds", true),
    ];
    for (pattern, answer, expected) in cases {
        assert_eq!(matches(pattern, answer), expected, "{pattern} on {answer}");
    }
}

#[test]
fn faults_are_told_with_their_place() {
    use PatternFault as F;
    let deep = format!("{}a{}", "(".repeat(17), ")".repeat(17));
    let long = "é".repeat(501);
    let cases = [
        ("", 0, F::MatchesNothingTyped),
        ("*", 0, F::MatchesNothingTyped),
        ("[a] * …", 0, F::MatchesNothingTyped),
        ("a|b", 1, F::ChoiceOutside),
        ("é (a|b", 3, F::Unclosed('(')),
        ("a [b (c]", 7, F::Unopened(']')),
        ("a)", 1, F::Unopened(')')),
        ("x (a|)", 5, F::EmptyChoice),
        ("x (|a)", 3, F::EmptyChoice),
        ("x []", 3, F::EmptyChoice),
        (&deep, 16, F::TooDeep),
        (&long, 1000, F::TooLong),
    ];
    for (pattern, offset, fault) in cases {
        assert_eq!(Pattern::parse(pattern), Err(PatternError { offset, fault }), "{pattern}");
    }
}

/// A matcher that tries everything and goes back; right by being simple.
fn naive(nodes: &[Node], text: &[char], at: usize) -> bool {
    let Some((node, rest)) = nodes.split_first() else { return at == text.len() };
    let is_edge = at == 0 || at == text.len() || text[at - 1] == ' ';
    match node {
        Node::Letter(c) => text.get(at) == Some(c) && naive(rest, text, at + 1),
        Node::Border => is_edge && naive(rest, text, at) || text.get(at) == Some(&' ') && naive(rest, text, at + 1),
        Node::AnyWords => (at..=text.len()).any(|to| naive(rest, text, to)),
        Node::AnyLetters => {
            let end = (at..text.len()).find(|i| text[*i] == ' ').unwrap_or(text.len());
            (at..=end).any(|to| naive(rest, text, to))
        }
        Node::Choice(choices) => choices.iter().any(|choice| naive(&[choice.as_slice(), rest].concat(), text, at)),
    }
}

proptest! {
    #[test]
    fn the_machine_agrees_with_a_matcher_that_goes_back(
        pattern in r"([ab ]|\*|\([ab][ab* ]{0,2}\|[ab]\)|\[[ab][ab ]{0,2}\]){0,8}",
        answer in "[ab ]{0,10}",
    ) {
        let nodes = parse(&pattern).unwrap();
        let answer = fold(&answer);
        let text: Vec<char> = answer.chars().collect();
        prop_assert_eq!(Machine::compile(&nodes).run(&answer).0, naive(&nodes, &text, 0), "{} on {:?}", pattern, answer);
    }

    #[test]
    fn words_are_found_in_a_text_where_a_matcher_that_goes_back_finds_them(
        pattern in r"([ab ]|\*|\([ab][ab* ]{0,2}\|[ab]\)|\[[ab][ab ]{0,2}\]){0,8}",
        text in "[ab ]{0,12}",
    ) {
        let nodes = parse(&pattern).unwrap();
        let text = fold(&text);
        let borders: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let starts = [0].into_iter().chain(borders.iter().map(|at| at + 1)).filter(|at| *at < text.len());
        let ends = || borders.iter().copied().chain([text.len()]);
        let matches = |from: usize, to: usize| {
            text.get(from..to).is_some_and(|words| naive(&nodes, &words.chars().collect::<Vec<_>>(), 0))
        };
        let wanted: Vec<usize> = starts.filter(|from| ends().any(|to| to > *from && matches(*from, to))).collect();
        let mut found = Machine::backwards(&nodes).starts(&text).0;
        found.reverse();
        prop_assert_eq!(found, wanted, "{} in {:?}", pattern, text);
    }

    #[test]
    fn no_pattern_and_no_answer_is_a_panic(pattern in r"[a \*|()\[\]é'\u{301}]{0,20}", answer in any::<String>()) {
        if let Ok(pattern) = Pattern::parse(&pattern) {
            pattern.matches(&answer);
            prop_assert!(!pattern.matches("?"));
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}

#[test]
fn hostile_sizes_cost_length_times_length_and_no_more() {
    let nested = format!("{}a*a*{}", "(".repeat(16), ")".repeat(16));
    let patterns = ["* ".repeat(200) + "b", "a*".repeat(200) + "b", "[a]".repeat(160) + &"a".repeat(10), nested];
    for pattern in patterns {
        let machine = Machine::compile(&parse(&pattern).unwrap());
        for letters in [100, 1000, 10_000] {
            let (_, steps) = machine.run(&"a".repeat(letters));
            let bound = 2 * 4 * pattern.len() * (letters + 1);
            assert!(steps <= bound, "{steps} steps over {bound} for {pattern} on {letters} letters");
            let (_, steps) = Machine::backwards(&parse(&pattern).unwrap()).starts(&"a ".repeat(letters / 2));
            assert!(steps <= bound, "{steps} steps over {bound} to find {pattern} in {letters} letters");
        }
    }
}
