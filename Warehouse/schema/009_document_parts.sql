-- Who wrote an article, and what in its text is none of its prose.

ALTER TABLE document_version ADD COLUMN author TEXT /* who wrote it, as it stands there: names, an agency, or what the outlet puts for them */;

CREATE TABLE document_part (
  -- A stretch of a text that is none of the article's prose: a title, a byline, a caption. It stays in the text.
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the version that the text is stored with
  char_start INTEGER NOT NULL,        -- its first code point, counted from 0
  char_end INTEGER NOT NULL,          -- the code point behind its last one
  role TEXT NOT NULL CHECK (role IN ('title', 'dateline', 'outlet', 'caption', 'byline')),  -- what it is
  PRIMARY KEY (version_key, char_start),
  CHECK (0 <= char_start AND char_start < char_end)
) STRICT, WITHOUT ROWID;
