-- What is to be reached, by the day that it is to be reached by.
-- param: place =
SELECT period_last_day AS due, place_name, subject, qualifier, value, upper, unit, change, quote,
  source, document, published, figure_id
FROM figures
WHERE status = 'target' AND (:place IS NULL OR place = :place)
ORDER BY due IS NULL, due, place, document, char_start;
