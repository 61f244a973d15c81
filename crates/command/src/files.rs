use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::Outcome;
use super::input::is_unmarked_utf_16;
use super::report::complain;

/// Reads a text file; `-` is standard input.
///
/// # Errors
///
/// A text for [`complain`] that says why the file cannot be read.
pub(super) fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match file.as_os_str() == "-" {
        true => io::stdin().read_to_end(&mut bytes),
        false => fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| format!("cannot be read: {error}"))?;
    text_of(bytes)
}

/// The text of a file.
///
/// # Errors
///
/// A text for [`complain`] that says why this is no text in UTF-8.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(&[0xff, 0xfe]) {
        return Err("this is UTF-16; save it as UTF-8".to_owned());
    }
    if is_unmarked_utf_16(&bytes) {
        return Err("this is UTF-16 without a byte order mark; save it as UTF-8".to_owned());
    }
    if bytes.contains(&0) {
        return Err("this is not a text; what can be read is a text in UTF-8".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let sound = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let (line, column) =
            (sound.matches('\n').count() + 1, sound.chars().rev().take_while(|c| *c != '\n').count() + 1);
        format!("not UTF-8 from line {line}, column {column}; save it as UTF-8")
    })
}

/// The largest article that is read, in bytes: the time that a page takes to be parsed is not bounded by its size alone.
const MOST_OF_ARTICLE: usize = 20_000_000;

/// Refuses an article that is too large, or that is of a format which is not read.
///
/// # Errors
///
/// A text for [`complain`] that says how large an article may be, or what to give instead.
pub(super) fn check_article(source: &str) -> Result<(), String> {
    if source.len() > MOST_OF_ARTICLE {
        return Err(format!("larger than {} MB, the most that is read of an article", MOST_OF_ARTICLE / 1_000_000));
    }
    match article::other_format(source) {
        Some(format) => Err(format!("this is {format}: give the article as plain text or HTML")),
        None => Ok(()),
    }
}

/// Writes to standard output.
pub(super) fn print(text: &str) -> Outcome {
    match io::stdout().lock().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Ok(()) => Outcome::Fine,
        Err(error) => {
            // A reader that closes the pipe early, such as `head`, has what it wants.
            if error.kind() != io::ErrorKind::BrokenPipe {
                complain(Path::new("standard output"), format!("cannot be written: {error}"));
            }
            Outcome::Failed
        }
    }
}

/// The place to write for each file: in a folder, the file's own name with another extension; without a folder, `None` for standard output.
///
/// # Errors
///
/// If there are several files and no folder, or if two files would have the same place.
pub(super) fn outputs(
    files: &[PathBuf],
    folder: Option<&Path>,
    extension: &str,
) -> Result<Vec<Option<PathBuf>>, String> {
    let Some(folder) = folder else {
        return match files.len() {
            1 => Ok(vec![None]),
            _ => Err("several files need a folder to be written into: add --out DIR".to_owned()),
        };
    };
    // Some systems treat `A.html` and `a.html` as one file, and the command should do the same everywhere.
    let mut taken: HashMap<String, &Path> = HashMap::new();
    let mut outputs = Vec::new();
    for file in files {
        let Some(stem) = file.file_stem() else {
            return Err(format!("{} is no file", file.display()));
        };
        let mut name = stem.to_owned();
        name.push(".");
        name.push(extension);
        let output = folder.join(name);
        if let Some(other) = taken.insert(output.to_string_lossy().to_lowercase(), file) {
            let (other, file, output) = (other.display(), file.display(), output.display());
            return Err(format!("{other} and {file} would both be written to {output}; nothing was written"));
        }
        outputs.push(Some(output));
    }
    Ok(outputs)
}

/// Writes a new file. It never replaces one.
///
/// # Errors
///
/// A text for [`complain`] that says why the file was not written. An existing file stays as it is.
pub(super) fn write_new(target: &Path, text: &str) -> Result<(), String> {
    if target.exists() {
        return Err("this file is there already; move it, or write into another folder with --out".to_owned());
    }
    write_whole(target, text).map_err(|error| format!("cannot be written: {error}"))
}

/// Replaces a file in one step: a program that reads it at the same time gets the old contents, and a failure leaves the old file. Its permissions stay.
///
/// # Errors
///
/// Those of the file system.
pub(super) fn write_whole(target: &Path, text: &str) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".fact-cards-");
    // A new file gets the permissions that files usually get.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(target.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    if let Ok(before) = fs::metadata(target) {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}
