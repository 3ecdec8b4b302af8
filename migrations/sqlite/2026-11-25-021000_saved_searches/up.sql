-- Queries of lists that somebody keeps under a name, for themselves.
CREATE TABLE saved_searches (
    id              BLOB NOT NULL PRIMARY KEY,
    user_id         BLOB NOT NULL REFERENCES users (id),
    list            TEXT NOT NULL,                    -- the path of the list, without slashes
    name            TEXT NOT NULL,
    query           TEXT NOT NULL,                    -- form-urlencoded; may be empty
    created_at      TEXT NOT NULL,
    UNIQUE (user_id, list, name)
) STRICT;
