//! The demonstration's report on Cambodia: pinned as a document, every number in it counted again by SQL
//! of this file alone, and the same numbers in every format.

use std::collections::BTreeMap;

use saksi::casework::report::{MadeReport, Wanted};
use saksi::demo;
use saksi::domain::document::{Block, Chart, Document, Map, Span, Table};
use saksi::domain::{Caller, Timestamp};
use saksi::exchange::report::{ReportFormat, made, numbers, rendered};

use crate::golden::must_be;
use crate::harness::{PASSWORD, TestApp};
use crate::law::{STANDINGS, rows_of};
use crate::reports::words_of_pdf;

/// The moment at which the records of the demonstration and its reports are made.
const NOW: &str = "2026-11-30T08:00:00Z";

/// A copy with the records of the demonstration.
async fn demonstration() -> TestApp {
    let app = TestApp::new();
    let database = app.app.office.database.clone();
    let load = move || demo::load(&database, PASSWORD, Timestamp::parse(NOW).unwrap());
    assert!(actix_web::web::block(load).await.unwrap().unwrap(), "it is there already");
    app
}

/// A public report, made at [`NOW`].
async fn report(app: &TestApp, query: &str) -> MadeReport {
    let (office, shelf) = (app.app.office.clone(), app.app.shelf.clone());
    let asked = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let make = move || {
        let wanted = Wanted::of(asked)?;
        made(&office, &shelf, &Caller::public(), &wanted, Timestamp::parse(NOW).unwrap())
    };
    actix_web::web::block(make).await.unwrap().unwrap()
}

#[actix_web::test]
async fn the_report_on_cambodia_is_what_it_was() {
    let app = demonstration().await;
    let mut document = report(&app, "country=KHM&from=2013-01-01&to=2022-12-31").await.document;
    // What is another with every version of the program.
    document.made.version = "0".to_owned();
    document.made.digest = String::new();
    let text = serde_json::to_string_pretty(&document).unwrap() + "\n";
    // Provisions have no other name than the id that each database gives them.
    let mut parts = text.split("\"/provisions/");
    let mut same = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        same = same + "\"/provisions/ID" + &part[36..];
    }
    must_be("report-KHM.json", same.as_bytes());
}

#[actix_web::test]
async fn every_number_is_counted_again_by_sql() {
    let app = demonstration().await;
    for (from, to, before) in [
        (Some("2013-01-01"), Some("2022-12-31"), Some(("2003-01-01", "2012-12-31"))),
        (Some("2017-01-01"), Some("2017-12-31"), Some(("2016-01-01", "2016-12-31"))),
        (Some("2017-09-04"), None, None),
        (None, None, None),
    ] {
        let mut query = "country=KHM".to_owned();
        for (name, day) in [("from", from), ("to", to)] {
            if let Some(day) = day {
                query = format!("{query}&{name}={day}");
            }
        }
        let document = report(&app, &query).await.document;
        let count = Counting { app: &app, from, to, before };
        let told = numbers(&document);
        let mut checked = 0;
        for section in &document.sections {
            for (at, block) in section.blocks.iter().enumerate() {
                let place = format!("{}/{at}", section.kind);
                let here = told.iter().filter(|it| it.0 == place).map(|it| it.1);
                let here: Vec<i64> = here.collect();
                // A number that no query counts is one too many.
                assert_eq!(here, count.block(&section.kind, at, block), "{query}: {place}");
                checked += here.len();
            }
        }
        assert_eq!(checked, told.len());
        assert!(checked > 60, "{query}: only {checked} numbers");
        count.rows(&document);
    }
}

/// What a report counts, counted by SQL of its own.
struct Counting<'a> {
    app: &'a TestApp,
    from: Option<&'static str>,
    to: Option<&'static str>,
    before: Option<(&'static str, &'static str)>,
}

/// Whether words begin what is told of findings of people.
fn is_of_findings(text: &str) -> bool {
    text.starts_with("Courts, bodies") || text.starts_with("What people found")
}

/// Statements that everybody may read.
const OPEN_STATEMENT: &str =
    "s.deleted_at IS NULL AND s.status = 'published' AND s.confidentiality = 0";
/// Who takes part, as far as everybody may know.
const OPEN_PART: &str = "JOIN participations p ON p.event_id = e.id \
     JOIN actors a ON a.id = p.actor_id AND a.deleted_at IS NULL AND a.confidentiality = 0";
/// How exactly a place is told: of what happened to protected people no more than the province.
const TOLD_PLACE: &str = "CASE WHEN e.geo_precision IN ('exact', 'near', 'district') AND EXISTS (SELECT 1 \
     FROM participations gp JOIN actors ga ON ga.id = gp.actor_id WHERE gp.event_id = e.id AND ga.protected) \
     THEN CASE WHEN e.admin1 IS NULL THEN 'country' ELSE 'province' END ELSE e.geo_precision END";
impl Counting<'_> {
    /// The events that everybody may see, of a period.
    fn seen_in(from: Option<&str>, to: Option<&str>) -> String {
        let days = within("e.date_earliest", from, to);
        format!(
            "e.deleted_at IS NULL AND e.status = 'published' AND e.confidentiality = 0 \
             AND e.country = 'KHM' AND EXISTS (SELECT 1 FROM incidents i WHERE i.id = e.incident_id \
             AND i.deleted_at IS NULL AND i.confidentiality = 0){days}"
        )
    }

    fn seen(&self) -> String {
        Self::seen_in(self.from, self.to)
    }

    /// Events with something more that joins them.
    fn events(&self, joins: &str, condition: &str) -> i64 {
        let seen = self.seen();
        self.app.count(&format!(
            "SELECT COUNT(DISTINCT e.id) AS n FROM events e {joins} WHERE {seen} AND ({condition})"
        ))
    }

    /// Incidents, events and victims of a period.
    fn totals(&self, seen: &str) -> [i64; 3] {
        let count = |what: &str, joins: &str, and: &str| {
            let sql = format!(
                "SELECT COUNT(DISTINCT {what}) AS n FROM events e {joins} WHERE {seen}{and}"
            );
            self.app.count(&sql)
        };
        [
            count("e.incident_id", "", ""),
            count("e.id", "", ""),
            count("p.actor_id", OPEN_PART, " AND p.role = 'target'"),
        ]
    }

    /// The numbers of a block, in the order in which they are read.
    fn block(&self, section: &str, at: usize, block: &Block) -> Vec<i64> {
        match (section, block) {
            ("key_figures", Block::Figures { .. }) => self.totals(&self.seen()).to_vec(),
            ("key_figures", Block::Paragraph { text }) if is_of_findings(&text[0].text) => {
                vec![self.found()]
            }
            ("obligations", Block::Table(table)) if is_of_findings(&table.title) => {
                vec![self.found()]
            }
            ("key_figures", Block::Paragraph { .. }) => match self.before {
                None => Vec::new(),
                Some((from, to)) => {
                    let seen = Self::seen_in(Some(from), Some(to));
                    let [incidents, events, victims] = self.totals(&seen);
                    vec![events, incidents, victims]
                }
            },
            ("trend", Block::Chart(chart)) => self.trend(at, chart),
            ("by_type" | "by_right" | "by_target" | "by_perpetrator", Block::Chart(chart)) => {
                self.breakdown(section, chart)
            }
            ("by_target" | "by_perpetrator", Block::Table(table)) => self.named(section, table),
            ("map", Block::Map(map)) => self.map(map),
            ("obligations", Block::Table(table)) => self.obligations(table),
            ("demands", Block::Table(table)) => self.demands(at, table),
            ("method", Block::List { items }) => {
                items.iter().flat_map(|item| self.method(item)).collect()
            }
            // All events, and how many of them are listed where those are fewer.
            ("annex", Block::Table(_)) => vec![self.events("", "1 = 1")],
            _ => Vec::new(),
        }
    }

    /// Events of which somebody found that an obligation was engaged, in a statement that everybody may read, if
    /// in any.
    fn found(&self) -> i64 {
        self.events(
            "JOIN legal_findings lf ON lf.event_id = e.id \
             JOIN provisions fv ON fv.id = lf.provision_id AND fv.deleted_at IS NULL \
             LEFT JOIN statements s ON s.id = lf.statement_id",
            &format!("lf.statement_id IS NULL OR ({OPEN_STATEMENT})"),
        )
    }

    /// Whether it is told when events happened: by month, or by year.
    fn is_known(is_month: bool) -> &'static str {
        if is_month {
            "e.date_precision IN ('day', 'few_days', 'week', 'month') AND e.date_earliest > '0001-01-01'"
        } else {
            "(e.date_precision = 'longer' OR substr(e.date_earliest, 1, 4) = substr(e.date_latest, 1, 4)) \
             AND e.date_earliest > '0001-01-01'"
        }
    }

    fn trend(&self, at: usize, chart: &Chart) -> Vec<i64> {
        let is_month = chart.category_label == "Month";
        let known = Self::is_known(is_month);
        let in_step = |step: &str| {
            let step = if is_month { month(step) } else { step.to_owned() };
            let length = step.len();
            format!("{known} AND substr(e.date_earliest, 1, {length}) = '{step}'")
        };
        let steps = chart.categories.iter().map(|step| in_step(step));
        if at == 1 {
            let joins = format!(
                "JOIN citations c ON c.event_id = e.id AND c.deleted_at IS NULL AND c.confidentiality = 0 \
                 JOIN statements s ON s.id = c.statement_id AND {OPEN_STATEMENT} \
                 JOIN statement_issuers si ON si.statement_id = s.id"
            );
            let seen = self.seen();
            let sources = |step: String| {
                let sql = format!(
                    "SELECT COUNT(DISTINCT si.actor_id) AS n FROM events e {joins} WHERE {seen} AND {step}"
                );
                self.app.count(&sql)
            };
            return steps.map(sources).collect();
        }
        let mut all = vec![self.events("", known)];
        let unknown = self.events("", &format!("NOT ({known})"));
        all.extend((unknown > 0).then_some(unknown));
        all.extend(steps.map(|step| self.events("", &step)));
        assert_eq!(all[0], all[all.len() - chart.categories.len()..].iter().sum::<i64>());
        all
    }

    fn breakdown(&self, section: &str, chart: &Chart) -> Vec<i64> {
        let role = section.trim_start_matches("by_");
        let (joins, vocabulary, column) = match section {
            "by_type" => (String::new(), "event_type", "e.event_type"),
            "by_right" => {
                ("JOIN event_rights r ON r.event_id = e.id".to_owned(), "right", "r.right_code")
            }
            _ => (format!("{OPEN_PART} AND p.role = '{role}'"), "actor_kind", "a.kind"),
        };
        let all = self.events("", "1 = 1");
        let unknown = all - self.events(&joins, "1 = 1");
        let mut counts = vec![all];
        counts.extend((unknown > 0).then_some(unknown));
        let of = |label: &String| {
            let joins = format!(
                "{joins} JOIN terms t ON t.vocabulary = '{vocabulary}' AND t.code = {column}"
            );
            self.events(&joins, &format!("t.label = {}", quoted(label)))
        };
        counts.extend(chart.categories.iter().map(of));
        // Categories that are not drawn are counted as well.
        let kinds = self.app.count(&format!(
            "SELECT COUNT(DISTINCT {column}) AS n FROM events e {joins} WHERE {}",
            self.seen()
        ));
        let left = kinds - i64::try_from(chart.categories.len()).unwrap();
        assert!(left == 0 || chart.categories.len() == 20, "{section}: {left} are not drawn");
        let values = counts.split_off(counts.len() - chart.categories.len());
        counts.extend((left > 0).then_some(left));
        counts.extend(values);
        counts
    }

    /// In how many events actors are named, by the refs to which their names lead.
    fn named(&self, section: &str, table: &Table) -> Vec<i64> {
        let role = section.trim_start_matches("by_");
        let count = |row: &Vec<Vec<Span>>| {
            let reference = row[0][0].href.as_deref().unwrap().trim_start_matches("/actors/");
            let joins = format!("{OPEN_PART} AND p.role = '{role}'");
            self.events(&joins, &format!("a.ref = {}", quoted(reference)))
        };
        table.rows.iter().map(count).collect()
    }

    fn map(&self, map: &Map) -> Vec<i64> {
        let is_point = "('exact', 'near', 'district', 'province', 'linear')";
        let mut points: BTreeMap<(&str, &str), i64> = BTreeMap::new();
        for point in &map.points {
            *points.entry((&point.precision, &point.label)).or_default() += point.count;
        }
        for ((precision, label), count) in &points {
            let place = if label.is_empty() {
                "e.latitude IS NOT NULL".to_owned()
            } else {
                format!("e.admin1 = {}", quoted(label))
            };
            let told = self.events("", &format!("({TOLD_PLACE}) = '{precision}' AND {place}"));
            assert_eq!(*count, told, "{precision} {label}");
        }
        let provinces: Vec<String> =
            points.keys().filter(|it| !it.1.is_empty()).map(|it| quoted(it.1)).collect();
        let among = if provinces.is_empty() { "''".to_owned() } else { provinces.join(", ") };
        let placed = self.events(
            "",
            &format!(
                "({TOLD_PLACE}) IN {is_point} AND (({TOLD_PLACE}) = 'province' AND e.admin1 IN ({among}) \
                 OR e.latitude IS NOT NULL AND ({TOLD_PLACE}) <> 'province')"
            ),
        );
        let without = self.events("", "1 = 1") - placed;
        let mut all = vec![placed];
        all.extend((without > 0).then_some(without));
        // Each was counted above, with those of its precision and province.
        all.extend(map.points.iter().map(|it| it.count));
        assert_eq!(placed, points.values().sum::<i64>());
        all
    }

    /// The provisions that events engage, with how many.
    fn engaged(&self) -> BTreeMap<String, i64> {
        // From when instruments bind Cambodia; declarations bind nobody.
        let law = rows_of(STANDINGS).into_iter().filter(|row| {
            row["country"] == "KHM"
                && row["on"] == "2024-12-31"
                && !row["in_force_since"].is_empty()
        });
        let binding: Vec<String> = law
            .map(|row| {
                let (code, from) = (&row["instrument"], &row["in_force_since"]);
                format!("i.code = '{code}' AND e.date_earliest >= '{from}'")
            })
            .collect();
        let seen = self.seen();
        let rows = self.app.tallies(&format!(
            "SELECT i.code || ' ' || v.label AS what, COUNT(DISTINCT e.id) AS n FROM events e \
             JOIN event_rights r ON r.event_id = e.id JOIN provisions v ON v.right_code = r.right_code \
             AND v.deleted_at IS NULL JOIN instruments i ON i.id = v.instrument_id \
             WHERE {seen} AND ({}) GROUP BY 1",
            binding.join(" OR ")
        ));
        rows.into_iter().collect()
    }

    fn obligations(&self, table: &Table) -> Vec<i64> {
        let engaged = self.engaged();
        let mut counts: Vec<i64> =
            table.rows.iter().map(|row| engaged[row[0][0].text.as_str()]).collect();
        let undated = self.events("", "e.date_earliest <= '0001-01-01'");
        counts.extend((undated > 0).then_some(undated));
        counts
    }

    fn demands(&self, at: usize, table: &Table) -> Vec<i64> {
        let days = within("s.date_earliest", self.from, self.to);
        let asked = format!(
            "FROM demands d JOIN statements s ON s.id = d.statement_id AND {OPEN_STATEMENT} \
             JOIN actors a ON a.id = d.addressee_id AND a.deleted_at IS NULL AND a.confidentiality = 0 \
             JOIN terms t ON t.vocabulary = 'demand_status' AND t.code = d.status \
             WHERE d.deleted_at IS NULL AND d.confidentiality = 0 AND EXISTS (SELECT 1 \
             FROM statement_countries sc WHERE sc.statement_id = s.id AND sc.country = 'KHM'){days}"
        );
        let count = |and: &str| self.app.count(&format!("SELECT COUNT(*) AS n {asked}{and}"));
        let total = count("");
        if at == 0 {
            let of = |row: &Vec<Vec<Span>>| {
                count(&format!(" AND t.label = {}", quoted(&row[0][0].text)))
            };
            let mut counts: Vec<i64> = table.rows.iter().map(of).collect();
            assert_eq!(counts.iter().sum::<i64>(), total);
            counts.push(total);
            return counts;
        }
        assert_eq!(i64::try_from(table.rows.len()).unwrap(), total, "all of them are told");
        Vec::new()
    }

    /// A line about the method: of how many sources, and how events divide.
    fn method(&self, item: &[Span]) -> Vec<i64> {
        let columns = [
            ("Confidence:", "confidence", "e.confidence"),
            ("How exactly dates are known:", "date_precision", "e.date_precision"),
            ("Status in review:", "status", "e.status"),
        ];
        let known = columns.iter().find(|it| item[0].text.starts_with(it.0));
        if let Some((_, vocabulary, column)) = known {
            // Each count stands after its word.
            let places = item.iter().enumerate().filter(|it| it.1.number.is_some());
            let of = |(at, _): (usize, &Span)| {
                let label = item[at - 1].text.trim_end_matches([':', ' ']);
                let joins =
                    format!("JOIN terms t ON t.vocabulary = '{vocabulary}' AND t.code = {column}");
                self.events(&joins, &format!("t.label = {}", quoted(label)))
            };
            let counts: Vec<i64> = places.map(of).collect();
            assert_eq!(counts.iter().sum::<i64>(), self.events("", "1 = 1"), "{column}");
            return counts;
        }
        if !item.iter().any(|it| it.text.contains(" sources speak of the ")) {
            return Vec::new();
        }
        let seen = self.seen();
        let cited = |what: &str| {
            self.app.count(&format!(
                "SELECT COUNT(DISTINCT {what}) AS n FROM events e JOIN citations c ON c.event_id = e.id \
                 AND c.deleted_at IS NULL AND c.confidentiality = 0 JOIN statements s ON s.id = c.statement_id \
                 AND {OPEN_STATEMENT} LEFT JOIN statement_issuers si ON si.statement_id = s.id WHERE {seen}"
            ))
        };
        vec![cited("s.id"), cited("si.actor_id"), self.events("", "1 = 1")]
    }

    /// What is told row by row is all that there is to tell.
    fn rows(&self, document: &Document) {
        let table = |kind: &str| {
            let blocks = document.sections.iter().filter(|it| it.kind == kind);
            let mut tables = blocks.flat_map(|it| &it.blocks).filter_map(|block| match block {
                Block::Table(table) => Some(table.rows.len()),
                _ => None,
            });
            i64::try_from(tables.next_back().unwrap_or_default()).unwrap()
        };
        assert_eq!(table("annex"), self.events("", "1 = 1"));
        let contradicted = self.events(
            &format!(
                "JOIN citations c ON c.event_id = e.id AND c.deleted_at IS NULL AND c.confidentiality = 0 \
                 AND c.stance = 'denies' JOIN statements s ON s.id = c.statement_id AND {OPEN_STATEMENT} \
                 JOIN citations o ON o.event_id = e.id AND o.deleted_at IS NULL AND o.confidentiality = 0 \
                 AND o.statement_id <> c.statement_id \
                 AND o.stance IN ('reports', 'alleges', 'condemns', 'confirms') \
                 JOIN statements os ON os.id = o.statement_id AND os.deleted_at IS NULL \
                 AND os.status = 'published' AND os.confidentiality = 0"
            ),
            "1 = 1",
        );
        assert!(contradicted < 15, "the report sets out no more");
        assert_eq!(table("contradictions"), contradicted);
        // Whatever is engaged is in the table or, if it protects some people alone, named below it.
        let section = document.sections.iter().find(|it| it.kind == "obligations").unwrap();
        let told = serde_json::to_string(section).unwrap();
        for provision in self.engaged().keys() {
            assert!(told.contains(provision.as_str()), "{provision} is not told");
        }
    }
}

/// That a day is in a period, after other conditions.
fn within(column: &str, from: Option<&str>, to: Option<&str>) -> String {
    let from = from.map(|day| format!(" AND {column} >= '{day}'"));
    let to = to.map(|day| format!(" AND {column} <= '{day}' AND {column} > '0001-01-01'"));
    from.into_iter().chain(to).collect()
}

/// `2017-09` of `September 2017`.
fn month(said: &str) -> String {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (name, year) = said.split_once(' ').unwrap();
    let at = names.iter().position(|it| *it == name).unwrap() + 1;
    format!("{year}-{at:02}")
}

/// A text in SQL.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The numbers of a text, in their order, as they are written.
fn numbers_in(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || c == ',';
    let all = text.split(|c| !is_part(c)).map(|it| it.trim_matches(','));
    all.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// The text of what is between tags.
fn untagged(markup: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in markup.chars() {
        match c {
            '<' => {
                is_tag = true;
                text.push(' ');
            }
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}

/// A text without what stands between two marks.
fn without(mut text: &str, begin: &str, end: &str) -> String {
    let mut kept = String::new();
    while let Some((before, rest)) = text.split_once(begin) {
        kept.push_str(before);
        text = rest.split_once(end).map_or("", |it| it.1);
    }
    kept + text
}

fn part_of(zip: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    std::io::read_to_string(file.by_name(name).unwrap()).unwrap()
}

/// What is read in a file, and whether it is read in the order of the document.
fn text_of(format: ReportFormat, bytes: &[u8]) -> (String, bool) {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    match format.code() {
        "json" => {
            let report: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            let document: Document = serde_json::from_value(report["document"].clone()).unwrap();
            (said_in(&document).join(" "), true)
        }
        "html" => {
            (untagged(&without(&without(&text(), "<style", "</style>"), "<svg", "</svg>")), true)
        }
        "docx" => (untagged(&part_of(bytes, "word/document.xml")), true),
        "pdf" => (words_of_pdf(bytes).join(" "), false),
        other => panic!("nothing reads {other}"),
    }
}

/// The numbers that a document says, as it writes them, in the order of [`numbers`].
fn said_in(document: &Document) -> Vec<String> {
    let said = |number: i64| saksi::words::number_in(&document.language, number);
    numbers(document).into_iter().map(|it| said(it.1)).collect()
}

#[actix_web::test]
async fn every_format_says_the_same_numbers() {
    let app = demonstration().await;
    for query in [
        "country=KHM&from=2013-01-01&to=2022-12-31",
        "country=KHM&preset=upr",
        "country=KHM,IDN,PHL&preset=numbers",
    ] {
        let report = report(&app, query).await;
        let wanted = said_in(&report.document);
        assert!(wanted.len() > 20, "{query}");
        for format in ReportFormat::ALL {
            let bytes = rendered(&report, *format, "").unwrap();
            let (text, is_in_order) = text_of(*format, &bytes);
            let found = numbers_in(&text);
            let mut times: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
            for number in &wanted {
                times.entry(number).or_default().0 += 1;
            }
            for number in &found {
                times.entry(number).or_default().1 += 1;
            }
            for (number, (wanted, found)) in times {
                assert!(found >= wanted, "{query} {format}: {number} {found} times, not {wanted}");
            }
            let mut rest = found.iter();
            for number in wanted.iter().filter(|_| is_in_order) {
                assert!(rest.any(|it| it == number), "{query} {format}: {number} is elsewhere");
            }
        }
    }
}
