use super::{check, read};

#[test]
fn an_act_has_who_did_it_to_whom_and_when() {
    check("Police arrested Sok Dara on 3 May 2017.", &["arrest 2017-05-03: Police > Sok Dara"]);
    check(
        "Sok Dara was arrested by military police on 3 May 2017.",
        &["arrest 2017-05-03: military police > Sok Dara"],
    );
    check(
        "On 16 November 2017 the CNRP was dissolved by the Supreme Court of Cambodia.",
        &["dissolution 2017-11-16: Supreme Court of Cambodia > CNRP"],
    );
    check(
        "Mr. Sok Dara, a farmer, was shot dead in his house in March 2016.",
        &["killing 2016-03:  > Sok Dara"],
    );
    check(
        "In 2015 soldiers raided the office of the Mekong Land Network.",
        &["raid_search 2015: soldiers > Mekong Land Network"],
    );
}

#[test]
fn what_is_joined_in_one_sentence_shares_its_subject_and_its_day() {
    check(
        "On 3 May 2017 police searched Sok Dara's house and confiscated two laptops.",
        &["raid_search 2017-05-03: police > Sok Dara", "seizure 2017-05-03: police > Sok Dara"],
    );
    check(
        "Kem Lina and Chan Vuthy were arrested on 3 May 2017 and sentenced to two years in prison on 4 June 2017.",
        &[
            "arrest 2017-05-03:  > Kem Lina, Chan Vuthy",
            "sentencing 2017-06-04:  > Kem Lina, Chan Vuthy",
        ],
    );
}

#[test]
fn who_is_meant_by_a_pronoun_was_named_before() {
    check(
        "Police arrested Sok Dara on 3 May 2017. He was released on bail on 9 May 2017.",
        &["arrest 2017-05-03: Police > Sok Dara", "release 2017-05-09:  > Sok Dara"],
    );
    check(
        "The two women, Kem Lina and Chan Mony, were detained on 3 May 2017.",
        &["detention 2017-05-03:  > Kem Lina, Chan Mony"],
    );
}

#[test]
fn what_is_denied_feared_planned_or_asked_for_has_not_happened() {
    for text in [
        "Sok Dara was not arrested.",
        "Nobody was arrested.",
        "No one has been charged.",
        "They fear that Sok Dara will be killed.",
        "Sok Dara could be sentenced to ten years in prison.",
        "If Sok Dara is arrested, his lawyer will appeal.",
        "We call on the government not to arrest Sok Dara.",
        "Sok Dara should not be arrested.",
        "Article 9 of the ICCPR says that nobody may be arrested arbitrarily.",
        "Was Sok Dara arrested?",
        "Sok Dara is at risk of arrest.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn words_that_mean_other_things_tell_no_act() {
    for text in [
        "The committee held a meeting in Geneva.",
        "The network published a report on freedom of association.",
        "The parliament closed the debate.",
        "She was charged with preparing the report.",
        "The delegation took part in the conference.",
        "The Asian Rights Network was founded in 1991.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn an_announcement_by_those_in_power_is_a_threat() {
    check(
        "On 26 November 2017, Hun Sen told workers that the CCHR must be shut down.",
        &["threat 2017-11-26: Hun Sen > CCHR"],
    );
    let draft =
        super::read("On 26 November 2017, Hun Sen told workers that the CCHR must be shut down.");
    assert_eq!(draft.events[0].aims_at.as_deref(), Some("suspension_or_closure"));
}

#[test]
fn what_is_told_twice_is_one_act() {
    check(
        "The Network condemns the arrest of Sok Dara. Sok Dara was arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn dates_are_resolved_against_the_statement_and_what_was_told() {
    // The statement is of Monday, 27 November 2017.
    for (when, date) in [
        ("yesterday", "2017-11-26"),
        ("on Friday", "2017-11-24"),
        ("last Wednesday", "2017-11-22"),
        ("last week", "2017-11-20/2017-11-26"),
        ("last month", "2017-10"),
        ("in September", "2017-09"),
        ("in December", "2016-12"),
        ("on 5 December", "2016-12-05"),
        ("between 3 and 6 May", "2017-05-03/2017-05-06"),
        ("on or about 30 September", "2017-09-30~"),
        ("three days ago", "2017-11-24"),
        ("on 13/05/2016", "2016-05-13"),
        ("on 03/04/2016", "-"),
        ("in recent months", "-"),
    ] {
        check(
            &format!("Police arrested Sok Dara {when}."),
            &[&format!("arrest {date}: Police > Sok Dara")],
        );
    }
    check(
        "Police arrested Sok Dara on 3 May 2017. The following day, they released Sok Dara.",
        &["arrest 2017-05-03: Police > Sok Dara", "release 2017-05-04: Police > Sok Dara"],
    );
}

#[test]
fn officials_who_deny_or_insult_do_so() {
    check(
        "On 3 May 2017 the Minister of Interior said that \"no police officer has ever fired a shot\".",
        &["state_denial 2017-05-03: Minister of Interior > "],
    );
    check(
        "On 3 May 2017 the Minister of Interior called Sok Dara a \"traitor\".",
        &["vilification 2017-05-03: Minister of Interior > Sok Dara"],
    );
}

/// The dates of the acts of a text, of each kind.
fn dates_of(text: &str, kind: &str) -> Vec<Option<String>> {
    read(text).events.into_iter().filter(|it| it.kind == kind).map(|it| it.date).collect()
}

#[test]
fn what_follows_is_of_the_day_that_was_told_unless_it_says_otherwise() {
    let day =
        |text: &str, kind: &str| dates_of(text, kind).into_iter().flatten().collect::<Vec<_>>();
    for (text, kind, date) in [
        (
            "On 3 May 2017, police beat Sok Dara. He was detained for several hours.",
            "detention",
            "2017-05-03",
        ),
        (
            "On the night of 3 to 4 May 2017, gunmen came to the village. Three farmers were killed.",
            "killing",
            "2017-05-03/2017-05-04",
        ),
        (
            "Sok Dara was arrested on 3 May 2017. Five days later, police searched his house.",
            "raid_search",
            "2017-05-08",
        ),
        (
            "Sok Dara was arrested on 3 May 2017. Two weeks later he was sentenced by a court to a year in prison.",
            "sentencing",
            "2017-05-17",
        ),
        (
            "Sok Dara was arrested on 3 May 2017. The following month the court sentenced him to a year in prison.",
            "sentencing",
            "2017-06",
        ),
        (
            "Sok Dara was beaten by guards in 2012. In March this year police arrested him.",
            "arrest",
            "2017-03",
        ),
        ("Police arrested Sok Dara on Monday last week.", "arrest", "2017-11-20"),
        (
            "On 3 May 2017 police arrested Sok Dara, who had been beaten by guards on 2 April 2012. Officers searched his house.",
            "raid_search",
            "2017-05-03",
        ),
    ] {
        assert_eq!(day(text, kind), [date], "{text}");
    }
    for (text, kind) in [
        ("Sok Dara was arrested on 3 May 2017. He has since been released.", "release"),
        (
            "Sok Dara was arrested on 3 May 2017. He was later charged with treason and subsequently released.",
            "release",
        ),
        ("Sok Dara was arrested on 3 May 2017. He remains in detention.", "detention"),
    ] {
        assert_eq!(day(text, kind), [""; 0], "{text}");
    }
}

#[test]
fn general_forms_are_known_beside_the_narrow_ones() {
    for (text, kind) in [
        ("The prosecutor charged Sok Dara with invasion of property.", "charge"),
        (
            "The High Court sentenced Sok Dara to life imprisonment for the murder of a farmer.",
            "sentencing",
        ),
        (
            "Three observers were ordered out of the counting room by the presiding officer.",
            "denial_of_access",
        ),
        ("Sok Dara was turned away from the hospital on 3 May 2017.", "denial_of_access"),
        ("On 3 May 2017 the commission struck Sok Dara from the ballot.", "disqualification"),
        ("Police seized his telephone on 3 May 2017.", "seizure"),
        ("Sok Dara has been followed by two cars since May.", "surveillance"),
        (
            "On 3 May 2017, 38 households were removed from Koh Thmey by soldiers.",
            "forced_eviction",
        ),
        (
            "Mobile data services remained suspended in Kampot from 3 to 5 May 2017.",
            "internet_shutdown",
        ),
        ("Nine farmers were taken prisoner there.", "arrest"),
    ] {
        let found = read(text).events;
        assert!(found.iter().any(|it| it.kind == kind), "{text}: {found:?}");
    }
    for text in [
        "The mission was charged with investigating the events.",
        "The commission was charged with the task of observing the vote.",
    ] {
        assert!(read(text).events.iter().all(|it| it.kind != "charge"), "{text}");
    }
}
