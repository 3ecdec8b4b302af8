-- What people decided of the findings of each rule that reads statements. Of whom, and in which text, is
-- not kept: only how often.
CREATE TABLE intake_rules (
    rule            TEXT NOT NULL PRIMARY KEY,
    accepted        INTEGER NOT NULL CHECK (accepted >= 0),
    rejected        INTEGER NOT NULL CHECK (rejected >= 0),
    off             INTEGER NOT NULL CHECK (off IN (0, 1)),     -- an administrator has switched it off
    updated_at      TEXT NOT NULL
) STRICT;
