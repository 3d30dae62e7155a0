-- Of the current documents with the same text one has it with its figures, and the others name that one.
--
-- In a warehouse of an earlier program copies have figures of their own until they are read again.
SELECT d.document, 'has figures of its own' AS what
FROM document_appearance AS a
JOIN document_version AS v ON v.version_key = a.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE a.text_key IS NOT NULL
  AND (EXISTS (SELECT 1 FROM figure AS f WHERE f.version_key = a.version_key AND f.superseded_run_id IS NULL)
    OR EXISTS (SELECT 1 FROM numeral AS n WHERE n.version_key = a.version_key))
UNION ALL
SELECT d.document, 'has its text from one that is gone, or from a copy'
FROM document_appearance AS a
JOIN document_version AS v ON v.version_key = a.version_key
JOIN document AS d ON d.document_key = v.document_key
JOIN document_version AS h ON h.version_key = a.text_key
LEFT JOIN document_appearance AS b ON b.version_key = a.text_key
WHERE v.superseded_run_id IS NULL
  AND (h.superseded_run_id IS NOT NULL OR b.text_key IS NOT NULL OR h.digest <> v.digest);
