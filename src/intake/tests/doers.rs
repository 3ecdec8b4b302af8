//! Who did an act, where its clause does not say so, and who can do or suffer it.

use super::{check, read};

#[test]
fn who_orders_does_it() {
    check(
        "Sok Dara was arrested on 3 May 2017 on the orders of the governor of Kandal.",
        &["arrest 2017-05-03: governor of Kandal > Sok Dara"],
    );
    check(
        "Sok Dara was arrested on 3 May 2017 in the house of the governor of Kandal.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn who_holds_answers_for_a_death() {
    check(
        "Sok Dara died in Prey Sar Prison on 3 May 2017.",
        &["death_in_custody 2017-05-03: Prey Sar Prison > Sok Dara"],
    );
    // Being held in a prison does not say who decided it.
    check(
        "Sok Dara was detained in Prey Sar Prison on 3 May 2017.",
        &["detention 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn courts_are_not_arrested() {
    check(
        "Soldiers arrested Sok Dara at the Phnom Penh Municipal Court on 3 May 2017.",
        &["arrest 2017-05-03: Soldiers > Sok Dara"],
    );
    for text in
        ["Police searched Sok Dara on 3 May 2017.", "The Ministry of Interior was sentenced."]
    {
        let found = read(text).events;
        assert!(
            found.iter().all(|it| !it.targets.iter().any(|who| who.contains("Ministry"))),
            "{text}"
        );
    }
}

#[test]
fn what_is_suspended_says_what_the_act_is() {
    check(
        "On 3 May 2017 the government suspended the Phnom Penh Courier.",
        &["suspension_or_closure 2017-05-03: government > Phnom Penh Courier"],
    );
    check(
        "Kem Lina was suspended from her post at the university on 3 May 2017.",
        &["dismissal 2017-05-03:  > Kem Lina"],
    );
}

#[test]
fn an_object_may_be_a_word_of_the_pattern() {
    check(
        "Police raided the offices of the Mekong Land Network on 3 May 2017 and seized computers.",
        &[
            "raid_search 2017-05-03: Police > Mekong Land Network",
            "seizure 2017-05-03: Police > Mekong Land Network",
        ],
    );
    check(
        "Kem Lina was picked up on 3 May 2017 and let go at midnight.",
        &["arrest 2017-05-03:  > Kem Lina", "release 2017-05-03:  > Kem Lina"],
    );
}

#[test]
fn the_court_of_a_sentence_is_that_of_the_verdict() {
    check(
        "Sok Dara was convicted on 3 May 2017 of incitement. The Phnom Penh Municipal Court sentenced him to two years in prison on 3 May 2017.",
        &[
            "conviction 2017-05-03: Phnom Penh Municipal Court > Sok Dara",
            "sentencing 2017-05-03: Phnom Penh Municipal Court > Sok Dara",
        ],
    );
    check(
        "Sok Dara was convicted on 3 May 2017 of incitement. The Phnom Penh Municipal Court sentenced him to two years in prison on 9 May 2017.",
        &[
            "conviction 2017-05-03:  > Sok Dara",
            "sentencing 2017-05-09: Phnom Penh Municipal Court > Sok Dara",
        ],
    );
}

#[test]
fn several_who_are_asked_are_asked_each() {
    let asked = |text: &str| {
        let mut all: Vec<String> =
            read(text).demands.into_iter().filter_map(|it| it.addressee).collect();
        all.sort();
        all
    };
    assert_eq!(
        asked("The Ministry of Justice and the Ministry of Interior must release Sok Dara."),
        ["Ministry of Interior", "Ministry of Justice"]
    );
    assert_eq!(asked("The Ministry of Justice must release Sok Dara."), ["Ministry of Justice"]);
}

#[test]
fn families_who_search_raid_nothing() {
    check("On 3 May 2017, their families searched police stations and hospitals.", &[]);
    check(
        "On 3 May 2017, police searched the office of Sok Dara.",
        &["raid_search 2017-05-03: police > Sok Dara"],
    );
}

#[test]
fn who_comes_to_search_does_no_more() {
    check(
        "Police knocked at the door of Sok Dara on 3 May 2017 with a warrant. They searched every room of his house.",
        &["raid_search 2017-05-03: Police > Sok Dara"],
    );
}

#[test]
fn strangers_make_nobody_disappear() {
    check(
        "On 3 May 2017, Sok Dara was bundled into a car by masked men. His whereabouts remain unknown.",
        &["abduction 2017-05-03: masked men > Sok Dara"],
    );
}

#[test]
fn who_is_beaten_after_an_arrest_is_held() {
    check(
        "Police arrested Sok Dara on 3 May 2017. He was beaten with batons by police officers on 5 May 2017.",
        &[
            "arrest 2017-05-03: Police > Sok Dara",
            "torture_ill_treatment 2017-05-05: Police > Sok Dara",
        ],
    );
    check(
        "On 3 May 2017, Sok Dara was beaten with batons by police officers.",
        &["excessive_force 2017-05-03: police > Sok Dara"],
    );
}

#[test]
fn villagers_may_hurt_but_arrest_nobody() {
    check(
        "On 3 May 2017, villagers killed Sok Dara.",
        &["killing 2017-05-03: villagers > Sok Dara"],
    );
}

#[test]
fn following_a_rally_nobody_is_followed() {
    let kinds = |text: &str| -> Vec<String> {
        super::read(text).events.into_iter().map(|it| it.kind).collect()
    };
    assert_eq!(
        kinds("On 12 April 2017, police arrested Sok Dara following a rally in Takeo."),
        ["arrest"]
    );
}
