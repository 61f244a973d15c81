//! Compiles the texts of the editor from `languages/`.

use std::path::Path;
use std::{env, io, process};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=languages");
    let languages = languages::compile(&languages::read(Path::new("languages"))?).unwrap_or_else(|faults| {
        let folder = Path::new("editor/languages");
        faults.iter().for_each(|fault| println!("cargo::error={}", fault.in_folder(folder)));
        process::exit(1);
    });
    let folder = env::var_os("OUT_DIR").expect("cargo says where a build script may write");
    languages::write(&languages, Path::new(&folder))
}
