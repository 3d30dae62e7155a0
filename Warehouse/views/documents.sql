-- Every version of every document; `is_current` is 1 for what the document says now.
-- Example: SELECT document, title, published, figures_read FROM documents WHERE is_current ORDER BY published DESC LIMIT 10
CREATE VIEW documents AS
SELECT
  d.document,
  v.path,
  v.record,
  v.url,
  v.outlet,
  v.author,
  v.title,
  v.published,
  v.retrieved,
  v.place,
  v.digest,
  s.rules_digest,
  v.version,
  v.char_count,
  v.figures_read,
  v.figures_doubtful,
  v.first_run_id,
  v.last_run_id,
  v.superseded_run_id,
  v.is_withdrawn,
  v.superseded_run_id IS NULL AS is_current,  -- 1 for what the document says now
  substr(c.digest, 1, 16) AS cluster,  -- the same for all appearances of a text, in other outlets too
  a.likeness,  -- `first`, or how it is like a text that was there before: `exact`, `near`
  o.encoding,
  o.encoding_confidence,
  coalesce(o.raw_file, v.path) AS raw_file,  -- the file, or the entry of an archive, that it stood in
  o.raw_start,
  o.raw_end,
  t.text
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN rule_set AS s ON s.rule_set_key = v.rule_set_key
LEFT JOIN document_origin AS o ON o.version_key = v.version_key
LEFT JOIN document_appearance AS a ON a.version_key = v.version_key
LEFT JOIN document_version AS c ON c.version_key = a.cluster_key
-- An exact copy has its text from another version.
LEFT JOIN document_text AS t ON t.version_key = ifnull(a.text_key, v.version_key);
