//! `rundown check`: everything that is wrong with a course, in text or JSON.
//!
//! Apart from the check, which prints nothing and ends no program.

use super::args::{Check, CheckFormat, Place};
use super::environment::Environment;
use super::failure::Failure;
use super::output;
use crate::check::{self, Checked, render};

/// Runs the command; returns whether the course passes.
pub(super) fn run(wanted: &Check, place: &Place, around: &Environment) -> Result<bool, Failure> {
    let checked = match wanted.folder.as_ref().or(place.course.as_ref()) {
        Some(folder) => check::folder(folder)?,
        None => check::embedded(),
    };
    let text =
        if wanted.counts { counted(&checked, wanted.format)? } else { written(&checked, wanted.format, around)? };
    output::result(text.as_bytes())?;
    Ok(checked.passes(wanted.strict))
}

fn written(checked: &Checked, format: CheckFormat, around: &Environment) -> Result<String, Failure> {
    match format {
        CheckFormat::Text => Ok(render::text::checked(checked, around.shows_colour)),
        CheckFormat::Json => render::json::checked(checked).map_err(|error| Failure::System(error.to_string())),
    }
}

fn counted(checked: &Checked, format: CheckFormat) -> Result<String, Failure> {
    match format {
        CheckFormat::Text => Ok(render::counts::text(checked)),
        CheckFormat::Json => render::counts::json(checked).map_err(|error| Failure::System(error.to_string())),
    }
}
