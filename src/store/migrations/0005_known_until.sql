-- When the newest file of somebody that came in was written, by the clock of the machine that wrote it; none where no
-- file came. What is known of them is known up to then. `learner` keeps the columns of the promise in
-- `0003_tombstones.sql`.
ALTER TABLE learner ADD COLUMN written_at INTEGER;
