-- Data sets that are kept as they were, under a version. Their files are on the disk, by their digest.
CREATE TABLE releases (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         TEXT NOT NULL UNIQUE,
    year            INTEGER NOT NULL,
    number          INTEGER NOT NULL,               -- 0 of candidates
    candidate       INTEGER NOT NULL,               -- 0 of what is no candidate
    title           TEXT NOT NULL CHECK (title <> ''),
    audience        TEXT NOT NULL CHECK (audience IN ('public')),
    filters         TEXT NOT NULL,                  -- JSON: names and values
    coarsen         TEXT CHECK (coarsen IN ('near','district','province','country')),
    counts          TEXT NOT NULL,                  -- JSON: rows of each dataset
    licence         TEXT,
    citation        TEXT NOT NULL,
    findings        TEXT NOT NULL,                  -- JSON: how many of each were acknowledged
    made_at         TEXT NOT NULL,
    made_by         BLOB NOT NULL REFERENCES users (id),
    CHECK ((number = 0) = (candidate > 0))
) STRICT;

CREATE TABLE release_files (
    release_id      BLOB NOT NULL REFERENCES releases (id),
    name            TEXT NOT NULL,
    sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes           INTEGER NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (release_id, name)
) STRICT;
CREATE INDEX release_files_by_digest ON release_files (sha256);

-- That a record was taken out of a release; which, only the audit log says.
CREATE TABLE release_tombstones (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    release_id      BLOB NOT NULL REFERENCES releases (id),
    reason          TEXT NOT NULL CHECK (reason IN ('safety','consent','legal','error')),
    removed         INTEGER NOT NULL,               -- rows taken out of the files
    at              TEXT NOT NULL
) STRICT;
CREATE INDEX release_tombstones_by_release ON release_tombstones (release_id);
