//! The fields of the engine `stages`.
//!
//! Apart so that an engine is found under its name.

use super::{head, values};
use crate::course::exercise::Part;
use crate::course::exercise::stages::{Stage, Stages};
use crate::course::fields::Fields;
use crate::course::validate::values::id;
use crate::id::ExerciseId;

/// Reads them.
pub(super) fn read(fields: &Fields<'_>) -> Stages {
    let stage = |fields: &Fields<'_>| {
        let exercise = fields.need_text("exercise").and_then(|text| id(fields.source, &text, ExerciseId::new));
        let (at, text) = (values::words(fields, "at"), values::words(fields, "text"));
        Some(Stage { exercise: exercise?, at, text })
    };
    let stages: Vec<_> = fields.tables("stages", "a stage", stage).into_iter().flatten().collect();
    if stages.is_empty() {
        fields.missing::<()>("stages");
    }
    let score = head::weights(fields, "score", &[Part::Accuracy, Part::Process, Part::Time]);
    Stages { stages: values::capped(fields, "stages", stages, 30), score }
}
