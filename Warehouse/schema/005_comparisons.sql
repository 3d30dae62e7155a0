-- What several articles say about the same thing, compared; and the rejections that each run resolved.
--
-- Written anew by each run for what it changed, so that questions read a few rows and no figures.

ALTER TABLE run ADD COLUMN rejections_resolved INTEGER NOT NULL DEFAULT 0 /* rejections that it no longer met */;

-- The figures of one subject, place and period, where no indicator is known; case does not matter.
CREATE INDEX figure_subject ON figure (subject COLLATE NOCASE, place, period_key)
  WHERE superseded_run_id IS NULL AND indicator_key IS NULL AND subject IS NOT NULL
    AND place IS NOT NULL AND period_key IS NOT NULL;

CREATE TABLE comparison (
  -- The statements of several articles about one quantity: of an indicator or a subject, in a place and a period.
  indicator_key INTEGER NOT NULL,     -- the statistic; 0 where a subject names the quantity
  subject TEXT NOT NULL,              -- what is measured, in lower case; the empty text where an indicator names it
  place TEXT NOT NULL,                -- ISO 3166-2, or ISO 3166-1 for a country
  period_key INTEGER NOT NULL REFERENCES period,  -- what time it is about
  kind TEXT NOT NULL,                 -- the kind of the figures
  unit_key INTEGER NOT NULL,          -- their unit; 0 where they have none
  change TEXT NOT NULL,               -- increase, decrease; the empty text for a level
  status TEXT NOT NULL,               -- actual, estimate, target, forecast
  statements INTEGER NOT NULL,        -- figures that state it
  texts INTEGER NOT NULL,             -- texts that do, copies of one text counted once
  lowest_key INTEGER NOT NULL REFERENCES figure,   -- the figure with the lowest value
  highest_key INTEGER NOT NULL REFERENCES figure,  -- the figure with the highest value
  verdict TEXT NOT NULL               -- corroborated within rounding, contradicted, or repeated by copies of one text
    CHECK (verdict = 'corroborated' OR verdict = 'contradicted' OR verdict = 'repeated'),
  PRIMARY KEY (indicator_key, subject, place, period_key, kind, unit_key, change, status)
) STRICT, WITHOUT ROWID;

CREATE INDEX comparison_verdict ON comparison (verdict);

CREATE TABLE series_jump (
  -- Steps of a series from one period to the next that are out of line with its other steps.
  indicator_key INTEGER NOT NULL REFERENCES indicator,  -- the statistic
  place TEXT NOT NULL,                -- ISO 3166-2, or ISO 3166-1 for a country
  figure_key INTEGER NOT NULL REFERENCES figure,           -- the figure after the step
  previous_figure_key INTEGER NOT NULL REFERENCES figure,  -- the figure before it
  factor REAL NOT NULL,               -- the larger value by the smaller one
  usual_factor REAL NOT NULL,         -- the same, on average over the other steps
  steps INTEGER NOT NULL,             -- the steps of the series
  PRIMARY KEY (indicator_key, place, figure_key)
) STRICT, WITHOUT ROWID;
