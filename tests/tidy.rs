//! The layers know what ARCHITECTURE.md says they know.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A layer's files, and what must not be named in them.
const NEVER_KNOWS: &[(&str, &[&str])] = &[
    ("src/problem.rs", &["crate::", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
    (
        "src/model.rs",
        &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"],
    ),
    (
        "src/decode.rs",
        &["crate::interchange", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"],
    ),
    (
        "src/article_text.rs",
        &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"],
    ),
    (
        "src/check.rs",
        &["crate::ui", "crate::embed", "crate::command", "yew", "web_sys", "js_sys", "std::fs", "std::env", "std::io"],
    ),
    ("src/json.rs", &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
    ("src/interchange.rs", &["crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
    (
        "src/json_ld.rs",
        &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"],
    ),
    (
        "src/place.rs",
        &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"],
    ),
    (
        "src/quotes.rs",
        &[
            "crate::model",
            "crate::decode",
            "crate::ui",
            "crate::embed",
            "yew",
            "web_sys",
            "js_sys",
            "std::fs",
            "std::env",
        ],
    ),
    ("src/embed_quotes.rs", &["crate::model", "crate::ui", "yew", "web_sys", "std::fs", "std::env"]),
    ("src/prerender.rs", &["crate::embed", "crate::command", "web_sys", "js_sys", "std::fs", "std::env", "clap"]),
    ("src/command.rs", &["crate::embed", "crate::model", "yew", "web_sys"]),
    ("src/portraits.rs", &["crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
    ("src/ui.rs", &["crate::decode", "crate::embed", "fetch", "src\")", "std::fs", "std::env"]),
    ("src/embed.rs", &["html!", "class=", "std::fs", "std::env"]),
];

#[test]
fn no_layer_knows_what_it_must_not() {
    for (layer, names) in NEVER_KNOWS {
        for file in files_of(Path::new(layer)) {
            let source = fs::read_to_string(&file).unwrap();
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                let known = names.iter().find(|name| line.contains(**name));
                assert!(known.is_none(), "{} knows {}: {line}", file.display(), known.unwrap());
            }
        }
    }
}

/// `src/x.rs` and everything in `src/x/`.
fn files_of(module: &Path) -> Vec<PathBuf> {
    let mut files = vec![module.to_owned()];
    if let Ok(folder) = fs::read_dir(module.with_extension("")) {
        files.extend(
            folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "rs")),
        );
    }
    files
}

#[test]
fn nothing_sets_markup_or_storage() {
    for layer in ["src/ui.rs", "src/embed.rs"] {
        for file in files_of(Path::new(layer)) {
            let source = fs::read_to_string(&file).unwrap();
            let banned =
                ["inner_html", "innerHTML", "from_html_unchecked", "cookie", "local_storage", "send_beacon", "style="];
            for name in banned {
                assert!(!source.contains(name), "{} uses {name}", file.display());
            }
        }
    }
    for entry in ["src/embed", "src/embed_quotes"].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let file = entry.unwrap().path();
        let script = fs::read_to_string(&file).unwrap();
        for name in
            ["innerHTML", "outerHTML", "insertAdjacent", "cookie", "Storage", "sendBeacon", "eval(", "new Function"]
        {
            assert!(!script.contains(name), "{} uses {name}", file.display());
        }
    }
}

/// The names of one kind in the manifest: `attributes`, `events`, `cssParts`, `cssProperties`.
fn manifest(kind: &str) -> Vec<String> {
    let text = fs::read_to_string("src/embed/custom-elements.json").unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let named = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap().iter();
    named.map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_manifest_the_guide_and_the_code_name_the_same() {
    let read = |file| fs::read_to_string(file).unwrap();
    let guide = read("docs/embedding.md");
    for kind in ["attributes", "events", "cssParts", "cssProperties"] {
        for name in manifest(kind) {
            assert!(guide.contains(&format!("`{name}`")), "docs/embedding.md does not tell of {kind} {name}");
        }
    }
    let styles = read("styles/cards.css") + &read("src/embed_quotes/style.js");
    let used: BTreeSet<_> =
        styles.split("var(--fact-cards-").skip(1).map(|rest| rest.split([',', ')']).next().unwrap()).collect();
    let told: BTreeSet<_> = manifest("cssProperties").iter().map(|name| name.replace("--fact-cards-", "")).collect();
    assert_eq!(used.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), told);

    let ui: String = files_of(Path::new("src/ui.rs")).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let used: BTreeSet<_> =
        ui.split("\"part\", \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    assert_eq!(used, manifest("cssParts").into_iter().collect());

    let types = read("src/embed/fact-cards.d.ts");
    for event in manifest("events") {
        assert!(types.contains(&format!("\"{event}\": CustomEvent<")), "fact-cards.d.ts does not tell of {event}");
    }
}

#[test]
fn every_code_of_an_error_is_told_of() {
    let scripts: String = ["documents.js", "embed.js", "events.js", "fact-cards.js", "instance.js"]
        .iter()
        .map(|file| fs::read_to_string(Path::new("src/embed").join(file)).unwrap())
        .collect();
    let mut used: BTreeSet<_> =
        scripts.split("Failure(\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    used.insert("start");
    let (types, guide) = (include_str!("../src/embed/fact-cards.d.ts"), include_str!("../docs/embedding.md"));
    assert_eq!(types.matches("\n  | \"").count(), used.len());
    for code in used {
        assert!(types.contains(&format!("| \"{code}\"")), "fact-cards.d.ts does not tell of {code}");
        assert!(guide.contains(&format!("| `{code}` |")), "docs/embedding.md does not tell of {code}");
    }
}

#[test]
fn the_changelog_tells_of_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(fs::read_to_string("CHANGELOG.md").unwrap().contains(&format!("## {version}")));
}

#[test]
fn every_language_has_every_phrase_with_the_same_gaps() {
    let english = fs::read_to_string("src/ui/phrases/en.txt").unwrap();
    for entry in fs::read_dir("src/ui/phrases").unwrap() {
        let file = entry.unwrap().path();
        let language = file.file_stem().unwrap().to_str().unwrap();
        let lines = fs::read_to_string(&file).unwrap();
        assert_eq!(lines.lines().count(), english.lines().count(), "{language}");
        assert_eq!(lines.lines().next(), Some(language));
        assert!(matches!(lines.lines().nth(1), Some("ltr" | "rtl")), "{language}");
        for (line, english) in lines.lines().zip(english.lines()) {
            assert!(!line.trim().is_empty() && line == line.trim(), "{language}: {english}");
            for gap in ["{0}", "{1}"] {
                assert_eq!(line.matches(gap).count(), english.matches(gap).count(), "{language}: {line}");
            }
            assert_eq!(line.matches('{').count(), english.matches('{').count(), "{language}: {line}");
        }
    }
}
