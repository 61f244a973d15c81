//! Small documents that once took minutes or gigabytes. Each is made in any size, `n`, and its length grows with `n`.

use serde_json::{Value, json};

/// What a kind of document is called, and how it is made.
pub type Input = (&'static str, fn(usize) -> Value);

/// What a kind of article is called, and how its text is made.
pub type ArticleInput = (&'static str, fn(usize) -> String);

/// Every kind of article.
pub const ARTICLES: [ArticleInput; 4] = [
    ("a verb of saying again and again", |n| words(4 * n, |_| "said".to_owned())),
    ("a name and a verb of saying again and again", |n| words(2 * n, |_| "Ada Low said".to_owned())),
    ("a pronoun and a verb of saying again and again", |n| words(2 * n, |_| "she said".to_owned())),
    ("the same with commas", |n| words(2 * n, |_| "she said,".to_owned())),
];

/// Every kind. The first three are also a matter for the reader's page, which decodes documents but does not compare quotes.
pub const INPUTS: [Input; 25] = [
    ("ids that are made for claims are taken", taken_ids),
    ("unknown speakers beside many speakers", unknown_speakers),
    ("speakers who cannot be shown", faulty_speakers),
    ("a quote of many parts, all the same word", same_parts),
    ("a quote of many parts, in other capitals", parts_in_other_capitals),
    ("quotes that stand in many places", ambiguous_quotes),
    ("such quotes with a prefix that is wrong", ambiguous_with_context),
    ("a quote with every sixth word altered", altered_words),
    ("many quotes with a word altered", altered_quotes),
    ("links to one word among the same words", links_among_same_words),
    ("links to many quotes among the same words", many_links_among_same_words),
    ("paragraphs that open a mark and never close it", open_marks),
    ("quotes beside such paragraphs", quotes_beside_open_marks),
    ("quotes in an article full of marks", quotes_among_marks),
    ("one role in many statements", one_role),
    ("two parts with many words between", parts_far_apart),
    ("two parts with many paragraphs between", parts_in_far_paragraphs),
    ("two parts that are in many places", ambiguous_parts),
    ("altered quotes in an article of four words", altered_among_same_words),
    ("altered quotes in a sentence of many clauses", altered_in_clauses),
    ("short quotes in a paragraph without points", short_quotes_without_points),
    ("reported words in a paragraph without points", reported_without_points),
    ("short quotes in Chinese without points", short_quotes_in_chinese),
    ("quotations of many people under other names", under_other_names),
    ("quotations of many people under no name", under_no_name),
];

fn document(body: Value, speakers: Value, claims: Vec<Value>) -> Value {
    json!({
        "version": 1,
        "article": { "headline": "Water", "language": "en", "body": body },
        "speakers": speakers,
        "claims": claims,
    })
}

/// A claim for each of these statements.
fn claims(statements: impl Iterator<Item = Value>) -> Vec<Value> {
    let claim = |(index, statement)| json!({ "id": format!("c{index}"), "text": "Water", "statements": [statement] });
    statements.enumerate().map(claim).collect()
}

fn one(statement: Value) -> Vec<Value> {
    claims([statement].into_iter())
}

fn compared(body: Vec<String>, claims: Vec<Value>) -> Value {
    document(json!(body), json!({}), claims)
}

fn words(n: usize, word: impl Fn(usize) -> String) -> String {
    (0..n).map(word).collect::<Vec<_>>().join(" ")
}

/// A word that differs from others in all its letters.
fn word(number: usize) -> String {
    let letter = |at: u32| char::from(b'a' + (number / 26_usize.pow(at) % 26) as u8);
    (0..4).map(letter).collect()
}

fn taken_ids(n: usize) -> Value {
    let claim = |id: String| json!({ "id": id, "text": "Water", "statements": [{ "speaker": "ada" }] });
    let same = (0..n).map(|_| claim("a".to_owned()));
    let taken = (0..2 * n).map(|number| claim(format!("a-{number}")));
    document(Value::Null, json!({ "ada": { "name": "Ada Low" } }), same.chain(taken).collect())
}

fn unknown_speakers(n: usize) -> Value {
    let speakers: serde_json::Map<_, _> =
        (0..n).map(|number| (format!("known-speaker-{number}"), json!({ "name": "Ada Low" }))).collect();
    let statements = (0..n).map(|number| json!({ "speaker": format!("unheard-of-person-{number}") }));
    document(Value::Null, speakers.into(), claims(statements))
}

fn faulty_speakers(n: usize) -> Value {
    let speakers: serde_json::Map<_, _> = (0..n).map(|number| (format!("speaker-{number}"), json!({}))).collect();
    let statements = (0..n).map(|number| json!({ "speaker": format!("speaker-{number}") }));
    document(Value::Null, speakers.into(), claims(statements))
}

fn same_parts(n: usize) -> Value {
    compared(vec![words(2 * n, |_| "a".to_owned())], one(json!({ "quote": vec!["a"; n] })))
}

fn parts_in_other_capitals(n: usize) -> Value {
    compared(vec![words(2 * n, |_| "a".to_owned())], one(json!({ "quote": vec!["A"; n] })))
}

fn ambiguous_quotes(n: usize) -> Value {
    let statements = (0..n).map(|_| json!({ "quote": "water" }));
    compared(vec![words(4 * n, |_| "water".to_owned())], claims(statements))
}

fn ambiguous_with_context(n: usize) -> Value {
    let statements = (0..n).map(|_| json!({ "quote": "water", "prefix": "water wine" }));
    compared(vec![words(4 * n, |_| "water".to_owned())], claims(statements))
}

/// Of many words: the article's are some that come again and again.
fn altered_words(n: usize) -> Value {
    let often = |number: usize| word(number * 7 % 50);
    let altered = |number: usize| if number % 6 == 5 { "wine".to_owned() } else { often(number) };
    compared(vec![words(6 * n, often)], one(json!({ "quote": words(6 * n, altered) })))
}

fn altered_quotes(n: usize) -> Value {
    let statements = (0..n).map(|number| {
        let own = words(12, |at| if at == 6 { "wine".to_owned() } else { word(number * 12 + at) });
        json!({ "quote": own })
    });
    let body = (0..n).map(|number| words(12, |at| word(number * 12 + at)));
    compared(body.collect(), claims(statements))
}

fn links_among_same_words(n: usize) -> Value {
    let body = format!("begin {} middle {} end", words(n, |_| "a".to_owned()), words(n, |_| "a".to_owned()));
    let quote = format!("{} middle {}", words(n, |_| "a".to_owned()), words(n, |_| "a".to_owned()));
    compared(vec![body], one(json!({ "quote": quote })))
}

/// Only one word of each quote tells its place.
fn many_links_among_same_words(n: usize) -> Value {
    let quote = |number: usize| {
        let same = words(20, |at| ["water", "is", "wet"][at % 3].to_owned());
        format!("{same} {} {same}", word(number))
    };
    let statements = (0..n / 10).map(|number| json!({ "quote": quote(number) }));
    compared(vec![words(n / 10, quote)], claims(statements))
}

fn open_marks(n: usize) -> Value {
    compared(
        (0..n).map(|number| format!("“{} it is safe", word(number))).collect(),
        one(json!({ "quote": "it is safe" })),
    )
}

fn quotes_beside_open_marks(n: usize) -> Value {
    let body = (0..n).flat_map(|number| {
        [format!("Some “{} it is safe.", word(number)), format!("They {} saw much water.", word(n + number))]
    });
    let statements = (0..n).map(|number| json!({ "quote": format!("They {} saw much water.", word(n + number)) }));
    compared(body.collect(), claims(statements))
}

fn quotes_among_marks(n: usize) -> Value {
    let body = (0..n).map(|number| format!("“It is {} again today,” said Ada.", word(number)));
    let statements = (0..n).map(|number| json!({ "quote": format!("It is {} again today", word(number)) }));
    compared(body.collect(), claims(statements))
}

fn one_role(n: usize) -> Value {
    let statements =
        (0..n).map(|_| json!({ "speaker": "ada", "quote": "water", "role": "chief minister of the water" }));
    let body = vec!["minister of the water and chief of the"; n];
    document(json!(body), json!({ "ada": { "name": "Ada Low" } }), claims(statements))
}

fn parts_far_apart(n: usize) -> Value {
    let statements = (0..n / 4).map(|_| json!({ "quote": ["a", "b"] }));
    compared(vec![format!("a {} b", words(6 * n, |_| "x".to_owned()))], claims(statements))
}

fn parts_in_far_paragraphs(n: usize) -> Value {
    let between = (0..6 * n).map(|_| String::new());
    let body = ["a".to_owned()].into_iter().chain(between).chain(["b".to_owned()]);
    let statements = (0..n / 4).map(|_| json!({ "quote": ["a", "b"] }));
    compared(body.collect(), claims(statements))
}

fn ambiguous_parts(n: usize) -> Value {
    let body = words(n / 2, |_| "“a b,” he said. “c d e f”".to_owned());
    compared(vec![body], claims((0..n / 4).map(|_| json!({ "quote": ["a b", "c d e f"] }))))
}

fn altered_among_same_words(n: usize) -> Value {
    let among = |count: usize| move |at: usize| word(at * at / 3 % count);
    let quote = |number: usize| words(30, |at| word((number + at * at) % 5));
    compared(vec![words(20 * n, among(4))], claims((0..n / 5).map(|number| json!({ "quote": quote(number) }))))
}

/// The words of an article whose one sentence has many clauses, such as what a program has heard somebody say.
fn clause(number: usize) -> String {
    format!("the {} of the town was {} in the {}", word(number), word(number * 7), word(number * 3))
}

fn altered_in_clauses(n: usize) -> Value {
    let quote = |number: usize| clause(4 * number).replacen(" town ", " zebra ", 1);
    let statements = (0..n / 4).map(|number| json!({ "quote": quote(number) }));
    compared(vec![(0..n).map(clause).collect::<Vec<_>>().join(", ")], claims(statements))
}

/// Text without a full stop or a comma, with words that deny elsewhere.
fn without_points(n: usize) -> Vec<String> {
    vec![words(n, |number| format!("if the {} that was never falsely said or wrongly claimed of it", word(number)))]
}

fn short_quotes_without_points(n: usize) -> Value {
    let statements = (0..n / 2).map(|number| json!({ "quote": format!("{} that was", word(2 * number)) }));
    compared(without_points(n), claims(statements))
}

fn reported_without_points(n: usize) -> Value {
    let statements = (0..n / 2).map(|number| json!({ "reported": format!("{} that was", word(2 * number)) }));
    compared(without_points(n), claims(statements))
}

fn short_quotes_in_chinese(n: usize) -> Value {
    let body = (0..n).map(|number| format!("水{}說是安全的", word(number))).collect::<String>();
    let statements = (0..n / 4).map(|number| json!({ "quote": format!("{}說是", word(4 * number)) }));
    compared(vec![body], claims(statements))
}

/// A name that shares no word with others.
fn name(number: usize) -> String {
    format!("A{} Q{}", word(number), word(number))
}

fn spoken(number: usize) -> String {
    format!("It is {} so we go", word(number))
}

fn many_people(n: usize, statement: impl Fn(usize) -> Value) -> Value {
    let body = (0..n).map(|number| format!("“{},” {} said.", spoken(number), name(number)));
    let speakers: serde_json::Map<_, _> =
        (0..n).map(|number| (format!("s{number}"), json!({ "name": format!("{}x", name(number)) }))).collect();
    document(json!(body.collect::<Vec<_>>()), speakers.into(), claims((0..n).map(statement)))
}

fn under_other_names(n: usize) -> Value {
    let n = n / 2;
    many_people(n, |number| json!({ "speaker": format!("s{}", number * 7 % n), "quote": spoken(number) }))
}

fn under_no_name(n: usize) -> Value {
    many_people(n / 2, |number| json!({ "quote": spoken(number) }))
}
