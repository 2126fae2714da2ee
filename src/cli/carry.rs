//! Progress files on this machine: from the journal to a file, and from a file to the journal.
//!
//! Apart from the commands because the screen and plain mode carry in the same way. A file is looked through before
//! anything of it comes in; memory does not grow with it.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::home::{Desk, Home};
use super::machine::{MachineChance, MachineClock};
use super::walk::{self, Found};
use super::{backup, home_key, house, keep, sticks};
use crate::clock::{Clock as _, Timestamp};
use crate::id::{CohortId, LearnerId};
use crate::journal::file::{BadFile, EXTENSION, Header, Item, OfCourse, Person, Reader, Writer, survey};
use crate::report::Clean;
use crate::seal::SecretKey;
use crate::session::carrying::Taken;
use crate::session::{Carry, Message, own_folder};
use crate::store::api::{Cursor, Import};
use crate::store::backup as copies;
use crate::store::{Answer, Profile, Request, StoreError, Tag};
use crate::text::one_line;

/// Events, and bytes of them, that go to the journal in one transaction.
const EVENTS: usize = 8_192;
const BYTES: usize = 4 << 20;
/// Refused lines that are told one by one.
const TOLD: usize = 20;

/// Carries progress for a session; a place is what was typed.
///
/// How far the reading is goes to `tell`, with how many files have been read of how many.
pub(super) fn carry(home: &Home, desk: &Desk, tag: Tag, carry: &Carry, tell: &dyn Fn(Message)) -> Message {
    match carry {
        Carry::Out { learner, to } => Message::Delivered(tag, out(home, desk, *learner, to)),
        Carry::BackUp { to } => Message::Delivered(tag, copy(home, desk, to)),
        Carry::In { from } => {
            let tell = |done, of| tell(Message::Reading(tag, done, of));
            Message::TakenIn(tag, take_in(desk, Path::new(from), &tell))
        }
        Carry::House(files) => Message::Delivered(tag, keep_house(home, files)),
        Carry::Sticks => Message::Sticks(tag, sticks::found()),
    }
}

fn keep_house(home: &Home, files: &[(String, String)]) -> Result<String, String> {
    house::keep(home, files).map(|path| path.display().to_string()).map_err(|failure| failure.to_string())
}

fn out(home: &Home, desk: &Desk, learner: LearnerId, to: &str) -> Result<String, String> {
    let told = |failure: Failure| failure.to_string();
    let head = desk.ask(Request::ExportHead { learner }).map_err(|error| error.to_string())?;
    let Answer::ExportHead(head) = head else { return Err(StoreError::Closed.to_string()) };
    let mut chance = MachineChance::new().map_err(|error| error.to_string())?;
    let (key, at) = (home_key::of(home, &mut chance).map_err(told)?, MachineClock::start().now());
    let mut write = |out: &mut dyn Write| export(desk, learner, Some(&key), at, out);
    let kept = match place(home, &head.profile, to)? {
        Place::Folder(folder) => keep::filled_in_folder(&folder, &file_name(&head.profile, at), &mut write)?,
        Place::File(file) => {
            keep::filled_in_file(&file, &mut write).map_err(|error| told(Failure::at(&file, &error)))?;
            file
        }
    };
    Ok(kept.display().to_string())
}

/// Copies the journal to a place that was typed. No folder is made there: where a stick should be and is none, a copy
/// beside the home would say that there is one elsewhere.
fn copy(home: &Home, desk: &Desk, to: &str) -> Result<String, String> {
    let told = |failure: Failure| failure.to_string();
    let path = Path::new(to);
    if !to.is_empty() && !path.is_dir() && path.extension().is_none_or(|ending| ending != "db") {
        return Err(no_folder(to, "db"));
    }
    // An answer means that everything that was asked before is in the journal.
    desk.learners().map_err(|error| error.to_string())?;
    let place = Some(path).filter(|_| !to.is_empty());
    let file = backup::target(place, home, MachineClock::start().now()).map_err(told)?;
    copies::backup(&home.journal(), &file).map_err(|error| error.to_string())?;
    Ok(file.display().to_string())
}

/// Says why a place that was typed is none.
fn no_folder(typed: &str, ending: &str) -> String {
    format!("there is no folder {typed}; the name of a file ends in .{ending}")
}

/// Where a file goes.
enum Place {
    Folder(PathBuf),
    File(PathBuf),
}

/// Returns what a typed place means: nothing typed is the learner's own folder among the reports.
fn place(home: &Home, profile: &Profile, typed: &str) -> Result<Place, String> {
    let path = PathBuf::from(typed);
    match (typed, path.extension()) {
        ("", _) => Ok(Place::Folder(home.reports().join(own_folder(profile)))),
        _ if path.is_dir() => Ok(Place::Folder(path)),
        (_, Some(ending)) if ending == EXTENSION => Ok(Place::File(path)),
        _ => Err(no_folder(typed, EXTENSION)),
    }
}

fn take_in(desk: &Desk, from: &Path, tell: &dyn Fn(usize, usize)) -> Vec<Result<Taken, String>> {
    match files(from) {
        Ok(Found { files, unread }) => {
            let taken = |(done, file): (usize, &PathBuf)| {
                tell(done, files.len());
                import(desk, file, Deleted::StayAway).map_err(|failure| failure.to_string())
            };
            let unread = unread.into_iter().map(|(path, why)| Err(format!("{}: {why}", path.display())));
            files.iter().enumerate().map(taken).chain(unread).collect()
        }
        Err(failure) => vec![Err(failure.to_string())],
    }
}

/// Writes one learner's progress file.
pub(super) fn export(
    desk: &Desk,
    learner: LearnerId,
    key: Option<&SecretKey>,
    at: Timestamp,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Answer::ExportHead(head) = ask(desk, Request::ExportHead { learner })? else { return Err(closed()) };
    let Profile { name, member, lang, .. } = head.profile;
    let courses = head.courses.into_iter().map(|(id, version)| OfCourse { id, version }).collect();
    // Handed on it is no newer than it was when it came in: who is stuck is counted up to then.
    let at = head.known_until.unwrap_or(at);
    let header = Header::new(learner, Person { lang, member, name }, courses, at).about(&head.about);
    let mut file = Writer::begin(out, &if head.cohort { header.of_cohort() } else { header })?;
    head.asked.iter().try_for_each(|asked| file.question(asked))?;
    let mut from = Some(Cursor::default());
    while let Some(cursor) = from {
        let page = ask(desk, Request::ExportEvents { learner, from: cursor })?;
        let Answer::ExportEvents(page) = page else { return Err(closed()) };
        page.events.iter().try_for_each(|event| file.event(event))?;
        from = page.next;
    }
    file.end(key)
}

fn ask(desk: &Desk, request: Request) -> io::Result<Answer> {
    desk.ask(request).map_err(io::Error::other)
}

fn closed() -> io::Error {
    io::Error::other(StoreError::Closed)
}

/// Returns the name of a learner's file: who, the day, and the beginning of the id, for there are namesakes.
pub(super) fn file_name(profile: &Profile, at: Timestamp) -> String {
    let id: String = profile.learner.to_string().chars().take(8).collect();
    format!("{}-{id}-{}.{EXTENSION}", Clean::new(&profile.name).as_file_stem(), at.date())
}

/// Finds the progress files that a path names: itself, or those below the folder.
pub(super) fn files(path: &Path) -> Result<Found, Failure> {
    if !path.is_dir() {
        return Ok(Found { files: vec![path.to_owned()], unread: Vec::new() });
    }
    let found = walk::below(&[path.to_owned()]);
    if found.files.is_empty() && found.unread.is_empty() {
        return Err(Failure::Usage(format!("{} holds no file that ends in .{EXTENSION}", path.display())));
    }
    Ok(found)
}

/// What becomes of somebody who was deleted here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deleted {
    /// Nothing of theirs comes in.
    StayAway,
    /// The owner wants them back.
    ComeBack,
}

/// Takes one file in, or says why nothing of it came in.
pub(super) fn import(desk: &Desk, path: &Path, deleted: Deleted) -> Result<Taken, Failure> {
    let bad = |error: BadFile| {
        if let BadFile::Io(error) = error {
            return Failure::at(path, &error);
        }
        Failure::Faulty(format!("{}: {error}", path.display()))
    };
    let look = survey(&mut open(path)?).map_err(bad)?;
    let mut input = open(path)?;
    let mut reader = Reader::begin(&mut input).map_err(bad)?;
    if *reader.header() != look.header {
        return Err(Failure::System(format!("{} changed while it was read: try again", path.display())));
    }
    if deleted == Deleted::ComeBack {
        desk.ask(Request::Readmit { learner: look.header.learner })?;
    }
    let mut intake = Intake::new(desk, &look.header, Taken::new(&path.display().to_string(), &look));
    while let Some(item) = reader.read().map_err(bad)? {
        intake.add(item)?;
    }
    intake.send()?;
    Ok(intake.taken)
}

fn open(path: &Path) -> Result<BufReader<File>, Failure> {
    let file = File::open(path)
        .and_then(|file| if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("this is no file")) });
    Ok(BufReader::with_capacity(64 << 10, file.map_err(|error| Failure::at(path, &error))?))
}

/// What was read and is on its way to the journal.
struct Intake<'a> {
    desk: &'a Desk,
    /// Whose it is; what every part of the file begins with.
    head: Import,
    import: Import,
    /// The line of each event in `import`.
    lines: Vec<u64>,
    bytes: usize,
    taken: Taken,
}

impl<'a> Intake<'a> {
    fn new(desk: &'a Desk, header: &Header, taken: Taken) -> Self {
        let Person { lang, member, name } = header.profile.clone();
        let profile = Profile { learner: header.learner, name: one_line(&name), member: one_line(&member), lang };
        let head = if header.cohort {
            Import { cohort: Some(CohortId::from_bits(header.learner.bits())), ..Import::default() }
        } else {
            let written_at = Some(header.at);
            Import { profile: Some(profile), about: header.about.clone(), written_at, ..Import::default() }
        };
        Self { desk, import: head.clone(), head, lines: Vec::new(), bytes: 0, taken }
    }

    fn add(&mut self, item: Item) -> Result<(), StoreError> {
        match item {
            Item::Question(asked) => self.import.asked.push(*asked),
            Item::Event { line, stored } => {
                self.bytes += stored.bytes().len();
                self.lines.push(line);
                self.import.events.push(stored);
            }
            Item::Refused { line, why } => self.refuse(line, why),
        }
        let is_full = self.import.events.len() >= EVENTS || self.import.asked.len() >= EVENTS || self.bytes >= BYTES;
        if is_full { self.send() } else { Ok(()) }
    }

    fn refuse(&mut self, line: u64, why: String) {
        self.taken.refused += 1;
        if self.taken.reasons.len() < TOLD {
            self.taken.reasons.push((line, why));
        }
    }

    /// Hands what was read to the journal.
    fn send(&mut self) -> Result<(), StoreError> {
        let import = std::mem::replace(&mut self.import, self.head.clone());
        let lines = std::mem::take(&mut self.lines);
        self.bytes = 0;
        let Answer::Merged(merged) = self.desk.ask(Request::Merge(Box::new(import)))? else {
            return Err(StoreError::Closed);
        };
        self.taken.added |= merged.added;
        self.taken.new += merged.new;
        self.taken.known += merged.known;
        self.taken.conflicts += merged.conflicts.len();
        for (place, why) in merged.refused {
            self.refuse(lines.get(place).copied().unwrap_or_default(), why.to_string());
        }
        Ok(())
    }
}
