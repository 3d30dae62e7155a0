-- What each run changed in what is believed: figures that it added, removed, or read in another way at the same place.
-- Example: SELECT change, cause, document, old_value, new_value FROM figure_changes WHERE run_id = 2
--
-- A text that was corrected has all its figures removed and added; the query figure-changes leaves out those that say the
-- same before and after.
CREATE VIEW figure_changes AS
SELECT
  n.first_run_id AS run_id,  -- the run that changed it
  CASE WHEN o.figure_key IS NULL THEN 'added' ELSE 'revised' END AS change,  -- added, removed, or revised
  CASE
    WHEN v.first_run_id < n.first_run_id THEN 'read anew'
    WHEN v.version = 1 THEN 'new document'
    WHEN (
      SELECT w.is_withdrawn FROM document_version AS w
      WHERE w.document_key = v.document_key AND w.version = v.version - 1
    ) THEN 'returned'
    ELSE 'corrected text'
  END AS cause,  -- new document, corrected text, read anew (by other rules or metadata), withdrawn, returned
  n.figure_id,
  d.document,
  v.version,
  o.quote AS old_quote,  -- the quote as read before
  n.quote AS new_quote,  -- the quote as read by the run
  o.value AS old_value,  -- the value before, exact
  n.value AS new_value,  -- the value that the run read, exact
  (SELECT unit FROM unit WHERE unit_key = o.unit_key) AS old_unit,  -- the unit before
  (SELECT unit FROM unit WHERE unit_key = n.unit_key) AS new_unit,  -- the unit that the run read
  o.subject AS old_subject,  -- the subject before
  n.subject AS new_subject  -- the subject that the run read
FROM figure AS n
LEFT JOIN figure AS o ON o.figure_id = n.figure_id AND +o.superseded_run_id = n.first_run_id
JOIN document_version AS v ON v.version_key = n.version_key
JOIN document AS d ON d.document_key = v.document_key
UNION ALL
SELECT
  o.superseded_run_id,
  'removed',
  CASE
    WHEN ifnull(v.superseded_run_id, 0) <> o.superseded_run_id THEN 'read anew'
    WHEN v.is_withdrawn THEN 'withdrawn'
    ELSE 'corrected text'
  END,
  o.figure_id,
  d.document,
  v.version,
  o.quote,
  NULL,
  o.value,
  NULL,
  (SELECT unit FROM unit WHERE unit_key = o.unit_key),
  NULL,
  o.subject,
  NULL
FROM figure AS o
JOIN document_version AS v ON v.version_key = o.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE o.superseded_run_id IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM figure AS n
    WHERE n.figure_id = o.figure_id AND +n.first_run_id = o.superseded_run_id
  );
