-- Accounts ---------------------------------------------------------------------------------------

CREATE TABLE users (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    email           TEXT    NOT NULL UNIQUE,          -- folded to lower case
    name            TEXT    NOT NULL,
    role            INTEGER NOT NULL CHECK (role BETWEEN 0 AND 4),
    password_hash   TEXT    NOT NULL,                 -- Argon2id, PHC string
    active          INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE teams (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    name            TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE team_members (
    team_id         BLOB NOT NULL REFERENCES teams (id),
    user_id         BLOB NOT NULL REFERENCES users (id),
    PRIMARY KEY (team_id, user_id)
) STRICT;
CREATE INDEX team_members_by_user ON team_members (user_id);

-- One login, and every refresh token that descends from it.
CREATE TABLE sessions (
    id              BLOB NOT NULL PRIMARY KEY,
    user_id         BLOB NOT NULL REFERENCES users (id),
    created_at      TEXT NOT NULL,
    used_at         TEXT NOT NULL,
    ended_at        TEXT,
    cookie_digest   TEXT UNIQUE                 -- SHA-256 of a browser's cookie; null for the API
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE refresh_tokens (
    digest          TEXT    NOT NULL PRIMARY KEY,     -- SHA-256 of the token, never the token
    session_id      BLOB NOT NULL REFERENCES sessions (id),
    issued_at       TEXT NOT NULL,
    expires_at      TEXT NOT NULL,
    used_at         TEXT
) STRICT;

CREATE TABLE api_tokens (
    id              BLOB NOT NULL PRIMARY KEY,
    user_id         BLOB NOT NULL REFERENCES users (id),
    name            TEXT    NOT NULL,
    scopes          TEXT    NOT NULL,                 -- space-separated
    digest          TEXT    NOT NULL UNIQUE,
    created_at      TEXT NOT NULL,
    expires_at      TEXT,
    revoked_at      TEXT
) STRICT;
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);

CREATE TABLE signing_keys (
    kid             TEXT    NOT NULL PRIMARY KEY,
    secret          BLOB NOT NULL,
    created_at      TEXT NOT NULL
) STRICT;

-- Vocabularies -----------------------------------------------------------------------------------

CREATE TABLE terms (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    ref             TEXT    NOT NULL UNIQUE,          -- vocabulary/code
    vocabulary      TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    label           TEXT    NOT NULL,
    labels          TEXT    NOT NULL,                 -- JSON: language -> label
    definition      TEXT    NOT NULL,
    parent          TEXT,
    rights          TEXT    NOT NULL,                 -- JSON: codes of rights, for event types
    mappings        TEXT    NOT NULL,                 -- JSON: scheme -> code
    deprecated      INTEGER NOT NULL CHECK (deprecated IN (0, 1)),
    UNIQUE (vocabulary, code)
) STRICT;

-- What other tables may name: every event type and right that ever was a term.
CREATE TABLE event_type_codes (code TEXT NOT NULL PRIMARY KEY) STRICT;
CREATE TABLE right_codes (code TEXT NOT NULL PRIMARY KEY) STRICT;

-- Actors -----------------------------------------------------------------------------------------

CREATE TABLE actors (
    seq             INTEGER NOT NULL PRIMARY KEY,     -- what a search index points at
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    ref             TEXT    NOT NULL UNIQUE,
    kind            TEXT    NOT NULL CHECK (kind IN ('person','group','state','state_body','political_party','ngo','media','union','company','armed_group','religious_body','intergovernmental','other')),
    sector          TEXT    CHECK (sector IN ('executive','police','military','intelligence','prison','judiciary','legislature','local')),
    name            TEXT    NOT NULL CHECK (name <> ''),
    country         TEXT    CHECK (length(country) = 3),
    description     TEXT,
    gender          TEXT    CHECK (gender IN ('woman','man','non_binary','other','unknown')),
    age_group       TEXT    CHECK (age_group IN ('child','young_adult','adult','older','unknown')),
    hrd_groups      TEXT    NOT NULL,                 -- JSON: codes
    protected       INTEGER NOT NULL CHECK (protected IN (0, 1)),
    pseudonym       TEXT,
    search_text     TEXT    NOT NULL,                 -- what everyone may find it by
    private_search_text TEXT NOT NULL,                -- every name, for those who may know them
    CHECK (sector IS NULL OR kind = 'state_body'),
    CHECK (NOT protected OR (kind = 'person' AND pseudonym IS NOT NULL))
) STRICT;
CREATE INDEX actors_by_country ON actors (country, kind, id);
CREATE INDEX actors_by_first_name ON actors (substr(search_text, 1, 60), id);
CREATE INDEX actors_by_update ON actors (updated_at, id);
CREATE INDEX actors_protected ON actors (id, confidentiality, team_id, created_by) WHERE protected;

CREATE TABLE actor_names (
    actor_id        BLOB NOT NULL REFERENCES actors (id),
    position        INTEGER NOT NULL,
    text            TEXT    NOT NULL CHECK (text <> ''),
    language        TEXT,
    script          TEXT,
    kind            TEXT    NOT NULL CHECK (kind IN ('primary','alias','acronym','former')),
    PRIMARY KEY (actor_id, position)
) STRICT;

CREATE TABLE actor_identifiers (
    actor_id        BLOB NOT NULL REFERENCES actors (id),
    scheme          TEXT    NOT NULL,
    value           TEXT    NOT NULL,
    PRIMARY KEY (actor_id, scheme, value)
) STRICT;
CREATE INDEX actor_identifiers_by_value ON actor_identifiers (scheme, value);

CREATE TABLE affiliations (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    actor_id        BLOB NOT NULL REFERENCES actors (id),
    kind            TEXT    NOT NULL CHECK (kind IN ('member_of','leads','founded','employed_by','part_of','family_of','successor_of')),
    other_id        BLOB NOT NULL REFERENCES actors (id),
    since           TEXT,                             -- EDTF
    until           TEXT,                             -- EDTF
    note            TEXT,
    CHECK (actor_id <> other_id)
) STRICT;
CREATE INDEX affiliations_by_actor ON affiliations (actor_id);
CREATE INDEX affiliations_by_other ON affiliations (other_id);

-- Statements -------------------------------------------------------------------------------------

CREATE TABLE statements (
    seq             INTEGER NOT NULL PRIMARY KEY,     -- what a search index points at
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    ref             TEXT    NOT NULL UNIQUE,
    status          TEXT    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    title           TEXT    NOT NULL CHECK (title <> ''),
    kind            TEXT    NOT NULL CHECK (kind IN ('press_statement','urgent_appeal','open_letter','report','testimony','court_record','news','social_media','government_statement','law_text','other')),
    issued_on       TEXT   ,                             -- EDTF, as written
    date_earliest   TEXT    NOT NULL,                 -- 0001-01-01: not known
    date_latest     TEXT    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  TEXT    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    place           TEXT,
    language        TEXT,
    url             TEXT,
    archived_url    TEXT,
    accessed_on     TEXT,
    body            TEXT    NOT NULL,
    body_sha256     TEXT    NOT NULL,
    summary         TEXT,
    reliability     TEXT    CHECK (reliability IN ('A','B','C','D','E','F')),
    derived_from    BLOB REFERENCES statements (id),
    search_text     TEXT    NOT NULL,
    CHECK (date_earliest <= date_latest)
) STRICT;
CREATE INDEX statements_by_date ON statements (date_earliest, id);
CREATE INDEX statements_by_update ON statements (updated_at, id);
CREATE INDEX statements_by_derivation ON statements (derived_from) WHERE derived_from IS NOT NULL;

CREATE TABLE statement_issuers (
    statement_id    BLOB NOT NULL REFERENCES statements (id),
    position        INTEGER NOT NULL,
    actor_id        BLOB NOT NULL REFERENCES actors (id),
    co_signer       INTEGER NOT NULL CHECK (co_signer IN (0, 1)),
    PRIMARY KEY (statement_id, position)
) STRICT;
CREATE INDEX statement_issuers_by_actor ON statement_issuers (actor_id);

CREATE TABLE statement_countries (
    statement_id    BLOB NOT NULL REFERENCES statements (id),
    country         TEXT    NOT NULL CHECK (length(country) = 3),
    PRIMARY KEY (statement_id, country)
) STRICT;
CREATE INDEX statement_countries_by_country ON statement_countries (country, statement_id);

-- Incidents and events ---------------------------------------------------------------------------

CREATE TABLE incidents (
    seq             INTEGER NOT NULL PRIMARY KEY,     -- what a search index points at
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    ref             TEXT    NOT NULL UNIQUE,
    status          TEXT    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    title           TEXT    NOT NULL CHECK (title <> ''),
    summary         TEXT,
    country         TEXT    NOT NULL CHECK (length(country) = 3),
    tags            TEXT    NOT NULL,                 -- JSON: words
    assigned_to     BLOB REFERENCES users (id),
    search_text     TEXT    NOT NULL
) STRICT;
CREATE INDEX incidents_by_country ON incidents (country, id);
CREATE INDEX incidents_by_update ON incidents (updated_at, id);

CREATE TABLE incident_tags (
    incident_id     BLOB NOT NULL REFERENCES incidents (id),
    tag             TEXT    NOT NULL,
    PRIMARY KEY (incident_id, tag)
) STRICT;
CREATE INDEX incident_tags_by_tag ON incident_tags (tag, incident_id);

CREATE TABLE events (
    seq             INTEGER NOT NULL PRIMARY KEY,     -- what a search index points at
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    ref             TEXT    NOT NULL UNIQUE,
    status          TEXT    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    incident_id     BLOB NOT NULL REFERENCES incidents (id),
    -- The higher of its own confidentiality and its incident's; 9 while the incident is hidden.
    effective_confidentiality INTEGER NOT NULL CHECK (effective_confidentiality BETWEEN 0 AND 3 OR effective_confidentiality = 9),
    assigned_to     BLOB REFERENCES users (id),        -- its incident's
    event_type      TEXT    NOT NULL REFERENCES event_type_codes (code),
    title           TEXT    NOT NULL CHECK (title <> ''),
    narrative       TEXT,
    date            TEXT,                             -- EDTF, as written
    date_earliest   TEXT    NOT NULL,                 -- 0001-01-01: not known
    date_latest     TEXT    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  TEXT    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    country         TEXT    NOT NULL CHECK (length(country) = 3),
    admin1          TEXT,
    place_name      TEXT,
    latitude        REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude       REAL CHECK (longitude BETWEEN -180 AND 180),
    geo_precision   TEXT    NOT NULL CHECK (geo_precision IN ('exact','near','district','province','linear','country','international','unknown')),
    victims_low     INTEGER CHECK (victims_low >= 0),
    victims_best    INTEGER CHECK (victims_best >= 0),
    victims_high    INTEGER CHECK (victims_high >= 0),
    deaths_low      INTEGER CHECK (deaths_low >= 0),
    deaths_best     INTEGER CHECK (deaths_best >= 0),
    deaths_high     INTEGER CHECK (deaths_high >= 0),
    aims_at         TEXT    REFERENCES event_type_codes (code),
    motive          TEXT,
    charge          TEXT,
    court           TEXT,
    legal_stage     TEXT    CHECK (legal_stage IN ('none','investigation','pre_trial','trial','sentenced','appeal','final','closed')),
    confidence      TEXT    NOT NULL CHECK (confidence IN ('confirmed','likely','possible','doubtful')),
    search_text     TEXT    NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK (victims_low IS NULL OR victims_best IS NULL OR victims_low <= victims_best),
    CHECK (victims_best IS NULL OR victims_high IS NULL OR victims_best <= victims_high),
    CHECK (victims_low IS NULL OR victims_high IS NULL OR victims_low <= victims_high),
    CHECK (deaths_low IS NULL OR deaths_best IS NULL OR deaths_low <= deaths_best),
    CHECK (deaths_best IS NULL OR deaths_high IS NULL OR deaths_best <= deaths_high),
    CHECK (deaths_low IS NULL OR deaths_high IS NULL OR deaths_low <= deaths_high),
    CHECK (date_earliest <= date_latest)
) STRICT;
CREATE INDEX events_by_date ON events (date_earliest, id);
CREATE INDEX events_by_country_and_date ON events (country, date_earliest, id);
CREATE INDEX events_by_country_type_and_date ON events (country, event_type, date_earliest, id);
CREATE INDEX events_by_type_and_date ON events (event_type, date_earliest, id);
CREATE INDEX events_by_incident ON events (incident_id);
CREATE INDEX events_by_update ON events (updated_at, id);
CREATE INDEX events_in_review ON events (status, date_earliest, id) WHERE status <> 'published';

CREATE TABLE event_rights (
    event_id        BLOB NOT NULL REFERENCES events (id),
    right_code      TEXT    NOT NULL REFERENCES right_codes (code),
    PRIMARY KEY (event_id, right_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_rights_by_right ON event_rights (right_code, event_id);

CREATE TABLE participations (
    id              BLOB NOT NULL PRIMARY KEY,
    event_id        BLOB NOT NULL REFERENCES events (id),
    position        INTEGER NOT NULL,
    actor_id        BLOB NOT NULL REFERENCES actors (id),
    role            TEXT    NOT NULL CHECK (role IN ('perpetrator','ordered_by','target','witness','intervener','decision_maker','other')),
    count_low       INTEGER CHECK (count_low >= 0),
    count_best      INTEGER CHECK (count_best >= 0),
    count_high      INTEGER CHECK (count_high >= 0),
    harm            TEXT    CHECK (harm IN ('killed','injured','detained','displaced','none','unknown'))
) STRICT;
CREATE INDEX participations_by_event ON participations (event_id, position);
CREATE INDEX participations_by_actor ON participations (actor_id, role, event_id);

CREATE TABLE event_relations (
    id              BLOB NOT NULL PRIMARY KEY,
    event_id        BLOB NOT NULL REFERENCES events (id),
    position        INTEGER NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('leads_to','part_of','retaliation_for','carries_out','reverses','follow_up_to')),
    other_id        BLOB NOT NULL REFERENCES events (id),
    UNIQUE (event_id, kind, other_id),
    CHECK (event_id <> other_id)
) STRICT;
CREATE INDEX event_relations_by_other ON event_relations (other_id);

-- Law --------------------------------------------------------------------------------------------

CREATE TABLE instruments (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    code            TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL CHECK (title <> ''),
    kind            TEXT    NOT NULL CHECK (kind IN ('treaty','protocol','declaration','peace_agreement','constitution','statute','resolution','soft_law')),
    region          TEXT,
    country         TEXT    CHECK (length(country) = 3),
    adopted_on      TEXT,                             -- EDTF
    in_force_on     TEXT,                             -- EDTF
    depositary_reference TEXT,
    monitoring_body TEXT,
    source          TEXT
) STRICT;

CREATE TABLE provisions (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    instrument_id   BLOB NOT NULL REFERENCES instruments (id),
    position        INTEGER NOT NULL,
    label           TEXT    NOT NULL CHECK (label <> ''),
    title           TEXT,
    right_code      TEXT    REFERENCES right_codes (code),
    derogable       INTEGER CHECK (derogable IN (0, 1)),
    UNIQUE (instrument_id, label)
) STRICT;

CREATE TABLE commitments (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    instrument_id   BLOB NOT NULL REFERENCES instruments (id),
    country         TEXT    NOT NULL CHECK (length(country) = 3),
    action          TEXT    NOT NULL CHECK (action IN ('signature','ratification','accession','succession','ratification_or_accession','reservation','denunciation','adoption')),
    date            TEXT,                             -- EDTF, as written
    date_earliest   TEXT    NOT NULL,                 -- 0001-01-01: not known
    date_latest     TEXT    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  TEXT    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    effective_on    TEXT,                             -- a day, where known
    note            TEXT,
    source          TEXT,
    as_of           TEXT,
    CHECK (date_earliest <= date_latest)
) STRICT;
CREATE INDEX commitments_by_country ON commitments (country, instrument_id);
CREATE INDEX commitments_by_instrument ON commitments (instrument_id, country);

CREATE TABLE legal_findings (
    id              BLOB NOT NULL PRIMARY KEY,
    event_id        BLOB NOT NULL REFERENCES events (id),
    position        INTEGER NOT NULL,
    provision_id    BLOB NOT NULL REFERENCES provisions (id),
    finding         TEXT    NOT NULL CHECK (finding IN ('engaged','alleged_violation','found_violation')),
    statement_id    BLOB REFERENCES statements (id),
    court_id        BLOB REFERENCES actors (id),
    note            TEXT
) STRICT;
CREATE INDEX legal_findings_by_event ON legal_findings (event_id, position);
CREATE INDEX legal_findings_by_provision ON legal_findings (provision_id);

-- What statements say of records, and ask for ----------------------------------------------------

CREATE TABLE demands (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    statement_id    BLOB NOT NULL REFERENCES statements (id),
    addressee_id    BLOB NOT NULL REFERENCES actors (id),
    text            TEXT    NOT NULL CHECK (text <> ''),
    category        TEXT    NOT NULL CHECK (category IN ('cease','release','investigate','repeal','protect','ratify','other')),
    status          TEXT    NOT NULL CHECK (status IN ('open','partly_met','met','refused','superseded'))
) STRICT;
CREATE INDEX demands_by_statement ON demands (statement_id);
CREATE INDEX demands_by_addressee ON demands (addressee_id);

CREATE TABLE demand_follow_ups (
    demand_id       BLOB NOT NULL REFERENCES demands (id),
    position        INTEGER NOT NULL,
    date            TEXT    NOT NULL,                 -- EDTF
    note            TEXT    NOT NULL,
    evidence        BLOB REFERENCES statements (id),
    PRIMARY KEY (demand_id, position)
) STRICT;

CREATE TABLE citations (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version         INTEGER NOT NULL CHECK (version >= 1),
    created_at      TEXT NOT NULL,
    created_by      BLOB NOT NULL REFERENCES users (id),
    updated_at      TEXT NOT NULL,
    confidentiality INTEGER NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         BLOB REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      TEXT,
    statement_id    BLOB NOT NULL REFERENCES statements (id),
    target          TEXT    NOT NULL CHECK (target IN ('incident','event','actor','affiliation','participation','provision','demand')),
    incident_id     BLOB REFERENCES incidents (id),
    event_id        BLOB REFERENCES events (id),
    actor_id        BLOB REFERENCES actors (id),
    affiliation_id  BLOB REFERENCES affiliations (id),
    participation_id BLOB REFERENCES participations (id),
    provision_id    BLOB REFERENCES provisions (id),
    demand_id       BLOB REFERENCES demands (id),
    stance          TEXT    NOT NULL CHECK (stance IN ('reports','alleges','condemns','confirms','denies','invokes','mentions','quotes')),
    quote           TEXT,
    quote_start     INTEGER CHECK (quote_start >= 0),    -- in Unicode scalar values of the body
    quote_end       INTEGER,
    page            TEXT,
    obligated_country TEXT  CHECK (length(obligated_country) = 3),
    CHECK (quote_end > quote_start),
    CHECK ((quote_start IS NULL) = (quote_end IS NULL)),
    CHECK ((target = 'incident') = (incident_id IS NOT NULL)),
    CHECK ((target = 'event') = (event_id IS NOT NULL)),
    CHECK ((target = 'actor') = (actor_id IS NOT NULL)),
    CHECK ((target = 'affiliation') = (affiliation_id IS NOT NULL)),
    CHECK ((target = 'participation') = (participation_id IS NOT NULL)),
    CHECK ((target = 'provision') = (provision_id IS NOT NULL)),
    CHECK ((target = 'demand') = (demand_id IS NOT NULL))
) STRICT;
CREATE INDEX citations_by_statement ON citations (statement_id);
CREATE INDEX citations_by_incident ON citations (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX citations_by_event ON citations (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX citations_by_actor ON citations (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX citations_by_affiliation ON citations (affiliation_id) WHERE affiliation_id IS NOT NULL;
CREATE INDEX citations_by_participation ON citations (participation_id) WHERE participation_id IS NOT NULL;
CREATE INDEX citations_by_provision ON citations (provision_id) WHERE provision_id IS NOT NULL;
CREATE INDEX citations_by_demand ON citations (demand_id) WHERE demand_id IS NOT NULL;

-- Search ------------------------------------------------------------------------------------------

-- The tokens of each record, by its seq. The program cuts texts into them; FTS5 only parts them.
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
CREATE VIRTUAL TABLE actor_words USING fts5 (words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
CREATE VIRTUAL TABLE incident_words USING fts5 (words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
-- Of records that only some may find by all that stands in them: seq * 4 + kind.
CREATE VIRTUAL TABLE private_words USING fts5 (words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");

-- How words of actors' names may be mistyped: each, and each without one of its letters.
CREATE TABLE spellings (
    spelling        TEXT    NOT NULL,
    word            TEXT    NOT NULL,
    PRIMARY KEY (spelling, word)
) STRICT, WITHOUT ROWID;

-- History ----------------------------------------------------------------------------------------

CREATE TABLE revisions (
    seq             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind            TEXT    NOT NULL,
    record_id       BLOB NOT NULL,
    version         INTEGER NOT NULL,
    at              TEXT NOT NULL,
    user_id         BLOB NOT NULL REFERENCES users (id),
    action          TEXT    NOT NULL,
    reason          TEXT,
    snapshot        TEXT    NOT NULL,                 -- JSON: the record as it was left
    -- Who may know of this version, by the rule for records.
    status          TEXT,
    confidentiality INTEGER NOT NULL,
    team_id         BLOB,
    created_by      BLOB NOT NULL,
    assigned_to     BLOB,
    hidden          INTEGER NOT NULL CHECK (hidden IN (0, 1))
) STRICT;
CREATE INDEX revisions_by_record ON revisions (kind, record_id, seq);

CREATE TABLE audit_entries (
    seq             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at              TEXT NOT NULL,
    user_id         BLOB,
    action          TEXT    NOT NULL,
    kind            TEXT,
    record_id       BLOB,
    detail          TEXT    NOT NULL,                 -- JSON
    previous        TEXT    NOT NULL,                 -- the hash of the entry before
    hash            TEXT    NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_entries_by_record ON audit_entries (record_id, seq);
CREATE INDEX audit_entries_by_user ON audit_entries (user_id, seq);

CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_entries_are_not_removed BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER revisions_are_not_changed BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER revisions_are_not_removed BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

-- Housekeeping -----------------------------------------------------------------------------------

-- The last number given out in each series of refs.
CREATE TABLE counters (
    series          TEXT    NOT NULL PRIMARY KEY,
    last            INTEGER NOT NULL
) STRICT;

-- Numbers that say whether what a process remembers is still true.
CREATE TABLE epochs (
    name            TEXT    NOT NULL PRIMARY KEY,
    epoch           INTEGER NOT NULL
) STRICT;
INSERT INTO epochs (name, epoch) VALUES ('law', 1), ('protection', 1), ('vocabulary', 1);

CREATE TABLE idempotency_keys (
    user_id         BLOB NOT NULL REFERENCES users (id),
    key             TEXT    NOT NULL,
    digest          TEXT    NOT NULL,                 -- SHA-256 of path and body
    kind            TEXT    NOT NULL,                 -- what the first request made
    record_id       BLOB NOT NULL,
    version         INTEGER NOT NULL,
    created_at      TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT;
