-- Whether only admins know of the script, and those whom script_rights names.
ALTER TABLE scripts ADD COLUMN restricted BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX idx_scripts_restricted ON scripts (id) WHERE restricted;

-- What an account may do with a script, whatever its role says; script_right: read, comment, write
-- or manage, each of which includes the ones before it.
CREATE TABLE script_rights (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  script_right TEXT NOT NULL,
  PRIMARY KEY (account_id, script_id)
) WITHOUT ROWID;

CREATE INDEX idx_script_rights_script ON script_rights (script_id);
