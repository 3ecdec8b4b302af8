//! E-mail source.

use super::{check, cut, error_of, text_of};
use crate::exchange::text::{CutWhy, FileKind, TextOfFileError};

const STATEMENT: &str = "PUBLIC STATEMENT\n\nPort Selwyn, 14 March 2021 - The Coastal Workers' Rights Network is alarmed by the arrest of four leaders of the Harbour Workers' Union on 9 March.\n\nThe network calls on the Port Police to release them at once, and on the prosecutor to drop the charges.";

fn eml(headers: &str, body: &str) -> Vec<u8> {
    format!("Return-Path: <press@cwrn.example>\nMIME-Version: 1.0\n{headers}\n\n{body}")
        .replace('\n', "\r\n")
        .into_bytes()
}

#[test]
fn headers_say_who_sent_what_and_when() {
    let file = eml(
        "From: =?UTF-8?Q?R=C3=A9seau?= <press@cwrn.example>\nTo: all@cwrn.example\nSubject: Fwd: RE: =?utf-8?B?UmVsZWFzZSB0aGUgZm91ciDigJMgbm93?=\nDate: Sun, 14 Mar 2021 23:30:00 -0500\nContent-Type: text/plain; charset=utf-8",
        &format!("{STATEMENT}\n\n-- \nIda Noor\nPress officer"),
    );
    let text = text_of(&file);
    check(&text);
    assert_eq!(text.kind, FileKind::Email);
    assert_eq!(text.body, STATEMENT);
    assert_eq!(text.title.as_deref(), Some("Release the four – now"));
    assert_eq!(text.from.as_deref(), Some("Réseau <press@cwrn.example>"));
    assert_eq!(text.published.as_deref(), Some("2021-03-14"));
    assert_eq!(cut(&text, CutWhy::Signature), "-- \nIda Noor\nPress officer");
}

#[test]
fn of_two_forms_the_text_is_read() {
    let body = format!(
        "--b1\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--b1\nContent-Type: text/html\n\n<p>Other form</p>\n--b1--\n",
        "Les autorit=E9s doivent lib=E9rer les quatre dirigeants, a d=E9clar=E9 le r=\n=E9seau."
    );
    let text =
        text_of(&eml("From: a@b.example\nContent-Type: multipart/alternative; boundary=b1", &body));
    assert_eq!(
        text.body,
        "Les autorités doivent libérer les quatre dirigeants, a déclaré le réseau."
    );
}

#[test]
fn a_page_is_read_where_there_is_no_text() {
    let body = "<html lang=fr><body><p>Les autorit&eacute;s doivent lib&eacute;rer les quatre dirigeants, a d&eacute;clar&eacute; le r&eacute;seau &agrave; Port Selwyn.</p><blockquote class=\"gmail_quote\"><p>Bonjour</p></blockquote><p style=\"display:none\">suivi</p></body></html>";
    let text = text_of(&eml("From: a@b.example\nContent-Type: text/html; charset=utf-8", body));
    check(&text);
    assert_eq!(
        text.body,
        "Les autorités doivent libérer les quatre dirigeants, a déclaré le réseau à Port Selwyn."
    );
    assert_eq!(text.language.as_deref(), Some("fr"));
    assert_eq!(cut(&text, CutWhy::QuotedReply), "Bonjour");
    assert_eq!(cut(&text, CutWhy::Hidden), "suivi");
}

#[test]
fn what_a_message_answers_is_cut() {
    let quoted =
        "On Mon, 15 Mar 2021 at 09:00, Ben <ben@b.example> wrote:\n> Can you send it?\n> Ben";
    let text = text_of(&eml(
        "From: a@b.example\nContent-Type: text/plain",
        &format!("{STATEMENT}\n\n{quoted}"),
    ));
    check(&text);
    assert_eq!(text.body, STATEMENT);
    assert_eq!(cut(&text, CutWhy::QuotedReply), quoted);
    let original = "-----Original Message-----\nFrom: Ben\nSubject: statement\n\nCan you send it?";
    let text = text_of(&eml(
        "From: a@b.example\nContent-Type: text/plain",
        &format!("{STATEMENT}\n\n{original}"),
    ));
    assert_eq!(text.body, STATEMENT);
    assert_eq!(cut(&text, CutWhy::QuotedReply), original);
}

#[test]
fn what_was_passed_on_is_the_statement() {
    let head = "---------- Forwarded message ---------\nFrom: CWRN <press@cwrn.example>\nDate: Sun, 14 Mar 2021\nSubject: Release the four\nTo: <list@b.example>";
    let text = text_of(&eml(
        "From: a@b.example\nContent-Type: text/plain",
        &format!("FYI\n\n{head}\n\n{STATEMENT}"),
    ));
    check(&text);
    assert_eq!(text.body, format!("FYI\n\n{STATEMENT}"));
    assert_eq!(cut(&text, CutWhy::Header), head);
    // Passed on as a quotation.
    let quoted: Vec<String> = STATEMENT.lines().map(|line| format!("> {line}")).collect();
    let text = text_of(&eml(
        "From: a@b.example\nContent-Type: text/plain",
        &format!("See below.\n\n{}", quoted.join("\n")),
    ));
    assert_eq!(text.body, format!("See below.\n\n{STATEMENT}"));
}

#[test]
fn lines_that_flow_are_joined() {
    let body = "The network calls on the Port Police \nto release them at once, and on the \nprosecutor to drop the charges.\n\n-- \nIda";
    let text = text_of(&eml("From: a@b.example\nContent-Type: text/plain; format=flowed", body));
    assert_eq!(
        text.body,
        "The network calls on the Port Police to release them at once, and on the prosecutor to drop the charges."
    );
}

#[test]
fn attachments_are_named() {
    let body = format!(
        "--b1\nContent-Type: text/plain\n\n{STATEMENT}\n--b1\nContent-Type: application/pdf; name=\"statement.pdf\"\nContent-Disposition: attachment; filename=\"statement.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjc=\n--b1\nContent-Type: image/png; name=logo.png\nContent-Disposition: attachment; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n--b1--\n"
    );
    let text =
        text_of(&eml("From: a@b.example\nContent-Type: multipart/mixed; boundary=b1", &body));
    assert_eq!(text.body, STATEMENT);
    assert_eq!(
        text.notices,
        [
            "the attachment “statement.pdf” is not read; if it has the statement, save it and send it by itself",
            "the attachment “logo.png” is not read",
        ]
    );
}

#[test]
fn a_message_within_a_message_is_read_where_the_outer_has_no_text() {
    let inner = String::from_utf8(eml(
        "From: cwrn <press@cwrn.example>\nSubject: Release the four\nContent-Type: text/plain",
        STATEMENT,
    ))
    .unwrap()
    .replace('\r', "");
    let body = format!("--b1\nContent-Type: message/rfc822\n\n{inner}\n--b1--\n");
    let text =
        text_of(&eml("From: a@b.example\nContent-Type: multipart/mixed; boundary=b1", &body));
    assert_eq!(text.body, STATEMENT);
    assert_eq!(text.title.as_deref(), Some("Release the four"));
    assert_eq!(text.notices, ["the text is that of the message which is attached to this one"]);
}

#[test]
fn an_empty_message_is_refused() {
    let error = error_of(&eml("From: a@b.example\nContent-Type: text/plain", "\n"));
    assert_eq!(error, TextOfFileError::NoText { kind: FileKind::Email });
}
