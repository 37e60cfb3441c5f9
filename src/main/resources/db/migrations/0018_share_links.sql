-- Links that show one thing to somebody without an account. Of the secret in one only the SHA-256 is
-- kept, in hexadecimal digits. They are never deleted.
-- kind: comparison, version or report.
-- from_version, to_version: with their version hashes, where the link always shows these; of a
-- report the newest version that it tells of. branch_number: where it shows what is newest there.
-- options: of a comparison's page, or the choices of a report, as in an address.
-- expires_at: null for a link that works until it is revoked.
-- told_end: the end of the link that its maker was written about; null for none.
-- titled: whether previews of the link, in chats and mails, name the script.
CREATE TABLE share_links (
  share_link_id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  access_right TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_version INTEGER,
  from_hash BLOB,
  to_version INTEGER,
  to_hash BLOB,
  branch_number INTEGER,
  options TEXT NOT NULL,
  note TEXT NOT NULL,
  password_hash TEXT,
  max_openings INTEGER,
  downloads BOOLEAN NOT NULL,
  hides_names BOOLEAN NOT NULL,
  watermark BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  starts_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  told_end BIGINT,
  titled BOOLEAN NOT NULL
) WITHOUT ROWID;

CREATE INDEX idx_share_links_script ON share_links (script_id);
CREATE INDEX idx_share_links_account ON share_links (account_id);

-- The browsers that a link was opened in; each counts as one opening.
-- shown_version: the newest version that was shown; before_version: the same of the visit before.
CREATE TABLE share_guests (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  share_link_id TEXT NOT NULL REFERENCES share_links (share_link_id),
  browser TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL,
  shown_version INTEGER,
  before_version INTEGER
) WITHOUT ROWID;

CREATE INDEX idx_share_guests_link ON share_guests (share_link_id);
