//! The columns of a cohort's reports, as `docs/cohort-report.md` describes them.
//!
//! Apart because they are a promise to programs: a column may be added, but not renamed.

use crate::report::{Column, Form, Layout};

use Form::{Number, Signed, Text, Time, YesNo};

/// All tables of all reports on a cohort.
#[cfg(test)]
pub(in crate::report) const ALL: [&Layout; 19] = [
    &PEOPLE,
    &PAGES,
    &CELLS,
    &LESSONS,
    &ATTENTION,
    &OUTCOMES,
    &STATIONS,
    &GROUPS,
    &QUIZZES,
    &ODD,
    &MISPLACED,
    &ITEMS,
    &CHOICES,
    &CORRECTED,
    &REGISTER,
    &SESSION_NOTES,
    &REACTION,
    &REACTION_IN_SHORT,
    &ANSWERS,
];

/// Each person.
pub(super) const PEOPLE: Layout = Layout {
    key: "people",
    row: "person",
    title: "cohort-report-people",
    columns: &[
        Column::shown("name", "report-learner", Text),
        Column::hidden("learner", Text).optional(),
        Column::shown("station", "report-station", Text),
        Column::shown("done", "report-done", Number),
        Column::shown("pages", "report-sections", Number),
        Column::shown("before", "cohort-report-before", Number).optional(),
        Column::shown("after", "cohort-report-after", Number).optional(),
        Column::shown("change", "cohort-report-change", Signed).optional(),
        Column::hidden("normalised_gain", Signed).optional(),
        Column::hidden("confident_errors_before", Number).optional(),
        Column::hidden("confident_errors_after", Number).optional(),
        Column::shown("half_days", "cohort-report-half-days", Number),
        Column::shown("hours", "cohort-report-hours", Number),
        Column::shown("minutes_active", "report-minutes", Number),
        Column::hidden("last_at", Time).optional(),
        Column::hidden("supervised_tests", Number),
    ],
};

/// Each person's way through the pages of the course, a sign a page.
pub(super) const PAGES: Layout = Layout {
    key: "pages",
    row: "way",
    title: "cohort-report-pages",
    columns: &[Column::shown("name", "report-learner", Text), Column::shown("way", "cohort-report-way", Text)],
};

/// Each person in each page.
pub(super) const CELLS: Layout = Layout {
    key: "cells",
    row: "cell",
    title: "cohort-report-pages",
    columns: &[
        Column::hidden("name", Text),
        Column::hidden("learner", Text).optional(),
        Column::hidden("page", Text),
        Column::hidden("what", Text),
        Column::hidden("state", Text),
        Column::hidden("attempts", Number),
        Column::hidden("first", Number).optional(),
        Column::hidden("best", Number).optional(),
        Column::hidden("critical_missed", Number),
    ],
};

/// Each page of the course.
pub(super) const LESSONS: Layout = Layout {
    key: "lessons",
    row: "page",
    title: "cohort-report-by-page",
    columns: &[
        Column::shown("page", "cohort-report-page", Text),
        Column::shown("title", "report-story", Text),
        Column::shown("done", "report-done", Number),
        Column::shown("people", "report-sections", Number),
        Column::shown("tried", "cohort-report-tried", Number),
        Column::shown("first", "cohort-report-first-mean", Number).optional(),
    ],
};

/// Who needs somebody now, the most urgent first.
pub(super) const ATTENTION: Layout = Layout {
    key: "attention",
    row: "alarm",
    title: "cohort-report-attention",
    columns: &[
        Column::shown("name", "report-learner", Text),
        Column::hidden("learner", Text),
        Column::shown("station", "report-station", Text),
        Column::shown("why", "cohort-report-why", Text),
        Column::hidden("reason", Text),
        Column::hidden("page", Text).optional(),
        Column::hidden("number", Number).optional(),
        Column::shown("since", "cohort-report-since", Time).optional(),
    ],
};

/// Each outcome of the course.
pub(super) const OUTCOMES: Layout = Layout {
    key: "outcomes",
    row: "outcome",
    title: "cohort-report-outcomes",
    columns: &[
        Column::shown("page", "cohort-report-page", Text),
        Column::shown("text", "outcomes-outcome", Text),
        Column::hidden("lesson", Text),
        Column::hidden("outcome", Text),
        Column::shown("share", "cohort-report-share", Number).optional(),
        Column::shown("mastered", "outcomes-mastered", Number),
        Column::shown("people", "cohort-report-people", Number),
        Column::hidden("met", Number),
        Column::hidden("critical", Number),
    ],
};

/// Each station.
pub(super) const STATIONS: Layout = Layout {
    key: "stations",
    row: "station",
    title: "cohort-report-stations",
    columns: &[
        Column::shown("station", "report-station", Text),
        Column::shown("people", "cohort-report-people", Number),
        Column::shown("progress", "cohort-report-progress", Number),
        Column::shown("works", "report-exercises", Number),
        Column::shown("quality", "cohort-report-quality", Number).optional(),
        Column::shown("works_passed", "report-passed", Number),
        Column::shown("sent", "cohort-report-sent", Number).optional(),
        Column::shown("accepted", "cohort-report-accepted", Number).optional(),
        Column::hidden("accepted_of", Number).optional(),
        Column::hidden("sent_people", Number),
    ],
};

/// Each answer to the optional fields of a profile.
pub(super) const GROUPS: Layout = Layout {
    key: "groups",
    row: "group",
    title: "cohort-report-groups",
    columns: &[
        Column::shown("field", "cohort-report-field", Text),
        Column::shown("group", "cohort-report-group", Text),
        Column::shown("people", "cohort-report-people", Number),
    ],
};

/// Each quiz and test as a whole.
pub(super) const QUIZZES: Layout = Layout {
    key: "quizzes",
    row: "quiz",
    title: "cohort-report-quizzes",
    columns: &[
        Column::shown("title", "report-quiz", Text),
        Column::hidden("quiz", Text),
        Column::shown("sittings", "report-tries", Number),
        Column::shown("mean", "report-mean", Number).optional(),
        Column::hidden("median", Number).optional(),
        Column::shown("deviation", "cohort-report-deviation", Number).optional(),
        Column::shown("alpha", "cohort-report-alpha", Signed).optional(),
        Column::hidden("alpha_of", Number),
        Column::hidden("alpha_why", Text).optional(),
        Column::shown("standard_error", "cohort-report-error", Number).optional(),
    ],
};

/// Each question that somebody should look at.
pub(super) const ODD: Layout = Layout {
    key: "odd_questions",
    row: "odd_question",
    title: "cohort-report-odd",
    columns: &[
        Column::shown("text", "report-question", Text),
        Column::shown("title", "report-quiz", Text),
        Column::hidden("slot", Text),
        Column::shown("answers", "report-answered", Number),
        Column::shown("facility", "cohort-report-facility", Number).optional(),
        Column::shown("discrimination", "cohort-report-discrimination", Signed).optional(),
        Column::shown("reading", "cohort-report-reading", Text),
        Column::hidden("reading_keys", Text),
    ],
};

/// Each question of each quiz and test.
pub(super) const ITEMS: Layout = Layout {
    key: "items",
    row: "item",
    title: "report-questions",
    columns: &[
        Column::hidden("quiz", Text),
        Column::hidden("slot", Text),
        Column::hidden("text", Text),
        Column::hidden("asked", Number),
        Column::hidden("answers", Number),
        Column::hidden("right", Number),
        Column::hidden("facility", Number).optional(),
        Column::hidden("facility_low", Number).optional(),
        Column::hidden("facility_high", Number).optional(),
        Column::hidden("deviation", Number).optional(),
        Column::hidden("guess", Number).optional(),
        Column::hidden("effective_weight", Number).optional(),
        Column::hidden("discrimination", Signed).optional(),
        Column::hidden("discrimination_low", Signed).optional(),
        Column::hidden("discrimination_high", Signed).optional(),
        Column::hidden("discrimination_why", Text).optional(),
        Column::hidden("efficiency", Signed).optional(),
        Column::hidden("median_seconds", Number).optional(),
        Column::hidden("texts", Number),
        Column::hidden("reading_keys", Text),
    ],
};

/// Each option of each question.
pub(super) const CHOICES: Layout = Layout {
    key: "options",
    row: "option",
    title: "cohort-report-options",
    columns: &[
        Column::hidden("quiz", Text),
        Column::hidden("slot", Text),
        Column::hidden("question", Text),
        Column::hidden("option", Text),
        Column::hidden("target", Text).optional(),
        Column::hidden("right", YesNo).optional(),
        Column::hidden("chosen", Number),
        Column::hidden("answers", Number),
        Column::hidden("upper_chosen", Number),
        Column::hidden("upper", Number),
        Column::hidden("lower_chosen", Number),
        Column::hidden("lower", Number),
    ],
};

/// Each card that many put on the same wrong target.
pub(super) const MISPLACED: Layout = Layout {
    key: "misplaced_cards",
    row: "misplaced_card",
    title: "cohort-report-misplaced",
    columns: &[
        Column::shown("text", "report-question", Text),
        Column::shown("card", "cohort-report-card", Text),
        Column::shown("put_with", "cohort-report-put-with", Text),
        Column::shown("belongs_with", "cohort-report-belongs-with", Text),
        Column::shown("chosen", "cohort-report-chosen", Number),
        Column::shown("answers", "report-answered", Number),
        Column::hidden("quiz", Text),
        Column::hidden("slot", Text),
        Column::hidden("question", Text),
        Column::hidden("card_id", Text),
        Column::hidden("target_id", Text),
    ],
};

/// Each key that was corrected.
pub(super) const CORRECTED: Layout = Layout {
    key: "corrected_keys",
    row: "corrected_key",
    title: "cohort-report-corrected",
    columns: &[
        Column::shown("slot", "report-question", Text),
        Column::shown("reason", "cohort-report-reason", Text),
        Column::shown("at", "cohort-report-when", Time),
        Column::shown("undone", "cohort-report-undone", YesNo),
    ],
};

/// Who was there.
pub(super) const REGISTER: Layout = Layout {
    key: "register",
    row: "attendance",
    title: "cohort-report-register",
    columns: &[
        Column::shown("name", "report-learner", Text),
        Column::hidden("learner", Text),
        Column::shown("station", "report-station", Text),
        Column::shown("there", "cohort-report-there", Text),
        Column::hidden("signed_only", Number),
        Column::hidden("denied", Number),
        Column::shown("half_days", "cohort-report-half-days", Number),
        Column::shown("hours", "cohort-report-hours", Number),
    ],
};

/// Each note on half a day.
pub(super) const SESSION_NOTES: Layout = Layout {
    key: "session_notes",
    row: "session_note",
    title: "sessions-title",
    columns: &[
        Column::shown("half_day", "cohort-report-half-day", Text),
        Column::shown("note", "cohort-report-note", Text),
    ],
};

/// What people chose in the form at the end.
pub(super) const REACTION: Layout = Layout {
    key: "reaction",
    row: "said",
    title: "cohort-report-reaction",
    columns: &[
        Column::shown("question", "report-question", Text),
        Column::shown("answer", "report-answer", Text),
        Column::shown("people", "cohort-report-people", Number),
        Column::shown("replies", "report-sections", Number),
    ],
};

/// What was chosen in the form at the end, a row a question.
pub(super) const REACTION_IN_SHORT: Layout = Layout {
    key: "reaction_in_short",
    row: "said_in_short",
    title: "cohort-report-reaction",
    columns: &[
        Column::hidden("form", Text),
        Column::hidden("day", Number).optional(),
        Column::hidden("field", Text),
        Column::shown("when", "cohort-report-when", Text),
        Column::shown("question", "report-question", Text),
        Column::shown("answers", "report-answers", Text),
        Column::shown("replies", "cohort-report-replies", Number),
    ],
};

/// Each answer of each person, without anything that tells who it was.
pub(super) const ANSWERS: Layout = Layout {
    key: "answers",
    row: "answer",
    title: "report-answers",
    columns: &[
        Column::hidden("code", Text),
        Column::hidden("quiz", Text),
        Column::hidden("try", Number),
        Column::hidden("supervised", YesNo),
        Column::hidden("slot", Text),
        Column::hidden("question", Text),
        Column::hidden("grade", Number).optional(),
        Column::hidden("chosen", Text),
        Column::hidden("millis", Number),
        Column::hidden("confident", YesNo).optional(),
    ],
};
