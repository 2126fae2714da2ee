//! What a session asks of its host, and what the host answers.
//!
//! Apart because hosts (the local terminal, tests, later a server) implement exactly this and nothing more.

use super::carrying::Taken;
use super::training::evening::{Evening, Progress};
use super::training::inviting::{Codes, Door};
use super::training::office::{Order, Written};
use crate::id::{CohortId, LearnerId};
use crate::store::{Answer, Profile, Request, StoreError, Tag};

/// Bytes for the learner to keep; the host decides where and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The name of the learner's own folder, already cleaned.
    pub folder: String,
    /// A file name without folders, already cleaned.
    pub name: String,
    /// The media type.
    pub mime: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Progress that travels as a file. The place is what was typed; only the host knows what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carry {
    /// Write this learner's progress; the host answers with `Message::Delivered`.
    Out {
        /// Whose.
        learner: LearnerId,
        /// Where to; empty: where the host keeps files.
        to: String,
    },
    /// Take progress in; the host answers with `Message::TakenIn`.
    In {
        /// Where from.
        from: String,
    },
    /// Copy the whole home; the host answers with `Message::Delivered`, once the copy was read back and compared.
    BackUp {
        /// Where to: a folder or a file; empty: where the host keeps such copies.
        to: String,
    },
    /// Keep the house of this home: its files by name, and no others of it; the host answers with `Message::Delivered`.
    House(Vec<(String, String)>),
    /// Look where sticks are put in; the host answers with `Message::Sticks`.
    Sticks,
}

/// Something only the host can do.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the store; the answer comes back with the tag.
    Store(Tag, Request),
    /// Hand a file to the learner; the host answers with `Message::Delivered`.
    Deliver(Tag, Delivery),
    /// Remove the files that were kept for a learner who is deleted; the host answers with `Message::Forgotten`.
    Forget(Box<Profile>),
    /// Carry progress to or from another machine.
    Carry(Tag, Carry),
    /// Write what a trainer ordered; the host answers with `Message::Ordered`.
    Order(Tag, Box<Order>),
    /// Do what a trainer does in the evening; the host says how far it is, and answers with `Message::Ordered`.
    Evening(Tag, Box<Evening>),
    /// Do something at the door of a workshop; the host answers with `Message::Codes`, or with `Message::Ordered` where an
    /// invitation is written.
    Door(Tag, Box<Door>),
    /// End the session. Everything is saved.
    Quit,
    /// Give the terminal back for a while, where there is one.
    Suspend,
}

/// Effects in the order they are to be carried out.
pub type Effects = Vec<Effect>;

/// What the host tells a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The store has answered.
    Store(Tag, Result<Answer, StoreError>),
    /// The file was saved at the place named, or why not.
    Delivered(Tag, Result<String, String>),
    /// The files of the learner are gone, or why not.
    Forgotten(Result<(), String>),
    /// How many of the files that are to be taken in have been read, of how many.
    Reading(Tag, usize, usize),
    /// Sticks and disks that are put in, as somebody would type them.
    Sticks(Tag, Vec<String>),
    /// What came of each file that was to be taken in, or why nothing of it came in.
    TakenIn(Tag, Vec<Result<Taken, String>>),
    /// What a trainer ordered is written, or why not.
    Ordered(Tag, Result<Written, String>),
    /// The codes of a cohort's tests that this home knows, or why they cannot be told.
    Codes(CohortId, Result<Codes, String>),
    /// How far the evening is.
    EveningAt(Tag, Progress),
    /// Time has passed; sent only when `Session::next_tick` asked for it.
    Tick,
}
