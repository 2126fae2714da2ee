//! A field of rows: one row is one line, its cells with `|` between.

use super::{Plain, Step, command, form, literal};
use crate::course::exercise::form::{Field, FieldKind};
use crate::course::exercise::work::Entry;

impl Plain<'_> {
    pub(super) fn write_rows(&mut self, field: &Field, columns: &[Field]) -> Step {
        for column in columns {
            let FieldKind::Choice(picks) = &column.kind else { continue };
            let options: Vec<String> = picks.iter().map(|pick| format!("{} = {}", pick.id, pick.text)).collect();
            let line = format!("{}: {}", column.label, options.join("; "));
            let line = self.inline(&line);
            self.lines.write(&line)?;
        }
        for (number, row) in (1..).zip(self.rows(field)) {
            self.lines.write(&format!("  {number}. {}", row.join(" | ")))?;
        }
        Ok(())
    }

    fn rows(&self, field: &Field) -> Vec<Vec<String>> {
        match self.value(field) {
            Some(Entry::Rows(rows)) => rows,
            _ => Vec::new(),
        }
    }

    /// Takes a line: a new row, or `r 2 …` for another row 2, `i 2 …` for one before it, `d 2` to take it away.
    pub(super) fn take_row(&mut self, field: &Field, columns: &[Field], most: usize, text: &str) -> Step {
        let mut rows = self.rows(field);
        if let Some(number) = command(text, "d") {
            let Some(at) = self.row_number(number, rows.len())? else { return Ok(()) };
            rows.remove(at);
            return self.fill(field, Entry::Rows(rows));
        }
        let placed = command(text, "r").map(|rest| (true, rest)).or(command(text, "i").map(|rest| (false, rest)));
        let Some((replaces, rest)) = placed else {
            if rows.len() >= most {
                return self.say_with("plain-why-rows", &[("max", most.into())]);
            }
            let Some(row) = self.cells(columns, literal(text), None)? else { return Ok(()) };
            rows.push(row);
            return self.fill(field, Entry::Rows(rows));
        };
        let (number, line) = rest.split_once(' ').unwrap_or((rest, ""));
        let Some(at) = self.row_number(number, rows.len())? else { return Ok(()) };
        if !replaces && rows.len() >= most {
            return self.say_with("plain-why-rows", &[("max", most.into())]);
        }
        let kept = rows.get(at).filter(|_| replaces).cloned();
        let Some(row) = self.cells(columns, line, kept.as_deref())? else { return Ok(()) };
        if replaces {
            rows.splice(at..=at, [row]);
        } else {
            rows.insert(at, row);
        }
        self.fill(field, Entry::Rows(rows))
    }

    fn row_number(&mut self, text: &str, count: usize) -> Step<Option<usize>> {
        let number = text.parse::<usize>().ok().filter(|number| (1..=count).contains(number));
        if number.is_none() {
            self.refuse_number(text, count)?;
        }
        Ok(number.map(|number| number - 1))
    }

    /// Reads the cells of the columns that are open; those of locked ones stay as they are.
    fn cells(&mut self, columns: &[Field], line: &str, kept: Option<&[String]>) -> Step<Option<Vec<String>>> {
        let mut typed = line.split('|').map(str::trim);
        let mut row = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            if column.locked {
                row.push(kept.and_then(|kept| kept.get(at)).cloned().unwrap_or_else(|| column.given.clone()));
                continue;
            }
            let cell = typed.next().unwrap_or("");
            let picks = if let FieldKind::Choice(picks) = &column.kind { picks.as_slice() } else { &[] };
            if picks.is_empty() || cell.is_empty() {
                row.push(cell.to_owned());
                continue;
            }
            match form::chosen(picks, cell) {
                Ok(id) => row.push(id),
                Err(why) => return self.say_why(&why).map(|()| None),
            }
        }
        if typed.next().is_some() {
            let open = columns.iter().filter(|column| !column.locked).count();
            return self.say_with("plain-why-cells", &[("max", open.into())]).map(|()| None);
        }
        Ok(Some(row))
    }
}
