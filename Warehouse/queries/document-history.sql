-- The versions of one article: when it was read, changed, withdrawn, and how many figures each stated.
-- param: document text -- its id, as in the view documents
SELECT d.document, d.version, d.title, d.published, a.started AS since, b.started AS until,
  CASE WHEN d.is_withdrawn THEN 'withdrawn' WHEN d.is_current THEN 'current' ELSE 'replaced' END AS state,
  d.char_count, d.figures_read AS figures, d.first_run_id, d.superseded_run_id, d.digest
FROM documents AS d
JOIN runs AS a ON a.run_id = d.first_run_id
LEFT JOIN runs AS b ON b.run_id = d.superseded_run_id
WHERE d.document = :document
ORDER BY d.version;
