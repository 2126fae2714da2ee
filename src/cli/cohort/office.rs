//! What a trainer orders on the screen: the same reports, certificates and backups as the commands write.
//!
//! Apart from the commands because nothing may be printed while a screen stands there: what is to be said goes back.

use std::path::{Path, PathBuf};

use super::class::Class;
use super::ear::{Ear as _, Screen};
use super::evening::Tasks;
use super::{certify, report};
use crate::cli::certify::Signing;
use crate::cli::environment::Environment;
use crate::cli::failure::Failure;
use crate::cli::passphrase::Passphrase;
use crate::cli::trainer::key;
use crate::cli::{backup, keep, sticks};
use crate::cohort::Room;
use crate::report::Clean;
use crate::session::training::evening::{Evening, Progress};
use crate::session::training::office::{Order, Paper, Secret, Written};
use crate::store::backup as copies;

/// Writes what was ordered.
pub(in crate::cli) fn write(order: &Order, class: &Class<'_>) -> Result<Written, Failure> {
    let class = &class.speaking(&order.lang);
    if order.paper == Paper::Backup {
        return back_up(order, class);
    }
    let room = class.open(order.cohort)?;
    let folder = match order.folder.as_str() {
        "" => class.home.reports(),
        typed => PathBuf::from(typed),
    };
    let course = class.course()?;
    match order.paper {
        Paper::Each => {
            let own = folder.join(named(&room, order.paper));
            report::each(Some(order.format), &own, &course, &room, class)?;
            let count = class.words.with("office-files", &[("count", room.people.len().into())]);
            Ok(Written { place: own.display().to_string(), lines: vec![count] })
        }
        Paper::Certificates => certificates(order, &folder.join(named(&room, order.paper)), &room, class),
        Paper::Full | Paper::Funder | Paper::Register | Paper::Gradebook | Paper::Anonymous | Paper::Backup => {
            let (bytes, ending) = report::whole(order.paper, Some(order.format), &course, &room, class)?;
            let name = format!("{}.{ending}", named(&room, order.paper));
            let place = keep::in_folder(&folder, &name, &bytes).map_err(Failure::Usage)?;
            Ok(Written { place: place.display().to_string(), lines: Vec::new() })
        }
    }
}

/// Returns what a file or folder is called: the cohort and what it is.
fn named(room: &Room, paper: Paper) -> String {
    let what = match paper {
        Paper::Full => "report",
        Paper::Funder => "funder",
        Paper::Register => "register",
        Paper::Gradebook => "gradebook",
        Paper::Anonymous => "anonymous",
        Paper::Each => "reports",
        Paper::Certificates => "certificates",
        Paper::Backup => "backup",
    };
    match paper {
        // Who reads it is not to learn which cohort it was.
        Paper::Anonymous => what.to_owned(),
        Paper::Full
        | Paper::Funder
        | Paper::Register
        | Paper::Gradebook
        | Paper::Each
        | Paper::Certificates
        | Paper::Backup => format!("{}-{what}", Clean::new(&room.plan.name).as_file_stem()),
    }
}

/// Returns the surroundings beneath a screen: nobody can be asked there, and what was typed counts before what they say.
pub(super) fn beneath(class: &Class<'_>, passphrase: &Secret) -> Environment {
    let mut around = class.around.clone();
    around.can_ask = false;
    if !passphrase.0.is_empty() {
        around.passphrase = Some(Passphrase(passphrase.0.clone()));
    }
    around
}

fn certificates(order: &Order, folder: &Path, room: &Room, class: &Class<'_>) -> Result<Written, Failure> {
    let around = beneath(class, &order.passphrase);
    let signing = certify::signing(None, order.supervised, &room.plan, &class.within(&around))?;
    let made = certify::everybody(room, &signing, folder, class)?;
    let mut lines = vec![made.counted(room, class)];
    lines.extend(made.lacking);
    Ok(Written { place: folder.display().to_string(), lines })
}

fn back_up(order: &Order, class: &Class<'_>) -> Result<Written, Failure> {
    let typed = Some(Path::new(&order.folder)).filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = typed {
        keep::private_folder(folder).map_err(|error| Failure::at(folder, &error))?;
    }
    let to = backup::target(typed, class.home, class.now())?;
    copies::backup(&class.home.journal(), &to)?;
    Ok(Written { place: to.display().to_string(), lines: Vec::new() })
}

/// Does what was ordered for the evening; what was done before it ended early, or was stopped, is told all the same.
pub(in crate::cli) fn evening(
    wanted: &Evening,
    class: &Class<'_>,
    tell: &dyn Fn(Progress),
) -> Result<Written, Failure> {
    let class = &class.speaking(&wanted.lang);
    let room = class.open(wanted.cohort)?;
    let folder = match wanted.folder.as_str() {
        "" => class.home.reports().join(format!("{}-evening", Clean::new(&room.plan.name).as_file_stem())),
        typed => PathBuf::from(typed),
    };
    let from = match wanted.from.as_str() {
        "" => sticks::found().into_iter().map(PathBuf::from).collect(),
        typed => vec![PathBuf::from(typed)],
    };
    let ear = Screen::new(&class.words, tell, &wanted.stop);
    let signing = evening_key(wanted, &room, class, &ear)?;
    let passphrase = Passphrase(wanted.copy.0.clone());
    let tasks = Tasks { from: &from, folder: &folder, adds: false, passphrase: &passphrase, signing };
    let ended = tasks.work(&room.plan, class, &ear);
    let mut lines = ear.into_lines();
    let place = match ended {
        Ok(_) => folder.display().to_string(),
        Err(failure) => {
            let why = failure.to_string();
            let stopped = wanted.stop.is_wished().then(|| why.clone());
            lines.insert(0, stopped.unwrap_or_else(|| class.words.with("evening-failed", &[("why", why.into())])));
            String::new()
        }
    };
    Ok(Written { place, lines })
}

/// Unlocks the key where this home has one and it can be unlocked with what was typed.
fn evening_key(wanted: &Evening, room: &Room, class: &Class<'_>, ear: &Screen<'_>) -> Result<Option<Signing>, Failure> {
    let around = beneath(class, &wanted.passphrase);
    let Some(kept) = key::kept(class.home)? else { return Ok(None) };
    if kept.is_locked() && around.passphrase.is_none() {
        ear.say(&class.words.get("evening-no-key"));
        return Ok(None);
    }
    certify::signing(None, wanted.supervised, &room.plan, &class.within(&around)).map(Some)
}
