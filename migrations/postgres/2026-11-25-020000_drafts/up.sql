-- Forms that somebody has begun and not saved. Nobody else sees them; they are deleted when the form is
-- saved or discarded, and after 30 days.
CREATE TABLE drafts (
    user_id         uuid NOT NULL REFERENCES users (id),
    key             text COLLATE "C" NOT NULL,        -- of the form, so that it is kept once
    form            text COLLATE "C" NOT NULL,        -- the path that the form is sent to
    title           text COLLATE "C" NOT NULL,        -- what it is called in lists; may be empty
    body            text COLLATE "C" NOT NULL,        -- names and values as typed: JSON
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX drafts_by_age ON drafts (updated_at);
