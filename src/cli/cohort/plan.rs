//! `rundown cohort plan`: what is said anew about a cohort, and its agenda.
//!
//! Apart from founding one because here everything may be left out: only what is given changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::class::{Class, Which};
use super::new::Asked;
use super::show;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::clock::Date;
use crate::cohort::Plan;
use crate::cohort::agenda::{Pages, START, from_csv, from_toml, minute, to_toml};
use crate::journal::Body;
use crate::journal::planning::{AgendaItem, PlanChange, PlanDay};
use crate::session::training::shapes::shapes;
use crate::text::one_line;

/// `rundown cohort plan`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Replan {
    #[command(flatten)]
    which: Which,
    /// What it is called
    #[arg(long)]
    name: Option<String>,
    /// Where it meets
    #[arg(long)]
    place: Option<String>,
    /// The first day, as 2027-03-16
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// The last day
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    /// Take both days away
    #[arg(long, conflicts_with_all = ["from", "until"])]
    no_days: bool,
    /// Who runs it; it stands on reports
    #[arg(long, value_name = "NAME")]
    trainer: Option<String>,
    /// A station that takes part, in place of those before; may be given several times
    #[arg(long = "member", value_name = "STATION")]
    members: Vec<String>,
    /// What learners are asked about themselves, in place of what was asked before; may be given several times
    #[arg(long = "ask", value_name = "FIELD", value_enum)]
    asks: Vec<Asked>,
    /// Ask learners nothing about themselves
    #[arg(long, conflicts_with = "asks")]
    no_asks: bool,
    /// Minutes that half a day counts for on the certificate
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=720))]
    half_minutes: Option<u16>,
    /// The agenda: a file that ends in .toml or .csv
    #[arg(long, value_name = "FILE", conflicts_with_all = ["agenda_shape", "no_agenda"])]
    agenda: Option<PathBuf>,
    /// The agenda of a trainer's guide of the course, such as three-days
    #[arg(long, value_name = "NAME", conflicts_with = "no_agenda")]
    agenda_shape: Option<String>,
    /// When each day of that guide begins
    #[arg(long, value_name = "HH:MM", requires = "agenda_shape")]
    start: Option<String>,
    /// Take the agenda away
    #[arg(long)]
    no_agenda: bool,
    /// Write the agenda to a file, to be edited and read again with --agenda
    #[arg(long, value_name = "FILE")]
    save_agenda: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(wanted: &Replan, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let change = change(wanted, &plan, class)?;
    if change == PlanChange::default() && wanted.save_agenda.is_none() {
        let hint = "say what changes, such as --until 2027-03-20 or --agenda-shape three-days";
        return Err(Failure::Usage(format!("{hint}; `rundown cohort show` tells how it is")));
    }
    let plan = if change == PlanChange::default() {
        plan
    } else {
        class.write(plan.id, vec![Body::CohortPlanned { change: Box::new(change) }])?
    };
    if let Some(path) = &wanted.save_agenda {
        return save(path, &plan, class);
    }
    show::plan(plan.id, class)
}

fn change(wanted: &Replan, plan: &Plan, class: &Class<'_>) -> Result<PlanChange, Failure> {
    let name = wanted.name.as_deref().map(one_line);
    if name.as_ref().is_some_and(String::is_empty) {
        return Err(Failure::Usage("a cohort needs a name".to_owned()));
    }
    if let (Some(from), Some(until)) = (wanted.from.or(plan.from), wanted.until.or(plan.until))
        && until < from
    {
        return Err(Failure::Usage(format!("{until} is before {from}: give --from and --until together")));
    }
    let clean = |text: &Option<String>| text.as_deref().map(one_line);
    let members: Vec<String> = wanted.members.iter().map(|member| one_line(member)).collect();
    Ok(PlanChange {
        name,
        place: clean(&wanted.place),
        from: wanted.from,
        until: wanted.until,
        cleared: if wanted.no_days { [PlanDay::From, PlanDay::Until].into() } else { BTreeSet::new() },
        trainer: clean(&wanted.trainer),
        members: (!members.is_empty()).then_some(members),
        asks: (wanted.no_asks || !wanted.asks.is_empty()).then(|| wanted.asks.iter().map(|ask| ask.field()).collect()),
        agenda: agenda(wanted, class)?,
        half_minutes: wanted.half_minutes,
        ..PlanChange::default()
    })
}

fn agenda(wanted: &Replan, class: &Class<'_>) -> Result<Option<Vec<AgendaItem>>, Failure> {
    if let Some(path) = &wanted.agenda {
        return of_file(path, class).map(Some);
    }
    if let Some(name) = &wanted.agenda_shape {
        return of_shape(name, wanted.start.as_deref(), class).map(Some);
    }
    Ok(wanted.no_agenda.then(Vec::new))
}

fn of_file(path: &Path, class: &Class<'_>) -> Result<Vec<AgendaItem>, Failure> {
    let pages = Pages::of(&class.course()?);
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let read = match ending.as_deref() {
        Some("csv" | "txt" | "tsv") => from_csv(&bytes, &pages),
        Some("toml") => from_toml(&String::from_utf8_lossy(&bytes), &pages),
        _ => return Err(Failure::Usage(format!("{}: an agenda ends in .toml or .csv", path.display()))),
    };
    read.map_err(|bad| Failure::Faulty(format!("{}: {bad}", path.display())))
}

fn of_shape(name: &str, start: Option<&str>, class: &Class<'_>) -> Result<Vec<AgendaItem>, Failure> {
    let bad = |start: &str| Failure::Usage(format!("`{}` is no time: write it as 09:30", one_line(start)));
    let start = start.map(|start| minute(start).ok_or_else(|| bad(start))).transpose()?.unwrap_or(START);
    let all = shapes(&class.course()?, &class.lang(), start);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let unknown = match names.as_slice() {
        [] => {
            "this course has no trainer's guide with a table of a day that fits: write a file for --agenda".to_owned()
        }
        names => format!("no trainer's guide `{name}` has a table of days; there is {}", names.join(", ")),
    };
    all.iter().find(|(known, _)| known == name).map(|(_, agenda)| agenda.clone()).ok_or(Failure::Usage(unknown))
}

fn save(path: &Path, plan: &Plan, class: &Class<'_>) -> Result<(), Failure> {
    if plan.agenda.is_empty() {
        return Err(Failure::Usage("there is no agenda yet: rundown cohort plan --agenda-shape three-days".to_owned()));
    }
    output::result_to(path, to_toml(&plan.agenda, &Pages::of(&class.course()?)).as_bytes())
}
