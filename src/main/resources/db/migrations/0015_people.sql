-- Who several names of authors are: somebody with an account, or a name that is shown for all.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  account_id INTEGER UNIQUE REFERENCES accounts (id),
  name TEXT,
  CHECK ((account_id IS NULL) <> (name IS NULL))
);

-- An author without a row here is shown under the name that the version was saved under.
CREATE TABLE author_people (
  author_id INTEGER PRIMARY KEY REFERENCES authors (id),
  person_id INTEGER NOT NULL REFERENCES people (id)
);

CREATE INDEX idx_author_people_person ON author_people (person_id);

-- Authors as they are shown.
CREATE VIEW shown_authors AS
SELECT a.id, a.name, a.email, t.person_id, p.account_id,
  coalesce(c.name, p.name, a.name) AS shown_name
FROM authors a
LEFT JOIN author_people t ON t.author_id = a.id
LEFT JOIN people p ON p.id = t.person_id
LEFT JOIN accounts c ON c.id = p.account_id;
