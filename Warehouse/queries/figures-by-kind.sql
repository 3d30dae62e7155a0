-- How many figures of each kind are believed now, and how many ever were.
SELECT kind, sum(added) - sum(superseded) AS figures, sum(added) AS ever,
  round(100.0 * (sum(added) - sum(superseded)) / sum(sum(added) - sum(superseded)) OVER (), 1) AS percent
FROM figure_tally
GROUP BY kind
ORDER BY figures DESC, kind;
