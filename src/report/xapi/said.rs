//! What a statement says: who did it and when are the same for all, this is the rest.

use serde_json::{Map, Value};

/// The verbs, all of them ADL's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Began a course.
    Registered,
    /// Read a section, or was there.
    Experienced,
    /// Began a quiz or a test.
    Initialized,
    /// Answered a question.
    Answered,
    /// Reached what was asked.
    Passed,
    /// Did not reach it.
    Failed,
    /// Came to the end of what is not judged, or of a lesson or a course.
    Completed,
    /// Was given points by somebody.
    Scored,
    /// Filled in a form that nobody judges.
    Responded,
}

impl Verb {
    /// Returns the verb's word, which is the last part of its IRI too.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Experienced => "experienced",
            Self::Initialized => "initialized",
            Self::Answered => "answered",
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Completed => "completed",
            Self::Scored => "scored",
            Self::Responded => "responded",
        }
    }

    /// Returns the verb for something that was judged.
    pub(super) fn judged(passed: bool) -> Self {
        if passed { Self::Passed } else { Self::Failed }
    }
}

/// What one statement says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) verb: Verb,
    /// The activity, with its definition.
    pub(super) object: Value,
    /// What came of it; may be empty.
    pub(super) result: Map<String, Value>,
    /// The IRI of the activity that it is a part of.
    pub(super) parent: Option<String>,
    /// The try that it belongs to, or that it was about.
    pub(super) extensions: Map<String, Value>,
    /// Whether it counts for no total.
    pub(super) is_practice: bool,
    /// What tells it from others that one event says with the same verb of the same thing; mostly nothing.
    pub(super) salt: String,
}

impl Said {
    pub(super) fn new(verb: Verb, object: Value) -> Self {
        let (result, extensions, salt) = (Map::new(), Map::new(), String::new());
        Self { verb, object, result, parent: None, extensions, is_practice: false, salt }
    }

    #[must_use]
    pub(super) fn with(self, result: Map<String, Value>) -> Self {
        Self { result, ..self }
    }

    #[must_use]
    pub(super) fn within(self, parent: String) -> Self {
        Self { parent: Some(parent), ..self }
    }

    #[must_use]
    pub(super) fn extended(mut self, iri: String, value: impl Into<Value>) -> Self {
        self.extensions.insert(iri, value.into());
        self
    }
}
