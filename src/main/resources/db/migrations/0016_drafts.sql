-- What people have written and not saved: one draft of each person for each branch of a script, and one for a script
-- that is not there yet. They are of no version, and no part of what is searched, exported or told to others.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  script_id INTEGER REFERENCES scripts (id),
  branch_number INTEGER,
  -- Which open page wrote it, and how often it has.
  page_key TEXT NOT NULL,
  revision BIGINT NOT NULL,
  base_version INTEGER NOT NULL,
  filled_from INTEGER,
  title TEXT NOT NULL,
  typed_id TEXT NOT NULL,
  content BLOB NOT NULL,
  size_bytes INTEGER NOT NULL,
  change_description TEXT NOT NULL,
  -- What the new branch is to be called that it is to be saved on; null where it is saved on its own.
  new_branch TEXT,
  saved_at BIGINT NOT NULL,
  FOREIGN KEY (script_id, branch_number) REFERENCES branches (script_id, branch_number),
  CHECK ((script_id IS NULL) = (branch_number IS NULL))
);

CREATE UNIQUE INDEX one_draft_of_a_place ON drafts (account_id, (coalesce(script_id, 0)), (coalesce(branch_number, 0)));

CREATE INDEX idx_drafts_saved_at ON drafts (saved_at);
