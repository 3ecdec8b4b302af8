//! How far names go, what is one and what is none; sentences for and against.

use super::read;
use crate::intake::{Asked, House, analyze};

/// The names of a text's actors, with the issuer's.
fn names(text: &str) -> Vec<String> {
    read(text).actors.into_iter().map(|it| it.name).collect()
}

#[track_caller]
fn has(text: &str, name: &str) {
    let names = names(text);
    assert!(names.iter().any(|it| it == name), "{name}: {names:?}");
}

#[track_caller]
fn has_not(text: &str, name: &str) {
    let names = names(text);
    assert!(names.iter().all(|it| it != name), "{name}: {names:?}");
}

#[test]
fn letters_in_brackets_say_how_far_a_name_goes() {
    has(
        "Sok Dara leads the Association for Justice in the Highlands (AJH).",
        "Association for Justice in the Highlands",
    );
    // A verb lies between: they are the letters of another.
    has_not(
        "The Mekong Land Network condemns threats against the Himal Centre for Land Rights (HCLR).",
        "Mekong Land Network condemns threats against the Himal Centre for Land Rights",
    );
}

#[test]
fn and_joins_within_a_name_and_parts_two() {
    has(
        "On 3 May 2017 the Trade and Media Commission closed the office of Sok Dara.",
        "Trade and Media Commission",
    );
    has(
        "On 3 May 2017 the Commission of Truth and Justice (CTJ) heard Sok Dara.",
        "Commission of Truth and Justice",
    );
    has_not(
        "On 3 May 2017 the Senate and the Media Commission heard Sok Dara.",
        "Senate and the Media Commission",
    );
}

#[test]
fn offices_are_named_with_all_that_they_are_over() {
    has(
        "On 3 May 2017 the Minister of Justice, Worship and Prison Services threatened Sok Dara.",
        "Minister of Justice, Worship and Prison Services",
    );
    has(
        "On 3 May 2017 the governor of Upper Bahr el Lamal arrested Sok Dara.",
        "governor of Upper Bahr el Lamal",
    );
    // What is in a list behind a comma and no part of the office.
    has_not(
        "On 3 May 2017 the Minister of Justice, Sok Dara, arrested Kem Lina.",
        "Minister of Justice, Sok Dara",
    );
}

#[test]
fn prisons_have_names_and_other_houses_have_none() {
    has("Sok Dara is held in Lantern Hill prison.", "Lantern Hill prison");
    has_not("Sok Dara is held in a Cambodian prison.", "Cambodian prison");
    has_not("Sok Dara is held in the prison of the town.", "prison");
}

#[test]
fn companies_end_with_letters_and_are_named_without_them_later() {
    let text = "Police arrested Sok Dara on 3 May 2017 after Lantern Mines S.A. complained. He had asked Lantern Mines for his wages.";
    has(text, "Lantern Mines S.A.");
    has_not(text, "Lantern Mines");
}

#[test]
fn countries_that_are_asked_are_actors() {
    has("Norway and Canada should press for the release of Sok Dara.", "Norway");
    has_not("Sok Dara fled from Norway on 3 May 2017.", "Norway");
    // The government has the name of its country.
    let all =
        read("Cambodia must release Sok Dara. Cambodian authorities arrested him on 3 May 2017.");
    let named: Vec<&str> = all.actors.iter().map(|it| it.name.as_str()).collect();
    assert!(!named.contains(&"Cambodia"), "{named:?}");
}

#[test]
fn people_of_whom_nothing_is_known_are_called_by_what_they_look_like() {
    has("On 3 May 2017 three men in plain clothes arrested Sok Dara.", "men in plain clothes");
    has("On 3 May 2017 two men on a motorcycle shot Sok Dara dead.", "men on a motorcycle");
    has_not(
        "On 3 May 2017 police arrested three teachers in plain view.",
        "teachers in plain view",
    );
}

#[test]
fn who_is_only_described_is_no_actor() {
    has_not(
        "Sok Dara was arrested on 3 May 2017. The cartoonist was beaten on 4 May 2017.",
        "cartoonist",
    );
    has_not("On 3 May 2017 police beat the victims.", "victims");
    has("On 3 May 2017 police beat the cartoonists.", "cartoonists");
}

#[test]
fn capitals_that_are_words_are_no_persons() {
    for name in ["E-mail", "Geneva-Brussels", "Villa Rosa", "CCTV", "URGENT INTERVENTION"] {
        has_not(
            &format!(
                "Sok Dara was seen ({name}) when police arrested him on 3 May 2017. An urgent intervention is asked for."
            ),
            name,
        );
    }
    has("Sok Dara met Kem Lina-Sorel, a friend, on 3 May 2017.", "Kem Lina-Sorel");
}

#[test]
fn a_court_without_a_name_of_its_own_is_called_by_where_it_sits() {
    has(
        "On 3 May 2017 the Court of Appeal in Phnom Penh acquitted Sok Dara.",
        "Court of Appeal in Phnom Penh",
    );
    has_not(
        "On 3 May 2017 the Dzerz District Court in Phnom Penh acquitted Sok Dara.",
        "Dzerz District Court in Phnom Penh",
    );
}

#[test]
fn two_who_sign_beside_each_other_are_two() {
    let body = "Mekong Land Network\n\n3 May 2017\n\nThe Mekong Land Network condemns the arrest of Sok Dara on 1 May 2017 in Phnom Penh.\n\nKem Lina          Ana Ruiz";
    let draft = analyze(body, &Asked::default(), &House::default());
    let all: Vec<&str> = draft.actors.iter().map(|it| it.name.as_str()).collect();
    assert!(all.contains(&"Kem Lina") && all.contains(&"Ana Ruiz"), "{all:?}");
}

#[test]
fn a_french_paper_has_its_article() {
    let body = "Communiqué\n\nParis, le 3 mai 2021\n\nLa Ligue des droits humains condamne l'arrestation du moine Sok Dara le 1er mai 2021. Le ministre a suspendu le quotidien La Lanterne le 2 mai 2021.";
    let draft = analyze(body, &Asked::default(), &House::default());
    let all: Vec<&str> = draft.actors.iter().map(|it| it.name.as_str()).collect();
    assert!(all.contains(&"La Lanterne"), "{all:?}");
    assert!(!all.contains(&"Le ministre"), "{all:?}");
}

#[test]
fn an_office_beside_a_name_is_whose_it_is() {
    has_not(
        "On 3 May 2017 Ana Ruiz, Minister of Lands, arrested Sok Dara. The Minister of Lands threatened Kem Lina on 4 May 2017.",
        "Minister of Lands",
    );
    has("On 3 May 2017 the Minister of Lands threatened Ana Ruiz.", "Minister of Lands");
}

#[test]
fn names_in_other_languages_go_on_in_small_words() {
    has("On 3 May 2017 the Cartel de los Lagos killed Sok Dara.", "Cartel de los Lagos");
    has("Sok Dara works for La Voz del Lago, a weekly.", "La Voz del Lago");
    has("Sok Dara met Kem L., who fled on 3 May 2017.", "Kem L");
    has_not("Sok Dara, Los Lagos, was seen on 3 May 2017.", "Sok Dara, Los Lagos");
}

#[test]
fn a_mandate_is_named_with_what_it_is_on() {
    has(
        "It invited the UN Special Rapporteur on the independence of judges and lawyers to visit it.",
        "UN Special Rapporteur on the independence of judges and lawyers",
    );
    has_not("It invited the UN Special Rapporteur on Monday.", "UN Special Rapporteur on Monday");
}

#[test]
fn lower_case_bodies_speak_for_a_land_only_with_its_name() {
    has("Sok Dara thanked the Cambodian government.", "Cambodian government");
    has_not("Sok Dara thanked the government.", "government");
}

#[test]
fn an_office_that_speaks_takes_part() {
    has("The mayor of Kampot has denied it.", "mayor of Kampot");
    has_not("Sok Dara has a letter of the mayor of Kampot.", "mayor of Kampot");
}

#[test]
fn what_a_name_shouts_is_no_part_of_it() {
    let text = "On 3 May 2017 Kem Lina URGES the police to release Sok Dara.";
    has(text, "Kem Lina");
    has_not(text, "Kem Lina URGES");
}

#[test]
fn a_verb_of_a_headline_is_no_part_of_the_name_that_its_letters_spell() {
    let read = |title: &str| {
        let text = format!(
            "{title}\n\n3 May 2020\n\nOpen Rights condemns the threat against the CCHR in Phnom Penh, and asks all to stand by it."
        );
        let draft = analyze(&text, &Asked::default(), &House::default());
        draft.actors.into_iter().map(|it| it.name).collect::<Vec<_>>()
    };
    let named = read("Cambodia: Threat to Close Down Cambodian Center for Human Rights (CCHR)");
    assert!(named.iter().any(|it| it == "Cambodian Center for Human Rights"), "{named:?}");
    let named = read("Cambodia: Close Cooperation Center for Human Rights (CCCHR) Threatened");
    assert!(named.iter().any(|it| it == "Close Cooperation Center for Human Rights"), "{named:?}");
}

#[test]
fn titles_begin_names_of_units_and_peoples() {
    has(
        "On 3 May 2017, officers of the General Service Unit arrested Sok Dara.",
        "General Service Unit",
    );
    has("We call on the Sri Lankan authorities to release Sok Dara.", "Sri Lankan authorities");
    has_not("We call on the Sri Lankan authorities to release Sok Dara.", "Lankan");
    // Before a person it stays a title.
    has("On 3 May 2017, police arrested General Sok Dara.", "Sok Dara");
}

#[test]
fn who_holds_an_office_follows_what_it_is_of() {
    has(
        "On 3 May 2017, Minister of Public Security Sok Dara threatened to close the office of the Mekong Land Network.",
        "Sok Dara",
    );
}

#[test]
fn letters_that_were_explained_are_no_country() {
    let draft = read(
        "The Pailin Association of Kindness (PAK) works there. On 3 May 2017, police searched the office of PAK.",
    );
    assert_eq!(draft.events[0].targets, ["Pailin Association of Kindness"]);
}

#[test]
fn what_has_a_website_is_an_outlet() {
    let draft = read("On 3 May 2017, the authorities blocked the website of Sralanor.");
    assert_eq!(draft.events[0].targets, ["Sralanor"]);
    let outlet = draft.actors.iter().find(|it| it.name == "Sralanor").expect("an outlet");
    assert_eq!(outlet.kind, crate::domain::ActorKind::Media);
}

#[test]
fn companies_are_called_by_all_their_words() {
    has(
        "On 3 May 2017, Mekong Apparel (Pty) Ltd dismissed 48 workers.",
        "Mekong Apparel (Pty) Ltd",
    );
    has(
        "On 3 May 2017, Golden Rice Development Co. Ltd. evicted 48 families.",
        "Golden Rice Development Co. Ltd",
    );
}

#[test]
fn a_long_dash_joins_no_words() {
    has(
        "New York, 20 May 2017—Cambodian authorities should release Sok Dara.",
        "Cambodian authorities",
    );
}

#[test]
fn supporters_of_a_party_are_people() {
    has("On 3 May 2017, police arrested 32 CNRP supporters.", "CNRP supporters");
    // Its officers are the body.
    has_not("On 3 May 2017, NSA officers arrested Sok Dara.", "NSA officers");
}
