-- What figures have in common stands in tables of its own: units, periods, cited sources, indicators, rules. Texts
-- stand apart from what is known about them, sentences can be searched, and articles can be withdrawn.
--
-- A figure's row is smaller by a third so, an index on one of these is a third of its size, and a question about a unit
-- or an indicator reads its rows alone. Runs with foreign keys off; the program checks them before it commits.

CREATE TABLE rule_set (
  -- The rules that texts were read by, as a whole.
  rule_set_key INTEGER PRIMARY KEY,   -- what document_version refers to
  rules_digest TEXT NOT NULL UNIQUE   -- of all tables and of the program
) STRICT;

INSERT INTO rule_set (rules_digest) SELECT DISTINCT rules_digest FROM document_version;

CREATE TABLE unit (
  -- What figures are counted or measured in.
  unit_key INTEGER PRIMARY KEY,       -- what figure refers to
  unit TEXT NOT NULL UNIQUE,          -- ISO 4217, UCUM, or the counted noun
  name TEXT                           -- as the rules write it first; null for a noun
) STRICT;

CREATE TABLE period (
  -- Stretches of time that figures are about.
  period_key INTEGER PRIMARY KEY,     -- what figure refers to
  period TEXT NOT NULL UNIQUE,        -- ISO 8601 / EDTF
  first_day TEXT,                     -- the first day of it; null when open or unknown
  last_day TEXT                       -- the last day of it; null when open or unknown
) STRICT;

CREATE TABLE source (
  -- Who is cited for figures.
  source_key INTEGER PRIMARY KEY,     -- what figure refers to
  source TEXT NOT NULL UNIQUE         -- as written
) STRICT;

CREATE TABLE indicator (
  -- Statistics that are followed over places and years.
  indicator_key INTEGER PRIMARY KEY,  -- what figure refers to
  indicator TEXT NOT NULL UNIQUE,     -- its code
  name TEXT,                          -- in Vietnamese; null when the rules no longer know it
  name_en TEXT,                       -- in English
  kind TEXT,                          -- the kind of its figures
  unit TEXT,                          -- their unit; null where any of the kind will do
  direction TEXT                      -- which way is better: up, down, neutral
) STRICT;

CREATE TABLE place_crosswalk (
  -- Which area became part of which: leads from the codes of one period to those of another.
  old_code TEXT NOT NULL,             -- ISO 3166-2, as valid before
  old_name TEXT NOT NULL,             -- in Vietnamese
  new_code TEXT NOT NULL,             -- the code since
  new_name TEXT NOT NULL,             -- the name since
  date TEXT NOT NULL,                 -- the first day of the new order
  source TEXT NOT NULL,               -- what decided it
  PRIMARY KEY (old_code, new_code, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE new_place (
  -- Names of areas, with the dates that they are valid for: a code may have one name before a merger and another since.
  code TEXT NOT NULL,                 -- ISO 3166-2, or ISO 3166-1 for a country
  name TEXT NOT NULL,                 -- in Vietnamese
  full_name TEXT,                     -- with its rank: Tỉnh …, Thành phố …
  level TEXT NOT NULL,                -- nation, province, region, country
  gso_code TEXT,                      -- the number that the statistics office gives it
  valid_from TEXT NOT NULL,           -- the first day; the empty text when it has always been so
  valid_to TEXT,                      -- the last day; null while it is so
  successor TEXT,                     -- the code of the area that it has become a part of; null while it is valid
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

INSERT INTO new_place (code, name, level, valid_from, valid_to) SELECT code, name, level, valid_from, valid_to FROM place;
DROP TABLE place;
ALTER TABLE new_place RENAME TO place;
-- Written anew by the next run, which knows the new columns.
DELETE FROM meta WHERE name = 'places_digest';

ALTER TABLE run ADD COLUMN documents_withdrawn INTEGER NOT NULL DEFAULT 0 /* gone with their file from a source read as a whole */;
ALTER TABLE run ADD COLUMN documents_returned INTEGER NOT NULL DEFAULT 0 /* withdrawn before, and there again */;

ALTER TABLE source_file ADD COLUMN repeated_count INTEGER NOT NULL DEFAULT 0 /* documents in it that another file had first */;

CREATE TABLE document_text (
  -- The texts themselves, apart from what is known about them, so that reading the latter passes none of them.
  version_key INTEGER PRIMARY KEY REFERENCES document_version,  -- the version that says so
  text TEXT NOT NULL                  -- as read: UTF-8, normalization form C
) STRICT;

INSERT INTO document_text (version_key, text) SELECT version_key, text FROM document_version;

CREATE TABLE new_document_version (
  -- What is known of a document as it was when it was read; a new row whenever its text changed.
  version_key INTEGER PRIMARY KEY,    -- what figures refer to
  document_key INTEGER NOT NULL REFERENCES document,  -- the document
  version INTEGER NOT NULL CHECK (version >= 1),      -- counted from 1
  digest TEXT NOT NULL CHECK (length(digest) = 64),   -- SHA-256 of the text
  rule_set_key INTEGER NOT NULL REFERENCES rule_set,  -- the rules that its figures come from
  metadata_digest TEXT NOT NULL,      -- of title, date, address and origin: they bear on the reading too
  title TEXT,                         -- the headline
  published TEXT,                     -- ISO 8601
  url TEXT,                           -- where it was published
  outlet TEXT,                        -- who published it
  place TEXT,                         -- ISO 3166-2: the area that it is about when its text names none
  path TEXT,                          -- the file that it was read from
  record INTEGER,                     -- where it stood in that file, counted from 1
  char_count INTEGER NOT NULL,        -- the length of the text in code points
  digit_runs INTEGER NOT NULL,        -- the maximal runs of the digits 0 to 9 in the text
  digit_runs_lost INTEGER NOT NULL,   -- those of them that no numeral and no figure holds
  figure_count INTEGER NOT NULL,      -- numerals that hold a digit and belong to a figure
  time_count INTEGER NOT NULL,        -- numerals that hold a digit and name a time
  reference_count INTEGER NOT NULL,   -- numerals that hold a digit and refer to something
  rejected_count INTEGER NOT NULL,    -- numerals that hold a digit and were refused
  figures_read INTEGER NOT NULL,      -- figures of the last reading
  figures_doubtful INTEGER NOT NULL,  -- those of them with the verdict warning, error or broken
  figures_with_period INTEGER NOT NULL,     -- those whose period is known
  figures_with_place INTEGER NOT NULL,      -- those whose place is known
  figures_with_source INTEGER NOT NULL,     -- those for which somebody is cited
  figures_with_indicator INTEGER NOT NULL,  -- those of a known indicator
  first_run_id INTEGER NOT NULL REFERENCES run,       -- the run that brought it
  last_run_id INTEGER NOT NULL REFERENCES run,        -- the run that last wrote anything of it
  superseded_run_id INTEGER REFERENCES run,           -- the run that brought the next one, or withdrew it; null for the current one
  is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn = 0 OR is_withdrawn = 1)  -- 1 when its file was gone
) STRICT;

INSERT INTO new_document_version
SELECT
  v.version_key, v.document_key, v.version, v.digest, s.rule_set_key, v.metadata_digest, v.title, v.published, v.url,
  v.outlet, v.place, v.path, v.record, v.char_count, v.digit_runs, v.digit_runs_lost,
  coalesce(n.figure_count, 0), coalesce(n.time_count, 0), coalesce(n.reference_count, 0),
  coalesce(n.rejected_count, 0), coalesce(f.figures_read, 0), coalesce(f.figures_doubtful, 0),
  coalesce(f.figures_with_period, 0), coalesce(f.figures_with_place, 0), coalesce(f.figures_with_source, 0),
  coalesce(f.figures_with_indicator, 0), v.first_run_id, v.last_run_id, v.superseded_run_id, 0
FROM document_version AS v
JOIN rule_set AS s ON s.rules_digest = v.rules_digest
LEFT JOIN (
  SELECT
    version_key,
    sum(disposition = 'figure') AS figure_count,
    sum(disposition = 'time') AS time_count,
    sum(disposition = 'reference') AS reference_count,
    sum(disposition = 'rejected') AS rejected_count
  FROM numeral
  WHERE digit_runs > 0
  GROUP BY version_key
) AS n ON n.version_key = v.version_key
LEFT JOIN (
  SELECT
    g.version_key,
    count(*) AS figures_read,
    sum(g.verdict = 'warning' OR g.verdict = 'error' OR g.verdict = 'broken') AS figures_doubtful,
    count(g.period) AS figures_with_period,
    count(g.place) AS figures_with_place,
    count(g.source) AS figures_with_source,
    count(g.indicator) AS figures_with_indicator
  FROM figure AS g
  JOIN document_version AS w ON w.version_key = g.version_key
  -- Of a version that was replaced, the figures that it ended with.
  WHERE g.superseded_run_id IS NULL OR g.superseded_run_id IS w.superseded_run_id
  GROUP BY g.version_key
) AS f ON f.version_key = v.version_key;

DROP TABLE document_version;
ALTER TABLE new_document_version RENAME TO document_version;

CREATE UNIQUE INDEX document_version_number ON document_version (document_key, version);
CREATE UNIQUE INDEX document_version_current ON document_version (document_key)
  WHERE superseded_run_id IS NULL;

INSERT INTO unit (unit) SELECT DISTINCT unit FROM figure WHERE unit IS NOT NULL;
INSERT INTO period (period, first_day, last_day)
  SELECT period, min(period_first_day), min(period_last_day) FROM figure WHERE period IS NOT NULL GROUP BY period;
INSERT INTO source (source) SELECT DISTINCT source FROM figure WHERE source IS NOT NULL;
INSERT INTO indicator (indicator) SELECT DISTINCT indicator FROM figure WHERE indicator IS NOT NULL;
INSERT OR IGNORE INTO rule (name) SELECT DISTINCT rule FROM figure WHERE rule IS NOT NULL;

CREATE TABLE new_rule (
  -- Names of the rules that decided on numerals and figures, each kept once.
  rule_key INTEGER PRIMARY KEY,       -- what numeral and figure refer to
  name TEXT NOT NULL UNIQUE           -- a table's name and a row, such as `references:Nghị quyết`; for figures several
) STRICT;
INSERT INTO new_rule SELECT rule_key, name FROM rule;
DROP TABLE rule;
ALTER TABLE new_rule RENAME TO rule;

CREATE TABLE new_figure (
  -- One statement of one quantity. The meaning of the columns is that of FIGURES.md.
  figure_key INTEGER PRIMARY KEY,     -- what verdicts and relations refer to
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text that states it
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that read it so
  superseded_run_id INTEGER REFERENCES run,      -- the run that no longer did; null while it is believed
  figure_id TEXT NOT NULL CHECK (length(figure_id) = 16),    -- from document, digest and span: the same everywhere
  span_ordinal INTEGER NOT NULL,      -- counts the figures of one span, from 0
  char_start INTEGER NOT NULL,        -- where the span begins, in code points
  char_end INTEGER NOT NULL,          -- where it ends, the first code point after it
  byte_start INTEGER NOT NULL,        -- where it begins, in UTF-8 bytes
  byte_end INTEGER NOT NULL           -- where it ends, the first byte after it
    CHECK (char_start >= 0 AND char_start < char_end AND byte_start >= char_start AND byte_start < byte_end),
  quote TEXT NOT NULL,                -- the text of the span
  kind TEXT NOT NULL                  -- what the quantity is
    CHECK (kind = 'money' OR kind = 'count' OR kind = 'percent' OR kind = 'point'
      OR kind = 'ratio' OR kind = 'rank' OR kind = 'multiple' OR kind = 'score'
      OR kind = 'duration' OR kind = 'measure' OR kind = 'rate'),
  value TEXT NOT NULL,                -- exact decimal, scale applied; the lower end of a range
  value_real REAL NOT NULL,           -- the nearest floating-point number, to sort and filter by
  upper TEXT,                         -- the upper end of a range, exact
  upper_real REAL,                    -- the same, to sort and filter by
  of TEXT,                            -- the whole of a ratio, the number of ranked, exact
  of_real REAL,                       -- the same, to sort and filter by
  precision INTEGER,                  -- the power of ten of the last digit stated
  unit_key INTEGER REFERENCES unit,   -- what it is counted or measured in
  qualifier TEXT                      -- how the text bounds the value
    CHECK (qualifier = 'about' OR qualifier = 'over' OR qualifier = 'under'
      OR qualifier = 'nearly' OR qualifier = 'at_least' OR qualifier = 'at_most'
      OR qualifier = 'up_to'),
  change TEXT CHECK (change = 'increase' OR change = 'decrease'),    -- the direction of a stated change
  basis TEXT,                         -- what a change is measured against, as written
  status TEXT NOT NULL                -- reached, estimated, set or foreseen
    CHECK (status = 'actual' OR status = 'estimate' OR status = 'target'
      OR status = 'forecast'),
  period_key INTEGER REFERENCES period,        -- what time it is about
  place TEXT,                         -- ISO 3166-2, or ISO 3166-1 for a country; its names by time are in place
  subject TEXT,                       -- what is measured, as written
  source_key INTEGER REFERENCES source,        -- who is cited for it
  indicator_key INTEGER REFERENCES indicator,  -- the statistic that it is of, where a rule knows it
  rule_key INTEGER REFERENCES rule,   -- the rules that fired, outermost first
  verdict TEXT NOT NULL               -- the worst that validation said, or that a relation of it is broken
    CHECK (verdict = 'ok' OR verdict = 'info' OR verdict = 'warning' OR verdict = 'error'
      OR verdict = 'broken')
) STRICT;

INSERT INTO new_figure
SELECT
  f.figure_key, f.version_key, f.first_run_id, f.superseded_run_id, f.figure_id, f.span_ordinal, f.char_start,
  f.char_end, f.byte_start, f.byte_end, f.quote, f.kind, f.value, f.value_real, f.upper, f.upper_real, f.of, f.of_real,
  f.precision, u.unit_key, f.qualifier, f.change, f.basis, f.status, p.period_key, f.place, f.subject, s.source_key,
  i.indicator_key, r.rule_key, f.verdict
FROM figure AS f
LEFT JOIN unit AS u ON u.unit = f.unit
LEFT JOIN period AS p ON p.period = f.period
LEFT JOIN source AS s ON s.source = f.source
LEFT JOIN indicator AS i ON i.indicator = f.indicator
LEFT JOIN rule AS r ON r.name = f.rule
ORDER BY f.figure_key;

DROP TABLE figure;
ALTER TABLE new_figure RENAME TO figure;

-- Each index serves a question. That of units holds history too: of an index that holds just what is believed now SQLite
-- thinks that reading all of it is quicker than reading the table.
CREATE INDEX figure_version ON figure (version_key);
CREATE INDEX figure_id ON figure (figure_id);
CREATE INDEX figure_first_run ON figure (first_run_id);
CREATE INDEX figure_superseded ON figure (superseded_run_id) WHERE superseded_run_id IS NOT NULL;
CREATE INDEX figure_unit ON figure (unit_key, value_real, superseded_run_id);
CREATE INDEX figure_place ON figure (place) WHERE superseded_run_id IS NULL AND place IS NOT NULL;
CREATE INDEX figure_indicator ON figure (indicator_key, place, period_key)
  WHERE superseded_run_id IS NULL AND indicator_key IS NOT NULL;
CREATE INDEX figure_target ON figure (place, period_key)
  WHERE superseded_run_id IS NULL AND status = 'target';
CREATE INDEX figure_rank ON figure (place) WHERE superseded_run_id IS NULL AND kind = 'rank';
CREATE INDEX figure_money ON figure (unit_key, place, version_key, value_real)
  WHERE superseded_run_id IS NULL AND kind = 'money' AND place IS NOT NULL;

CREATE INDEX relation_id ON relation (relation_id);

CREATE TABLE figure_tally (
  -- How many figures of each kind a run brought and ended: counts of all that is believed without reading all of it.
  run_id INTEGER NOT NULL REFERENCES run,  -- the run
  kind TEXT NOT NULL,                 -- what the quantity is
  added INTEGER NOT NULL,             -- rows of figure written
  superseded INTEGER NOT NULL,        -- rows of figure no longer believed
  PRIMARY KEY (run_id, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO figure_tally
SELECT run_id, kind, sum(added), sum(superseded)
FROM (
  SELECT first_run_id AS run_id, kind, 1 AS added, 0 AS superseded FROM figure
  UNION ALL
  SELECT superseded_run_id, kind, 0, 1 FROM figure WHERE superseded_run_id IS NOT NULL
)
GROUP BY run_id, kind;

CREATE TABLE sentence (
  -- The sentences of current texts that hold figures: what the full-text index leads to.
  sentence_key INTEGER PRIMARY KEY REFERENCES figure,  -- the first figure in it; its rowid in sentence_search
  char_start INTEGER NOT NULL,        -- where it begins, in code points
  char_end INTEGER NOT NULL,          -- where it ends, the first code point after it
  subjects TEXT                       -- what its figures are about where the sentence does not say so itself
) STRICT;

CREATE VIEW sentence_content AS
-- The sentences as they are indexed. SQLite's tokenizer takes the accents off but leaves đ, which is a letter of its own to
-- it: here it is written as d.
SELECT
  s.sentence_key,
  f.version_key,
  replace(replace(replace(replace(
    substr(t.text, s.char_start + 1, s.char_end - s.char_start), 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D')
    AS sentence,  -- its text, đ written as d
  replace(replace(replace(replace(s.subjects, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D')
    AS subjects  -- its subjects, đ written as d
FROM sentence AS s
JOIN figure AS f ON f.figure_key = s.sentence_key
JOIN document_text AS t ON t.version_key = f.version_key;

CREATE VIRTUAL TABLE sentence_search USING fts5 (
  -- The full-text index over the sentences; the texts themselves are not kept a second time.
  sentence,                           -- the words of the sentence, without accents
  subjects,                           -- the words of subjects that stand outside it
  content = 'sentence_content',
  content_rowid = 'sentence_key',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The program fills the index for the texts that are there already.
INSERT INTO meta (name, value)
SELECT 'search_pending', 'yes' WHERE EXISTS (SELECT 1 FROM document_version);
