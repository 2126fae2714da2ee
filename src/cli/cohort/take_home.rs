//! What each learner takes home in the evening: progress with marks, the report as a page, the certificate.
//!
//! Apart from the evening because this is a folder a person: it says how far it is, and stops between two of them.

use std::path::Path;

use super::certify;
use super::class::Class;
use super::ear::Ear;
use crate::cli::certify::{Signing, into_folder};
use crate::cli::failure::Failure;
use crate::cli::machine::MachineClock;
use crate::cli::{carry, home_key, keep, report};
use crate::cohort::{Person, Room};
use crate::course::Course;
use crate::report::Format;
use crate::report::learner::Learner;
use crate::session::own_folder;
use crate::session::training::evening::Step;

/// What everybody takes home.
pub(super) struct Bundles<'a> {
    pub(super) room: &'a Room,
    pub(super) course: &'a Course,
    pub(super) signing: Option<&'a Signing>,
    pub(super) class: &'a Class<'a>,
}

impl Bundles<'_> {
    /// Writes a folder for each; returns how many were certified.
    pub(super) fn write(&self, folder: &Path, ear: &dyn Ear) -> Result<usize, Failure> {
        let (mut certified, all) = (0, self.room.people.len());
        for (done, person) in self.room.people.iter().enumerate() {
            ear.at(Step::TakeHome, done, all)?;
            let profile = certify::profile(person);
            let own = folder.join(own_folder(&profile));
            keep::private_folder(&own).map_err(|error| Failure::at(&own, &error))?;
            self.progress(person, &own)?;
            self.report(person, &own)?;
            if let Some(signing) = self.signing {
                certified += usize::from(self.certificate(person, signing, &own, ear)?);
            }
        }
        Ok(certified)
    }

    /// The certificate of somebody who has completed the course; says whether there is one.
    fn certificate(&self, person: &Person, signing: &Signing, own: &Path, ear: &dyn Ear) -> Result<bool, Failure> {
        let hours = certify::hours(self.room, person);
        let done = into_folder(self.class.desk, self.course, &certify::profile(person), hours, signing, own)?;
        let Ok((supervised, files)) = done else { return Ok(false) };
        if let Some(line) = certify::denied(signing, supervised, person, self.class) {
            ear.say(&line);
        }
        files.iter().try_for_each(|file| ear.file(file))?;
        Ok(true)
    }

    /// The history with marks and corrected grades, to be taken in at home.
    fn progress(&self, person: &Person, own: &Path) -> Result<(), Failure> {
        let key = home_key::of(self.class.home, &mut Class::chance()?)?;
        let alone = vec![person.learner];
        let records = self.room.records.get(&person.learner).unwrap_or(&alone);
        for (number, record) in records.iter().enumerate() {
            let name =
                if number == 0 { "progress.rundown".to_owned() } else { format!("progress-{}.rundown", number + 1) };
            let path = own.join(name);
            let mut fill = |out: &mut dyn std::io::Write| {
                carry::export(self.class.desk, *record, Some(&key), self.class.now(), out)
            };
            keep::filled_in_file(&path, &mut fill).map_err(|error| Failure::at(&path, &error))?;
        }
        Ok(())
    }

    fn report(&self, person: &Person, own: &Path) -> Result<(), Failure> {
        let others = self.room.people.iter().map(|one| (one.learner, one.name.clone())).collect();
        let learner = Learner { id: person.learner, name: &person.name, station: &person.member, others: &others };
        let form = report::Form::Whole(Format::Html);
        let clock = MachineClock::start();
        let bytes = report::write(self.class.desk, self.course, learner, &person.lang, form, &clock)?;
        let file = own.join("report.html");
        keep::in_file(&file, &bytes).map_err(|error| Failure::at(&file, &error))
    }
}
