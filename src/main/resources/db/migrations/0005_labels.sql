-- Names that versions are found by, such as the one that was sent or recorded.
CREATE TABLE labels (
  script_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  version_number INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (script_id, name),
  FOREIGN KEY (script_id, version_number) REFERENCES script_versions (script_id, version_number)
) WITHOUT ROWID;

-- The two tables below are made anew, each as one tree instead of two: a page less in every file.
CREATE TEMP TABLE kept_names AS SELECT * FROM former_branch_names;
DROP TABLE former_branch_names;
CREATE TABLE former_branch_names (
  script_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  branch_number INTEGER NOT NULL,
  PRIMARY KEY (script_id, name),
  FOREIGN KEY (script_id, branch_number) REFERENCES branches (script_id, branch_number)
) WITHOUT ROWID;
INSERT INTO former_branch_names SELECT * FROM kept_names;
DROP TABLE kept_names;

CREATE TEMP TABLE kept_keys AS SELECT * FROM idempotency_keys;
DROP TABLE idempotency_keys;
CREATE TABLE idempotency_keys (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  idempotency_key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  version_number INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (script_id, idempotency_key)
) WITHOUT ROWID;
INSERT INTO idempotency_keys SELECT * FROM kept_keys;
DROP TABLE kept_keys;
