-- The largest amounts of money believed now, each with its quote, article, date and place.
-- param: unit = VND
-- param: limit = 10
SELECT value, unit, quote, subject, status, title, document, published, period, place_name,
  verdict, figure_id
FROM figures
WHERE kind = 'money' AND unit = :unit AND verdict NOT IN ('error', 'broken')
ORDER BY coalesce(upper_real, value_real) DESC, published, figure_id
LIMIT :limit;
