//! When acts were, for and against.

use super::check;

#[test]
fn spans_of_months_years_and_weekdays() {
    check(
        "Police beat Sok Dara between June and September 2016.",
        &["excessive_force 2016-06/2016-09: Police > Sok Dara"],
    );
    check(
        "Sok Dara was beaten by soldiers between 2014 and 2016.",
        &["excessive_force 2014/2016: soldiers > Sok Dara"],
    );
    // Two months that are no span.
    check(
        "Sok Dara was arrested in June 2016 and released in September 2016.",
        &["arrest 2016-06:  > Sok Dara", "release 2016-09:  > Sok Dara"],
    );
}

#[test]
fn a_heading_dates_what_follows_it() {
    check(
        "MONDAY\n\nPolice arrested Sok Dara at the market in the morning, and nobody knew of it until night fell.\n\nOTHER NEWS\n\nPolice arrested Kem Lina at the market in the morning, and nobody knew of it until night fell.",
        &["arrest 2017-11-27: Police > Sok Dara", "arrest -: Police > Kem Lina"],
    );
}

#[test]
fn a_day_is_counted_from_the_one_in_its_sentence() {
    check(
        "Sok Dara was to speak on 5 May 2017, but the day before he was arrested by police.",
        &["arrest 2017-05-04: police > Sok Dara"],
    );
    check(
        "Sok Dara was arrested on 3 May 2017. Two days later he was released.",
        &["arrest 2017-05-03:  > Sok Dara", "release 2017-05-05:  > Sok Dara"],
    );
}

#[test]
fn what_is_said_goes_before_what_is_counted() {
    check(
        "Five days before the trial, on 18 August 2017, police searched the office of the Mekong Land Network.",
        &["raid_search 2017-08-18: police > Mekong Land Network"],
    );
}

#[test]
fn the_day_of_knowing_or_saying_is_not_the_day_of_the_act() {
    check(
        "On 1 April 2017 his family learned that Sok Dara had been charged with sedition.",
        &["charge -:  > Sok Dara"],
    );
    check(
        "Police arrested Sok Dara for a poem, the Mekong Land Network said today.",
        &["arrest -: Police > Sok Dara"],
    );
    check(
        "On 1 April 2017 Sok Dara was charged with sedition.",
        &["charge 2017-04-01:  > Sok Dara"],
    );
}

#[test]
fn on_the_spot_is_when_the_last_act_was() {
    check(
        "Police arrested Sok Dara on 3 May 2017. Kem Lina was charged with incitement on the spot.",
        &["arrest 2017-05-03: Police > Sok Dara", "charge 2017-05-03:  > Kem Lina"],
    );
    check(
        "Police arrested Sok Dara on 3 May 2017. Kem Lina was later charged with incitement.",
        &["arrest 2017-05-03: Police > Sok Dara", "charge -:  > Kem Lina"],
    );
}

#[test]
fn a_time_may_part_an_auxiliary_from_its_verb() {
    check(
        "Sok Dara was last Thursday arrested by police.",
        &["arrest 2017-11-23: police > Sok Dara"],
    );
    check("Sok Dara was not last Thursday arrested by police.", &[]);
}

#[test]
fn what_is_counted_dates_both_acts() {
    check(
        "Sok Dara was released on 3 May 2017, a week after he was arrested.",
        &["release 2017-05-03:  > Sok Dara", "arrest 2017-04-26:  > Sok Dara"],
    );
    check(
        "Soldiers beat Sok Dara the day after police had arrested him on 3 May 2017.",
        &[
            "torture_ill_treatment 2017-05-04: Soldiers > Sok Dara",
            "arrest 2017-05-03: police > Sok Dara",
        ],
    );
    // Without a day to count from, nobody knows.
    check("Two days after the vote police arrested Sok Dara.", &["arrest -: police > Sok Dara"]);
}

#[test]
fn feasts_ordinals_and_years_told_before() {
    check(
        "Police arrested Sok Dara two days before Christmas.",
        &["arrest 2016-12-23: Police > Sok Dara"],
    );
    check("Police arrested Sok Dara on Christmas Island.", &["arrest -: Police > Sok Dara"]);
    check(
        "Police arrested Sok Dara on the last day of April.",
        &["arrest 2017-04-30: Police > Sok Dara"],
    );
    check("Police arrested Sok Dara in May of last year.", &["arrest 2016-05: Police > Sok Dara"]);
    check("Police arrested Sok Dara on Good Friday.", &["arrest 2017-04-14: Police > Sok Dara"]);
}

#[test]
fn days_of_something_else_are_not_the_acts() {
    check(
        "Sok Dara, who returned from exile in March, was arrested by police.",
        &["arrest -: police > Sok Dara"],
    );
    check(
        "A court sentenced Sok Dara to five years for a speech he gave in 2015.",
        &["sentencing -: court > Sok Dara"],
    );
    check("Sok Dara was arrested, his wife said on Monday.", &["arrest -:  > Sok Dara"]);
}

#[test]
fn a_later_sentence_may_tell_the_day() {
    check(
        "Soldiers beat Sok Dara. The attack, which occurred on 3 May 2017, left him blind.",
        &["excessive_force 2017-05-03: Soldiers > Sok Dara"],
    );
}
