//! What a page says of itself: its headline, language, address and day.

use serde_json::Value;

use super::super::day;
use super::tree::{Node, Tree};

/// How deep data in a page are looked into.
const DEEP: usize = 8;

#[derive(Default)]
pub(super) struct About {
    pub language: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    /// As the page says it for other sites.
    shared: Option<String>,
    /// What browsers show: often with the name of the site.
    window: Option<String>,
}

impl About {
    /// The headline without the site's name.
    pub fn headline(&self) -> Option<String> {
        let title = self.shared.as_ref().or(self.window.as_ref())?;
        let parts = [" | ", " \u{2013} ", " \u{2014} ", " \u{BB} ", " :: "]
            .iter()
            .find(|mark| title.contains(*mark))
            .map(|mark| title.split(mark));
        let longest = parts.and_then(|parts| parts.max_by_key(|part| part.chars().count()));
        Some(longest.unwrap_or(title).trim().to_owned())
    }
}

pub(super) fn of(tree: &Tree) -> About {
    let mut about = About::default();
    let mut day_in_text = None;
    for node in &tree.nodes {
        match node.name.as_str() {
            "html" => {
                let tag = node.attribute("lang").or_else(|| node.attribute("xml:lang"));
                about.language = about.language.take().or_else(|| tag.map(language));
            }
            "meta" => of_meta(node, &mut about),
            "link"
                if node
                    .attribute("rel")
                    .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
            {
                about.url = node.attribute("href").map(|url| url.trim().to_owned());
            }
            "title" if about.window.is_none() => {
                let text: String = node
                    .children
                    .iter()
                    .map(|child| tree.nodes[*child as usize].text.as_str())
                    .collect();
                about.window = Some(text).filter(|text| !text.trim().is_empty());
            }
            "time" => {
                let published = node.attribute("itemprop") == Some("datePublished")
                    || node.attribute("class").is_some_and(|class| class.contains("published"));
                if published && day_in_text.is_none() {
                    day_in_text = node.attribute("datetime").and_then(day);
                }
            }
            _ => {}
        }
    }
    for data in &tree.data {
        if let Ok(value) = serde_json::from_str::<Value>(data) {
            of_data(&value, &mut about, DEEP);
        }
    }
    about.published = about.published.or(day_in_text);
    about
}

fn of_meta(node: &Node, about: &mut About) {
    let name = node
        .attribute("property")
        .or_else(|| node.attribute("name"))
        .or_else(|| node.attribute("itemprop"))
        .or_else(|| node.attribute("http-equiv"))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let Some(content) = node.attribute("content").map(str::trim).filter(|it| !it.is_empty()) else {
        return;
    };
    match name.as_str() {
        "og:title" => about.shared = Some(content.to_owned()),
        "og:url" => {
            about.url.get_or_insert_with(|| content.to_owned());
        }
        "og:locale" | "content-language" | "dc.language" | "dcterms.language" => {
            about.language.get_or_insert_with(|| language(content));
        }
        "article:published_time"
        | "datepublished"
        | "date"
        | "dc.date"
        | "dcterms.date"
        | "dc.date.issued"
        | "dcterms.issued"
        | "pubdate"
        | "publish-date"
        | "sailthru.date" => {
            about.published = about.published.take().or_else(|| day(content));
        }
        _ => {}
    }
}

/// `en_US` and `EN` as tags of BCP 47.
fn language(tag: &str) -> String {
    let tag = tag.trim().replace('_', "-");
    match tag.split_once('-') {
        Some((first, rest)) => format!("{}-{rest}", first.to_ascii_lowercase()),
        None => tag.to_ascii_lowercase(),
    }
}

/// Data of schema.org: an article, or a graph with one in it.
fn of_data(value: &Value, about: &mut About, deep: usize) {
    if deep == 0 {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|value| of_data(value, about, deep - 1)),
        Value::Object(fields) => {
            if let Some(published) = fields.get("datePublished").and_then(Value::as_str) {
                about.published = about.published.take().or_else(|| day(published));
            }
            if let Some(tag) = fields.get("inLanguage").and_then(Value::as_str) {
                about.language.get_or_insert_with(|| language(tag));
            }
            for key in ["@graph", "mainEntity"] {
                if let Some(within) = fields.get(key) {
                    of_data(within, about, deep - 1);
                }
            }
        }
        _ => {}
    }
}
