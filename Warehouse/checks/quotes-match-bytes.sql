-- Every figure's quote is what the text holds between its byte offsets.
SELECT f.figure_id, d.document, v.version, f.byte_start, f.byte_end, f.quote
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
LEFT JOIN document_text AS t ON t.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE substr(CAST(t.text AS BLOB), f.byte_start + 1, f.byte_end - f.byte_start)
  IS NOT CAST(f.quote AS BLOB);
