//! A piece of work as somebody would type it.

use crate::assess::Response;
use crate::course::exercise::arrange::Arranging;
use crate::course::exercise::desk::Desk;
use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::marking::{Marking, Unit};
use crate::course::exercise::work::{Decided, Entry, Marked};
use crate::course::exercise::{Case, Engine, Exercise, FieldTask, Work};
use crate::plain::entry;
use crate::session::item::Item;

/// Returns the lines that make a work, from the first prompt until it is handed in.
pub(super) fn typed(exercise: &Exercise, work: &Work) -> String {
    let lines = match (&exercise.engine, work) {
        (Engine::Form(form), Work::Form { fields }) => {
            let open = form.fields.iter().filter(|field| !field.locked);
            open.map(|field| typed_field(form, field, fields.get(field.id.as_str()))).collect()
        }
        (Engine::Write(_), Work::Write { text }) => text_lines(text),
        (Engine::Arrange(arranging), Work::Arrange { .. }) => cards(arranging, work),
        (Engine::Mark(marking), Work::Mark { marks }) => marks.iter().map(|mark| marked(marking, mark)).collect(),
        (Engine::Desk(desk), Work::Desk { decided }) => decided.iter().map(|given| decision(desk, given)).collect(),
        (Engine::Case(case), Work::Case { .. }) => inquiry(case, work),
        (Engine::Field(task), Work::Field { .. }) => sheet(task, exercise, work),
        (engine, work) => panic!("{engine:?}: {work:?}"),
    };
    lines + "h\n"
}

/// Returns the lines that answer the questions after the work by their keys.
pub(super) fn answers(items: &[Item]) -> String {
    let line = |item: &Item| {
        let mut item = item.clone();
        item.response = crate::assess::key_response(&item.question);
        let typed = entry::as_typed(&item);
        if matches!(item.response, Response::Typed(_)) { format!("={typed}\n") } else { format!("{typed}\n") }
    };
    items.iter().map(line).collect()
}

fn text_lines(text: &str) -> String {
    format!("={}\n.\n", text.trim_end())
}

fn position<T>(all: &[T], is: impl Fn(&T) -> bool) -> usize {
    all.iter().position(is).unwrap() + 1
}

fn typed_field(form: &Form, field: &Field, value: Option<&Entry>) -> String {
    match (&field.kind, value) {
        (_, None) => "x\n\n".to_owned(),
        (FieldKind::Rows { columns, given, .. }, Some(Entry::Rows(rows))) => typed_rows(columns, given, rows),
        (FieldKind::Choices(_), Some(Entry::Several(ids))) if ids.is_empty() => "x\n\n".to_owned(),
        (FieldKind::Choices(picks), Some(Entry::Several(ids))) => {
            let numbers = ids.iter().map(|id| position(picks, |pick| pick.id == *id).to_string());
            numbers.collect::<Vec<_>>().join(" ") + "\n"
        }
        (_, Some(Entry::One(text))) if text.is_empty() => "x\n\n".to_owned(),
        (FieldKind::Choice(picks), Some(Entry::One(id))) => format!("{}\n", position(picks, |pick| pick.id == *id)),
        (FieldKind::Long, Some(Entry::One(text))) => text_lines(text),
        (_, Some(Entry::One(text))) => format!("={text}\n"),
        (kind, value) => panic!("{:?}: {kind:?} {value:?}", form.fields.len()),
    }
}

fn typed_rows(columns: &[Field], given: &[Vec<String>], rows: &[Vec<String>]) -> String {
    let open = |row: &Vec<String>| {
        let cells = columns.iter().zip(row).filter(|(column, _)| !column.locked).map(|(_, cell)| cell.as_str());
        cells.collect::<Vec<_>>().join(" | ")
    };
    let line = |(at, row): (usize, &Vec<String>)| {
        if at < given.len() { format!("r {} {}\n", at + 1, open(row)) } else { format!("={}\n", open(row)) }
    };
    let removed = (rows.len()..given.len()).map(|_| format!("d {}\n", rows.len() + 1));
    rows.iter().enumerate().map(line).chain(removed).collect::<String>() + "\n"
}

fn cards(arranging: &Arranging, work: &Work) -> String {
    let Work::Arrange { cards, labels, captions } = work else { panic!() };
    let number = |id: &String| position(&arranging.cards, |card| card.id.as_str() == id);
    let mut lines = cards.iter().map(|id| number(id).to_string()).collect::<Vec<_>>().join(" ") + "\n";
    for (card, label) in labels {
        let options = &arranging.labels.as_ref().unwrap().options;
        let place = position(options, |pick| pick.id == *label).to_string();
        lines.extend(["e ", &number(card).to_string(), " ", &place, "\n"]);
    }
    for (card, caption) in captions {
        lines.extend(["t ", &number(card).to_string(), " =", caption, "\n.\n"]);
    }
    lines
}

fn marked(marking: &Marking, mark: &Marked) -> String {
    let label = position(&marking.labels, |label| label.id == mark.label);
    let what = match marking.unit {
        Unit::Words => {
            let words = marking.words.iter().take(mark.to).skip(mark.from).map(|word| word.text.trim());
            words.collect::<Vec<_>>().join(" ")
        }
        Unit::Sentences => {
            let mut starts: Vec<usize> =
                marking.spans.iter().filter_map(|span| start(marking, span.id.as_str())).collect();
            starts.sort_unstable();
            let numbers = (1..).zip(starts).filter(|(_, from)| (mark.from..mark.to).contains(from));
            numbers.map(|(number, _): (usize, usize)| number.to_string()).collect::<Vec<_>>().join(" ")
        }
    };
    format!("{label}:{what}\n")
}

fn start(marking: &Marking, span: &str) -> Option<usize> {
    marking.words.iter().position(|word| word.span.as_ref().is_some_and(|id| id.as_str() == span))
}

fn decision(desk: &Desk, given: &Decided) -> String {
    let item = position(&desk.items, |item| item.id.as_str() == given.item);
    let mut lines = format!("{item}\n{}\n", position(&desk.decisions, |pick| pick.id == given.decision));
    let codes: Vec<_> = desk.codes.iter().filter(|code| code.decision == given.decision).collect();
    if !codes.is_empty() {
        let is_there = codes.iter().any(|code| code.pick.id == given.code);
        lines.extend([if is_there { given.code.as_str() } else { "" }, "\n"]);
    }
    if desk.items[item - 1].note {
        lines.extend([if given.note.is_empty() { "" } else { "=" }, &given.note, "\n"]);
    }
    lines
}

fn inquiry(case: &Case, work: &Work) -> String {
    let Work::Case { used, cited, concluded, .. } = work else { panic!() };
    let number = |id: &String| position(&case.tools, |tool| tool.id.as_str() == id).to_string();
    let mut lines: String = used.iter().map(|id| number(id) + "\n").collect();
    let cited: Vec<String> = cited.iter().filter(|id| used.contains(id)).map(number).collect();
    lines.extend(["e ", &cited.join(" "), "\no\n"]);
    for conclusion in &case.conclusions {
        let given = concluded.get(conclusion.id.as_str());
        let at = given.map(|id| position(&conclusion.options, |(pick, _)| pick.id == *id).to_string());
        lines += &(at.unwrap_or_default() + "\n");
    }
    lines
}

fn sheet(task: &FieldTask, exercise: &Exercise, work: &Work) -> String {
    let Work::Field { done, file, ticked } = work else { panic!() };
    let number = |id: &String| position(&task.steps, |step| step.id.as_str() == id).to_string();
    let mut lines = done.iter().map(number).collect::<Vec<_>>().join(" ") + "\n";
    if task.file {
        lines.extend(["t =", file, "\n"]);
    }
    lines += "k\n";
    for line in &exercise.rubric {
        lines += &(ticked.get(line.id.as_str()).map(ToString::to_string).unwrap_or_default() + "\n");
    }
    lines
}
