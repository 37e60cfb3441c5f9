-- What the texts of a script are written as: screenplay, markdown or plain; null where nobody said.
ALTER TABLE scripts ADD COLUMN format TEXT;
