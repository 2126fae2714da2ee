-- Who was deleted here. Only the id is left, and when: it keeps an old stick from bringing the data back.
CREATE TABLE tombstone (
    learner BLOB NOT NULL PRIMARY KEY CHECK (length(learner) = 16),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A promise to older programs, kept by this form and by every later one. These tables and columns stay, with these
-- names and meanings, whatever is added beside them:
--
--     learner  (id, name, member, lang)
--     event    (subject, hash, bytes)      bytes: the canonical bytes; hash: their BLAKE3
--     conflict (subject, hash, bytes)
--     draft    (learner, key, json)
--     asked    (text_hash, key_hash, lang, json)
--
-- A program that is older than the file reads these and nothing else (`copy.rs`), and never writes.
