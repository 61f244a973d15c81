//! What articles of newsrooms were drafted wrongly from, reduced to a sentence or two.

mod common;

use draft::{Article, Sureness};

/// Checks who says or reports what in one paragraph.
#[track_caller]
fn says(language: &str, paragraph: &str, expected: &[(&[&str], &str)]) {
    common::says(language, &[paragraph], expected);
}

/// Checks who says the first words.
#[track_caller]
fn speaker(language: &str, paragraph: &str, name: &str) {
    let input = Article { paragraphs: &[paragraph], language: Some(language) };
    let first = draft::draft(&input).into_iter().next().expect("somebody speaks");
    assert_eq!(first.speaker.map(|speaker| input.text(speaker.name)), Some(name), "{paragraph}");
}

#[test]
fn a_sentence_ends_after_an_abbreviation_and_after_words_that_look_like_one() {
    for (end, word) in
        [("ill", ""), ("in Duluth, Minn", ""), ("at Acme Inc", ""), ("at Plan B", ""), ("out at 5 p.m", "")]
    {
        let paragraph = format!("The minister said the boy was {end}. She did not say why{word}.");
        let words = format!("the boy was {end}");
        says("en", &paragraph, &[(&[words.trim_end_matches('.')], "The minister")]);
    }
    says("en", "Hill announced it on X. Grey said the bridge would stay.", &[(&["the bridge would stay"], "Grey")]);
    speaker("en", "Roe died at 3 a.m. Doctors said it was a stroke.", "Doctors");
    speaker("en", "“It is late for all of us,” thundered The Sun.", "Sun");
    let both: [(&[&str], &str); 2] = [(&["der Bau koste 3 Mio"], "Anna Roth"), (&["Er beginne im Mai"], "Anna Roth")];
    says("de", "Anna Roth sagte, der Bau koste 3 Mio. Er beginne im Mai.", &both);
}

#[test]
fn a_pronoun_alone_is_nothing_that_is_said() {
    for words in ["announced it on Monday", "confirmed it", "said it yesterday and left", "reported it at once"] {
        says("en", &format!("Ann Hill {words}."), &[]);
    }
    for words in ["it had arrived", "he knew nothing", "it was late"] {
        says("en", &format!("Ann Hill insisted {words}."), &[(&[words], "Ann Hill")]);
    }
}

#[test]
fn an_abbreviation_within_a_sentence_does_not_end_it() {
    for words in [
        "Mr. Low met Dr. Roe",
        "the St. John river rose",
        "J. Low of Acme Inc. had left",
        "it was 5 p.m. sharp",
        "it was 5 p.m. Monday",
    ] {
        says("en", &format!("Ann Hill said {words}."), &[(&[words], "Ann Hill")]);
    }
    says(
        "de",
        "Anna Roth sagte, der Bau koste 3 Mio. Euro bzw. Franken.",
        &[(&["der Bau koste 3 Mio. Euro bzw. Franken"], "Anna Roth")],
    );
}

#[test]
fn an_organization_keeps_all_words_of_its_name() {
    for name in [
        "European Commission",
        "British Airways",
        "Scottish Government",
        "Irish Times",
        "General Motors",
        "Premier League",
    ] {
        speaker("en", &format!("The {name} said it was late."), name);
        speaker("en", &format!("Last year, {name} said it was late."), name);
    }
    speaker("en", "American Jane Roe said it was late.", "Jane Roe");
    speaker("en", "British Prime Minister Jane Roe said it was late.", "Jane Roe");
}

#[test]
fn a_dateline_is_nobody() {
    for dateline in ["PARIS (AP) —", "WASHINGTON —", "LONDON, March 3 (Reuters) -", "Paris (AFP) –"] {
        let paragraph = format!("{dateline} President Ann Low cut taxes and said it would help.");
        says("en", &paragraph, &[(&["it would help"], "Ann Low")]);
        let paragraph = format!("{dateline} “It is late,” Ann Low said.");
        says("en", &paragraph, &[(&["It is late"], "Ann Low")]);
    }
    speaker("en", "PARIS (AP) — The ministry cut its forecast and said it would close plants.", "The ministry");
    speaker("de", "Berlin (dpa) – Die Ministerin Anna Roth sagte, es sei zu spät.", "Anna Roth");
}

#[test]
fn the_subject_of_two_verbs_ends_before_the_first() {
    speaker("en", "The ministry cut the forecast and said it would close plants.", "The ministry");
    speaker(
        "en",
        "The mayor of the town of Linwick opened it and said it would last.",
        "The mayor of the town of Linwick",
    );
    speaker("en", "The board and the staff rejected the offer, saying it was late.", "The board and the staff");
}

#[test]
fn months_and_small_words_are_names_of_people_too() {
    for name in ["Theresa May", "June Brown", "Will Smith", "Martin Luther King III", "August Low"] {
        speaker("en", &format!("{name} said the deal was done."), name);
    }
    speaker("en", "Mrs May told MPs it was late.", "May");
    speaker("de", "Thomas März sagte, es sei zu spät.", "Thomas März");
    speaker("es", "El ministro, Julio Pérez, dijo que es tarde.", "Julio Pérez");
    for time in ["In June", "Last April", "On Monday"] {
        speaker("en", &format!("{time} Jane Brown said the deal was done."), "Jane Brown");
    }
    speaker("en", "“The deal is done,” said Jane Brown Monday.", "Jane Brown");
}

#[test]
fn the_speakers_next_verb_is_not_what_is_said() {
    for next in
        ["but declined to say when", "and refused to name a day", "and urged the staff to stay", "and called for help"]
    {
        let paragraph = format!("Jim Tran said the plant would close {next}.");
        says("en", &paragraph, &[(&["the plant would close"], "Jim Tran")]);
    }
    let refused = "The minister said the plant was closed and refused to say when.";
    says("en", refused, &[(&["the plant was closed"], "The minister")]);
    says("en", "Ann Low denied that she had lied and accused Ben Roe of spite.", &[(&["she had lied"], "Ann Low")]);
    says(
        "en",
        "Jim Tran said the plant and the office would close.",
        &[(&["the plant and the office would close"], "Jim Tran")],
    );
}

#[test]
fn a_relative_clause_without_a_comma_is_not_given() {
    let paragraphs = ["A man who claimed he was a doctor was arrested on Monday."];
    let input = Article { paragraphs: &paragraphs, language: Some("en") };
    assert_eq!(draft::draft(&input)[0].sureness, Sureness::Inferred);
}

#[test]
fn a_noun_is_no_verb_of_saying() {
    says(
        "en",
        "Curtis Lamb, named in a court report as the driver, said he was sorry.",
        &[(&["he was sorry"], "Curtis Lamb")],
    );
    says("en", "Ann Low told analysts on a conference call the year would be hard.", &[]);
    says("en", "The people report that the year was hard.", &[(&["the year was hard"], "The people")]);
}

#[test]
fn in_spanish_a_cue_may_stand_between_dashes_within_the_marks() {
    let words: &[&str] = &["Es la verdad", "No tengo nada que ocultar"];
    says("es", "“Es la verdad —dice Rosa Roe—. No tengo nada que ocultar”.", &[(words, "Rosa Roe")]);
    let whole = "Es la verdad —toda la verdad— y nada más";
    says("es", &format!("“{whole}”, dijo Rosa Roe."), &[(&[whole], "Rosa Roe")]);
}

#[test]
fn another_sentence_behind_a_semicolon_or_a_dash_is_not_said_by_the_same() {
    says("en", "Ann Low said the ward was full; Ben Roe denied it.", &[(&["the ward was full"], "Ann Low")]);
    says(
        "de",
        "Jörn Pahlke habe behauptet, das Geld sei da – „das stimmt schlicht nicht“, so Sabine Krahl.",
        &[(&["das Geld sei da"], "Jörn Pahlke"), (&["das stimmt schlicht nicht"], "Sabine Krahl")],
    );
}

#[test]
fn who_asks_whether_it_is_so_says_nothing() {
    says("en", "Readers have asked whether tickets are refundable.", &[]);
}

#[test]
fn what_describes_a_source_is_not_what_it_says() {
    for source in ["a report released on Monday", "a study published in the journal Nature"] {
        let paragraph = format!("The plant leaks, according to {source}.");
        let input = Article { paragraphs: &[&paragraph], language: Some("en") };
        let all = draft::draft(&input);
        let words: Vec<_> = all[0].spans.iter().map(|span| input.text(*span)).collect();
        assert_eq!(words, ["The plant leaks"], "{paragraph}");
    }
    says("de", "Der Plan ist laut Anna Roth zu teuer.", &[(&["Der Plan ist", "zu teuer"], "Anna Roth")]);
}

#[test]
fn the_italian_is_somebody_with_a_name() {
    let paragraph = "Luca Ferri apologised to supporters. “Sorry doesn't cover it at all,” the Italian wrote.";
    says("en", paragraph, &[(&["Sorry doesn't cover it at all"], "Luca Ferri")]);
}

#[test]
fn what_somebody_did_is_no_role() {
    let role = |paragraph: &str| {
        let paragraphs = [paragraph];
        let input = Article { paragraphs: &paragraphs, language: Some("en") };
        let speaker = draft::draft(&input)[0].speaker.expect("somebody speaks");
        speaker.role.map(|role| input.text(role).to_owned())
    };
    assert_eq!(role("The chair, Baroness Mwangi, thanked the witness and said it was late.").as_deref(), Some("chair"));
    assert_eq!(role("Mary Hill, a retired teacher, said it was late.").as_deref(), Some("retired teacher"));
    assert_eq!(role("Mary Hill, retired teacher, said it was late.").as_deref(), Some("retired teacher"));
}

#[test]
fn in_german_the_subject_may_stand_behind_its_verb() {
    for (sentence, name) in
        [("Im Rathaus sitzt Enno Harms.", "Enno Harms"), ("Gestern traf er Enno Harms.", "Hinnerk Claasen")]
    {
        let paragraphs =
            ["Hinnerk Claasen fährt die Fähre.", &format!("{sentence} „Ich bin damit gefahren“, sagt er.")];
        let input = Article { paragraphs: &paragraphs, language: Some("de") };
        let speaker = draft::draft(&input)[0].speaker.map(|speaker| input.text(speaker.name));
        assert_eq!(speaker, Some(name), "{sentence}");
    }
}

#[test]
fn an_adjective_belongs_to_the_organization_before_it() {
    speaker("fr", "« Le bassin est fermé », a déclaré la Commission européenne.", "Commission européenne");
    speaker("fr", "« Le bassin est fermé », a déclaré la Commission dans un communiqué.", "Commission");
    speaker("es", "«El puente es nuevo», dijo la Comisión Europea.", "Comisión Europea");
    speaker("it", "«Il ponte è nuovo», ha detto la Commissione europea.", "Commissione europea");
}

#[test]
fn reported_words_do_not_end_before_what_only_looks_like_another_verb() {
    for words in [
        "the offer and demands were on the table",
        "the plan was approved and announced in May",
        "the plan — “Project Fear” — was dead",
        "there are those who lead; those who follow; and those who say no",
        "no one had come forward and admitted the theft",
        "she had never met Roe and told him to lie",
        "those who came and asked for help got none",
        "reports that Roe left and asked for money were false",
        "he or she had lied",
        "he, too, had lied",
        "they in turn had lied",
    ] {
        says("en", &format!("Ann Lee said {words}."), &[(&[words], "Ann Lee")]);
    }
    let plan = "The plan, which was approved and announced in May, is dead";
    says("en", &format!("{plan}, Ann Lee said."), &[(&[plan], "Ann Lee")]);
}

#[test]
fn a_dash_in_a_sentence_is_no_dateline() {
    let words = "NATO — which is late — has left";
    says("en", &format!("{words}, Ann Low said."), &[(&[words], "Ann Low")]);
}

#[test]
fn an_office_between_commas_is_not_the_speaker() {
    speaker("en", "Christine Lagarde, European Central Bank chief, said it was late.", "Christine Lagarde");
    speaker("en", "Ann Low, World Bank president, said it was late.", "Ann Low");
}
