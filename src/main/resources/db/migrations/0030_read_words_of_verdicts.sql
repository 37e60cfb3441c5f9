-- How many words of the version whoever gave a verdict had read in their wording when they gave it, and how many it has;
-- null where that is not known.
ALTER TABLE verdicts ADD COLUMN words_read INTEGER;
ALTER TABLE verdicts ADD COLUMN words_to_read INTEGER;
