//! `rundown exercise`: hands work over to a colleague by file, and takes what a colleague sent.
//!
//! Apart from the queue on the screen, where what came is decided on. What is refused is named with its reason, and
//! nothing of it is kept.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::args::{Place, Receive, Send, Swapping};
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::{keep, output};
use crate::clock::{Chance, Clock, Timestamp};
use crate::course::exercise::EngineKind;
use crate::course::{Course, ExerciseOutline};
use crate::id::{EnrolmentId, LearnerId};
use crate::journal::progress::Run;
use crate::journal::swap::{self, Handed, LONGEST, Sender, Swap};
use crate::journal::{Author, Body, Progress, Via};
use crate::session::{self, Sending, swap_file_name};
use crate::store::api::NewEvent;
use crate::store::{Answer, Principal, Profile, Request, Store, StoreError};
use crate::text::one_line;

/// A learner with what they did.
struct Known<'a> {
    desk: Desk,
    course: &'a Course,
    profile: Profile,
    progress: Progress,
}

impl<'a> Known<'a> {
    fn open(store: &Store, course: &'a Course, learner: Option<&str>) -> Result<Self, Failure> {
        let desk = Desk::new(store, Principal::Owner);
        let profile = meant(&desk.learners()?, learner)?;
        let open = Request::Open { learner: profile.learner, course: course.manifest().id.clone() };
        let Answer::Opened(record) = desk.ask(open)? else { return Err(StoreError::Closed.into()) };
        Ok(Self { desk, course, profile, progress: Progress::of_events(&record.events) })
    }

    fn run(&self) -> Option<(EnrolmentId, &Run)> {
        self.progress.current(&self.course.manifest().id)
    }

    fn sender(&self) -> Sender {
        Sender { name: self.profile.name.clone(), station: self.profile.member.clone() }
    }
}

/// Runs the command.
pub(super) fn run(
    what: &Swapping,
    place: &Place,
    home: &Home,
    clock: &dyn Clock,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let course = home::course(place)?;
    match what {
        Swapping::Send(wanted) => {
            let known = Known::open(&home.look()?, &course, wanted.learner.as_deref())?;
            send(wanted, &known, clock.now())
        }
        Swapping::Receive(wanted) => {
            let swap = read(&wanted.file)?;
            let store = Store::open(&home.journal())?;
            let known = Known::open(&store, &course, wanted.learner.as_deref())?;
            receive(wanted, &known, swap, clock.now(), chance)
        }
    }
}

fn send(wanted: &Send, known: &Known<'_>, at: Timestamp) -> Result<(), Failure> {
    let swap = match (&wanted.exercise, &wanted.back) {
        (Some(exercise), None) => offer(exercise, known, at)?,
        (None, Some(item)) => return_note(item, known, at)?,
        _ => return Err(Failure::Usage("name an exercise, or with --return an item".to_owned())),
    };
    let bytes = swap::write(&swap).map_err(|error| Failure::Usage(format!("this cannot be sent: {error}")))?;
    if !wanted.output.is_dir() {
        return output::result_to(&wanted.output, &bytes);
    }
    let kept = keep::in_folder(&wanted.output, &swap_file_name(&swap), &bytes).map_err(Failure::System)?;
    output::message(&kept.display().to_string());
    Ok(())
}

/// Returns the last work that was handed in at an exercise, as an offer.
fn offer(exercise: &str, known: &Known<'_>, at: Timestamp) -> Result<Swap, Failure> {
    let outline = form(known.course, exercise)?;
    let run = known.run().map(|(_, run)| run);
    let Some(run) = run.filter(|run| !run.desk_work.tries(|id| *id == outline.id).is_empty()) else {
        let name = &known.profile.name;
        return Err(Failure::Usage(format!("{name} has handed nothing in at `{}`: do that first", outline.id)));
    };
    let (course, lang) = (known.course.manifest().id.clone(), known.profile.lang.clone());
    let by = Sending { from: known.sender(), course, lang, at };
    session::offer(run, &outline.id, by)
        .ok_or_else(|| Failure::Usage(format!("what was handed in at `{}` is no form", outline.id)))
}

/// Finds a form by its id, or by the last part of it.
fn form<'a>(course: &'a Course, name: &str) -> Result<&'a ExerciseOutline, Failure> {
    let is_form = |outline: &&ExerciseOutline| outline.engine == EngineKind::Form && !outline.questionnaire;
    let is_it = |outline: &&ExerciseOutline| {
        let id = outline.id.as_str();
        id == name || id.rsplit('/').next() == Some(name)
    };
    let found = course.exercises().iter().filter(is_form).find(is_it);
    found.ok_or_else(|| Failure::Usage(format!("the course has no form `{name}`: only forms can be handed over")))
}

fn return_note(item: &str, known: &Known<'_>, at: Timestamp) -> Result<Swap, Failure> {
    let swaps = known.run().map(|(_, run)| &run.swaps);
    let offers = swaps.map(|swaps| swaps.offers()).unwrap_or_default();
    let fits: Vec<&&Swap> = offers.iter().filter(|offer| offer.item.to_string().starts_with(item)).collect();
    let [offer] = fits.as_slice() else {
        let known: Vec<String> = offers.iter().map(|offer| format!("\n  {}", offer.item)).collect();
        return Err(Failure::Usage(format!("no single item `{item}` was received; there are:{}", known.concat())));
    };
    let verdict = swaps.and_then(|swaps| swaps.verdict(offer.item));
    let Some(verdict) = verdict else {
        return Err(Failure::Usage(format!("nothing is decided on {} yet: open the queue in `rundown`", offer.item)));
    };
    let (from, lang) = (known.sender(), known.profile.lang.clone());
    Ok(Swap { from, lang, at, what: Handed::Return(verdict.clone()), ..(**offer).clone() })
}

/// Reads a file that a colleague sent, and no more of it than such a file may have.
fn read(path: &Path) -> Result<Swap, Failure> {
    let mut bytes = Vec::new();
    let most = LONGEST as u64 + 1;
    let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| Failure::at(path, &error))?;
    swap::read(&bytes).map_err(|error| Failure::Faulty(format!("{}: {error}", path.display())))
}

fn receive(
    wanted: &Receive,
    known: &Known<'_>,
    swap: Swap,
    at: Timestamp,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let refuse = |why: String| Err(Failure::Faulty(format!("{}: {why}", wanted.file.display())));
    if let Err(why) = fits(known, &swap) {
        return refuse(why);
    }
    let told = told(&swap);
    if is_known(known, &swap) {
        output::message(&format!("{told}: it was received before"));
        return Ok(());
    }
    let course = known.course.manifest();
    let fresh = EnrolmentId::from_bits(chance.bits());
    let enrolment = known.run().map_or(fresh, |(enrolment, _)| enrolment);
    let enrolled = Body::Enrolled { course: course.id.clone(), version: course.version.clone() };
    let bodies = (enrolment == fresh).then_some(enrolled).into_iter();
    let lang = known.profile.lang.clone();
    let event = |body| NewEvent { author: Author::Learner, enrolment, via: Via::Plain, lang: lang.clone(), at, body };
    let events = bodies.chain([Body::SwapReceived { swap: Box::new(swap) }]).map(event).collect();
    let learner: LearnerId = known.profile.learner;
    known.desk.ask(Request::Append { learner, events, asked: Vec::new(), drop_draft: None, with: None })?;
    output::message(&told);
    Ok(())
}

/// Says why a swap has no place with this learner.
fn fits(known: &Known<'_>, swap: &Swap) -> Result<(), String> {
    if swap.course != known.course.manifest().id {
        return Err(format!("it belongs to the course `{}`", swap.course));
    }
    let outline = known.course.exercise_outline(&swap.exercise);
    if outline.is_none_or(|outline| outline.engine != EngineKind::Form) {
        return Err(format!("this course has no form `{}`", swap.exercise));
    }
    let run = known.run().map(|(_, run)| run);
    let tries = run.map(|run| run.desk_work.tries(|id| *id == swap.exercise)).unwrap_or_default();
    let is_own = tries.iter().any(|(attempt, _)| *attempt == swap.item);
    match (&swap.what, is_own) {
        (Handed::Offer(_), true) => Err("this is your own item: give it to a colleague".to_owned()),
        (Handed::Return(_), false) => Err(format!("{} has sent no such item", known.profile.name)),
        (Handed::Offer(fields), false) => {
            let before = run.and_then(|run| run.swaps.offer(swap.item));
            match before.map(|before| &before.what) {
                Some(Handed::Offer(known)) if known != fields => {
                    Err("the same item was received before with other content: ask who sent it".to_owned())
                }
                _ => Ok(()),
            }
        }
        (Handed::Return(_), true) => Ok(()),
    }
}

fn is_known(known: &Known<'_>, swap: &Swap) -> bool {
    let Some((_, run)) = known.run() else { return false };
    match swap.what {
        Handed::Offer(_) => run.swaps.offer(swap.item).is_some(),
        Handed::Return(_) => run.swaps.returned(swap.item) == Some(swap),
    }
}

/// Says in one line what came.
fn told(swap: &Swap) -> String {
    let Sender { name, station } = &swap.from;
    let (name, station) = (one_line(name), one_line(station));
    match &swap.what {
        Handed::Offer(_) => format!("an item from {name}, {station}: {}", swap.item),
        Handed::Return(verdict) => {
            let (code, note) = (one_line(&verdict.code), one_line(&verdict.note));
            format!("a return note from {name}, {station}, for {}: {code} {note}", swap.item)
        }
    }
}
