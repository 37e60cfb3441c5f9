-- Replacements for words of a version: where these stand as in threads, what is to stand there, and
-- what became of it. Nothing but this table has any of it before it is accepted.
CREATE TABLE suggestions (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL,
  version_number INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,
  byte_end INTEGER NOT NULL,
  point_start INTEGER NOT NULL,
  point_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  words_before TEXT NOT NULL,
  words_after TEXT NOT NULL,
  replacement TEXT NOT NULL,
  reason TEXT,
  account_id INTEGER REFERENCES accounts (id),
  author TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  decided_at BIGINT,
  decided_by TEXT,
  accepted_in INTEGER,
  decision_reason TEXT,
  FOREIGN KEY (script_id, version_number) REFERENCES script_versions (script_id, version_number),
  FOREIGN KEY (script_id, accepted_in) REFERENCES script_versions (script_id, version_number)
);

CREATE INDEX idx_suggestions_script ON suggestions (script_id);
