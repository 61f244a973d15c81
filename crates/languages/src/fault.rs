use std::fmt;

/// A fault in a file, which must be mended before the widget can be built.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
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
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, key, message } = self;
        let key = key.as_ref().map(|key| format!("{key}: ")).unwrap_or_default();
        write!(formatter, "languages/{file}:{line}: {key}{message}")
    }
}
