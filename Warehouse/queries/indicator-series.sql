-- One indicator over time, place by place, each value with its growth against the one before.
-- param: indicator text -- its code, as in the query indicators
-- param: place text = -- only one place: VN, VN-31 …
SELECT place, place_name, unit, frequency, period, status, value, previous_value, growth_percent, statements, figure_id
FROM indicator_series
WHERE indicator = :indicator AND (nullif(:place, '') IS NULL OR place = :place)
ORDER BY place, unit, frequency, period_first_day;
