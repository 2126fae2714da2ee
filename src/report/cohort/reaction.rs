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

/// As many options of one question are told on one page.
const TOLD: usize = 4;

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
            vec![
                Cell::text(id.as_str()),
                day.map_or_else(Cell::nothing, Cell::count),
                Cell::text(field.id.as_str()),
                Cell::text(&self.when(day)),
                Cell::text(&field.label),
                Cell::text(&self.most_chosen(field, &said)),
                Cell::count(said.len()),
            ]
        };
        fields.map(row).collect()
    }
}

impl Maker<'_> {
    fn when(&self, day: Option<u16>) -> String {
        match day {
            None => self.words.get("cohort-report-at-the-end"),
            Some(day) => self.words.with("cohort-report-after-days", &[("days", day.into())]),
        }
    }

    /// Tells what was chosen, in the order of the form; of many options those that most chose, and how many others.
    fn most_chosen(&self, field: &Field, said: &[&Reply]) -> String {
        let counts = field.options().iter().map(|option| (&option.text, chosen(field, &option.id, said)));
        let mut counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
        let others = counts.len().saturating_sub(TOLD);
        if others > 1 {
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            counts.truncate(TOLD);
        }
        let mut told: Vec<String> = counts.into_iter().map(|(text, count)| format!("{text} {count}")).collect();
        if others > 1 {
            told.push(self.words.with("cohort-report-other-answers", &[("count", others.into())]));
        }
        told.join(" · ")
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
