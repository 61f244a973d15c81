use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use tempfile::Builder;

use super::Outcome;
use super::report::complain;

/// The text of a file; `-` is standard input.
///
/// # Errors
///
/// Why it cannot be read, for [`complain`].
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
            // Whoever reads only the beginning has what they want.
            if error.kind() != io::ErrorKind::BrokenPipe {
                complain(Path::new("standard output"), format!("cannot be written: {error}"));
            }
            Outcome::Failed
        }
    }
}

/// Writes a file as a whole: whoever reads it meanwhile gets the one before, and after a failure it is as it was. Who may read it stays as it was, too.
pub(super) fn write_whole(target: &Path, text: &str) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".fact-cards-");
    // Of a new file, others may read what they may read of those that programs write without a detour.
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
