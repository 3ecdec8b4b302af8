-- What other registers call records here, so that the same row of a file is the same record.
CREATE TABLE external_ids (
    source          TEXT NOT NULL,                    -- the register, such as ucdp-ged
    kind            TEXT NOT NULL,                    -- of the record
    key             TEXT NOT NULL,                    -- what it is called there
    record_id       BLOB NOT NULL,
    digest          TEXT NOT NULL,                    -- SHA-256 of what the row said; empty for a second name
    version         INTEGER NOT NULL,                 -- of the record, after the row was taken
    import_id       BLOB NOT NULL,                    -- that took the row last
    row_number      INTEGER NOT NULL,
    PRIMARY KEY (source, kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX external_ids_by_import ON external_ids (import_id);
CREATE INDEX external_ids_by_record ON external_ids (record_id);

-- Files that were brought in, or looked at for that.
CREATE TABLE imports (
    id              BLOB NOT NULL PRIMARY KEY,
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
    dry_run         INTEGER NOT NULL,
    file_name       TEXT NOT NULL,
    file_sha256     TEXT NOT NULL,
    file_size       INTEGER NOT NULL,
    settings        TEXT NOT NULL,                    -- how the file is read, the profile, who sent it: JSON
    rows_done       INTEGER NOT NULL,                 -- number of the last row that was taken
    counts          TEXT NOT NULL,                    -- JSON
    statement_id    BLOB REFERENCES statements (id),  -- the source of what was made
    message         TEXT,                             -- why it failed
    finished_at     TEXT,
    undone_at       TEXT
) STRICT;
CREATE INDEX imports_by_user ON imports (created_by, id);
CREATE INDEX imports_at_work ON imports (state) WHERE state IN ('checking', 'running', 'undoing');

-- Rows of which there is something to say.
CREATE TABLE import_rows (
    import_id       BLOB NOT NULL REFERENCES imports (id),
    row_number      INTEGER NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('created', 'updated', 'matched', 'refused')),
    key             TEXT NOT NULL,
    digest          TEXT NOT NULL,
    column_name     TEXT,
    value           TEXT,
    message         TEXT,
    cells           TEXT,                             -- the row as it was, where it was refused: JSON
    PRIMARY KEY (import_id, row_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_by_key ON import_rows (import_id, key);
CREATE INDEX import_rows_by_outcome ON import_rows (import_id, outcome, row_number);

-- What an import made and changed, in its order, to be taken back.
CREATE TABLE import_records (
    import_id       BLOB NOT NULL REFERENCES imports (id),
    position        INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    record_id       BLOB NOT NULL,
    action          TEXT NOT NULL CHECK (action IN ('created', 'updated')),
    version         INTEGER NOT NULL,                 -- that the import left
    row_number      INTEGER NOT NULL,
    undone          TEXT,                             -- empty: taken back; else why not
    PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Actors of a file that may be ones that are known already.
CREATE TABLE import_doubts (
    import_id       BLOB NOT NULL REFERENCES imports (id),
    actor_id        BLOB NOT NULL,
    other_id        BLOB NOT NULL,
    score           REAL NOT NULL,
    row_number      INTEGER NOT NULL,
    PRIMARY KEY (import_id, actor_id, other_id)
) STRICT, WITHOUT ROWID;

-- How files of a kind are read, under a name.
CREATE TABLE import_profiles (
    name            TEXT NOT NULL PRIMARY KEY,
    body            TEXT NOT NULL,                    -- JSON
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL
) STRICT;
