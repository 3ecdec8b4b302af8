//! Where links may lead: to addresses of the web, to the server that made the report, and to other
//! places of the report itself. Everything else stays text.

use std::fmt::Write;

/// Longer addresses stay text: Word and some browsers take no more.
const LONGEST: usize = 2_048;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Web(String),
    /// The anchor, as the document has it.
    Anchor(String),
}

/// Where a link leads; nothing where it may not. `base`: the address of the server that made the report,
/// or nothing, for pages that it shows itself.
pub fn target(base: &str, href: &str) -> Option<Target> {
    if let Some(anchor) = href.strip_prefix('#') {
        return Some(Target::Anchor(anchor.to_owned()));
    }
    if href.starts_with('/') {
        // Both begin with the name of another server, to browsers.
        let is_path = !href.starts_with("//") && !href.starts_with("/\\");
        let whole = format!("{}{}", base.trim_end_matches('/'), written(href));
        return (is_path && whole.len() <= LONGEST).then_some(Target::Web(whole));
    }
    web(href).map(Target::Web)
}

/// An address of the web as links have it; nothing if it is none.
pub fn web(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at(end);
    // A name before an `@` would pass for the host to whoever reads the address.
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-' || b == b'_';
    let is_host = !name.is_empty() && name.bytes().all(is_name) && port.parse::<u16>().is_ok();
    let whole = format!("{scheme}://{host}{}", written(rest));
    (is_host && whole.len() <= LONGEST).then_some(whole)
}

/// A path, query and fragment with everything percent-encoded that addresses do not hold as it is.
fn written(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut has_fragment = false;
    for (at, byte) in bytes.iter().enumerate() {
        let is_kept = match byte {
            b'%' => {
                bytes.get(at + 1..at + 3).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
            }
            b'#' => !std::mem::replace(&mut has_fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(byte),
        };
        if is_kept {
            out.push(char::from(*byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_web_the_server_and_the_report() {
        let to = |href| match target("https://saksi.example.org/", href) {
            Some(Target::Web(it)) => it,
            Some(Target::Anchor(it)) => format!("anchor {it}"),
            None => "none".to_owned(),
        };
        for (href, leads) in [
            ("/events?country=KHM&x=a b", "https://saksi.example.org/events?country=KHM&x=a%20b"),
            ("HTTPS://un.org:8080/ខ#a#b", "https://un.org:8080/%E1%9E%81#a%23b"),
            ("http://a.org/50%/%41", "http://a.org/50%25/%41"),
            ("#method", "anchor method"),
            ("//evil.org/", "none"),
            ("/\\evil.org/", "none"),
            ("javascript:alert(1)", "none"),
            (" https://a.org", "none"),
            ("https://un.org@evil.org/", "none"),
            ("https://", "none"),
            ("https://a.org:99999/", "none"),
            ("https://[::1]/", "none"),
            ("data:text/html,x", "none"),
            ("", "none"),
            ("mailto:a@b.org", "none"),
        ] {
            assert_eq!(to(href), leads, "{href}");
        }
        assert_eq!(target("", &format!("/{}", "a".repeat(5000))), None);
        assert_eq!(target("", "/a"), Some(Target::Web("/a".to_owned())));
    }
}
