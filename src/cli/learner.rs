//! `rundown learner`: list, add and show the learners of a home.
//!
//! Apart from the first screen, which does the same for one person who sits there.

use super::args::{Learner, NewLearner};
use super::failure::Failure;
use super::home::{Desk, Home, meant};
use super::join::Joining;
use super::output;
use crate::clock::Chance;
use crate::id::{Lang, LearnerId};
use crate::store::{Principal, Profile, Request, Store};
use crate::text::{one_line, pad_right, width};

/// Runs the command.
pub(super) fn run(what: &Learner, home: &Home, lang: Lang, chance: &mut dyn Chance) -> Result<(), Failure> {
    let store = match what {
        Learner::Add(_) | Learner::Join(_) | Learner::Unjoin(_) => Store::open(&home.journal())?,
        Learner::List | Learner::Show { .. } | Learner::Export(_) | Learner::Delete(_) => home.look()?,
    };
    let desk = Desk::new(&store, Principal::Owner);
    match what {
        Learner::List => output::result(table(&desk.learners()?).as_bytes()),
        Learner::Join(two) => Joining::new(&desk)?.join(two, chance),
        Learner::Unjoin(two) => Joining::new(&desk)?.part(two),
        Learner::Add(new) => add(&desk, new, lang, chance),
        // These have files of their own.
        Learner::Export(_) | Learner::Delete(_) => Ok(()),
        Learner::Show { learner } => {
            let profile = meant(&desk.learners()?, Some(learner))?;
            output::result(card(&profile).as_bytes())
        }
    }
}

fn add(desk: &Desk, new: &NewLearner, lang: Lang, chance: &mut dyn Chance) -> Result<(), Failure> {
    let (name, member) = (one_line(&new.name), one_line(&new.member));
    if name.is_empty() {
        return Err(Failure::Usage("a learner needs a name: --name \"Awa Diop\"".to_owned()));
    }
    let profile = Profile { learner: LearnerId::from_bits(chance.bits()), name, member, lang };
    desk.ask(Request::PutProfile(profile.clone()))?;
    output::result(card(&profile).as_bytes())
}

fn card(profile: &Profile) -> String {
    let Profile { learner, name, member, lang } = profile;
    format!("id        {learner}\nname      {name}\nstation   {member}\nlanguage  {lang}\n")
}

/// Writes one learner a line, in columns; of nobody, nothing.
fn table(learners: &[Profile]) -> String {
    let widest = learners.iter().map(|profile| width(&profile.name)).max().unwrap_or_default();
    let line = |profile: &Profile| {
        let name = pad_right(&profile.name, widest);
        format!("{}  {}  {name}  {}", profile.learner, profile.lang, profile.member).trim_end().to_owned() + "\n"
    };
    learners.iter().map(line).collect()
}
