//! Languages and scripts: words, `lang` and `dir`, fonts, names of countries, messages.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::TestApp;

/// Chooses a language as a person does.
async fn choose(browser: &Browser<'_>, tag: &str) {
    let choice = [("language".to_owned(), tag.to_owned()), ("to".to_owned(), "/".to_owned())];
    browser.post("/language", &choice).await.must_lead_to("/");
}

#[actix_web::test]
async fn every_page_says_its_language_and_direction() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Reviewer).await;
    for (tag, direction, start) in [
        ("fr", "ltr", "Accueil"),
        ("km", "ltr", "ទំព័រដើម"),
        ("ar", "rtl", "البداية"),
        ("en", "ltr", "Start"),
    ] {
        choose(&browser, tag).await;
        for path in ["/", "/events", "/incidents/new", "/help", "/review", "/search", "/account"] {
            let page = browser.get(path).await;
            let body = page.must(200);
            let html = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
            assert!(body.contains(&html) && body.contains(start), "{path} in {tag}");
        }
    }
}

#[actix_web::test]
async fn texts_of_records_keep_their_own_language_and_direction() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let title = "សេចក្តីថ្លែងការណ៍";
    let issuer = json!({"name": "المركز", "kind": "ngo"});
    let sent = json!({"title": title, "kind": "report", "language": "km", "body": "តុលាការកំពូល",
        "issuers": [issuer]});
    let made = client.post("/api/v1/statements", sent).await;
    let made = made.must(201);
    let page = browser.get(&format!("/statements/{}", made["ref"].as_str().unwrap())).await;
    let body = page.must(200);
    assert!(body.contains(&format!("<h1 dir=\"auto\" lang=\"km\">{title}</h1>")), "the title");
    assert!(body.contains("<article class=\"prose text\" lang=\"km\""), "the text");
    assert!(body.contains("dir=\"auto\" lang=\"und-Arab\">المركز</a>"), "the issuer's name");
    let list = browser.get("/statements").await;
    assert!(list.must(200).contains(&format!("dir=\"auto\" lang=\"km\">{title}</a>")), "the list");
    // In the language of the page, nothing need be said.
    choose(&browser, "km").await;
    let list = browser.get("/statements").await;
    assert!(list.must(200).contains(&format!("dir=\"auto\">{title}</a>")));

    let sent = json!({"name": "Kem Sokha", "kind": "person",
        "names": [{"text": "កឹម សុខា", "language": "km", "script": "Khmr", "kind": "alias"}]});
    let made = client.post("/api/v1/actors", sent).await;
    choose(&browser, "ar").await;
    let place = format!("/actors/{}", made.must(201)["ref"].as_str().unwrap());
    let page = browser.get(&place).await;
    assert!(page.must(200).contains("<h1 dir=\"auto\" lang=\"und-Latn\">Kem Sokha</h1>"));
    assert!(page.must(200).contains("<span dir=\"auto\" lang=\"km\">កឹម សុខា</span>"));
}

#[actix_web::test]
async fn fonts_are_kept_for_ever_and_allowed_from_here_alone() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/").await;
    assert!(page.reply.header("content-security-policy").contains("font-src 'self'"));
    let body = page.must(200);
    let style = body.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let style = browser.get(style).await;
    let rules = style.must(200);
    let fonts: Vec<&str> =
        rules.split("url(\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    assert!(fonts.len() >= 7 && fonts.iter().all(|it| it.starts_with("/assets/")), "{fonts:?}");
    for font in fonts {
        let answer = browser.get(font).await;
        assert_eq!(answer.reply.status, 200, "{font}");
        assert_eq!(answer.reply.header("content-type"), "font/woff2");
        assert!(answer.reply.header("cache-control").contains("immutable"));
    }
    browser.get("/assets/000000000000/khmer.woff2").await.must(404);
}

#[actix_web::test]
async fn codes_and_countries_have_names_in_the_language_of_the_page() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    choose(&browser, "fr").await;
    let page = browser.get("/incidents/new").await;
    let form = page.must(200);
    assert!(form.contains(">Cambodge</option>") && form.contains(">Arrestation</option>"));
    assert!(!form.contains(">Cambodia</option>") && !form.contains(">Arrest</option>"));
    let at = |name: &str| form.find(&format!(">{name}</option>")).unwrap();
    assert!(at("Allemagne") < at("Cambodge") && at("Équateur") < at("Espagne"), "by their names");

    let typed = [
        ("title", "Déclaration"),
        ("kind", "report"),
        ("body", "Un texte."),
        ("countries", "Cambodge, تايلاند"),
    ];
    let page = browser.get("/statements/new").await;
    let saved = browser.send_form(&page, "<form class=\"record\"", &typed).await;
    let place = saved.leads_to().to_owned();
    let kept = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!(kept["countries"], json!(["KHM", "THA"]));
    assert!(browser.get(&place).await.must(200).contains("Brouillon"));
}

#[actix_web::test]
async fn a_label_that_an_administrator_wrote_comes_first() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let found = admin.get("/api/v1/vocabularies/event_type?limit=200").await.must(200);
    let arrest =
        found["items"].as_array().unwrap().iter().find(|it| it["code"] == "arrest").unwrap();
    assert_eq!(arrest["labels"], json!({}), "what the program knows is no part of the record");
    choose(&browser, "fr").await;
    let page = browser.get("/help").await;
    assert!(page.must(200).contains("<dt>Arrestation</dt>"));
    let labels = json!({"labels": {"fr": "Interpellation"}});
    admin.patch("/api/v1/vocabularies/event_type/arrest", labels).await.must(200);
    let page = browser.get("/help").await;
    assert!(page.must(200).contains("<dt>Interpellation</dt>"));
    assert!(!page.must(200).contains("<dt>Arrestation</dt>"));
}

#[actix_web::test]
async fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let typed = [
        ("title", ""),
        ("kind", "report"),
        ("body", "Un texte."),
        ("issued_on", "bientôt"),
        ("countries", "Atlantide"),
        ("language", "khmer language"),
    ];
    for (tag, required, others) in [
        ("fr", "est obligatoire", ["n’est pas un pays", "code de langue"]),
        ("ar", "مطلوب", ["ليس بلدًا", "رمز لغة"]),
        ("en", "is required", ["is no country", "language tag"]),
    ] {
        choose(&browser, tag).await;
        let page = browser.get("/statements/new").await;
        let refused = browser.send_form(&page, "<form class=\"record\"", &typed).await;
        let body = refused.must(422);
        assert!(body.contains(required) && body.contains(others[0]), "{tag}: {body}");
        // What casework finds wrong comes once the form itself can be read.
        let better = [("title", "t"), ("countries", ""), ("issued_on", "")];
        let refused = browser.send_form(&refused, "<form class=\"record\"", &better).await;
        assert!(refused.must(422).contains(others[1]), "{tag}");
    }
}

#[actix_web::test]
async fn help_is_where_it_is_needed() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let help = browser.get("/help").await;
    let help = help.must(200);
    let made = client.post("/api/v1/incidents", json!({"title": "t", "country": "KHM"})).await;
    let place = format!("/incidents/{}", made.must(201)["ref"].as_str().unwrap());
    let mut links = 0;
    for path in ["/incidents", &place, "/statements/new", "/incidents/new", "/actors/new"] {
        let page = browser.get(path).await;
        for link in page.must(200).split("href=\"/help#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert!(help.contains(&format!("id=\"{id}\"")), "{path} leads to /help#{id}");
            links += 1;
        }
    }
    assert!(links > 10, "{links}");
    assert!(browser.get("/incidents").await.must(200).contains("href=\"/help#counting\""));
    assert!(browser.get(&place).await.must(200).contains("href=\"/help#status-draft\""));
}

#[actix_web::test]
async fn every_field_is_explained_where_it_is() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Admin).await;
    for path in [
        "statements",
        "incidents",
        "events",
        "actors",
        "demands",
        "citations",
        "affiliations",
        "instruments",
        "provisions",
        "commitments",
    ] {
        let page = browser.get(&format!("/{path}/new")).await;
        for field in page.must(200).split("data-field=\"").skip(1) {
            let name = field.split('"').next().unwrap();
            let explained = field.contains("class=\"hint");
            assert!(explained, "{path}: {name} is not explained");
        }
    }
}
