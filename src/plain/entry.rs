//! What was typed, read as an answer: numbers of what was listed, or words.
//!
//! Apart because it is pure: an item and a line give an answer, or the reason why not. A wrong answer is an answer.

use crate::assess::{self, NotYet, Response};
use crate::course::QuestionBody;
use crate::course::question::Kind;
use crate::id::OptionId;
use crate::session::item::Item;

/// Why an entry is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    /// This is not a number, or no range of numbers.
    NotANumber(String),
    /// Nothing in the list has this number.
    OutOfRange(String, usize),
    /// This number stands there twice.
    Twice(usize),
    /// One number is wanted and several were given.
    OnlyOne,
    /// All are wanted and so many are missing.
    Missing(usize),
    /// More numbers than places.
    TooMany(usize),
    /// The partner with this number belongs to the option with that one already.
    Taken(usize, usize),
    /// There is nothing to take back.
    NothingBefore,
    /// Nothing was typed.
    Empty,
    /// The number has another unit than this one.
    OtherUnit(String),
    /// What grading says.
    NotYet(NotYet),
}

/// Reads an entry as the answer to an item; for `match` and `sort`, as what it adds to the answer so far.
pub(super) fn read(item: &Item, text: &str) -> Result<Response, Why> {
    match item.question.kind() {
        Kind::Single | Kind::TrueFalse => one(&item.shown, text),
        Kind::Multiple => Ok(Response::Ticked(in_file_order(item, &listed(&item.shown, text)?))),
        Kind::Order => order(&item.shown, text),
        Kind::Match | Kind::Sort => placed(item, text),
        Kind::Number | Kind::Short => typed(item, text),
        Kind::Mark => marked(item, text),
    }
}

/// Returns the options that have no place yet, in the order they are shown.
pub(super) fn unplaced(item: &Item) -> Vec<&OptionId> {
    let Response::Placed(pairs) = &item.response else { return Vec::new() };
    let is_open = |id: &&OptionId| pairs.iter().all(|(option, _)| option != *id);
    item.shown.iter().filter(is_open).collect()
}

/// Returns an answer as it would be typed.
pub(super) fn as_typed(item: &Item) -> String {
    let number = |list: &[OptionId], id: &OptionId| list.iter().position(|known| known == id).map(|at| at + 1);
    let numbers = |ids: &[OptionId]| -> Vec<usize> { ids.iter().filter_map(|id| number(&item.shown, id)).collect() };
    let words = |numbers: Vec<usize>| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    match &item.response {
        Response::Chosen(id) => words(numbers(id.as_slice())),
        Response::Ticked(ids) | Response::Ordered(ids) => words(numbers(ids)),
        Response::Placed(pairs) => {
            let target = |option: &OptionId| pairs.iter().find(|(id, _)| id == option).map(|(_, target)| target);
            let placed = item.shown.iter().filter_map(target);
            words(placed.filter_map(|target| number(&item.targets, target)).collect())
        }
        Response::Typed(text) => text.clone(),
        Response::Marked(at) => words(at.iter().map(|at| at + 1).collect()),
    }
}

fn one(shown: &[OptionId], text: &str) -> Result<Response, Why> {
    match listed(shown, text)?.as_slice() {
        [id] => Ok(Response::Chosen(Some(id.clone()))),
        _ => Err(Why::OnlyOne),
    }
}

fn order(shown: &[OptionId], text: &str) -> Result<Response, Why> {
    let ids = listed(shown, text)?;
    match shown.len() - ids.len() {
        0 => Ok(Response::Ordered(ids)),
        missing => Err(Why::Missing(missing)),
    }
}

/// Reads different numbers of a list.
fn listed(shown: &[OptionId], text: &str) -> Result<Vec<OptionId>, Why> {
    let numbers = different(text, shown.len())?;
    Ok(numbers.iter().filter_map(|number| shown.get(number - 1)).cloned().collect())
}

fn in_file_order(item: &Item, ids: &[OptionId]) -> Vec<OptionId> {
    item.question.body.options().iter().map(|option| option.id.clone()).filter(|id| ids.contains(id)).collect()
}

/// Reads numbers as they are listed, each of them once.
pub(super) fn different(text: &str, max: usize) -> Result<Vec<usize>, Why> {
    let numbers = numbers(text, max)?;
    match repeated(&numbers) {
        Some(twice) => Err(Why::Twice(twice)),
        None => Ok(numbers),
    }
}

/// Reads numbers from 1 to `max`, with spaces, commas or semicolons between; `7-9` is 7, 8 and 9.
pub(super) fn numbers(text: &str, max: usize) -> Result<Vec<usize>, Why> {
    let mut numbers = Vec::new();
    for word in text.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        let (first, last) = (number(first, word, max)?, number(last, word, max)?);
        if last < first {
            return Err(Why::NotANumber(word.to_owned()));
        }
        numbers.extend(first..=last);
    }
    if numbers.is_empty() { Err(Why::Empty) } else { Ok(numbers) }
}

fn number(digits: &str, word: &str, max: usize) -> Result<usize, Why> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Why::NotANumber(word.to_owned()));
    }
    let number = digits.parse().ok().filter(|number| (1..=max).contains(number));
    number.ok_or_else(|| Why::OutOfRange(digits.to_owned(), max))
}

fn repeated(numbers: &[usize]) -> Option<usize> {
    numbers.iter().enumerate().find(|(at, number)| numbers.iter().take(*at).any(|n| n == *number)).map(|(_, n)| *n)
}

/// Adds targets for the next options; `b` takes the last one back.
fn placed(item: &Item, text: &str) -> Result<Response, Why> {
    let Response::Placed(mut pairs) = item.response.clone() else { return Err(Why::NotYet(NotYet::WrongForm)) };
    if text == "b" {
        return pairs.pop().map(|_| Response::Placed(pairs)).ok_or(Why::NothingBefore);
    }
    let open = unplaced(item);
    let numbers = numbers(text, item.targets.len())?;
    if numbers.len() > open.len() {
        return Err(Why::TooMany(open.len()));
    }
    for (option, number) in open.into_iter().zip(numbers) {
        let Some(target) = item.targets.get(number - 1) else { continue };
        if item.question.kind() == Kind::Match {
            refuse_taken(item, &pairs, target, number)?;
        }
        pairs.push((option.clone(), target.clone()));
    }
    Ok(Response::Placed(pairs))
}

fn refuse_taken(item: &Item, pairs: &[(OptionId, OptionId)], target: &OptionId, number: usize) -> Result<(), Why> {
    let holder = pairs.iter().find(|(_, taken)| taken == target).map(|(option, _)| option);
    match holder.and_then(|option| item.shown.iter().position(|id| id == option)) {
        Some(at) => Err(Why::Taken(number, at + 1)),
        None => Ok(()),
    }
}

fn typed(item: &Item, text: &str) -> Result<Response, Why> {
    let response = Response::Typed(text.to_owned());
    match (assess::check_response(&item.question, &response), &item.question.body) {
        (Ok(()), _) => Ok(response),
        (Err(NotYet::OtherUnit(_)), QuestionBody::Number { unit, .. }) => Err(Why::OtherUnit(unit.clone())),
        (Err(why), _) => Err(Why::NotYet(why)),
    }
}

fn marked(item: &Item, text: &str) -> Result<Response, Why> {
    let QuestionBody::Mark { words, .. } = &item.question.body else {
        return Err(Why::NotYet(NotYet::WrongForm));
    };
    let mut at: Vec<usize> = numbers(text, words.len())?.iter().map(|number| number - 1).collect();
    at.sort_unstable();
    at.dedup();
    Ok(Response::Marked(at))
}

#[cfg(test)]
mod tests;
