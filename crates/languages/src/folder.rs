//! Reads and writes files, for the build script of the widget and for the program.

use std::path::Path;
use std::{fs, io};

use crate::{File, Languages};

/// Reads all files in a folder, sorted by name.
///
/// # Errors
///
/// If the folder or a file cannot be read, or a file is not UTF-8.
pub fn read(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Skip files that text editors and operating systems create.
        if !name.starts_with('.') && !name.ends_with('~') {
            files.push(File { name, text: fs::read_to_string(entry.path())? });
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

/// Writes the words of the cards in each language to `<language>.txt` and those of the finder to `passages/<language>.txt`, and writes
/// `languages.rs` for the code of the widget or of the editor.
///
/// # Errors
///
/// If a file or a folder cannot be written.
pub fn write(languages: &Languages, folder: &Path) -> io::Result<()> {
    let of_passages = folder.join("passages");
    fs::create_dir_all(&of_passages)?;
    for language in &languages.all {
        let name = format!("{}.txt", language.tag);
        fs::write(folder.join(&name), &language.cards)?;
        fs::write(of_passages.join(name), &language.passages)?;
    }
    fs::write(folder.join("languages.rs"), languages.rust())
}
