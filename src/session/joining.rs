//! Joining a workshop: an invitation that lies here is offered, and a name of its list is picked instead of typed.
//!
//! Apart from adding a learner because the name, the station and the id are the trainer's, so that the trainer knows the
//! record again. The host finds the files; nothing of an invitation is kept before somebody picked a name.

use super::{Effects, Session, Stage};
use crate::clock::Date;
use crate::cohort::Invitation;
use crate::cohort::invitation::Seat;
use crate::course::house::own::Values;
use crate::id::LearnerId;
use crate::journal::About;
use crate::journal::planning::Field;
use crate::seal::PublicKey;
use crate::store::api::Draft;
use crate::store::{Profile, Request};
use crate::text::one_line;
use crate::words::{Words, fold};

/// An invitation that lies here, and the key that signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it says.
    pub invitation: Invitation,
    /// Who signed it.
    pub key: PublicKey,
}

impl Offer {
    /// Says what it is for, who signed it, and what the trainer will see: a paragraph each.
    pub fn told(&self, words: &Words, version: &str) -> Vec<String> {
        let Invitation { name, place, from, until, trainer, course, .. } = &self.invitation;
        let days: Vec<String> = [from, until].into_iter().flatten().map(Date::to_string).collect();
        let facts = [place.clone(), days.join(" – "), trainer.clone()];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let mut told = vec![name.clone(), facts.join(", ")];
        if course.version != version {
            let versions = [("theirs", course.version.as_str().into()), ("yours", version.into())];
            told.push(words.with("join-version", &versions));
        }
        if let Some(house) = &self.invitation.house {
            let named = |values: &Values| values.get("exchange").cloned();
            let exchange = named(&house.values).or_else(|| house.languages.values().find_map(named));
            told.push(match exchange {
                Some(exchange) => words.with("join-house", &[("exchange", exchange.into())]),
                None => words.get("join-house-unnamed"),
            });
        }
        told.push(words.get("trainer-sees"));
        told.push(words.with("join-signed", &[("key", self.key.to_string().into())]));
        told.retain(|text| !text.is_empty());
        told
    }

    /// Returns what it asks of whoever joins, in the order in which it is asked.
    pub fn asks(&self) -> impl Iterator<Item = Field> {
        self.invitation.asks.iter().copied()
    }
}

impl Session {
    /// Offers the invitations that lie here; those to another course are passed over.
    pub fn take_invitations(&mut self, offers: Vec<Offer>) {
        let course = &self.course.manifest().id;
        self.offers = offers.into_iter().filter(|offer| offer.invitation.course.id == *course).collect();
    }

    /// Returns the invitation that is offered to whoever has to say who they are: of several the latest that has a name
    /// left.
    pub fn offered(&self) -> Option<&Offer> {
        let latest = |offer: &&Offer| offer.invitation.from;
        self.offers.iter().filter(|offer| self.free(offer).next().is_some()).max_by_key(latest)
    }

    /// Returns the names of an invitation that nobody here has taken.
    fn free<'a>(&'a self, offer: &'a Offer) -> impl Iterator<Item = &'a Seat> {
        let here = if let Stage::Choosing(learners) = &self.stage { Some(learners) } else { None };
        let seats = here.map(|_| offer.invitation.roster.as_slice()).unwrap_or_default();
        let is_here = move |seat: &&Seat| here.is_some_and(|all| all.iter().any(|one| one.learner == seat.learner));
        seats.iter().filter(move |seat| !is_here(seat))
    }

    /// Returns the names that can be picked and hold what was typed, accents and capitals apart.
    pub fn seats(&self, typed: &str) -> Vec<&Seat> {
        let wanted = fold(typed.trim());
        let fits = |seat: &&Seat| fold(&seat.name).contains(&wanted) || fold(&seat.member).contains(&wanted);
        self.offered().map(|offer| self.free(offer).filter(fits).collect()).unwrap_or_default()
    }

    /// Joins the workshop that is offered under a name of its list, and lets that learner in.
    pub fn join(&mut self, learner: LearnerId, said: About) -> Effects {
        let Some(offer) = self.offered() else { return Effects::new() };
        let Some(seat) = self.free(offer).find(|seat| seat.learner == learner) else { return Effects::new() };
        let profile =
            Profile { learner, name: seat.name.clone(), member: seat.member.clone(), lang: self.lang.clone() };
        let about = only_asked(said, offer);
        let Ok(json) = serde_json::to_string(&offer.invitation.without_names()) else { return Effects::new() };
        let draft = Draft { key: offer.invitation.kept_as(), json };
        let mut effects = Effects::new();
        // The record is opened once the profile is confirmed, and holds by then what follows it here.
        effects.extend(self.outbox.send(Request::PutProfile(profile)));
        if !about.is_empty() {
            effects.extend(self.outbox.send(Request::PutAbout { learner, about }));
        }
        effects.extend(self.outbox.send(Request::PutDraft { learner, draft }));
        effects
    }
}

/// Leaves out what the trainer did not ask for.
fn only_asked(mut said: About, offer: &Offer) -> About {
    let mut about = About::default();
    for field in offer.asks() {
        one_line(of(&mut said, field)).trim().clone_into(of(&mut about, field));
    }
    about
}

/// Returns the place where an answer is kept.
pub fn of(about: &mut About, field: Field) -> &mut String {
    match field {
        Field::Role => &mut about.role,
        Field::Country => &mut about.country,
        Field::Gender => &mut about.gender,
    }
}
