-- Data sets that are kept as they were, under a version. Their files are on the disk, by their digest.
CREATE TABLE releases (
    id              uuid NOT NULL PRIMARY KEY,
    version         text COLLATE "C" NOT NULL UNIQUE,
    year            integer NOT NULL,
    number          integer NOT NULL,               -- 0 of candidates
    candidate       integer NOT NULL,               -- 0 of what is no candidate
    title           text COLLATE "C" NOT NULL CHECK (title <> ''),
    audience        text COLLATE "C" NOT NULL CHECK (audience IN ('public')),
    filters         text COLLATE "C" NOT NULL,                  -- JSON: names and values
    coarsen         text COLLATE "C" CHECK (coarsen IN ('near','district','province','country')),
    counts          text COLLATE "C" NOT NULL,                  -- JSON: rows of each dataset
    licence         text COLLATE "C",
    citation        text COLLATE "C" NOT NULL,
    findings        text COLLATE "C" NOT NULL,                  -- JSON: how many of each were acknowledged
    made_at         timestamptz NOT NULL,
    made_by         uuid NOT NULL REFERENCES users (id),
    CHECK ((number = 0) = (candidate > 0))
);

CREATE TABLE release_files (
    release_id      uuid NOT NULL REFERENCES releases (id),
    name            text COLLATE "C" NOT NULL,
    sha256          text COLLATE "C" NOT NULL CHECK (length(sha256) = 64),
    bytes           bigint NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (release_id, name)
);
CREATE INDEX release_files_by_digest ON release_files (sha256);

-- That a record was taken out of a release; which, only the audit log says.
CREATE TABLE release_tombstones (
    id              uuid NOT NULL PRIMARY KEY,
    release_id      uuid NOT NULL REFERENCES releases (id),
    reason          text COLLATE "C" NOT NULL CHECK (reason IN ('safety','consent','legal','error')),
    removed         bigint NOT NULL,               -- rows taken out of the files
    at              timestamptz NOT NULL
);
CREATE INDEX release_tombstones_by_release ON release_tombstones (release_id);
