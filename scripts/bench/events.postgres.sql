-- The columns of events.csv in one query: what the export is measured against. Left empty:
-- provisions and legal_status, which need the law of the day, and are not a matter of joining.
WITH countries (iso3, name) AS (VALUES
    ('KHM', 'Cambodia'), ('MMR', 'Myanmar'), ('VNM', 'Vietnam'), ('THA', 'Thailand'),
    ('PHL', 'Philippines'), ('IDN', 'Indonesia'), ('MYS', 'Malaysia'), ('BGD', 'Bangladesh'),
    ('IND', 'India'), ('PAK', 'Pakistan'), ('LKA', 'Sri Lanka'), ('NPL', 'Nepal'),
    ('AFG', 'Afghanistan'), ('IRN', 'Iran'), ('IRQ', 'Iraq'), ('SYR', 'Syria'),
    ('TUR', 'Türkiye'), ('EGY', 'Egypt'), ('SDN', 'Sudan'), ('ETH', 'Ethiopia'),
    ('UGA', 'Uganda'), ('KEN', 'Kenya'), ('TZA', 'Tanzania'),
    ('COD', 'Democratic Republic of the Congo'), ('NGA', 'Nigeria'), ('CMR', 'Cameroon'),
    ('ZWE', 'Zimbabwe'), ('RUS', 'Russia'), ('BLR', 'Belarus'), ('UKR', 'Ukraine'),
    ('AZE', 'Azerbaijan'), ('KAZ', 'Kazakhstan'), ('CHN', 'China'), ('PRK', 'North Korea'),
    ('VEN', 'Venezuela'), ('COL', 'Colombia'), ('MEX', 'Mexico'), ('NIC', 'Nicaragua'),
    ('HND', 'Honduras'), ('BRA', 'Brazil')
)
SELECT
    e.ref AS event_ref,
    i.ref AS incident_ref,
    e.id AS event_id,
    e.event_type,
    t.label AS event_type_label,
    e.title,
    e.date,
    nullif(e.date_earliest, '0001-01-01') AS date_earliest,
    nullif(e.date_latest, '9999-12-31') AS date_latest,
    e.date_precision,
    substr(nullif(e.date_earliest, '0001-01-01'), 1, 4)::integer AS year,
    e.country AS country_iso3,
    n.name AS country,
    e.admin1,
    e.place_name AS place,
    e.latitude,
    e.longitude,
    e.geo_precision,
    people.perpetrators,
    people.perpetrator_kinds,
    people.targets,
    people.target_kinds,
    e.victims_low,
    e.victims_best,
    e.victims_high,
    e.deaths_low,
    e.deaths_best,
    e.deaths_high,
    affected.rights,
    '' AS provisions,
    '' AS legal_status,
    issuers.sources,
    coalesce(cited.source_count, 0) AS source_count,
    cited.statement_refs,
    cited.stances,
    e.confidence,
    e.status,
    to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS created_at,
    to_char(e.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS updated_at,
    e.version
FROM events e
JOIN incidents i ON i.id = e.incident_id
LEFT JOIN terms t ON t.vocabulary = 'event_type' AND t.code = e.event_type
LEFT JOIN countries n ON n.iso3 = e.country
LEFT JOIN (
    SELECT
        p.event_id,
        string_agg(a.name, '; ' ORDER BY p.position) FILTER (WHERE p.role = 'perpetrator')
            AS perpetrators,
        string_agg(a.kind, '; ' ORDER BY p.position) FILTER (WHERE p.role = 'perpetrator')
            AS perpetrator_kinds,
        string_agg(a.name, '; ' ORDER BY p.position) FILTER (WHERE p.role = 'target') AS targets,
        string_agg(a.kind, '; ' ORDER BY p.position) FILTER (WHERE p.role = 'target') AS target_kinds
    FROM participations p JOIN actors a ON a.id = p.actor_id
    GROUP BY p.event_id
) people ON people.event_id = e.id
LEFT JOIN (
    SELECT
        c.event_id,
        count(DISTINCT coalesce(s.derived_from, s.id)) AS source_count,
        string_agg(s.ref, '; ' ORDER BY c.id) AS statement_refs,
        string_agg(c.stance, '; ' ORDER BY c.id) AS stances
    FROM citations c JOIN statements s ON s.id = c.statement_id
    WHERE c.deleted_at IS NULL AND c.event_id IS NOT NULL
    GROUP BY c.event_id
) cited ON cited.event_id = e.id
LEFT JOIN (
    SELECT event_id, string_agg(name, '; ' ORDER BY first_citation, first_position) AS sources
    FROM (
        SELECT c.event_id, a.name, min(c.id::text) AS first_citation, min(si.position) AS first_position
        FROM citations c
        JOIN statement_issuers si ON si.statement_id = c.statement_id
        JOIN actors a ON a.id = si.actor_id
        WHERE c.deleted_at IS NULL AND c.event_id IS NOT NULL
        GROUP BY c.event_id, a.name
    ) named
    GROUP BY event_id
) issuers ON issuers.event_id = e.id
LEFT JOIN (
    SELECT event_id, string_agg(right_code, '; ' ORDER BY right_code) AS rights
    FROM event_rights GROUP BY event_id
) affected ON affected.event_id = e.id
WHERE e.deleted_at IS NULL
ORDER BY e.id;
