//! Quotes are found in their place, and graded by nothing but their words.

use document::decode::decode;
use document::model::{Document, Statement};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use quotes::{Finding, Grade, Quote, Text};
use testing::test;

const ARTICLE: [&str; 3] = [
    "MOSCOW – “Our position remains unchanged: we’ll do everything we consider necessary,” he said.",
    "“Turkey can buy Patriot systems in the future… but it will be impossible,” said Kalin, “if one of the conditions is to abandon the S-400.”",
    "The minister said that the price is high. The price is high, he repeated; and again: the price is high!",
];

fn find_in(paragraphs: &[&str], spans: &[&str], prefix: Option<&str>, suffix: Option<&str>) -> (Text, Finding) {
    let text: Text = paragraphs.iter().collect();
    let spans: Vec<String> = spans.iter().map(|span| (*span).to_owned()).collect();
    let finding = find_both_ways(&text, &Quote { spans: &spans, prefix, suffix });
    (text, finding)
}

/// The passages of the only place, paragraphs joined by a stroke.
fn passages(text: &Text, finding: &Finding) -> Vec<String> {
    assert_eq!(finding.places.len(), 1, "{finding:?}");
    finding.places[0].iter().map(|passage| text.slices(*passage).collect::<Vec<_>>().join("|")).collect()
}

#[track_caller]
fn graded(paragraphs: &[&str], span: &str, grade: Grade) {
    assert_eq!(find_in(paragraphs, &[span], None, None).1.grade, grade, "{span}");
}

/// A span is found as `passage`, with this grade.
#[track_caller]
fn found(paragraphs: &[&str], span: &str, grade: Grade, passage: &str) {
    let (text, finding) = find_in(paragraphs, &[span], None, None);
    assert_eq!((finding.grade, passages(&text, &finding)), (grade, vec![passage.to_owned()]), "{span}");
}

#[track_caller]
fn typographic(in_text: &str, in_quote: &str) {
    found(&[&format!("And so {in_text} it goes.")], in_quote, Grade::Typographic, in_text);
}

/// The quote's words and the text's, of each difference.
#[track_caller]
fn altered(paragraphs: &[&str], spans: &[&str], differences: &[(&str, &str)]) {
    let (text, finding) = find_in(paragraphs, spans, None, None);
    assert_eq!(finding.grade, Grade::Altered, "{spans:?}");
    let told = finding.differences.iter().map(|difference| {
        let text = text.slices(difference.text).collect::<Vec<_>>().join("|");
        (spans[difference.span][difference.quote.clone()].to_owned(), text)
    });
    let told: Vec<_> = told.collect();
    let told: Vec<_> = told.iter().map(|(quote, text)| (quote.as_str(), text.as_str())).collect();
    assert_eq!(told, differences);
}

#[test]
fn words_behind_an_elision_are_words() {
    let french = ["Elle a dit qu’il fermerait l'école et qu’avant l’été, l’eau serait sûre."];
    for words in
        ["il fermerait l’école", "avant l'été, l’eau serait sûre", "eau serait sûre", "qu'il fermerait l’école"]
    {
        let (_, finding) = find_in(&french, &[words], None, None);
        assert!(matches!(finding.grade, Grade::Exact | Grade::Typographic), "{words}: {:?}", finding.grade);
    }
    found(&["Ha detto che il livello dell’acqua è alto."], "acqua è alto", Grade::Exact, "acqua è alto");
    // Other apostrophes are within a word, and words are no others with a letter more.
    altered(
        &["They said Low’s house doesn’t stand here now."],
        &["Low house doesn’t stand here now"],
        &[("Low", "Low’s")],
    );
    graded(&["They don’t stand here."], "t stand here", Grade::NotFound);
    graded(&["Elle a dit qu’il ferme."], "u’il ferme", Grade::NotFound);
}

#[test]
fn word_for_word_and_character_for_character_is_exact() {
    for span in [
        "Our position remains unchanged",
        "we’ll do everything",
        "impossible",
        "the S-400",
        "S-400.",
        "future… but",
        "– “Our position",
    ] {
        found(&ARTICLE, span, Grade::Exact, span);
    }
}

#[test]
fn what_is_only_typography_is_typographic() {
    typographic("we’ll see", "we'll see");
    typographic("we'll see", "weʼll see");
    typographic("the “great” game", "the \"great\" game");
    typographic("the “great” game", "the ‘great’ game");
    typographic("the «great» game", "the great game");
    typographic("the „great“ game", "the »great« game");
    typographic("war – and peace", "war — and peace");
    typographic("war – and peace", "war—and peace");
    typographic("S-400", "S‑400");
    typographic("well … perhaps", "well ... perhaps");
    typographic("well … perhaps", "well. . . perhaps");
    typographic("10 000 roubles", "10\u{a0}000 roubles");
    typographic("10 000 roubles", "10\u{202f}000\u{2009}roubles");
    typographic("cafe\u{301} noir", "café noir");
    typographic("café noir", "cafe\u{301} noir");
    typographic("Donau\u{ad}dampf\u{ad}schiff", "Donaudampfschiff");
    typographic("Donaudampfschiff", "Donau\u{ad}dampfschiff");
    typographic("zero\u{200b}width", "zerowidth");
    typographic("שלום\u{200f} עולם again", "שלום עולם again");
    typographic("צה״ל הודיע", "צה\"ל הודיע");
    typographic("war — and peace", "war -- and peace");
    typographic("war---and peace", "war – and peace");
}

#[test]
fn letters_that_may_be_written_otherwise_are_typographic() {
    typographic("Die Straße ist gesperrt", "Die Strasse ist gesperrt");
    typographic("Die Strasse ist gesperrt", "Die Straße ist gesperrt");
    typographic("Её зовут Алёна", "Ее зовут Алена");
    typographic("Ее зовут Алена", "Её зовут Алёна");
    typographic("Ее зовут Алена", "Е\u{308}е зовут Але\u{308}на");
    typographic("שָׁלוֹם עוֹלָם", "שלום עולם");
    typographic("אמר שלום עולם", "אמר שָׁלוֹם עוֹלָם");
    typographic("او می\u{200c}رود و نمی\u{200c}آید", "او می رود و نمی آید");
    typographic("او می رود و نمی آید", "او می\u{200c}رود و نمی\u{200c}آید");
    typographic("کتاب\u{200c}ها و آن کتاب ها", "کتاب ها و آن کتاب\u{200c}ها");
    for (text, quote) in
        [("Die Gase sind gefährlich", "Die Gasse sind gefährlich"), ("او می رود و نمی آید", "او نمی رود و می آید")]
    {
        let text: Text = [text].iter().collect();
        let finding = text.find(&Quote { spans: &[quote.to_owned()], ..Quote::default() });
        assert!(matches!(finding.grade, Grade::Altered | Grade::NotFound), "{quote}: {finding:?}");
    }
}

#[test]
fn words_whose_letters_are_shown_in_another_direction_are_not_found() {
    for text in [
        "All people here are \u{202e}evil\u{202c} and well.",
        "All people here are \u{202d}evil\u{202c} and well.",
        "All people here are \u{202e}really evil, \u{202a}all\u{202c} of them\u{202c} and well.",
        "All people here are not\u{202e}evil\u{202c} and well.",
    ] {
        graded(&[text], "All people here", Grade::Exact);
        graded(&[text], "and well", Grade::Exact);
        for quote in ["are evil", "evil", "really evil", "of them", "are not", "are evil and well"] {
            graded(&[text], quote, Grade::NotFound);
        }
        graded(&[text], "people here are and well", Grade::Altered);
    }
    graded(&["They are \u{202e}evil and well."], "and well", Grade::NotFound);
    graded(&["They are \u{202e}evil", "and well."], "and well", Grade::Exact);
    graded(&["They are \u{202b}evil\u{202c}, \u{2067}all\u{2069} of them."], "evil, all of them", Grade::Typographic);
}

#[test]
fn where_lines_of_the_source_wrap_the_same_words_are_exact() {
    let source = "“Our position\n      remains unchanged,” he said.\tWe’ll  see.";
    found(&[source], "Our position remains unchanged", Grade::Exact, "Our position\n      remains unchanged");
    found(
        &[source],
        "“Our position remains unchanged,” he said. We’ll see",
        Grade::Exact,
        &source[3..source.len() - 1],
    );
    found(
        &["Our position remains unchanged, he said."],
        "Our position\n  remains",
        Grade::Exact,
        "Our position remains",
    );
    found(&["Our  position remains"], " position\n\tremains", Grade::Exact, "position remains");
    graded(&["Our position remains\u{a0}unchanged, he said."], "Our position remains unchanged", Grade::Typographic);
    graded(&["Our positionremains unchanged, he said."], "Our position remains unchanged", Grade::NotFound);
}

#[test]
fn a_full_stop_on_both_sides_of_the_mark_that_closes_is_no_ellipsis() {
    for text in
        ["She said: “It is safe.”. Then she left.", "She said: 'It is safe.'. Then she left.", "„Es is safe.“ . Then"]
    {
        for quote in ["is safe.", "is safe"] {
            graded(&[text], quote, Grade::Exact);
        }
    }
    graded(&["It is safe. . . and clean."], "is safe… and clean", Grade::Typographic);
}

#[test]
fn letters_that_are_drawn_in_another_way_are_typographic() {
    // Ligatures of print, joiners, and what draws Arabic letters apart.
    typographic("the ﬁnal ﬂoor of the oﬃce", "the final floor of the office");
    typographic("the final floor of the office", "the ﬁnal ﬂoor of the oﬃce");
    typographic("Auf\u{200c}lage und Kauf\u{200d}leute", "Auflage und Kaufleute");
    typographic("این میخواهم است", "این می\u{200c}خواهم است");
    typographic("قال الـــســـلام عليكم", "قال السلام عليكم");
    typographic("ﻗﺎﻝ ﺍﻟﺴﻼﻡ", "قال السلام");
    // Signs of vowels, and the letters of keyboards for Arabic and for Persian.
    typographic("قَالَ السَّلَامُ عَلَيْكُم", "قال السلام عليكم");
    typographic("قال السلام عليكم", "قَالَ السَّلَامُ عَلَيْكُم");
    typographic("او گفت کتاب خوب است", "او گفت كتاب خوب است");
    typographic("این خیلی خوب است", "اين خيلي خوب است");
    // Full and half width.
    typographic("２０２４年に１２．５％増えた", "2024年に12.5%増えた");
    typographic("ＮＡＴＯ said ３，０００ men", "NATO said 3,000 men");
    typographic("ﾃﾚﾋﾞを見てｶﾞｿﾘﾝを買った", "テレビを見てガソリンを買った");
    typographic("これはﾊﾟﾘ･ｺﾚｸｼｮﾝです", "これはパリ・コレクションです");
    // What is another number stays another one.
    altered(
        &["It has 10² grains of sand in all of it, she said."],
        &["It has 102 grains of sand in all of it"],
        &[("102", "10²")],
    );
    graded(
        &["It took 1½ hours to get there, all in all."],
        "It took 11⁄2 hours to get there, all in all",
        Grade::Altered,
    );
}

#[test]
fn a_hyphen_at_the_end_of_a_line_is_typographic_on_either_side() {
    typographic("the infor- mation of the govern- ment", "the information of the government");
    typographic("the information of the government", "the infor- mation of the govern-\nment");
    typographic("a well- known fact", "a well-known fact");
    found(&["The infor- mation was there."], "information was", Grade::Typographic, "infor- mation was");
    graded(&["The infor- mation is here, and infor- mation is there."], "information is", Grade::Ambiguous);
    let (text, finding) =
        find_in(&["The infor- mation was there, in the govern- ment."], &["information", "government"], None, None);
    assert_eq!(
        (finding.grade, passages(&text, &finding)),
        (Grade::Typographic, vec!["infor- mation".into(), "govern- ment".into()])
    );
    // Where nobody has the word in one, and where the hyphen has no blank behind it, it belongs to the word.
    graded(
        &["Pre- and post-war houses of the city stand here."],
        "Preand post-war houses of the city",
        Grade::Typographic,
    );
    let (_, finding) =
        find_in(&["The re-form of the whole house is done."], &["The reform of the whole house is done"], None, None);
    assert!(matches!(finding.grade, Grade::Altered | Grade::NotFound));
}

#[test]
fn a_straight_mark_that_touches_letters_is_no_apostrophe() {
    for (text, span) in [
        ("그는 \"우리는 포기하지 않을 것입니다\"라고 말했다.", "우리는 포기하지 않을 것입니다"),
        ("He said \"I am sorry\"and left.", "I am sorry"),
        ("Bakan \"Türkiye hazırdır\"ı tekrarladı.", "Türkiye hazırdır"),
        ("Bakan ＂Türkiye hazırdır＂ı tekrarladı.", "Türkiye hazırdır"),
    ] {
        found(&[text], span, Grade::Exact, span);
    }
    // Half of an abbreviation is another word.
    graded(&["דובר צה\"ל הודיע"], "ל הודיע", Grade::NotFound);
}

#[test]
fn the_passage_is_the_words_and_not_the_marks_around_them() {
    found(&["He said: “It is so”."], "“It is so”", Grade::Exact, "It is so");
    found(&["He said: “It is so.”"], "\"It is so\"", Grade::Typographic, "It is so");
}

#[test]
fn a_final_comma_may_stand_on_either_side_of_the_mark() {
    found(&["“It is so”, he said."], "It is so,", Grade::Typographic, "It is so”,");
    found(&["“It is so,” he said."], "It is so,", Grade::Exact, "It is so,");
    found(&["“It is so,” he said."], "It is so", Grade::Exact, "It is so");
    found(&["He calls it “so”, and goes."], "it “so,” and goes", Grade::Typographic, "it “so”, and goes");
}

#[test]
fn a_quote_goes_on_in_the_next_paragraph() {
    let paragraphs = ["“We begin here.", "“And end there.”"];
    found(&paragraphs, "begin here. And end", Grade::Typographic, "begin here.|“And end");
}

#[test]
fn a_word_is_a_whole_one() {
    graded(&["The party is over and the heart is full"], "art", Grade::NotFound);
    graded(&["They understand nothing of it"], "under stand nothing", Grade::NotFound);
    graded(&["were here"], "we're here", Grade::NotFound);
    graded(&["Sie kommen morgen früh an"], "kommen morgen fruh an", Grade::NotFound);
}

#[test]
fn scripts_without_spaces_are_compared_by_character() {
    found(&["彼は「価格が高い」と言った。"], "価格が高い", Grade::Exact, "価格が高い");
    found(&["彼は「か\u{3099}く」と言った"], "がく", Grade::Typographic, "か\u{3099}く");
    found(&["เขากล่าวว่าราคาสูงมาก"], "ราคาสูง", Grade::Exact, "ราคาสูง");
    altered(&["彼は今日の午後に東京で価格が高いと言った。"], &["今日の午後に大阪で価格が高い"], &[("大阪", "東京")]);
}

#[test]
fn where_the_same_words_stand_several_times_only_context_decides() {
    let twice = |prefix, suffix| {
        let (text, finding) = find_in(&ARTICLE, &["price is high"], prefix, suffix);
        (finding.grade, finding.places.len(), finding.places.first().map(|place| text.utf16(place[0].start)))
    };
    assert_eq!(twice(None, None), (Grade::Ambiguous, 3, Some(27)));
    assert_eq!(twice(Some("said that the"), None), (Grade::Exact, 1, Some(27)));
    assert_eq!(twice(Some("nister said that the "), None), (Grade::Exact, 1, Some(27)));
    assert_eq!(twice(None, Some(", he")), (Grade::Exact, 1, Some(46)));
    assert_eq!(twice(Some("high. The"), Some(", he repea")), (Grade::Exact, 1, Some(46)));
    assert_eq!(twice(Some("again: the"), None), (Grade::Exact, 1, Some(89)));
    // What decides nothing leaves it open.
    assert_eq!(twice(Some("somebody else:"), None), (Grade::Ambiguous, 3, Some(27)));
}

#[test]
fn a_context_that_the_text_does_not_have_is_told() {
    let spans = ["Our position remains unchanged".to_owned()];
    let text: Text = ARTICLE.iter().collect();
    let confirms = |prefix, suffix| text.confirms(&Quote { spans: &spans, prefix, suffix });
    assert!(confirms(None, None));
    assert!(confirms(Some("MOSCOW –"), Some(": we’ll do")));
    assert!(!confirms(Some("ANKARA –"), None));
    assert!(!confirms(None, Some("he said")));
}

#[test]
fn spans_stand_in_their_order_and_as_near_as_they_can() {
    let (text, finding) =
        find_in(&ARTICLE, &["Turkey can buy Patriot systems", "if one of the conditions"], None, None);
    assert_eq!(finding.grade, Grade::Exact);
    assert_eq!(passages(&text, &finding), ["Turkey can buy Patriot systems", "if one of the conditions"]);

    // Of two places for the second span, the one behind the first; of two for the first, the one nearest before the second.
    let paragraphs = ["win the war", "we will fight on, we will, and win the war"];
    let (text, finding) = find_in(&paragraphs, &["we will", "win the war"], None, None);
    assert_eq!(finding.grade, Grade::Exact);
    assert_eq!(text.utf16(finding.places[0][0].start), 18);

    let paragraphs = ["we will fight and win, we will talk and win"];
    assert_eq!(find_in(&paragraphs, &["we will", "win"], None, None).1.grade, Grade::Ambiguous);
    assert_eq!(find_in(&paragraphs, &["we will", "win"], None, Some(", we")).1.grade, Grade::Exact);
}

#[test]
fn spans_in_another_order_are_altered_though_each_is_there() {
    altered(&ARTICLE, &["if one of the conditions", "Turkey can buy Patriot systems"], &[]);
}

#[test]
fn an_altered_quote_names_the_words() {
    let at = &ARTICLE;
    altered(
        at,
        &["Our position remains the same: we’ll do everything we consider necessary"],
        &[("the same", "unchanged")],
    );
    altered(at, &["Your position remains unchanged"], &[("Your", "Our")]);
    altered(at, &["Turkey can buy Patriot missiles in the future"], &[("missiles", "systems")]);
    altered(at, &["one of the conditions is to abandon the S-300"], &[("S-300", "S-400")]);
    altered(at, &["Turkey can buy systems in the future"], &[("", "Patriot")]);
    altered(at, &["Turkey can never buy Patriot systems in the future"], &[("never", "")]);
    altered(at, &["Our position remains unchanged, we’ll do everything"], &[("unchanged,", "unchanged:")]);
    altered(at, &["our position remains unchanged: we’ll do everything"], &[("our", "Our")]);
    altered(at, &["we will do everything we consider necessary"], &[("we will", "we’ll")]);
    altered(
        at,
        &["Turkey may buy Patriot systems in the future… but it will be unacceptable"],
        &[("may", "can"), ("unacceptable", "impossible")],
    );
    altered(
        at,
        &["Our position remains unchanged", "Turkey will buy Patriot systems in the future"],
        &[("will", "can")],
    );
}

#[test]
fn one_word_changed_in_a_quote_of_five_to_seven_words_is_altered() {
    let article = [
        "She said that the old water pipes beneath the harbor would all be laid anew by the end of the year.",
        "Nobody had told the people of the quarter what it would cost them, or who was to pay for it in the end.",
    ];
    altered(&article, &["old water pipes beneath the city"], &[("city", "harbor")]);
    altered(&article, &["or who is to pay for it"], &[("is", "was")]);
    altered(&article, &["what it will cost them"], &[("will", "would")]);
    altered(&article, &["told the people of the town"], &[("town", "quarter")]);
    altered(&article, &["all be laid before by the end"], &[("before", "anew")]);
    // Four words, or two changed, may stand together by chance.
    graded(&article, "or who is to", Grade::NotFound);
    graded(&article, "or who are to live for it", Grade::NotFound);
}

#[test]
fn where_only_the_last_mark_differs_it_is_named_however_few_the_words_are() {
    let at = &["“We won,” she said. “It was never in doubt at all for any of us,” he said. Why go on and on?"];
    altered(at, &["We won."], &[(".", ",")]);
    altered(at, &["It was never in doubt at all for any of us."], &[(".", ",")]);
    altered(at, &["We won", "any of us!"], &[("!", ",")]);
    altered(at, &["he said!"], &[("!", ".")]);
    altered(at, &["go on."], &[(".", "")]);
    altered(at, &["on and on?!"], &[("!", "")]);
    graded(at, "We lost.", Grade::NotFound);
    let (text, finding) = find_in(at, &["We won."], None, None);
    assert_eq!(passages(&text, &finding), ["We won,"]);
}

#[test]
fn another_statement_is_not_found() {
    graded(&ARTICLE, "We have always said that the price of gas is a matter for the market", Grade::NotFound);
    graded(&ARTICLE, "It will be up to the minister to say that", Grade::NotFound);
    graded(&ARTICLE, "Nobody", Grade::NotFound);
    assert_eq!(find_in(&ARTICLE, &["Our position", "nobody asked us"], None, None).1.grade, Grade::NotFound);
}

#[test]
fn of_several_spans_a_little_one_that_is_not_there_is_an_alteration() {
    let spans = ["Nobody", "can buy Patriot systems in the future"];
    altered(&ARTICLE, &spans, &[("Nobody", "")]);
    altered(&ARTICLE, &["Our position remains unchanged", "nobody asked us"], &[("nobody asked us", "")]);
}

#[test]
fn without_words_nothing_is_checked() {
    graded(&[], "Our position", Grade::NotChecked);
    graded(&["", "“…”"], "Our position", Grade::NotFound);
    graded(&ARTICLE, "", Grade::NotChecked);
    graded(&ARTICLE, " “…” ", Grade::NotChecked);
    assert_eq!(find_in(&ARTICLE, &[], None, None).1.grade, Grade::NotChecked);
    assert_eq!(find_in(&ARTICLE, &["…", "!"], None, None).1.grade, Grade::NotChecked);
}

#[test]
fn parts_without_words_neither_hide_the_others_nor_hinder_them() {
    let grade = |spans: &[&str]| find_in(&ARTICLE, spans, None, None).1.grade;
    assert_eq!(grade(&["Our position", "…"]), Grade::Exact);
    assert_eq!(grade(&["nobody ever said anything of the kind", "…"]), Grade::NotFound);
    altered(&ARTICLE, &["[...]", "Our position remains changed: we’ll do everything"], &[("changed", "unchanged")]);
}

#[test]
fn a_piece_of_a_number_is_another_number() {
    let text = ["It is 3.5 percent of 10,000, or 7. Then 8,9."];
    for part in ["It is 3", "5 percent of", "000, or 7", "of 10", "Then 8"] {
        assert!(!matches!(find_in(&text, &[part], None, None).1.grade, Grade::Exact | Grade::Typographic), "{part}");
    }
    for whole in ["It is 3.5 percent of 10,000", "or 7.", "or 7", "Then 8,9."] {
        graded(&text, whole, Grade::Exact);
    }
    typographic("20 €", "20€");
    typographic("№ 5", "№5");
}

#[test]
fn words_in_another_case_are_altered_however_few_they_are() {
    altered(&["“We pay,” he said. Ümit pays, too."], &["we pay"], &[("we", "We")]);
    altered(&["“We pay,” he said. Ümit pays, too."], &["he said", "ümit"], &[("ümit", "Ümit")]);
    altered(&["We pay, and we pay."], &["WE PAY"], &[("WE PAY", "We pay")]);
}

#[test]
fn of_several_spans_context_decides_where_the_first_and_the_last_stand() {
    let late = ["A said. “We will pay,” he said, “in full.” Later: “Nobody is paid in full.” That is it."];
    let (text, finding) = find_in(&late, &["We will pay", "in full"], None, Some(".” That is it"));
    assert_eq!(finding.places[0][1].end.byte, text.paragraphs()[0].find(".” That").unwrap());
    let early = ["At first “We want peace,” he said. Later he said: “We want peace, and bread.”"];
    let (_, finding) = find_in(&early, &["We want peace", "and bread"], Some("At first"), None);
    assert_eq!(finding.places[0][0].start.byte, early[0].find("We want").unwrap());
    let spans = ["We want peace".to_owned(), "and bread".to_owned()];
    let text: Text = early.iter().collect();
    assert!(text.confirms(&Quote { spans: &spans, prefix: Some("At first"), suffix: None }));
    assert!(!text.confirms(&Quote { spans: &spans, prefix: Some("At last"), suffix: None }));
}

#[test]
fn what_repeats_itself_or_is_long_costs_no_more_than_its_length() {
    let long: Vec<String> = (0..50_000).map(|number| format!("w{number}")).collect();
    let mut quote = long.clone();
    quote[25_000] = "wrong".to_owned();
    altered(&[&long.join(" ")], &[&quote.join(" ")], &[("wrong", "w25000")]);
    let again = "a b ".repeat(2_000);
    graded(&[&format!("{again} c {again}")], &format!("{again} d {again}"), Grade::Altered);
}

#[test]
fn positions_are_told_in_the_units_of_the_dom() {
    let (text, finding) = find_in(&["👩🏽‍🚀 “Grüße” 𝕏 an alle"], &["Grüße” 𝕏 an"], None, None);
    let passage = finding.places[0][0];
    let units: Vec<u16> = text.paragraphs()[0].encode_utf16().collect();
    let told = &units[text.utf16(passage.start)..text.utf16(passage.end)];
    assert_eq!(String::from_utf16(told).unwrap(), "Grüße” 𝕏 an");
}

#[track_caller]
fn linked(paragraphs: &[&str], spans: &[&str], prefix: Option<&str>, fragment: Option<&str>) {
    let text: Text = paragraphs.iter().collect();
    let spans: Vec<String> = spans.iter().map(|span| (*span).to_owned()).collect();
    let found = text.fragment(&Quote { spans: &spans, prefix, suffix: None });
    assert_eq!(found.as_deref().map(|fragment| fragment.strip_prefix(":~:text=").unwrap()), fragment);
}

#[test]
fn a_text_fragment_leads_to_the_quote_with_as_few_words_as_tell_it_apart() {
    let at = &ARTICLE;
    linked(at, &["it will be impossible"], None, Some("it%20will%20be%20impossible"));
    linked(
        at,
        &["Our position remains unchanged: we’ll do everything"],
        None,
        Some("Our%20position%20remains,we%E2%80%99ll%20do%20everything"),
    );
    linked(at, &["Turkey can buy Patriot systems", "to abandon the S-400"], None, Some("Turkey%20can%20buy,S%2D400"));
    // Where words are not set apart, a browser finds the end of a word only where it sees one: the whole is named.
    linked(
        &["「東京の水道は安全です」と言った。"],
        &["東京の水道は安全です"],
        None,
        Some("%E6%9D%B1%E4%BA%AC%E3%81%AE%E6%B0%B4%E9%81%93%E3%81%AF%E5%AE%89%E5%85%A8%E3%81%A7%E3%81%99"),
    );
    // In three places: what stands before tells, or what stands behind.
    linked(at, &["price is high"], None, None);
    linked(at, &["price is high"], Some("said that the"), Some("that%20the-,price%20is%20high"));
    linked(&["It rains. We go.", "It rains. We stay."], &["It rains"], None, None);
    linked(&["It rains, and we go.", "It rains and we stay."], &["It rains and"], None, Some("It%20rains%20and"));
    // A browser does not mind the case.
    linked(
        &["We will see. You will go.", "And we will see, too, where it ends."],
        &["we will see, too, where it ends"],
        None,
        Some("we%20will%20see%2C,where%20it%20ends"),
    );
    // It ends at the first place with these words.
    linked(
        &["He comes again and again and at last again and again goes home."],
        &["comes again and again and at last again and again goes"],
        None,
        Some("comes%20again%20and,and%20again%20goes"),
    );
    // Neither end reaches into another paragraph.
    linked(
        &["“We begin.", "“And we go on and on.”"],
        &["We begin. And we go on"],
        None,
        Some("We%20begin.,we%20go%20on"),
    );
    linked(at, &["nobody said that to us"], None, None);
}

#[test]
fn what_follows_tells_where_nothing_stands_before() {
    let text: Text = ["It rains here. It rains, he says.", "It rains here. It rains, she says."].iter().collect();
    let spans = ["It rains here. It rains".to_owned()];
    let fragment = text.fragment(&Quote { spans: &spans, prefix: None, suffix: Some(", she") });
    assert_eq!(fragment.as_deref(), Some(":~:text=It%20rains%20here.%20It%20rains,-%2C%20she"));
}

#[test]
fn the_context_of_a_text_fragment_has_the_marks_between_it_and_the_words() {
    let linked = |paragraphs: &[&str], span: &str, prefix, suffix| {
        let text: Text = paragraphs.iter().collect();
        text.fragment(&Quote { spans: &[span.to_owned()], prefix, suffix }).unwrap()
    };
    let said = ["He said no to it.", "She said “no” to him.", "They asked “no” more."];
    assert_eq!(linked(&said, "no", Some("She said"), None), ":~:text=She%20said%20%E2%80%9C-,no");
    let act = ["“We must act”, said Ann.", "“We must act” was what Bob said."];
    assert_eq!(linked(&act, "We must act", None, Some("was")), ":~:text=We%20must%20act,-%E2%80%9D%20was");
    let non = ["« Non », dit-il.", "« Non », répète-t-elle."];
    assert_eq!(linked(&non, "Non", None, Some(", répète")), ":~:text=Non,-%C2%BB%2C%20r%C3%A9p%C3%A8te");
}

// The article of the demonstration.

fn document() -> Document {
    decode(include_str!("../../../data/iran-s-400.json")).unwrap().document
}

fn words(statement: &Statement) -> impl Iterator<Item = &[String]> {
    [&statement.quote, &statement.reported].into_iter().flatten().map(|words| words.spans())
}

#[test]
fn every_quote_of_the_article_stands_in_it() {
    let document = document();
    let text: Text = document.article.body.unwrap().iter().collect();
    for statement in document.claims.iter().flat_map(|claim| &claim.statements) {
        for spans in words(statement) {
            let quote = Quote { spans, prefix: statement.prefix.as_deref(), suffix: statement.suffix.as_deref() };
            let grade = text.find(&quote).grade;
            assert!(matches!(grade, Grade::Exact | Grade::Typographic), "{grade:?}: {spans:?}");
        }
    }
}

#[test]
fn every_quote_of_the_article_with_any_one_word_changed_is_altered_and_names_it() {
    let document = document();
    let text: Text = document.article.body.unwrap().iter().collect();
    let mut tried = 0;
    for statement in document.claims.iter().flat_map(|claim| &claim.statements) {
        for spans in words(statement) {
            for (index, span) in spans.iter().enumerate() {
                for (at, word) in span.split(' ').enumerate() {
                    let mut changed: Vec<_> = span.split(' ').collect();
                    changed[at] = "zebra";
                    let mut spans = spans.to_vec();
                    spans[index] = changed.join(" ");
                    let finding = find_both_ways(&text, &Quote { spans: &spans, ..Quote::default() });
                    assert_eq!(finding.grade, Grade::Altered, "{spans:?}");
                    let [difference] = &finding.differences[..] else { panic!("{spans:?}: {finding:?}") };
                    assert_eq!(&spans[difference.span][difference.quote.clone()], "zebra");
                    let told = text.slices(difference.text).collect::<String>();
                    assert!(word.contains(&told) && (!told.is_empty() || span == word), "{told} for {word}: {spans:?}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

// Properties.

/// Phrases that stand in any English text.
const PHRASES: [&str; 48] = [
    "it would be",
    "one of the",
    "according to",
    "as well as",
    "in the",
    "of the",
    "to the",
    "we have",
    "there is no",
    "is not",
    "on the",
    "at the same time",
    "he said that",
    "they are",
    "has been",
    "will be",
    "for the",
    "with a",
    "that the",
    "and we",
    "it is",
    "by the",
    "this is",
    "as a",
    "more than",
    "the first",
    "out of",
    "in a",
    "to be",
    "and the",
    "from the",
    "such a",
    "not only",
    "but also",
    "a number of",
    "part of the",
    "because of",
    "should not",
    "would have",
    "have been",
    "if we",
    "when the",
    "must be",
    "all of us",
    "up to",
    "no one",
    "so far",
    "over the",
];

const WORDS: [&str; 96] = [
    "government",
    "price",
    "market",
    "system",
    "minister",
    "purchase",
    "security",
    "country",
    "question",
    "answer",
    "position",
    "necessary",
    "impossible",
    "condition",
    "future",
    "supply",
    "technology",
    "demand",
    "proposal",
    "agreement",
    "winter",
    "river",
    "bridge",
    "engineer",
    "water",
    "doctor",
    "hospital",
    "school",
    "teacher",
    "budget",
    "tax",
    "vote",
    "election",
    "party",
    "court",
    "judge",
    "law",
    "crime",
    "police",
    "city",
    "village",
    "farmer",
    "harvest",
    "weather",
    "storm",
    "coast",
    "ship",
    "harbor",
    "train",
    "station",
    "worker",
    "union",
    "strike",
    "wage",
    "company",
    "profit",
    "bank",
    "loan",
    "interest",
    "house",
    "rent",
    "street",
    "garden",
    "museum",
    "painter",
    "music",
    "concert",
    "film",
    "actor",
    "theatre",
    "football",
    "player",
    "coach",
    "season",
    "record",
    "runner",
    "science",
    "planet",
    "climate",
    "energy",
    "power",
    "plant",
    "wind",
    "solar",
    "nuclear",
    "reactor",
    "safety",
    "report",
    "study",
    "expert",
    "result",
    "number",
    "change",
    "growth",
    "danger",
    "hope",
];

fn sentence(pieces: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let piece = prop_oneof![select(&PHRASES[..]), select(&WORDS[..])];
    prop::collection::vec(piece, pieces).prop_map(|pieces| pieces.join(" "))
}

fn article() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(sentence(8..40), 1..12)
}

/// A text, the number of one of its paragraphs, and a run of at least four words of that.
fn article_and_span() -> impl Strategy<Value = (Vec<String>, String)> {
    (article(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), 4..20_usize).prop_map(
        |(article, paragraph, from, count)| {
            let words: Vec<&str> = article[paragraph.index(article.len())].split(' ').collect();
            let from = from.index(words.len().saturating_sub(4).max(1));
            let span = words[from..(from + count).min(words.len())].join(" ");
            (article.clone(), span)
        },
    )
}

fn grade_in(article: &[String], span: &str) -> Grade {
    grade_of(&article.iter().collect(), span)
}

fn grade_of(text: &Text, span: &str) -> Grade {
    find_both_ways(text, &Quote { spans: &[span.to_owned()], ..Quote::default() }).grade
}

/// Looks for a quote. Where similar words count, no answer about the same words may be another.
fn find_both_ways(text: &Text, quote: &Quote<'_>) -> Finding {
    let (finding, located) = (text.find(quote), text.locate(quote));
    match finding.grade {
        Grade::Altered => assert_eq!(located.grade, Grade::NotFound),
        _ => assert_eq!(located, finding),
    }
    finding
}

type Reset = fn(&str) -> String;

/// Every way to set the same words otherwise.
const RESETTINGS: [(&str, Reset); 6] = [
    ("no-break spaces", |span| span.replacen(' ', "\u{a0}", 1)),
    ("a soft hyphen", |span| format!("{}\u{ad}{}", &span[..1], &span[1..])),
    ("quotation marks", |span| span.replacen(' ', " “", 1)),
    ("a direction mark", |span| span.replacen(' ', " \u{200e}", 1)),
    ("marks all around", |span| format!("«{span}»")),
    ("a zero-width space", |span| span.replacen(' ', "\u{200b} ", 1)),
];

#[test]
fn what_somebody_else_said_is_not_found() {
    let mut runner = TestRunner::deterministic();
    let mut draw = |pieces| sentence(pieces).new_tree(&mut runner).unwrap().current();
    let (mut pairs, mut wrong) = (0, Vec::new());
    for _ in 0..240 {
        let article: Vec<_> = (0..40).map(|_| draw(8..40)).collect();
        let text: Text = article.iter().collect();
        for _ in 0..50 {
            let quote = draw(5..30);
            let stands = format!(" {} ", article.join(" ")).contains(&format!(" {quote} "));
            pairs += 1;
            let finding = find_both_ways(&text, &Quote { spans: std::slice::from_ref(&quote), ..Quote::default() });
            if finding.grade != Grade::NotFound && !stands {
                let nearest =
                    finding.places[0].iter().flat_map(|passage| text.slices(*passage)).collect::<Vec<_>>().join("|");
                wrong.push(format!("{quote}: {nearest}"));
            }
        }
    }
    println!("{} of {pairs} random pairs matched falsely", wrong.len());
    assert!(pairs >= 10_000 && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sentences_of_one_real_text_are_not_found_in_another() {
    let paragraphs =
        |text: &str| -> Vec<String> { text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect() };
    let files = [
        include_str!("../../../README.md"),
        include_str!("../../../ARCHITECTURE.md"),
        include_str!("../../../docs/embedding.md"),
        include_str!("../../../CHANGELOG.md"),
        include_str!("../../../LICENSE-APACHE"),
    ];
    let mut texts: Vec<Vec<String>> = files.iter().map(|text| paragraphs(text)).collect();
    texts.push(document().article.body.unwrap());
    let (mut pairs, mut near) = (0, Vec::new());
    // Of the project's own texts several tell of the same: only what has nothing to do with them is compared with them.
    let unrelated = |one: usize, other: usize| (one < 4) != (other < 4) || (one >= 4 && one != other);
    for (at, article) in texts.iter().enumerate() {
        let text: Text = article.iter().collect();
        for (_, others) in texts.iter().enumerate().filter(|(other, _)| unrelated(at, *other)) {
            for sentence in others.iter().flat_map(|paragraph| paragraph.split(['.', ':', ';', '|', '"'])) {
                if sentence.split_whitespace().count() < 4 {
                    continue;
                }
                pairs += 1;
                if !matches!(grade_of(&text, sentence), Grade::NotFound | Grade::NotChecked) {
                    near.push(sentence);
                }
            }
        }
    }
    println!("{} of {pairs} sentences matched another text", near.len());
    assert!(pairs > 500 && near.is_empty(), "{near:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn four_words_of_a_text_are_found_in_it((article, span) in article_and_span()) {
        let grade = grade_in(&article, &span);
        prop_assert!(matches!(grade, Grade::Exact | Grade::Ambiguous), "{grade:?}: {span}");
    }

    #[test]
    fn words_set_otherwise_are_typographic((article, span) in article_and_span(), (name, reset) in select(&RESETTINGS[..])) {
        let before = grade_in(&article, &span);
        let grade = grade_in(&article, &reset(&span));
        let expected = if before == Grade::Ambiguous { Grade::Ambiguous } else { Grade::Typographic };
        prop_assert_eq!(grade, expected, "{}: {}", name, reset(&span));
    }

    #[test]
    fn dashes_and_apostrophes_set_otherwise_are_typographic(
        (article, span) in article_and_span(), (one, other) in select(&[(" – ", "—"), ("-", "‑"), ("’s ", "'s "), ("… ", "... ")][..]),
    ) {
        let set = |with: &str| span.replacen(' ', with, 1);
        let article: Vec<_> = article.iter().map(|paragraph| paragraph.replace(&span, &set(one))).collect();
        let grade = grade_in(&article, &set(other));
        prop_assert!(matches!(grade, Grade::Typographic | Grade::Ambiguous), "{grade:?}: {}", set(other));
        prop_assert!(matches!(grade_in(&article, &set(one)), Grade::Exact | Grade::Ambiguous));
    }

    #[test]
    fn another_word_is_never_exact_unless_that_stands_elsewhere(
        (article, span) in article_and_span(), at in any::<prop::sample::Index>(), word in select(&WORDS[..]),
    ) {
        let mut words: Vec<&str> = span.split(' ').collect();
        let at = at.index(words.len());
        words[at] = word;
        let changed = words.join(" ");
        let stands = article.iter().any(|paragraph| format!(" {paragraph} ").contains(&format!(" {changed} ")));
        let joined = format!(" {} ", article.join(" ")).contains(&format!(" {changed} "));
        let grade = grade_in(&article, &changed);
        match grade {
            Grade::Exact => prop_assert!(stands, "{changed}"),
            Grade::Typographic | Grade::Ambiguous => prop_assert!(joined, "{changed}"),
            _ => prop_assert!(!stands, "{changed}"),
        }
    }

    #[test]
    fn any_characters_are_looked_for_without_a_panic(article in prop::collection::vec(any::<String>(), 0..4), span in any::<String>(), context in any::<Option<String>>()) {
        let text: Text = article.iter().collect();
        let spans = [span];
        let quote = Quote { spans: &spans, prefix: context.as_deref(), suffix: context.as_deref() };
        let finding = find_both_ways(&text, &quote);
        text.confirms(&quote);
        for passage in finding.places.iter().flatten().chain(finding.differences.iter().map(|difference| &difference.text)) {
            prop_assert!(text.slices(*passage).count() > 0);
            text.utf16(passage.start);
            text.utf16(passage.end);
        }
    }

    #[test]
    fn any_piece_of_any_text_is_found(pieces in prop::collection::vec("[!-\\-/-~«»“”–а-яא-ת一-七e\u{301}\u{ad}]{1,9}", 4..40), from in 0..30_usize, count in 1..20_usize) {
        let paragraph = pieces.join(" ");
        let span = pieces.iter().skip(from).take(count).map(String::as_str).collect::<Vec<_>>().join(" ");
        prop_assume!(span.chars().any(char::is_alphanumeric));
        let grade = grade_in(std::slice::from_ref(&paragraph), &span);
        prop_assert!(matches!(grade, Grade::Exact | Grade::Ambiguous), "{grade:?}: {span:?} in {paragraph:?}");
    }
}
