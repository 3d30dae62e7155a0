-- No figure and no relation of a superseded version is believed now.
SELECT 'figure' AS what, f.figure_id AS id, d.document, v.version
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL AND v.superseded_run_id IS NOT NULL
UNION ALL
SELECT 'relation', r.relation_id, d.document, v.version
FROM relation AS r
JOIN document_version AS v ON v.version_key = r.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE r.superseded_run_id IS NULL AND v.superseded_run_id IS NOT NULL;
