-- Who may sign in. Equal keys are the same address, whatever case it was typed in.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  time_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  is_disabled BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);

-- Browsers that are signed in. Of a secret only the SHA-256 is kept, in hexadecimal digits.
CREATE TABLE sessions (
  secret_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  device TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL
) WITHOUT ROWID;

-- Links that let somebody in once: to set up, by invitation, or to a new password.
CREATE TABLE single_use_links (
  secret_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  role TEXT,
  account_id INTEGER REFERENCES accounts (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
) WITHOUT ROWID;

-- Attempts to sign in that failed or are under way, by the SHA-256 of what they were for or from.
CREATE TABLE sign_in_attempts (
  subject TEXT PRIMARY KEY,
  attempts INTEGER NOT NULL,
  last_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL
) WITHOUT ROWID;
