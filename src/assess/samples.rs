//! One question of each kind, and short ways to write responses, for tests.

use super::Response;
use crate::course::Question;
use crate::course::question::{Choice, NumberTrap, QuestionBody, Target, TextTrap, Word};
use crate::id::{OptionId, OutcomeId, QuestionId};

pub(crate) fn id(text: &str) -> OptionId {
    OptionId::new(text).unwrap()
}

fn ids(text: &str) -> Vec<OptionId> {
    text.chars().map(|c| id(&c.to_string())).collect()
}

fn choice(name: &str, text: &str) -> Choice {
    Choice { id: id(name), text: text.to_owned(), feedback: format!("about {name}") }
}

fn choices(names: &str) -> Vec<Choice> {
    names.chars().map(|c| choice(&c.to_string(), &format!("option {c}"))).collect()
}

fn targets(names: &str) -> Vec<Target> {
    ids(names).into_iter().map(|id| Target { text: format!("target {id}"), id }).collect()
}

pub(crate) fn question(name: &str, body: QuestionBody) -> Question {
    Question {
        id: QuestionId::new(name).unwrap(),
        was: Vec::new(),
        outcome: Some(OutcomeId::new("outcome").unwrap()),
        critical: false,
        prompt: format!("The prompt of {name}?"),
        why: format!("The reason of {name}."),
        hints: vec!["The first hint.".into(), "The second hint.".into()],
        shuffle: true,
        body,
    }
}

/// One question of each kind, in the order of `Kind::ALL`.
pub(crate) fn all() -> Vec<Question> {
    vec![single(), multiple(), true_false(true), order(), matching(), sort(), number(75.0, 3.0), short(), mark()]
}

pub(crate) fn single() -> Question {
    question("single", QuestionBody::Single { options: choices("abc"), key: id("a") })
}

pub(crate) fn multiple() -> Question {
    question("multiple", QuestionBody::Multiple { options: choices("abcde"), keys: ids("abc") })
}

pub(crate) fn true_false(answer: bool) -> Question {
    let options = vec![choice("true", ""), choice("false", "")];
    question("true-false", QuestionBody::TrueFalse { options, answer })
}

pub(crate) fn order() -> Question {
    order_of(5)
}

pub(crate) fn order_of(cards: usize) -> Question {
    let names: String = ('a'..='z').take(cards).collect();
    question("order", QuestionBody::Order { options: choices(&names) })
}

pub(crate) fn matching() -> Question {
    question("match", QuestionBody::Match { options: choices("abc"), targets: targets("xyzw"), keys: ids("xyz") })
}

pub(crate) fn sort() -> Question {
    question("sort", QuestionBody::Sort { options: choices("abcd"), targets: targets("xyz"), keys: ids("xxyy") })
}

pub(crate) fn number(value: f64, tolerance: f64) -> Question {
    let traps = vec![NumberTrap { value: 225.0, tolerance: 5.0, feedback: "trap".into() }];
    let (right_feedback, otherwise) = ("right".into(), "otherwise".into());
    let unit = "words".into();
    question("number", QuestionBody::Number { value, tolerance, unit, right_feedback, otherwise, traps })
}

pub(crate) fn short() -> Question {
    let body = QuestionBody::Short {
        accept: vec!["(dunara|sanvila) [national] tele*".into(), "tele* (dunara|sanvila)".into()],
        answer: "Sanvila national television".into(),
        right_feedback: "right".into(),
        otherwise: "otherwise".into(),
        traps: vec![TextTrap { accept: vec!["* (agency|agence)".into()], feedback: "trap".into() }],
    };
    question("short", body)
}

/// Words 0 to 9: 1-3 are the span `k` and 6 is `l`, both to be marked; 8 is `t`, which tempts.
pub(crate) fn mark() -> Question {
    let spans = [None, Some("k"), Some("k"), Some("k"), None, None, Some("l"), None, Some("t"), None];
    let word = |(at, span): (usize, Option<&str>)| Word {
        text: format!("word{at}"),
        ends_paragraph: at == 4,
        span: span.map(id),
    };
    let body = QuestionBody::Mark {
        words: spans.into_iter().enumerate().map(word).collect(),
        options: choices("klt"),
        keys: ids("kl"),
        otherwise: "outside".into(),
    };
    question("mark", body)
}

pub(crate) fn chosen(name: &str) -> Response {
    Response::Chosen(Some(id(name)))
}

pub(crate) fn ticked(names: &[&str]) -> Response {
    Response::Ticked(names.iter().map(|n| id(n)).collect())
}

/// Each letter is a card.
pub(crate) fn ordered(cards: &str) -> Response {
    Response::Ordered(ids(cards))
}

/// `ax by`: card a on target x, card b on target y.
pub(crate) fn placed(pairs: &str) -> Response {
    let pair = |text: &str| {
        let pair = ids(text);
        (pair[0].clone(), pair[1].clone())
    };
    Response::Placed(pairs.split_whitespace().map(pair).collect())
}

pub(crate) fn typed(text: &str) -> Response {
    Response::Typed(text.to_owned())
}

pub(crate) fn marked(at: &[usize]) -> Response {
    Response::Marked(at.to_vec())
}
