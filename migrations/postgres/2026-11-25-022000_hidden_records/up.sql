-- What was hidden is found without looking at what was not.
CREATE INDEX statements_hidden ON statements (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX incidents_hidden ON incidents (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX events_hidden ON events (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX actors_hidden ON actors (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX affiliations_hidden ON affiliations (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX demands_hidden ON demands (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX citations_hidden ON citations (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX instruments_hidden ON instruments (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX provisions_hidden ON provisions (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX commitments_hidden ON commitments (deleted_at) WHERE deleted_at IS NOT NULL;
