//! The pages that read statements, without scripts.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::harness::TestApp;

const FORM: &str = "<form class=\"record";
const TEXT: &str = "Open Rights condemns the arrest of <b>Sok Dara</b>.\r\n\r\nPolice arrested him on 3 September 2017. \u{1F54A} \
    Open Rights calls on the Ministry to release him, under Article 9 of the ICCPR.";

fn at(words: &str) -> (String, String) {
    let text = TEXT.replace("\r\n", "\n");
    let start = text[..text.find(words).unwrap()].chars().count();
    (start.to_string(), (start + words.chars().count()).to_string())
}

/// Adds a finding at the passage with these words, as a selection does.
async fn added(
    browser: &Browser<'_>,
    page: &Page,
    list: &str,
    words: &str,
    more: &[(&str, &str)],
) -> Page {
    let (start, end) = at(words);
    let mut fields = vec![("~add", list), ("~start", start.as_str()), ("~end", end.as_str())];
    fields.extend(more);
    let page = browser.send_form(page, FORM, &fields).await;
    page.must(200);
    page
}

/// The draft of the text with what a person found in it by hand.
async fn drafted(browser: &Browser<'_>) -> Page {
    let page = browser.get("/intake").await;
    page.must(200);
    let mut page =
        browser.send_form(&page, FORM, &[("text", TEXT), ("url", "https://example.org/1")]).await;
    page.must(200);
    // Whatever the rules found, this test works with its own.
    let found: Vec<String> = page.form(FORM).1.into_iter().map(|it| it.0).collect();
    let lists = ["actors", "events", "instruments", "demands"];
    let mut rows = lists.map(|list| {
        let below = format!("{list}/");
        let rows = found
            .iter()
            .filter_map(|it| it.strip_prefix(&below)?.split('/').next()?.parse::<usize>().ok());
        rows.max().map_or(0, |last| last + 1)
    });
    let rejected: Vec<(String, &str)> = lists
        .iter()
        .zip(rows)
        .flat_map(|(list, count)| {
            (0..count).map(move |row| (format!("{list}/{row}/decision"), "rejected"))
        })
        .collect();
    let rejected: Vec<(&str, &str)> = rejected.iter().map(|it| (it.0.as_str(), it.1)).collect();
    let mut field = |list: usize, name: &str, next: bool| {
        let name = format!("{}/{}/{name}", lists[list], rows[list]);
        rows[list] += usize::from(next);
        name
    };
    for (words, name, kind) in [
        ("Open Rights", "Open Rights", "ngo"),
        ("Sok Dara", "Sok Dara", "person"),
        ("Police", "Police", "state_body"),
        ("Ministry", "Ministry", "state_body"),
    ] {
        let kind_of = field(0, "kind", true);
        page = added(browser, &page, "actors", words, &rejected).await;
        assert!(page.form(FORM).1.iter().any(|it| it.1 == name), "the passage is the name");
        page = browser.send_form(&page, FORM, &[("~then", "accept"), (&kind_of, kind)]).await;
    }
    let (kind, date, by, to) = (
        field(1, "type", false),
        field(1, "date", false),
        field(1, "perpetrators", false),
        field(1, "targets", true),
    );
    page = added(browser, &page, "events", "Police arrested him on 3 September 2017", &[]).await;
    let event = [
        ("~then", "accept"),
        (&kind, "arrest"),
        (&date, "3 September 2017"),
        (&by, "Police"),
        (&to, "Sok Dara"),
    ];
    page = browser.send_form(&page, FORM, &event).await;
    let (code, article) = (field(2, "law_code", false), field(2, "article", true));
    page = added(browser, &page, "instruments", "Article 9 of the ICCPR", &[]).await;
    page = browser
        .send_form(&page, FORM, &[("~then", "accept"), (&code, "ICCPR"), (&article, "Article 9")])
        .await;
    let (of, category) = (field(3, "addressee", false), field(3, "category", true));
    page = added(browser, &page, "demands", "release him", &[]).await;
    let header = [
        ("~then", "accept"),
        (&of, "Ministry"),
        (&category, "release"),
        ("title", "On an arrest"),
        ("kind", "press_statement"),
        ("issuer", "Open Rights"),
        ("issued_on", "4 September 2017"),
        ("countries", "Cambodia"),
        ("new_case/title", "An arrest"),
        ("new_case/country", "KHM"),
    ];
    browser.send_form(&page, FORM, &header).await
}

#[actix_web::test]
async fn a_statement_goes_from_paste_to_records_without_scripts() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let page = drafted(&browser).await;
    let body = page.must(200);
    assert!(
        body.contains("data-from=\"0\"") && body.contains("&#60;b&#62;"),
        "the text is shown as text: {body}"
    );
    assert!(
        body.contains("in-event") && body.contains("class=\"tag\""),
        "findings are marked in place"
    );
    let saved = browser.send_form(&page, FORM, &[("~then", "save")]).await;
    let place = saved.leads_to().to_owned();
    assert!(place.starts_with("/statements/S-"), "{place}");
    assert!(browser.get(&place).await.must(200).contains("saved as drafts"));
    let statement = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!(statement["body"], TEXT.replace("\r\n", "\n"));
    assert_eq!(
        (&statement["issued_on"], &statement["url"]),
        (&json!("2017-09-04"), &json!("https://example.org/1"))
    );
    assert_eq!(statement["issuers"][0]["name"], "Open Rights");
    let cited = client
        .get(&format!("/api/v1/citations?statement={}", statement["ref"].as_str().unwrap()))
        .await
        .must(200);
    let cited = cited["items"].as_array().unwrap();
    assert_eq!(cited.len(), 3, "an event, a provision, a demand: {cited:?}");
    let text: Vec<char> = TEXT.replace("\r\n", "\n").chars().collect();
    for citation in cited {
        let at = |name: &str| usize::try_from(citation[name].as_u64().unwrap()).unwrap();
        let passage: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(citation["quote"], passage.as_str());
    }
    let events = client.get("/api/v1/events").await.must(200);
    assert_eq!(events["items"][0]["date"], "2017-09-03");
    assert_eq!(events["items"][0]["participations"].as_array().unwrap().len(), 2);
    // Sent again, the form stores nothing more.
    browser.send_form(&page, FORM, &[("~then", "save")]).await.must_lead_to(&place);
    assert_eq!(client.get("/api/v1/statements?count=true").await.must(200)["total"], 1);

    // The next one who reads of it is told that the event is there.
    let page = drafted(&browser).await;
    let event = events["items"][0]["ref"].as_str().unwrap();
    assert!(page.must(200).contains(&format!("value=\"{event}\"")), "likely the same event");
}

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let page = browser.get("/intake").await;
    let refused = browser.send_form(&page, FORM, &[("text", " "), ("url", "no address")]).await;
    refused.must(422);
    assert_eq!(refused.errors().len(), 2, "{:?}", refused.errors());
    assert!(refused.must(422).contains("no address"));

    let page = drafted(&browser).await;
    let form = page.form(FORM).1;
    let event =
        form.iter().rev().find(|it| it.0.ends_with("/date")).unwrap().0.replace("/date", "");
    let (date, to, decision) =
        (format!("{event}/date"), format!("{event}/targets"), format!("{event}/decision"));
    for (fields, said) in [
        (vec![("title", "")], "is required"),
        (vec![(date.as_str(), "31 February 2017")], "2017"),
        (vec![(to.as_str(), "Nobody")], "&#39;Nobody&#39; is none of the accepted actors"),
        (vec![(decision.as_str(), "")], "is not decided; accept or reject it"),
        (
            vec![("new_case/title", ""), ("new_case/country", "")],
            "is required: the case file of the new events",
        ),
        (vec![("countries", "Atlantis")], "is no country"),
        (vec![("issued_on", "2999")], "is in the future"),
        (vec![("case", "A case that is not there")], "is not known"),
    ] {
        let mut sent = fields.clone();
        sent.push(("~then", "save"));
        let refused = browser.send_form(&page, FORM, &sent).await;
        let body = refused.must(422);
        assert!(body.contains(said), "{fields:?}: {:?}", refused.errors());
        let again = refused.form(FORM).1;
        for (name, value) in &form {
            let sent = fields.iter().find(|it| it.0 == name).map_or(value.as_str(), |it| it.1);
            let kept = again.iter().find(|it| it.0 == *name).map_or("", |it| it.1.as_str());
            assert!(kept == sent || name.starts_with('~'), "{name}: {kept:?}, not {sent:?}");
        }
    }
    assert_eq!(client.get("/api/v1/statements?count=true").await.must(200)["total"], 0);
    assert_eq!(client.get("/api/v1/actors?count=true").await.must(200)["total"], 0);
}

#[actix_web::test]
async fn a_draft_that_is_not_finished_is_kept_and_goes_on() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let (other, _) = Browser::of(&app, Role::Admin).await;
    let page = drafted(&browser).await;
    browser.send_form(&page, FORM, &[("~then", "keep")]).await.must_lead_to("/");
    let start = browser.get("/").await;
    let body = start.must(200);
    let begin = body.find("/intake?~draft=").unwrap();
    let path = body[begin..begin + body[begin..].find('"').unwrap()].to_owned();
    assert!(browser.get("/intake").await.must(200).contains(&path), "it is offered");
    other.get(&path).await.must(404);
    let again = browser.get(&path).await;
    let sorted = |page: &Page| {
        let mut all = page.form(FORM).1;
        all.sort();
        all
    };
    assert_eq!(sorted(&again), sorted(&page));
    let saved = browser.send_form(&again, FORM, &[("~then", "save")]).await;
    assert!(saved.leads_to().starts_with("/statements/"));
    assert!(
        !browser.get("/").await.must(200).contains("~draft="),
        "what is saved is not kept unfinished"
    );
}

#[actix_web::test]
async fn pages_of_reading_are_for_those_who_enter_records_and_its_rules_for_administrators() {
    let app = TestApp::new();
    for role in Role::ALL {
        let (browser, _) = Browser::of(&app, *role).await;
        let may = *role >= Role::Monitor;
        browser.get("/intake").await.must(if may { 200 } else { 403 });
        assert_eq!(browser.get("/").await.must(200).contains("href=\"/intake\""), may);
        browser.get("/admin/rules").await.must(if *role == Role::Admin { 200 } else { 403 });
    }
    Browser::new(&app).get("/intake").await.must_lead_to("/login?to=%2Fintake");
}

#[actix_web::test]
async fn what_stands_around_a_pasted_statement_is_left_out_and_can_be_put_back() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let prose = "Monk arrested\n\n(Bangkok, 27 November 2017) – The Lantern Society condemns the arrest of the monk Sok Dara.\n\n\
        Police arrested Sok Dara on 3 September 2017. The Lantern Society calls on the Ministry of Justice to release him.";
    let pasted =
        format!("Share on facebook\nShare on twitter\n\n{prose}\n\nSubscribe to our newsletter");
    let page = browser.send_form(&browser.get("/intake").await, FORM, &[("text", &pasted)]).await;
    let body = page.must(200);
    let field = |page: &Page, name: &str| {
        let fields = page.form(FORM).1;
        fields.into_iter().find(|it| it.0 == name).map(|it| it.1.replace("\r\n", "\n"))
    };
    assert_eq!(field(&page, "body").as_deref(), Some(prose));
    assert!(
        body.contains("Share on facebook") && body.contains("passages were left out"),
        "{body}"
    );

    // Back at the text, it stands there with what was left out beside it, and is not cut a second time.
    let again = browser.send_form(&page, FORM, &[("~then", "text")]).await;
    again.must(200);
    assert_eq!(field(&again, "text").as_deref(), Some(prose));
    let mut all: Vec<(String, String)> = again.form(FORM).1;
    all.retain(|it| it.0 != "back");
    let count = again.must(200).matches("name=\"back\"").count();
    all.extend((0..count).map(|place| ("back".to_owned(), place.to_string())));
    all.push(("~then".to_owned(), "back".to_owned()));
    let whole = browser.post("/intake", &all).await;
    whole.must(200);
    assert_eq!(field(&whole, "text").as_deref(), Some(pasted.as_str()));
    let read = browser.send_form(&whole, FORM, &[]).await;
    read.must(200);
    assert_eq!(field(&read, "body").as_deref(), Some(pasted.as_str()), "as it is wanted");

    // What is saved is the statement alone.
    let accepted = browser.send_form(&page, FORM, &[("~then", "accept")]).await;
    let saved = browser.send_form(&accepted, FORM, &[("~then", "save")]).await;
    let place = saved.leads_to().to_owned();
    let statement = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!(statement["body"], prose);
}
