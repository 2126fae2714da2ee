//! What every exercise has: id, title, minutes, debrief, weights.
//!
//! Apart from the engines, which read their own fields and nothing of these.

use std::collections::BTreeMap;

use super::values;
use crate::course::exercise::{Debrief, Part};
use crate::course::fields::Fields;
use crate::course::source::suggest;
use crate::course::validate::values::{id, pass};
use crate::diagnostic::code;
use crate::id::{ExerciseId, LessonId, SectionId};

/// The fields of every exercise.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) id: Option<ExerciseId>,
    pub(super) lesson: Option<LessonId>,
    pub(super) of: Option<ExerciseId>,
    pub(super) title: String,
    pub(super) minutes: u16,
    pub(super) pass: u16,
    pub(super) tool: Option<String>,
    pub(super) questionnaire: bool,
    pub(super) brief: String,
}

/// Reads them.
pub(super) fn read(fields: &Fields<'_>, otherwise: u16) -> Head {
    let source = fields.source;
    let lesson = fields.text("lesson").and_then(|text| id(source, &text, LessonId::new));
    let of = fields.text("of").and_then(|text| id(source, &text, ExerciseId::new));
    Head {
        id: fields.need_text("id").and_then(|text| id(source, &text, ExerciseId::new)),
        lesson,
        of,
        title: values::need(fields, "title"),
        minutes: values::need_whole(fields, "minutes", (1, 600)),
        pass: pass(source, fields.whole("pass").as_ref(), otherwise),
        tool: fields.text("tool").map(toml::Spanned::into_inner),
        questionnaire: values::flag(fields, "questionnaire"),
        brief: values::need(fields, "brief"),
    }
}

/// Reads the debrief.
pub(super) fn debrief(fields: &Fields<'_>) -> Debrief {
    let section = fields.text("section").and_then(|text| id(fields.source, &text, SectionId::new));
    Debrief { text: values::need(fields, "text"), expert: values::need(fields, "expert"), section }
}

/// Reads what parts count.
pub(super) fn weights(fields: &Fields<'_>, key: &'static str, known: &[Part]) -> BTreeMap<Part, u16> {
    let read = |fields: &Fields<'_>| {
        let mut weights = BTreeMap::new();
        for (name, value, span) in fields.every() {
            let part = known.iter().find(|part| part.as_str() == name.get_ref());
            let weight = value.as_integer().and_then(|n| n.as_str().parse::<u16>().ok()).filter(|n| *n <= 1000);
            match (part, weight) {
                (Some(part), Some(weight)) => drop(weights.insert(*part, weight)),
                (None, _) => {
                    let hint = suggest(name.get_ref(), known.iter().map(|part| part.as_str()));
                    let message = format!("there is no part `{}`", name.get_ref());
                    fields.source.error(code::UNKNOWN_NAME, name.span(), message, hint);
                }
                (Some(_), None) => drop(fields.wrong_type::<()>(name.get_ref(), value, span, "a number to 1000")),
            }
        }
        weights
    };
    fields.table(key, "the weights", read).unwrap_or_default()
}
