DROP INDEX statements_begun;
DROP INDEX statements_waiting;
DROP INDEX incidents_begun;
DROP INDEX incidents_waiting;
DROP INDEX events_begun;
DROP INDEX events_waiting;
