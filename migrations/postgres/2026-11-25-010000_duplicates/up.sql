-- What somebody decided about two records that look like one. `record_id` is the one that was kept,
-- where they were merged.
CREATE TABLE duplicate_decisions (
    id              uuid NOT NULL PRIMARY KEY,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('actor','event')),
    record_id       uuid NOT NULL,
    other_id        uuid NOT NULL,
    decision        text COLLATE "C" NOT NULL CHECK (decision IN ('merged','distinct')),
    decided_at      timestamptz NOT NULL,
    decided_by      uuid NOT NULL REFERENCES users (id),
    reason          text COLLATE "C",
    -- JSON: kind, id and version of each record that a merge changed.
    moved           text COLLATE "C" NOT NULL,
    -- Whether having made the record kept is no ground any more to know who the person is.
    closes          boolean NOT NULL,
    undone_at       timestamptz,
    undone_by       uuid REFERENCES users (id),
    CHECK (record_id <> other_id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE INDEX duplicate_decisions_by_record ON duplicate_decisions (record_id);
CREATE INDEX duplicate_decisions_by_other ON duplicate_decisions (other_id);

-- Who merges actors finds the findings of a court.
CREATE INDEX legal_findings_by_court ON legal_findings (court_id) WHERE court_id IS NOT NULL;
