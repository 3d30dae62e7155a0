-- A period's first day is not after its last, and days come from a period.
SELECT figure_id, quote, period, period_first_day, period_last_day
FROM figure
WHERE period_first_day > period_last_day
  OR (period IS NULL AND (period_first_day IS NOT NULL OR period_last_day IS NOT NULL))
  OR date(period_first_day, '+0 days') IS NOT period_first_day
  OR date(period_last_day, '+0 days') IS NOT period_last_day;
