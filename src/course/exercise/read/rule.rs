//! What every rule has: code, weight, points, message, advice, and the name of its check.
//!
//! Apart from the checks, which each engine names for itself.

use super::values;
use crate::course::exercise::rule::{Fault, Rule, Weight};
use crate::course::fields::{Fields, Text};
use crate::course::source::suggest;
use crate::diagnostic::code;

/// The most rules of one exercise.
const MOST_RULES: usize = 100;

/// Reads `[[rules]]`, each with its check.
pub(super) fn rules<C>(
    fields: &Fields<'_>,
    key: &'static str,
    check: impl Fn(&Fields<'_>) -> Option<C>,
) -> Vec<Rule<C>> {
    let all = fields.tables(key, "a rule", |fields| rule(fields, &check));
    values::capped(fields, key, all.into_iter().flatten().collect(), MOST_RULES)
}

/// Reads a rule.
pub(super) fn rule<C>(fields: &Fields<'_>, check: impl Fn(&Fields<'_>) -> Option<C>) -> Option<Rule<C>> {
    let fault = fault(fields);
    let points = values::whole(fields, "points", (0, 100)).unwrap_or(1);
    Some(Rule { fault: fault?, points, check: check(fields)? })
}

/// Reads what is said of something wrong.
pub(super) fn fault(fields: &Fields<'_>) -> Option<Fault> {
    let code = finding_code(fields, "code");
    let weight = weight(fields);
    let (message, advice) = (values::need(fields, "message"), values::need(fields, "advice"));
    Some(Fault { code: code?, weight, message, advice })
}

/// Reads the code of a finding.
pub(super) fn finding_code(fields: &Fields<'_>, key: &'static str) -> Option<String> {
    let text = fields.need_text(key)?;
    let is_code = |text: &str| {
        text.len() <= 20 && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
    };
    if !is_code(text.get_ref()) {
        let message = format!("`{}` is no code", text.get_ref());
        fields.source.error(code::BAD_VALUE, text.span(), message, "write at most 20 capitals, digits and `-`");
    }
    Some(text.into_inner())
}

fn weight(fields: &Fields<'_>) -> Weight {
    let critical = values::flag(fields, "critical");
    let severity = fields.text("severity");
    match severity.as_ref().map(|text| text.get_ref().as_str()) {
        None | Some("error") if critical => Weight::Critical,
        None | Some("error") => Weight::Error,
        Some("warning") if !critical => Weight::Warning,
        Some(_) => {
            if let Some(text) = severity {
                let message = "the severity is `error` or `warning`, and a critical rule is no warning";
                fields.source.error(code::BAD_VALUE, text.span(), message, "write `severity = \"error\"`");
            }
            Weight::Error
        }
    }
}

/// Reads the name of the check.
pub(super) fn name(fields: &Fields<'_>) -> Option<Text> {
    fields.need_text("check")
}

/// Reports a check that does not exist here.
pub(super) fn unknown<T>(fields: &Fields<'_>, name: &Text, known: &[&str]) -> Option<T> {
    let message = format!("there is no check `{}` here", name.get_ref());
    let hint = suggest(name.get_ref(), known.iter().copied());
    fields.source.error(code::UNKNOWN_CHECK, name.span(), message, hint);
    None
}
