//! Runs `fact-cards check` and tests its output and exit codes.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const WATER: &str = r#"{
  "version": 1,
  "article": { "headline": "Is the water safe?", "body": ["“It’s safe to drink the water,” said Ada Low."] },
  "speakers": { "ada": { "name": "Ada Low" } },
  "claims": [{ "id": "safe", "text": "The water is safe", "statements": [
    { "speaker": "ada", "quote": "It’s safe to drink the water" }
  ] }]
}
"#;

/// Makes a folder with these files, and a command that will run in it.
fn command(files: &[(&str, &str)], arguments: &str) -> (TempDir, Command) {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_fact-cards"));
    command.arg("check").args(arguments.split_whitespace()).current_dir(folder.path());
    (folder, command)
}

/// Returns the exit code, standard output and standard error.
fn run(files: &[(&str, &str)], arguments: &str, input: &str) -> (i32, String, String) {
    let (_folder, mut command) = command(files, arguments);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    // If the arguments are refused, the command does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn tells(files: &[(&str, &str)], arguments: &str, code: i32, told: &str) {
    assert_eq!(run(files, arguments, ""), (code, String::new(), told.to_owned()));
}

#[test]
fn a_document_without_problems_gives_one_line() {
    tells(&[("a.json", WATER)], "a.json", 0, "a.json: no problems; 1 quote: 1 exact\n");
    let reported =
        WATER.replace("\"quote\"", "\"reported\"").replace("It’s safe to drink the water\" }", "It's safe\" }");
    tells(&[("a.json", &reported)], "a.json", 0, "a.json: no problems; 1 reported: 1 typographic\n");
}

#[test]
fn an_altered_quote_is_underlined() {
    let json = WATER.replace("\"It’s safe to drink the water\"", r#""It\u2019s safe to drink the wine""#);
    let told = "\
a.json:6:63: error[altered]: claims[0].statements[0].quote: altered: “wine” where the article has “water”; copy the words from the article
  |
6 |     { \"speaker\": \"ada\", \"quote\": \"It\\u2019s safe to drink the wine\" }
  |                                                               ^^^^
  |
  = article: “It’s safe to drink the water”
a.json: 1 error; 1 quote: 1 altered
";
    tells(&[("a.json", &json)], "a.json", 1, told);
}

#[test]
fn problems_are_in_text_order_and_warnings_alone_do_not_fail() {
    let json = WATER
        .replace("\"version\": 1,", "\"version\": 1, \"note\": 1,")
        .replace("Ada Low\" }", "Ada Low\", \"role\": \"mayor\" }");
    let told = "\
a.json:2:17: warning[unknown-field]: note: unknown field
  |
2 |   \"version\": 1, \"note\": 1,
  |                 ^^^^^^
a.json:4:53: warning[role]: speakers.ada.role: the article does not give this role; write the role as the article does, or remove it
  |
4 |   \"speakers\": { \"ada\": { \"name\": \"Ada Low\", \"role\": \"mayor\" } },
  |                                                     ^^^^^^^
a.json: 2 warnings; 1 quote: 1 exact
";
    tells(&[("a.json", &json)], "a.json", 0, told);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let files = [("a.json", "{\r\n  \"version\": 1,\r\n}"), ("b.json", WATER)];
    let (code, _, told) = run(&files, "a.json missing.json b.json", "");
    assert_eq!(code, 2);
    let begin = "a.json:3:1: error[syntax]: not JSON: trailing comma at line 3 column 1\n  |\n3 | }\n  | ^\na.json: 1 error\nmissing.json: error: cannot be read: No such file";
    assert!(told.starts_with(begin), "{told}");
    assert!(told.ends_with("b.json: no problems; 1 quote: 1 exact\n"), "{told}");
    assert_eq!(run(&files, "a.json b.json", "").0, 1);
}

#[test]
fn without_an_article_the_output_says_that_nothing_was_compared() {
    let json = WATER.replace("\"body\"", "\"$body\"");
    tells(
        &[("a.json", &json)],
        "a.json",
        0,
        "a.json: no problems; quotes not compared: there is no article.body, and no --article\n",
    );
    tells(&[("a.json", "")], "a.json", 1, "a.json: error[no-json]: empty: there is no JSON in it\na.json: 1 error\n");
}

#[test]
fn an_article_is_a_text_or_a_page() {
    let json = WATER.replace("\"body\"", "\"$body\"");
    let page =
        "<!doctype html><nav>Home</nav><article><p>“It’s safe to drink the <b>water</b>,” said Ada Low.</article>";
    let files = [("a.json", json.as_str()), ("a.html", page), ("a.txt", "“It's safe to\ndrink the water.”\n\nMore.")];
    tells(&files, "a.json --article a.html", 0, "a.json: no problems; 1 quote: 1 exact\n");
    tells(&files, "a.json --article a.txt", 0, "a.json: no problems; 1 quote: 1 typographic\n");
    let files = [("a.json", WATER), ("b.html", "<nav>Home</nav>")];
    tells(&files, "a.json --article b.html", 2, "b.html: error: there is no text in it to compare quotes with\n");
}

#[test]
fn an_article_that_is_too_large_is_refused() {
    let large = "a ".repeat(10_000_001);
    let files = [("a.json", WATER), ("a.txt", large.as_str())];
    tells(
        &files,
        "a.json --article a.txt",
        2,
        "a.txt: error: larger than 20 MB, the most that is read of an article\n",
    );
}

#[test]
fn the_demo_page_has_the_words_of_its_document() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fact-cards"));
    let output = command
        .current_dir("../..")
        .args(["check", "data/iran-s-400.json", "--article", "index.html"])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "data/iran-s-400.json: no problems; 6 quotes: 6 exact; 6 reported: 6 exact\n");
}

#[test]
fn standard_input_is_the_document_or_the_article_but_not_both() {
    let told = "-: no problems; 1 quote: 1 exact\n";
    assert_eq!(run(&[], "-", WATER), (0, String::new(), told.to_owned()));
    let article = "“It’s safe to drink the water,” said Ada Low.";
    let told = "a.json: no problems; 1 quote: 1 exact\n";
    assert_eq!(run(&[("a.json", WATER)], "a.json --article -", article), (0, String::new(), told.to_owned()));
    for arguments in ["- --article -", "- -"] {
        tells(&[], arguments, 2, "fact-cards check: error: standard input can be read only once\n");
    }
}

#[test]
fn only_the_near_part_of_a_long_line_is_shown() {
    let json = WATER.replace('\n', "").replace("drink the water\" }", "drink the wine\" }");
    let long = format!("{}{}", " ".repeat(5000), json.replace("said Ada Low", &"x".repeat(5000)));
    let (code, _, told) = run(&[("a.json", &long)], "a.json", "");
    assert_eq!(code, 1);
    assert!(told.lines().all(|line| line.chars().count() < 160), "{told}");
    assert!(told.contains("safe to drink the wine\" }"), "{told}");
    assert!(told.contains("  |") && told.contains("^^^^\n"), "{told}");
}

#[test]
fn control_characters_are_shown_as_escapes() {
    let json = WATER.replace("drink the water\" }", "drink the wat\\u001ber\\u202e\" }");
    let (_, _, told) = run(&[("a.json", &json)], "a.json", "");
    assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told}");
    assert!(told.contains("\\u{1b}"), "{told}");
}

#[test]
fn only_terminals_that_want_colors_get_them() {
    let colored = |no_color: &str| {
        let (_folder, mut command) = command(&[("a.json", "{")], "a.json");
        let output = command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").env(no_color, "1").output().unwrap();
        String::from_utf8(output.stderr).unwrap().contains('\u{1b}')
    };
    assert!(colored("OTHER") && !colored("NO_COLOR"));
    assert!(!run(&[("a.json", "{")], "a.json", "").2.contains('\u{1b}'));
}

#[test]
fn json_on_standard_output_has_every_detail() {
    let json = WATER.replace("drink the water\" }", "drink the wine\" }");
    let (code, listing, told) = run(&[("a.json", &json)], "a.json --format json", "");
    assert_eq!((code, told.as_str()), (1, ""));
    let expected = json!({ "files": [{
        "file": "a.json",
        "compared": true,
        "errors": 1,
        "warnings": 0,
        "problems": [{
            "line": 6, "column": 58, "end_line": 6, "end_column": 62,
            "path": "claims[0].statements[0].quote",
            "severity": "error",
            "code": "altered",
            "message": "altered: “wine” where the article has “water”; copy the words from the article",
            "article": "It’s safe to drink the water",
        }],
        "quotes": [{
            "path": "claims[0].statements[0].quote",
            "kind": "quote",
            "grade": "altered",
            "line": 6, "column": 34, "end_line": 6, "end_column": 63,
            "places": [[{
                "start": { "paragraph": 0, "offset": 1 },
                "end": { "paragraph": 0, "offset": 29 },
                "text": "It’s safe to drink the water",
            }]],
            "differences": [{ "span": 0, "quote": "wine", "article": "water" }],
        }],
    }] });
    let listing: Value = serde_json::from_str(&listing).unwrap();
    assert_eq!(listing, expected, "{listing:#}");
}

#[test]
fn json_includes_files_that_cannot_be_read() {
    let (code, listing, told) = run(&[("a.json", "{")], "a.json sub/b.json --format json", "");
    assert_eq!(code, 2);
    assert!(told.starts_with("sub/b.json: error: cannot be read: No such file"), "{told}");
    let listing: Value = serde_json::from_str(&listing).unwrap();
    assert_eq!(listing["files"][0]["problems"][0]["code"], "syntax");
    assert_eq!(listing["files"][0]["compared"], false);
    assert!(listing["files"][1]["failure"].as_str().unwrap().starts_with("cannot be read: "));

    let (code, listed, _) = run(&[("a.json", "{")], "--format json --article none.txt a.json", "");
    let listing: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!((code, &listing["files"][0]["file"]), (2, &Value::from("none.txt")));
    assert!(listing["files"][0]["failure"].as_str().unwrap().starts_with("cannot be read: "));
}

#[test]
fn github_shows_each_problem_at_its_line() {
    let json = WATER.replace("drink the water\" }", "drink the wine\" }");
    let told = "::error file=a.json,line=6,endLine=6,col=58,endColumn=62,title=altered::claims[0].statements[0].quote: altered: \
        “wine” where the article has “water”; copy the words from the article%0AThe article has: It’s safe to drink the water\n";
    let files = [("a.json", json.as_str()), ("b.json", WATER)];
    assert_eq!(run(&files, "a.json b.json --format github", ""), (1, told.to_owned(), String::new()));
}

#[test]
fn text_of_a_document_never_becomes_a_github_command() {
    let json = WATER
        .replace("\"quote\": \"", "\"quote\": \"100%\\n::set-env name=PATH::x\\r::error::")
        .replace("\"version\": 1,", "\"version\": 1, \"a\\n::stop-commands::x\": 1,");
    let (code, written, told) = run(&[("a,b:c%.json", &json)], "a,b:c%.json --format github", "");
    assert_eq!((code, told.as_str()), (1, ""));
    let lines: Vec<_> = written.lines().collect();
    assert_eq!(lines.len(), 2, "{written}");
    assert!(lines[0].starts_with("::warning file=a%2Cb%3Ac%25.json,line=2,"), "{written}");
    assert!(lines[0].contains("a%0A::stop-commands::x"), "{written}");
    assert!(lines[1].starts_with("::error file=a%2Cb%3Ac%25.json,line=6,"), "{written}");
    assert!(!written.contains('\r'), "{written}");
}

#[test]
fn a_file_name_with_a_line_break_never_becomes_a_github_command() {
    let (_folder, mut command) = command(&[], "--format github");
    let output = command.arg("a\n::stop-commands::x.json").output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8(all).unwrap();
    assert!(all.starts_with("::error file=a%0A%3A%3Astop-commands%3A%3Ax.json::cannot be read: "), "{all}");
    assert_eq!(all.lines().count(), 1, "{all}");
}

#[test]
fn code_scanning_reads_problems_as_sarif() {
    let json = WATER.replace("drink the water\" }", "drink the wine\" }");
    let (code, written, told) = run(&[], "a.json --format sarif", "");
    assert_eq!(code, 2, "{told}");
    let failed: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(failed["runs"][0]["invocations"][0]["executionSuccessful"], false);
    let (_folder, mut command) = command(&[("a b#1.json", &json)], "--format sarif");
    let output = command.arg("a b#1.json").output().unwrap();
    let sarif: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), b"".as_slice()));
    assert_eq!(sarif["version"], "2.1.0");
    assert!(sarif["$schema"].as_str().unwrap().ends_with("sarif-schema-2.1.0.json"));
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run["tool"]["driver"]["name"], "fact-cards");
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!(rule["id"], "altered");
    for text in ["shortDescription", "fullDescription", "help"] {
        assert!(rule[text]["text"].as_str().unwrap().starts_with("The article has similar words"), "{rule}");
    }
    let expected = json!([{
        "ruleId": "altered",
        "level": "error",
        "message": { "text": "claims[0].statements[0].quote: altered: “wine” where the article has “water”; copy the words \
            from the article\nThe article has: It’s safe to drink the water" },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": "a%20b%231.json" },
                "region": { "startLine": 6, "startColumn": 58, "endLine": 6, "endColumn": 62 },
            },
            "logicalLocations": [{ "fullyQualifiedName": "claims[0].statements[0].quote" }],
        }],
    }]);
    assert_eq!(run["results"], expected);
}

#[test]
fn invalid_options_are_refused_with_a_reason() {
    for (arguments, reason) in [("", "FILE"), ("a.json --format xml", "text, json")] {
        let (code, _, told) = run(&[("a.json", WATER)], arguments, "");
        assert_eq!(code, 2, "{arguments}");
        assert!(told.contains(reason), "{told}");
    }
    let help = run(&[], "--help", "").1;
    for option in ["--article", "--format", "Exit codes: 0 fine"] {
        assert!(help.contains(option), "{option}");
    }
}
