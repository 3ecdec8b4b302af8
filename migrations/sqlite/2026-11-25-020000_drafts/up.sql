-- Forms that somebody has begun and not saved. Nobody else sees them; they are deleted when the form is
-- saved or discarded, and after 30 days.
CREATE TABLE drafts (
    user_id         BLOB NOT NULL REFERENCES users (id),
    key             TEXT NOT NULL,                    -- of the form, so that it is kept once
    form            TEXT NOT NULL,                    -- the path that the form is sent to
    title           TEXT NOT NULL,                    -- what it is called in lists; may be empty
    body            TEXT NOT NULL,                    -- names and values as typed: JSON
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT;
CREATE INDEX drafts_by_age ON drafts (updated_at);
