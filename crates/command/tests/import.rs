//! Runs `fact-cards import`, `export`, and every command as a filter for lines.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const REVIEW: &str = r#"{"@type": "ClaimReview", "claimReviewed": "The earth is flat", "url": "https://desk.example/flat",
    "author": {"name": "Desk"}, "datePublished": "2020-10-07 20:05", "reviewRating": {"alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ada Low"}}}"#;

#[track_caller]
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fact-cards"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writing = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

#[track_caller]
fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns the JSON values on standard output, in order.
#[track_caller]
fn values(output: &Output) -> Vec<Value> {
    serde_json::Deserializer::from_slice(&output.stdout).into_iter().map(Result::unwrap).collect()
}

#[test]
fn a_review_becomes_a_document_that_lists_what_was_changed_and_passes_check() {
    let output = run(&["import", "-"], REVIEW.as_bytes());
    assert_eq!((code(&output), told(&output).as_str()), (0, ""));
    let [document] = &values(&output)[..] else { panic!("not one document") };
    let repair =
        json!({ "kind": "date", "path": "datePublished", "before": "2020-10-07 20:05", "after": "2020-10-07T20:05" });
    assert_eq!(document["$import"]["repairs"], json!([repair]));
    assert_eq!(
        document["article"],
        json!({ "headline": "desk.example", "url": "https://desk.example/flat", "published": "2020-10-07T20:05" })
    );
    assert_eq!(code(&run(&["check", "-"], &output.stdout)), 0);
}

#[test]
fn a_page_becomes_one_document_with_the_metadata_of_the_page() {
    let page = format!(
        "<!doctype html><html lang=de><title>T</title><h1>Ist die Erde flach?</h1><link rel=canonical href=https://desk.example/flach>\
         <script type='application/ld+json; charset=utf-8'>{{ ClaimReview</script><script type='application/ld+json'>{REVIEW};</script>"
    );
    let output = run(&["import", "-"], page.as_bytes());
    let [document] = &values(&output)[..] else { panic!("not one document") };
    let article = json!({ "headline": "Ist die Erde flach?", "url": "https://desk.example/flach", "language": "de" });
    assert_eq!(document["article"], article);
    assert!(told(&output).contains("error[syntax]: [0]: not JSON"), "{}", told(&output));
    assert_eq!(code(&output), 1);
}

#[test]
fn reviews_of_one_page_become_one_document_in_its_own_line_or_file() {
    let other = REVIEW.replace("https://desk.example/flat", "https://desk.example/round").replace("flat", "round");
    let again = REVIEW.replace("flat\", \"url", "a disc\", \"url");
    let list = format!("[{REVIEW}, {other}, {again}]");
    let documents = values(&run(&["import", "-"], list.as_bytes()));
    let claims: Vec<_> = documents.iter().map(|document| document["claims"].as_array().unwrap().len()).collect();
    assert_eq!(claims, [2, 1]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let output = run(&["import", "-", "--out", out.to_str().unwrap()], list.as_bytes());
    assert_eq!((code(&output), output.stdout.len()), (0, 0));
    let mut names: Vec<_> =
        fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["flat.json", "round.json"]);
    let again = run(&["import", "-", "--out", out.to_str().unwrap()], list.as_bytes());
    assert_eq!(code(&again), 2, "what is there already stays");
}

#[test]
fn a_list_of_many_reviews_is_read() {
    let review = |number: usize| REVIEW.replace("desk.example/flat", &format!("desk.example/{number}"));
    let list = format!("[{}]", (0..20_000).map(review).collect::<Vec<_>>().join(","));
    assert!(list.len() > 5_000_000);
    let output = run(&["import", "-"], list.as_bytes());
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 20_000, "{}", told(&output));
}

#[test]
fn answers_of_the_api_are_read() {
    let review = json!({ "publisher": { "name": "Desk", "site": "desk.example" }, "url": "https://desk.example/flat", "title": "No, it is not",
        "reviewDate": "2020-10-07T00:00:00Z", "textualRating": "False", "languageCode": "en" });
    let claim = json!({ "text": "The earth is flat", "claimant": "Ada Low", "claimDate": "2020-10-01T00:00:00Z", "claimReview": [review] });
    let answer = json!({ "claims": [claim, { "claimReview": [review] }], "nextPageToken": "x" }).to_string();
    let output = run(&["import", "-"], answer.as_bytes());
    assert!(told(&output).contains("error[nothing-reviewed]: claims[1].text: missing"), "{}", told(&output));
    let [document] = &values(&output)[..] else { panic!("not one document") };
    assert_eq!(document["article"]["headline"], "No, it is not");
    assert_eq!(document["claims"][0]["statements"], json!([{ "speaker": "Ada Low", "said": "2020-10-01T00:00:00Z" }]));
    assert_eq!(document["claims"][0]["reviews"][0]["by"], "Desk");
}

#[track_caller]
fn table(bytes: &[u8]) -> Vec<Value> {
    let output = run(&["import", "--from", "table", "-"], bytes);
    assert_eq!(code(&output), 0, "{}", told(&output));
    values(&output)
}

#[test]
fn tables_with_any_delimiter_and_encoding_are_read() {
    let text = "claim;speaker;article_url\n\"Das Café öffnet; für Gäste\";Jörg Müller;https://a.example/1\nNein;Jörg;https://a.example/2\n";
    let expected = table(text.as_bytes());
    assert_eq!(expected.len(), 2);
    assert_eq!(expected[0]["claims"][0]["text"], "Das Café öffnet; für Gäste");
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let tabs = text.replace("öffnet; ", "öffnet– ").replace(';', "\t").replace('–', ";");
    let lines = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    for bytes in [&latin, &utf_16, tabs.as_bytes(), lines.as_bytes(), marked.as_bytes()] {
        assert_eq!(table(bytes), expected);
    }
}

#[test]
fn a_table_is_recognized_by_its_name_or_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let text = "\u{feff}Claim\tSpeaker\nThe earth is flat\tAda Low\n";
    for name in ["claims.csv", "claims.TSV", "claims.txt", "claims"] {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        let output = run(&["import", file.to_str().unwrap()], b"");
        assert_eq!(values(&output)[0]["claims"][0]["statements"], json!([{ "speaker": "Ada Low" }]), "{name}");
        assert_eq!(values(&output)[0]["article"]["headline"], "claims");
    }
    let file = folder.path().join("nothing.txt");
    fs::write(&file, "Name\tAge\nAda\t7\n").unwrap();
    let output = run(&["import", file.to_str().unwrap()], b"");
    assert_eq!(code(&output), 2);
    assert!(
        told(&output)
            .contains("no column is called claim, statement, quote or reported; the first line has: Name, Age"),
        "{}",
        told(&output)
    );
}

#[test]
fn characters_split_between_two_buffers_are_read_correctly() {
    let rows: String =
        (0..60_000).map(|row| format!("Behauptung {row} über €;https://a.example/{}\n", row / 10)).collect();
    let documents = table(format!("claim;article_url\n{rows}").as_bytes());
    assert_eq!(documents.len(), 6_000);
    let text = |row: usize| documents[row / 10]["claims"][row % 10]["text"].as_str().unwrap().to_owned();
    (0..60_000).for_each(|row| assert_eq!(text(row), format!("Behauptung {row} über €")));
}

#[test]
fn rows_of_one_document_that_are_not_next_to_each_other_are_refused_with_their_line() {
    let output = run(
        &["import", "--from", "table", "-"],
        b"claim,article_url\nA,https://a.example/\nB,https://b.example/\nC,https://a.example/\n",
    );
    assert_eq!(code(&output), 2);
    assert!(
        told(&output).contains(
            "line 4: \"https://a.example/\": the rows of this document are not next to each other; sort the table"
        ),
        "{}",
        told(&output)
    );
}

#[test]
fn exported_files_can_be_imported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.json");
    fs::write(&file, run(&["import", "-"], REVIEW.as_bytes()).stdout).unwrap();
    let before: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    for (format, from) in [("claimreview", "auto"), ("jsonld", "auto"), ("csv", "table")] {
        let exported = run(&["export", "--to", format, file.to_str().unwrap()], b"");
        assert_eq!((code(&exported), told(&exported).as_str()), (0, ""), "{format}");
        let [again] = &values(&run(&["import", "--from", from, "-"], &exported.stdout))[..] else {
            panic!("{format}: not one document")
        };
        assert_eq!(again["claims"][0]["text"], before["claims"][0]["text"], "{format}");
        assert_eq!(again["claims"][0]["statements"][0]["speaker"], "Ada Low", "{format}");
        assert_eq!(again["claims"][0]["reviews"][0]["by"], "Desk", "{format}");
        assert_eq!(again["claims"][0]["reviews"][0]["label"], "False", "{format}");
    }
}

#[test]
fn the_json_ld_of_a_prerendered_page_can_be_imported() {
    let document = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/iran-s-400.json")).unwrap();
    let page = run(&["prerender", "--page", "-"], &document);
    let output = run(&["import", "-"], &page.stdout);
    assert_eq!(code(&output), 0, "{}", told(&output));
    let again = &values(&output)[0];
    let before: Value = serde_json::from_slice(&document).unwrap();
    let claims = |document: &Value| {
        let claims =
            document["claims"].as_array().unwrap().iter().map(|claim| (claim["id"].clone(), claim["text"].clone()));
        claims.collect::<Vec<_>>()
    };
    assert_eq!(claims(again), claims(&before));
    assert_eq!(again["article"]["headline"], before["article"]["headline"]);
}

/// Returns the answers to these lines, in the same order.
#[track_caller]
fn lines(arguments: &[&str], lines: &[Value]) -> Vec<Value> {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let answers = values(&run(&[arguments, &["--ndjson"]].concat(), input.as_bytes()));
    assert_eq!(answers.len(), lines.len());
    answers
}

#[test]
fn each_command_answers_line_by_line_with_the_id_and_errors_as_lines() {
    let document = values(&run(&["import", "-"], REVIEW.as_bytes())).remove(0);
    let [checked, failed] =
        &lines(&["check"], &[json!({ "id": 7, "document": document }), json!({ "id": "b", "document": {} })])[..]
    else {
        panic!()
    };
    assert_eq!((&checked["id"], &checked["errors"], &checked["warnings"]), (&json!(7), &json!(0), &json!(0)));
    assert_eq!(
        (&failed["id"], &failed["errors"], &failed["problems"][0]["code"]),
        (&json!("b"), &json!(1), &json!("version"))
    );

    let altered = json!({ "version": 1, "article": { "headline": "A" }, "speakers": {}, "claims": [
        { "id": "a", "text": "A", "statements": [{ "quote": "It is safe to drink the wine again" }] }] });
    let article = "<p>“It is safe to drink the water again,” she said.</p>";
    let answers = lines(&["check"], &[json!({ "document": altered.to_string(), "article": article })]);
    assert_eq!(answers[0]["problems"][0]["code"], "altered");

    let answers =
        lines(&["prerender"], &[json!({ "id": null, "document": document }), json!({ "id": 2, "document": "{" })]);
    assert!(answers[0]["html"].as_str().unwrap().starts_with("<fact-cards"));
    assert_eq!(answers[1]["id"], 2);
    assert_eq!(answers[1]["error"]["line"], 2);

    let article = "Is the water safe?\n\n“It is safe to drink again,” said Ada Low, an engineer.";
    let answers = lines(&["draft"], &[json!({ "id": [1], "article": article }), json!({ "id": 2 })]);
    assert_eq!(
        (&answers[0]["id"], &answers[0]["document"]["article"]["headline"]),
        (&json!([1]), &json!("Is the water safe?"))
    );
    assert!(answers[1]["error"]["message"].as_str().unwrap().starts_with("article: expected"));

    let answers =
        lines(&["import"], &[json!({ "id": 1, "source": REVIEW }), json!({ "id": 2, "source": { "@type": "Thing" } })]);
    assert_eq!(answers[0]["documents"][0]["claims"][0]["text"], "The earth is flat");
    assert_eq!(answers[1]["error"]["message"], "error[no-claim-review]: there is no ClaimReview in it");

    let answers = lines(&["export", "--to", "claimreview"], &[json!({ "id": 1, "document": document })]);
    assert_eq!(answers[0]["export"][0]["claimReviewed"], "The earth is flat");
}

#[test]
fn lines_that_are_not_objects_give_errors_and_the_others_are_still_answered() {
    let document = values(&run(&["import", "-"], REVIEW.as_bytes())).remove(0);
    let good = json!({ "id": 1, "document": document }).to_string();
    let mut input = format!("{good}\n\nnot JSON\n[1]\n").into_bytes();
    input.extend(b"\xff\n");
    input.extend(good.as_bytes());
    let output = run(&["check", "--ndjson"], &input);
    let answers = values(&output);
    let places: Vec<_> = answers.iter().map(|answer| answer["error"]["line"].as_u64()).collect();
    assert_eq!(places, [None, Some(3), Some(4), Some(5), None]);
    assert_eq!(code(&output), 1);
}

#[test]
fn thousands_of_lines_keep_their_order() {
    let document = values(&run(&["import", "-"], REVIEW.as_bytes())).remove(0);
    let many: Vec<_> = (0..5_000).map(|id| json!({ "id": id, "document": document })).collect();
    let ids: Vec<_> = lines(&["check"], &many).iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
    assert!(ids.iter().copied().eq(0..5_000));
}

#[test]
fn a_reader_that_stops_early_causes_no_error_message() {
    let document = values(&run(&["import", "-"], REVIEW.as_bytes())).remove(0);
    let line = json!({ "id": 1, "document": document }).to_string() + "\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("many.ndjson");
    fs::write(&file, line.repeat(10_000)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_fact-cards"))
        .args(["check", "--ndjson", file.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(told(&child.wait_with_output().unwrap()), "");
}

#[test]
fn a_table_without_rows_is_refused() {
    for input in ["claim,speaker\n", "claim,speaker\n\n"] {
        let output = run(&["import", "--from", "table", "-"], input.as_bytes());
        assert_eq!(code(&output), 2, "{input:?}");
        assert!(told(&output).contains("there are no rows below the headings"), "{}", told(&output));
    }
}

#[test]
fn of_many_unknown_columns_the_first_are_named_and_the_others_counted() {
    let headings: Vec<_> = (0..1_000).map(|number| format!("unknown {number}")).collect();
    let table = format!("claim,{}\nThe water is safe\n", headings.join(","));
    let output = run(&["import", "--from", "table", "-"], table.as_bytes());
    assert_eq!(code(&output), 0);
    let told = told(&output);
    assert!(told.contains("the column \"unknown 0\" is not imported"), "{told}");
    assert!(told.contains("980 further columns are not imported"), "{told}");
    assert!(!told.contains("unknown 20\""), "{told}");
}

#[track_caller]
fn refused(arguments: &[&str], input: &[u8], message: &str) {
    let output = run(arguments, input);
    assert_eq!(code(&output), 2, "{}", told(&output));
    assert!(told(&output).contains(message), "{}", told(&output));
}

const TABLE: &[&str] = &["import", "--from", "table", "-"];

#[test]
fn a_table_with_a_fault_that_changes_its_text_is_refused_with_the_line() {
    let bad = b"claim\nCaf\xc3\xa9 M\xc3\xbcller \xc3\xb6ffnet\n\xc5\x81\xc3\xb3d\xc5\xba\nbad \xff byte\n";
    refused(TABLE, bad, "line 4: the byte 0xFF is not UTF-8; correct this line, or save the whole table as UTF-8");
    let unclosed = b"claim,speaker\none,A\n\"two,B\nthree,C\n";
    refused(TABLE, unclosed, "line 3: the quotation mark is never closed; close it");
    let many = format!("claim\n\"{}", "never closed\n".repeat(200_000));
    refused(
        TABLE,
        many.as_bytes(),
        "line 2: this row is longer than 1 MB, the most that is read; a quotation mark may not be closed",
    );
}

#[test]
fn an_encoding_that_was_found_out_is_named() {
    let output = run(TABLE, b"claim\nStra\xdfe caf\xe9\n");
    assert_eq!(values(&output)[0]["claims"][0]["text"], "Straße café");
    assert!(told(&output).contains("note: read as windows-1252, because it is not UTF-8"), "{}", told(&output));
    assert_eq!(told(&run(TABLE, "claim\nStraße café\n".as_bytes())), "");
}

#[test]
fn lines_are_counted_as_text_editors_count_them() {
    for end in ["\n", "\r\n", "\r"] {
        let table = ["claim,date", "\"The water", "is safe\",2020", "", "The air is safe,soon", ""].join(end);
        let output = run(TABLE, table.as_bytes());
        assert!(told(&output).contains("line 5, date: no date"), "{}", told(&output));
    }
}

#[cfg(unix)]
#[test]
fn pipes_that_are_named_as_files_are_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("table");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let rows: String = (0..20_000).map(|row| format!("Well {row} is safe,https://a.example/{}\n", row / 10)).collect();
    let input = format!("claim,article_url\n{rows}");
    let into = pipe.clone();
    let writing = std::thread::spawn(move || fs::write(into, input).unwrap());
    let output = run(&["import", pipe.to_str().unwrap()], b"");
    writing.join().unwrap();
    assert_eq!((code(&output), told(&output).as_str()), (0, ""));
    assert_eq!(values(&output).len(), 2_000);
    for input in [b"claim\nThe water is safe\n".as_slice(), REVIEW.as_bytes()] {
        assert_eq!(values(&run(&["import", "/dev/stdin"], input)).len(), 1);
        assert_eq!(values(&run(&["import", "-"], input)).len(), 1, "the format of standard input is found out");
    }
}

#[test]
fn a_document_that_could_not_be_read_again_is_not_written() {
    let review = |number: usize| REVIEW.replace("The earth is flat", &format!("The earth is flat, part {number}"));
    let list = format!("[{}]", (0..5_001).map(review).collect::<Vec<_>>().join(","));
    refused(
        &["import", "-"],
        list.as_bytes(),
        "more than 5000 claims for one document, \"desk.example\"; split the file",
    );
    let long = REVIEW.replace("The earth is flat", &"The earth is flat. ".repeat(300_000));
    refused(&["import", "-"], long.as_bytes(), "is larger than 5 MB, the most that is read; split the file");
    assert!(run(&["import", "-"], long.as_bytes()).stderr.len() < 1_000);
}

#[test]
fn options_for_tables_are_refused_where_there_is_no_table() {
    refused(&["import", "--ndjson", "--from", "table"], b"", "a table has rows, and no JSON in each line");
    refused(&["import", "--ndjson", "--group-by", "case"], b"", "cannot be used with");
    refused(&["import", "--group-by", "case", "-"], REVIEW.as_bytes(), "--group-by is for tables, and this is none");
}

#[test]
fn a_table_of_standard_input_has_a_headline_in_words() {
    assert_eq!(values(&run(TABLE, b"claim\nThe water is safe\n"))[0]["article"]["headline"], "Table");
}

#[test]
fn a_page_without_json_ld_says_where_claim_review_is_looked_for() {
    let page = "<!doctype html><title>T</title><div itemscope itemtype=\"https://schema.org/ClaimReview\"></div>";
    let output = run(&["import", "-"], page.as_bytes());
    let expected = "error[no-claim-review]: this page has no script of type application/ld+json, where ClaimReview is looked for; its \
                    ClaimReview is in the attributes of its tags (microdata or RDFa), which is not read";
    assert!(told(&output).contains(expected), "{}", told(&output));
    assert_eq!(code(&output), 1);
}

#[test]
fn what_the_api_says_beside_claims_is_told() {
    let error = r#"{"error": {"code": 400, "message": "API key not valid.", "status": "INVALID_ARGUMENT"}}"#;
    let output = run(&["import", "-"], error.as_bytes());
    assert!(told(&output).contains("error: the API answered with an error: API key not valid."), "{}", told(&output));
    assert_eq!(code(&output), 1);
    let review =
        json!({ "publisher": { "name": "Desk" }, "url": "https://desk.example/flat", "textualRating": "False" });
    let answer =
        json!({ "claims": [{ "text": "Flat", "claimReview": [review] }, { "text": "nr" }], "nextPageToken": "x" });
    let told = told(&run(&["import", "-"], answer.to_string().as_bytes()));
    assert!(told.contains("warning[next-page]: nextPageToken: the answer goes on on a further page"), "{told}");
    assert!(
        told.contains("warning[no-claim-review]: claims[1].claimReview: missing; the claim has no review"),
        "{told}"
    );
}

fn page(head: &str, body: &str) -> Vec<u8> {
    let script = format!("<script type=application/ld+json>{REVIEW}</script>");
    format!("<!doctype html>{head}{script}{body}").into_bytes()
}

#[test]
fn a_page_without_a_headline_has_that_of_its_title_without_the_name_of_its_publisher() {
    let site = "<meta property='og:site_name' content='The Desk'>";
    for (head, headline) in [
        ("<title>Is the earth flat? | The Desk</title>".to_owned() + site, "Is the earth flat?"),
        ("<title>Is the earth flat? – The Desk</title>".to_owned() + site, "Is the earth flat?"),
        ("<title>Is the earth flat? | The Desk</title>".to_owned(), "Is the earth flat? | The Desk"),
        ("<title>The Desk</title>".to_owned() + site, "The Desk"),
    ] {
        let output = run(&["import", "-"], &page(&head, ""));
        let document = &values(&output)[0];
        assert_eq!(document["article"]["headline"], headline, "{head}");
        let repairs = document["$import"]["repairs"].as_array().unwrap();
        let of_title: Vec<_> = repairs.iter().filter(|repair| repair["kind"] == "headline").collect();
        assert_eq!(
            (of_title.len(), &of_title[0]["path"], &of_title[0]["after"]),
            (1, &json!("title"), &json!(headline))
        );
    }
    let host = run(&["import", "-"], &page("<link rel=canonical href=https://desk.example/a>", ""));
    assert_eq!(values(&host)[0]["article"]["headline"], "desk.example");
}

#[test]
fn what_a_page_says_of_itself_in_another_form_is_told() {
    let head = "<html lang='??'><h1>Flat?</h1><link rel=canonical href=/flat><meta property='article:published_time' content='2020-10-07 20:05'>";
    let output = run(&["import", "-"], &page(head, ""));
    assert!(told(&output).contains("warning[no-url]: page.url: "), "{}", told(&output));
    assert!(told(&output).contains("warning[unusable-value]: page.language: "), "{}", told(&output));
    assert_eq!(values(&output)[0]["article"], json!({ "headline": "Flat?", "published": "2020-10-07T20:05" }));
}

#[test]
fn reviews_in_attributes_are_told_beside_those_of_a_script() {
    for attribute in
        ["itemscope itemtype='https://schema.org/ClaimReview'", "vocab='https://schema.org/' typeof=ClaimReview"]
    {
        let output = run(&["import", "-"], &page("<h1>A</h1>", &format!("<div {attribute}></div>")));
        assert!(
            told(&output).starts_with("-: warning[attributes]: the page has ClaimReview in the attributes"),
            "{}",
            told(&output)
        );
        assert_eq!(code(&output), 0);
    }
    // Words about attributes are none.
    let output = run(&["import", "-"], &page("<h1>A</h1>", "<p>Write itemtype='https://schema.org/ClaimReview'</p>"));
    assert_eq!(told(&output), "");
}

#[test]
fn what_documents_have_no_field_for_is_told_once() {
    let review =
        REVIEW.replace("\"author\": {\"name\": \"Desk\"}", "\"author\": \"Desk\", \"reviewBody\": \"Long words\"");
    let list = format!("[{}]", vec![review.as_str(); 100].join(","));
    let expected = "-: warning[unread]: [0].reviewBody: a document has no field for the reviewBody of a review; it is left out; so are 99 others\n";
    assert_eq!(told(&run(&["import", "-"], list.as_bytes())), expected);
    let script = format!("<!doctype html><h1>A</h1><script type=application/ld+json>{list}</script>");
    assert_eq!(told(&run(&["import", "-"], script.as_bytes())), expected);
    let line = json!({ "id": 1, "source": list }).to_string();
    let output = run(&["import", "--ndjson"], line.as_bytes());
    assert_eq!(values(&output)[0]["problems"][0], expected.trim_start_matches("-: ").trim_end());
}

#[test]
fn faults_of_lines_name_one_line_only() {
    let input = format!(
        "{}\n{{\"id\": 1, \"source\": ]}}\n{}\n",
        json!({ "source": REVIEW }),
        json!({ "id": 2, "source": "{\n\n]" })
    );
    let answers = values(&run(&["import", "--ndjson"], input.as_bytes()));
    assert_eq!(answers[1]["error"], json!({ "line": 2, "message": "not JSON: expected value at column 21" }));
    let message = answers[2]["error"]["message"].as_str().unwrap();
    assert!(message.starts_with("in the source: error[syntax]: not JSON: "), "{message}");
}

#[test]
fn lines_of_objects_point_to_ndjson() {
    let line = json!({ "id": 1, "source": REVIEW });
    let output = run(&["import", "-"], format!("{line}\n\n{line}\n").as_bytes());
    assert_eq!(told(&output), "-: error: this has one JSON object in each line; read it with --ndjson\n");
    assert_eq!(code(&output), 2);
}

#[test]
fn an_id_that_was_changed_is_listed_as_a_repair() {
    let table = "claim_id,claim\nNot Kebab,The earth is flat\n";
    let repair =
        json!({ "kind": "id", "path": "line 2, claim_id", "before": "Not Kebab", "after": "the-earth-is-flat" });
    assert_eq!(values(&run(&["import", "-"], table.as_bytes()))[0]["$import"]["repairs"], json!([repair]));
}

#[test]
fn a_script_that_was_mended_is_listed_without_its_middle() {
    let long = format!(r#"{{"@type":"ClaimReview","claimReviewed":"{}s"}};"#, "word ".repeat(100_000));
    let document = &values(&run(&["import", "-"], long.as_bytes()))[0];
    let repair = &document["$import"]["repairs"][0];
    assert_eq!(repair["kind"], "json");
    for (side, end) in [("before", "word s\"};"), ("after", "word s\"}")] {
        let told = repair[side].as_str().unwrap();
        assert!(told.len() < 210 && told.starts_with("{\"@type\"") && told.ends_with(end), "{told}");
    }
}

#[test]
fn values_of_a_wrong_type_in_an_answer_of_the_api_are_told() {
    let answer = json!({ "claims": [{ "text": "The earth is flat", "claimant": 5, "claimDate": {},
        "claimReview": [{ "publisher": { "name": "Desk", "site": null }, "title": [], "url": 5, "languageCode": "??", "textualRating": true }] }] });
    let output = run(&["import", "-"], answer.to_string().as_bytes());
    let paths: Vec<_> = told(&output).lines().map(|line| line.split(": ").nth(2).unwrap().to_owned()).collect();
    let review = "claims[0].claimReview[0]";
    let expected = ["claims[0].claimant".to_owned(), "claims[0].claimDate".to_owned()].into_iter();
    let expected =
        expected.chain(["url", "textualRating", "title", "languageCode"].map(|key| format!("{review}.{key}")));
    assert_eq!(paths, expected.collect::<Vec<_>>(), "{}", told(&output));
    assert!(told(&output).lines().all(|line| line.starts_with("-: warning[unusable-value]: ")));
    assert_eq!((code(&output), &values(&output)[0]["claims"][0]["text"]), (0, &json!("The earth is flat")));
}

#[test]
fn rows_of_empty_cells_are_passed_over() {
    let table = "article_url,claim\nhttps://a.example/1,A\n,\nhttps://a.example/1,B\n,\nhttps://a.example/2,C\n,\n,\n";
    let output = run(&["import", "-"], table.as_bytes());
    assert_eq!((code(&output), told(&output).as_str()), (0, ""));
    let claims: Vec<_> = values(&output).iter().map(|document| document["claims"].as_array().unwrap().len()).collect();
    assert_eq!(claims, [2, 1]);
    refused(&["import", "-"], b"claim,speaker\n,\n,\n", "there are no rows below the headings");
}

#[test]
fn an_empty_cell_where_the_articles_address_is_expected_is_told() {
    let merged = "article_url,claim\nhttps://a.example/1,A\n,B\nhttps://a.example/2,C\n";
    let output = run(&["import", "-"], merged.as_bytes());
    let note =
        "-: note: line 3: the column \"article_url\" is empty, so this row is not part of the document before it";
    assert!(told(&output).contains(note), "{}", told(&output));
    let again = format!("{merged},D\n");
    refused(
        &["import", "-"],
        again.as_bytes(),
        "line 5: the column \"article_url\", which says to which document a row belongs, is empty here",
    );
}

#[test]
fn files_that_are_no_text_are_named_as_what_they_are() {
    refused(
        &["import", "-"],
        b"PK\x03\x04\x14\0\x06",
        "this is an Excel workbook, or another compressed file; save the table as CSV",
    );
    refused(&["import", "-"], b"\x89PNG\r\n\x1a\n", "this is a picture");
    refused(&["import", "-"], b"claim\nOne\0\n", "line 2: this is not text");
    let utf_16: Vec<u8> = format!("\u{feff}{REVIEW}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&["import", "-"], &utf_16, "this is UTF-16; save it as UTF-8");
    refused(&["import", "-"], b"{\"version\": 1, \"claims\": []}", "this is a document already");
}

#[test]
fn control_characters_of_other_peoples_files_never_reach_the_terminal() {
    let output = run(&["import", "-"], b"claim,bad\x1b[31m\nOne,2\n");
    assert!(told(&output).contains("the column \"bad\\u{1b}[31m\" is not imported"), "{}", told(&output));
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_cannot_be_written_is_told_once() {
    let table: String = (0..1_000).map(|number| format!("https://a.example/{number},C\n")).collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_fact-cards"))
        .args(["import", "-"])
        .stdin(Stdio::piped())
        .stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(format!("article_url,claim\n{table}").as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), told(&output).matches("cannot be written").count()), (2, 1));
}

#[test]
fn names_that_windows_keeps_for_devices_are_not_given_to_files() {
    let folder = tempfile::tempdir().unwrap();
    let table = "article_url,claim\nhttps://a.example/con,A\nhttps://a.example/LPT9,B\nhttps://a.example/com,C\n";
    let output = run(&["import", "-", "--out", folder.path().to_str().unwrap()], table.as_bytes());
    assert_eq!(code(&output), 0, "{}", told(&output));
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["com.json", "con-document.json", "lpt9-document.json"]);
}

#[test]
fn lines_without_their_field_and_documents_with_errors_are_told() {
    let answers = values(&run(&["import", "--ndjson"], b"{\"id\": 1, \"html\": \"<p>A\"}\n"));
    let message = answers[0]["error"]["message"].as_str().unwrap();
    assert!(
        message.starts_with("the line has no field \"source\", so it was read as ClaimReview itself: "),
        "{message}"
    );

    let document = json!({ "version": 1, "article": { "headline": "A" }, "speakers": {},
        "claims": [{ "id": "a", "text": "A", "statements": [{ "speaker": "nobody", "quote": "B" }] },
            { "id": "c", "text": "C", "statements": [{ "quote": "D" }] }] });
    let line = json!({ "id": 1, "document": document }).to_string() + "\n";
    let output = run(&["export", "--to", "claimreview", "--ndjson"], line.as_bytes());
    let problems = &values(&output)[0]["problems"];
    assert!(problems[0].as_str().unwrap().starts_with("error[unknown-speaker]"), "{problems}");
    assert_eq!(
        problems[problems.as_array().unwrap().len() - 1],
        "claims without a review, and so without a ClaimReview: 1"
    );
    assert_eq!(code(&output), 1);
}

#[test]
fn an_article_in_a_script_that_was_mended_gives_headline_publisher_and_date() {
    let article = "<![CDATA[{\"@type\": \"NewsArticle\", \"headline\": \"Is the\nearth flat?\", \"publisher\": {\"@id\": \"#p\"}, \
        \"datePublished\": \"2024-05-01\"}]]>";
    let head = format!(
        "<script type='application/ld+json'>{article}</script><script type='application/ld+json'>{{\"@id\": \"#p\", \"name\": \"The Daily\"}}</script>\
         <script type='application/ld+json'>{REVIEW}</script>"
    );
    let output = run(&["import", "-"], &page(&head, ""));
    let article = &values(&output)[0]["article"];
    assert_eq!(
        [&article["headline"], &article["publisher"], &article["published"]],
        ["Is the earth flat?", "The Daily", "2024-05-01"]
    );
}

#[test]
fn what_every_row_repeats_is_told_once_with_its_first_places() {
    let row = |number: usize| {
        format!("Claim {number},Ada Low,in spring,{}\n", if number == 3 { "Other" } else { "Is it so?" })
    };
    let table: String = (1..=50).map(row).collect();
    let output = run(&["import", "-"], format!("claim,speaker,date,headline\n{table}").as_bytes());
    let told = told(&output);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines[0].starts_with("-: warning[no-date]: line 2, date: "), "{told}");
    assert!(lines[0].ends_with("; the same 49 more times: line 3, line 4, line 5, …"), "{told}");
    assert!(lines[1].starts_with("-: warning[further-value]: line 4, headline: "), "{told}");
    assert!(lines[1].ends_with("this one is left out: “Other”"), "{told}");
    // The values of the next ones are told, too, and those of another column are of another kind.
    let table = "claim,speaker,headline,publisher\nA,Ada,One,Post\nB,Ada,Two,Post\nC,Ada,Three,Post\nD,Ada,One,Mail\n";
    let told = self::told(&run(&["import", "-"], table.as_bytes()));
    assert!(told.contains("“Two”; the same 1 more time: line 4 (“Three”)\n"), "{told}");
    assert!(told.contains("line 5, publisher: ") && told.lines().count() == 2, "{told}");
}

#[test]
fn tables_of_german_and_french_spreadsheets_become_documents() {
    let german = "\u{feff}Faktenchecks 2024;;;;\r\n;;;;\r\nBehauptung;Sprecher;Wortlaut;Datum;Bemerkung\r\nDie Brücke ist zu;Ada Löw;Sie ist zu;03.05.2024;intern\r\n";
    let output = run(&["import", "-"], german.as_bytes());
    assert_eq!(code(&output), 0, "{}", told(&output));
    let told_ = told(&output);
    assert!(told_.contains("note: the headings are in line 3; what stands above them is left out"), "{told_}");
    assert!(told_.contains("the column \"Bemerkung\" is not imported") && told_.lines().count() == 2, "{told_}");
    let statement = &values(&output)[0]["claims"][0]["statements"][0];
    assert_eq!((&statement["quote"], &statement["said"]), (&json!("Sie ist zu"), &json!("2024-05-03")));
    let french = "Affirmation;Auteur;Citation\r\nLe pont est fermé;Jeanne Roux;Le pont est fermé\r\n";
    let latin: Vec<u8> = french.chars().map(|c| c as u32 as u8).collect();
    let output = run(&["import", "-"], &latin);
    assert_eq!(values(&output)[0]["claims"][0]["statements"][0]["speaker"], "Jeanne Roux");
}
