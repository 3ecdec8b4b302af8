//! Any report, for property tests.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::samples::{HOSTILE, note, small, table};
use crate::domain::document::{
    Block, Chart, ChartKind, Document, Figure, Section, Series, Span, TimelineItem,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ]{0,12}",
        prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
    ]
}

fn href() -> impl Strategy<Value = String> {
    prop_oneof![text(), "https?://.{0,20}", "/.{0,20}", "#[a-c]{0,2}"]
}

fn language() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        prop::sample::select(vec!["en", "ar", "km", "fr-CA", "he"]).prop_map(str::to_owned)
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (
        text(),
        any::<(bool, bool)>(),
        option::of(language()),
        option::of(href()),
        option::of(0..5_u32),
        option::of(any::<i64>()),
    )
        .prop_map(|(text, (strong, emphasis), language, href, note, number)| Span {
            text,
            strong,
            emphasis,
            language,
            number,
            href,
            note,
        })
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    vec(span(), 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (0..9_u8, spans(), "[a-c ]{0,2}").prop_map(|(level, text, anchor)| Block::Heading {
            level,
            text,
            anchor
        }),
        spans().prop_map(|text| Block::Paragraph { text }),
        spans().prop_map(|text| Block::Remark { text }),
        spans().prop_map(|text| Block::Quote { text }),
        vec(spans(), 0..3).prop_map(|items| Block::List { items }),
        vec((span(), text(), option::of(text())), 0..6).prop_map(|items| Block::Figures {
            items: items
                .into_iter()
                .map(|(value, label, rule)| Figure { value, label, rule })
                .collect(),
        }),
        (text(), vec((text(), any::<bool>(), any::<u8>()), 0..4), vec(vec(spans(), 0..5), 0..4))
            .prop_map(|(title, columns, rows)| {
                let columns: Vec<_> =
                    columns.iter().map(|it| (it.0.as_str(), it.1, it.2)).collect();
                Block::Table(table(&title, &columns, rows))
            }),
        vec((text(), spans()), 0..3).prop_map(|items| Block::Timeline {
            items: items.into_iter().map(|(date, text)| TimelineItem { date, text }).collect(),
        }),
        (text(), vec(text(), 0..4), vec(option::of(any::<i64>()), 0..5), spans()).prop_map(
            |(title, categories, values, remark)| Block::Chart(Chart {
                kind: ChartKind::Bars,
                unit: title.clone(),
                category_label: title.clone(),
                series: vec![Series { label: title.clone(), values, hrefs: Vec::new() }],
                title,
                categories,
                remark,
            })
        ),
    ]
}

fn section() -> impl Strategy<Value = Section> {
    (text(), text(), vec(text(), 0..2), vec(block(), 0..5)).prop_map(
        |(kind, title, introduction, blocks)| Section { kind, title, introduction, blocks },
    )
}

pub fn document() -> impl Strategy<Value = Document> {
    let words = (text(), text(), text());
    (words, language(), any::<bool>(), option::of(text()), vec(section(), 0..6), vec(text(), 0..4))
        .prop_map(|((title, page_of, query), language, rtl, subtitle, sections, notes)| {
            let mut document = small();
            document.title = title;
            document.subtitle = subtitle;
            document.language = language;
            document.direction = if rtl { "rtl" } else { "ltr" }.to_owned();
            document.words.page_of = page_of;
            document.made.query = query;
            document.sections = sections;
            document.notes = notes
                .into_iter()
                .map(|it| crate::domain::document::Note {
                    title: it.clone(),
                    address: Some(it.clone()),
                    href: it,
                    ..note(1)
                })
                .collect();
            document
        })
}
