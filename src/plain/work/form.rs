//! Filling a form: field by field, what the rules find said at once, and back to any field by its number.

use super::{Plain, Step, Stop, Typed, command, literal};
use crate::assess::work::Place;
use crate::assess::work::form::local_time;
use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Pick, Work};
use crate::plain::entry::{self, Why};

/// What a line comes to in a field.
enum Filled {
    /// The next field is asked.
    Next,
    /// The same field is asked again.
    Same,
}

impl Plain<'_> {
    pub(super) fn do_form(&mut self, form: &Form) -> Step {
        let mut at = 0;
        self.blank()?;
        self.say("plain-form-how")?;
        loop {
            let Some(field) = form.fields.get(at) else {
                let Some(next) = self.end_of_form(form)? else { return Ok(()) };
                at = next;
                continue;
            };
            if field.locked {
                self.write_field(form, at, field)?;
                at += 1;
                continue;
            }
            self.write_field(form, at, field)?;
            let prompt = self.field_prompt(field);
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => at += 1,
                Typed::Shown => {}
                Typed::Text(text) => match self.field_line(form, field, &text)? {
                    Ok(Filled::Next) => at += 1,
                    Ok(Filled::Same) => {}
                    Err(to) => at = to,
                },
            }
        }
    }

    /// At the end: everything is listed; a number goes back to a field.
    fn end_of_form(&mut self, form: &Form) -> Step<Option<usize>> {
        self.write_fields(form)?;
        loop {
            let prompt = self.words.with("plain-ask-form-end", &[("max", form.fields.len().into())]);
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(None),
                Typed::Enter | Typed::Shown => self.write_fields(form)?,
                Typed::Text(text) => {
                    let number = command(&text, "g").unwrap_or(&text);
                    if let Some(to) = self.field_number(form, number)? {
                        return Ok(Some(to));
                    }
                }
            }
        }
    }

    fn field_number(&mut self, form: &Form, text: &str) -> Step<Option<usize>> {
        let number = text.parse::<usize>().ok().filter(|number| (1..=form.fields.len()).contains(number));
        if number.is_none() {
            self.refuse_number(text, form.fields.len())?;
        }
        Ok(number.map(|number| number - 1))
    }

    /// Takes a line in a field: a command of forms, or a value. The error is the field that is gone to.
    fn field_line(&mut self, form: &Form, field: &Field, text: &str) -> Step<Result<Filled, usize>> {
        if let Some(number) = command(text, "g") {
            let to = self.field_number(form, number)?;
            return Ok(to.map_or(Ok(Filled::Same), Err));
        }
        if text == "f" {
            return self.write_fields(form).map(|()| Ok(Filled::Same));
        }
        if text == "x" {
            let empty = self.value(field).map_or_else(|| Entry::One(String::new()), |value| value.emptied());
            return self.fill(field, empty).map(|()| Ok(Filled::Same));
        }
        if let FieldKind::Rows { columns, most, .. } = &field.kind {
            return self.take_row(field, columns, usize::from(*most), text).map(|()| Ok(Filled::Same));
        }
        self.value_line(field, text).map(Ok)
    }

    fn value_line(&mut self, field: &Field, text: &str) -> Step<Filled> {
        let (value, is_over) = match &field.kind {
            FieldKind::Choice(picks) => (chosen(picks, literal(text)).map(Entry::One), false),
            FieldKind::Choices(picks) => (several(picks, literal(text)).map(Entry::Several), false),
            FieldKind::Long => {
                let (text, is_over) = self.read_text(text)?;
                (Ok(Entry::One(text)), is_over)
            }
            FieldKind::Text
            | FieldKind::Number
            | FieldKind::Timecode { .. }
            | FieldKind::Duration
            | FieldKind::Date
            | FieldKind::DateTime { .. }
            | FieldKind::Rows { .. } => (Ok(Entry::One(literal(text).to_owned())), false),
        };
        match value {
            Ok(value) => self.fill(field, value)?,
            Err(why) => return self.say_why(&why).map(|()| Filled::Same),
        }
        if is_over { Err(Stop::End) } else { Ok(Filled::Next) }
    }

    /// Fills a field and says what the rules find there.
    pub(super) fn fill(&mut self, field: &Field, value: Entry) -> Step {
        let Some(Work::Form { mut fields }) = self.made() else { return Ok(()) };
        fields.insert(field.id.to_string(), value);
        self.change(Work::Form { fields })?;
        self.write_local_time(field)?;
        let is_here = |place: &Place| matches!(place, Place::Field(target, _) if target.field == field.id);
        let found = self.found_so_far(is_here);
        self.write_told(&found)
    }

    fn write_local_time(&mut self, field: &Field) -> Step {
        let FieldKind::DateTime { east, zone } = &field.kind else { return Ok(()) };
        let Some(Entry::One(text)) = self.value(field) else { return Ok(()) };
        let Some(local) = local_time(&text, *east) else { return Ok(()) };
        self.say_with("plain-local-time", &[("time", local.into()), ("zone", zone.as_str().into())])
    }

    pub(super) fn value(&self, field: &Field) -> Option<Entry> {
        match self.made() {
            Some(Work::Form { mut fields }) => fields.remove(field.id.as_str()),
            _ => None,
        }
    }

    fn write_field(&mut self, form: &Form, at: usize, field: &Field) -> Step {
        self.blank()?;
        let label = self.inline(&field.label);
        let args = [("at", (at + 1).into()), ("all", form.fields.len().into()), ("label", label.into())];
        self.say_with("plain-field", &args)?;
        if !field.hint.is_empty() {
            let hint = self.inline(&field.hint);
            self.lines.write(&hint)?;
        }
        if let FieldKind::Choice(picks) | FieldKind::Choices(picks) = &field.kind {
            self.write_numbered(picks.iter().map(named))?;
        }
        if field.locked {
            self.say("plain-locked")?;
        }
        self.write_value(field)
    }

    fn write_value(&mut self, field: &Field) -> Step {
        if let FieldKind::Rows { columns, .. } = &field.kind {
            return self.write_rows(field, columns);
        }
        let shown = self.shown_value(field);
        if shown.is_empty() { Ok(()) } else { self.say_with("plain-there", &[("value", shown.into())]) }
    }

    fn shown_value(&self, field: &Field) -> String {
        let picks = field.options();
        let picked =
            |id: &String| picks.iter().find(|pick| pick.id == *id).map_or_else(|| id.clone(), |pick| pick.text.clone());
        match self.value(field) {
            Some(Entry::One(text)) => picked(&text),
            Some(Entry::Several(ids)) => ids.iter().map(picked).collect::<Vec<_>>().join("; "),
            Some(Entry::Rows(rows)) => self.words.with("plain-rows", &[("count", rows.len().into())]),
            None => String::new(),
        }
    }

    fn write_fields(&mut self, form: &Form) -> Step {
        self.blank()?;
        for (number, field) in (1..).zip(&form.fields) {
            let (label, value) = (self.inline(&field.label), self.shown_value(field));
            let value = if value.is_empty() { self.words.get("plain-empty") } else { value };
            self.lines.write(&format!("{number}. {label}: {value}"))?;
        }
        Ok(())
    }

    fn field_prompt(&self, field: &Field) -> String {
        match &field.kind {
            FieldKind::Text => self.words.get("plain-ask-field-text"),
            FieldKind::Long => self.words.get("plain-ask-field-long"),
            FieldKind::Choice(picks) => self.words.with("plain-ask-field-choice", &[("max", picks.len().into())]),
            FieldKind::Choices(picks) => self.words.with("plain-ask-field-choices", &[("max", picks.len().into())]),
            FieldKind::Number => self.words.get("plain-ask-field-number"),
            FieldKind::Timecode { fps } => self.words.with("plain-ask-field-timecode", &[("fps", (*fps).into())]),
            FieldKind::Duration => self.words.get("plain-ask-field-duration"),
            FieldKind::Date => self.words.get("plain-ask-field-date"),
            FieldKind::DateTime { .. } => self.words.get("plain-ask-field-datetime"),
            FieldKind::Rows { columns, .. } => {
                let open = columns.iter().filter(|column| !column.locked);
                let labels: Vec<&str> = open.map(|column| column.label.as_str()).collect();
                self.words.with("plain-ask-field-rows", &[("columns", labels.join(" | ").into())])
            }
        }
    }
}

/// Names an option; its id is told where it says something by itself.
pub(super) fn named(pick: &Pick) -> String {
    let is_code = pick.id.chars().any(char::is_uppercase);
    if is_code { format!("{}: {}", pick.id, pick.text) } else { pick.text.clone() }
}

/// Finds an option by its number, or by its id whatever its capitals.
pub(super) fn chosen(picks: &[Pick], text: &str) -> Result<String, Why> {
    let by_id = || picks.iter().find(|pick| pick.id.to_lowercase() == text.to_lowercase());
    if let Some(found) = by_id() {
        return Ok(found.id.clone());
    }
    match entry::numbers(text, picks.len())?.as_slice() {
        [number] => picks.get(number - 1).map(|pick| pick.id.clone()).ok_or(Why::Empty),
        _ => Err(Why::OnlyOne),
    }
}

fn several(picks: &[Pick], text: &str) -> Result<Vec<String>, Why> {
    let numbers = entry::different(text, picks.len())?;
    let in_order = picks.iter().enumerate().filter(|(at, _)| numbers.contains(&(at + 1)));
    Ok(in_order.map(|(_, pick)| pick.id.clone()).collect())
}
