//! Sentences for and against each rule.

mod acts;
mod asked;
mod doers;
mod head;
mod heard;
mod law;
mod meant;
mod names;
mod rules;
mod when;
mod who;
mod whole;

use super::{Asked, Draft, House, analyze};

/// A statement of an invented network that says `text`.
fn read(text: &str) -> Draft {
    let body = format!(
        "Asian Rights Network\n\n(Bangkok, 27 November 2017) – The Asian Rights Network condemns what follows.\n\n{text}"
    );
    analyze(&body, &Asked::default(), &House::default())
}

/// The acts of a text, each as "type date: who > whom".
fn acts(text: &str) -> Vec<String> {
    read(text)
        .events
        .iter()
        .map(|it| {
            let date = it.date.as_deref().unwrap_or("-");
            format!(
                "{} {date}: {} > {}",
                it.kind,
                it.perpetrators.join(", "),
                it.targets.join(", ")
            )
        })
        .collect()
}

/// That a text tells these acts, and no others.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(acts(text), expected, "{text}");
}
