//! `rundown cohort lock`: a test that opens with a code, and the codes as the trainer's home remembers them.
//!
//! Apart from the plan, in which only what comes of a code travels: the words themselves stay in one file of this home
//! that its owner alone may read. They go into no backup, no copy for a co-trainer, and no invitation.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::home::Home;
use crate::cli::{keep, output};
use crate::clock::Chance as _;
use crate::cohort::{Plan, lock};
use crate::course::Course;
use crate::id::TestId;
use crate::journal::Body;
use crate::journal::planning::PlanChange;
use crate::text::one_line;

/// `rundown cohort lock`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Lock {
    /// The test: its id, such as `test/pre`
    #[arg(value_name = "TEST")]
    test: String,
    /// The code, in words of your own; without it one is made that is easily said aloud
    #[arg(long, value_name = "WORDS", conflicts_with = "open")]
    code: Option<String>,
    /// Take the lock away: everybody can sit the test at any time
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    which: Which,
}

/// The codes of this home, by cohort and test.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
struct Codes(BTreeMap<String, BTreeMap<String, String>>);

/// Runs the command.
pub(super) fn run(wanted: &Lock, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let course = class.course()?;
    let test = found(&course, &wanted.test)?;
    let code = if wanted.open { None } else { Some(code(wanted.code.as_deref())?) };
    turn(&plan, &test, code.as_deref(), class)?;
    let said = [("test", test.as_str().into()), ("cohort", plan.name.as_str().into())];
    output::message(&class.words.with(if code.is_some() { "cohort-locked" } else { "cohort-unlocked" }, &said));
    code.map_or(Ok(()), |code| output::result(format!("{code}\n").as_bytes()))
}

/// Locks a test with a code, or takes its lock away; returns the plan as it is then.
pub(super) fn turn(plan: &Plan, test: &TestId, code: Option<&str>, class: &Class<'_>) -> Result<Plan, Failure> {
    let mut locks = plan.locks.clone();
    match code {
        Some(code) => {
            let none = || Failure::System("this machine has too little memory to lock a test".to_owned());
            locks.insert(test.clone(), lock::lock(code, Class::chance()?.bits()).ok_or_else(none)?);
        }
        None => drop(locks.remove(test)),
    }
    let change = PlanChange { locks: Some(locks), ..PlanChange::default() };
    let plan = class.write(plan.id, vec![Body::CohortPlanned { change: Box::new(change) }])?;
    remember(class.home, &plan, test, code)?;
    Ok(plan)
}

fn found(course: &Course, named: &str) -> Result<TestId, Failure> {
    let tests = &course.manifest().tests;
    let is_it = |id: &str| id == named || id.strip_prefix("test/") == Some(named);
    tests.iter().find(|test| is_it(test.id.as_str())).map(|test| test.id.clone()).ok_or_else(|| {
        let all: String = tests.iter().flat_map(|test| ["\n  ", test.id.as_str()]).collect();
        Failure::Usage(format!("there is no test `{}` in this course:{all}", one_line(named)))
    })
}

/// Returns the code that was given, or one that is made.
pub(super) fn code(given: Option<&str>) -> Result<String, Failure> {
    let Some(given) = given else { return Ok(lock::made_up(Class::chance()?.bits())) };
    let code = one_line(given);
    if lock::is_long_enough(&code) {
        return Ok(code);
    }
    Err(Failure::Usage(format!("a code has at least {} letters or digits", lock::SHORTEST)))
}

/// Returns the codes that this home remembers of a cohort and that still open its tests.
pub(super) fn remembered(home: &Home, plan: &Plan) -> Result<Vec<(TestId, String)>, Failure> {
    let all = read(home)?;
    let Some(own) = all.0.get(&plan.id.to_string()) else { return Ok(Vec::new()) };
    let still = |test: &TestId, code: &str| lock::opened([(plan.id, &plan.locks)], test, code).is_some();
    let known = plan.locks.keys().filter_map(|test| Some((test.clone(), own.get(test.as_str())?.clone())));
    Ok(known.filter(|(test, code)| still(test, code)).collect())
}

fn remember(home: &Home, plan: &Plan, test: &TestId, code: Option<&str>) -> Result<(), Failure> {
    let mut all = read(home)?;
    let own = all.0.entry(plan.id.to_string()).or_default();
    match code {
        Some(code) => drop(own.insert(test.as_str().to_owned(), code.to_owned())),
        None => drop(own.remove(test.as_str())),
    }
    all.0.retain(|_, own| !own.is_empty());
    write(home, &all)
}

/// Forgets the codes of a cohort that is deleted.
pub(super) fn forget(home: &Home, plan: &Plan) -> Result<(), Failure> {
    let mut all = read(home)?;
    if all.0.remove(&plan.id.to_string()).is_none() {
        return Ok(());
    }
    write(home, &all)
}

fn path(home: &Home) -> PathBuf {
    home.folder().join("test-codes.json")
}

fn read(home: &Home) -> Result<Codes, Failure> {
    let path = path(home);
    match std::fs::read(&path) {
        Ok(json) => serde_json::from_slice(&json)
            .map_err(|error| Failure::System(format!("{}: {error}: move it away", path.display()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Codes::default()),
        Err(error) => Err(Failure::at(&path, &error)),
    }
}

fn write(home: &Home, codes: &Codes) -> Result<(), Failure> {
    let path = path(home);
    let json = serde_json::to_string_pretty(codes).unwrap_or_default() + "\n";
    // A file is made for its owner only, and takes the place of the old one whole.
    keep::in_file(&path, json.as_bytes()).map_err(|error| Failure::at(&path, &error))
}
