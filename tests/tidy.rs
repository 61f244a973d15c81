//! Each crate uses only the crates that ARCHITECTURE.md says it uses.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Crates from elsewhere that only some of our crates may use. All other crates may be used anywhere.
const USERS: &[(&str, &[&str])] = &[
    ("clap", &["fact-cards-command"]),
    ("csv", &["fact-cards-command"]),
    ("html5ever", &["article"]),
    ("jsonc-parser", &["source-map"]),
    ("js-sys", &["fact-cards", "fact-cards-editor"]),
    ("schemars", &["document"]),
    ("web-sys", &["fact-cards", "fact-cards-editor"]),
    ("yew", &["fact-cards", "fact-cards-editor", "prerender"]),
];

/// The crates of the table in ARCHITECTURE.md, and which of our others each uses. The front end, `src/ui`, is the package of the root folder.
fn layers() -> HashMap<String, BTreeSet<String>> {
    let page = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let cell = |cell: &str| cell.trim().replace('`', "");
    let mut layers = HashMap::new();
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(cell).collect();
        let folders =
            cells[0].split(", ").filter(|folder| Path::new(folder).join("Cargo.toml").exists() || *folder == "src/ui");
        // Where a row has several crates, it says in their order what each uses.
        for (folder, used) in folders.zip(cells[2].split("; ")) {
            let used = used.split(", ").filter(|name| !name.is_empty() && *name != "none");
            layers.insert(package_in(folder), used.map(package_in).collect());
        }
    }
    layers
}

/// The package in a folder, or with this name.
fn package_in(folder: &str) -> String {
    match folder {
        "src/ui" => "fact-cards".to_owned(),
        "editor" => "fact-cards-editor".to_owned(),
        _ => match folder.trim_start_matches("crates/") {
            name @ ("command" | "finder" | "reviews") => format!("fact-cards-{name}"),
            name => name.to_owned(),
        },
    }
}

#[test]
fn each_crate_uses_the_crates_that_the_page_about_the_architecture_says() {
    let layers = layers();
    let users: HashMap<_, _> = USERS.iter().copied().collect();
    let output =
        Command::new(env!("CARGO")).args(["metadata", "--no-deps", "--offline", "--format-version=1"]).output();
    let metadata: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert_eq!(
        packages.len(),
        layers.len(),
        "each crate of the workspace stands in ARCHITECTURE.md: {:?}",
        layers.keys()
    );
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let told = layers.get(name).unwrap_or_else(|| panic!("{name} does not stand in ARCHITECTURE.md"));
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let used: BTreeSet<_> =
            dependencies.filter(|used| used["kind"] != "dev").map(|used| used["name"].as_str().unwrap()).collect();
        let ours = used.iter().filter(|used| layers.contains_key(**used)).map(|used| (*used).to_owned());
        assert_eq!(ours.collect::<BTreeSet<_>>(), *told, "ARCHITECTURE.md does not say which crates {name} uses");
        for other in used {
            assert!(users.get(other).is_none_or(|users| users.contains(&name)), "{name} uses {other}");
        }
    }
}

#[test]
fn the_wasm_contains_no_crate_that_only_the_command_needs() {
    for package in ["fact-cards", "fact-cards-finder", "fact-cards-reviews", "fact-cards-editor"] {
        carries_none(&["--package", package], &["clap", "html5ever", "jsonc-parser", "schemars", "url"]);
    }
    // trunk does not name a package, so cargo enables the features that any member of the workspace needs for this
    // target.
    carries_none(&[], &["schemars"]);
}

/// Checks that the wasm that cargo builds with these options needs none of these crates.
#[track_caller]
fn carries_none(selection: &[&str], names: &[&str]) {
    let options = ["--target=wasm32-unknown-unknown", "--edges=normal", "--prefix=none", "--format={p}", "--offline"];
    let output = Command::new(env!("CARGO")).arg("tree").args(selection).args(options).output().unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(tree.contains("wasm-bindgen v"), "{}", String::from_utf8_lossy(&output.stderr));
    for name in names {
        assert!(!tree.contains(&format!("\n{name} v")), "{selection:?} carries {name}");
    }
}

#[test]
fn only_the_command_uses_files_and_arguments() {
    let crates = fs::read_dir("crates").unwrap().map(|entry| entry.unwrap().path().join("src"));
    // The languages are compiled while the widget is built, not while it runs.
    let others =
        crates.filter(|folder| !folder.starts_with("crates/command") && !folder.starts_with("crates/languages"));
    for folder in others.chain(["src", "editor/src"].map(PathBuf::from)) {
        for file in files_in(&folder, "rs") {
            let source = fs::read_to_string(&file).unwrap();
            for name in ["fs", "env", "io", "net", "process"] {
                // When these programs run natively, they print that they need a browser.
                let native = source.matches("std::process::exit(2)").count();
                let most = if name == "process" { native } else { 0 };
                assert!(uses_of_std(&source, name) == most, "{} uses std::{name}", file.display());
            }
        }
    }
}

/// How often a source names this module of std: by itself, or in a list such as `use std::{fs, io}`.
fn uses_of_std(source: &str, name: &str) -> usize {
    let listed = source.split("std::{").skip(1).flat_map(|list| list.split(['}', ';']).next().unwrap().split(','));
    let is_it = |item: &str| item.trim().split("::").next() == Some(name);
    source.matches(&format!("std::{name}")).count() + listed.filter(|item| is_it(item)).count()
}

/// Returns all files with this extension in a folder and its subfolders.
fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(files_in(&path, ending));
        } else if path.extension().is_some_and(|end| end == ending) {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_tables_of_std_for_small_and_capital_letters_are_in_no_wasm() {
    // The command, and what is compiled before the wasm, may have them.
    let may = ["crates/command", "crates/languages", "crates/quotes/src/platform.rs", "crates/testing"];
    let folders = ["crates", "editor/src", "src"];
    for file in folders.into_iter().flat_map(|folder| files_in(Path::new(folder), "rs")) {
        let is_test = file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "benches");
        if is_test || may.iter().any(|may| file.starts_with(may)) {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let program = source.split("#[cfg(test)]").next().unwrap_or_default();
        for name in ["to_lowercase", "to_uppercase"] {
            let uses = program.contains(&format!("{name}(")) || program.contains(&format!("::{name}"));
            assert!(
                !uses,
                "{} uses {name}, whose tables are 7 KB: use quotes::lower_case or upper_case",
                file.display()
            );
        }
    }
}

#[test]
fn no_code_sets_markup_or_uses_storage() {
    for file in files_in(Path::new("src"), "rs") {
        let source = fs::read_to_string(&file).unwrap();
        let banned =
            ["inner_html", "innerHTML", "from_html_unchecked", "cookie", "local_storage", "send_beacon", "style="];
        for name in banned {
            assert!(!source.contains(name), "{} uses {name}", file.display());
        }
    }
    let scripts = [Path::new("src"), Path::new("crates")].into_iter().flat_map(|folder| files_in(folder, "js"));
    for file in scripts {
        let script = fs::read_to_string(&file).unwrap();
        for name in
            ["innerHTML", "outerHTML", "insertAdjacent", "cookie", "Storage", "sendBeacon", "eval(", "new Function"]
        {
            assert!(!script.contains(name), "{} uses {name}", file.display());
        }
    }
}

/// Returns the names of one kind in the manifest: `attributes`, `events`, `cssParts`, `cssProperties`.
fn manifest(kind: &str) -> Vec<String> {
    let text = fs::read_to_string("src/element/custom-elements.json").unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let named = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap().iter();
    named.map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_manifest_the_guide_and_the_code_have_the_same_names() {
    let read = |file| fs::read_to_string(file).unwrap();
    let guide = read("docs/embedding.md");
    for kind in ["attributes", "events", "cssParts", "cssProperties"] {
        for name in manifest(kind) {
            assert!(guide.contains(&format!("`{name}`")), "docs/embedding.md does not tell of {kind} {name}");
        }
    }
    let styles = read("styles/cards.css") + &read("styles/way-back.css") + &read("styles/passages.css");
    let used: BTreeSet<_> =
        styles.split("var(--fact-cards-").skip(1).map(|rest| rest.split([',', ')']).next().unwrap()).collect();
    let told: BTreeSet<_> = manifest("cssProperties").iter().map(|name| name.replace("--fact-cards-", "")).collect();
    assert_eq!(used.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), told);

    let ui: String = files_in(Path::new("src/ui"), "rs").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let used: BTreeSet<_> =
        ui.split("\"part\", \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert_eq!(used, manifest("cssParts").into_iter().collect());

    let types = read("src/element/fact-cards.d.ts");
    for event in manifest("events") {
        assert!(types.contains(&format!("\"{event}\": CustomEvent<")), "fact-cards.d.ts does not tell of {event}");
    }
}

#[test]
fn themes_set_documented_custom_properties_and_nothing_else() {
    let known: BTreeSet<_> = manifest("cssProperties").into_iter().collect();
    let themes = files_in(Path::new("styles/themes"), "css");
    assert_eq!(themes.len(), 3);
    for theme in themes {
        let sheet = fs::read_to_string(&theme).unwrap();
        let rules: Vec<_> = sheet.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line)).collect();
        for line in &rules {
            let is_frame = ["fact-cards {", ":root {", "@supports (color: light-dark(red, red)) {", "}"].contains(line);
            let property = line.split(':').next().unwrap();
            assert!(is_frame || known.contains(property), "{}: {line}", theme.display());
        }
        // What older browsers get is what others get in light places.
        for (property, value) in
            rules.iter().filter_map(|line| line.split_once(": light-dark(")).filter(|(name, _)| name.starts_with("--"))
        {
            let light = format!("{property}: {};", value.split(',').next().unwrap());
            assert!(rules.contains(&light.as_str()), "{}: {light} is missing", theme.display());
        }
        let guide = fs::read_to_string("docs/embedding.md").unwrap();
        let name = format!("`themes/{}`", theme.file_name().unwrap().to_str().unwrap());
        assert!(guide.contains(&name), "docs/embedding.md does not tell of {name}");
    }
}

/// Safari reads only the kind of line in `text-decoration`. If there is more, it draws no line at all.
#[test]
fn the_parts_of_a_line_below_text_have_properties_of_their_own() {
    let sheets = ["styles", "demo"].into_iter().flat_map(|folder| files_in(Path::new(folder), "css"));
    for file in sheets {
        let sheet = fs::read_to_string(&file).unwrap();
        for line in sheet.lines().filter_map(|line| line.trim().split_once("text-decoration: ")) {
            assert!(!line.1.contains(' '), "{}: write text-decoration-style and the like: {}", file.display(), line.1);
        }
    }
}

/// In the themes, comments are lines of their own; a further line of one ends it.
fn is_comment(line: &str) -> bool {
    line.starts_with("/*") || line.ends_with("*/")
}

#[test]
fn every_error_code_is_documented() {
    let scripts: String = [Path::new("src/element"), Path::new("crates/reviews/src")]
        .iter()
        .flat_map(|folder| files_in(folder, "js"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let mut used: BTreeSet<_> =
        scripts.split("Failure(\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    used.insert("start");
    let (types, guide) = (include_str!("../src/element/fact-cards.d.ts"), include_str!("../docs/embedding.md"));
    assert_eq!(types.matches("\n  | \"").count(), used.len());
    for code in used {
        assert!(types.contains(&format!("| \"{code}\"")), "fact-cards.d.ts does not tell of {code}");
        assert!(guide.contains(&format!("| `{code}` |")), "docs/embedding.md does not tell of {code}");
    }
}

#[test]
fn every_problem_code_is_documented() {
    let guide = fs::read_to_string("docs/problems.md").unwrap();
    let told: BTreeSet<_> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" |").next())
        .flat_map(|codes| codes.split(", ").map(|code| code.trim_matches('`')))
        .collect();
    let sources =
        ["document/src/problem/fault.rs", "check/src/fault.rs", "schema-org/src/remark.rs", "tables/src/fault.rs"]
            .map(|file| fs::read_to_string(Path::new("crates").join(file)).unwrap());
    let codes = sources.iter().flat_map(|source| {
        let (_, behind) = source.split_once("pub fn code(&self)").unwrap();
        let (body, _) = behind.split_once("\n    }\n").unwrap();
        body.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap())
    });
    // Only the command reports these, so that the wasm does not have them.
    assert_eq!(codes.chain(["next-page", "unread", "attributes", "many-objects"]).collect::<BTreeSet<_>>(), told);
}

#[test]
fn the_guide_and_the_readme_name_every_language() {
    let tags: BTreeSet<_> = env!("LANGUAGES").split(' ').collect();
    let guide = fs::read_to_string("docs/embedding.md").unwrap();
    let (_, list) = guide.split_once("There are Arabic").expect("the attribute lang lists the languages");
    let (list, _) = list.split_once(". Of other tags").unwrap();
    let named: BTreeSet<_> =
        list.split('`').skip(1).step_by(2).filter(|tag| !tag.contains(char::is_uppercase)).collect();
    assert_eq!(named, tags, "docs/embedding.md lists the languages of languages/");

    let languages: BTreeSet<_> = tags.iter().map(|tag| tag.split('-').next().unwrap()).collect();
    let told = format!("The widget speaks {} languages", languages.len());
    assert!(fs::read_to_string("README.md").unwrap().contains(&told), "README.md does not say: {told}");
}

#[test]
fn the_changelog_describes_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(fs::read_to_string("CHANGELOG.md").unwrap().contains(&format!("## {version}")));
}
