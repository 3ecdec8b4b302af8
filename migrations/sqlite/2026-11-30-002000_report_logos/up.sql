-- The logo of whoever submits a saved report.
CREATE TABLE report_logos (
    definition_id   BLOB NOT NULL PRIMARY KEY REFERENCES report_definitions (id),
    picture         BLOB NOT NULL                     -- PNG or JPEG
) STRICT;
