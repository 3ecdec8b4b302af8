use crate::intake::text::Text;
use proptest::prelude::*;

use crate::domain::ActorKind;
use crate::intake::{Asked, House, KnownName, RULES, analyze};

fn founding() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/founding-statement.txt");
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{path} is needed for this test: {error}"))
}

#[test]
fn the_founding_statement_is_read() {
    let draft = analyze(&founding(), &Asked::default(), &House::default());
    assert_eq!(draft.issued_on.as_deref(), Some("2017-11-27"));
    assert_eq!(draft.place.as_deref(), Some("Bangkok"));
    assert_eq!(draft.countries, ["KHM"]);
    let issuer = draft.actors.iter().find(|it| Some(&it.name) == draft.issuer.as_ref()).unwrap();
    assert!(
        std::iter::once(&issuer.name).chain(&issuer.aliases).any(|it| it == "FORUM-ASIA"),
        "{issuer:?}"
    );
    for name in
        ["Cambodian Center for Human Rights", "Hun Sen", "Kem Sokha", "Supreme Court of Cambodia"]
    {
        assert!(draft.actors.iter().any(|it| it.name == name), "{name}: {:?}", draft.actors);
    }
    let acts: Vec<String> = draft
        .events
        .iter()
        .map(|it| format!("{} {}", it.kind, it.date.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        acts,
        [
            "threat 2017-11-26",
            "detention 2017-09-03",
            "charge 2017-09-03",
            "dissolution 2017-11-16"
        ]
    );
    let named = |names: &[String], part: &str| names.iter().any(|it| it.contains(part));
    assert!(
        named(&draft.events[0].perpetrators, "Hun Sen")
            && named(&draft.events[0].targets, "Center for Human Rights")
    );
    assert!(
        named(&draft.events[1].targets, "Kem Sokha")
            && named(&draft.events[2].targets, "Kem Sokha")
    );
    assert!(
        named(&draft.events[3].perpetrators, "Supreme Court")
            && named(&draft.events[3].targets, "National Rescue Party")
    );
    let law: Vec<(Option<&str>, Option<&str>)> =
        draft.instruments.iter().map(|it| (it.code.as_deref(), it.provision.as_deref())).collect();
    assert_eq!(law, [(Some("ICCPR"), None), (Some("PARIS-1991"), Some("Article 15"))]);
    let asked: Vec<&str> = draft.demands.iter().map(|it| it.action.as_str()).collect();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(
        asked[0].starts_with("cease any threat")
            && asked[1].starts_with("recognise it")
            && asked[2].starts_with("halt the harassment"),
        "{asked:?}"
    );
}

#[test]
fn known_actors_are_matched_and_doubtful_ones_are_both_shown() {
    let known = |id: &str, name: &str, text: &str| KnownName {
        id: id.to_owned(),
        reference: format!("A-{id}"),
        name: name.to_owned(),
        text: text.to_owned(),
        kind: ActorKind::Ngo,
        country: None,
    };
    let house = House::new(
        vec![
            known("1", "Cambodian Center for Human Rights", "CCHR"),
            known("1", "Cambodian Center for Human Rights", "Cambodian Center for Human Rights"),
            known("2", "Mekong Watch (Thailand)", "Mekong Watch"),
            known("3", "Mekong Watch (Japan)", "Mekong Watch"),
        ],
        std::collections::BTreeSet::new(),
    );
    let draft = analyze(
        "(Bangkok, 27 November 2017) – The Asian Rights Network says that CCHR’s office and Mekong Watch were raided on 3 May 2017.",
        &Asked::default(),
        &house,
    );
    let actor = |part: &str| {
        draft
            .actors
            .iter()
            .find(|it| it.name.contains(part) || it.aliases.iter().any(|it| it.contains(part)))
            .unwrap_or_else(|| panic!("no {part}: {:?}", draft.actors))
    };
    assert_eq!(actor("CCHR").matched.as_ref().map(|it| it.id.as_str()), Some("1"));
    let doubtful = actor("Mekong");
    assert!(doubtful.matched.is_none() && doubtful.candidates.len() == 2, "{doubtful:?}");
}

#[test]
fn a_rule_that_is_switched_off_finds_nothing() {
    let off = std::iter::once("event.active".to_owned()).collect();
    let text = "(Bangkok, 27 November 2017) – The Asian Rights Network condemns this. Police arrested Sok Dara on 3 May 2017.";
    assert_eq!(analyze(text, &Asked::default(), &House::new(Vec::new(), off)).events.len(), 0);
    assert_eq!(analyze(text, &Asked::default(), &House::default()).events.len(), 1);
}

#[test]
fn every_line_of_the_lexicons_can_be_read() {
    for code in ["en", "fr"] {
        assert_eq!(crate::intake::lexicon::complaints(code), [""; 0]);
    }
}

fn check(body: &str) -> Result<(), TestCaseError> {
    let house = House::default();
    let draft = analyze(body, &Asked::default(), &house);
    let letters: Vec<char> = body.chars().collect();
    let passage =
        |start: usize, end: usize| letters.get(start..end).map(|it| it.iter().collect::<String>());
    let known: Vec<&str> = RULES.iter().map(|it| it.name).collect();
    for event in &draft.events {
        prop_assert_eq!(passage(event.start, event.end), Some(event.quote.clone()));
        prop_assert!(known.contains(&event.rule.as_str()));
    }
    for it in &draft.instruments {
        prop_assert_eq!(passage(it.start, it.end), Some(it.quote.clone()));
    }
    for it in &draft.demands {
        prop_assert_eq!(passage(it.start, it.end), Some(it.quote.clone()));
    }
    for actor in &draft.actors {
        prop_assert!(known.contains(&actor.rule.as_str()), "{}", actor.rule);
        for mention in &actor.mentions {
            prop_assert!(mention.start < mention.end && mention.end <= letters.len());
        }
    }
    for it in &draft.header {
        prop_assert!(it.start <= it.end && it.end <= letters.len());
        prop_assert!(known.contains(&it.rule.as_str()), "{}", it.rule);
    }
    prop_assert_eq!(&draft, &analyze(body, &Asked::default(), &house));
    Ok(())
}

#[test]
fn statements_are_read_the_same_twice_and_their_offsets_are_true() {
    check(&founding()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read_without_harm(body in "(Police|arrested|Sok Dara|Mr\\. |Ministry of |the |was |and |, |\\. |\n|\n\n|\t|- |\\(|\\)|\"|“|”|’s |3 May 2017|on Friday|Article 9|of the ICCPR|must |calls on |to |release |said |not |Signed by:|\\PC){0,80}") {
        check(&body)?;
    }

    #[test]
    fn any_letters_are_read_without_harm(body in "\\PC{0,200}") {
        check(&body)?;
    }
}

#[test]
fn a_sentence_that_does_not_end_is_read_in_parts() {
    let body =
        "Open Rights condemns that he was arrested, and says that he was beaten, ".repeat(2_000);
    let text = Text::of(&body, &[]);
    let longest = text.sentences.iter().map(|it| it.end - it.first).max();
    assert!(longest.is_some_and(|it| (400..=801).contains(&it)), "{longest:?}");
    let short = Text::of("Police arrested him, beat him, and let him go.", &[]);
    assert_eq!(short.sentences.len(), 1);
}
