//! For any text, all positions are valid and the time is proportional to the length.

use std::time::Duration;

use draft::{Article, Attribution, Span};
use proptest::prelude::*;

fn drafted(paragraphs: &[&str], language: Option<&str>) -> Vec<Attribution> {
    draft::draft(&Article { paragraphs, language })
}

/// Checks that every span is in the article and is not empty.
fn check(paragraphs: &[&str], language: Option<&str>) {
    let input = Article { paragraphs, language };
    let attributions = draft::draft(&input);
    let is_true = |span: Span| {
        let text = paragraphs[span.paragraph].get(span.start..span.end).expect("a span is between characters");
        assert!(!text.is_empty(), "a span has words");
        let (start, end) = input.utf16(span);
        assert_eq!(end - start, text.encode_utf16().count());
    };
    for attribution in &attributions {
        assert!(!attribution.spans.is_empty());
        attribution.spans.iter().copied().for_each(is_true);
        attribution.cue.into_iter().for_each(is_true);
        is_true(attribution.sentence);
        let speaker = attribution.speaker;
        let parts = speaker.map(|speaker| [Some(speaker.name), speaker.role, speaker.organization]);
        parts.into_iter().flatten().flatten().for_each(is_true);
        assert_eq!(speaker.is_none(), attribution.sureness == draft::Sureness::Open);
    }
    let is_sorted = attributions.windows(2).all(|pair| pair[0].spans[0] <= pair[1].spans[0]);
    assert!(is_sorted, "in the order of the article");
}

/// Words that the rules know, and signs that can confuse them.
const PARTS: &[&str] = &[
    "said",
    "says",
    "told",
    "adding",
    "according to",
    "that",
    "Jane",
    "Roe",
    "Mr.",
    "the",
    "a",
    "mayor",
    "spokeswoman",
    "for",
    "port",
    "of",
    "he",
    "she",
    "it",
    "Norvex’s",
    "but",
    "and",
    "who",
    "Monday",
    "was",
    "sagte",
    "teilte",
    "mit",
    "dass",
    "sei",
    "die",
    "Ministerin",
    "zufolge",
    "laut",
    "wie",
    "so",
    "hat",
    "erklärt",
    "dit-il",
    "a",
    "déclaré",
    "l’association",
    "qu’il",
    "dijo",
    "disse",
    "ha detto",
    "dedi",
    "diyen",
    "Kalın’ın",
    "Q:",
    "ROE:",
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "''",
    "``",
    "「",
    "」",
    "『",
    "』",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "—",
    "–",
    "-",
    "(",
    ")",
    "…",
    "é",
    "𝄞",
    "\u{a0}",
    "石",
    "1.270",
    "U.S.",
    "ALL CAPS",
    "film",
    "“yes”",
    "&",
    "/",
    "’s",
    "İ",
    "ß",
    "ǅ",
];

fn paragraph() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(PARTS);
    let glued = (part, prop::bool::weighted(0.7))
        .prop_map(|(part, is_apart)| if is_apart { format!("{part} ") } else { part.to_owned() });
    proptest::collection::vec(glued, 0..40).prop_map(|parts| parts.concat())
}

const LANGUAGES: [Option<&str>; 9] =
    [None, Some("en"), Some("de-AT"), Some("fr"), Some("es"), Some("pt-BR"), Some("it"), Some("tr"), Some("ja")];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn places_are_true_in_a_text_of_misleading_words(
        paragraphs in proptest::collection::vec(paragraph(), 0..6),
        language in proptest::sample::select(&LANGUAGES[..]),
    ) {
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        check(&paragraphs, language);
    }

    #[test]
    fn places_are_true_in_any_text(paragraphs in proptest::collection::vec(".{0,80}", 0..4), language in proptest::sample::select(&LANGUAGES[..])) {
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        check(&paragraphs, language);
    }
}

/// Returns the shortest of three times, because other programs run on the same machine.
fn time(paragraphs: &[&str], language: &str) -> Duration {
    let once = || {
        let begin = testing::ThreadTime::now();
        std::hint::black_box(drafted(paragraphs, Some(language)));
        begin.elapsed()
    };
    once().min(once()).min(once())
}

/// In bytes.
const LENGTH: usize = 8_000;

/// Four times the text may take up to twelve times as long; quadratic work would take sixteen times. Other programs can
/// make any measurement too long, so one good measurement out of several is enough: quadratic work never gives one.
#[track_caller]
fn takes_time_in_proportion(part: &str, language: &str) {
    let text = |times: usize| part.repeat(times * LENGTH / part.len());
    let (short, long) = (text(1), text(4));
    time(&[&short], language);
    assert!(is_proportional(&[&short], &[&long], language), "{part}");
    // The same text, in separate paragraphs.
    let times = LENGTH / part.len();
    assert!(is_proportional(&vec![part; times], &vec![part; 4 * times], language), "{part} in paragraphs");
}

fn is_proportional(few: &[&str], many: &[&str], language: &str) -> bool {
    (0..6).any(|_| time(many, language) < time(few, language) * 12 + Duration::from_millis(20))
}

#[test]
fn takes_time_proportional_to_the_length() {
    for part in [
        "“",
        "”",
        "\"",
        "‘",
        "'",
        "„",
        "« ",
        " »",
        "''",
        "``",
        "「",
        "“a ",
        "“a” ",
        "(",
        "-",
        "— ",
        "a",
        "a ",
        "A ",
        ",",
        ", ",
        ".",
        ". ",
        "said ",
        "he said ",
        "said, ",
        "adding, ",
        "Roe, ",
        "Roe Doe ",
        "according to ",
        "the mayor said that ",
        "of the ",
        "statement by ",
        "“A b c d,” Roe said. ",
        "ROE: ",
        "Roe's ",
        "'s ",
        "and ",
        "von der ",
        "film “A” ",
    ] {
        for language in ["en", "de", "tr"] {
            takes_time_in_proportion(part, language);
        }
    }
}

#[test]
fn reads_twenty_megabytes_in_one_paragraph() {
    let text = "“We will not go,” said Jane Roe, a spokeswoman for the port, and the mayor said that he would. "
        .repeat(210_000);
    assert!(drafted(&[&text], Some("en")).len() > 200_000);
}

#[test]
fn a_stray_mark_affects_only_its_paragraph() {
    let paragraphs = ["He paid 5\" more \" than “ he had to.", "“It was enough for all of us,” said Jane Roe."];
    let attributions = drafted(&paragraphs, Some("en"));
    let last = attributions.last().expect("the second paragraph is whole");
    assert_eq!((last.spans[0].paragraph, last.spans.len()), (1, 1));
}

#[test]
fn a_sentence_that_ends_with_its_cue_has_no_words_behind_it() {
    for text in
        ["as Ada Low said,", "as Ada Low said, as Ada Low said,", "As Ada Low said, :", "statements by Ada Low that,"]
    {
        check(&[text], Some("en"));
        check(&[text, "“We will not go now,” said Jane Roe."], Some("en"));
    }
}

/// Each statement may go on to the end of its sentence, so that a draft could have the whole sentence again for each verb.
#[test]
fn a_sentence_full_of_verbs_of_saying_is_not_repeated_for_each_of_them() {
    for part in ["said ", "she said ", "Ada Low said, ", "according to Ada Low, "] {
        let text = part.repeat(400);
        let attributions = drafted(&[&text], Some("en"));
        let words: usize = attributions.iter().flat_map(|one| &one.spans).map(|span| span.end - span.start).sum();
        assert!(words < 15 * text.len(), "{part}: {words} bytes of {}", text.len());
    }
}

#[test]
fn gives_nothing_for_an_empty_article() {
    for paragraphs in [&[][..], &[""], &["  "], &["\u{0}\u{fffd}"], &["“”"], &["\""]] {
        assert_eq!(drafted(paragraphs, None), []);
    }
}
