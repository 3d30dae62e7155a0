-- What in the texts believed now is none of the articles' own prose; figures in it are figures as others are.
-- Example: SELECT role, count(*) AS parts FROM document_parts GROUP BY role ORDER BY parts DESC
--
-- A title that a text repeats has a row for each time, so that figures of a title can be told from those of the prose.
CREATE VIEW document_parts AS
SELECT
  d.document,
  v.version,
  p.role,  -- title, dateline, outlet, caption or byline
  substr(t.text, p.char_start + 1, p.char_end - p.char_start) AS words,  -- what stands there
  p.char_start,
  p.char_end
FROM document_part AS p
JOIN document_version AS v ON v.version_key = p.version_key
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN document_text AS t ON t.version_key = p.version_key
WHERE v.superseded_run_id IS NULL;
