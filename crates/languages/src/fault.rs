use std::fmt;
use std::path::Path;

/// A fault in a file, which must be mended before the program can be built.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Its name, without its folder.
    pub file: String,
    /// The number of the line, from 1.
    pub line: usize,
    /// Absent if the fault is not in a single text.
    pub key: Option<String>,
    /// The fault, and how to correct it.
    pub message: String,
}

impl Fault {
    pub(crate) fn of_file(file: &str, message: &str) -> Self {
        Self { file: file.to_owned(), line: 1, key: None, message: message.to_owned() }
    }

    /// The fault on one line, for a file of this folder: `languages/tr.properties:30: out-of: …`. Displays as this for `languages/`.
    pub fn in_folder(&self, folder: &Path) -> String {
        let Self { file, line, key, message } = self;
        let key = key.as_ref().map(|key| format!("{key}: ")).unwrap_or_default();
        format!("{}:{line}: {key}{message}", folder.join(file).display())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.in_folder(Path::new("languages")))
    }
}
