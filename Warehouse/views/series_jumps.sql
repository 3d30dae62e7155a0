-- Steps of an indicator from one period to the next, in one place, that are out of line with its other steps.
-- Example: SELECT indicator_name, place_name, previous_period, previous_value, period, value, factor FROM series_jumps LIMIT 10
--
-- A step is out of line when it changes the value by half and more, and by four times what the other steps of the series do
-- on average; series of fewer than four steps have none. Kept by each run for what it changed.
CREATE VIEW series_jumps AS
SELECT
  i.indicator,
  i.name AS indicator_name,  -- the indicator's name in Vietnamese
  j.place,
  (SELECT a.name FROM place AS a WHERE a.code = j.place ORDER BY a.valid_from DESC LIMIT 1) AS place_name,  -- the place's latest name
  op.period AS previous_period,  -- the period before the step
  o.value AS previous_value,  -- the value before it, exact
  np.period,
  n.value,
  u.unit,
  round(j.factor, 3) AS factor,  -- the larger value by the smaller one
  round(j.usual_factor, 3) AS usual_factor,  -- the same, on average over the other steps
  j.steps,  -- the steps of the series
  d.document,
  n.quote,
  o.figure_id AS previous_figure_id,  -- the figure before the step
  n.figure_id
FROM series_jump AS j
JOIN figure AS n ON n.figure_key = j.figure_key
JOIN figure AS o ON o.figure_key = j.previous_figure_key
JOIN indicator AS i ON i.indicator_key = j.indicator_key
LEFT JOIN document_version AS v ON v.version_key = n.version_key
LEFT JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN period AS np ON np.period_key = n.period_key
LEFT JOIN period AS op ON op.period_key = o.period_key
LEFT JOIN unit AS u ON u.unit_key = n.unit_key;
