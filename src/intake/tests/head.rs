use crate::intake::{Asked, Draft, House, analyze};

fn of(text: &str) -> Draft {
    analyze(text, &Asked::default(), &House::default())
}

#[test]
fn a_dateline_gives_place_and_day_in_any_order() {
    for (line, day, place) in [
        (
            "(Bangkok, 27 November 2017) – The Asian Rights Network condemns the arrest of a monk.",
            "2017-11-27",
            "Bangkok",
        ),
        (
            "GENEVA, 3 Feb. 2020 – The Asian Rights Network condemns the arrest of a monk.",
            "2020-02-03",
            "GENEVA",
        ),
        (
            "Nairobi, October 8, 2020 – The Asian Rights Network condemns the arrest of a monk.",
            "2020-10-08",
            "Nairobi",
        ),
        (
            "GENEVA (22 June 2021) – The Asian Rights Network condemns the arrest of a monk.",
            "2021-06-22",
            "GENEVA",
        ),
    ] {
        let draft = of(&format!("Cambodia: a monk arrested\n\n{line}"));
        assert_eq!(draft.issued_on.as_deref(), Some(day), "{line}");
        assert_eq!(draft.place.as_deref(), Some(place), "{line}");
        assert_eq!(draft.issuer.as_deref(), Some("Asian Rights Network"), "{line}");
        assert_eq!(draft.title.as_deref(), Some("Cambodia: a monk arrested"), "{line}");
        assert_eq!(draft.countries, ["KHM"], "{line}");
    }
}

#[test]
fn a_date_that_may_be_two_days_is_left_open() {
    assert_eq!(of("Asian Rights Network\n03/04/2020\n\nThe Asian Rights Network condemns the arrest of a monk in Phnom Penh, Cambodia.").issued_on, None);
    assert_eq!(of("Asian Rights Network\nWashington, 03/04/2020\n\nThe Asian Rights Network condemns the arrest of a monk in Phnom Penh, Cambodia.").issued_on, None);
    assert_eq!(
        of("Asian Rights Network\nBangkok, 03/04/2020\n\nThe Asian Rights Network condemns the arrest of a monk in Phnom Penh, Cambodia.").issued_on.as_deref(),
        Some("2020-04-03")
    );
    assert_eq!(
        of("Asian Rights Network\nBangkok, 23/04/2020\n\nThe Asian Rights Network condemns the arrest of a monk in Phnom Penh, Cambodia.").issued_on.as_deref(),
        Some("2020-04-23")
    );
}

#[test]
fn a_joint_statement_has_its_first_signatory_as_issuer_and_the_others_beside() {
    let draft = of(
        "JOINT STATEMENT\n\nThailand: Drop the charges\n\nBangkok – 10 November 2020\n\nWe, the undersigned organisations, call on the Thai authorities to drop all charges against the students.\n\nSigned by:\n1. Mekong Civic Coalition\n2. Lawyers for Open Courts\n",
    );
    assert_eq!(draft.issuer.as_deref(), Some("Mekong Civic Coalition"));
    assert_eq!(draft.cosigners, ["Lawyers for Open Courts"]);
}

#[test]
fn the_language_is_told_or_said_to_be_unknown() {
    assert_eq!(
        of("Le Réseau des droits condamne l’arrestation de deux journalistes dans la capitale.")
            .language
            .as_deref(),
        Some("fr")
    );
    let khmer = of("អង្គការសិទ្ធិមនុស្ស ថ្កោលទោសការចាប់ខ្លួន (ICCPR)");
    assert_eq!(khmer.language.as_deref(), Some("km"));
    assert!(khmer.events.is_empty() && !khmer.notes.is_empty());
    assert_eq!(khmer.instruments.len(), 1);
}

/// Who issues a text, with what stands above it and its first words.
fn issuer(text: &str) -> Option<String> {
    of(text).issuer
}

#[test]
fn whoever_speaks_issues() {
    for (text, who) in [
        (
            "Nordic Pens\n\nOslo, 3 May 2021\n\nThe Lantern Society, a network of lawyers in nine countries, condemns the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh.",
            "Lantern Society",
        ),
        (
            "Monk arrested in Cambodia\n\nOslo, 3 May 2021 -- Cambodian authorities should release the monk Sok Dara, the Lantern Society said Monday.",
            "Lantern Society",
        ),
        (
            "Cambodia: a monk arrested\n\n3 May 2021\n\nResponding to the arrest of the monk Sok Dara in Phnom Penh, the Lantern Society's Deputy Director, Ida Holm, said:\n\n\u{201c}He must be released.\u{201d}",
            "Lantern Society",
        ),
        (
            "Press statement\nMay 3, 2021\n\nThe United States condemns the arrest of the monk Sok Dara on May 1 in Phnom Penh, Cambodia.",
            "United States",
        ),
        (
            "KINGDOM OF CAMBODIA\n\nMinistry of Cults\n\n3 May 2021\n\nThe Ministry of Cults of the Kingdom of Cambodia rejects the report of 1 May 2021 on the arrest of the monk Sok Dara.",
            "Ministry of Cults",
        ),
        (
            "Cambodia: experts alarmed\n\nGENEVA (3 May 2021) – UN experts* today condemned the arrest of the monk Sok Dara. \u{201c}He must be released,\u{201d} the experts said. The experts urged the authorities to act.",
            "UN experts",
        ),
        (
            "Communiqué\n\nParis, le 3 mai 2021\n\nLa Ligue des droits humains condamne avec force l'arrestation du moine Sok Dara le 1er mai 2021 à Phnom Penh et demande aux autorités de le libérer.",
            "Ligue des droits humains",
        ),
    ] {
        assert_eq!(issuer(text).as_deref(), Some(who), "{text}");
    }
}

#[test]
fn a_line_that_is_no_letterhead_issues_nothing() {
    let said = "3 May 2021\n\nWe condemn the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh by men who showed no warrant to him.";
    for line in [
        "To the Minister of Justice",
        "12 Mango Road, Lantern Plaza",
        "Ned Pike, Department Spokesperson",
        "STOP THE ARRESTS: UNION CONDEMNS RAID ON PAGODA",
    ] {
        assert_eq!(issuer(&format!("{line}\n\n{said}")), None, "{line}");
    }
}

#[test]
fn an_address_tells_whose_text_it_is() {
    let text = "3 May 2021\n\nSok Dara, a monk, was arrested on 1 May 2021 in Phnom Penh, the Lantern Society and the Harbour Society found.\n\nContact: press@lanternsociety.example";
    assert_eq!(issuer(text).as_deref(), Some("Lantern Society"));
}

#[test]
fn short_lines_above_each_other_are_lines() {
    let text = "ASSOCIATION OF TEACHERS OF THE CENTRAL REGION OF MALAWI\nP.O. Box 12, Lilongwe, Malawi\nSTOP THE DISMISSALS OF TEACHERS IN DEDZA\n3 May 2021\n\nThe Association of Teachers of the Central Region of Malawi condemns the dismissal of 41 teachers on 1 May 2021. It calls on the Ministry of Education to reinstate them.";
    let draft = of(text);
    assert_eq!(
        draft.issuer.as_deref(),
        Some("Association of Teachers of the Central Region of Malawi")
    );
    assert_eq!(draft.title.as_deref(), Some("STOP THE DISMISSALS OF TEACHERS IN DEDZA"));
}

#[test]
fn those_who_sign_are_found_without_a_word_for_an_organisation() {
    let text = "JOINT STATEMENT\n\nCambodia: release the monk\n\n3 May 2021\n\nWe, the undersigned, condemn the arrest of the monk Sok Dara on 1 May 2021.\n\nSigned by:\nPens Without Fences\nLantern Society\nDrama Queens for Justice";
    let draft = of(text);
    assert_eq!(draft.issuer.as_deref(), Some("Pens Without Fences"));
    assert_eq!(draft.cosigners, ["Lantern Society", "Drama Queens for Justice"]);
    let marked: Vec<&str> = draft
        .header
        .iter()
        .filter(|it| it.rule == "header.cosigner")
        .map(|it| it.value.as_str())
        .collect();
    assert_eq!(marked, ["Lantern Society", "Drama Queens for Justice"]);
    assert!(
        draft.header.iter().any(|it| it.field == "issuer" && it.value == "Pens Without Fences")
    );
}

#[test]
fn letters_are_the_name_whose_initials_they_are() {
    let text = "3 May 2021\n\nThe Lantern Rights Society condemns the arrest of the monk Sok Dara on 1 May 2021. LRS calls on the police to release him.";
    let draft = of(text);
    let society = draft.actors.iter().find(|it| it.name == "Lantern Rights Society");
    assert_eq!(society.map(|it| it.aliases.clone()), Some(vec!["LRS".to_owned()]));
}

#[test]
fn a_rule_of_the_header_that_is_off_finds_nothing() {
    let text = "Asian Rights Network\n\nCambodia: a monk arrested\n\n(Bangkok, 27 November 2017) – The Asian Rights Network condemns the arrest of a monk.";
    let without = |rules: &[&str]| {
        let off = rules.iter().map(|it| (*it).to_owned()).collect();
        analyze(text, &Asked::default(), &House::new(Vec::new(), off))
    };
    assert!(of(text).header.iter().any(|it| it.field == "issuer"));
    assert_eq!(without(&["header.title"]).title, None);
    assert_eq!(without(&["header.place"]).place, None);
    assert_eq!(
        without(&["header.dateline", "header.line", "header.foot", "header.first"]).issued_on,
        None
    );
    assert_eq!(
        without(&["header.letterhead", "header.voice", "header.by", "header.foot"]).issuer,
        None
    );
    assert!(without(&["header.country"]).countries.is_empty());
}

#[test]
fn an_issuer_speaks_behind_an_apposition_and_in_letters() {
    let issuer = |text: &str| of(text).issuer;
    assert_eq!(
        issuer(
            "STATEMENT\n\n3 May 2017\n\nThe Mekong Land Network, a coalition of forty villages, condemns the arrest of Sok Dara by the police in Phnom Penh."
        ),
        Some("Mekong Land Network".to_owned())
    );
    // Who is written to does not write.
    assert_eq!(
        issuer(
            "To the Ministry of Interior\n\n3 May 2017\n\nWe, the Mekong Land Network, write to you because the police arrested Sok Dara and will not say where he is."
        ),
        Some("Mekong Land Network".to_owned())
    );
}

#[test]
fn a_title_with_a_colon_is_no_letterhead() {
    let draft = of(
        "Subscribe our monthly e-newsletter\n\nNepal: Ministers must withdraw their threat to close the Himal Centre for Land Rights (HCLR)\n\n(Kathmandu, 3 May 2017) – The Mekong Land Network condemns the threat against the Himal Centre for Land Rights (HCLR).",
    );
    assert_eq!(
        draft.title.as_deref(),
        Some(
            "Nepal: Ministers must withdraw their threat to close the Himal Centre for Land Rights (HCLR)"
        )
    );
    assert_eq!(draft.issuer.as_deref(), Some("Mekong Land Network"));
}

#[test]
fn a_name_without_a_word_for_an_organisation_speaks() {
    for (text, who) in [
        (
            "Cambodia: a monk arrested\n\n(Oslo, May 3, 2021) – Cambodian authorities should release the monk Sok Dara, Free the Page said today.",
            "Free the Page",
        ),
        (
            "3 May 2021\n\nCasa de la Lectura condemns the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh, Cambodia.",
            "Casa de la Lectura",
        ),
        (
            "URGENT ACTION\n\nCambodia: a monk arrested\n\nFree the Page, Dublin\n18 July 2022\n\nThe monk Sok Dara may be sentenced any day. The court has finished with him; only its verdict is lacking.",
            "Free the Page",
        ),
        (
            "MESA DE VIGILANCIA DEL RIO\nWeekly digest\n\n3 May 2021\n\nOn 1 May 2021 the monk Sok Dara was arrested in Phnom Penh, Cambodia, by men who showed no warrant.",
            "MESA DE VIGILANCIA DEL RIO",
        ),
    ] {
        assert_eq!(issuer(text).as_deref(), Some(who), "{text}");
    }
    assert_eq!(
        issuer(
            "Comment by Lantern House Spokesperson Ida Holm on arrests in Cambodia\n\nGENEVA, 3 May 2021\n\nWe are alarmed by the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh."
        )
        .as_deref(),
        Some("Lantern House")
    );
    // Who is said to have spoken on another day speaks of something else.
    assert_eq!(
        issuer(
            "3 May 2021\n\nThe monk Sok Dara was arrested on 1 May 2021 in Phnom Penh. Nobody knew of it, Free the Page said in April, and we know no more."
        ),
        None
    );
}

#[test]
fn the_first_of_several_letterheads_issues() {
    let text = "Lantern Society (LS)\nFondasyon Limen pou Tout\n\nJoint note\n\n3 May 2021\n\nOur organisations are dismayed by the arrest of the monk Sok Dara on 1 May 2021.\n\nIda Holm (LS)\nJean Roy (Fondasyon Limen pou Tout)";
    assert_eq!(issuer(text).as_deref(), Some("Lantern Society"));
}

#[test]
fn who_sends_a_text_on_did_not_write_it() {
    let said = "\n\nSok Dara, a monk, was arrested on 1 May 2021 in Phnom Penh by men who showed no warrant to him.";
    let sent = format!("From: Lantern Pens <a@lists.example>\nDate: 3 May 2021{said}");
    assert_eq!(issuer(&sent).as_deref(), Some("Lantern Pens"));
    let on = format!("---- Forwarded message ----\n{sent}");
    assert_eq!(issuer(&on), None);
}

#[test]
fn experts_who_are_listed_sign() {
    let text = "Cambodia: experts alarmed\n\nGENEVA (3 May 2021) – UN experts* today condemned the arrest of the monk Sok Dara.\n\n*The experts: Ida Holm, Special Rapporteur on the right to privacy; Jean Roy, Special Rapporteur on the right to food.";
    assert_eq!(of(text).cosigners, ["Ida Holm", "Jean Roy"]);
    // Whom they met is none of them.
    let met = "Cambodia: experts alarmed\n\nGENEVA (3 May 2021) – UN experts* today condemned the arrest of the monk Sok Dara.\n\nThe experts met Ida Holm in Geneva.";
    assert!(of(met).cosigners.is_empty());
}

#[test]
fn a_town_is_no_country_and_no_label() {
    for (head, place) in [
        ("Angola\nApril 20, 2021", None),
        ("Bruxelles/Kigali, 3 May 2021", Some("Bruxelles")),
        ("Tower Hill, Freetown\nDate: 3 May 2021", Some("Freetown")),
        ("Reading time: 3 minutes\n3 May 2021", None),
    ] {
        let draft = of(&format!(
            "Lantern Society\n{head}\n\nThe Lantern Society condemns the arrest of the monk Sok Dara on 1 May 2021 by men who showed no warrant."
        ));
        assert_eq!(draft.place.as_deref(), place, "{head}");
    }
}

#[test]
fn governments_make_statements_of_governments() {
    let kind = |who: &str| {
        of(&format!(
            "{who}\n\nPRESS RELEASE\n\n3 May 2021\n\nThe {who} condemns the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh."
        ))
        .kind
        .code()
        .to_owned()
    };
    assert_eq!(kind("Embassy of Norway"), "government_statement");
    assert_eq!(kind("Human Rights Commission of Malaysia"), "press_statement");
    assert_eq!(kind("Lantern Society"), "press_statement");
}

#[test]
fn what_a_text_is_stands_in_its_longest_words() {
    let kind = |line: &str| {
        of(&format!("Lantern Society\n\n{line}\n\n3 May 2021\n\nThe Lantern Society condemns the arrest of the monk Sok Dara on 1 May 2021 in Phnom Penh."))
            .kind
            .code()
            .to_owned()
    };
    assert_eq!(kind("PRESS BRIEFING NOTES"), "press_statement");
    assert_eq!(kind("BRIEFING NOTE"), "report");
    assert_eq!(kind("News > Asia > 3.5.2021"), "press_statement");
}

#[test]
fn the_first_of_those_who_speak_is_the_issuer() {
    let draft = of(
        "Bangladesh: release a monk\n\n(Bangkok, 20 September 2024) – The Asian Network for Freedoms (ANF) and its member organisation Hill Rights Centre (HRC) strongly condemn the arrest of a monk.",
    );
    assert_eq!(draft.issuer.as_deref(), Some("Asian Network for Freedoms"));
    let joint = of(
        "JOINT STATEMENT\n\nGroups condemn an arrest\n\nPhnom Penh, 14 March 2024 – We, the undersigned organizations, condemn the arrest of Sok Dara.\n\nThis joint statement is endorsed by:\n\n1. Land Rights Association\n2. Coastal Network\n3. Legal Centre",
    );
    assert_eq!(joint.issuer.as_deref(), Some("Land Rights Association"));
    assert_eq!(joint.cosigners, ["Coastal Network", "Legal Centre"]);
    assert!(joint.demands.is_empty(), "{:?}", joint.demands);
}
