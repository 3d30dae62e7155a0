-- Comparisons and jumps of series name figures that are believed now.
SELECT 'comparison' AS what, f.figure_id, f.quote, f.superseded_run_id
FROM comparison AS c
JOIN figure AS f ON f.figure_key = c.lowest_key OR f.figure_key = c.highest_key
WHERE f.superseded_run_id IS NOT NULL
UNION ALL
SELECT 'jump', f.figure_id, f.quote, f.superseded_run_id
FROM series_jump AS j
JOIN figure AS f ON f.figure_key = j.figure_key OR f.figure_key = j.previous_figure_key
WHERE f.superseded_run_id IS NOT NULL;
