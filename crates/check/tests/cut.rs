//! A quote that begins or ends just beside its “not”: an editor is warned, and shown what is left out.

use check::check;
use serde_json::json;
use testing::test;

/// What is said of a quote of an article in this language.
fn said(language: &str, article: &str, quote: &str) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": language, "body": [article] },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water", "statements": [{ "speaker": "ada", "quote": quote }] }],
    });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    remarks.map(|remark| format!("{:?} [{}] {}", remark.severity, remark.fault.code(), remark.fault)).collect()
}

#[track_caller]
fn is_cut(language: &str, article: &str, quote: &str, left_out: &str) {
    let said = said(language, article, quote);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("Warning [cut] ") && said[0].contains(&format!("“{left_out}”")), "{said:?}");
}

#[test]
fn a_quote_without_the_not_of_its_clause_is_warned_of() {
    let water = "“The water is not safe to drink,” said Ada Low. “I have never lied to anyone about the water.”";
    assert_eq!(
        said("en", water, "safe to drink"),
        [
            "Warning [cut] these words say something else without the rest of their clause: the article has “The water is not” right before them; \
          begin the quote there"
        ]
    );
    is_cut("en", water, "lied to anyone about the water", "I have never");
    is_cut("en", water, "The water is", "not safe to drink");
    is_cut("en", "“We can promise you nothing,” said Ada Low.", "We can promise you", "nothing");
    is_cut("en", "“I don't think that it is safe,” said Ada Low.", "it is safe", "I don't think that");
    is_cut(
        "de",
        "„Das Wasser ist und bleibt sauber, aber wir trinken es nicht“, sagte Ada Low.",
        "wir trinken es",
        "nicht",
    );
    is_cut(
        "de",
        "„Ich glaube nicht, dass das Wasser sauber ist“, sagte Ada Low.",
        "das Wasser sauber ist",
        "Ich glaube nicht, dass",
    );
    is_cut("fr", "« L'eau n'est pas potable et nous le savons », a déclaré Ada Low.", "potable", "L'eau n'est pas");
    // In languages whose other words are not known, and in scripts without spaces.
    is_cut("nl", "“Het water is niet veilig om te drinken”, zei Ada Low.", "veilig om te drinken", "Het water is niet");
    is_cut(
        "ja",
        "「水道水は安全ではないという報告がある」とロウ氏は述べた。",
        "水道水は安全で",
        "はないという報告がある",
    );
    is_cut("zh", "“这里的水不安全，”她说。", "安全", "这里的水不");
    is_cut("th", "“น้ำไม่ปลอดภัย” เธอกล่าว", "ปลอดภัย", "น้ำไม่");
    is_cut("ko", "“물은 안전하지 않습니다”라고 말했다.", "물은 안전하지", "않습니다");
}

#[test]
fn a_quote_that_is_whole_is_not() {
    let fine = |language: &str, article: &str, quote: &str| assert_eq!(said(language, article, quote), [""; 0]);
    let water = "“The water is not safe to drink,” said Ada Low. “Is it cold? Probably not.”";
    fine("en", water, "The water is not safe to drink");
    // The words around a quotation are the article's.
    fine("en", "“The water is safe to drink,” said Ada Low, who has never drunk it.", "The water is safe to drink");
    fine("en", "Ada Low never said that the water was “safe to drink”.", "safe to drink");
    // Another sentence, another clause, and what “and” adds.
    fine("en", water, "Is it cold?");
    fine("en", "“We do not test it, because the water is safe,” said Ada Low.", "because the water is safe");
    fine("en", "“We do not test it but the water is safe,” said Ada Low.", "the water is safe");
    fine("en", "“The water is safe (not that of the river) for all,” said Ada Low.", "The water is safe");
    fine("ja", "「水道水は安全です。川の水は安全ではない」とロウ氏は述べた。", "水道水は安全です");
    fine("zh", "“这里的水非常安全，”她说。", "安全");
}
