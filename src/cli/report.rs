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
use crate::report::Format;
use crate::report::learner::{Learner, asked_in, report_on_course};
use crate::store::api::AskedQuestion;
use crate::store::{Answer, Principal, Record, Request, StoreError};

/// Runs the command.
pub(super) fn run(wanted: &Report, place: &Place, home: &Home, clock: &dyn Clock) -> Result<(), Failure> {
    format(wanted, &Lang::english())?;
    let course = home::course(place)?;
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let learners = desk.learners()?;
    let profile = meant(&learners, wanted.learner.as_deref())?;
    let lang = place.lang.clone().unwrap_or_else(|| profile.lang.clone());
    let format = format(wanted, &lang)?;
    let others = learners.into_iter().map(|known| (known.learner, known.name)).collect();
    let learner = Learner { id: profile.learner, name: &profile.name, station: &profile.member, others: &others };
    let bytes = write(&desk, &course, learner, &lang, format, clock)?;
    output::result_to(&wanted.output, &bytes)
}

fn format(wanted: &Report, lang: &Lang) -> Result<Format, Failure> {
    let named = Format::named(&wanted.format, lang).map_err(|error| Failure::Usage(error.to_string()))?;
    match (named, wanted.delimiter) {
        (Format::Csv(_), Some(delimiter)) => Ok(Format::Csv(delimiter)),
        (_, Some(_)) => Err(Failure::Usage("--delimiter is for --format csv".to_owned())),
        (named, None) => Ok(named),
    }
}

fn write(
    desk: &Desk,
    course: &Course,
    learner: Learner<'_>,
    lang: &Lang,
    format: Format,
    clock: &dyn Clock,
) -> Result<Vec<u8>, StoreError> {
    let id = &course.manifest().id;
    let record = record(desk, Request::Open { learner: learner.id, course: id.clone() })?;
    let progress = Progress::of_events(&record.events);
    let asked = asked(desk, Request::Asked { learner: learner.id, hashes: asked_in(&progress, id) })?;
    let asked = asked.into_iter().map(|asked| ((asked.text_hash, asked.key_hash), asked.question)).collect();
    Ok(report_on_course(course, learner, &progress, asked, lang, clock.now()).write(format))
}

fn record(desk: &Desk, request: Request) -> Result<Record, StoreError> {
    let Answer::Opened(record) = desk.ask(request)? else { return Err(StoreError::Closed) };
    Ok(*record)
}

fn asked(desk: &Desk, request: Request) -> Result<Vec<AskedQuestion>, StoreError> {
    let Answer::Asked(asked) = desk.ask(request)? else { return Err(StoreError::Closed) };
    Ok(asked)
}
