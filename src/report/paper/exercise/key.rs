//! What an exercise comes to, for the trainer: a work that passes, what the tools bring, and what is said afterwards.
//!
//! Apart so that a sheet for learners cannot hold any of it.

use crate::course::Exercise;
use crate::course::exercise::case::Tool;
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Work};
use crate::report::Clean;
use crate::report::paper::Press;
use crate::report::paper::part::{Part, Running};

impl Press<'_> {
    /// Sets what an exercise comes to.
    pub(super) fn solution(&self, exercise: &Exercise) -> Vec<Part> {
        let mut parts = Vec::new();
        if let Some(model) = &exercise.model {
            parts.push(Part::Framed(self.say("paper-model"), self.model(&exercise.engine, model)));
        }
        parts.extend(self.kept_back(&exercise.engine));
        for question in &exercise.questions {
            parts.extend(self.markdown(&question.prompt));
            parts.extend(self.key(question));
        }
        for (key, text) in [("paper-debrief", &exercise.debrief.text), ("paper-expert", &exercise.debrief.expert)] {
            if !text.is_empty() {
                parts.push(Part::heading(2, &self.words.get(key)));
                parts.extend(self.markdown(text));
            }
        }
        parts
    }

    fn model(&self, engine: &Engine, model: &Work) -> Vec<Part> {
        match (engine, model) {
            (Engine::Form(form), Work::Form { fields }) => {
                let value = |id: &str| fields.get(id).map(shown).unwrap_or_default();
                let line = |label: &str, id: &str| Part::Text(Running::strong(label).and(&format!(": {}", value(id))));
                form.fields.iter().map(|field| line(&field.label, field.id.as_str())).collect()
            }
            (_, Work::Write { text }) => text.lines().filter(|line| !line.trim().is_empty()).map(Part::text).collect(),
            (Engine::Arrange(cards), Work::Arrange { cards: chosen, .. }) => {
                let text = |id: &String| cards.cards.iter().find(|card| card.id.as_str() == id).map(|card| &card.text);
                let numbered = (1..).zip(chosen.iter().filter_map(text));
                numbered.map(|(number, text)| Part::item(&format!("{number}."), self.inline(text))).collect()
            }
            (Engine::Mark(marking), Work::Mark { marks }) => {
                let words = |from: usize, to: usize| {
                    let words = marking.words.get(from..to).unwrap_or_default();
                    words.iter().map(|word| word.text.trim()).collect::<Vec<_>>().join(" ")
                };
                let one = |mark: &crate::course::exercise::work::Marked| {
                    Part::item("–", Running::strong(&mark.label).and(&format!(": {}", words(mark.from, mark.to))))
                };
                marks.iter().map(one).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Sets what the screen keeps back until it is asked for.
    fn kept_back(&self, engine: &Engine) -> Vec<Part> {
        match engine {
            Engine::Desk(desk) => desk
                .items
                .iter()
                .map(|item| {
                    let code = item.code.as_deref().map(|code| format!(" {code}")).unwrap_or_default();
                    let right = Running::strong(&item.title).and(&format!(": {}{code}. ", item.decision));
                    Part::item("–", Running([right.0, self.inline(&item.why).0].concat()))
                })
                .collect(),
            Engine::Case(case) => {
                let mut parts: Vec<Part> =
                    (1..).zip(&case.tools).map(|(number, tool)| self.tool(number, tool)).collect();
                for conclusion in &case.conclusions {
                    let key = conclusion.options.iter().find(|(pick, _)| pick.id == conclusion.key);
                    let text = key.map(|(pick, _)| pick.text.as_str()).unwrap_or_default();
                    parts.push(Part::Text(Running::strong(&conclusion.text).and(&format!(" {text}"))));
                }
                parts
            }
            Engine::Form(_)
            | Engine::Write(_)
            | Engine::Arrange(_)
            | Engine::Mark(_)
            | Engine::Field(_)
            | Engine::Stages(_) => Vec::new(),
        }
    }

    fn tool(&self, number: usize, tool: &Tool) -> Part {
        let mut inner = vec![Part::Text(Running::strong(&tool.text))];
        inner.extend(self.markdown(&tool.result));
        Part::Item(Clean::new(&format!("{number}.")), inner)
    }
}

fn shown(entry: &Entry) -> String {
    match entry {
        Entry::One(text) => text.clone(),
        Entry::Several(texts) => texts.join(", "),
        Entry::Rows(rows) => rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("; "),
    }
}
