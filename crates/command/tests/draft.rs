//! Runs `fact-cards draft` and tests its output, its files and its exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const WATER: &str =
    "Is the water safe?\n\n“The water is safe to drink again,” said Ada Low, chief engineer at the City Water Board.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// Returns the exit code, standard output and standard error.
fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fact-cards"));
    let Output { status, stdout, stderr } = command
        .arg("draft")
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn one_article_goes_to_standard_output_and_a_summary_to_standard_error() {
    let folder = folder(&[("a.txt", WATER.as_bytes())]);
    let (code, json, told) = run(folder.path(), "a.txt");
    assert_eq!((code, told.as_str()), (0, "a.txt: note: 1 quotation, 0 reported; 1 given, 0 inferred, 0 open\n"));
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["speakers"]["ada-low"]["role"], "chief engineer");
    assert_eq!(document["$draft"][0]["why"], "proposed");
}

#[test]
fn a_draft_passes_the_check() {
    let folder = folder(&[("a.txt", WATER.as_bytes())]);
    assert_eq!(run(folder.path(), "a.txt --out out").0, 0);
    let mut check = Command::new(env!("CARGO_BIN_EXE_fact-cards"));
    let output = check.args(["check", "out/a.json", "--article", "a.txt"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "out/a.json: no problems; 1 quote: 1 exact; 1 place to look at under $draft\n"
    );
}

#[test]
fn json_has_the_places_in_utf_16() {
    let folder =
        folder(&[("a.html", "<html lang=de><p>Acht 👩‍🚒: „Wir kommen gleich zurück“, sagte Ada Low.".as_bytes())]);
    let (code, json, _) = run(folder.path(), "a.html --format json");
    let listing: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(code, 0);
    let attribution = &listing["files"][0]["attributions"][0];
    assert_eq!(attribution["speaker"], "Ada Low");
    assert_eq!(attribution["kind"], "quoted");
    assert_eq!(attribution["role"], Value::Null);
    let span = &attribution["spans"][0];
    let paragraph: Vec<u16> = "Acht 👩‍🚒: „Wir kommen gleich zurück“, sagte Ada Low.".encode_utf16().collect();
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    assert_eq!(String::from_utf16(&paragraph[start..end]).unwrap(), span["text"].as_str().unwrap());
    assert_eq!(span["paragraph"], 0);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = folder(&[
        ("a.txt", WATER.as_bytes()),
        ("b.txt", b"\xff\xfe\x00"),
        ("c.txt", b"  \n"),
        ("d.png", b"\x89PNG\x00\x01"),
        ("e.rtf", b"{\\rtf1\\ansi \\ldblquote It is safe,\\rdblquote  said Ada Low.}"),
        ("f.eml", b"From: Ada Low <ada@example.org>\r\nMIME-Version: 1.0\r\n\r\n=E2=80=9CIt is safe.=E2=80=9D"),
    ]);
    let (code, _, told) = run(folder.path(), "a.txt b.txt c.txt d.png e.rtf f.eml missing.txt --out out");
    assert_eq!(code, 2);
    for line in [
        "a.txt: note: 1 quotation",
        "b.txt: error: this is UTF-16; save it as UTF-8",
        "c.txt: error: empty: there is no article in it",
        "d.png: error: this is not a text; what can be read is a text in UTF-8",
        "e.rtf: error: this is RTF: give the article as plain text or HTML",
        "f.eml: error: this is an e-mail: give the article as plain text or HTML",
        "missing.txt: error: cannot be read: No such file",
    ] {
        assert!(told.contains(line), "{line} is not in {told}");
    }
    assert!(folder.path().join("out/a.json").exists());
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 1);
}

#[test]
fn an_article_without_quotations_gives_an_empty_draft() {
    let folder = folder(&[("a.txt", b"The weather\n\nIt rained all day in the valley.\n")]);
    let (code, json, told) = run(folder.path(), "a.txt");
    assert_eq!((code, told.as_str()), (0, "a.txt: note: no quotations and no reported speech were found\n"));
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["claims"], serde_json::json!([]));
}

#[test]
fn existing_files_are_never_overwritten() {
    let folder = folder(&[("a.txt", WATER.as_bytes()), ("a.json", b"mine")]);
    let (code, _, told) = run(folder.path(), "a.txt --out .");
    assert_eq!(code, 2);
    assert!(told.contains("a.json: error: this file is there already"), "{told}");
    assert_eq!(fs::read(folder.path().join("a.json")).unwrap(), b"mine");
}

#[test]
fn several_articles_need_a_folder() {
    let folder = folder(&[("a.txt", WATER.as_bytes()), ("b.txt", WATER.as_bytes())]);
    let (code, out, told) = run(folder.path(), "a.txt b.txt");
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(told, "fact-cards draft: error: several files need a folder to be written into: add --out DIR\n");
}
