//! My progress, and the report as a file.
//!
//! The figures are those of the report, so that what is read here and what is in the file are the same.

use super::menu::back;
use super::{Entry, Plain, Step, pick};
use crate::report::{Format, Table};

impl Plain<'_> {
    /// Shows the learner's figures and offers the report.
    pub(super) fn progress(&mut self) -> Step {
        let Some(report) = self.session.report() else { return Ok(()) };
        self.blank()?;
        self.lines.write(report.title.as_str())?;
        for figure in &report.figures {
            self.lines.write(&format!("{}: {}", figure.label, figure.shown()))?;
        }
        for table in report.tables_with_rows().filter(|table| ["next", "critical_misses"].contains(&table.layout.key)) {
            self.write_table(table)?;
        }
        back(self.offer_report())
    }

    fn write_table(&mut self, table: &Table) -> Step {
        self.blank()?;
        self.lines.write(table.title.as_str())?;
        for row in table.sentences() {
            self.lines.write(&format!("- {row}"))?;
        }
        Ok(())
    }

    /// Writes everything that the report says.
    fn write_all(&mut self) -> Step {
        let Some(report) = self.session.report() else { return Ok(()) };
        report.tables_with_rows().try_for_each(|table| self.write_table(table))
    }

    fn offer_report(&mut self) -> Step {
        let formats = Format::all(self.session.lang());
        loop {
            self.blank()?;
            let names: Vec<String> =
                (1..).zip(&formats).map(|(number, format)| format!("{number} {}", format.extension())).collect();
            let prompt = self.words.with("plain-ask-report", &[("formats", names.join(", ").into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) if text == "a" => self.write_all()?,
                Entry::Text(text) if text == "c" => back(self.carry_out())?,
                Entry::Text(text) if text == "i" => back(self.take_in())?,
                Entry::Text(text) => match pick(&formats, &text) {
                    Some(format) => self.deliver(*format)?,
                    None => self.refuse_number(&text, formats.len())?,
                },
            }
        }
    }

    /// Writes the progress for another machine, once it is said what that holds.
    fn carry_out(&mut self) -> Step {
        for key in ["carry-out-holds", "carry-out-readable"] {
            self.say(key)?;
        }
        let prompt = self.words.get("plain-ask-carry-out");
        let to = match self.type_in(&prompt)? {
            Entry::Text(place) => place,
            Entry::Enter => String::new(),
            Entry::Again => return Ok(()),
        };
        let effects = self.session.carry_out(&to);
        self.act(effects)
    }

    /// Copies the whole home, once it is said what that holds.
    pub(super) fn back_up(&mut self) -> Step {
        if !self.session.can_back_up() {
            return self.say("back-up-not-here");
        }
        for key in ["back-up-holds", "back-up-checked"] {
            self.say(key)?;
        }
        let prompt = self.words.get("plain-ask-back-up");
        let to = match self.type_in(&prompt)? {
            Entry::Text(place) => place,
            Entry::Enter => String::new(),
            Entry::Again => return Ok(()),
        };
        let effects = self.session.back_up(&to);
        self.act(effects)
    }

    /// Takes progress from another machine in.
    fn take_in(&mut self) -> Step {
        self.say("carry-in-what")?;
        let prompt = self.words.get("plain-ask-take-in");
        let Entry::Text(place) = self.type_in(&prompt)? else { return Ok(()) };
        let effects = self.session.take_in(&place);
        self.act(effects)
    }

    fn deliver(&mut self, format: Format) -> Step {
        let effects = self.session.deliver_report(format);
        self.act(effects)
    }
}
