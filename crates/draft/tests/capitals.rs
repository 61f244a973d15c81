//! Names in capitals.

use draft::{Article, Sureness};

/// Compares who says something, in the order of the article, with the role and whether the name stands there.
#[track_caller]
fn says(paragraphs: &[&str], expected: &[(&str, Option<&str>)]) {
    let input = Article { paragraphs, language: Some("en") };
    let attributions = draft::draft(&input);
    let said = |attribution: &draft::Attribution| {
        let speaker = attribution.speaker.expect("the article tells who");
        assert_ne!(attribution.sureness, Sureness::Open);
        (input.text(speaker.name), speaker.role.map(|role| input.text(role)))
    };
    assert_eq!(attributions.iter().map(said).collect::<Vec<_>>(), expected);
}

const FIRST: &str = "“The port is closed until May,” said Jane Roe, the mayor of Linwick.";

#[test]
fn a_name_in_capitals_is_the_name_in_small_letters() {
    let mayor = ("Jane Roe", Some("mayor of Linwick"));
    for second in [
        "“We will open it again soon,” JANE ROE said.",
        "“We will open it again soon,” said MAYOR JANE ROE.",
        "JANE ROE said that the port would open again.",
    ] {
        says(&[FIRST, second], &[mayor, mayor]);
        says(&[second, FIRST], &[mayor, mayor]);
    }
    says(&[FIRST, "“We will open it again soon,” said MS ROE."], &[mayor, mayor]);
    let keller = "“The port is closed until May,” said Jane Keller, the mayor of Linwick.";
    says(&[keller, "“We will open it soon,” KELLER said."], &[("Jane Keller", Some("mayor of Linwick")); 2]);
}

#[test]
fn a_name_that_stands_in_capitals_the_first_time_is_that_of_the_surname_behind_it() {
    let first = "“The port is closed until May,” said SAOIRSE KELLEHER, the mayor of Linwick.";
    let second = "“We will open it again soon,” Kelleher said.";
    says(&[first, second], &[("SAOIRSE KELLEHER", Some("mayor of Linwick")); 2]);
}

#[test]
fn words_in_capitals_that_are_nobodys_name_are_nobody() {
    let second = "READ MORE HERE. “We will open it again soon,” Roe said. NATO said that it knew.";
    let roe = ("Jane Roe", Some("mayor of Linwick"));
    says(&[FIRST, second], &[roe, roe, ("NATO", None)]);
}
