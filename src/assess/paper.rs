//! Quizzes on paper: which letter stands for which option, and a row of letters read as answers.
//!
//! Apart because a printed quiz, its key and the row that is typed in afterwards must agree on every machine and in every
//! language: options stand in an order that depends on ids alone. It grades nothing and writes no page.

use super::{NotYet, Response, check_response, empty_response, mix, shown, shown_targets};
use crate::course::Question;
use crate::course::question::Kind;
use crate::id::OptionId;

/// What stands for a question, or a place in one, that was left out.
pub const BLANK: &str = "-";
/// Marks that words with blanks are written between.
const QUOTES: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// Options and targets in the order in which they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The options.
    pub options: Vec<OptionId>,
    /// The targets; empty where the kind has none.
    pub targets: Vec<OptionId>,
}

/// Why what was written is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// A quotation mark has no partner.
    #[error("a quotation mark is not closed")]
    OpenQuote,
    /// There are more or fewer answers than questions.
    #[error("{given} answers for {wanted} questions; `-` stands for one that was left out")]
    Count {
        /// Answers.
        given: usize,
        /// Questions.
        wanted: usize,
    },
    /// No option has the letter.
    #[error("`{0}` is no letter of this question: a to {1}")]
    NoSuchLetter(char, char),
    /// No word has the number.
    #[error("`{0}` is no word of this question: 1 to {1}, such as 3,7-9")]
    NoSuchWord(String, usize),
    /// A letter stands there twice.
    #[error("`{0}` stands there twice")]
    Twice(char),
    /// Another number of letters is wanted.
    #[error("{wanted} letters are wanted here, and there are {given}")]
    Letters {
        /// Letters given.
        given: usize,
        /// Letters wanted.
        wanted: usize,
    },
    /// What is typed cannot be graded.
    #[error("{0}; `-` stands for an answer that is none")]
    NotYet(NotYet),
}

/// Returns the order in which a question is printed: the same on every machine, and never with its key in front.
pub fn printed(question: &Question) -> Printed {
    let seed = mix(0, question.id.as_str());
    Printed { options: shown(question, seed), targets: shown_targets(question, seed) }
}

/// Returns the letter of a place, from 0.
pub fn letter(place: usize) -> char {
    ('a'..='z').nth(place).unwrap_or('z')
}

/// Cuts a row into answers: what stands between blanks, words with blanks between quotation marks. Where all is one word
/// and each question takes one letter, each letter is an answer.
pub fn fields(row: &str, questions: &[&Question]) -> Result<Vec<String>, Unread> {
    let fields = cut(row)?;
    let one_letter = |question: &&Question| matches!(question.kind(), Kind::Single | Kind::TrueFalse);
    match fields.as_slice() {
        [all] if questions.len() > 1 && all.chars().count() == questions.len() && questions.iter().all(one_letter) => {
            Ok(all.chars().map(String::from).collect())
        }
        _ if fields.len() != questions.len() => Err(Unread::Count { given: fields.len(), wanted: questions.len() }),
        _ => Ok(fields),
    }
}

fn cut(row: &str) -> Result<Vec<String>, Unread> {
    let mut fields = Vec::new();
    let mut rest = row.trim_start();
    while let Some(first) = rest.chars().next() {
        let quote = QUOTES.iter().find(|(open, _)| *open == first).map(|(_, close)| *close);
        let (field, after) = match quote {
            Some(close) => {
                rest.get(first.len_utf8()..).unwrap_or_default().split_once(close).ok_or(Unread::OpenQuote)?
            }
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        fields.push(field.trim().to_owned());
        rest = after.trim_start();
    }
    Ok(fields)
}

/// Reads what was written for a question; a wrong answer is an answer.
pub fn read(question: &Question, field: &str) -> Result<Response, Unread> {
    if field == BLANK || field.is_empty() {
        return Ok(empty_response(question));
    }
    let Printed { options, targets } = printed(question);
    match question.kind() {
        Kind::Single | Kind::TrueFalse => {
            let chosen = lettered(field, &options)?;
            exactly(chosen.len(), 1)?;
            Ok(Response::Chosen(chosen.into_iter().next()))
        }
        Kind::Multiple => {
            let ticked = lettered(field, &options)?;
            let in_file = question.body.options().iter().map(|option| option.id.clone());
            Ok(Response::Ticked(in_file.filter(|id| ticked.contains(id)).collect()))
        }
        Kind::Order => {
            let cards = lettered(field, &options)?;
            exactly(cards.len(), options.len())?;
            Ok(Response::Ordered(cards))
        }
        Kind::Match | Kind::Sort => placed(field, question.kind() == Kind::Match, &options, &targets),
        Kind::Number | Kind::Short => typed(question, field),
        Kind::Mark => marked(question, field),
    }
}

fn exactly(given: usize, wanted: usize) -> Result<(), Unread> {
    if given == wanted { Ok(()) } else { Err(Unread::Letters { given, wanted }) }
}

/// Finds what a letter stands for.
fn by_letter(sign: char, ids: &[OptionId]) -> Result<&OptionId, Unread> {
    let lower = sign.to_ascii_lowercase();
    let place = ('a'..='z').position(|letter| letter == lower);
    let last = letter(ids.len().saturating_sub(1));
    place.and_then(|place| ids.get(place)).ok_or(Unread::NoSuchLetter(sign, last))
}

/// Reads different letters; commas between them are let be.
fn lettered(field: &str, ids: &[OptionId]) -> Result<Vec<OptionId>, Unread> {
    let mut found: Vec<OptionId> = Vec::new();
    for sign in field.chars().filter(|sign| *sign != ',') {
        let id = by_letter(sign, ids)?;
        if found.contains(id) {
            return Err(Unread::Twice(sign));
        }
        found.push(id.clone());
    }
    Ok(found)
}

/// Reads one letter for each option, in their order.
fn placed(field: &str, each_once: bool, options: &[OptionId], targets: &[OptionId]) -> Result<Response, Unread> {
    let signs: Vec<char> = field.chars().filter(|sign| *sign != ',').collect();
    exactly(signs.len(), options.len())?;
    let mut pairs: Vec<(OptionId, OptionId)> = Vec::new();
    for (option, sign) in options.iter().zip(signs).filter(|(_, sign)| *sign != '-') {
        let target = by_letter(sign, targets)?;
        if each_once && pairs.iter().any(|(_, taken)| taken == target) {
            return Err(Unread::Twice(sign));
        }
        pairs.push((option.clone(), target.clone()));
    }
    Ok(Response::Placed(pairs))
}

fn typed(question: &Question, field: &str) -> Result<Response, Unread> {
    let response = Response::Typed(field.to_owned());
    check_response(question, &response).map_err(Unread::NotYet)?;
    Ok(response)
}

/// Reads numbers of words, from 1: `3,7-9`.
fn marked(question: &Question, field: &str) -> Result<Response, Unread> {
    let crate::course::QuestionBody::Mark { words, .. } = &question.body else {
        return Ok(empty_response(question));
    };
    let wrong = |part: &str| Unread::NoSuchWord(part.to_owned(), words.len());
    let mut places = std::collections::BTreeSet::new();
    for part in field.split(',').filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| text.parse::<usize>().ok().filter(|number| (1..=words.len()).contains(number));
        let (first, last) = number(first).zip(number(last)).ok_or_else(|| wrong(part))?;
        if last < first {
            return Err(wrong(part));
        }
        places.extend(first - 1..last);
    }
    Ok(Response::Marked(places.into_iter().collect()))
}

/// Writes an answer as it stands on paper, which reads as the same answer.
pub fn written(question: &Question, response: &Response) -> String {
    let Printed { options, targets } = printed(question);
    let sign = |ids: &[OptionId], id: &OptionId| ids.iter().position(|known| known == id).map_or('-', letter);
    let row = match response {
        Response::Chosen(id) => id.iter().map(|id| sign(&options, id)).collect(),
        Response::Ticked(ids) => {
            let mut signs: Vec<char> = ids.iter().map(|id| sign(&options, id)).collect();
            signs.sort_unstable();
            signs.into_iter().collect()
        }
        Response::Ordered(ids) => ids.iter().map(|id| sign(&options, id)).collect(),
        Response::Placed(pairs) => {
            let target = |option: &OptionId| pairs.iter().find(|(id, _)| id == option).map(|(_, target)| target);
            options.iter().map(|option| target(option).map_or('-', |target| sign(&targets, target))).collect()
        }
        Response::Typed(text) if text.contains(char::is_whitespace) => format!("“{text}”"),
        Response::Typed(text) => text.clone(),
        Response::Marked(at) => ranges(at),
    };
    if row.chars().all(|sign| sign == '-') { BLANK.to_owned() } else { row }
}

/// Writes rising places, from 0, as numbers from 1 with runs drawn together.
fn ranges(places: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *place => *last = *place,
            Some(_) | None => runs.push((*place, *place)),
        }
    }
    let run = |(first, last): (usize, usize)| {
        if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) }
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests;
