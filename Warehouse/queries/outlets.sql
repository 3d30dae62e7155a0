-- How good the sources are: for each outlet its articles and figures, what is known of these, and what is doubtful.
SELECT outlet, count(*) AS documents, sum(figures_read) AS figures,
  round(100.0 * sum(figures_with_period) / sum(figures_read), 1) AS percent_with_period,
  round(100.0 * sum(figures_with_place) / sum(figures_read), 1) AS percent_with_place,
  round(100.0 * sum(figures_with_source) / sum(figures_read), 1) AS percent_with_source,
  round(100.0 * sum(figures_with_indicator) / sum(figures_read), 1) AS percent_with_indicator,
  sum(figures_doubtful) AS doubtful,
  round(100.0 * sum(figures_doubtful) / sum(figures_read), 2) AS percent_doubtful,
  sum(rejected_count) AS numerals_refused
FROM document_version
WHERE superseded_run_id IS NULL
GROUP BY outlet
ORDER BY figures DESC, outlet;
