-- What columns mean stands above each table, because SQLite keeps what stands inside of a
-- statement in the file.

-- latest_version: the number given last; 0 before the first version.
-- changed_at: when a version was last saved here, whatever time the version itself carries.
CREATE TABLE scripts (
  id INTEGER PRIMARY KEY,
  script_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  latest_version INTEGER NOT NULL DEFAULT 0,
  changed_at BIGINT NOT NULL
);

CREATE INDEX idx_scripts_changed ON scripts (changed_at DESC, id DESC);

-- branch_number: never changes, unlike the name; 1 is the branch that exists from the start.
-- head_version: null only before the first version of the script.
-- origin_version: the version it was branched off; null for the first branch.
CREATE TABLE branches (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  branch_number INTEGER NOT NULL,
  name TEXT NOT NULL,
  head_version INTEGER,
  origin_version INTEGER,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (script_id, branch_number),
  UNIQUE (script_id, name)
);

-- email: empty where only a name is known.
CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL
);

-- Finds an author; the start of the name is enough, and keeps the index smaller than the table.
CREATE INDEX idx_authors_name ON authors (substr(name, 1, 8));

-- Small columns first and contents last, so that listing a history does not read contents.
-- generation: number of versions before this one along the line of first parents.
-- delta_base: the version whose content the delta is taken against; null where the content is
-- kept whole.
-- words_inserted, words_deleted: against the first parent; null where there is none.
-- created_at: milliseconds since 1970-01-01T00:00:00Z.
-- metadata: a JSON object; null where it is empty.
-- source_key: what the version is called where it was imported from, such as the id of a commit.
CREATE TABLE script_versions (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  version_number INTEGER NOT NULL CHECK (version_number > 0),
  branch_number INTEGER NOT NULL,
  parent_version INTEGER,
  merge_parent_version INTEGER,
  restored_from INTEGER,
  generation INTEGER NOT NULL,
  delta_base INTEGER,
  size_bytes INTEGER NOT NULL,
  words INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  words_inserted INTEGER,
  words_deleted INTEGER,
  author INTEGER NOT NULL REFERENCES authors (id),
  created_at BIGINT NOT NULL,
  change_description TEXT NOT NULL,
  metadata TEXT,
  source_key BLOB,
  content_hash BLOB NOT NULL,
  version_hash BLOB NOT NULL,
  content BLOB,
  delta_from_previous BLOB,
  FOREIGN KEY (script_id, branch_number) REFERENCES branches (script_id, branch_number),
  CHECK ((content IS NULL) <> (delta_from_previous IS NULL)),
  CHECK ((delta_base IS NULL) = (delta_from_previous IS NULL))
);

CREATE UNIQUE INDEX idx_script_versions_lookup ON script_versions (script_id, version_number DESC);

-- Finds an earlier version with the same content; a part of the hash is enough and small.
CREATE INDEX idx_script_versions_content ON script_versions (script_id, substr(content_hash, 1, 4));

CREATE TABLE idempotency_keys (
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  idempotency_key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  version_number INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (script_id, idempotency_key)
);
