-- What makes a report, kept by somebody under a name, for themselves.
CREATE TABLE report_definitions (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    user_id         uuid NOT NULL REFERENCES users (id),
    name            text COLLATE "C" NOT NULL CHECK (name <> ''),
    query           text COLLATE "C" NOT NULL,        -- form-urlencoded, in the order of names
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (user_id, name)
);
