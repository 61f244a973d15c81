//! Runs `fact-cards prerender` and tests its output, its files and its exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const WATER: &str = r#"{
  "version": 1,
  "article": { "headline": "Is the water safe?" },
  "speakers": { "ada": { "name": "Ada Low" } },
  "claims": [{ "id": "safe", "text": "The water is safe", "statements": [{ "speaker": "ada", "quote": "It is" }] }]
}
"#;

/// Makes a folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
    folder
}

fn command(folder: &TempDir, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fact-cards"));
    command.args(arguments.split_whitespace()).current_dir(folder.path());
    command
}

/// Returns the exit code, standard output and standard error.
fn run(folder: &TempDir, arguments: &str) -> (i32, String, String) {
    answer(command(folder, arguments).output().unwrap())
}

fn answer(Output { status, stdout, stderr }: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn one_document_goes_to_standard_output() {
    let folder = folder(&[("water.json", WATER)]);
    let (code, html, problems) = run(&folder, "prerender water.json");
    assert_eq!((code, problems.as_str()), (0, ""));
    assert!(html.starts_with("<fact-cards lang=\"en\">") && html.ends_with("</script>\n"), "{html}");
}

#[test]
fn several_documents_are_written_into_a_new_folder() {
    let folder = folder(&[("water.json", WATER), ("b/fire.json", WATER)]);
    assert_eq!(run(&folder, "prerender water.json b/fire.json --out html/cards"), (0, String::new(), String::new()));
    let out = folder.path().join("html/cards");
    assert_eq!(files(&out), ["fire.html", "water.html"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            mode("html/cards/water.html"),
            mode("water.json"),
            "a web server may read it as it may the document"
        );
    }
}

#[test]
fn several_documents_without_a_folder_are_refused() {
    let folder = folder(&[("a.json", WATER), ("b.json", WATER)]);
    let expected = "fact-cards prerender: error: several files need a folder to be written into: add --out DIR\n";
    assert_eq!(run(&folder, "prerender a.json b.json"), (2, String::new(), expected.to_owned()));
}

#[test]
fn two_documents_with_one_output_file_are_refused_before_anything_is_written() {
    let folder = folder(&[("a/water.json", WATER), ("b/Water.json", WATER)]);
    let expected = "fact-cards prerender: error: a/water.json and b/Water.json would both be written to out/Water.html; nothing was written\n";
    assert_eq!(run(&folder, "prerender a/water.json b/Water.json --out out"), (2, String::new(), expected.to_owned()));
    assert_eq!(files(folder.path()), ["a", "b"]);
}

#[test]
fn one_bad_document_does_not_stop_the_others_and_sets_the_exit_code() {
    let folder = folder(&[("bad.json", "{\n  \"version\": 1,\n}"), ("good.json", WATER)]);
    let expected = "bad.json:3:1: error[syntax]: not JSON: trailing comma at line 3 column 1\n";
    assert_eq!(run(&folder, "prerender bad.json good.json --out out"), (1, String::new(), expected.to_owned()));
    assert_eq!(files(&folder.path().join("out")), ["good.html"]);
}

#[test]
fn problems_are_reported_with_line_and_column() {
    let json = WATER
        .replace("\"ada\", \"quote\"", "\"adda\", \"quote\"")
        .replace("\"name\": \"Ada Low\"", "\"name\": \"Ada\", \"rôle\": 1, \"roel\": 2");
    let folder = folder(&[("water.json", &json)]);
    let (code, html, problems) = run(&folder, "prerender water.json");
    assert_eq!((code, html.as_str()), (1, ""), "nothing can be shown");
    assert_eq!(
        problems,
        "water.json:4:41: warning[unknown-field]: speakers.ada.rôle: unknown field; did you mean \"role\"?\n\
         water.json:4:52: warning[unknown-field]: speakers.ada.roel: unknown field; did you mean \"role\"?\n\
         water.json:5:87: error[unknown-speaker]: claims[0].statements[0].speaker: no speaker has the key \"adda\"; did you mean \"ada\"?\n"
    );
}

#[test]
fn a_broken_claim_is_left_out_and_the_others_are_written() {
    let json = WATER.replace("\"claims\": [", "\"claims\": [\n    { \"id\": \"b\" },\n    ");
    let folder = folder(&[("water.json", &json)]);
    let (code, html, problems) = run(&folder, "prerender water.json");
    assert_eq!(
        (code, problems.as_str()),
        (
            1,
            "water.json:6:5: error[missing]: claims[0].text: missing; add it\n\
        water.json: note: 1 of its claims cannot be shown; the others can, with a line that says so\n"
        )
    );
    assert!(html.contains("1 of 2 cards could not be shown."));
}

#[test]
fn an_error_that_removes_no_card_still_sets_the_exit_code() {
    let folder = folder(&[("water.json", &WATER.replace("\"safe\"", "\"Not Kebab\""))]);
    let (code, html, problems) = run(&folder, "prerender water.json");
    assert_eq!(code, 1);
    assert!(problems.starts_with("water.json:5:22: error[id-form]: claims[0].id: not in kebab case"), "{problems}");
    assert!(html.contains("The water is safe"));
}

#[test]
fn a_warning_alone_does_not_fail() {
    let json = WATER.replace("\"version\": 1,", "\"version\": 1, \"note\": 1,");
    let folder = folder(&[("water.json", &json)]);
    let (code, html, problems) = run(&folder, "prerender water.json");
    assert_eq!((code, problems.as_str()), (0, "water.json:2:17: warning[unknown-field]: note: unknown field\n"));
    assert!(html.contains("The water is safe"));
}

#[test]
fn a_missing_file_and_a_folder_cannot_be_read() {
    let folder = folder(&[("water.json", WATER), ("sub/x", "")]);
    let (code, _, problems) = run(&folder, "prerender missing.json sub water.json --out out");
    assert_eq!(code, 2);
    let lines: Vec<_> = problems.lines().collect();
    assert!(lines[0].starts_with("missing.json: error: cannot be read: No such file"), "{problems}");
    assert!(lines[1].starts_with("sub: error: cannot be read: Is a directory"), "{problems}");
    assert_eq!(files(&folder.path().join("out")), ["water.html"]);
}

#[test]
fn a_file_that_is_not_utf_8_is_said_with_the_place() {
    let folder = folder(&[]);
    fs::write(folder.path().join("latin.json"), b"{\n\"version\": \"\xe9\"}").unwrap();
    fs::write(folder.path().join("wide.json"), b"\xff\xfe{\0}\0").unwrap();
    let expected = "latin.json: error: not UTF-8 from line 2, column 13; save it as UTF-8\n\
        wide.json: error: this is UTF-16; save it as UTF-8\n";
    assert_eq!(run(&folder, "prerender latin.json wide.json --out out"), (2, String::new(), expected.to_owned()));
}

#[test]
fn an_output_folder_that_is_a_file_is_an_error() {
    let folder = folder(&[("water.json", WATER), ("out", "mine")]);
    let (code, _, problems) = run(&folder, "prerender water.json --out out");
    assert_eq!(code, 2);
    assert!(problems.starts_with("out: error: the folder cannot be made: "), "{problems}");
    assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), "mine");
}

#[test]
fn an_output_file_that_is_a_folder_is_an_error_and_no_temporary_file_stays() {
    let folder = folder(&[("water.json", WATER), ("out/water.html/x", "")]);
    let (code, _, problems) = run(&folder, "prerender water.json --out out");
    assert_eq!(code, 2);
    assert!(problems.starts_with("out/water.html: error: cannot be written: "), "{problems}");
    assert_eq!(files(&folder.path().join("out")), ["water.html"]);
}

/// A write that fails leaves the old file unchanged, whatever the reason.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_old_file_stays_and_no_temporary_file_stays() {
    let folder = folder(&[("water.json", WATER), ("out/water.html", "<fact-cards>the one before")]);
    // A limit on the size of files ends the write in the same way as a full disk.
    let limited =
        format!("trap '' XFSZ; ulimit -f 1; exec {} prerender water.json --out out", env!("CARGO_BIN_EXE_fact-cards"));
    let output = Command::new("bash").args(["-c", &limited]).current_dir(folder.path()).output().unwrap();
    let (code, _, problems) = answer(output);
    assert_eq!(code, 2, "{problems}");
    assert!(problems.starts_with("out/water.html: error: cannot be written: File too large"), "{problems}");
    assert_eq!(files(&folder.path().join("out")), ["water.html"]);
    assert_eq!(fs::read_to_string(folder.path().join("out/water.html")).unwrap(), "<fact-cards>the one before");
}

#[test]
fn a_file_that_this_command_did_not_write_is_not_overwritten() {
    let folder = folder(&[("water.json", WATER), ("water.html", "<p>My page</p>"), ("doc.html", WATER)]);
    let (code, _, problems) = run(&folder, "prerender water.json doc.html --out .");
    assert_eq!(code, 2);
    let expected = "./water.html: error: this file was not written by fact-cards; move it, or write into another folder with --out\n\
        ./doc.html: error: this is the document itself; write into another folder with --out\n";
    assert_eq!(problems, expected);
    assert_eq!(fs::read_to_string(folder.path().join("water.html")).unwrap(), "<p>My page</p>");
    assert_eq!(fs::read_to_string(folder.path().join("doc.html")).unwrap(), WATER);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("water.json", WATER), ("live/water.html", "<fact-cards>"), ("out/x", "")]);
    let live = folder.path().join("live/water.html");
    fs::set_permissions(&live, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&live, folder.path().join("out/water.html")).unwrap();
    assert_eq!(run(&folder, "prerender water.json --out out"), (0, String::new(), String::new()));
    assert!(fs::read_to_string(&live).unwrap().contains("The water is safe"));
    assert_eq!(fs::metadata(&live).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(folder.path().join("out/water.html").is_symlink());
}

#[test]
fn a_dash_means_standard_input() {
    let folder = folder(&[("water.json", WATER)]);
    let input = fs::File::open(folder.path().join("water.json")).unwrap();
    let (code, html, _) = answer(command(&folder, "prerender -").stdin(Stdio::from(input)).output().unwrap());
    assert_eq!(code, 0);
    assert_eq!(html, run(&folder, "prerender water.json").1);
}

#[test]
fn a_reader_that_stops_early_causes_no_error_message() {
    let folder = folder(&[("water.json", WATER)]);
    let script = format!(
        "{} prerender --check --out missing water.json 2>&1 >/dev/full | head -c 300",
        env!("CARGO_BIN_EXE_fact-cards")
    );
    let (_, said, _) = answer(Command::new("bash").args(["-c", &script]).current_dir(folder.path()).output().unwrap());
    assert!(said.starts_with("standard output: error: cannot be written: No space left"), "{said}");
    let closed = format!("{} prerender nosuch 2>&-", env!("CARGO_BIN_EXE_fact-cards"));
    assert_eq!(answer(Command::new("bash").args(["-c", &closed]).current_dir(folder.path()).output().unwrap()).0, 2);
}

#[test]
fn windows_line_endings_change_nothing() {
    let folder = folder(&[("unix.json", WATER), ("windows.json", &WATER.replace('\n', "\r\n"))]);
    assert_eq!(run(&folder, "prerender unix.json").1, run(&folder, "prerender windows.json").1);
    run(&folder, "prerender unix.json --out out");
    let html = folder.path().join("out/unix.html");
    fs::write(&html, fs::read_to_string(&html).unwrap().replace('\n', "\r\n")).unwrap();
    assert_eq!(run(&folder, "prerender unix.json --out out --check").0, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error() {
    let folder = folder(&[("water.json", WATER)]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(&folder, "prerender water.json").stdout(Stdio::from(full)).output().unwrap();
    let (code, _, problems) = answer(output);
    assert_eq!(code, 2);
    assert!(problems.starts_with("standard output: error: cannot be written: No space left"), "{problems}");
}

#[test]
fn check_lists_missing_and_outdated_files_and_writes_nothing() {
    let folder = folder(&[("a.json", WATER), ("b.json", WATER), ("c.json", WATER)]);
    assert_eq!(run(&folder, "prerender a.json b.json --out out").0, 0);
    assert_eq!(run(&folder, "prerender a.json b.json --out out --check"), (0, String::new(), String::new()));
    fs::write(folder.path().join("a.json"), WATER.replace("It is", "It was")).unwrap();
    let expected = "out/a.html: no longer matches its document\nout/c.html: missing\n";
    assert_eq!(
        run(&folder, "prerender a.json b.json c.json --out out --check"),
        (1, expected.to_owned(), String::new())
    );
    assert_eq!(files(&folder.path().join("out")), ["a.html", "b.html"]);
}

#[test]
fn invalid_options_are_refused_with_a_reason() {
    let folder = folder(&[("water.json", WATER)]);
    for (arguments, reason) in [
        ("prerender water.json --plain --page", "cannot be used with"),
        ("prerender water.json --check", "--out"),
        ("prerender water.json --heading-level 7", "a number from 2 to 6"),
        ("prerender water.json --open some", "none, first or all"),
        ("prerender water.json --theme blue", "light, dark"),
        ("prerender water.json --page-url news.example", "not an absolute http: or https: URL"),
        ("prerender", "FILE"),
        ("", "Usage"),
    ] {
        let (code, _, problems) = run(&folder, arguments);
        assert_eq!(code, 2, "{arguments}");
        assert!(problems.contains(reason), "{arguments}: {problems}");
    }
}

#[test]
fn help_lists_the_options_and_the_policy_is_one_line() {
    let folder = folder(&[]);
    assert!(run(&folder, "--help").1.contains("prerender"));
    let help = run(&folder, "prerender --help").1;
    for option in ["--out", "--check", "--plain", "--page", "--src", "--stylesheet", "--policy", "Exit codes: 0 fine"] {
        assert!(help.contains(option), "{option}");
    }
    let (code, policy, _) = run(&folder, "prerender --policy");
    assert_eq!(code, 0);
    assert!(policy.starts_with("'sha256-") && policy.lines().count() == 1, "{policy}");
}
