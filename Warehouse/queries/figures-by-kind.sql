-- How many figures of each kind are believed now, and what is known about them.
SELECT kind, count(*) AS figures, count(DISTINCT document) AS documents,
  count(DISTINCT unit) AS units,
  count(period) AS with_period, count(place) AS with_place, count(subject) AS with_subject,
  sum(verdict IN ('warning', 'error', 'broken')) AS doubtful
FROM figures
GROUP BY kind
ORDER BY figures DESC, kind;
