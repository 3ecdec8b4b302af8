//! Somebody at a browser: keeps cookies, reads pages, sends forms as they stand on them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use actix_web::test::TestRequest;
use saksi::domain::Role;

use crate::harness::{Client, PASSWORD, Reply, TestApp};

/// See the module.
pub struct Browser<'a> {
    client: Client<'a>,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> Browser<'a> {
    /// Somebody who has not logged in.
    pub fn new(app: &'a TestApp) -> Self {
        Self { client: app.stranger(), cookies: RefCell::default() }
    }

    /// Somebody of a role, with an account of their own, who has logged in; and the same person as a
    /// client of the API.
    pub async fn of(app: &'a TestApp, role: Role) -> (Self, Client<'a>) {
        let client = app.user(role).await;
        let browser = Self::new(app);
        let me = client.get("/api/v1/auth/me").await.must(200);
        browser.log_in(me["email"].as_str().unwrap(), PASSWORD).await.must_lead_to("/");
        (browser, client)
    }

    pub async fn log_in(&self, email: &str, password: &str) -> Page {
        let page = self.get("/login").await;
        self.send(&page, &[("~email", email), ("~password", password)]).await
    }

    pub async fn get(&self, path: &str) -> Page {
        self.ask(path, TestRequest::get(), &[]).await
    }

    /// Sends the last form of a page, with some fields filled in.
    pub async fn send(&self, page: &Page, fields: &[(&str, &str)]) -> Page {
        self.send_form(page, "<form", fields).await
    }

    /// Sends the form of a page whose tag begins with `begins`.
    pub async fn send_form(&self, page: &Page, begins: &str, fields: &[(&str, &str)]) -> Page {
        let (action, mut values) = page.form(begins);
        for (name, value) in fields {
            values.retain(|pair| pair.0 != *name);
            values.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post(&action, &values).await
    }

    pub async fn post(&self, path: &str, values: &[(String, String)]) -> Page {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(values);
        let request = TestRequest::post()
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .set_payload(body.finish());
        self.ask(path, request, &[("sec-fetch-site", "same-origin")]).await
    }

    /// Any request, with the cookies.
    pub async fn ask(&self, path: &str, request: TestRequest, headers: &[(&str, &str)]) -> Page {
        let cookies: Vec<_> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut headers = headers.to_vec();
        let cookies = cookies.join("; ");
        if !cookies.is_empty() {
            headers.push(("cookie", &cookies));
        }
        let reply = self.client.raw(request.uri(path), &headers).await;
        for cookie in reply.headers.get_all("set-cookie") {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
                assert!(rest.contains(part), "{pair} is not {part}");
            }
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        Page { path: path.to_owned(), reply }
    }

    /// Loses the session, as when it was long not used.
    pub fn lose_session(&self) {
        self.cookies.borrow_mut().remove("saksi_session");
    }
}

/// A page that came back.
pub struct Page {
    pub path: String,
    pub reply: Reply,
}

impl Page {
    #[track_caller]
    pub fn must(&self, status: u16) -> &str {
        assert_eq!(self.reply.status.as_u16(), status, "{}: {}", self.path, self.reply.body);
        &self.reply.body
    }

    /// Where the browser is sent to.
    #[track_caller]
    pub fn leads_to(&self) -> &str {
        self.must(303);
        self.reply.header("location")
    }

    #[track_caller]
    pub fn must_lead_to(&self, path: &str) {
        assert_eq!(self.leads_to(), path);
    }

    /// The last form whose tag begins so: where it goes, and its values as they stand.
    #[track_caller]
    pub fn form(&self, begins: &str) -> (String, Vec<(String, String)>) {
        let body = &self.reply.body;
        // The choice of a language stands below every page.
        let main = &body[..body.find("class=\"languages\"").unwrap_or(body.len())];
        let main = &main[..main.rfind("</form>").unwrap_or(main.len())];
        let at = main.rfind(begins).unwrap_or_else(|| panic!("{}: no {begins}", self.path));
        let form = &main[at..];
        let form = &form[..form.find("</form>").unwrap_or(form.len())];
        let action = attribute(form, "action").unwrap_or_else(|| self.path.clone());
        (action, fields(form))
    }

    /// What is wrong, as the page says it.
    pub fn errors(&self) -> Vec<String> {
        let parts = self.reply.body.split("class=\"error\"").skip(1);
        parts
            .map(|part| part[part.find('>').unwrap() + 1..part.find('<').unwrap()].into())
            .collect()
    }
}

/// The values of a form's fields.
fn fields(form: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for part in form.split('<').skip(1) {
        let tag = part.split_whitespace().next().unwrap_or_default();
        let Some(name) = attribute(part, "name") else {
            continue;
        };
        let kind = attribute(part, "type").unwrap_or_default();
        match tag {
            "input"
                if !["checkbox", "radio"].contains(&kind.as_str()) || part.contains(" checked") =>
            {
                all.push((name, attribute(part, "value").unwrap_or_default()));
            }
            "textarea" => {
                let text = &part[part.find('>').unwrap() + 1..];
                all.push((name, unescaped(text.trim_start_matches('\n'))));
            }
            "select" => {
                let at = form.find(part).unwrap();
                let options = &form[at..];
                let options = &options[..options.find("</select>").unwrap()];
                let chosen = options.split("<option").find(|option| option.contains(" selected"));
                all.push((name, chosen.and_then(|it| attribute(it, "value")).unwrap_or_default()));
            }
            _ => {}
        }
    }
    all
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
    let begins = format!("{name}=\"");
    let at = tag.find(&format!(" {begins}"))? + begins.len() + 1;
    Some(unescaped(&tag[at..at + tag[at..].find('"')?]))
}

fn unescaped(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}
