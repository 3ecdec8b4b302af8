//! Files in the layouts of other databases, written for these tests.

use saksi::domain::Role;
use serde_json::json;

use crate::harness::Client;
use crate::imports::{count, desk, looked_at, taken, undone};

/// The cells of a row of events.csv, by column.
async fn exported(
    client: &Client<'_>,
    query: &str,
) -> Vec<std::collections::BTreeMap<String, String>> {
    let csv = client.get(&format!("/api/v1/exports/events.csv{query}")).await;
    assert_eq!(csv.status.as_u16(), 200, "{}", csv.body);
    csv::Reader::from_reader(csv.body.as_bytes()).deserialize().map(Result::unwrap).collect()
}

const ACLED: &str = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n\
    KHM901,16 November 2023,2023,1,Political violence,Violence against civilians,Attack,Police Forces of Cambodia (2023-),,State forces,Civilians (Cambodia),Labor Group (Cambodia); Women (Cambodia),Civilians,State forces-Civilians,Civilian targeting,116,Southeast Asia,Cambodia,Kandal,Ta Khmau,,Ta Khmau,11.4833,104.9500,1,Local Monitor; Radio Mekong,Local partner-National,\"On 16 November 2023, police beat three workers, \"\"for nothing\"\".\",2,crowd size=no report,1700611200\n\
    KHM902,2023-11-20,2023,2,Demonstrations,Protests,Protest with intervention,Protesters (Cambodia),Labor Group (Cambodia),Protesters,Police Forces of Cambodia (2023-),,State forces,State forces-Protesters,,116,Southeast Asia,Cambodia,Phnom Penh,Chamkar Mon,Boeng Keng Kang,Phnom Penh,11.5500,104.9167,2,Radio Mekong,National,Police dispersed a march.,0,crowd size=around 200,1700697600\n\
    KHM903,01 December 2023,2023,3,Strategic developments,Strategic developments,Arrests,Police Forces of Cambodia (2023-),,1,Civilians (Cambodia),,7,17,,116,Southeast Asia,Cambodia,Kampot,Kampot,,Kampot,10.6104,104.1815,3,Local Monitor,Subnational,Arrests during December.,0,,1701302400\n";

#[actix_web::test]
async fn acled_files_go_in_and_out() {
    let (app, _dir) = desk();
    let reviewer = app.user(Role::Reviewer).await;
    let looked = looked_at(&reviewer, "file_name=acled.csv", ACLED).await;
    assert_eq!(looked["profile"]["name"], "acled", "it is known by its columns");
    assert_eq!(
        (&looked["counts"]["created"], &looked["counts"]["refused"]),
        (&json!(3), &json!(0)),
        "{looked}"
    );
    let done = taken(&reviewer, "profile=acled&file_name=acled.csv", ACLED).await;
    let rows = exported(&reviewer, "").await;
    assert_eq!(rows.len(), 3);
    let of = |at: usize, name: &str| rows[at][name].as_str();
    assert_eq!((of(0, "event_type"), of(0, "date")), ("physical_attack", "2023-11-16"));
    assert_eq!(
        (of(0, "place"), of(0, "admin1"), of(0, "geo_precision")),
        ("Ta Khmau", "Kandal", "near")
    );
    assert_eq!((of(0, "latitude"), of(0, "longitude")), ("11.48", "104.95"));
    assert_eq!((of(0, "deaths_best"), of(1, "deaths_best")), ("2", "0"));
    assert!(
        of(0, "perpetrators").starts_with("Police Forces of Cambodia"),
        "{}",
        of(0, "perpetrators")
    );
    assert_eq!(
        of(0, "targets"),
        "Civilians (Cambodia); Labor Group (Cambodia); Women (Cambodia)",
        "with those associated"
    );
    assert_eq!(of(0, "target_kinds"), "group; other; other");
    assert_eq!(of(1, "perpetrators"), "Protesters (Cambodia); Labor Group (Cambodia)");
    assert_eq!(of(1, "event_type"), "protest_restriction");
    assert_eq!(of(1, "date"), "2023-11-20/2023-11-26", "known to the week");
    assert_eq!(of(2, "date"), "2023-12", "known to the month");
    assert_eq!(of(2, "geo_precision"), "province");
    // Out again, in the same 31 columns.
    let back = reviewer.get("/api/v1/exports/events.csv?preset=acled").await;
    let (header, header_back) = (ACLED.lines().next().unwrap(), back.body.lines().next().unwrap());
    assert_eq!(header, header_back);
    let mut reader = csv::Reader::from_reader(back.body.as_bytes());
    let all: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().map(Result::unwrap).collect();
    let first = &all[0];
    for (name, value) in [
        ("event_date", "2023-11-16"),
        ("time_precision", "1"),
        ("sub_event_type", "Attack"),
        ("iso", "116"),
        ("country", "Cambodia"),
        ("location", "Ta Khmau"),
        ("latitude", "11.48"),
        ("fatalities", "2"),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    let precisions: Vec<&str> = all.iter().map(|it| it["geo_precision"].as_str()).collect();
    assert_eq!(precisions, ["1", "2", "3"], "as they came");
    let again = taken(&reviewer, "profile=acled&file_name=acled.csv", ACLED).await;
    assert_eq!(again["counts"]["matched"], 3, "{again}");
    undone(&reviewer, &done).await;
    assert_eq!(count(&reviewer, "events").await, 0);
}

#[actix_web::test]
async fn a_town_of_acled_is_known_from_what_others_say_is_near() {
    let (app, _dir) = desk();
    let reviewer = app.user(Role::Reviewer).await;
    taken(&reviewer, "profile=acled&file_name=acled.csv", ACLED).await;
    // Somebody knows better how exactly ACLED's second place is known.
    let rows = exported(&reviewer, "").await;
    let edited = json!({"geo_precision": "near"});
    reviewer.patch(&format!("/api/v1/events/{}", rows[1]["event_ref"]), edited).await.must(200);
    // Another file under ACLED's name, in which `near` means something else.
    let own = json!({"source": "acled", "name": "own", "title": "Own", "kind": "event", "fields": [
        {"field": "external_id", "column": "id"}, {"field": "type", "value": "arrest"}, {"field": "date", "column": "day"},
        {"field": "country", "value": "KHM"}, {"field": "latitude", "column": "lat"}, {"field": "longitude", "column": "lon"},
        {"field": "geo_precision", "value": "near"}]});
    let own: String = form_urlencoded::byte_serialize(own.to_string().as_bytes()).collect();
    let other = "id,day,lat,lon\nX-1,2024-01-02,11.5,104.9\n";
    taken(&reviewer, &format!("mapping={own}&file_name=own.csv"), other).await;
    let rows = exported(&reviewer, "?preset=acled").await;
    let precisions: Vec<&str> = rows.iter().map(|row| row["geo_precision"].as_str()).collect();
    assert_eq!(precisions, ["1", "2", "3", "2"]);
    // Told no more exactly than it may be.
    let rows = exported(&reviewer, "?preset=acled&coarsen=province").await;
    assert_eq!(rows[0]["geo_precision"], "3");
}

const UWAZI: &str = "Title__en,Title__es,Creation date,Template,Type of violation__en,Type of violation__es,Date,Country__en,Country__es,Victims,Perpetrators,Geolocation_geolocation,Description__en,Description__es,Published\n\
    Arrest of two editors,Detención de dos editores,2024-05-01,Violation,Arrest,Detención,2023-04-02,Cambodia,Camboya,Ann Example|Ben Example,City Police,11.5564|104.9282,Taken from their desks.,Sacados de sus escritorios.,Published\n\
    Closing of a paper,Cierre de un diario,2024-05-01,Violation,Dissolution,Disolución,2023-04-05:2023-04-09,Cambodia,Camboya,The Paper,Ministry of Information|City Police,,Its licence was taken.,,Unpublished\n";

#[actix_web::test]
async fn uwazi_files_in_several_languages_go_in_and_out() {
    let (app, _dir) = desk();
    let reviewer = app.user(Role::Reviewer).await;
    let looked = looked_at(&reviewer, "profile=uwazi&file_name=uwazi.csv", UWAZI).await;
    assert_eq!(
        (&looked["counts"]["created"], &looked["counts"]["refused"]),
        (&json!(2), &json!(0)),
        "{looked}"
    );
    let done = taken(&reviewer, "profile=uwazi&file_name=uwazi.csv", UWAZI).await;
    let rows = exported(&reviewer, "").await;
    let of = |at: usize, name: &str| rows[at][name].as_str();
    assert_eq!(of(0, "title"), "Arrest of two editors", "the English one, of several");
    assert_eq!(
        (of(0, "event_type"), of(0, "country_iso3"), of(0, "date")),
        ("arrest", "KHM", "2023-04-02")
    );
    assert_eq!(of(0, "targets"), "Ann Example; Ben Example");
    assert_eq!(of(1, "perpetrators"), "Ministry of Information; City Police");
    assert_eq!((of(1, "event_type"), of(1, "date")), ("dissolution", "2023-04-05/2023-04-09"));
    // How exactly the place is known is not in the file, so no more than a degree is told.
    assert_eq!(
        (of(0, "latitude"), of(0, "longitude"), of(0, "geo_precision")),
        ("12", "105", "unknown")
    );
    assert_eq!(of(1, "latitude"), "");
    // A file in one other language.
    let spanish = UWAZI.replace("__es", "__fr").replace("__en", "__es");
    let looked = looked_at(&reviewer, "profile=uwazi&file_name=es.csv", spanish).await;
    assert_eq!(looked["counts"]["refused"], 0, "{looked}");
    undone(&reviewer, &done).await;
    assert_eq!(count(&reviewer, "events").await, 0);
}
