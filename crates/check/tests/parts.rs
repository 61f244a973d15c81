//! Parts of a quote that say together what the article does not say: an editor is warned, and shown what is left out.

use check::check;
use serde_json::{Value, json};
use testing::test;

/// All that is said of a quote of these parts.
fn said(body: &[&str], field: &str, parts: Value) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Flats", "language": "en", "body": body },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "flat", "text": "The flat", "statements": [{ "speaker": "ada", field: parts }] }],
    });
    let said = check(&document.to_string(), None).remarks.into_iter();
    said.map(|remark| format!("{:?} [{}] {remark}", remark.severity, remark.fault.code())).collect()
}

#[track_caller]
fn warns(body: &[&str], field: &str, parts: Value, expected: &str) {
    let expected = format!("Warning [parts] claims[0].statements[0].{field}: {expected}");
    assert_eq!(said(body, field, parts), [expected]);
}

#[test]
fn the_tenant_is_not_permitted() {
    warns(
        &["“The tenant is not permitted to sublet the flat,” Ada Low said."],
        "quote",
        json!(["The tenant is", "permitted to sublet the flat"]),
        "two parts say something else without what is left out: the article has “not” between them; \
         make them one part with the words between",
    );
}

#[test]
fn the_words_of_two_people_are_no_quote_of_one() {
    warns(
        &["“The roof leaks,” said Mira Stone. “It was repaired in May,” Ada Low said."],
        "quote",
        json!(["The roof leaks", "It was repaired in May"]),
        "two parts stand in different quotations: the article has “,” said Mira Stone. “” between them; \
         make a statement of each, with its own speaker",
    );
    warns(
        &["“The roof leaks,” said Mira Stone.", "“It was repaired in May,” Ada Low said."],
        "quote",
        json!(["The roof leaks", "It was repaired in May"]),
        "two parts stand in different paragraphs: the article has “,” said Mira Stone. “” between them; \
         make a statement of each, with its own speaker",
    );
    warns(
        &["The tenant said the landlord lied about it."],
        "reported",
        json!(["The tenant", "lied about it"]),
        "two parts may be the words of two speakers: the article has “said the landlord” between them; \
         make them one part with the words between, or a statement of each with its own speaker",
    );
}

#[test]
fn one_part_is_not_to_run_from_one_quotation_into_another() {
    warns(
        &["“The roof leaks in winter.”", "“It does not.”"],
        "quote",
        json!("leaks in winter. It does not"),
        "these words run from one quotation into another; make a statement of each, with its own speaker",
    );
}

#[test]
fn one_part_is_not_to_run_into_its_neighbour() {
    warns(
        &["“The roof leaks in winter.” “It does not.”"],
        "quote",
        json!("The roof leaks in winter. It does not"),
        "these words run from one quotation into another; make a statement of each, with its own speaker",
    );
}

#[test]
fn one_part_is_not_to_run_from_a_question_into_its_answer() {
    warns(
        &["Does the roof leak?", "It does not, and it will not."],
        "reported",
        json!("Does the roof leak? It does not"),
        "these words run from a question into its answer; make a statement of each, with its own speaker",
    );
}

#[test]
fn in_a_language_without_a_list_no_words_of_a_sentence_are_left_out_unnoticed() {
    warns(
        &["De huurder mag de woning niet onderverhuren."],
        "reported",
        json!(["De huurder mag de woning", "onderverhuren"]),
        "words within a sentence are left out, and whether they deny is not known in the article's language: \
         the article has “niet” between them; make them one part with the words between",
    );
}

#[test]
fn parts_that_are_too_far_apart_are_no_quote() {
    let article = format!("The roof leaks, {} and the wall of the flat is wet.", "and it rains, ".repeat(400));
    warns(
        &[&article],
        "reported",
        json!(["The roof leaks", "the wall of the flat is wet"]),
        "two parts are too far apart to be one quote: the article has “, and it rains, and it rains, … it rains, and it rains,  and” \
         between them; make a statement of each",
    );
}

#[test]
fn two_sentences_are_not_made_one() {
    warns(
        &["The tenant is moving in spring. The landlord is permitted to sublet."],
        "reported",
        json!(["The tenant is", "permitted to sublet"]),
        "the beginning of one sentence is joined to the end of another: the article has “moving in spring. The landlord is” \
         between them; let the first part go on to the end of its sentence, or the second begin where its own does",
    );
}

#[test]
fn a_few_words_here_and_there_are_no_sentence() {
    warns(
        &["The tenant of the flat upstairs would like to know whether the old roof leaks."],
        "reported",
        json!(["The tenant", "would", "roof leaks"]),
        "two parts are a few words far apart: the article has “of the flat upstairs” between them; \
         make them one part with the words between, or leave the shorter out",
    );
}

#[test]
fn what_is_left_out_fairly_is_left_in_peace() {
    let article = ["“We will go,” Ada Low said, “and with some luck we will stay for a year. We shall see.”"];
    assert_eq!(
        said(&article, "quote", json!(["We will go", "and with some luck we will stay", "We shall see"])),
        [""; 0]
    );
}

#[test]
fn no_part_of_the_gold_document_is_doubted() {
    let checked = check(include_str!("../../../data/iran-s-400.json"), None);
    assert!(checked.words.iter().any(|words| words.spans.len() > 1), "it has a quote in parts");
    assert!(checked.remarks.iter().all(|remark| remark.fault.code() != "parts"), "{:?}", checked.remarks);
}
