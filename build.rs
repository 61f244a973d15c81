//! Compiles the texts of the widget's interface from `languages/`.

use std::path::Path;
use std::{env, io, process};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=languages");
    let languages = languages::compile(&languages::read(Path::new("languages"))?).unwrap_or_else(|faults| {
        faults.iter().for_each(|fault| println!("cargo::error={fault}"));
        process::exit(1);
    });
    // For the tests that go through all languages.
    let tags: Vec<_> = languages.all.iter().map(|language| language.tag.as_str()).collect();
    println!("cargo::rustc-env=LANGUAGES={}", tags.join(" "));
    let folder = env::var_os("OUT_DIR").expect("cargo says where a build script may write");
    languages::write(&languages, Path::new(&folder))
}
