//! Rows become documents, and documents rows.

use document::decode::decode;
use document::model::Document;
use document::problem::Severity;
use proptest::prelude::*;
use schema_org::Imported;
use serde_json::{Value, json};
use tables::{Columns, Field, Grouping, rows};
use testing::test;

#[track_caller]
fn read(headings: &[&str], table: &[&[&str]]) -> Option<Imported> {
    let columns = Columns::of(headings, None).unwrap();
    let mut grouping = Grouping::new(&columns, "Table");
    table.iter().enumerate().for_each(|(at, row)| grouping.add(row, at + 2));
    grouping.finish().ok()
}

fn json_of(document: &Document) -> Value {
    serde_json::to_value(document).unwrap()
}

#[test]
fn headings_may_stand_in_any_order_and_have_other_usual_names() {
    let imported = read(
        &["Source", "QUOTE", "Job title", "said by", "Statement", "Party", "Date", "rating", "Fact checker"],
        &[
            &[
                "https://city.example/pc",
                "It is",
                "engineer",
                "Ada Low",
                "The water is safe",
                "Greens",
                "2020-10-07 20:05",
                "False",
                "Desk",
            ],
            &["Press release", "", "", "Ben High", "The water is safe", "", "", "", ""],
        ],
    );
    let document = json_of(&imported.unwrap().document);
    let statements = json!([
        { "speaker": "Ada Low", "role": "engineer", "organization": "Greens", "quote": "It is", "said": "2020-10-07T20:05",
          "source": { "url": "https://city.example/pc" } },
        { "speaker": "Ben High", "source": { "title": "Press release" } },
    ]);
    assert_eq!(
        document["claims"],
        json!([{ "id": "the-water-is-safe", "text": "The water is safe", "statements": statements,
        "reviews": [{ "by": "Desk", "label": "False" }] }])
    );
    assert_eq!(document["article"], json!({ "headline": "Table" }));
}

#[test]
fn a_name_in_two_columns_is_read_as_one() {
    let names = |headings: &[&str], rows: &[&[&str]]| -> Vec<String> {
        let imported = read(headings, rows).unwrap();
        imported.document.speakers.values().map(|speaker| speaker.name.clone()).collect()
    };
    let rows: &[&[&str]] = &[&["Low", "It is", "Ada"], &["High", "It is not", ""], &["", "Perhaps", ""]];
    assert_eq!(names(&["Last name", "quote", "First_Name"], rows), ["Ada Low", "High"]);
    assert_eq!(names(&["Nachname", "Zitat", "Vorname"], rows), ["Ada Low", "High"]);
    // A column for the whole name comes first.
    let rows: &[&[&str]] = &[&["Low", "It is", "Ada", "Dr. Ada Low"], &["High", "It is not", "Ben", ""]];
    assert_eq!(names(&["surname", "quote", "given name", "speaker"], rows), ["Ben High", "Dr. Ada Low"]);
}

#[test]
fn texts_change_only_by_markup_and_blanks_and_each_change_is_listed() {
    let imported = read(&["claim", "quote"], &[&[" Tom &amp; Jerry ", "a  “b”\n'c'"]]).unwrap();
    assert_eq!(imported.document.claims[0].text, "Tom & Jerry");
    assert_eq!(imported.document.claims[0].statements[0].quote.as_ref().unwrap().spans(), ["a  “b”\n'c'"]);
    let repairs: Vec<_> = imported.repairs.iter().map(|repair| (repair.kind.code(), repair.path.as_str())).collect();
    assert_eq!(repairs, [("markup", "line 2, claim")]);
}

#[test]
fn rows_without_a_claim_are_reported_and_blank_ones_are_none() {
    let imported =
        read(&["claim", "speaker", "date"], &[&["", "Ada", ""], &["", " ", ""], &["A", "", "soon"]]).unwrap();
    let remarks: Vec<_> = imported.remarks.iter().map(|remark| (remark.code(), remark.path.as_str())).collect();
    assert_eq!(remarks, [("nothing-reviewed", "line 2, claim"), ("no-date", "line 4, date")]);
    assert_eq!((imported.left_out, imported.document.claims.len()), (1, 1));
    assert_eq!(read(&["claim"], &[&[""]]), None);
}

#[test]
fn a_table_whose_columns_are_unclear_is_refused() {
    let refused = |headings: &[&str], group: Option<&str>| Columns::of(headings, group).unwrap_err().to_string();
    assert_eq!(
        refused(&["a", "b"], None),
        "no column is called claim, statement, quote or reported; the first line has: a, b"
    );
    assert_eq!(
        refused(&["Claim", "statement"], None),
        "the columns \"Claim\" and \"statement\" mean the same; rename one of them"
    );
    assert_eq!(refused(&["claim"], Some("case")), "there is no column \"case\"; the first line has: claim");
}

#[test]
fn rows_come_together_by_the_address_of_the_article_or_by_a_column_that_is_named() {
    let row = &["A", "https://a.example/", "https://b.example/", "7"];
    let headings = &["claim", "Article", "url", "case"];
    assert_eq!(Columns::of(headings, None).unwrap().group(row), Some("https://a.example/"));
    assert_eq!(Columns::of(headings, Some("Case")).unwrap().group(row), Some("7"));
    assert_eq!(
        Columns::of(&["claim", "url"], None).unwrap().group(&["A", "https://a.example/"]),
        Some("https://a.example/")
    );
    assert_eq!(Columns::of(&["claim", "other"], None).unwrap().unknown().collect::<Vec<_>>(), ["other"]);
}

fn text() -> impl Strategy<Value = String> {
    // What is trimmed changes, and so cannot come back.
    "(<b>|&amp;|[a-zé“”,;\"'\n|])( ?(&|&amp;|</b>|<br>|<|[a-zé“”,;\"'\n|])){0,9}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("blank", |text| !text.is_empty())
}

fn maybe(strategy: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    prop::option::of(strategy).prop_map(|value| value.map_or(Value::Null, Value::from))
}

fn words() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        text().prop_map(Value::from),
        prop::collection::vec(text(), 2..4).prop_map(Value::from),
    ]
}

fn a_date() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["2020", "2020-10", "2020-10-07", "2020-10-07T20:05Z"]).prop_map(str::to_owned)
}

fn a_url() -> impl Strategy<Value = String> {
    "https://[a-z]{1,8}\\.example/[a-z0-9]{0,8}"
}

prop_compose! {
    fn statement()(speaker in text(), role in maybe(text()), organization in maybe(text()), quote in words(), reported in words(),
        said in maybe(a_date()), when in maybe(text()), title in maybe(text()), url in maybe(a_url()),
        stance in maybe(prop::sample::select(vec!["affirms", "denies", "comments"]).prop_map(str::to_owned))) -> Value {
        // Only an address can stand in the place of a title.
        let source = if title.is_null() && url.is_null() { Value::Null } else { json!({ "title": title, "url": url }) };
        json!({ "speaker": speaker, "role": role, "organization": organization, "quote": quote, "reported": reported, "said": said,
            "when": when, "stance": stance, "source": source })
    }
}

prop_compose! {
    fn a_document()(headline in text(), url in maybe(a_url()), published in maybe(a_date()), publisher in maybe(text()),
        claims in prop::collection::vec((text(), prop::collection::vec(statement(), 0..4), prop::option::of((text(), maybe(text()), 1..6))), 1..5)) -> Document {
        let mut speakers = serde_json::Map::new();
        let claims: Vec<_> = claims.iter().enumerate().map(|(at, (text, statements, review))| {
            for statement in statements {
                let name = statement["speaker"].as_str().unwrap();
                speakers.insert(name.to_owned(), json!({ "name": name }));
            }
            let reviews: Vec<_> = review.iter().map(|(by, label, value)| json!({ "by": by, "label": label, "value": value })).collect();
            json!({ "id": format!("c-{at}"), "text": if at % 2 == 0 { text } else { "Same" }, "statements": statements, "reviews": reviews })
        }).collect();
        let article = json!({ "headline": headline, "url": url, "published": published, "publisher": publisher });
        decode(&json!({ "version": 1, "article": article, "speakers": speakers, "claims": claims }).to_string()).unwrap().document
    }
}

#[test]
fn a_document_comes_back_from_its_rows() {
    let headings: Vec<_> = Field::all().map(Field::heading).collect();
    proptest!(|(document in a_document())| {
        let written = rows(&document);
        let written: Vec<Vec<&str>> = written.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let written: Vec<&[&str]> = written.iter().map(Vec::as_slice).collect();
        let imported = read(&headings, &written).unwrap();
        prop_assert_eq!(imported.remarks, vec![]);
        prop_assert_eq!(json_of(&imported.document), json_of(&document));
    });
}

#[test]
fn any_table_becomes_a_document_or_nothing() {
    let headings: Vec<_> = Field::all().map(Field::heading).collect();
    let cell = prop_oneof![any::<String>(), text(), a_date(), a_url(), Just("4,5".to_owned()), Just("$a".to_owned())];
    let table = prop::collection::vec(prop::collection::vec(cell, 0..40), 0..6);
    proptest!(|(table in table)| {
        let table: Vec<Vec<&str>> = table.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
        if let Some(imported) = read(&headings, &table) {
            let decoded = decode(&serde_json::to_string(&imported.document).unwrap()).unwrap();
            let errors = decoded.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
            prop_assert_eq!(errors, 0, "{:?}", decoded.problems);
        }
    });
}

/// The remarks about these rows, as lines.
#[track_caller]
fn told(headings: &[&str], table: &[&[&str]]) -> Vec<String> {
    read(headings, table).unwrap().remarks.iter().map(schema_org::Remark::line).collect()
}

#[test]
fn rows_of_another_length_than_the_headings_are_reported() {
    let headings = &["claim", "speaker", "quote"];
    assert_eq!(
        told(headings, &[&["a", "b", "c", "", " "], &["c", "d", "e", "f"], &["g", "h"], &[""]]),
        [
            "warning[further-cells]: line 3: the row has more cells than there are headings; what begins with \"f\" is left out; put cells \
             that contain the delimiter in quotation marks",
            "warning[missing-cells]: line 4: the row has 2 of 3 cells; the others are taken for empty; check whether one before them is \
             missing",
        ]
    );
}

#[test]
fn a_rating_that_is_not_on_its_scale_keeps_its_label_alone() {
    let headings = &["claim", "review_by", "review_label", "review_value", "review_best", "review_worst"];
    let numbers = |value: &str, best: &str, worst: &str| {
        let imported = read(headings, &[&["A", "Desk", "False", value, best, worst]]).unwrap();
        let review = &json_of(&imported.document)["claims"][0]["reviews"][0];
        assert_eq!(review["label"], "False");
        let codes: Vec<_> = imported.remarks.iter().map(|remark| remark.code()).collect();
        (review["value"].as_f64(), review["best"].as_f64(), review["worst"].as_f64(), codes)
    };
    assert_eq!(numbers("2", "5", "1"), (Some(2.0), Some(5.0), Some(1.0), vec![]));
    assert_eq!(numbers("10", "1e1", "0.1e1"), (Some(10.0), Some(10.0), Some(1.0), vec![]));
    assert_eq!(numbers("1", "1", "5"), (None, None, None, vec!["scale"]));
    assert_eq!(numbers("9", "5", ""), (None, None, None, vec!["scale"]));
    assert_eq!(numbers("0", "5", "1"), (None, None, None, vec!["scale"]));
    assert_eq!(numbers("1e400", "", ""), (None, None, None, vec!["no-number"]));
    assert_eq!(numbers("3", "", ""), (Some(3.0), None, None, vec![]));
}

#[test]
fn claims_with_the_same_text_are_told_apart_by_their_ids() {
    let claim =
        |id: &str, quote: &str| json!({ "id": id, "text": "Same", "statements": [{ "speaker": "a", "quote": quote }] });
    let document = json!({ "version": 1, "article": { "headline": "A" }, "speakers": { "a": { "name": "a" } },
        "claims": [claim("c1", "one"), claim("c2", "two"), { "id": "c3", "text": "Same", "statements": [] }] });
    let document = decode(&document.to_string()).unwrap().document;
    let written = rows(&document);
    let written: Vec<Vec<&str>> = written.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let written: Vec<&[&str]> = written.iter().map(Vec::as_slice).collect();
    let headings: Vec<_> = Field::all().map(Field::heading).collect();
    let imported = read(&headings, &written).unwrap();
    assert_eq!(imported.remarks, []);
    assert_eq!(json_of(&imported.document), json_of(&document));
}

#[test]
fn an_id_of_a_claim_that_cannot_stay_is_reported() {
    let headings = &["claim_id", "claim", "speaker"];
    let table: &[&[&str]] = &[
        &["a", "One", "Ada"],
        &["a", "Two", "Ben"],
        &["a", "One", "Cem"],
        &["C 1", "Three", ""],
        &["C 1", "Three", "Ada"],
    ];
    let imported = read(headings, table).unwrap();
    let claims: Vec<_> =
        imported.document.claims.iter().map(|claim| (claim.id.as_str(), claim.statements.len())).collect();
    assert_eq!(claims, [("a", 2), ("claim-2", 1), ("three", 1)]);
    let codes: Vec<_> = imported.remarks.iter().map(|remark| (remark.code(), remark.path.as_str())).collect();
    assert_eq!(codes, [("id-taken", "line 3, claim_id"), ("id-form", "line 5, claim_id")]);
}

#[test]
fn what_rows_say_otherwise_of_the_article_is_reported_once() {
    let headings = &["g", "claim", "article_url", "headline"];
    let table: &[&[&str]] = &[
        &["g", "x", "https://a.example/1", "One"],
        &["g", "y", "https://b.example/1", "One"],
        &["g", "z", "https://b.example/1", "Two"],
    ];
    let columns = Columns::of(headings, Some("g")).unwrap();
    let mut grouping = Grouping::new(&columns, "g");
    table.iter().enumerate().for_each(|(at, row)| grouping.add(row, at + 2));
    let remarks = grouping.finish().unwrap().remarks;
    let codes: Vec<_> = remarks.iter().map(|remark| (remark.code(), remark.path.as_str())).collect();
    assert_eq!(codes, [("further-value", "line 3, article_url"), ("further-value", "line 4, headline")]);
}

#[test]
fn what_belongs_to_nothing_is_reported() {
    let headings = &["claim", "role", "party", "prefix", "said", "speaker_url", "review_url", "correction_date"];
    let row = &["A", "engineer", "Greens", "so", "2020", "https://a.example/", "https://b.example/", "2021"];
    let imported = read(headings, &[row]).unwrap();
    let paths: Vec<_> = imported.remarks.iter().map(|remark| (remark.code(), &remark.path[8..])).collect();
    let expected = ["speaker_url", "role", "party", "prefix", "said", "review_url", "correction_date"];
    assert_eq!(paths, expected.map(|heading| ("alone", heading)));
    assert_eq!(
        imported.remarks[1].to_string(),
        "line 2, role: this belongs to a speaker, a quote, reported words or a source, which the row does not have; left out; add it"
    );
}

#[test]
fn a_source_that_is_an_address_stays_beside_another_address() {
    let imported =
        read(&["claim", "source", "source_url"], &[&["A", "https://a.example/", "https://b.example/"]]).unwrap();
    let source = &json_of(&imported.document)["claims"][0]["statements"][0]["source"];
    assert_eq!(*source, json!({ "title": "https://a.example/", "url": "https://b.example/" }));
}

#[test]
fn a_column_without_a_heading_is_told_when_it_has_a_value() {
    let table: &[&[&str]] = &[&["One", "", "A"], &["Two", "left", "B"], &["Three", "out", "C"]];
    let imported = read(&["claim", "", "speaker"], table).unwrap();
    let told: Vec<_> = imported.remarks.iter().map(|remark| remark.line()).collect();
    assert_eq!(
        told,
        [
            "warning[no-heading]: line 3: column 2 has no heading; what it holds is left out in all rows; give it a heading"
        ]
    );
    assert_eq!(read(&["claim", ""], &[&["One", " "]]).unwrap().remarks, []);
}

#[test]
fn speakers_with_one_name_are_told_apart_by_their_addresses() {
    let addresses = ["https://a.example/", "https://b.example/", "https://a.example/", "https://c.example/"];
    let rows: Vec<[&str; 3]> = addresses.iter().map(|address| ["One", "Ada", *address]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let document = json_of(&read(&["claim", "speaker", "speaker_url"], &rows).unwrap().document);
    let keys: Vec<_> =
        document["claims"][0]["statements"].as_array().unwrap().iter().map(|one| &one["speaker"]).collect();
    assert_eq!(keys, ["Ada", "Ada 2", "Ada", "Ada 3"]);
    // A name that looks like such a key is another speaker.
    let rows: &[&[&str]] =
        &[&["One", "Ada", "https://a.example/"], &["One", "Ada 2", ""], &["One", "Ada", "https://b.example/"]];
    let document = json_of(&read(&["claim", "speaker", "speaker_url"], rows).unwrap().document);
    assert_eq!(document["speakers"]["Ada 3"]["name"], "Ada");
    assert_eq!(document["speakers"]["Ada 2"]["name"], "Ada 2");
}

/// Twice as much takes about twice as long: at most four times, because machines are busy.
#[track_caller]
fn grows_with_its_length(mut work: impl FnMut(usize), size: usize) {
    let mut time = |size| {
        let times = (0..3).map(|_| {
            let begin = testing::ThreadTime::now();
            work(size);
            begin.elapsed()
        });
        times.min().unwrap()
    };
    let (one, four) = (time(size), time(4 * size));
    assert!(four < 12 * one + std::time::Duration::from_millis(20), "{one:?}, and for four times as much {four:?}");
}

#[test]
fn many_speakers_with_one_name_and_many_headings_take_no_square_of_time() {
    grows_with_its_length(
        |size| {
            let columns = Columns::of(&["claim", "speaker", "speaker_url"], None).unwrap();
            let mut grouping = Grouping::new(&columns, "Table");
            for number in 0..size {
                grouping.add(&["One", "Social media users", &format!("https://a.example/{number}")], number);
            }
            assert_eq!(grouping.finish().unwrap().document.speakers.keys().count(), size);
        },
        5_000,
    );
    grows_with_its_length(
        |size| {
            let mut headings = vec![""; size];
            headings[0] = "claim";
            assert!(Columns::of(&headings, None).is_ok());
        },
        50_000,
    );
}

#[test]
fn the_delimiter_gives_the_headings_that_are_known() {
    let first = |text: &str| {
        let mut rows = tables::Rows::open(text.as_bytes(), || text.as_bytes()).unwrap();
        rows.read().unwrap();
        rows.cells().iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        first("Aussage;Sprecher;Quelle (Titel, Datum, Ort)\n"),
        ["Aussage", "Sprecher", "Quelle (Titel, Datum, Ort)"]
    );
    assert_eq!(first("claim;speaker;where, when, how, why\n")[1], "speaker");
    assert_eq!(first("one,two;three\n"), ["one", "two;three"]);
}

#[test]
fn no_cell_is_taken_for_a_formula_and_each_is_read_as_it_was() {
    let texts = ["=HYPERLINK(\"https://a.example\",\"x\")", "+1 is safe", "-Desk", "@ada", "=a &amp; b", "-1"];
    for text in texts {
        let imported = read(&["claim", "speaker"], &[&[&schema_org::encoded(text), "Ada"]]).unwrap();
        let written = rows(&imported.document);
        let cell = |field: Field| {
            let at = Field::all().position(|known| known == field).unwrap();
            written[0][at].clone()
        };
        let claim = cell(Field::Claim);
        assert_eq!(claim.starts_with(['=', '+', '-', '@']), text == "-1", "{claim}");
        assert_eq!(read(&["claim"], &[&[&claim]]).unwrap().document.claims[0].text, text);
    }
}

/// The document of a table as a file has it.
#[track_caller]
fn of_text(text: &str) -> (Imported, usize) {
    let mut rows = tables::Rows::open(text.as_bytes(), || text.as_bytes()).unwrap();
    let (columns, above) = tables::headings(&mut rows, None, false).unwrap();
    let mut grouping = Grouping::new(&columns, "Table");
    while rows.read().unwrap() {
        grouping.add(&rows.cells(), rows.line());
    }
    (grouping.finish().unwrap(), above)
}

#[test]
fn titles_above_the_headings_are_passed_over() {
    let table = "Behauptung;Sprecher;Zitat\r\nDas Wasser ist sauber;Ada Löw;Es ist sauber, und es bleibt sauber\r\n";
    for above in ["", "Faktenchecks, 2024\r\n", "Faktenchecks 2024;;\r\nStand: 1. Juni;;\r\n;;\r\n"] {
        let (imported, rows) = of_text(&format!("{above}{table}"));
        assert_eq!(
            json_of(&imported.document)["claims"][0]["statements"][0]["quote"],
            "Es ist sauber, und es bleibt sauber"
        );
        assert_eq!(rows, above.matches('\n').count(), "{above}");
    }
    // A table without headings is told of as before, and not read to its end.
    let mut rows = tables::Rows::open(&b"a,b\n"[..], || &b"a,b\n"[..]).unwrap();
    assert!(tables::headings(&mut rows, None, false).unwrap_err().ends_with("the first line has: a, b"));
}

#[test]
fn days_in_numbers_are_read_and_listed_unless_they_may_be_another_day() {
    for (written, read) in [
        ("03.05.2024", Some("2024-05-03")),
        ("3.5.2024", Some("2024-05-03")),
        ("31.12.2024 20:05", Some("2024-12-31T20:05")),
        ("32.12.2024", None),
        ("12.31.2024", None),
        ("3.5.24", None),
        // Day or month first? Nobody knows.
        ("03/05/2024", None),
        ("12/1/2024", None),
        ("25/3/2024", Some("2024-03-25")),
        ("3/25/2024", Some("2024-03-25")),
        ("05/5/2024", Some("2024-05-05")),
        ("3/25/2024 20:05", Some("2024-03-25T20:05")),
        ("25/13/2024", None),
        ("25/3.2024", None),
    ] {
        let imported = self::read(&["Behauptung", "Wer", "Datum"], &[&["Es ist sauber", "Ada Löw", written]]).unwrap();
        assert_eq!(
            json_of(&imported.document)["claims"][0]["statements"][0].get("said"),
            read.map(Value::from).as_ref(),
            "{written}"
        );
        let repairs: Vec<_> =
            imported.repairs.iter().map(|repair| (repair.before.as_str(), Some(repair.after.as_str()))).collect();
        assert_eq!(repairs, if read.is_some() { vec![(written, read)] } else { vec![] });
        assert_eq!(imported.remarks.len(), usize::from(read.is_none()));
    }
}

#[test]
fn headings_of_german_and_french_desks_are_known() {
    for headings in [
        [
            "Artikel",
            "Überschrift",
            "Behauptung",
            "Wer",
            "Funktion",
            "Wortlaut",
            "Indirekte Rede",
            "Gesagt am",
            "Fundstelle",
            "Geprüft von",
            "Bewertung",
        ],
        [
            "Lien",
            "Titre",
            "Affirmation",
            "Auteur",
            "Fonction",
            "Citation",
            "Discours indirect",
            "Dit le",
            "Source",
            "Vérifié par",
            "Évaluation",
        ],
    ] {
        let columns = Columns::of(&headings, None).unwrap();
        assert_eq!(columns.unknown().collect::<Vec<_>>(), [""; 0]);
        assert!(columns.has_groups());
    }
}

#[test]
fn a_row_without_words_is_left_out_and_told() {
    let imported = read(&["Nr.", "claim", "speaker"], &[&["1", "It is safe", "Ada Low"], &["Total", "", "1"]]).unwrap();
    let lines: Vec<_> = imported.remarks.iter().map(|remark| remark.line()).collect();
    assert_eq!(
        lines,
        [
            "error[nothing-reviewed]: line 3, claim: the row has no claim, no quote and no reported words; it is left out"
        ]
    );
    assert_eq!(imported.left_out, 1);
}

#[test]
fn a_value_that_is_left_out_is_shown() {
    let long = "x".repeat(100);
    let imported = read(
        &["headline", "claim", "speaker"],
        &[&["Is it safe?", "It is safe", "Ada Low"], &[&long, "It is clean", "Ada Low"]],
    );
    let remarks = imported.unwrap().remarks;
    assert!(remarks[0].to_string().ends_with(&format!("this one is left out: “{}…”", &long[..60])), "{}", remarks[0]);
}
