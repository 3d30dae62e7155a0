-- What validation says about the figures believed now, a row a check.
-- Example: SELECT rule, severity, count(*) AS figures FROM verdicts GROUP BY rule, severity ORDER BY figures DESC
CREATE VIEW verdicts AS
SELECT f.figure_id, d.document, w.rule, w.severity, w.message
FROM verdict AS w
JOIN figure AS f ON f.figure_key = w.figure_key
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL;
