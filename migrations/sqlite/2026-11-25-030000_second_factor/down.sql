DROP INDEX audit_entries_by_action;
ALTER TABLE api_tokens DROP COLUMN used_at;
DROP INDEX sessions_that_are_open;
ALTER TABLE sessions DROP COLUMN device;
DROP TABLE invitations;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
