use super::read;

fn demands(text: &str) -> Vec<String> {
    let all = read(text).demands;
    all.iter()
        .map(|it| {
            format!("{} | {} | {}", it.addressee.as_deref().unwrap_or("-"), it.action, it.category)
        })
        .collect()
}

#[test]
fn words_that_ask_name_who_is_asked_and_for_what() {
    assert_eq!(
        demands("We call on the Government of Cambodia to release Sok Dara immediately."),
        ["Government of Cambodia | release Sok Dara immediately | release"]
    );
    assert_eq!(
        demands(
            "The Asian Rights Network urges the Supreme Court to quash the verdict and to investigate the claims of torture."
        ),
        [
            "Supreme Court | quash the verdict | other",
            "Supreme Court | investigate the claims of torture | investigate"
        ]
    );
    assert_eq!(
        demands("The Ministry of Interior must repeal the Law on Associations."),
        ["Ministry of Interior | repeal the Law on Associations | repeal"]
    );
}

#[test]
fn lists_ask_item_by_item() {
    assert_eq!(
        demands(
            "We urge the Government of Cambodia to:\n- ratify the Convention against Torture;\n- investigate the killing of Sok Dara."
        ),
        [
            "Government of Cambodia | ratify the Convention against Torture | ratify",
            "Government of Cambodia | investigate the killing of Sok Dara | investigate"
        ]
    );
}

#[test]
fn what_others_ask_and_formulas_are_no_demands() {
    for text in [
        "The minister called on the crowd to go home.",
        "Hun Sen said that the CCHR must be shut down.",
        "We call on the Government of Cambodia to respect its international human rights obligations.",
        "Police asked for the names of all who were there.",
    ] {
        assert_eq!(demands(text), [""; 0], "{text}");
    }
}

#[test]
fn items_of_a_list_may_name_who_is_asked() {
    assert_eq!(
        demands(
            "We call on:\n\n- the Ministry of Interior to release Sok Dara;\n- the Supreme Court (SC) to quash the verdict."
        ),
        [
            "Ministry of Interior | release Sok Dara | release",
            "Supreme Court | quash the verdict | other"
        ]
    );
    assert_eq!(
        demands("The Network recommends that:\n\n- the Ministry of Interior release Sok Dara."),
        ["Ministry of Interior | release Sok Dara | release"]
    );
    // Who stands in what is asked for is not asked.
    assert_eq!(
        demands("We call on the Supreme Court to:\n\n- order the police to release Sok Dara."),
        ["Supreme Court | order the police to release Sok Dara | release"]
    );
}

#[test]
fn each_who_is_written_to_is_asked() {
    assert_eq!(
        demands(
            "In light of the above, we demand:\n\nTo the Ministry of Interior: to release Sok Dara without delay.\n\nTo the National Assembly: to repeal the Law on Associations."
        ),
        [
            "Ministry of Interior | release Sok Dara without delay | release",
            "National Assembly | repeal the Law on Associations | repeal",
        ]
    );
}
