-- Numerals of one text follow one another without sharing a byte, and only what is rejected has a reason.
WITH ordered AS (
  SELECT version_key, byte_start, byte_end, disposition, reason,
    lag(byte_end, 1, 0) OVER (PARTITION BY version_key ORDER BY ordinal) AS end_before
  FROM numeral
)
SELECT d.document, v.version, o.byte_start, o.byte_end, o.end_before, o.disposition, o.reason
FROM ordered AS o
JOIN document_version AS v ON v.version_key = o.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE o.byte_start < o.end_before OR (o.disposition = 'rejected') <> (o.reason IS NOT NULL);
