//! The screens, one a file, and the enum that holds any of them.
//!
//! Apart so that the stack of screens is one type without boxes of traits: a screen that is added is added here, and
//! the compiler shows where else.

mod ask;
mod carry;
mod code;
pub mod cohort;
mod debrief;
mod desk;
mod failure;
mod figures;
mod forget;
mod glossary;
mod help;
mod home;
mod join;
mod learners;
mod loading;
mod note;
mod notes;
mod outline;
mod popup;
mod progress;
pub mod quiz;
mod reader;
mod result;
mod search;
mod settings;
mod setup;
mod story;
mod work;

pub use ask::Ask;
pub use carry::Carry;
pub use code::Code;
pub use debrief::Debrief;
pub use desk::Desk;
pub use failure::Failure;
pub use forget::Forget;
pub use glossary::Glossary;
pub use help::Help;
pub use home::Home;
pub use join::Join;
pub use learners::Learners;
pub use loading::Loading;
pub use note::Note;
pub use notes::Notes;
pub use outline::Outline;
pub use popup::Popup;
pub use progress::Progress;
pub use quiz::Quiz;
pub use reader::Reader;
pub use result::QuizResult;
pub use search::Search;
pub use settings::Settings;
pub use setup::Setup;
pub use story::Story;
pub use work::Workbench;

use super::page::Page;
use crate::session::{Session, Stage};

/// Any screen.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is described in its file")]
pub enum Screen {
    Loading(Loading),
    Setup(Setup),
    Learners(Learners),
    Join(Box<Join>),
    Home(Home),
    Reader(Box<Reader>),
    Outline(Outline),
    Popup(Popup),
    Note(Note),
    Progress(Progress),
    Glossary(Glossary),
    Search(Search),
    Notes(Notes),
    Help(Help),
    Settings(Settings),
    Failure(Failure),
    Ask(Ask),
    Carry(Box<Carry>),
    Quiz(Quiz),
    Result(QuizResult),
    Work(Box<Workbench>),
    Debrief(Box<Debrief>),
    Story(Box<Story>),
    Desk(Desk),
    Forget(Forget),
    Code(Code),
    Cohorts(cohort::Cohorts),
    Matrix(Box<cohort::Matrix>),
    Board(Box<cohort::Board>),
    Collect(Box<cohort::Collect>),
    Founding(Box<cohort::Founding>),
    House(Box<cohort::Housing>),
    Inviting(Box<cohort::Inviting>),
    Marking(Box<cohort::Marking>),
    Regrading(Box<cohort::Regrading>),
    Clock(Box<cohort::Clock>),
    Register(Box<cohort::Register>),
    Office(Box<cohort::Office>),
    Evening(Box<cohort::Evening>),
}

impl Screen {
    /// Returns what has to stand at the bottom at this stage of the session.
    pub fn base(session: &Session) -> Self {
        match session.stage() {
            Stage::Loading => Self::Loading(Loading),
            Stage::Choosing(learners) if learners.is_empty() => Self::Setup(Setup::first()),
            Stage::Choosing(_) => Self::Learners(Learners::default()),
            Stage::Learning(_) => Self::Home(Home::default()),
            Stage::Training(_) => Self::Cohorts(cohort::Cohorts::default()),
            Stage::Failed(error) => Self::Failure(Failure::of_store(error.clone())),
        }
    }

    /// Returns whether this may stand at the bottom at a stage of the session.
    pub fn fits(&self, stage: &Stage) -> bool {
        match stage {
            Stage::Loading => matches!(self, Self::Loading(_)),
            Stage::Choosing(learners) if learners.is_empty() => matches!(self, Self::Setup(_)),
            Stage::Choosing(_) => matches!(self, Self::Learners(_)),
            Stage::Learning(_) => matches!(self, Self::Home(_)),
            Stage::Training(_) => matches!(self, Self::Cohorts(_)),
            Stage::Failed(_) => matches!(self, Self::Failure(_)),
        }
    }

    /// Returns the screen as what all screens are.
    pub fn page(&self) -> &dyn Page {
        match self {
            Self::Loading(screen) => screen,
            Self::Setup(screen) => screen,
            Self::Learners(screen) => screen,
            Self::Join(screen) => screen.as_ref(),
            Self::Home(screen) => screen,
            Self::Reader(screen) => screen.as_ref(),
            Self::Outline(screen) => screen,
            Self::Popup(screen) => screen,
            Self::Note(screen) => screen,
            Self::Progress(screen) => screen,
            Self::Glossary(screen) => screen,
            Self::Search(screen) => screen,
            Self::Notes(screen) => screen,
            Self::Help(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Failure(screen) => screen,
            Self::Ask(screen) => screen,
            Self::Carry(screen) => screen.as_ref(),
            Self::Quiz(screen) => screen,
            Self::Result(screen) => screen,
            Self::Work(screen) => screen.as_ref(),
            Self::Debrief(screen) => screen.as_ref(),
            Self::Story(screen) => screen.as_ref(),
            Self::Desk(screen) => screen,
            Self::Forget(screen) => screen,
            Self::Code(screen) => screen,
            Self::Cohorts(screen) => screen,
            Self::Matrix(screen) => screen.as_ref(),
            Self::Board(screen) => screen.as_ref(),
            Self::Collect(screen) => screen.as_ref(),
            Self::Founding(screen) => screen.as_ref(),
            Self::House(screen) => screen.as_ref(),
            Self::Inviting(screen) => screen.as_ref(),
            Self::Marking(screen) => screen.as_ref(),
            Self::Regrading(screen) => screen.as_ref(),
            Self::Clock(screen) => screen.as_ref(),
            Self::Register(screen) => screen.as_ref(),
            Self::Office(screen) => screen.as_ref(),
            Self::Evening(screen) => screen.as_ref(),
        }
    }

    /// Returns the screen as what all screens are, to be changed.
    pub fn page_mut(&mut self) -> &mut dyn Page {
        match self {
            Self::Loading(screen) => screen,
            Self::Setup(screen) => screen,
            Self::Learners(screen) => screen,
            Self::Join(screen) => screen.as_mut(),
            Self::Home(screen) => screen,
            Self::Reader(screen) => screen.as_mut(),
            Self::Outline(screen) => screen,
            Self::Popup(screen) => screen,
            Self::Note(screen) => screen,
            Self::Progress(screen) => screen,
            Self::Glossary(screen) => screen,
            Self::Search(screen) => screen,
            Self::Notes(screen) => screen,
            Self::Help(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Failure(screen) => screen,
            Self::Ask(screen) => screen,
            Self::Carry(screen) => screen.as_mut(),
            Self::Quiz(screen) => screen,
            Self::Result(screen) => screen,
            Self::Work(screen) => screen.as_mut(),
            Self::Debrief(screen) => screen.as_mut(),
            Self::Story(screen) => screen.as_mut(),
            Self::Desk(screen) => screen,
            Self::Forget(screen) => screen,
            Self::Code(screen) => screen,
            Self::Cohorts(screen) => screen,
            Self::Matrix(screen) => screen.as_mut(),
            Self::Board(screen) => screen.as_mut(),
            Self::Collect(screen) => screen.as_mut(),
            Self::Founding(screen) => screen.as_mut(),
            Self::House(screen) => screen.as_mut(),
            Self::Inviting(screen) => screen.as_mut(),
            Self::Marking(screen) => screen.as_mut(),
            Self::Regrading(screen) => screen.as_mut(),
            Self::Clock(screen) => screen.as_mut(),
            Self::Register(screen) => screen.as_mut(),
            Self::Office(screen) => screen.as_mut(),
            Self::Evening(screen) => screen.as_mut(),
        }
    }
}
