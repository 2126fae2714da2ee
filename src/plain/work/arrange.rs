//! Choosing and ordering cards by their numbers, then labels and captions for those that were chosen.

use std::collections::BTreeMap;

use super::{Plain, Step, Stop, Typed, command, form};
use crate::course::exercise::arrange::Card;
use crate::course::exercise::{Arranging, Work};
use crate::plain::entry;

/// Cards as they lie.
struct Laid {
    cards: Vec<String>,
    labels: BTreeMap<String, String>,
    captions: BTreeMap<String, String>,
}

impl Laid {
    fn into_work(self) -> Work {
        let Self { cards, labels, captions } = self;
        Work::Arrange { cards, labels, captions }
    }
}

impl Plain<'_> {
    pub(super) fn do_cards(&mut self, arranging: &Arranging) -> Step {
        self.write_cards(arranging)?;
        loop {
            let (least, most) = arranging.choose;
            let args = [("max", arranging.cards.len().into()), ("least", least.into()), ("most", most.into())];
            let mut prompt = self.words.with("plain-ask-cards", &args);
            for (is_asked, key) in [
                (arranging.labels.is_some(), "plain-ask-cards-label"),
                (arranging.captions.is_some(), "plain-ask-cards-caption"),
            ] {
                if is_asked {
                    prompt = format!("{} {prompt}", self.words.get(key));
                }
            }
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_cards(arranging)?,
                Typed::Shown => {}
                Typed::Text(text) => self.card_line(arranging, &text)?,
            }
        }
    }

    fn laid(&self) -> Laid {
        match self.made() {
            Some(Work::Arrange { cards, labels, captions }) => Laid { cards, labels, captions },
            _ => Laid { cards: Vec::new(), labels: BTreeMap::new(), captions: BTreeMap::new() },
        }
    }

    fn card_line(&mut self, arranging: &Arranging, text: &str) -> Step {
        let is_labelled = arranging.labels.is_some();
        if let Some(rest) = command(text, "e").filter(|_| is_labelled) {
            return self.label_card(arranging, rest);
        }
        if let Some(rest) = command(text, "t").filter(|_| arranging.captions.is_some()) {
            return self.caption_card(arranging, rest);
        }
        match entry::different(text, arranging.cards.len()) {
            Err(why) => self.say_why(&why),
            Ok(numbers) => self.lay(arranging, &numbers),
        }
    }

    /// Lays these cards, in this order. Labels and captions of cards that are out go with them.
    fn lay(&mut self, arranging: &Arranging, numbers: &[usize]) -> Step {
        let chosen = numbers.iter().filter_map(|number| arranging.cards.get(number - 1));
        let cards: Vec<String> = chosen.map(|card| card.id.to_string()).collect();
        let Laid { mut labels, mut captions, .. } = self.laid();
        labels.retain(|card, _| cards.contains(card));
        captions.retain(|card, _| cards.contains(card));
        self.change(Laid { cards, labels, captions }.into_work())?;
        self.write_laid(arranging)
    }

    /// Finds the card that a line begins with by its number, among those that lie.
    fn laid_card<'a>(&mut self, arranging: &'a Arranging, rest: &str) -> Step<Option<(&'a Card, String)>> {
        let (number, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let Some(card) = super::pick(&arranging.cards, number) else {
            return self.refuse_number(number, arranging.cards.len()).map(|()| None);
        };
        if !self.laid().cards.iter().any(|id| id == card.id.as_str()) {
            return self.say_with("plain-why-not-chosen", &[("number", number.into())]).map(|()| None);
        }
        Ok(Some((card, rest.trim().to_owned())))
    }

    fn label_card(&mut self, arranging: &Arranging, rest: &str) -> Step {
        let Some(labels) = &arranging.labels else { return Ok(()) };
        let Some((card, label)) = self.laid_card(arranging, rest)? else { return Ok(()) };
        match form::chosen(&labels.options, &label) {
            Err(why) => self.say_why(&why),
            Ok(label) => {
                let mut laid = self.laid();
                laid.labels.insert(card.id.to_string(), label);
                self.change(laid.into_work())?;
                self.write_laid(arranging)
            }
        }
    }

    fn caption_card(&mut self, arranging: &Arranging, rest: &str) -> Step {
        let Some((card, first)) = self.laid_card(arranging, rest)? else { return Ok(()) };
        let (text, is_over) = if first.is_empty() { (first, false) } else { self.read_text(&first)? };
        let mut laid = self.laid();
        if text.is_empty() {
            laid.captions.remove(card.id.as_str());
        } else {
            laid.captions.insert(card.id.to_string(), text);
        }
        self.change(laid.into_work())?;
        if is_over {
            return Err(Stop::End);
        }
        self.write_laid(arranging)
    }

    fn write_cards(&mut self, arranging: &Arranging) -> Step {
        self.blank()?;
        self.say("plain-cards")?;
        self.write_numbered(arranging.cards.iter().map(|card| card.text.clone()))?;
        if let Some(labels) = &arranging.labels {
            self.say("plain-labels")?;
            self.write_numbered(labels.options.iter().map(form::named))?;
        }
        self.write_laid(arranging)
    }

    fn write_laid(&mut self, arranging: &Arranging) -> Step {
        let laid = self.laid();
        if laid.cards.is_empty() {
            return self.say("plain-nothing-chosen");
        }
        self.say("plain-chosen")?;
        for id in &laid.cards {
            let Some(at) = arranging.cards.iter().position(|card| card.id.as_str() == id) else { continue };
            let text = arranging.cards.get(at).map(|card| self.inline(&card.text)).unwrap_or_default();
            let mut line = format!("- {}: {text}", at + 1);
            let label = laid.labels.get(id).zip(arranging.labels.as_ref());
            if let Some(pick) = label.and_then(|(id, labels)| labels.options.iter().find(|pick| pick.id == *id)) {
                line = format!("{line} – {}", self.inline(&pick.text));
            }
            if let Some(caption) = laid.captions.get(id) {
                line = format!("{line} – {caption}");
            }
            self.lines.write(&line)?;
        }
        Ok(())
    }
}
