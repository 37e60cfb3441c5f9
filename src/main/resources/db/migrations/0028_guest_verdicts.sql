-- Whether guests may say what they decide about what a link shows.
ALTER TABLE share_links ADD COLUMN decisions BOOLEAN NOT NULL DEFAULT FALSE;

-- The name that a guest wrote under last, empty for none, and whose account they have; null where that is not known.
ALTER TABLE share_guests ADD COLUMN guest_name TEXT NOT NULL DEFAULT '';
ALTER TABLE share_guests ADD COLUMN account_id INTEGER REFERENCES accounts (id);

UPDATE share_guests SET
  guest_name = (SELECT c.author FROM comments c WHERE c.visit = secret_hash ORDER BY c.id DESC LIMIT 1),
  account_id = (SELECT max(c.account_id) FROM comments c WHERE c.visit = secret_hash)
WHERE secret_hash IN (SELECT visit FROM comments);

-- What guests of share links decided. The last one of a guest about the same words stands.
CREATE TABLE guest_verdicts (
  id INTEGER PRIMARY KEY,
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  share_link_id TEXT NOT NULL REFERENCES share_links (share_link_id),
  visit TEXT NOT NULL REFERENCES share_guests (secret_hash),
  author TEXT NOT NULL,
  version_number INTEGER NOT NULL,
  content_hash BLOB NOT NULL,
  verdict TEXT NOT NULL,
  comment TEXT NOT NULL,
  given_at BIGINT NOT NULL
);

CREATE INDEX idx_guest_verdicts_script ON guest_verdicts (script_id, id);
CREATE INDEX idx_guest_verdicts_link ON guest_verdicts (share_link_id, id);

INSERT INTO notification_sources VALUES ('guest_verdicts', 0);
