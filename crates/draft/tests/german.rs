//! Who speaks in German sentences, and in the same sentences of other languages where the rule holds there too.

use draft::{Article, Attribution};

fn attributions<'a>(language: &str, paragraphs: &'a [&'a str]) -> (Article<'a>, Vec<Attribution>) {
    let input = Article { paragraphs, language: Some(if language == "de" { "de" } else { language_of(language) }) };
    let drafted = draft::draft(&input);
    (input, drafted)
}

fn language_of(language: &str) -> &'static str {
    ["en", "fr", "es", "it"].into_iter().find(|other| *other == language).expect("a language with words")
}

/// The speaker of the last words that begin with these.
#[track_caller]
fn speaker(language: &str, paragraphs: &[&str], words: &str) -> Option<String> {
    let (input, drafted) = attributions(language, paragraphs);
    let found = drafted.iter().rfind(|attribution| input.text(attribution.spans[0]).starts_with(words));
    let found = found.unwrap_or_else(|| panic!("{words} is not in the draft: {drafted:?}"));
    found.speaker.map(|speaker| input.text(speaker.name).to_owned())
}

#[track_caller]
fn says(language: &str, paragraphs: &[&str], words: &str, expected: &str) {
    assert_eq!(speaker(language, paragraphs, words).as_deref(), Some(expected));
}

#[track_caller]
fn nobody_says(language: &str, paragraphs: &[&str], words: &str) {
    assert_eq!(speaker(language, paragraphs, words), None);
}

const QUOTE: &str = "„Das Dach hält noch zwei Winter“";

/// A sentence with the quotation first, then the words given.
#[track_caller]
fn adds(rest: &str, expected: &str) {
    let paragraph = format!("{QUOTE}, {rest}");
    says("de", &[&paragraph], "Das Dach hält", expected);
}

#[test]
fn a_name_ends_where_the_sentence_goes_on() {
    adds("begründete Ilka Sörensen den Beschluss.", "Ilka Sörensen");
    adds("so Hausmeister Wanja Kolbe zu den Plänen der Schule.", "Wanja Kolbe");
    adds("sagte Wanja Kolbe der Zeitung.", "Wanja Kolbe");
    adds("meinte Wanja Kolbe zu Besuchern.", "Wanja Kolbe");
    adds("sagte Sanja Brdar von der Dachdeckerei.", "Sanja Brdar");
    adds("sagte Tilo von der Heyden.", "Tilo von der Heyden");
    adds("sagte Graf Karl zu Lehnsahn.", "Karl zu Lehnsahn");
    let paragraph = "Laut Gutachterin Jule Nissen soll das Dach bald fallen.";
    says("de", &[paragraph], "soll das Dach", "Jule Nissen");
    let paragraph = "Nach Ansicht von Gutachterin Jule Nissen wäre das Werk zu retten.";
    says("de", &[paragraph], "wäre das Werk", "Jule Nissen");
}

#[test]
fn a_name_begins_behind_the_nouns_before_it() {
    adds("sagte Radiochefredakteur Anton Wiese.", "Anton Wiese");
    adds("sagte der Leiter des Schulamts Peter Lührs.", "Peter Lührs");
    adds("sagte die Schottin Anna Reid.", "Anna Reid");
    adds("sagte die Stiftung Anna Reid.", "Stiftung Anna Reid");
    let two = "Die Mutter der Ministerin Anna Reid sagte, das Dach halte noch.";
    assert_ne!(speaker("de", &[two], "das Dach halte").as_deref(), Some("Anna Reid"));
}

#[test]
fn a_noun_with_its_owner_is_nobody() {
    let paragraphs = [
        "Der Stillstand der Baustelle dauert an. Die Befugnisse der Gemeinde sind begrenzt.",
        "Er erklärte, das Dach halte noch.",
    ];
    nobody_says("de", &paragraphs, "das Dach halte");
    let paragraphs = ["Von ihr erhoffen sich die Ermittler Hinweise. Der 41-Jährige sagte, er sei unschuldig."];
    says("de", &paragraphs, "er sei unschuldig", "Der 41-Jährige");
    let paragraphs = ["Hinweise der Polizei führten zum Täter. Der 41-Jährige sagte, er sei unschuldig."];
    assert_ne!(speaker("de", &paragraphs, "er sei unschuldig").as_deref(), Some("Hinweise"));
}

#[test]
fn a_genitive_does_not_speak() {
    let paragraph = "Der Sekretär des Verbandes Dachwerk sagte, das Dach halte noch.";
    says("de", &[paragraph], "das Dach halte", "Der Sekretär des Verbandes Dachwerk");
    let paragraph = "Nach Angaben der Leiterin des späteren Museums hält das Dach noch.";
    says("de", &[paragraph], "hält das Dach", "der Leiterin des späteren Museums");
}

#[test]
fn the_one_who_is_told_does_not_speak() {
    let paragraphs = ["Der örtlichen Zeitung sagte Wanja Kolbe: „Das Dach hält noch zwei Winter.“"];
    says("de", &paragraphs, "Das Dach hält", "Wanja Kolbe");
}

#[test]
fn behind_a_verb_the_pronoun_is_its_subject() {
    let paragraphs = [
        "Der Architekt Paul Engel widersprach.",
        "Die Kritik der Gemeinde, sie sei nie gefragt worden, nannte er „eine Ausrede von vorgestern“.",
    ];
    says("de", &paragraphs, "eine Ausrede", "Paul Engel");
}

#[test]
fn a_pronoun_is_not_the_object_of_its_own_sentence() {
    let german = [
        "Der Architekt Paul Engel hat das Amt verlassen. Engel war dort sieben Jahre.",
        "In einem Brief an Robert Kuhn schrieb er: „Das Dach hält noch zwei Winter.“",
    ];
    says("de", &german, "Das Dach hält", "Paul Engel");
    let english = [
        "The architect Paul Angel has left. Angel had been there for seven years.",
        "In a letter to Robert Coon, he said the roof would hold.",
    ];
    says("en", &english, "the roof would hold", "Paul Angel");
    let french = [
        "L’architecte Paul Ange est parti. Paul Ange a travaillé ici pendant sept ans.",
        "Dans une lettre à Robert Coin, il a écrit : « Le toit tiendra deux hivers. »",
    ];
    says("fr", &french, "Le toit tiendra", "Paul Ange");
}

#[test]
fn the_subject_of_a_passive_does_not_speak() {
    let paragraph = "Zunächst war am Montag vermutet worden, dass das Dach noch halte.";
    let (_, drafted) = attributions("de", &[paragraph]);
    assert!(drafted.iter().all(|attribution| attribution.speaker.is_none()), "{drafted:?}");
    let paragraph = "Der Umbau wurde von Architektin Jule Nissen als „Geschenk an die Spatzen“ bezeichnet.";
    says("de", &[paragraph], "Geschenk an die Spatzen", "Jule Nissen");
    let paragraph = "Leiterin Jule Nissen wird mit den Worten zitiert: „Das Dach hält noch zwei Winter.“";
    says("de", &[paragraph], "Das Dach hält", "Jule Nissen");
}

#[test]
fn who_is_quoted_speaks_and_not_the_paper() {
    let paragraph = "Die Küstenzeitung zitiert einen Nachbarn mit den Worten: „Das Dach hält noch zwei Winter.“";
    says("de", &[paragraph], "Das Dach hält", "einen Nachbarn");
    adds("ließ sich Schulleiter Wanja Kolbe in einer Mitteilung zitieren.", "Wanja Kolbe");
}

#[test]
fn a_source_begins_with_its_article() {
    let paragraph = "Dass das Dach fällt, soll einer Nachbarin zufolge sicher sein.";
    says("de", &[paragraph], "Dass das Dach", "einer Nachbarin");
    let paragraph = "Angaben der Werft Nordkap zufolge hält das Dach.";
    says("de", &[paragraph], "hält das Dach", "Werft Nordkap");
    for paragraph in ["Eigenen Angaben zufolge hielt das Dach.", "Angaben zufolge hielt das Dach."] {
        nobody_says("de", &[paragraph], "hielt das Dach");
    }
}

#[test]
fn a_relative_clause_has_the_speaker_before_it() {
    let paragraph =
        "Gewählt wurde Kämmerer Paul Engel, der in einer ersten Stellungnahme betonte, das Dach halte noch.";
    says("de", &[paragraph], "das Dach halte", "Paul Engel");
}

#[test]
fn a_nationality_is_the_person_of_the_sentence_before() {
    let german = ["Trainer Pavel Mlynář geht.", "„So ist das Geschäft im Sport“, meinte der Tscheche."];
    says("de", &german, "So ist das Geschäft", "Pavel Mlynář");
    let several =
        ["Trainer Pavel Mlynář geht.", "„So ist das Geschäft im Sport“, meinten die Tschechinnen und die Schotten."];
    assert_ne!(speaker("de", &several, "So ist das Geschäft").as_deref(), Some("Pavel Mlynář"));
}

#[test]
fn a_role_before_the_name_behind_a_comma_belongs_to_the_same_person() {
    adds("sagte der Verteidiger von Ralf T., Rechtsanwalt Wanja Kolbe.", "Wanja Kolbe");
    let english = "“The roof will hold for two winters,” said the lawyer for the builders, attorney Wanja Colby.";
    says("en", &[english], "The roof will hold", "Wanja Colby");
}

#[test]
fn what_follows_it_was_said_is_not_from_the_speaker_before() {
    let paragraphs = [
        "Leiterin Jule Nissen sagte, das Dach halte noch.",
        "„Es war mehr als ein Dach“, hieß es in einem Bericht. Schäden gebe es nicht.",
    ];
    nobody_says("de", &paragraphs, "Schäden gebe es nicht");
}

#[test]
fn a_surname_may_end_as_a_role_does() {
    for name in ["Ylva Bergqvist", "Ylva Bachmeister"] {
        let surname = name.split(' ').next_back().unwrap();
        let first = format!("Die Leiterin {name} hat das Dach geprüft.");
        let second = format!("{QUOTE}, sagte {surname}.");
        says("de", &[&first, &second], "Das Dach hält", name);
    }
}

#[test]
fn a_country_in_the_genitive_is_nobody() {
    let paragraphs = [
        "Der Innenminister Frankreichs, Anatole Sarrazin, besuchte die Baustelle.",
        "Er sagte, das Dach halte noch zwei Winter.",
    ];
    says("de", &paragraphs, "das Dach halte", "Anatole Sarrazin");
}

#[test]
fn a_verb_behind_and_has_the_subject_of_its_own_sentence() {
    let paragraphs = [
        "Fachleute schätzen, dass das Dach bald fällt.",
        "Die Werft bestätigte die Aussage der Nachbarn nicht und nannte sie „eine Ausrede von vorgestern“.",
    ];
    says("de", &paragraphs, "eine Ausrede", "Werft");
}

#[test]
fn an_organization_in_the_genitive_is_one() {
    let paragraphs = ["Ein Sprecher des Landgerichts sagte, das Dach halte noch."];
    let (input, drafted) = attributions("de", &paragraphs);
    let organization = drafted[0].speaker.unwrap().organization.expect("the court");
    assert_eq!(input.text(organization), "Landgerichts");
}

#[test]
fn a_statement_is_not_the_organization_of_its_speaker() {
    let paragraph = "„Das Dach hält noch zwei Winter“, sagte Wanja Kolbe in einer Mitteilung.";
    let (_, drafted) = attributions("de", &[paragraph]);
    assert_eq!(drafted[0].speaker.unwrap().organization, None);
}

#[test]
fn a_full_stop_may_stand_outside_the_marks() {
    let paragraphs = ["«Llevamos tres años aquí», afirmó Iván Corral. «Nadie nos escucha»."];
    let (input, drafted) = attributions("es", &paragraphs);
    let words: Vec<&str> = drafted[0].spans.iter().map(|span| input.text(*span)).collect();
    assert_eq!(words, ["Llevamos tres años aquí", "Nadie nos escucha"]);
    let paragraphs = ["«Il tetto regge due inverni», ha detto Gianna Rossi. «Nessuno ci ascolta»."];
    let (input, drafted) = attributions("it", &paragraphs);
    let words: Vec<&str> = drafted[0].spans.iter().map(|span| input.text(*span)).collect();
    assert_eq!(words, ["Il tetto regge due inverni", "Nessuno ci ascolta"]);
}

#[test]
fn a_day_may_stand_between_a_verb_and_its_subject() {
    let paragraph = "«No tenemos bastante gente», reconoció este lunes la gerente, Amparo Roca.";
    says("es", &[paragraph], "No tenemos bastante", "Amparo Roca");
}

#[test]
fn who_denies_something_speaks() {
    let paragraph = "La gerente, Amparo Roca, negó que el tejado esté roto.";
    says("es", &[paragraph], "el tejado esté roto", "Amparo Roca");
}
