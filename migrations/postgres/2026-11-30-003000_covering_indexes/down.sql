DROP INDEX participations_by_event;
CREATE INDEX participations_by_event ON participations (event_id, position);
DROP INDEX events_by_country_and_date;
CREATE INDEX events_by_country_and_date ON events (country, date_earliest, id);
