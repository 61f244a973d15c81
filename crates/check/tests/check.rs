//! Documents are checked against their article, and nothing is said without need.

use article::paragraphs;
use check::{Checked, Kind, Original, check};
use document::decode::{decode, draft};
use proptest::prelude::*;
use quotes::Grade;
use serde_json::{Value, json};
use testing::test;

const WATER: &str =
    "“The water is safe to drink,” said Ada Low, chief engineer of City Water. She said the pipes were new.";

fn document(body: &[&str], statement: Value) -> Value {
    let mut statement = statement;
    statement["speaker"] = "ada".into();
    json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": body },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water is safe", "statements": [statement] }],
    })
}

fn remarks(checked: &Checked<'_>) -> Vec<String> {
    let remarks = checked.remarks.iter();
    remarks.map(|remark| format!("{:?} {}", remark.severity, remark)).collect()
}

/// All that is said of a document.
#[track_caller]
fn says(document: &Value, expected: &[&str]) {
    assert_eq!(remarks(&check(&document.to_string(), None)), expected);
}

/// All that is said of a statement, less its path.
#[track_caller]
fn says_of(body: &[&str], statement: Value, expected: &[&str]) {
    let said = remarks(&check(&document(body, statement).to_string(), None));
    let said: Vec<_> = said.iter().map(|said| said.replace("claims[0].statements[0].", "")).collect();
    assert_eq!(said, expected, "{body:?}");
}

/// The words that a remark underlines, and where they are.
fn marked(document: &Value) -> Vec<(String, String)> {
    let json = document.to_string();
    let marks = check(&json, None).remarks.into_iter().flat_map(|remark| remark.marks);
    let words = |path: &str| {
        let pointer =
            path.replace("[", ".").replace("]", "").split('.').map(|step| format!("/{step}")).collect::<String>();
        let lone = || document.pointer(pointer.rsplit_once('/').unwrap().0);
        document.pointer(&pointer).or_else(lone).unwrap().as_str().unwrap().to_owned()
    };
    marks.map(|mark| (words(&mark.path)[mark.words].to_owned(), mark.path)).collect()
}

const UNQUOTED: &str = "Warning quote: the article has these words outside quotation marks; move them to \"reported\"";
const QUOTED: &str = "Warning reported: the article has these words in quotation marks; if the speaker said them, move them to \"quote\"";

#[test]
fn words_that_stand_there_are_passed_over_in_silence() {
    says_of(&[WATER], json!({ "quote": "The water is safe to drink" }), &[]);
    says_of(&[WATER], json!({ "quote": ["The water is", "safe to drink"] }), &[]);
    says_of(&[WATER], json!({ "reported": "the pipes were new" }), &[]);
    says_of(&["The water’s safe – “really so” – today"], json!({ "reported": "The water's safe - “really" }), &[]);
}

#[test]
fn an_altered_quote_is_an_error_that_names_the_words() {
    let mend = "copy the words from the article";
    for (quote, fault) in [
        ("The water is sage to drink", "“sage” where the article has “safe”"),
        ("The water is very safe to drink", "“very” is not in the article"),
        ("The water is to drink", "“safe” is missing"),
    ] {
        says_of(&[WATER], json!({ "quote": quote }), &[&format!("Error quote: altered: {fault}; {mend}")]);
    }
    let expected = "Error reported: altered: “pumps” where the article has “pipes”; copy the words from the article";
    says_of(&[WATER], json!({ "reported": "She said the pumps were new" }), &[expected]);
    let spans = json!({ "quote": ["to drink", "The water is safe"] });
    says_of(
        &[WATER],
        spans,
        &[&format!("Error quote: altered: the article has these parts in a different order; {mend}")],
    );
}

#[test]
fn where_an_ellipsis_stands_for_words_the_parts_are_asked_for() {
    let mend = "make the quote an array: one part before each ellipsis, one after it";
    let fault = format!("Error quote: these words are not in the article; {mend}");
    let body = ["“The water is safe to drink, and has been so since the pipes were laid in May,” said Ada Low."];
    for ellipsis in ["…", "...", "[…]", "(...)"] {
        says_of(&body, json!({ "quote": format!("The water {ellipsis} in May") }), &[&fault]);
    }
    let copy = "Error quote: these words are not in the article; copy the words from the article";
    says_of(&body, json!({ "quote": "The milk … in June" }), &[copy]);
    let none = "Warning quote[1]: there is no word in “…”; remove it: an array already says that words are left out";
    says_of(&body, json!({ "quote": ["The water is safe to drink", "…", "and has been so since"] }), &[none]);
}

#[test]
fn where_a_long_word_on_the_speaker_interrupts_a_quotation_the_pieces_are_asked_for() {
    let fault = "Error quote: the article has these words in two pieces; there the article interrupts the quotation; make the quote an array: one \
                 part before the interruption, one after it";
    for (article, quote) in [
        (
            "“The dam leaks badly,” said Mayor Ann Lee of the old town, “and we all know it well.”",
            "The dam leaks badly, and we all know it well",
        ),
        (
            "“The dam leaks badly,” said Mayor Ann Lee of the old town. “Do not go there.”",
            "The dam leaks badly. Do not go there.",
        ),
        (
            "„Der Damm ist nicht dicht“, sagte die Oberbürgermeisterin Ann Lee aus der alten Stadt, „und wir alle wissen es.“",
            "Der Damm ist nicht dicht, und wir alle wissen es",
        ),
        ("“大坝目前是安全的，”李明在星期一的新闻发布会上说，“墙上有裂缝。”", "大坝目前是安全的，墙上有裂缝"),
    ] {
        says_of(&[article], json!({ "quote": quote }), &[fault]);
    }
    let copy = "Error quote: these words are not in the article; copy the words from the article";
    let two = ["“The dam leaks badly,” said Mayor Ann Lee. “It is dry,” said Brandt of the council of the old town."];
    says_of(&two, json!({ "quote": "The dam leaks badly, it is dry in all of the town and we know it" }), &[copy]);
}

#[test]
fn cards_in_the_article_that_nothing_marks_as_ours_confirm_nothing() {
    let missing = "Error quote: these words are not in the article; copy the words from the article";
    let check_in = |article: &str, expected: &[&str]| {
        let article: Original = paragraphs(article).into_iter().collect();
        let document = document(&[], json!({ "quote": "Aliens took the water from the lake" })).to_string();
        let said = remarks(&check(&document, Some(&article)));
        let said: Vec<_> = said.iter().map(|said| said.replace("claims[0].statements[0].", "")).collect();
        assert_eq!(said, expected);
    };
    let around =
        |cards: &str| format!("<p>The lake was full in May, and nobody was there.</p>{cards}<p>It rains again.</p>");
    // What is left of plain cards, of their text alone, and of a card that opens.
    let card = "<h3>The water is safe</h3><blockquote><p>“Aliens took the water from the lake”</p></blockquote>";
    check_in(&around(&format!("<p><strong>Ada Low</strong>, engineer</p>{card}")), &[missing]);
    check_in(&around(&format!("<p>Ada Low</p>{card}<p>Source: Water</p>")), &[missing]);
    check_in(
        &around("<p>The water is safe</p><p>Ada Low</p><p>denies it</p><p>« Aliens took the water from the lake »</p>"),
        &[missing],
    );
    // An article may have the claim as a heading, or the words as a paragraph.
    check_in(
        &around(
            "<p>Ada Low spoke.</p><h3>The water is safe</h3><p>“Aliens took the water from the lake,” she said.</p>",
        ),
        &[],
    );
    check_in(&around("<p>Ada Low said:</p><p>“Aliens took the water from the lake.”</p>"), &[]);
}

/// Two claims: one has a quote and reported words, the other a quote in parts.
fn cards() -> Value {
    json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en" },
        "speakers": { "ada": { "name": "Ada Low", "role": "engineer" }, "ben": { "name": "Ben Hart" } },
        "claims": [
            { "id": "safe", "text": "The water is safe", "statements": [
                { "speaker": "ada", "quote": "It is safe to drink, I swear by my mother" },
                { "speaker": "ben", "reported": "the lake has been green since May" },
            ] },
            { "id": "moon", "text": "The moon is made of cheese", "statements": [
                { "speaker": "ben", "quote": ["The moon", "is made of green cheese and honey"] },
            ] },
        ],
    })
}

/// The grades of the three in an article with this in it.
fn grades_of_cards(within: &str) -> Vec<&'static str> {
    let page = format!(
        "<h1>Water</h1><p>The engineer, as Ada Low was called, spoke in May.</p>{within}<p>That was all that was said there.</p>"
    );
    let article: Original = paragraphs(&page).into_iter().collect();
    check(&cards().to_string(), Some(&article)).words.iter().map(|words| words.finding.grade.name()).collect()
}

const NOWHERE: [&str; 3] = ["not-found"; 3];

#[test]
fn cards_that_were_pasted_as_plain_text_confirm_nothing() {
    let lines = "2 speakers differ|The water is safe|Ada Low|engineer|“It is safe to drink, I swear by my mother”|Ben Hart|\
                 Reported: the lake has been green since May|Source and link|The moon is made of cheese|Ben Hart|\
                 “The moon […] (words left out)is made of green cheese and honey”|Source: Water";
    let paragraphs = |lines: &str| lines.split('|').map(|line| format!("<p>{line}</p>")).collect::<String>();
    assert_eq!(grades_of_cards(&paragraphs(lines)), NOWHERE);
    // A card in German has another label.
    assert_eq!(grades_of_cards(&paragraphs(&lines.replace("Reported:", "Berichtet:"))), NOWHERE);
    // Systems that keep line breaks only, or none.
    assert_eq!(grades_of_cards(&format!("<p>{}</p>", lines.replace('|', "<br>"))), NOWHERE);
    assert_eq!(grades_of_cards(&format!("<p>The sun shone. {} It rained.</p>", lines.replace('|', " "))), NOWHERE);
    // The claims were changed after the cards had been pasted.
    let older = lines
        .replace("The water is safe", "Earlier: The water is safe")
        .replace("The moon is made", "The moon is said to be made");
    assert_eq!(grades_of_cards(&paragraphs(&older)), NOWHERE);
    // An article's text has its figures last.
    let figures = "<h3>The water is safe</h3><figure><p>Ada Low</p><blockquote>“It is safe to drink, I swear by my mother”</blockquote></figure>\
                   <figure><p>Ben Hart</p><blockquote>Reported: the lake has been green since May</blockquote></figure><p>Source: a</p>\
                   <p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h</p><p>Ben Hart</p><h3>The moon is made of cheese</h3>\
                   <figure><blockquote>“The moon […] is made of green cheese and honey”</blockquote></figure>";
    assert_eq!(grades_of_cards(figures), NOWHERE);
}

#[test]
fn code_of_cards_that_an_article_shows_confirms_nothing() {
    let json = serde_json::to_string_pretty(&cards()).unwrap();
    assert_eq!(grades_of_cards(&format!("<pre>{json}</pre>")), NOWHERE);
    let lines: String = json.lines().map(|line| format!("<p>{line}</p>")).collect();
    assert_eq!(grades_of_cards(&lines), NOWHERE);
    let html = "<h3>The water is safe</h3><blockquote><p>“It is safe to drink, I swear by my mother”</p></blockquote>\
                <blockquote><p>the lake has been green since May</p></blockquote>\
                <blockquote><p>“The moon […] is made of green cheese and honey”</p></blockquote>";
    let shown = html.replace('<', "&lt;").replace('>', "&gt;");
    assert_eq!(grades_of_cards(&format!("<pre>{shown}</pre>")), NOWHERE);
}

#[test]
fn an_article_that_names_the_speaker_and_has_the_claim_beside_the_words_confirms_them() {
    let all = ["exact"; 3];
    for article in [
        "<p>The water is safe, Ada Low said: “It is safe to drink, I swear by my mother.” Ben Hart said the lake has been green since May. \
         The moon is made of cheese, he said. “The moon, friends, is made of green cheese and honey.”</p>",
        "<h2>The water is safe</h2><p>Ada Low was asked. “It is safe to drink, I swear by my mother,” she said.</p>\
         <p>Ben Hart said that the lake has been green since May.</p><h2>The moon is made of cheese</h2><p>Ben Hart is sure: “The moon, \
         friends, is made of green cheese and honey,” he said.</p>",
        "<h2>Is the water safe?</h2><p>Ada Low: “It is safe to drink, I swear by my mother.”</p><p>Ben Hart: the lake has been green since May</p>\
         <h2>What of the moon?</h2><p>“The moon, friends, is made of green cheese and honey.”</p>",
        "<h2>What they say</h2><h3>Ada Low, engineer</h3><blockquote>It is safe to drink, I swear by my mother</blockquote>\
         <h3>Ben Hart</h3><p>the lake has been green since May</p><blockquote>The moon, friends, is made of green cheese and honey</blockquote>",
    ] {
        assert_eq!(grades_of_cards(article), all, "{article}");
    }
}

#[test]
fn marks_around_a_quote_are_for_the_card() {
    let fault = "Warning quote: the card adds quotation marks; remove these";
    says_of(&[WATER], json!({ "quote": "“The water is safe to drink”" }), &[fault]);
    says_of(&[WATER], json!({ "quote": ["\"The water is", "safe\""] }), &[fault]);
    let nested = ["‘“Safe” is what I call “clean”,’ he said."];
    says_of(&nested, json!({ "quote": "“Safe” is what I call “clean”" }), &[]);
}

/// What is said of the marks that a quote brings with it.
fn said_of_own_marks(quote: &str) -> Vec<String> {
    let document = document(&[quote], json!({ "quote": quote })).to_string();
    let said = remarks(&check(&document, None));
    said.into_iter().filter_map(|said| Some(said.split_once("the card adds quotation marks; ")?.1.to_owned())).collect()
}

#[test]
fn a_mark_at_one_end_of_a_quote_or_a_single_one_at_both_is_for_the_card_too() {
    let (first, last) = ("remove the one at the beginning", "remove the one at the end");
    let both = "remove these";
    for (quote, expected) in [
        ("“The water is safe", first),
        ("« The water is safe", first),
        ("“The water ‘is’ safe", first),
        ("The water is safe,”", last),
        ("The “water” is safe\"", last),
        ("The water is safe”.", last),
        ("‘The water is safe’", both),
        ("'The water isn't safe'", both),
        ("‹The water is safe›", both),
        ("«The water is safe”", both),
        ("“The “water” is safe.”", both),
    ] {
        assert_eq!(said_of_own_marks(quote), [expected], "{quote}");
    }
}

#[test]
fn apostrophes_and_marks_within_a_quote_belong_to_it() {
    for quote in [
        "’tis the water of the ministers’",
        "‘tis the water",
        "the water of the ministers'",
        "“Safe” is what he calls “clean”",
        "‘Safe’ is what he calls ‘clean’",
        "“Safe” is the water",
        "He calls it “safe”.",
        "The pipe measures 5\"",
        "\"안전\"하다",
    ] {
        assert_eq!(said_of_own_marks(quote), [""; 0], "{quote}");
    }
}

#[test]
fn what_is_reported_beside_a_quote_has_no_context() {
    let fault = "Warning reported: these words occur 2 times in the article; \
        move them to a statement of their own, with a prefix or suffix: those given here are about the quote";
    let body = ["“We pay,” she said; they pay what they owe. Again, they pay what they owe."];
    says_of(&body, json!({ "quote": "We pay", "reported": "they pay what they owe", "suffix": ", she" }), &[fault]);
}

#[test]
fn the_words_that_differ_are_marked_and_the_passage_of_the_article_is_quoted() {
    let lone = document(&[WATER], json!({ "quote": "The water is sage to drink" }));
    assert_eq!(marked(&lone), [("sage".to_owned(), "claims[0].statements[0].quote[0]".to_owned())]);
    let several = document(&[WATER], json!({ "quote": ["The water", "sage to drink, said Ada Low"] }));
    assert_eq!(marked(&several), [("sage".to_owned(), "claims[0].statements[0].quote[1]".to_owned())]);
    let nearest = check(&lone.to_string(), None).remarks[0].nearest.clone();
    assert_eq!(nearest.as_deref(), Some("The water is safe to drink"));
}

#[test]
fn words_that_are_nowhere_are_an_error() {
    let expected = "Error quote: these words are not in the article; copy the words from the article";
    says_of(&[WATER], json!({ "quote": "Nobody reads all reports" }), &[expected]);
}

#[test]
fn words_that_stand_there_twice_need_a_prefix() {
    let body = ["“It is safe,” she said. “We tried: it is safe,” she said."];
    let advice = "Warning quote: these words occur 2 times in the article; add a prefix or suffix: the words right before or after those that are meant";
    says_of(&[&body[0].replace("it is", "It is")], json!({ "quote": "It is safe" }), &[advice]);
    let body = [body[0].replace("it is", "It is")];
    says_of(&[&body[0]], json!({ "quote": "It is safe", "prefix": "We tried:" }), &[]);
    let longer = "Warning quote: these words occur 2 times in the article; make the prefix or suffix longer, until it fits one place only";
    says_of(&[&body[0]], json!({ "quote": "It is safe", "suffix": ",” she said" }), &[longer]);
}

#[test]
fn what_is_only_punctuation_is_no_quote() {
    says_of(
        &[WATER],
        json!({ "quote": "…" }),
        &["Warning quote: there is no word in it; add the words that were said"],
    );
}

#[test]
fn a_prefix_or_suffix_that_the_article_does_not_have_is_a_warning() {
    let before =
        "Warning prefix: the article does not have this right before the words; copy it from the article, or remove it";
    let behind =
        "Warning suffix: the article does not have this right after the words; copy it from the article, or remove it";
    says_of(&[WATER], json!({ "quote": "water is safe", "prefix": "The", "suffix": "to drink" }), &[]);
    says_of(&[WATER], json!({ "quote": "water is safe", "prefix": "A" }), &[before]);
    says_of(&[WATER], json!({ "quote": "water is safe", "suffix": "for all" }), &[behind]);
    says_of(&[WATER], json!({ "reported": "pipes were", "suffix": "old" }), &[behind]);
    says_of(&[WATER], json!({ "quote": "water is safe", "reported": "pipes were", "suffix": "to drink" }), &[]);
    // That the words stand there twice does not call for more of what is wrong.
    let body = ["He said “we must act” on Monday.", "He said “we must act” on Tuesday."];
    says_of(&body, json!({ "quote": "we must act", "suffix": "on Wednesday" }), &[behind]);
}

#[test]
fn prefix_and_suffix_are_of_one_place() {
    let body = ["“On Monday it is safe for all,” she said. “On Friday it is safe for some,” she said."];
    let expected = "Warning suffix: the article has this after the words, but in another place than the prefix; correct one of the two";
    let statement = json!({ "quote": "it is safe", "prefix": "Monday", "suffix": "for some" });
    says_of(&body, statement, &[expected]);
}

#[test]
fn words_from_elsewhere_need_not_stand_in_the_article() {
    let quote = "Nobody reads all reports";
    let fault = "Warning quote: these words are not in the article";
    for (field, value, excuse) in [
        ("source", json!({ "url": "https://other.example/" }), "they are from another source; compare them there"),
        ("translated_from", json!("ru"), "they are a translation; compare them with the original"),
        ("language", json!("ru"), "they are in another language; compare them with a translation"),
    ] {
        let mut statement = json!({ "quote": quote });
        statement[field] = value;
        says_of(&[WATER], statement, &[&format!("{fault}; {excuse}")]);
    }
    let error = "Error quote: these words are not in the article; copy the words from the article";
    says_of(&[WATER], json!({ "quote": quote, "language": "en-GB" }), &[error]);
    says_of(&[WATER], json!({ "quote": quote, "source": { "title": "A report" } }), &[error]);
    let mut own = document(&[WATER], json!({ "quote": quote, "source": { "url": "https://news.example/" } }));
    own["article"]["url"] = "https://news.example/".into();
    says(&own, &[&error.replace("Error ", "Error claims[0].statements[0].")]);
}

/// The words between the arrows, as a quote: `inside` says whether they stand in quotation marks.
#[track_caller]
fn stands(body: &[&str], outside: bool) {
    let joined = body.join("\n");
    let words = joined.split_once('⟨').unwrap().1.split_once('⟩').unwrap().0.replace('\n', " ");
    let body: Vec<_> = body.iter().map(|paragraph| paragraph.replace(['⟨', '⟩'], "")).collect();
    let body: Vec<_> = body.iter().map(String::as_str).collect();
    says_of(&body, json!({ "quote": words }), if outside { &[UNQUOTED] } else { &[] });
}

#[test]
fn quotation_marks_of_every_kind_hold_quotes() {
    for paragraph in [
        "“⟨It is safe⟩,” she said.",
        "\"⟨It is safe⟩,\" she said.",
        "‘⟨It is safe⟩,’ she said.",
        "'⟨It is safe⟩,' she said.",
        "„⟨Es ist sicher⟩“, sagte sie.",
        "„⟨Jest bezpieczna⟩”, powiedziała.",
        "»⟨Es ist sicher⟩«, sagte sie.",
        "« ⟨C’est sûr⟩ », dit-elle.",
        "«\u{a0}⟨C’est sûr⟩\u{a0}», dit-elle.",
        "‹⟨Es ist sicher⟩›, sagte sie.",
        "›⟨Es ist sicher⟩‹, sagte sie.",
        "”⟨Det är säkert⟩”, sade hon.",
        "»⟨Det är säkert⟩», sade hon.",
        "彼女は「⟨安全です⟩」と言った。",
        "她说：“⟨水是安全的⟩”，然后离开。",
        "She said (“⟨it is safe⟩”) so.",
        "She said—“⟨it is safe⟩”—and left.",
        "“He told me ‘⟨it is safe⟩’ and left,” she said.",
        "“⟨He told me ‘it is safe’⟩ and left,” she said.",
        "“He’s sure ⟨it isn’t safe⟩,” she said.",
        "‘It’s the ministers’ plan ⟨that is safe⟩,’ she said.",
        "“⟨…it is safe⟩,” she said.",
        "Il parle de l’« ⟨affaire du siècle⟩ » ici.",
        "Il parle de l’\"⟨affaire du siècle⟩\" ici.",
    ] {
        stands(&[paragraph], false);
    }
}

#[test]
fn words_outside_quotation_marks_are_no_quote() {
    for paragraph in [
        "“Yes,” she said. ⟨It is safe⟩, said others.",
        "\"Yes,\" she said. ⟨It is safe⟩, said others. \"No.\"",
        "‘Yes,’ she said. ⟨It is safe⟩, said others.",
        "„Ja“, sagte sie. ⟨Es ist sicher⟩, sagen andere. „Nein“, sagte er.",
        "»Ja«, sagte sie. ⟨Es ist sicher⟩, sagen andere. »Nein«, sagte er.",
        "« Oui », dit-elle. ⟨C’est sûr⟩, disent d’autres. « Non », dit-il.",
        "”Ja”, sade hon. ⟨Det är säkert⟩, sade andra. ”Nej”, sade han.",
        "彼女は「はい」と言った。⟨安全です⟩と彼は「いいえ」と言った。",
        "It’s ⟨the ministers’ plan⟩ and “no” other.",
        "She didn’t say ⟨it is safe⟩. “No,” she said.",
        "Il parle de l’« affaire du siècle » et ⟨il est sûr⟩ de « rien ».",
        "In the ’90s ⟨it was safe⟩. “No,” she said.",
        "In the '90s ⟨it was safe⟩. “No,” she said.",
        "In the summer of '94 ⟨it was safe⟩. “No,” she said.",
        "It was 'bout time, and 'tis ⟨safe⟩. “No,” she said.",
    ] {
        stands(&[paragraph], true);
    }
}

#[test]
fn a_decade_does_not_open_a_quotation() {
    let body =
        ["The '90s were good. ⟨The dam is safe for all of us⟩, the mayor told the council.", "“It leaks,” she said."];
    stands(&body, true);
    stands(&["'24 people came and ⟨it was safe⟩,' she said. 'No.'"], false);
}

#[test]
fn a_quote_goes_on_where_each_paragraph_opens() {
    let body = ["“It was late.", "“⟨It was dark.", "“It is safe⟩ now,” she said.", "“Yes.”"];
    stands(&body, false);
    stands(&["« Il était tard.", "« ⟨Il est sûr⟩ », dit-elle."], false);
    stands(&["« Il était ⟨tard et sûr⟩.", "» Il est sûr », dit-elle."], false);
    stands(&["“It was late.", "“It is safe now,” she said. ⟨So be it⟩, too."], true);
}

#[test]
fn where_marks_do_not_add_up_nothing_is_said() {
    for body in [
        &["“It was late. ⟨It is safe⟩, said others."][..],
        &["It was late,” she said. “Yes ⟨it is safe⟩"],
        &["It was late. ⟨It is safe⟩,” she said. “Yes.”"],
        &["“It was late.", "⟨It is safe⟩.", "It was so.”", "“Yes.”"],
        &["“She said “yes” and ⟨it is safe⟩,” he said."],
        &["She said,\"yes\" and ⟨it is safe⟩."],
        &["‘Yes’ to the ministers’ plan ⟨that is safe⟩ and others’ plan."],
    ] {
        stands(body, false);
    }
    stands(&["‘Yes,’ she said. ‘No.’ The ministers said ⟨it is safe⟩."], true);
}

#[test]
fn speech_without_marks_is_left_alone() {
    for body in [
        &["“Yes.”", "— ⟨C’est sûr⟩, dit-elle."][..],
        &["“Yes.”", "– ⟨Es seguro⟩ —dijo ella—."],
        &["“Yes.”", "She said:", "⟨It is safe⟩, and it was."],
        &["“Yes.”", "KALIN: ⟨It is safe⟩ to drink.", "ASKER: Is it?", "KALIN: So it is."],
        &["“Yes.”", "⟨It is safe to drink.⟩"],
        &["She said ⟨it is safe⟩ to drink."],
        &[
            "“Yes” is what all want to hear.",
            "Is it safe?",
            "It is. ⟨It is safe⟩ to drink.",
            "Since when?",
            "Since Monday.",
        ],
        &["“Yes” is what all say.", "Is it?", "It is.", "We tried. ⟨It is safe⟩ to drink.", "Since when?", "Monday."],
        &["“Yes.”", "KALIN: We tried.", "And again. ⟨It is safe⟩ to drink.", "KALIN: So it is."],
        &["“Yes.”", "She wrote:", "We tried.", "And again. ⟨It is safe⟩ to drink."],
        &["“Yes.”", "She wrote:", "It is “good”, and ⟨it is safe⟩."],
        &["首相は「会見」に臨んだ。", "首相は言った：", "辞任はしません。⟨責任を果たします⟩。"],
        &["首相は「会見」に臨んだ。", "首相：辞任はしません。⟨責任を果たします⟩。", "首相：以上です。"],
        &["“Да.”", "Министр иностранных дел Украины: да, ⟨это так⟩.", "Министр иностранных дел Украины: это всё."],
    ] {
        stands(body, false);
    }
    stands(&["“Yes” is what all want to hear.", "Is it safe?", "It is. ⟨It is safe⟩ to drink."], true);
    stands(&["“Yes.”", "She said:", "It was late.", "She said “no”. ⟨It is safe⟩ to drink."], true);
    stands(&["“Yes.”", "Kalin said: ⟨it is safe⟩ to drink."], true);
}

#[test]
fn a_quote_that_runs_over_an_empty_paragraph_is_checked() {
    says_of(&["“The water", "", "is safe,” she said."], json!({ "quote": "The water is safe" }), &[]);
}

#[test]
fn two_questions_or_a_label_that_recurs_do_not_silence_the_rest_of_an_article() {
    let quotes = "“The water is safe to drink,” said Ada Low.";
    let end = "It was ⟨clear to see⟩, she said.";
    let answer = "“We tried it all again,” she said.";
    let read = "Read: What is in the water?";
    for body in [
        // Rhetorical questions, one after the other, and headings over what is quoted.
        &["What is in the water?", "And who pays for the pipes?", quotes, end][..],
        &["What is in the water?", quotes, "And who pays for the pipes?", answer, end],
        &["What is in the water?", "Nobody knows.", "And who pays?", quotes, end],
        &["What is in it?", "a", "b", "c", "d", "e", "f", "g", "h", "And who pays?", end, quotes],
        &[read, quotes, read, end],
        &[quotes, "Read: What is in it?", answer, "Read: Who pays for it?", end],
        &[quotes, "NOTE: see the map.", end, "NOTE: see the map.", "a"],
        &[quotes, "WATCH: the mayor speaks.", "a", end, "WATCH: the mayor speaks."],
        &[quotes, "ФОТО: мост.", end, "ФОТО: река."],
        &["READ MORE: What is in it?", quotes, "READ MORE: Who pays?", end],
        // A transcript and an interview end where the article goes on.
        &["KALIN: We tried.", "ASKER: Did you?", "KALIN: We did.", quotes, end],
        &["Is it safe?", "It is.", "Since when?", "Since Monday.", "The mayor agreed.", end, quotes],
        &["首相：辞任はしません。", "首相：以上です。", "首相は「会見」に臨んだ。⟨責任を果たします⟩。"],
    ] {
        stands(body, true);
    }
}

#[test]
fn a_transcript_with_other_paragraphs_before_and_after_is_left_alone_where_it_stands() {
    let quotes = "“The water is safe to drink,” said Ada Low.";
    let before = [quotes, quotes, "Ada Low: We tried.", "Reporter: Did you?"];
    stands(&[&before[..], &["Ada Low: We did. ⟨It was safe⟩.", quotes, quotes]].concat(), false);
    stands(&[&before[..], &["Ada Low: We did.", quotes, "⟨It was safe⟩, she thought."]].concat(), true);
}

#[test]
fn a_quotation_mark_lets_no_words_run_over_the_end_of_a_box() {
    let document = document(&[], json!({ "quote": "The water is safe to drink" })).to_string();
    let said_of = |within: &str| {
        let page = format!("<article><h1>Water</h1><p>We asked.</p>{within}”, said Ada Low.</article>");
        let article: Original = article::article(&page).into();
        remarks(&check(&document, Some(&article))).iter().filter(|said| said.contains("run over the end")).count()
    };
    for between in [
        "<ul><li>“The water is<li>safe to drink",
        "<h2>“The water is</h2><p>safe to drink",
        "<p>“The water is</p><h3>safe to drink",
        "<dl><dt>“The water is<dd>safe to drink",
        "<section><p>“The water is</p></section><section><p>safe to drink",
        "<blockquote><p>“The water is</p></blockquote><p>safe to drink",
        "<table><tr><td>“The water is<td>safe to drink",
        "<div role=heading>“The water is</div><p>safe to drink",
    ] {
        assert_eq!(said_of(between), 1, "{between}");
    }
    for between in [
        "<p>“The water is</p><p>safe to drink",
        "<p>“The water is</p><section>Advertisement</section><section></section><h1>Water</h1><p>safe to drink",
        "<p>“The water is</p><figure><figcaption>A lake</figcaption></figure><p>safe to drink",
        "<ul><li><p>“The water is</p><p>safe to drink",
        "<blockquote><p>“The water is</p><p>safe to drink",
    ] {
        assert_eq!(said_of(between), 0, "{between}");
    }
}

#[test]
fn what_a_page_sets_off_as_a_quotation_needs_no_marks() {
    let page = |tag: &str| {
        format!("<p>“Yes,” she said, and wrote to us.</p><{tag}>We asked. It is safe to drink. We know.</{tag}>")
    };
    let document = document(&[], json!({ "quote": "It is safe to drink" })).to_string();
    let said_of = |tag| {
        let article: Original = paragraphs(&page(tag)).into_iter().collect();
        remarks(&check(&document, Some(&article))).len()
    };
    assert_eq!((said_of("blockquote"), said_of("section")), (0, 1));
}

#[test]
fn a_quote_that_runs_over_its_marks_names_what_is_outside() {
    let body = ["“It is safe,” said Ada Low, “and it will be.”"];
    says_of(
        &body,
        json!({ "quote": "It is safe, said Ada Low, and it will be" }),
        &[
            "Warning quote: the article has “said Ada Low” outside quotation marks; remove it: make the quote an array of the other parts",
        ],
    );
    says_of(&body, json!({ "quote": ["It is safe", "and it will be"] }), &[]);
}

#[test]
fn speech_that_is_only_reported_could_be_a_quote() {
    says_of(&[WATER], json!({ "reported": "The water is safe to drink" }), &[QUOTED]);
    says_of(&["« Il était tard.", "» Il est sûr ici », dit-elle."], json!({ "reported": "Il est sûr ici" }), &[QUOTED]);
    says_of(&[WATER], json!({ "reported": "The water is" }), &[]);
    // Words are counted where no spaces part them, too; few may be a title.
    let chinese = ["部长说：“这里的水现在可以安全饮用。”他提到《水》和“安全饮用”。"];
    says_of(&chinese, json!({ "reported": "这里的水现在可以安全饮用" }), &[QUOTED]);
    says_of(&chinese, json!({ "reported": "这里的水" }), &[]);
    let japanese = ["首相は「水道の水は安全に飲めます」と述べた。"];
    says_of(&japanese, json!({ "reported": "水道の水は安全に飲めます" }), &[QUOTED]);
    says_of(&["ผู้ว่าการกล่าวว่า “น้ำประปาดื่มได้อย่างปลอดภัย”"], json!({ "reported": "น้ำประปาดื่มได้อย่างปลอดภัย" }), &[QUOTED]);
    says_of(&[WATER], json!({ "reported": ["The water is safe", "to drink"] }), &[]);
    says_of(&[WATER], json!({ "reported": "is safe to drink,” said Ada" }), &[]);
    says_of(&[WATER], json!({ "reported": "The water is safe to drink", "quote": "safe" }), &[]);
}

fn with_text(text: &str) -> Value {
    let mut document = document(&[WATER], json!({ "quote": "The water" }));
    document["claims"][0]["text"] = text.into();
    document
}

#[test]
fn characters_that_nobody_sees_are_named() {
    let unseen = "an invisible character; remove it";
    let reorders = "which changes the order in which readers see the text; remove it";
    for (text, fault) in [
        ("Wa\u{200b}ter", format!("U+200B ZERO WIDTH SPACE, {unseen}")),
        ("\u{feff}Water", format!("U+FEFF ZERO WIDTH NO-BREAK SPACE, {unseen}")),
        ("Wa\u{ad}t\u{ad}er", format!("U+00AD SOFT HYPHEN (2 times), {unseen}")),
        ("Wa\u{200d}ter", format!("U+200D ZERO WIDTH JOINER, {unseen}")),
        ("Water\u{7}", format!("U+0007 (a control character), {unseen}")),
        ("\u{202e}Water", format!("U+202E RIGHT-TO-LEFT OVERRIDE, {reorders}")),
        ("Water\u{200f}", format!("U+200F RIGHT-TO-LEFT MARK, {reorders}")),
        ("مياه \u{202b}x", format!("U+202B RIGHT-TO-LEFT EMBEDDING, {reorders}")),
    ] {
        says(&with_text(text), &[&format!("Warning claims[0].text: {fault}")]);
    }
    let marks = marked(&with_text("a \u{202e}b\u{202e}"));
    assert_eq!(marks, vec![("\u{202e}".to_owned(), "claims[0].text".to_owned()); 2]);
}

#[test]
fn characters_that_belong_there_are_not() {
    for text in [
        "The water\u{a0}is\u{202f}safe",
        "two\nlines\tand a tab",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "👩\u{200d}🔬 and ❤\u{fe0f}\u{200d}🔥",
        "شركة\u{200f} 12",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ] {
        says(&with_text(text), &[]);
    }
}

#[test]
fn they_are_found_in_every_field_and_in_the_body_only_if_they_reorder() {
    let mut document = document(&[WATER, "soft\u{ad}hyphen", "\u{202e}order"], json!({ "quote": "The water" }));
    document["speakers"]["ada"]["name"] = "Ada\u{200b}".into();
    document["claims"][0]["statements"][0]["prefix"] = "\u{2060}".into();
    document["$comment"] = "\u{200b}".into();
    let said = remarks(&check(&document.to_string(), None));
    let paths: Vec<_> = said.iter().map(|said| said.split(' ').nth(1).unwrap()).collect();
    assert_eq!(paths, ["article.body[2]:", "claims[0].statements[0].prefix:", "speakers.ada.name:"]);
}

/// In an article of some length: in a short one, four words that stand together may do so by chance.
const MORE: &str = "Nobody in the east of town has had to boil anything since the spring, when a main burst under the market and the council \
    asked everyone to wait for tests. Those came back clean within a week, yet many families went on buying bottles from the shop.";

fn with_roles(speaker: &str, statement: &str) -> Value {
    let mut document = document(&[WATER, MORE], json!({ "quote": "The water", "role": statement }));
    document["speakers"]["ada"]["role"] = speaker.into();
    document
}

#[test]
fn a_role_that_the_article_does_not_give_is_a_warning() {
    says(&with_roles("chief engineer", "Chief Engineer of City Water"), &[]);
    says(
        &with_roles("chief engineer for City Water", "Mayor"),
        &[
            "Warning speakers.ada.role: the article has “chief engineer of City Water”; write the role as the article does",
            "Warning claims[0].statements[0].role: the article does not give this role; write the role as the article does, or remove it",
        ],
    );
    let mut elsewhere = with_roles("Mayor", "Mayor");
    elsewhere["claims"][0]["statements"][0]["source"] = json!({ "url": "https://other.example/" });
    says(&elsewhere, &[]);
}

#[test]
fn capitals_that_change_their_length_do_not_move_what_is_quoted() {
    let mut document = with_roles("chief engineer for City Water", "chief engineer");
    document["article"]["body"] = json!([format!("İİİİ {WATER}"), MORE]);
    says(
        &document,
        &[
            "Warning speakers.ada.role: the article has “chief engineer of City Water”; write the role as the article does",
        ],
    );
}

#[test]
fn a_speaker_whom_nobody_names_is_a_warning_unless_a_key_is_wrong() {
    let mut document = document(&[WATER], json!({ "quote": "The water" }));
    document["speakers"]["b c"] = json!({ "name": "Bea" });
    let expected = "Warning speakers[\"b c\"]: no statement names this speaker; name it as the speaker of a statement, or remove it";
    says(&document, &[expected]);
    document["claims"][0]["statements"][0]["speaker"] = "adda".into();
    says(&document, &["Error claims[0].statements[0].speaker: no speaker has the key \"adda\"; did you mean \"ada\"?"]);
}

#[test]
fn words_from_the_standfirst_a_lead_caption_or_the_byline_are_no_error() {
    let page = "<h1>Water</h1><p>The pipes were all laid in the last year</p><figcaption>A boat on the old lake at night</figcaption>
        <p>By Ada Low of the city desk<article><p>“The water is safe to drink,” she said.<aside>She loves the old lake</aside></article>";
    let original: Original = article::article(page).into();
    let outside = "Warning claims[0].statements[0].reported: the page has these words outside the article; if they are not from its \
        headline, standfirst, caption or byline, copy the words from the article";
    let not_found =
        "Error claims[0].statements[0].reported: these words are not in the article; copy the words from the article";
    for (words, expected) in [
        ("The pipes were all laid in the last year", &[outside][..]),
        ("A boat on the old lake", &[outside]),
        ("By Ada Low of the city desk", &[outside]),
        ("She loves the old lake", &[outside]),
        ("The beer was all drunk on that other day", &[not_found]),
        ("she said", &[]),
    ] {
        let document = document(&[], json!({ "reported": words }));
        assert_eq!(remarks(&check(&document.to_string(), Some(&original))), expected, "{words}");
    }
}

#[test]
fn a_headline_that_repeats_a_quote_does_not_make_it_ambiguous() {
    let document = document(&[], json!({ "quote": "The water is safe" }));
    for page in [
        "<article><h1>Low: “The water is safe”</h1><p>“The water is safe,” she said.</article>",
        "<article><header><h1>The water is <i>safe</i></h1></header><p>“The water is safe,” she said.</article>",
        "<h1>The water is safe</h1><p>“The water is safe,” she said.",
    ] {
        let original: Original = article::article(page).into();
        let checked = check(&document.to_string(), Some(&original));
        assert_eq!(checked.words[0].finding.grade, Grade::Exact, "{page}");
        assert_eq!(remarks(&checked), [""; 0], "{page}");
    }
    let original: Original = article::article("<article><h1>The water is safe</h1><p>Not so.</article>").into();
    let checked = check(&document.to_string(), Some(&original));
    assert!(remarks(&checked)[0].contains("the page has these words outside the article"), "{:?}", remarks(&checked));
}

#[test]
fn a_quotation_joined_across_she_said_is_told_to_be_in_two_parts() {
    let interrupted = |words| {
        format!(
            "Error quote: altered: “{words}” is missing; there the article interrupts the quotation; make the quote an array: \
            one part before the interruption, one after it"
        )
    };
    let body = ["“The water is safe to drink,” she said, “and it is clean and cold as well.”"];
    let joined = "The water is safe to drink, and it is clean and cold as well";
    says_of(&body, json!({ "quote": joined }), &[&interrupted("she said")]);
    let body = ["“The water is safe to drink,” said Ada Low. “It is clean and cold as well.”"];
    says_of(&body, json!({ "quote": "safe to drink, It is clean and cold as well" }), &[&interrupted("said Ada Low")]);
    // A word that the speaker said is missing in another way.
    let missing = "Error quote: altered: “not” is missing; copy the words from the article";
    says_of(
        &["“The water is not safe to drink for the children of the city,” she said."],
        json!({ "quote": "The water is safe to drink for the children of the city" }),
        &[missing],
    );
}

#[test]
fn a_final_full_stop_that_the_article_does_not_have_is_no_error() {
    let differs = |article: &str| format!("Warning quote: altered: {article}; copy the words from the article");
    says_of(
        &["“The water is safe,” she said."],
        json!({ "quote": "The water is safe." }),
        &[&differs("“.” where the article has “,”")],
    );
    says_of(
        &["“The water is safe” is what she said."],
        json!({ "quote": "The water is safe." }),
        &[&differs("“.” is not in the article")],
    );
    says_of(
        &["“水是安全的”，她说。"],
        json!({ "quote": "水是安全的。" }),
        &[&differs("“。” where the article has “，”")],
    );
    // What tells how it is meant is another matter.
    let error = "Error quote: altered: “?” where the article has “,”; copy the words from the article";
    says_of(&["“The water is safe,” she said."], json!({ "quote": "The water is safe?" }), &[error]);
}

#[test]
fn a_draft_without_a_headline_is_told_all_its_other_problems_too() {
    let mut document = document(&[WATER], json!({ "quote": "The wine is safe to drink" }));
    document["article"]["headline"] = Value::Null;
    document["speakers"]["bea"] = json!({ "name": "Bea" });
    let all = [
        "Error article.headline: missing; add it",
        "Warning speakers.bea: no statement names this speaker; name it as the speaker of a statement, or remove it",
        "Error claims[0].statements[0].quote: altered: “wine” where the article has “water”; copy the words from the article",
    ];
    says(&document, &all);
    document["article"]["headline"] = " ".into();
    says(&document, &["Error article.headline: empty; fill it in", all[1], all[2]]);
}

#[test]
fn a_paragraph_that_is_no_text_costs_only_itself() {
    let mut document = document(&[WATER], json!({ "quote": "The water is safe to drink" }));
    document["article"]["body"] = json!([null, WATER, 3]);
    let expected = [
        "Error article.body[0]: expected a string, found null",
        "Error article.body[2]: expected a string, found a number",
    ];
    says(&document, &expected);
    let json = document.to_string();
    let checked = check(&json, None);
    assert_eq!(checked.words[0].finding.grade, Grade::Exact);
    assert_eq!(checked.words[0].finding.places[0][0].start.paragraph, 1);
}

#[test]
fn claims_that_cannot_be_shown_are_checked_all_the_same_and_keep_their_numbers() {
    let mut document = document(&[WATER], json!({ "quote": "The wine is safe to drink" }));
    let bad =
        json!({ "id": "b", "statements": [1, { "speaker": "ada", "quote": "The beer is safe to drink", "said": 3 }] });
    document["claims"].as_array_mut().unwrap().insert(0, bad);
    document["claims"].as_array_mut().unwrap().insert(0, json!("x"));
    let altered = |path, word| {
        format!(
            "Error claims{path}.quote: altered: “{word}” where the article has “water”; copy the words from the article"
        )
    };
    says(
        &document,
        &[
            "Error claims[0]: expected an object, found a string",
            "Error claims[1].text: missing; add it",
            "Error claims[1].statements[0]: expected an object, found a number",
            "Error claims[1].statements[1].said: expected a string, found a number",
            &altered("[1].statements[1]", "beer"),
            &altered("[2].statements[0]", "wine"),
        ],
    );
}

#[test]
fn without_an_article_nothing_is_compared_and_a_given_one_goes_before_the_body() {
    let mut document = document(&[WATER], json!({ "quote": "It is raining", "role": "Mayor" }));
    let article: Original = paragraphs("“It is raining,” said the mayor.").into_iter().collect();
    let json = document.to_string();
    let checked = check(&json, Some(&article));
    assert_eq!((remarks(&checked), checked.count(Kind::Quote, Grade::Exact)), (vec![], 1));
    for body in [Value::Null, json!([]), json!([" "])] {
        document["article"]["body"] = body;
        let json = document.to_string();
        let checked = check(&json, None);
        assert!(checked.remarks.is_empty() && checked.words.is_empty() && checked.article.is_none());
    }
}

#[test]
fn what_cannot_be_read_is_one_remark() {
    let checked = check("{", None);
    assert!(!checked.is_readable);
    assert_eq!(remarks(&checked), ["Error not JSON: EOF while parsing an object at line 1 column 1"]);
}

#[test]
fn the_document_of_the_demo_page_has_no_problem() {
    let checked = check(include_str!("../../../data/iran-s-400.json"), None);
    assert_eq!(remarks(&checked), [""; 0]);
    assert!(checked.words.iter().all(|words| words.finding.grade == Grade::Exact));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_marks_stand_in_a_text_it_is_checked(body in prop::collection::vec("[a ,.:“”„\"'’‘«»‹›「」—İ\u{a0}]{0,12}", 1..5), quote in "[a “”']{1,6}a") {
        let body: Vec<_> = body.iter().map(String::as_str).collect();
        check(&document(&body, json!({ "quote": quote })).to_string(), None);
    }

    #[test]
    fn a_draft_has_the_problems_of_the_document(damage in 0..400_usize, by in "[\\[\\]{}\",:1a ]") {
        let mut json = document(&[WATER], json!({ "quote": "The water" })).to_string();
        let at = damage % json.len();
        if json.is_char_boundary(at) && json.is_char_boundary(at + 1) {
            json.replace_range(at..at + 1, &by);
        }
        let (draft, decoded) = (draft(&json), decode(&json));
        match decoded {
            // A draft goes on behind it, and has that problem among others.
            Err(problem) if problem.path == "article.headline" => {
                prop_assert!(draft.map_or_else(|other| other == problem, |draft| draft.problems.contains(&problem)));
            }
            decoded => prop_assert_eq!(draft.map(|draft| draft.problems), decoded.map(|decoded| decoded.problems)),
        }
    }
}

#[test]
fn a_rating_that_is_not_on_its_scale_is_reported() {
    let of = |review: Value| {
        let mut document = document(&[WATER], json!({ "quote": "The water is safe to drink" }));
        document["claims"][0]["reviews"] = json!([{ "by": "Desk", "label": "True" }, review]);
        remarks(&check(&document.to_string(), None))
    };
    let expected = "Warning claims[0].reviews[1].value: the rating is not on a scale from worst to best, with best above worst; correct these \
                    numbers, or leave them out and give the label alone";
    assert_eq!(of(json!({ "by": "Desk", "value": 9, "best": 5, "worst": 1 })), [expected]);
    assert_eq!(of(json!({ "by": "Desk", "value": 2, "best": 1, "worst": 6 })), [expected]);
    assert_eq!(of(json!({ "by": "Desk", "value": 4.5, "best": 5, "worst": 1 })), [""; 0]);
    assert_eq!(of(json!({ "by": "Desk", "value": 10, "best": 1e1 })), [""; 0]);
}
