//! What drawings say, read as XML.

use proptest::prelude::*;
use resvg::usvg::roxmltree::{Document, Node};

use super::{chart, map, outlined, png};
use crate::domain::document::{Chart, ChartKind, Map, MapLegend, MapPoint, Series};

fn given(kind: ChartKind, categories: &[&str], series: &[(&str, &[Option<i64>])]) -> Chart {
    let series = series.iter().map(|(label, values)| Series {
        label: (*label).to_owned(),
        values: values.to_vec(),
        hrefs: Vec::new(),
    });
    Chart {
        kind,
        title: "Events by year".to_owned(),
        unit: "events".to_owned(),
        categories: categories.iter().map(|it| (*it).to_owned()).collect(),
        category_label: "Year".to_owned(),
        series: series.collect(),
        remark: Vec::new(),
    }
}

fn point(latitude: f64, longitude: f64, precision: &str, count: i64, label: &str) -> MapPoint {
    let (precision, label) = (precision.to_owned(), label.to_owned());
    MapPoint { latitude, longitude, precision, count, label }
}

fn of_cambodia(points: Vec<MapPoint>) -> Map {
    let legend = [("exact", "the place itself"), ("near", "near it"), ("province", "in it")];
    let legend = legend.map(|(precision, label)| MapLegend {
        precision: precision.to_owned(),
        label: label.to_owned(),
    });
    Map {
        title: "Where events happened".to_owned(),
        country: "KHM".to_owned(),
        points,
        legend: legend.into(),
        remark: Vec::new(),
    }
}

/// The texts that are drawn, each with where it stands.
fn texts(svg: &str) -> Vec<(String, f64, f64)> {
    let document = Document::parse(svg).unwrap();
    let number = |node: &Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let texts = document.descendants().filter(|it| it.tag_name().name() == "text");
    texts
        .map(|it| (it.text().unwrap_or_default().to_owned(), number(&it, "x"), number(&it, "y")))
        .collect()
}

fn words(svg: &str) -> Vec<String> {
    texts(svg).into_iter().map(|it| it.0).collect()
}

fn has(svg: &str, word: &str) -> bool {
    words(svg).iter().any(|it| it == word)
}

/// Rectangles of a fill, as their heights and widths.
fn areas(svg: &str, fill: &str) -> Vec<(f64, f64)> {
    let document = Document::parse(svg).unwrap();
    let rects = document.descendants().filter(|it| it.attribute("fill") == Some(fill));
    let rects = rects.filter(|it| it.tag_name().name() == "rect");
    let size = |it: &Node, name: &str| it.attribute(name).unwrap().parse::<f64>().unwrap();
    rects.map(|it| (size(&it, "height"), size(&it, "width"))).collect()
}

const FIRST: &str = "#0b4f7d";

#[test]
fn a_drawing_stands_alone_and_says_what_it_shows() {
    let svg =
        chart(&given(ChartKind::Columns, &["2016", "2017"], &[("Events", &[Some(3), None])]), "en");
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert_eq!((root.attribute("width"), root.attribute("role")), (Some("680"), Some("img")));
    let child = |name: &str| root.children().find(|it| it.tag_name().name() == name).unwrap();
    assert_eq!(child("title").text(), Some("Events by year"));
    assert_eq!(child("desc").text(), Some("events. 2016: 3; 2017: not known"));
    assert!(!has(&svg, "Events by year"), "the title is not drawn");
    assert!(has(&svg, "events"), "the unit is");
    assert!(!svg.contains(" id=") && !svg.contains("<style"));
    assert!(svg.matches("font-size").count() == 1 && svg.contains("font-size=\"13\""));
}

#[test]
fn columns_stand_on_zero_and_are_as_high_as_their_values() {
    let values = [Some(10), Some(40), Some(0), Some(20)];
    let categories = ["2014", "2015", "2016", "2017"];
    let svg = chart(&given(ChartKind::Columns, &categories, &[("Events", &values)]), "en");
    let heights: Vec<f64> = areas(&svg, FIRST).into_iter().map(|it| it.0).collect();
    assert_eq!(heights.len(), 3);
    assert!((heights[1] / heights[0] - 4.0).abs() < 0.05, "{heights:?}");
    assert!((heights[1] / heights[2] - 2.0).abs() < 0.05, "{heights:?}");
    // The scale: 0 to 40 in four steps; the numbers above the columns; the years.
    for word in ["0", "10", "20", "30", "40", "2014"] {
        assert!(has(&svg, word), "{word} {:?}", words(&svg));
    }
    assert_eq!(words(&svg).iter().filter(|it| *it == "40").count(), 2);
}

#[test]
fn what_nobody_counted_is_no_zero() {
    for kind in [ChartKind::Columns, ChartKind::Bars] {
        let svg = chart(&given(kind, &["A", "B"], &[("Events", &[Some(2), None])]), "en");
        assert!(has(&svg, "?") && has(&svg, "not known"), "{:?}", words(&svg));
        assert_eq!(areas(&svg, FIRST).len(), 1);
        let known = chart(&given(kind, &["A", "B"], &[("Events", &[Some(2), Some(0)])]), "en");
        assert!(has(&known, "0") && !has(&known, "not known"));
    }
    let bars = chart(&given(ChartKind::Bars, &["A", "B"], &[("Events", &[Some(2), None])]), "fr");
    assert!(!has(&bars, "0") && has(&bars, "non connu"), "{:?}", words(&bars));
}

#[test]
fn several_series_are_named_and_differ_without_colour() {
    let (now, before) = ([Some(4), Some(7)], [Some(3), Some(5)]);
    let series: [(&str, &[Option<i64>]); 2] = [("This period", &now), ("The one before", &before)];
    let svg = chart(&given(ChartKind::Columns, &["Jan", "Feb"], &series), "en");
    assert!(has(&svg, "This period") && has(&svg, "The one before"));
    // The second is hatched on white: its two columns and its sample.
    assert_eq!(areas(&svg, "#fff").len(), 3);
    let months: Vec<String> = (0..60).map(|it| format!("{it}")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let values: Vec<Option<i64>> = (0..60).map(|it| (it != 30).then_some(it)).collect();
    let long = chart(&given(ChartKind::Columns, &months, &[("A", &values), ("B", &values)]), "en");
    assert!(long.contains("stroke-dasharray=\"7 3\"") && has(&long, "not known"));
}

#[test]
fn long_labels_are_wrapped_and_numbers_stand_behind_bars() {
    let label =
        "Dissolution of a political party by a court of law, with a ban for five years and longer";
    let series: [(&str, &[Option<i64>]); 1] = [("Events", &[Some(1_234_567), Some(1)])];
    let svg = chart(&given(ChartKind::Bars, &[label, "Raid"], &series), "fr");
    assert!(has(&svg, "1\u{202F}234\u{202F}567"), "{:?}", words(&svg));
    let lines = words(&svg).into_iter().filter(|it| label.starts_with(it.trim_end_matches('…')));
    assert!(lines.count() == 1 && words(&svg).iter().any(|it| it.ends_with('…')));
    let widths: Vec<f64> = areas(&svg, FIRST).into_iter().map(|it| it.1).collect();
    assert!(widths[0] > 300.0 && (widths[1] - 1.0).abs() < 0.01, "{widths:?}");
}

#[test]
fn who_reads_from_the_right_sees_time_from_the_right() {
    let series: [(&str, &[Option<i64>]); 1] = [("أحداث", &[Some(1), Some(2)])];
    let place = |svg: &str, word: &str| texts(svg).into_iter().find(|it| it.0 == word).unwrap().1;
    let columns = given(ChartKind::Columns, &["2016", "2017"], &series);
    let (arabic, english) = (chart(&columns, "ar"), chart(&columns, "en"));
    assert!(place(&arabic, "2016") > place(&arabic, "2017"));
    assert!(place(&english, "2016") < place(&english, "2017"));
    let bars = chart(&given(ChartKind::Bars, &["First", "Second"], &series), "ar");
    assert!(place(&bars, "First") > place(&bars, "1"));
}

#[test]
fn nothing_is_drawn_calmly_and_too_much_is_cut() {
    for kind in [ChartKind::Columns, ChartKind::Bars] {
        let empty = chart(&given(kind, &[], &[]), "en");
        assert!(Document::parse(&empty).is_ok() && !has(&empty, "?"));
        let none = chart(&given(kind, &["", ""], &[("", &[])]), "en");
        assert!(has(&none, "?"));
        let many: Vec<String> = (0..10_000).map(|it| format!("Kind {it}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let svg = chart(&given(kind, &many, &[("Events", &vec![Some(i64::MAX); 10_000])]), "en");
        let more =
            words(&svg).into_iter().any(|it| it.starts_with("and 9,") && it.ends_with("more"));
        assert!(more && svg.len() < 200_000, "{}", svg.len());
        let document = Document::parse(&svg).unwrap();
        let height = document.root_element().attribute("height").unwrap();
        assert!(height.parse::<f64>().unwrap() < 950.0, "{height}");
    }
}

#[test]
fn a_map_shows_the_largest_first_and_tells_what_its_symbols_mean() {
    let drawn = of_cambodia(vec![
        point(11.6, 104.9, "exact", 3, "Phnom Penh"),
        point(13.4, 103.9, "near", 90, "Siem Reap"),
        point(12.5, 105.0, "country", 500, "Cambodia"),
    ]);
    let svg = map(&drawn, "en").unwrap();
    let at = |text: &str| svg.find(text).unwrap();
    assert!(at("<title>Siem Reap: 90</title>") < at("<title>Phnom Penh: 3</title>"));
    assert!(!svg.contains("500"), "a country is no point");
    for word in ["the place itself", "near it", "Natural Earth", "90", "Siem Reap", "100\u{A0}km"] {
        assert!(has(&svg, word), "{word} {:?}", words(&svg));
    }
    assert!(!has(&svg, "in it"), "what is not drawn is not explained");
}

#[test]
fn there_is_no_map_of_nothing() {
    assert_eq!(map(&of_cambodia(Vec::new()), "en"), None);
    let country = vec![point(12.5, 105.0, "country", 5, "Cambodia")];
    assert_eq!(map(&of_cambodia(country), "en"), None);
    let nowhere =
        vec![point(f64::NAN, f64::INFINITY, "exact", 5, ""), point(1.0, 1.0, "near", -4, "")];
    assert_eq!(map(&of_cambodia(nowhere), "en"), None);
    // What is on no outline is shown by its places.
    let points = vec![point(-8.5, 179.2, "exact", 3, "Funafuti")];
    let tuvalu = Map { country: "TUV".to_owned(), ..of_cambodia(points) };
    assert!(has(&map(&tuvalu, "en").unwrap(), "Funafuti"));
}

#[test]
fn what_lies_too_far_away_is_counted() {
    let points = vec![point(11.6, 104.9, "exact", 3, ""), point(48.9, 2.4, "exact", 4, "Paris")];
    let svg = map(&of_cambodia(points), "en").unwrap();
    assert!(has(&svg, "Beyond the map: 4"), "{:?}", words(&svg));
}

#[test]
fn a_picture_is_as_wide_as_asked() {
    let svg = chart(&given(ChartKind::Columns, &["2017"], &[("Events", &[Some(3)])]), "en");
    let bytes = png(&svg, 1360, &[]).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), 1360);
    assert!(png("no drawing", 100, &[b"no font"]).is_err());
    assert!(png(&svg, 0, &[]).is_ok() && png(&svg, u32::MAX, &[]).is_ok());
}

#[test]
fn without_a_font_texts_stay_texts() {
    let series: [(&str, &[Option<i64>]); 1] = [("x", &[Some(1)])];
    let svg = chart(&given(ChartKind::Bars, &["ការសម្លាប់"], &series), "km");
    assert!(svg.contains("font-family=\"Noto Sans Khmer, "));
    assert_eq!(outlined(&svg, &[]), svg);
    assert_eq!(outlined("<no", &[]), "<no");
}

fn any_value() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![Just(None), any::<i64>().prop_map(Some), (0..50_i64).prop_map(Some)]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z<>&\"' \u{202E}\u{1F600}\u{1780}-\u{17D2}\u{0627}-\u{064A}]{0,40}",
        Just("x".repeat(10_000)),
    ]
}

fn any_degree() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -200.0..200.0_f64, Just(f64::NAN), Just(f64::INFINITY)]
}

prop_compose! {
    fn any_chart()(
        is_bars in any::<bool>(), title in any_text(), unit in any_text(),
        categories in prop::collection::vec(any_text(), 0..30),
        series in prop::collection::vec((any_text(), prop::collection::vec(any_value(), 0..40)), 0..8),
    ) -> Chart {
        let kind = if is_bars { ChartKind::Bars } else { ChartKind::Columns };
        let series = series.into_iter();
        let series = series.map(|(label, values)| Series { label, values, hrefs: Vec::new() });
        Chart {
            kind, title, unit, categories, category_label: String::new(),
            series: series.collect(), remark: Vec::new(),
        }
    }
}

prop_compose! {
    fn any_map()(
        country in prop::sample::select(vec!["KHM", "RUS", "FJI", "MDV", "ATA", "VAT", "XXX"]),
        title in any_text(),
        points in prop::collection::vec(
            (any_degree(), any_degree(), "exact|near|province|odd", any::<i64>(), any_text()), 0..12),
        legend in prop::collection::vec(("exact|near|province|odd", any_text()), 0..5),
    ) -> Map {
        let points = points.into_iter().map(|(latitude, longitude, precision, count, label)| {
            MapPoint { latitude, longitude, precision, count, label }
        });
        let legend = legend.into_iter();
        let legend = legend.map(|(precision, label)| MapLegend { precision, label });
        Map {
            title, country: country.to_owned(), points: points.collect(),
            legend: legend.collect(), remark: Vec::new(),
        }
    }
}

/// Well-formed, and without a number that is none.
fn sound(svg: &str) -> Result<(), TestCaseError> {
    let document = Document::parse(svg);
    prop_assert!(document.is_ok(), "{:?}", document.err());
    for node in document.iter().flat_map(Document::descendants) {
        for name in ["x", "y", "width", "height", "cx", "cy", "r"] {
            let number = node.attribute(name).map(str::parse::<f64>);
            prop_assert!(number.is_none_or(|it| it.is_ok_and(|it| it.abs() < 1e5)), "{:?}", node);
        }
        let path = node.attribute("d").unwrap_or_default();
        prop_assert!(!path.contains("NaN") && !path.contains("inf"), "{}", path);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_chart_is_drawn_and_always_the_same(given in any_chart(), language in any_text()) {
        let svg = chart(&given, &language);
        sound(&svg)?;
        prop_assert_eq!(chart(&given, &language), svg);
    }

    #[test]
    fn any_map_is_drawn_and_always_the_same(given in any_map(), language in "en|fr|ar|km|x") {
        if let Some(svg) = map(&given, &language) {
            sound(&svg)?;
            prop_assert_eq!(map(&given, &language), Some(svg));
        }
    }
}
