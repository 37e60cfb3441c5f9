-- Comments on words of a version: where these stand in bytes and in code points of its text, what
-- they are, and what stands before and after them.
CREATE TABLE threads (
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
  created_at BIGINT NOT NULL,
  resolved_at BIGINT,
  resolved_by TEXT,
  FOREIGN KEY (script_id, version_number) REFERENCES script_versions (script_id, version_number)
);

CREATE INDEX idx_threads_script ON threads (script_id);

-- A comment without a body was deleted by whoever wrote it.
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES threads (id),
  account_id INTEGER REFERENCES accounts (id),
  author TEXT NOT NULL,
  body TEXT,
  created_at BIGINT NOT NULL,
  edited_at BIGINT
);

CREATE INDEX idx_comments_thread ON comments (thread_id);

-- What comments said before they were edited or deleted.
CREATE TABLE former_comments (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  replaced_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX idx_former_comments_comment ON former_comments (comment_id);

-- Versions that are said to answer a thread.
CREATE TABLE thread_answers (
  thread_id INTEGER NOT NULL REFERENCES threads (id),
  version_number INTEGER NOT NULL,
  PRIMARY KEY (thread_id, version_number)
) WITHOUT ROWID;

-- What somebody wrote and did not send yet, for them alone: on words of a version, or in a thread.
CREATE TABLE comment_drafts (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  account_id INTEGER REFERENCES accounts (id),
  author TEXT NOT NULL,
  thread_id INTEGER REFERENCES threads (id),
  version_number INTEGER,
  byte_start INTEGER,
  byte_end INTEGER,
  point_start INTEGER,
  point_end INTEGER,
  quote TEXT,
  words_before TEXT,
  words_after TEXT,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX idx_comment_drafts_script ON comment_drafts (script_id, account_id);

-- Whom comments name, and how they are written there.
CREATE TABLE comment_mentions (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  PRIMARY KEY (comment_id, account_id)
) WITHOUT ROWID;

-- Where threads stand in some versions, because it takes long to find for many at first.
CREATE TABLE thread_places (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  version_number INTEGER NOT NULL,
  places BLOB NOT NULL,
  PRIMARY KEY (script_id, version_number)
) WITHOUT ROWID;
