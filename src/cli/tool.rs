//! `rundown tool`: the forms for real items, by name; opened on the screen, or written out as files.
//!
//! Apart from the screen's list of desk work, which offers the same: here a script can ask for a kept item.

use super::args::{CommandLine, Form, Tool};
use super::environment::Environment;
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::learn::{self, Begin};
use super::machine::MachineClock;
use super::output;
use crate::clock::Clock;
use crate::course::exercise::Work;
use crate::course::{Course, ExerciseOutline};
use crate::id::Lang;
use crate::report::artefact::{Artefact, Reader, identity};
use crate::session::tool_key;
use crate::store::{Answer, Principal, Profile, Request};
use crate::text::{pad_right, width};
use crate::tui::app::Wanted;

/// Runs the command; where it opens the screen, returns how that ended.
pub(super) fn run(wanted: &Tool, line: &CommandLine, around: &Environment) -> Result<std::process::ExitCode, Failure> {
    let course = home::course(&line.place)?;
    let learner = wanted.learner.as_deref().or(line.learner.as_deref());
    let Some(name) = &wanted.name else {
        output::result(list(&course).as_bytes())?;
        return Ok(std::process::ExitCode::SUCCESS);
    };
    let tool = find(&course, name)?.clone();
    match (wanted.format, &wanted.item) {
        (None, item) => {
            let wanted = Some(Wanted::Tool(tool.id, item.clone()));
            learn::run(line, around, Begin { learner, with: None, wanted })
        }
        (Some(_), None) => Err(Failure::Usage("name the kept item with --item".to_owned())),
        (Some(form), Some(item)) => {
            let store = Home::find(&line.place, around)?.look()?;
            let desk = Desk::new(&store, Principal::Owner);
            let profile = meant(&desk.learners()?, learner)?;
            let lang = line.place.lang.as_ref().unwrap_or(&profile.lang);
            let bytes = export(&desk, &course, &Item { tool: &tool, name: item, profile: &profile, lang }, form)?;
            output::result_to(&wanted.output, &bytes)?;
            Ok(std::process::ExitCode::SUCCESS)
        }
    }
}

fn tools(course: &Course) -> impl Iterator<Item = (&str, &ExerciseOutline)> {
    course.exercises().iter().filter_map(|outline| Some((outline.tool.as_deref()?, outline)))
}

/// Writes one tool a line.
fn list(course: &Course) -> String {
    let widest = tools(course).map(|(name, _)| width(name)).max().unwrap_or_default();
    let line = |(name, outline): (&str, &ExerciseOutline)| format!("{}  {}\n", pad_right(name, widest), outline.title);
    tools(course).map(line).collect()
}

fn find<'a>(course: &'a Course, name: &str) -> Result<&'a ExerciseOutline, Failure> {
    let found = tools(course).find(|(known, _)| *known == name).map(|(_, outline)| outline);
    found.ok_or_else(|| {
        let known: Vec<&str> = tools(course).map(|(name, _)| name).collect();
        Failure::Usage(format!("there is no tool `{name}`: {}", known.join(", ")))
    })
}

/// A real item that was kept.
struct Item<'a> {
    tool: &'a ExerciseOutline,
    name: &'a str,
    profile: &'a Profile,
    lang: &'a Lang,
}

fn export(desk: &Desk, course: &Course, wanted: &Item<'_>, form: Form) -> Result<Vec<u8>, Failure> {
    let Item { tool, name, profile, lang } = wanted;
    let key = tool_key(&tool.id, name);
    let Some(Work::Form { fields }) = kept(desk, course, profile, &key)? else {
        return Err(Failure::Usage(format!("`{}` has kept no item `{name}` with this tool", profile.name)));
    };
    let exercise = course.exercise(&tool.id, lang).map_err(|faults| Failure::Faulty(faults.to_string()))?;
    let by = if profile.member.is_empty() { &profile.name } else { &profile.member };
    let (id, at) = (identity(profile.learner, &key), MachineClock::start().now());
    let made = Artefact { exercise: &exercise, fields: &fields, id, by, lang, at };
    let reader = match form {
        Form::Text => Reader::People,
        Form::Json => Reader::Programs,
    };
    Ok(made.write(reader).map(|file| file.bytes).unwrap_or_default())
}

fn kept(desk: &Desk, course: &Course, profile: &Profile, key: &str) -> Result<Option<Work>, Failure> {
    let open = Request::Open { learner: profile.learner, course: course.manifest().id.clone() };
    let Answer::Opened(record) = desk.ask(open)? else { return Ok(None) };
    let draft = record.drafts.into_iter().find(|draft| draft.key == key);
    Ok(draft.and_then(|draft| serde_json::from_str(&draft.json).ok()))
}
