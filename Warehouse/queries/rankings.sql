-- Places in rankings: who is which, of how many, in whose list, when.
-- param: place text = -- only one province: VN-31 …
-- param: limit integer = 500 -- the most rows shown
SELECT source, period, value AS rank, of, place_name, subject, quote, document, published,
  figure_id
FROM figures
WHERE kind = 'rank' AND (nullif(:place, '') IS NULL OR place = :place)
ORDER BY source IS NULL, source, period_last_day DESC, value_real, figure_id
LIMIT :limit;
