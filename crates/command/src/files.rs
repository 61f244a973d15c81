use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::Outcome;
use super::report::complain;

/// Reads a text file; `-` is standard input.
///
/// # Errors
///
/// Returns why it cannot be read, for [`complain`].
pub(super) fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match file.as_os_str() == "-" {
        true => io::stdin().read_to_end(&mut bytes),
        false => fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.starts_with(&[0xfe, 0xff]) || bytes.starts_with(&[0xff, 0xfe]) {
        return Err("this is UTF-16; save it as UTF-8".to_owned());
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

/// Writes to standard output.
pub(super) fn print(text: &str) -> Outcome {
    match io::stdout().lock().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Ok(()) => Outcome::Fine,
        Err(error) => {
            // A program that reads only the beginning, such as `head`, is not an error.
            if error.kind() != io::ErrorKind::BrokenPipe {
                complain(Path::new("standard output"), format!("cannot be written: {error}"));
            }
            Outcome::Failed
        }
    }
}

/// Returns where to write the output for each file: in the folder, with the file's own name and another extension.
/// `None` is standard output.
///
/// # Errors
///
/// There are several files and no folder, or two outputs would have the same path.
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
    // Some systems treat `A.html` and `a.html` as the same file, and the same call should do the same on every system.
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

/// Writes a new file in one step.
///
/// # Errors
///
/// Returns why it was not written, for [`complain`]. An existing file is not changed.
pub(super) fn write_new(target: &Path, text: &str) -> Result<(), String> {
    if target.exists() {
        return Err("this file is there already; move it, or write into another folder with --out".to_owned());
    }
    write_whole(target, text).map_err(|error| format!("cannot be written: {error}"))
}

/// Writes a file in one step: until it is complete, other programs see the old file, and after a failure the old file
/// is unchanged. Its permissions stay the same, too.
pub(super) fn write_whole(target: &Path, text: &str) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".fact-cards-");
    // A new file gets the usual permissions; the default for temporary files allows only the owner to read it.
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
