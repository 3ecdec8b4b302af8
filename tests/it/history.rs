//! What was written stays as it was written, or it shows.

use saksi::casework::verify::verify;
use saksi::domain::Role;
use serde_json::json;

use crate::harness::{TestApp, dissolution, press_statement};

async fn wrong(app: &TestApp) -> Vec<String> {
    let database = app.app.office.database.clone();
    actix_web::web::block(move || database.snapshot(verify)).await.unwrap().unwrap()
}

async fn filled() -> TestApp {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    monitor.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    monitor
        .patch("/api/v1/events/KHM-2017-0001-E1", json!({"title": "Another", "victims_best": 3}))
        .await
        .must(200);
    monitor
        .post("/api/v1/events/KHM-2017-0001-E1/status", json!({"status": "submitted"}))
        .await
        .must(200);
    assert_eq!(wrong(&app).await, Vec::<String>::new());
    app
}

#[actix_web::test]
async fn a_record_that_is_altered_behind_the_program_shows() {
    let app = filled().await;
    app.tamper("UPDATE events SET title = 'Nothing happened'");
    assert!(wrong(&app).await[0].contains("event KHM-2017-0001-E1"), "{:?}", wrong(&app).await);
    app.tamper("UPDATE events SET title = 'Another'");
    assert!(wrong(&app).await.is_empty());
    app.tamper("UPDATE participations SET role = 'witness' WHERE role = 'target'");
    assert!(wrong(&app).await[0].contains("event KHM-2017-0001-E1"));
}

/// Takes away what keeps people from changing history by mistake.
fn unlock(app: &TestApp) {
    if app.on_postgres() {
        app.tamper("DROP TRIGGER audit_entries_are_not_changed ON audit_entries; DROP TRIGGER revisions_are_not_changed ON revisions");
    } else {
        app.tamper(
            "DROP TRIGGER audit_entries_are_not_changed; DROP TRIGGER audit_entries_are_not_removed; DROP TRIGGER revisions_are_not_changed; DROP TRIGGER revisions_are_not_removed",
        );
    }
}

#[actix_web::test]
async fn an_audit_entry_that_is_changed_removed_or_reordered_shows() {
    for (act, sign) in [
        (
            "UPDATE audit_entries SET action = 'read' WHERE seq = (SELECT MAX(seq) - 1 FROM audit_entries)",
            "was changed",
        ),
        ("DELETE FROM audit_entries WHERE seq = 10", "are missing"),
        (
            "UPDATE audit_entries SET seq = -1 WHERE seq = 10; UPDATE audit_entries SET seq = 10 WHERE seq = 11; \
             UPDATE audit_entries SET seq = 11 WHERE seq = -1",
            "does not continue",
        ),
        (
            "UPDATE revisions SET snapshot = replace(snapshot, 'Another', 'Nothing') WHERE kind = 'event'",
            "not as the audit log has it",
        ),
        (
            "UPDATE revisions SET reason = 'ordered' WHERE kind = 'event'",
            "not as the audit log has it",
        ),
        ("DELETE FROM revisions WHERE kind = 'event' AND version = 2", "has lost versions"),
    ] {
        let app = filled().await;
        unlock(&app);
        app.tamper(act);
        let wrong = wrong(&app).await;
        assert!(wrong[0].contains(sign), "{act}: {wrong:?}");
    }
}

#[actix_web::test]
async fn what_is_done_is_in_the_audit_log() {
    let app = filled().await;
    let admin = app.user(Role::Admin).await;
    admin.get("/api/v1/exports/events.csv?q=secret").await;
    let log = admin.get("/api/v1/audit?limit=500").await.must(200);
    let actions: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap()).collect();
    for action in ["exported", "export_begun", "created", "changed", "submitted"] {
        assert!(actions.contains(&action), "{action} is not in {actions:?}");
    }
    assert!(!log.to_string().contains("secret"), "what was searched for may be a name");
    app.user(Role::Reviewer).await.get("/api/v1/audit").await.problem(403);
}
