//! An alert as the text of a message: level, number and hour first, then one line a field.
//!
//! Apart from the sheet because a message is pasted into a chat or a mail: nothing is aligned, and nothing is left
//! blank.

use super::filled::Filled;

/// The fields of the first line.
const FIRST: [&str; 3] = ["level", "alert-id", "issued"];

/// Writes the message.
pub(super) fn write(filled: &Filled<'_>) -> String {
    let first: Vec<String> = FIRST.iter().map(|id| filled.typed(id)).filter(|text| !text.is_empty()).collect();
    let mut text = format!("{}\n", first.join(" | "));
    for field in &filled.form.fields {
        let value = crate::text::one_line(&filled.shown(field));
        if !FIRST.contains(&field.id.as_str()) && !value.is_empty() {
            text.extend(["\n", &field.label, ": ", &value]);
        }
    }
    text.push('\n');
    text
}
