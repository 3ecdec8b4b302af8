//! What is said, decided, denied and called false, for and against.

use super::check;

#[test]
fn what_people_are_said_to_be_is_a_label_and_of_a_thing_a_denial() {
    check(
        "The Minister of Justice said on 3 May 2017 that the farmers are “paid trouble”.",
        &["vilification 2017-05-03: Minister of Justice > farmers"],
    );
    check(
        "The Minister of Justice said on 3 May 2017 that the operation was “in line with the law”.",
        &["state_denial 2017-05-03: Minister of Justice > "],
    );
    check("The Minister of Justice said on 3 May 2017 that the farmers are at home.", &[]);
}

#[test]
fn what_is_decided_is_done() {
    check(
        "We regret the decision of the Supreme Court of 3 May 2017 to dissolve the Mekong Land Network.",
        &["dissolution 2017-05-03: Supreme Court > Mekong Land Network"],
    );
    check("We regret the readiness of the Supreme Court to dissolve the Mekong Land Network.", &[]);
}

#[test]
fn what_is_called_false_has_not_happened() {
    check("The claim that Sok Dara was beaten by soldiers on 3 May 2017 is false.", &[]);
    check(
        "The claim that Sok Dara was beaten by soldiers on 3 May 2017 is known to all.",
        &["excessive_force 2017-05-03: soldiers > Sok Dara"],
    );
}

#[test]
fn a_crowd_driven_apart_by_force_is_two_acts() {
    check(
        "On 3 May 2017 police dispersed the protesters with batons and tear gas.",
        &[
            "protest_dispersal 2017-05-03: police > protesters",
            "excessive_force 2017-05-03: police > protesters",
        ],
    );
    check(
        "On 3 May 2017 police dispersed the protesters.",
        &["protest_dispersal 2017-05-03: police > protesters"],
    );
}

#[test]
fn french_forms_are_parted_by_their_accents() {
    let french = |text: &str| {
        let body = format!(
            "Réseau des droits\n\n(Dakar, le 27 novembre 2017) – Le Réseau des droits dénonce ce qui suit et demande que la lumière soit faite sur les faits.\n\n{text}"
        );
        let asked = super::Asked { language: Some("fr".to_owned()), ..super::Asked::default() };
        let draft = super::analyze(&body, &asked, &super::House::default());
        draft
            .events
            .iter()
            .map(|it| {
                format!("{}: {} > {}", it.kind, it.perpetrators.join(", "), it.targets.join(", "))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        french("Moussa Diallo a été interpellé le 3 mai 2017 par la gendarmerie."),
        ["arrest: gendarmerie > Moussa Diallo"]
    );
    assert_eq!(
        french("Le 3 mai 2017, la gendarmerie interpelle Moussa Diallo."),
        ["arrest: gendarmerie > Moussa Diallo"]
    );
}
