-- Queries of lists that somebody keeps under a name, for themselves.
CREATE TABLE saved_searches (
    id              uuid NOT NULL PRIMARY KEY,
    user_id         uuid NOT NULL REFERENCES users (id),
    list            text COLLATE "C" NOT NULL,        -- the path of the list, without slashes
    name            text COLLATE "C" NOT NULL,
    query           text COLLATE "C" NOT NULL,        -- form-urlencoded; may be empty
    created_at      timestamptz NOT NULL,
    UNIQUE (user_id, list, name)
);
