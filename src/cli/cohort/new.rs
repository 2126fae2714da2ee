//! `rundown cohort new`: the plan of a cohort, as far as it is known on the first day.

use super::class::Class;
use super::roster;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::clock::{Chance as _, Date};
use crate::id::CohortId;
use crate::journal::Body;
use crate::journal::planning::{Field, OnCourse, PlanChange};
use crate::text::one_line;

/// `rundown cohort new`; the course is the one of --course.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct New {
    /// What it is called
    #[arg(value_name = "NAME")]
    name: String,
    /// Where it meets
    #[arg(long)]
    place: Option<String>,
    /// The first day, as 2027-03-16
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// The last day
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    /// Who runs it; it stands on reports
    #[arg(long, value_name = "NAME")]
    trainer: Option<String>,
    /// A station that takes part; may be given several times
    #[arg(long = "member", value_name = "STATION")]
    members: Vec<String>,
    /// A learner of this home: a name or an id; may be given several times
    #[arg(long = "learner", value_name = "NAME|ID")]
    learners: Vec<String>,
    /// What learners are asked about themselves; may be given several times
    #[arg(long = "ask", value_name = "FIELD", value_enum)]
    asks: Vec<Asked>,
    /// Minutes that half a day counts for on the certificate
    #[arg(long, value_name = "N", default_value_t = crate::cohort::plan::HALF_MINUTES, value_parser = clap::value_parser!(u16).range(1..=720))]
    half_minutes: u16,
}

/// What learners may be asked about themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Asked {
    /// What they do at their station
    Role,
    /// The country of the station
    Country,
    /// Their gender
    Gender,
}

impl Asked {
    pub(super) fn field(self) -> Field {
        match self {
            Self::Role => Field::Role,
            Self::Country => Field::Country,
            Self::Gender => Field::Gender,
        }
    }
}

/// Runs the command.
pub(super) fn run(wanted: &New, class: &Class<'_>) -> Result<(), Failure> {
    let change = change(wanted, class)?;
    let mut bodies = vec![Body::CohortPlanned { change: Box::new(change) }];
    for learner in roster::found(&wanted.learners, &class.desk.learners()?)? {
        bodies.push(Body::RosterChanged { learner: learner.learner, belongs: true });
    }
    let plan = class.write(CohortId::from_bits(Class::chance()?.bits()), bodies)?;
    output::result(format!("{}  {}\n", plan.id, plan.name).as_bytes())
}

fn change(wanted: &New, class: &Class<'_>) -> Result<PlanChange, Failure> {
    let name = one_line(&wanted.name);
    if name.trim().is_empty() {
        return Err(Failure::Usage("a cohort needs a name: rundown cohort new \"Dakar, March\"".to_owned()));
    }
    if let (Some(from), Some(until)) = (wanted.from, wanted.until)
        && until < from
    {
        return Err(Failure::Usage(format!("{until} is before {from}")));
    }
    let course = class.course()?;
    let (id, version) = (course.manifest().id.clone(), course.manifest().version.clone());
    let clean = |text: &Option<String>| text.as_deref().map(one_line);
    let some = |members: Vec<String>| (!members.is_empty()).then_some(members);
    Ok(PlanChange {
        name: Some(name),
        place: clean(&wanted.place),
        from: wanted.from,
        until: wanted.until,
        course: Some(OnCourse { id, version }),
        trainer: clean(&wanted.trainer),
        members: some(wanted.members.iter().map(|member| one_line(member)).collect()),
        asks: Some(wanted.asks.iter().map(|asked| asked.field()).collect()),
        half_minutes: Some(wanted.half_minutes),
        ..PlanChange::default()
    })
}
