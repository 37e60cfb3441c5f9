-- The account in whose name a version was saved here, whatever it is called since; null where nobody
-- was signed in, where somebody else was named as the author, and for what was saved before.
ALTER TABLE script_versions ADD COLUMN made_by INTEGER REFERENCES accounts (id);

-- How reviews of a script are decided; without a row, as everywhere else.
-- approvals: as many as are needed, where the kind counts them; else 0.
-- roles: those that must have spoken, one a line.
CREATE TABLE review_rules (
  script_id INTEGER PRIMARY KEY REFERENCES scripts (id),
  kind TEXT NOT NULL,
  approvals INTEGER NOT NULL,
  roles TEXT NOT NULL
);

-- Reviews of versions that were asked for, with the rule that held then.
-- review_number: counted per script from 1.
-- from_version: the left one of a comparison, whose right one is the version; null where it is of the version alone.
-- deadline, closed_by, closed_at: null for none.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  review_number INTEGER NOT NULL,
  from_version INTEGER,
  version_number INTEGER NOT NULL,
  version_hash BLOB NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES accounts (id),
  asked_at BIGINT NOT NULL,
  deadline BIGINT,
  message TEXT NOT NULL,
  rule_kind TEXT NOT NULL,
  rule_approvals INTEGER NOT NULL,
  rule_roles TEXT NOT NULL,
  closed_by INTEGER REFERENCES accounts (id),
  closed_at BIGINT,
  UNIQUE (script_id, review_number)
);

CREATE INDEX idx_reviews_version ON reviews (script_id, version_number);

-- Who was asked, in the order of being named; reviewer_role is empty where none was said, and group_name where they
-- were asked by themselves and not as somebody of a group.
CREATE TABLE reviewers (
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  place INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  group_name TEXT NOT NULL DEFAULT '',
  reviewer_role TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (review_id, place),
  UNIQUE (review_id, account_id)
) WITHOUT ROWID;

CREATE INDEX idx_reviewers_account ON reviewers (account_id);

-- All that was answered; the last one of an account counts.
-- scores: a JSON object of numbers by what they measure.
CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  verdict TEXT NOT NULL,
  comment TEXT NOT NULL,
  scores TEXT NOT NULL DEFAULT '{}',
  given_at BIGINT NOT NULL
);

CREATE INDEX idx_verdicts_review ON verdicts (review_id, id);
