//! Reports to try renderings on: a small one, one with everything that a report can have, and one made
//! of what people should not be able to break it with.

use chrono::{DateTime, NaiveDate};

use crate::domain::document::{
    Block, Chart, ChartKind, Document, Fact, Figure, FixedWords, Made, Map, MapLegend, MapPoint,
    Note, Section, Series, Span, Table, TableColumn, TimelineItem,
};

pub fn words() -> FixedWords {
    let said = str::to_owned;
    FixedWords {
        contents: said("Contents"),
        notes: said("Sources"),
        page_of: said("Page {page} of {pages}"),
        table: said("Table"),
        chart: said("Chart"),
        map: said("Map"),
        available_at: said("Available at"),
        archived_at: said("Archived at"),
        data: said("Data behind the chart"),
        not_known: said("not known"),
        made: said("How this report was made"),
        digest: said("Digest (SHA-256)"),
    }
}

pub fn note(number: u32) -> Note {
    Note {
        reference: format!("S-2017-{number:05}"),
        issuer: "Asian Forum for Human Rights and Development".to_owned(),
        title: "Restore the party".to_owned(),
        date: NaiveDate::from_ymd_opt(2017, 11, 16),
        date_text: "16 November 2017".to_owned(),
        passage: Some("The Supreme Court dissolved the party.".to_owned()),
        language: Some("en".to_owned()),
        address: Some("https://forum-asia.org/?p=25052".to_owned()),
        archived: Some(
            "https://web.archive.org/web/2017/https://forum-asia.org/?p=25052".to_owned(),
        ),
        href: format!("/statements/S-2017-{number:05}"),
    }
}

/// One section, one note.
pub fn small() -> Document {
    Document {
        title: "Cambodia 2017".to_owned(),
        subtitle: None,
        logo: None,
        organisation: Some("Example Watch".to_owned()),
        language: "en".to_owned(),
        direction: "ltr".to_owned(),
        facts: vec![Fact { label: "Country".to_owned(), text: vec![Span::plain("Cambodia")] }],
        sections: vec![Section {
            kind: "key_figures".to_owned(),
            title: "Key figures".to_owned(),
            introduction: Vec::new(),
            blocks: vec![Block::Paragraph {
                text: vec![
                    count(12, "/events?country=KHM"),
                    Span::plain(" events are documented."),
                    Span::note(1),
                ],
            }],
        }],
        notes: vec![note(1)],
        words: words(),
        made: Made {
            at: DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default(),
            version: "0.1.0".to_owned(),
            release: Some("2026-11".to_owned()),
            query: "country=KHM&from=2017-01-01&to=2017-12-31".to_owned(),
            digest: "ab".repeat(32),
        },
    }
}

pub fn count(number: i64, href: &str) -> Span {
    Span { number: Some(number), ..Span::link(crate::words::number_in("en", number), href) }
}

fn in_language(text: &str, language: &str) -> Span {
    Span { language: Some(language.to_owned()), ..Span::plain(text) }
}

fn noted(text: &str, number: u32) -> Span {
    Span { note: Some(number), ..Span::plain(text) }
}

fn section(kind: &str, title: &str, blocks: Vec<Block>) -> Section {
    Section { kind: kind.to_owned(), title: title.to_owned(), introduction: Vec::new(), blocks }
}

pub fn table(title: &str, columns: &[(&str, bool, u8)], rows: Vec<Vec<Vec<Span>>>) -> Table {
    let column =
        |it: &(&str, bool, u8)| TableColumn { label: it.0.to_owned(), numbers: it.1, weight: it.2 };
    Table {
        title: title.to_owned(),
        columns: columns.iter().map(column).collect(),
        rows,
        remark: vec![Span::plain("Counted in events; source: statements entered by the team.")],
    }
}

fn chart(kind: ChartKind, title: &str, categories: &[&str], values: &[Option<i64>]) -> Block {
    let hrefs = categories.iter().map(|it| Some(format!("/events?year={it}"))).collect();
    Block::Chart(Chart {
        kind,
        title: title.to_owned(),
        unit: "events".to_owned(),
        categories: categories.iter().map(|it| (*it).to_owned()).collect(),
        category_label: "Year".to_owned(),
        series: vec![
            Series { label: "Events".to_owned(), values: values.to_vec(), hrefs },
            Series {
                label: "Active sources".to_owned(),
                values: values.iter().map(|it| it.map(|it| it / 3)).collect(),
                hrefs: Vec::new(),
            },
        ],
        remark: vec![noted("Documented reports, not incidence. n = 1,234.", 2)],
    })
}

fn figures() -> Block {
    let figure = |number, label: &str, rule: Option<&str>| Figure {
        value: count(number, "/events?country=KHM&from=2017-01-01&to=2017-12-31"),
        label: label.to_owned(),
        rule: rule.map(str::to_owned),
    };
    Block::Figures {
        items: vec![
            figure(48, "incidents", Some("each case file once")),
            figure(1234, "events", Some("each act once, whatever the number of statements")),
            figure(2310, "victims", Some("best estimate; people named in several events once")),
            figure(17, "sources", None),
        ],
    }
}

fn map() -> Block {
    let point = |label: &str, latitude, longitude, precision: &str, count| MapPoint {
        latitude,
        longitude,
        precision: precision.to_owned(),
        count,
        label: label.to_owned(),
    };
    let legend = |precision: &str, label: &str| MapLegend {
        precision: precision.to_owned(),
        label: label.to_owned(),
    };
    Block::Map(Map {
        title: "Where events happened".to_owned(),
        country: "KHM".to_owned(),
        points: vec![
            point("Phnom Penh", 11.56, 104.92, "exact", 31),
            point("Battambang", 13.1, 103.2, "admin1", 9),
            point("Siem Reap", 13.36, 103.86, "near", 4),
        ],
        legend: vec![
            legend("exact", "exact place"),
            legend("near", "near the place"),
            legend("admin1", "province"),
        ],
        remark: vec![Span::plain("4 events without a known place are not shown.")],
    })
}

fn annex(rows: u32, notes: u32) -> Block {
    let row = |at: u32| {
        vec![
            vec![Span::link(format!("KHM-2017-{at:04}"), format!("/incidents/KHM-2017-{at:04}"))],
            vec![Span::plain(format!("2017-{:02}-{:02}", at % 12 + 1, at % 28 + 1))],
            vec![
                Span::plain("Arrest of a member of a trade union after a strike at a factory in "),
                Span { emphasis: true, ..Span::plain("Kampong Speu") },
                noted("; released on bail.", at % notes + 1),
            ],
            vec![count(i64::from(at % 7 + 1), "/events")],
        ]
    };
    let columns =
        [("Case", false, 3), ("Date", false, 2), ("What happened", false, 8), ("Victims", true, 1)];
    Block::Table(table("All cases", &columns, (1..=rows).map(row).collect()))
}

/// A report of one long annex, with a note for each row.
pub fn long(rows: u32) -> Document {
    let mut document = small();
    document.notes = (1..=rows).map(note).collect();
    document.sections[0].blocks.push(annex(rows, rows));
    document
}

/// Everything that a report can have.
pub fn rich() -> Document {
    let mut document = small();
    document.title = "Cambodia: civic space and political participation".to_owned();
    document.subtitle = Some("Joint submission to the Universal Periodic Review".to_owned());
    document.facts = vec![
        Fact { label: "Country".to_owned(), text: vec![Span::plain("Cambodia (KHM)")] },
        Fact {
            label: "Period".to_owned(),
            text: vec![Span::plain("1 January 2017 to 31 December 2017")],
        },
        Fact { label: "Audience".to_owned(), text: vec![Span::strong("public")] },
    ];
    document.notes = (1..=30).map(note).collect();
    document.notes[2].passage = Some("تم حل الحزب بقرار من المحكمة العليا.".to_owned());
    document.notes[2].language = Some("ar".to_owned());
    document.notes[3].passage = Some("តុលាការកំពូលបានរំលាយគណបក្ស។".to_owned());
    document.notes[3].language = Some("km".to_owned());
    document.notes[4].title = "Cambodge : « un recul historique »".to_owned();
    let mut key = section("key_figures", "Key figures", vec![figures()]);
    key.introduction = vec![
        "This chapter counts what is documented. It does not say how much happened.".to_owned(),
        "A second paragraph, as somebody wrote it,\nwith a line of its own.".to_owned(),
    ];
    document.sections = vec![key, trend(), cases(), law(), annexes()];
    document
}

fn trend() -> Section {
    let years = ["2012", "2013", "2014", "2015", "2016", "2017"];
    let counts = [Some(112), Some(201), None, Some(150), Some(240), Some(1234)];
    section(
        "trend",
        "Trend",
        vec![
            Block::Paragraph {
                text: vec![
                    Span::plain("Reports rose to "),
                    count(1234, "/events?year=2017"),
                    noted(" in 2017", 1),
                    Span::plain(", the year of the "),
                    Span::link("dissolution", "#dissolution"),
                    Span::plain(" of the main opposition party; see "),
                    Span::link("OHCHR", "https://www.ohchr.org/en/countries/cambodia"),
                    Span::plain("."),
                ],
            },
            chart(ChartKind::Columns, "Events by year", &years, &counts),
            chart(
                ChartKind::Bars,
                "Events by type",
                &[
                    "Arbitrary arrest or detention",
                    "Restriction of association",
                    "Judicial harassment",
                ],
                &[Some(640), Some(301), Some(0)],
            ),
            map(),
            Block::Remark { text: vec![Span::plain("Counting rule: an event is counted once.")] },
        ],
    )
}

fn cases() -> Section {
    let heading = |level, text: &str, anchor: &str| Block::Heading {
        level,
        text: vec![Span::plain(text)],
        anchor: anchor.to_owned(),
    };
    let item = |date: &str, text: &str, number| TimelineItem {
        date: date.to_owned(),
        text: vec![noted(text, number)],
    };
    section(
        "cases",
        "Emblematic cases",
        vec![
            heading(2, "Dissolution of the CNRP", "dissolution"),
            Block::Paragraph {
                text: vec![
                    Span::plain("The Supreme Court dissolved the party on 16 November 2017"),
                    Span::note(2),
                    Span::note(3),
                    Span::plain(" and banned "),
                    count(118, "/actors?role=banned"),
                    Span::plain(" of its members from politics"),
                    Span::note(2),
                    Span::plain(". In Khmer: "),
                    in_language("គណបក្សសង្គ្រោះជាតិ", "km"),
                    Span::plain("; in Arabic: "),
                    in_language("حزب الإنقاذ الوطني الكمبودي (CNRP)", "ar"),
                    Span::plain("; in French: "),
                    in_language("Parti du sauvetage national", "fr"),
                    Span::plain("."),
                ],
            },
            Block::Quote { text: vec![in_language(KHMER, "km"), Span::note(4)] },
            Block::Quote { text: vec![in_language(ARABIC, "ar"), Span::note(3)] },
            Block::Quote {
                text: vec![
                    in_language("Un « recul historique » pour la démocratie.", "fr"),
                    Span::note(5),
                ],
            },
            heading(3, "What was asked", "asked"),
            Block::List {
                items: vec![
                    vec![noted("Restore the party.", 6)],
                    vec![Span::strong("Release"), noted(" its leader, Kem Sokha.", 7)],
                    vec![Span { emphasis: true, ..Span::plain("Amend") }, Span::plain(" the law.")],
                ],
            },
            heading(2, "What happened when", "timeline"),
            Block::Timeline {
                items: vec![
                    item("3 September 2017", "Kem Sokha is arrested at his home in Phnom Penh.", 8),
                    item("between 6 and 9 October 2017", "The Ministry files a complaint.", 9),
                    item("16 November 2017", "The party is dissolved.", 10),
                ],
            },
        ],
    )
}

const KHMER: &str = "តុលាការកំពូលនៃព្រះរាជាណាចក្រកម្ពុជាបានសម្រេចរំលាយគណបក្សសង្គ្រោះជាតិ និងហាមឃាត់សមាជិកជាន់ខ្ពស់ចំនួន ១១៨ រូបមិនឱ្យធ្វើនយោបាយរយៈពេល ៥ ឆ្នាំ។";
const ARABIC: &str = "قررت المحكمة العليا في كمبوديا حل حزب الإنقاذ الوطني (CNRP) ومنع 118 من أعضائه من العمل السياسي لمدة خمس سنوات.";

fn law() -> Section {
    let row = |instrument: &str, status: &str, since: &str, number: u32| {
        vec![
            vec![Span::link(instrument, "/instruments/iccpr")],
            vec![Span::plain(status)],
            vec![noted(since, number)],
        ]
    };
    let rows = vec![
        row(
            "International Covenant on Civil and Political Rights",
            "party by accession",
            "26 August 1992",
            11,
        ),
        row("Convention against Torture", "party by accession", "14 November 1992", 12),
        row(
            "International Convention for the Protection of All Persons from Enforced Disappearance",
            "party by accession",
            "27 July 2013",
            13,
        ),
    ];
    let columns = [
        ("Instrument", false, 5),
        ("Standing on 16 November 2017", false, 3),
        ("In force since", false, 2),
    ];
    section("law", "Legal framework", vec![Block::Table(table("Commitments", &columns, rows))])
}

fn annexes() -> Section {
    section("annex", "Annex: all cases", vec![annex(60, 30)])
}

/// Texts that people should not be able to break a report with.
pub const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></title></textarea>--><w:p/>]]>&amp;&#0;",
    "#let x = sys.inputs; *strong* _em_ $x$ @ref <label> `raw`",
    "{{ 7*7 }} {% if %} ${jndi:ldap://x} %s %n",
    "\u{0}\u{1}\u{8}\u{b}\u{1b}[31mred\u{7f}\u{85}\u{fffe}\u{ffff}\u{1fffe}",
    "\u{202e}desrever\u{2066}\u{2067} never closed",
    "👩‍👩‍👧‍👦🏳️‍🌈 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ 𝕳𝖎",
    "بيان (CNRP) 118 نص \"مقتبس\" עברית",
    "សេចក្តីថ្លែងការណ៍ ထုတ်ပြန်ချက် แถลงการณ์ 声明 성명",
    "\r\n\t  \n\n",
    "",
    "=HYPERLINK(\"http://evil.org\") \"quotes\" 'and' back\\slash",
];

/// Made of such texts, with 10,000 characters in a title and a word, and more columns than Word takes.
pub fn hostile() -> Document {
    let mut document = small();
    let spans = |text: &str| {
        vec![
            Span { language: Some("\"><script>".to_owned()), ..Span::strong(text) },
            Span { note: Some(99), language: Some("ar".to_owned()), ..Span::link(text, text) },
            Span { note: Some(1), ..Span::link(text, "javascript:alert(1)") },
            Span { note: Some(2), emphasis: true, ..Span::link(text, "#no such") },
        ]
    };
    document.title = "Title ".repeat(1_700);
    document.subtitle = Some(HOSTILE.join(" "));
    document.organisation = Some(HOSTILE[1].to_owned());
    document.notes = HOSTILE
        .iter()
        .map(|it| Note {
            reference: (*it).to_owned(),
            issuer: (*it).to_owned(),
            title: (*it).to_owned(),
            passage: Some((*it).to_owned()),
            language: Some((*it).to_owned()),
            address: Some(format!("https://a.org/{it}")),
            archived: Some((*it).to_owned()),
            href: (*it).to_owned(),
            ..note(1)
        })
        .collect();
    document.facts =
        HOSTILE.iter().map(|it| Fact { label: (*it).to_owned(), text: spans(it) }).collect();
    document.words.page_of = "</style>{pages}\"\\{page}{page".to_owned();
    document.words.contents = HOSTILE[0].to_owned();
    document.made.query = HOSTILE.join("&");
    document.made.release = Some(HOSTILE[0].to_owned());
    document.sections = HOSTILE.iter().map(|it| hostile_section(it, &spans(it))).collect();
    document.sections.push(section("", "", Vec::new()));
    document.sections.push(section(
        "empty",
        "Nothing",
        vec![
            Block::List { items: Vec::new() },
            Block::Figures { items: Vec::new() },
            Block::Timeline { items: Vec::new() },
            Block::Paragraph { text: Vec::new() },
            Block::Table(table(
                "No columns",
                &[],
                vec![vec![vec![Span::plain("one cell too many")]]],
            )),
            Block::Table(table("No rows", &[("a", false, 0), ("b", true, 0)], Vec::new())),
            Block::Quote { text: Vec::new() },
        ],
    ));
    document
}

fn hostile_section(text: &str, spans: &[Span]) -> Section {
    let names: Vec<String> = (0..70).map(|it| format!("{it}{text}")).collect();
    let wide: Vec<(&str, bool, u8)> = names.iter().map(|it| (it.as_str(), true, 0)).collect();
    let mut section = section(
        text,
        text,
        vec![
            Block::Heading { level: 7, text: spans.to_vec(), anchor: text.to_owned() },
            Block::Paragraph { text: spans.to_vec() },
            Block::Paragraph { text: vec![Span::plain("long".repeat(2_500))] },
            Block::Quote { text: spans.to_vec() },
            Block::List { items: vec![spans.to_vec(), Vec::new()] },
            Block::Figures {
                items: vec![
                    Figure {
                        value: spans[1].clone(),
                        label: text.to_owned(),
                        rule: Some(text.to_owned())
                    };
                    5
                ],
            },
            Block::Table(table(text, &wide, vec![vec![spans.to_vec(); 70]])),
            Block::Table(table(
                text,
                &[(text, false, 255), (text, true, 1)],
                vec![
                    vec![spans.to_vec()],
                    vec![vec![Span::plain("w".repeat(10_000))], spans.to_vec(), spans.to_vec()],
                ],
            )),
            chart(ChartKind::Bars, text, &[text, "", "a"], &[Some(i64::MIN), None, Some(i64::MAX)]),
            Block::Timeline {
                items: vec![TimelineItem { date: text.repeat(50), text: spans.to_vec() }],
            },
        ],
    );
    section.introduction = vec![text.to_owned(), text.repeat(20)];
    section
}
