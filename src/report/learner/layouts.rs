//! The columns of a learner's report, as `docs/report.md` describes them.
//!
//! Apart because they are a promise to programs: a column may be added, but not renamed.

use crate::report::{Column, Form, Layout};

use Form::{Number, Text, Time, YesNo};

/// All tables, in the order of the report.
#[cfg(test)]
pub(in crate::report) const ALL: [&Layout; 11] = [
    &NEXT,
    &LESSONS,
    &TESTS,
    &EXERCISES,
    &MISSES,
    &OUTCOMES,
    &REPLIES,
    &ATTEMPTS,
    &WORK_ATTEMPTS,
    &QUESTIONS,
    &ANSWERS,
];

/// What is not done yet, in the order in which it is best taken.
pub(super) const NEXT: Layout = Layout {
    key: "next",
    row: "next",
    title: "report-next",
    columns: &[
        Column::shown("title", "report-story", Text),
        Column::hidden("quiz", Text),
        Column::shown("todo", "report-todo", Text),
        Column::shown("minutes_left", "report-minutes", Number),
    ],
};

/// Each lesson.
pub(super) const LESSONS: Layout = Layout {
    key: "lessons",
    row: "lesson",
    title: "report-lessons",
    columns: &[
        Column::shown("title", "report-story", Text),
        Column::hidden("lesson", Text),
        Column::shown("sections_seen", "report-sections-seen", Number),
        Column::shown("sections", "report-sections", Number),
        Column::shown("attempts", "report-tries", Number),
        Column::shown("first", "report-first", Number).optional(),
        Column::shown("best", "report-best", Number).optional(),
        Column::hidden("passed", YesNo),
        Column::shown("done", "report-done", YesNo),
        Column::shown("minutes_active", "report-minutes", Number),
        Column::hidden("last_at", Time).optional(),
    ],
};

/// Each test.
pub(super) const TESTS: Layout = Layout {
    key: "tests",
    row: "test",
    title: "report-tests",
    columns: &[
        Column::shown("title", "report-test", Text),
        Column::hidden("quiz", Text),
        Column::shown("attempts", "report-tries", Number),
        Column::shown("first", "report-first", Number).optional(),
        Column::shown("best", "report-best", Number).optional(),
        Column::shown("passed", "report-passed", YesNo),
        Column::shown("supervised", "report-supervised", YesNo).optional(),
    ],
};

/// Each piece of desk work that was handed in.
pub(super) const EXERCISES: Layout = Layout {
    key: "exercises",
    row: "exercise",
    title: "report-exercises",
    columns: &[
        Column::shown("title", "report-exercise", Text),
        Column::hidden("exercise", Text),
        Column::hidden("lesson", Text).optional(),
        Column::shown("attempts", "report-tries", Number),
        Column::shown("first", "report-first", Number).optional(),
        Column::shown("best", "report-best", Number).optional(),
        Column::shown("passed", "report-passed", YesNo),
        Column::shown("found", "report-found", Text).optional(),
        Column::hidden("critical_found", Number),
        Column::hidden("untimed", YesNo),
        Column::hidden("pair", Text).optional(),
    ],
};

/// Each critical question that was missed in a whole attempt.
pub(super) const MISSES: Layout = Layout {
    key: "critical_misses",
    row: "critical_miss",
    title: "report-misses",
    columns: &[
        Column::shown("text", "report-question", Text),
        Column::shown("answer", "report-answer", Text).optional(),
        Column::shown("title", "report-quiz", Text),
        Column::hidden("lesson", Text),
        Column::hidden("question", Text),
        Column::hidden("quiz", Text),
        Column::shown("attempt", "report-try", Number),
        Column::shown("put_right", "report-put-right", YesNo),
    ],
};

/// Each outcome.
pub(super) const OUTCOMES: Layout = Layout {
    key: "outcomes",
    row: "outcome",
    title: "report-outcomes",
    columns: &[
        Column::shown("text", "report-outcome", Text),
        Column::shown("title", "report-story", Text),
        Column::hidden("lesson", Text),
        Column::hidden("outcome", Text),
        Column::shown("answered", "report-answered", Number),
        Column::shown("mean", "report-mean", Number).optional(),
        Column::shown("mastered", "report-mastered", YesNo),
    ],
};

/// Each answer of the last reply to each form that nobody judges.
pub(super) const REPLIES: Layout = Layout {
    key: "replies",
    row: "reply",
    title: "report-replies",
    columns: &[
        Column::shown("text", "report-question", Text),
        Column::shown("answer", "report-answer", Text),
        Column::shown("title", "report-form", Text),
        Column::hidden("form", Text),
        Column::hidden("day", Number).optional(),
        Column::hidden("question", Text),
        Column::hidden("response", Text),
        Column::hidden("replied_at", Time),
        Column::hidden("times", Number),
        Column::hidden("text_hash", Text),
    ],
};

/// Each attempt, whole or not.
pub(super) const ATTEMPTS: Layout = Layout {
    key: "attempts",
    row: "attempt",
    title: "report-attempts",
    columns: &[
        Column::shown("title", "report-quiz", Text),
        Column::hidden("quiz", Text),
        Column::shown("attempt", "report-try", Number),
        Column::hidden("attempt_id", Text),
        Column::shown("started_at", "report-started", Time).optional(),
        Column::hidden("finished_at", Time).optional(),
        Column::shown("answered", "report-answered", Number),
        Column::hidden("questions", Number),
        Column::shown("grade", "report-grade", Number).optional(),
        Column::hidden("missed", Number),
        Column::shown("confident_errors", "report-confident-errors", Number).optional(),
        Column::shown("passed", "report-passed", YesNo),
        Column::hidden("seconds", Number),
        Column::hidden("pair", Text).optional(),
        Column::hidden("supervised", YesNo).optional(),
    ],
};

/// Each try at a piece of desk work that was handed in.
pub(super) const WORK_ATTEMPTS: Layout = Layout {
    key: "work_attempts",
    row: "work_attempt",
    title: "report-work-attempts",
    columns: &[
        Column::hidden("title", Text),
        Column::hidden("exercise", Text),
        Column::hidden("attempt", Number),
        Column::hidden("attempt_id", Text),
        Column::hidden("finished_at", Time),
        Column::hidden("grade", Number),
        Column::hidden("found", Text),
        Column::hidden("critical_found", Number),
        Column::hidden("passed", YesNo),
        Column::hidden("seconds", Number),
        Column::hidden("untimed", YesNo),
        Column::hidden("pair", Text).optional(),
    ],
};

/// Each question that was answered in a quiz or a test.
pub(super) const QUESTIONS: Layout = Layout {
    key: "questions",
    row: "question",
    title: "report-questions",
    columns: &[
        Column::hidden("text", Text),
        Column::hidden("lesson", Text),
        Column::hidden("question", Text),
        Column::hidden("question_kind", Text).optional(),
        Column::hidden("critical", YesNo),
        Column::hidden("answers", Number),
        Column::hidden("first", Number),
        Column::hidden("best", Number),
        Column::hidden("last", Number),
        Column::hidden("right", YesNo),
        Column::hidden("confident", YesNo).optional(),
        Column::hidden("hints", Number),
        Column::hidden("seconds", Number),
        Column::hidden("first_at", Time),
        Column::hidden("last_at", Time),
        Column::hidden("text_hash", Text),
        Column::hidden("key_hash", Text),
    ],
};

/// Each answer of each attempt.
pub(super) const ANSWERS: Layout = Layout {
    key: "answers",
    row: "answer",
    title: "report-answers",
    columns: &[
        Column::shown("text", "report-question", Text),
        Column::shown("answer", "report-answer", Text),
        Column::shown("title", "report-quiz", Text),
        Column::hidden("quiz", Text),
        Column::shown("attempt", "report-try", Number),
        Column::hidden("attempt_id", Text),
        Column::hidden("answered_at", Time),
        Column::hidden("lesson", Text),
        Column::hidden("question", Text),
        Column::hidden("slot", Text),
        Column::hidden("question_kind", Text).optional(),
        Column::hidden("response", Text),
        Column::hidden("shown", Text),
        Column::hidden("misplaced", Text).optional(),
        Column::shown("grade", "report-grade", Number),
        Column::hidden("critical", YesNo),
        Column::hidden("hints", Number),
        Column::hidden("seconds", Number),
        Column::hidden("confident", YesNo).optional(),
        Column::hidden("text_hash", Text),
        Column::hidden("key_hash", Text),
    ],
};
