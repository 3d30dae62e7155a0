-- No two figures believed now have the same figure_id.
SELECT figure_id, count(*) AS figures, min(quote) AS one_quote, max(quote) AS another_quote
FROM figure
WHERE superseded_run_id IS NULL
GROUP BY figure_id
HAVING count(*) > 1;
