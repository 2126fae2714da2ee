//! Answering: asks until an entry is accepted, says why one is not, gives hints, and keeps what is half done.

use super::entry::{self, Why};
use super::{Entry, Plain, Step, literal};
use crate::assess::{self, NotYet, Response};
use crate::course::question::Kind;
use crate::session::item::Item;

/// What came of one entry.
pub(super) enum Given {
    /// A whole answer.
    Whole(Response),
    /// A piece of one.
    Piece(Response),
    /// The learner wants a hint.
    Hint,
    /// The learner wants to look into the lesson.
    Lesson,
    /// Nothing that counts; the prompt comes again.
    Nothing,
    /// The language is another now.
    Again,
}

impl Plain<'_> {
    /// Takes one entry to an item; hints and the lesson help where it is no test.
    pub(super) fn take(&mut self, item: &Item, has_help: bool) -> Step<Given> {
        let has_kept = self.write_kept(item)?;
        let prompt = self.prompt(item);
        let is_typed = matches!(item.question.kind(), Kind::Number | Kind::Short);
        let entry = if is_typed { self.type_raw(&prompt)? } else { self.choose(&prompt)? };
        match entry {
            Entry::Again => Ok(Given::Again),
            Entry::Enter if has_kept => Ok(Given::Whole(item.response.clone())),
            Entry::Enter => self.refuse(&Why::Empty),
            Entry::Text(text) if text == "h" && has_help => Ok(Given::Hint),
            Entry::Text(text) if text == "r" && has_help => Ok(Given::Lesson),
            Entry::Text(text) if text == "h" => self.say("plain-no-hints").map(|()| Given::Nothing),
            Entry::Text(text) => match entry::read(item, if is_typed { literal(&text) } else { &text }) {
                Ok(response) => Ok(whole_or_piece(item, response)),
                Err(why) => self.refuse(&why),
            },
        }
    }

    /// Says what was kept of an answer from before, if it could be handed in as it is.
    fn write_kept(&mut self, item: &Item) -> Step<bool> {
        let untouched = assess::first_response(&item.question, &item.shown);
        let is_whole = assess::is_complete(&item.question, &item.response);
        if !is_whole || item.response == untouched {
            return Ok(false);
        }
        self.say_with("plain-kept", &[("answer", entry::as_typed(item).into())])?;
        Ok(true)
    }

    pub(super) fn write_newest_hint(&mut self, item: &Item) -> Step {
        let newest = usize::from(item.hints).checked_sub(1).and_then(|at| item.question.hints.get(at)).cloned();
        match newest {
            Some(hint) => self.write_hint(&hint),
            None => self.say("plain-no-hints"),
        }
    }

    fn refuse(&mut self, why: &Why) -> Step<Given> {
        self.say_why(why)?;
        Ok(Given::Nothing)
    }

    /// Says why an entry is not accepted.
    pub(super) fn say_why(&mut self, why: &Why) -> Step {
        let text = self.reason(why);
        Ok(self.lines.write(&text)?)
    }

    /// Returns why an entry is not accepted, and what to type instead.
    pub(super) fn reason(&self, why: &Why) -> String {
        let given = |key: &str, text: &str| self.words.with(key, &[("given", text.into())]);
        let number = |key: &str, number: usize| self.words.with(key, &[("number", number.into())]);
        match why {
            Why::NotANumber(text) => given("plain-why-not-a-number", text),
            Why::OutOfRange(text, max) => {
                self.words.with("plain-why-range", &[("given", text.as_str().into()), ("max", (*max).into())])
            }
            Why::Twice(twice) => number("plain-why-twice", *twice),
            Why::OnlyOne => self.words.get("plain-why-only-one"),
            Why::Missing(missing) => number("plain-why-missing", *missing),
            Why::TooMany(open) => number("plain-why-too-many", *open),
            Why::Taken(target, option) => {
                self.words.with("plain-why-taken", &[("number", (*target).into()), ("option", (*option).into())])
            }
            Why::NothingBefore => self.words.get("plain-why-nothing-before"),
            Why::Empty => self.words.get("plain-why-empty"),
            Why::OtherUnit(unit) => self.words.with("plain-why-unit", &[("unit", unit.as_str().into())]),
            Why::NotYet(why) => self.reason_of_grading(why),
        }
    }

    fn reason_of_grading(&self, why: &NotYet) -> String {
        match why {
            NotYet::TooLong(max) => self.words.with("plain-why-long", &[("max", (*max).into())]),
            NotYet::NotANumber(text) => self.words.with("plain-why-not-a-figure", &[("given", text.as_str().into())]),
            NotYet::WrongForm
            | NotYet::OtherUnit(_)
            | NotYet::Unknown(_)
            | NotYet::NothingChosen
            | NotYet::NothingTicked
            | NotYet::Twice(_)
            | NotYet::Unplaced(_)
            | NotYet::TargetTwice(_)
            | NotYet::NothingTyped
            | NotYet::NothingMarked => self.words.get("plain-why-empty"),
        }
    }
}

fn whole_or_piece(item: &Item, response: Response) -> Given {
    if assess::is_complete(&item.question, &response) { Given::Whole(response) } else { Given::Piece(response) }
}
