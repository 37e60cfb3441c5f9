-- What people are told of. Rows are made after what they tell of was committed, by whoever finds it first.
-- kind: comment, mention, thread, verdict, review or version.
-- actor: the name of who did it; empty where nobody said it.
-- version_number: of several versions the latest, of which first_version is the first.
-- seen_at: when the person looked at it; null for not yet.
-- mailed_at: when they were written to about it; null for not yet, 0 where they are not to be.
CREATE TABLE notifications (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  first_version INTEGER NOT NULL,
  version_number INTEGER NOT NULL,
  thread_id INTEGER REFERENCES threads (id),
  comment_id INTEGER REFERENCES comments (id),
  review_number INTEGER,
  verdict TEXT,
  created_at BIGINT NOT NULL,
  seen_at BIGINT,
  mailed_at BIGINT
);

CREATE INDEX idx_notifications_account ON notifications (account_id, id);
CREATE INDEX idx_notifications_unmailed ON notifications (id) WHERE mailed_at IS NULL AND seen_at IS NULL;

-- What people want to be told of a script; without a row, what concerns them, also by mail.
CREATE TABLE script_watches (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  level TEXT NOT NULL,
  is_mailed BOOLEAN NOT NULL,
  PRIMARY KEY (account_id, script_id)
) WITHOUT ROWID;

CREATE INDEX idx_script_watches_script ON script_watches (script_id);

-- Up to which row of each table people were told of what it holds: not of what was there before.
CREATE TABLE notification_sources (
  source TEXT NOT NULL PRIMARY KEY,
  last_id BIGINT NOT NULL
) WITHOUT ROWID;

INSERT INTO notification_sources SELECT 'comments', coalesce(max(id), 0) FROM comments;
INSERT INTO notification_sources SELECT 'reviews', coalesce(max(id), 0) FROM reviews;
INSERT INTO notification_sources SELECT 'verdicts', coalesce(max(id), 0) FROM verdicts;
INSERT INTO notification_sources SELECT 'versions', coalesce(max(id), 0) FROM script_versions;

-- The one key that signs the links by which mails are ended. It lets nobody in.
CREATE TABLE unsubscribe_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret BLOB NOT NULL
);
