-- A smaller file, and when a page was fetched.

ALTER TABLE document_version ADD COLUMN retrieved TEXT /* when it was fetched, as a web archive says, ISO 8601; null where that is not known */;

-- The figures of one subject, place and period, where no indicator is known; case does not matter. The beginning of a subject
-- finds few enough, in less than half of the room that whole subjects take; shorter ones are compared with nothing.
DROP INDEX figure_subject;
CREATE INDEX figure_subject ON figure (substr(subject, 1, 8) COLLATE NOCASE, period_key)
  WHERE superseded_run_id IS NULL AND indicator_key IS NULL AND length(subject) >= 8
    AND place IS NOT NULL AND period_key IS NOT NULL;

-- The next run compares all figures anew: by this index, and only what is about one thing.
DELETE FROM comparison;
DELETE FROM series_jump;
DELETE FROM meta WHERE name = 'compared_through_run';

-- The index document_version_number finds the current version as quickly, and a check holds that there is one.
DROP INDEX document_version_current;
