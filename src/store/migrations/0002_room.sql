-- What is written through the log to make it long enough, and taken back at once.
ALTER TABLE touch ADD COLUMN room BLOB;
