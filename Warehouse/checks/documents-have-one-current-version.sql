-- Every document has exactly one current version, the highest, or none when that was withdrawn; versions count from 1.
SELECT d.document, count(v.version_key) AS versions, max(v.version) AS highest,
  sum(v.superseded_run_id IS NULL) AS current_versions
FROM document AS d
LEFT JOIN document_version AS v ON v.document_key = d.document_key
GROUP BY d.document_key
HAVING count(v.version_key) IS NOT max(v.version)
  OR sum(v.superseded_run_id IS NULL) > 1
  OR (max(CASE WHEN v.superseded_run_id IS NULL THEN v.version END) IS NOT max(v.version)
    AND max(CASE WHEN v.is_withdrawn THEN v.version END) IS NOT max(v.version));
