-- The first form of the journal. Released migrations are never edited; what changes later gets a file of its own.
--
-- Ids of what happens are 16 bytes, hashes and ids of course files are text. A `place` is where an event stands in
-- the order of all events: lamport, writer and seq as 32 big-endian bytes, so that bytes compare as places do.

-- The replaceable profile: names and stations are here and in no event.
CREATE TABLE learner (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name   TEXT NOT NULL,
    member TEXT NOT NULL,
    lang   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal: what happened, as canonical bytes, one learner's history side by side on the disk.
CREATE TABLE event (
    subject   BLOB NOT NULL CHECK (length(subject) = 16),
    lamport   INTEGER NOT NULL CHECK (lamport >= 0),
    writer    BLOB NOT NULL CHECK (length(writer) = 16),
    seq       INTEGER NOT NULL CHECK (seq > 0),
    enrolment BLOB NOT NULL CHECK (length(enrolment) = 16),
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    bytes     BLOB NOT NULL,
    PRIMARY KEY (subject, lamport, writer, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX event_identity ON event (writer, seq);

-- One identity with several contents: all of them stand here, and none in `event`.
CREATE TABLE conflict (
    writer  BLOB NOT NULL CHECK (length(writer) = 16),
    seq     INTEGER NOT NULL CHECK (seq > 0),
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    lamport INTEGER NOT NULL CHECK (lamport >= 0),
    bytes   BLOB NOT NULL,
    PRIMARY KEY (writer, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_subject ON conflict (subject, lamport);

-- Questions as they were asked.
CREATE TABLE asked (
    text_hash TEXT NOT NULL,
    key_hash  TEXT NOT NULL,
    lang      TEXT NOT NULL,
    json      TEXT NOT NULL,
    PRIMARY KEY (text_hash, key_hash)
) STRICT, WITHOUT ROWID;

-- Work that is not handed in: replaced in place.
CREATE TABLE draft (
    learner BLOB NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    json    TEXT NOT NULL,
    PRIMARY KEY (learner, key)
) STRICT, WITHOUT ROWID;

-- From here on: projections. All of it follows from `event` and can be made anew.

-- Which course a run is on; of several enrolments with one id the earliest stands.
CREATE TABLE enrolment (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    place     BLOB NOT NULL,
    course    TEXT NOT NULL,
    PRIMARY KEY (learner, enrolment)
) STRICT, WITHOUT ROWID;

CREATE TABLE section_seen (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    lesson    TEXT NOT NULL,
    section   TEXT NOT NULL,
    PRIMARY KEY (learner, enrolment, lesson, section)
) STRICT, WITHOUT ROWID;

-- A try at a quiz; whole when start and finish are known. Copies of a home may each have finished it.
CREATE TABLE attempt (
    learner     BLOB NOT NULL,
    enrolment   BLOB NOT NULL,
    attempt     BLOB NOT NULL,
    started     BLOB,              -- place of the earliest start
    quiz        TEXT,
    of_lesson   INTEGER NOT NULL,  -- 1 the quiz of a lesson, 0 a test or not known yet
    finished    BLOB,              -- place of the earliest finish
    grade       INTEGER,
    best        BLOB,              -- place of the best finish
    best_grade  INTEGER,
    best_passed INTEGER,
    critical    INTEGER,           -- critical questions that the best finish missed
    passed      INTEGER NOT NULL,  -- whether any finish passed
    at          INTEGER NOT NULL,  -- latest time of its starts and finishes
    PRIMARY KEY (learner, enrolment, attempt)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_quiz ON attempt (learner, enrolment, quiz, started);

-- The first answer to each slot of a try.
CREATE TABLE answered (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    attempt   BLOB NOT NULL,
    slot      TEXT NOT NULL,
    place     BLOB NOT NULL,
    question  TEXT NOT NULL,
    key_hash  TEXT NOT NULL,
    grade     INTEGER NOT NULL,
    options   TEXT NOT NULL,     -- JSON list of what was chosen
    PRIMARY KEY (learner, enrolment, attempt, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE lesson_state (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    lesson    TEXT NOT NULL,
    sections  INTEGER NOT NULL DEFAULT 0,
    seconds   INTEGER NOT NULL DEFAULT 0,
    attempts  INTEGER NOT NULL DEFAULT 0,   -- whole ones
    first     INTEGER,
    best      INTEGER,
    critical  INTEGER,                      -- critical misses of the best attempt
    passed    INTEGER NOT NULL DEFAULT 0,
    seen_at   INTEGER,                      -- latest time of reading and practice
    tried_at  INTEGER,                      -- latest time of its attempts
    last_at   INTEGER GENERATED ALWAYS AS (max(coalesce(seen_at, tried_at), coalesce(tried_at, seen_at))) VIRTUAL,
    PRIMARY KEY (learner, enrolment, lesson)
) STRICT, WITHOUT ROWID;

-- First whole attempts of everybody, counted; a changed key counts apart.
CREATE TABLE question_count (
    course   TEXT NOT NULL,
    quiz     TEXT NOT NULL,
    question TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    answers  INTEGER NOT NULL,
    full     INTEGER NOT NULL,
    grades   INTEGER NOT NULL,
    PRIMARY KEY (quiz, course, question, key_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE option_count (
    course   TEXT NOT NULL,
    quiz     TEXT NOT NULL,
    question TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    option   TEXT NOT NULL,
    answers  INTEGER NOT NULL,
    PRIMARY KEY (quiz, course, question, key_hash, option)
) STRICT, WITHOUT ROWID;

-- Touched when the store is idle, so that the next answer finds the log ready.
CREATE TABLE touch (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL
) STRICT;
INSERT INTO touch VALUES (1, 0);
