//! The house of this home: the names and rules of the trainer's own exchange, in `house.toml` beside the journal.
//!
//! Apart from the form and from the invitation, which hold values: here they become files and are read again. A file
//! that is too long is not read, and a faulty one is named with every fault.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::args::Place;
use super::failure::Failure;
use super::home::{self, Home};
use super::keep as files;
use crate::cohort::house::{self, FILE};
use crate::course::files::Files;
use crate::course::{Course, Faults, LoadError, OwnHouse};
use crate::id::Lang;

/// How many bytes a file of a house may have.
const LONGEST: u64 = 256 << 10;

/// Opens the course with the house of this home, where it has one.
pub(super) fn course(place: &Place, home: &Home) -> Result<Course, Failure> {
    let course = home::course(place)?;
    let file = home.folder().join(format!("{FILE}.toml"));
    if file.exists() { furnished(&course, &file) } else { Ok(course) }
}

/// Opens the course with the house of a file and the translations beside it.
pub(super) fn course_with(place: &Place, file: &Path) -> Result<Course, Failure> {
    furnished(&home::course(place)?, file)
}

/// Returns what goes into an invitation: the house that differs from the course's own, if it does; one with which an
/// exercise cannot be opened is refused here and not on the machines of a room.
pub(super) fn to_send(course: &Course) -> Result<Option<OwnHouse>, Failure> {
    let Some(own) = course.own_house() else { return Ok(None) };
    course.check_house().map_err(|faults| faulty(Path::new(FILE), faults))?;
    let lean = own.clone().beside(&course.with_house(None));
    Ok(Some(lean).filter(|own| !own.is_empty()))
}

fn furnished(course: &Course, file: &Path) -> Result<Course, Failure> {
    let own = read(file, &course.manifest().languages)?;
    house::check(&own).map_err(|bad| Failure::Faulty(format!("{}: {bad}", file.display())))?;
    Ok(course.with_house(Some(own)))
}

/// Reads a file and those beside it that say the same in another language: `house.toml`, `house.fr.toml`.
fn read(file: &Path, languages: &[Lang]) -> Result<OwnHouse, Failure> {
    let mut found = vec![(format!("{FILE}.toml"), bytes(file)?)];
    for lang in languages {
        let beside = file.with_extension(format!("{lang}.toml"));
        if beside.exists() {
            found.push((format!("{FILE}.{lang}.toml"), bytes(&beside)?));
        }
    }
    house::read(&found.into_iter().collect::<Files>()).map_err(|faults| faulty(file, faults))
}

fn faulty(file: &Path, faults: Faults) -> Failure {
    LoadError::Faulty { name: file.display().to_string(), faults }.into()
}

/// Reads a file, and no more of it than a house may have.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes));
    match read.map_err(|error| Failure::at(path, &error))? {
        long if long as u64 > LONGEST => {
            Err(Failure::Faulty(format!("{}: it has over {LONGEST} bytes: this is no house", path.display())))
        }
        _ => Ok(bytes),
    }
}

/// Keeps the files of a house in this home, in the place of those that were there; returns where the first is.
pub(super) fn keep(home: &Home, wanted: &[(String, String)]) -> Result<PathBuf, Failure> {
    let folder = home.folder();
    for (name, text) in wanted {
        let path = folder.join(name);
        files::in_file(&path, text.as_bytes()).map_err(|error| Failure::at(&path, &error))?;
    }
    for stale in others(folder, wanted).map_err(|error| Failure::at(folder, &error))? {
        fs::remove_file(&stale).map_err(|error| Failure::at(&stale, &error))?;
    }
    Ok(folder.join(format!("{FILE}.toml")))
}

/// Returns the translations of a house in a folder that are none of these.
fn others(folder: &Path, wanted: &[(String, String)]) -> io::Result<Vec<PathBuf>> {
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let lang = name.strip_prefix("house.").and_then(|rest| rest.strip_suffix(".toml"));
        if lang.is_some_and(|lang| Lang::new(lang).is_ok()) && wanted.iter().all(|(wanted, _)| *wanted != name) {
            others.push(entry.path());
        }
    }
    Ok(others)
}
