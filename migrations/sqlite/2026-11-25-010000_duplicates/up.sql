-- What somebody decided about two records that look like one. `record_id` is the one that was kept,
-- where they were merged.
CREATE TABLE duplicate_decisions (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind            TEXT NOT NULL CHECK (kind IN ('actor','event')),
    record_id       BLOB NOT NULL CHECK (length(record_id) = 16),
    other_id        BLOB NOT NULL CHECK (length(other_id) = 16),
    decision        TEXT NOT NULL CHECK (decision IN ('merged','distinct')),
    decided_at      TEXT NOT NULL,
    decided_by      BLOB NOT NULL REFERENCES users (id),
    reason          TEXT,
    -- JSON: kind, id and version of each record that a merge changed.
    moved           TEXT NOT NULL,
    -- Whether having made the record kept is no ground any more to know who the person is.
    closes          INTEGER NOT NULL CHECK (closes IN (0, 1)),
    undone_at       TEXT,
    undone_by       BLOB REFERENCES users (id),
    CHECK (record_id <> other_id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
CREATE INDEX duplicate_decisions_by_record ON duplicate_decisions (record_id);
CREATE INDEX duplicate_decisions_by_other ON duplicate_decisions (other_id);

-- Who merges actors finds the findings of a court.
CREATE INDEX legal_findings_by_court ON legal_findings (court_id) WHERE court_id IS NOT NULL;
