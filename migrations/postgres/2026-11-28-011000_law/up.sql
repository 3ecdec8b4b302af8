-- What a state reserved, declared or suspended: of which provision, until when, and which statement says so.
ALTER TABLE commitments DROP CONSTRAINT commitments_action_check;
ALTER TABLE commitments ADD CONSTRAINT commitments_action_check CHECK (action IN ('signature','ratification','accession','acceptance','succession','ratification_or_accession','reservation','declaration','derogation','denunciation','adoption'));
ALTER TABLE commitments ADD COLUMN provision_id uuid REFERENCES provisions (id);
ALTER TABLE commitments ADD COLUMN statement_id uuid REFERENCES statements (id);
ALTER TABLE commitments ADD COLUMN ends_on text COLLATE "C";      -- the last day of its effect, where known

-- Which of the program's own data the database has, by the digest of its file.
CREATE TABLE reference_data (
    name            text COLLATE "C" NOT NULL PRIMARY KEY,
    sha256          text COLLATE "C" NOT NULL CHECK (length(sha256) = 64)
);
