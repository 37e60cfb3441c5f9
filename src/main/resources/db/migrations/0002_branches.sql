-- What the branch is for; empty where nobody said.
ALTER TABLE branches ADD COLUMN description TEXT NOT NULL DEFAULT '';

-- Null while the branch is in use.
ALTER TABLE branches ADD COLUMN archived_at BIGINT;

-- What branches were called before; links with these names keep leading to them.
CREATE TABLE former_branch_names (
  script_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  branch_number INTEGER NOT NULL,
  PRIMARY KEY (script_id, name),
  FOREIGN KEY (script_id, branch_number) REFERENCES branches (script_id, branch_number)
);
