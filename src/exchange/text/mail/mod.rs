//! E-mail source: the message that was written, without what it answers and how it is signed. Of a message
//! that was passed on, what was passed on is kept.

mod mime;

use super::boilerplate::From;
use super::lines::{self, Line};
use super::{CutWhy, Draft, FileKind, Outcome, TextOfFile, html, plain};
use mime::{Content, Headers, Part};

/// How many messages may lie within each other.
const DEEPEST: usize = 4;
/// The most attachments that are named.
const MOST_NAMED: usize = 20;
/// Below so many characters, the text before what is quoted only says what it is.
const COVER: usize = 200;

pub(super) fn read(bytes: &[u8]) -> Outcome<TextOfFile> {
    draft(bytes, DEEPEST)?.finish_file(FileKind::Email, From::Mail)
}

fn draft(bytes: &[u8], deep: usize) -> Outcome<Draft> {
    // A mailbox's separator stands before the headers of a message that was saved from one.
    let separator =
        bytes.starts_with(b"From ").then(|| bytes.iter().position(|byte| *byte == b'\n'));
    let message = Part::of(separator.flatten().map_or(bytes, |at| &bytes[at + 1..]));
    let content = message.content();
    let mut draft = match written(&content) {
        Written::Text => {
            let text = if content.flows { unfolded(&content.text) } else { content.text.clone() };
            Draft {
                notices: plain::unreadable(&text),
                lines: lines::split(&text),
                ..Draft::default()
            }
        }
        Written::Page => {
            let page = html::draft(&content.page)?;
            Draft { lines: page.lines, language: page.language, ..Draft::default() }
        }
    };
    if draft.lines.iter().all(|line| line.is_blank() || line.why.is_some())
        && deep > 0
        && let Some(within) = content.messages.first()
    {
        let mut within = self::draft(within, deep - 1)?;
        let notice = "the text is that of the message which is attached to this one".to_owned();
        within.notices.insert(0, notice);
        return Ok(within);
    }
    mark_passed_on(&mut draft.lines);
    mark_quoted(&mut draft.lines);
    describe(&mut draft, &message.headers);
    draft.notices.extend(attached(&content));
    Ok(draft)
}

/// Says what the headers say.
fn describe(draft: &mut Draft, headers: &Headers) {
    draft.title = headers.text("subject").map(|subject| without_prefixes(&subject).to_owned());
    draft.from = headers.raw("from").and_then(mime::sender);
    draft.published = headers.raw("date").and_then(mime::day);
    if draft.language.is_none() {
        let tag = headers.raw("content-language").and_then(|tags| tags.split(',').next());
        draft.language = tag.map(|tag| tag.trim().to_owned());
    }
}

enum Written {
    Text,
    Page,
}

/// Which form of a message is read: the page, if there is no text or it only says that there is a page.
fn written(content: &Content) -> Written {
    let (text, page) = (content.text.trim(), content.page.trim());
    let says_little = text.len() < COVER && page.len() > 20 * text.len();
    if page.is_empty() || !(text.is_empty() || says_little) { Written::Text } else { Written::Page }
}

/// Lines that end with a space go on in the next one.
fn unfolded(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines() {
        let quoted = line.starts_with('>');
        // A space before it keeps a line from being taken for a quotation.
        let line = if quoted { line } else { line.strip_prefix(' ').unwrap_or(line) };
        whole.push_str(line);
        if quoted || line == "-- " || !line.ends_with(' ') {
            whole.push('\n');
        }
    }
    whole
}

fn without_prefixes(subject: &str) -> &str {
    let mut subject = subject.trim();
    while let Some((first, rest)) = subject.split_once(':') {
        let prefix = matches!(
            first.trim().to_ascii_lowercase().as_str(),
            "re" | "fwd" | "fw" | "tr" | "rv" | "aw" | "wg" | "r\u{e9}f"
        );
        if !prefix {
            break;
        }
        subject = rest.trim();
    }
    subject
}

/// Names what is attached and not read, for the statement may be in there.
fn attached(content: &Content) -> Vec<String> {
    const WITH_TEXT: [&str; 9] =
        [".docx", ".pdf", ".doc", ".odt", ".rtf", ".txt", ".html", ".htm", ".eml"];
    let advice = "is not read; if it has the statement, save it and send it by itself";
    let mut notices = Vec::new();
    for name in content.attached.iter().take(MOST_NAMED) {
        let lower = name.to_lowercase();
        let name: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
        notices.push(if name.is_empty() {
            format!("an attachment without a name {advice}")
        } else if WITH_TEXT.iter().any(|end| lower.ends_with(end)) {
            format!("the attachment \u{201C}{name}\u{201D} {advice}")
        } else {
            format!("the attachment \u{201C}{name}\u{201D} is not read")
        });
    }
    if content.attached.len() > MOST_NAMED {
        notices
            .push(format!("{} more attachments are not read", content.attached.len() - MOST_NAMED));
    }
    if !content.messages.is_empty() {
        notices.push(format!("an attached message {advice}"));
    }
    notices
}

/// Marks the heads of messages that were passed on: "Forwarded message", From, Date, Subject, To.
fn mark_passed_on(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let begins = lines[at].why.is_none() && is_passed_on(&lines[at].text);
        at += 1;
        if !begins {
            continue;
        }
        lines[at - 1].why = Some(CutWhy::Header);
        // Blank lines may stand before the headers, and long headers go on.
        let mut headers = 0;
        while at < lines.len() {
            let line = &lines[at];
            if is_header(&line.text) {
                headers += 1;
            } else if line.is_blank() {
                if headers > 0 {
                    break;
                }
            } else if headers == 0 || !line.text.starts_with([' ', '\t']) {
                break;
            }
            if !lines[at].is_blank() {
                lines[at].why.get_or_insert(CutWhy::Header);
            }
            at += 1;
        }
    }
}

fn is_passed_on(text: &str) -> bool {
    let bare = text.trim().trim_matches(['-', '_', ' ', ':']).to_lowercase();
    matches!(
        bare.as_str(),
        "forwarded message"
            | "begin forwarded message"
            | "message transf\u{e9}r\u{e9}"
            | "d\u{e9}but du message r\u{e9}exp\u{e9}di\u{e9}"
            | "mensaje reenviado"
            | "weitergeleitete nachricht"
    )
}

fn is_header(text: &str) -> bool {
    let text = text.trim_start_matches(['>', ' ', '*']);
    let name = text
        .split_once(':')
        .map(|(name, _)| name.trim_matches(['*', ' ', '\u{a0}']).to_lowercase());
    name.is_some_and(|name| {
        matches!(
            name.as_str(),
            "from"
                | "to"
                | "cc"
                | "bcc"
                | "date"
                | "sent"
                | "subject"
                | "reply-to"
                | "de"
                | "\u{e0}"
                | "envoy\u{e9}"
                | "objet"
                | "para"
                | "enviado"
                | "asunto"
                | "fecha"
        )
    })
}

/// Marks what a message answers: lines that begin with `>`, and all below "Original Message".
fn mark_quoted(lines: &mut [Line]) {
    let written: usize = lines
        .iter()
        .filter(|line| line.why.is_none() && !line.text.starts_with('>'))
        .take_while(|line| !is_original(&line.text))
        .map(|line| line.text.trim().chars().count())
        .sum();
    if written < COVER {
        // All of it is quoted: that is the statement, passed on.
        for line in lines.iter_mut().filter(|line| line.why.is_none()) {
            let rest = line.text.trim_start_matches(['>', ' ']);
            if line.text.starts_with('>') {
                line.text = rest.to_owned();
            } else if is_original(&line.text) {
                line.why = Some(CutWhy::Header);
            }
        }
        return;
    }
    if let Some(original) = lines.iter().position(|line| is_original(&line.text)) {
        for line in &mut lines[original..] {
            line.why.get_or_insert(CutWhy::QuotedReply);
        }
    }
    for at in 0..lines.len() {
        if !lines[at].text.starts_with('>') {
            continue;
        }
        lines[at].why.get_or_insert(CutWhy::QuotedReply);
        // "On Monday, somebody wrote:", which may have gone on to a second line.
        let above = (0..at)
            .rev()
            .take(3)
            .filter(|above| !lines[*above].is_blank())
            .take(2)
            .collect::<Vec<_>>();
        if let Some(first) =
            above.first().copied().filter(|above| says_who_wrote(&lines[*above].text))
        {
            lines[first].why.get_or_insert(CutWhy::QuotedReply);
            if let Some(second) = above.get(1).copied().filter(|second| {
                first == second + 1
                    && lines[*second].text.starts_with("On ")
                    && !lines[first].text.starts_with("On ")
            }) {
                lines[second].why.get_or_insert(CutWhy::QuotedReply);
            }
        }
    }
}

fn is_original(text: &str) -> bool {
    let text = text.trim();
    let bare = text.trim_matches(['-', '_', ' ']).to_lowercase();
    text.starts_with(['-', '_'])
        && matches!(
            bare.as_str(),
            "original message"
                | "message d'origine"
                | "message d\u{2019}origine"
                | "mensaje original"
                | "urspr\u{fc}ngliche nachricht"
        )
}

fn says_who_wrote(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['\u{a0}', ' ', ':']).to_lowercase();
    ["wrote", "a \u{e9}crit", "escribi\u{f3}", "schrieb", "writes"]
        .iter()
        .any(|end| text.ends_with(end))
}
