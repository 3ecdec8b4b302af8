//! Saved reports: kept under a name, made again, for another year too; by API, page and command line.

use std::path::Path;
use std::process::Output;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, TestApp};
use crate::import_command::{self, ran};
use crate::statistics::filled;

const PATH: &str = "/api/v1/report-definitions";

fn yearly() -> Value {
    json!({"name": "  Yearly report ", "parameters": {"preset": "country", "country": "KHM",
        "from": "2017-01-01", "to": "2017-12-31", "lang": "fr", "sections": "annex,key_figures",
        "introduction.annex": "What we <know>.", "organisation": "An office", "type": "arrest"}})
}

async fn saved(client: &Client<'_>, what: Value) -> (String, Value) {
    let made = client.post(PATH, what).await.must(201);
    (format!("{PATH}/{}", made["id"].as_str().unwrap()), made)
}

#[actix_web::test]
async fn a_saved_report_is_made_again_and_for_the_next_year() {
    let app = TestApp::new();
    let (_, viewer) = filled(&app).await;
    let (path, made) = saved(&viewer, yearly()).await;
    assert_eq!((&made["name"], &made["version"]), (&json!("Yearly report"), &json!(1)));
    assert_eq!(made["parameters"], yearly()["parameters"]);

    let report = viewer.get(&format!("{path}/report")).await.must(200);
    let document = &report["document"];
    let kinds: Vec<&str> = document["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["annex", "key_figures"]);
    assert_eq!(document["sections"][0]["introduction"][0], "What we <know>.");
    assert_eq!(document["organisation"], "An office");
    assert_eq!(document["language"], "fr");
    // The same as when it is asked for by its parameters.
    let query = document["made"]["query"].as_str().unwrap();
    let asked = query.replace("country=KHM&", "").replace("&preset=country", "");
    let same = viewer.get(&format!("/api/v1/reports/country/KHM?{asked}")).await.must(200);
    assert_eq!(same["document"]["sections"], document["sections"]);

    let of = async |more: &str| {
        let report = viewer.get(&format!("{path}/report?{more}")).await.must(200);
        let query = report["document"]["made"]["query"].as_str().unwrap().to_owned();
        let events = &report["document"]["sections"][1]["blocks"][0]["items"][1]["value"]["number"];
        (query, events.as_i64().unwrap())
    };
    let (query, events) = of("").await;
    assert!(query.contains("from=2017-01-01") && events == 2, "{query} {events}");
    let (query, events) = of("shift=1").await;
    assert!(query.contains("from=2018-01-01") && query.contains("to=2018-12-31"), "{query}");
    assert_eq!(events, 0);
    let (query, events) = of("from=2016-01-01").await;
    assert!(query.contains("from=2016-01-01") && query.contains("to=2017-12-31"), "{query}");
    assert_eq!(events, 3);
    let html = viewer.get(&format!("{path}/report?format=html&shift=-1")).await;
    assert!(html.header("content-type").starts_with("text/html"));
    for (more, about) in [
        ("shift=1&from=2018-01-01", "not both"),
        ("shift=soon", "how many years"),
        ("shift=999999999999", "how many years"),
        ("from=2018-01-01", "before it begins"),
        ("to=soon", "YYYY-MM-DD"),
        ("format=rtf", "format"),
        ("wind=north", "no parameter 'wind'"),
    ] {
        let said = viewer.get(&format!("{path}/report?{more}")).await.problem(400);
        assert!(said.contains(about), "{more}: {said}");
    }
    let (open, _) = saved(&viewer, json!({"name": "All", "parameters": {"country": "KHM"}})).await;
    let said = viewer.get(&format!("{open}/report?shift=1")).await.problem(400);
    assert!(said.contains("all time"), "{said}");
}

#[actix_web::test]
async fn a_saved_report_is_its_owners_and_changes_by_version() {
    let app = TestApp::new();
    let (one, other) = (app.user(Role::Viewer).await, app.user(Role::Admin).await);
    let admin = &other;
    let sent = [("idempotency-key", "once-and-once-only")];
    let first = one.send(Method::POST, PATH, Some(yearly()), &sent).await;
    assert_eq!(first.header("etag"), "\"1\"");
    let place = first.header("location").to_owned();
    let again = one.send(Method::POST, PATH, Some(yearly()), &sent).await;
    assert_eq!(again.must(201), first.must(201));
    let key =
        one.send(Method::POST, PATH, Some(json!({"name": "x", "parameters": {}})), &sent).await;
    key.problem(422);
    let said = one.post(PATH, yearly()).await.problem(409);
    assert!(said.contains("choose another name"), "{said}");
    // The names of others are free, and theirs are theirs.
    other.post(PATH, yearly()).await.must(201);
    for reply in [
        other.get(&place).await,
        other.get(&format!("{place}/report")).await,
        other.patch(&place, json!({"name": "Stolen"})).await,
        other.delete(&place).await,
        one.get(&format!("{PATH}/nothing")).await,
    ] {
        reply.problem(404);
    }
    let listed = one.get(PATH).await.must(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);

    let patch = async |version: &str, body: Value| {
        one.send(Method::PATCH, &place, Some(body), &[("if-match", version)]).await
    };
    one.send(Method::PATCH, &place, Some(json!({})), &[]).await.problem(428);
    one.send(Method::DELETE, &place, None, &[]).await.problem(428);
    let changed = patch("\"1\"", json!({"parameters": {"lang": null, "to": "2018-12-31"}})).await;
    assert_eq!(changed.header("etag"), "\"2\"");
    let changed = changed.must(200);
    assert_eq!(changed["parameters"].get("lang"), None);
    assert_eq!(changed["parameters"]["to"], "2018-12-31");
    assert_eq!(changed["parameters"]["type"], "arrest");
    patch("\"1\"", json!({"name": "Late"})).await.problem(412);
    for (body, about) in [
        (json!({"parameters": {"country": "XYZ"}}), "/parameters"),
        (json!({"parameters": {"wind": "north"}}), "no filter 'wind'"),
        (json!({"parameters": {"to": "2010-01-01"}}), "before it begins"),
        (json!({"parameters": null}), "/parameters"),
        (json!({"parameters": {"annex": 7}}), "/parameters/annex"),
        (json!({"name": " "}), "/name must not be empty"),
        (json!({"name": "x".repeat(101)}), "choose a shorter name"),
        (json!({"colour": "red"}), "colour"),
    ] {
        let said = patch("\"2\"", body.clone()).await.problem(422);
        assert!(said.contains(about), "{body}: {said}");
    }
    saved(&one, json!({"name": "Second", "parameters": {"country": "THA"}})).await;
    patch("\"2\"", json!({"name": "Second"})).await.problem(409);
    one.send(Method::DELETE, &place, None, &[("if-match", "\"1\"")]).await.problem(412);
    one.send(Method::DELETE, &place, None, &[("if-match", "\"2\"")]).await.must(204);
    one.get(&place).await.problem(404);
    let log = admin.get(&format!("/api/v1/audit?user={}&limit=10", one.id)).await.must(200);
    let done: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert_eq!(done, ["report_deleted", "report_saved", "report_changed", "report_saved"]);
    assert!(!log.to_string().contains("Yearly"), "a name is nobody else's business");

    // A token that reads makes reports, and saves none.
    let token = json!({"name": "reads", "scopes": ["read"]});
    let token = one.post("/api/v1/tokens", token).await.must(201);
    let token = token["token"].as_str().map(str::to_owned);
    let script = Client { app: &app, token, id: one.id };
    assert_eq!(script.get(PATH).await.must(200)["items"][0]["name"], "Second");
    let said = script.post(PATH, yearly()).await.problem(403);
    assert!(said.contains("scope 'write'"), "{said}");

    for number in 0..99 {
        saved(&one, json!({"name": format!("n {number}"), "parameters": {"country": "KHM"}})).await;
    }
    let said = one.post(PATH, json!({"name": "many", "parameters": {"country": "KHM"}})).await;
    assert!(said.problem(409).contains("100 saved reports"));
}

#[actix_web::test]
async fn the_page_saves_opens_and_makes_it_again() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Researcher).await;
    let (other, _) = Browser::of(&app, Role::Admin).await;
    let page =
        browser.get("/reports?preset=country&country=KHM&from=2017-01-01&to=2017-12-31").await;
    assert!(!page.must(200).contains("/reports/definitions/"));
    let (_, mut values) = page.form("<form class=\"record\"");
    let mut put = |name: &str, value: &str| {
        values.retain(|pair| pair.0 != name);
        values.push((name.to_owned(), value.to_owned()));
    };
    put("introduction.method", "How <we> work.");
    put("~name", "Each year & more");
    let kept = browser.post("/reports/definitions", &values).await;
    let place = kept.leads_to().to_owned();
    let opened = browser.get(&place).await;
    let html = opened.must(200);
    for said in
        ["How &#60;we&#62; work.", "value=\"2017-12-31\"", "Each year &#38; more", "January 2017"]
    {
        assert!(html.contains(said), "{said}");
    }
    assert!(!other.get("/reports").await.must(200).contains("Each year"));
    other.get(&place).await.must(404);
    let next = browser.get(&format!("{place}&shift=1")).await;
    assert!(next.must(200).contains("value=\"2018-01-01\""));
    let made = browser.send_form(&next, "<form class=\"record\"", &[]).await;
    assert!(made.must(200).contains("<article class=\"report\""));

    // Saved again under the name, it is replaced; what cannot be kept is said, and stays typed.
    browser.send_form(&next, "<form class=\"record\"", &[]).await;
    let (_, mut values) = next.form("<form class=\"record\"");
    browser.post("/reports/definitions", &values).await.must_lead_to(&place);
    let listed = client.get(PATH).await.must(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    assert_eq!(listed["items"][0]["parameters"]["from"], "2018-01-01");
    for (name, value, about) in
        [("~name", " ", "must not be empty"), ("to", "2001-01-01", "before it begins")]
    {
        let mut values = values.clone();
        values.retain(|pair| pair.0 != name);
        values.push((name.to_owned(), value.to_owned()));
        let refused = browser.post("/reports/definitions", &values).await;
        assert!(refused.must(400).contains(about), "{about}");
        assert!(refused.must(400).contains("How &#60;we&#62; work."));
    }
    values.clear();
    let id = place.rsplit('=').next().unwrap();
    let delete = format!("<form method=\"post\" action=\"/reports/definitions/{id}/delete\"");
    browser.send_form(&opened, &delete, &[]).await.must_lead_to("/reports");
    assert!(!browser.get("/reports").await.must(200).contains("Each year"));
    browser.get(&place).await.must(404);
}

/// What the program says, with the database of a test.
pub async fn saksi(app: &TestApp, arguments: &[&str]) -> Output {
    ran(import_command::saksi(app, Path::new(&app.app.config.data_dir), arguments)).await
}

#[actix_web::test]
async fn the_command_line_makes_saved_reports() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    saved(&viewer, yearly()).await;
    let file = app.app.config.data_dir.join("again.json");
    let output = file.to_str().unwrap();
    let ran = saksi(&app, &["report", "--list"]).await;
    let listed = String::from_utf8(ran.stdout).unwrap();
    assert!(
        listed.starts_with("Yearly report\t") && listed.contains("from=2017-01-01"),
        "{listed}"
    );
    assert!(!listed.contains("What we"), "introductions are long");
    for (more, period) in [
        (vec![], "from=2017-01-01"),
        (vec!["--next-year"], "from=2018-01-01"),
        (vec!["--from", "2015-01-01"], "from=2015-01-01"),
    ] {
        let mut line = vec!["report", "--definition", "Yearly report", "-o", output];
        line.extend(more);
        let ran = saksi(&app, &line).await;
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let report: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let query = report["document"]["made"]["query"].as_str().unwrap();
        assert!(query.contains(period) && query.contains("type=arrest"), "{query}");
    }
    saved(&author, yearly()).await;
    let line = ["report", "--definition", "Yearly report", "-o", output];
    let ran = saksi(&app, &line).await;
    assert!(String::from_utf8_lossy(&ran.stderr).contains("--owner"));
    let owner = viewer.get("/api/v1/auth/me").await.must(200);
    let owner = owner["email"].as_str().unwrap();
    let ran = saksi(&app, &[&line[..], &["--owner", owner]].concat()).await;
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let ran = saksi(&app, &["report", "--definition", "None", "-o", output]).await;
    assert!(String::from_utf8_lossy(&ran.stderr).contains("no saved report"));
}

/// A PNG of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let pixels = (width * height * 3) as usize;
    writer.write_image_data(&vec![120; pixels]).unwrap();
    writer.finish().unwrap();
    out
}

#[actix_web::test]
async fn a_logo_stands_at_the_head_and_is_known_by_its_content() {
    let app = TestApp::new();
    let (viewer, other) = (app.user(Role::Viewer).await, app.user(Role::Viewer).await);
    let (path, _) = saved(&viewer, yearly()).await;
    let place = format!("{path}/logo");
    let send = async |client: &Client<'_>, media: &str, version: &str, bytes: Vec<u8>| {
        let request = TestRequest::put().uri(&place).set_payload(bytes);
        client.raw(request, &[("content-type", media), ("if-match", version)]).await
    };
    viewer.get(&place).await.problem(404);
    let kept = send(&viewer, "image/png", "\"1\"", png(40, 20)).await;
    assert_eq!((kept.header("etag"), &kept.must(200)["version"]), ("\"2\"", &json!(2)));
    assert_eq!(viewer.get(&place).await.header("content-type"), "image/png");
    send(&viewer, "image/png", "\"1\"", png(40, 20)).await.problem(412);
    for (media, bytes, status, about) in [
        ("image/png", b"GIF89a".to_vec(), 422, "PNG or a JPEG"),
        ("image/jpeg", png(40, 20)[..60].to_vec(), 422, "cannot be read"),
        ("image/png", png(4097, 1), 422, "4097 x 1 pixels"),
        ("image/png", vec![0; 1024 * 1024 + 1], 413, "1048576"),
        ("text/plain", png(4, 2), 415, "image/png"),
    ] {
        let said = send(&viewer, media, "*", bytes).await.problem(status);
        assert!(said.contains(about), "{said}");
    }
    send(&other, "image/png", "*", png(4, 2)).await.problem(404);
    other.get(&place).await.problem(404);

    let report = viewer.get(&format!("{path}/report")).await.must(200);
    let logo = &report["document"]["logo"];
    assert_eq!((&logo["width"], &logo["media_type"]), (&json!(40), &json!("image/png")));
    assert_eq!(logo["text"], "Logo de An office");
    let html = viewer.get(&format!("{path}/report?format=html")).await.body;
    assert!(html.contains("<img src=\"data:image/png;base64,iVBOR"), "{html}");
    assert!(html.contains("alt=\"Logo de An office\""));
    let docx = viewer.get(&format!("{path}/report?format=docx")).await.bytes;
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut body = String::new();
    std::io::Read::read_to_string(&mut file.by_name("word/document.xml").unwrap(), &mut body)
        .unwrap();
    assert!(body.contains("descr=\"Logo de An office\""));
    assert!(file.by_name("word/media/logo.png").is_ok());

    let pdf = viewer.get(&format!("{path}/report?format=pdf")).await.bytes;
    let folder = tempfile::tempdir().unwrap();
    let place_of_pdf = folder.path().join("report.pdf");
    std::fs::write(&place_of_pdf, pdf).unwrap();
    let listed = std::process::Command::new("pdfimages").arg("-list").arg(&place_of_pdf).output();
    let listed = String::from_utf8(listed.expect("poppler-utils are installed").stdout).unwrap();
    let sizes = listed.lines().filter(|line| line.contains("image"));
    let sizes: Vec<Vec<&str>> =
        sizes.map(|line| line.split_whitespace().skip(3).take(2).collect()).collect();
    assert!(sizes.iter().any(|it| it[0] == "40"), "{listed}");

    // The command line sets that of the saved report, or another.
    let folder = app.app.config.data_dir.clone();
    let (picture, text, output) =
        (folder.join("l.png"), folder.join("l.txt"), folder.join("o.json"));
    std::fs::write(&picture, png(7, 7)).unwrap();
    std::fs::write(&text, "no picture").unwrap();
    let line = ["report", "--definition", "Yearly report", "-o", output.to_str().unwrap()];
    for (more, width) in [(None, 40), (Some(&picture), 7)] {
        let more: Vec<&str> = more.iter().flat_map(|it| ["--logo", it.to_str().unwrap()]).collect();
        let ran = saksi(&app, &[&line[..], &more].concat()).await;
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let report: Value = serde_json::from_slice(&std::fs::read(&output).unwrap()).unwrap();
        assert_eq!(report["document"]["logo"]["width"], width);
    }
    let ran = saksi(&app, &[&line[..], &["--logo", text.to_str().unwrap()]].concat()).await;
    assert!(String::from_utf8_lossy(&ran.stderr).contains("PNG or a JPEG"));

    let gone = viewer.delete(&place).await;
    gone.must(200);
    viewer.get(&place).await.problem(404);
    send(&viewer, "image/png", "*", png(3, 3)).await.must(200);
    viewer.delete(&path).await.must(204);
    assert_eq!(app.count("SELECT COUNT(*) AS n FROM report_logos"), 0);
}

#[actix_web::test]
async fn the_page_takes_a_logo() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Viewer).await;
    let (path, _) = saved(&client, yearly()).await;
    let place = path.replace(PATH, "/reports?definition=").replace("=/", "=");
    let send = async |bytes: &[u8]| {
        let page = browser.get(&place).await;
        let (action, values) = page.form("<form method=\"post\" action=\"/reports/definitions/");
        let token = values.iter().find(|it| it.0 == "~csrf").unwrap().1.clone();
        let action = action.replace("/logo/remove", "/logo").replace("/delete", "/logo");
        let mut body = format!(
            "--cut\r\ncontent-disposition: form-data; name=\"~csrf\"\r\n\r\n{token}\r\n--cut\r\n\
             content-disposition: form-data; name=\"file\"; filename=\"l.png\"\r\n\r\n"
        )
        .into_bytes();
        body.extend(bytes);
        body.extend(b"\r\n--cut--\r\n");
        let request = TestRequest::post()
            .insert_header(("content-type", "multipart/form-data; boundary=cut"))
            .set_payload(body);
        browser.ask(&action, request, &[("sec-fetch-site", "same-origin")]).await
    };
    send(&png(30, 10)).await.must_lead_to(&place);
    let page = browser.get(&place).await;
    assert!(page.must(200).contains("/logo\" alt=\"Logo\""));
    let made = browser.send_form(&page, "<form class=\"record\"", &[]).await;
    assert!(made.must(200).contains("<img src=\"data:image/png;base64,iVBOR"));
    let refused = send(b"no picture at all").await;
    assert!(refused.must(400).contains("PNG or a JPEG"));
    let page = browser.get(&place).await;
    let remove = format!(
        "<form method=\"post\" action=\"/reports/definitions/{}/logo/remove\"",
        &path[PATH.len() + 1..]
    );
    browser.send_form(&page, &remove, &[]).await.must_lead_to(&place);
    client.get(&format!("{path}/logo")).await.problem(404);
}
