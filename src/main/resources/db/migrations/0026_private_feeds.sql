-- People who want no mails about what happens to scripts, whatever they say of single ones.
CREATE TABLE mail_stops (
  account_id INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id)
) WITHOUT ROWID;

-- The addresses at which people read what they are told as a feed, without signing in. Of the secret
-- in one only the SHA-256 is kept, in hexadecimal digits.
CREATE TABLE private_feeds (
  account_id INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id),
  secret_hash TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
) WITHOUT ROWID;
