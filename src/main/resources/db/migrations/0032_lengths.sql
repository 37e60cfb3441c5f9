-- How many words of a script are spoken, or acted, in a minute.
ALTER TABLE scripts ADD COLUMN words_per_minute INTEGER NOT NULL DEFAULT 150;

-- How long a script is to last, and whether those whose it is are told when it no longer does while a score is better
-- than before; without a row, there is no target. target_seconds: null for no target.
CREATE TABLE length_settings (
  script_id INTEGER PRIMARY KEY REFERENCES scripts (id),
  target_seconds INTEGER,
  tolerance_seconds INTEGER NOT NULL,
  warns BOOLEAN NOT NULL
);

-- The scores of a script that are shown, in their order; without one, review_score.
-- name: a key of the metadata of versions, or what a score of a verdict measures.
-- direction: higher or lower, which is better. target: null for none.
CREATE TABLE named_scores (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  direction TEXT NOT NULL,
  target DOUBLE PRECISION,
  PRIMARY KEY (script_id, place)
) WITHOUT ROWID;

-- How long the scenes and characters of versions are, of some versions together; can be measured again at any time.
-- chunk: the numbers of the versions divided by 64. format: what somebody said then that the texts are written as.
CREATE TABLE script_measures (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  chunk INTEGER NOT NULL,
  format TEXT NOT NULL,
  measures BLOB NOT NULL,
  PRIMARY KEY (script_id, chunk)
) WITHOUT ROWID;

-- Figures that a notification tells of, as a JSON object; null for none.
ALTER TABLE notifications ADD COLUMN detail TEXT;
