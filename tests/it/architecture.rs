//! Which part may know of which. Each knows only those before it.

use std::fs;
use std::path::{Path, PathBuf};

const ORDER: [&str; 8] =
    ["domain", "intake", "store", "casework", "exchange", "http", "pages", "cli"];

pub fn sources(dir: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            all.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
    all
}

#[test]
fn no_part_knows_of_one_above_it() {
    for (level, part) in ORDER.iter().enumerate() {
        for (file, text) in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(part)) {
            // `domain` names the column types that its own types are kept in.
            let text = text.replace("crate::store::sql_types", "").replace("[`crate::", "");
            for above in &ORDER[level + 1..] {
                assert!(
                    !text.contains(&format!("crate::{above}")),
                    "{} uses {above}",
                    file.display()
                );
            }
            let speaks_http = level < 5 && text.contains("actix_web");
            assert!(!speaks_http, "{} speaks HTTP", file.display());
        }
    }
}

#[test]
fn a_file_is_about_one_thing() {
    for (file, text) in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let generated = file.ends_with("store/schema.rs");
        assert!(generated || text.lines().count() <= 700, "{} has two ideas", file.display());
    }
}
