//! A quiz or a test on paper: without the key for learners, with it for the trainer.
//!
//! Apart from the lesson because it is collected again. Options stand as `assess::paper` orders them, so that what
//! learners write can be typed in as a row of letters.

use super::part::{Part, Running};
use super::{Clean, Paper, Press};
use crate::assess::draw::{Stock, TestSeeds, set_seed, test_quiz};
use crate::assess::paper::{Printed, letter, printed, written};
use crate::assess::{Response, key_response};
use crate::course::question::{Kind, QuestionBody, Word};
use crate::course::{Course, Faults, Question};
use crate::id::{Lang, OptionId, QuestionId, QuestionRef, QuizId};

/// How many answers stand in one row of the strip at most.
const STRIP: usize = 8;
/// How high its cells are, in millimetres.
const CELL: u16 = 11;
/// Every so many words of a text to mark, one is numbered.
const COUNTED: usize = 5;

/// Which of the two papers is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// What learners get.
    Blank,
    /// What the trainer keeps.
    Key,
}

/// A question of a quiz, with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Where it stands.
    pub at: QuestionRef,
    /// The question that gives the slot its id.
    pub slot: QuestionId,
    /// The question.
    pub question: Question,
}

impl Asked {
    /// Returns the questions that are printed for a quiz or a test: the first of each slot, and of a test the set that
    /// everybody gets.
    pub fn of(course: &Course, quiz: &QuizId, lang: &Lang) -> Result<Vec<Self>, Faults> {
        match quiz {
            QuizId::Lesson(lesson) => {
                let quiz = course.quiz(lesson, lang)?;
                let asked = |question: &Question| Self {
                    at: QuestionRef { lesson: lesson.clone(), question: question.id.clone() },
                    slot: question.id.clone(),
                    question: question.clone(),
                };
                Ok(quiz.slots.iter().map(|slot| asked(slot.first())).collect())
            }
            QuizId::Test(test) => {
                let Some(test) = course.test(test) else { return Ok(Vec::new()) };
                let seeds = TestSeeds { set: set_seed(course.manifest(), test, ""), attempt: 0 };
                let stock = Stock { tracks: &course.manifest().tracks, lessons: course.outlines() };
                let drawn = test_quiz(test, stock, &[], seeds);
                Ok(drawn
                    .iter()
                    .map(|at| Self::find(course, at, lang))
                    .collect::<Result<Vec<_>, _>>()?
                    .into_iter()
                    .flatten()
                    .collect())
            }
        }
    }

    fn find(course: &Course, at: &QuestionRef, lang: &Lang) -> Result<Option<Self>, Faults> {
        let quiz = course.quiz(&at.lesson, lang)?;
        let in_slot = |question: &&Question| question.id == at.question;
        let found = quiz.slots.iter().find_map(|slot| Some((slot, slot.questions.iter().find(in_slot)?)));
        Ok(found.map(|(slot, question)| Self {
            at: at.clone(),
            slot: slot.first().id.clone(),
            question: question.clone(),
        }))
    }
}

/// Makes the paper of a quiz or a test.
pub fn quiz(press: &Press<'_>, quiz: &QuizId, sheet: Sheet) -> Result<Paper, Faults> {
    let asked = Asked::of(press.course, quiz, press.lang)?;
    let mut parts = match sheet {
        Sheet::Blank => vec![super::form::who(press)],
        Sheet::Key => vec![Part::Hint(Running::plain(&press.words.get("paper-key-hint")))],
    };
    parts.extend(strip(press, &asked, sheet));
    for (number, asked) in (1..).zip(&asked) {
        parts.push(Part::Together(one(press, number, &asked.question, sheet)));
    }
    let kind = match sheet {
        Sheet::Blank => press.words.with("paper-quiz", &[("count", asked.len().into())]),
        Sheet::Key => press.words.get("paper-key"),
    };
    Ok(press.paper(&title(press, quiz), &kind, parts))
}

fn title(press: &Press<'_>, quiz: &QuizId) -> String {
    let title = match quiz {
        QuizId::Lesson(lesson) => press.course.outline(lesson).map(|outline| &outline.title),
        QuizId::Test(test) => press.course.test(test).map(|test| &test.title),
    };
    title.map(|title| title.get(press.lang).to_owned()).unwrap_or_default()
}

/// Sets the cells that the answers are written into, which are typed in afterwards as one row.
fn strip(press: &Press<'_>, asked: &[Asked], sheet: Sheet) -> Vec<Part> {
    let answer = |question: &Question| match sheet {
        Sheet::Blank => Clean::default(),
        Sheet::Key => written(question, &key_response(question)).into(),
    };
    // Rows of the same length, or one cell less in the last.
    let long = asked.len().div_ceil(asked.len().div_ceil(STRIP).max(1)).max(1);
    let rows = asked.chunks(long).zip((1..).step_by(long)).map(|(chunk, first)| {
        let mut heads: Vec<(Clean, u16)> =
            (first..).take(chunk.len()).map(|number: usize| (number.to_string().into(), 1)).collect();
        heads.resize(long, (Clean::default(), 1));
        let mut answers: Vec<Clean> = chunk.iter().map(|asked| answer(&asked.question)).collect();
        answers.resize(long, Clean::default());
        Part::Grid(heads, vec![answers], CELL)
    });
    let mut parts = vec![Part::Hint(Running::plain(&press.words.get("paper-strip")))];
    parts.extend(rows);
    vec![Part::Together(parts)]
}

fn one(press: &Press<'_>, number: usize, question: &Question, sheet: Sheet) -> Vec<Part> {
    let mut inner = press.markdown(&question.prompt);
    if question.critical {
        inner.push(Part::Text(Running::strong(&press.words.get("paper-critical"))));
    }
    inner.push(Part::Hint(Running::plain(&how(press, question))));
    match sheet {
        Sheet::Blank => inner.extend(press.choices(question)),
        Sheet::Key => inner.extend(press.key(question)),
    }
    vec![Part::Item(format!("{number}.").into(), inner)]
}

/// Says how the kind is answered on paper.
fn how(press: &Press<'_>, question: &Question) -> String {
    let unit = if let QuestionBody::Number { unit, .. } = &question.body { unit.as_str() } else { "" };
    let key = match question.kind() {
        Kind::Single | Kind::TrueFalse => "paper-how-single",
        Kind::Multiple => "paper-how-multiple",
        Kind::Order => "paper-how-order",
        Kind::Match => "paper-how-match",
        Kind::Sort => "paper-how-sort",
        Kind::Number if unit.is_empty() => "paper-how-number",
        Kind::Number => return press.words.with("paper-how-number-unit", &[("unit", unit.into())]),
        Kind::Short => "paper-how-short",
        Kind::Mark => "paper-how-mark",
    };
    press.words.get(key)
}

impl Press<'_> {
    /// Sets what there is to choose from.
    pub(super) fn choices(&self, question: &Question) -> Vec<Part> {
        self.listed(question, &|_| None)
    }

    /// Sets the options and targets, each with what is said of it where something is.
    fn listed(&self, question: &Question, said: &dyn Fn(&OptionId) -> Option<Part>) -> Vec<Part> {
        if let QuestionBody::Mark { words, .. } = &question.body {
            return vec![Part::Framed(Clean::default(), counted(words))];
        }
        let Printed { options, targets } = printed(question);
        let is_numbered = !targets.is_empty();
        let item = |(place, id): (usize, &OptionId), is_numbered: bool| {
            let mark = if is_numbered { format!("{}.", place + 1) } else { format!("{})", letter(place)) };
            let mut inner = vec![Part::Text(self.text_of(question, id))];
            inner.extend(said(id));
            Part::Item(mark.into(), inner)
        };
        let options = options.iter().enumerate().map(|one| item(one, is_numbered));
        let targets = targets.iter().enumerate().map(|one| item(one, false));
        let mut parts: Vec<Part> = options.collect();
        if is_numbered {
            let key = if question.kind() == Kind::Match { "plain-partners" } else { "plain-categories" };
            parts.push(Part::Text(Running::strong(&self.words.get(key))));
            parts.extend(targets);
        }
        parts
    }

    /// Returns the words of an option or a target.
    fn text_of(&self, question: &Question, id: &OptionId) -> Running {
        if question.kind() == Kind::TrueFalse {
            return Running::plain(&self.words.get(if id.as_str() == "true" { "report-true" } else { "report-false" }));
        }
        let option = question.body.options().iter().find(|option| option.id == *id).map(|option| &option.text);
        let target = || question.body.targets().iter().find(|target| target.id == *id).map(|target| &target.text);
        option.or_else(target).map(|text| self.inline(text)).unwrap_or_default()
    }

    /// Sets a question with its key, what is said of each option, and why.
    pub(super) fn key(&self, question: &Question) -> Vec<Part> {
        let feedback = |id: &OptionId| {
            let option = question.body.options().iter().find(|option| option.id == *id)?;
            (!option.feedback.is_empty()).then(|| Part::Hint(self.inline(&option.feedback)))
        };
        let mut parts = self.listed(question, &feedback);
        let answer = written(question, &key_response(question));
        let right = Running::strong(&self.words.get("paper-right")).and(&format!(" {answer}{}", span_of(question)));
        parts.push(Part::Text(right));
        parts.extend(self.markdown(&question.why));
        parts
    }
}

/// Says how far from a number still counts, and which words are to be marked.
fn span_of(question: &Question) -> String {
    match (&question.body, key_response(question)) {
        (QuestionBody::Number { tolerance, unit, .. }, _) if *tolerance > 0.0 => format!(" {unit} (± {tolerance})"),
        (QuestionBody::Number { unit, .. }, _) => format!(" {unit}"),
        (QuestionBody::Mark { words, .. }, Response::Marked(places)) => {
            let word = |place: &usize| words.get(*place).map(|word| word.text.trim());
            format!(" ({})", places.iter().filter_map(word).collect::<Vec<_>>().join(" "))
        }
        _ => String::new(),
    }
}

/// Sets a text to mark, with a number after every fifth word, to count by.
pub(super) fn counted(words: &[Word]) -> Vec<Part> {
    let mut parts = vec![Running::default()];
    for (number, word) in (1..).zip(words) {
        let Some(line) = parts.last_mut() else { break };
        let count = if number % COUNTED == 0 { superscript(number) } else { String::new() };
        line.0.push(super::Span::new(&format!("{}{count} ", word.text.trim()), false));
        if word.ends_paragraph {
            parts.push(Running::default());
        }
    }
    parts.retain(|line| !line.0.is_empty());
    parts.into_iter().map(Part::Text).collect()
}

fn superscript(number: usize) -> String {
    let raised = |digit: char| match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    };
    number.to_string().chars().map(raised).collect()
}
