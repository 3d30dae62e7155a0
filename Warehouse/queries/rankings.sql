-- Places in rankings: who is which, of how many, in whose list, when.
-- param: place =
SELECT source, period, value AS rank, of, place_name, subject, quote, document, published,
  figure_id
FROM figures
WHERE kind = 'rank' AND (:place IS NULL OR place = :place)
ORDER BY source IS NULL, source, period_last_day DESC, value_real, figure_id;
