//! The folder of this home, and asking its journal from a command.
//!
//! Apart because commands ask one thing after the other and may wait, unlike sessions.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};

use super::args::Place;
use super::environment::Environment;
use super::failure::Failure;
use super::output;
use crate::course::{Course, LoadError};
use crate::id::LearnerId;
use crate::store::backup;
use crate::store::{Answer, Handle, Principal, Profile, Request, Store, StoreError, Tag};
use crate::words::fold;

/// Where the data of one home lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Home(PathBuf);

impl Home {
    /// Finds the home.
    pub(super) fn find(place: &Place, around: &Environment) -> Result<Self, Failure> {
        let none = "there is no folder for your progress: name one with --home or RUNDOWN_HOME";
        around.home(place.home.clone()).map(Self).ok_or_else(|| Failure::System(none.to_owned()))
    }

    /// The home in a folder.
    pub(super) fn at(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// Returns the folder.
    pub(super) fn folder(&self) -> &Path {
        &self.0
    }

    /// Returns the file of the journal.
    pub(super) fn journal(&self) -> PathBuf {
        self.0.join("journal.db")
    }

    /// Opens the journal to look into it; where there is none yet, an empty one that leaves no trace.
    /// One that a newer Rundown wrote is read as far as this one understands it, and never written.
    pub(super) fn look(&self) -> Result<Store, StoreError> {
        let journal = self.journal();
        if !journal.exists() && (self.0.is_dir() || !self.0.exists()) {
            return Store::memory();
        }
        match Store::open(&journal) {
            Err(newer @ StoreError::Newer { .. }) => {
                output::message(&newer.to_string());
                Store::of_newer(&journal)
            }
            opened => opened,
        }
    }

    /// Returns the folder for copies of the journal.
    pub(super) fn backups(&self) -> PathBuf {
        backup::folder(&self.journal())
    }

    /// Returns the folder for what learners are given.
    pub(super) fn reports(&self) -> PathBuf {
        self.0.join("reports")
    }
}

/// Opens the course that was asked for, or the built-in one.
pub(super) fn course(place: &Place) -> Result<Course, LoadError> {
    match &place.course {
        Some(folder) => Course::folder(folder),
        None => Course::embedded(),
    }
}

/// Asks the journal and waits for the answer.
#[derive(Debug)]
pub(super) struct Desk {
    handle: Handle,
    answers: Receiver<Result<Answer, StoreError>>,
}

impl Desk {
    /// Asks as a principal.
    pub(super) fn new(store: &Store, principal: Principal) -> Self {
        let (tell, answers) = mpsc::channel();
        // A desk that has gone waits for no answer.
        let reply = move |_, answer| drop(tell.send(answer));
        Self { handle: store.handle(principal, Box::new(reply)), answers }
    }

    /// Asks, and waits.
    pub(super) fn ask(&self, request: Request) -> Result<Answer, StoreError> {
        self.handle.ask(Tag::default(), request);
        self.answers.recv().unwrap_or(Err(StoreError::Closed))
    }

    /// Returns the learners of this home, by name.
    pub(super) fn learners(&self) -> Result<Vec<Profile>, StoreError> {
        let Answer::Learners(learners) = self.ask(Request::Learners)? else { return Err(StoreError::Closed) };
        Ok(learners)
    }
}

/// Finds the learner that is meant: by id, or by name without regard to case and accents; where nobody is named, the
/// only one there is.
pub(super) fn meant(learners: &[Profile], named: Option<&str>) -> Result<Profile, Failure> {
    let fits = |profile: &&Profile| match named {
        Some(name) => name.parse::<LearnerId>() == Ok(profile.learner) || fold(name) == fold(&profile.name),
        None => true,
    };
    let found: Vec<&Profile> = learners.iter().filter(fits).collect();
    match (found.as_slice(), named) {
        ([one], _) => Ok((*one).clone()),
        ([], Some(name)) => Err(Failure::Usage(format!("there is no learner `{name}` here{}", listed(learners)))),
        ([], None) => Err(Failure::Usage("there is no learner here yet: run `rundown`".to_owned())),
        (several, _) => {
            let several: Vec<Profile> = several.iter().map(|one| (*one).clone()).collect();
            Err(Failure::Usage(format!("say which learner with a name or an id{}", listed(&several))))
        }
    }
}

fn listed(learners: &[Profile]) -> String {
    let line = |profile: &Profile| format!("\n  {}  {}, {}", profile.learner, profile.name, profile.member);
    learners.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Lang;

    fn profile(number: u128, name: &str) -> Profile {
        let learner = LearnerId::from_bits(number);
        Profile { learner, name: name.to_owned(), member: "Lagune TV".to_owned(), lang: Lang::english() }
    }

    #[test]
    fn a_learner_is_found_by_name_or_id_and_never_guessed() {
        let all = [profile(1, "Awa Diop"), profile(2, "José"), profile(3, "Awa Diop")];
        let found = |named: &str| meant(&all, Some(named)).map(|profile| profile.learner.bits());
        assert_eq!(found("jose").unwrap(), 2);
        assert_eq!(found(&LearnerId::from_bits(3).to_string()).unwrap(), 3);
        let several = found("AWA DIOP").unwrap_err().to_string();
        assert!(several.contains(&LearnerId::from_bits(1).to_string()), "{several}");
        assert!(found("Zoé").unwrap_err().to_string().contains("José"));
        assert!(meant(&all, None).is_err());
        assert_eq!(meant(&all[..1], None).unwrap(), all[0]);
        assert!(matches!(meant(&[], None), Err(Failure::Usage(_))));
    }
}
