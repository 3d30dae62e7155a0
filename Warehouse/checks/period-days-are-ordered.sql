-- A period's first day is not after its last, and both are days of the calendar.
SELECT period, first_day, last_day
FROM period
WHERE first_day > last_day
  OR date(first_day, '+0 days') IS NOT first_day
  OR date(last_day, '+0 days') IS NOT last_day;
