//! The tables, as the migrations make them. `tests/it/schema.rs` compares the two on both databases.
//!
//! The `seq` of searched SQLite tables is left out: only a search index needs it.

#![cfg_attr(not(test), expect(clippy::wildcard_imports, reason = "how table! names its types"))]

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    users (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        email -> Text,
        name -> Text,
        role -> SmallInt,
        password_hash -> Text,
        active -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    teams (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    team_members (team_id, user_id) {
        team_id -> RecordId,
        user_id -> RecordId,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    sessions (id) {
        id -> RecordId,
        user_id -> RecordId,
        created_at -> UtcTimestamp,
        used_at -> UtcTimestamp,
        ended_at -> Nullable<UtcTimestamp>,
        cookie_digest -> Nullable<Text>,
        device -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    refresh_tokens (digest) {
        digest -> Text,
        session_id -> RecordId,
        issued_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
        used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    api_tokens (id) {
        id -> RecordId,
        user_id -> RecordId,
        name -> Text,
        scopes -> Text,
        digest -> Text,
        created_at -> UtcTimestamp,
        expires_at -> Nullable<UtcTimestamp>,
        revoked_at -> Nullable<UtcTimestamp>,
        used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    second_factors (user_id) {
        user_id -> RecordId,
        secret -> Binary,
        since -> UtcTimestamp,
        last_step -> BigInt,
        failed -> Integer,
        failed_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    recovery_codes (user_id, digest) {
        user_id -> RecordId,
        digest -> Text,
        used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    invitations (digest) {
        digest -> Text,
        user_id -> RecordId,
        created_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
        used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    signing_keys (kid) {
        kid -> Text,
        secret -> Binary,
        created_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    terms (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        #[sql_name = "ref"]
        reference -> Text,
        vocabulary -> Text,
        code -> Text,
        label -> Text,
        labels -> Text,
        definition -> Text,
        parent -> Nullable<Text>,
        rights -> Text,
        mappings -> Text,
        deprecated -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    event_type_codes (code) {
        code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    right_codes (code) {
        code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    actors (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        #[sql_name = "ref"]
        reference -> Text,
        kind -> Text,
        sector -> Nullable<Text>,
        name -> Text,
        country -> Nullable<Text>,
        description -> Nullable<Text>,
        gender -> Nullable<Text>,
        age_group -> Nullable<Text>,
        hrd_groups -> Text,
        protected -> Bool,
        pseudonym -> Nullable<Text>,
        search_text -> Text,
        private_search_text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    actor_names (actor_id, position) {
        actor_id -> RecordId,
        position -> Integer,
        text -> Text,
        language -> Nullable<Text>,
        script -> Nullable<Text>,
        kind -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    actor_identifiers (actor_id, scheme, value) {
        actor_id -> RecordId,
        scheme -> Text,
        value -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    affiliations (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        actor_id -> RecordId,
        kind -> Text,
        other_id -> RecordId,
        since -> Nullable<Text>,
        until -> Nullable<Text>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    statements (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        #[sql_name = "ref"]
        reference -> Text,
        status -> Text,
        title -> Text,
        kind -> Text,
        issued_on -> Nullable<Text>,
        date_earliest -> Text,
        date_latest -> Text,
        date_precision -> Text,
        place -> Nullable<Text>,
        language -> Nullable<Text>,
        url -> Nullable<Text>,
        archived_url -> Nullable<Text>,
        accessed_on -> Nullable<Text>,
        body -> Text,
        body_sha256 -> Text,
        summary -> Nullable<Text>,
        reliability -> Nullable<Text>,
        derived_from -> Nullable<RecordId>,
        search_text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    statement_issuers (statement_id, position) {
        statement_id -> RecordId,
        position -> Integer,
        actor_id -> RecordId,
        co_signer -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    statement_countries (statement_id, country) {
        statement_id -> RecordId,
        country -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    incidents (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        #[sql_name = "ref"]
        reference -> Text,
        status -> Text,
        title -> Text,
        summary -> Nullable<Text>,
        country -> Text,
        tags -> Text,
        assigned_to -> Nullable<RecordId>,
        search_text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    incident_tags (incident_id, tag) {
        incident_id -> RecordId,
        tag -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    events (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        #[sql_name = "ref"]
        reference -> Text,
        status -> Text,
        incident_id -> RecordId,
        effective_confidentiality -> SmallInt,
        assigned_to -> Nullable<RecordId>,
        event_type -> Text,
        title -> Text,
        narrative -> Nullable<Text>,
        date -> Nullable<Text>,
        date_earliest -> Text,
        date_latest -> Text,
        date_precision -> Text,
        country -> Text,
        admin1 -> Nullable<Text>,
        place_name -> Nullable<Text>,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        geo_precision -> Text,
        victims_low -> Nullable<Integer>,
        victims_best -> Nullable<Integer>,
        victims_high -> Nullable<Integer>,
        deaths_low -> Nullable<Integer>,
        deaths_best -> Nullable<Integer>,
        deaths_high -> Nullable<Integer>,
        aims_at -> Nullable<Text>,
        motive -> Nullable<Text>,
        charge -> Nullable<Text>,
        court -> Nullable<Text>,
        legal_stage -> Nullable<Text>,
        confidence -> Text,
        search_text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    event_rights (event_id, right_code) {
        event_id -> RecordId,
        right_code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    participations (id) {
        id -> RecordId,
        event_id -> RecordId,
        position -> Integer,
        actor_id -> RecordId,
        role -> Text,
        count_low -> Nullable<Integer>,
        count_best -> Nullable<Integer>,
        count_high -> Nullable<Integer>,
        harm -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    event_relations (id) {
        id -> RecordId,
        event_id -> RecordId,
        position -> Integer,
        kind -> Text,
        other_id -> RecordId,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    instruments (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        code -> Text,
        title -> Text,
        kind -> Text,
        region -> Nullable<Text>,
        country -> Nullable<Text>,
        adopted_on -> Nullable<Text>,
        in_force_on -> Nullable<Text>,
        depositary_reference -> Nullable<Text>,
        monitoring_body -> Nullable<Text>,
        source -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    provisions (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        instrument_id -> RecordId,
        position -> Integer,
        label -> Text,
        title -> Nullable<Text>,
        right_code -> Nullable<Text>,
        derogable -> Nullable<Bool>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    commitments (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        instrument_id -> RecordId,
        country -> Text,
        action -> Text,
        date -> Nullable<Text>,
        date_earliest -> Text,
        date_latest -> Text,
        date_precision -> Text,
        effective_on -> Nullable<Text>,
        note -> Nullable<Text>,
        source -> Nullable<Text>,
        as_of -> Nullable<Text>,
        provision_id -> Nullable<RecordId>,
        statement_id -> Nullable<RecordId>,
        ends_on -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    legal_findings (id) {
        id -> RecordId,
        event_id -> RecordId,
        position -> Integer,
        provision_id -> RecordId,
        finding -> Text,
        statement_id -> Nullable<RecordId>,
        court_id -> Nullable<RecordId>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    demands (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        statement_id -> RecordId,
        addressee_id -> RecordId,
        text -> Text,
        category -> Text,
        status -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    demand_follow_ups (demand_id, position) {
        demand_id -> RecordId,
        position -> Integer,
        date -> Text,
        note -> Text,
        evidence -> Nullable<RecordId>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    citations (id) {
        id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        deleted_at -> Nullable<UtcTimestamp>,
        statement_id -> RecordId,
        target -> Text,
        incident_id -> Nullable<RecordId>,
        event_id -> Nullable<RecordId>,
        actor_id -> Nullable<RecordId>,
        affiliation_id -> Nullable<RecordId>,
        participation_id -> Nullable<RecordId>,
        provision_id -> Nullable<RecordId>,
        demand_id -> Nullable<RecordId>,
        stance -> Text,
        quote -> Nullable<Text>,
        quote_start -> Nullable<Integer>,
        quote_end -> Nullable<Integer>,
        page -> Nullable<Text>,
        obligated_country -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    revisions (seq) {
        seq -> BigInt,
        kind -> Text,
        record_id -> RecordId,
        version -> Integer,
        at -> UtcTimestamp,
        user_id -> RecordId,
        action -> Text,
        reason -> Nullable<Text>,
        snapshot -> Text,
        status -> Nullable<Text>,
        confidentiality -> SmallInt,
        team_id -> Nullable<RecordId>,
        created_by -> RecordId,
        assigned_to -> Nullable<RecordId>,
        hidden -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    audit_entries (seq) {
        seq -> BigInt,
        at -> UtcTimestamp,
        user_id -> Nullable<RecordId>,
        action -> Text,
        kind -> Nullable<Text>,
        record_id -> Nullable<RecordId>,
        detail -> Text,
        previous -> Text,
        hash -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    counters (series) {
        series -> Text,
        last -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    epochs (name) {
        name -> Text,
        epoch -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    idempotency_keys (user_id, key) {
        user_id -> RecordId,
        key -> Text,
        digest -> Text,
        kind -> Text,
        record_id -> RecordId,
        version -> Integer,
        created_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    duplicate_decisions (id) {
        id -> RecordId,
        kind -> Text,
        record_id -> RecordId,
        other_id -> RecordId,
        decision -> Text,
        decided_at -> UtcTimestamp,
        decided_by -> RecordId,
        reason -> Nullable<Text>,
        moved -> Text,
        closes -> Bool,
        undone_at -> Nullable<UtcTimestamp>,
        undone_by -> Nullable<RecordId>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    drafts (user_id, key) {
        user_id -> RecordId,
        key -> Text,
        form -> Text,
        title -> Text,
        body -> Text,
        created_at -> UtcTimestamp,
        updated_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    saved_searches (id) {
        id -> RecordId,
        user_id -> RecordId,
        list -> Text,
        name -> Text,
        query -> Text,
        created_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    report_definitions (id) {
        id -> RecordId,
        version -> Integer,
        user_id -> RecordId,
        name -> Text,
        query -> Text,
        created_at -> UtcTimestamp,
        updated_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    report_logos (definition_id) {
        definition_id -> RecordId,
        picture -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    releases (id) {
        id -> RecordId,
        version -> Text,
        year -> Integer,
        number -> Integer,
        candidate -> Integer,
        title -> Text,
        audience -> Text,
        filters -> Text,
        coarsen -> Nullable<Text>,
        counts -> Text,
        licence -> Nullable<Text>,
        citation -> Text,
        findings -> Text,
        made_at -> UtcTimestamp,
        made_by -> RecordId,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    release_files (release_id, name) {
        release_id -> RecordId,
        name -> Text,
        sha256 -> Text,
        bytes -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    release_tombstones (id) {
        id -> RecordId,
        release_id -> RecordId,
        reason -> Text,
        removed -> BigInt,
        at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    external_ids (source, kind, key) {
        source -> Text,
        kind -> Text,
        key -> Text,
        record_id -> RecordId,
        digest -> Text,
        version -> Integer,
        import_id -> RecordId,
        row_number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    imports (id) {
        id -> RecordId,
        created_at -> UtcTimestamp,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
        state -> Text,
        dry_run -> Bool,
        file_name -> Text,
        file_sha256 -> Text,
        file_size -> BigInt,
        settings -> Text,
        rows_done -> BigInt,
        counts -> Text,
        statement_id -> Nullable<RecordId>,
        message -> Nullable<Text>,
        finished_at -> Nullable<UtcTimestamp>,
        undone_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    import_rows (import_id, row_number) {
        import_id -> RecordId,
        row_number -> BigInt,
        outcome -> Text,
        key -> Text,
        digest -> Text,
        column_name -> Nullable<Text>,
        value -> Nullable<Text>,
        message -> Nullable<Text>,
        cells -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    import_records (import_id, position) {
        import_id -> RecordId,
        position -> BigInt,
        kind -> Text,
        record_id -> RecordId,
        action -> Text,
        version -> Integer,
        row_number -> BigInt,
        undone -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::RecordId;

    import_doubts (import_id, actor_id, other_id) {
        import_id -> RecordId,
        actor_id -> RecordId,
        other_id -> RecordId,
        score -> Double,
        row_number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::{RecordId, UtcTimestamp};

    import_profiles (name) {
        name -> Text,
        body -> Text,
        created_by -> RecordId,
        updated_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::store::sql_types::UtcTimestamp;

    intake_rules (rule) {
        rule -> Text,
        accepted -> BigInt,
        rejected -> BigInt,
        off -> Bool,
        updated_at -> UtcTimestamp,
    }
}

diesel::table! {
    reference_data (name) {
        name -> Text,
        sha256 -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(actors, actor_names, actor_identifiers);

diesel::allow_tables_to_appear_in_same_query!(team_members, teams);

diesel::allow_tables_to_appear_in_same_query!(sessions, users);

diesel::allow_tables_to_appear_in_same_query!(report_definitions, report_logos, users);
