-- What is counted by country and time, and what is asked to know whether an event may be counted, without a look at its row: a
-- country's rows lie all over the table.
DROP INDEX events_by_country_and_date;
CREATE INDEX events_by_country_and_date ON events (country, date_earliest, id) INCLUDE (effective_confidentiality, status, deleted_at,
    incident_id, event_type, date_latest, date_precision, confidence, created_by, assigned_to, team_id, deaths_best, victims_best);
-- Who takes part how.
DROP INDEX participations_by_event;
CREATE INDEX participations_by_event ON participations (event_id, position) INCLUDE (role, actor_id);
