//! A trainer's invitation, line by line: what it is, one's name on the list, and what may be said about oneself.
//!
//! Apart from the first start because no name is typed here. The list has one numbering, whatever was typed.

use super::{Entry, Plain, Step, pick};
use crate::cohort::invitation::Seat;
use crate::id::LearnerId;
use crate::journal::About;
use crate::journal::planning::Field;
use crate::session::joining;

impl Plain<'_> {
    /// Offers the invitation that lies here; says whether somebody joined.
    pub(super) fn join(&mut self) -> Step<bool> {
        let Some(offer) = self.session.offered() else { return Ok(false) };
        let told = offer.told(&self.words, &self.session.course().manifest().version);
        self.blank()?;
        for text in told {
            self.lines.write(&text)?;
        }
        let Some(learner) = self.pick_seat()? else { return Ok(false) };
        let about = self.ask_about()?;
        let effects = self.session.join(learner, about);
        self.act(effects)?;
        Ok(true)
    }

    /// Asks which name of the list it is; none where it is none of them.
    fn pick_seat(&mut self) -> Step<Option<LearnerId>> {
        let all: Vec<Seat> = self.session.seats("").into_iter().cloned().collect();
        let mut shown: Vec<Seat> = all.clone();
        loop {
            for (number, seat) in (1..).zip(&all).filter(|(_, seat)| shown.contains(seat)) {
                self.lines.write(&format!("{number}. {}, {}", seat.name, seat.member))?;
            }
            let prompt = self.words.with("plain-ask-seat", &[("max", all.len().into())]);
            match self.choose(&prompt)? {
                Entry::Text(text) if text == "n" => return Ok(None),
                Entry::Text(text) => {
                    let found: Vec<Seat> = self.session.seats(&text).into_iter().cloned().collect();
                    match (pick(&all, &text), found.as_slice()) {
                        (Some(seat), _) | (None, [seat]) => return Ok(Some(seat.learner)),
                        (None, []) => self.say("nothing-found")?,
                        (None, _) => shown = found,
                    }
                }
                Entry::Enter | Entry::Again => shown.clone_from(&all),
            }
        }
    }

    /// Asks what the trainer turned on, with the reason; Enter leaves it out.
    fn ask_about(&mut self) -> Step<About> {
        let Some(offer) = self.session.offered() else { return Ok(About::default()) };
        let (fields, reason) = (offer.asks().collect::<Vec<_>>(), offer.invitation.reason.clone());
        let mut about = About::default();
        if !fields.is_empty() {
            self.say_with("join-why", &[("reason", reason.into())])?;
        }
        for field in fields {
            let prompt = self.words.get(match field {
                Field::Role => "join-role",
                Field::Country => "join-country",
                Field::Gender => "join-gender",
            });
            if let Entry::Text(text) = self.type_in(&prompt)? {
                *joining::of(&mut about, field) = text;
            }
        }
        Ok(about)
    }
}
