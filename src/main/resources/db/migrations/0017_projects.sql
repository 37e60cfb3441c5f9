-- Named sets of accounts, to which a right on a script or a project can be given.
CREATE TABLE account_groups (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE group_members (
  group_id INTEGER NOT NULL REFERENCES account_groups (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (group_id, account_id)
) WITHOUT ROWID;

CREATE INDEX idx_group_members_account ON group_members (account_id);

-- Folders of scripts, one level deep; restricted: only admins know of its scripts, and those who are named.
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  restricted BOOLEAN NOT NULL DEFAULT FALSE
);

ALTER TABLE scripts ADD COLUMN project_id INTEGER REFERENCES projects (id);

CREATE INDEX idx_scripts_project ON scripts (project_id) WHERE project_id IS NOT NULL;

-- Whether it is put away: it can be read, but stands in no list unless that is asked for.
ALTER TABLE scripts ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;

-- As script_rights, for groups and for the scripts of a project.
CREATE TABLE script_group_rights (
  group_id INTEGER NOT NULL REFERENCES account_groups (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  script_right TEXT NOT NULL,
  PRIMARY KEY (group_id, script_id)
) WITHOUT ROWID;

CREATE INDEX idx_script_group_rights_script ON script_group_rights (script_id);

CREATE TABLE project_rights (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  project_id INTEGER NOT NULL REFERENCES projects (id),
  script_right TEXT NOT NULL,
  PRIMARY KEY (account_id, project_id)
) WITHOUT ROWID;

CREATE INDEX idx_project_rights_project ON project_rights (project_id);

CREATE TABLE project_group_rights (
  group_id INTEGER NOT NULL REFERENCES account_groups (id),
  project_id INTEGER NOT NULL REFERENCES projects (id),
  script_right TEXT NOT NULL,
  PRIMARY KEY (group_id, project_id)
) WITHOUT ROWID;

CREATE INDEX idx_project_group_rights_project ON project_group_rights (project_id);

-- Every right by which an account is named, by itself or by a group that it is in.
CREATE VIEW named_on_scripts AS
SELECT account_id, script_id, script_right FROM script_rights
UNION ALL
SELECT m.account_id, r.script_id, r.script_right FROM script_group_rights r
JOIN group_members m ON m.group_id = r.group_id;

CREATE VIEW named_on_projects AS
SELECT account_id, project_id, script_right FROM project_rights
UNION ALL
SELECT m.account_id, r.project_id, r.script_right FROM project_group_rights r
JOIN group_members m ON m.group_id = r.group_id;

-- The projects that a token is for, besides the scripts of token_scripts.
CREATE TABLE token_projects (
  token_id INTEGER NOT NULL REFERENCES tokens (id),
  project_id INTEGER NOT NULL REFERENCES projects (id),
  PRIMARY KEY (token_id, project_id)
) WITHOUT ROWID;

-- The scripts that somebody keeps at the top of the list; account_id is null where nobody has an account.
CREATE TABLE pins (
  account_id INTEGER REFERENCES accounts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id)
);

CREATE UNIQUE INDEX one_pin ON pins (coalesce(account_id, 0), script_id);
