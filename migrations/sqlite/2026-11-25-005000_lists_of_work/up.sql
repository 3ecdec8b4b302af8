-- What somebody has begun, what came back and what waits is looked for on every start page, among very
-- many records that are published.
CREATE INDEX statements_waiting ON statements (status, updated_at, id) WHERE status <> 'published';
CREATE INDEX statements_begun ON statements (created_by, status, updated_at, id) WHERE status <> 'published';
CREATE INDEX incidents_waiting ON incidents (status, updated_at, id) WHERE status <> 'published';
CREATE INDEX incidents_begun ON incidents (created_by, status, updated_at, id) WHERE status <> 'published';
CREATE INDEX events_waiting ON events (status, updated_at, id) WHERE status <> 'published';
CREATE INDEX events_begun ON events (created_by, status, updated_at, id) WHERE status <> 'published';
