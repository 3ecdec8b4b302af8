//! The description of the API: OpenAPI 3.1. `openapi/saksi.json` is what it said when last agreed.

use utoipa::openapi::path::{HttpMethod, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, OpenApi as Document};
use utoipa::{OpenApi, openapi::path::Operation};

use super::{
    accounts, answers, audit, contradictions, duplicates, health, import_profiles, imports, intake,
    network, places, problem, releases, report_definitions, reports, resource_docs, resources,
    search,
};
use crate::casework::contradictions::Contradictions;
use crate::casework::law::{EventLaw, LawOn};
use crate::casework::network::Network;
use crate::casework::read_records::Change;
use crate::casework::report::ReportPreset;
use crate::casework::statistics::Statistics;
use crate::domain;
use crate::exchange::report::ReportFormat;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "saksi",
        description = "Who said what about what happened to whom, and what law binds.\n\n\
            **Records** are addressed by `id` or by `ref`. **Lists** take filters, of which commas set \
            alternatives apart; `cursor` walks on. **Changes** need `If-Match`. **Errors** are RFC 9457. \
            **Dates** of events and statements are EDTF. Nobody sees more than their role, their teams and \
            the confidentiality of each record allow: what one may not see answers as if it were not there.\n\n\
            **Counting**: an *incident* is a case file, an *event* one act of one type, a *victim* a distinct \
            person or group targeted. Absent is not zero.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        accounts::log_in,
        accounts::refresh,
        accounts::log_out,
        accounts::me,
        accounts::change_password,
        accounts::sessions,
        accounts::end_session,
        accounts::make_token,
        accounts::list_tokens,
        accounts::revoke_token,
        answers::law_on,
        answers::law_of_event,
        answers::law_of_statement,
        network::of_actor,
        contradictions::of_event,
        contradictions::of_statement,
        answers::statistics,
        reports::of_subject,
        report_definitions::list,
        report_definitions::create,
        report_definitions::read,
        report_definitions::change,
        report_definitions::delete,
        report_definitions::make,
        report_definitions::read_logo,
        report_definitions::set_logo,
        report_definitions::delete_logo,
        answers::changes,
        answers::vocabularies,
        search::search,
        search::suggest_actors,
        places::suggest_places,
        audit::list,
        duplicates::of_actor,
        duplicates::of_event,
        duplicates::check_actor,
        duplicates::check_event,
        duplicates::distinct_actors,
        duplicates::distinct_events,
        duplicates::merge_actors,
        duplicates::merge_events,
        duplicates::list,
        duplicates::read,
        duplicates::undo,
        releases::list,
        releases::make,
        releases::check,
        releases::read,
        releases::file,
        releases::compare,
        releases::compare_rows,
        releases::entomb,
        imports::create,
        imports::list,
        imports::read,
        imports::settle,
        imports::start,
        imports::undo,
        imports::rows,
        import_profiles::profiles,
        import_profiles::save_profile,
        import_profiles::delete_profile,
        import_profiles::template,
        intake::analyze,
        intake::read_file,
        intake::store,
        intake::list_rules,
        intake::switch_rule,
        health::live,
        health::ready,
        health::metrics,
    ),
    components(
        schemas(
            problem::Problem,
            LawOn,
            EventLaw,
            Network,
            Contradictions,
            Statistics,
            ReportPreset,
            ReportFormat,
            Change,
            domain::Edtf,
            domain::Country,
            domain::Count
        ),
        responses(
            accounts::Malformed,
            accounts::Unauthenticated,
            accounts::Forbidden,
            accounts::NotFound,
            accounts::Conflict,
            accounts::Stale,
            accounts::TooLarge,
            accounts::UnsupportedMedia,
            accounts::Invalid,
            accounts::PreconditionRequired,
            accounts::TooMany
        ),
    )
)]
struct Base;

/// The whole description.
pub fn document() -> Document {
    let mut document = Base::openapi();
    let components = document.components.get_or_insert_with(Components::default);
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("The access token of `POST /api/v1/auth/login`, or an API token."))
        .build();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    let mut operations: Vec<(String, HttpMethod, Operation)> = Vec::new();
    for described in resources::describe() {
        for (name, schema) in described.schemas {
            components.schemas.entry(name).or_insert(schema);
        }
        operations.extend(described.operations);
    }
    operations.extend(resource_docs::exports());
    for (path, method, operation) in operations {
        let item = document.paths.paths.entry(path).or_insert_with(PathItem::default);
        match method {
            HttpMethod::Get => item.get = Some(operation),
            HttpMethod::Post => item.post = Some(operation),
            HttpMethod::Patch => item.patch = Some(operation),
            HttpMethod::Delete => item.delete = Some(operation),
            _ => {}
        }
    }
    document
}

/// The description as the committed file has it.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn printed() -> serde_json::Result<String> {
    Ok(document().to_pretty_json()? + "\n")
}
