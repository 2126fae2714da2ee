//! Forms that nobody judges: filled in, handed in, changed later.
//!
//! Apart from desk work because nothing is worth anything here. It is laid out on the same bench, so the same screen and
//! the same prompts serve it; what is handed in is a reply, and the last one counts.

use std::collections::BTreeMap;

use super::bench::{Bench, Purpose};
use super::{Effects, Session};
use crate::course::Faults;
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Work};
use crate::id::{AttemptId, ExerciseId};
use crate::journal::Body;

fn draft_key(form: &ExerciseId, day: Option<u16>) -> String {
    day.map_or_else(|| format!("reply/{form}"), |day| format!("reply/{form}/{day}"))
}

impl Session {
    /// Lays a form out: with what was begun, or else with what was said last.
    pub fn reply_to(&mut self, form: &ExerciseId, day: Option<u16>) -> Result<Effects, Faults> {
        let opened = self.course.exercise(form, &self.lang)?;
        let kept = self.learning().and_then(|learning| learning.draft::<Work>(&draft_key(form, day)));
        let attempt = AttemptId::from_bits(self.chance.bits());
        let mut bench = Bench::new(opened, Purpose::Reply(day), attempt);
        bench.untimed = true;
        match (kept, &mut bench.work) {
            (Some(kept), work) => *work = kept,
            (None, Work::Form { fields }) => fields.extend(self.said_before(form, day)),
            (None, _) => {}
        }
        Ok(self.lay_out(bench))
    }

    fn said_before(&self, form: &ExerciseId, day: Option<u16>) -> BTreeMap<String, Entry> {
        let run = self.learning().and_then(|learning| learning.run());
        let last = run.and_then(|run| run.replies.last(form, day));
        last.map(|reply| reply.answers.clone()).unwrap_or_default()
    }

    /// Returns whether a half-done reply waits.
    pub fn is_reply_begun(&self, form: &ExerciseId, day: Option<u16>) -> bool {
        self.learning().is_some_and(|learning| learning.has_draft(&draft_key(form, day)))
    }

    pub(super) fn keep_reply(&mut self, form: &ExerciseId, day: Option<u16>, work: &Work) -> Effects {
        self.keep_draft(draft_key(form, day), work)
    }

    /// Hands the reply in and clears the bench; says whether there was anything to hand in.
    pub fn hand_in_reply(&mut self) -> (bool, Effects) {
        let Some((form, day, body)) = self.reply() else { return (false, Effects::new()) };
        let key = draft_key(&form, day);
        self.bench = None;
        self.drop_due(&key);
        (true, self.write_with(vec![body], Vec::new(), Some(key)))
    }

    /// Returns what the bench holds as what is kept for ever; none where every answer was left out.
    fn reply(&self) -> Option<(ExerciseId, Option<u16>, Body)> {
        let bench = self.bench.as_ref()?;
        let (Purpose::Reply(day), Engine::Form(asked), Work::Form { fields }) =
            (&bench.purpose, &bench.exercise.engine, &bench.work)
        else {
            return None;
        };
        let said = fields.iter().filter(|(id, entry)| {
            let is_asked = asked.fields.iter().any(|field| field.id.as_str() == id.as_str());
            is_asked && !is_empty(entry)
        });
        let answers: BTreeMap<_, _> = said.map(|(id, entry)| (id.clone(), entry.clone())).collect();
        let (form, day, text_hash) = (bench.exercise.id.clone(), *day, asked.text_hash());
        (!answers.is_empty()).then(|| (form.clone(), day, Body::Replied { form, day, text_hash, answers }))
    }
}

fn is_empty(entry: &Entry) -> bool {
    match entry {
        Entry::One(text) => text.trim().is_empty(),
        Entry::Several(texts) => texts.is_empty(),
        Entry::Rows(rows) => rows.is_empty(),
    }
}
