-- The first schema of the warehouse: runs, files, documents and their versions, figures and what was said about them.
--
-- Applied once, in one transaction, by the program; never edited after a release: a change is a new file.
-- Every table is STRICT; every table and column says what it holds. `*_key` are numbers of this file alone, `*_id` are
-- names that stay the same on every machine. A row is believed now while its `superseded_run_id` is null.
--
-- Vocabularies are checked by OR and not by IN: SQLite builds a table in memory for each list after IN, anew for every
-- row that is inserted, which takes longer than all the rest of the insertion.

CREATE TABLE meta (
  -- Facts about this file itself, such as the digest of the views that it holds.
  name TEXT PRIMARY KEY,          -- what the fact is about
  value TEXT NOT NULL             -- the fact
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  -- One attempt to bring the warehouse up to date; taken up again when it was killed.
  run_id INTEGER PRIMARY KEY,     -- counted from 1
  started TEXT NOT NULL,          -- ISO 8601, UTC
  finished TEXT,                  -- ISO 8601, UTC; null while it runs and when it was killed
  status TEXT NOT NULL            -- how it stands
    CHECK (status = 'running' OR status = 'done' OR status = 'failed'
      OR status = 'interrupted'),
  program_version TEXT NOT NULL,  -- the program that ran
  rules_digest TEXT NOT NULL,     -- the rules that it read by
  arguments TEXT NOT NULL,        -- the command line
  times_resumed INTEGER NOT NULL DEFAULT 0,          -- how often it was taken up after being stopped
  files_seen INTEGER NOT NULL DEFAULT 0,             -- files looked at
  documents_new INTEGER NOT NULL DEFAULT 0,          -- not known before
  documents_changed INTEGER NOT NULL DEFAULT 0,      -- known, with another text
  documents_reread INTEGER NOT NULL DEFAULT 0,       -- the same text under other rules or metadata
  documents_unchanged INTEGER NOT NULL DEFAULT 0,    -- left as they were
  documents_unreadable INTEGER NOT NULL DEFAULT 0,   -- refused as a whole
  figures_added INTEGER NOT NULL DEFAULT 0,          -- rows of figure written
  figures_superseded INTEGER NOT NULL DEFAULT 0,     -- rows of figure no longer believed
  rejections_added INTEGER NOT NULL DEFAULT 0        -- rejections not known before
) STRICT;

CREATE TABLE source_file (
  -- A file that was read, as it then was: one that is still so is skipped. One with another time but
  -- of the same size and digest is skipped too, and its time noted.
  path TEXT PRIMARY KEY,              -- as given
  size_bytes INTEGER NOT NULL,        -- its size
  modified_ns INTEGER NOT NULL,       -- its modification time, in nanoseconds since 1970
  digest TEXT NOT NULL CHECK (length(digest) = 64),  -- SHA-256 of its bytes, in lower-case hexadecimal
  rules_digest TEXT NOT NULL,         -- the rules that it was read by, its source and its manifest
  document_count INTEGER NOT NULL,    -- the documents that it held
  last_run_id INTEGER NOT NULL REFERENCES run  -- the run that read it last
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  -- Names of areas, with the dates that they are valid for.
  code TEXT NOT NULL,                 -- ISO 3166-2, or ISO 3166-1 for a country
  name TEXT NOT NULL,                 -- in Vietnamese
  level TEXT NOT NULL,                -- country, province, …
  valid_from TEXT NOT NULL,           -- the first day; the empty text when it has always been so
  valid_to TEXT,                      -- the last day; null while it is so
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
  -- Names of the rules that decided on numerals, each kept once.
  rule_key INTEGER PRIMARY KEY,       -- what numeral refers to
  name TEXT NOT NULL UNIQUE           -- a table's name and a row, such as `references:Nghị quyết`
) STRICT;

CREATE TABLE document (
  -- An article, whatever its text was at any time.
  document_key INTEGER PRIMARY KEY,   -- what versions refer to
  document TEXT NOT NULL UNIQUE       -- its id, or its path as given
) STRICT;

CREATE TABLE document_version (
  -- What a document said when it was read; a new row whenever its text changed.
  version_key INTEGER PRIMARY KEY,    -- what figures refer to
  document_key INTEGER NOT NULL REFERENCES document,  -- the document
  version INTEGER NOT NULL CHECK (version >= 1),      -- counted from 1
  digest TEXT NOT NULL CHECK (length(digest) = 64),   -- SHA-256 of the text
  rules_digest TEXT NOT NULL,         -- the rules that its figures come from
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
  first_run_id INTEGER NOT NULL REFERENCES run,       -- the run that brought it
  last_run_id INTEGER NOT NULL REFERENCES run,        -- the run that last wrote anything of it
  superseded_run_id INTEGER REFERENCES run,           -- the run that brought the next one; null for the current one
  -- Last, so that reading what stands before it does not touch the pages that the text flows over.
  text TEXT NOT NULL,                 -- as read: UTF-8, normalization form C
  UNIQUE (document_key, version)
) STRICT;

CREATE UNIQUE INDEX document_version_current ON document_version (document_key)
  WHERE superseded_run_id IS NULL;

CREATE TABLE figure (
  -- One statement of one quantity. The meaning of the columns is that of FIGURES.md.
  figure_key INTEGER PRIMARY KEY,     -- what verdicts and relations refer to
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text that states it
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that read it so
  superseded_run_id INTEGER REFERENCES run,      -- the run that no longer did; null while it is believed
  figure_id TEXT NOT NULL CHECK (length(figure_id) = 16),    -- from document, digest and span: the same everywhere
  span_ordinal INTEGER NOT NULL,      -- counts the figures of one span, from 0
  char_start INTEGER NOT NULL,        -- the span in code points, half open
  char_end INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,        -- the same span in UTF-8 bytes
  byte_end INTEGER NOT NULL,
  quote TEXT NOT NULL,                -- the text of the span
  kind TEXT NOT NULL                  -- what the quantity is
    CHECK (kind = 'money' OR kind = 'count' OR kind = 'percent' OR kind = 'point'
      OR kind = 'ratio' OR kind = 'rank' OR kind = 'multiple' OR kind = 'score'
      OR kind = 'duration' OR kind = 'measure' OR kind = 'rate'),
  value TEXT NOT NULL,                -- exact decimal; the lower end of a range
  value_real REAL NOT NULL,           -- the nearest floating-point number, to sort and filter by
  upper TEXT,                         -- the upper end of a range, exact
  upper_real REAL,                    -- the same, to sort and filter by
  of TEXT,                            -- the whole of a ratio, the number of ranked, exact
  of_real REAL,                       -- the same, to sort and filter by
  precision INTEGER,                  -- the power of ten of the last digit stated
  unit TEXT,                          -- ISO 4217, UCUM, or the counted noun
  qualifier TEXT                      -- how the text bounds the value
    CHECK (qualifier = 'about' OR qualifier = 'over' OR qualifier = 'under'
      OR qualifier = 'nearly' OR qualifier = 'at_least' OR qualifier = 'at_most'
      OR qualifier = 'up_to'),
  change TEXT CHECK (change = 'increase' OR change = 'decrease'),    -- the direction of a stated change
  basis TEXT,                         -- what a change is measured against, as written
  status TEXT NOT NULL                -- reached, estimated, set or foreseen
    CHECK (status = 'actual' OR status = 'estimate' OR status = 'target'
      OR status = 'forecast'),
  period TEXT,                        -- what time it is about: ISO 8601 / EDTF
  period_first_day TEXT,              -- the first day of it; null when open or unknown
  period_last_day TEXT,               -- the last day of it
  place TEXT,                         -- ISO 3166-2, or ISO 3166-1 for a country
  subject TEXT,                       -- what is measured, as written
  source TEXT,                        -- who is cited for it
  indicator TEXT,                     -- the name of the statistic, where a rule knows it
  rule TEXT,                          -- the rules that fired, outermost first
  verdict TEXT NOT NULL               -- the worst that validation said, or that a relation of it is broken
    CHECK (verdict = 'ok' OR verdict = 'info' OR verdict = 'warning' OR verdict = 'error'
      OR verdict = 'broken'),
  CHECK (char_start >= 0 AND char_start < char_end AND byte_start >= char_start AND byte_start < byte_end)
) STRICT;

CREATE INDEX figure_version ON figure (version_key);
CREATE INDEX figure_id ON figure (figure_id);

CREATE TABLE verdict (
  -- What one check said about one figure.
  figure_key INTEGER NOT NULL REFERENCES figure,  -- the figure
  ordinal INTEGER NOT NULL,           -- counts the verdicts of a figure, from 0
  rule TEXT NOT NULL,                 -- the check
  severity TEXT NOT NULL CHECK (severity = 'info' OR severity = 'warning' OR severity = 'error'),  -- how bad it is
  message TEXT NOT NULL,              -- what is wrong, or was confirmed
  PRIMARY KEY (figure_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE numeral (
  -- Every number expression of the current reading of a text, with what became of it.
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text
  ordinal INTEGER NOT NULL,           -- counts the numerals of a text, from 0
  char_start INTEGER NOT NULL,        -- the span in code points, half open
  char_end INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,        -- the same span in UTF-8 bytes
  byte_end INTEGER NOT NULL,
  digit_runs INTEGER NOT NULL,        -- the maximal digit runs inside; 0 for a number in words
  disposition TEXT NOT NULL CHECK (disposition = 'figure' OR disposition = 'time' OR disposition = 'reference'
      OR disposition = 'rejected'),  -- what became of it
  rule_key INTEGER NOT NULL REFERENCES rule,  -- the rule that decided
  reason TEXT,                        -- why it was refused
  PRIMARY KEY (version_key, ordinal),
  CHECK (char_start >= 0 AND char_start < char_end AND byte_start >= char_start AND byte_start < byte_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
  -- An arithmetic relation between figures of one document.
  relation_key INTEGER PRIMARY KEY,   -- what members refer to
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text that states the figures
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that found it
  superseded_run_id INTEGER REFERENCES run,      -- the run that no longer did; null while it is believed
  relation_id TEXT NOT NULL CHECK (length(relation_id) = 16),  -- from kind, formula and members: the same everywhere
  kind TEXT NOT NULL,                 -- share, sum, …
  formula TEXT NOT NULL,              -- what was computed, with the numbers in it
  expected TEXT NOT NULL,             -- what the formula gives
  stated TEXT NOT NULL,               -- what the text states
  verdict TEXT NOT NULL CHECK (verdict = 'holds' OR verdict = 'rounded' OR verdict = 'broken')  -- how they agree
) STRICT;

CREATE INDEX relation_version ON relation (version_key);

CREATE TABLE relation_member (
  -- The figures of a relation.
  relation_key INTEGER NOT NULL REFERENCES relation,  -- the relation
  ordinal INTEGER NOT NULL,           -- counts the members, from 0
  figure_key INTEGER NOT NULL REFERENCES figure,      -- the figure
  role TEXT NOT NULL,                 -- part, whole, share, sum, addend, …
  PRIMARY KEY (relation_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX relation_member_figure ON relation_member (figure_key);

CREATE TABLE rejection (
  -- Something that a stage refused: a file, a record, a numeral.
  rejection_key INTEGER PRIMARY KEY,  -- counts them
  rejection_id TEXT NOT NULL UNIQUE,  -- from all that identifies it: document, stage, rule, reason, quote, span
  document TEXT NOT NULL,             -- the document's id, or the path of a file that gave none
  stage TEXT NOT NULL CHECK (stage = 'ingest' OR stage = 'extract' OR stage = 'validate' OR stage = 'load'),  -- who refused it
  rule TEXT NOT NULL,                 -- the rule that did
  reason TEXT NOT NULL,               -- what is wrong and what to do
  quote TEXT,                         -- the offending text
  char_start INTEGER,                 -- where it stands, in code points, half open
  char_end INTEGER,
  byte_start INTEGER,                 -- the same in UTF-8 bytes
  byte_end INTEGER,
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that met it first
  last_run_id INTEGER NOT NULL REFERENCES run,   -- the last run that wrote it: what still stands is left
  resolved_run_id INTEGER REFERENCES run         -- the run that read the document and no longer met it
) STRICT;

CREATE INDEX rejection_document ON rejection (document);

-- What is wrong with files now: few rows, looked at in the beginning of each run.
CREATE INDEX rejection_ingest ON rejection (rule, document)
  WHERE stage = 'ingest' AND resolved_run_id IS NULL;
