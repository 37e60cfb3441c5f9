-- People who are known by name only, from reviews that came from elsewhere; nobody can sign in as one. Their numbers are
-- below 0, so that they stand beside those of accounts. email: empty where it is not known.
CREATE TABLE named_people (
  id INTEGER PRIMARY KEY CHECK (id < 0),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  UNIQUE (name, email)
);

CREATE VIEW known_people AS
  SELECT id, name, email FROM accounts UNION ALL SELECT id, name, email FROM named_people;

-- Who takes part in reviews is an account or one of named_people. A table of which only a reference goes need not be
-- copied, and so keeps all its columns.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, ' REFERENCES accounts (id)', '')
  WHERE type = 'table' AND name IN
    ('reviews', 'reviewers', 'verdicts', 'review_passes', 'label_log', 'label_responsibles');
PRAGMA writable_schema = RESET;

-- Who wrote it, where they are known by name only and have an e-mail address.
ALTER TABLE comments ADD COLUMN named_person INTEGER REFERENCES named_people (id);
ALTER TABLE suggestions ADD COLUMN named_person INTEGER REFERENCES named_people (id);

-- Rows of comments, reviews and verdicts that came from elsewhere, of which nobody is told: from the first to the last.
CREATE TABLE untold_rows (
  source TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (source, first_id)
) WITHOUT ROWID;
