//! Each problem is placed where an editor should go to correct it.

use document::decode::decode;
use document::model::Article;
use document::problem::{About, Fault, Kind, Problem, Severity};
use schema_org::import_page;
use source_map::{Place, Places};

fn problem(path: &str, fault: Fault) -> Problem {
    Problem { fault, severity: Severity::Error, path: path.to_owned() }
}

/// Returns the text without its mark, and the line and column of the mark.
fn unmarked(marked: &str) -> (String, Place) {
    let (before, after) = marked.split_once('▸').unwrap();
    let line = before.rsplit('\n').next().unwrap().trim_start_matches('\u{feff}');
    let place = Place { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 };
    (format!("{before}{after}"), place)
}

/// Checks that a problem with this path and fault is placed at the mark.
#[track_caller]
fn stands(marked: &str, path: &str, fault: Fault) {
    let (json, place) = unmarked(marked);
    assert_eq!(Places::of(&json).of_problem(&problem(path, fault)), Some(place));
}

/// Checks that the first problem that the decoder reports for this text is placed at the mark.
#[track_caller]
fn decoded(marked: &str, first: &str) {
    let (json, place) = unmarked(marked);
    let found = match decode(&json) {
        Ok(decoded) => decoded.problems.into_iter().next().unwrap(),
        Err(refused) => refused,
    };
    assert_eq!(found.to_string(), first);
    assert_eq!(Places::of(&json).of_problem(&found), Some(place));
}

const FAULTY: Fault = Fault::WrongType { expected: Kind::String, found: Kind::Number };
const UNKNOWN: Fault = Fault::UnknownField { near: None };

#[rustfmt::skip]
mod a_value_is_placed_where_it_begins {
    use super::*;

    #[test] fn in_a_field() { stands(r#"{"a": ▸1}"#, "a", FAULTY) }
    #[test] fn in_a_field_of_a_field() { stands(r#"{"a": {"b": 1}, "b": {"a": ▸1}}"#, "b.a", FAULTY) }
    #[test] fn in_an_array() { stands(r#"{"a": [0, ▸1, 2]}"#, "a[1]", FAULTY) }
    #[test] fn in_an_array_of_an_array() { stands(r#"[[0], [1, ▸{}]]"#, "[1][1]", FAULTY) }
    #[test] fn of_an_element() { stands(r#"{"a": [{"b": 1}, {"b": ▸[1]}]}"#, "a[1].b", FAULTY) }
    #[test] fn on_another_line() { stands("{\n\t\"a\":\n\t ▸\"x\"\n}", "a", FAULTY) }
    #[test] fn after_lines_of_windows() { stands("{\r\n  \"a\": ▸\"x\"\r\n}", "a", FAULTY) }
    #[test] fn after_characters_of_many_bytes() { stands(r#"{"ä": "👩‍🚒 地球", "a": ▸"x"}"#, "a", FAULTY) }
    #[test] fn after_escapes() { stands(r#"{"\u0062\n\"": "\\\u00e4", "a": ▸"x"}"#, "a", FAULTY) }
    #[test] fn under_a_name_written_with_escapes() { stands(r#"{"\u0061": ▸"x"}"#, "a", FAULTY) }
    #[test] fn after_all_that_json_has() { stands(r#"[-0, 1.50, 1e9, 1E-9, -2.5e+3, true, false, null, {}, [], "", ▸1]"#, "[11]", FAULTY) }
    #[test] fn after_a_byte_order_mark() { stands("\u{feff}{\"a\": ▸1}", "a", FAULTY) }
    #[test] fn on_the_line_after_a_byte_order_mark() { stands("\u{feff}\n{\"a\": ▸1}", "a", FAULTY) }
    #[test] fn after_blanks() { stands(" \n\t▸[]", "", FAULTY) }
    #[test] fn where_it_is_null() { stands(r#"{"a": {"b": ▸null}}"#, "a.b", Fault::Missing) }
}

#[rustfmt::skip]
mod any_name_is_found {
    use super::*;

    #[test] fn with_letters_of_all_scripts() { stands(r#"{"água": {"名-1_$": ▸1}}"#, "água.名-1_$", FAULTY) }
    #[test] fn with_blanks() { stands(r#"{"s": {"Ada Low": {"name": ▸1}}}"#, r#"s["Ada Low"].name"#, FAULTY) }
    #[test] fn with_blanks_at_the_root() { stands(r#"{"a b": [▸1]}"#, r#"["a b"][0]"#, FAULTY) }
    #[test] fn with_nothing_in_it() { stands(r#"{"a": {"": {"": ▸1}}}"#, r#"a[""][""]"#, FAULTY) }
    #[test] fn with_stops() { stands(r#"{"a": {"b": 1}, "a.b": {"c": ▸1}}"#, r#"["a.b"].c"#, FAULTY) }
    #[test] fn with_brackets() { stands(r#"{"a": [1], "a[0]": ▸1}"#, r#"["a[0]"]"#, FAULTY) }
    #[test] fn with_quotation_marks() { stands(r#"{"\"a\"": {"b": ▸1}}"#, r#"[""a""].b"#, FAULTY) }
    #[test] fn with_backslashes() { stands(r#"{"\\n": ▸1}"#, r#"["\n"]"#, FAULTY) }
    #[test] fn with_line_feeds() { stands("{\"a\\nb\": {\"c\": ▸1}}", "[\"a\nb\"].c", FAULTY) }
    #[test] fn with_steps_in_it() { stands(r#"{"a b": {"c": 1}, "a b\"].c": {"d": ▸1}}"#, r#"["a b"].c"].d"#, FAULTY) }
    #[test] fn with_the_beginning_of_another() { stands(r#"{"a b": {"d": 1}, "a b\"][\"c": {"d": 1, "e": ▸1}}"#, r#"["a b"]["c"].e"#, FAULTY) }
    #[test] fn that_is_the_beginning_of_another() { stands(r#"{"a b": {"c d": {"f": ▸1}}, "a b\"][\"c d": {"e": 1}, "a b\"][\"c": {}}"#, r#"["a b"]["c d"].f"#, FAULTY) }
    #[test] fn among_many_that_begin_alike() { stands(r#"{"a b": ▸1, "a": 2, "a b c": 3, "a ": 4, "": 5, "a b\"": 6, "a c": 7}"#, r#"["a b"]"#, FAULTY) }
}

#[rustfmt::skip]
mod what_is_missing_is_placed_at_what_is_there {
    use super::*;

    #[test] fn around_a_field() { stands(r#"{"a": ▸{"b": 1}}"#, "a.c", Fault::Missing) }
    #[test] fn around_a_field_of_a_missing_field() { stands(r#"{"a": ▸{"b": 1}}"#, "a.c[0].d", Fault::Missing) }
    #[test] fn around_an_element() { stands(r#"{"a": ▸[0, 1]}"#, "a[2]", Fault::Missing) }
    #[test] fn around_a_span_of_words_in_one_string() { stands(r#"{"a": ▸"b"}"#, "a[1]", FAULTY) }
    #[test] fn around_an_unknown_field() { stands(r#"{"a": ▸{}}"#, "a.b", UNKNOWN) }
    #[test] fn around_all() { stands(r#"▸{"a": 1}"#, "b.c", Fault::Missing) }
    #[test] fn even_where_another_name_looks_like_the_path() { stands(r#"{"a": ▸{}, "a.b": 1}"#, "a.b", Fault::Missing) }
    #[test] fn even_where_another_name_begins_alike() { stands(r#"{"a": ▸{"headlines": 1, "head": 2}}"#, "a.headline", Fault::Missing) }
    #[test] fn even_where_another_name_in_quotes_begins_alike() { stands(r#"{"a": ▸{"b c": 1, "b c d e": 2}}"#, r#"a["b c d"]"#, Fault::Missing) }
}

#[rustfmt::skip]
mod what_the_decoder_says_is_placed {
    use super::*;

    #[test] fn at_an_unknown_name() { decoded(r#"{"version": 1, "article": {"headline": "A", ▸"x": 1}, "speakers": {}, "claims": []}"#, "article.x: unknown field") }
    #[test] fn at_a_name_with_a_slip() { decoded(r#"{"version": 1, ▸"clams": 1, "article": {"headline": "A"}, "speakers": {}, "claims": []}"#, "clams: unknown field; did you mean \"claims\"?") }
    #[test] fn at_the_last_of_two_names() { decoded(r#"{"version": 1, "article": {"headline": 1, ▸"headline": "A"}, "speakers": {}, "claims": []}"#, "article.headline: this field occurs twice; only the last one counts") }
    #[test] fn at_the_last_of_two_unknown_names() { decoded(r#"{"version": 1, "article": {"headline": "A"}, "x": 1, ▸"x": 1, "speakers": {}, "claims": []}"#, "x: this field occurs twice; only the last one counts") }
    #[test] fn at_the_value_that_counts_of_two() { decoded(r#"{"version": 2, "version": ▸3}"#, "version: 3 cannot be read; this release reads version 1") }
    #[test] fn within_the_value_that_counts_of_two() { decoded(r#"{"version": 1, "speakers": {}, "claims": [], "article": {"headline": "A"}, "article": {"headline": ▸" "}}"#, "article.headline: empty; fill it in") }
    #[test] fn at_what_a_field_is_missing_from() { decoded(r#"{"version": 1, "article": ▸{}, "speakers": {}, "claims": []}"#, "article.headline: missing; add it") }
    #[test] fn at_a_speaker() { decoded(r#"{"version": 1, "article": {"headline": "A"}, "speakers": {"Ada Low": ▸[]}, "claims": []}"#, r#"speakers["Ada Low"]: expected an object, found an array"#) }
    #[test] fn at_a_quote() { decoded(r#"{"version": 1, "article": {"headline": "A"}, "speakers": {}, "claims": [{"id": "a", "text": "A", "statements": [{"quote": ▸""}]}]}"#, "claims[0].statements[0].quote: empty; fill it in") }
    #[test] fn at_a_claim_without_an_id() { decoded(r#"{"version": 1, "article": {"headline": "A"}, "speakers": {}, "claims": [▸{"text": "A", "statements": [{"quote": "B"}]}]}"#, "claims[0].id: missing; shown as \"claim-1\"") }
    #[test] fn at_the_whole_document() { decoded("\n▸[]", "expected an object, found an array") }
}

#[rustfmt::skip]
mod what_is_not_json_is_placed_where_that_shows {
    use super::*;

    #[test] fn on_the_first_line() { decoded(r#"{"version" ▸1}"#, "not JSON: expected `:` at line 1 column 12") }
    #[test] fn on_a_later_line() { decoded("{\n  \"version\": 1,\n▸}", "not JSON: trailing comma at line 3 column 1") }
    #[test] fn after_characters_of_many_bytes() { decoded(r#"{"👩‍🚒地球": ▸x}"#, "not JSON: expected value at line 1 column 23") }
    #[test] fn at_a_character_of_many_bytes() { decoded(r#"{"ä": ▸ä}"#, "not JSON: expected value at line 1 column 8") }
    #[test] fn after_a_byte_order_mark() { decoded("\u{feff}[▸}", "not JSON: expected value at line 1 column 2") }
    #[test] fn at_the_last_character_of_what_is_cut_off() { decoded("{\"version\": ▸1", "not JSON: EOF while parsing an object at line 1 column 13") }
    #[test] fn at_the_last_line_feed_of_what_is_cut_off() { decoded("{▸\n", "not JSON: EOF while parsing an object at line 2 column 0") }
    #[test] fn at_the_end_of_the_line_where_a_string_has_none() { decoded("{\"a\": \"b▸\n\"}", "not JSON: control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0") }
    #[test] fn where_comments_begin() { decoded("{ ▸// no\n}", "not JSON: key must be a string at line 1 column 3") }
    #[test] fn where_a_text_of_its_own_speaks_of_lines() { stands(r#"{"a": ▸"x"}"#, "a", Fault::UnknownSpeaker { key: "x at line 9 column 9".to_owned(), near: None }) }
}

#[test]
fn a_problem_of_the_whole_text_has_no_place() {
    for json in
        ["", " \n ", "<!doctype html>\n<p>Not found", &" ".repeat(5_000_001), &format!("{}[]", " ".repeat(5_000_000))]
    {
        assert_eq!(Places::of(json).of_problem(&decode(json).unwrap_err()), None);
    }
}

#[test]
fn a_text_nested_too_deeply_is_placed_where_parsing_stopped() {
    let json = "[".repeat(100_000);
    let place = Places::of(&json).of_problem(&decode(&json).unwrap_err());
    assert_eq!(place, Some(Place { line: 1, column: 128 }));
}

#[test]
fn a_problem_in_the_deepest_nesting_allowed_is_placed() {
    let json = format!("{}1{}", r#"{"a":"#.repeat(127), "}".repeat(127));
    let path = vec!["a"; 127].join(".");
    let place = Places::of(&json).of_problem(&problem(&path, FAULTY));
    assert_eq!(place, Some(Place { line: 1, column: 5 * 127 + 1 }));
}

#[test]
fn a_problem_of_a_review_is_placed_in_the_json_ld() {
    let (json, place) = unmarked(
        r#"{"@context": "https://schema.org", "@graph": [
            {"@type": "ClaimReview", "claimReviewed": "A", "author": {"name": "Desk"}},
            ▸{"@type": "ClaimReview"}]}"#,
    );
    let imported = import_page(&[&json], Article { headline: "A".to_owned(), ..Article::default() }).unwrap();
    let remark = imported.remarks.iter().find(|remark| remark.path == "@graph[1].claimReviewed").unwrap();
    assert_eq!(Places::of(&json).span_of(&remark.path, About::Value).map(|span| span.start), Some(place));
}

const ONE_CLAIM: &str = r#"{"id": "a", "text": "A", "statements": [{"quote": "A"}]}"#;

/// Checks that `count` problems are placed, and that the last of them is at the mark.
#[track_caller]
fn placed_in_little_time(json: &str, count: usize, last: Place) {
    let problems = decode(json).unwrap().problems;
    assert_eq!(problems.len(), count);
    let begin = std::time::Instant::now();
    let places = Places::of(json);
    let placed: Vec<_> = problems.iter().map(|problem| places.of_problem(problem).unwrap()).collect();
    assert_eq!(placed.last(), Some(&last));
    // This takes half a second without optimization. It would take minutes if each problem needed its own pass through
    // the text.
    assert!(begin.elapsed().as_secs() < 30);
}

#[test]
fn many_problems_on_one_long_line_are_placed_quickly() {
    let claims: Vec<_> = (0..20_000)
        .map(|number| {
            format!(r#"{{"id": "c{number}", "text": "{}", "x": 1, "statements": [{{"quote": "ä"}}]}}"#, "a".repeat(150))
        })
        .collect();
    let json = format!(
        r#"{{"version": 1, "article": {{"headline": "A"}}, "speakers": {{}}, "claims": [{}]}}"#,
        claims.join(",")
    );
    let column = json[..json.rfind("\"x\"").unwrap()].chars().count() + 1;
    placed_in_little_time(&json, 20_000, Place { line: 1, column });
}

#[test]
fn problems_of_many_speakers_are_placed_quickly() {
    let speakers: Vec<_> = (0..50_000).map(|number| format!("\"Speaker {number}\": {{\"name\": 1}}")).collect();
    let json = format!(
        "{{\"version\": 1, \"article\": {{\"headline\": \"A\"}}, \"claims\": [{ONE_CLAIM}], \"speakers\": {{\n{}\n}}}}",
        speakers.join(",\n")
    );
    let column = "\"Speaker 9999\": {\"name\": ".len() + 1;
    placed_in_little_time(&json, 50_000, Place { line: 1 + 10_000, column });
}

#[test]
fn problems_of_many_names_that_look_like_paths_are_placed_quickly() {
    let speakers: Vec<_> =
        (1..1_500).map(|length| format!(r#""{}": {{"name": 1}}"#, r#"\"]"#.repeat(length))).collect();
    let json = format!(
        r#"{{"version": 1, "article": {{"headline": "A"}}, "claims": [{ONE_CLAIM}], "speakers": {{{}}}}}"#,
        speakers.join(", ")
    );
    let column = json.rfind("1}").unwrap() + 1;
    placed_in_little_time(&json, 1_499, Place { line: 1, column });
}

mod properties {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Any characters, and often some of those that `escaped` or serde_json writes as escapes.
    const STRING: &str = "[a\u{1a}\n\"\\\\𐀀]{0,3}.*";

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![Just(Value::Null), any::<i32>().prop_map(Value::from), STRING.prop_map(Value::from)];
        let name = prop_oneof!["[a-c]", STRING, "[ab\"\\]\\[. ]{0,6}"];
        leaf.prop_recursive(4, 32, 4, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(name.clone(), inner, 0..4).prop_map(|map| map.into_iter().collect())
            ]
        })
    }

    /// JSON as people write it: with every kind of blank wherever blanks are allowed, and with some characters as
    /// escapes.
    fn written(value: &Value, blanks: &mut impl Iterator<Item = &'static str>) -> String {
        let (before, after) = (blanks.next().unwrap(), blanks.next().unwrap());
        let inner = match value {
            Value::Array(values) => {
                let values: Vec<_> = values.iter().map(|value| written(value, blanks)).collect();
                format!("[{after}{}]", values.join(","))
            }
            Value::Object(fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(name, value)| {
                        let name = written(&Value::from(name.as_str()), blanks);
                        format!("{name}:{}", written(value, blanks))
                    })
                    .collect();
                format!("{{{after}{}}}", fields.join(","))
            }
            Value::String(text) => format!("\"{}\"", text.chars().map(escaped).collect::<String>()),
            other => other.to_string(),
        };
        format!("{before}{inner}{after}")
    }

    /// Returns a character of a string as JSON: some as escapes that serde_json does not write.
    fn escaped(character: char) -> String {
        match character {
            'a' => "\\u0061".to_owned(),
            '𐀀' => "\\ud800\\udc00".to_owned(),
            other => {
                let quoted = Value::from(other.to_string()).to_string();
                quoted[1..quoted.len() - 1].to_owned()
            }
        }
    }

    /// Returns every string with its path, as problems write paths.
    fn strings(value: &Value, path: String, into: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => into.push((path, text.clone())),
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(index, value)| strings(value, format!("{path}[{index}]"), into));
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                let is_plain = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "_-$".contains(c);
                let step = match (!name.is_empty() && name.chars().all(is_plain), path.is_empty()) {
                    (true, true) => name.clone(),
                    (true, false) => format!(".{name}"),
                    (false, _) => format!("[\"{name}\"]"),
                };
                strings(value, format!("{path}{step}"), into);
            }),
            _ => (),
        }
    }

    /// Returns the rest of the text from a place on.
    fn from(json: &str, place: Place) -> String {
        let line = json.split_inclusive('\n').skip(place.line - 1).collect::<String>();
        line.chars().skip(place.column - 1).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn every_string_is_found_by_its_path(value in any_json(), seed in prop::collection::vec(0..8usize, 1..16)) {
            let mut blanks = seed.iter().map(|&at| ["", "", " ", "\n", "\t", "\r\n", "  ", ""][at]).cycle();
            let json = written(&value, &mut blanks);
            prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value.clone());
            let mut all = Vec::new();
            strings(&value, String::new(), &mut all);
            let places = Places::of(&json);
            for (path, text) in &all {
                let place = places.of_problem(&problem(path, FAULTY)).unwrap();
                let found = serde_json::Deserializer::from_str(&from(&json, place)).into_iter::<Value>().next();
                // Some names give two strings the same path.
                if all.iter().filter(|(other, _)| other == path).count() == 1 {
                    prop_assert_eq!(found.unwrap().unwrap(), Value::from(text.as_str()), "{} in {}", path, json);
                }
            }
        }

        #[test]
        fn whatever_is_refused_as_not_json_has_a_place_in_it(text in "[\\[{\"a:ä1,\n }\\]]{1,12}") {
            if let Err(refused) = decode(&text)
                && refused.code() == "syntax"
            {
                let Place { line, column } = Places::of(&text).of_problem(&refused).unwrap();
                let line = text.split_inclusive('\n').nth(line - 1).unwrap();
                prop_assert!(column <= line.chars().count(), "{}", refused);
            }
        }

        #[test]
        fn no_path_makes_it_panic(value in any_json(), path in "[ab.\\[\"\\]0-9]{0,12}|.*") {
            let json = value.to_string();
            prop_assert!(Places::of(&json).of_problem(&problem(&path, FAULTY)).is_some());
        }
    }
}

/// Checks that the words of a string are found between the marks.
#[track_caller]
fn words(marked: &str, path: &str, words: std::ops::Range<usize>) {
    let (before, rest) = marked.split_once('▸').unwrap();
    let (within, after) = rest.split_once('◂').unwrap();
    let json = format!("{before}{within}{after}");
    let (_, start) = unmarked(&format!("{before}▸{within}{after}"));
    let (_, end) = unmarked(&format!("{before}{within}▸{after}"));
    let places = Places::of(&json);
    let span = places.of_words(path, words).unwrap();
    assert_eq!((span.start, span.end), (start, end), "{marked}");
    assert_eq!(&places.text()[span.bytes], within);
}

#[test]
fn words_of_a_string_are_found() {
    words(r#"{"a": "▸one◂ two"}"#, "a", 0..3);
    words("\u{feff}{\n  \"a\": \"one ▸two◂\"}", "a", 4..7);
    words(r#"{"a": ["one", "▸two◂"]}"#, "a[1]", 0..3);
    words(r#"{"a": "one ▸two◂"}"#, "a[0]", 4..7);
    words(r#"{"a": "one▸◂ two"}"#, "a", 3..3);
    words(r#"{"a": "one▸◂"}"#, "a", 3..3);
    words(r#"{"a": "é▸ü◂日"}"#, "a", 2..4);
}

#[test]
fn escapes_are_longer_than_the_characters_they_encode() {
    words(r#"{"a": "\u2019\n\"\\\/▸one◂"}"#, "a", 7..10);
    words(r#"{"a": "\u00e9▸\u2019◂x"}"#, "a", 2..5);
    words(r#"{"a": "\uD83D\ude00▸x◂"}"#, "a", 4..5);
    words(r#"{"a": "▸\ud83d\ude00◂x"}"#, "a", 0..4);
    words(r#"{"a": "\t▸\b◂"}"#, "a", 1..2);
}

#[test]
fn words_are_not_found_without_such_a_string() {
    let places = Places::of(r#"{"a": "one", "b": 12345, "c": ["one"], "d": "a\u00e9"}"#);
    for (path, end) in [("a", 4), ("b", 1), ("c", 1), ("a[1]", 1), ("x", 1), ("d", 4)] {
        assert_eq!(places.of_words(path, 0..end), None, "{path}");
    }
}

#[test]
fn the_value_the_name_or_the_opening_bracket_is_underlined() {
    for (json, path, fault, underlined) in [
        (r#"{"a": "one"}"#, "a", FAULTY, "\"one\""),
        (r#"{"a": 12}"#, "a", FAULTY, "12"),
        (r#"{"a": [1]}"#, "a", FAULTY, "["),
        (r#"{"a": {"b": 1}}"#, "a.c", Fault::Missing, "{"),
        (r#"{"a": 1}"#, "a", UNKNOWN, "\"a\""),
        (r#"{"a" 1}"#, "", Fault::Syntax { reason: String::new(), line: 1, column: 6 }, "1"),
    ] {
        let span = Places::of(json).span_of(path, fault.about()).unwrap();
        assert_eq!(&json[span.bytes], underlined, "{json}");
    }
}
