use super::read;

fn law(text: &str) -> Vec<String> {
    let all = read(text).instruments;
    all.iter()
        .map(|it| {
            format!(
                "{} {}",
                it.code.as_deref().unwrap_or(&it.name),
                it.provision.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

#[test]
fn instruments_are_found_by_name_nickname_and_acronym_with_their_articles() {
    assert_eq!(
        law("It breaches Articles 19, 21 and 22 of the ICCPR."),
        ["ICCPR Article 19", "ICCPR Article 21", "ICCPR Article 22"]
    );
    assert_eq!(
        law("It breaches articles 4 to 6 of the African Charter on Human and Peoples' Rights."),
        ["ACHPR Article 4", "ACHPR Article 5", "ACHPR Article 6"]
    );
    assert_eq!(
        law("Under Article 15 of the Paris Peace Accords it must promote freedoms."),
        ["PARIS-1991 Article 15"]
    );
    assert_eq!(
        law(
            "The International Covenant on Civil and Political Rights (ICCPR) binds it; its Article 9(3) was broken."
        ),
        ["ICCPR Article 9(3)"]
    );
    assert_eq!(
        law("It has not ratified the Optional Protocol to the Convention against Torture."),
        ["OPCAT -"]
    );
}

#[test]
fn domestic_law_is_found_by_its_head_word() {
    assert_eq!(
        law("They were charged under Section 116 of the Criminal Code and the Computer Crime Act."),
        ["Criminal Code Section 116", "Computer Crime Act -"]
    );
    assert_eq!(law("Article 39 of the Constitution protects speech."), ["Constitution Article 39"]);
    assert_eq!(law("The Law on Assemblies was adopted."), ["Law on Assemblies -"]);
}

#[test]
fn bodies_and_other_words_are_no_law() {
    for text in [
        "The Committee against Torture met.",
        "The Law Reform Commission met.",
        "The cat sat there.",
        "A joint declaration was read.",
    ] {
        assert_eq!(law(text), [""; 0], "{text}");
    }
}

#[test]
fn provisions_have_letters_paragraphs_and_section_signs() {
    assert_eq!(
        law("He was charged under Section 124-A of the Penal Code."),
        ["Penal Code Section 124-A"]
    );
    assert_eq!(
        law("It is punishable under Article 152 § 2 of the Criminal Code."),
        ["Criminal Code Article 152(2)"]
    );
    assert_eq!(law("It breaches paragraph 2 of Article 19 of the ICCPR."), ["ICCPR Article 19(2)"]);
    // A number that follows is no paragraph.
    assert_eq!(law("Article 19 of the ICCPR has 2 limits."), ["ICCPR Article 19"]);
}

#[test]
fn a_provision_cited_again_is_of_the_same_law() {
    assert_eq!(
        law(
            "He was charged under Article 330 of the Criminal Code, which breaches the ICCPR. Article 330 must go."
        ),
        ["Criminal Code Article 330", "ICCPR -"]
    );
}

#[test]
fn numbered_law_says_what_it_is_on_and_is_one() {
    assert_eq!(
        law("Law No. 1/2006 on freedom of assembly was adopted. Law No. 1/2006 must go."),
        ["Law No. 1/2006 on freedom of assembly -"]
    );
    assert_eq!(law("Law 12-06 on associations permits it."), ["Law 12-06 on associations -"]);
    assert_eq!(
        law("Article 1 of the National Unity Law (Decree-Law No. 19 of 2012) was applied."),
        ["National Unity Law Article 1"]
    );
    // A day is nothing that a law is on.
    assert_eq!(law("Law No. 7 on Monday came into force."), ["Law No. 7 -"]);
}

#[test]
fn law_has_its_country_and_what_it_is_on() {
    assert_eq!(
        law("They were convicted under the Penal Code of Bhutan 2004."),
        ["Penal Code of Bhutan 2004 -"]
    );
    assert_eq!(
        law("The Assembly of the North adopted the Law on Advocates' Activity and Legal Aid."),
        ["Law on Advocates' Activity and Legal Aid -"]
    );
    assert_eq!(
        law("It breaches Article 63 of the Treaty on the Functioning of the European Union."),
        ["Treaty on the Functioning of the European Union Article 63"]
    );
    assert_eq!(
        law("The bill amending Act No. 213/1997 was tabled."),
        ["bill amending Act No. 213/1997 -"]
    );
    // A nickname that goes on is another's name.
    assert_eq!(
        law("It ratified the African Charter on Democracy, Elections and Governance."),
        ["African Charter on Democracy, Elections and Governance -"]
    );
    assert_eq!(law("It ratified the African Charter on Monday."), ["ACHPR -"]);
}

#[test]
fn provisions_have_points_and_letters() {
    assert_eq!(law("It breaches Article 12.2 of the ICCPR."), ["ICCPR Article 12(2)"]);
    assert_eq!(
        law("It breaches Article 207.3 of the Criminal Code."),
        ["Criminal Code Article 207.3"]
    );
    assert_eq!(
        law("It breaches Article 14, paragraph 3 (b) and (d), of the ICCPR."),
        ["ICCPR Article 14(3)(b)", "ICCPR Article 14(3)(d)"]
    );
    assert_eq!(law("He recalled Principles 16 to 18."), [""; 0]);
}

#[test]
fn each_number_of_a_list_is_a_law_and_a_constitution_that_is_cited_is_one() {
    assert_eq!(
        law("It ratified ILO Conventions No. 87 and No. 98."),
        ["ILO Conventions No. 87 -", "No. 98 -"]
    );
    assert_eq!(
        law("It ratified ILO Convention No. 87 and 98 others did."),
        ["ILO Convention No. 87 -"]
    );
    assert_eq!(
        law("Article 17 of the country's own constitution protects it."),
        ["constitution Article 17"]
    );
    assert_eq!(law("The country's own constitution protects it."), [""; 0]);
}

#[test]
fn a_code_that_is_cited_is_law_in_small_letters() {
    let draft = read("Sok Dara was charged under Article 278 of the criminal code on 3 May 2017.");
    let law: Vec<_> =
        draft.instruments.iter().map(|it| (&*it.name, it.provision.as_deref())).collect();
    assert_eq!(law, [("criminal code", Some("Article 278"))]);
    // What is to be done with a law is no part of its name.
    let draft = read("We ask it to:\n- Repeal the Cyber Security Act;\n- Amend the Press Law.");
    let law: Vec<_> = draft.instruments.iter().map(|it| &*it.name).collect();
    assert_eq!(law, ["Cyber Security Act", "Press Law"]);
}
