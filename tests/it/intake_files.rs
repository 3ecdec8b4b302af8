//! Statements that come as files: by the API, and by the page with what was left out to be put back.

use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::{Browser, Page};
use crate::harness::TestApp;

const FILES: &str = "/api/v1/intake/text";
const FORM: &str = "<form class=\"record";

const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><head><title>Monk arrested</title>\
    <link rel=\"canonical\" href=\"https://lantern.example/monk\"></head><body>\
    <nav><a href=\"/\">Home</a> <a href=\"/about\">About us</a></nav><main><h1>Monk arrested</h1>\
    <p>(Bangkok, 27 November 2017) – The Lantern Society condemns the arrest of the monk Sok Dara.</p>\
    <script>document.cookie = \"stolen\"</script>\
    <p>Police arrested Sok Dara on 3 September 2017. The Lantern Society calls on the Ministry of Justice to release him.</p>\
    </main><footer>Copyright Lantern Society</footer></body></html>";

fn as_form(fields: &[(&str, &str)], name: &str, file: &str) -> TestRequest {
    let fields = fields.iter().map(|(name, value)| {
        format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    });
    let file = format!(
        "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{file}\r\n--b--\r\n"
    );
    let body: String = fields.chain([file]).collect();
    TestRequest::post()
        .insert_header(("content-type", "multipart/form-data; boundary=b"))
        .set_payload(body)
}

fn whole(file: &Value) -> String {
    let mut text: Vec<char> = file["statement"].as_str().unwrap().chars().collect();
    for cut in file["cut"].as_array().unwrap().iter().rev() {
        let at = usize::try_from(cut["at"].as_u64().unwrap()).unwrap();
        text.splice(at..at, cut["text"].as_str().unwrap().chars());
    }
    text.into_iter().collect()
}

#[actix_web::test]
async fn the_text_of_a_file_is_read_and_what_was_cut_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_owned();
    let app = TestApp::with(move |config| config.data_dir = path);
    let monitor = app.user(Role::Monitor).await;
    let body = TestRequest::post().uri(FILES).set_payload(PAGE);
    let file = monitor.raw(body, &[("content-type", "text/html")]).await.must(200);
    assert_eq!(file["kind"], "html");
    assert_eq!(file["language"], "en");
    assert_eq!(file["url"], "https://lantern.example/monk");
    let statement = file["statement"].as_str().unwrap();
    assert!(statement.contains("Police arrested Sok Dara on 3 September 2017."), "{statement}");
    assert!(!statement.contains("About us") && !statement.contains("stolen"), "{statement}");
    let cut: Vec<&str> =
        file["cut"].as_array().unwrap().iter().map(|it| it["why"].as_str().unwrap()).collect();
    assert!(cut.contains(&"navigation") && cut.contains(&"footer"), "{cut:?}");
    assert!(whole(&file).contains("About us"), "{}", whole(&file));
    assert!(!whole(&file).contains("stolen"), "scripts are no text");

    // The same as a form; and what is read of it makes a draft.
    let form = as_form(&[], "monk.html", PAGE).uri(FILES);
    assert_eq!(monitor.raw(form, &[]).await.must(200), file);
    let draft = monitor
        .post("/api/v1/intake/analyze", json!({"text": statement, "url": file["url"]}))
        .await
        .must(200);
    assert_eq!(draft["issuer"], "Lantern Society");
    assert_eq!(draft["issued_on"], "2017-11-27");

    // Of an e-mail, who wrote when about what.
    let mail = "From: Lantern Society <press@lantern.example>\r\nDate: Mon, 27 Nov 2017 09:00:00 +0700\r\n\
        Subject: Monk arrested\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe condemn the arrest of Sok Dara.\r\n";
    let body = TestRequest::post().uri(FILES).set_payload(mail);
    let file = monitor.raw(body, &[("content-type", "message/rfc822")]).await.must(200);
    let statement = file["statement"].as_str().unwrap();
    assert!(
        statement.starts_with("From: Lantern Society <press@lantern.example>\nDate: 2017-11-27\n"),
        "{statement}"
    );
    // Nothing of it stays on the disk.
    let left = std::fs::read_dir(dir.path().join("imports")).unwrap().count();
    assert_eq!(left, 0);
}

#[actix_web::test]
async fn a_file_of_which_no_text_can_be_read_gets_a_clear_message() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_owned();
    let app = TestApp::with(move |config| config.data_dir = path);
    let monitor = app.user(Role::Monitor).await;
    for (bytes, said) in [
        (&b""[..], "/file the file is empty; choose the file that has the statement"),
        (
            &b"\x00\x01\x02\x03binary\x00\xff\xfe"[..],
            "/file the file is none of plain text, HTML, DOCX, PDF and e-mail source; save it as one of these, or paste the text",
        ),
    ] {
        let sent = TestRequest::post().uri(FILES).set_payload(bytes.to_vec());
        let reply = monitor.raw(sent, &[("content-type", "application/octet-stream")]).await;
        assert_eq!(reply.problem(422), said);
    }
    let sent = TestRequest::post().uri(FILES).set_payload("a;b");
    monitor.raw(sent, &[("content-type", "text/csv")]).await.problem(415);
    let sent = as_form(&[("title", "x")], "a.txt", "A statement.").uri(FILES);
    assert!(monitor.raw(sent, &[]).await.problem(400).contains("there is no field 'title'"));
    let sent = TestRequest::post().uri(FILES).set_payload("A statement.");
    let reader = app.user(Role::Researcher).await;
    reader.raw(sent, &[("content-type", "text/plain")]).await.problem(403);
}

fn token(page: &Page) -> String {
    let body = page.must(200);
    let at = body.find("name=\"~csrf\" value=\"").unwrap() + 20;
    body[at..at + body[at..].find('"').unwrap()].to_owned()
}

fn text(page: &Page) -> String {
    let fields = page.form(FORM).1;
    fields.into_iter().find(|it| it.0 == "text").unwrap().1
}

#[actix_web::test]
async fn a_file_fills_the_form_and_what_was_cut_can_be_put_back() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_owned();
    let app = TestApp::with(move |config| config.data_dir = path);
    let (browser, _monitor) = Browser::of(&app, Role::Monitor).await;
    let page = browser.get("/intake").await;
    let csrf = token(&page);
    let same = [("sec-fetch-site", "same-origin")];
    let send = |csrf: &str, name: &str, file: &str| {
        browser.ask("/intake/file", as_form(&[("~csrf", csrf)], name, file), &same)
    };
    assert_eq!(send("forged", "monk.html", PAGE).await.reply.status.as_u16(), 401);
    let wrong = send(&csrf, "monk.html", "").await;
    assert!(wrong.must(422).contains("the file is empty"), "{}", wrong.must(422));

    let page = send(&csrf, "monk.html", PAGE).await;
    assert!(page.must(200).contains("monk.html"), "{}", page.must(200));
    assert!(page.must(200).contains("passages were left out"), "{}", page.must(200));
    let read = text(&page);
    assert!(read.contains("Police arrested Sok Dara") && !read.contains("Copyright"), "{read}");

    // The foot is put back where it stood, and only that.
    let body = page.must(200);
    let foot = body.rfind("Copyright Lantern Society").unwrap();
    let tick = body[..foot].rfind("name=\"back\" value=\"").unwrap() + 19;
    let number = &body[tick..tick + body[tick..].find('"').unwrap()];
    let back = browser.send_form(&page, FORM, &[("back", number), ("~then", "back")]).await;
    let whole = text(&back);
    assert!(whole.contains("Copyright Lantern Society") && !whole.contains("About us"), "{whole}");
    assert!(whole.find("Copyright").unwrap() > whole.find("Police arrested").unwrap(), "{whole}");

    // What was typed meanwhile stays; what is put back then stands at the end.
    let typed = format!("{read}\n\nTyped by hand.");
    let fields = [("text", typed.as_str()), ("back", number), ("~then", "back")];
    let back = browser.send_form(&page, FORM, &fields).await;
    let whole = text(&back);
    assert!(whole.contains("Typed by hand."), "{whole}");
    assert!(whole.trim_end().ends_with("Copyright Lantern Society"), "{whole}");

    let review = browser.send_form(&page, FORM, &[]).await;
    assert!(review.must(200).contains("Lantern Society"), "{}", review.must(200));
}
