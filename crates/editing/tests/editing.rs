//! What an editor does, step by step.

use editing::{
    Action, Chosen, Decision, End, Field, Given, History, JsonLd, Key, MendKind, Passage, Refusal, Report, Reviews,
    Why, Work, file_stem, is_right_to_left, spans, two_lines,
};
use schema_org::{Remark, import_pages};
use serde_json::{Value, json};
use testing::test;

const DOCUMENT: &str = include_str!("../../../data/iran-s-400.json");

const WATER: &str = "Is the water safe?\n\n\
    LINWICK, Norden – “The water is safe to drink again,” said Ada Low, chief engineer at the City Water Board.\n\n\
    Bo Reed, the mayor, said that the city would test it every day.\n\n\
    “We want no more surprises,” he said.";

fn drafted() -> History {
    History::of(Work::from_article(WATER).unwrap())
}

fn opened() -> History {
    History::of(Work::from_document(DOCUMENT).unwrap())
}

fn published(history: &History) -> Value {
    serde_json::from_str(&history.now().to_publish()).unwrap()
}

fn codes(report: &Report) -> Vec<&str> {
    report.problems.iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn a_draft_is_proposed_and_only_accepted_cards_are_published() {
    let mut history = drafted();
    assert_eq!(history.now().count(Decision::Proposed), 2);
    assert_eq!(published(&history)["claims"], json!([]));
    history.act(&Action::Decide { card: Key(0), decision: Decision::Accepted });
    let document = published(&history);
    assert_eq!(document["claims"][0]["id"], "the-water-is-safe-to-drink-again");
    // Bo Reed speaks in a card that is not published.
    assert_eq!(document["speakers"].as_object().unwrap().keys().collect::<Vec<_>>(), ["ada-low"]);
    assert!(document.get("$draft").is_none());
}

#[test]
fn the_notes_of_a_draft_are_at_their_statements_until_they_are_settled() {
    let mut history = drafted();
    let noted = |history: &History, card: usize| {
        history.now().cards()[card].notes.iter().map(|note| note.statement).collect::<Vec<_>>()
    };
    assert_eq!(noted(&history, 1), [None, Some(0)]);
    history.act(&Action::NameSpeaker { card: Key(1), statement: 0, name: "Bo Reed".to_owned() });
    assert_eq!(noted(&history, 1), [None]);
    history.act(&Action::Sentence { card: Key(1), text: "The city tests the water".to_owned() });
    assert_eq!(noted(&history, 1), []);
}

#[test]
fn an_opened_document_keeps_what_is_not_known_and_its_order() {
    let json = r#"{ "$schema": "x", "$note": [1.50], "version": 1, "claims": [
        { "text": "T", "$own": { "b": 1, "a": 2 }, "id": "t", "statements": [{ "unknown": true, "speaker": "a" }] }
    ], "speakers": { "a": { "x-id": 7, "name": "A" } }, "article": { "extra": null, "headline": "H" }, "more": 1e2 }"#;
    let mut history = History::of(Work::from_document(json).unwrap());
    assert_eq!(
        history.now().to_publish(),
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(json).unwrap()).unwrap() + "\n"
    );
    history.act(&Action::Sentence { card: Key(0), text: "New".to_owned() });
    let changed = json.replace("\"T\"", "\"New\"");
    assert_eq!(
        history.now().to_publish(),
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(&changed).unwrap()).unwrap() + "\n"
    );
}

#[test]
fn the_id_follows_the_sentence_until_the_document_is_published() {
    let mut history = drafted();
    let sentence = |text: &str| Action::Sentence { card: Key(0), text: text.to_owned() };
    let id = |history: &History| history.now().cards()[0].id().to_owned();
    history.act(&sentence("Water is safe"));
    assert_eq!(id(&history), "water-is-safe");
    history.act(&Action::Publish);
    history.act(&sentence("Water is clean"));
    assert_eq!(id(&history), "water-is-safe");
    // A document that was opened may have been published before.
    let mut history = opened();
    history.act(&sentence("Water"));
    assert_eq!(id(&history), "iran-has-not-ordered-the-s-400");
}

#[test]
fn an_id_is_never_given_twice() {
    let mut history = drafted();
    history.act(&Action::Sentence { card: Key(0), text: "Same".to_owned() });
    history.act(&Action::Sentence { card: Key(1), text: "Same".to_owned() });
    assert_eq!(history.now().cards()[1].id(), "same-2");
    history.act(&Action::Set { card: Key(1), place: "id".to_owned(), value: Some("own".into()) });
    history.act(&Action::Sentence { card: Key(1), text: "Other".to_owned() });
    assert_eq!(history.now().cards()[1].id(), "own");
}

#[test]
fn typing_is_undone_at_once_and_what_comes_after_a_pause_on_its_own() {
    let mut history = drafted();
    let before = history.now().cards()[0].text().to_owned();
    let sentence = |text: &str| Action::Sentence { card: Key(0), text: text.to_owned() };
    history.act(&sentence("A"));
    history.act(&sentence("Ab"));
    history.pause();
    history.act(&sentence("Abc"));
    history.undo();
    assert_eq!(history.now().cards()[0].text(), "Ab");
    history.undo();
    assert_eq!(history.now().cards()[0].text(), before);
    assert!(!history.can_undo() && history.can_redo());
    history.redo();
    assert_eq!(history.now().cards()[0].text(), "Ab");
}

#[test]
fn typing_into_any_field_is_undone_at_once() {
    let typed =
        |place: &str, text: &str| Action::Set { card: Key(0), place: place.to_owned(), value: Some(text.into()) };
    let mut history = drafted();
    for text in ["W", "Wr", "Wrong"] {
        history.act(&typed("correction/text", text));
    }
    history.act(&typed("correction/date", "2019"));
    for name in ["Ada L", "Ada Lo"] {
        let value = Some(name.to_owned());
        history.act(&Action::SetSpeaker { speaker: "ada-low".to_owned(), field: "name".to_owned(), value });
    }
    let correction = |history: &History| history.now().cards()[0].claim.get("correction").cloned();
    history.undo();
    assert_eq!(history.now().speakers()["ada-low"]["name"], "Ada Low");
    assert_eq!(correction(&history), Some(json!({ "text": "Wrong", "date": "2019" })));
    history.undo();
    history.undo();
    assert_eq!(correction(&history), None);
    assert!(!history.can_undo());
}

#[test]
fn what_changes_nothing_is_nothing_to_undo() {
    let mut history = drafted();
    assert!(!history.act(&Action::Decide { card: Key(0), decision: Decision::Proposed }));
    assert!(!history.act(&Action::Decide { card: Key(99), decision: Decision::Accepted }));
    assert!(!history.act(&Action::Move { card: Key(0), by: -1 }));
    assert!(!history.can_undo());
}

#[test]
fn a_card_that_was_not_accepted_is_not_published_by_merging_it_with_one_that_was() {
    for decision in [Decision::Rejected, Decision::Proposed] {
        let mut history = opened();
        history.act(&Action::Decide { card: Key(0), decision: Decision::Accepted });
        history.act(&Action::Decide { card: Key(1), decision });
        history.act(&Action::Merge { card: Key(1), into: Key(0) });
        assert_eq!(history.now().cards()[0].decision, Decision::Proposed);
    }
    let mut history = opened();
    for card in [Key(0), Key(1)] {
        history.act(&Action::Decide { card, decision: Decision::Accepted });
    }
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    assert_eq!(history.now().cards()[0].decision, Decision::Accepted);
}

#[test]
fn cards_are_merged_split_and_moved() {
    let mut history = opened();
    let ids = |history: &History| history.now().cards().iter().map(|card| card.key.0).collect::<Vec<_>>();
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    assert_eq!(history.now().cards()[0].statements().len(), 3);
    history.act(&Action::Split { card: Key(0), statement: 1, field: None });
    assert_eq!(ids(&history), [0, 8, 2, 3, 4, 5, 6, 7]);
    assert_eq!(
        history.now().cards()[1].text(),
        "Earlier, the same statement had been made by the Russian ambassador to Iran, Levan Dzhagaryan"
    );
    history.act(&Action::Move { card: Key(8), by: 2 });
    assert_eq!(ids(&history), [0, 2, 3, 8, 4, 5, 6, 7]);
}

#[test]
fn speakers_are_renamed_merged_and_removed() {
    let mut history = opened();
    history.act(&Action::MergeSpeakers { speaker: "mevlut-cavusoglu".to_owned(), into: "levan-dzhagaryan".to_owned() });
    assert!(!history.now().to_publish().contains("mevlut-cavusoglu"));
    history.act(&Action::NameSpeaker { card: Key(1), statement: 0, name: "Ibrahim Kalin".to_owned() });
    assert_eq!(history.now().cards()[1].statements()[0]["speaker"], "ibrahim-kalin");
    history.act(&Action::NameSpeaker { card: Key(1), statement: 0, name: "Somebody Else".to_owned() });
    assert_eq!(history.now().speakers()["somebody-else"], json!({ "name": "Somebody Else" }));
    history.act(&Action::RemoveSpeaker { speaker: "ibrahim-kalin".to_owned() });
    assert!(!history.now().to_publish().contains("ibrahim-kalin"));
}

#[test]
fn fields_within_fields_are_set_and_removed_with_what_becomes_empty() {
    let mut history = opened();
    let before = history.now().to_publish();
    let set = |place: &str, value: Option<&str>| Action::Set {
        card: Key(0),
        place: place.to_owned(),
        value: value.map(Value::from),
    };
    history.act(&set("statements/0/source/url", Some("https://a.example/")));
    history.act(&set("reviews/0/by", Some("Check Desk")));
    assert_eq!(history.now().cards()[0].claim["reviews"], json!([{ "by": "Check Desk" }]));
    history.act(&set("reviews/0/by", None));
    history.act(&set("statements/0/source/url", None));
    assert_eq!(history.now().to_publish(), before);
}

#[test]
fn an_altered_quote_is_mended_with_the_words_of_the_article() {
    let mut history = opened();
    assert_eq!(Report::of(history.now()).problems, []);
    let altered = "According to our data, Iranian partners have yet asked to sell S-400 missiles";
    let action = Action::Words {
        card: Key(0),
        statement: 0,
        field: Field::Quote,
        spans: vec![altered.to_owned()],
        context: None,
    };
    history.act(&action);
    let report = Report::of(history.now());
    assert_eq!((codes(&report), report.errors()), (vec!["altered"], 1));
    let problem = &report.problems[0];
    assert_eq!((problem.card, problem.statement), (Some(Key(0)), Some(0)));
    assert_eq!(problem.mends[0].kind, MendKind::UseArticle);
    history.act(&problem.mends[0].action);
    assert_eq!(Report::of(history.now()).problems, []);
    assert_eq!(history.now().to_publish(), opened().now().to_publish());
}

#[test]
fn of_words_that_stand_twice_the_place_is_told() {
    let article = "Two who agree\n\n“It is what it is, really,” said Ada Low, a baker.\n\n“It is what it is, really,” said Bo Reed, a smith.";
    let mut history = History::of(Work::from_article(article).unwrap());
    for name in ["prefix", "suffix"] {
        history.act(&Action::Set { card: Key(0), place: format!("statements/0/{name}"), value: None });
    }
    let report = Report::of(history.now());
    assert_eq!(codes(&report), ["ambiguous"]);
    assert_eq!(report.problems[0].mends.len(), 2);
    for mend in &report.problems[0].mends {
        assert_eq!(mend.kind, MendKind::ThisPlace);
        // The words themselves stand out.
        assert_eq!(mend.text.split('\0').nth(1), Some("It is what it is, really"), "{}", mend.text);
        let mut mended = history.clone();
        mended.act(&mend.action);
        // The card is Ada Low's.
        let expected: &[&str] = if mend.text.contains("Bo Reed") { &["other-speaker"] } else { &[] };
        assert_eq!(codes(&Report::of(mended.now())), expected, "{}", mend.text);
    }
}

#[test]
fn quotes_outside_quotation_marks_become_reported_speech_and_the_other_way_round() {
    let mut history = opened();
    history.act(&Action::Turn { card: Key(6), statement: 0, into: Field::Quote });
    let report = Report::of(history.now());
    assert_eq!(codes(&report), ["unquoted"]);
    history.act(&report.problems[0].mends[0].action);
    assert_eq!(codes(&Report::of(history.now())), [""; 0]);
}

#[test]
fn words_are_chosen_in_whole() {
    let text = "“We’re co-operating,” said Zoë, 5 years old. Ещё раз. 我们来了";
    let paragraphs = [text];
    let utf16 = |part: &str| text[..text.find(part).unwrap()].encode_utf16().count();
    let chosen = |from: &str, to: &str| {
        Passage::of_selection(&paragraphs, 0, utf16(from), utf16(to)).map(|passage| passage.text(&paragraphs))
    };
    assert_eq!(chosen("e’re", "operating"), Some("We’re co-operating"));
    assert_eq!(chosen("ë,", ", 5"), Some("Zoë"));
    assert_eq!(chosen("щё", "аз"), Some("Ещё раз"));
    assert_eq!(chosen("们", "了"), Some("们来"));
    // A letter with its tone sign, and words that run from right to left.
    let thai = ["ไม่ปลอดภัย"];
    assert_eq!(Passage::of_selection(&thai, 0, 0, 1).unwrap().text(&thai), "ไ");
    assert_eq!(Passage::of_selection(&thai, 0, 1, 2).unwrap().text(&thai), "ม่");
    assert!(is_right_to_left("«المياه آمنة»") && !is_right_to_left("“Water”, المياه"));
    assert_eq!(chosen(",”", " said"), None);
    let whole = Passage::of_selection(&paragraphs, 0, 0, utf16(" said")).unwrap();
    assert_eq!(whole.text(&paragraphs), "“We’re co-operating,”");
    assert_eq!(whole.without_marks(&paragraphs).text(&paragraphs), "We’re co-operating,");
}

#[test]
fn passages_are_drawn_longer_and_shorter_word_by_word() {
    let paragraphs = ["One two three.", "Four"];
    let one = Passage::first(&paragraphs, 0).unwrap();
    let two = one.neighbour(&paragraphs, true).unwrap();
    assert_eq!(two.text(&paragraphs), "two");
    let longer = two.stretched(&paragraphs, End::Start, true).unwrap();
    assert_eq!(longer.text(&paragraphs), "One two");
    let longer = longer.stretched(&paragraphs, End::End, true).unwrap();
    assert_eq!(longer.text(&paragraphs), "One two three");
    assert_eq!(longer.stretched(&paragraphs, End::End, true), None);
    assert_eq!(longer.stretched(&paragraphs, End::Start, false).unwrap().text(&paragraphs), "two three");
    assert_eq!(one.stretched(&paragraphs, End::End, false), None);
    let four = longer.neighbour(&paragraphs, true).unwrap();
    assert_eq!(four.text(&paragraphs), "Four");
    assert_eq!(four.neighbour(&paragraphs, false).unwrap().text(&paragraphs), "three");
    assert_eq!(one.neighbour(&paragraphs, false), None);
}

#[test]
fn chosen_words_that_stand_twice_come_with_the_words_beside_them() {
    let paragraphs = ["He said yes to the first.", "She said yes to the second."];
    let passage = Passage::of_selection(&paragraphs, 1, 9, 12).unwrap();
    assert_eq!(passage.text(&paragraphs), "yes");
    let context = passage.context(&paragraphs).unwrap();
    assert_eq!(context.prefix.as_deref(), Some("She said"));
    let once = Passage::of_selection(&paragraphs, 1, 20, 26).unwrap();
    assert_eq!(once.context(&paragraphs), None);
}

#[test]
fn what_is_no_article_is_refused_with_its_reason() {
    let refused = |source: &str| Work::from_article(source).unwrap_err().to_string();
    assert_eq!(refused(" \n"), "there is no text of an article in it");
    assert_eq!(refused("%PDF-1.7 …"), "this is not a text");
    assert_eq!(refused("\u{fffd}PNG\0"), "this is not a text");
    assert_eq!(refused("PK\u{3}\u{4}\u{14}\0word/document.xml"), "this is not a text");
    assert_eq!(refused("{\\rtf1\\ansi “It is safe,” said Ada Low.}"), "this is not a text");
    let mail = "From: Ada Low <ada@example.org>\nMIME-Version: 1.0\n\n=E2=80=9CIt is safe,=E2=80=9D said Ada Low.";
    assert_eq!(refused(mail), "this is not a text");
    for nothing in ["null", " true\n", "12", "[1]", "—"] {
        assert_eq!(refused(nothing), "there is no text of an article in it", "{nothing}");
    }
    assert!(matches!(all_of("“It is safe.”", "a.json"), Err(Refusal::Document(_))));
    let many: String = (0..1_001).map(|number| format!("“It is {number} now,” said Ada Low.\n\n")).collect();
    assert!(refused(&many).starts_with("more than 1000 quotations"));
    let long = format!("“It is safe,” said Ada Low.\n\n{}", "It is. ".repeat(800_000));
    assert!(refused(&long).contains("more text than the 5 MB of a document"));
    assert!(matches!(Work::from_document("{"), Err(Refusal::Document(message)) if message.contains("line 1")));
    // A document with errors in every claim is still opened.
    let broken = r#"{ "version": 1, "article": { "headline": "H" }, "speakers": {}, "claims": [{ "id": "A b" }, 7] }"#;
    let history = History::of(Work::from_document(broken).unwrap());
    assert!(Report::of(history.now()).errors() > 1);
    assert_eq!(published(&history)["claims"], json!([{ "id": "A b" }, 7]));
}

#[test]
fn the_articles_words_are_those_of_the_quotation_alone() {
    let mut history = drafted();
    let place =
        history.now().cards().iter().position(|card| !spans(&card.statements()[0], "quote").is_empty()).unwrap();
    let card = history.now().cards()[place].key;
    let spans = vec!["The water is safe to drink again and more".to_owned()];
    history.act(&Action::Words { card, statement: 0, field: Field::Quote, spans, context: None });
    let report = Report::of(history.now());
    assert_eq!(codes(&report), ["altered"]);
    history.act(&report.problems[0].mends[0].action);
    assert_eq!(history.now().words(card, 0, Field::Quote), ["The water is safe to drink again"]);
}

#[test]
fn words_over_two_paragraphs_become_a_quotation_of_two_parts() {
    let article = "Water\n\n“It is safe,” said Ada Low. “We drank it.\n\n“We will drink it tomorrow.”\n\nShe left.";
    let mut history = History::of(Work::from_article(article).unwrap());
    let work = history.now().clone();
    let paragraphs = work.paragraphs();
    let utf16 = |text: &str| text.encode_utf16().count();
    let from = utf16(&paragraphs[0][..paragraphs[0].find("We drank").unwrap()]);
    let selected = [(0, from + 1, utf16(paragraphs[0])), (1, 0, utf16(paragraphs[1]))];
    let chosen = Chosen::of_selection(&paragraphs, selected);
    assert_eq!(chosen.text(&paragraphs), "We drank it. […] “We will drink it tomorrow.”");
    assert_eq!(chosen.only(), None);
    let spans = chosen.passages().iter().map(|passage| passage.without_marks(&paragraphs).text(&paragraphs).to_owned());
    history.act(&Action::Add { before: None, field: Field::Quote, spans: spans.collect(), context: None, voice: None });
    let card = history.now().cards().last().unwrap().key;
    assert_eq!(history.now().words(card, 0, Field::Quote), ["We drank it.", "We will drink it tomorrow."]);
    history.act(&Action::NameSpeaker { card, statement: 0, name: "Ada Low".to_owned() });
    assert_eq!(codes(&Report::of(history.now())), [""; 0]);
    // A word further at its end is in the next paragraph, and a word less is back in this one.
    let longer = chosen.stretched(&paragraphs, End::End, true).unwrap();
    assert_eq!(longer.passages().len(), 3);
    assert_eq!(longer.stretched(&paragraphs, End::End, false).unwrap(), chosen);
}

#[test]
fn a_draft_that_is_half_decided_is_opened_with_the_same_decisions() {
    let mut history = drafted();
    let keys: Vec<_> = history.now().cards().iter().map(|card| card.key).collect();
    history.act(&Action::Decide { card: keys[0], decision: Decision::Accepted });
    history.act(&Action::Decide { card: keys[1], decision: Decision::Rejected });
    let again = Work::from_document(&history.now().draft_document().to_string()).unwrap();
    let state = |work: &Work| {
        let kept = work.cards().iter().filter(|card| card.decision != Decision::Rejected);
        kept.map(|card| (card.decision, card.text().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(state(&again), state(history.now()));
    // Its ids still follow the sentences.
    let mut history = History::of(again);
    history.act(&Action::Sentence { card: Key(0), text: "The water is fine".to_owned() });
    assert_eq!(history.now().cards()[0].id(), "the-water-is-fine");
}

#[test]
fn an_article_that_begins_with_the_words_of_headings_is_no_table() {
    let article = "Claim, review\n\n“It is safe to drink again,” said Ada Low, an engineer, a mother and a swimmer.";
    assert!(matches!(Given::of(article, ""), Ok(Given::Article(_))));
}

/// What a file with this name leads to, or something that was pasted.
fn all_of(source: &str, file: &str) -> Result<Vec<Work>, Refusal> {
    let given = Given::of(source, file)?;
    Work::all_of(&given, given.json_ld().as_ref().map(documents_of))
}

/// What the program that reads `ClaimReview` makes of it.
fn documents_of(json_ld: &JsonLd) -> Reviews {
    let blocks: Vec<_> = json_ld.blocks.iter().map(String::as_str).collect();
    let imported = import_pages(&blocks, json_ld.is_page)
        .map_err(|remarks| remarks.iter().map(Remark::line).collect::<Vec<_>>().join("; "))?;
    Ok(imported.iter().map(|imported| serde_json::to_string(&imported.document).unwrap()).collect())
}

/// The only work that something leads to.
fn begun(source: &str) -> Result<Work, Refusal> {
    all_of(source, "").map(|mut works| works.remove(0))
}

#[test]
fn whatever_a_newsroom_has_is_opened() {
    let cards = |source: &str| begun(source).unwrap().cards().len();
    assert_eq!(cards(WATER), 2);
    assert_eq!(cards(DOCUMENT), 8);
    let review = r#"{ "@type": "ClaimReview", "claimReviewed": "The water is safe", "url": "https://check.example/1",
        "author": { "name": "Check Desk" }, "reviewRating": { "alternateName": "True" } }"#;
    let work = begun(review).unwrap();
    assert_eq!(work.cards()[0].claim["reviews"][0]["by"], "Check Desk");
    let page = format!(
        "<!doctype html><title>Checks</title><script type=\"application/ld+json\">{review}</script><p>“It is safe to drink again,” said Ada Low."
    );
    // A page with an article and with reviews has both.
    let works = all_of(&page, "").unwrap();
    assert_eq!(
        works.iter().map(|work| work.cards()[0].text()).collect::<Vec<_>>(),
        ["It is safe to drink again", "The water is safe"]
    );
    assert_eq!(works[0].speakers().len(), 1);
    assert_eq!(works[1].paragraphs(), works[0].paragraphs());
    // The JSON-LD of cards has no reviews.
    let own = r#"{ "@type": "NewsArticle", "headline": "Checks", "mentions": [{ "@type": "Claim", "name": "The water is safe" }] }"#;
    let page = format!(
        "<!doctype html><title>Checks</title><script type=\"application/ld+json\">{own}</script><p>“It is safe to drink again,” said Ada Low."
    );
    assert_eq!(all_of(&page, "").unwrap().len(), 1);
    let bare = format!("<!doctype html><script type=\"application/ld+json\">{own}</script>");
    assert_eq!(begun(&bare).unwrap().cards().len(), 1);
    let bare = format!("<!doctype html><script type=\"application/ld+json\">{review}</script>");
    assert_eq!(begun(&bare).unwrap().cards()[0].text(), "The water is safe");
    assert!(begun("[1]").is_err());
    // An article may begin with a bracket.
    assert_eq!(cards("[Updated] “It is safe to drink again,” said Ada Low."), 1);
    assert_eq!(cards("{Updated} “It is safe to drink again,” said Ada Low."), 1);
}

#[test]
fn reviews_of_several_pages_in_one_page_are_several_works() {
    let review = |text: &str, url: &str| {
        json!({ "@type": "ClaimReview", "claimReviewed": text, "url": url, "author": { "name": "Check Desk" },
        "reviewRating": { "alternateName": "True" } })
    };
    let own = "https://check.example/a";
    let reviews = json!([review("One", own), review("Two", "https://check.example/b"), review("Three", own)]);
    let page = |reviews: &serde_json::Value, text: &str| {
        let page = format!(
            "<!doctype html><link rel=canonical href={own}><h1>Checks</h1><script type=application/ld+json>{reviews}</script><p>{text}"
        );
        all_of(&page, "").unwrap()
    };
    let cards = |works: &[Work]| {
        works
            .iter()
            .map(|work| work.cards().iter().map(|card| card.text().to_owned()).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let works = page(&reviews, "No words of anybody.");
    assert_eq!(cards(&works), [vec!["One", "Three"], vec!["Two"]]);
    assert_eq!((works[0].article("headline"), works[0].paragraphs().len()), ("Checks", 1));
    assert_eq!((works[1].article("url"), works[1].paragraphs().len()), ("https://check.example/b", 0));
    let works = page(&reviews, "“It is safe to drink again,” said Ada Low.");
    assert_eq!(cards(&works), [vec!["It is safe to drink again"], vec!["One", "Three"], vec!["Two"]]);
    // Those of one page are that page's, whatever address they name.
    assert_eq!(page(&json!([review("Two", "https://check.example/b")]), "Nobody.")[0].article("headline"), "Checks");
}

#[test]
fn a_table_becomes_a_work_for_each_article() {
    let csv = "claim,speaker,quote,article_url\n\
        The water is safe,Ada Low,It is safe,https://daily.example/water\n\
        The bridge is open,Bo Reed,\"It is \"\"open\"\"\",https://daily.example/bridge\n\
        The water is cold,Ada Low,It is cold,https://daily.example/water\n";
    let works = all_of(csv, "").unwrap();
    assert_eq!(works.iter().map(|work| work.cards().len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(works[1].words(Key(0), 0, Field::Quote), ["It is \"open\""]);
    // As spreadsheets put it on the clipboard.
    let pasted = "Claim\tWho\nThe water is safe\tAda Low\n";
    let works = all_of(pasted, "").unwrap();
    assert_eq!((works.len(), works[0].article("headline")), (1, "Table"));
    let named = all_of(pasted, "Water.tsv").unwrap();
    assert_eq!(named[0].article("headline"), "Water");
    let refused = |csv: &str| all_of(csv, "a.csv").unwrap_err().to_string();
    assert_eq!(refused("claim,speaker\n"), "there are no rows below the headings");
    assert!(refused("a,b\n1,2\n").starts_with("no column is called claim"));
    assert!(refused("claim\n\"never closed\n").starts_with("line 2: the quotation mark is never closed"));
    // A line of an article is no heading.
    let article = "Who said it, and what is the claim?\n\n“It is safe to drink again,” said Ada Low.";
    assert!(matches!(Given::of(article, ""), Ok(Given::Article(_))));
}

#[test]
fn reviews_of_the_same_claim_have_ids_of_their_own() {
    let review = |claim: &str| {
        json!({
            "@type": "ClaimReview",
            "claimReviewed": claim,
            "itemReviewed": { "@type": "Claim", "author": { "@type": "Person", "name": claim } },
            "reviewRating": { "@type": "Rating", "alternateName": "False" },
        })
    };
    let text = json!([review("Water is safe"), review("Water is safe!"), review("Water is safe?")]).to_string();
    let works = all_of(&text, "").unwrap();
    let ids: Vec<&str> = works.iter().flat_map(|work| work.cards()).map(|card| card.id()).collect();
    assert_eq!(ids, ["water-is-safe", "water-is-safe-2", "water-is-safe-3"]);
}

#[test]
fn reviews_of_several_pages_are_several_works() {
    let review = |page: &str| {
        json!({ "@type": "ClaimReview", "claimReviewed": format!("Claim of {page}"), "url": page, "author": { "name": "Check Desk" },
            "reviewRating": { "alternateName": "True" } })
    };
    let reviews = json!([review("https://check.example/1"), review("https://check.example/2")]).to_string();
    let works = all_of(&reviews, "").unwrap();
    let texts: Vec<_> = works.iter().map(|work| work.cards()[0].text().to_owned()).collect();
    assert_eq!(texts, ["Claim of https://check.example/1", "Claim of https://check.example/2"]);
}

#[test]
fn only_what_has_claims_in_json_ld_is_read_as_such() {
    let json_ld = |source: &str| Given::of(source, "").unwrap().json_ld();
    let page = |json: &str| format!("<!doctype html><h1>Checks</h1><script type=application/ld+json>{json}</script>");
    for without in [
        DOCUMENT,
        WATER,
        "claim,speaker\nThe ClaimReview,Ada Low",
        &page(r#"{ "@type": "NewsArticle", "headline": "Claims" }"#),
    ] {
        assert_eq!(json_ld(without), None, "{without}");
    }
    for with in [r#"{ "@type": "schema:ClaimReview" }"#, r#"{ "@type": ["Claim"], "name": "The water is safe" }"#] {
        assert_eq!(json_ld(&page(with)), Some(JsonLd { blocks: vec![with.to_owned()], is_page: true }));
    }
    let alone = r#"{ "@type": "ClaimReview" }"#;
    assert_eq!(json_ld(alone), Some(JsonLd { blocks: vec![alone.to_owned()], is_page: false }));
    // Why nothing could be made of it is told; an article is still an article.
    let reason = "error[nothing-reviewed]: claimReviewed: missing; the review is not shown";
    assert_eq!(all_of(alone, "").unwrap_err().to_string(), reason);
    let page = page(alone) + "<p>“It is safe to drink again,” said Ada Low.";
    assert_eq!(begun(&page).unwrap().cards()[0].text(), "It is safe to drink again");
}

#[test]
fn the_lines_to_paste_are_escaped_and_have_words_for_readers_without_scripts() {
    let lines = |statement: Value| {
        let claims = json!([
            { "id": "a", "text": "Not \"safe\" & not clear", "statements": [{ "reported": "it is not safe" }] },
            { "id": "b", "text": "Second", "statements": [statement] },
        ]);
        let document = json!({ "version": 1, "article": { "headline": "Water" }, "speakers": {}, "claims": claims });
        let work = Work::from_document(&document.to_string()).unwrap();
        two_lines("fact-cards.js", "a\"b&c.json", &work)
    };
    let beginning =
        "<script type=\"module\" async src=\"fact-cards.js\"></script>\n<fact-cards src=\"a&quot;b&amp;c.json\">";
    assert_eq!(
        lines(json!({ "quote": ["It is <not> safe", "today"] })),
        format!("{beginning}<q>It is &lt;not&gt; safe […] today</q></fact-cards>\n")
    );
    assert_eq!(
        lines(json!({ "reported": "it is safe" })),
        format!("{beginning}Not &quot;safe&quot; &amp; not clear</fact-cards>\n")
    );
    assert_eq!(file_stem("Is the water safe?"), "is-the-water-safe");
}

/// An article in which two people speak, one of them named by a pronoun beside the words.
const WORKS: &str = "Is the water safe?\n\n\
    “The water is not safe to drink,” said Ada Low, an engineer at City Water. “We will test it again on Monday.”\n\n\
    Mayor Tom Berg said the works would close. “I have never lied to anyone about the water,” he said.\n\n\
    On a wall was written “Water is a right of everybody who lives here”.";

fn problem(history: &History, code: &str) -> Option<editing::Problem> {
    Report::of(history.now()).problems.into_iter().find(|problem| problem.code == code)
}

#[test]
fn words_under_another_name_are_mended_with_the_name() {
    let begin = Work::from_article(WORKS).unwrap();
    let mut history = History::of(begin);
    assert_eq!(codes(&Report::of(history.now())), [""; 0]);
    let card = history.now().cards()[0].key;
    history.act(&Action::NameSpeaker { card, statement: 0, name: "Tom Berg".to_owned() });
    let problem = problem(&history, "other-speaker").unwrap();
    assert_eq!((problem.card, problem.statement), (Some(card), Some(0)));
    // As the worker hands it to the page.
    let report = Report::of(history.now());
    assert_eq!(Report::from_json(&report.to_json()), Some(report));
    let mend = &problem.mends[0];
    assert_eq!((mend.kind, mend.text.as_str()), (MendKind::Write, "Ada Low"));
    history.act(&mend.action);
    assert_eq!(history.now().cards()[0].statements()[0]["speaker"], "ada-low");
    assert_eq!(codes(&Report::of(history.now())), [""; 0]);
}

#[test]
fn a_quote_without_its_not_is_mended_with_the_whole_clause() {
    for (words, whole) in
        [("safe to drink", "The water is not safe to drink"), ("The water is", "The water is not safe to drink")]
    {
        let mut history = History::of(Work::from_article(WORKS).unwrap());
        let card = history.now().cards()[0].key;
        let spans = vec![words.to_owned(), "We will test it again on Monday.".to_owned()];
        history.act(&Action::Words { card, statement: 0, field: Field::Quote, spans: spans.clone(), context: None });
        history.act(&Action::Words {
            card,
            statement: 0,
            field: Field::Quote,
            spans: spans[..1].to_vec(),
            context: None,
        });
        let problem = problem(&history, "cut").unwrap();
        assert_eq!(problem.mends[0].text, whole);
        history.act(&problem.mends[0].action);
        assert_eq!(history.now().words(card, 0, Field::Quote), [whole]);
        assert_eq!(codes(&Report::of(history.now())), [""; 0]);
    }
}

#[test]
fn a_quote_without_its_condition_is_mended_with_it_but_never_with_the_words_between_two_quotations() {
    let mends = |article: &str| {
        let mut history = History::of(Work::from_article(article).unwrap());
        let card = history.now().cards()[0].key;
        let spans = vec!["the town will pay for the filters".to_owned()];
        history.act(&Action::Words { card, statement: 0, field: Field::Quote, spans, context: None });
        let problem = problem(&history, "cut").unwrap();
        problem.mends.iter().map(|mend| mend.text.clone()).collect::<Vec<_>>()
    };
    let whole = "If it rains again, the town will pay for the filters";
    assert_eq!(mends(&format!("Filters\n\n“{whole},” said Ada Low, an engineer.")), [whole]);
    let apart = "“If it rains again,” said Ada Low, an engineer, “the town will pay for the filters.”";
    assert_eq!(mends(&format!("Filters\n\n{apart}")), [""; 0]);
}

/// Adds a card with these words, and the voice that the report has there.
fn add(history: &mut History, words: &str) -> Key {
    add_as(history, words, Field::Quote)
}

fn add_as(history: &mut History, words: &str, field: Field) -> Key {
    let report = Report::of(history.now());
    let work = history.now().clone();
    let paragraphs = work.paragraphs();
    let (paragraph, at) = paragraphs.iter().enumerate().find_map(|(n, text)| Some((n, text.find(words)?))).unwrap();
    let passage = Passage { paragraph, start: at, end: at + words.len() };
    let voice = report.voice_at(passage).cloned();
    history.act(&Action::Add { before: None, field, spans: vec![words.to_owned()], context: None, voice });
    history.now().cards().last().unwrap().key
}

#[test]
fn reported_words_that_somebody_denies_have_that_stance() {
    let article = "Storm over the dam\n\nAda Low, an engineer, denied that the water was safe on Monday.\n\n\
        Tom Berg said the works would close.\n\nCem Ak never said that the dam was broken.";
    let mut history = History::of(Work::from_article(article).unwrap());
    for key in history.now().cards().iter().map(|card| card.key).collect::<Vec<_>>() {
        history.act(&Action::Decide { card: key, decision: Decision::Rejected });
    }
    let denied = add_as(&mut history, "the water was safe", Field::Reported);
    let card = history.now().card(denied).unwrap();
    assert_eq!((card.decision, &card.statements()[0]["stance"]), (Decision::Accepted, &json!("denies")));
    let said = add_as(&mut history, "the works would close", Field::Reported);
    let card = history.now().card(said).unwrap();
    assert_eq!((card.decision, card.statements()[0].get("stance")), (Decision::Accepted, None));
    // Of words that were not said, an editor decides what they are; that their speaker is named does not settle it.
    let not_said = add_as(&mut history, "the dam was broken", Field::Reported);
    history.act(&Action::NameSpeaker { card: not_said, statement: 0, name: "Cem Ak".to_owned() });
    let why = |history: &History| history.now().card(not_said).unwrap().notes.last().map(|note| note.why);
    assert_eq!(why(&history), Some(Why::NotSaid));
    assert_eq!(history.now().card(not_said).unwrap().decision, Decision::Proposed);
    // So it is kept with the draft.
    let draft = history.now().draft_document().to_string();
    let again = Work::from_document(&draft).unwrap();
    assert!(again.cards().iter().any(|card| card.notes.iter().any(|note| note.why == Why::NotSaid)), "{draft}");
    history.act(&Action::Set { card: not_said, place: "statements/0/stance".to_owned(), value: Some(json!("denies")) });
    assert_ne!(why(&history), Some(Why::NotSaid));
}

#[test]
fn words_that_somebody_retells_are_those_of_whom_they_are_from() {
    let article = "Storm over the dam\n\nBo Reed, the mayor, met Cem Ak, an engineer, on Monday.\n\n";
    for (sentence, words, field, stance) in [
        ("Ada Low said that Cem Ak said that the dam was broken.", "the dam was broken", Field::Reported, None),
        (
            "Ada Low said on Monday that Ak had told her that the dam was broken.",
            "the dam was broken",
            Field::Reported,
            None,
        ),
        ("Ada Low said that on Sunday Cem Ak said the dam was broken.", "the dam was broken", Field::Reported, None),
        ("Ada Low said that Cem Ak had said: “The dam is broken.”", "The dam is broken", Field::Quote, None),
        (
            "Ada Low said that Cem Ak denied that the dam was broken.",
            "the dam was broken",
            Field::Reported,
            Some("denies"),
        ),
    ] {
        let mut history = History::of(Work::from_article(&format!("{article}{sentence}")).unwrap());
        let key = add_as(&mut history, words, field);
        let card = history.now().card(key).unwrap();
        let statement = &card.statements()[0];
        assert_eq!(statement["speaker"], "cem-ak", "{sentence}");
        assert_eq!(statement.get("stance").and_then(|stance| stance.as_str()), stance, "{sentence}");
        // The article has it from Ada Low alone, so it is for the editor to decide, and the card says from which words it follows.
        let note = card.notes.last().unwrap();
        assert_eq!((card.decision, note.why), (Decision::Proposed, Why::Inferred), "{sentence}");
        assert!(note.cue.as_deref().is_some_and(|cue| cue.starts_with("said") && cue.contains("Ak")), "{note:?}");
        // The same words under the name of who retells them are warned of.
        history.act(&Action::NameSpeaker { card: key, statement: 0, name: "Ada Low".to_owned() });
        assert!(problem(&history, "other-speaker").is_some(), "{sentence}");
        // With “Cem Ak said”, they are those of Ada Low.
        let whole = &sentence[sentence.find("Ak").unwrap()..];
        let outer = add_as(&mut history, whole, Field::Reported);
        assert_eq!(history.now().card(outer).unwrap().statements()[0]["speaker"], "ada-low", "{sentence}");
    }
    // Who denies that somebody said it leaves open whether it was said at all.
    let sentence = "Ada Low denied that Cem Ak said that the dam was broken.";
    let mut history = History::of(Work::from_article(&format!("{article}{sentence}")).unwrap());
    let key = add_as(&mut history, "the dam was broken", Field::Reported);
    let card = history.now().card(key).unwrap();
    assert_eq!(card.notes.last().map(|note| note.why), Some(Why::NotSaid));
    assert_eq!(card.statements()[0].get("stance"), None);
}

#[test]
fn a_quotation_that_the_next_sentence_denies_is_only_proposed() {
    let article = "Storm over the dam\n\n“The dam is broken now,” said Ada Low on Monday. Bo Reed said: Low never said this sentence.";
    let mut history = History::of(Work::from_article(article).unwrap());
    let why = |card: &editing::Card| card.notes.iter().any(|note| note.why == Why::NotSaid);
    assert!(why(&history.now().cards()[0]), "{:?}", history.now().cards()[0]);
    let key = add_as(&mut history, "The dam is broken now", Field::Quote);
    assert!(why(history.now().card(key).unwrap()));
}

#[test]
fn a_name_in_capitals_is_that_of_a_speaker_who_is_known() {
    let mut history = History::of(Work::from_article(WORKS).unwrap());
    let card = history.now().cards()[0].key;
    let count = history.now().speakers().len();
    history.act(&Action::NameSpeaker { card, statement: 0, name: "TOM BERG".to_owned() });
    assert_eq!(history.now().cards()[0].statements()[0]["speaker"], "tom-berg");
    assert_eq!(history.now().speakers().len(), count);
}

#[test]
fn words_that_become_a_quotation_stand_in_the_order_of_the_article() {
    let article = "Storm over the dam\n\nTom Berg said the works would close. “I have never lied to anyone,” he said.";
    let mut history = History::of(Work::from_article(article).unwrap());
    let card = history.now().cards()[0].key;
    history.act(&Action::Turn { card, statement: 0, into: Field::Quote });
    assert_eq!(history.now().words(card, 0, Field::Quote), ["the works would close", "I have never lied to anyone"]);
}

#[test]
fn every_mend_changes_something_and_parts_in_a_wrong_order_are_put_in_order() {
    let mut history = History::of(Work::from_article(WORKS).unwrap());
    let article: Vec<String> = ["The water is not safe to drink", "We will test it again"].map(str::to_owned).into();
    let card = add(&mut history, &article[0]);
    let spans: Vec<_> = article.iter().rev().cloned().collect();
    history.act(&Action::Words { card, statement: 0, field: Field::Quote, spans, context: None });
    let problem = problem(&history, "altered").unwrap();
    history.act(&problem.mends[0].action);
    assert_eq!(history.now().words(card, 0, Field::Quote), article);
}

#[test]
fn new_quotations_have_the_speaker_that_the_article_names() {
    let mut history = History::of(Work::from_article(WORKS).unwrap());
    let given = add(&mut history, "We will test it again");
    let card = history.now().card(given).unwrap();
    assert_eq!((card.decision, &card.statements()[0]["speaker"]), (Decision::Accepted, &json!("ada-low")));
    // Where the speaker is concluded, or nobody is named, the card is still to be decided.
    let concluded = add(&mut history, "I have never lied to anyone");
    let card = history.now().card(concluded).unwrap();
    assert_eq!((card.decision, &card.statements()[0]["speaker"]), (Decision::Proposed, &json!("tom-berg")));
    assert_eq!(card.notes.last().unwrap().cue.as_deref(), Some("said"));
    let nobody = add(&mut history, "Water is a right of everybody");
    let card = history.now().card(nobody).unwrap();
    assert_eq!((card.decision, card.statements()[0].get("speaker")), (Decision::Proposed, None));
    assert!(problem(&history, "no-speaker").is_none());
    history.act(&Action::Decide { card: nobody, decision: Decision::Accepted });
    let problem = problem(&history, "no-speaker").unwrap();
    assert_eq!((problem.card, problem.statement, problem.is_error), (Some(nobody), Some(0), false));
}

#[test]
fn taking_over_the_work_of_another_tab_is_one_change() {
    let mut history = drafted();
    let mut other = drafted();
    history.act(&Action::Sentence { card: Key(0), text: "Typed here".to_owned() });
    other.act(&Action::Sentence { card: Key(0), text: "Typed there".to_owned() });
    other.act(&Action::Publish);
    let text = |history: &History| history.now().cards()[0].text().to_owned();
    history.take_over((**other.now()).clone());
    assert_eq!(text(&history), "Typed there");
    history.take_over((**other.now()).clone());
    history.undo();
    assert_eq!(text(&history), "Typed here");
    // Published ids stay as they are, whichever tab has published them.
    let id = history.now().cards()[0].id().to_owned();
    history.act(&Action::Sentence { card: Key(0), text: "Typed again".to_owned() });
    assert_eq!(history.now().cards()[0].id(), id);
}

#[test]
fn publishing_is_outside_of_the_history() {
    let mut history = drafted();
    history.act(&Action::Decide { card: Key(0), decision: Decision::Accepted });
    history.undo();
    history.act(&Action::Publish);
    assert!(history.can_redo() && !history.can_undo());
    history.redo();
    history.undo();
    let id = history.now().cards()[0].id().to_owned();
    history.act(&Action::Sentence { card: Key(0), text: "Water is safe".to_owned() });
    assert_eq!(history.now().cards()[0].id(), id);
}

/// A card that has both reported and quoted words.
const BOTH: &str = "Storm over the dam\n\nTom Berg said the works would close. “I have never lied to anyone,” he said.";

#[test]
fn reported_and_quoted_words_of_a_card_are_taken_apart() {
    let begun = || History::of(Work::from_article(BOTH).unwrap());
    let card = begun().now().cards()[0].key;
    let words = |history: &History, key: Key| Field::ALL.map(|field| history.now().words(key, 0, field).concat());
    let both = ["I have never lied to anyone", "the works would close"].map(str::to_owned);
    let [quote, reported] = both.clone();
    assert_eq!(words(&begun(), card), both);
    for (field, kept, taken) in [
        (Field::Quote, [String::new(), reported.clone()], [quote.clone(), String::new()]),
        (Field::Reported, [quote.clone(), String::new()], [String::new(), reported.clone()]),
    ] {
        let mut history = begun();
        history.act(&Action::Split { card, statement: 0, field: Some(field) });
        let [_, new] = history.now().cards() else { panic!("{:?}", history.now().cards()) };
        assert_eq!(words(&history, card), kept);
        assert_eq!(words(&history, new.key), taken);
        assert_eq!(new.statements()[0]["speaker"], "tom-berg");
        assert_eq!(new.text().to_lowercase(), taken.concat().to_lowercase());
        assert_eq!(codes(&Report::of(history.now())), [""; 0]);

        let mut history = begun();
        history.act(&Action::RemoveStatement { card, statement: 0, field: Some(field) });
        assert_eq!(words(&history, card), kept);
        // The last words stay.
        assert!(!history.act(&Action::RemoveStatement { card, statement: 0, field: Some(field.other()) }));
        assert!(!history.act(&Action::RemoveStatement { card, statement: 0, field: None }));
    }
}

#[test]
fn the_context_of_a_quote_goes_with_it() {
    let mut history = History::of(Work::from_article(BOTH).unwrap());
    let card = history.now().cards()[0].key;
    let set = |name: &str| Action::Set { card, place: format!("statements/0/{name}"), value: Some("he".into()) };
    for name in ["prefix", "suffix"] {
        history.act(&set(name));
    }
    for (field, is_taken) in [(Field::Quote, true), (Field::Reported, false)] {
        let mut history = history.clone();
        history.act(&Action::Split { card, statement: 0, field: Some(field) });
        let has_context = |number: usize| history.now().cards()[number].statements()[0].get("prefix").is_some();
        assert_eq!([has_context(0), has_context(1)], [!is_taken, is_taken]);
    }
}

#[test]
fn a_card_that_is_split_off_has_the_first_part_as_its_sentence_and_the_notes_about_its_speaker() {
    let mut history = opened();
    let spans = vec!["Our people need it.".to_owned(), "We will test it".to_owned()];
    history.act(&Action::Words { card: Key(1), statement: 0, field: Field::Quote, spans, context: None });
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    let last = history.now().cards()[0].statements().len() - 1;
    history.act(&Action::RemoveStatement { card: Key(0), statement: last, field: Some(Field::Reported) });
    history.act(&Action::Split { card: Key(0), statement: last, field: None });
    assert_eq!(history.now().cards()[1].text(), "Our people need it");

    let mut history = drafted();
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    history.act(&Action::Split { card: Key(0), statement: 1, field: None });
    let whys = |number: usize| history.now().cards()[number].notes.iter().map(|note| note.why).collect::<Vec<_>>();
    assert_eq!((whys(0), whys(1)), (vec![Why::Proposed], vec![Why::Proposed, Why::Inferred]));
}

#[test]
fn notes_are_settled_by_saying_that_they_are_right() {
    let mut history = drafted();
    let accepted_with = |history: &History| {
        [false, true].map(|of_speaker| history.now().accepted_with(|note| note.statement.is_some() == of_speaker).len())
    };
    for card in [Key(0), Key(1)] {
        history.act(&Action::Decide { card, decision: Decision::Accepted });
    }
    assert_eq!(accepted_with(&history), [2, 1]);
    history.act(&Action::Confirm { card: Key(1), statement: Some(0), why: Why::Inferred });
    assert_eq!(accepted_with(&history), [2, 0]);
    history.act(&Action::Sentence { card: Key(0), text: "The city says that its water is safe".to_owned() });
    history.act(&Action::Confirm { card: Key(1), statement: None, why: Why::Proposed });
    assert_eq!(accepted_with(&history), [0, 0]);
    history.undo();
    assert_eq!(accepted_with(&history), [1, 0]);
}

#[test]
fn whether_words_were_said_is_not_settled_by_saying_that_it_is_right() {
    let article = "Storm over the dam\n\nCem Ak never said that the dam was broken.";
    let mut history = History::of(Work::from_article(article).unwrap());
    let card = history.now().cards()[0].key;
    assert!(!history.act(&Action::Confirm { card, statement: Some(0), why: Why::NotSaid }));
}

/// The pieces of chosen words that become a quotation.
fn pieces(paragraph: &str, chosen: &str) -> Vec<String> {
    let start = paragraph.find(chosen).unwrap();
    let passage = Passage { paragraph: 0, start, end: start + chosen.len() };
    passage.within_marks(&[paragraph]).iter().map(|piece| piece.text(&[paragraph]).to_owned()).collect()
}

#[test]
fn words_that_run_over_quotation_marks_become_parts_without_the_narrators() {
    let two = ["safe to drink", "We will test it"];
    let english = "“The water is not safe to drink,” said Ada Low, an engineer at City Water. “We will test it again.”";
    assert_eq!(pieces(english, "safe to drink,” said Ada Low, an engineer at City Water. “We will test it"), two);
    assert_eq!(pieces(english, "said Ada Low, an engineer at City Water. “We will test it"), two[1..]);
    assert_eq!(pieces(english, "safe to drink,” said Ada Low"), two[..1]);
    assert_eq!(pieces(english, "“The water is not safe to drink,”"), ["The water is not safe to drink,"]);
    assert_eq!(pieces(english, "said Ada Low"), ["said Ada Low"]);
    let straight = english.replace(['“', '”'], "\"");
    assert_eq!(pieces(&straight, "safe to drink,\" said Ada Low, an engineer at City Water. \"We will test it"), two);
    let german = "„Das Wasser ist nicht sicher“, sagte Ada Low. „Wir prüfen es ‚morgen‘ wieder.“";
    assert_eq!(
        pieces(german, "nicht sicher“, sagte Ada Low. „Wir prüfen es ‚morgen‘"),
        ["nicht sicher", "Wir prüfen es ‚morgen‘"]
    );
    let pointing_inwards = "»Das Wasser ist nicht sicher«, sagte Ada Low. »Wir prüfen es.«";
    assert_eq!(pieces(pointing_inwards, "sicher«, sagte Ada Low. »Wir prüfen"), ["sicher", "Wir prüfen"]);
    let chinese = "他说“水不安全”，又说“我们会检查”。";
    assert_eq!(pieces(chinese, "不安全”，又说“我们"), ["不安全", "我们"]);
    // Marks of another family stand within a quotation.
    let nested = "«L’eau “douce” de la ville est sûre», a dit Ada.";
    assert_eq!(pieces(nested, "L’eau “douce” de la ville"), ["L’eau “douce” de la ville"]);
    // A paragraph may go on with a quotation, or leave it open.
    assert_eq!(pieces("And we left,” he said. “We were tired.", "we left,” he said. “We were"), ["we left", "We were"]);
    assert_eq!(pieces("He said it. “We were tired.", "said it. “We were tired."), ["We were tired."]);
}

#[test]
fn the_next_card_in_the_article_is_found() {
    let work = Work::from_article(WATER).unwrap();
    let report = Report::of(&work);
    let paragraphs = work.paragraphs();
    let behind = |words: &str| {
        let (paragraph, start) =
            paragraphs.iter().enumerate().find_map(|(n, text)| Some((n, text.find(words)?))).unwrap();
        report.card_behind(Passage { paragraph, start, end: start + words.len() })
    };
    assert_eq!(behind("LINWICK"), Some(Key(0)));
    assert_eq!(behind("to drink again"), Some(Key(1)));
    // The second card has words in two places: its first ones count.
    assert_eq!(behind("We want"), None);
}

#[test]
fn changes_are_undone_after_the_work_was_opened_again() {
    let mut history = drafted();
    let text = |history: &History| history.now().cards()[0].text().to_owned();
    let first = text(&history);
    for typed in ["One", "Two", "Three"] {
        history.act(&Action::Sentence { card: Key(0), text: typed.to_owned() });
        history.pause();
    }
    history.undo();
    let steps = history.to_texts().next().unwrap();
    // What they share is written once.
    assert_eq!(steps.matches("chief engineer").count(), 2, "{steps}");
    let mut resumed = History::resumed((**history.now()).clone(), Some(&steps));
    assert!(resumed.redo() && text(&resumed) == "Three");
    assert!(resumed.undo() && resumed.undo() && resumed.undo() && text(&resumed) == first && !resumed.can_undo());
    // What was kept later is one more change, and published ids stay.
    let mut later = drafted();
    later.act(&Action::Sentence { card: Key(0), text: "Later".to_owned() });
    later.act(&Action::Publish);
    let mut resumed = History::resumed((**later.now()).clone(), Some(&steps));
    let id = resumed.now().cards()[0].id().to_owned();
    assert!(!resumed.can_redo() && resumed.undo() && text(&resumed) == "Two");
    let card = resumed.now().cards()[0].key;
    resumed.act(&Action::Sentence { card, text: "Typed again".to_owned() });
    assert_ne!(resumed.now().cards()[0].id(), "typed-again");
    assert_eq!(id, "later");
}

#[test]
fn a_text_that_is_no_history_is_none() {
    let work = Work::from_article(WATER).unwrap();
    for text in
        ["", "1\n", "0\nstate 0 0 0 0\n", "0\ncard {\n", "x\nstate", "7\nframe null\nspeakers {}\nstate 0 0 0 0\n"]
    {
        let history = History::resumed(work.clone(), Some(text));
        assert!(!history.can_undo() && !history.can_redo() && **history.now() == work, "{text}");
    }
    // Of a long history, the last changes are kept.
    let mut history = History::of(work);
    for number in 0..300 {
        history.act(&Action::Sentence { card: Key(0), text: format!("Sentence {number}") });
        history.pause();
    }
    let mut resumed = History::resumed((**history.now()).clone(), history.to_texts().next().as_deref());
    let undone = (0..).take_while(|_| resumed.undo()).count();
    assert_eq!((undone, resumed.now().cards()[0].text()), (200, "Sentence 99"));
}

#[test]
fn the_narrators_words_are_taken_out_of_a_quote() {
    let mut history = History::of(Work::from_article(WORKS).unwrap());
    let card = add(&mut history, "safe to drink");
    let over = "The water is not safe to drink,” said Ada Low, an engineer at City Water. “We will test it again";
    let spans = vec![over.to_owned()];
    history.act(&Action::Words { card, statement: 0, field: Field::Quote, spans, context: None });
    let report = Report::of(history.now());
    let mends = report.of_card(card).flat_map(|problem| &problem.mends);
    let mend =
        mends.into_iter().find(|mend| mend.kind == MendKind::OnlyQuoted).unwrap_or_else(|| panic!("{report:#?}"));
    history.act(&mend.action);
    let words = history.now().words(card, 0, Field::Quote);
    assert_eq!(words, ["The water is not safe to drink", "We will test it again"]);
    assert_eq!(codes(&Report::of(history.now())), [""; 0]);
}

#[test]
fn a_draft_names_the_language_of_its_article() {
    let language = |article: &str| Work::from_article(article).unwrap().article("language").to_owned();
    let german = "Streit um den Damm\n\n„Das Wasser ist nicht sicher, und wir wissen es seit dem Sommer“, sagte Ada Low, die für die \
        Stadt arbeitet.\n\nDer Bürgermeister wollte sich zu der Sache nicht äußern, aber er hat mit den Leuten gesprochen.";
    assert_eq!(language(german), "de");
    assert_eq!(language(WATER), "en");
    assert_eq!(language("قال سامي الخطيب: «المياه كافية للمزارعين في هذا العام وكل عام».\n\nوأضاف أن السد آمن."), "ar");
    assert_eq!(language("علی گفت: «آب برای کشاورزان کافی است و سد ایمن است».\n\nاو افزود که چیزی نمی‌گوید."), "fa");
    assert_eq!(language("„Vesi on puhasta“, ütles Mari Tamm."), "");
    // What its page says counts more.
    let page = format!(
        "<html lang=\"de-AT\"><body><article><h1>Streit</h1><p>{}</p></article></body></html>",
        german.replace("\n\n", "</p><p>")
    );
    assert_eq!(language(&page), "de-AT");
    // The published document has it, as a field that can be changed.
    let mut history = History::of(Work::from_article(german).unwrap());
    assert_eq!(published(&history)["article"]["language"], "de");
    history.act(&Action::SetArticle { field: "language".to_owned(), value: Some("nl".into()) });
    assert_eq!(published(&history)["article"]["language"], "nl");
}

/// A history whose cards are all accepted.
fn accepted(article: &str) -> History {
    let mut history = History::of(Work::from_article(article).unwrap());
    for key in history.now().cards().iter().map(|card| card.key).collect::<Vec<_>>() {
        history.act(&Action::Decide { card: key, decision: Decision::Accepted });
    }
    history
}

/// The decision about a card, the stance of a statement, and its notes.
fn stance(history: &History, card: usize, statement: usize) -> (Decision, Option<&str>, Vec<Why>) {
    let card = &history.now().cards()[card];
    let notes = card.notes.iter().filter(|note| note.statement == Some(statement)).map(|note| note.why);
    (card.decision, card.statements()[statement].get("stance").and_then(Value::as_str), notes.collect())
}

const DENIED: &str =
    "Storm over the dam\n\nTom Berg, the mayor, denied that the water was unsafe. “We have nothing to hide,” he said.";

#[test]
fn nobody_denies_the_own_words_that_become_a_card() {
    let mut history = accepted(DENIED);
    let split = |field: Option<Field>| Action::Split { card: Key(0), statement: 0, field };
    history.act(&split(Some(Field::Quote)));
    assert_eq!(history.now().cards()[1].text(), "We have nothing to hide");
    assert_eq!(stance(&history, 1, 0).1, None);
    assert_eq!(stance(&history, 0, 0).1, Some("denies"));
    history.undo();
    // The denial goes with the words that are denied.
    history.act(&split(Some(Field::Reported)));
    assert_eq!(history.now().cards()[1].text(), "The water was unsafe");
    assert_eq!(stance(&history, 1, 0), (Decision::Accepted, Some("denies"), vec![Why::Inferred]));
    // A whole statement of own words, too, has no stance to its own sentence.
    let mut history = opened();
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    history.act(&Action::Set { card: Key(0), place: "statements/2/stance".to_owned(), value: Some("denies".into()) });
    history.act(&Action::Split { card: Key(0), statement: 2, field: None });
    assert_eq!(stance(&history, 1, 0).1, None);
}

#[test]
fn that_words_were_not_said_goes_with_the_reported_words() {
    let article =
        "Storm over the dam\n\nAda Low, an engineer, never said that the dam was broken. “I said it leaks,” Low said.";
    let mut history = accepted(article);
    // The draft keeps them apart; somebody may put them together.
    let quote = Some("I said it leaks".into());
    history.act(&Action::Set { card: Key(0), place: "statements/0/quote".to_owned(), value: quote });
    assert_eq!(stance(&history, 0, 0).2, [Why::NotSaid]);
    assert_eq!(history.now().cards()[0].statements()[0].as_object().unwrap().len(), 3);
    let mut split = history.clone();
    split.act(&Action::Split { card: Key(0), statement: 0, field: Some(Field::Quote) });
    assert_eq!((stance(&split, 0, 0).2, stance(&split, 1, 0).2), (vec![Why::NotSaid], vec![]));
    let mut split = history.clone();
    split.act(&Action::Split { card: Key(0), statement: 0, field: Some(Field::Reported) });
    assert_eq!((stance(&split, 0, 0).2, stance(&split, 1, 0).2), (vec![], vec![Why::NotSaid]));
    let mut taken = history.clone();
    taken.act(&Action::RemoveStatement { card: Key(0), statement: 0, field: Some(Field::Reported) });
    assert_eq!(stance(&taken, 0, 0).2, []);
}

#[test]
fn a_denial_that_comes_to_another_claim_is_still_to_be_decided() {
    let article = "Storm over the dam\n\n“We need a new road,” said Ada Low, an engineer.\n\n\
        Tom Berg, the mayor, denied that the water was unsafe.";
    let mut history = accepted(article);
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    assert_eq!(stance(&history, 0, 1), (Decision::Proposed, Some("denies"), vec![Why::Stance]));
    // So it is kept with the draft.
    let again = History::of(Work::from_document(&history.now().draft_document().to_string()).unwrap());
    assert_eq!(stance(&again, 0, 1), stance(&history, 0, 1));
    // It is settled by saying so, or by choosing what the person does with this claim; not by the name.
    history.act(&Action::NameSpeaker { card: Key(0), statement: 1, name: "Tom Berg".to_owned() });
    assert_eq!(stance(&history, 0, 1).2, [Why::Stance]);
    let mut confirmed = history.clone();
    confirmed.act(&Action::Confirm { card: Key(0), statement: Some(1), why: Why::Stance });
    assert_eq!(stance(&confirmed, 0, 1).2, []);
    history.act(&Action::Set { card: Key(0), place: "statements/1/stance".to_owned(), value: None });
    assert_eq!(stance(&history, 0, 1).2, []);
    // Back on a card of its own, it is the denial of its own words.
    let mut history = accepted(article);
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    history.act(&Action::Split { card: Key(0), statement: 1, field: None });
    assert_eq!(stance(&history, 1, 0), (Decision::Proposed, Some("denies"), vec![Why::Stance]));
    // Under the same sentence, nothing changes.
    let mut history = accepted(article);
    let text = history.now().cards()[1].text().to_owned();
    history.act(&Action::Sentence { card: Key(0), text });
    history.act(&Action::Merge { card: Key(1), into: Key(0) });
    assert_eq!(stance(&history, 0, 1), (Decision::Accepted, Some("denies"), vec![]));
}

/// Makes a card of words over which somebody has selected in one paragraph, as the editor does.
fn chosen(history: &mut History, from: &str, to: &str, field: Field) -> Key {
    let report = Report::of(history.now());
    let work = history.now().clone();
    let paragraphs = work.paragraphs();
    let paragraph = paragraphs.iter().position(|text| text.contains(from)).unwrap();
    let text = paragraphs[paragraph];
    let passage = Passage { paragraph, start: text.find(from).unwrap(), end: text.rfind(to).unwrap() + to.len() };
    let passages = match field {
        Field::Quote => passage.within_marks(&paragraphs),
        Field::Reported => vec![passage.for_report(&paragraphs)],
    };
    let spans = passages.iter().map(|passage| passage.text(&paragraphs).to_owned()).collect();
    let voice = report.voice_of(&passages, field, &paragraphs);
    history.act(&Action::Add { before: None, field, spans, context: None, voice });
    history.now().cards().last().unwrap().key
}

/// The decision about a card, and the kinds of its problems.
fn state(history: &History, key: Key) -> (Decision, Vec<String>) {
    let report = Report::of(history.now());
    let codes = report.of_card(key).map(|problem| problem.code.clone()).collect();
    (history.now().card(key).unwrap().decision, codes)
}

const TWO_VOICES: &str = "Storm over the dam\n\n“The water is not safe,” said Ada Low, an engineer at City Water. “We will test it again.” \
    Mayor Tom Berg denied it. “I never lied,” Tom Berg said. “She is wrong.”";

#[test]
fn parts_of_different_people_are_not_accepted_at_once_and_are_warned_of() {
    let mut history = History::of(Work::from_article(TWO_VOICES).unwrap());
    let both = chosen(&mut history, "The water", "She is wrong", Field::Quote);
    let (decision, codes) = state(&history, both);
    assert_eq!(decision, Decision::Proposed);
    assert!(codes.contains(&"several-speakers".to_owned()), "{codes:?}");
    // Parts of one person are nothing to warn of.
    let mut history = History::of(Work::from_article(TWO_VOICES).unwrap());
    let one = chosen(&mut history, "The water", "test it again", Field::Quote);
    let (decision, codes) = state(&history, one);
    assert_eq!(decision, Decision::Accepted);
    assert!(!codes.contains(&"several-speakers".to_owned()), "{codes:?}");
    // Nor is it forgotten where a part is added later.
    let spans = ["The water is not safe", "I never lied"].map(str::to_owned).to_vec();
    history.act(&Action::Words { card: one, statement: 0, field: Field::Quote, spans, context: None });
    assert!(state(&history, one).1.contains(&"several-speakers".to_owned()));
}

#[test]
fn reported_words_with_half_a_pair_of_marks_are_not_accepted_at_once_and_are_warned_of() {
    let mut history = History::of(Work::from_article(TWO_VOICES).unwrap());
    let narrated = chosen(&mut history, "lied,”", "She is wrong", Field::Reported);
    let (decision, codes) = state(&history, narrated);
    assert_eq!(decision, Decision::Proposed);
    assert!(codes.contains(&"half-marks".to_owned()), "{codes:?}");
    let article = "Storm over the dam\n\nTom Berg, the mayor, called it ‘a farce’ and “a lie”.";
    let mut history = History::of(Work::from_article(article).unwrap());
    let half = chosen(&mut history, "farce’", "a lie", Field::Reported);
    assert!(state(&history, half).1.contains(&"half-marks".to_owned()));
    // With both halves, the words stay as they are in the article.
    let mut history = History::of(Work::from_article(article).unwrap());
    let whole = chosen(&mut history, "it ‘a farce", "a lie", Field::Reported);
    assert_eq!(history.now().words(whole, 0, Field::Reported), ["it ‘a farce’ and “a lie”"]);
    assert!(!state(&history, whole).1.contains(&"half-marks".to_owned()));
}

#[test]
fn a_pair_of_marks_is_told_from_half_a_pair() {
    let is_half = |paragraph: &str, words: &str| {
        let start = paragraph.find(words).unwrap();
        Passage { paragraph: 0, start, end: start + words.len() }.has_half_pair(&[paragraph])
    };
    for whole in [
        "that it is “a lie”",
        "dass es „eine Lüge“ sei",
        "que c’est « faux »",
        "the workers’ pay, not ‘a farce’",
        "5\" of water",
        "צה\"ל לא בנה",
        "「嘘」だ",
    ] {
        assert!(!is_half(whole, whole), "{whole}");
    }
    for half in [
        "it is “a lie",
        "a lie” it is",
        "lied,” he said. “She",
        "log“, sagte er. „Sie",
        "c’est « faux",
        "a ‘farce and more",
    ] {
        assert!(is_half(half, half), "{half}");
    }
    assert!(is_half("called it ‘a farce’ and left", "farce’ and left"));
    assert!(!is_half("the workers’ pay and the owners’ gain", "pay and the owners’ gain"));
}

#[test]
fn a_sentence_that_is_typed_back_is_only_proposed_again() {
    let mut history = drafted();
    let own = history.now().cards()[0].text().to_owned();
    let sentence = |text: &str| Action::Sentence { card: Key(0), text: text.to_owned() };
    let noted = |history: &History| history.now().cards()[0].notes.iter().any(|note| note.statement.is_none());
    let typed = [(format!("{own}x"), false), (own.clone(), true), (format!("{own}y"), false), (own.clone(), true)];
    for (text, is_proposed) in typed {
        history.act(&sentence(&text));
        // So it is kept.
        history = History::of(Work::from_json(&history.now().to_json()).unwrap());
        assert_eq!(noted(&history), is_proposed, "{text}");
    }
    // Who has said that it is right need not say so again.
    history.act(&Action::Confirm { card: Key(0), statement: None, why: Why::Proposed });
    history.act(&sentence("Other"));
    history.act(&sentence(&own));
    assert!(!noted(&history));
}

#[test]
fn words_are_found_again_where_their_ends_were_moved() {
    let paragraphs = ["We know that we know that the dam leaks. The dam leaks."];
    let passage = |words: &str| {
        let start = paragraphs[0].find(words).unwrap();
        Passage { paragraph: 0, start, end: start + words.len() }
    };
    let from = passage("know that the dam leaks");
    // Before the check has answered, words may be drawn several times.
    let mut now = from;
    for (end, is_longer) in [
        (End::Start, false),
        (End::Start, false),
        (End::End, false),
        (End::Start, true),
        (End::Start, true),
        (End::Start, true),
    ] {
        now = now.stretched(&paragraphs, end, is_longer).unwrap();
        assert_eq!(from.moved_to(now.text(&paragraphs), &paragraphs), Some(now));
    }
    assert_eq!(now.text(&paragraphs), "we know that the dam");
    assert_eq!(from.moved_to("The dam", &paragraphs), None);
    assert_eq!(from.moved_to("eak", &paragraphs), None);
    assert_eq!(passage("We know that we know").moved_to("know", &paragraphs), None);
    let twice = ["that we know that we know that"];
    let last = Passage { paragraph: 0, start: 13, end: 30 };
    assert_eq!(last.moved_to("that we know that", &twice), Some(last));
    assert_eq!(Passage { end: 17, ..last }.moved_to("that we know that", &twice), None);
}

#[test]
fn the_changes_of_a_long_article_are_kept_with_its_text_once() {
    let body = "It is a long article about the water. ".repeat(20_000);
    let mut history = History::of(Work::from_article(&format!("{WATER}\n\n{body}")).unwrap());
    let before = history.now().to_json();
    for number in 0..8 {
        let value = Some(format!("Headline {number}").into());
        history.act(&Action::SetArticle { field: "headline".to_owned(), value });
        history.pause();
    }
    let texts: Vec<_> = history.to_texts().collect();
    assert!(texts[0].len() < body.len() * 3 / 2, "{}", texts[0].len());
    let mut resumed = History::resumed((**history.now()).clone(), Some(&texts[0]));
    while resumed.undo() {}
    assert_eq!(resumed.now().to_json(), before);
    // Where there is less room, the last changes are kept.
    let undone = |text: &String| {
        let mut resumed = History::resumed((**history.now()).clone(), Some(text));
        std::iter::from_fn(|| resumed.undo().then_some(())).count()
    };
    assert_eq!(texts.iter().map(undone).collect::<Vec<_>>(), [8, 4, 2, 1]);
    // Another article is another text.
    history.act(&Action::SetArticle { field: "body".to_owned(), value: Some(json!(["New"])) });
    let text = history.to_texts().next().unwrap();
    let mut resumed = History::resumed((**history.now()).clone(), Some(&text));
    assert_eq!(resumed.now().paragraphs(), ["New"]);
    while resumed.undo() {}
    assert_eq!(resumed.now().to_json(), before);
}

#[test]
fn a_chosen_quotation_that_was_not_said_is_noted() {
    let article = "Row over the bridge\n\nNora Veit, the harbour master, never said “the bridge is closed for good”.\n\n\
        Lars Holm, a skipper, denied that the boat was “stolen from the yard”.\n\nRuth Okoye denied saying “we hid the papers”.\n\n“We sail again in May,” said Ines Carvalho, a pilot.";
    let why = |from: &str, to: &str| {
        let mut history = History::of(Work::from_article(article).unwrap());
        let key = chosen(&mut history, from, to, Field::Quote);
        let card = history.now().card(key).unwrap().clone();
        (
            card.decision,
            card.notes.iter().filter(|note| note.statement.is_some()).map(|note| note.why).collect::<Vec<_>>(),
        )
    };
    let not_said = (Decision::Proposed, vec![Why::NotSaid]);
    assert_eq!(why("the bridge is closed", "for good"), not_said);
    // Also a part of it, and words of what somebody denies.
    assert_eq!(why("closed for", "good"), not_said);
    assert_eq!(why("stolen from", "the yard"), not_said);
    // Also where nobody is found who did not say it.
    assert_eq!(why("we hid", "the papers"), not_said);
    assert_eq!(why("We sail", "in May"), (Decision::Accepted, vec![]));
}

#[test]
fn a_chosen_quotation_that_the_sentence_denies_in_other_ways_is_noted() {
    for (first, quotation) in [
        ("Ines Falk dementierte, „Wir verkaufen den Hafen“ gesagt zu haben.", "Wir verkaufen den Hafen"),
        ("Ines Falk bestritt, den Satz „Wir verkaufen den Hafen“ gesagt zu haben.", "Wir verkaufen den Hafen"),
        ("Falls Ines Falk „Wir verkaufen den Hafen“ sagte, dann log sie.", "Wir verkaufen den Hafen"),
        ("At no time did Ruth Moss say “we will sell the harbour”.", "we will sell the harbour"),
        ("“We will sell the harbour,” Ruth Moss is falsely quoted as saying.", "We will sell the harbour"),
        ("If Ruth Moss said “we will sell the harbour”, she lied.", "we will sell the harbour"),
    ] {
        let article =
            format!("Row over the harbour\n\n{first}\n\n“We sail again in May,” said Ines Carvalho, a pilot.");
        let mut history = History::of(Work::from_article(&article).unwrap());
        let (from, to) = quotation.rsplit_once(' ').unwrap();
        let key = chosen(&mut history, from, to, Field::Quote);
        let card = history.now().card(key).unwrap();
        assert_eq!(card.decision, Decision::Proposed, "{first}");
        assert!(card.notes.iter().any(|note| note.why == Why::NotSaid), "{first}: {:?}", card.notes);
    }
}

#[test]
fn single_marks_stand_around_a_quotation_where_the_article_uses_them_so() {
    let british = "‘The bridge isn’t safe,’ said Nora Veit, the workers’ leader. ‘We’ll close it.’";
    let two = ["The bridge isn’t safe", "We’ll close it"];
    assert_eq!(pieces(british, "The bridge isn’t safe,’ said Nora Veit, the workers’ leader. ‘We’ll close it"), two);
    let straight = british.replace(['‘', '’'], "'");
    let over = "The bridge isn't safe,' said Nora Veit, the workers' leader. 'We'll close it";
    assert_eq!(pieces(&straight, over), ["The bridge isn't safe", "We'll close it"]);
    // Curved ones that stand beside double ones, too; apostrophes never.
    assert_eq!(pieces("He called it ‘a farce’ and “a lie”.", "a farce’ and “a lie"), ["a farce", "a lie"]);
    assert_eq!(
        pieces("The workers’ pay and the owners’ gain.", "workers’ pay and the owners’ gain"),
        ["workers’ pay and the owners’ gain"]
    );
    assert_eq!(pieces("The ’90s and rock ’n’ roll.", "’90s and rock ’n’ roll"), ["’90s and rock ’n’ roll"]);
    let nested = "“He told me ‘it is safe’ and left,” said Nora Veit.";
    assert_eq!(pieces(nested, "told me ‘it is safe’ and left,” said Nora Veit"), ["told me ‘it is safe’ and left"]);
}

#[test]
fn straight_marks_within_words_and_behind_digits_are_no_quotation_marks() {
    let hebrew = "\"צה\"ל לא בנה את הגשר, והוא אינו בטוח\", אמר השר.";
    assert_eq!(pieces(hebrew, "צה\"ל לא בנה את הגשר"), ["צה\"ל לא בנה את הגשר"]);
    assert_eq!(pieces(hebrew, "אינו בטוח\", אמר"), ["אינו בטוח"]);
    let inches = "\"It is 7\" wide and we'll mend it,\" said Nora Veit. \"By May.\"";
    assert_eq!(pieces(inches, "7\" wide and we'll mend it"), ["7\" wide and we'll mend it"]);
    assert_eq!(pieces(inches, "mend it,\" said Nora Veit. \"By May"), ["mend it", "By May"]);
    // A number may end a quotation.
    assert_eq!(pieces("\"We were 24\" he said, \"and 30\" she said.", "24\" he said, \"and 30"), ["24", "and 30"]);
}

#[test]
fn what_a_quotation_leaves_out_of_chosen_words_is_told() {
    let left_out = |paragraph: &str, chosen: &str| {
        let start = paragraph.find(chosen).unwrap();
        Chosen::from(Passage { paragraph: 0, start, end: start + chosen.len() }).left_out(&[paragraph])
    };
    let two = "“It isn’t safe,” said Nora Veit. “We’ll close it.” She left.";
    assert_eq!(left_out(two, "safe,” said Nora Veit. “We’ll"), "said Nora Veit");
    assert_eq!(left_out(two, two), "said Nora Veit […] She left");
    assert_eq!(left_out(two, "It isn’t safe,"), "");
    assert_eq!(left_out(two, "said Nora Veit"), "");
    assert_eq!(left_out(two, "“We’ll close it.”"), "");
}

#[test]
fn a_quotation_within_a_quotation_is_not_accepted_at_once() {
    let article = "Row over the bridge\n\n“The engineer told me ‘the bridge is not safe at all’ and left,” said Nora Veit, the harbour master.";
    let decided = |from: &str, to: &str| {
        let mut history = History::of(Work::from_article(article).unwrap());
        let key = chosen(&mut history, from, to, Field::Quote);
        state(&history, key)
    };
    let (decision, codes) = decided("the bridge is not", "at all");
    assert_eq!(decision, Decision::Proposed);
    assert!(codes.contains(&"other-speaker".to_owned()), "{codes:?}");
    assert_eq!(decided("The engineer told", "and left").0, Decision::Accepted);
}

#[test]
fn no_mark_hangs_at_the_words_that_a_card_leaves_out() {
    let left_out = |paragraph: &str, parts: [&str; 2]| {
        let document = json!({ "version": 1, "article": { "headline": "H", "body": [paragraph] }, "speakers": { "a": { "name": "Nora Veit" } },
            "claims": [{ "id": "a", "text": "A", "statements": [{ "speaker": "a", "quote": parts }] }] });
        let report = Report::of(&Work::from_document(&document.to_string()).unwrap());
        report.problems.iter().find_map(|problem| problem.left_out.clone())
    };
    let german = "„Es ist unsicher“, sagte Nora Veit. Ihr Chef bestritt es. „Wir schließen die Brücke.“";
    assert_eq!(
        left_out(german, ["Es ist unsicher", "Wir schließen die Brücke."]).as_deref(),
        Some("sagte Nora Veit. Ihr Chef bestritt es.")
    );
    let english = "“It is unsafe,” said Nora Veit. Her boss called it “a lie”. “We’ll close it.”";
    let left = left_out(english, ["It is unsafe", "We’ll close it."]);
    assert_eq!(left.as_deref(), Some("said Nora Veit. Her boss called it “a lie”."));
}
