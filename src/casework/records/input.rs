//! What people send, checked field by field.

use serde::de::{self, DeserializeOwned, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::text::{self, TextError};
use crate::domain::{Confidentiality, Country, Id};
use crate::error::Wrong;

/// Input that says who may see the record.
pub trait Levelled {
    fn confidentiality(&self) -> Option<Confidentiality>;
    /// The team, by id or name, that alone sees it.
    fn team(&self) -> Option<&str>;
}

macro_rules! levelled {
    ($($input:ty),+) => {$(
        impl crate::casework::records::input::Levelled for $input {
            fn confidentiality(&self) -> Option<crate::domain::Confidentiality> {
                self.confidentiality
            }

            fn team(&self) -> Option<&str> {
                self.team.as_deref()
            }
        }
    )+};
}
pub(crate) use levelled;

/// A record named by its id or ref, or described so that it is made with what names it.
#[derive(Debug, Clone, PartialEq)]
pub enum Link<T> {
    To(String),
    New(Box<T>),
}

impl<T> Link<T> {
    pub fn to(id: Id) -> Self {
        Self::To(id.to_string())
    }
}

impl<T: Serialize> Serialize for Link<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::To(name) => to.serialize_str(name),
            Self::New(new) => new.serialize(to),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Link<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either<T>(std::marker::PhantomData<T>);

        impl<'de, T: DeserializeOwned> Visitor<'de> for Either<T> {
            type Value = Link<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an id, a ref, or an object that describes a new record")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Link<T>, E> {
                Ok(Link::To(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Link<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|new| Link::New(Box::new(new)))
            }
        }

        from.deserialize_any(Either(std::marker::PhantomData))
    }
}

/// How the API describes a link to a record that `new` describes.
fn link(new: &str) -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Type};
    use utoipa::openapi::{Ref, RefOr};
    let name = ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some("The id or ref of a record that is there already."))
        .min_length(Some(1))
        .max_length(Some(200));
    let new: RefOr<utoipa::openapi::Schema> = RefOr::Ref(Ref::from_schema_name(new));
    OneOfBuilder::new().item(name).item(new).into()
}

pub fn actor_link() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    link("ActorInput")
}

pub fn statement_link() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    link("StatementInput")
}

pub fn incident_link() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    link("IncidentInput")
}

pub fn actor_links() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    utoipa::openapi::schema::ArrayBuilder::new().items(actor_link()).max_items(Some(500)).into()
}

/// Checks of texts, in place, so that what is kept is what was checked.
impl Wrong {
    fn kept(
        &mut self,
        pointer: &str,
        text: &mut String,
        check: fn(&str) -> Result<String, TextError>,
    ) {
        match check(text) {
            Ok(kept) => *text = kept,
            Err(error) => self.add(pointer, error.to_string()),
        }
    }

    /// A line that must be there.
    pub fn line(&mut self, pointer: &str, text: &mut String) {
        self.kept(pointer, text, text::line);
    }

    /// A line that may be left out; an empty one counts as left out.
    pub fn line_if(&mut self, pointer: &str, text: &mut Option<String>) {
        self.kept_if(pointer, text, text::line);
    }

    /// A line of at most `most` characters, such as an index can hold.
    pub fn short(&mut self, pointer: &str, text: &mut String, most: usize) {
        self.line(pointer, text);
        let found = text.chars().count();
        if (most + 1..=text::LINE).contains(&found) {
            self.add(pointer, TextError::Long { found, most }.to_string());
        }
    }

    /// Several lines that must be there.
    pub fn passage(&mut self, pointer: &str, text: &mut String) {
        self.kept(pointer, text, text::passage);
    }

    /// Several lines that may be left out.
    pub fn passage_if(&mut self, pointer: &str, text: &mut Option<String>) {
        self.kept_if(pointer, text, text::passage);
    }

    fn kept_if(
        &mut self,
        pointer: &str,
        text: &mut Option<String>,
        check: fn(&str) -> Result<String, TextError>,
    ) {
        match text.as_deref().map(check) {
            None => {}
            Some(Ok(kept)) => *text = Some(kept),
            Some(Err(TextError::Empty)) => *text = None,
            Some(Err(error)) => self.add(pointer, error.to_string()),
        }
    }

    /// A web address that may be left out.
    pub fn url_if(&mut self, pointer: &str, url: &mut Option<String>) {
        self.line_if(pointer, url);
        if let Some(url) = url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            self.add(pointer, "must begin with https:// or http://");
        }
    }

    /// A whole day that may be left out.
    pub fn day_if(&mut self, pointer: &str, day: Option<&str>) {
        if let Some(day) = day
            && !is_day(day)
        {
            self.add(pointer, "must be a day that exists, as YYYY-MM-DD");
        }
    }

    /// A BCP 47 language tag that may be left out.
    pub fn language_if(&mut self, pointer: &str, tag: Option<&str>) {
        if let Some(tag) = tag
            && !is_language(tag)
        {
            self.add(pointer, "must be a BCP 47 language tag, such as km or ar-EG");
        }
    }

    /// No more than `most` items.
    pub fn at_most<T>(&mut self, pointer: &str, items: &[T], most: usize) {
        if items.len() > most {
            self.add(pointer, format!("has {} items; the most is {most}", items.len()));
        }
    }
}

fn is_day(day: &str) -> bool {
    day.len() == 10
        && chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .is_ok_and(|parsed| parsed.to_string() == day)
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    tag.len() <= 35
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// The text of a country column.
pub fn country_code(country: Option<&Country>) -> Option<String> {
    country.map(|country| country.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_and_days_are_told_from_what_looks_alike() {
        for tag in ["km", "ar-EG", "zh-Hant-TW", "fil"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "k", "khmer language", "en_US", "-en", "en-"] {
            assert!(!is_language(tag), "{tag}");
        }
        assert!(is_day("2016-02-29"));
        for day in ["2017-02-29", "2017-2-3", "2017-02", "26/11/2017", "+2017-1-1"] {
            assert!(!is_day(day), "{day}");
        }
    }
}
