//! The description of the API is reviewed like code: a change to it is a change to a file.

use saksi::http::openapi::{document, printed};

#[test]
fn the_api_is_the_one_we_agreed_on() {
    let now = printed().unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/saksi.json");
    if std::env::var_os("SAKSI_ACCEPT").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let agreed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(now == agreed, "the API changed; to accept: SAKSI_ACCEPT=1 cargo nextest run the_api");
}

#[test]
fn every_operation_has_a_name_of_its_own_and_says_how_it_may_be_refused() {
    let document = serde_json::to_value(document()).unwrap();
    let mut names = std::collections::HashSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for operation in methods.as_object().unwrap().values() {
            assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{path}");
            assert!(operation["summary"].as_str().is_some_and(|it| !it.is_empty()), "{path}");
            let secured = operation.get("security").is_some();
            assert_eq!(
                secured,
                operation["responses"].get("401").is_some()
                    && !path.contains("auth/login")
                    && !path.contains("auth/refresh"),
                "{path}"
            );
        }
    }
    // Every name that is used is described.
    let text = document.to_string();
    for part in text.split("\"#/components/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(document.pointer(&format!("/components/{name}")).is_some(), "{name}");
    }
}
