-- Who may move a label of a script, and when; a label without a row is moved by whoever may write.
-- movers: write or manage, the right that is needed; or named, for those of label_movers alone.
-- approvals: as many as a version needs to get the label; 0 for none.
CREATE TABLE label_rules (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  name TEXT NOT NULL,
  movers TEXT NOT NULL,
  approvals INTEGER NOT NULL,
  threads_resolved BOOLEAN NOT NULL,
  PRIMARY KEY (script_id, name)
) WITHOUT ROWID;

-- Who is named by a rule: an account or a group.
CREATE TABLE label_movers (
  script_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  group_id INTEGER REFERENCES account_groups (id),
  FOREIGN KEY (script_id, name) REFERENCES label_rules (script_id, name) ON DELETE CASCADE,
  CHECK ((account_id IS NULL) <> (group_id IS NULL))
);

CREATE INDEX idx_label_movers ON label_movers (script_id, name);

-- What became of labels. act: added, moved, removed, refused, overridden or rule_changed.
-- account_id: null where nobody has an account. from_version, to_version: null for none.
-- said: why it was refused or done all the same, or the rule.
CREATE TABLE label_log (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  name TEXT NOT NULL,
  act TEXT NOT NULL,
  from_version INTEGER,
  to_version INTEGER,
  account_id INTEGER REFERENCES accounts (id),
  happened_at BIGINT NOT NULL,
  said TEXT NOT NULL
);

CREATE INDEX idx_label_log_script ON label_log (script_id, id);

-- Who takes responsibility for the words of a version that had a label, in the order of doing so.
CREATE TABLE label_responsibles (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  version_number INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  taken_at BIGINT NOT NULL,
  UNIQUE (script_id, name, version_number, account_id),
  FOREIGN KEY (script_id, version_number) REFERENCES script_versions (script_id, version_number)
);

-- Accounts that only programs use; it is never their turn.
CREATE TABLE technical_accounts (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id)
);

-- Whose turn it is in a review, as it was passed on by hand; all else follows from what was asked and said.
CREATE TABLE review_passes (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  passed_by INTEGER NOT NULL REFERENCES accounts (id),
  passed_to INTEGER NOT NULL REFERENCES accounts (id),
  passed_at BIGINT NOT NULL
);

CREATE INDEX idx_review_passes_review ON review_passes (review_id, id);
