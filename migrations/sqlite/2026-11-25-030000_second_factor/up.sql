-- Second factors: codes by time (RFC 6238), and recovery codes.

CREATE TABLE second_factors (
    user_id         BLOB NOT NULL PRIMARY KEY REFERENCES users (id),
    secret          BLOB NOT NULL,            -- sealed with a key derived from the oldest signing key
    since           TEXT NOT NULL,
    last_step       INTEGER NOT NULL,             -- the step of the last code that was used: none counts twice
    failed          INTEGER NOT NULL,           -- wrong codes in a row
    failed_at       TEXT
) STRICT;

CREATE TABLE recovery_codes (
    user_id         BLOB NOT NULL REFERENCES users (id),
    digest          TEXT NOT NULL,               -- SHA-256 of the code, never the code
    used_at         TEXT,
    PRIMARY KEY (user_id, digest)
) STRICT;

-- Links by which somebody chooses the first password of an account, or another.
CREATE TABLE invitations (
    digest          TEXT NOT NULL PRIMARY KEY,   -- SHA-256 of the secret in the link
    user_id         BLOB NOT NULL REFERENCES users (id),
    created_at      TEXT NOT NULL,
    expires_at      TEXT NOT NULL,
    used_at         TEXT
) STRICT;
CREATE INDEX invitations_by_user ON invitations (user_id);

-- Kind of browser and system, as far as it says so; never an address.
ALTER TABLE sessions ADD COLUMN device TEXT;
CREATE INDEX sessions_that_are_open ON sessions (used_at) WHERE ended_at IS NULL;

-- When a token was used last, to about an hour.
ALTER TABLE api_tokens ADD COLUMN used_at TEXT;

CREATE INDEX audit_entries_by_action ON audit_entries (action, seq);
