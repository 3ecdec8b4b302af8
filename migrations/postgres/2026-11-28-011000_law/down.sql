DROP TABLE reference_data;
UPDATE commitments SET action = 'ratification' WHERE action = 'acceptance';
DELETE FROM commitments WHERE action IN ('declaration', 'derogation');
ALTER TABLE commitments DROP COLUMN provision_id;
ALTER TABLE commitments DROP COLUMN statement_id;
ALTER TABLE commitments DROP COLUMN ends_on;
ALTER TABLE commitments DROP CONSTRAINT commitments_action_check;
ALTER TABLE commitments ADD CONSTRAINT commitments_action_check CHECK (action IN ('signature','ratification','accession','succession','ratification_or_accession','reservation','denunciation','adoption'));
