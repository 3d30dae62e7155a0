-- The lower end of a range is below its upper end.
SELECT figure_id, quote, value, upper
FROM figure
WHERE superseded_run_id IS NULL AND value_real > upper_real;
