-- When the newest file of somebody that came in was written, by the clock of the machine that wrote it; none where no
-- file came. What is known of them is known up to then. `learner` keeps the columns of the promise in
-- `0003_tombstones.sql`.
ALTER TABLE learner ADD COLUMN written_at INTEGER;

-- What was said last in each form that nobody judges, so that a report on a cohort reads rows here too.
CREATE TABLE replied (
    learner   BLOB NOT NULL,
    enrolment BLOB NOT NULL,
    form      TEXT NOT NULL,
    day       INTEGER NOT NULL,             -- after how many days it was asked; -1 at the end
    place     BLOB NOT NULL,
    answers   TEXT NOT NULL,                -- JSON
    PRIMARY KEY (learner, enrolment, form, day)
) STRICT, WITHOUT ROWID;
INSERT OR REPLACE INTO replied (learner, enrolment, form, day, place, answers)
SELECT subject, enrolment, said ->> '$.body.form', coalesce(said ->> '$.body.day', -1), place, said -> '$.body.answers'
FROM (
    SELECT subject, enrolment, CAST(bytes AS TEXT) AS said,
           unhex(printf('%016x', lamport) || hex(writer) || printf('%016x', seq)) AS place
    FROM event WHERE instr(bytes, CAST('"replied"' AS BLOB)) > 0
)
WHERE said ->> '$.kind' = 'replied' ORDER BY place;
