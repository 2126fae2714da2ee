//! Investigating: a tool is used by its number, results are cited, the conclusion is drawn.

use std::collections::BTreeMap;

use super::{Plain, Step, Stop, Typed, command, form};
use crate::assess::work::case::{minutes, used};
use crate::course::exercise::case::{Conclusion, Tool};
use crate::course::exercise::{Case, Pick, Work};
use crate::plain::entry;
use crate::plain::menu::back;
use crate::plain::{Entry, pick};

/// An investigation as it stands.
#[derive(Default)]
struct Inquiry {
    used: Vec<String>,
    cited: Vec<String>,
    concluded: BTreeMap<String, String>,
    notes: String,
}

impl Inquiry {
    fn into_work(self) -> Work {
        let Self { used, cited, concluded, notes } = self;
        Work::Case { used, cited, concluded, notes }
    }

    fn has_used(&self, tool: &Tool) -> bool {
        self.used.iter().any(|id| id == tool.id.as_str())
    }

    fn has_cited(&self, tool: &Tool) -> bool {
        self.cited.iter().any(|id| id == tool.id.as_str())
    }
}

impl Plain<'_> {
    pub(super) fn do_case(&mut self, case: &Case) -> Step {
        self.write_tools(case)?;
        loop {
            let prompt = self.words.with("plain-ask-case", &[("max", case.tools.len().into())]);
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_tools(case)?,
                Typed::Shown => {}
                Typed::Text(text) => self.case_line(case, &text)?,
            }
        }
    }

    fn inquiry(&self) -> Inquiry {
        match self.made() {
            Some(Work::Case { used, cited, concluded, notes }) => Inquiry { used, cited, concluded, notes },
            _ => Inquiry::default(),
        }
    }

    fn case_line(&mut self, case: &Case, text: &str) -> Step {
        if let Some(numbers) = command(text, "e") {
            return self.cite(case, numbers);
        }
        match text {
            "o" => back(self.conclude(case)),
            "t" => self.take_notes(),
            _ => match pick(&case.tools, text) {
                Some(tool) => self.use_tool(case, tool),
                None => self.refuse_number(text, case.tools.len()),
            },
        }
    }

    /// Uses a tool and writes its result; one that was used is only read again.
    fn use_tool(&mut self, case: &Case, tool: &Tool) -> Step {
        let mut inquiry = self.inquiry();
        let missing: Vec<String> = case
            .tools
            .iter()
            .filter(|other| tool.needs.contains(&other.id) && !inquiry.has_used(other))
            .map(|other| self.inline(&other.text))
            .collect();
        if !missing.is_empty() {
            return self.say_with("plain-why-needs", &[("tools", missing.join("; ").into())]);
        }
        if !inquiry.has_used(tool) {
            inquiry.used.push(tool.id.to_string());
            self.change(inquiry.into_work())?;
        }
        self.write_markdown(&tool.result)?;
        self.write_spent(case)
    }

    fn write_spent(&mut self, case: &Case) -> Step {
        let spent = minutes(&used(case, &self.inquiry().used));
        self.say_with("plain-spent", &[("spent", spent.into()), ("budget", case.budget.into())])
    }

    /// Cites the results of these tools, and no others.
    fn cite(&mut self, case: &Case, text: &str) -> Step {
        let mut inquiry = self.inquiry();
        let numbers = match entry::different(text, case.tools.len()) {
            Ok(numbers) => numbers,
            Err(entry::Why::Empty) => Vec::new(),
            Err(why) => return self.say_why(&why),
        };
        let chosen: Vec<&Tool> = numbers.iter().filter_map(|number| case.tools.get(number - 1)).collect();
        if let Some(unused) = chosen.iter().find(|tool| !inquiry.has_used(tool)) {
            let tool = self.inline(&unused.text);
            return self.say_with("plain-why-unused", &[("tool", tool.into())]);
        }
        inquiry.cited = chosen.iter().map(|tool| tool.id.to_string()).collect();
        self.change(inquiry.into_work())?;
        self.write_tools(case)
    }

    fn conclude(&mut self, case: &Case) -> Step {
        for conclusion in &case.conclusions {
            self.ask_conclusion(conclusion)?;
        }
        Ok(())
    }

    fn ask_conclusion(&mut self, conclusion: &Conclusion) -> Step {
        let picks: Vec<Pick> = conclusion.options.iter().map(|(pick, _)| pick.clone()).collect();
        self.write_conclusion(conclusion, &picks)?;
        loop {
            let prompt = self.words.with("plain-ask-conclusion", &[("max", picks.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => self.write_conclusion(conclusion, &picks)?,
                Entry::Text(text) => match form::chosen(&picks, &text) {
                    Ok(id) => {
                        let mut inquiry = self.inquiry();
                        inquiry.concluded.insert(conclusion.id.to_string(), id);
                        return self.change(inquiry.into_work());
                    }
                    Err(why) => self.say_why(&why)?,
                },
            }
        }
    }

    fn write_conclusion(&mut self, conclusion: &Conclusion, picks: &[Pick]) -> Step {
        self.blank()?;
        self.write_markdown(&conclusion.text)?;
        self.write_numbered(picks.iter().map(form::named))?;
        let given = self.inquiry().concluded.get(conclusion.id.as_str()).cloned();
        let given = given.and_then(|id| picks.iter().find(|pick| pick.id == id));
        match given.map(|pick| self.inline(&pick.text)) {
            Some(text) => self.say_with("plain-there", &[("value", text.into())]),
            None => Ok(()),
        }
    }

    fn take_notes(&mut self) -> Step {
        let mut inquiry = self.inquiry();
        for line in inquiry.notes.lines() {
            self.lines.write(&format!("> {line}"))?;
        }
        let prompt = self.words.get("plain-ask-notes");
        let Entry::Text(first) = self.type_raw(&prompt)? else { return Ok(()) };
        let (text, is_over) = self.read_text(&first)?;
        inquiry.notes = text;
        self.change(inquiry.into_work())?;
        if is_over { Err(Stop::End) } else { Ok(()) }
    }

    fn write_tools(&mut self, case: &Case) -> Step {
        let inquiry = self.inquiry();
        self.blank()?;
        for (number, tool) in (1..).zip(&case.tools) {
            let text = self.inline(&tool.text);
            let minutes = self.words.with("plain-minutes", &[("minutes", tool.cost.into())]);
            let mut line = format!("{number}. {text} – {minutes}");
            for (is_so, key) in [(inquiry.has_used(tool), "plain-used"), (inquiry.has_cited(tool), "plain-cited")] {
                if is_so {
                    line = format!("{line}, {}", self.words.get(key));
                }
            }
            self.lines.write(&line)?;
        }
        self.write_spent(case)?;
        for conclusion in &case.conclusions {
            let given = inquiry.concluded.get(conclusion.id.as_str());
            let chosen = conclusion.options.iter().find(|(pick, _)| Some(&pick.id) == given);
            let answer = chosen.map_or_else(|| self.words.get("plain-undecided"), |(pick, _)| self.inline(&pick.text));
            let asked = self.inline(&conclusion.text);
            self.lines.write(&format!("- {asked}: {answer}"))?;
        }
        Ok(())
    }
}
