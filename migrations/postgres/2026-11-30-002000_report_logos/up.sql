-- The logo of whoever submits a saved report.
CREATE TABLE report_logos (
    definition_id   uuid NOT NULL PRIMARY KEY REFERENCES report_definitions (id),
    picture         bytea NOT NULL                    -- PNG or JPEG
);
