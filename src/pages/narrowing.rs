//! What a list is narrowed by, the same for all its views: the filter builder, the filters in use, and
//! the way from one view to another.

use super::frame::Frame;
use super::list::{
    Chip, Choice, FilterField, address, filter_field, filter_label, filter_value, is_offered, sorts,
};
use super::records::Shown;
use super::visit::Pairs;
use crate::error::Result;
use crate::http::query::Parameters;

/// What somebody asks a list for, as the address has it.
pub struct Asked(pub Pairs);

impl Asked {
    /// Reads the query of an address. A form sends the fields that were left empty, too.
    pub fn of(query: &str) -> Self {
        let mut pairs: Pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        pairs.retain(|(_, value)| !value.trim().is_empty());
        Self(pairs)
    }

    /// Takes out what is no filter.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|pair| pair.0 == name)?;
        Some(self.0.remove(at).1)
    }

    /// # Errors
    /// [`crate::error::Error::Malformed`] if one is given twice.
    pub fn parameters(&self) -> Result<Parameters> {
        Parameters::given(self.0.clone())
    }

    /// Those that are filters of a kind of record.
    pub fn filters<R: Shown>(&self) -> Pairs {
        let is_filter = |name: &str| R::FILTERS.iter().any(|filter| filter.name == name);
        self.0.iter().filter(|pair| is_filter(&pair.0)).cloned().collect()
    }
}

/// See the module. Templates call it `by`.
pub struct Narrowing {
    /// The path of this view.
    pub path: String,
    pub filters: Vec<FilterField>,
    pub chips: Vec<Chip>,
    pub is_filtered: bool,
    /// Orders to choose from; empty where the view has its own.
    pub sorts: Vec<Choice>,
    /// What else the form sends back.
    pub kept: Pairs,
    pub views: Vec<View>,
    /// What is wrong with what was asked.
    pub wrong: Option<String>,
}

/// A view of the same list: what it is called, where it is, whether it is this one.
pub struct View {
    pub label: String,
    pub path: String,
    pub is_here: bool,
}

impl Narrowing {
    /// What stands above a view of the list of `R`. `view`: the last part of its path, empty for the
    /// table; `kept`: parameters of the view that are no filters.
    pub fn of<R: Shown>(f: &Frame, view: &str, asked: &Asked, kept: &[(&str, String)]) -> Self {
        let place = |view: &str| {
            if view.is_empty() { format!("/{}", R::PATH) } else { format!("/{}/{view}", R::PATH) }
        };
        let path = place(view);
        let filters = asked.filters::<R>();
        let chips = filters.iter().map(|(name, value)| Chip {
            label: filter_label(f, name),
            value: filter_value(f, name, value),
            without: {
                let own = kept.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
                let others = asked.0.iter().filter(|pair| pair.0 != *name && pair.0 != "cursor");
                let all: Pairs = others.cloned().chain(own).collect();
                address(&path, all.iter())
            },
        });
        let views = std::iter::once("").chain(R::VIEWS.iter().copied()).map(|other| View {
            label: f.t(&format!("view-{}", if other.is_empty() { "table" } else { other })),
            path: address(&place(other), filters.iter()),
            is_here: other == view,
        });
        // The portal has the table alone.
        let views = if R::VIEWS.is_empty() || f.is_public() { Vec::new() } else { views.collect() };
        Self {
            filters: R::FILTERS
                .iter()
                .filter(|filter| is_offered(filter.name, f))
                .map(|filter| filter_field(f, filter.name, filter.about, R::WORD, &asked.0))
                .collect(),
            chips: chips.collect(),
            is_filtered: !filters.is_empty(),
            sorts: if view.is_empty() { sorts::<R>(f, &asked.0) } else { Vec::new() },
            kept: kept.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            views,
            wrong: None,
            path,
        }
    }
}
