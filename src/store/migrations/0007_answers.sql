-- The answers of a try in one row. Most events are answers: a row for each was most of what a merge wrote and of what
-- statistics of questions read. The rows are made anew from `event` when the journal is opened, as in `0004_cohorts.sql`.
CREATE TABLE answers (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    attempt   BLOB NOT NULL,
    list      BLOB NOT NULL,     -- the first answer to each slot, as `given.rs` writes them
    PRIMARY KEY (learner, enrolment, attempt)
) STRICT;
INSERT INTO anew SELECT id FROM learner WHERE true ON CONFLICT DO NOTHING;
DROP TABLE answered;
