//! Verbs of saying that no list has are known by their place beside a quotation and a name.

mod common;

use common::says;
use draft::{Article, Sureness};

const MAYOR: &str = "Mayor Jane Roe spoke to the council on Monday. “The pool is closed,” Roe said.";
const CLOSED: (&[&str], &str) = (&["The pool is closed"], "Jane Roe");

#[test]
fn behind_a_quotation_before_a_name_or_after_it() {
    for sentence in [
        "“We have waited for three weeks,” chided Paul Moore, a coach.",
        "“We have waited for three weeks,” the coach, Paul Moore, harrumphed.",
        "“We have waited for three weeks,” coach Paul Moore harrumphed.",
        "“Have we waited for three weeks?” Paul Moore harrumphed.",
    ] {
        let waited =
            if sentence.contains('?') { "Have we waited for three weeks?" } else { "We have waited for three weeks" };
        says("en", &[MAYOR, sentence], &[CLOSED, (&[waited], "Paul Moore")]);
    }
    says(
        "it",
        &["«Aspettiamo da tre settimane e nessuno risponde», lamenta Paolo Rossi, allenatore."],
        &[(&["Aspettiamo da tre settimane e nessuno risponde"], "Paolo Rossi")],
    );
    says(
        "es",
        &["«Esperamos desde hace tres semanas», espetó Pablo Rojo, entrenador."],
        &[(&["Esperamos desde hace tres semanas"], "Pablo Rojo")],
    );
}

#[test]
fn what_else_stands_behind_a_quotation_is_no_such_verb() {
    let here = "Roe “has the experience and the temperament to run the town,” retired general Paul Moore said.";
    let input = Article { paragraphs: &[here], language: Some("en") };
    let cue = draft::draft(&input)[0].cue.unwrap();
    assert_eq!(input.text(cue), "said");
    for title in
        ["“The Pool,” starring Paul Moore, opens.", "“The Last Open Pool in Linwick,” inspired Jane Low, and opens."]
    {
        let paragraphs = [title];
        let input = Article { paragraphs: &paragraphs, language: Some("en") };
        let is_given = draft::draft(&input).iter().any(|attribution| attribution.sureness == Sureness::Given);
        assert!(!is_given, "{title}");
    }
}

#[test]
fn within_the_marks() {
    let (first, second) = ("Nous ne céderons pas", "La ville nous a trahis.");
    for incise in ["s'emporte Jeanne Roux.", "s’emporte Mme Roux.", "tonne Jeanne Roux, maire de Lorient."] {
        let text = format!("« {first}, {incise} {second} »");
        let name = if incise.contains("Mme") { "Roux" } else { "Jeanne Roux" };
        says("fr", &[&text], &[(&[first, second], name)]);
    }
    says(
        "it",
        &["«Non cederemo mai, sbotta Mario Conti. La città ci ha tradito.»"],
        &[(&["Non cederemo mai", "La città ci ha tradito."], "Mario Conti")],
    );
}

#[test]
fn what_else_stands_between_commas_is_the_speakers() {
    for words in [
        "J'ai parlé, avec franchise, Jeanne Roux le sait. Demain, viendra-t-il nous voir ?",
        "Merci, chers amis, à vous tous. Nous avons gagné, merci Jeanne Roux.",
        "Nous aimons, disons-le, Paris. Et la ville, trop petite, Jeanne Roux l'aime aussi.",
    ] {
        let text = format!("« {words} », a dit Paul Morin.");
        says("fr", &[&text], &[(&[words], "Paul Morin")]);
    }
}

#[test]
fn a_verb_with_its_pronoun_says_whether_a_man_or_a_woman_speaks() {
    let both = "La maire Jeanne Roux parle. « Le bassin est fermé », a déclaré Paul Morin, entraîneur du club.";
    let closed: (&[&str], &str) = (&["Le bassin est fermé"], "Paul Morin");
    for (verb, name) in [
        ("ajoute-t-elle", "Jeanne Roux"),
        ("tempête-t-elle", "Jeanne Roux"),
        ("dit-il", "Paul Morin"),
        ("ironise-t-il", "Paul Morin"),
    ] {
        let text = format!("« Les enfants attendent, {verb}, et nous aussi. »");
        says("fr", &[both, &text], &[closed, (&["Les enfants attendent", "et nous aussi."], name)]);
        let text = format!("« Les enfants attendent », {verb}.");
        says("fr", &[both, &text], &[closed, (&["Les enfants attendent"], name)]);
    }
}

#[test]
fn who_says_it_beside_such_a_verb_is_not_sure() {
    let paragraphs = ["“We have waited for three weeks,” chided Paul Moore, a coach."];
    let input = Article { paragraphs: &paragraphs, language: Some("en") };
    assert_eq!(draft::draft(&input)[0].sureness, Sureness::Inferred);
}

#[test]
fn every_verb_of_saying_may_have_its_pronoun_behind_it() {
    let paragraph = "La maire Jeanne Roux parle du bassin. Il restera fermé, martèle-t-elle. Rouvrira-t-il un jour ?";
    says("fr", &[paragraph], &[(&["Il restera fermé"], "Jeanne Roux")]);
}

#[test]
fn a_woman_may_have_a_role_with_the_form_of_a_man() {
    let both = "La piscine ferme, a regretté Solange Puybaret, maire de Lorient. Paul Morin est là.";
    let text = "« Les enfants attendent, sourit-elle, et nous aussi. »";
    let input = Article { paragraphs: &[both, text], language: Some("fr") };
    let last = draft::draft(&input).into_iter().last().expect("somebody speaks");
    assert_eq!(last.speaker.map(|speaker| input.text(speaker.name)), Some("Solange Puybaret"));
}

#[test]
fn behind_a_quotation_within_a_sentence_there_is_no_such_verb() {
    for sentence in [
        "As fans chanted “We want you to go,” Paul Moore smirked.",
        "When Lee told him, “You are the best of us,” Paul Moore blushed.",
        "Asked “Are you ready for the fight?” Paul Moore grimaced.",
        "The remark, “They are not like us,” angered Paul Moore.",
    ] {
        let paragraphs = [sentence];
        let input = Article { paragraphs: &paragraphs, language: Some("en") };
        let is_moore = |attribution: &draft::Attribution| {
            let name = attribution.speaker.map(|speaker| input.text(speaker.name));
            name == Some("Paul Moore") && attribution.sureness == Sureness::Given
        };
        assert!(!draft::draft(&input).iter().any(is_moore), "{sentence}");
    }
}
