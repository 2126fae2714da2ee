//! `rundown report`: one learner's report, in the format asked for.
//!
//! Apart from the report itself, which is a value: here the journal is asked and the file is written.

use super::args::{Place, Report};
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::output;
use crate::clock::Clock;
use crate::course::Course;
use crate::id::Lang;
use crate::journal::Progress;
use crate::report::learner::{Learner, asked_in, report_on_course};
use crate::report::xapi::{asked_in_events, statements_on_course};
use crate::report::{Delimiter, Format, Sheet};
use crate::store::api::AskedQuestion;
use crate::store::{Answer, Principal, Record, Request, StoreError};

/// Runs the command.
pub(super) fn run(wanted: &Report, place: &Place, home: &Home, clock: &dyn Clock) -> Result<(), Failure> {
    if matches!(form(wanted, &Lang::english())?, Form::Whole(format) if format.is_binary())
        && output::is_shown(&wanted.output)
    {
        return Err(Failure::Usage("a terminal cannot show this format: name a file with `-o FILE`".to_owned()));
    }
    let course = home::course(place)?;
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let learners = desk.learners()?;
    let profile = meant(&learners, wanted.learner.as_deref())?;
    let lang = place.lang.clone().unwrap_or_else(|| profile.lang.clone());
    let form = form(wanted, &lang)?;
    let others = learners.into_iter().map(|known| (known.learner, known.name)).collect();
    let learner = Learner { id: profile.learner, name: &profile.name, station: &profile.member, others: &others };
    let bytes = write(&desk, &course, learner, &lang, form, clock)?;
    output::result_to(&wanted.output, &bytes)
}

/// What is to be written.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// The whole report.
    Whole(Format),
    /// One sort of row.
    Sheet(Sheet, Delimiter),
    /// The history, for a Learning Record Store.
    Statements,
}

/// Finds a form by the name of its format.
pub(super) fn form_of(name: &str, lang: &Lang) -> Result<Form, Failure> {
    if name == "xapi" {
        return Ok(Form::Statements);
    }
    Format::named(name, lang).map(Form::Whole).map_err(|error| Failure::Usage(error.to_string()))
}

fn form(wanted: &Report, lang: &Lang) -> Result<Form, Failure> {
    let named = match form_of(&wanted.format, lang)? {
        Form::Whole(format) => Some(format),
        Form::Sheet(..) | Form::Statements => None,
    };
    let refuse = |option: &str| Err(Failure::Usage(format!("{option} is for --format csv")));
    let delimiter = |own: Delimiter| wanted.delimiter.unwrap_or(own);
    match (named, wanted.table, wanted.delimiter) {
        (Some(Format::Csv(own)), Some(sheet), _) => Ok(Form::Sheet(sheet, delimiter(own))),
        (Some(Format::Csv(own)), None, _) => Ok(Form::Whole(Format::Csv(delimiter(own)))),
        (_, Some(_), _) => refuse("--table"),
        (_, None, Some(_)) => refuse("--delimiter"),
        (Some(named), None, None) => Ok(Form::Whole(named)),
        (None, None, None) => Ok(Form::Statements),
    }
}

/// Writes one learner's report.
pub(super) fn write(
    desk: &Desk,
    course: &Course,
    learner: Learner<'_>,
    lang: &Lang,
    form: Form,
    clock: &dyn Clock,
) -> Result<Vec<u8>, StoreError> {
    let id = &course.manifest().id;
    let record = record(desk, Request::Open { learner: learner.id, course: id.clone() })?;
    let progress = Progress::of_events(&record.events);
    let hashes = match form {
        Form::Statements => asked_in_events(&record.events),
        Form::Whole(_) | Form::Sheet(..) => asked_in(&progress, id),
    };
    let asked = asked(desk, Request::Asked { learner: learner.id, hashes })?;
    let asked = asked.into_iter().map(|asked| ((asked.text_hash, asked.key_hash), asked.question)).collect();
    let report = |asked| report_on_course(course, learner, &progress, asked, lang, clock.now());
    Ok(match form {
        Form::Whole(format) => report(asked).write(format),
        Form::Sheet(sheet, delimiter) => report(asked).write_sheet(sheet, delimiter),
        Form::Statements => statements_on_course(course, learner, &record.events, asked, lang),
    })
}

fn record(desk: &Desk, request: Request) -> Result<Record, StoreError> {
    let Answer::Opened(record) = desk.ask(request)? else { return Err(StoreError::Closed) };
    Ok(*record)
}

fn asked(desk: &Desk, request: Request) -> Result<Vec<AskedQuestion>, StoreError> {
    let Answer::Asked(asked) = desk.ask(request)? else { return Err(StoreError::Closed) };
    Ok(asked)
}
