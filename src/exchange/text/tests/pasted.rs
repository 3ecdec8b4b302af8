//! What is pasted from pages, with the menus and buttons around it.

use std::path::{Path, PathBuf};

use super::{check, cut};
use crate::exchange::text::{CutWhy, FileKind, TextOfFile, of_pasted};

/// A real statement, which is no part of the project.
fn founding() -> String {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(here.join(path).join("founding-statement.txt"));
    read("../shared/data")
        .or_else(|_| read("../../shared/data"))
        .expect("shared/data/founding-statement.txt is needed")
}

fn cleaned(text: &str) -> TextOfFile {
    let clean = of_pasted(text);
    check(&clean);
    clean
}

#[test]
fn the_founding_statement_comes_out_without_the_page_around_it() {
    let raw = founding();
    let text = cleaned(&raw);
    assert_eq!(text.kind, FileKind::PlainText);
    let title = "Cambodia: Threat to Close Down Cambodian Center for Human Rights (CCHR)";
    assert_eq!(text.title.as_deref(), Some(title));
    // Every paragraph from the headline to the stars, as it stands, and nothing else.
    let start = raw.find(title).unwrap();
    let end = raw.find("\n\n**").unwrap();
    let paragraphs: Vec<&str> = raw[start..end]
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("Share on"))
        .collect();
    assert_eq!(text.body, paragraphs.join("\n\n"));
    assert_eq!(paragraphs.len(), 8);
    assert!(text.body.contains("\n\n(Bangkok, 27 November 2017) – The Asian Forum"));
    let menus = cut(&text, CutWhy::Navigation);
    assert!(
        menus.starts_with("At FORUM-ASIA, we employ") && menus.ends_with("for future generations.")
    );
    assert_eq!(cut(&text, CutWhy::Newsletter), "Subscribe our monthly e-newsletter");
    assert_eq!(
        cut(&text, CutWhy::Sharing),
        "Share on facebook\nShare on twitter\nShare on linkedin"
    );
    assert_eq!(
        cut(&text, CutWhy::Download),
        "For a PDF version of the statement, please click here."
    );
    assert!(cut(&text, CutWhy::Contact).ends_with("[email\u{a0}protected]"));
    // What was cut is all the rest.
    assert_eq!(text.put_back(|_| true), raw.trim_end().replace("\n\u{a0}\n", "\n\n"));
}

#[test]
fn no_prose_of_the_statements_for_building_is_cut() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/intake/building");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "txt") {
            continue;
        }
        count += 1;
        let raw = std::fs::read_to_string(&path).unwrap();
        let text = cleaned(&raw);
        assert_eq!(text.put_back(|_| true), raw.trim(), "{}", path.display());
        for piece in &text.cut {
            for line in piece.text.lines() {
                let about_site = matches!(piece.why, CutWhy::Cookies | CutWhy::Contact);
                assert!(
                    line.len() < 140 && (about_site || line.split(' ').count() < 20),
                    "{}: {line}",
                    path.display()
                );
            }
        }
        // What the statement says of events, law and demands is still there.
        let gold: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(path.with_extension("json")).unwrap())
                .unwrap();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let body = plain(&text.body);
        for kind in ["events", "demands", "instruments"] {
            for quote in
                gold[kind].as_array().into_iter().flatten().filter_map(|it| it["quote"].as_str())
            {
                assert!(body.contains(&plain(quote)), "{}: {quote}", path.display());
            }
        }
        if let Some(title) = gold["title"].as_str() {
            assert!(body.contains(&plain(title)), "{}: {title}", path.display());
        }
    }
    assert!(count >= 45);
}

#[test]
fn a_page_of_a_newspaper() {
    let text = cleaned(
        "Skip to main content\nThe Harbour Post\nHome | World | Politics | Sport\nSearch\nLog in\n\
         \nPort Selwyn police hold union leaders for a third day\n\nShare\nFacebook\nTwitter\nEmail\n\n\
         PORT SELWYN, March 12, 2021 - Police in Port Selwyn held four leaders of the Harbour Workers' Union for a third day on Friday, their lawyer said.\n\n\
         \"They have seen no judge,\" said the lawyer, Ada Quill. \"We ask only for what the law says.\"\n\n\
         Advertisement\n\nThe union went on strike on 7 March. Its members load most of the country's grain.\n\n\
         Related articles\nGrain prices rise for a second week\nPort authority names new chief\n\nLeave a comment\n\n\
         © 2021 The Harbour Post. All rights reserved.\nPrivacy policy\nTerms of use",
    );
    assert_eq!(
        text.body,
        "The Harbour Post\n\nPort Selwyn police hold union leaders for a third day\n\n\
         PORT SELWYN, March 12, 2021 - Police in Port Selwyn held four leaders of the Harbour Workers' Union for a third day on Friday, their lawyer said.\n\n\
         \"They have seen no judge,\" said the lawyer, Ada Quill. \"We ask only for what the law says.\"\n\n\
         The union went on strike on 7 March. Its members load most of the country's grain."
    );
    assert_eq!(
        text.title.as_deref(),
        Some("Port Selwyn police hold union leaders for a third day")
    );
    assert!(cut(&text, CutWhy::Related).contains("Grain prices rise"));
}

#[test]
fn a_joint_statement_keeps_those_who_signed() {
    let text = cleaned(
        "JOINT STATEMENT\n\nKivara: End the siege of the free press\n\nKivara City, 2 May 2022\n\n\
         We, the undersigned organisations, condemn the closure of three newspapers by the Media Council on 28 April.\n\n\
         For more information, contact:\nIda Noor, ida@cwrn.example\nBen Osei, +00 00 000 0000\n\n\
         Signatories:\n1. Coastal Workers' Rights Network\n2. Free Press Kivara\n• Delta League\nWomen of the Harbour, Port Selwyn\n\n###",
    );
    assert!(text.body.ends_with(
        "28 April.\n\nSignatories:\n1. Coastal Workers' Rights Network\n2. Free Press Kivara\n• Delta League\nWomen of the Harbour, Port Selwyn"
    ), "{}", text.body);
    assert_eq!(
        cut(&text, CutWhy::Contact),
        "For more information, contact:\nIda Noor, ida@cwrn.example\nBen Osei, +00 00 000 0000"
    );
    assert_eq!(cut(&text, CutWhy::EndMark), "###");
}

#[test]
fn contacts_above_a_release_are_cut_and_its_text_kept() {
    let text = cleaned(
        "FOR IMMEDIATE RELEASE\n\nMedia contact: Ida Noor, +00 00 000 0000\n\nRelease the crews, says Delta League\n\n\
         OSTRAVA, 6 May 2020 – The Delta League today asked the Ministry of Waters to release the crews of two boats.\n\n-ENDS-",
    );
    assert!(text.body.starts_with("FOR IMMEDIATE RELEASE\n\nRelease the crews"), "{}", text.body);
    assert_eq!(cut(&text, CutWhy::Contact), "Media contact: Ida Noor, +00 00 000 0000");
}

#[test]
fn a_french_page() {
    let text = cleaned(
        "Aller au contenu principal\nAccueil | Qui sommes-nous | Nos actions | Faire un don\n\n\
         Madabou : libérez les pêcheurs !\n\nPartager sur Facebook\nPartager sur Twitter\n\n\
         Port-Louis-du-Nord, le 6 mai 2020 – La Ligue du Delta dénonce l’arrestation de douze pêcheurs par la gendarmerie maritime.\n\n\
         La Ligue appelle le ministre des Eaux à les libérer sans condition.\n\n\
         Contact presse :\nIda Noor, ida@ligue.example\n\nAbonnez-vous à notre lettre d’information\n© Ligue du Delta. Tous droits réservés.",
    );
    assert_eq!(
        text.body,
        "Madabou : libérez les pêcheurs !\n\n\
         Port-Louis-du-Nord, le 6 mai 2020 – La Ligue du Delta dénonce l’arrestation de douze pêcheurs par la gendarmerie maritime.\n\n\
         La Ligue appelle le ministre des Eaux à les libérer sans condition."
    );
    assert_eq!(cut(&text, CutWhy::Contact), "Contact presse :\nIda Noor, ida@ligue.example");
}

#[test]
fn sentences_that_only_sound_like_furniture_are_kept() {
    for line in [
        "Police asked him to share his password and to print his messages, which he refused to do.",
        "The court said that cookies on the website of the ministry were used to track its critics.",
        "For more information on the case, see the report which we published in March 2020.",
        "She was arrested after she shared a post on Facebook about the minister.",
        "The authorities should subscribe to the principle that no one is above the law.",
        "Download speeds fell on the day of the vote.",
        "To read the names of the dead aloud in public is a crime here, and was one before.",
        "Search",
        "Available in two districts only, the form must be sent by hand.",
        "Contacts between the two governments ended in May.",
        "(c) to sign and ratify the Optional Protocol",
        "Download figures of the police show that two people were followed for a year.",
        "Related cases have been reported from four provinces since the beginning of the year.",
        "All rights reserved to the people by Article 9 must be respected by the new government.",
        "The end of the emergency was announced on 3 May 2021 by the President himself.",
        "Follow the money, the auditor told the court, and the ministry followed the auditor.",
        "Click here, the message said, and the telephones of four journalists were infected.",
    ] {
        let text = cleaned(&format!(
            "Headline of the statement\n\n{line}\n\nThe network repeated this on Monday in a letter to the court."
        ));
        assert!(text.body.contains(line), "{line}");
    }
}

#[test]
fn headings_that_menus_have_too_are_kept_by_themselves() {
    let raw = "Kivara after the vote\n\nBackground\n\nThe vote was held on 3 May 2021 under the eyes of soldiers.\n\nMedia\n\nTwo stations were closed on the same day, and a third one lost its licence.\n\nFacebook\n\nThe company removed four pages at the request of the government in June.\n\nRecommendations\n\nThe government should return the licences.";
    assert_eq!(cleaned(raw).body, raw);
}

#[test]
fn rows_of_tables_are_no_menus() {
    let raw = "Date\tPlace\tNews\tSource\n3 May\tTown\tArrest of two\tPress\n4 May\tPort\tRelease\tCourt\n\nThe table was put together by the network from reports of its members.";
    assert_eq!(cleaned(raw).body, raw);
}

#[test]
fn broken_lines_of_a_paragraph_stay_together() {
    let raw = "The network asked the police to release the four leaders of the\nunion at once, and to print the names of those who ordered it.\nShare of votes in the district where they live: forty per cent.\nFollow-up visits by the commission were refused two times in\nMay.";
    assert_eq!(cleaned(raw).body, raw);
}

#[test]
fn the_foot_of_a_mailing_is_cut() {
    let foot = "--\nYou get this e-mail because you signed up at a Delta League event.\nTo stop getting alerts, click here. Please do not print this e-mail\nunless you must.";
    let text = cleaned(&format!(
        "Dear friends,\n\nPlease write to the minister before 7 June and ask him to release the crews of both boats.\n\nDelta League\n\n{foot}"
    ));
    assert!(text.body.ends_with("Delta League"), "{}", text.body);
    assert_eq!(cut(&text, CutWhy::Signature), foot);
}

#[test]
fn empty_and_strange_texts_give_what_is_left_of_them() {
    assert_eq!(cleaned("").body, "");
    assert_eq!(cleaned(" \n\u{a0}\n\u{200B}").body, "");
    assert_eq!(cleaned("\r\n a\r\nb\rc\u{2028}d\u{c}e").body, " a\nb\nc\nd\ne");
    let odd = cleaned("a\0b\u{202E}c");
    assert_eq!(odd.body, "abc");
    assert_eq!(odd.notices, ["2 control characters or signs that are no characters were left out"]);
    assert_eq!(cleaned("Cafe\u{301}").body, "Caf\u{e9}");
    // Menus alone stay cut, and can be put back.
    let menu = cleaned("Home | About us | Donate");
    assert_eq!(
        (menu.body.as_str(), menu.put_back(|_| true).as_str()),
        ("", "Home | About us | Donate")
    );
}
