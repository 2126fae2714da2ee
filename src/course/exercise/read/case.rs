//! The fields of the engine `case`.
//!
//! Apart so that an engine is found under its name.

use super::{ids, refuse_unknown, rule, values};
use crate::course::exercise::case::{Case, Conclusion, StepCheck, Strength, Tool};
use crate::course::exercise::work::Work;
use crate::course::fields::{Fields, Text};
use crate::course::source::suggest;
use crate::diagnostic::code;

/// The most tools.
const MOST_TOOLS: usize = 40;

const CHECKS: [&str; 4] = ["early", "before", "used", "unused"];

/// Reads them.
pub(super) fn read(fields: &Fields<'_>) -> Case {
    let tools: Vec<Tool> = fields.tables("tools", "a tool", tool).into_iter().flatten().collect();
    let tools = values::capped(fields, "tools", tools, MOST_TOOLS);
    refuse_circles(fields, &tools);
    let conclusions = fields.tables("conclusions", "a conclusion", conclusion).into_iter().flatten().collect();
    let conclusions: Vec<Conclusion> = values::capped(fields, "conclusions", conclusions, 10);
    for (key, is_empty) in [("tools", tools.is_empty()), ("conclusions", conclusions.is_empty())] {
        if is_empty {
            fields.missing::<()>(key);
        }
    }
    let reasons = fields.table("reasons", "the reasons", |fields| values::need_whole(fields, "least", (1, 10)));
    let steps = rule::rules(fields, "steps", step);
    let budget = values::need_whole(fields, "budget", (1, 1000));
    Case { budget, tools, conclusions, reasons: reasons.unwrap_or(1), steps }
}

fn tool(fields: &Fields<'_>) -> Option<Tool> {
    let id = values::option_id(fields, "id");
    Some(Tool {
        text: values::need(fields, "text"),
        cost: values::need_whole(fields, "cost", (0, 500)),
        result: values::need(fields, "result"),
        needs: values::option_ids(fields, "needs"),
        strength: strength(fields),
        id: id?,
    })
}

fn strength(fields: &Fields<'_>) -> Strength {
    let Some(text) = fields.need_text("strength") else { return Strength::None };
    match text.get_ref().as_str() {
        "strong" => Strength::Strong,
        "weak" => Strength::Weak,
        "none" => Strength::None,
        "misleading" => Strength::Misleading,
        other => {
            let hint = suggest(other, ["strong", "weak", "none", "misleading"]);
            fields.source.error(code::UNKNOWN_NAME, text.span(), format!("there is no strength `{other}`"), hint);
            Strength::None
        }
    }
}

/// Reports tools that wait for themselves, or for a tool that does not exist.
fn refuse_circles(fields: &Fields<'_>, tools: &[Tool]) {
    let mut open: Vec<&Tool> = Vec::new();
    let mut waiting: Vec<&Tool> = tools.iter().collect();
    loop {
        let is_open = |tool: &&Tool| tool.needs.iter().all(|need| open.iter().any(|tool| tool.id == *need));
        let (ready, rest): (Vec<&Tool>, Vec<&Tool>) = waiting.into_iter().partition(is_open);
        waiting = rest;
        if ready.is_empty() {
            break;
        }
        open.extend(ready);
    }
    for tool in waiting {
        let message = format!("the tool `{}` can never be used", tool.id);
        let hint = "it needs a tool that is not there, or one that needs it";
        fields.source.error(code::UNREACHABLE, fields.span.clone(), message, hint);
    }
}

fn conclusion(fields: &Fields<'_>) -> Option<Conclusion> {
    let id = values::option_id(fields, "id");
    let option = |fields: &Fields<'_>| {
        let feedback = values::need(fields, "feedback");
        Some((values::pick(fields)?, feedback))
    };
    let options: Vec<_> = fields.tables("options", "an option", option).into_iter().flatten().collect();
    let key = fields.need_text("key");
    if let Some(key) = &key {
        refuse_unknown(fields, "option", key, options.iter().map(|(pick, _)| pick.id.as_str()));
    }
    let (text, critical) = (values::need(fields, "text"), values::flag(fields, "critical"));
    Some(Conclusion { id: id?, text, key: key?.into_inner(), critical, options })
}

fn step(fields: &Fields<'_>) -> Option<StepCheck> {
    let name = rule::name(fields)?;
    match name.get_ref().as_str() {
        "early" => {
            let within = values::need_whole(fields, "within", (1, 100));
            Some(StepCheck::Early { tool: values::option_id(fields, "tool")?, within })
        }
        "before" => Some(StepCheck::Before {
            first: values::option_id(fields, "first")?,
            then: values::option_id(fields, "then")?,
        }),
        "used" => values::option_id(fields, "tool").map(StepCheck::Used),
        "unused" => values::option_id(fields, "tool").map(StepCheck::Unused),
        _ => rule::unknown(fields, &name, &CHECKS),
    }
}

/// Reads a work.
pub(super) fn work(fields: &Fields<'_>, case: &Case) -> Work {
    let tools = |key| {
        let names = fields.texts(key);
        for name in &names {
            refuse_unknown(fields, "tool", name, ids(case.tools.iter().map(|tool| &tool.id)));
        }
        names.into_iter().map(Text::into_inner).collect()
    };
    let (used, cited) = (tools("used"), tools("cited"));
    let concluded = values::text_table(fields, "concluded", "the conclusions");
    for (name, _) in &concluded {
        refuse_unknown(fields, "conclusion", name, ids(case.conclusions.iter().map(|c| &c.id)));
    }
    Work::Case { used, cited, concluded: values::text_map(concluded), notes: values::words(fields, "notes") }
}
