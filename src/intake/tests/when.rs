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

#[test]
fn the_day_of_the_statement_is_of_no_act_that_it_sums_up() {
    let lead = "Police Must Explain\n\nBangkok, 27 November 2017 – The Asian Rights Network condemns the killing of two monks.\n\nOn 3 May 2017, police shot dead two monks.";
    let draft = crate::intake::analyze(
        lead,
        &crate::intake::Asked::default(),
        &crate::intake::House::default(),
    );
    let told: Vec<_> = draft.events.iter().map(|it| (&*it.kind, it.date.as_deref())).collect();
    assert_eq!(told, [("killing", Some("2017-05-03"))]);
}

#[test]
fn what_was_felt_or_published_on_a_day_was_not_done_on_it() {
    check("UN experts yesterday deplored the arrest of Sok Dara.", &["arrest -:  > Sok Dara"]);
    check(
        "The Ministry of Interior rejects the allegations in the report published by the Mekong Land Network on 3 May 2017.",
        &["state_denial -: Ministry of Interior > "],
    );
    check(
        "The Ministry of Interior rejects the allegations on 3 May 2017.",
        &["state_denial 2017-05-03: Ministry of Interior > "],
    );
}

#[test]
fn a_clause_with_a_subject_of_its_own_keeps_its_day() {
    check(
        "Sok Dara was held in a cell in Takeo, and her brother Kem Vuthy was released on 3 May 2017.",
        &["detention -:  > Sok Dara", "release 2017-05-03:  > Kem Vuthy"],
    );
    // One subject, one day.
    check(
        "Sok Dara was arrested in Takeo and released on 3 May 2017.",
        &["arrest 2017-05-03:  > Sok Dara", "release 2017-05-03:  > Sok Dara"],
    );
}

#[test]
fn a_sum_since_a_day_lasts_until_the_statement() {
    check(
        "The Network has documented 26 abductions of activists since June 2017.",
        &["abduction 2017-06/2017-11-27:  > activists"],
    );
    check("So far in 2017, seven monks were killed.", &["killing 2017-01-01/2017-11-27:  > monks"]);
    // No sum.
    check(
        "Sok Dara has been held since his arrest on 14 July 2017.",
        &["detention 2017-07-14:  > Sok Dara", "arrest 2017-07-14:  > Sok Dara"],
    );
}

#[test]
fn days_in_custody_are_not_counted_on() {
    check(
        "Sok Dara was deported on 27 February 2017 after three days in detention.",
        &["expulsion_deportation 2017-02-27:  > Sok Dara", "detention -:  > Sok Dara"],
    );
}

#[test]
fn what_is_told_of_long_before_is_not_what_the_lead_sums_up() {
    let told = |background: &str| -> Vec<(String, Option<String>)> {
        let text = format!(
            "Police Must Explain\n\nBangkok, 27 November 2017 – The Asian Rights Network condemns the killing of two monks.\n\n{background}"
        );
        let draft = crate::intake::analyze(
            &text,
            &crate::intake::Asked::default(),
            &crate::intake::House::default(),
        );
        draft.events.into_iter().map(|it| (it.kind, it.date)).collect()
    };
    assert_eq!(
        told("On 3 May 2009, police shot dead two nuns."),
        [("killing".to_owned(), None), ("killing".to_owned(), Some("2009-05-03".to_owned()))]
    );
}

#[test]
fn a_denial_of_before_keeps_its_day() {
    let of = |text: &str| {
        let body = format!("MINISTRY OF INTERIOR\n\nPhnom Penh, 27 November 2017\n\n{text}");
        let draft = crate::intake::analyze(
            &body,
            &crate::intake::Asked::default(),
            &crate::intake::House::default(),
        );
        draft.events.into_iter().find(|it| it.kind == "state_denial").and_then(|it| it.date)
    };
    assert_eq!(
        of(
            "The Ministry of Interior rejects the allegations on the incidents in Takeo on 12 November 2017."
        ),
        Some("2017-11-27".to_owned())
    );
    assert_eq!(
        of(
            "The Ministry of Interior denied the allegations on 13 November 2017. The Ministry of Interior regrets the report."
        ),
        Some("2017-11-13".to_owned())
    );
}

#[test]
fn what_is_told_beside_an_act_keeps_its_day() {
    check(
        "The court awarded compensation to Sok Dara, who had been detained for 14 months and was acquitted in 2016.",
        &[
            "remedy -: court > Sok Dara",
            "detention -: court > Sok Dara",
            "acquittal 2016: court > Sok Dara",
        ],
    );
    check(
        "Police beat Sok Dara with sticks, which were shown to reporters on 17 August 2017.",
        &["excessive_force -: Police > Sok Dara"],
    );
    check(
        "Sok Dara was tortured by soldiers following his arrest in Takeo on 16 July 2017.",
        &["torture_ill_treatment -: soldiers > Sok Dara", "arrest 2017-07-16:  > Sok Dara"],
    );
    check(
        "The Ministry of Education has dismissed 41 teachers for taking part in the strike of June and July 2017.",
        &["dismissal -: Ministry of Education > teachers"],
    );
    // A day of its own stays.
    check(
        "Police beat Sok Dara on 17 August 2017 with sticks, which were shown to reporters.",
        &["excessive_force 2017-08-17: Police > Sok Dara"],
    );
}
