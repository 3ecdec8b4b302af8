//! `/admin/rules`: how good each rule that reads statements is, by what people kept of its findings; and its
//! switch.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::casework::intake::rules::{self, RuleView};
use crate::domain::Action;
use crate::error::Result;
use crate::pages::answer::{page, see};
use crate::pages::frame::Frame;
use crate::pages::visit::{Visit, value};

#[derive(Template)]
#[template(path = "admin/rules.html")]
struct RulesPage<'a> {
    f: &'a Frame,
    rules: Vec<RuleView>,
}

impl RulesPage<'_> {
    /// Of what was decided, how many were kept, in hundredths.
    fn precision(&self, rule: &RuleView) -> String {
        match rule.precision {
            Some(share) => self.f.tv("rules-share", &format!("{:.0}", share * 100.0)),
            None => self.f.t("rules-undecided"),
        }
    }
}

/// `GET /admin/rules`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    let rules = visit.look(|look| rules::all(look.db, &look.eyes.caller)).await?;
    page(&RulesPage { f: &visit.frame, rules })
}

/// `POST /admin/rules/{rule}`: switches it.
pub async fn switch(visit: Visit, rule: Path<String>) -> Result<HttpResponse> {
    let off = value(&visit.sent, "off") == Some("yes");
    let (caller, now, rule) = (visit.caller.clone(), visit.app.clock.now(), rule.into_inner());
    let switching = move |db: &mut crate::store::Db, act: &mut crate::casework::Act| {
        rules::switch(db, act, &rule, off)
    };
    visit.app.office.act(caller, now, switching).await?;
    visit.say_next(if off { "said-rule-off" } else { "said-rule-on" });
    Ok(see("/admin/rules"))
}
