//! How long a text is beside how long it may be, where a rule says so.
//!
//! Apart from the writing because the rules are looked through for it, and nothing else of a rule is shown.

use super::entries::Filled;
use crate::assess::work::text::{count_words, read_seconds};
use crate::course::exercise::form::{Field, Form, FormCheck, FormRule};
use crate::course::exercise::text::TextCheck;
use crate::tui::look::Look;

fn checks<'a>(form: &'a Form, field: &'a Field, column: Option<&'a Field>) -> impl Iterator<Item = &'a TextCheck> {
    let is_here =
        move |rule: &&FormRule| rule.at.field == field.id && rule.at.column.as_ref() == column.map(|column| &column.id);
    let text = |rule: &'a FormRule| if let FormCheck::Text(check) = &rule.rule.check { Some(check) } else { None };
    form.rules.iter().filter(is_here).filter_map(text)
}

/// Returns `33/49`, and whether that is too long; none where no rule counts characters.
pub(super) fn length(form: &Form, field: &Field, column: Option<&Field>, text: &str) -> Option<(String, bool)> {
    checks(form, field, column).find_map(|check| {
        let TextCheck::Length { max, .. } = check else { return None };
        let have = text.trim().chars().count();
        Some((format!("{have}/{max}"), have > *max as usize))
    })
}

/// Returns how many words there are, or how long they take, in words; none where no rule counts them.
pub(super) fn words(look: &Look, filled: Filled<'_>, of: (&Field, Option<&Field>), text: &str) -> Option<String> {
    checks(filled.form, of.0, of.1).find_map(|check| {
        let (key, have, min, max) = if let TextCheck::Words { min, max } = check {
            ("work-words-of", count_words(text), *min, *max)
        } else if let TextCheck::Seconds { min, max } = check {
            let have = read_seconds(text, filled.read_aloud);
            ("work-seconds-of", have, *min, *max)
        } else {
            return None;
        };
        Some(look.words.with(key, &[("have", have.into()), ("min", min.into()), ("max", max.into())]))
    })
}

/// Returns whether anything is asked of a field.
pub(super) fn is_judged(form: &Form, field: &Field) -> bool {
    field.need || form.rules.iter().any(|rule| rule.at.field == field.id)
}
