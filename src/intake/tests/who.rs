//! Who did it to whom, for and against.

use super::{check, read};

#[test]
fn what_is_somebodys_is_done_to_them() {
    check(
        "Sok Dara was at work on 3 May 2017. His home was searched by police on 4 May 2017.",
        &["raid_search 2017-05-04: police > Sok Dara"],
    );
    // What their people do is not done by them.
    check("Sok Dara is ill. His lawyer appealed on 4 May 2017.", &[]);
}

#[test]
fn he_and_she_agree_with_titles() {
    check(
        "Mr. Sok Dara called Ms. Kem Lina on 3 May 2017. He was arrested on 4 May 2017.",
        &["arrest 2017-05-04:  > Sok Dara"],
    );
    check(
        "Ms. Kem Lina called Mr. Sok Dara on 3 May 2017. She was arrested on 4 May 2017.",
        &["arrest 2017-05-04:  > Kem Lina"],
    );
}

#[test]
fn words_after_a_comma_say_who_somebody_is() {
    check(
        "Its founder, Kem Lina, was arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Kem Lina"],
    );
    check(
        "Police arrested the poet and translator Kem Lina on 3 May 2017.",
        &["arrest 2017-05-03: Police > Kem Lina"],
    );
    // A person is no part of a list with what they are.
    check(
        "Sok Dara, lawyer and columnist, was arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn those_of_a_group_who_are_named_suffer_too() {
    check(
        "Nine students, among them Kem Lina, were arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > students, Kem Lina"],
    );
    check(
        "Nine students were arrested on 3 May 2017, including Kem Lina and Sok Dara.",
        &["arrest 2017-05-03:  > students, Kem Lina, Sok Dara"],
    );
}

#[test]
fn a_group_is_who_was_named_as_it() {
    check(
        "Police arrested two journalists, Kem Lina and Sok Dara, on 3 May 2017. The journalists were released on 5 May 2017.",
        &[
            "arrest 2017-05-03: Police > Kem Lina, Sok Dara",
            "release 2017-05-05:  > Kem Lina, Sok Dara",
        ],
    );
}

#[test]
fn who_stands_after_a_preposition_is_no_subject() {
    check(
        "Kem Lina was brought before a judge, beaten by guards in prison on 3 May 2017, and left without food.",
        &["charge 2017-05-03:  > Kem Lina", "torture_ill_treatment 2017-05-03: guards > Kem Lina"],
    );
}

#[test]
fn acts_are_called_by_who_did_them() {
    check(
        "Masked men took Kem Lina from her home on 3 May 2017.",
        &["abduction 2017-05-03: Masked men > Kem Lina"],
    );
    check(
        "Police took Kem Lina from her home on 3 May 2017.",
        &["arrest 2017-05-03: Police > Kem Lina"],
    );
    check(
        "Soldiers took Kem Lina from her home on 3 May 2017. Nobody has seen her; her whereabouts are unknown.",
        &["enforced_disappearance 2017-05-03: Soldiers > Kem Lina"],
    );
}

#[test]
fn nobody_in_particular_suffers_a_denial_or_an_emergency() {
    check(
        "The Ministry of Interior denied on 3 May 2017 that Sok Dara had been beaten.",
        &["state_denial 2017-05-03: Ministry of Interior > "],
    );
}

#[test]
fn a_court_in_the_sentence_gave_the_verdict() {
    check(
        "At the Phnom Penh Municipal Court, Sok Dara was found guilty on 3 May 2017.",
        &["conviction 2017-05-03: Phnom Penh Municipal Court > Sok Dara"],
    );
    check("Sok Dara was found guilty on 3 May 2017.", &["conviction 2017-05-03:  > Sok Dara"]);
}

#[test]
fn a_noun_tells_an_act_that_a_verb_of_the_same_form_would_not() {
    check(
        "The arrest of Sok Dara on 3 May 2017 was unlawful.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
    check("They want to arrest Sok Dara.", &[]);
    check("There is a risk of arrest for Sok Dara.", &[]);
}

#[test]
fn some_acts_are_told_as_not_let_happen() {
    check(
        "The observers were not permitted to enter the prison on 3 May 2017.",
        &["denial_of_access 2017-05-03:  > observers"],
    );
    check("The observers were permitted to enter the prison on 3 May 2017.", &[]);
    check("The observers must not be permitted to enter the hall.", &[]);
}

#[test]
fn a_label_in_quotation_marks_vilifies_somebody_not_something() {
    check(
        "On 3 May 2017 the governor described the farmers as “paid troublemakers from abroad”.",
        &["vilification 2017-05-03: governor > farmers"],
    );
    check(
        "On 3 May 2017 the governor described the weather as “very good for the time of year”.",
        &[],
    );
}

#[test]
fn people_are_named_with_those_whose_they_are() {
    let names: Vec<String> =
        read("On 3 May 2017 police arrested three councillors of the Mekong Land Network.")
            .actors
            .into_iter()
            .map(|it| it.name)
            .collect();
    assert!(names.contains(&"councillors of the Mekong Land Network".to_owned()), "{names:?}");
    // A lone word that begins a sentence is no name.
    let names: Vec<String> = read("Permission was refused by the police on 3 May 2017.")
        .actors
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert!(!names.contains(&"Permission".to_owned()), "{names:?}");
}

#[test]
fn ages_part_no_list() {
    check(
        "Kem Lina, 22, Sok Dara, 19, and Chea Vuthy, 24, were arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Kem Lina, Sok Dara, Chea Vuthy"],
    );
    check(
        "Two of the villagers – Kem Lina, 52, and Sok Dara, 47 – were arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Kem Lina, Sok Dara"],
    );
    // A day is no age.
    check(
        "Kem Lina spoke. On 3 May 2017, 22 monks were arrested.",
        &["arrest 2017-05-03:  > monks"],
    );
}

#[test]
fn a_number_of_people_is_as_many_as_were_named() {
    check(
        "Police arrested Kem Lina and Sok Dara on 3 May 2017. On 5 May 2017, the two leaders were released.",
        &[
            "arrest 2017-05-03: Police > Kem Lina, Sok Dara",
            "release 2017-05-05:  > Kem Lina, Sok Dara",
        ],
    );
    // Three are others.
    check(
        "Police arrested Kem Lina and Sok Dara on 3 May 2017. On 5 May 2017, the three leaders were released.",
        &["arrest 2017-05-03: Police > Kem Lina, Sok Dara", "release 2017-05-05:  > leaders"],
    );
}

#[test]
fn who_is_named_behind_what_they_are_is_in_the_list() {
    check(
        "Police detained Kem Lina, editor Sok Dara, and reporters Chea Vuthy and Meas Sophal on 3 May 2017.",
        &["detention 2017-05-03: Police > Kem Lina, Sok Dara, Chea Vuthy, Meas Sophal"],
    );
    check(
        "Police arrested their lawyer, Sok Dara, on 3 May 2017.",
        &["arrest 2017-05-03: Police > Sok Dara"],
    );
    check(
        "Kem Lina, the editor of the newspaper Mekong Voice, and her deputy, Sok Dara, were arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Kem Lina, Sok Dara"],
    );
}

#[test]
fn a_passive_goes_on_after_a_comma() {
    check(
        "Sok Dara was tripped, kicked in the kidneys and punched by two strangers on 3 May 2017.",
        &[
            "torture_ill_treatment 2017-05-03: strangers > Sok Dara",
            "physical_attack 2017-05-03: strangers > Sok Dara",
        ],
    );
}

#[test]
fn guards_of_a_company_are_the_company() {
    check(
        "On 3 May 2017, police and security guards of the Golden Rice Company evicted 62 families.",
        &["forced_eviction 2017-05-03: police, Golden Rice Company > families"],
    );
}

#[test]
fn a_country_does_what_it_is_the_subject_of() {
    check(
        "Thailand deported three activists on 3 May 2017.",
        &["expulsion_deportation 2017-05-03: Thailand > activists"],
    );
    // It does nothing where something is done in it.
    check(
        "In Thailand, three activists were arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > activists"],
    );
}
