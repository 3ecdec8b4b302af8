-- What makes a report, kept by somebody under a name, for themselves.
CREATE TABLE report_definitions (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    user_id         BLOB NOT NULL REFERENCES users (id),
    name            TEXT NOT NULL CHECK (name <> ''),
    query           TEXT NOT NULL,                    -- form-urlencoded, in the order of names
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    UNIQUE (user_id, name)
) STRICT;
