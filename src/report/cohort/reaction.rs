//! What people chose in the form at the end, counted; what they wrote stays with the learner's own report.
//!
//! Apart because free text may name people: only options that the form offers are ever told.

use super::Maker;
use crate::cohort::Reply;
use crate::course::exercise::form::Field;
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Form};
use crate::id::ExerciseId;
use crate::report::Cell;

impl Maker<'_> {
    /// Returns how many chose each option of each question, of those who replied.
    pub(super) fn reaction_rows(&self) -> Vec<Vec<Cell>> {
        let forms = self.sources.course.manifest().questionnaires.iter();
        let each = forms.flat_map(|form| form.times().map(move |day| (&form.id, day)));
        each.flat_map(|(id, day)| self.form_rows(id, day)).collect()
    }

    fn form_rows(&self, id: &ExerciseId, day: Option<u16>) -> Vec<Vec<Cell>> {
        let said: Vec<&Reply> = self.sources.replies.iter().filter(|r| r.form == *id && r.day == day).collect();
        // A form that cannot be opened now has no options to count.
        let opened = self.sources.course.exercise(id, self.sources.lang).ok();
        match opened.as_deref().map(|exercise| &exercise.engine) {
            Some(Engine::Form(form)) if !said.is_empty() => option_rows(form, &said),
            _ => Vec::new(),
        }
    }
}

fn option_rows(form: &Form, said: &[&Reply]) -> Vec<Vec<Cell>> {
    let of_field = |field: &Field| -> Vec<Vec<Cell>> {
        let row = |option: &crate::course::exercise::Pick| {
            vec![
                Cell::worded(field.id.as_str(), &field.label),
                Cell::worded(&option.id, &option.text),
                Cell::count(chosen(field, &option.id, said)),
                Cell::count(said.len()),
            ]
        };
        field.options().iter().map(row).collect()
    };
    form.fields.iter().flat_map(of_field).collect()
}

impl Maker<'_> {
    /// Returns how many chose what, a row a question; what nobody chose is left out.
    pub(super) fn short_reaction_rows(&self) -> Vec<Vec<Cell>> {
        let forms = self.sources.course.manifest().questionnaires.iter();
        let each = forms.flat_map(|form| form.times().map(move |day| (&form.id, day)));
        each.flat_map(|(id, day)| self.short_form_rows(id, day)).collect()
    }

    fn short_form_rows(&self, id: &ExerciseId, day: Option<u16>) -> Vec<Vec<Cell>> {
        let said: Vec<&Reply> = self.sources.replies.iter().filter(|r| r.form == *id && r.day == day).collect();
        // A form that cannot be opened now has no options to count.
        let opened = self.sources.course.exercise(id, self.sources.lang).ok();
        let Some(Engine::Form(form)) = opened.as_deref().map(|exercise| &exercise.engine) else { return Vec::new() };
        let fields = form.fields.iter().filter(|field| !said.is_empty() && !field.options().is_empty());
        let row = |field: &Field| {
            let counts = field.options().iter().map(|option| (&option.text, chosen(field, &option.id, &said)));
            let told = counts.filter(|(_, count)| *count > 0).map(|(text, count)| format!("{text} {count}"));
            vec![
                Cell::text(id.as_str()),
                day.map_or_else(Cell::nothing, Cell::count),
                Cell::text(field.id.as_str()),
                Cell::text(&field.label),
                Cell::text(&told.collect::<Vec<_>>().join(" · ")),
                Cell::count(said.len()),
            ]
        };
        fields.map(row).collect()
    }
}

/// Returns how many chose an option.
fn chosen(field: &Field, option: &str, said: &[&Reply]) -> usize {
    let answers = said.iter().filter_map(|reply| reply.answers.get(field.id.as_str()));
    answers.filter(|entry| is_chosen(entry, option)).count()
}

fn is_chosen(entry: &Entry, option: &str) -> bool {
    match entry {
        Entry::One(one) => one == option,
        Entry::Several(several) => several.iter().any(|one| one == option),
        Entry::Rows(_) => false,
    }
}
