//! Leads the links of a page into the portal.
//!
//! The text of records is escaped where pages are made: a quotation mark or an angle bracket in the
//! HTML is the page's own. So an attribute is what looks like one.

use crate::pages::records::PUBLIC;

/// The attributes that lead somewhere.
const LEADING: [&str; 3] = [" href=\"", " action=\"", " src=\""];

/// A page with its links led into the portal: what the portal has, under `base`; a link to anything
/// else becomes text. Forms that would change something are left out.
pub fn led(html: &str, base: &str) -> String {
    let html = without_changes(html);
    let mut out = String::with_capacity(html.len() + 1_024);
    let mut rest = html.as_str();
    while let Some((at, name)) = next(rest) {
        let begins = at + name.len();
        let Some(length) = rest[begins..].find('"') else { break };
        let value = &rest[begins..begins + length];
        out.push_str(&rest[..at]);
        if let Some(value) = place(value, base) {
            out.push_str(name);
            out.push_str(&value);
            out.push('"');
        }
        rest = &rest[begins + length + 1..];
    }
    out.push_str(rest);
    out
}

fn next(text: &str) -> Option<(usize, &'static str)> {
    let found = LEADING.into_iter().filter_map(|name| Some((text.find(name)?, name)));
    found.min_by_key(|found| found.0)
}

/// Where a link leads, from a page of the portal; nothing, if the portal has no such page.
fn place(value: &str, base: &str) -> Option<String> {
    // A place on the page, or an address on another server that a record names.
    if !value.starts_with('/') || value.starts_with("//") {
        let is_elsewhere = value.starts_with("https://") || value.starts_with("http://");
        return (value.starts_with('#') || value.is_empty() || is_elsewhere)
            .then(|| value.to_owned());
    }
    let path = value.split(['?', '#']).next().unwrap_or_default();
    let rest = &value[path.len()..];
    let segments: Vec<&str> = path[1..].split('/').collect();
    match segments.as_slice() {
        ["assets" | "public", ..] => Some(value.to_owned()),
        // What the help explains to everybody stands on the first page.
        ["" | "help"] => Some(format!("{base}/{rest}")),
        ["search" | "countries" | "releases"]
        | ["countries" | "exports", _]
        | ["countries", _, "figures"]
        | ["releases", _, "diff", _]
        | ["releases", _, "diff", _, _] => Some(format!("{base}{value}")),
        ["releases", name] | ["releases", name, _] if *name != "new" => {
            Some(format!("{base}{value}"))
        }
        [kind] if PUBLIC.contains(kind) => Some(format!("{base}{value}")),
        ["events", "timeline" | "charts" | "map"] => None,
        [kind, name] if PUBLIC.contains(kind) && *name != "new" => Some(format!("{base}{value}")),
        _ => None,
    }
}

/// A page without forms that send something.
fn without_changes(html: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(html.len()), html);
    while let Some(at) = rest.find("<form") {
        let tag_ends = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..tag_ends];
        if tag.to_ascii_lowercase().contains("post") {
            let ends = rest[at..].find("</form>").map_or(rest.len(), |end| at + end + 7);
            out.push_str(&rest[..at]);
            rest = &rest[ends..];
        } else {
            out.push_str(&rest[..tag_ends]);
            rest = &rest[tag_ends..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_in_the_portal() {
        for (from, to) in [
            (
                "<a href=\"/events?country=KHM&amp;type=a\">x</a>",
                "<a href=\"/public/fr/events?country=KHM&amp;type=a\">x</a>",
            ),
            (
                "<a class=\"a\" href=\"/events/E1#c-1\">x</a>",
                "<a class=\"a\" href=\"/public/fr/events/E1#c-1\">x</a>",
            ),
            ("<a href=\"/\">x</a>", "<a href=\"/public/fr/\">x</a>"),
            ("<a href=\"/help#counting\">x</a>", "<a href=\"/public/fr/#counting\">x</a>"),
            ("<a href=\"#c-1\">x</a>", "<a href=\"#c-1\">x</a>"),
            ("<a href=\"https://example.org/\">x</a>", "<a href=\"https://example.org/\">x</a>"),
            ("<form action=\"/search\">", "<form action=\"/public/fr/search\">"),
            ("<link href=\"/assets/0/app.css\">", "<link href=\"/assets/0/app.css\">"),
            ("<a href=\"/public/km/events\">x</a>", "<a href=\"/public/km/events\">x</a>"),
            // What the portal has not.
            ("<a href=\"/events/new\">x</a>", "<a>x</a>"),
            (
                "<a class=\"b\" href=\"/events/E1/history\" id=\"i\">x</a>",
                "<a class=\"b\" id=\"i\">x</a>",
            ),
            ("<a href=\"/api/v1/events\">x</a>", "<a>x</a>"),
            ("<a href=\"//evil.example/\">x</a>", "<a>x</a>"),
            ("<a href=\"javascript:x\">x</a>", "<a>x</a>"),
            // Text is text.
            ("<p>see href=&#34;/review&#34;</p>", "<p>see href=&#34;/review&#34;</p>"),
        ] {
            assert_eq!(led(from, "/public/fr"), to);
        }
    }

    #[test]
    fn nothing_can_be_sent() {
        let page = "a<form method=\"post\" action=\"/x\"><button>go</button></form>b<form action=\"/events\"><p></form>";
        assert_eq!(led(page, "/public"), "ab<form action=\"/public/events\"><p></form>");
        assert_eq!(led("a<form method=\"POST\">no end", "/public"), "a");
    }
}
