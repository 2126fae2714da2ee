//! What was said in forms that nobody judges, as it was said.
//!
//! Apart from answers because nothing here is right or wrong, and only the last reply to a form counts.

use super::Maker;
use crate::course::exercise::form::{Field, Form};
use crate::course::exercise::work::Entry;
use crate::id::ExerciseId;
use crate::journal::progress::Reply;
use crate::report::Cell;

impl Maker<'_> {
    /// Returns a row for each answer of the last reply to each form, in the order of the course and of the form.
    pub(super) fn reply_rows(&self) -> Vec<Vec<Cell>> {
        let questionnaires = &self.sources.manifest.questionnaires;
        let place = |form: &ExerciseId| questionnaires.iter().position(|q| q.id == *form).unwrap_or(usize::MAX);
        let mut forms: Vec<_> = self.run.replies.forms().collect();
        forms.sort_by_key(|(form, day)| (place(form), *day));
        forms.into_iter().flat_map(|(form, day)| self.rows_of(form, day)).collect()
    }

    fn rows_of(&self, id: &ExerciseId, day: Option<u16>) -> Vec<Vec<Cell>> {
        let Some(reply) = self.run.replies.last(id, day) else { return Vec::new() };
        let form = self.sources.texts.form(id);
        let answers = in_order(reply, form.as_ref()).into_iter();
        answers.map(|(question, entry, field)| self.reply_row((id, day), reply, (question, entry, field))).collect()
    }

    fn reply_row(
        &self,
        (form, day): (&ExerciseId, Option<u16>),
        reply: &Reply,
        (question, entry, field): (&str, &Entry, Option<&Field>),
    ) -> Vec<Cell> {
        let label = field.map_or_else(|| question.to_owned(), |field| self.sources.texts.plain(&field.label));
        vec![
            Cell::text(&label),
            Cell::text(&self.told_entry(entry, field)),
            Cell::text(&self.form_title(form, day)),
            Cell::text(form.as_str()),
            day.map_or_else(Cell::nothing, Cell::count),
            Cell::text(question),
            Cell::text(&ids(entry)),
            Cell::time(reply.at),
            Cell::count(self.run.replies.all(form, day).count()),
            Cell::text(&reply.text_hash.to_string()),
        ]
    }

    fn form_title(&self, form: &ExerciseId, day: Option<u16>) -> String {
        let known = self.sources.manifest.questionnaires.iter().find(|known| known.id == *form);
        known.map_or_else(|| self.exercise_title(form), |known| known.title_at(day, self.sources.lang))
    }

    /// Names what was chosen by its text and its id, and leaves what was written as it is.
    fn told_entry(&self, entry: &Entry, field: Option<&Field>) -> String {
        let options = field.map_or(&[][..], Field::options);
        let named = |id: &String| match options.iter().find(|option| option.id == *id) {
            Some(option) => format!("{} [{id}]", self.sources.texts.plain(&option.text)),
            None => id.clone(),
        };
        match entry {
            Entry::One(text) => named(text),
            Entry::Several(texts) => texts.iter().map(named).collect::<Vec<_>>().join("; "),
            Entry::Rows(_) => ids(entry),
        }
    }
}

/// Returns the answers in the order of the form; what it no longer asks comes last.
fn in_order<'r>(reply: &'r Reply, form: Option<&'r Form>) -> Vec<(&'r str, &'r Entry, Option<&'r Field>)> {
    let fields = form.map_or(&[][..], |form| &form.fields);
    let place = |id: &str| fields.iter().position(|field| field.id.as_str() == id);
    let mut answers: Vec<_> = reply.answers.iter().map(|(id, entry)| (place(id), id.as_str(), entry)).collect();
    answers.sort_by_key(|(place, ..)| place.unwrap_or(usize::MAX));
    answers.into_iter().map(|(place, id, entry)| (id, entry, place.and_then(|at| fields.get(at)))).collect()
}

fn ids(entry: &Entry) -> String {
    match entry {
        Entry::One(text) => text.clone(),
        Entry::Several(texts) => texts.join(" "),
        Entry::Rows(rows) => rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("; "),
    }
}
