-- Tokens by which programs ask. Of the secret in one only the SHA-256 is kept, in hexadecimal digits.
-- They are never deleted: versions name those that saved them.
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  secret_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  access_right TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  used_at BIGINT,
  revoked_at BIGINT
);

CREATE INDEX idx_tokens_account ON tokens (account_id);

-- The scripts that a token is for; one without any is for all.
CREATE TABLE token_scripts (
  token_id INTEGER NOT NULL REFERENCES tokens (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  PRIMARY KEY (token_id, script_id)
) WITHOUT ROWID;

-- The token that saved a version, whoever its author is; it is not part of the version hash.
ALTER TABLE script_versions ADD COLUMN saved_by INTEGER REFERENCES tokens (id);
