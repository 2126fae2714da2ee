//! What a trainer does at the door of a workshop on the screen: locks, their codes, the invitation.
//!
//! Apart from the commands because nothing may be printed while a screen stands there. All is done by their functions.

use std::path::Path;

use super::class::Class;
use super::invite::{self, Wanted};
use super::office::beneath;
use super::{class, lock};
use crate::cli::failure::Failure;
use crate::cli::keep;
use crate::cli::trainer::key;
use crate::cohort::Plan;
use crate::report::Clean;
use crate::session::training::inviting::{Codes, Door, Errand, Letter};
use crate::session::training::office::Written;

/// Turns a lock, if one is to be turned, and tells the codes that this home knows.
pub(in crate::cli) fn codes(door: &Door, class: &Class<'_>) -> Result<Codes, Failure> {
    let plan = plan(door, class)?;
    let plan = match &door.errand {
        Errand::Lock(test) => lock::turn(&plan, test, Some(&lock::code(None)?), class)?,
        Errand::Unlock(test) => lock::turn(&plan, test, None, class)?,
        Errand::Tell | Errand::Invite(_) => plan,
    };
    Ok(lock::remembered(class.home, &plan)?.into_iter().collect())
}

/// Writes an invitation, and tells where.
pub(in crate::cli) fn invite(door: &Door, letter: &Letter, class: &Class<'_>) -> Result<Written, Failure> {
    let class = &class.speaking(&door.lang);
    let plan = plan(door, class)?;
    let around = beneath(class, &letter.passphrase);
    let roster = Some(Path::new(&letter.roster)).filter(|path| !path.as_os_str().is_empty());
    let listed = roster.map(invite::read).transpose()?.unwrap_or_default();
    let (_, secret) = key::unlocked(class.home, None, &around, &class.words)?;
    let wanted = Wanted { listed: &listed, reason: &letter.reason, course: &class.course()? };
    let (made, bytes) = invite::written(&wanted, &plan, &secret, class)?;
    let to = Path::new(&letter.to);
    let place = if to.extension().is_some_and(|ending| ending == "invite") {
        keep::in_file(to, &bytes).map_err(|error| Failure::at(to, &error))?;
        to.to_owned()
    } else {
        let folder = if letter.to.is_empty() { class.home.reports() } else { to.to_owned() };
        let name = format!("{}.invite", Clean::new(&plan.name).as_file_stem());
        keep::in_folder(&folder, &name, &bytes).map_err(Failure::Usage)?
    };
    let said = [("count", made.roster.len().into()), ("cohort", made.name.as_str().into())];
    Ok(Written { place: place.display().to_string(), lines: vec![class.words.with("invite-done", &said)] })
}

fn plan(door: &Door, class: &Class<'_>) -> Result<Plan, Failure> {
    class::meant(&class.all()?, Some(&door.cohort.to_string()))
}
