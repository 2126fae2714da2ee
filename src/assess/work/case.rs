//! Judges an investigation: the conclusion, the reasons, the order of work, the time it took.
//!
//! Apart so that an engine is found under its name. Order and time count for an inquiry with an end: in proportion to
//! the conclusions that were drawn. Tools that could not be used yet, or do not exist, were not used.

use std::collections::BTreeMap;

use super::text::Points;
use super::{Finding, Judged, Place, done, score};
use crate::assess::Grade;
use crate::course::exercise::Part;
use crate::course::exercise::case::{Case, StepCheck, Strength, Tool};
use crate::id::OptionId;

/// An investigation as it was led.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inquiry<'a> {
    pub(super) used: &'a [String],
    pub(super) cited: &'a [String],
    pub(super) concluded: &'a BTreeMap<String, String>,
}

/// Returns the tools that were used, in order, each once, as far as they could be.
pub fn used<'a>(case: &'a Case, used: &[String]) -> Vec<&'a Tool> {
    let mut tools: Vec<&Tool> = Vec::new();
    for name in used {
        let Some(tool) = case.tools.iter().find(|tool| tool.id.as_str() == name) else { continue };
        let is_new = !tools.iter().any(|there| there.id == tool.id);
        if is_new && tool.needs.iter().all(|need| tools.iter().any(|there| there.id == *need)) {
            tools.push(tool);
        }
    }
    tools
}

/// Returns the minutes of the story that these tools took.
pub fn minutes(tools: &[&Tool]) -> u32 {
    tools.iter().map(|tool| u32::from(tool.cost)).sum()
}

/// Judges the way and the conclusion.
pub(super) fn judge(case: &Case, inquiry: &Inquiry<'_>) -> Judged {
    let tools = used(case, inquiry.used);
    let mut judged = Judged::default();
    judge_conclusions(case, inquiry, &mut judged);
    judge_reasons(case, &tools, inquiry.cited, &mut judged);
    judge_steps(case, &tools, &mut judged);
    judge_time(case, &tools, &mut judged);
    let drawn = done::conclusions(case, inquiry.concluded);
    let on_the_way = judged.parts.iter_mut().filter(|(part, _)| matches!(part, Part::Order | Part::Time));
    on_the_way.for_each(|(_, grade)| *grade = drawn.of_grade(*grade));
    judged
}

fn judge_conclusions(case: &Case, inquiry: &Inquiry<'_>, judged: &mut Judged) {
    let mut right = 0;
    for conclusion in &case.conclusions {
        let place = Place::Conclusion(conclusion.id.clone());
        let given = inquiry.concluded.get(conclusion.id.as_str());
        if given == Some(&conclusion.key) {
            right += 1;
            continue;
        }
        let feedback = conclusion.options.iter().find(|(pick, _)| Some(&pick.id) == given).map(|(_, words)| words);
        judged.findings.push(match feedback {
            Some(words) => Finding::beside("CONCLUSION", conclusion.critical, place, words),
            None => Finding::own("CONCLUSION", place, "finding-not-concluded", Vec::new()),
        });
    }
    judged.parts.push((Part::Conclusion, Grade::share(right, case.conclusions.len())));
}

/// Strong reasons up to the number that is asked, less one for each that says nothing or misleads.
fn judge_reasons(case: &Case, tools: &[&Tool], cited: &[String], judged: &mut Judged) {
    let cited = || tools.iter().filter(|tool| cited.iter().any(|name| name == tool.id.as_str()));
    let strong = cited().filter(|tool| tool.strength == Strength::Strong).count();
    let empty = cited().filter(|tool| tool.strength <= Strength::None).count();
    let least = usize::from(case.reasons);
    judged.parts.push((Part::Reasons, Grade::share(strong.min(least).saturating_sub(empty), least)));
    if strong < least {
        let values = vec![("have", strong.to_string()), ("want", least.to_string())];
        judged.findings.push(Finding::own("REASONS", Place::Whole, "finding-reasons", values));
    }
    for tool in cited().filter(|tool| tool.strength <= Strength::None) {
        let key = if tool.strength == Strength::Misleading { "finding-misleading" } else { "finding-empty-reason" };
        let place = Place::Tool(tool.id.clone());
        judged.findings.push(Finding::own("REASONS", place, key, vec![("tool", tool.text.clone())]));
    }
}

fn judge_steps(case: &Case, tools: &[&Tool], judged: &mut Judged) {
    let place = |id: &OptionId| tools.iter().position(|tool| tool.id == *id);
    let mut points = Points::default();
    for rule in &case.steps {
        let (tool, is_kept) = match &rule.check {
            StepCheck::Early { tool, within } => (tool, place(tool).is_some_and(|at| at < usize::from(*within))),
            StepCheck::Before { first, then } => {
                let is_before = |then| place(first).is_some_and(|first| first < then);
                (first, place(then).is_none_or(is_before))
            }
            StepCheck::Used(tool) => (tool, place(tool).is_some()),
            StepCheck::Unused(tool) => (tool, place(tool).is_none()),
        };
        points.count(rule, is_kept);
        if !is_kept {
            judged.findings.push(Finding::new(&rule.fault, Place::Tool(tool.clone()), &[]));
        }
    }
    let grade = if tools.is_empty() { Grade::ZERO } else { points.grade() };
    judged.parts.push((Part::Order, grade));
}

fn judge_time(case: &Case, tools: &[&Tool], judged: &mut Judged) {
    let (spent, budget) = (minutes(tools), u32::from(case.budget));
    let grade = if tools.is_empty() { Grade::ZERO } else { score::time_grade(spent, budget) };
    judged.parts.push((Part::Time, grade));
    if spent > budget {
        let values = vec![("have", spent.to_string()), ("want", budget.to_string())];
        judged.findings.push(Finding::own("BUDGET", Place::Whole, "finding-budget", values));
    }
}

#[cfg(test)]
mod tests;
