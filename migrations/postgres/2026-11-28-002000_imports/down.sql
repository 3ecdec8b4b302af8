DROP TABLE import_profiles;
DROP TABLE import_doubts;
DROP TABLE import_records;
DROP TABLE import_rows;
DROP TABLE imports;
DROP TABLE external_ids;
