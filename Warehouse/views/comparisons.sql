-- What several articles say about one quantity: an indicator or a subject in a place and a period.
-- Example: SELECT verdict, count(*) AS quantities FROM comparisons GROUP BY verdict
--
-- Corroborated, contradicted, or said by copies of one text only. Kept by each run for what it changed.
CREATE VIEW comparisons AS
SELECT
  i.indicator,
  i.name AS indicator_name,  -- the indicator's name in Vietnamese
  nullif(c.subject, '') AS subject,  -- what is measured, in lower case; null where an indicator names it
  c.place,
  (SELECT a.name FROM place AS a WHERE a.code = c.place ORDER BY a.valid_from DESC LIMIT 1) AS place_name,  -- the place's latest name
  p.period,
  c.kind,
  u.unit,
  nullif(c.change, '') AS change,  -- increase or decrease; null for a level
  c.status,
  c.verdict,
  c.statements,  -- figures that state it
  c.texts,  -- texts that do, copies of one text counted once
  l.value AS lowest,  -- the lowest value stated, exact
  l.quote AS lowest_quote,  -- as written
  ld.document AS lowest_document,  -- where
  h.value AS highest,  -- the highest value stated, exact
  h.quote AS highest_quote,  -- as written
  hd.document AS highest_document,  -- where
  l.figure_id,
  h.figure_id AS other_figure_id  -- the figure with the highest value
FROM comparison AS c
JOIN figure AS l ON l.figure_key = c.lowest_key
JOIN figure AS h ON h.figure_key = c.highest_key
LEFT JOIN document_version AS lv ON lv.version_key = l.version_key
LEFT JOIN document AS ld ON ld.document_key = lv.document_key
LEFT JOIN document_version AS hv ON hv.version_key = h.version_key
LEFT JOIN document AS hd ON hd.document_key = hv.document_key
LEFT JOIN indicator AS i ON i.indicator_key = c.indicator_key
LEFT JOIN period AS p ON p.period_key = c.period_key
LEFT JOIN unit AS u ON u.unit_key = c.unit_key;
