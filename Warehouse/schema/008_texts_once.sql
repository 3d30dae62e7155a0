-- A text that is published several times is stored once, with its figures, under one of its appearances.

CREATE TABLE new_document_appearance (
  -- A version of a document as an appearance of a text; the first one in the order of the input stands for the text.
  version_key INTEGER PRIMARY KEY REFERENCES document_version,      -- the appearance
  cluster_key INTEGER NOT NULL REFERENCES document_version (version_key),  -- the first appearance of the text
  likeness TEXT NOT NULL              -- how it is like a text that was there before
    CHECK (likeness = 'first' OR likeness = 'exact' OR likeness = 'near'),
  text_key INTEGER REFERENCES document_version (version_key),  -- the version that the same text and its figures are stored with; null for itself
  signature BLOB NOT NULL,            -- numbers of 64 bits, lowest byte first, by which like texts are found; empty for short texts
  CHECK ((likeness = 'first') = (version_key = cluster_key))
) STRICT;

INSERT INTO new_document_appearance SELECT version_key, cluster_key, likeness, NULL, signature FROM document_appearance;
DROP TABLE document_appearance;
ALTER TABLE new_document_appearance RENAME TO document_appearance;

CREATE INDEX document_appearance_cluster ON document_appearance (cluster_key)
  WHERE likeness <> 'first';

-- The appearances that look for another version when the one with their text is gone.
CREATE INDEX document_appearance_text ON document_appearance (text_key) WHERE text_key IS NOT NULL;

ALTER TABLE source_file ADD COLUMN broken_count INTEGER NOT NULL DEFAULT 0 /* records in it that could not be read: what they held is not known */;
