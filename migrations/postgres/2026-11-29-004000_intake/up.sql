-- What people decided of the findings of each rule that reads statements. Of whom, and in which text, is
-- not kept: only how often.
CREATE TABLE intake_rules (
    rule            text COLLATE "C" NOT NULL PRIMARY KEY,
    accepted        bigint NOT NULL CHECK (accepted >= 0),
    rejected        bigint NOT NULL CHECK (rejected >= 0),
    off             boolean NOT NULL,     -- an administrator has switched it off
    updated_at      timestamptz NOT NULL
);
