DROP TABLE reference_data;
UPDATE commitments SET action = 'ratification' WHERE action = 'acceptance';
DELETE FROM commitments WHERE action IN ('declaration', 'derogation');
ALTER TABLE commitments RENAME TO commitments_after;
DROP INDEX commitments_by_country;
DROP INDEX commitments_by_instrument;
DROP INDEX commitments_hidden;
CREATE TABLE commitments (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    instrument_id   BLOB NOT NULL REFERENCES instruments (id),
    country         TEXT    NOT NULL CHECK (length(country) = 3),
    action          TEXT    NOT NULL CHECK (action IN ('signature','ratification','accession','succession','ratification_or_accession','reservation','denunciation','adoption')),
    date            TEXT,                             -- EDTF, as written
    date_earliest   TEXT    NOT NULL,                 -- 0001-01-01: not known
    date_latest     TEXT    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  TEXT    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    effective_on    TEXT,                             -- a day, where known
    note            TEXT,
    source          TEXT,
    as_of           TEXT,
    CHECK (date_earliest <= date_latest)
) STRICT;
INSERT INTO commitments
   (id, version, created_at, created_by, updated_at, confidentiality, team_id, deleted_at, instrument_id, country, action,
    date, date_earliest, date_latest, date_precision, effective_on, note, source, as_of)
SELECT
    id, version, created_at, created_by, updated_at, confidentiality, team_id, deleted_at, instrument_id, country, action,
    date, date_earliest, date_latest, date_precision, effective_on, note, source, as_of
FROM commitments_after;
DROP TABLE commitments_after;
CREATE INDEX commitments_by_country ON commitments (country, instrument_id);
CREATE INDEX commitments_by_instrument ON commitments (instrument_id, country);
CREATE INDEX commitments_hidden ON commitments (deleted_at) WHERE deleted_at IS NOT NULL;
