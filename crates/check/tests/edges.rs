//! What stands right beside the words of a quote, or among them, and changes what they say.

use check::check;
use serde_json::json;
use testing::test;

/// The codes and messages of a quote or of reported words, aside from who said them.
fn said(field: &str, article: &str, words: &str) -> Vec<String> {
    let document = json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": [article] },
        "speakers": { "ada": { "name": "Ada Low" } },
        "claims": [{ "id": "safe", "text": "The water", "statements": [{ "speaker": "ada", field: words }] }],
    });
    let remarks = check(&document.to_string(), None).remarks.into_iter();
    remarks.map(|remark| format!("[{}] {}", remark.fault.code(), remark.fault)).collect()
}

#[track_caller]
fn is_cut(article: &str, quote: &str, left_out: &str) {
    let said = said("quote", article, quote);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("[cut] ") && said[0].contains(&format!("“{left_out}”")), "{said:?}");
}

#[track_caller]
fn is_fine(article: &str, quote: &str) {
    assert_eq!(said("quote", article, quote), [""; 0]);
}

#[test]
fn a_question_whose_mark_is_left_out_is_warned_of() {
    let question = "“The water is safe to drink? I will tell you,” said Ada Low.";
    is_cut(question, "The water is safe to drink", "?");
    is_fine(question, "The water is safe to drink?");
    is_cut("“Is the water safe to drink…?” asked Ada Low.", "Is the water safe to drink", "…?");
    is_cut("« L'eau est potable ? Je vous le dirai », a dit Ada Low.", "L'eau est potable", "?");
    // The quotation ends, and the question is the article's.
    is_fine("Who said “The water is safe to drink”? It was Ada Low.", "The water is safe to drink");
    let reported = said("reported", "The water was safe to drink? Ada Low left.", "The water was safe to drink");
    assert!(reported[0].starts_with("[cut] "), "{reported:?}");
}

#[test]
fn a_number_that_is_cut_is_warned_of() {
    is_cut("“It is 3 500 euros,” said Ada Low.", "500 euros", "3");
    is_cut("“It is 3\u{a0}500 euros,” said Ada Low.", "500 euros", "3");
    is_cut("“It is 3\u{202f}500 euros,” said Ada Low.", "It is 3", "500");
    is_cut("“The rise was −5 percent this year,” said Ada Low.", "5 percent this year", "−");
    is_cut("“The rise was -5 percent this year,” said Ada Low.", "5 percent this year", "-");
    is_cut("“€40 are safe,” said Ada Low.", "40 are safe", "€");
    is_cut("“It fell by 40% of half,” said Ada Low.", "It fell by 40", "%");
    is_cut("“Es fiel um 40 % der Hälfte“, said Ada Low.", "Es fiel um 40", "%");
    is_cut("“It was 5:30 in the morning,” said Ada Low.", "30 in the morning", "5:");
    is_cut("“Some 3–5 people came,” said Ada Low.", "5 people came", "3–");
    is_cut("“It is ३ ५०० rupees,” said Ada Low.", "५०० rupees", "३");
    is_cut("“It fell by 40 percent in all,” said Ada Low.", "It fell by 40", "percent");
    is_cut("“It fell by 40 per cent in all,” said Ada Low.", "It fell by 40", "per cent");
    is_cut("“Es fiel um 40 Millionen Euro“, said Ada Low.", "Es fiel um 40", "Millionen");
    is_cut("“It fell by 40 million euros,” said Ada Low.", "million euros", "40");
    is_fine("“It fell by 40 million euros,” said Ada Low.", "It fell by 40 million");
    is_fine("“In 2019 $5 were lost,” said Ada Low.", "In 2019");
    is_fine("“In 2019 500 people came,” said Ada Low.", "500 people came");
    is_fine("“There were 3 500 euros,” said Ada Low.", "There were 3 500 euros");
    is_fine("“It is safe – 500 people drink it,” said Ada Low.", "500 people drink it");
    is_fine("“Between us 12 litres,” said Ada Low.", "12 litres");
}

#[test]
fn a_question_that_goes_on_and_a_number_in_words_are_shown_as_they_are_left_out() {
    is_cut("“The water is safe, isn't it?” said Ada Low.", "The water is safe", ", isn't it?");
    is_cut("“Do you think the water is safe to drink?” said Ada Low.", "the water is safe", "to drink?");
    is_cut("“Su güvenli mi?” dedi Ada Low.", "Su güvenli", "mi?");
    is_cut("“Some 10 to 15 people came,” said Ada Low.", "15 people came", "10 to");
    is_cut("“Some 10 to 15 people came,” said Ada Low.", "Some 10", "to 15");
    is_cut("“We lost fifteen million euros,” said Ada Low.", "We lost fifteen", "million");
    is_cut("“We lost fifteen million euros,” said Ada Low.", "million euros", "fifteen");
    is_cut("“It is minus 5 degrees here,” said Ada Low.", "5 degrees here", "minus");
    is_cut("“It is € 5 million in all,” said Ada Low.", "5 million in all", "€");
    is_cut("“We have anti-war people here,” said Ada Low.", "war people here", "anti-");
    is_fine("“We need the water, so who is going to pay for it?” said Ada Low.", "We need the water");
    is_fine("“Millions of people came,” said Ada Low.", "Millions of people came");
}

#[test]
fn marks_around_a_word_of_a_quote_are_not_left_out_silently() {
    let expected = "[marks-left-out] the article has “safe” in quotation marks, which may be irony or somebody else's word; write the marks as well";
    let article = "“The water is ‘safe’ to drink,” said Ada Low.";
    assert_eq!(said("quote", article, "The water is safe to drink"), [expected]);
    is_fine(article, "The water is ‘safe’ to drink");
    is_fine(article, "The water is “safe” to drink");
    let article = "The water is “safe” to drink, said Ada Low.";
    assert_eq!(said("reported", article, "The water is safe to drink"), [expected]);
    is_fine(
        "“The ministers’ plan isn’t new, rock ’n’ roll is,” said Ada Low.",
        "The ministers' plan isn't new, rock 'n' roll is",
    );
}
