-- The arithmetic relations between figures believed now.
-- Example: SELECT document, formula, expected, stated FROM relations WHERE verdict = 'broken'
CREATE VIEW relations AS
SELECT
  r.relation_id,
  d.document,
  r.kind,
  r.formula,
  r.expected,
  r.stated,
  r.verdict,
  r.first_run_id AS run_id  -- the run that found it
FROM relation AS r
JOIN document_version AS v ON v.version_key = r.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE r.superseded_run_id IS NULL;
