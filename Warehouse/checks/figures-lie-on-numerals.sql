-- Every figure believed now holds a numeral whose disposition is figure, and every such numeral lies in a figure.
SELECT 'figure without numeral' AS what, d.document, f.byte_start, f.byte_end, f.quote
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL AND v.superseded_run_id IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM numeral AS n
    WHERE n.version_key = f.version_key AND n.disposition = 'figure'
      AND n.byte_start < f.byte_end AND f.byte_start < n.byte_end
  )
UNION ALL
SELECT 'numeral without figure', d.document, n.byte_start, n.byte_end,
  substr(t.text, n.char_start + 1, n.char_end - n.char_start)
FROM numeral AS n
JOIN document_version AS v ON v.version_key = n.version_key
LEFT JOIN document_text AS t ON t.version_key = n.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE n.disposition = 'figure' AND v.superseded_run_id IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM figure AS f
    WHERE f.version_key = n.version_key AND f.superseded_run_id IS NULL
      AND n.byte_start < f.byte_end AND f.byte_start < n.byte_end
  );
