-- Of each version what came and went against the version it was made of, in passages: paragraphs,
-- each distinct one of a script numbered once. Can be made anew from the versions at any time.
-- id: that of the script times 2^32 plus the version's number; 0 stands for the script itself.
-- new_passages: number of passages that no earlier version had.
-- changes: which passages came and went, and what the new ones are made of.
-- written: what stands in the new passages and in no earlier one.
CREATE TABLE passage_changes (
  id INTEGER PRIMARY KEY,
  new_passages INTEGER NOT NULL,
  changes BLOB NOT NULL,
  written BLOB NOT NULL
);

-- The terms of passages, of what is said about versions, and of titles. A row's id is that of the
-- script times 2^32 plus the number of the passage, or plus 2^31 and the number of the version, 0
-- for the title.
CREATE VIRTUAL TABLE search_terms USING fts5 (
  terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

-- Each term with the number of rows that have it.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_terms, row);
