-- What ties a stored text to the bytes of the file as it came.

CREATE TABLE document_origin (
  -- Where in its file the text of a version stood, and in which encoding.
  version_key INTEGER PRIMARY KEY REFERENCES document_version,  -- the version
  encoding TEXT NOT NULL,             -- the encoding that the raw bytes were read in
  encoding_confidence INTEGER NOT NULL CHECK (encoding_confidence BETWEEN 0 AND 100),  -- how sure that is, in percent
  raw_file TEXT,                      -- the file or the entry of an archive, where it is not the version's path
  raw_start INTEGER NOT NULL,         -- the first byte of the record in what the file holds when unpacked
  raw_end INTEGER NOT NULL,           -- the byte behind its last one
  raw_map BLOB,                       -- runs of raw bytes and characters; empty: byte for byte; null: only the record is known
  CHECK (0 <= raw_start AND raw_start <= raw_end)
) STRICT;
