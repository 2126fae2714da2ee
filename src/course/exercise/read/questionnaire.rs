//! What a form may not have where nobody judges it.
//!
//! Apart from the form because these are rules on the whole file. A questionnaire asks; it needs nothing, knows nothing
//! right, and belongs to no lesson.

use std::ops::Range;

use crate::course::exercise::Engine;
use crate::course::exercise::form::{Field, FieldKind};
use crate::course::fields::Fields;
use crate::diagnostic::code;

/// What only work that is judged has.
const JUDGED: [&str; 11] =
    ["lesson", "of", "tool", "pass", "weights", "rules", "questions", "rubric", "model", "typical", "debrief"];

/// Reports what makes no sense where nothing is judged.
pub(super) fn check(fields: &Fields<'_>, engine: &Engine) {
    for key in JUDGED.into_iter().filter(|key| fields.has(key)) {
        let span = fields.any(key).map_or_else(|| fields.span.clone(), |(_, span)| span);
        let message = format!("a questionnaire has no `{key}`");
        fields.source.error(code::BAD_VALUE, span, message, "take it away: nobody judges the answers");
    }
    let Engine::Form(form) = engine else {
        let message = "only a form can be a questionnaire";
        fields.source.error(code::BAD_VALUE, fields.span.clone(), message, "write `engine = \"form\"`");
        return;
    };
    for field in &form.fields {
        check_field(fields, field);
    }
}

fn check_field(fields: &Fields<'_>, field: &Field) {
    let asks = matches!(
        field.kind,
        FieldKind::Text | FieldKind::Long | FieldKind::Number | FieldKind::Choice(_) | FieldKind::Choices(_)
    );
    let hint = if !asks {
        "ask for a text, a long text, a number, a choice or several"
    } else if field.need || field.locked {
        "take `need` and `locked` away: every answer may be left out, and all can be changed"
    } else {
        return;
    };
    let message = format!("the question `{}` cannot stand in a questionnaire", field.id);
    fields.source.error(code::BAD_VALUE, place(fields, field), message, hint);
}

/// Returns where a question stands: at its id.
fn place(fields: &Fields<'_>, field: &Field) -> Range<usize> {
    let id = format!("\"{}\"", field.id);
    let at = fields.source.text.find(&format!("id = {id}")).map(|at| at + "id = ".len());
    at.map_or_else(|| fields.span.clone(), |at| at..at + id.len())
}
