-- Who a provider of single sign-on knows an account as. Names and addresses change; these two do not.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
) WITHOUT ROWID;

CREATE UNIQUE INDEX one_identity_of_an_issuer ON identities (account_id, issuer);

-- Browsers that were sent to the provider and have not come back. Of a secret only the SHA-256 is kept.
CREATE TABLE begun_sign_ons (
  secret_hash TEXT PRIMARY KEY,
  next TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  created_at BIGINT NOT NULL
) WITHOUT ROWID;

-- Whom an invitation is for, where that was said.
ALTER TABLE single_use_links ADD COLUMN email TEXT;

-- Whether an admin named the address of an account. One that its owner typed may be anybody's.
ALTER TABLE accounts ADD COLUMN is_email_vouched BOOLEAN NOT NULL DEFAULT TRUE;
