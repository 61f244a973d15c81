//! Writes the style sheets without comments and blanks.

use std::path::Path;
use std::{env, fs, io};

#[path = "src/compact.rs"]
mod compact;

const FOLDER: &str = "../../styles";

fn main() -> io::Result<()> {
    let folder = env::var_os("OUT_DIR").expect("cargo says where a build script may write");
    for name in ["cards.css", "prerendered-page.css"] {
        let sheet = Path::new(FOLDER).join(name);
        println!("cargo::rerun-if-changed={}", sheet.display());
        fs::write(Path::new(&folder).join(name), compact::compact(&fs::read_to_string(sheet)?))?;
    }
    Ok(())
}
