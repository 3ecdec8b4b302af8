//! Each rule with a text in which it finds something, and one much like it in which it must not.

use std::collections::BTreeSet;

use super::read;
use crate::domain::ActorKind;
use crate::intake::{Asked, Draft, House, KnownName, RULES, analyze};

/// Rules of what stands around a statement: a text for, a text against, both whole.
const AROUND: &[(&str, &str, &str)] = &[
    (
        "header.dateline",
        "(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
        "Asian Rights Network condemns the arrest of Sok Dara (Bangkok, 27 November 2017).",
    ),
    (
        "header.line",
        "Asian Rights Network\n27 November 2017\n\nThe Asian Rights Network condemns the arrest of Sok Dara.",
        "Asian Rights Network\n\nThe Asian Rights Network condemns the arrest of Sok Dara on 27 November 2017.",
    ),
    (
        "header.foot",
        "The Asian Rights Network condemns the arrest of Sok Dara. He must be released.\n\nBangkok, 27 November 2017",
        "The Asian Rights Network condemns the arrest of Sok Dara on 27 November 2017.",
    ),
    (
        "header.first",
        "The Asian Rights Network condemns the arrest of Sok Dara on 27 November 2017.",
        "Asian Rights Network\n27 November 2017\n\nThe Asian Rights Network condemns the arrest of Sok Dara on 3 May 2017.",
    ),
    (
        "header.place",
        "(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
        "27 November 2017\n\nAsian Rights Network condemns the arrest of Sok Dara in Bangkok.",
    ),
    (
        "header.title",
        "Cambodia: Release Sok Dara\n\n(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
        "(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
    ),
    (
        "header.kind",
        "URGENT APPEAL\n\n(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
        "(Bangkok, 27 November 2017) – Asian Rights Network made an urgent appeal last year. It condemns the arrest of Sok Dara.",
    ),
    (
        "header.letterhead",
        "Asian Rights Network\n\n27 November 2017\n\nWe condemn the arrest of Sok Dara.",
        "27 November 2017\n\nThe Asian Rights Network condemns the arrest of Sok Dara.",
    ),
    (
        "header.by",
        "Statement by the Asian Rights Network\n\n27 November 2017\n\nWe condemn the arrest of Sok Dara by the police of the capital.",
        "The arrest of Sok Dara\n\n27 November 2017\n\nHis arrest was condemned by the Asian Rights Network.",
    ),
    (
        "header.voice",
        "27 November 2017\n\nThe Asian Rights Network condemns the arrest of Sok Dara.",
        "27 November 2017\n\nSok Dara of the Asian Rights Network was arrested.",
    ),
    (
        "header.cosigner",
        "Joint statement\n\n27 November 2017\n\nWe, the undersigned organisations, condemn the arrest of Sok Dara.\n\nSigned by:\nAsian Rights Network\nMekong Media Watch\nKhmer Lawyers Union",
        "27 November 2017\n\nThe Asian Rights Network condemns the arrest of Sok Dara of Mekong Media Watch.",
    ),
    (
        "header.country",
        "Cambodia: Release Sok Dara\n\n(Bangkok, 27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara in Cambodia.",
        "(27 November 2017) – Asian Rights Network condemns the arrest of Sok Dara.",
    ),
];

/// Rules of what a statement says: words for, words against, in the middle of one.
const WITHIN: &[(&str, &str, &str)] = &[
    (
        "actor.head",
        "The Mekong Farmers Union was dissolved.",
        "The union of two rivers floods the plain.",
    ),
    (
        "actor.acronym",
        "Solidarity for Rivers (SFR) was dissolved.",
        "The rivers (see above) flood the plain.",
    ),
    ("actor.title", "Police arrested Ms Chantrea.", "Police arrested nobody in Chantrea."),
    (
        "actor.person",
        "Police arrested Sok Dara on 3 May 2017.",
        "Police closed Phnom Penh on 3 May 2017.",
    ),
    (
        "actor.cue",
        "The weekly Sralanh was closed on 3 May 2017.",
        "The weekly market was closed on 3 May 2017.",
    ),
    (
        "actor.capitals",
        "On 3 May 2017, the court dissolved ADHRX.",
        "On 3 May 2017, the court sat in ROOM.",
    ),
    (
        "actor.the",
        "On 3 May 2017, the court dissolved the Seven Lotus.",
        "On 3 May 2017, the court sat on the floor.",
    ),
    (
        "actor.word",
        "On 3 May 2017 police took Vannak from her house and beat her.",
        "Vannak flows through a quiet valley.",
    ),
    (
        "actor.office",
        "The Minister of Justice closed the radio on 3 May 2017.",
        "Every minister has an office.",
    ),
    ("actor.body", "Riot police beat monks on 3 May 2017.", "The policy of the bank is strict."),
    ("actor.group", "Police beat garment workers on 3 May 2017.", "Garment workers earn little."),
    (
        "law.instrument",
        "It breaches Article 19 of the ICCPR.",
        "The Committee against Torture met.",
    ),
    (
        "law.domestic",
        "He was charged under Article 330 of the Criminal Code.",
        "The criminal code of silence holds.",
    ),
    ("event.active", "Police arrested Sok Dara on 3 May 2017.", "Police never arrested Sok Dara."),
    ("event.passive", "Sok Dara was arrested on 3 May 2017.", "Sok Dara should not be arrested."),
    (
        "event.verb",
        "Soldiers opened fire on 3 May 2017.",
        "Soldiers may open fire if they are attacked.",
    ),
    ("event.suffered", "Sok Dara died in custody on 3 May 2017.", "Sok Dara could die in custody."),
    (
        "event.state",
        "Sok Dara has been behind bars since 3 May 2017.",
        "Sok Dara will be behind bars if he returns.",
    ),
    (
        "event.noun",
        "The arrest of Sok Dara on 3 May 2017 shocked many.",
        "It called for the arrest of nobody.",
    ),
    (
        "event.announced",
        "On 3 May 2017, Prime Minister Hun Sen said that the Mekong Media Centre must be closed.",
        "On 3 May 2017, Mekong Media Watch said that the inquiry must be opened.",
    ),
    (
        "event.denial",
        "On 3 May 2017, the Ministry of Interior said that no monk had been beaten.",
        "On 3 May 2017, the Ministry of Interior said that no reason would be given.",
    ),
    (
        "event.label",
        "On 3 May 2017, Sok Dara, the governor, described the journalists as “paid trouble”.",
        "On 3 May 2017, Sok Dara, the governor, described the journalists as young.",
    ),
    (
        "event.warning",
        "On 3 May 2017, the governor warned Sok Dara to think of the river.",
        "On 3 May 2017, the governor warned that rain would fall.",
    ),
    (
        "demand.call",
        "We call on the government to release Sok Dara.",
        "We call the government weak.",
    ),
    (
        "demand.that",
        "We demand that the government release Sok Dara.",
        "We believe that the government released Sok Dara.",
    ),
    (
        "demand.for",
        "We call for the release of Sok Dara.",
        "We thank all for the release of Sok Dara.",
    ),
    (
        "demand.must",
        "The government must release Sok Dara.",
        "The government must have released Sok Dara.",
    ),
    (
        "demand.list",
        "We call on the government to:\n\n- release Sok Dara;\n- repeal the law.",
        "The government did this:\n\n- it released Sok Dara;\n- it repealed the law.",
    ),
];

/// The rules that found something in a text.
fn rules(draft: &Draft) -> BTreeSet<&str> {
    let header = draft.header.iter().map(|it| &it.rule);
    let actors = draft.actors.iter().map(|it| &it.rule);
    let events = draft.events.iter().map(|it| &it.rule);
    let law = draft.instruments.iter().map(|it| &it.rule);
    let demands = draft.demands.iter().map(|it| &it.rule);
    header.chain(actors).chain(events).chain(law).chain(demands).map(String::as_str).collect()
}

fn alone(text: &str) -> Draft {
    analyze(text, &Asked::default(), &House::default())
}

#[track_caller]
fn check(rule: &str, for_it: &Draft, against: &Draft) {
    assert!(rules(for_it).contains(rule), "{rule} finds nothing: {:?}", rules(for_it));
    assert!(!rules(against).contains(rule), "{rule} finds what it must not: {}", against.body);
}

#[test]
fn each_rule_finds_what_it_is_for_and_leaves_what_is_like_it() {
    for (rule, for_it, against) in AROUND {
        check(rule, &alone(for_it), &alone(against));
    }
    for (rule, for_it, against) in WITHIN {
        check(rule, &read(for_it), &read(against));
    }
}

#[test]
fn names_of_the_house_are_known_by_their_capitals() {
    let known = KnownName {
        id: "1".to_owned(),
        reference: "A-1".to_owned(),
        name: "Mekong Watch".to_owned(),
        text: "Watch".to_owned(),
        kind: ActorKind::Ngo,
        country: None,
    };
    let house = House::new(vec![known], BTreeSet::new());
    let read = |text: &str| analyze(text, &Asked::default(), &house);
    check(
        "actor.known",
        &read("On 3 May 2017 the police arrested two members of Watch in Phnom Penh."),
        &read("On 3 May 2017 the police arrested two members of the watch in Phnom Penh."),
    );
}

#[test]
fn no_rule_is_without_texts_for_and_against_it() {
    let shown: BTreeSet<&str> = AROUND.iter().chain(WITHIN).map(|it| it.0).collect();
    let missing: Vec<&str> = RULES
        .iter()
        .map(|it| it.name)
        .filter(|it| !shown.contains(it) && *it != "actor.known")
        .collect();
    assert_eq!(missing, [""; 0]);
}
