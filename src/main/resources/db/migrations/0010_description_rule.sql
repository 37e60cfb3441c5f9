-- Whether whoever saves a version of the script has to say what changed.
ALTER TABLE scripts ADD COLUMN description_required INTEGER NOT NULL DEFAULT 0;
