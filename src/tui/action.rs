//! What a key can mean, and the facts that decide whether it means it now.
//!
//! Apart because the key table, dispatch, footer, help and the screens all speak of them. An action carries nothing;
//! what it acts on is the screen's matter.

use serde::Deserialize;

/// What a key can mean. The names in the key table are these in kebab-case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the key table labels each of them in words")]
pub enum Action {
    // Moving about.
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    // Going somewhere.
    Open,
    Back,
    Quit,
    Home,
    // Everywhere.
    Help,
    Language,
    Theme,
    Settings,
    Suspend,
    Redraw,
    Save,
    HandIn,
    Retry,
    // From the rundown.
    Continue,
    Quiz,
    Progress,
    Review,
    SignIn,
    Search,
    Glossary,
    Notes,
    Learners,
    Pair,
    Alone,
    // Lists.
    Filter,
    Toggle,
    Delete,
    Export,
    NewLearner,
    // Reading.
    Outline,
    Note,
    Bookmark,
    NextHit,
    PreviousHit,
    Answer,
    Term,
    // Answering.
    Choose,
    Number,
    Extend,
    Hint,
    Lesson,
    MoveUp,
    MoveDown,
    Practise,
    LookBack,
    // Desk work.
    Desk,
    Materials,
    NextFinding,
    AddRow,
    DeleteRow,
    /// A key that a text knows by itself.
    Edit,
    Untimed,
    Send,
    // To and from other machines.
    CarryOut,
    TakeIn,
    Join,
    KeepApart,
    LeaveOpen,
    Regrade,
    Rulings,
    Office,
    House,
    Invite,
    // On the trainer's side.
    Train,
    New,
    Sort,
    HideNames,
    Attention,
    Outcomes,
    Items,
    Gain,
    Marking,
    Stations,
    Agenda,
    Clock,
    Register,
    SessionNotes,
    TickAll,
}

impl Action {
    /// Returns the name that the key table uses.
    #[cfg(test)]
    pub(super) fn name(self) -> String {
        let debug = format!("{self:?}");
        let hyphened = debug.chars().flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase()));
        hyphened.collect::<String>().trim_start_matches('-').to_owned()
    }
}

/// Something that is or is not so on a screen right now; conditions of the key table are made of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// A field has the focus: characters are text.
    Typing,
    /// There is nothing to act on.
    Empty,
    /// Something was filtered or searched for.
    Filtered,
    /// The lesson under the cursor has a quiz.
    HasQuiz,
    /// The lesson was begun.
    Begun,
    /// The picked row is not where the course goes on.
    Elsewhere,
    /// Rows can be added and taken out.
    InRows,
    /// What is typed stands in a text that takes changes back.
    Editing,
    /// There are words to look up.
    HasTerms,
    /// The question in view is answered.
    Answered,
    /// There is one more hint.
    HasHint,
    /// It is a test: no hints, feedback at the end.
    IsTest,
    /// The rows can be put in another order.
    Ordering,
    /// Words of a text can be marked.
    Marking,
    /// Cards can be put on targets.
    Placing,
    /// Something is taken up and not put down yet.
    Holding,
    /// Enter hands the answer in.
    Ready,
    /// A finished quiz is being looked back on.
    Review,
    /// Something is due for review.
    HasDue,
    /// Some answers were not right.
    HasWrong,
    /// There is something to go on with.
    HasNext,
    /// It can be tried again.
    CanRetry,
    /// Several learners are on this machine.
    SeveralLearners,
    /// The brief of desk work is read.
    Brief,
    /// What lies on the desk is read.
    Reading,
    /// Something lies on the desk.
    HasMaterials,
    /// The rules find something.
    HasFindings,
    /// A real item was kept here.
    Kept,
    /// The lesson has desk work.
    HasWork,
    /// What was filled in can be had as files.
    HasArtefact,
    /// Two learners sit here together.
    Paired,
    /// Something in the text has the focus.
    Focused,
    /// What Enter opens in the text is a question.
    Asking,
    /// The end of the text is in view.
    AtEnd,
    /// A clock runs and counts, or would if it were not left out.
    HasClock,
    /// Several sheets lie on the desk.
    SeveralSheets,
    /// What is carried goes out, not in.
    Outgoing,
    /// Learners are named.
    HasNames,
    /// Codes stand in place of names.
    NamesHidden,
    /// The session may look at cohorts.
    CanTrain,
    /// The picked row is about one learner.
    OfLearner,
    /// The picked row is about one question.
    OfItem,
    /// The picked row is about a piece of work.
    OfWork,
    /// The picked row is about half a day and its notes.
    OfSession,
    /// What is listed are questions, or one question's options.
    Items,
    /// Two names look alike, and nobody has said yet whether they are one person.
    Alike,
    /// Somebody came who is in no list.
    Strangers,
    /// What is picked can be taken back.
    CanUndo,
    /// A workshop meets, and this half-day is not signed in for yet.
    SignInDue,
    /// An invitation lies here that has names left.
    Invited,
    /// Somebody was learning here before the trainer's side was opened.
    FromLearner,
}

/// A snapshot of the facts; it refers to nothing that could change under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts(u64);

impl Facts {
    /// Returns the facts of a list.
    pub fn of(facts: &[Fact]) -> Self {
        facts.iter().fold(Self::default(), |all, fact| all.and(*fact, true))
    }

    /// Returns these facts and one more, if it is so.
    #[must_use]
    pub fn and(self, fact: Fact, is_so: bool) -> Self {
        if is_so { Self(self.0 | 1 << fact as u32) } else { self }
    }

    /// Returns whether it is so.
    pub fn has(self, fact: Fact) -> bool {
        self.0 & 1 << fact as u32 != 0
    }
}
