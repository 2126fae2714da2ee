//! `rundown learner export`: everything of one learner, in a folder of their own.
//!
//! Apart from the progress file, which it holds: that one is for another Rundown, the rest is for people and for
//! programs that know nothing of it.

use std::path::PathBuf;

use serde_json::json;

use super::failure::Failure;
use super::home::{Desk, Home, meant};
use super::{carry, home_key, keep, output, report};
use crate::clock::{Chance, Clock};
use crate::course::Course;
use crate::journal::{Progress, Stored};
use crate::report::{Format, learner::Learner};
use crate::session::own_folder;
use crate::store::api::{Cursor, Draft};
use crate::store::{Answer, Principal, Profile, Request, StoreError};
use crate::words::Words;

/// `rundown learner export`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name or an id
    #[arg(value_name = "NAME|ID")]
    learner: String,
    /// The folder, such as a stick; the learner gets a folder in it
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

/// Runs the command.
pub(super) fn run(
    wanted: &Args,
    course: &Course,
    home: &Home,
    clock: &dyn Clock,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let learners = desk.learners()?;
    let profile = meant(&learners, Some(&wanted.learner))?;
    let folder = wanted.output.join(own_folder(&profile));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, &error))?;
    let key = home_key::of(home, chance)?;
    let progress = folder.join("progress.rundown");
    let mut fill = |out: &mut dyn std::io::Write| carry::export(&desk, profile.learner, Some(&key), clock.now(), out);
    keep::filled_in_file(&progress, &mut fill).map_err(|error| Failure::at(&progress, &error))?;
    let whole = Whole { desk: &desk, course, profile: &profile };
    for (name, bytes) in whole.readable()?.into_iter().chain(whole.reports(&learners, clock)?) {
        let path = folder.join(name);
        keep::in_file(&path, &bytes).map_err(|error| Failure::at(&path, &error))?;
    }
    output::result(format!("{}\n", folder.display()).as_bytes())
}

/// One learner, asked about everything.
struct Whole<'a> {
    desk: &'a Desk,
    course: &'a Course,
    profile: &'a Profile,
}

type Files = Vec<(&'static str, Vec<u8>)>;

impl Whole<'_> {
    /// Returns profile, notes and drafts, and what each file is.
    fn readable(&self) -> Result<Files, Failure> {
        let Profile { learner, name, member, lang } = self.profile;
        let profile = json!({ "id": learner, "name": name, "station": member, "language": lang });
        let progress = self.progress()?;
        let notes: Vec<_> = progress.notes().map(|(_, note)| note).collect();
        let line = |place: &str, text: &str| format!("{place}\n{}\n\n", text.replace('\n', "\n  "));
        let text: String = notes.iter().map(|n| line(&format!("{}#{}", n.lesson, n.section), &n.text)).collect();
        let notes: Vec<_> = notes
            .iter()
            .map(|n| json!({ "lesson": n.lesson, "section": n.section, "block": n.block, "text": n.text, "at": n.at.rfc3339() }))
            .collect();
        let draft = |draft: &Draft| {
            let value: serde_json::Value = serde_json::from_str(&draft.json).unwrap_or_else(|_| json!(draft.json));
            (draft.key.clone(), value)
        };
        let drafts: serde_json::Map<_, _> = self.drafts()?.iter().map(draft).collect();
        let words = Words::new(lang);
        let readme = words.with("takeaway-readme", &[("name", name.as_str().into())]);
        Ok(vec![
            ("README.txt", (readme + "\n").into_bytes()),
            ("profile.json", pretty(&profile)?),
            ("notes.txt", text.into_bytes()),
            ("notes.json", pretty(&json!(notes))?),
            ("drafts.json", pretty(&json!(drafts))?),
        ])
    }

    fn reports(&self, learners: &[Profile], clock: &dyn Clock) -> Result<Files, Failure> {
        let Profile { learner: id, name, member: station, lang } = self.profile;
        let others = learners.iter().map(|known| (known.learner, known.name.clone())).collect();
        let write = |format| {
            let learner = Learner { id: *id, name, station, others: &others };
            report::write(self.desk, self.course, learner, lang, report::Form::Whole(format), clock)
        };
        Ok(vec![("report.txt", write(Format::Text)?), ("report.html", write(Format::Html)?)])
    }

    /// Counts every event of every course.
    fn progress(&self) -> Result<Progress, Failure> {
        let mut progress = Progress::default();
        let mut from = Some(Cursor::default());
        while let Some(cursor) = from.filter(|cursor| !matches!(cursor, Cursor::Contested(_))) {
            let request = Request::ExportEvents { learner: self.profile.learner, from: cursor };
            let Answer::ExportEvents(page) = self.desk.ask(request)? else { return Err(StoreError::Closed.into()) };
            for bytes in &page.events {
                let stored = Stored::parse(bytes).map_err(|error| Failure::Faulty(error.to_string()))?;
                progress.apply(stored.event());
            }
            from = page.next;
        }
        Ok(progress)
    }

    fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let course = self.course.manifest().id.clone();
        let open = Request::Open { learner: self.profile.learner, course };
        let Answer::Opened(record) = self.desk.ask(open)? else { return Err(StoreError::Closed) };
        Ok(record.drafts)
    }
}

fn pretty(value: &serde_json::Value) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| Failure::System(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
