-- What other registers call records here, so that the same row of a file is the same record.
CREATE TABLE external_ids (
    source          text COLLATE "C" NOT NULL,                    -- the register, such as ucdp-ged
    kind            text COLLATE "C" NOT NULL,                    -- of the record
    key             text COLLATE "C" NOT NULL,                    -- what it is called there
    record_id       uuid NOT NULL,
    digest          text COLLATE "C" NOT NULL,                    -- SHA-256 of what the row said; empty for a second name
    version         integer NOT NULL,                 -- of the record, after the row was taken
    import_id       uuid NOT NULL,                    -- that took the row last
    row_number      bigint NOT NULL,
    PRIMARY KEY (source, kind, key)
);
CREATE INDEX external_ids_by_import ON external_ids (import_id);
CREATE INDEX external_ids_by_record ON external_ids (record_id);

-- Files that were brought in, or looked at for that.
CREATE TABLE imports (
    id              uuid NOT NULL PRIMARY KEY,
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    state           text COLLATE "C" NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
    dry_run         boolean NOT NULL,
    file_name       text COLLATE "C" NOT NULL,
    file_sha256     text COLLATE "C" NOT NULL,
    file_size       bigint NOT NULL,
    settings        text COLLATE "C" NOT NULL,                    -- how the file is read, the profile, who sent it: JSON
    rows_done       bigint NOT NULL,                 -- number of the last row that was taken
    counts          text COLLATE "C" NOT NULL,                    -- JSON
    statement_id    uuid REFERENCES statements (id),  -- the source of what was made
    message         text COLLATE "C",                             -- why it failed
    finished_at     timestamptz,
    undone_at       timestamptz
);
CREATE INDEX imports_by_user ON imports (created_by, id);
CREATE INDEX imports_at_work ON imports (state) WHERE state IN ('checking', 'running', 'undoing');

-- Rows of which there is something to say.
CREATE TABLE import_rows (
    import_id       uuid NOT NULL REFERENCES imports (id),
    row_number      bigint NOT NULL,
    outcome         text COLLATE "C" NOT NULL CHECK (outcome IN ('created', 'updated', 'matched', 'refused')),
    key             text COLLATE "C" NOT NULL,
    digest          text COLLATE "C" NOT NULL,
    column_name     text COLLATE "C",
    value           text COLLATE "C",
    message         text COLLATE "C",
    cells           text COLLATE "C",                             -- the row as it was, where it was refused: JSON
    PRIMARY KEY (import_id, row_number)
);
CREATE INDEX import_rows_by_key ON import_rows (import_id, key);
CREATE INDEX import_rows_by_outcome ON import_rows (import_id, outcome, row_number);

-- What an import made and changed, in its order, to be taken back.
CREATE TABLE import_records (
    import_id       uuid NOT NULL REFERENCES imports (id),
    position        bigint NOT NULL,
    kind            text COLLATE "C" NOT NULL,
    record_id       uuid NOT NULL,
    action          text COLLATE "C" NOT NULL CHECK (action IN ('created', 'updated')),
    version         integer NOT NULL,                 -- that the import left
    row_number      bigint NOT NULL,
    undone          text COLLATE "C",                             -- empty: taken back; else why not
    PRIMARY KEY (import_id, position)
);

-- Actors of a file that may be ones that are known already.
CREATE TABLE import_doubts (
    import_id       uuid NOT NULL REFERENCES imports (id),
    actor_id        uuid NOT NULL,
    other_id        uuid NOT NULL,
    score           double precision NOT NULL,
    row_number      bigint NOT NULL,
    PRIMARY KEY (import_id, actor_id, other_id)
);

-- How files of a kind are read, under a name.
CREATE TABLE import_profiles (
    name            text COLLATE "C" NOT NULL PRIMARY KEY,
    body            text COLLATE "C" NOT NULL,                    -- JSON
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL
);
