-- How fresh a source is can be told without reading its files again.

ALTER TABLE source_file ADD COLUMN newest_published TEXT /* the day of its newest document, ISO 8601; null when none is known */;
