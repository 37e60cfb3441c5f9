-- How the revisions of a screenplay are coloured and numbered; a script without a row has none.
-- colors: in their order, each on a line of its own.
-- scheme: prefix, digit or letter, by which pages between two locked ones are numbered.
-- locked_from: the label from which on the numbers of pages stay; null for never.
CREATE TABLE revision_plans (
  script_id INTEGER NOT NULL PRIMARY KEY REFERENCES scripts (id),
  colors TEXT NOT NULL,
  scheme TEXT NOT NULL,
  locked_from TEXT,
  numbers_scenes BOOLEAN NOT NULL
) WITHOUT ROWID;

-- The labels whose versions are the revisions, in order.
CREATE TABLE revision_labels (
  script_id INTEGER NOT NULL REFERENCES revision_plans (script_id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (script_id, place),
  UNIQUE (script_id, label)
) WITHOUT ROWID;
