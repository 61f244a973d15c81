//! The layers know what ARCHITECTURE.md says they know.
#![cfg(not(target_arch = "wasm32"))]

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
    ("src/json.rs", &["crate::decode", "crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
    ("src/interchange.rs", &["crate::ui", "crate::embed", "yew", "web_sys", "js_sys", "std::fs", "std::env"]),
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
    let loader = fs::read_to_string("src/embed/fact-cards.js").unwrap();
    for name in ["innerHTML", "cookie", "localStorage", "sendBeacon", "eval("] {
        assert!(!loader.contains(name), "the loader uses {name}");
    }
}

#[test]
fn the_changelog_tells_of_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(fs::read_to_string("CHANGELOG.md").unwrap().contains(&format!("## {version}")));
}
