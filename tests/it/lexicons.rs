//! The words of the intake as data: nothing stands twice, and nothing is kept that no rule asks for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::architecture::sources;

/// The lines of a file of words, without comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with("# "))
}

fn folder(language: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reference/intake").join(language)
}

#[test]
fn no_line_of_words_stands_twice() {
    for language in ["en", "fr"] {
        for file in fs::read_dir(folder(language)).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let mut seen = BTreeSet::new();
            let twice: Vec<&str> = lines(&text).filter(|it| !seen.insert(*it)).collect();
            assert!(twice.is_empty(), "{}: {twice:?}", path.display());
        }
    }
}

/// A class that is defined twice is two under one name: a condition then holds for the words of either.
#[test]
fn each_class_of_words_is_defined_once_and_asked_for() {
    let code = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/intake"));
    for language in ["en", "fr"] {
        let classes = fs::read_to_string(folder(language).join("classes.txt")).unwrap();
        let events = fs::read_to_string(folder(language).join("events.txt")).unwrap();
        let asked: BTreeSet<&str> = lines(&events)
            .flat_map(|line| line.split('{').skip(1))
            .filter_map(|it| it.split_once('}'))
            .flat_map(|(names, _)| names.split(','))
            .collect();
        let mut seen = BTreeSet::new();
        for name in lines(&classes).filter_map(|it| it.split_once('|')).map(|it| it.0.trim()) {
            assert!(seen.insert(name), "{language}: {name} is defined twice");
            let in_code = || code.iter().any(|(_, text)| text.contains(&format!("\"{name}\"")));
            assert!(asked.contains(name) || in_code(), "{language}: nothing asks for {name}");
        }
    }
}
