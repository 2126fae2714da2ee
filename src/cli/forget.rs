//! `rundown learner delete`: everything of one learner, out of the journal and out of the folders of this home.
//!
//! Apart from the other things that can be done with learners because this one cannot be taken back: it asks, and it
//! does not end with the journal. Files that were given away or written elsewhere are not ours to look for.

use std::fs;
use std::io;
use std::path::Path;

use super::failure::Failure;
use super::home::{Desk, Home, meant};
use super::output;
use crate::clock::Clock;
use crate::id::LearnerId;
use crate::report::Clean;
use crate::session::folder_ending;
use crate::store::{Principal, Profile, Request, Store};
use crate::words::fold;

/// `rundown learner delete`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name or an id
    #[arg(value_name = "NAME|ID")]
    learner: String,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Args, home: &Home, can_ask: bool, clock: &dyn Clock) -> Result<(), Failure> {
    let journal = home.journal();
    let store = if journal.exists() { Store::open(&journal)? } else { Store::memory()? };
    let desk = Desk::new(&store, Principal::Owner);
    let profile = match (meant(&desk.learners()?, Some(&wanted.learner)), wanted.learner.parse::<LearnerId>()) {
        (Ok(profile), _) => profile,
        // Somebody whose deletion was stopped half-way is known by the id only.
        (Err(_), Ok(learner)) => gone(learner),
        (Err(failure), Err(_)) => return Err(failure),
    };
    if !wanted.yes {
        agreed(&profile, can_ask)?;
    }
    desk.ask(Request::Erase { learner: profile.learner, at: clock.now() })?;
    files(&home.reports(), &profile).map_err(|error| Failure::at(&home.reports(), &error))?;
    output::message(&format!("{} is deleted from this home, its files and its backups", profile.learner));
    Ok(())
}

fn gone(learner: LearnerId) -> Profile {
    let name = learner.to_string();
    Profile { learner, name, member: String::new(), lang: crate::id::Lang::english() }
}

/// Asks for the name, so that nobody is deleted by a key too many.
fn agreed(profile: &Profile, can_ask: bool) -> Result<(), Failure> {
    if !can_ask {
        return Err(Failure::Usage("this cannot be taken back: say --yes where nobody can be asked".to_owned()));
    }
    output::message(&format!(
        "Everything of {0} will be deleted from this home, its backups included. This cannot be taken back.\n\
         To keep it elsewhere first: rundown learner export \"{0}\" -o DIR",
        profile.name
    ));
    match output::ask("Type the name to delete it:") {
        Some(answer) if fold(&answer) == fold(&profile.name) => Ok(()),
        Some(_) | None => Err(Failure::Usage("nothing was deleted".to_owned())),
    }
}

/// Removes the files that were kept for a learner: their own folder, those outside it that name them, and what was left
/// behind half written.
pub(super) fn files(reports: &Path, profile: &Profile) -> io::Result<()> {
    if !reports.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(reports)?.collect::<Result<Vec<_>, _>>()? {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if !entry.file_type()?.is_dir() {
            if name.starts_with(".rundown-") || tells_of(&name, &path, profile)? {
                fs::remove_file(&path)?;
            }
        } else if name.ends_with(&folder_ending(profile.learner)) {
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}

/// Returns whether a file's name or content names a learner.
fn tells_of(name: &str, path: &Path, profile: &Profile) -> io::Result<bool> {
    let stem = format!("-{}-", Clean::new(&profile.name).as_file_stem());
    if name.contains(&stem) {
        return Ok(true);
    }
    let bytes = fs::read(path)?;
    Ok(holds(&bytes, &profile.name) || holds(&bytes, &profile.learner.to_string()))
}

/// Returns whether words stand in bytes, and not as a part of longer ones: Al is not in Also.
fn holds(bytes: &[u8], words: &str) -> bool {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|b| b.is_ascii_alphanumeric() || *b > 127);
    let ends = |from: usize| !is_letter(from.checked_sub(1)) && !is_letter(from.checked_add(words.len()));
    let mut places = bytes.windows(words.len().max(1)).enumerate();
    places.any(|(from, found)| found == words.as_bytes() && ends(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Lang;

    #[test]
    fn a_short_name_is_not_found_inside_other_words() {
        assert!(holds(b"by Al.", "Al") && holds(b"Al", "Al"));
        assert!(!holds("Also Val Alé".as_bytes(), "Al") && !holds(b"anything", ""));
    }

    #[test]
    fn only_the_files_of_the_one_who_is_deleted_go() {
        let folder = tempfile::tempdir().unwrap();
        let learner = LearnerId::from_bits(0xabc_0000 << 96);
        let profile = Profile { learner, name: "Awa Diop".to_owned(), member: String::new(), lang: Lang::english() };
        let own = folder.path().join(format!("awa{}", folder_ending(learner)));
        fs::create_dir(&own).unwrap();
        fs::create_dir(folder.path().join("zoe-12345678")).unwrap();
        let names = ["rundown-awa-diop-2027-03-16.html", "sheet.txt", "offer.swap", ".rundown-x", "rundown-zoe.html"];
        let contents = ["", "by Awa Diop", &learner.to_string(), "", "Zoé"];
        for (name, content) in names.iter().zip(contents) {
            fs::write(folder.path().join(name), content).unwrap();
        }
        fs::write(own.join("dopesheet.txt"), "no name at all").unwrap();
        files(folder.path(), &profile).unwrap();
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["rundown-zoe.html", "zoe-12345678"]);
    }
}
