//! What the address of a list asks for: filters, order, page, fields.

use std::collections::BTreeMap;
use std::str::FromStr;

use actix_web::HttpRequest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::app::App;
use crate::casework::read_records::{Page, cursor_unknown};
use crate::casework::records::{Filters, Sort};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::store::history::digest;

/// The largest page.
pub const LIMIT: i64 = 500;

/// The parameters of a request, each given once.
#[derive(Debug, Clone, Default)]
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// # Errors
    /// [`Error::Malformed`] if one is given twice.
    pub fn of(request: &HttpRequest) -> Result<Self> {
        let pairs =
            actix_web::web::Query::<Vec<(String, String)>>::from_query(request.query_string())
                .map_err(|error| Error::Malformed(format!("the query cannot be read: {error}")))?;
        Self::given(pairs.into_inner())
    }

    /// Those of a list of names and values.
    ///
    /// # Errors
    /// [`Error::Malformed`] if one is given twice.
    pub fn given(pairs: Vec<(String, String)>) -> Result<Self> {
        let mut all = BTreeMap::new();
        for (name, value) in pairs {
            let shown: String = name.chars().take(40).collect();
            if all.insert(name, value).is_some() {
                return Err(Error::Malformed(format!(
                    "'{shown}' is given twice; give alternatives with commas"
                )));
            }
        }
        Ok(Self(all))
    }

    /// Adds one that came another way.
    ///
    /// # Errors
    /// [`Error::Malformed`] if it is there already.
    pub fn add(&mut self, name: &str, value: String) -> Result<()> {
        if self.0.insert(name.to_owned(), value).is_none() {
            return Ok(());
        }
        let name: String = name.chars().take(40).collect();
        Err(Error::Malformed(format!("'{name}' is given twice")))
    }

    /// Takes one out.
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)
    }

    /// Takes out one that says nothing.
    pub fn drop_empty(&mut self, name: &str) {
        if self.0.get(name).is_some_and(String::is_empty) {
            self.0.remove(name);
        }
    }

    /// Takes out one that is one of a few words, or written in some form of its own.
    ///
    /// # Errors
    /// [`Error::Malformed`], with what the parser says, if it is something else.
    pub fn parsed<T: FromStr<Err = String>>(&mut self, name: &str) -> Result<Option<T>> {
        self.take(name)
            .map(|value| value.parse())
            .transpose()
            .map_err(|about| Error::Malformed(format!("'{name}' cannot be used: {about}")))
    }

    /// Takes out one that is required.
    pub fn required(&mut self, name: &str, example: &str) -> Result<String> {
        self.take(name).ok_or_else(|| {
            Error::Malformed(format!("'{name}' is required, such as {name}={example}"))
        })
    }

    /// Takes out one that is true or false.
    pub fn flag(&mut self, name: &str) -> Result<bool> {
        match self.take(name).as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Error::Malformed(format!("'{name}' must be true or false"))),
        }
    }

    /// Takes out the size of a page.
    pub fn limit(&mut self) -> Result<i64> {
        match self.take("limit") {
            None => Ok(50),
            Some(limit) => limit
                .parse()
                .ok()
                .filter(|limit| (1..=LIMIT).contains(limit))
                .ok_or_else(|| Error::Malformed(format!("'limit' must be from 1 to {LIMIT}"))),
        }
    }

    /// What is left, as filters.
    pub fn filters(self) -> Filters {
        Filters(self.0)
    }

    /// # Errors
    /// [`Error::Malformed`] if any is left.
    pub fn none_left(self) -> Result<()> {
        match self.0.into_keys().next() {
            None => Ok(()),
            Some(name) => {
                let name: String = name.chars().take(40).collect();
                Err(Error::Malformed(format!("there is no parameter '{name}' here")))
            }
        }
    }
}

/// What a list is asked for.
#[derive(Debug, Clone)]
pub struct ListQuery {
    pub filters: Filters,
    pub page: Page,
    pub count: bool,
    pub fields: Option<Vec<String>>,
    /// The order, as it is written in a cursor.
    order: String,
}

impl ListQuery {
    pub fn of(request: &HttpRequest, app: &App, sorts: &'static [Sort]) -> Result<Self> {
        Self::read(Parameters::of(request)?, app, sorts)
    }

    pub fn read(mut parameters: Parameters, app: &App, sorts: &'static [Sort]) -> Result<Self> {
        let limit = parameters.limit()?;
        let count = parameters.flag("count")?;
        let fields = parameters.take("fields").and_then(|fields| names(&fields));
        let sort = parameters.take("sort");
        let cursor = parameters.take("cursor");
        let filters = parameters.filters();

        let (name, descending) = match &sort {
            None => (sorts[0].name, sorts[0].newest_first),
            Some(sort) => match sort.strip_prefix('-') {
                Some(name) => (name, true),
                None => (sort.as_str(), false),
            },
        };
        let Some(sort) = sorts.iter().find(|sort| sort.name == name) else {
            let known: Vec<_> = sorts.iter().map(|sort| sort.name).collect();
            return Err(Error::Malformed(format!(
                "'sort' must be one of {}, with - for downwards",
                known.join(", ")
            )));
        };
        let order = format!("{}{}", if descending { "-" } else { "" }, sort.name);
        let mut query = Self {
            filters,
            page: Page { column: sort.column, descending, after: None, limit },
            count,
            fields,
            order,
        };
        if let Some(cursor) = cursor {
            query.page.after = Some(query.read_cursor(app, &cursor)?);
        }
        Ok(query)
    }

    /// A cursor that continues after a record: its value in the order, and its id.
    pub fn cursor(&self, app: &App, value: &str, id: Id) -> String {
        sealed(app, &json!([self.filters.0, self.order]), &(value, id))
    }

    fn read_cursor(&self, app: &App, cursor: &str) -> Result<(String, Id)> {
        read_sealed(app, &json!([self.filters.0, self.order]), cursor)
    }
}

/// A place in a list as a cursor. Signed together with which list it is, since a cursor that was
/// edited, or belongs to another, would silently skip records.
pub fn sealed(app: &App, list: &Value, place: &impl Serialize) -> String {
    let said = json!(place).to_string();
    URL_SAFE_NO_PAD.encode(format!("{}{said}", seal_of(app, list, &said)))
}

/// The place that a cursor of [`sealed`] tells.
pub fn read_sealed<T: DeserializeOwned>(app: &App, list: &Value, cursor: &str) -> Result<T> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| cursor_unknown())?;
    let text = String::from_utf8(bytes).map_err(|_| cursor_unknown())?;
    let (seal, said) = text.split_at_checked(16).ok_or_else(cursor_unknown)?;
    if seal != seal_of(app, list, said) {
        return Err(cursor_unknown());
    }
    serde_json::from_str(said).map_err(|_| cursor_unknown())
}

fn seal_of(app: &App, list: &Value, said: &str) -> String {
    let sealed = json!([app.keys.seed(), list, said]);
    digest(sealed.to_string().as_bytes())[..16].to_owned()
}

/// The names in a `fields` parameter; nothing, for all, where it names none.
fn names(fields: &str) -> Option<Vec<String>> {
    let names: Vec<String> =
        fields.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    (!names.is_empty()).then_some(names)
}

/// Fields that are left out of some answers.
const NOT_ALWAYS: [&str; 3] = ["created_by", "team", "assigned_to"];

/// Keeps the fields that were asked for, and what names the record.
pub fn picked(view: Value, fields: Option<&[String]>) -> Result<Value> {
    let (Some(fields), Value::Object(mut all)) = (fields, view.clone()) else { return Ok(view) };
    let known = |name: &str| all.contains_key(name) || NOT_ALWAYS.contains(&name);
    if let Some(missing) = fields.iter().find(|name| !known(name)) {
        let known: Vec<_> = all.keys().map(String::as_str).collect();
        let missing: String = missing.chars().take(40).collect();
        return Err(Error::Malformed(format!(
            "there is no field '{missing}'; there are {}",
            known.join(", ")
        )));
    }
    all.retain(|name, _| name == "id" || name == "ref" || fields.contains(name));
    Ok(Value::Object(all))
}

/// The field names of a `fields` parameter.
pub fn fields(parameters: &mut Parameters) -> Option<Vec<String>> {
    parameters.take("fields").and_then(|fields| names(&fields))
}
