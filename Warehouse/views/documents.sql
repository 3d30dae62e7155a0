-- Every version of every document; `is_current` is 1 for what the document says now.
CREATE VIEW documents AS
SELECT
  d.document,
  v.path,
  v.record,
  v.url,
  v.outlet,
  v.title,
  v.published,
  v.place,
  v.digest,
  v.rules_digest,
  v.version,
  v.char_count,
  v.first_run_id,
  v.last_run_id,
  v.superseded_run_id,
  v.superseded_run_id IS NULL AS is_current,
  v.text
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key;
