//! Quotation marks of all kinds, and the text between them.

use draft::{Article, Kind};

/// Returns the words quoted in this paragraph.
#[track_caller]
fn quotes(paragraph: &str, language: &str, expected: &[&str]) {
    let paragraphs = [paragraph];
    let input = Article { paragraphs: &paragraphs, language: Some(language) };
    let attributions = draft::draft(&input);
    let quoted = attributions.iter().filter(|attribution| attribution.kind == Kind::Quoted);
    let words: Vec<&str> = quoted.flat_map(|attribution| &attribution.spans).map(|span| input.text(*span)).collect();
    assert_eq!(words, expected, "{paragraph}");
}

#[test]
fn reads_the_marks_of_many_languages() {
    quotes("“We open in May,” said Jane Roe.", "en", &["We open in May"]);
    quotes("\"We open in May,\" said Jane Roe.", "en", &["We open in May"]);
    quotes("``We open in May,'' said Jane Roe.", "en", &["We open in May"]);
    quotes("''We open in May,'' said Jane Roe.", "en", &["We open in May"]);
    quotes("‘We don’t open in May,’ said Jane Roe.", "en", &["We don’t open in May"]);
    quotes(
        "'We don't open the players' gate in May,' said Jane Roe.",
        "en",
        &["We don't open the players' gate in May"],
    );
    quotes("„Wir öffnen erst im Mai“, sagte Jana Roth.", "de", &["Wir öffnen erst im Mai"]);
    quotes("»Wir öffnen erst im Mai«, sagte Jana Roth.", "de", &["Wir öffnen erst im Mai"]);
    quotes("«Wir öffnen erst im Mai», sagt Jana Roth.", "de-CH", &["Wir öffnen erst im Mai"]);
    quotes("« Nous ouvrons en mai », a dit Jeanne Roux.", "fr", &["Nous ouvrons en mai"]);
    quotes("« Nous ouvrons, dit-elle, en mai prochain. »", "fr", &["Nous ouvrons", "en mai prochain."]);
    quotes("«Abrimos en el mes de mayo», dijo Juana Rojo.", "es", &["Abrimos en el mes de mayo"]);
    quotes("„Otwieramy dopiero w maju” – mówi Jana Rot.", "pl", &["Otwieramy dopiero w maju"]);
    quotes("”Vi öppnar först i maj”, säger Jana Rot.", "sv", &["Vi öppnar först i maj"]);
    quotes("ローさんは「五月に開く予定です。楽しみです」と話した。", "ja", &["五月に開く予定です。楽しみです"]);
}

#[test]
fn reads_dashes_as_speech_in_languages_that_use_them() {
    quotes("—Abrimos en mayo —dijo Juana Rojo—. O en junio.", "es", &["Abrimos en mayo", "O en junio."]);
    quotes("– Nous ouvrons en mai, répondit Jeanne Roux.", "fr", &["Nous ouvrons en mai"]);
    quotes("– Tickets are sold at the gate.", "en", &[]);
}

#[test]
fn keeps_nested_marks_in_the_outer_quotation() {
    quotes("“He told me ‘not before May’ and left,” said Jane Roe.", "en", &["He told me ‘not before May’ and left"]);
    quotes("“He told me “not before May” and left,” said Jane Roe.", "en", &["He told me “not before May” and left"]);
    quotes("„Er sagte ‚nicht vor Mai‘ und ging“, sagte Jana Roth.", "de", &["Er sagte ‚nicht vor Mai‘ und ging"]);
}

#[test]
fn accepts_marks_that_face_the_wrong_way() {
    quotes("”We open in May,“ said Jane Roe.", "en", &["We open in May"]);
    quotes("“We open in May,“ said Jane Roe.", "en", &["We open in May"]);
}

#[test]
fn rejects_marked_words_that_nobody_said() {
    quotes("The film “A Spoon for the Mayor” was shot here.", "en", &[]);
    quotes("Phil “Spanner” Doe came first in the so-called “mud race”.", "en", &[]);
    quotes("Der Film „Ein Löffel für den Bürgermeister“ wurde hier gedreht.", "de", &[]);
    quotes("A 40\" screen and a 5'10\" door were sold.", "en", &[]);
}

#[test]
fn takes_no_mark_within_a_hebrew_word_or_behind_inches_for_the_end() {
    quotes("\"צה\"ל לא בנה את הגשר, והוא אינו בטוח\", אמר השר.", "he", &["צה\"ל לא בנה את הגשר, והוא אינו בטוח"]);
    quotes("\"It is 7\" wide and we'll mend it,\" said Jane Roe.", "en", &["It is 7\" wide and we'll mend it"]);
    quotes(
        "\"We were 24,\" said Jane Roe. \"And 30 came in 1990\", she added.",
        "en",
        &["We were 24", "And 30 came in 1990"],
    );
}

#[test]
fn finds_few_words_that_are_led_in_where_words_are_written_as_one() {
    quotes("وأضاف الوزير: «الماء يكفي المزارعين».", "ar", &["الماء يكفي المزارعين"]);
    quotes("وقالت المهندسة إن «الجسر ليس آمنا».", "ar", &["الجسر ليس آمنا"]);
    quotes("המהנדסת אמרה כי \"הגשר אינו בטוח\".", "he", &["הגשר אינו בטוח"]);
    // Names of parties and companies are no speech.
    quotes("تتهم «حركة مجتمع السلم» الحكومة بأن «قوات النيل» غادرت.", "ar", &[]);
}

#[test]
fn counts_utf16_code_units_as_browsers_do() {
    let paragraphs = ["𝄞 “We open in May,” said Jane Roe."];
    let input = Article { paragraphs: &paragraphs, language: Some("en") };
    let span = draft::draft(&input)[0].spans[0];
    assert_eq!(input.utf16(span), (4, 18));
    assert_eq!(input.around(span), ("𝄞 “", ",” said Jane Roe."));
}
