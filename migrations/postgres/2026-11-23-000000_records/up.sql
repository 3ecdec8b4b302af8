-- Accounts ---------------------------------------------------------------------------------------

CREATE TABLE users (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    email           text COLLATE "C"    NOT NULL UNIQUE,          -- folded to lower case
    name            text COLLATE "C"    NOT NULL,
    role            smallint NOT NULL CHECK (role BETWEEN 0 AND 4),
    password_hash   text COLLATE "C"    NOT NULL,                 -- Argon2id, PHC string
    active          boolean NOT NULL
);

CREATE TABLE teams (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    name            text COLLATE "C"    NOT NULL UNIQUE
);

CREATE TABLE team_members (
    team_id         uuid NOT NULL REFERENCES teams (id),
    user_id         uuid NOT NULL REFERENCES users (id),
    PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_members_by_user ON team_members (user_id);

-- One login, and every refresh token that descends from it.
CREATE TABLE sessions (
    id              uuid NOT NULL PRIMARY KEY,
    user_id         uuid NOT NULL REFERENCES users (id),
    created_at      timestamptz NOT NULL,
    used_at         timestamptz NOT NULL,
    ended_at        timestamptz,
    cookie_digest   text COLLATE "C" UNIQUE                 -- SHA-256 of a browser's cookie; null for the API
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE refresh_tokens (
    digest          text COLLATE "C"    NOT NULL PRIMARY KEY,     -- SHA-256 of the token, never the token
    session_id      uuid NOT NULL REFERENCES sessions (id),
    issued_at       timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    used_at         timestamptz
);

CREATE TABLE api_tokens (
    id              uuid NOT NULL PRIMARY KEY,
    user_id         uuid NOT NULL REFERENCES users (id),
    name            text COLLATE "C"    NOT NULL,
    scopes          text COLLATE "C"    NOT NULL,                 -- space-separated
    digest          text COLLATE "C"    NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz,
    revoked_at      timestamptz
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);

CREATE TABLE signing_keys (
    kid             text COLLATE "C"    NOT NULL PRIMARY KEY,
    secret          bytea NOT NULL,
    created_at      timestamptz NOT NULL
);

-- Vocabularies -----------------------------------------------------------------------------------

CREATE TABLE terms (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    ref             text COLLATE "C"    NOT NULL UNIQUE,          -- vocabulary/code
    vocabulary      text COLLATE "C"    NOT NULL,
    code            text COLLATE "C"    NOT NULL,
    label           text COLLATE "C"    NOT NULL,
    labels          text COLLATE "C"    NOT NULL,                 -- JSON: language -> label
    definition      text COLLATE "C"    NOT NULL,
    parent          text COLLATE "C",
    rights          text COLLATE "C"    NOT NULL,                 -- JSON: codes of rights, for event types
    mappings        text COLLATE "C"    NOT NULL,                 -- JSON: scheme -> code
    deprecated      boolean NOT NULL,
    UNIQUE (vocabulary, code)
);

-- What other tables may name: every event type and right that ever was a term.
CREATE TABLE event_type_codes (code text COLLATE "C" NOT NULL PRIMARY KEY);
CREATE TABLE right_codes (code text COLLATE "C" NOT NULL PRIMARY KEY);

-- Actors -----------------------------------------------------------------------------------------

CREATE TABLE actors (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    ref             text COLLATE "C"    NOT NULL UNIQUE,
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('person','group','state','state_body','political_party','ngo','media','union','company','armed_group','religious_body','intergovernmental','other')),
    sector          text COLLATE "C"    CHECK (sector IN ('executive','police','military','intelligence','prison','judiciary','legislature','local')),
    name            text COLLATE "C"    NOT NULL CHECK (name <> ''),
    country         text COLLATE "C"    CHECK (length(country) = 3),
    description     text COLLATE "C",
    gender          text COLLATE "C"    CHECK (gender IN ('woman','man','non_binary','other','unknown')),
    age_group       text COLLATE "C"    CHECK (age_group IN ('child','young_adult','adult','older','unknown')),
    hrd_groups      text COLLATE "C"    NOT NULL,                 -- JSON: codes
    protected       boolean NOT NULL,
    pseudonym       text COLLATE "C",
    search_text     text COLLATE "C"    NOT NULL,                 -- what everyone may find it by
    private_search_text text COLLATE "C" NOT NULL,                -- every name, for those who may know them
    CHECK (sector IS NULL OR kind = 'state_body'),
    CHECK (NOT protected OR (kind = 'person' AND pseudonym IS NOT NULL))
);
CREATE INDEX actors_by_country ON actors (country, kind, id);
CREATE INDEX actors_by_first_name ON actors (substr(search_text, 1, 60), id);
CREATE INDEX actors_by_update ON actors (updated_at, id);
CREATE INDEX actors_protected ON actors (id, confidentiality, team_id, created_by) WHERE protected;

CREATE TABLE actor_names (
    actor_id        uuid NOT NULL REFERENCES actors (id),
    position        integer NOT NULL,
    text            text COLLATE "C"    NOT NULL CHECK (text <> ''),
    language        text COLLATE "C",
    script          text COLLATE "C",
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('primary','alias','acronym','former')),
    PRIMARY KEY (actor_id, position)
);

CREATE TABLE actor_identifiers (
    actor_id        uuid NOT NULL REFERENCES actors (id),
    scheme          text COLLATE "C"    NOT NULL,
    value           text COLLATE "C"    NOT NULL,
    PRIMARY KEY (actor_id, scheme, value)
);
CREATE INDEX actor_identifiers_by_value ON actor_identifiers (scheme, value);

CREATE TABLE affiliations (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    actor_id        uuid NOT NULL REFERENCES actors (id),
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('member_of','leads','founded','employed_by','part_of','family_of','successor_of')),
    other_id        uuid NOT NULL REFERENCES actors (id),
    since           text COLLATE "C",                             -- EDTF
    until           text COLLATE "C",                             -- EDTF
    note            text COLLATE "C",
    CHECK (actor_id <> other_id)
);
CREATE INDEX affiliations_by_actor ON affiliations (actor_id);
CREATE INDEX affiliations_by_other ON affiliations (other_id);

-- Statements -------------------------------------------------------------------------------------

CREATE TABLE statements (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    ref             text COLLATE "C"    NOT NULL UNIQUE,
    status          text COLLATE "C"    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    title           text COLLATE "C"    NOT NULL CHECK (title <> ''),
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('press_statement','urgent_appeal','open_letter','report','testimony','court_record','news','social_media','government_statement','law_text','other')),
    issued_on       text COLLATE "C"   ,                             -- EDTF, as written
    date_earliest   text COLLATE "C"    NOT NULL,                 -- 0001-01-01: not known
    date_latest     text COLLATE "C"    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  text COLLATE "C"    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    place           text COLLATE "C",
    language        text COLLATE "C",
    url             text COLLATE "C",
    archived_url    text COLLATE "C",
    accessed_on     text COLLATE "C",
    body            text COLLATE "C"    NOT NULL,
    body_sha256     text COLLATE "C"    NOT NULL,
    summary         text COLLATE "C",
    reliability     text COLLATE "C"    CHECK (reliability IN ('A','B','C','D','E','F')),
    derived_from    uuid REFERENCES statements (id),
    search_text     text COLLATE "C"    NOT NULL,
    CHECK (date_earliest <= date_latest)
);
CREATE INDEX statements_by_date ON statements (date_earliest, id);
CREATE INDEX statements_by_update ON statements (updated_at, id);
CREATE INDEX statements_by_derivation ON statements (derived_from) WHERE derived_from IS NOT NULL;

CREATE TABLE statement_issuers (
    statement_id    uuid NOT NULL REFERENCES statements (id),
    position        integer NOT NULL,
    actor_id        uuid NOT NULL REFERENCES actors (id),
    co_signer       boolean NOT NULL,
    PRIMARY KEY (statement_id, position)
);
CREATE INDEX statement_issuers_by_actor ON statement_issuers (actor_id);

CREATE TABLE statement_countries (
    statement_id    uuid NOT NULL REFERENCES statements (id),
    country         text COLLATE "C"    NOT NULL CHECK (length(country) = 3),
    PRIMARY KEY (statement_id, country)
);
CREATE INDEX statement_countries_by_country ON statement_countries (country, statement_id);

-- Incidents and events ---------------------------------------------------------------------------

CREATE TABLE incidents (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    ref             text COLLATE "C"    NOT NULL UNIQUE,
    status          text COLLATE "C"    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    title           text COLLATE "C"    NOT NULL CHECK (title <> ''),
    summary         text COLLATE "C",
    country         text COLLATE "C"    NOT NULL CHECK (length(country) = 3),
    tags            text COLLATE "C"    NOT NULL,                 -- JSON: words
    assigned_to     uuid REFERENCES users (id),
    search_text     text COLLATE "C"    NOT NULL
);
CREATE INDEX incidents_by_country ON incidents (country, id);
CREATE INDEX incidents_by_update ON incidents (updated_at, id);

CREATE TABLE incident_tags (
    incident_id     uuid NOT NULL REFERENCES incidents (id),
    tag             text COLLATE "C"    NOT NULL,
    PRIMARY KEY (incident_id, tag)
);
CREATE INDEX incident_tags_by_tag ON incident_tags (tag, incident_id);

CREATE TABLE events (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    ref             text COLLATE "C"    NOT NULL UNIQUE,
    status          text COLLATE "C"    NOT NULL CHECK (status IN ('draft','submitted','needs_changes','approved','published','rejected','retracted')),
    incident_id     uuid NOT NULL REFERENCES incidents (id),
    -- The higher of its own confidentiality and its incident's; 9 while the incident is hidden.
    effective_confidentiality smallint NOT NULL CHECK (effective_confidentiality BETWEEN 0 AND 3 OR effective_confidentiality = 9),
    assigned_to     uuid REFERENCES users (id),        -- its incident's
    event_type      text COLLATE "C"    NOT NULL REFERENCES event_type_codes (code),
    title           text COLLATE "C"    NOT NULL CHECK (title <> ''),
    narrative       text COLLATE "C",
    date            text COLLATE "C",                             -- EDTF, as written
    date_earliest   text COLLATE "C"    NOT NULL,                 -- 0001-01-01: not known
    date_latest     text COLLATE "C"    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  text COLLATE "C"    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    country         text COLLATE "C"    NOT NULL CHECK (length(country) = 3),
    admin1          text COLLATE "C",
    place_name      text COLLATE "C",
    latitude        double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude       double precision CHECK (longitude BETWEEN -180 AND 180),
    geo_precision   text COLLATE "C"    NOT NULL CHECK (geo_precision IN ('exact','near','district','province','linear','country','international','unknown')),
    victims_low     integer CHECK (victims_low >= 0),
    victims_best    integer CHECK (victims_best >= 0),
    victims_high    integer CHECK (victims_high >= 0),
    deaths_low      integer CHECK (deaths_low >= 0),
    deaths_best     integer CHECK (deaths_best >= 0),
    deaths_high     integer CHECK (deaths_high >= 0),
    aims_at         text COLLATE "C"    REFERENCES event_type_codes (code),
    motive          text COLLATE "C",
    charge          text COLLATE "C",
    court           text COLLATE "C",
    legal_stage     text COLLATE "C"    CHECK (legal_stage IN ('none','investigation','pre_trial','trial','sentenced','appeal','final','closed')),
    confidence      text COLLATE "C"    NOT NULL CHECK (confidence IN ('confirmed','likely','possible','doubtful')),
    search_text     text COLLATE "C"    NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK (victims_low IS NULL OR victims_best IS NULL OR victims_low <= victims_best),
    CHECK (victims_best IS NULL OR victims_high IS NULL OR victims_best <= victims_high),
    CHECK (victims_low IS NULL OR victims_high IS NULL OR victims_low <= victims_high),
    CHECK (deaths_low IS NULL OR deaths_best IS NULL OR deaths_low <= deaths_best),
    CHECK (deaths_best IS NULL OR deaths_high IS NULL OR deaths_best <= deaths_high),
    CHECK (deaths_low IS NULL OR deaths_high IS NULL OR deaths_low <= deaths_high),
    CHECK (date_earliest <= date_latest)
);
CREATE INDEX events_by_date ON events (date_earliest, id);
CREATE INDEX events_by_country_and_date ON events (country, date_earliest, id);
CREATE INDEX events_by_country_type_and_date ON events (country, event_type, date_earliest, id);
CREATE INDEX events_by_type_and_date ON events (event_type, date_earliest, id);
CREATE INDEX events_by_incident ON events (incident_id);
CREATE INDEX events_by_update ON events (updated_at, id);
CREATE INDEX events_in_review ON events (status, date_earliest, id) WHERE status <> 'published';

CREATE TABLE event_rights (
    event_id        uuid NOT NULL REFERENCES events (id),
    right_code      text COLLATE "C"    NOT NULL REFERENCES right_codes (code),
    PRIMARY KEY (event_id, right_code)
);
CREATE INDEX event_rights_by_right ON event_rights (right_code, event_id);

CREATE TABLE participations (
    id              uuid NOT NULL PRIMARY KEY,
    event_id        uuid NOT NULL REFERENCES events (id),
    position        integer NOT NULL,
    actor_id        uuid NOT NULL REFERENCES actors (id),
    role            text COLLATE "C"    NOT NULL CHECK (role IN ('perpetrator','ordered_by','target','witness','intervener','decision_maker','other')),
    count_low       integer CHECK (count_low >= 0),
    count_best      integer CHECK (count_best >= 0),
    count_high      integer CHECK (count_high >= 0),
    harm            text COLLATE "C"    CHECK (harm IN ('killed','injured','detained','displaced','none','unknown'))
);
CREATE INDEX participations_by_event ON participations (event_id, position);
CREATE INDEX participations_by_actor ON participations (actor_id, role, event_id);

CREATE TABLE event_relations (
    id              uuid NOT NULL PRIMARY KEY,
    event_id        uuid NOT NULL REFERENCES events (id),
    position        integer NOT NULL,
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('leads_to','part_of','retaliation_for','carries_out','reverses','follow_up_to')),
    other_id        uuid NOT NULL REFERENCES events (id),
    UNIQUE (event_id, kind, other_id),
    CHECK (event_id <> other_id)
);
CREATE INDEX event_relations_by_other ON event_relations (other_id);

-- Law --------------------------------------------------------------------------------------------

CREATE TABLE instruments (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    code            text COLLATE "C"    NOT NULL UNIQUE,
    title           text COLLATE "C"    NOT NULL CHECK (title <> ''),
    kind            text COLLATE "C"    NOT NULL CHECK (kind IN ('treaty','protocol','declaration','peace_agreement','constitution','statute','resolution','soft_law')),
    region          text COLLATE "C",
    country         text COLLATE "C"    CHECK (length(country) = 3),
    adopted_on      text COLLATE "C",                             -- EDTF
    in_force_on     text COLLATE "C",                             -- EDTF
    depositary_reference text COLLATE "C",
    monitoring_body text COLLATE "C",
    source          text COLLATE "C"
);

CREATE TABLE provisions (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    instrument_id   uuid NOT NULL REFERENCES instruments (id),
    position        integer NOT NULL,
    label           text COLLATE "C"    NOT NULL CHECK (label <> ''),
    title           text COLLATE "C",
    right_code      text COLLATE "C"    REFERENCES right_codes (code),
    derogable       boolean,
    UNIQUE (instrument_id, label)
);

CREATE TABLE commitments (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    instrument_id   uuid NOT NULL REFERENCES instruments (id),
    country         text COLLATE "C"    NOT NULL CHECK (length(country) = 3),
    action          text COLLATE "C"    NOT NULL CHECK (action IN ('signature','ratification','accession','succession','ratification_or_accession','reservation','denunciation','adoption')),
    date            text COLLATE "C",                             -- EDTF, as written
    date_earliest   text COLLATE "C"    NOT NULL,                 -- 0001-01-01: not known
    date_latest     text COLLATE "C"    NOT NULL,                 -- 9999-12-31: open or not known
    date_precision  text COLLATE "C"    NOT NULL CHECK (date_precision IN ('day','few_days','week','month','season','year','longer','unknown')),
    effective_on    text COLLATE "C",                             -- a day, where known
    note            text COLLATE "C",
    source          text COLLATE "C",
    as_of           text COLLATE "C",
    CHECK (date_earliest <= date_latest)
);
CREATE INDEX commitments_by_country ON commitments (country, instrument_id);
CREATE INDEX commitments_by_instrument ON commitments (instrument_id, country);

CREATE TABLE legal_findings (
    id              uuid NOT NULL PRIMARY KEY,
    event_id        uuid NOT NULL REFERENCES events (id),
    position        integer NOT NULL,
    provision_id    uuid NOT NULL REFERENCES provisions (id),
    finding         text COLLATE "C"    NOT NULL CHECK (finding IN ('engaged','alleged_violation','found_violation')),
    statement_id    uuid REFERENCES statements (id),
    court_id        uuid REFERENCES actors (id),
    note            text COLLATE "C"
);
CREATE INDEX legal_findings_by_event ON legal_findings (event_id, position);
CREATE INDEX legal_findings_by_provision ON legal_findings (provision_id);

-- What statements say of records, and ask for ----------------------------------------------------

CREATE TABLE demands (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    statement_id    uuid NOT NULL REFERENCES statements (id),
    addressee_id    uuid NOT NULL REFERENCES actors (id),
    text            text COLLATE "C"    NOT NULL CHECK (text <> ''),
    category        text COLLATE "C"    NOT NULL CHECK (category IN ('cease','release','investigate','repeal','protect','ratify','other')),
    status          text COLLATE "C"    NOT NULL CHECK (status IN ('open','partly_met','met','refused','superseded'))
);
CREATE INDEX demands_by_statement ON demands (statement_id);
CREATE INDEX demands_by_addressee ON demands (addressee_id);

CREATE TABLE demand_follow_ups (
    demand_id       uuid NOT NULL REFERENCES demands (id),
    position        integer NOT NULL,
    date            text COLLATE "C"    NOT NULL,                 -- EDTF
    note            text COLLATE "C"    NOT NULL,
    evidence        uuid REFERENCES statements (id),
    PRIMARY KEY (demand_id, position)
);

CREATE TABLE citations (
    id              uuid NOT NULL PRIMARY KEY,
    version         integer NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    created_by      uuid NOT NULL REFERENCES users (id),
    updated_at      timestamptz NOT NULL,
    confidentiality smallint NOT NULL CHECK (confidentiality BETWEEN 0 AND 3),
    team_id         uuid REFERENCES teams (id) CHECK (team_id IS NOT NULL OR confidentiality < 3),
    deleted_at      timestamptz,
    statement_id    uuid NOT NULL REFERENCES statements (id),
    target          text COLLATE "C"    NOT NULL CHECK (target IN ('incident','event','actor','affiliation','participation','provision','demand')),
    incident_id     uuid REFERENCES incidents (id),
    event_id        uuid REFERENCES events (id),
    actor_id        uuid REFERENCES actors (id),
    affiliation_id  uuid REFERENCES affiliations (id),
    participation_id uuid REFERENCES participations (id),
    provision_id    uuid REFERENCES provisions (id),
    demand_id       uuid REFERENCES demands (id),
    stance          text COLLATE "C"    NOT NULL CHECK (stance IN ('reports','alleges','condemns','confirms','denies','invokes','mentions','quotes')),
    quote           text COLLATE "C",
    quote_start     integer CHECK (quote_start >= 0),    -- in Unicode scalar values of the body
    quote_end       integer,
    page            text COLLATE "C",
    obligated_country text COLLATE "C"  CHECK (length(obligated_country) = 3),
    CHECK (quote_end > quote_start),
    CHECK ((quote_start IS NULL) = (quote_end IS NULL)),
    CHECK ((target = 'incident') = (incident_id IS NOT NULL)),
    CHECK ((target = 'event') = (event_id IS NOT NULL)),
    CHECK ((target = 'actor') = (actor_id IS NOT NULL)),
    CHECK ((target = 'affiliation') = (affiliation_id IS NOT NULL)),
    CHECK ((target = 'participation') = (participation_id IS NOT NULL)),
    CHECK ((target = 'provision') = (provision_id IS NOT NULL)),
    CHECK ((target = 'demand') = (demand_id IS NOT NULL))
);
CREATE INDEX citations_by_statement ON citations (statement_id);
CREATE INDEX citations_by_incident ON citations (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX citations_by_event ON citations (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX citations_by_actor ON citations (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX citations_by_affiliation ON citations (affiliation_id) WHERE affiliation_id IS NOT NULL;
CREATE INDEX citations_by_participation ON citations (participation_id) WHERE participation_id IS NOT NULL;
CREATE INDEX citations_by_provision ON citations (provision_id) WHERE provision_id IS NOT NULL;
CREATE INDEX citations_by_demand ON citations (demand_id) WHERE demand_id IS NOT NULL;

-- Search ------------------------------------------------------------------------------------------

-- The tokens of each record. The program cuts texts into them.
CREATE TABLE statement_words (
    id              uuid NOT NULL,
    part            integer NOT NULL,                 -- long texts have several
    words           tsvector NOT NULL,
    PRIMARY KEY (id, part)
);
CREATE INDEX statement_words_by_word ON statement_words USING gin (words);
CREATE TABLE actor_words (
    id              uuid NOT NULL,
    part            integer NOT NULL,                 -- long texts have several
    words           tsvector NOT NULL,
    PRIMARY KEY (id, part)
);
CREATE INDEX actor_words_by_word ON actor_words USING gin (words);
CREATE TABLE incident_words (
    id              uuid NOT NULL,
    part            integer NOT NULL,                 -- long texts have several
    words           tsvector NOT NULL,
    PRIMARY KEY (id, part)
);
CREATE INDEX incident_words_by_word ON incident_words USING gin (words);
CREATE TABLE event_words (
    id              uuid NOT NULL,
    part            integer NOT NULL,                 -- long texts have several
    words           tsvector NOT NULL,
    PRIMARY KEY (id, part)
);
CREATE INDEX event_words_by_word ON event_words USING gin (words);
-- Of records that only some may find by all that stands in them.
CREATE TABLE private_words (
    kind            text COLLATE "C" NOT NULL,
    id              uuid NOT NULL,
    part            integer NOT NULL,
    words           tsvector NOT NULL,
    PRIMARY KEY (id, part)
);
CREATE INDEX private_words_by_word ON private_words USING gin (words);

-- How words of actors' names may be mistyped: each, and each without one of its letters.
CREATE TABLE spellings (
    spelling        text COLLATE "C" NOT NULL,
    word            text COLLATE "C" NOT NULL,
    PRIMARY KEY (spelling, word)
);

-- History ----------------------------------------------------------------------------------------

CREATE TABLE revisions (
    seq             bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    kind            text COLLATE "C"    NOT NULL,
    record_id       uuid NOT NULL,
    version         integer NOT NULL,
    at              timestamptz NOT NULL,
    user_id         uuid NOT NULL REFERENCES users (id),
    action          text COLLATE "C"    NOT NULL,
    reason          text COLLATE "C",
    snapshot        text COLLATE "C"    NOT NULL,                 -- JSON: the record as it was left
    -- Who may know of this version, by the rule for records.
    status          text COLLATE "C",
    confidentiality smallint NOT NULL,
    team_id         uuid,
    created_by      uuid NOT NULL,
    assigned_to     uuid,
    hidden          boolean NOT NULL
);
CREATE INDEX revisions_by_record ON revisions (kind, record_id, seq);

CREATE TABLE audit_entries (
    seq             bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    user_id         uuid,
    action          text COLLATE "C"    NOT NULL,
    kind            text COLLATE "C",
    record_id       uuid,
    detail          text COLLATE "C"    NOT NULL,                 -- JSON
    previous        text COLLATE "C"    NOT NULL,                 -- the hash of the entry before
    hash            text COLLATE "C"    NOT NULL UNIQUE
);
CREATE INDEX audit_entries_by_record ON audit_entries (record_id, seq);
CREATE INDEX audit_entries_by_user ON audit_entries (user_id, seq);

CREATE FUNCTION is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$;

CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE
ON audit_entries EXECUTE FUNCTION is_only_added_to();

CREATE TRIGGER revisions_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE
ON revisions EXECUTE FUNCTION is_only_added_to();

-- Housekeeping -----------------------------------------------------------------------------------

-- The last number given out in each series of refs.
CREATE TABLE counters (
    series          text COLLATE "C"    NOT NULL PRIMARY KEY,
    last            integer NOT NULL
);

-- Numbers that say whether what a process remembers is still true.
CREATE TABLE epochs (
    name            text COLLATE "C"    NOT NULL PRIMARY KEY,
    epoch           integer NOT NULL
);
INSERT INTO epochs (name, epoch) VALUES ('law', 1), ('protection', 1), ('vocabulary', 1);

CREATE TABLE idempotency_keys (
    user_id         uuid NOT NULL REFERENCES users (id),
    key             text COLLATE "C"    NOT NULL,
    digest          text COLLATE "C"    NOT NULL,                 -- SHA-256 of path and body
    kind            text COLLATE "C"    NOT NULL,                 -- what the first request made
    record_id       uuid NOT NULL,
    version         integer NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
