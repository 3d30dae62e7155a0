-- The same text published several times: by several outlets, or met twice.

CREATE TABLE document_appearance (
  -- A version of a document as an appearance of a text; the first one in the order of the input stands for the text.
  version_key INTEGER PRIMARY KEY REFERENCES document_version,      -- the appearance
  cluster_key INTEGER NOT NULL REFERENCES document_version (version_key),  -- the first appearance of the text
  likeness TEXT NOT NULL              -- how it is like a text that was there before
    CHECK (likeness = 'first' OR likeness = 'exact' OR likeness = 'near'),
  signature BLOB NOT NULL,            -- numbers of 64 bits, lowest byte first, by which like texts are found; empty for short texts
  CHECK ((likeness = 'first') = (version_key = cluster_key))
) STRICT;

CREATE INDEX document_appearance_cluster ON document_appearance (cluster_key)
  WHERE likeness <> 'first';
