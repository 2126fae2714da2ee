//! `rundown cohort`: a trainer's groups, from the first list of names to the certificates.
//!
//! Apart from the screens, which do the same with a picture: one command a file, each a few requests and what is said of
//! them. What a cohort adds up to is not known here.

mod agenda;
mod apart;
mod attend;
mod bar;
mod certify;
pub(super) mod class;
mod collect;
mod delete;
pub(super) mod door;
mod ear;
mod evening;
mod invite;
mod lock;
mod locked;
mod new;
pub(super) mod office;
mod plan;
mod regrade;
mod report;
mod roster;
mod show;
mod take_home;

use std::process::ExitCode;

use clap::Subcommand;

use super::args::CommandLine;
use super::environment::Environment;
use super::failure::Failure;
use super::home::{Desk, Home};
use super::learn::{self, Begin};
use crate::store::{Principal, Store};
use crate::tui::app::Wanted;
use class::Class;

/// What to do with cohorts.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// Found a cohort
    #[command(
        after_help = "Example:\n  rundown cohort new \"Dakar, March\" --place Dakar --from 2027-03-16 --until 2027-03-20 --trainer \"Zoé Ba\" --member \"Lagune TV\" --member \"Radio Sud\""
    )]
    New(new::New),
    /// Change the plan of a cohort: its days, its stations, its agenda
    #[command(
        after_help = "Examples:\n  rundown cohort plan --cohort Dakar --until 2027-03-21 --trainer \"Zoé Ba\"\n  rundown cohort plan --agenda-shape three-days --start 08:30\n  rundown cohort plan --save-agenda agenda.toml\n  rundown cohort plan --agenda agenda.toml"
    )]
    Plan(plan::Replan),
    /// List the cohorts of this home
    #[command(after_help = "Example:\n  rundown cohort list")]
    List,
    /// Show one cohort: its plan and agenda, how today runs, its people, notes, keys that were corrected
    #[command(after_help = "Examples:\n  rundown cohort show --cohort Dakar\n  rundown cohort show --codes")]
    Show(show::Show),
    /// Add learners of this home to a cohort
    #[command(after_help = "Example:\n  rundown cohort add \"Awa Diop\" \"Issa Ndiaye\" --cohort Dakar")]
    Add(roster::People),
    /// Take learners out of a cohort; nothing of theirs is lost
    #[command(after_help = "Example:\n  rundown cohort remove \"Awa Diop\" --cohort Dakar")]
    Remove(roster::People),
    /// Remember that two learners whose names look alike are two people
    #[command(
        after_help = "Examples:\n  rundown cohort apart 7c1e0000000000000000000000000001 7c1e0000000000000000000000000002 --cohort Dakar\n  rundown cohort apart \"Awa Diop\" \"Awa Diopp\" --undo\n\n`rundown cohort show` lists who is kept apart."
    )]
    Apart(apart::Apart),
    /// Write an invitation: a signed file from which learners pick their name, made of a list
    #[command(after_help = "Example:\n  rundown cohort invite --cohort Dakar --roster names.csv -o dakar.invite")]
    Invite(invite::Invite),
    /// Let a test open only with a code that you say aloud; who begins it with the code is supervised
    #[command(
        after_help = "Examples:\n  rundown cohort lock test/pre --cohort Dakar\n  rundown cohort lock test/post --code \"blue river\"\n  rundown cohort lock test/pre --open\n\nLock tests before you write the invitation: locks travel in it."
    )]
    Lock(lock::Lock),
    /// Read every progress file below folders or sticks, and say of each what came in
    #[command(
        after_help = "Examples:\n  rundown cohort collect /media/stick --cohort Dakar\n  rundown cohort collect /media/a /media/b --add\n\nExit status 1 says that something was refused; the rest came in."
    )]
    Collect(collect::Collect),
    /// Collect, back the home up, and write the co-trainer's copy and a folder to take home for each learner
    #[command(
        after_help = "Examples:\n  rundown cohort evening /media/stick -o evening --cohort Dakar\n  rundown cohort evening --open evening/co-trainer.locked"
    )]
    Evening(evening::Evening),
    /// Tick who was there for half a day
    #[command(
        after_help = "Examples:\n  rundown cohort attend 2027-03-16 morning --all --cohort Dakar\n  rundown cohort attend 2027-03-16 afternoon \"Awa Diop\" --absent"
    )]
    Attend(attend::Attend),
    /// Correct a question whose key was wrong: every grade follows, and it can be taken back
    #[command(
        after_help = "Examples:\n  rundown cohort regrade gathering/news-judgement#q1 --all-right --reason \"Two options are right\"\n  rundown cohort regrade gathering/news-judgement#q1 --key b --reason \"The key was wrong\"\n  rundown cohort regrade --undo 0f3a0000000000000000000000000000"
    )]
    Regrade(regrade::RegradeArgs),
    /// Certify everybody who completed the course, with the hours they attended
    #[command(after_help = "Example:\n  rundown cohort certify -o certificates --cohort Dakar --supervised")]
    Certify(certify::All),
    /// Write what a cohort comes to: for you, the funder, the register, a gradebook, research, or each learner
    #[command(
        after_help = "Examples:\n  rundown cohort report --cohort Dakar --format pdf -o dakar.pdf\n  rundown cohort report --what funder --format html -o funder.html\n  rundown cohort report --what gradebook -o moodle.csv\n  rundown cohort report --what each -o reports"
    )]
    Report(report::Report),
    /// Delete a cohort, and if you wish everything of its learners; totals without names can be kept
    #[command(
        after_help = "Examples:\n  rundown cohort delete --cohort Dakar\n  rundown cohort delete --cohort Dakar --with-learners --keep-totals"
    )]
    Delete(delete::Delete),
}

/// Runs the command.
pub(super) fn run(what: Option<&What>, line: &CommandLine, around: &Environment) -> Result<ExitCode, Failure> {
    let Some(what) = what else { return on_screen(line, around) };
    let home = Home::find(&line.place, around)?;
    let looks = matches!(what, What::List | What::Show(_) | What::Certify(_) | What::Report(_));
    let store = if looks { home.look()? } else { Store::open(&home.journal())? };
    let desk = Desk::new(&store, Principal::Owner);
    let class = Class::new(&desk, &home, &line.place, around);
    match what {
        What::New(wanted) => new::run(wanted, &class)?,
        What::Plan(wanted) => plan::run(wanted, &class)?,
        What::List => show::list(&class)?,
        What::Show(wanted) => show::one(wanted, &class)?,
        What::Add(people) => roster::run(people, true, &class)?,
        What::Remove(people) => roster::run(people, false, &class)?,
        What::Apart(wanted) => apart::run(wanted, &class)?,
        What::Invite(wanted) => invite::run(wanted, &class)?,
        What::Lock(wanted) => lock::run(wanted, &class)?,
        What::Collect(wanted) => return collect::run(wanted, &class),
        What::Evening(wanted) => return evening::run(wanted, &class),
        What::Attend(wanted) => attend::run(wanted, &class)?,
        What::Regrade(wanted) => regrade::run(wanted, &class)?,
        What::Certify(wanted) => certify::run(wanted, &class)?,
        What::Report(wanted) => report::run(wanted, &class)?,
        What::Delete(wanted) => delete::run(wanted, &class)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Opens the trainer's screens.
fn on_screen(line: &CommandLine, around: &Environment) -> Result<ExitCode, Failure> {
    if line.learner.is_some() {
        return Err(Failure::Usage("cohorts are the trainer's: leave --learner out".to_owned()));
    }
    learn::run(line, around, Begin { learner: None, with: None, wanted: Some(Wanted::Cohorts) })
}
