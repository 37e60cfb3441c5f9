-- Which row has which term; verify compares it with the passages.
CREATE VIRTUAL TABLE search_instances USING fts5vocab (search_terms, instance);

-- Korean is cut into other terms from here on, so the index is made anew: serving does it.
DELETE FROM passage_changes;
INSERT INTO search_terms (search_terms) VALUES ('delete-all');
