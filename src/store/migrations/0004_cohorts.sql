-- What a trainer's screens read: cohorts and who belongs to them, tries as they count after keys were corrected, desk
-- work, presence, signatures. The tables and columns of the promise in `0003_tombstones.sql` stay as they are.

-- Whose rows are still to be made from `event`: all that follows from events is emptied here and made anew, one learner
-- after the other, when the journal is opened; a program that dies meanwhile goes on where it was.
CREATE TABLE anew (
    learner BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO anew SELECT id FROM learner;
DELETE FROM enrolment;
DELETE FROM section_seen;
DELETE FROM attempt;
DELETE FROM answered;
DELETE FROM lesson_state;
DELETE FROM question_count;
DELETE FROM option_count;

-- What learners said about themselves, where a trainer asked for it: JSON.
ALTER TABLE learner ADD COLUMN about TEXT NOT NULL DEFAULT '{}';

ALTER TABLE attempt ADD COLUMN via TEXT;                -- where it began
ALTER TABLE attempt ADD COLUMN supervised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN stands INTEGER;          -- the grade after regrades; none where nothing was regraded
ALTER TABLE attempt ADD COLUMN stands_passed INTEGER;
ALTER TABLE attempt ADD COLUMN stands_critical INTEGER;

ALTER TABLE answered ADD COLUMN text_hash TEXT;
ALTER TABLE answered ADD COLUMN millis INTEGER;
ALTER TABLE answered ADD COLUMN confident INTEGER;
ALTER TABLE answered ADD COLUMN critical INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answered ADD COLUMN stands INTEGER;         -- what it is worth; none where the question was taken out

ALTER TABLE lesson_state ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;  -- whole tries since the last that passed

-- Each piece of desk work that was handed in; copies of a home may each have handed in one try.
CREATE TABLE worked (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    attempt   BLOB NOT NULL,
    place     BLOB NOT NULL,
    exercise  TEXT NOT NULL,
    grade     INTEGER NOT NULL,
    critical  INTEGER NOT NULL,
    passed    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (learner, enrolment, exercise, attempt, place)
) STRICT, WITHOUT ROWID;

-- How far each test and each exercise is, as `lesson_state` says it of lessons.
CREATE TABLE tried_state (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    work      INTEGER NOT NULL,             -- 1 an exercise, 0 a test
    what      TEXT NOT NULL,
    attempts  INTEGER NOT NULL,
    first     INTEGER,
    best      INTEGER,
    critical  INTEGER NOT NULL,
    passed    INTEGER NOT NULL,
    failed    INTEGER NOT NULL,
    last_at   INTEGER NOT NULL,
    PRIMARY KEY (learner, enrolment, work, what)
) STRICT, WITHOUT ROWID;

-- When somebody was there last, by their own events, and how long in all.
CREATE TABLE presence (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    place     BLOB NOT NULL,
    last_at   INTEGER NOT NULL,
    seconds   INTEGER NOT NULL,
    PRIMARY KEY (learner, enrolment)
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_in (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    cohort    BLOB NOT NULL,
    date      TEXT NOT NULL,
    half      INTEGER NOT NULL,             -- 0 morning, 1 afternoon
    PRIMARY KEY (learner, enrolment, cohort, date, half)
) STRICT, WITHOUT ROWID;

-- What a trainer says of answers whose key was wrong; of several with one id the last stands.
CREATE TABLE regrade (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    attempt   BLOB NOT NULL,
    slot      TEXT NOT NULL,
    regrade   BLOB NOT NULL,
    place     BLOB NOT NULL,
    grade     INTEGER,
    pass      INTEGER NOT NULL,
    PRIMARY KEY (learner, enrolment, attempt, slot, regrade)
) STRICT, WITHOUT ROWID;

CREATE TABLE regrade_undone (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    regrade   BLOB NOT NULL,
    PRIMARY KEY (learner, enrolment, regrade)
) STRICT, WITHOUT ROWID;

-- Two records of one person: both must say so, and neither take it back.
CREATE TABLE joined (
    learner BLOB NOT NULL,
    joining BLOB NOT NULL,
    place   BLOB NOT NULL,
    other   BLOB NOT NULL,
    PRIMARY KEY (learner, joining)
) STRICT, WITHOUT ROWID;

CREATE TABLE parted (
    learner BLOB NOT NULL,
    joining BLOB NOT NULL,
    PRIMARY KEY (learner, joining)
) STRICT, WITHOUT ROWID;

-- Cohorts: their events stand in `event`, with the cohort's id as the subject.
CREATE TABLE cohort (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cohort_learner (
    cohort  BLOB NOT NULL,
    learner BLOB NOT NULL,
    PRIMARY KEY (cohort, learner)
) STRICT, WITHOUT ROWID;
CREATE INDEX cohort_of ON cohort_learner (learner);
