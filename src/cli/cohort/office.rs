//! What a trainer orders on the screen: the same reports, certificates and backups as the commands write.
//!
//! Apart from the commands because nothing may be printed while a screen stands there: what is to be said goes back.

use std::path::{Path, PathBuf};

use super::class::Class;
use super::{certify, report};
use crate::cli::failure::Failure;
use crate::cli::passphrase::Passphrase;
use crate::cli::{backup, keep};
use crate::cohort::Room;
use crate::report::Clean;
use crate::session::training::office::{Order, Paper, Written};
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

fn certificates(order: &Order, folder: &Path, room: &Room, class: &Class<'_>) -> Result<Written, Failure> {
    let mut around = class.around.clone();
    // Nobody can be asked beneath a screen: what was typed there counts, or what the surroundings say.
    around.can_ask = false;
    if !order.passphrase.0.is_empty() {
        around.passphrase = Some(Passphrase(order.passphrase.0.clone()));
    }
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
