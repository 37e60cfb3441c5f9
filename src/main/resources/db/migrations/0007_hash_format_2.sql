-- The salts of a version's committed fields, see the class CommitmentSalts; null where the version
-- hash is of format 1, as all that are here already are. Rows that exist are not touched.
ALTER TABLE script_versions ADD COLUMN salts BLOB;
