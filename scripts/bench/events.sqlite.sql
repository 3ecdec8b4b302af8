-- The columns of events.csv in one query: what the export is measured against. Left empty:
-- provisions and legal_status, which need the law of the day, and are not a matter of joining.
SELECT
    e.ref AS event_ref,
    i.ref AS incident_ref,
    lower(substr(hex(e.id), 1, 8) || '-' || substr(hex(e.id), 9, 4) || '-' || substr(hex(e.id), 13, 4)
        || '-' || substr(hex(e.id), 17, 4) || '-' || substr(hex(e.id), 21)) AS event_id,
    e.event_type,
    t.label AS event_type_label,
    e.title,
    e.date,
    nullif(e.date_earliest, '0001-01-01') AS date_earliest,
    nullif(e.date_latest, '9999-12-31') AS date_latest,
    e.date_precision,
    CAST(substr(nullif(e.date_earliest, '0001-01-01'), 1, 4) AS INTEGER) AS year,
    e.country AS country_iso3,
    -- A join would search the list for every event.
    CASE e.country
        WHEN 'KHM' THEN 'Cambodia' WHEN 'MMR' THEN 'Myanmar' WHEN 'VNM' THEN 'Vietnam'
        WHEN 'THA' THEN 'Thailand' WHEN 'PHL' THEN 'Philippines' WHEN 'IDN' THEN 'Indonesia'
        WHEN 'MYS' THEN 'Malaysia' WHEN 'BGD' THEN 'Bangladesh' WHEN 'IND' THEN 'India'
        WHEN 'PAK' THEN 'Pakistan' WHEN 'LKA' THEN 'Sri Lanka' WHEN 'NPL' THEN 'Nepal'
        WHEN 'AFG' THEN 'Afghanistan' WHEN 'IRN' THEN 'Iran' WHEN 'IRQ' THEN 'Iraq'
        WHEN 'SYR' THEN 'Syria' WHEN 'TUR' THEN 'Türkiye' WHEN 'EGY' THEN 'Egypt'
        WHEN 'SDN' THEN 'Sudan' WHEN 'ETH' THEN 'Ethiopia' WHEN 'UGA' THEN 'Uganda'
        WHEN 'KEN' THEN 'Kenya' WHEN 'TZA' THEN 'Tanzania'
        WHEN 'COD' THEN 'Democratic Republic of the Congo' WHEN 'NGA' THEN 'Nigeria'
        WHEN 'CMR' THEN 'Cameroon' WHEN 'ZWE' THEN 'Zimbabwe' WHEN 'RUS' THEN 'Russia'
        WHEN 'BLR' THEN 'Belarus' WHEN 'UKR' THEN 'Ukraine' WHEN 'AZE' THEN 'Azerbaijan'
        WHEN 'KAZ' THEN 'Kazakhstan' WHEN 'CHN' THEN 'China' WHEN 'PRK' THEN 'North Korea'
        WHEN 'VEN' THEN 'Venezuela' WHEN 'COL' THEN 'Colombia' WHEN 'MEX' THEN 'Mexico'
        WHEN 'NIC' THEN 'Nicaragua' WHEN 'HND' THEN 'Honduras' WHEN 'BRA' THEN 'Brazil'
    END AS country,
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
    (SELECT group_concat(r.right_code, '; ') FROM event_rights r WHERE r.event_id = e.id) AS rights,
    '' AS provisions,
    '' AS legal_status,
    (SELECT group_concat(name, '; ') FROM (
        SELECT a.name AS name FROM citations c
        JOIN statement_issuers si ON si.statement_id = c.statement_id
        JOIN actors a ON a.id = si.actor_id
        WHERE c.event_id = e.id AND c.deleted_at IS NULL
        GROUP BY a.name ORDER BY min(c.id), min(si.position))) AS sources,
    coalesce(cited.source_count, 0) AS source_count,
    cited.statement_refs,
    cited.stances,
    e.confidence,
    e.status,
    e.created_at,
    e.updated_at,
    e.version
FROM events e
JOIN incidents i ON i.id = e.incident_id
LEFT JOIN terms t ON t.vocabulary = 'event_type' AND t.code = e.event_type
-- Joined, not looked up for each event: at a million events that takes two thirds of the time.
-- SQLite 3.40 has no ORDER BY in an aggregate; the indexes give the rows in order.
LEFT JOIN (
    SELECT
        p.event_id,
        group_concat(a.name, '; ') FILTER (WHERE p.role = 'perpetrator') AS perpetrators,
        group_concat(a.kind, '; ') FILTER (WHERE p.role = 'perpetrator') AS perpetrator_kinds,
        group_concat(a.name, '; ') FILTER (WHERE p.role = 'target') AS targets,
        group_concat(a.kind, '; ') FILTER (WHERE p.role = 'target') AS target_kinds
    FROM participations p CROSS JOIN actors a ON a.id = p.actor_id
    GROUP BY p.event_id
) people ON people.event_id = e.id
LEFT JOIN (
    SELECT
        c.event_id,
        count(DISTINCT coalesce(s.derived_from, s.id)) AS source_count,
        group_concat(s.ref, '; ') AS statement_refs,
        group_concat(c.stance, '; ') AS stances
    FROM citations c CROSS JOIN statements s ON s.id = c.statement_id
    WHERE c.deleted_at IS NULL AND c.event_id IS NOT NULL
    GROUP BY c.event_id
) cited ON cited.event_id = e.id
WHERE e.deleted_at IS NULL
ORDER BY e.id;
