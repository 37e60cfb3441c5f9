-- The versions that people have read, which they said themselves, and those that they wrote.
-- is_whole: whether they have read all of it, and not only what they wrote.
-- passages: the hashes of those that they had not read before in any version, of 8 bytes each.
CREATE TABLE read_versions (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  version_number INTEGER NOT NULL,
  read_at BIGINT NOT NULL,
  is_whole BOOLEAN NOT NULL,
  passages BLOB NOT NULL,
  PRIMARY KEY (account_id, script_id, version_number)
) WITHOUT ROWID;
