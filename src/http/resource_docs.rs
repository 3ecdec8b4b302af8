//! How the API's description speaks of a kind of record; [`super::resource`] does what it says.

use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{
    AllOfBuilder, AnyOfBuilder, ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat,
    Type,
};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, Ref, RefOr, Required, Response, ResponseBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use super::resource::{Resource, ReviewInput, keeps_versions};
use crate::casework::read_records::Revision;
use crate::casework::records::{Filter, Record};
use crate::domain::GeoPrecision;
use crate::domain::release::COARSER;
use crate::exchange::Dataset;
use crate::exchange::capture::{self, Capture, Unit};
use crate::exchange::entities::Entities;
use crate::exchange::package::Package;
use crate::exchange::write::{Format, Preset};
use crate::store::Kind;

type Schemas = Vec<(String, RefOr<Schema>)>;

/// The operations of a kind of record, and the schemas that they name.
pub struct Described {
    pub operations: Vec<(String, HttpMethod, Operation)>,
    pub schemas: Schemas,
}

/// Names a schema, and collects it with those that it names.
fn named<T: ToSchema>(schemas: &mut Schemas) -> RefOr<Schema> {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    RefOr::Ref(Ref::from_schema_name(T::name()))
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn json(schema: RefOr<Schema>) -> utoipa::openapi::Content {
    ContentBuilder::new().schema(Some(schema)).build()
}

fn in_path(name: &str, about: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(about))
        .schema(Some(text().min_length(Some(1))))
        .build()
}

fn in_query(name: &str, about: &str, schema: impl Into<RefOr<Schema>>) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(schema))
        .build()
}

fn in_header(name: &str, about: &str, required: Required) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(about))
        .schema(Some(text()))
        .build()
}

/// A query parameter for each filter.
fn filters(known: &[Filter], without: Option<&str>) -> Vec<Parameter> {
    known
        .iter()
        .filter(|filter| Some(filter.name) != without)
        .map(|filter| {
            let schema = text();
            let schema =
                if filter.example.is_empty() { schema } else { schema.examples([filter.example]) };
            in_query(filter.name, filter.about, schema)
        })
        .collect()
}

/// One of the refusals that `accounts.rs` describes.
fn refusal(status: u16) -> (String, RefOr<Response>) {
    let name = match status {
        400 => "Malformed",
        401 => "Unauthenticated",
        403 => "Forbidden",
        404 => "NotFound",
        409 => "Conflict",
        412 => "Stale",
        413 => "TooLarge",
        415 => "UnsupportedMedia",
        428 => "PreconditionRequired",
        _ => "Invalid",
    };
    (status.to_string(), RefOr::Ref(Ref::from_response_name(name)))
}

fn operation(
    resource: &Resource,
    id: String,
    summary: String,
    refusals: &[u16],
) -> OperationBuilder {
    let mut operation = OperationBuilder::new()
        .tag(resource.tag)
        .operation_id(Some(id))
        .summary(Some(summary))
        .security(SecurityRequirement::new::<_, [&str; 0], &str>("token", []));
    for status in refusals {
        let (status, response) = refusal(*status);
        operation = operation.response(status, response);
    }
    operation
}

fn versioned(about: &str, schema: RefOr<Schema>) -> ResponseBuilder {
    let etag =
        HeaderBuilder::new().schema(Some(text())).description(Some("The version, for If-Match."));
    ResponseBuilder::new()
        .description(about)
        .header("ETag", etag.build())
        .content("application/json", json(schema))
}

/// A schema, with fields of it that are required here.
fn with_needs(input: &RefOr<Schema>, needs: &[&str]) -> RefOr<Schema> {
    if needs.is_empty() {
        return input.clone();
    }
    let required = needs.iter().fold(ObjectBuilder::new(), |object, name| object.required(*name));
    AllOfBuilder::new().item(input.clone()).item(required).into()
}

const IF_MATCH: &str = "The ETag of the version that the change is made on; * for any.";
const REASON: &str = "Why; kept in the history.";

impl Described {
    #[expect(clippy::too_many_lines, reason = "one operation after another, nothing to follow")]
    pub fn of<R: Record>(resource: Resource) -> Self {
        let Resource { name, one, many, about, .. } = resource;
        let mut schemas = Schemas::new();
        let view = named::<R::View>(&mut schemas);
        let input = named::<R::Input>(&mut schemas);
        let path = format!("/api/v1{}", resource.path);
        let mut parents = Vec::new();
        if let Some(parent) = resource.parent {
            parents.push(in_path("parent", &format!("The {parent}, by code or id")));
        }
        let mut of_one = parents.clone();
        of_one.push(in_path("id", &format!("{one}, by id or ref")));
        let mut operations = Vec::new();
        // With `fields`, an answer has those, and what names the record.
        let picked = ObjectBuilder::new()
            .property("id", text())
            .property("ref", text())
            .required("id")
            .required("ref")
            .description(Some("The fields that were asked for."));
        let shown: RefOr<Schema> = AnyOfBuilder::new().item(view.clone()).item(picked).into();

        // List
        let sorts: Vec<String> = R::SORTS
            .iter()
            .flat_map(|sort| [sort.name.to_owned(), format!("-{}", sort.name)])
            .collect();
        let default = if R::SORTS[0].newest_first { "newest first" } else { "oldest first" };
        let mut list = operation(
            &resource,
            format!("list{name}s"),
            format!("List {many}"),
            &[400, 401, 403, 404],
        )
        .description(Some(about))
        .parameters(Some(parents.clone()))
        .parameters(Some(filters(R::FILTERS, resource.parent)))
        .parameter(in_query(
            "sort",
            &format!("The order; - for downwards; {default}, unless it says otherwise."),
            text().enum_values(Some(sorts)),
        ))
        .parameter(in_query(
            "limit",
            "The size of the page.",
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .minimum(Some(1))
                .maximum(Some(500))
                .default(Some(50.into())),
        ))
        .parameter(in_query("cursor", "next_cursor of the page before.", text()))
        .parameter(in_query(
            "count",
            "Whether to count all that match.",
            ObjectBuilder::new().schema_type(Type::Boolean),
        ))
        .parameter(in_query(
            "fields",
            "Names of fields to answer with; several with commas; id and ref always.",
            text(),
        ));
        let page = ObjectBuilder::new()
            .property("items", ArrayBuilder::new().items(shown.clone()))
            .property(
                "next_cursor",
                text().description(Some("For the next page; null on the last.")).schema_type(
                    utoipa::openapi::schema::SchemaType::from_iter([Type::String, Type::Null]),
                ),
            )
            .property(
                "total",
                ObjectBuilder::new()
                    .schema_type(Type::Integer)
                    .description(Some("How many match, where count=true.")),
            )
            .required("items")
            .required("next_cursor");
        let link = HeaderBuilder::new()
            .schema(Some(text()))
            .description(Some("The next page, rel=\"next\"."));
        list = list.response(
            "200",
            ResponseBuilder::new()
                .description(format!("A page of {many} that the caller may see"))
                .header("Link", link.build())
                .content("application/json", json(page.into())),
        );
        operations.push((path.clone(), HttpMethod::Get, list.build()));

        // Create
        let create = operation(
            &resource,
            format!("create{name}"),
            format!("Create {one}"),
            &[400, 401, 403, 404, 409, 413, 415, 422],
        )
        .parameters(Some(parents))
        .parameter(in_header(
            "Idempotency-Key",
            "The same key and body make the record once; another body is refused.",
            Required::False,
        ))
        .request_body(Some(
            RequestBodyBuilder::new()
                .content("application/json", json(with_needs(&input, R::NEEDS_ALONE)))
                .required(Some(Required::True))
                .build(),
        ))
        .response(
            "201",
            versioned("Created, as a draft where the kind is reviewed", view.clone()).header(
                "Location",
                HeaderBuilder::new().schema(Some(text())).description(Some("Where it is.")).build(),
            ),
        );
        operations.push((path.clone(), HttpMethod::Post, create.build()));

        // One
        let one_path = format!("{path}/{{id}}");
        let read = operation(
            &resource,
            format!("read{name}"),
            format!("Read {one}"),
            &[400, 401, 403, 404],
        )
        .parameters(Some(of_one.clone()))
        .parameter(in_query("at", "As it was at a moment, RFC 3339.", text()))
        .parameter(in_query(
            "fields",
            "Names of fields to answer with; several with commas; id and ref always.",
            text(),
        ))
        .response("200", versioned("The record", shown));
        let read = if [Kind::Actor, Kind::Event].contains(&R::KIND) {
            let merged =
                "It was merged into another record, which `Location` and `merged_into` name";
            read.response("307", ResponseBuilder::new().description(merged))
        } else {
            read
        };
        operations.push((one_path.clone(), HttpMethod::Get, read.build()));

        let revise = operation(
            &resource,
            format!("revise{name}"),
            format!("Change {one}"),
            &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428],
        )
        .description(Some("A JSON Merge Patch (RFC 7396): fields that are given replace, null removes, lists are replaced whole."))
        .parameters(Some(of_one.clone()))
        .parameter(in_header("If-Match", IF_MATCH, Required::True))
        .parameter(in_query("reason", REASON, text()))
        .request_body(Some(
            RequestBodyBuilder::new()
                .content(
                    "application/merge-patch+json",
                    json(ObjectBuilder::new().schema_type(Type::Object).into()),
                )
                .description(Some(format!("Fields of {name}Input")))
                .required(Some(Required::True))
                .build(),
        ))
        .response("200", versioned("What it became", view.clone()));
        operations.push((one_path.clone(), HttpMethod::Patch, revise.build()));

        if resource.can_be_hidden {
            let hide = operation(
                &resource,
                format!("delete{name}"),
                format!("Delete {one}"),
                &[400, 401, 403, 404, 409, 412, 428],
            )
            .description(Some("Hides it: it is gone for everyone, and can be restored."))
            .parameters(Some(of_one.clone()))
            .parameter(in_header("If-Match", IF_MATCH, Required::True))
            .parameter(in_query("reason", REASON, text()))
            .response("204", ResponseBuilder::new().description("Deleted"));
            operations.push((one_path.clone(), HttpMethod::Delete, hide.build()));
            let restore = operation(
                &resource,
                format!("restore{name}"),
                format!("Restore {one}"),
                &[400, 401, 403, 404, 409],
            )
            .parameters(Some(of_one.clone()))
            .parameter(in_query("reason", REASON, text()))
            .response("200", versioned("As it was", view.clone()));
            operations.push((format!("{one_path}/restore"), HttpMethod::Post, restore.build()));
        }

        let revisions = ObjectBuilder::new()
            .property("items", ArrayBuilder::new().items(named::<Revision>(&mut schemas)))
            .required("items");
        let history = operation(
            &resource,
            format!("list{name}Revisions"),
            format!("The history of {one}"),
            &[400, 401, 403, 404],
        )
        .description(Some("Who changed what, when and why, oldest first."))
        .parameters(Some(of_one.clone()))
        .response(
            "200",
            ResponseBuilder::new()
                .description("The versions that the caller may see")
                .content("application/json", json(revisions.into())),
        );
        operations.push((format!("{one_path}/revisions"), HttpMethod::Get, history.build()));

        if keeps_versions::<R>(&resource) {
            let mut of_version = of_one.clone();
            of_version.push(in_path("version", "The number of an older version"));
            let restore = operation(
                &resource,
                format!("restore{name}Version"),
                format!("Make an older version of {one} current"),
                &[400, 401, 403, 404, 409, 412, 428],
            )
            .description(Some(
                "A new version that says what the older one said. Who may see it, who it is assigned to and how a \
                 person is protected stay as they are; what it joined and the caller may not see now stays out.",
            ))
            .parameters(Some(of_version))
            .parameter(in_header("If-Match", IF_MATCH, Required::True))
            .parameter(in_query("reason", REASON, text()))
            .response("200", versioned("What it became", view.clone()));
            operations.push((
                format!("{one_path}/revisions/{{version}}/restore"),
                HttpMethod::Post,
                restore.build(),
            ));
        }

        if R::KIND.is_reviewed() {
            let review = operation(
                &resource,
                format!("review{name}"),
                format!("Move {one} in review"),
                &[400, 401, 403, 404, 409, 412, 413, 415, 422],
            )
            .description(Some(
                "draft → submitted → approved → published; back by needs_changes, rejected, retracted. \
                 Nobody approves their own record.",
            ))
            .parameters(Some(of_one))
            .parameter(in_header("If-Match", IF_MATCH, Required::False))
            .parameter(in_query("reason", REASON, text()))
            .request_body(Some(
                RequestBodyBuilder::new()
                    .content("application/json", json(named::<ReviewInput>(&mut schemas)))
                    .required(Some(Required::True))
                    .build(),
            ))
            .response("200", versioned("Where it stands now", view));
            operations.push((format!("{one_path}/status"), HttpMethod::Post, review.build()));
        }
        Self { operations, schemas }
    }
}

fn file_schema(format: Format) -> RefOr<Schema> {
    if format == Format::Geojson {
        let collection = text().enum_values(Some(["FeatureCollection"]));
        let features = ArrayBuilder::new().items(ObjectBuilder::new());
        return ObjectBuilder::new()
            .schema_type(Type::Object)
            .property("type", collection)
            .required("type")
            .property("features", features)
            .required("features")
            .into();
    }
    if format.is_text() {
        return String::schema();
    }
    binary()
}

fn binary() -> RefOr<Schema> {
    let binary = SchemaFormat::KnownFormat(KnownFormat::Binary);
    text().format(Some(binary)).into()
}

fn the_file(format: Format) -> ResponseBuilder {
    let media_type = format.media_type().split(';').next().unwrap_or_default();
    let content = json(file_schema(format));
    ResponseBuilder::new().description("The file").content(media_type, content)
}

/// The capture matrix.
fn capture(resource: &Resource, format: Format) -> Operation {
    let mut columns = String::from("Columns:\n\n");
    for title in capture::titles(Unit::Victim) {
        columns.push_str(&["- `", &title.name, "`: ", &title.about, "\n"].concat());
    }
    let unit = text()
        .enum_values(Some(Unit::ALL.iter().map(|it| it.code())))
        .description(Some("event, unless it says otherwise."));
    let preset = text()
        .enum_values(Some(["research", "excel"]))
        .description(Some("research, unless it says otherwise."));
    operation(
        resource,
        format!("export_capture_{format}"),
        format!("Export the capture matrix as {format}"),
        &[400, 401, 403],
    )
    .description(Some(format!(
        "Which independent sources recorded which events or victims, for estimates of what nobody recorded: strata, and \
         a column `in_…` of 0 and 1 for each source. A source is who issued the statement that others go back to: \
         reprints count with it, and a joint statement with the first of its issuers. The 200 sources with most events \
         have a column; `in_others` stands for the rest, `in_unnamed` for those that have no name to be shown. The \
         columns up to `harm` are those of victims. {}\n\n{columns}",
        about_format(format)
    )))
    .parameters(Some(filters(Dataset::Events.filters(), None)))
    .parameter(in_query("unit", "What a row is: an event, or one of its targets.", unit))
    .parameter(in_query("preset", "For CSV: `excel` has a byte order mark, CRLF, and escapes what a spreadsheet would run.", preset))
    .response("200", the_file(format))
    .build()
}

fn about_format(format: Format) -> &'static str {
    match format {
        Format::Csv | Format::Jsonl => "Streams; a failure midway breaks the transfer.",
        Format::Parquet => {
            "Typed columns, compressed with zstd; lists are lists of strings. Streams; a failure midway breaks the \
             transfer."
        }
        Format::Xlsx => {
            "Sheets data, codebook and read me; further sheets of data past 1,048,576 rows. Dates are dates, texts are \
             texts; longer ones than 32,767 characters are cut, and read me says how many. Made whole before it is \
             sent, with its size."
        }
        Format::Geojson => {
            "A FeatureCollection (RFC 7946). `geometry` is null where no more than the country is known; \
             `geo_precision` says how exact a point is. Streams; a failure midway breaks the transfer."
        }
    }
}

/// How exactly places are told at most.
fn coarsen() -> Parameter {
    let levels = text().enum_values(Some(COARSER.map(GeoPrecision::code)));
    in_query("coarsen", "How exactly places are told at most, with their coordinates.", levels)
}

/// The operations that answer with datasets as files.
pub fn exports() -> Vec<(String, HttpMethod, Operation)> {
    let resource = Resource {
        path: "/exports",
        tag: "exports",
        name: "Export",
        one: "an export",
        many: "exports",
        about: "",
        parent: None,
        can_be_hidden: false,
    };
    let mut operations = Vec::new();
    for dataset in Dataset::ALL {
        for format in Format::ALL {
            let is_events = *dataset == Dataset::Events;
            if *format == Format::Geojson && !is_events {
                continue;
            }
            let mut columns = String::from("Columns:\n\n");
            for column in dataset.columns() {
                columns.push_str(&["- `", column.name, "`: ", column.about, "\n"].concat());
            }
            let most = if is_events && *format != Format::Geojson { 4 } else { 2 };
            let preset = text()
                .enum_values(Some(Preset::ALL.iter().take(most).map(|it| it.code())))
                .description(Some("research, unless it says otherwise."));
            let export = operation(
                &resource,
                format!("export_{dataset}_{format}"),
                format!("Export {dataset} as {format}"),
                &[400, 401, 403],
            )
            .description(Some(format!(
                "One row is {}. Everything that matches, from one moment of the database. {}\n\n{columns}",
                dataset.unit(),
                about_format(*format)
            )))
            .parameters(Some(filters(dataset.filters(), None)))
            .parameter(coarsen())
            .parameter(in_query("preset", "For CSV: `excel` has a byte order mark, CRLF, and escapes what a spreadsheet would run. For events: `acled` and `ucdp` have the columns of these; what does not map is empty.", preset))
            .response("200", the_file(*format));
            let path = format!("/api/v1/exports/{dataset}.{format}");
            operations.push((path, HttpMethod::Get, export.build()));
        }
    }
    let package = operation(
        &resource,
        "export_datapackage".to_owned(),
        "Export all datasets as a Data Package".to_owned(),
        &[400, 401, 403],
    )
    .description(Some(
        "A ZIP with every dataset as CSV, `datapackage.json` (Data Package v2, with types, codes, keys, sizes and \
         digests), `vocabularies.csv`, `codebook.csv`, `codebook.md`, `counting-rules.md`, `CITATION.cff`, `README.md` and \
         `SHA256SUMS`, all of one moment. With filters, which are those of events, the other tables have what belongs to \
         these events: participations, incidents, the statements and citations that speak of them, demands in those, and \
         actors; instruments, provisions and commitments are whole. A failure midway breaks the transfer.",
    ))
    .parameters(Some(filters(Dataset::Events.filters(), None)))
    .parameter(coarsen())
    .response(
        "200",
        ResponseBuilder::new()
            .description("The file")
            .content("application/zip", json(binary())),
    );
    let path = format!("/api/v1/exports/{}", Package::FILE);
    operations.push((path, HttpMethod::Get, package.build()));
    for format in Format::ALL.iter().filter(|it| **it != Format::Geojson) {
        let path = format!("/api/v1/exports/{}.{format}", Capture::NAME);
        operations.push((path, HttpMethod::Get, capture(&resource, *format)));
    }
    let entities = operation(
        &resource,
        "export_entities".to_owned(),
        "Export entities of FollowTheMoney".to_owned(),
        &[400, 401, 403],
    )
    .description(Some(
        "One JSON object a line, for Aleph and the tools of OpenSanctions: actors, statements, incidents and events, who \
         took part, and what statements say of them. With filters, which are those of events, what belongs to these. \
         Streams; a failure midway breaks the transfer.",
    ))
    .parameters(Some(filters(Dataset::Events.filters(), None)))
    .response("200", the_file(Format::Jsonl));
    let path = format!("/api/v1/exports/{}", Entities::FILE);
    operations.push((path, HttpMethod::Get, entities.build()));
    operations
}
