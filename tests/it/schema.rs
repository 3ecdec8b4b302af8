//! The tables are as the program believes, and migrations go both ways.

use saksi::casework::verify::verify;
use saksi::domain::Clock;
use saksi::store::Sql;

use crate::harness::TestApp;

#[actix_web::test]
async fn migrations_go_up_down_and_up_again_with_records_in_place() {
    let app = TestApp::new();
    let database = app.app.office.database.clone();
    let work = move || {
        assert_eq!(database.migrate().unwrap(), 0, "it is up to date");
        database.unmigrate().unwrap();
        assert!(database.migrate().unwrap() > 0);
        assert!(
            saksi::casework::seed::seed(&database, Clock::System.now()).unwrap(),
            "it was empty"
        );
        database.snapshot(verify).unwrap()
    };
    let wrong = actix_web::web::block(work).await.unwrap();
    assert_eq!(wrong, Vec::<String>::new());
}

#[actix_web::test]
async fn what_the_program_would_not_write_the_database_refuses() {
    let app = TestApp::new();
    let database = app.app.office.database.clone();
    for wrong in [
        "UPDATE terms SET confidentiality = 4",
        "UPDATE terms SET confidentiality = 3",
        "UPDATE instruments SET kind = 'poem'",
        "UPDATE instruments SET title = ''",
        "UPDATE commitments SET country = 'Cambodia'",
        "UPDATE provisions SET right_code = 'freedom'",
        "DELETE FROM instruments",
        "DELETE FROM audit_entries",
        "UPDATE audit_entries SET action = 'x'",
        "UPDATE revisions SET action = 'x'",
    ] {
        let database = database.clone();
        let refused = actix_web::web::block(move || {
            database.write_here(move |db| Ok(diesel::RunQueryDsl::execute(Sql::new(wrong), db)?))
        });
        assert!(refused.await.unwrap().is_err(), "{wrong}");
    }
}
