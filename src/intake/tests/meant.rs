//! Whom pronouns, numbers and descriptions mean, for and against.

use super::check;

#[test]
fn an_object_is_not_its_verbs_subject() {
    check(
        "Kem Lina was arrested on 3 May 2017. On 4 May 2017 the governor, Chan Vuthy, called her a traitor.",
        &["arrest 2017-05-03:  > Kem Lina", "vilification 2017-05-04: Chan Vuthy > Kem Lina"],
    );
    // As a subject a pronoun may mean whom the sentence before began with.
    check(
        "Chan Vuthy spoke to reporters on 3 May 2017. He was arrested on 4 May 2017.",
        &["arrest 2017-05-04:  > Chan Vuthy"],
    );
}

#[test]
fn who_stands_first_is_spoken_of() {
    check(
        "Sok Dara went to visit the painter Chan Vuthy at home. He was arrested on 4 May 2017.",
        &["arrest 2017-05-04:  > Sok Dara"],
    );
    check(
        "A colleague of Sok Dara, Chan Vuthy, went home. He was arrested on 4 May 2017.",
        &["arrest 2017-05-04:  > Chan Vuthy"],
    );
}

#[test]
fn a_number_stands_for_those_who_were_told_of() {
    check(
        "Police arrested forty workers on 3 May 2017. Nine were released on 4 May 2017.",
        &["arrest 2017-05-03: Police > workers", "release 2017-05-04:  > workers"],
    );
    // An age is no number of people.
    check(
        "Police arrested workers on 3 May 2017. A girl of twelve was raped by miners on 4 May 2017.",
        &["arrest 2017-05-03: Police > workers", "sexual_violence 2017-05-04: miners > girl"],
    );
}

#[test]
fn relative_clauses_speak_of_the_head_of_what_is_before_them() {
    check(
        "Sok Dara, a member of the Mekong Land Network, who was filming, was arrested on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
    check(
        "The Mekong Land Network, which has forty members, was dissolved on 3 May 2017.",
        &["dissolution 2017-05-03:  > Mekong Land Network"],
    );
}

#[test]
fn what_somebody_was_called_means_them_again() {
    check(
        "The cartoonist Sok Dara left the house. Police arrested the cartoonist on 3 May 2017.",
        &["arrest 2017-05-03: Police > Sok Dara"],
    );
    check(
        "The cartoonist Sok Dara left the house. Police arrested a cartoonist on 3 May 2017.",
        &["arrest 2017-05-03: Police > cartoonist"],
    );
}

#[test]
fn who_suffers_with_others_is_named_with_them() {
    check(
        "Sok Dara was arrested together with three journalists on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara, journalists"],
    );
    check(
        "Sok Dara was arrested with his camera on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn a_participle_at_the_beginning_is_of_who_follows() {
    check(
        "Picked up at the market on 3 May 2017, Sok Dara is ill.",
        &["arrest 2017-05-03:  > Sok Dara"],
    );
    check("Picked up at the market on 3 May 2017, the shoes are old.", &[]);
}

#[test]
fn what_befalls_anybody_befell_nobody() {
    check("We stand with every writer who is behind bars.", &[]);
    check("Everyone may march without being shot or beaten by police.", &[]);
    check("Not a single officer was arrested on 3 May 2017.", &[]);
    check("The killers have yet to be charged with murder.", &[]);
    check("Lawyers are attacked because they defend the accused.", &[]);
    check("He was accused of reviving a banned organisation on 3 May 2017.", &[]);
    check("The law imposes a fine on journalists.", &[]);
}
