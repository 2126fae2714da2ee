//! Working a queue: an item is opened by its number, decided, given its code and its note.

use super::{Plain, Step, Typed, form, literal};
use crate::course::exercise::desk::{Desk, Item};
use crate::course::exercise::work::Decided;
use crate::course::exercise::{Pick, Work};
use crate::plain::menu::back;
use crate::plain::{Entry, pick};

impl Plain<'_> {
    pub(super) fn do_queue(&mut self, desk: &Desk) -> Step {
        self.write_queue(desk)?;
        loop {
            let prompt = self.words.with("plain-ask-queue", &[("max", desk.items.len().into())]);
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_queue(desk)?,
                Typed::Shown => {}
                Typed::Text(text) => match pick(&desk.items, &text) {
                    Some(item) => {
                        back(self.decide(desk, item))?;
                        self.write_queue(desk)?;
                    }
                    None => self.refuse_number(&text, desk.items.len())?,
                },
            }
        }
    }

    fn decided(&self) -> Vec<Decided> {
        match self.made() {
            Some(Work::Desk { decided }) => decided,
            _ => Vec::new(),
        }
    }

    fn decision_on(&self, item: &Item) -> Option<Decided> {
        self.decided().into_iter().rev().find(|given| given.item == item.id.as_str())
    }

    fn write_queue(&mut self, desk: &Desk) -> Step {
        self.blank()?;
        if !desk.now.is_empty() {
            self.lines.write(&desk.now)?;
        }
        for (number, item) in (1..).zip(&desk.items) {
            let title = self.inline(&item.title);
            let state = self.decision_on(item).map_or_else(
                || self.words.get("plain-undecided"),
                |given| {
                    let decision = text_of(&desk.decisions, &given.decision);
                    if given.code.is_empty() { decision } else { format!("{decision}, {}", given.code) }
                },
            );
            self.lines.write(&format!("{number}. {}: {title} – {state}", item.from))?;
        }
        Ok(())
    }

    /// Opens an item and asks for everything; it is decided when all of it was given.
    fn decide(&mut self, desk: &Desk, item: &Item) -> Step {
        self.blank()?;
        let title = self.inline(&item.title);
        self.lines.write(&format!("{}: {title}", item.from))?;
        self.write_markdown(&item.text)?;
        let before = self.decision_on(item);
        let Some(decision) = self.ask_pick("plain-ask-decision", &desk.decisions)? else { return Ok(()) };
        let codes = desk.codes.iter().filter(|code| code.decision == decision);
        let codes: Vec<Pick> = codes.map(|code| code.pick.clone()).collect();
        let code = if codes.is_empty() { None } else { self.ask_pick("plain-ask-code", &codes)? };
        let note =
            if item.note { self.ask_note(before.map(|given| given.note).unwrap_or_default())? } else { String::new() };
        let mut decided = self.decided();
        decided.retain(|given| given.item != item.id.as_str());
        decided.push(Decided { item: item.id.to_string(), decision, code: code.unwrap_or_default(), note });
        self.change(Work::Desk { decided })
    }

    /// Asks for one of these; Enter takes none.
    fn ask_pick(&mut self, key: &str, picks: &[Pick]) -> Step<Option<String>> {
        self.write_numbered(picks.iter().map(form::named))?;
        loop {
            let prompt = self.words.with(key, &[("max", picks.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(None),
                Entry::Again => self.write_numbered(picks.iter().map(form::named))?,
                Entry::Text(text) => match form::chosen(picks, &text) {
                    Ok(id) => return Ok(Some(id)),
                    Err(why) => self.say_why(&why)?,
                },
            }
        }
    }

    fn ask_note(&mut self, before: String) -> Step<String> {
        if !before.is_empty() {
            self.say_with("plain-there", &[("value", before.as_str().into())])?;
        }
        loop {
            let prompt = self.words.get("plain-ask-note");
            match self.type_raw(&prompt)? {
                Entry::Enter => return Ok(before),
                Entry::Text(text) => return Ok(literal(&text).to_owned()),
                Entry::Again => {}
            }
        }
    }
}

fn text_of(picks: &[Pick], id: &str) -> String {
    picks.iter().find(|pick| pick.id == id).map_or_else(|| id.to_owned(), |pick| pick.text.clone())
}
