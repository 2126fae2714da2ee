//! Room to work in, as each engine needs it.
//!
//! Apart from the sheet around it. What an engine keeps back on screen (results of tools, right decisions) is kept back
//! here too: the trainer reads it out from the key.

use crate::assess::paper::letter;
use crate::course::exercise::arrange::{Arranging, Card};
use crate::course::exercise::case::{Case, Conclusion};
use crate::course::exercise::desk::{Desk, Item};
use crate::course::exercise::form::{Field, FieldKind};
use crate::course::exercise::{Engine, FieldTask, Marking, Pick, Writing};
use crate::report::Clean;
use crate::report::paper::part::{Part, Running};
use crate::report::paper::{Press, quiz};

/// Lines for a text of several lines, for a whole text, and rows of a table where its file names no number.
const LONG: usize = 4;
const WHOLE: usize = 14;
const ROWS: usize = 6;
const MOST_ROWS: usize = 12;
/// How high a row to write in is, in millimetres.
const ROW: u16 = 9;

impl Press<'_> {
    /// Sets the room to work in.
    pub(super) fn room_for(&self, engine: &Engine) -> Vec<Part> {
        match engine {
            Engine::Form(form) => form.fields.iter().map(|field| Part::Together(field_parts(field))).collect(),
            Engine::Write(writing) => self.writing(writing),
            Engine::Arrange(cards) => self.cards(cards),
            Engine::Mark(marking) => self.marking(marking),
            Engine::Desk(desk) => self.queue(desk),
            Engine::Case(case) => self.case(case),
            Engine::Field(task) => Self::steps(task),
            Engine::Stages(_) => Vec::new(),
        }
    }

    fn writing(&self, writing: &Writing) -> Vec<Part> {
        let mut parts = Vec::new();
        if !writing.given.is_empty() {
            let lines = writing.given.lines().filter(|line| !line.trim().is_empty());
            parts.push(Part::Framed(self.say("paper-given-text"), lines.map(Part::text).collect()));
        }
        if let Some((least, most)) = writing.count {
            let said = [("min", least.into()), ("max", most.into())];
            parts.push(Part::Hint(Running::plain(&self.words.with("paper-words", &said))));
        }
        parts.push(Part::Lines(WHOLE));
        parts
    }

    fn cards(&self, cards: &Arranging) -> Vec<Part> {
        let said = [("min", cards.choose.0.into()), ("max", cards.choose.1.into())];
        let mut parts = vec![Part::Hint(Running::plain(&self.words.with("paper-cards", &said)))];
        let lettered = cards.cards.iter().enumerate();
        parts.extend(lettered.map(|(place, card)| Part::item(&format!("{})", letter(place)), self.card(cards, card))));
        if let Some(labels) = &cards.labels {
            parts.push(Part::Hint(Running::plain(&listed(&labels.options))));
        }
        let heads = (1..=cards.choose.1).map(|number| (number.to_string().into(), 1)).collect::<Vec<_>>();
        let rows = if cards.labels.is_some() { 2 } else { 1 };
        parts.push(Part::Grid(heads.clone(), vec![vec![Clean::default(); heads.len()]; rows], ROW));
        if let Some(captions) = &cards.captions {
            parts.push(Part::Lines(usize::from(captions.count)));
        }
        parts
    }

    /// Writes a card with what is known of it, but not the value that is its right label.
    fn card(&self, cards: &Arranging, card: &Card) -> Running {
        let is_told = |name: &str| cards.labels.as_ref().is_none_or(|labels| labels.key != name);
        let told = card.with.iter().filter(|(name, _)| is_told(name));
        let known: Vec<String> = told.map(|(name, value)| format!("{} {value}", name.replace('-', " "))).collect();
        let text = self.inline(&card.text);
        if known.is_empty() { text } else { text.and(&format!(" ({})", known.join(", "))) }
    }

    fn marking(&self, marking: &Marking) -> Vec<Part> {
        let heads = vec![(self.say("paper-word-numbers"), 3), (self.say("paper-label"), 3)];
        vec![
            Part::Hint(Running::plain(&self.words.get("paper-mark"))),
            Part::Hint(Running::plain(&listed(&marking.labels))),
            Part::Framed(Clean::default(), quiz::counted(&marking.words)),
            Part::Grid(heads, vec![vec![Clean::default(); 2]; ROWS], ROW),
        ]
    }

    fn queue(&self, desk: &Desk) -> Vec<Part> {
        let mut parts = vec![Part::Text(Running::strong(&self.words.get("paper-decisions")))];
        if !desk.now.is_empty() {
            parts.push(Part::text(&desk.now));
        }
        parts.push(Part::text(&listed(&desk.decisions)));
        parts.extend(desk.codes.iter().map(|code| Part::item(&code.pick.id, Running::plain(&code.pick.text))));
        parts.extend(desk.items.iter().map(|item| Part::Together(vec![self.desk_item(item, desk)])));
        parts
    }

    fn desk_item(&self, item: &Item, desk: &Desk) -> Part {
        let mut inner = vec![Part::Text(Running::strong(&item.title).and(&format!(" · {}", item.from)))];
        inner.extend(self.markdown(&item.text));
        let mut blanks = vec![(self.say("paper-order"), 1), (self.say("paper-decision"), 2)];
        if !desk.codes.is_empty() {
            blanks.push((self.say("paper-code"), 1));
        }
        inner.push(Part::Blanks(blanks));
        if item.note {
            inner.push(Part::Lines(2));
        }
        Part::Framed(Clean::default(), inner)
    }

    fn case(&self, case: &Case) -> Vec<Part> {
        let budget = self.words.with("paper-tools", &[("minutes", case.budget.into())]);
        let mut parts = vec![Part::Hint(Running::plain(&budget))];
        for (number, tool) in (1..).zip(&case.tools) {
            let cost = self.words.with("paper-cost", &[("minutes", tool.cost.into())]);
            parts.push(Part::item(&format!("{number}."), self.inline(&tool.text).and(&format!(" ({cost})"))));
        }
        parts.push(Part::Text(Running::strong(&self.words.get("paper-notebook"))));
        parts.push(Part::Lines(LONG));
        parts.extend(case.conclusions.iter().map(|one| Part::Together(self.conclusion(one))));
        parts.push(Part::Text(Running::strong(&self.words.get("paper-reasons"))));
        parts.push(Part::Lines(usize::from(case.reasons).max(2)));
        parts
    }

    fn conclusion(&self, conclusion: &Conclusion) -> Vec<Part> {
        let options = conclusion.options.iter().map(|(pick, _)| Part::item("☐", self.inline(&pick.text)));
        std::iter::once(Part::Text(Running::strong(&conclusion.text))).chain(options).collect()
    }

    fn steps(task: &FieldTask) -> Vec<Part> {
        task.steps.iter().map(|step| Part::item("☐", Running::plain(&step.text))).collect()
    }
}

fn field_parts(field: &Field) -> Vec<Part> {
    let mut parts = vec![Part::Text(Running::strong(&field.label))];
    if !field.hint.is_empty() {
        parts.push(Part::Hint(Running::plain(&field.hint)));
    }
    if !field.given.is_empty() {
        parts.push(Part::text(&field.given));
    }
    match &field.kind {
        FieldKind::Choice(options) | FieldKind::Choices(options) => parts.extend(boxes(options)),
        FieldKind::Rows { columns, most, given, .. } => parts.push(rows(columns, usize::from(*most), given)),
        FieldKind::Long => parts.push(Part::Lines(LONG)),
        FieldKind::Text
        | FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. } => parts.extend((!field.locked).then_some(Part::Lines(1))),
    }
    parts
}

fn boxes(options: &[Pick]) -> impl Iterator<Item = Part> {
    options.iter().map(|pick| Part::item("☐", Running::plain(&pick.text)))
}

fn listed(options: &[Pick]) -> String {
    let one =
        |pick: &Pick| if pick.text == pick.id { pick.text.clone() } else { format!("{} = {}", pick.id, pick.text) };
    options.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Returns which share of a row a hand needs.
fn share(kind: &FieldKind) -> u16 {
    match kind {
        FieldKind::Text | FieldKind::Rows { .. } => 4,
        FieldKind::Long => 6,
        FieldKind::Number | FieldKind::Duration | FieldKind::Date => 2,
        FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Timecode { .. } | FieldKind::DateTime { .. } => 3,
    }
}

fn rows(columns: &[Field], most: usize, given: &[Vec<String>]) -> Part {
    let heads: Vec<(Clean, u16)> =
        columns.iter().map(|column| (Clean::new(&column.label), share(&column.kind))).collect();
    let count = if given.is_empty() { ROWS.min(most.max(1)) } else { given.len().min(MOST_ROWS) };
    let row = |at: usize| {
        let mut cells: Vec<Clean> = given.get(at).into_iter().flatten().map(|cell| Clean::new(cell)).collect();
        cells.resize(heads.len(), Clean::default());
        cells
    };
    Part::Grid(heads.clone(), (0..count).map(row).collect(), ROW)
}
