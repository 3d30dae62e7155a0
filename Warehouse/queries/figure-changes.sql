-- What two runs believe differently: figures that were added, removed, or revised in between.
-- param: from integer = -- the earlier run; the one before the later when none is named
-- param: to integer = -- the later run; the last when none is named
-- param: limit integer = 1000 -- the most changes shown
--
-- A figure that says the same in a corrected text has not changed. One with another value is revised when it has the
-- place, or else the kind, the unit and the subject, of one that is gone. Documents of which nothing is gone come last.
WITH compared AS MATERIALIZED (
  SELECT
    coalesce(CAST(nullif(:from, '') AS INTEGER), coalesce(CAST(nullif(:to, '') AS INTEGER), max(run_id)) - 1)
      AS earlier,
    coalesce(CAST(nullif(:to, '') AS INTEGER), max(run_id)) AS later
  FROM run
),
gone AS MATERIALIZED (
  SELECT f.*, v.document_key, v.is_withdrawn
  FROM compared AS r
  CROSS JOIN figure AS f
    ON f.superseded_run_id > r.earlier AND f.superseded_run_id <= r.later AND f.first_run_id <= r.earlier
  JOIN document_version AS v ON v.version_key = f.version_key
),
come AS NOT MATERIALIZED (
  SELECT f.*, v.document_key, 0 AS is_withdrawn
  FROM compared AS r
  CROSS JOIN figure AS f
    ON f.first_run_id > r.earlier AND f.first_run_id <= r.later
      AND (f.superseded_run_id IS NULL OR f.superseded_run_id > r.later)
  JOIN document_version AS v ON v.version_key = f.version_key
),
touched AS MATERIALIZED (
  SELECT 0 AS is_later, * FROM gone
  UNION ALL
  SELECT 1, c.*
  FROM (SELECT DISTINCT document_key FROM gone) AS x
  CROSS JOIN document_version AS w ON w.document_key = x.document_key
  CROSS JOIN come AS c ON c.version_key = w.version_key
),
numbered AS (
  SELECT *,
    row_number() OVER (
      PARTITION BY is_later, document_key, kind, value, upper, of, unit_key, qualifier, change, status, period_key,
        place, subject, indicator_key
      ORDER BY char_start
    ) AS number
  FROM touched
),
counted AS (
  SELECT *,
    count(*) OVER (
      PARTITION BY document_key, kind, value, upper, of, unit_key, qualifier, change, status, period_key, place, subject,
        indicator_key, number
    ) AS sides
  FROM numbered
),
differing AS (
  SELECT *,
    count(*) OVER (PARTITION BY figure_id) AS readings,
    row_number() OVER (
      PARTITION BY is_later, document_key, kind, unit_key, subject ORDER BY char_start
    ) AS place_in_line
  FROM counted
  WHERE sides = 1
),
paired AS (
  SELECT *,
    CASE WHEN readings = 2 THEN figure_id
      ELSE document_key || '/' || kind || '/' || ifnull(unit_key, '') || '/' || place_in_line || '/' || ifnull(subject, '')
    END AS pair
  FROM differing
)
SELECT * FROM (
  SELECT
    CASE WHEN count(*) = 2 THEN 'revised' WHEN max(p.is_later) THEN 'added' ELSE 'removed' END AS change,
    (SELECT document FROM document WHERE document_key = p.document_key) AS document,
    max(CASE WHEN p.is_later = 0 THEN p.value END) AS old_value,
    max(CASE WHEN p.is_later = 1 THEN p.value END) AS new_value,
    max((SELECT u.unit FROM unit AS u WHERE u.unit_key = p.unit_key)) AS unit,
    max(CASE WHEN p.is_later = 0 THEN p.quote END) AS old_quote,
    max(CASE WHEN p.is_later = 1 THEN p.quote END) AS new_quote,
    max(CASE WHEN p.is_later = 0 THEN p.subject END) AS old_subject,
    max(CASE WHEN p.is_later = 1 THEN p.subject END) AS new_subject,
    max(CASE WHEN p.is_later = 0 THEN p.superseded_run_id END) AS removed_by_run,
    max(CASE WHEN p.is_later = 1 THEN p.first_run_id END) AS added_by_run,
    max(p.is_withdrawn) AS is_withdrawn,
    max(CASE WHEN p.is_later = 0 THEN p.figure_id END) AS old_figure_id,
    max(CASE WHEN p.is_later = 1 THEN p.figure_id END) AS new_figure_id
  FROM paired AS p
  GROUP BY p.pair
  ORDER BY document, min(p.char_start), change
)
UNION ALL
SELECT 'added', (SELECT document FROM document WHERE document_key = c.document_key), NULL, c.value,
  (SELECT u.unit FROM unit AS u WHERE u.unit_key = c.unit_key), NULL, c.quote, NULL, c.subject, NULL, c.first_run_id, 0,
  NULL, c.figure_id
FROM come AS c
WHERE c.document_key NOT IN (SELECT document_key FROM gone)
LIMIT :limit;
